//! Unpacks an EPUB, and no more of it than a book can have.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use unicode_normalization::UnicodeNormalization;

use zip::ZipArchive;
use zip::result::ZipError;

use crate::refusal::Refusal;

const MB: u64 = 1024 * 1024;
/// What all the texts of a book unpack to at most.
const MOST: u64 = 100 * MB;
/// More files no book has.
const MOST_FILES: usize = 20_000;

/// An archive whose names have been looked at.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The files by their names, as `plain` writes them.
    names: HashMap<String, usize>,
    left: u64,
}

impl<'a> Archive<'a> {
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, Refusal> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if zip.len() > MOST_FILES {
            return Err(Refusal::Bomb(MOST / MB));
        }
        let (mut total, mut total_packed): (u64, u64) = (0, 0);
        let mut names = HashMap::new();
        for index in 0..zip.len() {
            let file = zip.by_index_raw(index).map_err(damaged)?;
            let name = file.name().map_err(damaged)?;
            // Some programs write the names as Windows does.
            let name = name.replace('\\', "/");
            if name.starts_with('/')
                || name.contains(':')
                || name.split('/').any(|part| part == "..")
            {
                return Err(Refusal::Escape(shown(&name)));
            }
            names.entry(name).or_insert(index);
            if file.encrypted() {
                return Err(Refusal::Encrypted);
            }
            // Pictures do not shrink; a text that shrinks a thousandfold is no text.
            let (size, packed) = (file.size(), file.compressed_size().max(1));
            if size > MB && size / packed > 500 {
                return Err(Refusal::Bomb(MOST / MB));
            }
            total = total.saturating_add(size);
            total_packed = total_packed.saturating_add(packed);
        }
        // Nor does a whole book shrink a hundredfold.
        if total > MOST * 10 || (total > MOST / 5 && total / total_packed.max(1) > 100) {
            return Err(Refusal::Bomb(MOST / MB));
        }
        for (name, index) in names.clone() {
            names.entry(plain(&name)).or_insert(index);
        }
        Ok(Self { zip, names, left: MOST })
    }

    fn index(&self, name: &str) -> Option<usize> {
        self.names.get(name).or_else(|| self.names.get(&plain(name))).copied()
    }

    /// Whether a file is there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// The bytes of one file, if it is there.
    pub(super) fn get(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        let mut bytes = Vec::new();
        let Some(index) = self.index(name) else {
            return Ok(None);
        };
        let file = self.zip.by_index(index).map_err(damaged)?;
        // What the directory says of a file's size need not be so.
        let read = file.take(self.left + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > self.left {
            return Err(Refusal::Bomb(MOST / MB));
        }
        read.map_err(|error| damaged(ZipError::Io(error)))?;
        self.left -= bytes.len() as u64;
        Ok(Some(bytes))
    }
}

fn damaged(error: ZipError) -> Refusal {
    let text = error.to_string();
    if text.to_lowercase().contains("password") {
        return Refusal::Encrypted;
    }
    Refusal::Damaged { format: "EPUB", reason: shown(&text) }
}

/// A name as it is compared where two programs spell it differently: with percent signs or without,
/// composed or not, in capitals or not.
fn plain(name: &str) -> String {
    percent_decoded(name).nfc().flat_map(char::to_lowercase).collect()
}

/// A name out of a file, fit to be shown.
pub(super) fn shown(name: &str) -> String {
    name.chars().filter(|c| !c.is_control()).take(100).collect()
}

/// The name that `href` has, seen from the folder of `base`; nothing if that leads outside.
pub(super) fn resolve(base: &str, href: &str) -> Result<String, Refusal> {
    let path = href.split(['#', '?']).next().unwrap_or_default();
    let path = percent_decoded(path).replace('\\', "/");
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return Err(Refusal::Escape(shown(href)));
                }
            }
            part => parts.push(part),
        }
    }
    if path.starts_with('/') || path.contains(':') {
        return Err(Refusal::Escape(shown(href)));
    }
    Ok(parts.join("/"))
}

pub(super) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let decoded = (*first == b'%')
            .then(|| tail.get(..2))
            .flatten()
            .and_then(|hex| std::str::from_utf8(hex).ok())
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match decoded {
            Some(byte) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (base, href, name) in [
            ("OEBPS/content.opf", "text/one.xhtml#a", Some("OEBPS/text/one.xhtml")),
            ("OEBPS/content.opf", "../two%20b.xhtml", Some("two b.xhtml")),
            ("content.opf", "./one.xhtml", Some("one.xhtml")),
            ("content.opf", "../one.xhtml", None),
            ("content.opf", "/etc/passwd", None),
            ("content.opf", "a/%2e%2e/%2e%2e/%2e%2e/x", None),
            ("content.opf", "file:///x", None),
            ("content.opf", "a%", Some("a%")),
        ] {
            assert_eq!(resolve(base, href).ok().as_deref(), name, "{href}");
        }
    }
}
