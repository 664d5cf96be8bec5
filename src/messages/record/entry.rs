//! One question of the record: what was asked, what the group made of it, and the answers.

use super::super::quote::passage;
use super::super::round::{leanings, recorded};
use super::super::statement::{counts, objection};
use super::super::ui::{Block, Card, Key, PAGE, Span, Text, TimeStyle, in_short, paginate, text};
use domain::record::Entry;
use domain::statement::StatementState;
use domain::{Corpus, RoundState, Statement};

/// Answers of each kind on which the group agrees or differs.
const LISTED: usize = 5;
/// Characters of a question above what goes on from the page before.
const CONTINUED: usize = 200;

/// The pages of one question: what was asked and about which quotes, what the group made of it, then
/// the answers. The `number` is the one that it has in the contents.
pub(super) fn pages(corpus: &Corpus, title: &str, number: usize, entry: &Entry<'_>) -> Vec<Card> {
    let round = entry.round;
    let question = text!(
        "record-question",
        number = number,
        question = &round.text,
        asked = Span::When(round.posed_at, TimeStyle::Day),
        open = round.state != RoundState::Closed,
    );
    let quotes = round.quotes.iter().filter_map(|id| corpus.quote(id));
    let quotes = quotes.map(|quote| passage(corpus, quote));
    let asked = [Block::Text(question)].into_iter().chain(quotes).collect();
    let answers = recorded(corpus, round, &entry.shown).into_iter().map(|block| vec![block]);
    let note = note(entry).map(|note| vec![Block::Text(note)]);
    let groups = [asked, of_group(entry)].into_iter().chain(answers).chain(note);
    let pages = paginate(groups, PAGE).into_iter().enumerate();
    let card = |(page, blocks): (usize, Vec<Block>)| {
        let question = || in_short(&round.text, CONTINUED);
        let more =
            (page > 0).then(|| text!("record-continued", number = number, question = question()));
        let card = more.into_iter().fold(Card::titled(title), Card::text);
        blocks.into_iter().fold(card, Card::block)
    };
    pages.map(card).collect()
}

/// That nobody has answered, or that some answers are hidden as yet.
pub(in super::super) fn note(entry: &Entry<'_>) -> Option<Text> {
    match (entry.answers(), entry.hidden) {
        (0, _) => Some(text!("record-nobody", open = entry.round.state != RoundState::Closed)),
        (_, 0) => None,
        (_, hidden) => Some(text!("record-hidden", count = hidden)),
    }
}

/// The group's statement, and on what its members agree.
pub(in super::super) fn of_group(entry: &Entry<'_>) -> Vec<Block> {
    let Some(details) = entry.details.filter(|_| entry.answers() > 0) else { return Vec::new() };
    let statement = details.statement.iter().flat_map(statement);
    statement.chain(leanings(details, LISTED)).collect()
}

/// A statement with its date and version, the votes on it and the objections, word for word.
pub(in super::super) fn statement(statement: &Statement) -> Vec<Block> {
    let state = Key(match statement.state {
        StatementState::Adopted => "adopted",
        StatementState::Dissent => "dissent",
        StatementState::Without => "without",
        StatementState::Proposed | StatementState::Dropped => "proposed",
    });
    let newest = statement.newest();
    let day = statement.versions.last().map(|it| Span::When(it.made_at, TimeStyle::Day));
    let version = (newest > 1).then_some(newest);
    let by = text!("record-statement", state = state, version = version, day = day);
    let words = Block::Said { by, text: statement.text().to_owned() };
    let votes = Block::Text(text!("record-votes", counts = counts(statement)));
    let objections = statement.objections.iter().map(|it| objection(it, newest));
    [words, votes].into_iter().chain(objections).collect()
}
