//! Whether an answer is right, as cheaply as that can be told.

use serde::Deserialize;
use serde_json::value::RawValue;

/// How an answer is to look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Expected {
    pub(super) shape: Shape,
    /// Words that are in it.
    pub(super) holds: &'static str,
    /// Words of which none is in it.
    pub(super) not: &'static [&'static str],
}

/// What sort of answer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A message that all see.
    Public,
    /// A message that one sees.
    Ephemeral,
    /// A new face for the pressed message.
    Update,
    /// Choices, at least one.
    Choices,
    /// Any message, or a form.
    Any,
}

/// An answer to an interaction, its data not taken apart.
#[derive(Debug, Deserialize)]
pub(super) struct Callback<'a> {
    #[serde(rename = "type")]
    pub(super) kind: u8,
    #[serde(borrow)]
    pub(super) data: Option<&'a RawValue>,
}

impl Callback<'_> {
    /// Whether it only says that an answer is coming.
    pub(super) const fn defers(&self) -> bool {
        matches!(self.kind, 5 | 6)
    }
}

/// The flag of a message that one person alone sees.
const EPHEMERAL: u64 = 1 << 6;

/// The JSON in the body of a request; that of one with files is its first part.
pub(super) fn json(body: &[u8]) -> &[u8] {
    if !body.starts_with(b"--") {
        return body;
    }
    let text = String::from_utf8_lossy(body);
    let part = text.find("name=\"payload_json\"").and_then(|at| {
        let start = at + text[at..].find("\r\n\r\n")? + 4;
        Some((start, start + text[start..].find("\r\n--")?))
    });
    // What came before it is text, so that places in bytes are the same.
    part.and_then(|(start, end)| body.get(start..end)).unwrap_or_default()
}

impl Expected {
    /// Whether it is answered with what was expected.
    ///
    /// # Errors
    /// What is wrong about the answer.
    pub(super) fn check(&self, answer: &Callback<'_>) -> Result<(), String> {
        let data = answer.data.map_or("", RawValue::get);
        let wrong = |what: &str| Err(format!("{what}: type {} with {data}", answer.kind));
        let right_type = match self.shape {
            Shape::Public | Shape::Ephemeral => answer.kind == 4,
            Shape::Update => answer.kind == 7,
            Shape::Choices => answer.kind == 8,
            Shape::Any => matches!(answer.kind, 4 | 9),
        };
        if !right_type {
            return wrong("an answer of the wrong type");
        }
        let ephemeral = flags(data) & EPHEMERAL != 0;
        if self.shape == Shape::Public && ephemeral || self.shape == Shape::Ephemeral && !ephemeral
        {
            return wrong("an answer to the wrong people");
        }
        self.check_words(data)
    }

    /// Whether the words are in a message that was edited into its place.
    ///
    /// # Errors
    /// What is wrong about it.
    pub(super) fn check_words(&self, data: &str) -> Result<(), String> {
        if !data.contains(self.holds) {
            return Err(format!("an answer without {:?}: {data}", self.holds));
        }
        match self.not.iter().find(|word| data.contains(**word)) {
            Some(word) => Err(format!("an answer with {word:?}: {data}")),
            None => Ok(()),
        }
    }
}

/// The flags of a message.
fn flags(data: &str) -> u64 {
    const KEY: &str = "\"flags\":";
    let digits = data.find(KEY).map_or("", |at| data[at + KEY.len()..].trim_start());
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    digits[..end].parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(shape: Shape, body: &str) -> bool {
        let callback: Callback<'_> = serde_json::from_str(body).expect("a callback");
        Expected { shape, holds: "word", not: &["wrong"] }.check(&callback).is_ok()
    }

    #[test]
    fn an_answer_is_right_by_its_type_its_flags_and_its_words() {
        let table = [
            (Shape::Public, r#"{"type":4,"data":{"content":"a word"}}"#, true),
            (Shape::Public, r#"{"data":{"content":"a word","flags":32768},"type":4}"#, true),
            (Shape::Public, r#"{"type":4,"data":{"content":"a word","flags":64}}"#, false),
            (Shape::Public, r#"{"type":4,"data":{"content":"nothing"}}"#, false),
            (Shape::Public, r#"{"type":4,"data":{"content":"a wrong word"}}"#, false),
            (Shape::Public, r#"{"type":7,"data":{"content":"a word"}}"#, false),
            (Shape::Ephemeral, r#"{"type":4,"data":{"flags":32832,"content":"a word"}}"#, true),
            (Shape::Ephemeral, r#"{"type":4,"data":{"content":"a word"}}"#, false),
            (Shape::Update, r#"{"type":7,"data":{"content":"a word"}}"#, true),
            (Shape::Choices, r#"{"type":8,"data":{"choices":[{"name":"word"}]}}"#, true),
            (Shape::Choices, r#"{"type":8,"data":{"choices":[]}}"#, false),
            (Shape::Any, r#"{"type":9,"data":{"title":"word"}}"#, true),
            (Shape::Any, r#"{"type":5}"#, false),
        ];
        for (shape, body, right) in table {
            assert_eq!(check(shape, body), right, "{shape:?} {body}");
        }
    }

    #[test]
    fn the_json_of_a_body_with_files_is_found() {
        let body = "--x\r\nContent-Disposition: form-data; name=\"payload_json\"\r\n\r\n\
            {\"type\":4}\r\n--x\r\nContent-Disposition: form-data; name=\"files[0]\"\r\n\r\n\
            png\r\n--x--";
        assert_eq!(json(body.as_bytes()), b"{\"type\":4}");
        assert_eq!(json(b"{}"), b"{}");
        assert_eq!(json(b"--x"), b"");
    }
}
