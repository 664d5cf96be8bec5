//! What has happened on a disk, in order.

use std::fmt;

/// A file, as long as it has an entry in its folder or somebody has it open.
pub(crate) type Inode = usize;

/// One thing that happened.
#[derive(Clone)]
pub(crate) enum Event {
    /// A file got a name in the folder.
    Create {
        name: String,
        inode: Inode,
    },
    /// A name went from the folder.
    Delete {
        name: String,
    },
    Write {
        inode: Inode,
        at: usize,
        bytes: Vec<u8>,
    },
    Truncate {
        inode: Inode,
        len: usize,
    },
    /// All that was written to a file is on the disk.
    Sync {
        inode: Inode,
    },
    /// Something else than SQLite has written and synced a file, and its name.
    Put {
        name: String,
        inode: Inode,
        bytes: Vec<u8>,
    },
    /// All names of the folder are on the disk.
    SyncFolder,
    /// Something was acknowledged.
    Mark,
}

impl fmt::Debug for Event {
    /// Without what was written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Create { name, inode } => write!(f, "create {name} as {inode}"),
            Self::Delete { name } => write!(f, "delete {name}"),
            Self::Write { inode, at, bytes } => write!(f, "write {inode} {at}+{}", bytes.len()),
            Self::Truncate { inode, len } => write!(f, "truncate {inode} {len}"),
            Self::Sync { inode } => write!(f, "sync {inode}"),
            Self::Put { name, bytes, .. } => write!(f, "put {name} {}", bytes.len()),
            Self::SyncFolder => write!(f, "sync folder"),
            Self::Mark => write!(f, "mark"),
        }
    }
}

/// What has happened on a [`Disk`](crate::Disk) so far.
#[derive(Clone, Default)]
pub struct Tape {
    /// What was on the disk before.
    base: Vec<(String, Inode, Vec<u8>)>,
    events: Vec<Event>,
    /// Which file a name leads to now.
    names: Vec<(String, Inode)>,
    inodes: usize,
}

impl fmt::Debug for Tape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.events).finish()
    }
}

impl Tape {
    /// How long it is: the power can be cut at each point from 0 to this.
    #[must_use]
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether nothing has happened.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// Right before, and right after, each time that something was synced.
    #[must_use]
    pub fn sync_points(&self) -> Vec<usize> {
        let is_sync = |event: &Event| matches!(event, Event::Sync { .. } | Event::SyncFolder);
        let syncs = self.events.iter().enumerate().filter(|(_, event)| is_sync(event));
        let mut points: Vec<usize> = syncs.flat_map(|(at, _)| [at, at + 1]).collect();
        points.dedup();
        points
    }

    pub(crate) fn events(&self, until: usize) -> &[Event] {
        &self.events[..until.min(self.events.len())]
    }

    pub(crate) fn record(&mut self, event: Event) {
        self.events.push(event);
    }

    pub(crate) fn mark(&mut self) {
        self.record(Event::Mark);
    }

    /// A tape of a disk that holds these files.
    pub(crate) fn of(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let mut tape = Self::default();
        for (name, bytes) in files {
            let inode = tape.name(&name);
            tape.base.push((name, inode, bytes));
        }
        tape
    }

    pub(crate) fn base(&self) -> &[(String, Inode, Vec<u8>)] {
        &self.base
    }

    /// The file of a name, which is on the tape from now on.
    pub(crate) fn open(&mut self, name: &str) -> Inode {
        if let Some((_, inode)) = self.names.iter().find(|(known, _)| known == name) {
            return *inode;
        }
        let inode = self.name(name);
        self.record(Event::Create { name: name.to_owned(), inode });
        inode
    }

    /// A file of somebody else's is on the disk with these bytes.
    pub(crate) fn put(&mut self, name: &str, bytes: Vec<u8>) {
        let known = self.names.iter().find(|(known, _)| known == name).map(|(_, inode)| *inode);
        let inode = known.unwrap_or_else(|| self.name(name));
        self.record(Event::Put { name: name.to_owned(), inode, bytes });
    }

    /// Whether there is a file of that name.
    pub(crate) fn holds(&self, name: &str) -> bool {
        self.names.iter().any(|(known, _)| known == name)
    }

    fn name(&mut self, name: &str) -> Inode {
        let inode = self.inodes;
        self.inodes += 1;
        self.names.push((name.to_owned(), inode));
        inode
    }

    pub(crate) fn delete(&mut self, name: &str) {
        let before = self.names.len();
        self.names.retain(|(known, _)| known != name);
        if self.names.len() < before {
            self.record(Event::Delete { name: name.to_owned() });
        }
    }
}
