//! What has happened on a disk, in order.

/// A file, as long as it has an entry in its folder or somebody has it open.
pub(crate) type Inode = usize;

/// One thing that happened.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// A file got a name in the folder; what is in it by then is on the disk.
    Create {
        name: String,
        inode: Inode,
        durable: Vec<u8>,
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
    /// All names of the folder are on the disk.
    SyncFolder,
    /// Something was acknowledged.
    Mark,
}

/// What has happened on a [`Disk`](crate::Disk) so far.
#[derive(Clone, Debug, Default)]
pub struct Tape {
    events: Vec<Event>,
    /// Which file a name leads to now.
    names: Vec<(String, Inode)>,
    inodes: usize,
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

    /// The file of a name, which is on the tape from now on.
    pub(crate) fn open(&mut self, name: &str, found: Option<Vec<u8>>) -> Inode {
        if let Some((_, inode)) = self.names.iter().find(|(known, _)| known == name) {
            return *inode;
        }
        let inode = self.inodes;
        self.inodes += 1;
        self.names.push((name.to_owned(), inode));
        let held = found.as_ref().is_some_and(|found| !found.is_empty());
        let durable = found.unwrap_or_default();
        self.record(Event::Create { name: name.to_owned(), inode, durable });
        if held {
            // It was there before the test began.
            self.record(Event::SyncFolder);
        }
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
