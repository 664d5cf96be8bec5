//! `/theme`: a theme's page.

use super::spec::{Body, OptionKind, OptionSpec, Spec, Suggested};
use super::{Arguments, Caller, Manner, Problem, Trouble, World, named};
use crate::domain::{RoundState, Theme as Head};
use crate::reply::{Answer, Block, Button, Card, Clock, Text};

pub(super) static SPEC: Spec = Spec {
    name: "theme",
    about: "A theme: what it is about, what the book holds on it, what this group has said",
    body: Body::Options(&[OptionSpec::optional(
        "name",
        "The theme; leave it out to see them all",
        OptionKind::Suggested(Suggested::Theme),
    )]),
};

/// Questions of this group that a theme's page names.
const LATEST: usize = 3;

/// Shows a theme's page, or the list of themes.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    name: Option<String>,
}

impl Theme {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        // A menu gives the theme that was chosen in it.
        Ok(Self { name: arguments.text("name").or_else(|| arguments.field("choice")) })
    }

    pub(super) fn manner(&self) -> Manner {
        Manner::ALL
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
        let card = match named::theme(world, self.name.as_deref())? {
            Some(theme) => page(caller, world, theme).await?,
            None => list(world),
        };
        Ok(Answer::Card(card))
    }
}

fn list(world: &World) -> Card {
    let lines = world.corpus.themes().iter().map(|theme| {
        let quotes = world.corpus.quotes().iter().filter(|quote| quote.themes.contains(&theme.id));
        Text::new()
            .strong(&theme.name)
            .plain(format!(" · {} quotes · ", quotes.count()))
            .code(format!("theme:{}", theme.id))
    });
    Card::titled("The themes of the book").block(Block::List(lines.collect()))
}

async fn page(caller: &Caller, world: &World, theme: &Head) -> Result<Card, Problem> {
    let corpus = &world.corpus;
    let quotes = corpus.quotes().iter().filter(|quote| quote.themes.contains(&theme.id)).count();
    let questions = corpus.questions().iter().filter(|asked| asked.theme == theme.id).count();
    let rounds = world.store.rounds_on(caller.server, Some(&theme.id)).await?;
    let mut said = Vec::new();
    for round in rounds.iter().take(LATEST) {
        let state = if round.state == RoundState::Settled { "" } else { " · open" };
        said.push(
            Text::new()
                .plain(&round.text)
                .soft(format!(" ({} answered{state}, ", round.named + round.anonymous))
                .when(round.posed_at, Clock::Day)
                .soft(")"),
        );
    }
    let heard = match rounds.len() {
        0 => "This group has not been asked about it yet.".to_owned(),
        1 => "This group was asked once:".to_owned(),
        many => format!("This group was asked {many} times, last:"),
    };
    let mut card = Card::titled(&theme.name)
        .text(theme.about.as_str())
        .text(format!("The book holds {quotes} quotes and {questions} questions on it."))
        .text(Text::new().strong(heard));
    if !said.is_empty() {
        card = card.block(Block::List(said));
    }
    let id = &theme.id;
    let record = (!rounds.is_empty()).then(|| Button::side("Record", format!("record theme:{id}")));
    Ok(card.footer(format!("theme:{id}")).buttons(
        [
            Button::main("A quote", format!("quote theme:{id}")),
            Button::side("Pose a question", format!("question theme:{id}")),
        ]
        .into_iter()
        .chain(record),
    ))
}
