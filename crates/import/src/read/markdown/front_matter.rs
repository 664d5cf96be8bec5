//! What stands about a text between two rules at its top: YAML between `---`, TOML between `+++`.

use saphyr_parser::{Event, Parser};

use crate::boilerplate::year;
use crate::label::Label;

/// Longer front matter is none.
const LONGEST: usize = 64 * 1024;

/// The keys that say when a text came out, the surest first.
const YEARS: &[&str] = &[
    "year",
    "original_date",
    "original-date",
    "first_published",
    "published",
    "issued",
    "publication_date",
    "pubdate",
    "date",
    "created",
];
const AUTHORS: &[&str] = &["author", "authors", "by", "creator", "creators", "writer"];
const TRANSLATORS: &[&str] = &["translator", "translators", "translated_by", "translated-by"];

/// Takes front matter off a text.
pub(super) fn take(text: &str) -> (Label, &str) {
    let found = split(text, "---").and_then(|(head, rest)| Some((yaml(head)?, rest)));
    let found =
        found.or_else(|| split(text, "+++").and_then(|(head, rest)| Some((toml(head)?, rest))));
    match found {
        Some((entries, rest)) => (label(&entries), rest),
        None => (Label::default(), text),
    }
}

/// What stands between two lines of a rule, and after them.
fn split<'a>(text: &'a str, rule: &str) -> Option<(&'a str, &'a str)> {
    let start = text.strip_prefix(rule)?;
    let (first, body) = start.split_once('\n')?;
    if !first.trim().is_empty() {
        return None;
    }
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        let is_end = line.trim_end() == rule || (rule == "---" && line.trim_end() == "...");
        if is_end {
            return Some((body.get(..at)?, body.get(at + line.len()..)?));
        }
        at += line.len();
        if at > LONGEST {
            return None;
        }
    }
    None
}

/// A key and its values.
type Entry = (String, Vec<String>);

/// A place in the structure of YAML.
enum Frame {
    Map(Option<String>),
    List,
}

/// The entries of a mapping in YAML: their scalars, those of a list, the names of people.
fn yaml(text: &str) -> Option<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut frames: Vec<Frame> = Vec::new();
    for event in Parser::new_from_str(text) {
        match event.ok()?.0 {
            Event::Scalar(value, ..) => scalar(&value, &mut frames, &mut entries),
            Event::Alias(_) => scalar("", &mut frames, &mut entries),
            Event::MappingStart(..) => frames.push(Frame::Map(None)),
            Event::SequenceStart(..) => frames.push(Frame::List),
            Event::MappingEnd | Event::SequenceEnd => {
                frames.pop();
                if let Some(Frame::Map(key)) = frames.last_mut() {
                    *key = None;
                }
            }
            _ => {}
        }
    }
    (!entries.is_empty()).then_some(entries)
}

fn scalar(value: &str, frames: &mut [Frame], entries: &mut Vec<Entry>) {
    if let Some(Frame::Map(key @ None)) = frames.last_mut() {
        *key = Some(value.to_owned());
        if frames.len() == 1 {
            entries.push((value.trim().to_lowercase(), Vec::new()));
        }
        return;
    }
    let depth = frames.len();
    let is_ours = match &*frames {
        [Frame::Map(_)] | [Frame::Map(_), Frame::List] => true,
        // An author with a name, an address and the like.
        [Frame::Map(_), .., Frame::Map(Some(key))] if depth <= 3 => {
            matches!(key.as_str(), "name" | "literal")
        }
        _ => false,
    };
    if let Some((_, values)) = entries.last_mut().filter(|_| is_ours && !value.trim().is_empty()) {
        values.push(value.to_owned());
    }
    if let Some(Frame::Map(key)) = frames.last_mut() {
        *key = None;
    }
}

fn toml(text: &str) -> Option<Vec<Entry>> {
    let table: toml::Table = text.parse().ok()?;
    let one = |value: &toml::Value| match value {
        toml::Value::String(text) => Some(text.clone()),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Datetime(date) => Some(date.to_string()),
        toml::Value::Table(table) => {
            table.get("name").and_then(toml::Value::as_str).map(str::to_owned)
        }
        _ => None,
    };
    let values = |value: &toml::Value| match value {
        toml::Value::Array(all) => all.iter().filter_map(one).collect(),
        value => one(value).into_iter().collect(),
    };
    let mut entries: Vec<Entry> =
        table.iter().map(|(key, value)| (key.to_lowercase(), values(value))).collect();
    // Hugo keeps further keys in tables of their own.
    for inner in
        ["params", "extra", "taxonomies"].iter().filter_map(|key| table.get(*key)?.as_table())
    {
        entries.extend(inner.iter().map(|(key, value)| (key.to_lowercase(), values(value))));
    }
    (!entries.is_empty()).then_some(entries)
}

fn label(entries: &[Entry]) -> Label {
    let all = |keys: &[&str]| -> Vec<String> {
        let found = keys.iter().find_map(|key| {
            entries.iter().find(|(name, values)| name == key && !values.is_empty())
        });
        found
            .map(|(_, values)| {
                values.iter().map(|value| plain(value)).filter(|value| !value.is_empty()).collect()
            })
            .unwrap_or_default()
    };
    let text = |keys: &[&str]| Some(all(keys).join(", ")).filter(|text| !text.is_empty());
    let years = YEARS.iter().filter_map(|key| entries.iter().find(|(name, _)| name == key));
    Label {
        title: text(&["title"]),
        author: text(AUTHORS),
        language: text(&["lang", "language", "locale"]),
        year: years.filter_map(|(_, values)| values.first().and_then(|value| year(value))).next(),
        translator: text(TRANSLATORS),
        certain: true,
        is_edition: false,
    }
}

/// A value in one line, without the signs of a link.
fn plain(value: &str) -> String {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(inner) = value.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) {
        return inner.rsplit('|').next().unwrap_or(inner).trim().to_owned();
    }
    match value.strip_prefix('[').and_then(|rest| rest.split_once("](")) {
        Some((name, rest)) if rest.ends_with(')') => name.to_owned(),
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_front_matter() {
        for text in [
            "---\ntitle: The Road\nauthor: Ada Quill\nyear: 1931\n---\nText",
            "---\ntitle: >-\n  The\n  Road\nauthor: |\n  Ada Quill\ndate: 1931-02-03\n...\nText",
            "---\ntitle: \"The Road\"\nauthor:\n  - \"[[Ada Quill]]\"\npublished: 1931-02\ncreated: 2025-01-01\n---\nText",
            "---\n# a comment\ntitle: 'The Road'\nauthors:\n  - name: Ada Quill\n    email: ada@road.example\nyear: 1931\ntags: [a, b]\n---\nText",
            "+++\ntitle = \"The Road\"\ndate = 1931-02-03\n[params]\nauthor = \"Ada Quill\"\n+++\nText",
            "+++\ntitle = \"The Road\"\nauthors = [\"Ada Quill\"]\nyear = 1931\n+++\nText",
        ] {
            let (label, rest) = take(text);
            assert_eq!(rest, "Text", "{text}");
            assert_eq!(label.title.as_deref(), Some("The Road"), "{text}");
            assert_eq!(label.author.as_deref(), Some("Ada Quill"), "{text}");
            assert_eq!(label.year, Some(1931), "{text}");
        }
    }

    #[test]
    fn what_is_no_front_matter() {
        for text in
            ["---\n\nA text between rules.\n\n---\nMore", "---\nA: b", "--- x\ny: z\n---\n", "Text"]
        {
            let (label, rest) = take(text);
            assert_eq!((label, rest), (Label::default(), text), "{text}");
        }
    }
}
