//! The fonts of a page: which letters their codes stand for, and how wide these are.

use std::collections::HashMap;

use lopdf::{Dictionary, Document, Object};

use super::built_in::built_in;
use super::cmap::CMap;
use super::glyph_names;
use super::predefined::{Maps, Predefined};

/// What the table of one font may unpack to.
const MOST: usize = 4 * 1024 * 1024;
/// No font gives more widths.
const MOST_WIDTHS: usize = 70_000;

/// A font.
pub(super) struct Font {
    map: CMap,
    /// The letters of the codes of one byte.
    letters: Vec<String>,
    /// How the codes of a composite font are read where its own table does not say it.
    predefined: Option<Predefined>,
    widths: HashMap<u32, f32>,
    default: f32,
    /// What a font that is drawn in the file measures in.
    unit: f32,
    pub(super) bold: bool,
}

/// One code of a text: its letters, its width in ems, and whether it is a space of one byte.
pub(super) struct Code {
    pub(super) text: String,
    pub(super) width: f32,
    pub(super) is_space: bool,
}

impl Font {
    pub(super) fn read(document: &Document, font: &Dictionary, maps: &mut Maps) -> Self {
        let name = |key: &[u8]| {
            font.get_deref(key, document).and_then(Object::as_name).unwrap_or_default()
        };
        let composite = name(b"Subtype") == b"Type0";
        let map = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream);
        let map = map.ok().and_then(|stream| stream.decompressed_content_with_limit(MOST).ok());
        let descendant =
            font.get_deref(b"DescendantFonts", document).and_then(Object::as_array).ok();
        let descendant =
            descendant.and_then(|all| document.dereference(all.first()?).ok()?.1.as_dict().ok());
        let described = descendant.filter(|_| composite).unwrap_or(font);
        let descriptor =
            described.get_deref(b"FontDescriptor", document).and_then(Object::as_dict).ok();
        let base = String::from_utf8_lossy(name(b"BaseFont")).to_lowercase();
        let mut made = Self {
            map: map.map(|stream| CMap::read(&stream)).unwrap_or_default(),
            letters: Vec::new(),
            predefined: None,
            widths: HashMap::new(),
            default: 0.5,
            unit: 0.001,
            bold: base.contains("bold") || base.contains("black") || base.contains("heavy"),
        };
        if composite {
            let system = described.get_deref(b"CIDSystemInfo", document);
            let system = system.and_then(Object::as_dict).ok();
            let ordering = system.and_then(|all| all.get_deref(b"Ordering", document).ok());
            let ordering = ordering.and_then(|ordering| ordering.as_str().ok());
            made.predefined =
                Some(Predefined::of(name(b"Encoding"), ordering.unwrap_or_default(), maps));
            made.composite_widths(document, described);
        } else {
            if name(b"Subtype") == b"Type3" {
                let matrix = font.get_deref(b"FontMatrix", document).and_then(Object::as_array);
                made.unit =
                    matrix.ok().and_then(|m| m.first()?.as_float().ok()).map_or(0.001, f32::abs);
            }
            made.letters = letters(document, font, descriptor);
            made.simple_widths(document, font, descriptor, &base);
        }
        made
    }

    fn simple_widths(
        &mut self,
        document: &Document,
        font: &Dictionary,
        descriptor: Option<&Dictionary>,
        base: &str,
    ) {
        let first = font.get_deref(b"FirstChar", document).and_then(Object::as_i64).unwrap_or(0);
        let widths = font.get_deref(b"Widths", document).and_then(Object::as_array);
        let missing = descriptor.and_then(|d| d.get(b"MissingWidth").ok()?.as_float().ok());
        if let Ok(widths) = widths {
            for (code, width) in (first..).zip(widths.iter().take(256)) {
                let width =
                    document.dereference(width).ok().and_then(|(_, width)| width.as_float().ok());
                if let (Ok(code), Some(width)) = (u32::try_from(code), width) {
                    self.widths.insert(code, width * self.unit);
                }
            }
            self.default = missing.unwrap_or(0.0) * 0.001;
            return;
        }
        // One of the fonts that every reader has, and no file measures.
        let fixed = base.contains("courier") || base.contains("mono");
        for code in 0..256_u32 {
            let letter =
                self.letters.get(code as usize).and_then(|text| text.chars().next()).unwrap_or(' ');
            self.widths.insert(
                code,
                if fixed {
                    0.6
                } else {
                    usual_width(letter, base.contains("times") || base.contains("roman"))
                },
            );
        }
    }

    /// Reads `/W`: `first [width …]` or `first last width`.
    fn composite_widths(&mut self, document: &Document, font: &Dictionary) {
        let default = font.get_deref(b"DW", document).and_then(Object::as_float).unwrap_or(1000.0);
        self.default = default * 0.001;
        let Ok(all) = font.get_deref(b"W", document).and_then(Object::as_array) else {
            return;
        };
        let get = |at: usize| {
            all.get(at)
                .and_then(|object| document.dereference(object).ok())
                .map(|(_, object)| object)
        };
        let number = |object: &Object| object.as_float().ok().map(|number| number.max(0.0));
        let mut at = 0;
        while let Some(first) = get(at).and_then(number).map(|first| first as u32) {
            match get(at + 1) {
                Some(Object::Array(widths)) => {
                    for (code, width) in (first..).zip(widths) {
                        if let Some(width) = number(width) {
                            self.put(code, width);
                        }
                    }
                    at += 2;
                }
                Some(last) => {
                    let last = number(last).unwrap_or(0.0) as u32;
                    let width = get(at + 2).and_then(number).unwrap_or(default);
                    for code in first..=last.min(first.saturating_add(0xFFFF)) {
                        self.put(code, width);
                    }
                    at += 3;
                }
                None => return,
            }
        }
    }

    fn put(&mut self, code: u32, width: f32) {
        if self.widths.len() < MOST_WIDTHS {
            self.widths.insert(code, width * 0.001);
        }
    }

    /// The codes of a text.
    pub(super) fn codes(&self, bytes: &[u8]) -> Vec<Code> {
        let Some(predefined) = &self.predefined else {
            return bytes.iter().map(|byte| self.simple(*byte)).collect();
        };
        let usual = self.map.length().unwrap_or(2).clamp(1, 4);
        let mut codes = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let said = predefined.first(rest);
            let length = said.map_or(usual, |(length, _)| length);
            let (code, after) = rest.split_at(rest.len().min(usize::from(length)));
            rest = after;
            let code = code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
            let glyph = said.map_or(code, |(_, glyph)| glyph);
            let text = self.map.get(length, code).map(str::to_owned);
            let text = text.or_else(|| predefined.letters(glyph));
            codes.push(Code {
                text: text.unwrap_or_else(|| "\u{FFFD}".to_owned()),
                width: self.widths.get(&glyph).copied().unwrap_or(self.default),
                is_space: length == 1 && code == 32,
            });
        }
        codes
    }

    fn simple(&self, byte: u8) -> Code {
        let code = u32::from(byte);
        let mapped = self.map.get(1, code).filter(|text| !text.is_empty());
        let letters = || self.letters.get(usize::from(byte)).cloned().unwrap_or_default();
        let text = mapped.map_or_else(letters, str::to_owned);
        Code {
            text,
            width: self.widths.get(&code).copied().unwrap_or(self.default),
            is_space: byte == 32,
        }
    }

    /// Whether nobody can say which letters its codes are.
    pub(super) fn is_unreadable(&self) -> bool {
        self.map.is_empty() && self.predefined.as_ref().is_some_and(Predefined::is_empty)
    }
}

/// The letters of the codes of a simple font: by its encoding, and by the names of its glyphs.
fn letters(document: &Document, font: &Dictionary, descriptor: Option<&Dictionary>) -> Vec<String> {
    let mut plain = font.clone();
    plain.remove(b"ToUnicode");
    plain.set("Type", "Font");
    let encoding = plain.get_font_encoding_with_limit(document, MOST).ok();
    let mut letters: Vec<String> = (0..=255_u8)
        .map(|byte| {
            let text = encoding
                .as_ref()
                .and_then(|encoding| Document::decode_text(encoding, &[byte]).ok());
            text.filter(|text| !text.contains('\u{FFFD}')).unwrap_or_default()
        })
        .collect();
    let encoding = font.get_deref(b"Encoding", document);
    if encoding.is_err() {
        for (code, name) in built_in(document, descriptor) {
            set(&mut letters, code, &name);
        }
    }
    let differences =
        encoding.and_then(Object::as_dict).and_then(|all| all.get_deref(b"Differences", document));
    let mut code = 0;
    for object in differences.and_then(Object::as_array).into_iter().flatten() {
        match object {
            Object::Integer(number) => code = usize::try_from(*number).unwrap_or(256),
            Object::Name(name) => {
                set(&mut letters, code, &String::from_utf8_lossy(name));
                code += 1;
            }
            _ => {}
        }
    }
    letters
}

fn set(letters: &mut [String], code: usize, name: &str) {
    if let (Some(slot), Some(text)) = (letters.get_mut(code), glyph_names::text(name)) {
        *slot = text;
    }
}

/// How wide a letter is, as far as the fonts agree that every reader has.
fn usual_width(letter: char, serif: bool) -> f32 {
    let sans = match letter {
        'i' | 'j' | 'l' | '\'' | '’' | '‘' => 0.222,
        'I' | '.' | ',' | ':' | ';' | '!' | ' ' | 'f' | 't' | '/' | '[' | ']' | '|' => 0.278,
        'r' | '(' | ')' | '-' | '“' | '”' => 0.333,
        'm' => 0.833,
        'w' | 'C' | 'D' | 'H' | 'N' | 'R' | 'U' => 0.722,
        'M' => 0.833,
        'W' | '—' => 0.944,
        'O' | 'Q' | 'G' => 0.778,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.5,
        c if c.is_uppercase() => 0.667,
        _ => 0.556,
    };
    if !serif {
        return sans;
    }
    match letter {
        ' ' | '.' | ',' => 0.25,
        'i' | 'j' | 'l' | 't' | ':' | ';' | '/' => 0.278,
        'f' | 'r' | 'I' | '\'' | '’' | '‘' | '(' | ')' | '-' | '!' => 0.333,
        'J' | 's' => 0.389,
        'a' | 'c' | 'e' | 'z' | '?' | '“' | '”' => 0.444,
        'm' => 0.778,
        'w' | 'A' | 'D' | 'G' | 'H' | 'K' | 'N' | 'O' | 'Q' | 'U' | 'V' | 'X' | 'Y' => 0.722,
        'M' => 0.889,
        'W' => 0.944,
        '—' => 1.0,
        'E' | 'L' | 'T' | 'Z' => 0.611,
        'F' | 'P' | 'S' => 0.556,
        'B' | 'C' | 'R' => 0.667,
        _ => 0.5,
    }
}
