//! From bytes to text.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// So many bytes are looked at to tell what a file is.
const SAMPLE: usize = 64 * 1024;

/// What a file is if it is no text.
pub(super) fn binary(bytes: &[u8]) -> Option<&'static str> {
    const MAGIC: &[(&[u8], &str)] = &[
        (b"\x89PNG", "a picture"),
        (b"\xFF\xD8\xFF", "a picture"),
        (b"GIF8", "a picture"),
        (b"II*\0", "a picture"),
        (b"MM\0*", "a picture"),
        (b"\x7FELF", "a program"),
        (b"MZ", "a program"),
        (b"\x1F\x8B", "a compressed archive"),
        (b"BZh", "a compressed archive"),
        (b"7z\xBC\xAF", "a compressed archive"),
        (b"\xFD7zXZ", "a compressed archive"),
        (b"Rar!", "a compressed archive"),
        (b"PK", "a compressed archive"),
        (b"\xD0\xCF\x11\xE0", "an old word processor's document"),
        (b"{\\rtf", "a word processor's document"),
        (b"SQLite format 3", "a database"),
        (b"ID3", "a recording"),
        (b"OggS", "a recording"),
        (b"RIFF", "a recording"),
    ];
    let found = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    // Two letters alone are no proof: a text may start with them.
    if let Some((magic, what)) = found
        && (magic.len() > 2 || has_controls(bytes, 1))
    {
        return Some(what);
    }
    if Encoding::for_bom(bytes).is_some() || wide(bytes).is_some() {
        return None;
    }
    has_controls(bytes, 200).then_some("the data of some program")
}

/// Whether more than one byte in `every` is a control that no text has.
fn has_controls(bytes: &[u8], every: usize) -> bool {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let is_control = |b: &&u8| matches!(**b, 0..=8 | 11 | 14..=26 | 28..=31 | 127);
    let controls = sample.iter().filter(is_control).count();
    if every == 1 { controls > 0 } else { controls * every > sample.len() }
}

/// UTF-16 without a mark: nearly every other byte is nothing.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let half = sample.len() / 2;
    let zeros = |odd: usize| sample.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if half < 8 {
        return None;
    }
    let mostly = |zeros: usize| zeros * 10 >= half * 6;
    let hardly = |zeros: usize| zeros * 20 <= half;
    if mostly(odd) && hardly(even) {
        Some(UTF_16LE)
    } else if mostly(even) && hardly(odd) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Decodes text in any encoding: by its mark, as UTF-8 if it is that, else by how likely it reads.
pub(super) fn decode(bytes: &[u8]) -> (String, &'static str) {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        return (text.into_owned(), encoding.name());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (text.to_owned(), UTF_8.name());
    }
    let encoding = wide(bytes).unwrap_or_else(|| {
        let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        detector.guess(None, chardetng::Utf8Detection::Allow)
    });
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    (text.into_owned(), encoding.name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings() {
        let text = "« Déjà vu », dit-il à l’hôtel — où l’été s’achève déjà. Straße, Müller, Größe.";
        let (latin, _, _) = encoding_rs::WINDOWS_1252.encode(text);
        let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let mut marked = vec![0xFF, 0xFE];
        marked.extend(&utf_16);
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let mut utf_8 = vec![0xEF, 0xBB, 0xBF];
        utf_8.extend(text.as_bytes());
        let russian = "Революция несёт в себе противоречие, и оно остаётся неразрешённым.";
        let (koi8, _, _) = encoding_rs::KOI8_R.encode(russian);
        for (bytes, expected) in [
            (text.as_bytes(), text),
            (&latin, text),
            (&utf_16, text),
            (&marked, text),
            (&big, text),
            (&utf_8, text),
            (&koi8, russian),
        ] {
            assert_eq!(binary(bytes), None, "{expected}");
            assert_eq!(decode(bytes).0, expected);
        }
    }

    #[test]
    fn no_texts() {
        for (bytes, what) in [
            (b"\x89PNG\r\n\x1a\n".as_slice(), Some("a picture")),
            (b"MZ\x90\0\x03\0", Some("a program")),
            (b"MZ is how this text starts.", None),
            (b"\x01\x02\x03 some words", Some("the data of some program")),
            (b"plain words\x0c\nand more\t", None),
        ] {
            assert_eq!(binary(bytes), what, "{bytes:?}");
        }
    }
}
