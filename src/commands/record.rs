//! `/record`: what the group answered, by theme.

use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Suggested, UserError, lookup, pagination,
};
use crate::messages::record::{self, RecordError};
use crate::messages::{Card, Reply};
use domain::record::{Entry, by_theme, entries};
use domain::seminar::SeminarState;

pub(super) static SPEC: Spec = Spec {
    name: "record",
    body: Body::Options(&[
        OptionSpec::optional("theme", OptionKind::Suggested(Suggested::Theme)),
        OptionSpec::optional("seminar", OptionKind::Suggested(Suggested::AnySeminar)),
    ]),
};

/// "About no theme" in a command line.
const NO_THEME: &str = "none";

/// Shows the record.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    theme: Option<String>,
    seminar: Option<String>,
    page: usize,
    turned: bool,
}

impl Record {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let page = arguments.number("page")?;
        let choice = arguments.field("choice");
        let chosen = choice.as_deref().and_then(|it| it.strip_prefix(record::SEMINAR_CHOICE));
        let (theme, seminar) = match chosen {
            Some(seminar) => (None, Some(seminar.to_owned())),
            None => (choice.or_else(|| arguments.text("theme")), arguments.text("seminar")),
        };
        Ok(Self { theme, seminar, turned: page.is_some(), page: page.unwrap_or(1) })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        if self.turned { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        if let Some(given) = &self.seminar {
            return self.of_seminar(context, services, given).await;
        }
        let Some(given) = self.theme.as_deref() else {
            let seen = lookup::asked(context, services).await?;
            let themes = by_theme(&services.corpus, &seen);
            let mut seminars = lookup::seminars(context, services).await?;
            seminars.retain(|seminar| seminar.state != SeminarState::Draft);
            return Ok(Reply::Ephemeral(record::overview(&themes, NO_THEME, &seminars)));
        };
        let theme = match given {
            NO_THEME => None,
            given => lookup::theme(services, Some(given))?,
        };
        let id = theme.map(|theme| theme.id.as_str());
        let rounds = lookup::rounds_on(context, services, id).await?;
        let mut reads = services.store.read(context.server);
        let (responses, discussed) = (reads.answers_on(id).await?, reads.discussed_on(id).await?);
        let entries = entries(&rounds, &responses, &discussed);
        let cards = record::of_theme(&services.corpus, theme, &entries);
        Ok(self.page_of(cards, &format!("record theme:{}", id.unwrap_or(NO_THEME))))
    }

    async fn of_seminar(
        &self,
        context: &Context,
        services: &Services,
        given: &str,
    ) -> Result<Reply, CommandError> {
        if self.theme.is_some() {
            return Err(UserError::from(RecordError::ThemeAndSeminar).into());
        }
        let seminar = lookup::seminar_named(context, services, given).await?;
        let number = seminar.number;
        let mut rounds = Vec::new();
        for round in seminar.rounds() {
            rounds.extend(services.store.read(context.server).round_details(round).await?);
        }
        let entries: Vec<Entry<'_>> =
            rounds.iter().map(|it| Entry::new(&it.round, &it.responses, Some(it))).collect();
        let cards = record::of_seminar(&services.corpus, &seminar, &entries);
        Ok(self.page_of(cards, &format!("record seminar:{number}")))
    }

    /// The page that is wanted, with buttons to the others; `line` is what shows a page.
    fn page_of(&self, cards: Vec<Card>, line: &str) -> Reply {
        let pages = pagination::Pages::new(cards.len(), 1, self.page);
        let card = cards.into_iter().nth(pages.skip()).unwrap_or_default();
        let card = card.buttons(pages.buttons(line));
        if self.turned { Reply::Update(card) } else { Reply::Ephemeral(card) }
    }
}

#[cfg(test)]
mod tests {
    use crate::commands::fixture::{Group, card};
    use crate::messages::Reply;

    #[tokio::test]
    async fn the_record_is_read_by_theme() {
        let mut group = Group::new().await;
        assert!(group.ana("record").await.plain().contains("Nothing yet"));
        group.ana("question id:guerin-q2").await;
        group.ben("answer text:\"Not the state.\"").await;
        group.cleo("answer text:\"A *free* union.\" anonymous:true").await;
        group.ana("question text:Ready?").await;
        let overview = group.ana("record").await;
        insta::assert_snapshot!(overview.plain(), @r#"
        one
        # The record
        - Power · 1 question · 2 answers
        - Without a theme · 1 question · 0 answers
        <Open a theme> record
          Power (1 question · 2 answers) = power
          Without a theme (1 question · 0 answers) = none
        "#);
        insta::assert_snapshot!(group.choose("ana", &overview, "power").await.plain(), @"
        one
        # Power
        Once the old oppressive regime has been overthrown, what form of political or administrative organization should replace the one overthrown? · asked 2026-11-22T08:00:02Z, still open
        Quotes: Daniel Guérin ¶23 (guerin-12) and Daniel Guérin (the libertarians, as Guérin reports them) ¶23 (guerin-13)
        ben: Not the state.
        1 hidden answer, shown when the round closes.
        (1 question · 2 answers)
        ");
        group.presses("ana", "close round:1 sure:true").await;
        let closed = group.ana("record theme:Power").await.plain();
        assert!(closed.contains("Anonymous: A *free* union."), "{closed}");
        assert!(group.choose("ana", &overview, "none").await.plain().contains("Ready?"));
        let unasked = group.ana("record theme:technology").await.plain();
        assert!(unasked.contains("`/question theme:technology`"), "{unasked}");
        assert!(group.ana("record theme:powr").await.plain().contains("Did you mean `power`?"));
        group.server.0 = 2;
        assert!(group.ana("record").await.plain().contains("Nothing yet"));
        assert!(group.ana("record theme:power").await.plain().contains("Nothing yet"));
    }

    #[tokio::test]
    async fn a_seminar_is_read_question_by_question() {
        let mut group = Group::new().await;
        group.ana("seminar open title:\"On power\" themes:power").await;
        group.ana("seminar start").await;
        let empty = group.ben("record seminar:1").await.plain();
        assert!(empty.contains("No question of this seminar"), "{empty}");
        group.ana("seminar next").await;
        group.ben("answer text:\"Not the state.\"").await;
        // What is sealed is not read here either.
        let hidden = group.cleo("record seminar:1").await.plain();
        assert!(!hidden.contains("Not the state."), "{hidden}");
        group.ana("seminar reveal").await;
        group.ana("seminar next").await;
        let first = group.cleo("record seminar:1").await;
        assert!(first.plain().contains("# Seminar: On power"), "{}", first.plain());
        assert!(first.plain().contains("ben: Not the state."), "{}", first.plain());
        let second = group.press("cleo", &first, "Next ›").await.plain();
        assert!(second.contains("page 2 of 2"), "{second}");
        // By its title as well, and from the overview.
        let named = group.cleo("record seminar:\"on POWER\"").await.plain();
        assert_eq!(named, first.plain());
        let near = group.cleo("record seminar:\"On powr\"").await.plain();
        assert!(near.contains("Did you mean `On power`?"), "{near}");
        let overview = group.cleo("record").await;
        insta::assert_snapshot!(overview.plain(), @"
        one
        # The record
        - Power · 1 question · 0 answers
        - Without a theme · 1 question · 1 answer
        Seminars
        - On power · 2026-11-22T08:00:01Z · 2 questions, still open
        <Open a theme or a seminar> record
          Power (1 question · 0 answers) = power
          Without a theme (1 question · 1 answer) = none
          On power (Seminar 1) = seminar:1
        ");
        let chosen = group.choose("cleo", &overview, "seminar:1").await.plain();
        assert_eq!(chosen, first.plain());
        let both = group.cleo("record seminar:1 theme:power").await.plain();
        assert!(both.contains("Give either"), "{both}");
        group.server.0 = 2;
        assert!(group.cleo("record seminar:1").await.plain().contains("no seminar 1"));
    }

    #[tokio::test]
    async fn every_answer_stands_whole_on_some_page() {
        let mut group = Group::new().await;
        group.ana("question text:\"Who rules?\"").await;
        let names: Vec<String> = (0..12).map(|number| format!("member{number}")).collect();
        for name in &names {
            let text = format!("{name} says {}", "so ".repeat(300));
            group.says(name, &format!("answer text:\"{text}\"")).await;
        }
        let mut page = group.ana("record theme:none").await;
        let mut all = String::new();
        loop {
            all.push_str(&page.plain());
            let next = card(&page).buttons.iter().flatten().any(|it| it.label == "Next ›");
            if !next {
                break;
            }
            page = group.press("ana", &page, "Next ›").await;
            assert!(matches!(page, Reply::Update(_)));
        }
        for name in &names {
            assert_eq!(all.matches(&format!("{name} says so ")).count(), 1, "{name}");
        }
        assert!(all.contains("page 4 of 4"), "{all}");
    }
}
