//! The font of the pictures: which characters it has, and how wide words are in it.
//!
//! It is Noto Sans with the letters of Latin, Greek and Cyrillic; words in other scripts are left out
//! of a picture, whose rows have numbers and letters as well.

use std::sync::LazyLock;

use ttf_parser::Face;
use unicode_segmentation::UnicodeSegmentation;

pub(super) const FAMILY: &str = "Noto Sans";
pub(super) const REGULAR: &[u8] = include_bytes!("fonts/NotoSans-Regular.ttf");
pub(super) const BOLD: &[u8] = include_bytes!("fonts/NotoSans-Bold.ttf");

/// How heavy letters are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [REGULAR, BOLD].map(|data| Face::parse(data, 0).ok()));

/// How wide words are; `None` if the font lacks any of their letters.
pub(super) fn width(words: &str, size: u32, weight: Weight) -> Option<u32> {
    let [regular, bold] = &*FACES;
    let face = match weight {
        Weight::Regular => regular,
        Weight::Bold => bold,
    };
    let face = face.as_ref()?;
    let advance = |letter: char| {
        let glyph = face.glyph_index(letter)?;
        face.glyph_hor_advance(glyph).map(u32::from)
    };
    let advances: Option<u32> = words.chars().map(advance).sum();
    Some((advances? * size).div_ceil(u32::from(face.units_per_em())))
}

/// The words, or as many of them as fit; `None` if the font lacks any of their letters.
pub(super) fn fit(words: &str, size: u32, weight: Weight, most: u32) -> Option<String> {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return None;
    }
    if width(&words, size, weight)? <= most {
        return Some(words);
    }
    let room = most.saturating_sub(width("…", size, weight)?);
    let mut taken = 0;
    let mut kept = 0;
    for grapheme in words.graphemes(true) {
        taken += width(grapheme, size, weight)?;
        if taken > room {
            break;
        }
        kept += grapheme.len();
    }
    let kept = words.get(..kept).unwrap_or_default().trim_end();
    Some(format!("{kept}…"))
}
