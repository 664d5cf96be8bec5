//! What one process leaves to the next, in a file beside the database: the sessions of the shards,
//! so that the next one resumes them and hears what came in between; and the key under which requests
//! are marked as carried out. By HTTP there are no sessions, and the key alone is left.
//!
//! Whoever has the file and the bot's token can take the sessions over, so only the user who runs
//! the bot can read it, and no copy of the database holds it. If it is lost, the shards log in anew.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use tokio_util::sync::CancellationToken;

use super::gateway::{Gateway, Inherited, Sessions};
use crate::store::{RequestKey, Store};
use domain::{MemberId, Shards};

/// What the file is written in. Another program leaves one alone that it does not know.
const VERSION: u32 = 1;
/// How often it is written while events come in. What came since is replayed after a crash.
const EVERY: Duration = Duration::from_secs(5);
/// How long the marks of requests are kept at least. Discord does not keep a session for so long.
const MARKS: Duration = Duration::from_secs(15 * 60);

/// What is left to the next process. Cheap to clone.
#[derive(Clone)]
pub(super) struct Handover(Arc<Inner>);

struct Inner {
    /// Where it is left; nowhere if `None`.
    path: Option<PathBuf>,
    /// Whose sessions they are.
    bot: Fingerprint,
    key: RequestKey,
    sessions: Sessions,
    known: Mutex<Known>,
}

/// A hash of the token and of where it is used: another bot's sessions are never resumed.
type Fingerprint = [u8; 32];

/// What a start asks Discord for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Known {
    gateway: Option<Gateway>,
    user: Option<MemberId>,
    application: Option<Application>,
}

/// Who we are, as a shard's first event says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Application {
    pub(super) id: u64,
    pub(super) name: String,
}

#[derive(Serialize, Deserialize)]
struct Written {
    version: u32,
    bot: Fingerprint,
    key: RequestKey,
    #[serde(flatten)]
    known: Known,
    sessions: Vec<Inherited>,
}

impl Handover {
    /// Takes up what the process before has left at `path`, if that is of the same bot.
    pub(super) fn take_up(path: Option<PathBuf>, address: &str, token: &str) -> Self {
        let bot = fingerprint(address, token);
        let found = path.as_deref().and_then(read).filter(|written| written.bot == bot);
        let (key, known, sessions) = match found {
            Some(Written { key, known, sessions, .. }) => (key, known, sessions),
            None => (rand::random(), Known::default(), Vec::new()),
        };
        let sessions = match path {
            Some(_) => Sessions::left_by(sessions),
            None => Sessions::default(),
        };
        Self(Arc::new(Inner { path, bot, key, sessions, known: Mutex::new(known) }))
    }

    /// The sessions of the shards.
    pub(super) fn sessions(&self) -> &Sessions {
        &self.0.sessions
    }

    /// The key under which requests are marked, if the next process is to know it.
    pub(super) fn key(&self) -> Option<RequestKey> {
        self.0.path.is_some().then_some(self.0.key)
    }

    /// What it takes to resume before Discord is asked for anything: where the gateway is, and who
    /// we are. `None` if no session of our shards is left, or another number of shards is wanted.
    pub(super) fn resumable(&self, ours: Option<&Shards>) -> Option<(Gateway, MemberId)> {
        let Known { gateway, user, application } = self.known().clone();
        let (gateway, user, _) = (gateway?, user?, application?);
        let total = gateway.shards;
        if total != ours.map_or(gateway.recommended.max(1), Shards::total) {
            return None;
        }
        let is_ours = |shard| ours.is_none_or(|ours| ours.contains(shard));
        let fits = |it: &Inherited| it.shard.total() == total && is_ours(it.shard.number());
        let any = self.0.sessions.to_leave(Instant::now()).iter().any(fits);
        any.then_some((gateway, user))
    }

    /// Discord has said where the gateway is, and who we are.
    pub(super) fn found(&self, gateway: &Gateway, user: MemberId) {
        // With another number of shards no session fits any more.
        self.0.sessions.keep_those_among(gateway.shards);
        let mut known = self.known();
        known.gateway = Some(gateway.clone());
        known.user = Some(user);
    }

    /// A shard is ready that has so many servers.
    pub(super) fn ready(&self, shard: u32, servers: usize, application: Application) {
        self.known().application = Some(application);
        self.0.sessions.note_servers(shard, servers);
    }

    /// Who we are, if that is known.
    pub(super) fn application(&self) -> Option<Application> {
        self.known().application.clone()
    }

    /// Writes it from time to time, and forgets marks of requests that cannot come again.
    pub(super) async fn keep(self, store: Store, stop: CancellationToken) {
        if self.0.path.is_none() {
            return;
        }
        let (mut last, mut forgot) = (Vec::new(), Instant::now());
        loop {
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                () = self.sessions().changed() => {}
                () = stop.cancelled() => return,
            }
            let now = self.sessions().to_leave(Instant::now());
            if now != last {
                let this = self.clone();
                let _ = tokio::task::spawn_blocking(move || this.write()).await;
                last = now;
            }
            if forgot.elapsed() >= MARKS {
                forgot = Instant::now();
                if let Err(error) = store.forget_requests().await {
                    tracing::warn!(?error, "the marks of old requests are kept for now");
                }
            }
        }
    }

    /// Writes it. What stands there is replaced as a whole.
    pub(super) fn write(&self) {
        let Some(path) = &self.0.path else { return };
        let written = Written {
            version: VERSION,
            bot: self.0.bot,
            key: self.0.key,
            known: self.known().clone(),
            sessions: self.0.sessions.to_leave(Instant::now()),
        };
        if let Err(error) = write(path, &written) {
            tracing::warn!(%error, "the sessions are not kept; a restart logs in anew");
        }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn fingerprint(address: &str, token: &str) -> Fingerprint {
    let hash = Sha256::new().chain_update(address).chain_update([0]).chain_update(token);
    hash.finalize().into()
}

/// What the process before has left; `None` if that is nothing that we know.
fn read(path: &Path) -> Option<Written> {
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
        Err(error) => {
            tracing::warn!(%error, "the sessions of the process before cannot be read");
            return None;
        }
    };
    let written = serde_json::from_slice::<Written>(&bytes);
    let written = written.ok().filter(|written| written.version == VERSION);
    if written.is_none() {
        tracing::warn!("the sessions of the process before are of another program, or damaged");
    }
    written
}

fn write(path: &Path, written: &Written) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let mut file = open(Path::new(&beside))?;
    // A power cut may take it: the sessions are gone then, too.
    file.write_all(&serde_json::to_vec(written)?)?;
    drop(file);
    fs::rename(beside, path)
}

/// Opens a file that only we can read.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.create(true).truncate(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#""gateway":{"url":"wss://gateway.discord.gg","shards":2,"recommended":2,"at_once":1},"user":7,
        "application":{"id":8,"name":"Commonplace"},
        "sessions":[{"shard":[1,2],"id":"a","sequence":5,"resume_url":null,"servers":3}]"#;

    /// A file of the program's that a bot has left.
    fn left(version: u32, token: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.db-sessions");
        let bot = serde_json::to_string(&fingerprint("https://discord.com", token)).unwrap();
        let key = serde_json::to_string(&[9_u8; 32]).unwrap();
        let text = format!(r#"{{"version":{version},"bot":{bot},"key":{key},{FILE}}}"#);
        fs::write(&path, text).unwrap();
        (folder, path)
    }

    fn take_up(path: &Path, address: &str, token: &str) -> Handover {
        Handover::take_up(Some(path.to_owned()), address, token)
    }

    #[test]
    fn the_next_process_finds_what_was_left() {
        let (_folder, path) = left(1, "token");
        let first = take_up(&path, "https://discord.com", "token");
        first.write();
        let next = take_up(&path, "https://discord.com", "token");
        let (gateway, user) = next.resumable(None).unwrap();
        assert_eq!((gateway.shards, user), (2, MemberId(7)));
        assert!(!gateway.confirmed.is_cancelled());
        assert_eq!(next.sessions().servers_of(1), Some((3, 2)));
        assert_eq!((next.key(), next.application().unwrap().id), (Some([9; 32]), 8));
    }

    #[test]
    fn what_another_bot_or_another_program_has_left_is_not_resumed() {
        let (_folder, path) = left(1, "token");
        assert!(take_up(&path, "https://discord.com", "token").resumable(None).is_some());
        assert!(take_up(&path, "https://discord.com", "another").resumable(None).is_none());
        assert!(take_up(&path, "http://proxy", "token").resumable(None).is_none());
        let (_folder, path) = left(2, "token");
        assert!(take_up(&path, "https://discord.com", "token").resumable(None).is_none());
        for damaged in ["", "{", "[]", "{\"version\":1}"] {
            fs::write(&path, damaged).unwrap();
            assert!(take_up(&path, "https://discord.com", "token").resumable(None).is_none());
        }
    }

    #[test]
    fn sessions_of_another_number_of_shards_are_not_resumed() {
        let (_folder, path) = left(1, "token");
        let text = fs::read_to_string(&path).unwrap().replace("\"shards\":2", "\"shards\":4");
        fs::write(&path, text).unwrap();
        assert!(take_up(&path, "https://discord.com", "token").resumable(None).is_none());
    }

    #[test]
    fn a_process_resumes_its_own_shards_alone() {
        let (_folder, path) = left(1, "token");
        let left = take_up(&path, "https://discord.com", "token");
        let resumable = |shards: &str| left.resumable(Some(&shards.parse().unwrap())).is_some();
        assert!(resumable("1/2") && resumable("0-1/2"));
        assert!(!resumable("0/2") && !resumable("1/4"));
        // The process before had its part of more than Discord recommends; this one has all.
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("\"recommended\":2", "\"recommended\":1")).unwrap();
        let left = take_up(&path, "https://discord.com", "token");
        assert!(left.resumable(None).is_none());
    }

    #[cfg(unix)]
    #[test]
    fn only_its_user_can_read_it() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("book.db-sessions");
        take_up(&path, "https://discord.com", "token").write();
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
