//! A quote as it stands in the book.

use super::{Block, Text};
use domain::{Corpus, Quote};

/// The words of a quote, with whose they are and where they stand.
#[must_use]
pub fn passage(corpus: &Corpus, quote: &Quote) -> Block {
    Block::Passage { text: quote.text.clone(), source: source(corpus, quote) }
}

/// The themes and the id of a quote, for the small print.
#[must_use]
pub fn themes_line(corpus: &Corpus, quote: &Quote) -> String {
    let themes = quote.themes.iter().filter_map(|id| corpus.theme(id));
    let names: Vec<&str> = themes.map(|theme| theme.name.as_str()).collect();
    format!("{} · {}", names.join(", "), quote.id)
}

/// "Voline, quoted by Daniel Guérin, *Three Problems of the Revolution* (1958), ¶2".
fn source(corpus: &Corpus, quote: &Quote) -> Text {
    let mut line = Text::new();
    let Some(work) = corpus.work(&quote.work) else {
        return line;
    };
    if let Some(speaker) = &quote.speaker {
        line = line.strong(speaker).plain(", quoted by ").plain(&work.author);
    } else {
        line = line.strong(&work.author);
    }
    line = line.plain(", ").soft(&work.title);
    line = match work.year {
        0 => line.plain(", "),
        year => line.plain(format!(" ({year}), ")),
    };
    match work.section(quote.section) {
        Some(section) => line.plain(format!("{}, ¶{}", section.title, quote.paragraph)),
        None => line.plain(format!("¶{}", quote.paragraph)),
    }
}
