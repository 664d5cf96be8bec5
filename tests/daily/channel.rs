//! A Discord in memory, which knows no nonce: what is sent twice stands twice.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard};
use std::time::Duration;

use commonplace::messages::permissions::Permission;
use commonplace::messages::{Card, Effect};
use commonplace::outbox::{Obstacle, OutboxJob, PublishError, Published, Publisher};
use domain::{Address, ChannelId, MessageId};

/// What goes wrong with one request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    None,
    /// It did not arrive, and nobody knows.
    LostBefore,
    /// It was done, and the answer was lost.
    LostAfter,
    /// It was surely not done.
    Failed,
    /// It was surely not done, and may be tried again after so many seconds.
    Limited(u64),
    /// Our own program fell over after it was done.
    Panics,
}

#[derive(Default)]
pub(crate) struct Channel(Mutex<State>);

#[derive(Default)]
pub(crate) struct State {
    /// What stands, by place: the key and the card.
    pub(crate) posts: Vec<(ChannelId, String, Card)>,
    /// What was said to a member alone.
    pub(crate) direct: Vec<Card>,
    /// How often a thread was opened under a message.
    pub(crate) threads: HashMap<MessageId, usize>,
    /// What goes wrong with the requests to come.
    pub(crate) faults: VecDeque<Fault>,
    /// What is missing, by place.
    pub(crate) closed: HashMap<ChannelId, Obstacle>,
    /// Where we cannot look.
    pub(crate) blind: bool,
    pub(crate) requests: usize,
}

impl Channel {
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// The keys of what stands in a place.
    pub(crate) fn keys(&self, place: ChannelId) -> Vec<String> {
        let state = self.state();
        let here = state.posts.iter().filter(|post| post.0 == place);
        here.map(|post| post.1.clone()).collect()
    }
}

impl Publisher for Channel {
    async fn publish(&self, job: &OutboxJob) -> Result<Published, PublishError> {
        let fault = {
            let mut state = self.state();
            state.requests += 1;
            state.faults.pop_front().unwrap_or(Fault::None)
        };
        // Whoever kills the program can do so before and after it is done.
        tokio::task::yield_now().await;
        match fault {
            Fault::LostBefore => return Err(PublishError::Unknown),
            Fault::Failed => return Err(PublishError::RetryAfter(Duration::ZERO)),
            Fault::Limited(seconds) => {
                return Err(PublishError::RetryAfter(Duration::from_secs(seconds)));
            }
            Fault::None | Fault::LostAfter | Fault::Panics => {}
        }
        let done = self.state().carry(job);
        tokio::task::yield_now().await;
        match fault {
            Fault::LostAfter => Err(PublishError::Unknown),
            Fault::Panics => panic!("as the test wants it"),
            _ => done,
        }
    }

    async fn find_published(&self, job: &OutboxJob) -> Result<Option<Published>, PublishError> {
        tokio::task::yield_now().await;
        let mut state = self.state();
        state.requests += 1;
        if state.blind {
            return Err(PublishError::Forbidden(Obstacle::Missing(vec![
                Permission::ReadMessageHistory,
            ])));
        }
        match state.faults.pop_front().unwrap_or(Fault::None) {
            Fault::None => Ok(state.find(&job.key)),
            Fault::Panics => panic!("as the test wants it"),
            Fault::Failed => Err(PublishError::RetryAfter(Duration::ZERO)),
            Fault::Limited(seconds) => Err(PublishError::RetryAfter(Duration::from_secs(seconds))),
            Fault::LostBefore | Fault::LostAfter => Err(PublishError::Unknown),
        }
    }
}

impl State {
    fn carry(&mut self, job: &OutboxJob) -> Result<Published, PublishError> {
        match &job.effect {
            Effect::Post { place, .. }
            | Effect::Notice { place: Some(place), .. }
            | Effect::Look { place }
                if self.closed.contains_key(place) =>
            {
                Err(PublishError::Forbidden(self.closed[place].clone()))
            }
            Effect::Post { place, card } | Effect::Notice { place: Some(place), card, .. } => {
                self.posts.push((*place, job.key.clone(), card.clone()));
                Ok(Published::Message(self.address(self.posts.len() - 1)))
            }
            Effect::Thread { under, .. } => {
                // Discord gives a message one thread, and refuses a second.
                self.threads.entry(under.message).or_insert(1);
                Ok(Published::Thread(ChannelId(under.message.0)))
            }
            Effect::Notice { place: None, card, .. } => {
                self.direct.push(card.clone());
                Ok(Published::Done)
            }
            Effect::Beside { .. } => panic!("a daily is not posted beside anything"),
            Effect::Look { .. }
            | Effect::Announce { .. }
            | Effect::Face { .. }
            | Effect::Delete { .. }
            | Effect::Archive { .. }
            | Effect::Event { .. }
            | Effect::Remind { .. }
            | Effect::Pin { .. }
            | Effect::Tags { .. } => Ok(Published::Done),
            Effect::Edit { .. } => job.known_target().map(Published::Message),
        }
    }

    fn find(&self, key: &str) -> Option<Published> {
        let index = self.posts.iter().position(|post| post.1 == key)?;
        Some(Published::Message(self.address(index)))
    }

    fn address(&self, index: usize) -> Address {
        let message = i64::try_from(index).expect("few posts");
        Address { place: self.posts[index].0, message: MessageId(1_000 + message) }
    }
}
