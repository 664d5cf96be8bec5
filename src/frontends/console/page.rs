//! A card that is only read: drawn for the terminal without a rule, or as Markdown for a file.

use std::io;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::names;
use super::render::{Numbers, Rule, View};
use super::screen::Screen;
use crate::messages::ui::{date, date_time};
use crate::messages::{Block, Card, Span, Text, TimeStyle};

/// Prints a card on standard output.
pub fn print(card: &Card, now: Timestamp) {
    let screen = Screen::new(io::IsTerminal::is_terminal(&io::stdout()));
    let view = View { width: screen.width(), now, zone: TimeZone::system() };
    screen.print(&view.card(card, &Numbers::default(), Rule::None, None));
}

/// A card as Markdown.
#[must_use]
pub fn markdown(card: &Card) -> String {
    let title = card.title.iter().map(|title| format!("# {}", escaped(title)));
    let parts: Vec<String> = title.chain(card.blocks.iter().map(block)).collect();
    parts.join("\n\n")
}

fn block(block: &Block) -> String {
    match block {
        Block::Text(text) => words(text),
        Block::Passage { text, source } => {
            format!("{}\n>\n> — {}", quoted(&escaped(text)), words(source))
        }
        Block::Section { heading, text } => {
            format!("## {}\n\n{}", words(heading), words(text)).trim_end().to_owned()
        }
        Block::Said { by, text } => format!("**{}**\n\n{}", words(by), quoted(&escaped(text))),
        Block::List(items) => {
            let lines = items.iter().map(|item| format!("- {}", words(item)));
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}

fn quoted(text: &str) -> String {
    text.lines()
        .map(|line| format!("> {line}").trim_end().to_owned())
        .collect::<Vec<_>>()
        .join("\n")
}

fn words(text: &Text) -> String {
    text.0.iter().map(span).collect()
}

fn span(span: &Span) -> String {
    match span {
        Span::Plain(words) => escaped(words),
        Span::Strong(words) | Span::Added(words) => around("**", words),
        Span::Soft(words) => around("_", words),
        Span::Struck(words) => around("~~", words),
        Span::Code(words) => format!("`{}`", words.replace('`', "'")),
        Span::When(at, style) => {
            let there = at.to_zoned(TimeZone::UTC);
            match style {
                TimeStyle::Day => date(there.date()),
                TimeStyle::Full | TimeStyle::Relative => date_time(&there),
            }
        }
        Span::Member { name, .. } => escaped(name),
        Span::Channel(place) => format!("#{}", names::of_place(*place)),
        Span::Role(role) => format!("@{}", names::of_role(*role)),
        Span::Message { words, .. } | Span::Shown { words, .. } => escaped(words),
    }
}

/// Words between marks that have to touch them.
fn around(mark: &str, words: &str) -> String {
    let inner = words.trim();
    let Some(start) = words.find(inner).filter(|_| !inner.is_empty()) else {
        return words.to_owned();
    };
    let (before, after) = (&words[..start], &words[start + inner.len()..]);
    format!("{before}{mark}{}{mark}{after}", escaped(inner))
}

/// Words in which nothing is Markdown.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for (index, line) in words.split('\n').enumerate() {
        if index > 0 {
            escaped.push('\n');
        }
        let opens = line.trim_start().starts_with(['#', '>', '-', '+', '=', '|']);
        let number = line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
        let numbered = number.len() < line.trim_start().len() && number.starts_with(['.', ')']);
        for (at, c) in line.char_indices() {
            let first = at == line.len() - line.trim_start().len();
            let ends_number = numbered && at == line.len() - number.len();
            if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~')
                || first && opens
                || ends_number
            {
                escaped.push('\\');
            }
            escaped.push(c);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_reads_as_markdown_and_what_members_wrote_is_none() {
        let card = Card::titled("Power *now*")
            .text(Text::new().strong("Who rules?").plain(" 1 < 2"))
            .block(Block::Passage { text: "Not the state.".into(), source: "A, _Essays_".into() })
            .block(Block::Said { by: "ana".into(), text: "# No\n1. *one*\n- two".into() })
            .block(Block::List(vec!["a_b".into()]));
        insta::assert_snapshot!(markdown(&card), @r"
        # Power \*now\*

        **Who rules?** 1 \< 2

        > Not the state.
        >
        > — A, \_Essays\_

        **ana**

        > \# No
        > 1\. \*one\*
        > \- two

        - a\_b
        ");
    }
}
