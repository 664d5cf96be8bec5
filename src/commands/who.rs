//! `/who`: people and words of the readings, and a timeline.

use crate::command::pagination::Pages;
use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Suggested, UserError, lookup,
};
use crate::messages::{Reply, who};

pub(super) static SPEC: Spec = Spec {
    name: "who",
    body: Body::Options(&[OptionSpec::optional("name", OptionKind::Suggested(Suggested::Gloss))]),
};

/// Explains a person or a word, or all that a quote names; shows the timeline if neither is given.
#[derive(Clone, Debug, PartialEq)]
pub struct Who {
    name: Option<String>,
    /// A button's: the quotes under which it is, with commas.
    quotes: Option<String>,
    /// A button's: the page of the timeline.
    page: Option<usize>,
}

/// Dates on one page.
const PAGE: usize = 30;

impl Who {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            name: arguments.text("name"),
            quotes: arguments.text("quote"),
            page: arguments.number("page")?,
        })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        if self.page.is_some() { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    #[expect(clippy::unused_async, reason = "all commands are called alike")]
    pub(super) async fn run(self, _: &Context, services: &Services) -> Result<Reply, CommandError> {
        let corpus = &services.corpus;
        let card = match (&self.name, &self.quotes) {
            (Some(name), _) => who::card(corpus, lookup::gloss(services, name)?),
            (None, Some(quotes)) => {
                who::of_quotes(&corpus.named_by_any(&lookup::quotes(services, quotes)?))
            }
            (None, None) => {
                let dates = corpus.dates();
                let pages = Pages::new(dates.len(), PAGE, self.page.unwrap_or(1));
                who::timeline(dates.iter().skip(pages.skip()).take(PAGE))
                    .footer(pages.footer(who::count))
                    .buttons(pages.buttons("who"))
            }
        };
        Ok(if self.page.is_some() { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::fixture::{BOOK, Group};

    #[tokio::test]
    async fn a_person_is_found_by_any_of_their_names() {
        let mut group = Group::new().await;
        let known = group.ana("who name:bakunin").await;
        insta::assert_snapshot!(known.plain(), @"
        one
        # Mikhail Bakunin (1814–1876)
        Russian revolutionary and anarchist; he and Marx fought over the First International.
        Also: Bakunin and Bakuninists
        In these quotes: guerin-15, guerin-17 and guerin-19
        ");
        for gloss in BOOK.glossary() {
            for name in gloss.names() {
                let shown = group.ana(&format!("who name:\"{name}\"")).await.plain();
                assert!(shown.contains(&gloss.about), "{name}: {shown}");
            }
        }
        let turned = group.ana("who name:\"Bakunin, Mikhail\"").await;
        assert_eq!(turned.plain(), known.plain());
        let wrong = group.ana("who name:Bakunine").await;
        insta::assert_snapshot!(wrong.plain(), @"
        one
        There is no person or word in the book called “Bakunine”. Did you mean `Bakunin`?
        ");
    }

    #[tokio::test]
    async fn without_a_name_there_is_a_timeline() {
        let mut group = Group::new().await;
        let dates = group.ana("who").await.plain();
        assert!(BOOK.dates().iter().all(|date| dates.contains(&date.about)), "{dates}");
        assert!(dates.contains(" dates)"), "{dates}");
    }

    #[tokio::test]
    async fn a_quote_that_names_somebody_has_a_button_for_it() {
        let mut group = Group::new().await;
        let quote = group.ana("quote id:guerin-5").await;
        insta::assert_snapshot!(group.press("ben", &quote, "Who is who").await.plain(), @"
        one
        # Who is who
        ## anarchy
        For Proudhon and those after him: order without rulers. In everyday speech: disorder.
        ## Pierre-Joseph Proudhon (1809–1865)
        French thinker, the first to call himself an anarchist; he wanted small property, mutual aid and federation.
        ");
        let plain = BOOK.quotes().iter().find(|quote| BOOK.named_by(quote).is_empty()).unwrap();
        let shown = group.ana(&format!("quote id:{}", plain.id)).await.plain();
        assert!(!shown.contains("Who is who"), "{shown}");
        let none = group.ana(&format!("who quote:{}", plain.id)).await.plain();
        assert!(none.contains("explains no name"), "{none}");
    }
}
