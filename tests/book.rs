//! What a machine can check of the corpus that ships, from the corpus alone.

mod aids;
mod documented;
mod glossary;
mod questions;
mod suggestions;

use crate::shipped::{book, none};
use domain::corpus::SectionKind;

const GUERIN: &str = "guerin-three-problems";
const SERGE: &str = "serge-planned-economies";
const THEMES: [&str; 13] = [
    "spontaneity",
    "power",
    "economy",
    "planning",
    "liberty",
    "bureaucracy",
    "thought",
    "institutions",
    "revolution",
    "federation",
    "technology",
    "fear",
    "history",
];

#[test]
fn themes_are_the_closed_list() {
    let book = book();
    let ids: Vec<&str> = book.themes().iter().map(|theme| theme.id.as_str()).collect();
    assert_eq!(ids, THEMES);
    let mut complaints = Vec::new();
    for theme in book.themes() {
        // A forum's tag has room for no more.
        if theme.name.chars().count() > 20 {
            complaints.push(format!("{}: the name is longer than a tag", theme.id));
        }
        let sentences = theme.about.matches(['.', '?']).count();
        if sentences != 2 {
            complaints.push(format!("{}: about has {sentences} sentences", theme.id));
        }
        if theme.terms.len() < 5 {
            complaints.push(format!("{}: hardly any terms", theme.id));
        }
    }
    none(complaints);
}

#[test]
fn works_say_what_they_are() {
    let book = book();
    let works: Vec<_> = book.works().iter().map(|w| (w.id.as_str(), w.author.as_str())).collect();
    assert_eq!(works, [(GUERIN, "Daniel Guérin"), (SERGE, "Victor Serge")]);
    let serge = book.work(SERGE).unwrap();
    assert_eq!(book.work(GUERIN).unwrap().date().unwrap(), "1958, revised about 1968");
    assert_eq!(serge.translator.as_deref(), Some("Michel Bolsey"));
    assert_eq!(serge.sections[0].kind, SectionKind::Introduction);
    assert_eq!(serge.sections.last().unwrap().kind, SectionKind::Notes);
}

#[test]
fn quotes_can_be_read_alone() {
    let book = book();
    let mut complaints = Vec::new();
    for quote in book.quotes() {
        let length = quote.text.chars().count();
        if length < 40 {
            complaints.push(format!("{}: {length} characters are no quote", quote.id));
        }
        for (open, close) in [('“', '”'), ('(', ')'), ('[', ']')] {
            if quote.text.matches(open).count() != quote.text.matches(close).count() {
                complaints.push(format!("{}: {open} and {close} do not pair", quote.id));
            }
        }
        if quote.text.contains(['"', '\'', '\u{ad}', '\u{a0}']) || quote.text.contains("  ") {
            complaints.push(format!("{}: typing that is not the book's", quote.id));
        }
        if !quote.id.starts_with(&quote.work[..5]) {
            complaints.push(format!("{}: an id of another work", quote.id));
        }
    }
    none(complaints);
    let short = book.quotes().iter().filter(|quote| quote.text.chars().count() < 280).count();
    let (share, all) = (short * 100 / book.quotes().len(), book.quotes().len());
    assert!(share >= 70, "only {share} % of {all} quotes are under 280 characters");
}

#[test]
fn others_speak_in_their_own_name() {
    let book = book();
    let mut speakers: Vec<(&str, &str)> = Vec::new();
    for quote in book.quotes() {
        speakers.extend(quote.speaker.as_deref().map(|speaker| (quote.work.as_str(), speaker)));
    }
    for (work, name) in [
        (GUERIN, "Voline"),
        (GUERIN, "Proudhon"),
        (GUERIN, "Bakunin"),
        (GUERIN, "Kropotkin"),
        (SERGE, "Lenin"),
        (SERGE, "Marx"),
    ] {
        let found =
            speakers.iter().any(|(in_work, speaker)| *in_work == work && speaker.ends_with(name));
        assert!(found, "no quote of {name} in {work}");
    }
}

#[test]
fn there_are_enough_quotes() {
    let book = book();
    let of = |work: &str| book.quotes().iter().filter(|quote| quote.work == work).count();
    assert!(of(GUERIN) >= 40, "{} quotes of Guérin", of(GUERIN));
    assert!(of(SERGE) >= 60, "{} quotes of Serge", of(SERGE));
    let mut complaints = Vec::new();
    for theme in THEMES {
        let quotes: Vec<_> = book
            .quotes()
            .iter()
            .filter(|quote| quote.themes.iter().any(|id| id == theme))
            .collect();
        if quotes.len() < 8 {
            complaints.push(format!("{theme}: {} quotes", quotes.len()));
        }
        // Both authors speak to every theme.
        for work in [GUERIN, SERGE] {
            if quotes.iter().filter(|quote| quote.work == work).count() < 2 {
                complaints.push(format!("{theme}: hardly a quote of {work}"));
            }
        }
    }
    none(complaints);
}
