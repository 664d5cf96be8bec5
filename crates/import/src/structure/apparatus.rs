//! Finds the notes that the file does not mark as such, and ties them to their marks.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::headings::Heading;
use super::marks::{self, Found};
use crate::block::{Block, BlockKind};
use crate::item_mark::{follows, marker};
use crate::note_mark;

/// The title of notes has no more bytes.
const LONGEST_TITLE: usize = 80;
/// A note between paragraphs stands so many blocks after its mark at most.
const NEAR: usize = 12;
/// Of notes with one label so many are looked at, where each chapter counts anew.
const MOST_ALIKE: usize = 1_000;

/// Marks the notes among blocks, and puts the mark of a note where it is printed in the text.
pub(super) fn tie(blocks: &mut [Block], headings: &[Option<Heading>], labels: &mut Vec<String>) {
    let groups = groups(blocks, headings);
    let mut notes: Vec<Tied> = Vec::new();
    for group in &groups {
        let mut last: Option<usize> = None;
        for at in group.clone() {
            let Some(block) = blocks.get_mut(at) else { break };
            if headings.get(at).is_some_and(Option::is_some) || is_title(&block.text) {
                continue;
            }
            if let Some(label) = label(&block.text).map(str::to_owned) {
                block.text = without_label(&block.text, &label).to_owned();
                let label = plain_label(&label);
                labels.push(label.clone());
                last = Some(labels.len() - 1);
                notes.push(Tied { index: labels.len() - 1, label, until: group.start, at: None });
            }
            block.note = last;
        }
    }
    if !notes.is_empty() {
        let marks = marks::find(blocks);
        place(&mut notes, &marks);
        write(blocks, &notes, &marks);
    }
}

/// A note that looks for its mark.
struct Tied {
    index: usize,
    label: String,
    /// Its mark stands before that block.
    until: usize,
    /// Which of the marks is its own.
    at: Option<usize>,
}

/// Gives each note the next mark of its label, and of those that do not say plainly that they are
/// marks only what no other form has.
fn place(notes: &mut [Tied], marks: &[Found]) {
    let mut by_label: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, mark) in marks.iter().enumerate() {
        by_label.entry(&mark.label).or_default().push(at);
    }
    let mut next = 0;
    for note in notes.iter_mut() {
        let all = by_label.get(note.label.as_str()).map(Vec::as_slice).unwrap_or_default();
        let before = |at: &usize| marks.get(*at).is_some_and(|mark| mark.block < note.until);
        let all = all.get(..all.partition_point(before)).unwrap_or_default();
        let later = all.get(all.partition_point(|at| *at < next)..).unwrap_or_default();
        let is_plain = |at: &&usize| marks.get(**at).is_some_and(|mark| !mark.glued);
        let found = later.iter().find(is_plain).or_else(|| all.iter().find(is_plain));
        if let Some(found) = found.or_else(|| later.first()).copied() {
            note.at = Some(found);
            next = next.max(found + 1);
        }
    }
}

/// Writes the marks into the text.
fn write(blocks: &mut [Block], notes: &[Tied], marks: &[Found]) {
    let mut owners: HashMap<usize, &Tied> = HashMap::new();
    let mut by_label: HashMap<&str, Vec<&Tied>> = HashMap::new();
    for note in notes {
        if let Some(at) = note.at {
            owners.entry(at).or_insert(note);
        }
        by_label.entry(&note.label).or_default().push(note);
    }
    let mut written: HashMap<usize, Vec<(&Found, char)>> = HashMap::new();
    for (at, mark) in marks.iter().enumerate() {
        // A note may be pointed at more than once.
        let again = || {
            let all = by_label.get(mark.label.as_str())?;
            let same = || all.iter().filter(|note| note.until > mark.block).take(MOST_ALIKE);
            same().find(|note| note.at.is_some_and(|own| own > at)).or_else(|| same().next())
        };
        let own = owners.get(&at);
        let note = own.or_else(|| if mark.bracketed { again() } else { None });
        if let Some(c) = note.and_then(|note| note_mark::mark(note.index)) {
            written.entry(mark.block).or_default().push((mark, c));
        }
    }
    for (index, marks) in written {
        let Some(block) = blocks.get_mut(index) else { continue };
        let mut text = String::with_capacity(block.text.len());
        let mut from = 0;
        for (mark, c) in marks {
            text.push_str(block.text.get(from..mark.at.start).unwrap_or_default());
            text.push(c);
            from = mark.at.end;
        }
        text.push_str(block.text.get(from..).unwrap_or_default());
        block.text = text;
    }
}

/// The runs of blocks that are notes.
fn groups(blocks: &[Block], headings: &[Option<Heading>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let free = |at: usize| blocks.get(at).is_some_and(|block| block.note.is_none());
    for (at, block) in blocks.iter().enumerate() {
        let inside = found.last().is_some_and(|group| group.contains(&at));
        let labelled = blocks.get(at + 1).is_some_and(|next| label(&next.text).is_some());
        if !inside && is_title(&block.text) && labelled && free(at + 1) {
            found.push(at..end(blocks, headings, at + 1));
        }
    }
    let mut feet = blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Note);
    if let Some((first, _)) = feet.next() {
        let last = feet.next_back().map_or(first, |(last, _)| last);
        found.retain(|group| group.end <= first);
        found.push(first..last + 1);
    }
    if found.is_empty()
        && let Some(start) = tail(blocks)
    {
        found.push(start..blocks.len());
    }
    for single in between(blocks) {
        if !found.iter().any(|group| group.contains(&single)) {
            found.push(single..single + 1);
        }
    }
    found.sort_by_key(|group| group.start);
    found
}

/// Where a run of notes under a title ends: at the next heading, unless the notes go on after it.
fn end(blocks: &[Block], headings: &[Option<Heading>], from: usize) -> usize {
    let mut last = None;
    for (at, block) in blocks.iter().enumerate().skip(from) {
        if headings.get(at).is_some_and(Option::is_some) {
            let next = blocks.get(at + 1).and_then(|next| label(&next.text));
            let goes_on = next
                .is_some_and(|next| next == "1" || last.is_some_and(|last| follows(last, next)));
            let marked = block.is_heading();
            let few = blocks.len() - at <= 2;
            if !goes_on && (marked || !few) {
                return at;
            }
        } else if let Some(label) = label(&block.text) {
            last = Some(label);
        }
    }
    blocks.len()
}

/// The start of the notes at the end of a text, if they have no title: labels from 1, half of
/// which are marks in the text.
fn tail(blocks: &[Block]) -> Option<usize> {
    let first = (0..blocks.len()).rev().find(|at| {
        blocks.get(*at).is_some_and(|block| block.note.is_none() && label(&block.text) == Some("1"))
    })?;
    let tail = blocks.get(first..)?;
    let before = blocks.get(..first)?;
    let marks: Vec<Found> = marks::find(before).into_iter().filter(|mark| !mark.glued).collect();
    let labels: Vec<&str> = tail
        .iter()
        .filter(|block| !block.is_heading())
        .filter_map(|block| label(&block.text))
        .collect();
    let marked: HashSet<&str> = marks.iter().map(|mark| mark.label.as_str()).collect();
    let is_tied = |label: &&&str| marked.contains(**label);
    let tied = labels.iter().filter(is_tied).count();
    // A number set high may be a power: the first of the notes has its mark, or most have.
    let first_tied = labels.first().is_some_and(|label| is_tied(&label));
    // A note may have paragraphs without a label.
    let plain = tail.iter().filter(|block| label(&block.text).is_none()).count();
    let enough = (first_tied && tied * 2 >= labels.len()) || tied * 2 > labels.len();
    (enough && plain <= labels.len() * 2).then_some(first)
}

/// Single notes between paragraphs, whose label is in brackets and was a mark before.
fn between(blocks: &[Block]) -> Vec<usize> {
    let candidates = blocks.iter().enumerate().filter(|(_, block)| {
        let text = block.text.trim_start();
        let raised = text.starts_with(|c| marks::superscript(c).is_some());
        let labelled = raised || bracketed_label(text).is_some();
        block.note.is_none() && block.kind != BlockKind::Item && labelled
    });
    let candidates: Vec<usize> = candidates.map(|(at, _)| at).collect();
    if candidates.is_empty() {
        return candidates;
    }
    let mut places: HashMap<String, BTreeSet<usize>> = HashMap::new();
    for mark in marks::find(blocks) {
        places.entry(mark.label).or_default().insert(mark.block);
    }
    candidates
        .into_iter()
        .filter(|at| {
            let label = blocks.get(*at).and_then(|block| label(&block.text)).map(plain_label);
            let places = label.and_then(|label| places.get(&label));
            places.is_some_and(|all| all.range(at.saturating_sub(NEAR)..*at).next().is_some())
        })
        .collect()
}

/// Whether a text is the title of notes.
pub(super) fn is_title(text: &str) -> bool {
    let text = text.trim().trim_end_matches([':', '.']);
    if text.len() > LONGEST_TITLE {
        return false;
    }
    let text = text.to_lowercase();
    [
        "notes",
        "footnotes",
        "footnote",
        "endnotes",
        "end notes",
        "notes and references",
        "references and notes",
        "references",
        "anmerkungen",
        "fußnoten",
        "endnoten",
        "notas",
        "note",
        "notes de bas de page",
        "notas al pie",
        "примечания",
        "сноски",
        "voetnoten",
        "noten",
        "注",
        "注釈",
        "脚注",
        "σημειώσεις",
        "الهوامش",
        "هوامش",
        "پانویس",
        "یادداشت‌ها",
    ]
    .contains(&text.as_str())
}

/// The label of `[7] Text` or `[Footnote 7: Text]`.
fn bracketed_label(text: &str) -> Option<&str> {
    let rest = text.trim_start().strip_prefix('[')?;
    let inner = rest.get(..rest.find([']', ':'])?)?.trim();
    let label = ["Footnote ", "Note ", "footnote "]
        .iter()
        .find_map(|word| inner.strip_prefix(word))
        .unwrap_or(inner)
        .trim();
    let short = label.chars().count() <= 4 && !label.is_empty();
    (short && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '*' | '†' | '‡' | '§')))
        .then_some(label)
}

/// The label of a note: of `7. Text`, `[7] Text`, `(7) Text`, `* Text`, `⁷ Text`.
pub(crate) fn label(text: &str) -> Option<&str> {
    let text = text.trim_start();
    if text.starts_with('[') {
        return bracketed_label(text);
    }
    let signs = text.find(|c: char| !matches!(c, '*' | '†' | '‡' | '§')).unwrap_or(text.len());
    if signs > 0 {
        return text.get(..signs).filter(|signs| signs.chars().count() <= 4);
    }
    if let Some(mark) = marker(text) {
        return Some(mark);
    }
    let raised = text.find(|c| marks::superscript(c).is_none()).unwrap_or(0);
    if raised > 0 {
        return text.get(..raised);
    }
    // `7 Text`, as many printers set it.
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let spaced = text.get(end..)?.starts_with([' ', '\u{A0}', '\t']);
    ((1..=3).contains(&end) && spaced).then(|| text.get(..end)).flatten()
}

/// A note without its label, and without the brackets around the whole of it.
pub(super) fn without_label<'a>(text: &'a str, label: &str) -> &'a str {
    let rest = text.find(label).and_then(|at| text.get(at + label.len()..)).unwrap_or(text);
    let around = text.trim_start().starts_with('[') && rest.trim_start().starts_with(':');
    let rest = rest.trim_start_matches(['.', ')', ']', ':', '\u{A0}', ' ', '\n', '\t']);
    if around { rest.trim_end().strip_suffix(']').unwrap_or(rest) } else { rest }
}

/// A label as a mark in the text may have it.
pub(super) fn plain_label(label: &str) -> String {
    label.chars().map(|c| marks::superscript(c).unwrap_or(c)).collect()
}
