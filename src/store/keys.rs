//! The keys of the hashes of members, in a file beside the database that no copy holds.
//!
//! The file is a row of slots of 64 bytes, each with a key or with zeros. A key is written and synced
//! before the change that uses it is committed, and overwritten after the change that ends its use. A
//! slot lies within one sector, so a key is there or not; half of one would be a key that nothing in
//! the database names. Such keys are destroyed at the start.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::file::{beside, sync_folder};
use super::{Error, Result};
use domain::member_hash::{Key, KeyId, key_id};

const SLOT: usize = size_of::<Key>();
const FREE: Key = [0; SLOT];

/// The keys. Cheap to clone.
#[derive(Clone)]
pub(super) struct Keys(Arc<Mutex<Slots>>);

struct Slots {
    path: PathBuf,
    /// Made with the first key.
    file: Option<File>,
    held: HashMap<KeyId, (usize, Key)>,
    free: Vec<usize>,
    /// How many slots the file has.
    slots: usize,
    /// Slots whose key could not be overwritten yet.
    doomed: Vec<usize>,
    /// Whether the file could be read.
    known: bool,
}

/// Where the keys of the database at `path` are.
pub(super) fn path_of(path: &Path) -> PathBuf {
    beside(path, "-keys")
}

impl Keys {
    /// Opens the keys of the database at `path`, to change them as well.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let path = path_of(path);
        let file = match OpenOptions::new().read(true).write(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            opened => Some(opened?),
        };
        Self::read(path, file)
    }

    /// Reads the keys of the database at `path`, beside the bot that has them. What is read of the
    /// database needs none, so it is no failure if somebody else may not read them.
    pub(super) fn look(path: &Path) -> io::Result<Self> {
        let path = path_of(path);
        match File::open(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Self::read(path, None),
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                let keys = Self::read(path, None)?;
                keys.lock().known = false;
                Ok(keys)
            }
            opened => Self::read(path, Some(opened?)),
        }
    }

    /// Whether it is known which keys there are.
    pub(super) fn are_known(&self) -> bool {
        self.lock().known
    }

    fn read(path: PathBuf, mut file: Option<File>) -> io::Result<Self> {
        let mut bytes = Vec::new();
        if let Some(file) = &mut file {
            file.read_to_end(&mut bytes)?;
        }
        let slots = bytes.len().div_ceil(SLOT);
        let (mut held, mut free, mut doomed) = (HashMap::new(), Vec::new(), Vec::new());
        for (slot, bytes) in bytes.chunks(SLOT).enumerate() {
            match Key::try_from(bytes) {
                Ok(FREE) => free.push(slot),
                Ok(key) => {
                    held.insert(key_id(&key), (slot, key));
                }
                // The power went while it was written.
                Err(_) => doomed.push(slot),
            }
        }
        let slots = Slots { path, file, held, free, slots, doomed, known: true };
        Ok(Self(Arc::new(Mutex::new(slots))))
    }

    /// The key that is called so; `None` if it is destroyed or did not come with the database.
    pub(super) fn get(&self, id: &[u8]) -> Option<Key> {
        let id = KeyId::try_from(id).ok()?;
        self.lock().held.get(&id).map(|(_, key)| *key)
    }

    /// Makes a key, and answers when it is on the disk. It is drawn from the system: a seed of 64
    /// bits could be tried out.
    pub(super) async fn make(&self) -> Result<KeyId> {
        self.keep(rand::random()).await
    }

    /// Keeps a key, and answers when it is on the disk.
    pub(super) async fn keep(&self, key: Key) -> Result<KeyId> {
        self.on_disk(move |slots| slots.put(key)).await?.map_err(Error::keys)
    }

    /// Destroys keys. Says whether none of those that had to go is in the file any more.
    pub(super) async fn destroy(&self, ids: Vec<KeyId>) -> bool {
        if ids.is_empty() && self.lock().doomed.is_empty() {
            return true;
        }
        let destroyed = self.on_disk(move |slots| slots.destroy(&ids)).await;
        match destroyed.and_then(|destroyed| destroyed.map_err(Error::keys)) {
            Ok(()) => true,
            Err(error) => {
                tracing::warn!(?error, "keys of closed rounds could not be overwritten yet");
                false
            }
        }
    }

    /// Destroys all keys but these.
    pub(super) async fn retain(&self, used: &HashSet<KeyId>) -> bool {
        let unused = self.lock().held.keys().filter(|id| !used.contains(*id)).copied().collect();
        self.destroy(unused).await
    }

    /// Files are slow: not on the threads that serve everybody.
    async fn on_disk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Slots) -> T + Send + 'static,
    ) -> Result<T> {
        let keys = self.clone();
        let done = tokio::task::spawn_blocking(move || work(&mut keys.lock()));
        done.await.map_err(|_| Error::Panicked)
    }

    fn lock(&self) -> MutexGuard<'_, Slots> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Keys {
    /// No key is ever in a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys").field("held", &self.lock().held.len()).finish_non_exhaustive()
    }
}

impl Slots {
    fn put(&mut self, key: Key) -> io::Result<KeyId> {
        let id = key_id(&key);
        if self.held.contains_key(&id) {
            return Ok(id);
        }
        let slot = self.free.last().copied().unwrap_or(self.slots);
        self.write(slot, &key)?;
        if self.free.pop().is_none() {
            self.slots += 1;
        }
        self.held.insert(id, (slot, key));
        Ok(id)
    }

    /// Nobody finds the keys from now on, also if the file cannot be written.
    fn destroy(&mut self, ids: &[KeyId]) -> io::Result<()> {
        let slots = ids.iter().filter_map(|id| self.held.remove(id)).map(|(slot, _)| slot);
        self.doomed.extend(slots.collect::<Vec<_>>());
        while let Some(slot) = self.doomed.last().copied() {
            self.write(slot, &FREE)?;
            self.doomed.pop();
            self.free.push(slot);
        }
        Ok(())
    }

    fn write(&mut self, slot: usize, bytes: &Key) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(make(&self.path)?),
        };
        file.seek(SeekFrom::Start(u64::try_from(slot * SLOT).unwrap_or(u64::MAX)))?;
        file.write_all(bytes)?;
        file.sync_all()
    }
}

/// Makes the file, for nobody but the one who runs the bot.
fn make(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).read(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(path)?;
    sync_folder(path)?;
    Ok(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(path: &Path, key: &Key) -> bool {
        let bytes = std::fs::read(path_of(path)).unwrap_or_default();
        bytes.windows(8).any(|window| key.chunks(8).any(|part| part == window))
    }

    #[tokio::test]
    async fn a_key_is_found_after_a_restart_until_it_is_destroyed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("group.db");
        let keys = Keys::open(&path).unwrap();
        assert!(!path_of(&path).exists(), "there is no file before there is a key");
        let (one, two) = (keys.make().await.unwrap(), keys.make().await.unwrap());
        let key = keys.get(&one).unwrap();
        let keys = Keys::open(&path).unwrap();
        assert_eq!(keys.get(&one), Some(key));
        assert!(holds(&path, &key));
        assert!(keys.destroy(vec![one]).await);
        assert_eq!(keys.get(&one), None);
        assert!(!holds(&path, &key));
        assert!(keys.get(&two).is_some());
        // The slot is used again.
        keys.make().await.unwrap();
        assert_eq!(std::fs::metadata(path_of(&path)).unwrap().len(), 128);
    }

    #[tokio::test]
    async fn what_nothing_uses_goes() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("group.db");
        let keys = Keys::open(&path).unwrap();
        let (used, unused) = (keys.make().await.unwrap(), keys.make().await.unwrap());
        assert!(keys.retain(&HashSet::from([used])).await);
        let keys = Keys::open(&path).unwrap();
        assert!(keys.get(&used).is_some());
        assert_eq!(keys.get(&unused), None);
    }

    #[tokio::test]
    async fn half_a_key_is_none_and_is_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("group.db");
        let whole = Keys::open(&path).unwrap().make().await.unwrap();
        let mut bytes = std::fs::read(path_of(&path)).unwrap();
        bytes.extend([0xab; 20]);
        std::fs::write(path_of(&path), bytes).unwrap();
        let keys = Keys::open(&path).unwrap();
        assert!(keys.destroy(Vec::new()).await);
        assert!(!holds(&path, &[0xab; 64]));
        assert!(keys.get(&whole).is_some());
        keys.make().await.unwrap();
        assert_eq!(std::fs::metadata(path_of(&path)).unwrap().len(), 128);
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn nobody_else_reads_the_file() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("group.db");
        Keys::open(&path).unwrap().make().await.unwrap();
        let mode = std::fs::metadata(path_of(&path)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn no_key_is_shown() {
        let folder = tempfile::tempdir().unwrap();
        let keys = Keys::open(&folder.path().join("group.db")).unwrap();
        assert_eq!(format!("{keys:?}"), "Keys { held: 0, .. }");
    }
}
