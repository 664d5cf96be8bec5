//! The gateway: which sessions there are, and what is sent to them.
//!
//! [`Gateway::dispatch`] numbers an event for each session that is to have it, keeps it for a
//! resume, and queues it for the connection, if there is one. It never waits.

mod control;
mod session;

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use axum::extract::ws::Utf8Bytes;
use serde_json::{Value, json};
use tokio::sync::{mpsc, watch};

pub use self::control::GatewayControl;
pub(crate) use self::session::serve;
use crate::id::Id;
use crate::journal::{Journal, lock};
use crate::options::Options;

/// Gateway intents.
pub(crate) mod intent {
    pub(crate) const GUILDS: u64 = 1;
    pub(crate) const GUILD_MEMBERS: u64 = 1 << 1;
    pub(crate) const GUILD_MESSAGES: u64 = 1 << 9;
    pub(crate) const DIRECT_MESSAGES: u64 = 1 << 12;
    pub(crate) const MESSAGE_CONTENT: u64 = 1 << 15;
    pub(crate) const PRIVILEGED: u64 = GUILD_MEMBERS | (1 << 8) | MESSAGE_CONTENT;
    pub(crate) const KNOWN: u64 = 0x1_FFFF | (0b11 << 20) | (0b11 << 24);
}

/// What a connection is told to send or do.
#[derive(Debug)]
enum Out {
    Text(Utf8Bytes),
    /// A close frame, with or without a code.
    Close(Option<u16>),
    /// The end of the TCP connection, without a word.
    Drop,
}

/// A session: it outlives its connections.
#[derive(Debug)]
struct Session {
    id: String,
    shard: (u64, u64),
    intents: u64,
    seq: u64,
    kept: VecDeque<(u64, Utf8Bytes)>,
    line: Option<mpsc::UnboundedSender<Out>>,
    /// Which connection `line` belongs to.
    connection: u64,
    resumes: u64,
    dead: bool,
}

impl Session {
    fn is_for(&self, guild: Option<Id>) -> bool {
        let shard = guild.map_or(0, |guild| (guild.0 >> 22) % self.shard.1);
        self.shard.0 == shard
    }

    /// Numbers an event, keeps it, and sends it if there is a connection.
    fn emit(&mut self, event: &str, data: &str, keep: usize) {
        self.seq += 1;
        let text = format!(r#"{{"t":"{event}","s":{},"op":0,"d":{data}}}"#, self.seq);
        let text = Utf8Bytes::from(text);
        self.kept.push_back((self.seq, text.clone()));
        if self.kept.len() > keep {
            self.kept.pop_front();
        }
        self.send(Out::Text(text));
    }

    fn send(&mut self, out: Out) {
        if self.line.as_ref().is_some_and(|line| line.send(out).is_err()) {
            self.line = None;
        }
    }
}

#[derive(Debug, Default)]
struct State {
    sessions: Vec<Session>,
    /// How often the next interaction is to be delivered once more.
    duplicates: usize,
    refuse_until: Option<Instant>,
    /// Until when those who connect are hung up on, and how many were.
    hang_up_until: Option<Instant>,
    hung_up: u64,
    deaf: bool,
    failing_resumes: usize,
    /// When each bucket of shards last saw an identify, and of which shard.
    identifies: HashMap<u64, (Instant, u64, usize)>,
    identified: u64,
}

/// All sessions.
#[derive(Debug)]
pub(crate) struct Gateway {
    options: Arc<Options>,
    journal: Arc<Journal>,
    state: Mutex<State>,
    /// Counts sessions that came and went.
    changed: watch::Sender<u64>,
}

/// A session, as a test sees it.
#[derive(Clone, Debug)]
pub struct SessionInfo {
    /// The shard and the number of shards.
    pub shard: (u64, u64),
    /// Its intents, as bits.
    pub intents: u64,
    /// Whether it has a connection now.
    pub connected: bool,
    /// How often it was resumed.
    pub resumes: u64,
    /// The number of the last event.
    pub seq: u64,
}

impl Gateway {
    pub(crate) fn new(options: Arc<Options>, journal: Arc<Journal>) -> Self {
        let changed = watch::Sender::new(0);
        Self { options, journal, state: Mutex::default(), changed }
    }

    /// Sends an event to the shard that is to have it.
    pub(crate) fn dispatch(&self, guild: Option<Id>, event: &str, data: &Value) {
        let mut state = lock(&self.state);
        let needed = needed_intent(event, guild);
        let mut text = None;
        let times = match event {
            "INTERACTION_CREATE" => 1 + std::mem::take(&mut state.duplicates),
            _ => 1,
        };
        for session in state.sessions.iter_mut().filter(|session| session.is_for(guild)) {
            if session.intents & needed != needed {
                continue;
            }
            let text = text.get_or_insert_with(|| data.to_string());
            for _ in 0..times {
                session.emit(event, text, self.options.keep_events);
            }
        }
    }

    /// Sends a message event, without what only the message-content intent shows.
    pub(crate) fn dispatch_message(
        &self,
        guild: Option<Id>,
        event: &str,
        data: Value,
        with_content: bool,
    ) {
        let mut state = lock(&self.state);
        let needed = needed_intent(event, guild);
        let (mut full, mut bare) = (None, None);
        for session in state.sessions.iter_mut().filter(|session| session.is_for(guild)) {
            if session.intents & needed != needed {
                continue;
            }
            let sees = with_content || session.intents & intent::MESSAGE_CONTENT != 0;
            let text: &String = if sees {
                full.get_or_insert_with(|| data.to_string())
            } else {
                bare.get_or_insert_with(|| without_content(&data).to_string())
            };
            session.emit(event, text, self.options.keep_events);
        }
    }

    /// Whether any session wants this event.
    pub(crate) fn listens(&self, event: &str, guild: Option<Id>) -> bool {
        let needed = needed_intent(event, guild);
        let state = lock(&self.state);
        state.sessions.iter().any(|s| s.is_for(guild) && s.intents & needed == needed)
    }

    /// Whether a session is there, connected or to be resumed, for this server.
    pub(crate) fn has_session(&self, guild: Option<Id>) -> bool {
        let state = lock(&self.state);
        state.sessions.iter().any(|session| session.is_for(guild) && !session.dead)
    }

    pub(crate) fn sessions(&self) -> Vec<SessionInfo> {
        let state = lock(&self.state);
        state
            .sessions
            .iter()
            .map(|session| SessionInfo {
                shard: session.shard,
                intents: session.intents,
                connected: session.line.is_some(),
                resumes: session.resumes,
                seq: session.seq,
            })
            .collect()
    }

    pub(crate) fn identified(&self) -> u64 {
        lock(&self.state).identified
    }

    pub(crate) fn watch(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    fn touch(&self) {
        self.changed.send_modify(|count| *count += 1);
    }

    /// Sends the same thing to all connections.
    fn to_all(&self, out: impl Fn() -> Out) {
        for session in &mut lock(&self.state).sessions {
            session.send(out());
        }
    }

    pub(crate) fn refuses(&self) -> bool {
        lock(&self.state).refuse_until.is_some_and(|until| Instant::now() < until)
    }

    /// Whether whoever connects now is hung up on.
    pub(crate) fn hangs_up(&self) -> bool {
        let mut state = lock(&self.state);
        let hangs_up = state.hang_up_until.is_some_and(|until| Instant::now() < until);
        state.hung_up += u64::from(hangs_up);
        hangs_up
    }

    /// Checks when shards identify: one of each bucket in each window.
    fn crowded(&self, shard: u64) -> bool {
        let mut state = lock(&self.state);
        state.identified += 1;
        let bucket = shard % self.options.max_concurrency.max(1);
        let now = Instant::now();
        let entry = state.identifies.entry(bucket).or_insert((now, shard, 0));
        let soon = now - entry.0 < self.options.identify_window;
        let crowded = match (entry.2, soon) {
            (0, _) | (_, false) => {
                entry.2 = 1;
                false
            }
            // A process that was started anew; a loop of them is another matter.
            (times, true) if entry.1 == shard => {
                entry.2 = times + 1;
                times > 5
            }
            (_, true) => true,
        };
        (entry.0, entry.1) = (now, shard);
        drop(state);
        if crowded {
            self.journal.violation(format!(
                "shard {shard} identified too soon after another one of its bucket"
            ));
        }
        crowded
    }
}

/// A message event as a bot gets it that may not read messages.
fn without_content(data: &Value) -> Value {
    let mut bare = data.clone();
    bare["content"] = json!("");
    for field in ["embeds", "attachments", "components"] {
        bare[field] = json!([]);
    }
    bare
}

/// What a session must have asked for to be sent this event.
fn needed_intent(event: &str, guild: Option<Id>) -> u64 {
    let of_messages =
        if guild.is_some() { intent::GUILD_MESSAGES } else { intent::DIRECT_MESSAGES };
    match event {
        "MESSAGE_CREATE" | "MESSAGE_UPDATE" | "MESSAGE_DELETE" => of_messages,
        "GUILD_MEMBER_ADD" | "GUILD_MEMBER_UPDATE" | "GUILD_MEMBER_REMOVE" => intent::GUILD_MEMBERS,
        "INTERACTION_CREATE" | "READY" | "RESUMED" => 0,
        event if event.starts_with("THREAD_MEMBER") => 0,
        event if ["GUILD_", "CHANNEL_", "THREAD_"].iter().any(|on| event.starts_with(on)) => {
            intent::GUILDS
        }
        _ => 0,
    }
}
