//! The frame that Project Gutenberg puts around its texts, in all the wordings it has had.

use super::{Boilerplate, credits::Front};
use crate::block::{Block, BlockKind};

/// The frame's last line before the text stands in so many blocks from the start, or in the first
/// third of them.
const FRAME: usize = 120;

/// Marks the frame, and reads what it says of the work.
pub(super) fn mark(blocks: &mut [Block], front: &mut Front) {
    let count = blocks.len();
    let first = blocks.iter().take(FRAME.max(count / 3)).rposition(|block| is_start(&block.text));
    let Some(first) = first else {
        return;
    };
    for block in blocks.iter_mut().take(first + 1) {
        for line in block.text.split('\n') {
            field(line.trim(), front);
        }
        block.kind = BlockKind::Apart(Boilerplate::Imprint);
        block.note = None;
    }
    let last = blocks.iter().enumerate().skip(first + 1).find(|(_, block)| is_end(&block.text));
    if let Some((last, _)) = last {
        for block in blocks.iter_mut().skip(last) {
            block.kind = BlockKind::Apart(Boilerplate::Imprint);
            block.note = None;
        }
    }
    for block in blocks.iter_mut().skip(first + 1).take(8) {
        let lower = block.text.to_lowercase();
        let made = [
            "produced by",
            "e-text prepared by",
            "this etext was",
            "transcribed from",
            "[transcriber",
            "transcriber's note",
            "transcriber’s note",
            "[note: ",
            "this ebook was produced",
            "etext prepared",
        ];
        if made.iter().any(|start| lower.starts_with(start)) {
            block.kind = BlockKind::Apart(Boilerplate::Credit);
        }
    }
}

fn is_start(text: &str) -> bool {
    if !text.contains('*') {
        return false;
    }
    let upper = text.to_uppercase();
    let starred = upper.contains("*** START OF")
        || upper.contains("***START OF")
        || upper.contains("*** START: ");
    let small_print =
        upper.contains("*END") && (upper.contains("SMALL PRINT") || upper.contains("*END*"));
    (starred && upper.contains("GUTENBERG")) || small_print
}

fn is_end(text: &str) -> bool {
    let plain = text.trim_start().get(..3).is_some_and(|end| end.eq_ignore_ascii_case("end"));
    if !plain && !text.contains("***") {
        return false;
    }
    let upper = text.to_uppercase();
    let upper = upper.trim_start();
    let starred = upper.contains("*** END OF")
        || upper.contains("***END OF")
        || upper.contains("*** START: FULL LICENSE");
    let plain = [
        "END OF PROJECT GUTENBERG",
        "END OF THE PROJECT GUTENBERG",
        "END OF THIS PROJECT GUTENBERG",
    ];
    (starred && upper.contains("GUTENBERG")) || plain.iter().any(|start| upper.starts_with(start))
}

/// Reads a line such as `Author: Ada Quill`.
fn field(line: &str, front: &mut Front) {
    let Some((key, value)) = line.split_once(':') else {
        if front.title.is_none() {
            front.title = title_in(line).map(str::to_owned);
        }
        return;
    };
    let value = value.trim();
    if value.is_empty() {
        return;
    }
    match key.trim().to_lowercase().as_str() {
        "title" => front.title = Some(value.to_owned()),
        "author" | "authors" => front.author = Some(value.to_owned()),
        "translator" => front.translator = Some(value.to_owned()),
        "language" => front.language = language(value),
        "original publication" => {
            front.year = front.year.or_else(|| super::year(value));
            front.source.push(value.to_owned());
        }
        _ => {}
    }
}

fn language(name: &str) -> Option<String> {
    const NAMES: &[(&str, &str)] = &[
        ("english", "en"),
        ("french", "fr"),
        ("german", "de"),
        ("spanish", "es"),
        ("italian", "it"),
        ("portuguese", "pt"),
        ("dutch", "nl"),
        ("russian", "ru"),
        ("greek", "el"),
        ("latin", "la"),
        ("finnish", "fi"),
        ("swedish", "sv"),
        ("danish", "da"),
        ("norwegian", "no"),
        ("japanese", "ja"),
        ("chinese", "zh"),
        ("polish", "pl"),
        ("hungarian", "hu"),
        ("esperanto", "eo"),
        ("catalan", "ca"),
    ];
    let lower = name.to_lowercase();
    NAMES.iter().find(|(name, _)| lower.starts_with(name)).map(|(_, tag)| (*tag).to_owned())
}

/// The title in `The Project Gutenberg eBook of Roads, by Ada Quill`.
pub(crate) fn title_in(line: &str) -> Option<&str> {
    let lower = line.to_lowercase();
    let starts = [
        "the project gutenberg ebook of ",
        "project gutenberg's ",
        "the project gutenberg etext of ",
        "the project gutenberg ebook, ",
    ];
    let start = starts.iter().find(|start| lower.starts_with(**start))?;
    let rest = line.get(start.len()..)?;
    let title = rest.rsplit_once(", by ").map_or(rest, |(title, _)| title);
    let title = title.trim().trim_end_matches(['*', ' ']);
    (!title.is_empty()).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::Place;

    #[test]
    fn every_wording_of_the_frame() {
        for (start, end) in [
            (
                "*** START OF THE PROJECT GUTENBERG EBOOK ROADS ***",
                "*** END OF THE PROJECT GUTENBERG EBOOK ROADS ***",
            ),
            (
                "***START OF THE PROJECT GUTENBERG EBOOK ROADS***",
                "End of the Project Gutenberg EBook of Roads, by Ada Quill",
            ),
            (
                "*END THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*",
                "End of Project Gutenberg's Roads",
            ),
        ] {
            let texts = [
                "Title: Roads\n\nAuthor: Ada Quill",
                start,
                "The road was long.",
                end,
                "Donations.",
            ];
            let block = |text: &&str| Block::new(BlockKind::Paragraph, *text, Place::default());
            let mut blocks: Vec<Block> = texts.iter().map(block).collect();
            let mut front = Front::default();
            mark(&mut blocks, &mut front);
            let kept: Vec<&str> = blocks
                .iter()
                .filter(|block| block.kind == BlockKind::Paragraph)
                .map(|block| block.text.as_str())
                .collect();
            assert_eq!(kept, ["The road was long."], "{start}");
            assert_eq!(front.author.as_deref(), Some("Ada Quill"));
        }
    }
}
