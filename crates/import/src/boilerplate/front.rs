//! Title, author and credits before a text, and the last lines after it.

use super::bylines::{byline, is_name, is_spaced_name};
use super::credits::{Front, credit, is_footer, year};
use super::lines::{ends_sentence, is_by, is_date, is_same};
use super::title_block::body_start;
use super::{Apart, Boilerplate, contents, gutenberg};
use crate::block::{Block, BlockKind};
use crate::label::Label;

/// A byline stands among so many blocks from the start of the text.
const STANDFIRST: usize = 3;

/// Takes what is not the text from both ends of it.
pub(crate) fn part(
    mut blocks: Vec<Block>,
    label: &Label,
    is_marked_up: bool,
) -> (Vec<Block>, Vec<Apart>, Front) {
    let mut apart = Vec::new();
    let mut front = Front::default();
    gutenberg::mark(&mut blocks, &mut front);
    ornaments(&mut blocks);
    contents::mark(&mut blocks);
    let mut text = Vec::new();
    for block in blocks {
        let BlockKind::Apart(kind) = block.kind else {
            text.push(block);
            continue;
        };
        match kind {
            Boilerplate::Title => front_lines(&block, &mut front, &mut apart),
            _ => {
                if kind == Boilerplate::Imprint {
                    front.first_published =
                        front.first_published.or_else(|| first_published(&block.text));
                }
                apart.push(set_apart(kind, &block));
            }
        }
    }
    let title = front.title.clone().or_else(|| label.title.clone());
    let body = body_start(&text, title.as_deref(), is_marked_up);
    let mut rest = text.split_off(body);
    for block in text {
        front_lines(&block, &mut front, &mut apart);
    }
    // Between a title and its byline a sentence may say what the text is about.
    if is_marked_up && let Some(at) = rest.iter().take(STANDFIRST).position(says_by) {
        front_lines(&rest.remove(at), &mut front, &mut apart);
    }
    while let Some(last) = rest.last()
        && is_footer(&last.text)
        && last.note.is_none()
    {
        apart.push(set_apart(Boilerplate::Footer, last));
        rest.pop();
    }
    name(&mut front);
    (rest, apart, front)
}

/// Reads the lines of a title block.
fn front_lines(block: &Block, front: &mut Front, apart: &mut Vec<Apart>) {
    let mut after_by = false;
    for line in block.text.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
        let kind = if credit(line, front) { Boilerplate::Credit } else { Boilerplate::Title };
        if kind == Boilerplate::Title {
            // The name stands on the line after `by`.
            let before = front.lines.last().is_some_and(|line| is_by(line)) || after_by;
            after_by = is_by(line);
            if before && !front.lines.is_empty() {
                front.lines.pop();
                front.lines.push(format!("by {line}"));
            } else {
                front.lines.push(line.to_owned());
            }
        }
        apart.push(Apart { kind, place: block.place(), text: line.to_owned() });
    }
}

/// Lines of stars and the places of pictures.
fn ornaments(blocks: &mut [Block]) {
    for block in blocks.iter_mut().filter(|block| block.note.is_none()) {
        let text = block.text.trim();
        let stars = !text.is_empty()
            && text.chars().all(|c| c.is_whitespace() || "*•·⁂—–-_=~#+❧☙✳◆◇■□●○†".contains(c));
        let picture = text.starts_with("[Illustration") && text.ends_with(']');
        if stars || picture {
            block.kind = BlockKind::Apart(Boilerplate::Ornament);
        }
    }
}

/// The year in `first published in 1911`, `was published in 1911`.
fn first_published(text: &str) -> Option<i16> {
    let lower = text.to_lowercase();
    [
        "first published",
        "originally published",
        "was published",
        "first appeared",
        "was first",
        "erstmals",
        "première édition",
        "original publication",
    ]
    .iter()
    .find_map(|said| {
        let after = lower.get(lower.find(said)?..)?;
        let near: String = after.chars().take(80).collect();
        year(&near)
    })
}

fn set_apart(kind: Boilerplate, block: &Block) -> Apart {
    let text = block.text.split_whitespace().collect::<Vec<_>>().join(" ");
    Apart { kind, place: block.place(), text }
}

/// Whether a block is nothing but the line that names the author: `by Ada Quill`.
fn says_by(block: &Block) -> bool {
    block.note.is_none()
        && block.kind == BlockKind::Paragraph
        && !ends_sentence(&block.text)
        && byline(&block.text).is_some_and(|found| found.author.is_some())
}

/// Tells the author's name from the title.
fn name(front: &mut Front) {
    for line in &front.lines {
        if let Some(found) = byline(line) {
            front.author = front.author.take().or(found.author);
            front.year = front.year.or(found.year);
        } else if is_date(line) {
            front.year = front.year.or_else(|| year(line));
        } else if front.title.as_deref().is_some_and(|title| is_same(title, line)) {
        } else if front.author.is_none()
            && (is_name(line) || front.title.is_some() && is_spaced_name(line))
        {
            front.author = Some(line.trim_end_matches(':').to_owned());
        } else if front.title.is_none() && line.contains(char::is_alphanumeric) {
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
        let (rest, apart, front) = part(blocks(&texts), &Label::default(), false);
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
            let (rest, apart, front) = part(blocks(&[first, LONG]), &Label::default(), false);
            assert_eq!((rest.len(), apart.len()), (2, 0), "{first}");
            assert_eq!(front, Front::default());
        }
    }
}
