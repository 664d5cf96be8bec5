//! A disk for SQLite whose power can be cut.
//!
//! A kill proves nothing about `synchronous`: what a program has written stays in the system's cache,
//! and reaches the disk all the same. When the power goes, only what was synced is sure to be there;
//! of the rest any part may be, in any order, torn in the middle.
//!
//! A [`Disk`] is a VFS that passes everything on to SQLite's own and keeps a [`Tape`] of it. A test
//! opens its database through it, works, and [marks](Disk::mark) what was acknowledged. Afterwards it
//! cuts the power at any point of the tape as often as it likes: a [`Remains`] is what a machine may
//! find on its disk when the power is back.
//!
//! The disk can also [fail](Disk::fail): be full, be read-only, fail to sync.
//!
//! What is not modelled: bits that rot, a disk that says it has synced and has not, and the shared
//! memory beside the log, which SQLite builds anew after a crash.

mod cut;
mod fault;
mod tape;
mod vfs;

use std::path::Path;
use std::sync::Arc;
use std::{fs, io};

pub use cut::Remains;
pub use fault::Failure;
pub use tape::Tape;

use vfs::Recorder;

/// A disk. It lasts as long as the process: SQLite may hold on to it.
#[derive(Clone, Debug)]
pub struct Disk {
    name: String,
    recorder: Arc<Recorder>,
}

impl Disk {
    /// A disk of its own that holds what is in a folder, and on which SQLite is to work there. It
    /// knows it by its [name](Self::vfs).
    ///
    /// # Errors
    /// If the files cannot be read.
    ///
    /// # Panics
    /// If SQLite has no file system here to pass everything on to.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let mut files = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            files.push((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path())?));
        }
        let recorder = Arc::new(Recorder::new(Tape::of(files)));
        let name = vfs::register(&recorder);
        Ok(Self { name, recorder })
    }

    /// The name of its VFS.
    #[must_use]
    pub fn vfs(&self) -> String {
        self.name.clone()
    }

    /// Puts a file on the tape that the program writes and syncs itself, beside its database: it is
    /// looked at before each write of SQLite's. That it is synced is taken for granted.
    pub fn watch(&self, file: &Path) {
        self.recorder.watch(file);
    }

    /// Notes on the tape that something was acknowledged by now.
    pub fn mark(&self) {
        self.recorder.tape().mark();
    }

    /// What has happened so far.
    #[must_use]
    pub fn tape(&self) -> Tape {
        self.recorder.tape().clone()
    }

    /// Makes the `nth` call from now on fail that can fail so, from 1 on, and the next ones up to
    /// `times` in all.
    pub fn fail(&self, failure: Failure, nth: usize, times: usize) {
        self.recorder.faults().plan(failure, nth, times);
    }

    /// Nothing fails any more. Says whether anything did.
    pub fn mend(&self) -> bool {
        self.recorder.faults().mend()
    }
}

/// A folder that goes with the test: in memory if the machine has such a place, since a thousand
/// trips to the disk take minutes.
///
/// # Errors
/// If no folder can be made.
pub fn folder_in_memory() -> io::Result<tempfile::TempDir> {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir())
}
