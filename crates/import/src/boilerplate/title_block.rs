//! Where a text begins after its title, its author and what else stands above it.

use super::bylines::{byline, is_name};
use super::credits::year;
use super::lines::{ends_sentence, is_by, is_chapter, is_same, says_who};
use crate::block::{Block, BlockKind};

/// So many blocks from the start a title block may reach.
const FRONT: usize = 14;
/// A line of a title block is no longer.
const LONGEST: usize = 160;

/// Where the text begins after the title block; at the very start if there is none.
pub(super) fn body_start(blocks: &[Block], title: Option<&str>, is_marked_up: bool) -> usize {
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
