//! What was asked at each quote. A question stands in the margin of each of its quotes, so all of the
//! margin is known only in the end; until then it waits in a file, since a long record has more of it
//! than memory should hold.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};

/// Notes as they are on the page, by the quote at which they stand.
#[derive(Default)]
pub(super) struct Margin {
    written: Option<BufWriter<File>>,
    /// Where each note begins in the file, and how long it is.
    places: Vec<(u64, u64)>,
    end: u64,
    at: BTreeMap<String, Notes>,
}

/// The notes at one quote, by their numbers.
pub(super) type Notes = Vec<usize>;

impl Margin {
    /// Adds a note at each of those quotes.
    pub(super) fn add(&mut self, quotes: &[String], note: &str) -> io::Result<()> {
        if quotes.is_empty() {
            return Ok(());
        }
        let mut file = match self.written.take() {
            Some(file) => file,
            None => BufWriter::new(tempfile::tempfile()?),
        };
        file.write_all(note.as_bytes())?;
        self.written = Some(file);
        let length = u64::try_from(note.len()).unwrap_or(u64::MAX);
        for quote in quotes {
            self.at.entry(quote.clone()).or_default().push(self.places.len());
        }
        self.places.push((self.end, length));
        self.end += length;
        Ok(())
    }

    /// The notes at a quote; `None` if nothing was asked there.
    pub(super) fn at(&self, quote: &str) -> Option<&Notes> {
        self.at.get(quote)
    }

    /// What was written, to be read in any order.
    pub(super) fn written(&mut self) -> io::Result<WrittenNotes> {
        let Some(file) = self.written.take() else { return Ok(WrittenNotes::default()) };
        let file = file.into_inner().map_err(|error| error.into_error())?;
        Ok(WrittenNotes {
            file: Some(BufReader::new(file)),
            places: std::mem::take(&mut self.places),
        })
    }
}

/// Notes that are read back.
#[derive(Default)]
pub(super) struct WrittenNotes {
    file: Option<BufReader<File>>,
    places: Vec<(u64, u64)>,
}

impl WrittenNotes {
    /// Copies some notes, in their order.
    pub(super) fn copy(&mut self, notes: &Notes, out: &mut impl Write) -> io::Result<()> {
        let Some(file) = &mut self.file else { return Ok(()) };
        for (start, length) in notes.iter().filter_map(|note| self.places.get(*note)) {
            file.seek(SeekFrom::Start(*start))?;
            io::copy(&mut file.by_ref().take(*length), out)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_come_back_at_each_of_their_quotes_in_their_order() {
        let mut margin = Margin::default();
        let quotes =
            |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        for (at, note) in
            [(&["a", "b"][..], "ünd "), (&[], "nowhere "), (&["b"], "two "), (&["a"], "")]
        {
            margin.add(&quotes(at), note).unwrap();
        }
        assert_eq!(margin.at("c"), None);
        let (a, b) = (margin.at("a").unwrap().clone(), margin.at("b").unwrap().clone());
        let mut written = margin.written().unwrap();
        let mut read = |notes: &Notes| {
            let mut out = Vec::new();
            written.copy(notes, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        };
        assert_eq!(read(&b), "ünd two ");
        assert_eq!(read(&a), "ünd ");
        assert_eq!(read(&b), "ünd two ", "as often as they are wanted");
    }
}
