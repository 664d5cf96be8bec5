//! What fuzzing found, or what was seen while looking for it.

use super::*;

const BODY: &str = "The power of the state is nothing but the power of those who obey it each day.";

#[test]
fn hidden_characters_do_not_reach_the_head() {
    let text = format!(
        "Ada\u{FEFF} Quill\n\nRoads \u{202E}and Keepers\n\nTranslated by Bert \u{200F}Inkwell.\n\n{BODY}\n"
    );
    let found = imported("a.txt", text.as_bytes());
    assert_eq!(found.work.author, "Ada Quill");
    assert_eq!(found.work.translator.as_deref(), Some("Bert Inkwell"));
    parsed(&found);
}

#[test]
fn names_and_years_have_their_limits() {
    let name = "Quill ".repeat(60);
    let text = format!("---\ntitle: T\nauthor: {name}\ndate: 9999-01-01\n---\n\n{BODY}\n");
    let found = imported("a.md", text.as_bytes());
    assert!(found.work.author.chars().count() <= 100 && found.work.year == 2000);
    parsed(&found);
}

#[test]
fn a_heading_of_nothing() {
    let text = format!("# T\n\n{BODY}\n\n## \u{200B}\n\n{BODY} \u{2028} {BODY}\n");
    parsed(&imported("a.md", text.as_bytes()));
}

#[test]
fn accents_that_meet_letters() {
    for text in [
        format!("{BODY} Caf\ne\n\u{301} is it.\n"),
        format!("{BODY} e [1]\u{301} is that.\n\n{BODY}\n\n1. A note.\n"),
    ] {
        parsed(&imported("a.txt", text.as_bytes()));
    }
}

#[test]
fn the_author_is_no_speaker() {
    let text = format!(
        "Ada Quill\n\nOn Roads\n\n{BODY}\n\nAda Quill, keeper of the road, writes:\n\n“{BODY}”\n\n{BODY}\n"
    );
    parsed(&imported("a.txt", text.as_bytes()));
}

#[test]
fn one_question_in_two_spellings() {
    let asked = "Who should have the power to close the road of the state to all the others?";
    let text = format!("{BODY}\n\n{asked}\n\n{}\n", asked.replace("should", "SHOULD"));
    let found = imported("a.txt", text.as_bytes());
    assert_eq!(found.questions.len(), 1);
    parsed(&found);
}

/// Every line is half a word: this took all memory once.
#[test]
fn a_word_of_a_hundred_thousand_lines() {
    let found = imported("a.txt", "ab-\n".repeat(100_000).as_bytes());
    assert!(found.repairs.iter().all(|repair| repair.before.len() < 200));
}

#[test]
fn a_title_of_nothing() {
    let text = format!("<title>\u{200B}</title><h1>\u{AD}</h1><p>{BODY}");
    let found = imported("\u{200B}.html", text.as_bytes());
    assert_eq!(found.work.title, "Untitled");
    parsed(&found);
}
