//! From bytes to text.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// So many bytes are looked at to tell what a file is.
const SAMPLE: usize = 64 * 1024;

/// So many bytes tell in which encoding a text is.
const TELLING: usize = 1024 * 1024;

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
        (b"\xD0\xCF\x11\xE0", "an old Word or Office file"),
        (b"{\\rtf", "a word processor's document (RTF)"),
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

/// A text, and what was done to read it.
pub(super) struct Decoded<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) encoding: &'static str,
    /// How many bytes were none of the encoding; each became `\u{FFFD}`.
    pub(super) wrong: usize,
}

/// Decodes text in any encoding: by its mark, as UTF-8 if it is nearly that, by what it declares,
/// else by how likely it reads.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), wrong: 0 };
    }
    if is_mostly_utf_8(bytes) {
        return decoded(UTF_8, bytes);
    }
    let encoding = wide(bytes).or_else(|| declared(bytes)).unwrap_or_else(|| {
        let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        // What is before the first such letter is the same in all of them.
        let start = bytes.iter().position(|b| !b.is_ascii()).unwrap_or(0);
        let rest = bytes.get(start..).unwrap_or_default();
        detector.feed(rest.get(..TELLING).unwrap_or(rest), true);
        detector.guess(None, chardetng::Utf8Detection::Allow)
    });
    decoded(encoding, bytes)
}

fn decoded<'a>(encoding: &'static Encoding, bytes: &'a [u8]) -> Decoded<'a> {
    let (text, is_wrong) = encoding.decode_without_bom_handling(bytes);
    let wrong = if is_wrong { text.matches('\u{FFFD}').count() } else { 0 };
    Decoded { text, encoding: encoding.name(), wrong }
}

/// Whether a text is UTF-8 but for a few bytes: of its letters beyond ASCII most are whole.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut wrong) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    whole >= wrong * 4
}

/// The encoding that a page declares in its first lines.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..2048).unwrap_or(bytes);
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    ["charset=", "encoding="].iter().find_map(|key| {
        let after = start.get(start.find(key)? + key.len()..)?;
        let name = after.trim_start_matches(['"', '\'', ' ']);
        let end = name
            .find(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c)))
            .unwrap_or(name.len());
        // Who declares UTF-8 and does not write it declares nothing.
        Encoding::for_label(name.get(..end)?.as_bytes()).filter(|encoding| *encoding != UTF_8)
    })
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
            assert_eq!(decode(bytes).text, expected);
        }
    }

    #[test]
    fn one_wrong_byte_changes_nothing_else() {
        let mut bytes = "Zoë sagte: „Nein“ — und ging über die Straße.".as_bytes().to_vec();
        bytes.insert(5, 0x92);
        let found = decode(&bytes);
        assert_eq!((found.encoding, found.wrong), ("UTF-8", 1));
        assert!(
            found.text.ends_with("sagte: „Nein“ — und ging über die Straße."),
            "{}",
            found.text
        );
    }

    #[test]
    fn what_a_page_declares() {
        let russian = "<html><meta charset='windows-1251'><p>Да, и нет.";
        let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(russian);
        assert_eq!(decode(&bytes).text, russian);
        let greek = "<?xml version='1.0' encoding=\"ISO-8859-7\"?><p>Ναι.</p>";
        let (bytes, _, _) = encoding_rs::ISO_8859_7.encode(greek);
        assert_eq!(decode(&bytes).text, greek);
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
