use proptest::prelude::*;

use super::*;
use crate::corpus::Text;

fn work(paragraphs: &[&str]) -> Work {
    let paragraphs = paragraphs.iter().map(|text| (*text).to_owned());
    Work {
        id: "r1".to_owned(),
        title: "Councils".to_owned(),
        author: "Ana Prado".to_owned(),
        year: 1920,
        dated: None,
        translator: None,
        language: "en".to_owned(),
        source: String::new(),
        rights: String::new(),
        sections: Vec::new(),
        text: Text { paragraphs: (1..).zip(paragraphs).collect(), notes: Vec::new() },
    }
}

const COUNCILS: &[&str] = &[
    "The workers’ councils of 1917 were no party’s own.",
    "A council that cannot be recalled is a government, whatever name it bears: “We elected \
     nobody to rule us”, they said. Co-operation needs no master…",
];

fn found<'w>(work: &'w Work, quotation: &str) -> Option<&'w str> {
    match find([work], quotation) {
        Search::Found(passage) => Some(passage.text()),
        _ => None,
    }
}

#[test]
fn the_words_are_those_of_the_work_whatever_the_typography() {
    let work = work(COUNCILS);
    for (quotation, copied) in [
        ("no party's own", "no party’s own"),
        ("THE WORKERS' COUNCILS OF 1917", "The workers’ councils of 1917"),
        ("whatever name it bears; we elected", "whatever name it bears: “We elected"),
        ("Co\u{2010}operation needs no\nmaster ...", "Co-operation needs no master…"),
        ("co\u{ad}uncil that cannot", "council that cannot"),
        ("**is** a _government_, whatever", "is a government, whatever"),
        ("were no party's own.", "were no party’s own."),
        ("were no party's own", "were no party’s own"),
    ] {
        assert_eq!(found(&work, quotation), Some(copied), "{quotation}");
    }
}

#[test]
fn other_words_are_not_found_and_the_nearest_passage_says_what_differs() {
    let work = work(COUNCILS);
    for (quotation, passage, differences) in [
        (
            "the workers' councils of 1905 were no party's own",
            "The workers’ councils of 1917 were no party’s own",
            &[("1905", "1917")][..],
        ),
        (
            "the workers' councils were no party's own",
            "The workers’ councils of 1917 were no party’s own",
            &[("", "of 1917")],
        ),
        (
            "a council that really cannot be recalled",
            "A council that cannot be recalled",
            &[("really", "")],
        ),
        (
            "a council that can be recalled is no government",
            "A council that cannot be recalled is a government",
            &[("can", "cannot"), ("no", "a")],
        ),
        (
            "cooperation needs no master",
            "Co-operation needs no master",
            &[("cooperation", "Co-operation")],
        ),
    ] {
        let Search::Near(near) = find([&work], quotation) else { panic!("{quotation}") };
        assert_eq!(near.passage.text(), passage, "{quotation}");
        let shown: Vec<(&str, &str)> =
            near.differences.iter().map(|it| (it.quoted.as_str(), it.written.as_str())).collect();
        assert_eq!(shown, differences, "{quotation}");
    }
    for nothing in ["", "a council", "Bread is made of flour and water", "— … —"] {
        assert_eq!(find([&work], nothing), Search::Nowhere, "{nothing}");
    }
}

#[test]
fn texts_are_the_same_whatever_the_signs_between_their_words() {
    assert!(is_same("No party’s own!", "no — party's “own”"));
    assert!(!is_same("no party’s own", "no party’s"));
    assert!(is_within("They were no party’s own.", "no party's own"));
    assert!(!is_within("They were no party’s own.", "party's own"));
}

#[test]
fn no_passage_goes_over_a_paragraphs_end() {
    let work = work(COUNCILS);
    assert_eq!(found(&work, "were no party’s own. A council that"), None);
}

#[test]
fn a_passage_in_quotation_marks_may_be_somebody_elses() {
    let work = work(COUNCILS);
    let within = |quotation: &str| match find([&work], quotation) {
        Search::Found(passage) => passage.is_within_quotation_marks(),
        _ => panic!("{quotation}"),
    };
    assert!(within("elected nobody to rule"));
    assert!(!within("cannot be recalled"));
    assert!(!within("Co-operation needs no"));
}

#[test]
fn a_message_quotes_what_it_sets_off_or_else_what_is_in_marks_or_else_all_of_it() {
    for (message, wanted) in [
        ("Look:\n> One two three\n> four.\n> — Ana\nNice!", &["One two three four."][..]),
        (">>> One two\nthree four", &["One two three four"]),
        ("She says “one two three”, not ‘no’.", &["one two three"]),
        ("«Un deux trois quatre» et „eins zwei drei“", &["Un deux trois quatre", "eins zwei drei"]),
        ("one two three four", &[]),
    ] {
        let found = candidates(message);
        let (all, quoted) = found.split_last().unwrap();
        assert_eq!(all, message.trim(), "{message}");
        assert_eq!(quoted, wanted, "{message}");
    }
    assert!(candidates("too short").is_empty());
}

#[test]
fn a_place_is_a_passage_only_where_there_are_words() {
    let work = work(COUNCILS);
    let at = |paragraph, range| Passage::at(&work, paragraph, range).map(|it| it.text());
    assert_eq!(at(1, 0..3), Some("The"));
    // In the middle of an apostrophe, nothing at all, out of the paragraph, no such paragraph.
    assert_eq!(at(1, 0..12), None);
    assert_eq!(at(1, 3..4), None);
    assert_eq!(at(1, 0..9_999), None);
    assert_eq!(at(9, 0..3), None);
}

proptest! {
    #[test]
    fn every_run_of_words_of_a_work_is_found_in_it(from in 0_usize..8, count in 3_usize..9) {
        let work = work(COUNCILS);
        for text in COUNCILS {
            let all: Vec<_> = tokens(text).collect();
            let Some(run) = all.get(from..from + count) else { continue };
            let quotation = &text[run[0].start..run[count - 1].end()];
            prop_assert_eq!(found(&work, quotation), Some(quotation));
        }
    }

    #[test]
    fn whatever_is_looked_for_nothing_panics_and_what_is_found_is_in_the_work(
        quotation in "[a-zé‘’“”\"«»>*. \n-]{0,60}|(council|that|cannot|be|recalled|is| |1917|,){0,12}"
    ) {
        let work = work(COUNCILS);
        for candidate in candidates(&quotation).iter().chain([&quotation]) {
            let passage = match find([&work], candidate) {
                Search::Found(passage) => passage,
                Search::Near(near) => near.passage,
                Search::Nowhere => continue,
            };
            prop_assert!(COUNCILS.iter().any(|text| text.contains(passage.text())));
        }
    }
}
