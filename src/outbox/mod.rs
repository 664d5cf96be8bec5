//! What has to happen elsewhere: claim → publish → confirm.
//!
//! A job is in the outbox from the moment its cause is committed until a frontend has confirmed it,
//! so that a crash in between neither loses nor doubles anything.

mod outcome;
mod publish;
mod worker;

use std::future::Future;
use std::time::Duration;

pub use self::worker::{publish_due, run};
pub use crate::messages::deliveries::{ContentFilter, Obstacle};
use crate::messages::ui::limits::CUSTOM_ID;
pub use crate::store::{JobOutcome, OutboxJob};
use domain::schedule::Refusal;
use domain::{Address, ChannelId};

/// A frontend's way out: it carries out the jobs of the outbox.
pub trait Publisher: Send + Sync + 'static {
    /// Carries out a job. What can only be done to a message that exists has a
    /// [target](OutboxJob::target).
    ///
    /// A new message carries the job's [key](OutboxJob::key), so that it can be found again. A tag
    /// that cannot be made, a thread that is archived already and a message that was announced
    /// before are no errors.
    fn publish(
        &self,
        job: &OutboxJob,
    ) -> impl Future<Output = Result<Published, PublishError>> + Send;

    /// Looks whether a job that may have been carried out was; `None` if it surely was not. A
    /// message of ours is known by the job's [key](OutboxJob::key) in its nonce or in one of its
    /// buttons.
    ///
    /// [`PublishError::Forbidden`] means that it cannot be told before something is changed;
    /// [`PublishError::NotFound`] and [`PublishError::Invalid`], that it can never be told.
    fn find_published(
        &self,
        job: &OutboxJob,
    ) -> impl Future<Output = Result<Option<Published>, PublishError>> + Send;

    /// Hears what became of a job, once that is on record.
    fn confirmed(&self, _: &OutboxJob, _: &JobOutcome) {}
}

/// What a job that was carried out has made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// A message.
    Message(Address),
    /// A thread, or it was there already.
    Thread(ChannelId),
    /// Nothing to remember.
    Done,
}

/// Why a job was not carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishError {
    /// It was surely not sent, and may be tried again after this long. Zero if nobody has told how
    /// long: each further attempt then waits longer.
    RetryAfter(Duration),
    /// It may or may not have been sent: look before it is sent again.
    Unknown,
    /// Something must be changed first.
    Forbidden(Obstacle),
    /// Its channel or message is gone, or hidden from us.
    NotFound,
    /// Words in it are blocked. The same without them may go out.
    Filtered(ContentFilter),
    /// It is not something that can be sent. A mistake of ours; the words are for the log.
    Invalid(String),
}

impl PublishError {
    /// What is kept of it.
    #[must_use]
    pub fn refusal(&self) -> Refusal {
        match self {
            Self::RetryAfter(after) if after.is_zero() => Refusal::Unavailable,
            Self::RetryAfter(_) => Refusal::RateLimit,
            Self::Unknown => Refusal::Unknown,
            Self::Forbidden(_) => Refusal::Forbidden,
            Self::NotFound => Refusal::NotFound,
            Self::Filtered(_) | Self::Invalid(_) => Refusal::Invalid,
        }
    }
}

impl OutboxJob {
    /// The message that the job is done to.
    ///
    /// # Errors
    /// [`PublishError::Invalid`] if it is not known, which the outbox sees to beforehand.
    pub fn known_target(&self) -> Result<Address, PublishError> {
        let unknown = || PublishError::Invalid("its message is not known".to_owned());
        self.target.ok_or_else(unknown)
    }

    /// What a button of its message carries: the press, and the key if there is room for it in 100
    /// characters. A press is understood with it and without.
    #[must_use]
    pub fn mark(&self, press: &str) -> String {
        mark(press, &self.key)
    }

    /// Whether a button that carries `press` is of this job's message.
    #[must_use]
    pub fn marked(&self, press: &str) -> bool {
        press.split_whitespace().any(|word| word.strip_prefix("key:") == Some(&self.key))
    }
}

/// What a button carries of a message that is known by `key`: the press, and the key if there is
/// room for it in 100 characters.
#[must_use]
pub fn mark(press: &str, key: &str) -> String {
    let marked = format!("{press} key:{key}");
    if marked.len() > CUSTOM_ID { press.to_owned() } else { marked }
}

#[cfg(test)]
mod tests;
