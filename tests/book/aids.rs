//! What helps a group with the quotes: contexts, paraphrases, pairs, plans, prompts.

use std::collections::HashSet;

use domain::Quote;
use domain::corpus::{Moment, Plan, SectionKind, Stage, Subject};

use crate::book::{GUERIN, SERGE};
use crate::shipped::{book, none};

#[test]
fn every_quote_says_where_it_stands_in_one_sentence() {
    let book = book();
    let mut complaints = Vec::new();
    for quote in book.quotes() {
        let Some(context) = &quote.context else {
            complaints.push(format!("{}: no context", quote.id));
            continue;
        };
        let inside = context.strip_suffix('.').unwrap_or_default();
        if inside.is_empty() || inside.contains(". ") || inside.contains("? ") {
            complaints.push(format!("{}: not one sentence: {context}", quote.id));
        }
    }
    none(complaints);
    let plain = book.quotes().iter().filter(|quote| quote.paraphrase.is_some()).count();
    assert!(plain >= 30, "{plain} paraphrases");
}

#[test]
fn a_quote_that_opens_with_a_pronoun_is_told_whom_it_means() {
    let book = book();
    let mut complaints = Vec::new();
    for quote in book.quotes() {
        let text = quote.text.to_lowercase();
        let means = match text.split_whitespace().next() {
            Some("they") => "“They” are",
            // “It is certain that” stands for nothing.
            Some("it") if !text.starts_with("it is ") => "“It” is",
            _ => continue,
        };
        if !quote.context.as_ref().is_some_and(|context| context.contains(means)) {
            complaints.push(format!("{}: no {means}", quote.id));
        }
    }
    none(complaints);
}

#[test]
fn the_hardest_quotes_are_said_again_in_plain_words() {
    let book = book();
    let words = |text: &str| text.split_whitespace().count();
    let long = book.quotes().iter().filter(|quote| words(&quote.text) >= 55);
    // Lists of plain words need no other words.
    let plain = ["guerin-1"];
    let missing: Vec<String> = long
        .filter(|quote| quote.paraphrase.is_none() && !plain.contains(&quote.id.as_str()))
        .map(|quote| format!("{}: {} words and no paraphrase", quote.id, words(&quote.text)))
        .collect();
    none(missing);
    for quote in book.quotes() {
        let Some(paraphrase) = &quote.paraphrase else { continue };
        assert!(paraphrase.ends_with('.') || paraphrase.ends_with('?'), "{}", quote.id);
        let sentences = paraphrase.split_inclusive(['.', '?', ':', ';']);
        let longest = sentences.map(words).max().unwrap_or_default();
        assert!(longest <= 35, "{}: a sentence of {longest} words", quote.id);
    }
}

#[test]
fn the_five_arguments_are_not_said_to_be_serges_own() {
    let book = book();
    let serge = book.quotes().iter().filter(|quote| quote.work == SERGE);
    let arguments = serge.filter(|quote| (28..=32).contains(&quote.paragraph));
    let mut complaints = Vec::new();
    for quote in arguments {
        // His own remark, in brackets.
        let his = quote.text.contains("economy of abundance, which modern technology");
        if quote.reported.is_none() != his {
            complaints.push(format!("{}: {:?}", quote.id, quote.reported));
        }
    }
    none(complaints);
}

#[test]
fn pairs_quarrel_across_the_works() {
    let book = book();
    let works = |quotes: [&Quote; 2]| quotes[0].work != quotes[1].work;
    let across = book.pairs().iter().filter_map(|pair| book.quotes_of(pair));
    let across = across.filter(|quotes| works(*quotes)).count();
    assert!(book.pairs().len() >= 12, "{} pairs", book.pairs().len());
    assert!(across >= 8, "{across} pairs across the works");
    let asked = book.questions().iter().filter_map(|question| book.pair_in(question));
    let asked: HashSet<&str> = asked.map(|pair| pair.id.as_str()).collect();
    assert!(asked.len() >= 8, "questions are asked about {} pairs", asked.len());
}

#[test]
fn ten_openers_and_ten_closers_fit_any_text() {
    let book = book();
    for moment in [Moment::Opener, Moment::Closer] {
        let prompts = book.prompts().iter().filter(|prompt| prompt.moment == moment);
        let texts: HashSet<&str> = prompts.map(|prompt| prompt.text.as_str()).collect();
        assert!(texts.len() >= 10, "{} for {moment:?}", texts.len());
        for text in texts {
            assert!(!text.contains("Guérin") && !text.contains("Serge"), "{text}");
        }
    }
}

#[test]
fn each_plan_fills_an_hour_and_builds_up() {
    let book = book();
    assert!(book.plans().len() >= 8, "{} plans", book.plans().len());
    let mut complaints = Vec::new();
    let mut seen = HashSet::new();
    for plan in book.plans() {
        if plan.minutes() != 60 {
            complaints.push(format!("{}: {} minutes", plan.id, plan.minutes()));
        }
        if plan.reading.is_empty() {
            complaints.push(format!("{}: nothing to read", plan.id));
        }
        let stages: Vec<Stage> =
            plan.steps.iter().filter_map(|step| book.stage(&step.subject)).collect();
        let builds_up = matches!(
            stages.as_slice(),
            [
                Stage::Opener,
                Stage::Close,
                Stage::Debate | Stage::Comparison,
                Stage::Application,
                Stage::Closer,
            ]
        );
        if !builds_up {
            complaints.push(format!("{}: {stages:?}", plan.id));
        }
        for step in &plan.steps {
            let (Subject::Prompt(id) | Subject::Question(id) | Subject::Problem(id)) =
                &step.subject;
            if !seen.insert(id.as_str()) {
                complaints.push(format!("{}: {id} is in a plan before it", plan.id));
            }
        }
    }
    none(complaints);
}

#[test]
fn plans_follow_the_order_of_the_texts() {
    let book = book();
    for work in [GUERIN, SERGE] {
        let main = |plan: &&Plan| plan.reading.first().is_some_and(|first| first.work == work);
        let starts: Vec<u16> =
            book.plans().iter().filter(main).map(|plan| plan.reading[0].first).collect();
        assert!(starts.len() >= 4 && starts.is_sorted(), "{work}: {starts:?}");
    }
}

#[test]
fn plans_leave_no_page_out() {
    let book = book();
    let mut missing = Vec::new();
    for work in book.works() {
        let body = work.sections.iter().filter(|section| section.kind == SectionKind::Body);
        for paragraph in body.flat_map(|section| section.first..=section.last) {
            let mut parts = book.plans().iter().flat_map(|plan| &plan.reading);
            if !parts.any(|it| it.work == work.id && (it.first..=it.last).contains(&paragraph)) {
                missing.push(format!("{}: ¶{paragraph}", work.id));
            }
        }
    }
    none(missing);
}

#[test]
fn what_a_plan_asks_about_is_read_beforehand_or_shown() {
    let book = book();
    let mut complaints = Vec::new();
    for plan in book.plans() {
        let close = plan.steps.iter().filter_map(|step| match &step.subject {
            Subject::Question(id) => book.question(id),
            Subject::Prompt(_) | Subject::Problem(_) => None,
        });
        let close = close.filter(|question| Stage::of(question.kind) == Stage::Close);
        for quote in close.flat_map(|question| &question.quotes).filter_map(|id| book.quote(id)) {
            let read = plan.reading.iter().any(|part| {
                part.work == quote.work && (part.first..=part.last).contains(&quote.paragraph)
            });
            if !read {
                complaints.push(format!("{}: {} is not in its reading", plan.id, quote.id));
            }
        }
    }
    none(complaints);
}
