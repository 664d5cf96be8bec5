//! Tables of contents.

use std::collections::{HashMap, HashSet};

use crate::block::{Block, BlockKind};
use domain::fold;

use super::bylines::is_roman;

/// A table has no more blocks than that.
const MOST: usize = 400;
/// The heading of one has no more bytes.
const LONGEST_TITLE: usize = 60;

/// Whether a line leads to the number of a page: `The Road . . . . . 12`.
pub(crate) fn is_leader(line: &str) -> bool {
    let line = line.trim();
    let number = line.rsplit(['.', ' ', '…', '\u{A0}', '\t']).next().unwrap_or_default();
    let is_number = number.bytes().all(|b| b.is_ascii_digit()) || is_roman(number);
    if number.is_empty() || number.len() > 5 || !is_number {
        return false;
    }
    let before = line.strip_suffix(number).unwrap_or(line);
    let dots =
        before.chars().rev().take_while(|c| matches!(c, '.' | ' ' | '…' | '·' | '\u{A0}' | '_'));
    let dots: String = dots.filter(|c| !c.is_whitespace()).collect();
    dots.chars().count() >= 3 || dots.contains("……")
}

/// Whether a heading is that of a table of contents.
fn is_title(text: &str) -> bool {
    let text = text.trim();
    if text.len() > LONGEST_TITLE {
        return false;
    }
    let text = fold(text);
    [
        "contents",
        "table of contents",
        "list of contents",
        "inhalt",
        "inhaltsverzeichnis",
        "table des matieres",
        "sommaire",
        "indice",
        "contenido",
        "sumario",
        "inhoud",
        "содержание",
        "оглавление",
        "目次",
        "目录",
        "περιεχομενα",
        "المحتويات",
        "فهرست",
    ]
    .contains(&text.trim_end_matches([':', '.']))
}

/// Marks the tables of contents among blocks.
pub(super) fn mark(blocks: &mut [Block]) {
    let mut last = HashMap::new();
    for (at, block) in blocks.iter().enumerate().filter(|(_, block)| is_short(&block.text)) {
        last.insert(plain(&block.text), at);
    }
    let mut at = 0;
    while at < blocks.len() {
        let Some(block) = blocks.get(at) else { break };
        let leads = block.text.split('\n').filter(|line| is_leader(line)).count();
        if leads > 0 && leads * 2 >= block.text.split('\n').count() {
            set(blocks, at);
        } else if block.note.is_none() && is_title(&block.text) {
            let length = table(blocks, &last, at + 1);
            if length > 0 {
                (at..=at + length).for_each(|at| set(blocks, at));
                at += length;
            }
        }
        at += 1;
    }
}

fn set(blocks: &mut [Block], at: usize) {
    if let Some(block) = blocks.get_mut(at) {
        block.kind = BlockKind::Apart(super::Boilerplate::Contents);
    }
}

/// How many blocks from `from` on are lines of a table.
fn table(blocks: &[Block], last: &HashMap<String, usize>, from: usize) -> usize {
    let mut seen: HashSet<String> = HashSet::new();
    let rows = blocks.iter().enumerate().skip(from).take(MOST).take_while(|(at, block)| {
        // The heading that a row names, with text after it, is where the table ends.
        if is_headed(&seen, blocks, *at) {
            return false;
        }
        seen.extend(block.text.split('\n').flat_map(names));
        let short = |line: &str| {
            line.chars().count() <= 120 && !line.trim_end().ends_with(['.', '!', ';', '"', '”'])
        };
        let lines = || block.text.split('\n').map(str::trim);
        let is_row = |line: &str| {
            let numbered = line.rsplit(' ').next().is_some_and(|end| {
                (end.bytes().all(|b| b.is_ascii_digit()) && !end.is_empty())
                    || (is_roman(end) && end.len() > 1)
            });
            let starts = line.split(['.', ' ', ')', ':']).next().is_some_and(|start| {
                is_roman(start) || (!start.is_empty() && start.bytes().all(|b| b.is_ascii_digit()))
            });
            is_leader(line) || (short(line) && (numbered || starts || comes_again(last, *at, line)))
        };
        // A heading with text after it is where the table ends.
        let text_after = blocks.get(at + 1).is_some_and(|next| next.text.chars().count() > 200);
        // The names of the columns: `CHAPTER PAGE`.
        let head =
            *at == from && block.text.chars().count() < 40 && !comes_again(last, *at, &block.text);
        (lines().all(is_row) || head)
            && !(text_after && lines().count() == 1 && !is_leader(&block.text))
    });
    rows.count()
}

/// Whether a block is what a row before it names, and prose comes after it.
fn is_headed(seen: &HashSet<String>, blocks: &[Block], at: usize) -> bool {
    let is_prose = |block: &Block| {
        block.text.chars().count() > 80
            && block.text.trim_end().ends_with(['.', '!', '?', '”', '"', '。'])
    };
    blocks.get(at).is_some_and(|block| seen.contains(&plain(&block.text)))
        && blocks.iter().skip(at + 1).take(3).any(is_prose)
}

/// What a heading is called that the row `II. The Road . . . 12` leads to: all of it, its Roman number
/// or its words.
fn names(row: &str) -> Vec<String> {
    let row = plain(row);
    let bare = row.rsplit_once([' ', '.', '…', '\t']).map_or(row.as_str(), |(before, end)| {
        let is_number = end.bytes().all(|b| b.is_ascii_digit()) || is_roman(end);
        if is_number {
            before.trim_end_matches([' ', '.', '…', '·', '_', '\t'])
        } else {
            row.as_str()
        }
    });
    let mut names = vec![bare.to_owned()];
    if let Some((number, words)) = bare.split_once([' ', '.', ')', ':'])
        && (is_roman(number) || number.bytes().all(|b| b.is_ascii_digit()))
    {
        // A digit alone is the number of a page.
        names.extend(is_roman(number).then(|| number.to_owned()));
        names.push(words.trim_start_matches(['.', ')', ':', ' ']).to_owned());
    }
    names.retain(|name| !name.is_empty());
    names
}

/// Whether a heading with these words comes later. `last` has where each comes last.
fn comes_again(last: &HashMap<String, usize>, at: usize, line: &str) -> bool {
    let line = plain(line);
    line.chars().count() > 2 && last.get(&line).is_some_and(|last| *last > at)
}

/// Whether a text may be a line of a table, or what such a line names.
fn is_short(text: &str) -> bool {
    text.len() <= 800 && text.chars().count() <= 200
}

fn plain(text: &str) -> String {
    if !is_short(text) {
        return String::new();
    }
    fold(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaders() {
        for (line, expected) in [
            ("The Road . . . . . . 12", true),
            ("The Road.........12", true),
            ("The Road …… iv", true),
            ("And so it went on ... 12", true),
            ("It was 1931.", false),
            ("He waited... and went.", false),
            ("They may receive further discipline....", false),
            ("1917", false),
        ] {
            assert_eq!(is_leader(line), expected, "{line}");
        }
    }
}
