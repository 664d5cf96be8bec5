//! The words of a text, found byte by byte: a whole book is read so.

/// The words of a text and where they start, in bytes. A hyphen or an apostrophe inside a word does
/// not end it, and a number is none.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let run = run(text, from)?;
            from = run.end;
            if run.is_word {
                return Some((run.first, text.get(run.first..run.last)?));
            }
        }
    })
}

/// What letters, digits, hyphens and apostrophes make without a gap.
struct Run {
    /// Where its first letter or digit starts, and where its last ends.
    first: usize,
    last: usize,
    end: usize,
    /// Whether it has a letter.
    is_word: bool,
}

/// The next run of a text.
fn run(text: &str, from: usize) -> Option<Run> {
    let mut at = from;
    let mut found: Option<Run> = None;
    while let Some((kind, length)) = sign(text, at) {
        let next = at + length;
        match (&mut found, kind) {
            (None, Kind::Other | Kind::Inner) => {}
            (None, kind) => {
                let is_word = kind == Kind::Letter;
                found = Some(Run { first: at, last: next, end: next, is_word });
            }
            (Some(_), Kind::Other) => break,
            (Some(run), Kind::Inner) => run.end = next,
            (Some(run), kind) => {
                (run.last, run.end) = (next, next);
                run.is_word |= kind == Kind::Letter;
            }
        }
        at = next;
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letter,
    Digit,
    /// It may stand inside a word.
    Inner,
    Other,
}

/// What stands at a place of a text, and how many bytes it has.
fn sign(text: &str, at: usize) -> Option<(Kind, usize)> {
    let byte = *text.as_bytes().get(at)?;
    let kind = match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Kind::Letter,
        b'0'..=b'9' => Kind::Digit,
        b'-' | b'\'' => Kind::Inner,
        0..=127 => Kind::Other,
        _ => return text.get(at..)?.chars().next().map(|c| (wide(c), c.len_utf8())),
    };
    Some((kind, 1))
}

fn wide(c: char) -> Kind {
    match c {
        '\u{2010}' | '’' | 'ʼ' => Kind::Inner,
        c if c.is_alphabetic() => Kind::Letter,
        c if c.is_alphanumeric() => Kind::Digit,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_a_word() {
        let text = "—‘Don’t’, said O'Neill: -the 2nd self-made man-- of 1931 isn’t ʼere… ２ 道";
        let found: Vec<&str> = words(text).map(|(_, word)| word).collect();
        let right = [
            "Don’t",
            "said",
            "O'Neill",
            "the",
            "2nd",
            "self-made",
            "man",
            "of",
            "isn’t",
            "ere",
            "道",
        ];
        assert_eq!(found, right);
        assert!(words(text).all(|(at, word)| text[at..].starts_with(word)));
    }

    proptest! {
        #[test]
        fn they_are_the_pieces_between_other_signs(text in "[a-zé0-9道٣ .,'’ʼ‐-]{0,40}") {
            let is_inner = |c: char| matches!(c, '-' | '\u{2010}' | '\'' | '’' | 'ʼ');
            let right: Vec<&str> = text
                .split(|c: char| !(c.is_alphanumeric() || is_inner(c)))
                .map(|word| word.trim_matches(is_inner))
                .filter(|word| word.chars().any(|c| c.is_alphabetic() && !is_inner(c)))
                .collect();
            let found: Vec<&str> = words(&text).map(|(_, word)| word).collect();
            prop_assert_eq!(found, right);
        }
    }
}
