//! The disk as SQLite sees it: a VFS that passes everything on to SQLite's own, and takes it down.
//!
//! Unsafe code is here alone. Two things hold all of it: SQLite calls these functions with a file
//! that [`open`] has made, in memory of the size that [`register`] asked for; and it does so with a
//! VFS whose `pAppData` is a [`Recorder`] that is never freed.

use std::ffi::{CStr, CString, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use libsqlite3_sys as ffi;
use libsqlite3_sys::{sqlite3_file, sqlite3_int64, sqlite3_io_methods, sqlite3_vfs};

use crate::Tape;
use crate::fault::{Call, Faults};
use crate::tape::{Event, Inode};

/// What a disk keeps.
#[derive(Debug)]
pub(crate) struct Recorder {
    tape: Mutex<Tape>,
    faults: Mutex<Faults>,
    beside: Mutex<Vec<Beside>>,
}

/// A file that something else than SQLite writes and syncs.
#[derive(Debug)]
struct Beside {
    path: PathBuf,
    bytes: Vec<u8>,
}

impl Recorder {
    pub(crate) fn new(tape: Tape) -> Self {
        Self { tape: Mutex::new(tape), faults: Mutex::default(), beside: Mutex::default() }
    }

    /// Keeps an eye on a file of somebody else's as well.
    pub(crate) fn watch(&self, path: &Path) {
        let bytes = std::fs::read(path).unwrap_or_default();
        let beside = Beside { path: path.to_owned(), bytes };
        self.beside.lock().unwrap_or_else(PoisonError::into_inner).push(beside);
    }

    /// Takes down what has become of that file.
    fn look_beside(&self) {
        let mut beside = self.beside.lock().unwrap_or_else(PoisonError::into_inner);
        for Beside { path, bytes } in &mut *beside {
            let Ok(now) = std::fs::read(&*path) else { continue };
            let name = path.file_name().and_then(|name| name.to_str());
            if now != *bytes
                && let Some(name) = name
            {
                self.tape().put(name, now.clone());
                *bytes = now;
            }
        }
    }

    pub(crate) fn tape(&self) -> MutexGuard<'_, Tape> {
        self.tape.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> MutexGuard<'_, Faults> {
        self.faults.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// An open file; SQLite's own lies behind it in the same piece of memory.
#[repr(C)]
struct File {
    base: sqlite3_file,
    recorder: *const Recorder,
    inode: Inode,
    /// Whether it is kept on the tape: SQLite's scratch files are not.
    taped: bool,
    /// Whether SQLite syncs the folder together with it, as it does the first time with a log or
    /// journal that it may have made.
    syncs_folder: bool,
}

static METHODS: sqlite3_io_methods = sqlite3_io_methods {
    // The third version is about memory maps, which would write past us.
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(x_read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(x_file_size),
    xLock: Some(x_lock),
    xUnlock: Some(x_unlock),
    xCheckReservedLock: Some(x_check_reserved_lock),
    xFileControl: Some(x_file_control),
    xSectorSize: Some(x_sector_size),
    xDeviceCharacteristics: Some(x_device_characteristics),
    xShmMap: Some(x_shm_map),
    xShmLock: Some(x_shm_lock),
    xShmBarrier: Some(x_shm_barrier),
    xShmUnmap: Some(x_shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

static DISKS: AtomicUsize = AtomicUsize::new(0);

/// Makes a VFS of a recorder, and says what it is called.
#[allow(clippy::expect_used, reason = "a test cannot go on without")]
pub(crate) fn register(recorder: &Arc<Recorder>) -> String {
    let name = format!("powercut-{}", DISKS.fetch_add(1, Ordering::Relaxed));
    let kept = CString::new(name.clone()).expect("a name without a zero");
    // SAFETY: SQLite initialises itself, and its own VFS lives as long as the process.
    let own = unsafe {
        ffi::sqlite3_initialize();
        default_vfs().as_ref()
    };
    let mut vfs = *own.expect("SQLite has a file system here");
    vfs.szOsFile += c_int::try_from(size_of::<File>()).expect("a file is small");
    vfs.pNext = std::ptr::null_mut();
    vfs.zName = kept.into_raw();
    vfs.pAppData = Arc::into_raw(Arc::clone(recorder)).cast_mut().cast();
    vfs.xOpen = Some(open);
    vfs.xDelete = Some(delete);
    // SAFETY: the VFS is never freed, and neither is what it points to; all its other functions are
    // of SQLite's own, which use no more of it than what was copied.
    let code = unsafe { ffi::sqlite3_vfs_register(Box::into_raw(Box::new(vfs)), 0) };
    assert_eq!(code, ffi::SQLITE_OK, "the VFS is not taken");
    name
}

fn default_vfs() -> *mut sqlite3_vfs {
    // SAFETY: no name stands for the default one.
    unsafe { ffi::sqlite3_vfs_find(std::ptr::null()) }
}

/// SQLite's own file behind ours.
///
/// # Safety
/// `file` is one of ours.
unsafe fn own(file: *mut sqlite3_file) -> *mut sqlite3_file {
    // SAFETY: the memory goes on for SQLite's own file, and a `File` keeps its alignment.
    unsafe { file.cast::<File>().add(1).cast() }
}

/// SQLite's own functions for the file behind ours.
///
/// # Safety
/// `file` is one of ours, and open.
unsafe fn methods(file: *mut sqlite3_file) -> &'static sqlite3_io_methods {
    // SAFETY: an open file has functions, in a table that is never freed.
    unsafe { &*(*own(file)).pMethods }
}

/// # Safety
/// `file` is one of ours, and open, and nobody else uses it meanwhile, which SQLite sees to.
unsafe fn taken<'f>(file: *mut sqlite3_file) -> (&'f mut File, &'f Recorder) {
    // SAFETY: a recorder is never freed.
    unsafe {
        let file = file.cast::<File>();
        let recorder = (*file).recorder;
        (&mut *file, &*recorder)
    }
}

/// The name of a file within its folder.
///
/// # Safety
/// `path` is null or a string of C's.
unsafe fn name(path: *const c_char) -> Option<String> {
    if path.is_null() {
        return None;
    }
    // SAFETY: it is a string that ends, as the caller says.
    let path = unsafe { CStr::from_ptr(path) };
    Some(Path::new(path.to_str().ok()?).file_name()?.to_str()?.to_owned())
}

unsafe extern "C" fn open(
    vfs: *mut sqlite3_vfs,
    path: ffi::sqlite3_filename,
    file: *mut sqlite3_file,
    flags: c_int,
    out: *mut c_int,
) -> c_int {
    let journals = ffi::SQLITE_OPEN_MAIN_JOURNAL | ffi::SQLITE_OPEN_WAL;
    // SAFETY: SQLite gives one of our VFSs, a path, and memory for a file of ours.
    unsafe {
        let recorder = (*vfs).pAppData.cast::<Recorder>().cast_const();
        let taped = flags & (journals | ffi::SQLITE_OPEN_MAIN_DB) != 0;
        let name = name(path).filter(|_| taped);
        let creates = flags & ffi::SQLITE_OPEN_CREATE != 0;
        let new = creates && name.as_ref().is_some_and(|name| !(*recorder).tape().holds(name));
        (*file).pMethods = std::ptr::null();
        if new && let Some(code) = (*recorder).faults().hit(Call::Create) {
            return code;
        }
        (*own(file)).pMethods = std::ptr::null();
        let real = default_vfs();
        let Some(open) = (*real).xOpen else { return ffi::SQLITE_CANTOPEN };
        let code = open(real, path, own(file), flags, out);
        if (*own(file)).pMethods.is_null() {
            return code;
        }
        let ours = file.cast::<File>();
        (*ours).recorder = recorder;
        (*ours).taped = name.is_some();
        (*ours).syncs_folder = creates && flags & journals != 0;
        (*ours).inode = name.map_or(Inode::MAX, |name| (*recorder).tape().open(&name));
        (*file).pMethods = &raw const METHODS;
        code
    }
}

unsafe extern "C" fn delete(vfs: *mut sqlite3_vfs, path: *const c_char, folder: c_int) -> c_int {
    // SAFETY: SQLite gives one of our VFSs and a path.
    unsafe {
        let recorder = (*vfs).pAppData.cast::<Recorder>().cast_const();
        if let Some(code) = (*recorder).faults().hit(Call::Delete) {
            return code;
        }
        let name = name(path);
        let real = default_vfs();
        let Some(delete) = (*real).xDelete else { return ffi::SQLITE_IOERR_DELETE };
        let code = delete(real, path, folder);
        if code == ffi::SQLITE_OK
            && let Some(name) = name
        {
            let mut tape = (*recorder).tape();
            tape.delete(&name);
            if folder & 1 != 0 {
                tape.record(Event::SyncFolder);
            }
        }
        code
    }
}

unsafe extern "C" fn close(file: *mut sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file of ours once.
    unsafe {
        let close = methods(file).xClose;
        let code = close.map_or(ffi::SQLITE_OK, |close| close(own(file)));
        (*file).pMethods = std::ptr::null();
        code
    }
}

unsafe extern "C" fn write(
    file: *mut sqlite3_file,
    bytes: *const c_void,
    len: c_int,
    at: sqlite3_int64,
) -> c_int {
    // SAFETY: SQLite gives a file of ours and so many bytes.
    unsafe {
        let (taken, recorder) = taken(file);
        let failed = recorder.faults().hit(Call::Write);
        let len = match failed {
            // What still fits is written.
            Some(ffi::SQLITE_FULL) => len / 2,
            Some(code) => return code,
            None => len,
        };
        let Some(write) = methods(file).xWrite else { return ffi::SQLITE_IOERR_WRITE };
        let code = write(own(file), bytes, len, at);
        let (Ok(length), Ok(at)) = (usize::try_from(len), usize::try_from(at)) else {
            return ffi::SQLITE_IOERR_WRITE;
        };
        if code == ffi::SQLITE_OK && taken.taped && length > 0 {
            recorder.look_beside();
            let bytes = std::slice::from_raw_parts(bytes.cast::<u8>(), length).to_vec();
            recorder.tape().record(Event::Write { inode: taken.inode, at, bytes });
        }
        failed.unwrap_or(code)
    }
}

unsafe extern "C" fn truncate(file: *mut sqlite3_file, len: sqlite3_int64) -> c_int {
    // SAFETY: SQLite gives a file of ours.
    unsafe {
        let (taken, recorder) = taken(file);
        if let Some(code) = recorder.faults().hit(Call::Truncate) {
            return code;
        }
        let Some(truncate) = methods(file).xTruncate else { return ffi::SQLITE_IOERR_TRUNCATE };
        let code = truncate(own(file), len);
        if code == ffi::SQLITE_OK
            && taken.taped
            && let Ok(len) = usize::try_from(len)
        {
            recorder.tape().record(Event::Truncate { inode: taken.inode, len });
        }
        code
    }
}

/// The tape is the disk here: nothing is gained by waiting for the real one.
unsafe extern "C" fn sync(file: *mut sqlite3_file, _flags: c_int) -> c_int {
    // SAFETY: SQLite gives a file of ours.
    let (taken, recorder) = unsafe { taken(file) };
    if let Some(code) = recorder.faults().hit(Call::Sync) {
        return code;
    }
    if taken.taped {
        let mut tape = recorder.tape();
        tape.record(Event::Sync { inode: taken.inode });
        if std::mem::take(&mut taken.syncs_folder) {
            tape.record(Event::SyncFolder);
        }
    }
    ffi::SQLITE_OK
}

/// Functions that are passed on to SQLite's own.
macro_rules! pass_on {
    ($($ours:ident, $theirs:ident($($name:ident: $type:ty),*) $(-> $out:ty = $missing:expr)?;)*) => {$(
        unsafe extern "C" fn $ours(file: *mut sqlite3_file $(, $name: $type)*) $(-> $out)? {
            // SAFETY: SQLite gives a file of ours, and what its own function takes.
            unsafe {
                match methods(file).$theirs {
                    Some(call) => call(own(file) $(, $name)*),
                    None => { $($missing)? }
                }
            }
        }
    )*};
}

pass_on! {
    x_read, xRead(to: *mut c_void, len: c_int, at: sqlite3_int64) -> c_int = ffi::SQLITE_IOERR;
    x_file_size, xFileSize(len: *mut sqlite3_int64) -> c_int = ffi::SQLITE_IOERR;
    x_lock, xLock(level: c_int) -> c_int = ffi::SQLITE_IOERR;
    x_unlock, xUnlock(level: c_int) -> c_int = ffi::SQLITE_IOERR;
    x_check_reserved_lock, xCheckReservedLock(held: *mut c_int) -> c_int = ffi::SQLITE_IOERR;
    x_file_control, xFileControl(what: c_int, with: *mut c_void) -> c_int = ffi::SQLITE_NOTFOUND;
    x_sector_size, xSectorSize() -> c_int = 4096;
    x_device_characteristics, xDeviceCharacteristics() -> c_int = 0;
    x_shm_map, xShmMap(page: c_int, size: c_int, extend: c_int, to: *mut *mut c_void)
        -> c_int = ffi::SQLITE_IOERR;
    x_shm_lock, xShmLock(offset: c_int, count: c_int, flags: c_int) -> c_int = ffi::SQLITE_IOERR;
    x_shm_barrier, xShmBarrier();
    x_shm_unmap, xShmUnmap(delete: c_int) -> c_int = ffi::SQLITE_IOERR;
}
