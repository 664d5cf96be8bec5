//! *Discuss*: a thread under a quote.

use super::{Arguments, Caller, Manner, PlaceKind, Problem, Trouble, World, named};
use crate::reply::{Answer, Button, Card, Effect, passage, themes_line};

/// Opens a thread under the message whose button was pressed.
#[derive(Clone, Debug, PartialEq)]
pub struct Discuss {
    quote: String,
}

/// A thread's name at Discord.
const NAME_LENGTH: usize = 100;

impl Discuss {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self { quote: arguments.needed("quote")? })
    }

    pub(super) fn manner(&self) -> Manner {
        Manner::FACE
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
        let quote = named::quote(world, &self.quote)?;
        let under = caller.pressed.ok_or_else(|| {
            Trouble::refused("Press “Discuss” under a quote: the thread opens there.")
        })?;
        if caller.place.kind == PlaceKind::Thread {
            return Err(Trouble::refused("This is a thread already: discuss it right here.").into());
        }
        let name = thread_name(world.corpus.voice(quote), &quote.text);
        world.store.effect(caller.server, Effect::Thread { under, name }, caller.now).await?;
        // The quote stays where the discussion hangs: no *Another* any more.
        let card = Card::default()
            .block(passage(&world.corpus, quote))
            .footer(themes_line(&world.corpus, quote))
            .buttons([Button::side("Keep", format!("keep quote:{}", quote.id))]);
        Ok(Answer::Face(card))
    }
}

/// "Voline: We have been bequeathed a fundamental problem…"
fn thread_name(voice: &str, text: &str) -> String {
    let mut name = format!("{voice}: ");
    for word in text.split_whitespace() {
        if name.chars().count() + word.chars().count() + 2 > NAME_LENGTH {
            return name.trim_end().to_owned() + "…";
        }
        name.push_str(word);
        name.push(' ');
    }
    name.trim_end().to_owned()
}
