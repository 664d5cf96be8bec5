//! `/record`: what the group answered, by theme.

use super::spec::{Body, OptionKind, OptionSpec, Spec, Suggested};
use super::{Arguments, Caller, Manner, Problem, Trouble, World, named, page};
use crate::record;
use crate::reply::Answer;

pub(super) static SPEC: Spec = Spec {
    name: "record",
    about: "What this group has answered, theme by theme",
    body: Body::Options(&[OptionSpec::optional(
        "theme",
        "The theme; leave it out to see where there are answers",
        OptionKind::Suggested(Suggested::Theme),
    )]),
};

/// What stands for "about no theme" in a line.
const NO_THEME: &str = "none";

/// Shows the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    theme: Option<String>,
    page: usize,
    turned: bool,
}

impl Record {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        let page = arguments.number("page")?;
        let theme = arguments.field("choice").or_else(|| arguments.text("theme"));
        Ok(Self { theme, turned: page.is_some(), page: page.unwrap_or(1) })
    }

    pub(super) fn manner(&self) -> Manner {
        if self.turned { Manner::FACE } else { Manner::ONE }
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
        let Some(given) = self.theme.as_deref() else {
            let asked = world.store.themes_asked(caller.server).await?;
            return Ok(Answer::Whisper(record::overview(&world.corpus, &asked, NO_THEME)));
        };
        let theme = match given {
            NO_THEME => None,
            given => named::theme(world, Some(given))?,
        };
        let id = theme.map(|theme| theme.id.as_str());
        let rounds = world.store.rounds_on(caller.server, id).await?;
        let responses = world.store.responses_on(caller.server, id).await?;
        let cards = record::pages(&world.corpus, theme, &rounds, &responses);
        let pages = page::Pages::new(cards.len(), 1, self.page);
        let line = format!("record theme:{}", id.unwrap_or(NO_THEME));
        let card = cards.into_iter().nth(pages.skip()).unwrap_or_default();
        let card = card.buttons(pages.buttons(&line));
        Ok(if self.turned { Answer::Face(card) } else { Answer::Whisper(card) })
    }
}
