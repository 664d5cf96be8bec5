//! Title, author and credits before a text, and the last lines after it.

use super::{Apart, Boilerplate};
use crate::block::{Block, BlockKind};

/// So many blocks from the start a title block may reach.
const FRONT: usize = 14;
/// A line of a title block is no longer.
const LONGEST: usize = 160;

/// What the title block says of a work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Front {
    pub(crate) title: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) translator: Option<String>,
    pub(crate) source: Vec<String>,
    pub(crate) year: Option<i16>,
    /// Names and titles that stand at the top, in order.
    pub(crate) lines: Vec<String>,
}

/// Takes what is not the text from both ends of it.
pub(crate) fn part(blocks: Vec<Block>, title: Option<&str>) -> (Vec<Block>, Vec<Apart>, Front) {
    let mut apart = Vec::new();
    let mut front = Front::default();
    let mut text = Vec::new();
    for block in blocks {
        if block.kind == BlockKind::Around {
            apart.push(set_apart(Boilerplate::Navigation, &block));
        } else {
            text.push(block);
        }
    }
    let body = body_start(&text, title);
    let mut rest = text.split_off(body);
    for block in text {
        for line in block.text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
            let kind =
                if credit(line, &mut front) { Boilerplate::Credit } else { Boilerplate::Title };
            if kind == Boilerplate::Title {
                front.lines.push(line.to_owned());
            }
            apart.push(Apart { kind, place: block.place(), text: line.to_owned() });
        }
    }
    // Credits may also stand between the title and a heading, or after it.
    while let Some(last) = rest.last()
        && is_footer(&last.text)
    {
        apart.push(set_apart(Boilerplate::Footer, last));
        rest.pop();
    }
    name(&mut front);
    (rest, apart, front)
}

fn set_apart(kind: Boilerplate, block: &Block) -> Apart {
    let text = block.text.split_whitespace().collect::<Vec<_>>().join(" ");
    Apart { kind, place: block.place(), text }
}

/// Where the text begins after the title block; at the very start if there is none.
fn body_start(blocks: &[Block], title: Option<&str>) -> usize {
    let mut start = 0;
    for (index, block) in blocks.iter().enumerate().take(FRONT) {
        let lines = || block.text.split('\n').map(str::trim);
        let credits = lines().all(|line| credit(line, &mut Front::default()));
        let short = lines().all(|line| line.chars().count() <= LONGEST);
        let sentence = block.text.trim_end().ends_with(['.', ':', ';', ',', '?', '!', '”', '’'])
            || block.text.starts_with(char::is_lowercase)
            || block.text.split('\n').count() > 3;
        let heading = matches!(block.kind, BlockKind::Heading(_));
        // Where the file says the title, another heading is a section's.
        let other = heading && title.is_some_and(|title| !is_like(title, &block.text));
        let is_front = credits
            || (short && (heading && index < 3 || !sentence && index < 4))
                && !(index > 1 && heading && !followed_by_front(blocks, index))
                && (!other || followed_by_front(blocks, index))
                && !is_numbered(&block.text);
        if !is_front {
            break;
        }
        start = index + 1;
    }
    // A text that is nothing but short lines has no title block.
    if start == blocks.len() { 0 } else { start }
}

/// Whether a heading is the title, or the title and the name of a site.
fn is_like(title: &str, heading: &str) -> bool {
    let (title, heading) = (title.to_lowercase(), heading.trim().to_lowercase());
    title.contains(&heading) || heading.contains(&title)
}

/// Whether credits come after a heading, so that it is the title's and not the first section's.
fn followed_by_front(blocks: &[Block], index: usize) -> bool {
    let after = blocks.iter().skip(index + 1).take(3);
    after.into_iter().any(|block| credit(block.text.trim(), &mut Front::default()))
}

fn is_numbered(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(". ")
}

/// Whether a line is a credit; what it tells is noted.
fn credit(line: &str, front: &mut Front) -> bool {
    const STARTS: &[&str] = &[
        "translated by",
        "translation by",
        "translated from",
        "transcribed by",
        "transcription",
        "marked up by",
        "html mark-up",
        "html markup",
        "mark-up",
        "proofread",
        "edited by",
        "published",
        "first published",
        "originally published",
        "source:",
        "source :",
        "written:",
        "written in",
        "online version",
        "copyleft",
        "copyright",
        "©",
        "creative commons",
        "public domain",
        "downloaded from",
        "from the archive",
        "retrieved",
        "digitised",
        "digitized",
        "delivered:",
        "traduit",
        "traduction",
        "übersetzt",
        "übersetzung",
        "quelle",
        "isbn",
        "with thanks to",
        "first printed",
        "reprinted",
    ];
    let lower = line.to_lowercase();
    let is_source = lower.starts_with("from ") && has_reference(&lower);
    if !is_source && !STARTS.iter().any(|start| lower.starts_with(start)) {
        return false;
    }
    if front.translator.is_none()
        && let Some(by) = ["translated by ", "translation by ", "traduit par "]
            .iter()
            .find(|by| lower.starts_with(**by))
    {
        let name = line.get(by.len()..).unwrap_or_default();
        let name = name.split(['.', ',', ';', '(']).next().unwrap_or_default().trim();
        front.translator = (!name.is_empty()).then(|| name.to_owned());
    } else {
        front.source.push(line.trim_end_matches('.').to_owned());
    }
    front.year = front.year.or_else(|| year(line));
    true
}

fn has_reference(line: &str) -> bool {
    year(line).is_some() || ["vol.", "no.", "pp.", "p."].iter().any(|mark| line.contains(mark))
}

/// A year that a line has in it.
pub(crate) fn year(line: &str) -> Option<i16> {
    line.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .find(|year| (1450..=2100).contains(year))
}

fn is_footer(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "last updated",
        "last modified",
        "updated on",
        "top of page",
        "top of the page",
        "back to top",
        "return to top",
        "back to the top",
        "©",
        "copyright",
        "all rights reserved",
        "retrieved from",
        "this page was",
        "dernière mise",
        "zuletzt",
        "letzte änderung",
        "printed from",
    ];
    let lower = text.trim().to_lowercase();
    lower.chars().count() <= 200
        && (STARTS.iter().any(|start| lower.starts_with(start))
            || !lower.chars().any(char::is_alphanumeric))
}

/// Tells the author's name from the title.
fn name(front: &mut Front) {
    for line in &front.lines {
        let by = line.strip_prefix("by ").or_else(|| line.strip_prefix("By "));
        if let Some(by) = by.filter(|_| front.author.is_none()) {
            front.author = Some(by.trim().to_owned());
        } else if front.author.is_none() && is_name(line) {
            front.author = Some(line.trim_end_matches(':').to_owned());
        } else if front.title.is_none() {
            front.title = Some(line.clone());
        } else if front.year.is_none() {
            front.year = year(line);
        }
    }
    // A title of two words with capitals looks like a name.
    if front.title.is_none() && front.lines.len() == 1 {
        front.title = front.author.take();
    }
}

/// Whether a line is a person's name: two to four words with capitals, no word of grammar.
fn is_name(line: &str) -> bool {
    const SMALL: &[&str] = &["de", "von", "van", "der", "la", "le", "du", "di", "da", "and", "y"];
    let words: Vec<&str> = line.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    (2..=5).contains(&words.len())
        && words.iter().all(|word| capital(word) || SMALL.contains(word))
        && words.first().is_some_and(capital)
        && words.iter().all(|word| {
            !word.contains(|c: char| c.is_ascii_digit() || matches!(c, '?' | '!' | ':' | ','))
        })
        && words.iter().filter(|word| is_usual(word)).count() == 0
}

/// Whether a word is one that titles are made of.
fn is_usual(word: &str) -> bool {
    crate::words::tier(word).is_some_and(|tier| tier <= 2)
        && !matches!(word.to_lowercase().as_str(), "and" | "de" | "la")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Place;

    fn blocks(texts: &[&str]) -> Vec<Block> {
        let block = |text: &&str| Block::new(BlockKind::Paragraph, *text, Place::default());
        texts.iter().map(block).collect()
    }

    const LONG: &str = "It was late when they set out, and nobody had thought of the road, which \
        went on for longer than any of them would have believed at the time of setting out.";

    #[test]
    fn a_title_block() {
        let texts = [
            "Ada Quill",
            "Roads and Their Keepers",
            "From Toll and Gate, Vol. 3, 1931, pp.1–9.",
            "Translated by Bert Inkwell.",
            LONG,
            "Last updated on 1.2.2003",
        ];
        let (rest, apart, front) = part(blocks(&texts), None);
        assert_eq!(rest.len(), 1);
        assert_eq!(front.author.as_deref(), Some("Ada Quill"));
        assert_eq!(front.title.as_deref(), Some("Roads and Their Keepers"));
        assert_eq!(front.translator.as_deref(), Some("Bert Inkwell"));
        assert_eq!(front.year, Some(1931));
        let kinds: Vec<Boilerplate> = apart.iter().map(|apart| apart.kind).collect();
        use Boilerplate::{Credit, Footer, Title};
        assert_eq!(kinds, [Title, Title, Credit, Credit, Footer]);
    }

    #[test]
    fn no_title_block() {
        for first in [LONG, "Otto, keeper of the road, writes:", "1. The road"] {
            let (rest, apart, front) = part(blocks(&[first, LONG]), None);
            assert_eq!((rest.len(), apart.len()), (2, 0), "{first}");
            assert_eq!(front, Front::default());
        }
    }
}
