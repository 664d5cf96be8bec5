//! The record as members read it: an overview of the themes, then a theme or a seminar page by page.

use super::pages;
use super::round::{leanings, recorded};
use super::statement::{counts, objection};
use super::ui::{
    Block, Card, Key, Menu, MenuEntry, PAGE, Span, Text, TimeStyle, limits, list_string, paginate,
    string, text, truncate,
};
use domain::record::{Entry, ThemeCount};
use domain::seminar::SeminarState;
use domain::statement::StatementState;
use domain::{Corpus, Quote, Round, RoundState, Seminar, Statement, Theme};

/// Before the number of a seminar that is chosen in the menu.
pub const SEMINAR_CHOICE: &str = "seminar:";

/// Seminars that are listed.
const SEMINARS: usize = 10;
/// Answers of each kind on which the group agrees or differs.
const LISTED: usize = 5;

/// Why the record is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// Both a theme and a seminar were given.
    ThemeAndSeminar,
}

impl RecordError {
    pub(super) fn text(self) -> Text {
        match self {
            Self::ThemeAndSeminar => text!("record-theme-and-seminar"),
        }
    }
}

/// The themes that the group was asked about and the seminars that it held, the newest first, with a
/// menu to open one. `no_theme` means no theme in a line.
#[must_use]
pub fn overview(themes: &[ThemeCount<'_>], no_theme: &str, seminars: &[Seminar]) -> Card {
    let card = Card::titled(string!("record-title"));
    if themes.is_empty() && seminars.is_empty() {
        return card.text(text!("record-empty"));
    }
    let line = |it: &ThemeCount<'_>| {
        let count = count(it.questions, it.answers);
        text!("record-theme-line", theme = name(it.theme), count = count)
    };
    let entry = |it: &ThemeCount<'_>| MenuEntry {
        label: name(it.theme),
        about: Some(count(it.questions, it.answers)),
        value: it.theme.map_or(no_theme, |theme| theme.id.as_str()).to_owned(),
    };
    let mut card = card;
    if !themes.is_empty() {
        card = card.block(Block::List(themes.iter().map(line).collect()));
    }
    if !seminars.is_empty() {
        let lines = seminars.iter().take(SEMINARS).map(seminar_line);
        card = card.text(text!("record-seminars")).block(Block::List(lines.collect()));
    }
    let entries = themes.iter().map(entry).chain(seminars.iter().take(SEMINARS).map(seminar_entry));
    card.menu = Some(Menu {
        press: "record".to_owned(),
        hint: string!("record-open", seminars = !seminars.is_empty()),
        entries: entries.take(limits::SELECT_OPTIONS).collect(),
    });
    card
}

/// "On power · 2 May 2026 · 3 questions".
fn seminar_line(seminar: &Seminar) -> Text {
    text!(
        "record-seminar-line",
        title = &seminar.title,
        day = Span::When(seminar.made_at, TimeStyle::Day),
        questions = seminar.rounds().count(),
        open = seminar.state == SeminarState::Open,
    )
}

fn seminar_entry(seminar: &Seminar) -> MenuEntry {
    MenuEntry {
        label: truncate(&seminar.title, limits::SELECT_OPTION),
        about: Some(string!("record-seminar-entry", seminar = seminar.number.0)),
        value: format!("{SEMINAR_CHOICE}{}", seminar.number),
    }
}

/// The record of one theme, page by page. There is at least one page.
#[must_use]
pub fn of_theme(corpus: &Corpus, theme: Option<&Theme>, entries: &[Entry<'_>]) -> Vec<Card> {
    let empty = match theme {
        Some(theme) => text!("record-theme-empty", theme = &theme.id),
        None => text!("record-no-theme-empty"),
    };
    numbered(corpus, &name(theme), entries, empty)
}

/// The record of one seminar, page by page. There is at least one page.
#[must_use]
pub fn of_seminar(corpus: &Corpus, seminar: &Seminar, entries: &[Entry<'_>]) -> Vec<Card> {
    let title = string!("record-seminar-title", title = &seminar.title);
    numbered(corpus, &title, entries, text!("record-seminar-empty"))
}

/// The pages of all entries, or one that says there are none; each says which of them it is.
fn numbered(corpus: &Corpus, title: &str, entries: &[Entry<'_>], empty: Text) -> Vec<Card> {
    let mut cards: Vec<Card> =
        entries.iter().flat_map(|entry| of_entry(corpus, title, entry)).collect();
    if cards.is_empty() {
        cards.push(Card::titled(title).text(empty));
    }
    let count = count(entries.len(), entries.iter().map(Entry::answers).sum());
    let last = cards.len();
    for (card, page) in cards.iter_mut().zip(1..) {
        card.footer = Some(pages::footer(count.as_str(), page, last));
    }
    cards
}

/// The pages of one question: what the group made of it, then the answers.
fn of_entry(corpus: &Corpus, title: &str, entry: &Entry<'_>) -> Vec<Card> {
    let round = entry.round;
    let answers = recorded(corpus, round, &entry.shown).into_iter().map(|block| vec![block]);
    let pages = paginate([of_group(entry)].into_iter().chain(answers), PAGE);
    let mut cards = vec![question(corpus, title, round)];
    for (page, blocks) in pages.into_iter().enumerate() {
        if page > 0 {
            let more = text!("record-continued", question = &round.text);
            cards.push(Card::titled(title).text(more));
        }
        if let Some(last) = cards.last_mut() {
            last.blocks.extend(blocks);
        }
    }
    if let (Some(note), Some(last)) = (note(entry), cards.last_mut()) {
        last.blocks.push(Block::Text(note));
    }
    cards
}

/// That nobody has answered, that some answers are hidden as yet, or were withdrawn.
pub(super) fn note(entry: &Entry<'_>) -> Option<Text> {
    let withdrawn = entry.round.withdrawn;
    let about_others = match (entry.answers(), entry.hidden) {
        (0, _) if withdrawn > 0 => None,
        (0, _) => Some(text!("record-nobody", open = entry.round.state != RoundState::Closed)),
        (_, 0) => None,
        (_, hidden) => Some(text!("record-hidden", count = hidden)),
    };
    let withdrawn = (withdrawn > 0).then(|| super::round::withdrawn(withdrawn));
    about_others.into_iter().chain(withdrawn).reduce(|text, more| text.plain(" ").then(more))
}

fn question(corpus: &Corpus, title: &str, round: &Round) -> Card {
    let asked = text!(
        "record-question",
        question = &round.text,
        asked = Span::When(round.posed_at, TimeStyle::Day),
        open = round.state != RoundState::Closed,
    );
    let card = Card::titled(title).text(asked);
    let quotes = round.quotes.iter().filter_map(|id| corpus.quote(id));
    let quotes: Vec<String> = quotes.map(|quote| source(corpus, quote)).collect();
    if quotes.is_empty() {
        return card;
    }
    card.text(text!("record-quotes", quotes = list_string(quotes)))
}

fn source(corpus: &Corpus, quote: &Quote) -> String {
    let voice = corpus.voice(quote);
    let reported = quote.reported.as_ref();
    string!(
        "record-quote",
        voice = voice,
        reported = reported,
        paragraph = quote.paragraph,
        id = &quote.id
    )
}

/// The group's statement, and on what its members agree.
pub(super) fn of_group(entry: &Entry<'_>) -> Vec<Block> {
    let Some(details) = entry.details.filter(|_| entry.answers() > 0) else { return Vec::new() };
    let statement = details.statement.iter().flat_map(statement);
    statement.chain(leanings(details, LISTED)).collect()
}

/// A statement with the objections to it, word for word.
pub(super) fn statement(statement: &Statement) -> Vec<Block> {
    let state = Key(match statement.state {
        StatementState::Adopted => "adopted",
        StatementState::Dissent => "dissent",
        StatementState::Without => "without",
        StatementState::Proposed | StatementState::Dropped => "proposed",
    });
    let by = text!("record-statement", state = state);
    let words = Block::Said { by, text: statement.text().to_owned() };
    let votes = Block::Text(text!("record-votes", counts = counts(statement)));
    let newest = statement.newest();
    let objections = statement.objections.iter().map(|it| objection(it, newest));
    [words, votes].into_iter().chain(objections).collect()
}

pub(super) fn name(theme: Option<&Theme>) -> String {
    theme.map_or_else(|| string!("record-without-theme"), |theme| theme.name.clone())
}

/// "3 questions · 12 answers".
pub(super) fn count(questions: usize, answers: usize) -> String {
    string!("record-count", questions = questions, answers = answers)
}
