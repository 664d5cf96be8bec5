//! `/seminar recall`: a participant wants another facilitator.

use super::{open, over};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::seminar::{self, Passed};
use crate::messages::{Accent, Button, Card, Reply, Text};
use crate::store::Wish;
use domain::seminar::SeminarChange;
use domain::{MemberId, Seminar, SeminarId};

/// Says that a member wants another facilitator, or takes it back. A button knows whom it means, so
/// that pressing it late does not recall the next one.
#[derive(Clone, Debug, PartialEq)]
pub struct Recall {
    seminar: Option<SeminarId>,
    of: Option<MemberId>,
    back: bool,
}

impl Recall {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            seminar: arguments.number("seminar")?,
            of: arguments.number("of")?,
            back: arguments.flag("back")?,
        })
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
        let Some((facilitator, name)) = &found.facilitator else {
            return Ok(Reply::Ephemeral(nobody(&found)));
        };
        if *facilitator == context.member.id {
            let hand_over = "You facilitate yourself. Handing over is easier: \
                             `/seminar facilitator member:`.";
            return Err(UserError::refused(hand_over).into());
        }
        let of = self.of.unwrap_or(*facilitator);
        let wish = Wish {
            member: context.member.id,
            of,
            back: self.back,
            now: context.now,
            seed: context.seed,
        };
        let corpus = services.corpus.clone();
        let effects = move |step: &SeminarChange| seminar::passed(&corpus, step, Passed::Recalled);
        let recall = services.store.recall(context.server, found.id, wish, effects).await?;
        let recall = recall.ok_or_else(over)?;
        let now = &recall.step.now;
        if !recall.counts && !recall.step.was.facilitated_by(of) {
            return Ok(Reply::Ephemeral(whisper(now, "Somebody else facilitates by now.".into())));
        }
        if !recall.counts {
            return Err(UserError::refused(
                "Only those who take part can ask for another facilitator. Press *Join* first.",
            )
            .into());
        }
        if recall.step.passed_on() {
            return Ok(Reply::Ephemeral(whisper(now, passed_on(now))));
        }
        Ok(Reply::Ephemeral(counted(now, of, name, recall.said, self.back)))
    }
}

fn counted(now: &Seminar, of: MemberId, name: &str, said: usize, back: bool) -> Card {
    let line = format!("seminar recall seminar:{} of:{of}", now.id);
    let needed = now.recalls_needed();
    let count = format!(
        " {said} of {} want another facilitator than {name}; with {needed} the lot decides.",
        now.size()
    );
    if back {
        let text = Text::new().strong("You have taken it back.").plain(count);
        return whisper(now, text);
    }
    let text = Text::new().strong("Noted, and nobody is told that it was you.").plain(count);
    whisper(now, text).buttons([Button::side("Take my wish back", format!("{line} back:true"))])
}

fn passed_on(now: &Seminar) -> Text {
    match &now.facilitator {
        Some((member, name)) => Text::from("More than half of you want another facilitator. ")
            .plain("The lot fell on ")
            .member(*member, name)
            .plain("."),
        None => Text::from(
            "More than half of you want another facilitator. Nobody else may yet: who volunteers \
             first does it.",
        ),
    }
}

fn nobody(now: &Seminar) -> Card {
    let line = format!("seminar facilitator seminar:{} volunteer:true", now.id);
    whisper(now, "Nobody facilitates now. Would you?".into())
        .buttons([Button::main("I'll do it", line)])
}

fn whisper(now: &Seminar, text: Text) -> Card {
    Card::saying(text).accent(Accent::Done).footer(format!("Seminar {}", now.id))
}

#[cfg(test)]
mod tests;
