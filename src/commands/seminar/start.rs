//! `/seminar start`: invites everybody.

use super::{facilitated, place};
use crate::command::{Arguments, Caller, Manner, Problem, Trouble, World, lookup};
use crate::messages::{Button, Card, Reply, Text, Tone, seminar};
use domain::seminar::SeminarState;
use domain::{Seminar, SeminarId};

/// Opens a draft to all.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    seminar: Option<SeminarId>,
    pressed: bool,
}

impl Start {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        let pressed = arguments.text("from").is_some();
        Ok(Self { seminar: arguments.number("seminar")?, pressed })
    }

    pub(in super::super) fn manner(&self) -> Manner {
        if self.pressed { Manner::FACE } else { Manner::ONE }
    }

    pub(in super::super) async fn run(
        self,
        caller: &Caller,
        world: &World,
    ) -> Result<Reply, Problem> {
        let drafted = facilitated(caller, world, self.seminar, "start it").await?;
        if drafted.state != SeminarState::Draft {
            return Err(Trouble::refused(
                "This seminar has begun already. `/seminar next` poses the next question.",
            )
            .into());
        }
        if drafted.agenda.is_empty() {
            let empty = "Its agenda is empty. Add a question first: `/seminar agenda`.";
            return Err(Trouble::refused(empty).into());
        }
        let here = world.store.seminars_here(caller.server, drafted.place).await?;
        if here.iter().any(|other| other.state == SeminarState::Open) {
            return Err(Trouble::refused(
                "Another seminar is open in that place. Close it first with `/seminar close`, or \
                 draw up this one elsewhere with `channel:`.",
            )
            .into());
        }
        // What has changed since it was drawn up is said now, not in the middle.
        let names: Vec<String> = drafted
            .agenda
            .iter()
            .filter_map(|item| world.corpus.theme(item.theme.as_deref()?))
            .map(|theme| theme.name.clone())
            .collect();
        let ground = place::look(caller, world, drafted.place, &names).await?;
        let corpus = world.corpus.clone();
        let effects = move |begun: &Seminar| seminar::begun(&corpus, begun);
        let begun =
            world.store.begin_seminar(caller.server, drafted.id, caller.now, effects).await?;
        let begun = match begun {
            Some(begun) => begun,
            None => lookup::seminar_of(caller, world, drafted.id).await?,
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
    Card::saying(text).tone(Tone::Done).footer(format!("Seminar {}", seminar.id)).buttons([
        Button::main("First question", format!("seminar next seminar:{}", seminar.id)),
        Button::side("Agenda", format!("seminar agenda seminar:{}", seminar.id)),
    ])
}
