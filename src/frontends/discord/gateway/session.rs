//! The session of each shard: what it takes to go on where a connection, or a process, ended.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use serde::{Deserialize, Serialize};
use twilight_gateway::{Session, ShardId};

/// What resumes a shard's session. Whoever has it and the token can take the session over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct ShardSession {
    /// Its id and the number of its last event.
    pub(super) session: Session,
    /// Where Discord wants it resumed; where the gateway is, if that failed.
    pub(super) resume_url: Option<String>,
}

/// The sessions of all shards; they outlive connections, and can be handed to the next process.
/// Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Sessions(Arc<Mutex<BTreeMap<(u32, u32), ShardSession>>>);

impl Sessions {
    /// What is kept of a shard.
    pub(super) fn get(&self, shard: ShardId) -> Option<ShardSession> {
        self.map(|sessions| sessions.get(&key(shard)).cloned())
    }

    /// Keeps a shard's session, or forgets it.
    pub(super) fn set(&self, shard: ShardId, session: Option<ShardSession>) {
        self.map(|sessions| match session {
            Some(session) => sessions.insert(key(shard), session),
            None => sessions.remove(&key(shard)),
        });
    }

    fn map<T>(&self, act: impl FnOnce(&mut BTreeMap<(u32, u32), ShardSession>) -> T) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// With another number of shards, each has other servers, and no session fits any more.
fn key(shard: ShardId) -> (u32, u32) {
    (shard.number(), shard.total())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_kept_for_its_shard_among_as_many() {
        let sessions = Sessions::default();
        let kept = ShardSession { session: Session::new(7, "a".to_owned()), resume_url: None };
        sessions.set(ShardId::new(1, 2), Some(kept.clone()));
        assert_eq!(sessions.get(ShardId::new(1, 2)), Some(kept));
        assert_eq!(sessions.get(ShardId::new(1, 4)), None);
        sessions.set(ShardId::new(1, 2), None);
        assert_eq!(sessions.get(ShardId::new(1, 2)), None);
    }

    #[test]
    fn a_session_can_be_handed_on_as_text() {
        let kept = ShardSession {
            session: Session::new(7, "a".to_owned()),
            resume_url: Some("wss://gateway-us-east1-b.discord.gg".to_owned()),
        };
        let text = serde_json::to_string(&kept).unwrap();
        assert_eq!(serde_json::from_str::<ShardSession>(&text).unwrap(), kept);
    }
}
