//! What somebody may be quoting in a message.

use super::FEWEST_WORDS;
use super::tokens::tokens;

/// Quotation marks that belong together.
const MARKS: &[(char, char)] =
    &[('“', '”'), ('„', '“'), ('„', '”'), ('«', '»'), ('»', '«'), ('"', '"')];

/// What a message may quote, the likeliest first: what is set off as a quotation, what is in
/// quotation marks, and all of it.
#[must_use]
pub fn candidates(message: &str) -> Vec<String> {
    let mut in_marks: Vec<String> =
        MARKS.iter().flat_map(|marks| between(message, *marks)).collect();
    in_marks.sort_by_key(|text| std::cmp::Reverse(text.len()));
    let mut found: Vec<String> = Vec::new();
    for text in set_off(message).into_iter().chain(in_marks).chain([message.trim().to_owned()]) {
        if tokens(&text).nth(FEWEST_WORDS - 1).is_some() && !found.contains(&text) {
            found.push(text);
        }
    }
    found
}

/// The lines that begin with `>`, without the one that says whose words they are. Everything after
/// `>>>` is set off.
fn set_off(message: &str) -> Option<String> {
    let mut lines = Vec::new();
    let mut to_the_end = false;
    for line in message.lines() {
        let line = line.trim();
        let marked = line.strip_prefix(">>> ").or_else(|| line.strip_prefix("> "));
        to_the_end |= line.starts_with(">>> ");
        if let Some(text) = marked.or(to_the_end.then_some(line)) {
            lines.push(text.trim());
        }
    }
    let is_source = |line: &&str| line.starts_with(['—', '–']) || line.starts_with("-# ");
    let text: Vec<&str> = lines.into_iter().filter(|line| !is_source(line)).collect();
    (!text.is_empty()).then(|| text.join(" "))
}

/// What is between such marks.
fn between(message: &str, (opening, closing): (char, char)) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = message;
    while let Some((_, after)) = rest.split_once(opening) {
        let Some((text, further)) = after.split_once(closing) else { break };
        found.push(text.trim().to_owned());
        rest = further;
    }
    found
}
