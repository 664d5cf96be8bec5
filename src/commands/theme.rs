//! `/theme`: a theme's page.

use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Suggested, UserError, lookup,
};
use crate::messages::{Reply, theme};

pub(super) static SPEC: Spec = Spec {
    name: "theme",
    body: Body::Options(&[OptionSpec::optional("name", OptionKind::Suggested(Suggested::Theme))]),
};

/// Shows a theme's page, or the list of themes.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    name: Option<String>,
}

impl Theme {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        // A menu gives the theme that was chosen in it.
        let name = arguments.text("name");
        Ok(Self { name: arguments.chosen("choice")?.or(name) })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::PUBLIC
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let card = match lookup::theme(services, self.name.as_deref())? {
            Some(theme) => {
                let rounds = lookup::rounds_for_all(context, services, &theme.id).await?;
                let mut reads = services.store.read(context.server);
                let discussed = reads.discussed_on(Some(&theme.id)).await?;
                theme::page(&services.corpus, theme, &rounds, &discussed)
            }
            None => theme::list(&services.corpus),
        };
        Ok(Reply::Public(card))
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::fixture::{BOOK, Group};

    #[tokio::test]
    async fn a_theme_has_a_page() {
        let mut group = Group::new().await;
        let page = group.ana("theme name:Power").await;
        assert!(page.plain().contains("has not been asked about it yet"), "{}", page.plain());
        let posed = group.press("ana", &page, "Ask a question").await;
        group.press("ben", &page, "A quote").await;
        group.ben("answer text:Nobody. round:1").await;
        let asked = group.ana("theme name:power").await;
        assert!(asked.plain().contains("asked once"), "{}", asked.plain());
        assert!(asked.plain().contains("(open, 1 answer, "), "{}", asked.plain());
        assert!(posed.plain().contains("# Power"));
        let record = group.press("ana", &asked, "Record").await;
        assert!(record.plain().contains("ben: Nobody."), "{}", record.plain());
        group.server.0 = 2;
        assert!(group.ana("theme name:power").await.plain().contains("has not been asked"));
    }

    #[tokio::test]
    async fn a_themes_page_has_what_the_group_stated_on_it() {
        let mut group = Group::new().await;
        group.ana("question id:guerin-q2").await;
        group.ben("answer text:\"Not the state.\"").await;
        group.ana("statement propose text:\"Not the state.\"").await;
        let open = group.ana("theme name:power").await.plain();
        assert!(!open.contains("The group's statement"), "{open}");
        group.presses("ben", "statement agree statement:1 version:1").await;
        group.presses("ana", "close round:1 sure:true").await;
        let stated = group.ana("theme name:power").await.plain();
        assert!(
            stated.contains("The group's statement (2 agree · 0 object · 0 aside): Not the state."),
            "{stated}"
        );
    }

    #[tokio::test]
    async fn the_list_opens_each() {
        let mut group = Group::new().await;
        let list = group.ana("theme").await;
        for theme in BOOK.themes() {
            let page = group.choose("ana", &list, &theme.id).await.plain();
            assert!(page.starts_with(&format!("all\n# {}", theme.name)), "{page}");
        }
        let wrong = group.ana("theme name:libertee").await.plain();
        assert!(wrong.contains("Did you mean `liberty`?"), "{wrong}");
    }
}
