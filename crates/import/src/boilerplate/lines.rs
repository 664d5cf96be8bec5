//! What a line before a text is: a byline, a date, the title again, the name of a chapter.

use super::bylines::byline;
use super::credits::{Front, credit, year};
use crate::note_mark::is_mark;

pub(super) fn is_by(line: &str) -> bool {
    matches!(line.trim().to_lowercase().as_str(), "by" | "von" | "par" | "por" | "by:")
}

/// Whether a line is a credit, a byline or a date.
pub(super) fn says_who(line: &str) -> bool {
    credit(line, &mut Front::default()) || byline(line).is_some() || is_by(line) || is_date(line)
}

pub(super) fn is_date(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let is_plain = words <= 4 && line.chars().filter(|c| c.is_alphabetic()).count() <= 12;
    // A page says when it was put up to the minute.
    let is_stamp = words <= 16 && !ends_sentence(line) && line.split_whitespace().any(is_clock);
    year(line).is_some() && (is_plain || is_stamp)
}

/// `6:45`, `18:45`.
fn is_clock(word: &str) -> bool {
    word.trim_matches(|c: char| !c.is_ascii_digit()).split_once([':', 'h']).is_some_and(
        |(hour, minute)| {
            let is_number =
                |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
            hour.len() <= 2 && minute.len() == 2 && is_number(hour) && is_number(minute)
        },
    )
}

/// A text without the marks of notes at its end.
fn without_marks(text: &str) -> &str {
    let is_raised = |c: char| is_mark(c) || "⁰¹²³⁴⁵⁶⁷⁸⁹".contains(c);
    let text = text.trim_end().trim_end_matches(is_raised).trim_end();
    match text.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')) {
        Some((before, label)) if label.chars().count() <= 4 => before.trim_end(),
        _ => text,
    }
}

/// Whether a text ends as a sentence does, in whatever script.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = without_marks(text);
    let bare = text.trim_end_matches(['"', '”', '’', '»', ')', '」', '』', '\'']);
    bare.ends_with(['.', ':', ';', ',', '?', '!', '。', '！', '？', '؟', '।', '…', '։', '۔'])
        || text.ends_with(['”', '’'])
}

pub(super) fn is_same(title: &str, line: &str) -> bool {
    domain::fold(title.trim()) == domain::fold(line.trim_end_matches(['.', ':']))
}

/// `CHAPTER I`, `Part Two`.
pub(crate) fn is_chapter(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    [
        "chapter",
        "part",
        "book",
        "section",
        "letter",
        "kapitel",
        "chapitre",
        "capítulo",
        "capitolo",
        "глава",
        "preface",
        "introduction",
        "foreword",
        "prologue",
    ]
    .iter()
    .any(|word| {
        lower.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
            && lower.chars().count() < 30
    })
}
