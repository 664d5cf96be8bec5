//! `/theme`: a theme's page.

use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Suggested, UserError, lookup,
};
use crate::messages::{Block, Button, Card, Menu, MenuEntry, Reply, Text, TimeStyle};
use domain::{RoundState, Theme as Head};

pub(super) static SPEC: Spec = Spec {
    name: "theme",
    body: Body::Options(&[OptionSpec::optional("name", OptionKind::Suggested(Suggested::Theme))]),
};

/// Questions of this group that a theme's page names.
const LATEST: usize = 3;

/// Entries of a menu at Discord.
const MENU: usize = 25;

/// Shows a theme's page, or the list of themes.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    name: Option<String>,
}

impl Theme {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        // A menu gives the theme that was chosen in it.
        Ok(Self { name: arguments.text("name").or_else(|| arguments.field("choice")) })
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
            Some(theme) => page(context, services, theme).await?,
            None => list(services),
        };
        Ok(Reply::Public(card))
    }
}

fn list(services: &Services) -> Card {
    let lines = services.corpus.themes().iter().map(|theme| {
        let quotes =
            services.corpus.quotes().iter().filter(|quote| quote.themes.contains(&theme.id));
        Text::new()
            .strong(&theme.name)
            .plain(format!(" · {} quotes · ", quotes.count()))
            .code(format!("theme:{}", theme.id))
    });
    let mut card = Card::titled("The themes of the book").block(Block::List(lines.collect()));
    let entries = services.corpus.themes().iter().take(MENU).map(|theme| MenuEntry {
        label: theme.name.clone(),
        about: None,
        value: theme.id.clone(),
    });
    card.menu = Some(Menu {
        press: "theme".to_owned(),
        hint: "Open a theme".to_owned(),
        entries: entries.collect(),
    });
    card
}

async fn page(context: &Context, services: &Services, theme: &Head) -> Result<Card, CommandError> {
    let corpus = &services.corpus;
    let quotes = corpus.quotes().iter().filter(|quote| quote.themes.contains(&theme.id)).count();
    let questions = corpus.questions().iter().filter(|asked| asked.theme == theme.id).count();
    let rounds = services.store.rounds_on(context.server, Some(&theme.id)).await?;
    let mut said = Vec::new();
    for round in rounds.iter().take(LATEST) {
        let state = if round.state == RoundState::Closed { "" } else { " · open" };
        said.push(
            Text::new()
                .plain(&round.text)
                .soft(format!(" ({} answered{state}, ", round.named + round.anonymous))
                .when(round.posed_at, TimeStyle::Day)
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

#[cfg(test)]
mod tests {
    use crate::commands::fixture::{BOOK, Group};

    #[tokio::test]
    async fn a_theme_has_a_page() {
        let mut group = Group::new().await;
        let page = group.ana("theme name:Power").await;
        assert!(page.plain().contains("has not been asked about it yet"), "{}", page.plain());
        let posed = group.press("ana", &page, "Pose a question").await;
        group.press("ben", &page, "A quote").await;
        group.ben("answer text:Nobody. round:1").await;
        let asked = group.ana("theme name:power").await;
        assert!(asked.plain().contains("asked once"), "{}", asked.plain());
        assert!(asked.plain().contains("(1 answered · open, "), "{}", asked.plain());
        assert!(posed.plain().contains("# Power"));
        let record = group.press("ana", &asked, "Record").await;
        assert!(record.plain().contains("ben: Nobody."), "{}", record.plain());
        group.server.0 = 2;
        assert!(group.ana("theme name:power").await.plain().contains("has not been asked"));
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
