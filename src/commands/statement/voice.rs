//! *Agree*, *Stand aside*, *Object*, and taking that back.

use super::{Read, checked, form, gone, id, open, over};
use crate::command::{
    Arguments, CommandError, Context, ReplyMode, Services, UserError, Written, permissions,
};
use crate::messages::{Accent, Button, Card, Reply, Text, statement};
use crate::store::{Heard, Said};
use domain::statement::{REASON, Voice};
use domain::{RoundDetails, Statement, StatementId};

/// Agrees to a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Agree(Read);

/// Stands aside from a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Aside(Read);

/// Objects to a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Object {
    read: Read,
    anonymous: bool,
    reason: Option<String>,
}

/// Takes back what was said to a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Unsay(StatementId);

impl Agree {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Read::parse(arguments).map(Self)
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        say(context, services, self.0, Some(Voice::Agree)).await
    }
}

impl Aside {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Read::parse(arguments).map(Self)
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        say(context, services, self.0, Some(Voice::Aside)).await
    }
}

impl Unsay {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        id(arguments).map(Self)
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::UPDATE
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        say(context, services, Read { id: self.0, version: 1 }, None).await
    }
}

impl Object {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            read: Read::parse(arguments)?,
            anonymous: arguments.flag("anonymous")?,
            reason: arguments.field("text"),
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.reason.is_some() { ReplyMode::EPHEMERAL } else { ReplyMode::FORM }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let named = !self.anonymous;
        if let Some(reason) = self.reason {
            let reason = checked(&reason, Written::Reason, REASON)?;
            return say(context, services, self.read, Some(Voice::Object { reason, named })).await;
        }
        let (statement, _) = open(context, services, self.read.id).await?;
        let before =
            services.store.voice_of(context.server, statement.id, context.member.id).await?;
        Ok(ask(self.read, named, before))
    }
}

/// The form for a reason, with the one that the member gave before.
fn ask(Read { id, version }: Read, named: bool, before: Option<Voice>) -> Reply {
    let (was_named, value) = match before {
        Some(Voice::Object { reason, named }) => (Some(named), Some(reason)),
        _ => (None, None),
    };
    let title = match (was_named, named) {
        (None, true) => "Why do you object?",
        (None, false) => "Why do you object? Without your name",
        (Some(true), true) => "Change your objection",
        (Some(false), false) => "Change your objection, without name",
        // Nobody is to give their name away unawares.
        (Some(false), true) => "Put your name to your objection",
        (Some(true), false) => "Take your name off your objection",
    };
    let same = if named { "" } else { " anonymous:true" };
    let submit = format!("statement object statement:{id} version:{version}{same}");
    form(title, submit, "The reason, and what would help", value, REASON)
}

async fn say(
    context: &Context,
    services: &Services,
    Read { id, version }: Read,
    voice: Option<Voice>,
) -> Result<Reply, CommandError> {
    open(context, services, id).await?;
    let said = Said {
        speaker: permissions::speaker(context, services).await?,
        statement: id,
        version,
        voice: voice.clone(),
    };
    let corpus = services.corpus.clone();
    let effects =
        move |was: &RoundDetails, now: &RoundDetails| statement::changed(&corpus, was, now);
    let heard = services.store.say(said, effects).await?.ok_or_else(over)?;
    match heard {
        Heard::Newer(it) => {
            let standing = it.statement.as_ref().ok_or_else(gone)?;
            Ok(Reply::Ephemeral(newer(&it, standing)))
        }
        Heard::Done { before, now } => {
            let standing = now.statement.as_ref().ok_or_else(gone)?;
            let card = receipt(standing, before.as_ref(), voice.as_ref());
            Ok(if voice.is_some() { Reply::Ephemeral(card) } else { Reply::Update(card) })
        }
    }
}

/// What a member reads who consents to words that stand no longer: the new ones, to read first.
fn newer(it: &RoundDetails, standing: &Statement) -> Card {
    let mut card = statement::card(it, standing);
    card.subject = None;
    let note = Text::new().strong(
        "It has other words by now, so nothing was counted. Read these, then say what you think.",
    );
    card.blocks.insert(0, crate::messages::Block::Text(note));
    card
}

/// What a member reads who has said something.
fn receipt(standing: &Statement, before: Option<&Voice>, voice: Option<&Voice>) -> Card {
    let first = match voice {
        _ if before == voice && voice.is_some() => "You have said so already; it counts.",
        Some(Voice::Agree) => "You agree.",
        Some(Voice::Aside) => "You stand aside: you do not agree, and do not stand in the way.",
        Some(Voice::Object { named: true, .. }) => {
            "You object, and your reason stands there under your name."
        }
        Some(Voice::Object { named: false, .. }) => {
            "You object, and your reason stands there without your name."
        }
        None if before.is_some() => "Taken back: you have said nothing to it.",
        None => "You had said nothing to it.",
    };
    let text = Text::new().strong(first);
    let text = match voice {
        Some(Voice::Agree | Voice::Aside) => text.plain(" Nobody sees that it is you."),
        Some(Voice::Object { .. }) => {
            text.plain(" It stands until you take it back or say something else.")
        }
        None => text,
    };
    let card = Card::saying(text)
        .text(statement::verdict(standing))
        .accent(Accent::Done)
        .footer(format!("Round {}", standing.round));
    if voice.is_none() {
        return card;
    }
    card.text(Text::new().soft("You can change your mind until the round is closed.")).buttons([
        Button::side("Take back what I said", format!("statement unsay statement:{}", standing.id)),
    ])
}
