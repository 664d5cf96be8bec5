//! The readings as a careful person would type them, and how an import differs from that.

use std::fmt::{Display, Formatter, Result};
use std::ops::Range;

use import::{Given, Options, Paragraph, import};
use serde::Deserialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Titles that the importer gives to what has none.
const UNTITLED: [&str; 4] = ["Beginning", "Introduction", "Text", "Notes"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct References {
    reading: Vec<Reference>,
}

/// One reading: the lines of its pages as they are read, and what has to be put right in them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Reference {
    work: String,
    pages: Vec<[usize; 2]>,
    drop: Vec<usize>,
    corrections: Vec<Correction>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Correction {
    line: usize,
    is: String,
    should_be: String,
}

/// A word, and the line of the raw text that it starts in.
#[derive(Clone)]
pub(crate) struct Word {
    line: usize,
    text: String,
}

/// A word of the first line.
pub(crate) fn word(text: String) -> Word {
    Word { line: 1, text }
}

/// The words of a reading as a careful person would type them.
pub(crate) fn of(work: &str, raw: &str) -> Vec<Word> {
    let references: References = toml::from_str(include_str!("reference.toml")).unwrap();
    let reference = references.reading.into_iter().find(|reading| reading.work == work).unwrap();
    let lines: Vec<&str> = raw.lines().collect();
    let mut words = Vec::new();
    let kept = |line: &usize| !reference.drop.contains(line);
    for line in reference.pages.iter().flat_map(|[first, last]| *first..=*last).filter(kept) {
        let texts = lines[line - 1].split_whitespace();
        words.extend(texts.map(|text| Word { line, text: text.to_owned() }));
    }
    for correction in &reference.corrections {
        correct(&mut words, correction);
    }
    words
}

/// Makes one correction. It has to fit one place of its line and no more.
fn correct(words: &mut Vec<Word>, correction: &Correction) {
    let Correction { line, is, should_be } = correction;
    let wrong: Vec<&str> = is.split_whitespace().collect();
    let fits = |at: &usize| {
        let here = words.iter().skip(*at).map(|word| word.text.as_str());
        words[*at].line == *line && here.take(wrong.len()).eq(wrong.iter().copied())
    };
    let places: Vec<usize> = (0..words.len()).filter(fits).collect();
    let [at] = places[..] else {
        panic!("line {line}: {is:?} stands there {} times", places.len());
    };
    let right = should_be.split_whitespace();
    let right: Vec<Word> = right.map(|text| Word { line: *line, text: text.to_owned() }).collect();
    words.splice(at..at + wrong.len(), right);
}

/// The words of a text as it is imported, with the numbers of headings, items and notes, and the
/// notes' marks where they stood.
pub(crate) fn imported(name: &str, raw: &str) -> Vec<String> {
    let given = Given { name, bytes: raw.as_bytes() };
    let found = import(&given, &Options::default()).unwrap();
    let mut words = Vec::new();
    for paragraph in &found.paragraphs {
        let section = found.sections.iter().find(|part| part.first == paragraph.number);
        if let Some(part) = section.filter(|part| !UNTITLED.contains(&part.title.as_str())) {
            words.extend(numbered(part.label.as_deref(), &part.title));
        }
        words.extend(numbered(paragraph.label.as_deref(), &with_marks(paragraph)));
    }
    words
}

fn numbered(label: Option<&str>, text: &str) -> Vec<String> {
    let label = label.map(|label| format!("{label}."));
    label.into_iter().chain(text.split_whitespace().map(str::to_owned)).collect()
}

/// A paragraph with the marks of its notes, each after a space as the web page has them.
fn with_marks(paragraph: &Paragraph) -> String {
    let mut text = String::new();
    let mut marks = paragraph.marks.iter().peekable();
    for (index, c) in paragraph.text.chars().chain([' ']).enumerate() {
        while let Some(mark) = marks.next_if(|mark| mark.after == index) {
            text.push_str(&format!(" [{}]", mark.label));
        }
        text.push(c);
    }
    text
}

/// Words that are typed one way and imported another.
pub(crate) struct Difference {
    line: usize,
    typed: String,
    imported: String,
    /// How many there are, on the side that has more.
    pub(crate) words: usize,
}

impl Display for Difference {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "line {}: typed {:?}, imported {:?}", self.line, self.typed, self.imported)
    }
}

/// Where an import differs, word by word.
pub(crate) fn differences(typed: &[Word], imported: &[String]) -> Vec<Difference> {
    let texts: Vec<&str> = typed.iter().map(|word| word.text.as_str()).collect();
    let other: Vec<&str> = imported.iter().map(String::as_str).collect();
    let ops = capture_diff_slices(Algorithm::Myers, &texts, &other);
    let unlike = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. }));
    let difference = |op: &DiffOp| {
        let (old, new): (Range<usize>, Range<usize>) = (op.old_range(), op.new_range());
        Difference {
            line: typed.get(old.start).or(typed.last()).map_or(0, |word| word.line),
            words: old.len().max(new.len()),
            typed: texts[old].join(" "),
            imported: other[new].join(" "),
        }
    };
    unlike.map(difference).collect()
}
