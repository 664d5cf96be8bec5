//! `/kept`: the quotes a member kept in this server, only for them.

use super::spec::{Body, OptionKind, OptionSpec, Spec, Suggested};
use super::{Arguments, Caller, Manner, Problem, Trouble, World, named, page};
use crate::domain::Quote;
use crate::reply::{Answer, Button, Card, Text, passage};

pub(super) static SPEC: Spec = Spec {
    name: "kept",
    about: "The quotes you kept in this server; only you see them",
    body: Body::Options(&[OptionSpec::optional(
        "theme",
        "Only those about this theme",
        OptionKind::Suggested(Suggested::Theme),
    )]),
};

/// Quotes on one page.
const PAGE: usize = 4;

/// Lists the member's quotes.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    theme: Option<String>,
    page: usize,
    turned: bool,
}

impl Kept {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        let page = arguments.number("page")?;
        let theme = arguments.text("theme");
        Ok(Self { theme, turned: page.is_some(), page: page.unwrap_or(1) })
    }

    pub(super) fn manner(&self) -> Manner {
        if self.turned { Manner::FACE } else { Manner::ONE }
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
        let theme = named::theme(world, self.theme.as_deref())?;
        let kept = world.store.kept(caller.server, caller.member.id).await?;
        let about = |quote: &&Quote| theme.is_none_or(|theme| quote.themes.contains(&theme.id));
        let quotes: Vec<&Quote> =
            kept.iter().filter_map(|id| world.corpus.quote(id)).filter(about).collect();
        let title = match theme {
            Some(theme) => format!("Your quotes about {}", theme.name),
            None => "Your quotes".to_owned(),
        };
        let mut card = Card::titled(title);
        if quotes.is_empty() {
            card = card.text(
                Text::new()
                    .plain("None yet. Press ")
                    .strong("Keep")
                    .plain(" under a quote, and it stands here for you alone."),
            );
        }
        let pages = page::Pages::new(quotes.len(), PAGE, self.page);
        let mut row = Vec::new();
        for (number, quote) in quotes.iter().enumerate().skip(pages.skip()).take(PAGE) {
            card = card.block(passage(&world.corpus, quote));
            let label = format!("Let {} go", number + 1);
            row.push(Button::side(label, format!("letgo quote:{}", quote.id)));
        }
        let line = match theme {
            Some(theme) => format!("kept theme:{}", theme.id),
            None => "kept".to_owned(),
        };
        let card = card.buttons(row).buttons(pages.buttons(&line)).footer(pages.footer("quote"));
        Ok(if self.turned { Answer::Face(card) } else { Answer::Whisper(card) })
    }
}
