//! The session of each shard: what it takes to go on where a connection, or a process, ended.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use tokio::sync::Notify;
use twilight_gateway::ShardId;

/// What takes longer than that is not started anew after a crash: Discord would have to replay all
/// that came since, and keeps only so much.
const LONGEST_IN_HAND: Duration = Duration::from_secs(15);

/// What resumes a shard's session. Whoever has it and the token can take the session over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) struct ShardSession {
    pub(super) id: String,
    /// The number of its last event.
    pub(super) sequence: u64,
    /// Where Discord wants it resumed; where the gateway is, if that failed.
    pub(super) resume_url: Option<String>,
}

/// A shard's session as one process leaves it to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in super::super) struct Inherited {
    pub(in super::super) shard: ShardId,
    #[serde(flatten)]
    pub(in super::super) session: ShardSession,
    /// How many servers the shard has.
    pub(in super::super) servers: usize,
}

/// The sessions of all shards; they outlive connections and processes. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Sessions(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    /// Whether they are left to the next process.
    left: bool,
    shards: Mutex<BTreeMap<(u32, u32), Kept>>,
    changed: Notify,
}

#[derive(Debug)]
struct Kept {
    session: ShardSession,
    servers: usize,
    /// Whether the process before began it, and this one has not resumed it yet.
    inherited: bool,
    /// Events that came and are not done, and since when.
    in_hand: BTreeMap<u64, Instant>,
}

impl Kept {
    /// The number of the last event before the first that is not done.
    fn done(&self, now: Instant) -> u64 {
        let waits = |since: &Instant| now.saturating_duration_since(*since) < LONGEST_IN_HAND;
        let first = self.in_hand.iter().find(|(_, since)| waits(since));
        first.map_or(self.session.sequence, |(first, _)| first.saturating_sub(1))
    }
}

/// An event that is not done until this is dropped.
#[derive(Debug)]
pub(in super::super) struct InHand {
    sessions: Sessions,
    shard: ShardId,
    sequence: u64,
    since: Instant,
}

impl Sessions {
    /// Sessions that are left to the next process, with those that the one before has left.
    pub(in super::super) fn left_by(before: Vec<Inherited>) -> Self {
        let kept = |it: Inherited| {
            let Inherited { shard, session, servers } = it;
            (key(shard), Kept { session, servers, inherited: true, in_hand: BTreeMap::new() })
        };
        let shards = Mutex::new(before.into_iter().map(kept).collect());
        Self(Arc::new(Inner { left: true, shards, changed: Notify::new() }))
    }

    /// Whether they are left to the next process.
    pub(super) fn are_left(&self) -> bool {
        self.0.left
    }

    /// What is kept of a shard.
    pub(super) fn get(&self, shard: ShardId) -> Option<ShardSession> {
        self.shards().get(&key(shard)).map(|kept| kept.session.clone())
    }

    /// A shard has begun a session.
    pub(super) fn began(&self, shard: ShardId, session: ShardSession) {
        let kept = Kept { session, servers: 0, inherited: false, in_hand: BTreeMap::new() };
        self.shards().insert(key(shard), kept);
    }

    /// Whether a shard is about to resume what the process before has begun.
    pub(super) fn is_inherited(&self, shard: ShardId) -> bool {
        self.shards().get(&key(shard)).is_some_and(|kept| kept.inherited)
    }

    /// A shard has resumed its session, and has heard all that it missed.
    pub(super) fn resumed(&self, shard: ShardId) {
        if let Some(kept) = self.shards().get_mut(&key(shard)) {
            kept.inherited = false;
        }
    }

    /// A connection has ended: what resumes its session, if that can be resumed.
    pub(super) fn ended(&self, shard: ShardId, session: Option<ShardSession>) {
        let mut shards = self.shards();
        match (shards.get_mut(&key(shard)), session) {
            (Some(kept), Some(session)) => kept.session.resume_url = session.resume_url,
            (Some(_), None) => {
                shards.remove(&key(shard));
            }
            (None, _) => {}
        }
    }

    /// An event came that needs no care.
    pub(super) fn passed(&self, shard: ShardId, sequence: u64) {
        if let Some(kept) = self.shards().get_mut(&key(shard)) {
            kept.session.sequence = sequence;
        }
    }

    /// An event came; until what is handed back is dropped, it comes again to the process that
    /// follows a crash.
    pub(super) fn take(&self, shard: ShardId, sequence: u64, now: Instant) -> InHand {
        if let Some(kept) = self.shards().get_mut(&key(shard)) {
            kept.session.sequence = sequence;
            kept.in_hand.insert(sequence, now);
        }
        InHand { sessions: self.clone(), shard, sequence, since: now }
    }

    /// How many servers a shard has.
    pub(in super::super) fn note_servers(&self, shard: u32, servers: usize) {
        let mut shards = self.shards();
        if let Some((_, kept)) = shards.iter_mut().find(|((number, _), _)| *number == shard) {
            kept.servers = servers;
        }
        self.0.changed.notify_one();
    }

    /// How many servers a shard had when its session began, and how many shards there are.
    pub(in super::super) fn servers_of(&self, shard: u32) -> Option<(usize, u32)> {
        let shards = self.shards();
        let found = shards.iter().find(|((number, _), _)| *number == shard);
        found.map(|((_, total), kept)| (kept.servers, *total))
    }

    /// The number of a shard's last event before the first that is not done.
    pub(super) fn done(&self, shard: ShardId, now: Instant) -> Option<u64> {
        self.shards().get(&key(shard)).map(|kept| kept.done(now))
    }

    /// What the next process goes on from: what is not done comes to it.
    pub(in super::super) fn to_leave(&self, now: Instant) -> Vec<Inherited> {
        let leave = |((number, total), kept): (&(u32, u32), &Kept)| {
            let session = ShardSession { sequence: kept.done(now), ..kept.session.clone() };
            let shard = ShardId::new_checked(*number, *total)?;
            Some(Inherited { shard, session, servers: kept.servers })
        };
        self.shards().iter().filter_map(leave).collect()
    }

    /// Forgets the sessions of shards of which there are not so many.
    pub(in super::super) fn keep_those_among(&self, total: u32) {
        self.shards().retain(|(_, among), _| *among == total);
    }

    /// Waits until a session has begun, and all is known of it.
    pub(in super::super) async fn changed(&self) {
        self.0.changed.notified().await;
    }

    fn shards(&self) -> MutexGuard<'_, BTreeMap<(u32, u32), Kept>> {
        self.0.shards.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for InHand {
    fn drop(&mut self) {
        let mut shards = self.sessions.shards();
        let Some(kept) = shards.get_mut(&key(self.shard)) else { return };
        // Another session of the shard may have an event of that number by now.
        if kept.in_hand.get(&self.sequence) == Some(&self.since) {
            kept.in_hand.remove(&self.sequence);
        }
    }
}

/// With another number of shards, each has other servers, and no session fits any more.
fn key(shard: ShardId) -> (u32, u32) {
    (shard.number(), shard.total())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHARD: ShardId = ShardId::new(1, 2);

    fn session(sequence: u64) -> ShardSession {
        let resume_url = Some("wss://gateway-us-east1-b.discord.gg".to_owned());
        ShardSession { id: "a".to_owned(), sequence, resume_url }
    }

    fn left(sessions: &Sessions, now: Instant) -> Vec<u64> {
        sessions.to_leave(now).iter().map(|it| it.session.sequence).collect()
    }

    #[test]
    fn a_session_is_kept_for_its_shard_among_as_many() {
        let sessions = Sessions::default();
        sessions.began(SHARD, session(7));
        assert_eq!(sessions.get(SHARD), Some(session(7)));
        assert_eq!(sessions.get(ShardId::new(1, 4)), None);
        sessions.ended(SHARD, None);
        assert_eq!(sessions.get(SHARD), None);
        sessions.ended(SHARD, Some(session(7)));
        assert_eq!(sessions.get(SHARD), None);
    }

    #[test]
    fn the_next_process_goes_on_before_the_first_event_that_is_not_done() {
        let (sessions, start) = (Sessions::default(), Instant::now());
        sessions.began(SHARD, session(1));
        sessions.passed(SHARD, 2);
        let third = sessions.take(SHARD, 3, start);
        let fourth = sessions.take(SHARD, 4, start + Duration::from_secs(9));
        sessions.passed(SHARD, 5);
        assert_eq!(left(&sessions, start), [2]);
        // A connection of this process has nothing to hear again.
        assert_eq!(sessions.get(SHARD), Some(session(5)));
        // What takes long does not hold up the rest for ever.
        assert_eq!(left(&sessions, start + LONGEST_IN_HAND), [3]);
        drop(third);
        assert_eq!(left(&sessions, start), [3]);
        drop(fourth);
        assert_eq!(left(&sessions, start), [5]);
    }

    #[test]
    fn a_session_is_inherited_until_it_is_resumed() {
        let sessions = Sessions::default();
        sessions.began(SHARD, session(7));
        sessions.note_servers(1, 40);
        let next = Sessions::left_by(sessions.to_leave(Instant::now()));
        assert_eq!(next.get(SHARD), Some(session(7)));
        assert_eq!(next.servers_of(1), Some((40, 2)));
        assert!(next.is_inherited(SHARD) && next.are_left());
        next.resumed(SHARD);
        assert!(!next.is_inherited(SHARD));
    }

    #[test]
    fn a_session_can_be_handed_on_as_text() {
        let kept = Inherited { shard: SHARD, session: session(7), servers: 40 };
        let text = serde_json::to_string(&kept).unwrap();
        assert_eq!(serde_json::from_str::<Inherited>(&text).unwrap(), kept);
    }
}
