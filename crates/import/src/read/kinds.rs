//! Files of kinds that are not read, each by its own signs.

/// What a file is that has words but is read by other programs.
pub(super) fn other(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let at =
        |from: usize, magic: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(magic));
    if at(60, b"BOOKMOBI") || at(60, b"TEXtREAd") || at(0, b"TPZ") || at(0, b"\xEADRMION") {
        return Some("a Kindle file");
    }
    if at(0, b"{\\rtf") {
        return Some("a word processor's document (RTF)");
    }
    if at(0, b"AT&TFORM") {
        return Some("a DjVu scan");
    }
    if at(0, b"%!PS") {
        return Some("a PostScript file");
    }
    let start = String::from_utf8_lossy(bytes.get(..512).unwrap_or(bytes)).to_ascii_lowercase();
    if start.contains("<fictionbook") {
        return Some("an FB2 book");
    }
    if at(0, b"\xD0\xCF\x11\xE0") {
        let lower = name.to_ascii_lowercase();
        return Some(match lower.rsplit('.').next() {
            Some("doc" | "dot") => "an old Word file",
            _ => "an old Word or Office file",
        });
    }
    None
}

/// Whether a file is an archive of other files, or one file that was pressed.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    const MAGIC: &[&[u8]] = &[
        b"\x1F\x8B\x08",
        b"7z\xBC\xAF\x27\x1C",
        b"\xFD7zXZ\0",
        b"Rar!\x1A\x07",
        b"\x28\xB5\x2F\xFD",
        b"PK\x05\x06",
        b"PK\x07\x08",
    ];
    // The header of a tape archive says so in its middle.
    MAGIC.iter().any(|magic| bytes.starts_with(magic))
        || (bytes.starts_with(b"BZh")
            && bytes.get(4..).is_some_and(|rest| rest.starts_with(b"1AY&SY")))
        || bytes.get(257..).is_some_and(|rest| rest.starts_with(b"ustar"))
}

/// Whether a text is the list of highlights that an e-reader keeps: entries between rules, each
/// with the name of a book and a line on where and when it was marked.
pub(super) fn is_clippings(text: &str) -> bool {
    let is_rule = |line: &&str| line.len() >= 8 && line.bytes().all(|b| b == b'=');
    let lines: Vec<&str> = text.lines().map(str::trim).take(4_000).collect();
    let rules = lines.iter().filter(|line| is_rule(line)).count();
    let mut entries = lines.split(|line| is_rule(line)).take(rules);
    let is_entry = |entry: &[&str]| {
        let mut filled = entry.iter().filter(|line| !line.is_empty());
        filled.next().is_some()
            && filled.next().is_some_and(|line| {
                line.starts_with('-')
                    && line.contains('|')
                    && line.chars().any(|c| c.is_ascii_digit())
            })
    };
    rules >= 2 && entries.all(is_entry)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clippings_in_any_language() {
        let entry = |book: &str, line: &str| {
            format!("{book}\r\n{line}\r\n\r\nSome words.\r\n==========\r\n")
        };
        let english = entry(
            "Roads (Quill, Ada)",
            "- Your Highlight on page 3 | Added on Monday, 3 March 2025",
        ) + &entry(
            "Keys (Stein, Otto)",
            "- Your Note on page 12 | location 172 | Added on Sunday",
        );
        let german = entry(
            "Wege (Quill, Ada)",
            "- Ihre Markierung auf Seite 3 | Hinzugefügt am 3. März 2025",
        )
        .repeat(2);
        assert!(is_clippings(&english) && is_clippings(&german));
        assert!(!is_clippings("Title\n==========\n\nText.\n\nMore\n==========\n\nText."));
        assert!(!is_clippings("Plain text."));
    }

    #[test]
    fn archives() {
        let mut tape = vec![0; 257];
        tape.extend(b"ustar\x0000");
        assert!(is_archive(&tape));
        for bytes in [
            b"\x1F\x8B\x08\0".as_slice(),
            b"BZh91AY&SY",
            b"7z\xBC\xAF\x27\x1C\0",
            b"Rar!\x1A\x07\0",
        ] {
            assert!(is_archive(bytes), "{bytes:?}");
        }
        assert!(!is_archive(b"BZh is how this begins.") && !is_archive(b"Rar! And more."));
    }

    #[test]
    fn other_kinds() {
        let mut kindle = vec![0; 60];
        kindle.extend(b"BOOKMOBI and so on");
        assert_eq!(other("book.azw", &kindle), Some("a Kindle file"));
        assert_eq!(other("a.txt", b"{\\rtf1 words}"), Some("a word processor's document (RTF)"));
        assert_eq!(other("a.fb2", b"<?xml version=\"1.0\"?><FictionBook>"), Some("an FB2 book"));
        assert_eq!(other("a.txt", b"Words."), None);
    }
}
