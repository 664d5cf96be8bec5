//! A card as plain text, for the file that holds what a message cannot.

use crate::messages::{Block, Card, Span, Text, TimeStyle};

/// All the words of a card.
pub(super) fn text(card: &Card) -> String {
    let title = card.title.iter().cloned();
    let blocks = card.blocks.iter().map(block);
    let footer = card.footer.iter().cloned();
    let mut text = title.chain(blocks).chain(footer).collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    text
}

fn block(it: &Block) -> String {
    match it {
        Block::Text(text) => words(text),
        Block::Passage { text, source } => format!("{text}\n    {}", words(source)),
        Block::Section { heading, text } => format!("{}\n{}", words(heading), words(text)),
        Block::Said { by, text } => format!("{}\n{text}", words(by)),
        Block::List(lines) => {
            lines.iter().map(|line| format!("- {}", words(line))).collect::<Vec<_>>().join("\n")
        }
        Block::Row { block: it, .. } => block(it),
    }
}

fn words(text: &Text) -> String {
    text.0.iter().map(span).collect()
}

fn span(span: &Span) -> String {
    match span {
        Span::Plain(words) | Span::Strong(words) | Span::Soft(words) | Span::Code(words) => {
            words.clone()
        }
        Span::Struck(words) => format!("[-{}-]", words.trim()) + blanks(words),
        Span::Added(words) => format!("{{+{}+}}", words.trim()) + blanks(words),
        Span::When(at, TimeStyle::Day) => at.strftime("%Y-%m-%d").to_string(),
        Span::When(at, _) => at.strftime("%Y-%m-%d %H:%M UTC").to_string(),
        Span::Member { name, .. } => name.clone(),
        Span::Channel(place) => format!("#{place}"),
        Span::Role(role) => format!("@{role}"),
        Span::Message { words, .. } | Span::Shown { words, .. } => words.clone(),
        Span::Link { words, to } => format!("{words}: {to}"),
    }
}

/// The blanks at the end of words.
fn blanks(words: &str) -> &str {
    &words[words.trim_end().len()..]
}
