//! Title, author and credits before a text, and the last lines after it.

use super::bylines::{byline, is_name, is_spaced_name};
use super::credits::{Front, credit, is_footer, year};
use super::{Apart, Boilerplate, contents, gutenberg};
use crate::block::{Block, BlockKind};
use crate::label::Label;
use crate::note_mark::is_mark;

/// So many blocks from the start a title block may reach.
const FRONT: usize = 14;
/// A byline stands among so many blocks from the start of the text.
const STANDFIRST: usize = 3;
/// A line of a title block is no longer.
const LONGEST: usize = 160;

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

fn is_by(line: &str) -> bool {
    matches!(line.trim().to_lowercase().as_str(), "by" | "von" | "par" | "por" | "by:")
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

/// Where the text begins after the title block; at the very start if there is none.
fn body_start(blocks: &[Block], title: Option<&str>, is_marked_up: bool) -> usize {
    let marked = is_marked_up && (title.is_some() || blocks.iter().any(Block::is_heading));
    let mut start = 0;
    for (index, block) in blocks.iter().enumerate().take(FRONT) {
        if block.note.is_some() {
            break;
        }
        let lines = || block.text.split('\n').map(str::trim);
        let plain =
            lines().all(|line| says_who(line) || title.is_some_and(|title| is_same(title, line)));
        let short = lines().all(|line| line.chars().count() <= LONGEST);
        let sentence = ends_sentence(&block.text)
            || block.text.starts_with(char::is_lowercase) && !is_by(&block.text)
            || block.text.split('\n').count() > 3;
        let heading = block.is_heading();
        // Where the file says the title, another heading is a section's.
        let other = heading && title.is_some_and(|title| !is_like(title, &block.text));
        let likely = if marked && !heading {
            // A page that marks its headings marks what is no text; a name may stand between.
            let is_named = index > 0 && is_name(block.text.trim()) && index < 4;
            let is_titled = index == 0 && title.is_none() && followed_by_front(blocks, index);
            !sentence && short && (is_named || is_titled)
        } else {
            short && (heading && index < 3 || !sentence && index < 4)
        };
        let followed = followed_by_front(blocks, index);
        // What goes on with a small letter is the start of a sentence.
        let breaks_off = blocks.get(index + 1).is_some_and(|next| {
            next.text.starts_with(char::is_lowercase)
                && !is_by(&next.text)
                && byline(&next.text).is_none()
        });
        let is_front = plain
            || start == index && index > 0 && is_imprint(blocks, index)
            || likely
                && !(index > 0 && heading && start > 0 && !followed && !names(blocks, index))
                && (!other || followed)
                && !is_numbered(&block.text)
                && !is_chapter(&block.text)
                && (heading || !breaks_off)
                && block.kind != BlockKind::Item;
        if !is_front {
            break;
        }
        start = index + 1;
    }
    // A text that is nothing but short lines has no title block.
    if start == blocks.len() { 0 } else { start }
}

/// Whether a heading is a name with no text of its own: the next heading follows at once.
fn names(blocks: &[Block], index: usize) -> bool {
    blocks.get(index).is_some_and(|block| is_name(block.text.trim()))
        && blocks.get(index + 1).is_some_and(Block::is_heading)
}

/// Whether a block is place, publisher and year, together or one after the other.
fn is_imprint(blocks: &[Block], index: usize) -> bool {
    const LONGEST: usize = 40;
    let mut lines = blocks.iter().skip(index).take(3).flat_map(|block| block.text.split('\n'));
    let mut before = 0;
    loop {
        let Some(line) = lines.next().map(str::trim) else { return false };
        let is_year = line.trim_end_matches('.').len() == 4 && year(line).is_some();
        if is_year {
            return before > 0;
        }
        before += 1;
        let is_capital = line.starts_with(char::is_uppercase);
        if before > 3 || !is_capital || line.chars().count() > LONGEST || is_chapter(line) {
            return false;
        }
    }
}

/// Whether a line is a credit, a byline or a date.
fn says_who(line: &str) -> bool {
    credit(line, &mut Front::default()) || byline(line).is_some() || is_by(line) || is_date(line)
}

/// Whether a block is nothing but the line that names the author: `by Ada Quill`.
fn says_by(block: &Block) -> bool {
    block.note.is_none()
        && block.kind == BlockKind::Paragraph
        && !ends_sentence(&block.text)
        && byline(&block.text).is_some_and(|found| found.author.is_some())
}

fn is_date(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let is_plain = words <= 4 && line.chars().filter(|c| c.is_alphabetic()).count() <= 12;
    // A page says when it was put up to the minute.
    let is_stamp = words <= 16 && !ends_sentence(line) && line.split_whitespace().any(is_clock);
    year(line).is_some() && (is_plain || is_stamp)
}

/// `6:45`, `18:45`.
fn is_clock(word: &str) -> bool {
    word.trim_matches(|c: char| !c.is_ascii_digit()).split_once([':', 'h']).is_some_and(
        |(hour, minute)| {
            let is_number =
                |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            hour.len() <= 2 && minute.len() == 2 && is_number(hour) && is_number(minute)
        },
    )
}

/// A text without the marks of notes at its end.
fn without_marks(text: &str) -> &str {
    let is_raised = |c: char| is_mark(c) || "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c);
    let text = text.trim_end().trim_end_matches(is_raised).trim_end();
    match text.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) {
        Some((before, label)) if label.chars().count() <= 4 => before.trim_end(),
        _ => text,
    }
}

/// Whether a text ends as a sentence does, in whatever script.
fn ends_sentence(text: &str) -> bool {
    let text = without_marks(text);
    let bare = text.trim_end_matches(['"', '”', '’', '»', ')', '」', '』', '\'']);
    bare.ends_with(['.', ':', ';', ',', '?', '!', '。', '！', '？', '؟', '।', '…', '։', '۔'])
        || text.ends_with(['”', '’'])
}

fn is_same(title: &str, line: &str) -> bool {
    domain::fold(title.trim()) == domain::fold(line.trim_end_matches(['.', ':']))
}

/// Whether a heading is the title, or the title and the name of a site.
fn is_like(given: &str, printed: &str) -> bool {
    let plain = |text: &str| {
        domain::fold(text)
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    let (title, heading) = (plain(given), plain(printed));
    title == heading || goes_on_after(given, printed) || goes_on_after(printed, given)
}

/// Whether `long` is `short` with a subtitle or the name of a site: `Roads: A History`.
fn goes_on_after(short: &str, long: &str) -> bool {
    let (short, long) = (domain::fold(short.trim()), domain::fold(long.trim()));
    let rest = long.strip_prefix(&short).filter(|_| short.chars().count() > 2);
    rest.is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.starts_with([':', '|', '–', '—', '-', '(', '.', ',', '·', '\n', '»'])
    })
}

/// Whether credits come after a heading, so that it is the title's and not the first section's.
fn followed_by_front(blocks: &[Block], index: usize) -> bool {
    let after = blocks.iter().skip(index + 1).take(3);
    let short = after.take_while(|block| block.text.chars().count() <= LONGEST);
    short.into_iter().any(|block| block.text.split('\n').all(|line| says_who(line.trim())))
}

fn is_numbered(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(". ")
}

/// `CHAPTER I`, `Part Two`.
pub(crate) fn is_chapter(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    [
        "chapter",
        "part",
        "book",
        "section",
        "letter",
        "kapitel",
        "chapitre",
        "capítulo",
        "capitolo",
        "глава",
        "preface",
        "introduction",
        "foreword",
        "prologue",
    ]
    .iter()
    .any(|word| {
        lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
            && lower.chars().count() < 30
    })
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
