//! The record as Markdown, by theme. What members wrote is shown as they wrote it: no mark in it
//! takes effect.

use std::io::{self, Write};

use super::archive::{Header, Seminar};
use super::sink::{Exported, Sink, Tail};
use crate::messages::{Block, Span, Text, export};
use domain::Corpus;

/// Writes the record as Markdown.
pub(super) struct Markdown<'c, W> {
    out: W,
    corpus: &'c Corpus,
    /// The theme of the round before; none before the first.
    theme: Option<Option<String>>,
}

impl<'c, W: Write> Markdown<'c, W> {
    pub(super) fn new(out: W, corpus: &'c Corpus) -> Self {
        Self { out, corpus, theme: None }
    }
}

impl<W: Write> Sink for Markdown<'_, W> {
    fn head(&mut self, _: &Header, _: &[Seminar]) -> io::Result<()> {
        writeln!(self.out, "# {}", escaped(&export::title()))
    }

    fn round(&mut self, exported: &Exported) -> io::Result<()> {
        let Exported { details, .. } = exported;
        let theme = &details.round.theme;
        if self.theme.as_ref() != Some(theme) {
            let found = theme.as_deref().and_then(|id| self.corpus.theme(id));
            writeln!(self.out, "\n## {}", escaped(&export::heading(found)))?;
            self.theme = Some(theme.clone());
        }
        writeln!(self.out, "\n### {}", on_one_line(&details.round.text))?;
        let it = export::Question::new(self.corpus, &exported.entry());
        writeln!(self.out, "\n{}", spans(&it.asked))?;
        for part in it.quotes.iter().chain(&it.group).chain(&it.answers).map(block) {
            writeln!(self.out, "\n{part}")?;
        }
        it.note.iter().try_for_each(|note| writeln!(self.out, "\n{}", spans(note)))
    }

    fn tail(&mut self, _: &Tail) -> io::Result<()> {
        if self.theme.is_none() {
            writeln!(self.out, "\n{}", escaped(&export::empty()))?;
        }
        self.out.flush()
    }
}

fn block(it: &Block) -> String {
    match it {
        Block::Text(text) => spans(text),
        Block::Passage { text, source } => {
            format!("{}\n>\n> — {}", quoted(text), spans(source))
        }
        Block::Section { heading, text } => format!("**{}**\n\n{}", plain(heading), spans(text)),
        Block::Said { by, text } => format!("**{}**\n\n{}", plain(by), quoted(text)),
        Block::List(lines) => {
            lines.iter().map(|line| format!("- {}", spans(line))).collect::<Vec<_>>().join("\n")
        }
        // Nothing can be pressed in a file.
        Block::Row { block: it, .. } => block(it),
    }
}

/// Words within a heading, which is bold already.
fn plain(text: &Text) -> String {
    on_one_line(&text.words())
}

fn spans(text: &Text) -> String {
    text.0.iter().map(span).collect()
}

fn span(span: &Span) -> String {
    let words = span.printed();
    match span {
        Span::Strong(_) | Span::Added(_) => marked("**", &words),
        Span::Soft(_) => marked("*", &words),
        Span::Struck(_) => marked("~~", &words),
        _ => escaped(&words),
    }
}

/// A mark must touch the words that it is about.
fn marked(mark: &str, words: &str) -> String {
    let core = words.trim();
    if core.is_empty() {
        return words.to_owned();
    }
    let start = words.len() - words.trim_start().len();
    let (before, rest) = words.split_at(start);
    let after = rest.get(core.len()..).unwrap_or_default();
    format!("{before}{mark}{}{mark}{after}", escaped(core))
}

/// Words as a block quote, line by line.
fn quoted(words: &str) -> String {
    let line = |line: &str| format!("> {}", escaped(line)).trim_end().to_owned();
    // A line break of a member is one of the reader's.
    words.lines().map(line).collect::<Vec<_>>().join("  \n")
}

fn on_one_line(words: &str) -> String {
    escaped(&words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Words in which no mark takes effect, neither of CommonMark nor of Obsidian.
fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    // Whether only blanks and digits came on the line: "1." and "-" begin a list there.
    let mut leads = true;
    for c in words.chars() {
        match c {
            // Blanks at the start would make code of the line.
            ' ' | '\t' if leads => safe.push('\u{a0}'),
            '\n' => {
                leads = true;
                safe.push(c);
            }
            '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => safe.push(' '),
            // They would turn round what comes after them.
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            c if ANYWHERE.contains(c) || leads && AT_START.contains(c) => {
                safe.extend(['\\', c]);
                leads = false;
            }
            c => {
                safe.push(c);
                leads &= c.is_ascii_digit();
            }
        }
    }
    safe
}

const ANYWHERE: &str = "\\`*_{}[]<>#|~$^%&=";
const AT_START: &str = "-+.):!";

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// What a reader of Markdown sees: words, and whether any mark took effect.
    fn read(markdown: &str) -> (String, bool) {
        let (mut words, mut marked) = (String::new(), false);
        // Quotation marks that curl are no mark-up.
        let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
        for event in Parser::new_ext(markdown, options) {
            match event {
                Event::Text(text) => words.push_str(&text),
                Event::SoftBreak | Event::HardBreak => words.push('\n'),
                Event::Start(Tag::Paragraph | Tag::BlockQuote(_)) => {}
                Event::End(TagEnd::Paragraph | TagEnd::BlockQuote(_)) => words.push('\n'),
                _ => marked = true,
            }
        }
        (words, marked)
    }

    fn seen(words: &str) -> String {
        let kept = words
            .chars()
            .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
        kept.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    proptest! {
        #[test]
        fn no_mark_that_a_member_typed_takes_effect(
            words in r"([ -~\n]|\PC|[*_#>`\[\]()!|~$^:-]|<b>|1\. |&lt;|https://a\.b ){0,40}"
        ) {
            let (read, marked) = read(&quoted(&words));
            prop_assert!(!marked, "{}", quoted(&words));
            prop_assert_eq!(seen(&read), seen(&words));
        }
    }
}
