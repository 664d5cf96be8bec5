//! `/seminar close`: ends a seminar and says what came of it.

use super::super::ending;
use super::{at_hand, facilitated};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::{Accent, Button, Card, Reply, answer, seminar};
use crate::store::{Ended, Ending};
use domain::seminar::SeminarState;
use domain::{RoundDetails, RoundState, Seminar, SeminarId};

/// Ends a seminar; asks first.
#[derive(Clone, Debug, PartialEq)]
pub struct Close {
    seminar: Option<SeminarId>,
    sure: bool,
    ending: Option<Ending>,
}

impl Close {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let ending = ending::given(arguments)?;
        let sure = arguments.flag("sure")? || ending.is_some();
        Ok(Self { seminar: arguments.number("seminar")?, sure, ending })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.sure { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = facilitated(context, services, self.seminar, "close it").await?;
        let it = at_hand(context, services, &found).await?;
        if !self.sure {
            return Ok(Reply::Ephemeral(ask(&found, it.as_ref())));
        }
        let line = format!("seminar close seminar:{}", found.id);
        if let Some(choices) = it.as_ref().and_then(|it| ending::asks(it, self.ending, &line)) {
            return Ok(Reply::Update(choices));
        }
        let corpus = services.corpus.clone();
        let draft = found.state == SeminarState::Draft;
        let effects = move |ended: &Ended, closed: &Seminar, all: &[RoundDetails]| {
            // Nobody but its facilitator has seen a draft.
            if draft { Vec::new() } else { seminar::closed(&corpus, ended.as_ref(), closed, all) }
        };
        let ending = self.ending.unwrap_or_default();
        let (server, id, now) = (context.server, found.id, context.now);
        let closed = services.store.close_seminar(server, id, ending, now, effects).await?;
        let said = match closed {
            None => "This seminar is closed already.",
            Some(_) if draft => "The draft is gone.",
            Some(_) => "Closed. What came of it stands in its place, and in `/record`.",
        };
        Ok(Reply::Update(
            Card::saying(crate::messages::errors::with_code(said)).accent(Accent::Done),
        ))
    }
}

fn ask(seminar: &Seminar, it: Option<&RoundDetails>) -> Card {
    let id = seminar.id;
    let sure = Button::danger("Close it", format!("seminar close seminar:{id} sure:true"));
    let card = Card::titled(format!("Close “{}”?", seminar.title)).buttons([sure]);
    if seminar.state == SeminarState::Draft {
        return card.text("Nobody has seen this draft. It goes, with its agenda.");
    }
    let left = seminar.agenda.iter().filter(|item| item.round.is_none()).count();
    let card = match left {
        0 => card,
        1 => card.text("1 question of its agenda has not been posed."),
        left => card.text(format!("{left} questions of its agenda have not been posed.")),
    };
    let hidden = it.filter(|it| it.round.state == RoundState::Open);
    let count = hidden.map_or(0, |it| it.round.named + it.round.anonymous);
    let card = match count {
        0 => card,
        count => card.text(format!("{}, hidden so far, will be shown.", answer::count(count))),
    };
    card.text(
        "Nobody can answer any more, and nothing ties anonymous answers to their members. A \
         summary says what came of it.",
    )
}
