//! Text files as people have them.

use std::io;
use std::path::Path;

/// The text of a file, in UTF-8 or, as Windows' Notepad may write it, in UTF-16; without its byte order
/// mark.
#[must_use]
pub fn decoded(bytes: &[u8]) -> Option<String> {
    let units = |read: fn([u8; 2]) -> u16| {
        let (pairs, rest) = bytes.get(2..)?.as_chunks::<2>();
        rest.is_empty().then(|| {
            String::from_utf16(&pairs.iter().map(|it| read(*it)).collect::<Vec<_>>()).ok()
        })?
    };
    match bytes {
        [0xff, 0xfe, ..] => units(u16::from_le_bytes),
        [0xfe, 0xff, ..] => units(u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, text @ ..] => String::from_utf8(text.to_vec()).ok(),
        _ => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// Reads a text file.
///
/// # Errors
/// If it cannot be read, or is in an encoding that nobody can tell.
pub fn read(path: &Path) -> io::Result<String> {
    let not_text = || {
        let words = "it is not text in UTF-8: save it once more as UTF-8";
        io::Error::new(io::ErrorKind::InvalidData, words)
    };
    decoded(&std::fs::read(path)?).ok_or_else(not_text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_however_notepad_saves_it() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        let utf16: Vec<u8> = [0xff, 0xfe]
            .into_iter()
            .chain("é\r\n".encode_utf16().flat_map(u16::to_le_bytes))
            .collect();
        for bytes in ["é\r\n".as_bytes().to_vec(), "\u{feff}é\r\n".as_bytes().to_vec(), utf16] {
            std::fs::write(&file, bytes).unwrap();
            assert_eq!(read(&file).unwrap(), "é\r\n");
        }
        std::fs::write(&file, b"caf\xe9").unwrap();
        assert!(read(&file).unwrap_err().to_string().contains("UTF-8"));
    }
}
