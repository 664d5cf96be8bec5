//! Whose words something is: the author's, the editors', or somebody's who is quoted.

use super::brackets;

/// Whether a note is the editors': it says so, or it speaks of the author.
pub(super) fn is_editors(text: &str, author: Option<&str>) -> bool {
    const SAID: &[&str] = &[
        "editor’s note",
        "editors’ note",
        "editor's note",
        "editors' note",
        "translator’s note",
        "translator's note",
        "note by the editor",
        "note by the translator",
        "ed.",
        "eds.",
        "tr.",
        "trans.",
        "editor",
        "editors",
        "translator",
        "n.d.t.",
        "ndlr",
        "anm. d. hg.",
        "anm. d. ü.",
    ];
    let trimmed = text.trim_end().trim_end_matches([']', ')', '.', ' ']);
    let last =
        brackets(text).pop().filter(|range| range.end >= text.trim_end().len().saturating_sub(1));
    if let Some(range) = last {
        let inside =
            text.get(range).unwrap_or_default().trim_matches(['[', ']', ' ']).to_lowercase();
        let is_short = inside.chars().count() <= 40;
        if is_short
            && SAID.iter().any(|said| {
                inside.trim_end_matches('.') == said.trim_end_matches('.')
                    || inside.contains("note") && inside.contains(said.trim_end_matches('.'))
            })
        {
            return true;
        }
    }
    let lower = trimmed.to_lowercase();
    let signed = ["– ed", "— ed", "-- ed", "(ed", "– eds", "— eds", "—tr", "— tr", "– tr"];
    if signed.iter().any(|sign| lower.ends_with(sign)) {
        return true;
    }
    let mut own = text.to_owned();
    for range in brackets(text).into_iter().rev() {
        own.replace_range(range, "");
    }
    author
        .and_then(surname)
        .is_some_and(|surname| mentions(&own, surname) && !is_cited(&own, author))
}

/// Whether the author stands there only as the author of a book: `Victor Serge, Year One`.
fn is_cited(text: &str, author: Option<&str>) -> bool {
    let Some((author, surname)) = author.and_then(|author| Some((author, surname(author)?))) else {
        return false;
    };
    let whole =
        text.matches(&format!("{author},")).count() + text.matches(&format!("{author}’s")).count();
    whole >= text.matches(surname).count()
}

/// The last name of a person.
pub(super) fn surname(name: &str) -> Option<&str> {
    let name = name.split(',').next()?;
    name.split_whitespace().next_back().filter(|name| name.chars().count() > 2)
}

/// Whether a text has a name in it as a word.
pub(super) fn mentions(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text.get(..at).and_then(|text| text.chars().next_back());
        let after = text.get(at + name.len()..).and_then(|text| text.chars().next());
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Whether a paragraph is one quotation from its start to its end.
pub(super) fn is_quotation(text: &str) -> bool {
    let (open, close) = match text.chars().next() {
        Some('“') => ('“', '”'),
        Some('«') => ('«', '»'),
        Some('„') => ('„', '“'),
        _ => return false,
    };
    let end = text.trim_end_matches(['.', ',', ' ', ')']);
    let mut chars = end.chars();
    chars.next();
    let inner_close = text.char_indices().skip(1).find(|(_, c)| *c == close);
    chars.next_back() == Some(close)
        && inner_close.is_some_and(|(at, _)| at + close.len_utf8() >= end.len())
        && !chars.as_str().contains(open)
}

/// Who is about to speak: of `Otto, keeper of the road, writes:` it is Otto.
pub(super) fn speaker(before: &str) -> Option<String> {
    const VERBS: &[&str] = &[
        "write", "wrote", "say", "said", "note", "declare", "remark", "observe", "explain",
        "argue", "put it", "add", "ask", "conclude", "comment", "put", "tell", "told",
    ];
    let last = before.trim_end().strip_suffix(':')?;
    let from = last.rfind(['.', '!', '?']).map_or(0, |at| at + 1);
    let sentence = last.get(from..)?.trim();
    let verb = sentence
        .split_whitespace()
        .rev()
        .take(6)
        .any(|word| VERBS.iter().any(|verb| word.to_lowercase().starts_with(verb)));
    let name: Vec<&str> = sentence
        .split_whitespace()
        .take_while(|word| word.starts_with(char::is_uppercase))
        .take(4)
        .collect();
    let name = name.join(" ");
    let name = name.split(',').next()?.trim_end_matches(['’', '\'']).to_owned();
    let first = name.split_whitespace().next()?;
    let grammar = crate::words::tier(first).is_some_and(|tier| tier <= 2);
    (verb && !grammar && name.chars().count() <= 60).then_some(name)
}
