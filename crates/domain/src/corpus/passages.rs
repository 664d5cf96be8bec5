//! Checks quotes, questions and stances.

use std::collections::{HashMap, HashSet};

use super::check::{Check, LONGEST_NAME, LONGEST_TEXT, Sort};
use super::draft::{QuestionDraft, QuoteDraft, StanceDraft, WorkDraft};
use super::likeness::repeats;
use super::read::{At, Field};
use super::{Current, Kind};
use crate::fold;

/// The longest quote: short enough to be quoted by right, and to be read at a glance.
pub const LONGEST_QUOTE: usize = 500;
/// The longest question and follow-up.
const LONGEST_QUESTION: usize = 300;
/// The longest context: one sentence.
const LONGEST_CONTEXT: usize = 300;

/// Checks all quotes.
pub(super) fn quotes(check: &mut Check<'_>) {
    let draft = check.draft;
    for work in &draft.works {
        for quote in &work.quotes {
            check.text("the quote", &quote.text, LONGEST_QUOTE);
            check.text("the speaker", &quote.speaker, LONGEST_NAME);
            check.references(&quote.themes, Sort::Theme);
            check.count("themes", &quote.themes, 1, 3);
            check.place(work, &quote.section, &quote.paragraph);
            aids(check, quote);
            speaker(check, work, &quote.speaker);
        }
        duplicates(check, work);
    }
}

/// Checks what is said about a quote.
fn aids(check: &mut Check<'_>, quote: &QuoteDraft) {
    check.text("whose view it is", &quote.reported, LONGEST_NAME);
    check.text("the context", &quote.context, LONGEST_CONTEXT);
    check.text("the paraphrase", &quote.paraphrase, LONGEST_QUOTE);
    if let (Some(_), Some(reported)) = (&quote.speaker, &quote.reported) {
        let reason = "a quote is a `speaker`’s words or a view that is `reported`, not both";
        check.say(reported.spot, reason);
    }
}

/// A speaker is named only where it is not the author.
fn speaker(check: &mut Check<'_>, work: &WorkDraft, speaker: &Field<String>) {
    let Some(speaker) = speaker else {
        return;
    };
    let author = work.head.as_ref().and_then(|head| head.author.as_ref());
    if author.is_some_and(|author| fold(&author.value) == fold(&speaker.value)) {
        let reason = format!("{} is the author, so leave `speaker` out", speaker.value);
        check.say(speaker.spot, reason);
    }
}

fn duplicates(check: &mut Check<'_>, work: &WorkDraft) {
    let texts: Vec<&At<String>> =
        work.quotes.iter().filter_map(|quote| quote.text.as_ref()).collect();
    let values: Vec<&str> = texts.iter().map(|text| text.value.as_str()).collect();
    for (later, earlier) in repeats(&values) {
        let (Some(later), Some(earlier)) = (texts.get(later), texts.get(earlier)) else {
            continue;
        };
        let reason = format!(
            "the quote says again half or more of the quote at {}",
            check.name(earlier.spot)
        );
        check.say(later.spot, reason);
    }
}

/// Checks all questions.
pub(super) fn questions(check: &mut Check<'_>) {
    let draft = check.draft;
    let mut seen = HashMap::new();
    for work in &draft.works {
        for question in &work.questions {
            check.text("the question", &question.text, LONGEST_QUESTION);
            for follow_up in question.follow_ups.iter().flat_map(|list| &list.value) {
                check.text("the follow-up", &Some(follow_up.clone()), LONGEST_QUESTION);
            }
            check.count("follow_ups", &question.follow_ups, 1, 2);
            if let Some(theme) = &question.theme {
                check.reference(theme, Sort::Theme);
            }
            check.references(&question.quotes, Sort::Quote);
            if let Some((section, paragraph)) = &question.place {
                check.place(work, section, paragraph);
            }
            check.text("the context", &question.context, LONGEST_CONTEXT);
            check.text("the speaker", &question.speaker, LONGEST_NAME);
            speaker(check, work, &question.speaker);
            kind(check, question);
            if let Some(text) = &question.text
                && let Some(first) = seen.insert(fold(&text.value), text.spot)
            {
                let reason = format!("the question is asked already, at {}", check.name(first));
                check.say(text.spot, reason);
            }
        }
    }
}

/// Checks that a question has the quotes that its kind needs.
fn kind(check: &mut Check<'_>, question: &QuestionDraft) {
    let (Some(kind), Some(quotes)) = (&question.kind, &question.quotes) else {
        return;
    };
    match kind.value {
        Kind::Close if quotes.value.is_empty() => {
            check.say(quotes.spot, "a close reading needs a quote to read");
        }
        Kind::Comparison => {
            let found: Vec<_> = quotes
                .value
                .iter()
                .filter_map(|id| check.quotes.get(id.value.as_str()).copied())
                .collect();
            let works: HashSet<&str> = found.iter().map(|(work, _)| work.stem.as_str()).collect();
            let voices: HashSet<_> = found.iter().map(|(work, quote)| voice(work, quote)).collect();
            // A quote that is nowhere is a mistake of its own.
            if found.len() == quotes.value.len() && works.len() < 2 && voices.len() < 2 {
                check.say(quotes.spot, "a comparison needs quotes of two authors or two works");
            }
        }
        Kind::Close | Kind::Application | Kind::Author => {}
    }
}

/// Whose words a quote is, as far as that could be read.
fn voice<'a>(work: &'a WorkDraft, quote: &'a QuoteDraft) -> Option<&'a str> {
    let author = || work.head.as_ref().and_then(|head| head.author.as_ref());
    quote.speaker.as_ref().or_else(author).map(|name| name.value.as_str())
}

/// Checks the problems, and what is answered to them.
pub(super) fn stances(check: &mut Check<'_>) {
    let draft = check.draft;
    for problem in &draft.problems {
        check.text("the title", &problem.title, LONGEST_NAME);
        check.text("the text about it", &problem.about, LONGEST_TEXT);
    }
    let mut currents: HashSet<(&str, Current)> = HashSet::new();
    for stance in &draft.stances {
        check.text("the stance", &stance.text, LONGEST_TEXT);
        check.references(&stance.quotes, Sort::Quote);
        check.references(&stance.against, Sort::Quote);
        sides(check, stance);
        let Some(problem) = &stance.problem else {
            continue;
        };
        check.reference(problem, Sort::Problem);
        if let Some(current) = &stance.current
            && !currents.insert((&problem.value, current.value))
        {
            let reason = format!("this current has a stance on `{}` already", problem.value);
            check.say(current.spot, reason);
        }
    }
    let mut named = HashSet::new();
    for current in &draft.currents {
        check.text("the name", &current.name, LONGEST_NAME);
        check.text("the text about it", &current.about, LONGEST_TEXT);
        if let Some(which) = &current.current
            && !named.insert(which.value)
        {
            check.say(which.spot, "this current has a name already");
        }
    }
    let mut works: HashSet<(&str, &str)> = HashSet::new();
    for answer in &draft.answers {
        check.text("the answer", &answer.text, LONGEST_TEXT);
        check.references(&answer.quotes, Sort::Quote);
        for (id, sort) in [(&answer.problem, Sort::Problem), (&answer.work, Sort::Work)] {
            if let Some(id) = id {
                check.reference(id, sort);
            }
        }
        if let (Some(problem), Some(work)) = (&answer.problem, &answer.work)
            && !works.insert((&problem.value, &work.value))
        {
            let reason = format!("this work has an answer to `{}` already", problem.value);
            check.say(work.spot, reason);
        }
    }
}

/// No quote speaks both for and against.
fn sides(check: &mut Check<'_>, stance: &StanceDraft) {
    let listed = |list: &Field<Vec<At<String>>>| {
        list.iter().flat_map(|list| list.value.clone()).collect::<Vec<_>>()
    };
    let quotes = listed(&stance.quotes);
    for id in listed(&stance.against) {
        if quotes.iter().any(|quote| quote.value == id.value) {
            check.say(id.spot, format!("`{}` is in `quotes` already", id.value));
        }
    }
}

impl Check<'_> {
    pub(super) fn count(
        &mut self,
        key: &str,
        list: &Field<Vec<At<String>>>,
        least: usize,
        most: usize,
    ) {
        let Some(At { value, spot }) = list else {
            return;
        };
        if !(least..=most).contains(&value.len()) {
            let count = value.len();
            let reason = format!("`{key}` has {count} entries, but should have {least} to {most}");
            self.say(*spot, reason);
        }
    }
}
