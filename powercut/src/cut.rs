//! What is left on a disk whose power was cut.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::{fs, io};

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::Tape;
use crate::tape::{Event, Inode};

/// What is written in one piece, or not at all.
const SECTOR: usize = 512;

/// What a machine finds on its disk when the power is back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remains {
    /// The files, by name.
    pub files: BTreeMap<String, Vec<u8>>,
    /// How many [marks](crate::Disk::mark) there were.
    pub marks: usize,
}

impl Remains {
    /// Puts the files in a folder.
    ///
    /// # Errors
    /// If they cannot be written.
    pub fn write_to(&self, folder: &Path) -> io::Result<()> {
        self.files.iter().try_for_each(|(name, bytes)| fs::write(folder.join(name), bytes))
    }
}

impl Tape {
    /// Cuts the power at a point of the tape. The seed decides what is left of what was not synced:
    /// nothing, all up to a moment, or any of its sectors.
    #[must_use]
    pub fn cut(&self, at: usize, seed: u64) -> Remains {
        let disk = State::at(self, at);
        let mut chance = ChaCha8Rng::seed_from_u64(seed);
        let left = match seed % 4 {
            0 => Left::Nothing,
            1 => Left::Until(chance.random_range(0..=at)),
            _ => Left::Any,
        };
        let files = disk.names(&mut chance, left).into_iter().map(|(name, inode)| {
            let file = disk.files.get(&inode).cloned().unwrap_or_default();
            (name, file.left(&mut chance, left))
        });
        Remains { files: files.collect(), marks: disk.marks }
    }
}

/// What is left of what was not synced.
#[derive(Clone, Copy, Debug)]
enum Left {
    Nothing,
    /// What happened before this point of the tape.
    Until(usize),
    Any,
}

/// A disk at one moment.
#[derive(Debug, Default)]
struct State {
    files: HashMap<Inode, File>,
    /// Names that are on the disk …
    names: BTreeMap<String, Inode>,
    /// … and what has happened to them since, and when.
    renamed: Vec<(usize, String, Option<Inode>)>,
    marks: usize,
}

/// A file at one moment.
#[derive(Clone, Debug, Default)]
struct File {
    durable: Vec<u8>,
    /// What was not synced yet, and when it happened.
    pending: Vec<(usize, Change)>,
}

#[derive(Clone, Debug)]
enum Change {
    Write(usize, Vec<u8>),
    Truncate(usize),
}

impl State {
    fn at(tape: &Tape, moment: usize) -> Self {
        let mut disk = Self::default();
        for (name, inode, bytes) in tape.base() {
            disk.names.insert(name.clone(), *inode);
            disk.files.entry(*inode).or_default().durable.clone_from(bytes);
        }
        for (when, event) in tape.events(moment).iter().enumerate() {
            disk.follow(when, event);
        }
        disk
    }

    fn follow(&mut self, when: usize, event: &Event) {
        match event {
            Event::Create { name, inode } => self.renamed.push((when, name.clone(), Some(*inode))),
            Event::Delete { name } => self.renamed.push((when, name.clone(), None)),
            Event::Write { inode, at, bytes } => {
                self.change(when, *inode, Change::Write(*at, bytes.clone()));
            }
            Event::Truncate { inode, len } => self.change(when, *inode, Change::Truncate(*len)),
            Event::Sync { inode } => self.files.entry(*inode).or_default().sync(),
            Event::Put { name, inode, bytes } => {
                self.names.insert(name.clone(), *inode);
                self.files.entry(*inode).or_default().durable.clone_from(bytes);
            }
            Event::SyncFolder => {
                for (_, name, inode) in std::mem::take(&mut self.renamed) {
                    rename(&mut self.names, name, inode);
                }
            }
            Event::Mark => self.marks += 1,
        }
    }

    fn change(&mut self, when: usize, inode: Inode, change: Change) {
        self.files.entry(inode).or_default().pending.push((when, change));
    }

    /// The folder. Names are journalled by the file system: they survive in order.
    fn names(&self, chance: &mut ChaCha8Rng, left: Left) -> BTreeMap<String, Inode> {
        let kept = match left {
            Left::Nothing => 0,
            Left::Until(moment) => self.renamed.iter().filter(|(when, ..)| *when < moment).count(),
            Left::Any => chance.random_range(0..=self.renamed.len()),
        };
        let mut names = self.names.clone();
        for (_, name, inode) in &self.renamed[..kept] {
            rename(&mut names, name.clone(), *inode);
        }
        names
    }
}

fn rename(names: &mut BTreeMap<String, Inode>, name: String, inode: Option<Inode>) {
    match inode {
        Some(inode) => names.insert(name, inode),
        None => names.remove(&name),
    };
}

impl File {
    fn sync(&mut self) {
        for (_, change) in std::mem::take(&mut self.pending) {
            change.apply(&mut self.durable, |_| true);
        }
    }

    fn left(self, chance: &mut ChaCha8Rng, left: Left) -> Vec<u8> {
        let mut bytes = self.durable;
        match left {
            Left::Nothing => {}
            Left::Until(moment) => {
                let mut kept = self.pending.into_iter().filter(|(when, _)| *when < moment);
                let last = kept.next_back();
                kept.for_each(|(_, change)| change.apply(&mut bytes, |_| true));
                if let Some((_, change)) = last {
                    let torn = change.first_sector() + chance.random_range(0..=8);
                    change.apply(&mut bytes, |sector| sector < torn);
                }
            }
            Left::Any => scatter(&mut bytes, self.pending, chance),
        }
        bytes
    }
}

/// Each sector is as it was after one of the changes to it, or before all of them. The file is as
/// long as it was at some moment; where nothing was written yet there may be anything.
fn scatter(bytes: &mut Vec<u8>, pending: Vec<(usize, Change)>, chance: &mut ChaCha8Rng) {
    let (mut len, mut longest) = (bytes.len(), bytes.len());
    let mut lens = vec![len];
    for (_, change) in &pending {
        len = change.len_after(len);
        lens.push(len);
        longest = longest.max(len);
    }
    let before = bytes.len();
    bytes.resize(longest, 0);
    if chance.random_bool(0.5) {
        chance.fill(&mut bytes[before..]);
    }
    let mut touched: HashMap<usize, usize> = HashMap::new();
    for (_, change) in &pending {
        for sector in change.sectors(longest) {
            *touched.entry(sector).or_default() += 1;
        }
    }
    let mut sectors: Vec<(usize, usize)> = touched.into_iter().collect();
    sectors.sort_unstable();
    let mut left: HashMap<usize, usize> = sectors
        .into_iter()
        .map(|(sector, changes)| (sector, chance.random_range(0..=changes)))
        .collect();
    for (_, change) in pending {
        let sectors: Vec<usize> = change.sectors(longest).collect();
        change.apply(bytes, |sector| left.get(&sector).is_some_and(|left| *left > 0));
        bytes.resize(longest, 0);
        for sector in sectors {
            left.entry(sector).and_modify(|left| *left = left.saturating_sub(1));
        }
    }
    bytes.truncate(lens[chance.random_range(0..lens.len())]);
}

impl Change {
    fn len_after(&self, len: usize) -> usize {
        match self {
            Self::Write(at, bytes) => len.max(at + bytes.len()),
            Self::Truncate(len) => *len,
        }
    }

    fn first_sector(&self) -> usize {
        match self {
            Self::Write(at, _) | Self::Truncate(at) => at / SECTOR,
        }
    }

    /// The sectors that it touches in a file that is so long.
    fn sectors(&self, longest: usize) -> std::ops::Range<usize> {
        let end = match self {
            Self::Write(at, bytes) => at + bytes.len(),
            Self::Truncate(_) => longest,
        };
        self.first_sector()..end.div_ceil(SECTOR)
    }

    /// Does it to the sectors that are wanted.
    fn apply(&self, file: &mut Vec<u8>, wanted: impl Fn(usize) -> bool) {
        match self {
            Self::Write(at, bytes) => {
                if file.len() < at + bytes.len() {
                    file.resize(at + bytes.len(), 0);
                }
                for sector in self.sectors(0).filter(|sector| wanted(*sector)) {
                    let from = (sector * SECTOR).max(*at);
                    let to = ((sector + 1) * SECTOR).min(at + bytes.len());
                    file[from..to].copy_from_slice(&bytes[from - at..to - at]);
                }
            }
            Self::Truncate(len) if wanted(len / SECTOR) => file.resize(*len, 0),
            Self::Truncate(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file of two sectors that is on the disk, then written to and not synced.
    fn tape() -> Tape {
        let mut tape = Tape::default();
        let inode = tape.open("book");
        let write = |at, with, len| Event::Write { inode, at, bytes: vec![with; len] };
        tape.record(write(0, b'a', 2 * SECTOR));
        tape.record(Event::Sync { inode });
        tape.record(Event::SyncFolder);
        tape.mark();
        tape.record(write(0, b'b', 2 * SECTOR));
        tape.record(write(SECTOR, b'c', 2 * SECTOR));
        tape
    }

    fn sectors(remains: &Remains) -> String {
        let file = &remains.files["book"];
        file.chunks(SECTOR).map(|sector| char::from(sector[0])).collect()
    }

    #[test]
    fn what_was_synced_is_there_and_of_the_rest_anything_may_be() {
        let (tape, mut seen) = (tape(), std::collections::BTreeSet::new());
        for seed in 0..400 {
            let remains = tape.cut(tape.len(), seed);
            assert_eq!(remains, tape.cut(tape.len(), seed), "a seed gives one cut");
            assert_eq!(remains.marks, 1);
            let left = sectors(&remains);
            assert!(left.starts_with('a') || left.starts_with('b'), "{left}");
            seen.insert(left);
        }
        // Dropped, in order, out of order, torn.
        for left in ["aa", "bb", "ab", "ba", "ac", "bc", "bcc", "acc"] {
            assert!(seen.contains(left), "{left} is never left: {seen:?}");
        }
    }

    #[test]
    fn what_was_there_before_is_there_at_every_point() {
        let mut tape = Tape::of([("book".to_owned(), b"old".to_vec())]);
        assert!((0..100).all(|seed| tape.cut(0, seed).files["book"] == b"old"));
        let inode = tape.open("book");
        tape.record(Event::Write { inode, at: 0, bytes: b"new".to_vec() });
        tape.record(Event::Sync { inode });
        assert!((0..100).all(|seed| tape.cut(2, seed).files["book"] == b"new"));
    }

    #[test]
    fn before_a_sync_nothing_is_sure() {
        let tape = tape();
        let lost = (0..100).filter(|seed| tape.cut(3, *seed).files.is_empty()).count();
        assert!(lost > 10, "{lost}");
        assert!((0..100).all(|seed| tape.cut(4, seed).marks == 0));
    }

    #[test]
    fn a_file_that_was_deleted_may_be_back_until_its_folder_is_synced() {
        let mut tape = tape();
        tape.delete("book");
        let back = |tape: &Tape| {
            (0..100).filter(|seed| !tape.cut(tape.len(), *seed).files.is_empty()).count()
        };
        assert!((10..90).contains(&back(&tape)), "{}", back(&tape));
        tape.record(Event::SyncFolder);
        assert_eq!(back(&tape), 0);
    }
}
