//! Copies of the database that the running bot makes by itself, once a day, and the last few of which
//! it keeps.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, civil};
use tokio_util::sync::CancellationToken;

use crate::clock::Clock;
use crate::store::{self, OpenError};

/// How often a copy is made.
const EVERY: SignedDuration = SignedDuration::from_hours(24);
/// After how long it is tried again if that failed.
const AGAIN: SignedDuration = SignedDuration::from_mins(10);
/// The time in a copy's name.
const TIME: &str = "%Y-%m-%dT%H%M%SZ";

/// Makes copies of one database, in a folder beside it.
#[derive(Clone, Debug)]
pub struct Backups {
    database: PathBuf,
    folder: PathBuf,
    keep: usize,
    state: Arc<Mutex<BackupState>>,
}

/// How the copies of a database are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackupState {
    /// When the newest was made, by this run or one before.
    pub last_success: Option<Timestamp>,
    /// When one failed, and why, if none was made since.
    pub last_failure: Option<(Timestamp, String)>,
    /// How many there are.
    pub kept: usize,
}

impl Backups {
    /// The copies of the database at `database`, of which the newest `keep` stay; with 0 none are
    /// made.
    #[must_use]
    pub fn new(database: &Path, keep: usize) -> Self {
        let backups = Self {
            database: database.to_owned(),
            folder: store::beside(database, "-backups"),
            keep,
            state: Arc::default(),
        };
        let copies = backups.copies().unwrap_or_default();
        let last_success = copies.last().map(|(at, _)| *at);
        backups.set(BackupState { last_success, last_failure: None, kept: copies.len() });
        backups
    }

    /// Where they are.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// How many are to be kept.
    #[must_use]
    pub fn keep(&self) -> usize {
        self.keep
    }

    /// How they are now.
    #[must_use]
    pub fn state(&self) -> BackupState {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Makes a copy whenever one is due, until `stop`.
    pub async fn run(self, clock: Clock, stop: CancellationToken) {
        if self.keep == 0 {
            return;
        }
        self.drop_halves();
        while !stop.is_cancelled() {
            let due = self.due();
            let now = clock.now();
            if due > now {
                tokio::select! {
                    () = stop.cancelled() => {}
                    () = clock.wait_towards(due) => {}
                }
                continue;
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.make(now) => {}
            }
        }
    }

    /// When the next copy is due.
    fn due(&self) -> Timestamp {
        let state = self.state();
        let after = |at: Timestamp, span| at.saturating_add(span).unwrap_or(Timestamp::MAX);
        match (state.last_failure, state.last_success) {
            (Some((failed_at, _)), _) => after(failed_at, AGAIN),
            (None, Some(at)) => after(at, EVERY),
            (None, None) => Timestamp::MIN,
        }
    }

    /// Makes a copy now, and drops those that are too many. A failure is logged and kept.
    pub async fn make(&self, now: Timestamp) {
        match self.try_make(now).await {
            Ok(to) => {
                let kept = self.drop_oldest();
                tracing::info!(copy = %to.display(), kept, "the database is copied");
                self.set(BackupState { last_success: Some(now), last_failure: None, kept });
            }
            Err(error) => {
                let error = error.to_string();
                tracing::error!(%error, "the database could not be copied; it is tried again soon");
                self.set(BackupState { last_failure: Some((now, error)), ..self.state() });
            }
        }
    }

    async fn try_make(&self, now: Timestamp) -> Result<PathBuf, OpenError> {
        make_folder(&self.folder)
            .map_err(|error| OpenError::Other(self.folder.clone(), error.to_string()))?;
        let name = format!("{}{}.db", self.prefix(), now.strftime(TIME));
        let to = self.folder.join(name);
        store::backup(&self.database, &to).await?;
        Ok(to)
    }

    /// Hands back how many are left.
    fn drop_oldest(&self) -> usize {
        let copies = self.copies().unwrap_or_default();
        let surplus = copies.len().saturating_sub(self.keep);
        let mut left = copies.len();
        for (_, copy) in copies.into_iter().take(surplus) {
            match fs::remove_file(&copy) {
                Ok(()) => left -= 1,
                Err(error) => {
                    tracing::warn!(copy = %copy.display(), %error, "an old copy cannot be removed");
                }
            }
        }
        left
    }

    /// The copies with their times, the oldest first. Other files in the folder are somebody else's.
    fn copies(&self) -> io::Result<Vec<(Timestamp, PathBuf)>> {
        let mut copies = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let entry = entry?;
            if let Some(at) = entry.file_name().to_str().and_then(|name| self.time_in(name)) {
                copies.push((at, entry.path()));
            }
        }
        copies.sort();
        Ok(copies)
    }

    fn time_in(&self, name: &str) -> Option<Timestamp> {
        let time = name.strip_prefix(&self.prefix())?.strip_suffix(".db")?;
        let time = civil::DateTime::strptime(TIME, time).ok()?;
        time.to_zoned(TimeZone::UTC).ok().map(|time| time.timestamp())
    }

    fn prefix(&self) -> String {
        let stem = self.database.file_stem().unwrap_or_default();
        format!("{}-", stem.to_string_lossy())
    }

    /// Removes what a copy has left that was cut short by a power cut or a kill.
    fn drop_halves(&self) {
        let Ok(entries) = fs::read_dir(&self.folder) else { return };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(".commonplace-") && name.ends_with(".part") {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn set(&self, state: BackupState) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }
}

/// Makes the folder, for nobody but the one who runs the bot.
fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    fn at(day: i64) -> Timestamp {
        Timestamp::UNIX_EPOCH + SignedDuration::from_hours(24 * (20_000 + day))
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[tokio::test]
    async fn the_last_few_are_kept_and_nothing_else_is_touched() {
        let folder = tempfile::tempdir().unwrap();
        let store = testing::open(&folder).await;
        let backups = Backups::new(&testing::path(&folder), 2);
        assert_eq!(backups.state(), BackupState::default());
        backups.make(at(0)).await;
        fs::write(backups.folder().join("group-of-mine.db"), "Dear Ana").unwrap();
        for day in 1..4 {
            backups.make(at(day)).await;
        }
        let left = names(backups.folder());
        assert_eq!(
            left,
            ["group-2024-10-06T000000Z.db", "group-2024-10-07T000000Z.db", "group-of-mine.db"]
        );
        assert_eq!(
            backups.state(),
            BackupState { last_success: Some(at(3)), last_failure: None, kept: 2 }
        );
        // Another run knows when the last was made.
        let again = Backups::new(&testing::path(&folder), 2);
        assert_eq!(again.state(), backups.state());
        assert_eq!(again.due(), at(4));
        store.close().await;
    }

    #[tokio::test]
    async fn a_failure_is_kept_and_tried_again() {
        let folder = tempfile::tempdir().unwrap();
        let backups = Backups::new(&testing::path(&folder), 2);
        backups.make(at(0)).await;
        let (failed_at, why) = backups.state().last_failure.unwrap();
        assert_eq!(failed_at, at(0));
        assert!(why.contains("There is no database"), "{why}");
        assert_eq!(backups.due(), at(0) + AGAIN);
        testing::open(&folder).await.close().await;
        backups.make(at(1)).await;
        assert_eq!((backups.state().last_failure, backups.due()), (None, at(2)));
    }

    #[tokio::test]
    async fn what_was_cut_short_goes_and_one_is_made_at_once() {
        let folder = tempfile::tempdir().unwrap();
        let store = testing::open(&folder).await;
        let backups = Backups::new(&testing::path(&folder), 3);
        make_folder(backups.folder()).unwrap();
        fs::write(backups.folder().join(".commonplace-x.part"), "half").unwrap();
        let stop = CancellationToken::new();
        let running = tokio::spawn(backups.clone().run(Clock::fast(at(0), 1), stop.clone()));
        testing::until(async || backups.state().kept == 1, String::new).await;
        stop.cancel();
        running.await.unwrap();
        assert_eq!(names(backups.folder()).len(), 1, "{:?}", names(backups.folder()));
        store.close().await;
    }

    #[tokio::test]
    async fn none_are_made_if_none_are_wanted() {
        let folder = tempfile::tempdir().unwrap();
        testing::open(&folder).await.close().await;
        let backups = Backups::new(&testing::path(&folder), 0);
        backups.clone().run(Clock::System, CancellationToken::new()).await;
        assert!(!backups.folder().exists());
    }
}
