//! `/kept`: the quotes a member kept in this server, only for them.

use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Suggested, UserError, lookup, pagination,
};
use crate::messages::{Reply, kept};
use domain::Quote;

pub(super) static SPEC: Spec = Spec {
    name: "kept",
    body: Body::Options(&[OptionSpec::optional("theme", OptionKind::Suggested(Suggested::Theme))]),
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
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let page = arguments.number("page")?;
        let theme = arguments.text("theme");
        Ok(Self { theme, turned: page.is_some(), page: page.unwrap_or(1) })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        if self.turned { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let theme = lookup::theme(services, self.theme.as_deref())?;
        let kept = services.store.read(context.server).kept(context.member.id).await?;
        let about = |quote: &&Quote| theme.is_none_or(|theme| quote.themes.contains(&theme.id));
        let quotes: Vec<&Quote> =
            kept.iter().filter_map(|id| services.corpus.quote(id)).filter(about).collect();
        let pages = pagination::Pages::new(quotes.len(), PAGE, self.page);
        let page = quotes.into_iter().skip(pages.skip()).take(PAGE);
        // Their themes are not known any more.
        let gone = kept.iter().filter(|id| services.corpus.quote(id).is_none()).cloned();
        let gone: Vec<String> = if theme.is_none() { gone.collect() } else { Vec::new() };
        let card = kept::list(&services.corpus, theme, page, &gone);
        let line = match theme {
            Some(theme) => format!("kept theme:{}", theme.id),
            None => "kept".to_owned(),
        };
        let card = card.buttons(pages.buttons(&line)).footer(pages.footer(kept::count));
        Ok(if self.turned { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::fixture::Group;

    #[tokio::test]
    async fn what_is_kept_is_for_its_member_in_this_server() {
        let mut group = Group::new().await;
        let quote = group.ana("quote id:guerin-5").await;
        insta::assert_snapshot!(group.press("ana", &quote, "Keep").await.plain(), @r#"
        one
        Kept. `/kept` shows your quotes, only to you.
        [Let go] letgo quote:guerin-5
        "#);
        let again = group.press("ana", &quote, "Keep").await;
        assert!(again.plain().contains("already"));
        insta::assert_snapshot!(group.ana("kept").await.plain(), @"
        one
        # Your quotes
        > The highest perfection of society lies in the union of order with anarchy
        > — Proudhon, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶7
        [Let go] letgo quote:guerin-5
        (1 quote)
        ");
        assert!(group.ben("kept").await.plain().contains("None yet"));
        group.server.0 = 2;
        assert!(group.ana("kept").await.plain().contains("None yet"));
    }

    #[tokio::test]
    async fn a_kept_quote_is_let_go() {
        let mut group = Group::new().await;
        group.ana("keep quote:guerin-5").await;
        let kept = group.ana("kept").await;
        let gone = group.press("ana", &kept, "Let go").await;
        assert!(gone.plain().contains("Removed"));
        assert!(group.ana("kept").await.plain().contains("None yet"));
        group.press("ana", &gone, "Keep again").await;
        assert!(group.ana("kept").await.plain().contains("guerin-5"));
    }

    #[tokio::test]
    async fn a_quote_that_left_the_book_can_be_let_go_but_not_kept() {
        let mut group = Group::new().await;
        let gone = group.ana("letgo quote:\"no longer in the book, and not an id\"").await;
        assert!(!gone.plain().contains("again"));
        let keep = group.ana("keep quote:guerin-999").await.plain();
        assert!(keep.contains("There is no quote"), "{keep}");
        assert!(group.presses("ana", "keep").await.plain().contains("older message"));
    }

    #[tokio::test]
    async fn a_kept_quote_that_left_the_book_is_named() {
        let mut group = Group::new().await;
        let (member, now) = (group.context("ana").member.id, group.context("ana").now);
        let keep = async |tx: &mut crate::store::ServerTx| {
            tx.keep(member, "guerin-3", now).await?;
            tx.keep(member, "serge-2", now).await
        };
        group.services.store.change(group.server, keep).await.unwrap();
        insta::assert_snapshot!(group.ana("kept").await.plain(), @"
        one
        # Your quotes
        2 quotes that you kept are no longer in the book: guerin-3 and serge-2.
        (0 quotes)
        ");
        group.ana("keep quote:guerin-5").await;
        let some = group.ana("kept").await.plain();
        assert!(some.contains("no longer in the book") && some.contains("(1 quote)"), "{some}");
    }

    #[tokio::test]
    async fn there_are_pages_by_theme() {
        let mut group = Group::new().await;
        for number in [1, 2, 4, 5, 6, 7, 8, 9, 12] {
            group.ana(&format!("keep quote:guerin-{number}")).await;
        }
        let first = group.ana("kept").await;
        let second = group.press("ana", &first, "Next ›").await;
        assert!(second.plain().contains("letgo quote:guerin-6"), "{}", second.plain());
        let last = group.press("ana", &second, "Next ›").await.plain();
        assert!(last.contains("9 quotes · page 3 of 3") && !last.contains("Next"), "{last}");
        let far = group.presses("ana", "kept page:99").await.plain();
        assert!(far.contains("page 3 of 3"), "{far}");
        let thought = group.ana("kept theme:thought").await.plain();
        assert!(thought.contains("# Your quotes about Thought"), "{thought}");
        assert!(!thought.contains("Proudhon"), "{thought}");
        let wrong = group.ana("kept theme:thougt").await.plain();
        assert!(wrong.contains("Did you mean `thought`?"), "{wrong}");
        assert!(group.ana("kept page:-1").await.plain().contains("whole number"));
    }
}
