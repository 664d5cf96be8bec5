//! What a person did, and what came of it.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::Value;

use super::{Message, Modal};
use crate::Shared;
use crate::id::Id;
use crate::refusal::Refusal;
use crate::world::interactions::Act;
use crate::world::{Deferral, Interaction, Reply, World};

/// How the bot answered.
#[derive(Clone, Debug)]
pub enum Answer {
    /// With a message, for all or for one.
    Message(Message),
    /// With a new face for the pressed message.
    Update(Message),
    /// With a form.
    Modal(Modal),
    /// With choices for an option: their names and values.
    Choices(Vec<(String, Value)>),
    /// With nothing that can be seen: it deferred an update and made none, or took its answer away.
    Nothing,
}

/// Something a person did and the bot answered. When the answer is a message, the exchange can be
/// read as that message.
#[derive(Clone, Debug)]
pub struct Exchange {
    shared: Arc<Shared>,
    /// The interaction's id.
    pub id: Id,
    /// The interaction's token.
    pub token: String,
    /// The interaction as it was sent to the bot.
    pub payload: Value,
    /// How the bot answered.
    pub answer: Answer,
    /// Whether it deferred its answer.
    pub deferred: bool,
    /// From the sending to the answer.
    pub took: Duration,
}

/// Why nothing came of it.
#[derive(Clone, Debug)]
pub enum Failure {
    /// "This interaction failed": no answer in time. With it, what the bot tried and was refused.
    NoAnswer(Vec<Refusal>),
    /// The bot deferred its answer and never gave it.
    NeverEdited(Vec<Refusal>),
    /// No bot is connected.
    NoBot,
    /// There is no such command here; with it, those there are.
    NoSuchCommand {
        /// What was typed.
        typed: String,
        /// What is registered.
        there: Vec<String>,
    },
    /// The message or form has no such part.
    NoSuchComponent {
        /// What was looked for.
        wanted: String,
        /// What is there.
        there: Vec<String>,
    },
    /// The button or select is disabled.
    Disabled(String),
    /// Discord does not let the person do this here.
    NotAllowed(String),
    /// The client does not let it go: a value is missing, unknown, or out of bounds.
    Invalid(String),
    /// The answer is of another sort than the test expected.
    Unexpected(String),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let refused = |f: &mut fmt::Formatter<'_>, refusals: &[Refusal]| {
            refusals.iter().try_for_each(|refusal| write!(f, "; the bot was refused: {refusal}"))
        };
        match self {
            Self::NoAnswer(refusals) => {
                write!(f, "This interaction failed: no answer in time")?;
                refused(f, refusals)
            }
            Self::NeverEdited(refusals) => {
                write!(f, "the bot is thinking, and goes on thinking")?;
                refused(f, refusals)
            }
            Self::NoBot => write!(f, "no bot is connected"),
            Self::NoSuchCommand { typed, there } => {
                write!(f, "there is no command {typed:?}, only {there:?}")
            }
            Self::NoSuchComponent { wanted, there } => {
                write!(f, "there is no {wanted:?}, only {there:?}")
            }
            Self::Disabled(what) => write!(f, "{what:?} is disabled"),
            Self::NotAllowed(why) => write!(f, "not allowed: {why}"),
            Self::Invalid(why) => write!(f, "the client does not send this: {why}"),
            Self::Unexpected(what) => write!(f, "the bot answered with {what}"),
        }
    }
}

impl std::error::Error for Failure {}

impl Deref for Exchange {
    type Target = Message;

    /// The message that the bot answered with.
    ///
    /// # Panics
    /// If it answered otherwise.
    fn deref(&self) -> &Message {
        match &self.answer {
            Answer::Message(message) | Answer::Update(message) => message,
            other => panic!("the bot answered with no message but {other:#?}"),
        }
    }
}

impl Exchange {
    /// The message, new or updated.
    ///
    /// # Errors
    /// If the bot answered otherwise.
    pub fn message(&self) -> Result<Message, Failure> {
        match &self.answer {
            Answer::Message(message) | Answer::Update(message) => Ok(message.clone()),
            other => Err(Failure::Unexpected(format!("{other:?}"))),
        }
    }

    /// The form.
    ///
    /// # Errors
    /// If the bot answered otherwise.
    pub fn modal(self) -> Result<Modal, Failure> {
        match self.answer {
            Answer::Modal(modal) => Ok(modal),
            other => Err(Failure::Unexpected(format!("{other:?}"))),
        }
    }

    /// Whether the answer changed the pressed message.
    #[must_use]
    pub fn is_update(&self) -> bool {
        matches!(self.answer, Answer::Update(_))
    }

    /// The messages that the bot sent after its answer, as they stand now.
    #[must_use]
    pub fn follow_ups(&self) -> Vec<Message> {
        let world = self.shared.world();
        let ids = world.interactions.get(&self.id).map(|one| one.follow_ups.clone());
        let ids = ids.unwrap_or_default();
        ids.iter().filter_map(|id| Message::of(&self.shared, &world, *id)).collect()
    }

    /// Waits until there are so many messages after the answer.
    ///
    /// # Errors
    /// If there are fewer after `patience`.
    pub async fn wait_for_follow_ups(
        &self,
        count: usize,
        patience: Duration,
    ) -> Result<Vec<Message>, Failure> {
        let look = || Some(self.follow_ups()).filter(|list| list.len() >= count);
        let found = super::wait(&self.shared, patience, look).await;
        found.ok_or_else(|| Failure::Unexpected(format!("{} follow-ups", self.follow_ups().len())))
    }

    /// What the bot tried as a first answer and was refused, a second answer included.
    #[must_use]
    pub fn refused(&self) -> Vec<Refusal> {
        let world = self.shared.world();
        world.interactions.get(&self.id).map(|one| one.refused.clone()).unwrap_or_default()
    }

    /// Sends the same interaction to the bot once more.
    pub fn redeliver(&self) {
        self.shared.deliver(self.id, &self.payload);
    }
}

/// An interaction that is ready to be sent.
#[derive(Debug)]
pub struct Prepared {
    shared: Arc<Shared>,
    /// The interaction's id.
    pub id: Id,
    /// The interaction's token.
    pub token: String,
    /// The interaction as it will be sent; a test may change it.
    pub payload: Value,
}

impl Prepared {
    pub(super) fn new(shared: &Arc<Shared>, world: &mut World, act: Act) -> Self {
        let (id, payload) = world.interact(act);
        let token = payload["token"].as_str().unwrap_or_default().to_owned();
        Self { shared: Arc::clone(shared), id, token, payload }
    }

    /// Sends it and waits for the answer.
    ///
    /// # Errors
    /// If there is no bot, or no answer in time.
    pub async fn send(self) -> Result<Exchange, Failure> {
        self.send_times(1).await
    }

    /// Sends it so many times over and waits for the answer.
    ///
    /// # Errors
    /// If there is no bot, or no answer in time.
    pub async fn send_times(self, times: usize) -> Result<Exchange, Failure> {
        let start = Instant::now();
        if !self.somebody_is_there() {
            return Err(Failure::NoBot);
        }
        for _ in 0..times {
            self.shared.deliver(self.id, &self.payload);
        }
        let (answer, deferred) = self.answer(start).await?;
        let Self { shared, id, token, payload } = self;
        Ok(Exchange { shared, id, token, payload, answer, deferred, took: start.elapsed() })
    }

    fn somebody_is_there(&self) -> bool {
        let world = self.shared.world();
        let guild = world.interactions.get(&self.id).and_then(|one| one.guild);
        world.interactions_endpoint_url.is_some() || self.shared.gateway.has_session(guild)
    }

    async fn answer(&self, start: Instant) -> Result<(Answer, bool), Failure> {
        let options = &self.shared.options;
        let changed = {
            let world = self.shared.world();
            let interaction = world.interactions.get(&self.id);
            Arc::clone(&interaction.ok_or(Failure::NoAnswer(Vec::new()))?.changed)
        };
        // A little grace, so that an answer that Discord still takes is still seen.
        let mut deadline = start + options.answer_within + Duration::from_millis(100);
        loop {
            let mut next = std::pin::pin!(changed.notified());
            next.as_mut().enable();
            let failure = match self.look() {
                Look::Done(answer, deferred) => return Ok((*answer, deferred)),
                Look::Waiting(refused) => Failure::NoAnswer(refused),
                Look::Deferred(deferral, refused) => {
                    let patience = match deferral {
                        Deferral::Message => options.patience,
                        Deferral::Update => options.update_patience,
                    };
                    deadline = start + patience;
                    if deferral == Deferral::Update && Instant::now() >= deadline {
                        return Ok((Answer::Nothing, true));
                    }
                    Failure::NeverEdited(refused)
                }
            };
            if Instant::now() >= deadline {
                return Err(failure);
            }
            let _ = tokio::time::timeout_at(deadline.into(), next).await;
        }
    }

    fn look(&self) -> Look {
        let done = |answer, deferred| Look::Done(Box::new(answer), deferred);
        let world = self.shared.world();
        let Some(interaction) = world.interactions.get(&self.id) else {
            return Look::Waiting(Vec::new());
        };
        let message = |id: Option<Id>| id.and_then(|id| Message::of(&self.shared, &world, id));
        let show = |make: fn(Message) -> Answer, id| message(id).map_or(Answer::Nothing, make);
        let loading = |id: Option<Id>| {
            id.and_then(|id| world.messages.get(&id)).is_some_and(crate::world::Message::loading)
        };
        let refused = interaction.refused.clone();
        match &interaction.reply {
            None => Look::Waiting(refused),
            Some(Reply::Message) => done(show(Answer::Message, interaction.original), false),
            Some(Reply::Update) => done(show(Answer::Update, interaction.original), false),
            Some(Reply::Modal(data)) => done(Answer::Modal(form(interaction, data)), false),
            Some(Reply::Choices(choices)) => {
                let pair = |choice: &Value| {
                    (
                        choice["name"].as_str().unwrap_or_default().to_owned(),
                        choice["value"].clone(),
                    )
                };
                done(Answer::Choices(choices.iter().map(pair).collect()), false)
            }
            Some(Reply::Deferred(Deferral::Message)) if loading(interaction.original) => {
                Look::Deferred(Deferral::Message, refused)
            }
            Some(Reply::Deferred(Deferral::Message)) => {
                done(show(Answer::Message, interaction.original), true)
            }
            // What is said to the person is what they look at, whatever else has changed.
            Some(Reply::Deferred(Deferral::Update)) => match interaction.follow_ups.first() {
                Some(first) => done(show(Answer::Message, Some(*first)), true),
                None if interaction.edits > 0 => {
                    done(show(Answer::Update, interaction.original), true)
                }
                None => Look::Deferred(Deferral::Update, refused),
            },
        }
    }
}

fn form(interaction: &Interaction, data: &Value) -> Modal {
    let opened_by = Value::clone(&interaction.metadata);
    Modal::of(data, interaction.channel, interaction.source, opened_by)
}

/// How far an exchange is.
enum Look {
    Waiting(Vec<Refusal>),
    Deferred(Deferral, Vec<Refusal>),
    Done(Box<Answer>, bool),
}
