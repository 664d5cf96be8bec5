//! Checks every quote word for word, its place and its share, against the raw readings.
//!
//! The readings are not ours to ship, so this runs only where somebody has them. It works from the
//! raw text alone and shares nothing with the importer, which is held to a text typed by hand here.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on says so"
)]

mod shipped;

#[path = "readings/find.rs"]
mod find;
#[path = "readings/raw.rs"]
mod raw;
#[path = "readings/typed.rs"]
mod typed;

use std::fs;
use std::path::PathBuf;

use domain::corpus::SectionKind;
use domain::{Corpus, Work};
use find::Found;
use raw::Reading;
use shipped::{book, none};

const GUERIN: &str = "guerin-three-problems";
const SERGE: &str = "serge-planned-economies";

fn raw(work: &str) -> String {
    let folder = std::env::var_os("COMMONPLACE_READINGS")
        .map(PathBuf::from)
        .expect("set COMMONPLACE_READINGS to the folder that holds the raw readings");
    let path = folder.join(format!("{work}.txt"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Words that a work's file says stand in the work: a quote, or a question of the author's own.
struct Passage<'a> {
    id: &'a str,
    text: &'a str,
    paragraph: u16,
    speaker: Option<&'a str>,
    question: bool,
}

fn passages<'a>(book: &'a Corpus, work: &str) -> Vec<Passage<'a>> {
    let quotes = book.quotes().iter().filter(|quote| quote.work == work).map(|quote| Passage {
        id: &quote.id,
        text: &quote.text,
        paragraph: quote.paragraph,
        speaker: quote.speaker.as_deref(),
        question: false,
    });
    let questions = book.questions().iter().filter(|question| question.work == work);
    let own = questions.filter_map(|question| {
        let (_, paragraph) = question.place?;
        let (id, speaker) = (&question.id, question.speaker.as_deref());
        // A question that is cut short says so.
        let text = question.text.strip_suffix(" …?").unwrap_or(&question.text);
        Some(Passage { id, text, paragraph, speaker, question: true })
    });
    quotes.chain(own).collect()
}

/// Checks all passages of a work: their words, their places, and how many of a hundred words the
/// quotes take.
fn check(book: &Corpus, work: &str, reading: &Reading, most: f64) {
    let mut complaints = Vec::new();
    let mut quoted = vec![false; reading.words.len()];
    let mut all = quoted.clone();
    for passage in passages(book, work) {
        let Passage { id, text, paragraph, speaker, question } = passage;
        let found = match reading.find(text) {
            Ok(found) => found,
            Err(why) => {
                complaints.push(format!("{id}: {why}"));
                continue;
            }
        };
        let places: Vec<u16> = found.iter().map(|place| place.paragraph).collect();
        let Some(place) = found.into_iter().find(|place| place.paragraph == paragraph) else {
            complaints.push(format!("{id}: is in paragraph {places:?}, not {paragraph}"));
            continue;
        };
        let faults = faults(&place, text, speaker);
        complaints.extend(faults.into_iter().map(|why| format!("{id}: {why}")));
        for word in place.words {
            quoted[word] |= !question;
            all[word] = true;
        }
    }
    none(complaints);
    let share = |taken: &[bool]| {
        let taken = taken.iter().filter(|taken| **taken).count();
        100.0 * taken as f64 / reading.authors_words() as f64
    };
    let [quoted, all] = [share(&quoted), share(&all)];
    let words = reading.authors_words();
    println!("{work}: {words} words; quotes {quoted:.1} %, with his own questions {all:.1} %");
    assert!(all <= most, "quotes and questions hold {all:.1} % of {work}, more than {most} %");
}

fn faults(place: &Found, text: &str, speaker: Option<&str>) -> Vec<String> {
    let mut faults = place.repairs.clone();
    if place.editors {
        faults.push("has words of the editors".to_owned());
    }
    match speaker {
        Some(name) if !place.quoted => {
            faults.push(format!("{name} is not quoted there: the words are the author's"));
        }
        // With the marks in it everybody sees that.
        None if place.quoted && !text.contains(['“', '‘']) => {
            faults.push("the author is quoting somebody there".to_owned())
        }
        _ => {}
    }
    faults
}

/// The paragraphs that the work says it has are those of the raw text.
fn sections(work: &Work, reading: &Reading) {
    let last = work.sections.last().map(|section| section.last);
    assert_eq!(last, Some(reading.paragraphs), "the last paragraph");
}

#[test]
#[ignore = "needs the raw readings: COMMONPLACE_READINGS=FOLDER"]
fn guerin_matches_the_readings() {
    let book = book();
    let reading = raw::guerin(&raw(GUERIN));
    sections(book.work(GUERIN).unwrap(), &reading);
    assert!(reading.text(1).starts_with("Voline, libertarian chronicler"));
    assert!(reading.text(reading.paragraphs).ends_with("features of a libertarian socialism."));
    check(&book, GUERIN, &reading, 35.0);
}

#[test]
#[ignore = "needs the raw readings: COMMONPLACE_READINGS=FOLDER"]
fn serge_matches_the_readings() {
    let book = book();
    let reading = raw::serge(&raw(SERGE));
    let work = book.work(SERGE).unwrap();
    sections(work, &reading);
    for section in &work.sections {
        let start = reading.text(section.first);
        match section.kind {
            SectionKind::Introduction => {
                assert!(start.starts_with("One of the least known") && section.last == 2);
            }
            SectionKind::Notes => {
                assert!(start.starts_with("1. Dwight Macdonald"), "the notes start: {start}");
                assert_eq!(section.last - section.first + 1, 14, "notes");
            }
            SectionKind::Body => assert!(!start.starts_with("Great wars") || section.first == 3),
        }
    }
    check(&book, SERGE, &reading, 22.0);
}

/// Imports a reading and counts the words that a careful person would have typed otherwise.
fn differs_from_typed(work: &str) -> usize {
    let raw = raw(work);
    let typed = typed::of(work, &raw);
    let imported = typed::imported(&format!("{work}.txt"), &raw);
    let differences = typed::differences(&typed, &imported);
    for difference in &differences {
        println!("{work}, {difference}");
    }
    let differing: usize = differences.iter().map(|difference| difference.words).sum();
    println!("{work}: {differing} of {} words differ from the text as typed", typed.len());
    differing
}

#[test]
#[ignore = "needs the raw readings: COMMONPLACE_READINGS=FOLDER"]
fn guerin_is_imported_as_a_careful_person_types_it() {
    assert_eq!(differs_from_typed(GUERIN), 0);
}

#[test]
#[ignore = "needs the raw readings: COMMONPLACE_READINGS=FOLDER"]
fn serge_is_imported_as_a_careful_person_types_it() {
    assert_eq!(differs_from_typed(SERGE), 0);
}

#[test]
fn what_differs_is_told() {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let typed: Vec<typed::Word> = words("no more is it so").into_iter().map(typed::word).collect();
    for (imported, told, count) in [
        ("no more is it so", "", 0),
        ("nomore is it so", "line 1: typed \"no more\", imported \"nomore\"", 2),
        ("no more 7 is it so", "line 1: typed \"\", imported \"7\"", 1),
        ("no more is it", "line 1: typed \"so\", imported \"\"", 1),
    ] {
        let found = typed::differences(&typed, &words(imported));
        let said = found.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
        assert_eq!((said.as_str(), found.iter().map(|one| one.words).sum()), (told, count));
    }
}

/// What is told of a text, given a raw one of two paragraphs.
fn told(text: &str) -> String {
    let raw = [
        "1. Old words were set in a far-\nsighted book, which was care-\nfully wouldmake read.The rest \
         “was said by somebody else” in it.",
        "The rest [of it] was lost.",
    ];
    let reading = raw::of(&raw);
    match reading.find(text) {
        Err(why) => why,
        Ok(found) => {
            found.iter().flat_map(|place| faults(place, text, None)).collect::<Vec<_>>().join(", ")
        }
    }
}

#[test]
fn what_is_told() {
    for (text, said) in [
        ("set in a far-sighted book", ""),
        ("set in a farsighted book", ""),
        ("which was carefully would make read. The rest", ""),
        ("was care fully", "a space is added before 'f' in \"carefully\""),
        ("which wascarefully", "a space is left out before 'c' in \"carefully\""),
        ("words were setin", "a space is left out before 'i' in \"in\""),
        ("ld words", "starts inside a word"),
        ("Old words we", "ends inside a word"),
        ("was said by somebody", "the author is quoting somebody there"),
        ("“was said by somebody else”", ""),
        ("in it. The rest", "runs over the end of its paragraph"),
        ("The rest [of it] was", "has words of the editors"),
    ] {
        assert_eq!(told(text), said, "{text}");
    }
    assert!(told("Old words where set").starts_with("after 9 letters it goes on"));
    assert!(told("set in a far–sighted book").starts_with("after "));
}
