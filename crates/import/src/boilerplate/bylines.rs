//! Who wrote a text, as the line under its title says it.

use super::credits::year;

/// What stands between two names.
const AND: &[&str] =
    &[" and ", " & ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " и "];
/// A byline is no longer.
const LONGEST: usize = 120;
/// What stands before a name, in languages that have capitals.
const BY: &[&str] = &[
    "written by",
    "text by",
    "words by",
    "posted by",
    "story by",
    "an essay by",
    "by",
    "von",
    "par",
    "por",
    "door",
    "av",
    "af",
    "di",
    "автор:",
    "author:",
    "auteur :",
    "autor:",
];

/// What a line says of who wrote a text, who translated it, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Byline {
    pub(crate) author: Option<String>,
    pub(crate) translator: Option<String>,
    pub(crate) year: Option<i16>,
}

/// Reads a line such as `by Ada Quill, 1931`; nothing if it is none.
pub(crate) fn byline(text: &str) -> Option<Byline> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > LONGEST {
        return None;
    }
    let lower = line.to_lowercase();
    let after = BY.iter().find_map(|by| {
        let rest = lower.strip_prefix(by)?;
        (by.ends_with(':') || rest.starts_with(' '))
            .then(|| line.get(line.len() - rest.len()..))
            .flatten()
    });
    let (rest, found_year) = without_date(after.unwrap_or(&line));
    let rest = rest.split(['|', '•', '·', '—']).next().unwrap_or(rest);
    let rest = if after.is_some() { before_other_role(rest) } else { rest };
    let name = rest.trim().trim_end_matches([',', '.', ';', ':']).trim();
    let is_author = match after {
        Some(_) => is_person(name) || is_list_of_names(name),
        None => found_year.is_some() && is_name(name),
    };
    is_author.then(|| Byline { author: Some(proper(name)), translator: None, year: found_year })
}

/// Names without what somebody else did: `Ada Quill Edited by Bert Inkwell`.
fn before_other_role(names: &str) -> &str {
    let names = names.split_once(" (").map_or(names, |(names, _)| names);
    let Some((before, _)) = names.split_once(" by ") else { return names };
    before.rsplit_once(' ').map_or("", |(names, _)| names)
}

/// A line without a year or a date at its end.
fn without_date(line: &str) -> (&str, Option<i16>) {
    let found = year(line);
    let Some(at) = found.and_then(|year| line.find(&year.to_string())) else {
        return (line, None);
    };
    let tail = line.get(at + 4..).unwrap_or_default();
    let is_time =
        |word: &str| word.chars().any(|c| c.is_ascii_digit()) || word.len() <= 4 && word.is_ascii();
    if tail.chars().any(char::is_alphabetic)
        && !(tail.contains(':') && tail.split_whitespace().all(is_time))
    {
        return (line, found);
    }
    let before = line.get(..at).unwrap_or_default().trim_end_matches(['(', ' ', ',', '[', '©']);
    // `Ada Quill, March 2, 1931`
    let before = match before.split_once([',', '(']) {
        Some((name, rest)) if rest.chars().any(|c| c.is_ascii_digit()) || is_month(rest) => name,
        _ => before,
    };
    let before = before.split(" on ").next().unwrap_or(before);
    // `Ada Quill March 2, 1931`
    let mut before = before.trim_end();
    while let Some((rest, last)) = before.rsplit_once(' ')
        && (is_month(last) || last.bytes().all(|b| b.is_ascii_digit()))
    {
        before = rest;
    }
    (before, found)
}

fn is_month(text: &str) -> bool {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    MONTHS.contains(&text.trim().to_lowercase().as_str())
}

/// Whether words after `by` are a person's name; one word may be.
fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let small = [
        "de", "von", "van", "der", "den", "la", "le", "du", "di", "da", "del", "of", "y", "el",
        "al", "ibn", "bin", "and", "&",
    ];
    (1..=6).contains(&words.len())
        && words.iter().all(|word| {
            word.starts_with(|c: char| c.is_uppercase() || !c.is_ascii()) || small.contains(word)
        })
        && words
            .first()
            .is_some_and(|word| !matches!(word.to_lowercase().as_str(), "the" | "a" | "an"))
        && !name.contains(['?', '!', ':', '@', '/'])
        && !name.chars().any(|c| c.is_ascii_digit())
}

fn is_list_of_names(text: &str) -> bool {
    let joined = AND.iter().fold(text.to_owned(), |text, and| text.replace(and, ","));
    let names: Vec<&str> = joined.split([',', ';']).map(str::trim).collect();
    names.len() > 1 && names.iter().filter(|name| !name.is_empty()).all(|name| is_person(name))
}

/// Whether a line is a person's name: two to five words with capitals, no word of grammar.
pub(crate) fn is_name(line: &str) -> bool {
    const SMALL: &[&str] = &["de", "von", "van", "der", "la", "le", "du", "di", "da", "and", "y"];
    let words: Vec<&str> = line.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase);
    (2..=5).contains(&words.len())
        && words.iter().all(|word| capital(word) || SMALL.contains(word))
        && words.first().is_some_and(capital)
        && words.iter().all(|word| {
            !word.contains(|c: char| {
                c.is_ascii_digit() || matches!(c, '?' | '!' | ':' | ',' | '(' | '/')
            })
        })
        && words.iter().filter(|word| is_usual(word)).count() == 0
}

/// Whether a line is a name as Japanese and Chinese title pages set it: family and given name apart,
/// or a sign for "written by" after it.
pub(super) fn is_spaced_name(line: &str) -> bool {
    let is_letter = |c: char| matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '々');
    let line = line.trim();
    let bare = line.trim_end_matches(['著', '作', '訳', ' ', '\u{3000}']);
    let parts: Vec<&str> = bare.split([' ', '\u{3000}', '・', '·']).collect();
    let letters = bare.chars().filter(|c| is_letter(*c)).count();
    (2..=12).contains(&letters)
        && (parts.len() == 2 || bare.len() < line.len() && parts.len() == 1)
        && parts.iter().all(|part| !part.is_empty() && part.chars().all(is_letter))
}

/// Whether a word is one that titles are made of.
fn is_usual(word: &str) -> bool {
    crate::words::tier(word).is_some_and(|tier| tier <= 2)
        && !matches!(word.to_lowercase().as_str(), "and" | "de" | "la")
}

/// A name that is shouted, as it is written.
fn proper(name: &str) -> String {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    if !letters().all(char::is_uppercase) || letters().count() < 5 {
        return name.to_owned();
    }
    let mut proper = String::new();
    let mut starts = true;
    for c in name.chars() {
        if starts {
            proper.push(c);
        } else {
            proper.extend(c.to_lowercase());
        }
        starts = !c.is_alphabetic() && c != '\'' && c != '’';
    }
    proper
}

/// Whether a text is a Roman number.
pub(crate) fn is_roman(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 8
        && text.chars().all(|c| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x' | 'l' | 'c'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byline_names_its_author() {
        for (text, author, year) in [
            ("by Ada Quill", Some("Ada Quill"), None),
            ("BY ADA QUILL", Some("Ada Quill"), None),
            ("By Ada Quill, 1931", Some("Ada Quill"), Some(1931)),
            ("Ada Quill, 1931", Some("Ada Quill"), Some(1931)),
            ("By Ada Quill and Bert Inkwell", Some("Ada Quill and Bert Inkwell"), None),
            ("von Ada Quill", Some("Ada Quill"), None),
            ("By Ada Quill, March 2, 1931", Some("Ada Quill"), Some(1931)),
            ("von Ada Quill und Bert Inkwell", Some("Ada Quill und Bert Inkwell"), None),
            ("By Ada Quill March 2, 1931 3:46 PM", Some("Ada Quill"), Some(1931)),
            ("Written by Ada Quill Edited by Bert Inkwell", Some("Ada Quill"), None),
            ("by Ada Quill (with Bert Inkwell)", Some("Ada Quill"), None),
            ("by Plato", Some("Plato"), None),
            ("by the end of the day", None, None),
            ("By 1931 the road was closed", None, None),
            ("The Road, 1931", None, None),
            ("Ada Quill", None, None),
        ] {
            let found = byline(text).unwrap_or_default();
            assert_eq!((found.author.as_deref(), found.year), (author, year), "{text}");
        }
    }

    #[test]
    fn names_without_capitals() {
        for (line, expected) in [
            ("青山\u{3000}渚", true),
            ("青山渚\u{3000}著", true),
            ("自由論", false),
            ("道は誰のものでもない", false),
            ("Ada Quill", false),
        ] {
            assert_eq!(is_spaced_name(line), expected, "{line}");
        }
    }
}
