//! `/queue join`, *I want to speak*.

use super::{Text, done, joiner, open, over};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::{Button, Card, Reply, seminar};
use domain::seminar::SeminarChange;
use domain::{Seminar, SeminarId};

/// Asks for the turn to speak.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    seminar: Option<SeminarId>,
}

impl Join {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = open(context, services, self.seminar).await?;
        let joiner = joiner(context, services, &found).await?;
        let corpus = services.corpus.clone();
        let effects = move |step: &SeminarChange| seminar::turned(&corpus, step);
        let (server, request) = (context.server, context.request);
        let step = services.store.ask_to_speak(server, found.id, joiner, request, effects).await?;
        let step = step.ok_or_else(over)?;
        Ok(Reply::Ephemeral(receipt(context, &step)))
    }
}

fn receipt(context: &Context, step: &SeminarChange) -> Card {
    let (member, now) = (context.member.id, &step.now);
    let before =
        |seminar: &Seminar| seminar.queue.speaks(member) || seminar.queue.place(member).is_some();
    let already = before(&step.was);
    if let Some(speaker) = now.queue.speaking.as_ref().filter(|it| it.member == member) {
        let said = if already { "It is your turn already." } else { "It is your turn: speak." };
        let line = format!("queue next seminar:{} turn:{}", now.id, speaker.turn);
        return done(now, Text::new().strong(said).plain(" Press the button when you are done."))
            .buttons([Button::main("I am done", line)]);
    }
    let said = if already { "You are in the queue already." } else { "You are in the queue." };
    let place = match now.queue.place(member) {
        Some(1) | None => " You come next.".to_owned(),
        Some(place) => format!(" You come as number {place}."),
    };
    let text = Text::new().strong(said).plain(" ").then(seminar::speaks(now)).plain(place);
    done(now, text)
        .buttons([Button::side("Leave the queue", format!("queue leave seminar:{}", now.id))])
}
