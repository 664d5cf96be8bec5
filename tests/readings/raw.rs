//! The raw readings as a sequence of letters, each with its place.

use std::collections::BTreeSet;

/// The pages of Guérin's booklet in reading order, each by its number in the file, from 0.
const PAGES: [usize; 14] = [3, 4, 7, 8, 11, 12, 13, 10, 9, 6, 5, 2, 1, 0];

/// A last line shorter than this ends its paragraph: the booklet is set in justified lines.
const FULL_LINE: usize = 50;

/// One character of a reading that is not white space.
pub(crate) struct Glyph {
    pub(crate) c: char,
    /// The paragraph, numbered through the work from 1.
    pub(crate) paragraph: u16,
    /// Whether white space stands before it.
    pub(crate) space: bool,
    /// Whether it is a hyphen at a line's end, which may be there only for the line's sake.
    pub(crate) hyphen: bool,
    /// The index of its word.
    pub(crate) word: usize,
    /// Whether it stands inside quotation marks.
    pub(crate) quoted: bool,
    /// Whether the editors wrote it.
    pub(crate) editors: bool,
}

/// A raw text in reading order.
pub(crate) struct Reading {
    pub(crate) glyphs: Vec<Glyph>,
    /// What stands between white space, with the words joined that lines split.
    pub(crate) words: Vec<String>,
    /// How many paragraphs there are.
    pub(crate) paragraphs: u16,
}

/// Guérin's essay: fourteen pages in printing order, each starting with a space.
pub(crate) fn guerin(raw: &str) -> Reading {
    let raw = format!("\n{raw}");
    let pages: Vec<&str> =
        raw.split("\n ").map(str::trim).filter(|page| !page.is_empty()).collect();
    assert_eq!(pages.len(), PAGES.len(), "pages");
    let mut text = String::new();
    for page in PAGES.map(|index| pages[index]) {
        let last = text.lines().last().unwrap_or_default();
        let ends = last.ends_with(['.', '?']) && last.chars().count() < FULL_LINE;
        text.push_str(if ends { "\n\n" } else { "\n" });
        text.push_str(page);
    }
    let paragraphs = text.split("\n\n").map(str::trim).filter(|text| !text.is_empty());
    // A heading is one numbered line without an end.
    let heading = |text: &&str| {
        !text.contains('\n') && text.starts_with(char::is_numeric) && !text.ends_with(['.', '?'])
    };
    Reading::new(
        paragraphs.filter(|text| !heading(text)).map(|text| (text.to_owned(), false)),
        '“',
        '”',
    )
}

/// Serge's text: a line a paragraph, after a title block and before the date of the web page.
pub(crate) fn serge(raw: &str) -> Reading {
    let lines = raw.lines().map(str::trim).filter(|line| !line.is_empty());
    let text = lines
        .skip_while(|line| !line.starts_with("One of the least known"))
        .take_while(|line| !line.starts_with("Last updated"));
    let paragraphs = text.enumerate().map(|(index, line)| {
        let editors = index < 2
            || line.contains("[Editor’s note]")
            || line.contains("note in Serge’s handwriting");
        // The web page sets the first word of the text in capitals, for show.
        (without_marks(line).replacen("GREAT wars", "Great wars", 1), editors)
    });
    Reading::new(paragraphs, '‘', '’')
}

/// Paragraphs as they are.
pub(crate) fn of(paragraphs: &[&str]) -> Reading {
    let paragraphs = paragraphs.iter().map(|text| ((*text).to_owned(), false));
    Reading::new(paragraphs, '“', '”')
}

/// A text without the marks of its notes, ` [7]`.
fn without_marks(text: &str) -> String {
    let mut parts = text.split('[');
    let mut clean = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((mark, rest)) if !mark.is_empty() && mark.bytes().all(|b| b.is_ascii_digit()) => {
                clean.truncate(clean.trim_end().len());
                clean.push_str(rest);
            }
            _ => {
                clean.push('[');
                clean.push_str(part);
            }
        }
    }
    clean
}

impl Reading {
    /// Takes paragraphs apart; each comes with whether all of it is the editors'.
    fn new(paragraphs: impl Iterator<Item = (String, bool)>, open: char, close: char) -> Self {
        let mut reading = Self { glyphs: Vec::new(), words: Vec::new(), paragraphs: 0 };
        for (text, editors) in paragraphs {
            reading.paragraphs += 1;
            reading.add(&text, editors, open, close);
        }
        reading
    }

    fn add(&mut self, text: &str, editors: bool, open: char, close: char) {
        let (mut space, mut joined) = (true, false);
        let (mut quoted, mut bracket) = (false, false);
        let mut before = ' ';
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            if c.is_whitespace() {
                space = !joined;
                before = c;
                continue;
            }
            // An apostrophe has a letter after it, or closes nothing.
            let next = rest.peek().copied().unwrap_or(' ');
            if c == close && !next.is_alphanumeric() && before != ' ' {
                quoted = false;
            }
            if space {
                self.words.push(String::new());
            }
            bracket |= c == '[';
            let hyphen = c == '-' && next == '\n';
            if let Some(word) = self.words.last_mut().filter(|_| !hyphen) {
                word.push(c);
            }
            self.glyphs.push(Glyph {
                c,
                paragraph: self.paragraphs,
                space,
                hyphen,
                word: self.words.len() - 1,
                quoted,
                editors: editors || bracket,
            });
            bracket &= c != ']';
            quoted |= c == open;
            (space, joined, before) = (false, hyphen, c);
        }
    }

    /// The words of a paragraph.
    pub(crate) fn text(&self, paragraph: u16) -> String {
        let glyphs = self.glyphs.iter().filter(|glyph| glyph.paragraph == paragraph);
        let words: BTreeSet<usize> = glyphs.map(|glyph| glyph.word).collect();
        words.iter().map(|word| self.words[*word].as_str()).collect::<Vec<_>>().join(" ")
    }

    /// How many words are not the editors'.
    pub(crate) fn authors_words(&self) -> usize {
        let glyphs = self.glyphs.iter().filter(|glyph| !glyph.editors);
        glyphs.map(|glyph| glyph.word).collect::<BTreeSet<_>>().len()
    }
}
