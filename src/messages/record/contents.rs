//! The contents of a theme or a seminar: what the group stated, what was answered, and what is open,
//! with a menu to open a question.

use super::super::statement::counts;
use super::super::ui::{
    Block, Card, Menu, MenuEntry, PAGE, Span, Text, TimeStyle, in_short, limits, rendered_length,
    string, text,
};
use super::ROUND_CHOICE;
use domain::rating::Leaning;
use domain::record::{Entry, Standing};

/// Characters of a question in the contents.
const QUESTION: usize = 160;
/// Characters of a statement in the contents; its page has all of it.
const STATEMENT: usize = 300;

/// What a question is listed under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Stated,
    Answered,
    Open,
}

/// A question in the contents.
struct Line<'a> {
    number: usize,
    entry: &'a Entry<'a>,
    part: Part,
}

/// A page of the contents, and the entries that it lists, by their places.
pub(super) struct Contents {
    pub(super) card: Card,
    pub(super) lists: Vec<usize>,
}

/// The pages of the contents. `line` is the command that shows the record.
pub(super) fn pages(title: &str, entries: &[Entry<'_>], line: &str) -> Vec<Contents> {
    let mut lines: Vec<Line<'_>> = entries
        .iter()
        .zip(1..)
        .map(|(entry, number)| Line { number, entry, part: part(entry) })
        .collect();
    lines.sort_by_key(|line| line.part);
    let pages = split(&lines);
    let contents = |(page, lines): (usize, &[Line<'_>])| {
        let mut card = blocks(lines).into_iter().fold(Card::titled(title), Card::block);
        card.menu = Some(Menu {
            press: format!("{line} page:{page}"),
            hint: string!("record-open-question"),
            entries: lines.iter().map(Line::choice).collect(),
        });
        Contents { card, lists: lines.iter().map(|line| line.number - 1).collect() }
    };
    (1..).zip(pages).map(contents).collect()
}

/// As many lines a page as a message and a menu hold.
fn split<'l, 'a>(lines: &'l [Line<'a>]) -> Vec<&'l [Line<'a>]> {
    let mut pages = Vec::new();
    let (mut start, mut taken) = (0, 0);
    for (at, line) in lines.iter().enumerate() {
        // Each may be the first of its part.
        let needed = rendered_length(&line.block()) + rendered_length(&heading(line.part));
        if at > start && (taken + needed > PAGE || at - start == limits::SELECT_OPTIONS) {
            pages.push(&lines[start..at]);
            (start, taken) = (at, 0);
        }
        taken += needed;
    }
    pages.push(&lines[start..]);
    pages.retain(|page| !page.is_empty());
    pages
}

fn blocks(lines: &[Line<'_>]) -> Vec<Block> {
    let mut blocks = Vec::new();
    for of_part in lines.chunk_by(|one, next| one.part == next.part) {
        let Some(first) = of_part.first() else { continue };
        blocks.push(heading(first.part));
        if first.part == Part::Stated {
            blocks.extend(of_part.iter().map(Line::block));
        } else {
            blocks.push(Block::List(of_part.iter().map(Line::text).collect()));
        }
    }
    blocks
}

fn heading(part: Part) -> Block {
    Block::Text(match part {
        Part::Stated => text!("record-stated"),
        Part::Answered => text!("record-answered"),
        Part::Open => text!("record-still-open"),
    })
}

fn part(entry: &Entry<'_>) -> Part {
    match entry.standing() {
        Standing::Agreed | Standing::Dissent => Part::Stated,
        Standing::Answered | Standing::Unanswered => Part::Answered,
        Standing::Open => Part::Open,
    }
}

impl Line<'_> {
    fn block(&self) -> Block {
        match self.entry.statement().filter(|_| self.part == Part::Stated) {
            Some(statement) => {
                let made_at = statement.versions.last().map(|version| version.made_at);
                Block::Section {
                    heading: text!(
                        "record-contents-stated",
                        number = self.number,
                        question = self.question(QUESTION),
                    ),
                    text: text!(
                        "record-contents-statement",
                        statement = in_short(statement.text(), STATEMENT),
                        day = made_at.map(|at| Span::When(at, TimeStyle::Day)),
                        counts = counts(statement),
                    ),
                }
            }
            None => Block::List(vec![self.text()]),
        }
    }

    fn text(&self) -> Text {
        text!(
            "record-contents-line",
            number = self.number,
            question = self.question(QUESTION),
            day = Span::When(self.entry.round.posed_at, TimeStyle::Day),
            about = self.about(),
        )
    }

    fn choice(&self) -> MenuEntry {
        let (number, question) = (self.number, self.question(limits::SELECT_OPTION));
        let label = string!("record-contents-choice", number = number, question = question);
        MenuEntry {
            label: in_short(&label, limits::SELECT_OPTION),
            about: Some(self.about()),
            value: format!("{ROUND_CHOICE}{}", self.entry.round.number),
        }
    }

    fn question(&self, limit: usize) -> String {
        in_short(&self.entry.round.text, limit)
    }

    /// How many answered, and where minds met and parted.
    fn about(&self) -> String {
        string!(
            "record-contents-about",
            answers = self.entry.answers(),
            met = self.entry.leaning(Leaning::Agreed),
            parted = self.entry.leaning(Leaning::Split),
        )
    }
}
