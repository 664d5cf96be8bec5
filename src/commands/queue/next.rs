//! `/queue next`, *Next*, *I am done*: ends a turn.

use super::{Text, done, follows, open, over};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::{Reply, seminar};
use domain::seminar::{Asker, SeminarChange};
use domain::{Seminar, SeminarId};

/// Ends the turn of the one who speaks. A button knows which turn it is about, so that pressing it
/// late or twice passes nobody over.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    seminar: Option<SeminarId>,
    turn: Option<i64>,
}

impl Next {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")?, turn: arguments.number("turn")? })
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
        let Some(speaker) = &found.queue.speaking else {
            return Err(UserError::refused(
                "Nobody speaks now, and nobody waits. `/queue join` asks for the turn.",
            )
            .into());
        };
        if self.turn.is_some_and(|turn| turn != speaker.turn) {
            return Ok(Reply::Ephemeral(late(&found)));
        }
        needs_the_turn(context, &found, speaker)?;
        let corpus = services.corpus.clone();
        let effects = move |step: &SeminarChange| seminar::turned(&corpus, step);
        let (server, request, now) = (context.server, context.request, context.now);
        let step =
            services.store.end_turn(server, found.id, speaker.turn, request, now, effects).await?;
        let step = step.ok_or_else(over)?;
        if !step.changed() {
            return Ok(Reply::Ephemeral(late(&step.now)));
        }
        Ok(Reply::Ephemeral(done(&step.now, follows(&step.now))))
    }
}

/// Refuses anyone but the one who speaks and the facilitator.
fn needs_the_turn(context: &Context, seminar: &Seminar, speaker: &Asker) -> Result<(), UserError> {
    let member = context.member.id;
    if speaker.member == member || seminar.facilitated_by(member) {
        return Ok(());
    }
    let name = &speaker.name;
    Err(UserError::refused(match &seminar.facilitator {
        Some((other, facilitator)) if *other != speaker.member => {
            format!("{name} speaks now. Only they or {facilitator}, who facilitates, can end that.")
        }
        _ => format!("{name} speaks now, and only they can end that."),
    }))
}

fn late(seminar: &Seminar) -> crate::messages::Card {
    done(seminar, Text::from("That turn is over already. ").then(follows(seminar)))
}
