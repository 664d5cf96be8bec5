//! The tokens of presses that are still good. While its token lives, an interaction that was answered
//! with an update reaches the message that was pressed, and can post beside it. That counts neither
//! against the bot's 50 requests a second nor in the channel's buckets.
//!
//! They are kept in memory alone: whoever has one can write in our name. After a restart the bot's
//! own token does until somebody presses again.

use std::collections::HashMap;
use std::hash::Hash;
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::interaction::InteractionHandle;
use super::ttl_cache::Recent;
use domain::{Address, ChannelId, MemberId, ServerId};

/// How many are kept of each kind.
const MOST: usize = 5_000;
/// A token lives for fifteen minutes; what is under way at its end must still arrive.
const LIVES: Duration = Duration::from_secs(14 * 60);
/// One that lives for no longer than this is worth replacing.
const SHORT: Duration = Duration::from_secs(4 * 60);
/// How long a job waits for a press that is just being answered: as long as Discord waits for that.
const PATIENCE: Duration = Duration::from_secs(3);

/// Whose words a message shows, and in which channel.
type Speaker = (ChannelId, MemberId);

/// The tokens that are known. Cheap to clone.
#[derive(Clone, Default)]
pub(super) struct PressTokens(Arc<Shared>);

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    /// A press has been answered.
    answered: Notify,
}

#[derive(Default)]
struct State {
    messages: Tokens<Address>,
    speakers: Tokens<Speaker>,
}

/// Tokens by what they reach.
struct Tokens<K> {
    known: Recent<K, Arc<InteractionHandle>>,
    /// How many presses are being answered that may bring one.
    in_hand: HashMap<K, u32>,
}

/// What is known of a token at the moment.
enum Look {
    Known(Arc<InteractionHandle>),
    /// A press is being answered that may bring one.
    Soon,
    None,
}

impl<K: Copy + Eq + Hash> Default for Tokens<K> {
    fn default() -> Self {
        Self { known: Recent::new(MOST, LIVES), in_hand: HashMap::new() }
    }
}

impl<K: Copy + Eq + Hash> Tokens<K> {
    fn begin(&mut self, key: K) {
        *self.in_hand.entry(key).or_default() += 1;
    }

    fn end(&mut self, key: K) {
        if let Some(count) = self.in_hand.get_mut(&key) {
            *count -= 1;
            if *count == 0 {
                self.in_hand.remove(&key);
            }
        }
    }

    fn look(&self, key: K, now: Instant) -> Look {
        match self.known.get(&key, now) {
            Some(token) => Look::Known(Arc::clone(token)),
            None if self.in_hand.contains_key(&key) => Look::Soon,
            None => Look::None,
        }
    }

    /// Forgets a token, unless a newer one has taken its place.
    fn forget(&mut self, key: K, token: &InteractionHandle, now: Instant) {
        if self.known.get(&key, now).is_some_and(|known| known.id == token.id) {
            self.known.remove(&key);
        }
    }
}

impl PressTokens {
    /// A member has pressed something on a message, and is being answered.
    pub(super) fn begin(&self, server: ServerId, at: Address, member: MemberId) -> Press {
        let mut state = self.state();
        state.messages.begin(at);
        state.speakers.begin((at.place, member));
        drop(state);
        Press { tokens: self.clone(), server, at, member }
    }

    /// A token that reaches a message. One that a press is about to bring is waited for.
    pub(super) async fn of_message(&self, at: Address) -> Option<Arc<InteractionHandle>> {
        self.find(|state, now| state.messages.look(at, now)).await
    }

    /// A token of a member's own, to post in a channel.
    pub(super) async fn of_speaker(
        &self,
        place: ChannelId,
        member: MemberId,
    ) -> Option<Arc<InteractionHandle>> {
        self.find(|state, now| state.speakers.look((place, member), now)).await
    }

    /// Forgets a token that Discord refuses.
    pub(super) fn forget_message(&self, at: Address, token: &InteractionHandle) {
        self.state().messages.forget(at, token, Instant::now());
    }

    /// Forgets a token that Discord refuses.
    pub(super) fn forget_speaker(
        &self,
        place: ChannelId,
        member: MemberId,
        token: &InteractionHandle,
    ) {
        self.state().speakers.forget((place, member), token, Instant::now());
    }

    async fn find(&self, look: impl Fn(&State, Instant) -> Look) -> Option<Arc<InteractionHandle>> {
        let deadline = tokio::time::Instant::now() + PATIENCE;
        loop {
            let mut answered = pin!(self.0.answered.notified());
            answered.as_mut().enable();
            let seen = look(&self.state(), Instant::now());
            match seen {
                Look::Known(token) => return Some(token),
                Look::None => return None,
                Look::Soon => {}
            }
            if tokio::time::timeout_at(deadline, answered).await.is_err() {
                return None;
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A press that is being answered.
pub(super) struct Press {
    tokens: PressTokens,
    pub(super) server: ServerId,
    pub(super) at: Address,
    pub(super) member: MemberId,
}

impl Press {
    /// Whether a token is known that reaches the message for some time to come.
    pub(super) fn is_reached(&self) -> bool {
        let soon = Instant::now() + SHORT;
        matches!(self.tokens.state().messages.look(self.at, soon), Look::Known(_))
    }

    /// It was answered with an update: from now on its token reaches the message.
    pub(super) fn reaches(&self, token: &InteractionHandle) {
        let since = token.received;
        let token = Arc::new(InteractionHandle { response: None, ..token.clone() });
        let mut state = self.tokens.state();
        state.messages.known.put(self.at, Arc::clone(&token), since);
        state.speakers.known.put((self.at.place, self.member), token, since);
    }
}

impl Drop for Press {
    fn drop(&mut self) {
        let mut state = self.tokens.state();
        state.messages.end(self.at);
        state.speakers.end((self.at.place, self.member));
        drop(state);
        self.tokens.0.answered.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use domain::MessageId;
    use serenity::model::id::InteractionId;

    use super::*;

    const CLUB: ServerId = ServerId(9);
    const ANA: MemberId = MemberId(7);
    const BEN: MemberId = MemberId(8);
    const HERE: ChannelId = ChannelId(1);
    const AT: Address = Address { place: HERE, message: MessageId(2) };

    fn token(id: u64, received: Instant) -> InteractionHandle {
        let token = format!("token {id}");
        InteractionHandle {
            id: InteractionId::new(id),
            application: 5,
            token,
            received,
            response: None,
        }
    }

    #[tokio::test]
    async fn a_press_that_is_being_answered_is_waited_for() {
        let tokens = PressTokens::default();
        assert!(tokens.of_message(AT).await.is_none());
        let press = tokens.begin(CLUB, AT, ANA);
        let waits = tokio::spawn({
            let tokens = tokens.clone();
            async move { tokens.of_message(AT).await.map(|token| token.id.get()) }
        });
        tokio::task::yield_now().await;
        assert!(!press.is_reached());
        press.reaches(&token(3, Instant::now()));
        assert!(press.is_reached());
        drop(press);
        assert_eq!(waits.await.unwrap(), Some(3));
        assert!(tokens.of_speaker(HERE, ANA).await.is_some());
        assert!(tokens.of_speaker(HERE, BEN).await.is_none());
        // Another that was answered otherwise takes nothing away.
        drop(tokens.begin(CLUB, AT, BEN));
        assert!(tokens.of_message(AT).await.is_some());
        assert!(tokens.of_speaker(HERE, BEN).await.is_none());
    }

    #[tokio::test]
    async fn one_that_never_ends_is_not_waited_for_long() {
        let tokens = PressTokens::default();
        let _press = tokens.begin(CLUB, AT, ANA);
        assert!(tokens.of_message(AT).await.is_none());
    }

    #[tokio::test]
    async fn old_and_refused_tokens_are_not_used() {
        let tokens = PressTokens::default();
        let press = tokens.begin(CLUB, AT, ANA);
        let Some(old) = Instant::now().checked_sub(LIVES) else { return };
        press.reaches(&token(3, old));
        assert!(!press.is_reached());
        press.reaches(&token(4, old + SHORT / 2));
        assert!(!press.is_reached(), "it will be old soon");
        drop(press);
        let known = tokens.of_message(AT).await.unwrap();
        assert_eq!(known.id.get(), 4);
        tokens.forget_message(AT, &token(3, old));
        assert!(tokens.of_message(AT).await.is_some(), "another was refused");
        tokens.forget_message(AT, &known);
        assert!(tokens.of_message(AT).await.is_none());
        assert!(tokens.of_speaker(HERE, ANA).await.is_some());
    }
}
