//! `/seminar start`: invites everybody.

use super::{facilitated, place};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError, lookup};
use crate::messages::{Accent, Button, Card, Reply, Text, seminar};
use domain::seminar::SeminarState;
use domain::{Seminar, SeminarId};

/// Opens a draft to all.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    seminar: Option<SeminarId>,
    pressed: bool,
}

impl Start {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let pressed = arguments.text("from").is_some();
        Ok(Self { seminar: arguments.number("seminar")?, pressed })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.pressed { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let drafted = facilitated(context, services, self.seminar, "start it").await?;
        if drafted.state != SeminarState::Draft {
            return Err(UserError::refused(
                "This seminar has begun already. `/seminar next` poses the next question.",
            )
            .into());
        }
        if drafted.agenda.is_empty() {
            let empty = "Its agenda is empty. Add a question first: `/seminar agenda`.";
            return Err(UserError::refused(empty).into());
        }
        let here = services.store.seminars_here(context.server, drafted.place).await?;
        if here.iter().any(|other| other.state == SeminarState::Open) {
            return Err(UserError::refused(
                "Another seminar is open in that place. Close it first with `/seminar close`, or \
                 draw up this one elsewhere with `channel:`.",
            )
            .into());
        }
        // What has changed since it was drawn up is said now, not in the middle.
        let names: Vec<String> = drafted
            .agenda
            .iter()
            .filter_map(|item| services.corpus.theme(item.theme.as_deref()?))
            .map(|theme| theme.name.clone())
            .collect();
        let ground = place::look(context, services, drafted.place, &names).await?;
        let corpus = services.corpus.clone();
        let effects = move |begun: &Seminar| seminar::begun(&corpus, begun);
        let begun =
            services.store.begin_seminar(context.server, drafted.id, context.now, effects).await?;
        let begun = match begun {
            Some(begun) => begun,
            None => lookup::seminar_of(context, services, drafted.id).await?,
        };
        let card = ground
            .notes
            .into_iter()
            .fold(started(&begun), |card, note| card.text(Text::new().soft(note)));
        Ok(if self.pressed { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

fn started(seminar: &Seminar) -> Card {
    let text = Text::new()
        .strong("It has begun. ")
        .plain("Everybody can join now in ")
        .place(seminar.place)
        .plain(". When people are there, pose the first question.");
    Card::saying(text).accent(Accent::Done).footer(format!("Seminar {}", seminar.id)).buttons([
        Button::main("First question", format!("seminar next seminar:{}", seminar.id)),
        Button::side("Agenda", format!("seminar agenda seminar:{}", seminar.id)),
    ])
}
