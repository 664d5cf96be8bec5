//! Questions and stances.

use std::collections::HashSet;

use domain::corpus::likeness::repeats;
use domain::corpus::{Current, Level};
use domain::{Corpus, Kind};

use crate::shipped::{book, none};
use crate::{GUERIN, SERGE, THEMES};

#[test]
fn there_are_enough_questions() {
    let book = book();
    let mut complaints = Vec::new();
    if book.questions().len() < 110 {
        complaints.push(format!("{} questions", book.questions().len()));
    }
    for theme in THEMES {
        let questions = || book.questions().iter().filter(|question| question.theme == theme);
        if questions().count() < 6 {
            complaints.push(format!("{theme}: {} questions", questions().count()));
        }
        for kind in [Kind::Close, Kind::Comparison, Kind::Application] {
            if !questions().any(|question| question.kind == kind) {
                complaints.push(format!("{theme}: no question for {}", kind.name()));
            }
        }
    }
    for work in [GUERIN, SERGE] {
        let mut questions = book.questions().iter();
        if !questions.any(|question| question.work == work && question.kind == Kind::Author) {
            complaints.push(format!("{work}: no question of the author's own"));
        }
    }
    none(complaints);
}

#[test]
fn comparisons_need_both_authors() {
    let book = book();
    let mut complaints = Vec::new();
    for question in book.questions().iter().filter(|question| question.kind == Kind::Comparison) {
        let works: HashSet<&str> = question
            .quotes
            .iter()
            .filter_map(|id| book.quote(id))
            .map(|quote| quote.work.as_str())
            .collect();
        if works.len() < 2 {
            complaints.push(format!("{}: compares {works:?}", question.id));
        }
    }
    none(complaints);
}

/// What a question opens with that can be answered by yes or no.
const YES_OR_NO: &[&str] = &[
    "am",
    "is",
    "are",
    "was",
    "were",
    "do",
    "does",
    "did",
    "can",
    "could",
    "should",
    "would",
    "will",
    "shall",
    "has",
    "have",
    "had",
    "may",
    "might",
    "must",
    "isn’t",
    "aren’t",
    "don’t",
    "doesn’t",
    "didn’t",
    "can’t",
    "couldn’t",
    "shouldn’t",
    "wouldn’t",
    "won’t",
];

/// The questions in a text that can be answered by yes or no: those that open so, or go on so
/// after an opening clause.
fn yes_or_no(text: &str) -> Vec<&str> {
    let sentences = text.split_inclusive(['.', '?', '!']).map(str::trim);
    sentences
        .filter(|sentence| sentence.ends_with('?'))
        .filter(|sentence| {
            let opening = |clause: &str| {
                let word = clause.split_whitespace().next().unwrap_or_default().to_lowercase();
                YES_OR_NO.contains(&word.trim_matches(|c: char| !c.is_alphabetic()))
            };
            let last = sentence.rsplit([':', ';']).next().unwrap_or(sentence);
            opening(sentence) || opening(last)
        })
        .collect()
}

#[test]
fn yes_or_no_is_told() {
    assert_eq!(yes_or_no("Think of a club. Is it free? Who says so?"), ["Is it free?"]);
    assert_eq!(yes_or_no("Take a plan: would you obey it?").len(), 1);
    assert!(yes_or_no("What is it? In what sense is it free? How would you tell?").is_empty());
}

#[test]
fn questions_ask_for_a_paragraph() {
    let book = book();
    let mut complaints = Vec::new();
    for question in book.questions() {
        // What an author asks stands as it is.
        let own = question.kind != Kind::Author;
        for text in own.then_some(&question.text).into_iter().chain(&question.follow_ups) {
            for found in yes_or_no(text) {
                complaints.push(format!("{}: yes or no: {found}", question.id));
            }
            if !text.ends_with(['?', '.']) {
                complaints.push(format!("{}: breaks off: {text}", question.id));
            }
        }
        if !question.text.contains('?') && !question.text.ends_with('.') {
            complaints.push(format!("{}: asks nothing", question.id));
        }
    }
    none(complaints);
}

#[test]
fn every_question_has_a_level_and_something_to_read() {
    let book = book();
    let mut complaints = Vec::new();
    for question in book.questions() {
        if question.level.is_none() {
            complaints.push(format!("{}: no level", question.id));
        }
        if question.quotes.is_empty() {
            complaints.push(format!("{}: leaves the book behind", question.id));
        }
        if question.follow_ups.len() != 2 {
            complaints.push(format!("{}: {} follow-ups", question.id, question.follow_ups.len()));
        }
    }
    for level in [Level::Easy, Level::Middle, Level::Text] {
        let count = book.questions().iter().filter(|it| it.level == Some(level)).count();
        if count < 20 {
            complaints.push(format!("{}: {count} questions", level.name()));
        }
    }
    none(complaints);
}

#[test]
fn no_two_questions_are_of_one_substance() {
    let book = book();
    let texts: Vec<&str> = book.questions().iter().map(|question| question.text.as_str()).collect();
    let mut complaints: Vec<String> = repeats(&texts)
        .into_iter()
        .map(|(later, earlier)| format!("{} repeats {}", texts[later], texts[earlier]))
        .collect();
    // The same passage read closely twice under one theme is the same question asked again.
    let mut read = HashSet::new();
    for question in book.questions().iter().filter(|question| question.kind != Kind::Application) {
        let mut quotes = question.quotes.clone();
        quotes.sort();
        if !read.insert((question.kind, &question.theme, quotes)) {
            complaints.push(format!("{}: same kind, theme and quotes as another", question.id));
        }
    }
    none(complaints);
}

#[test]
fn questions_come_in_many_forms() {
    let book = book();
    let own = || book.questions().iter().filter(|question| question.kind != Kind::Author);
    let share = |count: usize| count * 100 / own().count();
    let double = |text: &str| {
        let second = ["what", "which", "how", "who", "where", "why"];
        second.iter().any(|word| text.contains(&format!(", and {word} ")))
    };
    let tune = share(own().filter(|question| double(&question.text)).count());
    assert!(tune <= 50, "{tune} % of the questions have the form “…, and what …?”");
    let named = share(own().filter(|question| opens(&question.text)).count());
    assert!(named <= 33, "{named} % of the questions open with the author’s name");
    // Some ask for a deed: to rank, to rewrite, to choose, to draw a line.
    let asks = |verbs: &[&str]| {
        own().filter(|question| verbs.iter().any(|verb| question.text.contains(verb))).count()
    };
    for (verbs, least) in [
        (["Rank ", "in order", "Sort ", "List "], 4),
        (["Rewrite ", "rewrite ", "Write, ", "reword"], 3),
        (["Choose ", "Take a side", "Take one", "Suppose "], 5),
        (["Draw the line", "Draw a line", "the point at which", "where you stop"], 4),
    ] {
        assert!(asks(&verbs) >= least, "{} questions with {verbs:?}", asks(&verbs));
    }
    let undecided = own().filter(|question| question.text.contains("change your mind")).count();
    assert!(undecided >= 3, "{undecided} ask what would change one's mind");
}

fn opens(text: &str) -> bool {
    text.starts_with("Guérin") || text.starts_with("Serge")
}

#[test]
fn three_currents_answer_three_problems() {
    let book = book();
    assert_eq!(book.problems().len(), 3);
    let mut complaints = Vec::new();
    for problem in book.problems() {
        let currents: HashSet<Current> = problem.stances.iter().map(|s| s.current).collect();
        if currents.len() != 3 || problem.stances.len() != 3 {
            complaints.push(format!("{}: {} stances", problem.id, problem.stances.len()));
        }
        for stance in problem.stances.iter().filter(|stance| stance.quotes.is_empty()) {
            complaints.push(format!("{}: no quote bears it out", stance.id));
        }
        for stance in problem.stances.iter().filter(|stance| stance.against.is_empty()) {
            complaints.push(format!("{}: its opponents say nothing", stance.id));
        }
        let [answer] = problem.answers.as_slice() else {
            complaints.push(format!("{}: {} answers", problem.id, problem.answers.len()));
            continue;
        };
        if answer.work != SERGE || !answer.quotes.iter().any(|id| of_serge(&book, id)) {
            complaints.push(format!("{}: Serge's answer is not borne out", problem.id));
        }
    }
    // Each current is put at about the same length as the others.
    for problem in book.problems() {
        let lengths: Vec<usize> = problem.stances.iter().map(|s| s.text.chars().count()).collect();
        let (least, most) =
            (lengths.iter().min().unwrap_or(&0), lengths.iter().max().unwrap_or(&0));
        if least * 2 < *most {
            complaints.push(format!("{}: one current is cut short: {lengths:?}", problem.id));
        }
    }
    none(complaints);
}

fn of_serge(book: &Corpus, id: &str) -> bool {
    book.quote(id).is_some_and(|quote| quote.work == SERGE)
}

#[test]
fn most_quotes_are_put_to_use() {
    let book = book();
    let asked: HashSet<&String> =
        book.questions().iter().flat_map(|question| &question.quotes).collect();
    let share = asked.len() * 100 / book.quotes().len();
    assert!(share >= 50, "questions are asked about only {share} % of the quotes");
}
