//! The encodings that fonts of one byte bring along.

use lopdf::{Dictionary, Document};

/// What the program of one font may unpack to.
const MOST: usize = 4 * 1024 * 1024;

/// The encoding that a font of one byte brings along.
pub(super) fn built_in(
    document: &Document,
    descriptor: Option<&Dictionary>,
) -> Vec<(usize, String)> {
    let file = |key: &[u8]| {
        let stream = descriptor?.get_deref(key, document).ok()?.as_stream().ok()?;
        stream.decompressed_content_with_limit(MOST).ok()
    };
    match (file(b"FontFile"), file(b"FontFile3")) {
        (Some(program), _) => of_type_1(&program),
        (None, Some(program)) => of_cff(&program),
        (None, None) => Vec::new(),
    }
}

/// That of a compact font: the names of the glyphs that its codes draw.
fn of_cff(program: &[u8]) -> Vec<(usize, String)> {
    let Some(table) = ttf_parser::cff::Table::parse(program) else {
        return Vec::new();
    };
    let name = |code: u8| Some(table.glyph_name(table.glyph_index(code)?)?.to_owned());
    (0..=u8::MAX).filter_map(|code| Some((usize::from(code), name(code)?))).collect()
}

/// That of a Type 1 font: `dup 12 /fi put`.
fn of_type_1(program: &[u8]) -> Vec<(usize, String)> {
    let text = String::from_utf8_lossy(program);
    let text = text.split("eexec").next().unwrap_or_default();
    let entries = text.split("dup ").skip(1).filter_map(|entry| {
        let mut words = entry.split_whitespace();
        let code = words.next()?.parse().ok()?;
        let name = words.next()?.strip_prefix('/')?;
        (words.next()? == "put").then(|| (code, name.to_owned()))
    });
    entries.take(256).collect()
}
