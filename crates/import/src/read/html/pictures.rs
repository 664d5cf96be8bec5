//! Pictures in a line: one inside a sentence is a word of it, a formula for example, and its
//! description stands for it.

use std::ops::Range;

/// A longer description is of a picture that stands for itself.
const LONGEST: usize = 120;

/// What stands in a line for a picture.
pub(super) fn described(alt: Option<&str>) -> Option<&str> {
    let alt = alt?.trim();
    (!alt.is_empty() && alt.len() <= LONGEST && !alt.contains('\n')).then_some(alt)
}

/// A text without the descriptions that are in no sentence; `pictures` are where they stand, in
/// order.
pub(super) fn without_loose(text: String, pictures: &[Range<usize>]) -> String {
    if pictures.is_empty() {
        return text;
    }
    let mut left = String::with_capacity(text.len());
    let mut done = 0;
    for picture in pictures.iter().filter(|picture| !is_inside(&text, picture)) {
        left.push_str(text.get(done..picture.start).unwrap_or_default());
        done = picture.end;
    }
    left.push_str(text.get(done..).unwrap_or_default());
    left
}

/// Whether a picture stands inside a sentence: words before it have no end, and it goes on after it.
fn is_inside(text: &str, picture: &Range<usize>) -> bool {
    let before = text.get(..picture.start).unwrap_or_default().trim_end();
    let after = text.get(picture.end..).unwrap_or_default().trim_start();
    !before.is_empty()
        && !before.ends_with(['.', '!', '?', '\n'])
        && after.starts_with(|c: char| c.is_lowercase() || ",.;:!?)".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_in_a_sentence_is_a_word() {
        for (text, picture, left) in [
            ("the product x y is given", "x y", "the product x y is given"),
            ("it is linear: ax + b.", "ax + b", "it is linear: ax + b."),
            ("A boat on the river. The ferry", "A boat on the river.", " The ferry"),
            ("The end. A boat The ferry", "A boat", "The end.  The ferry"),
            ("The rope a boat", "a boat", "The rope "),
        ] {
            let from = text.find(picture).unwrap();
            let at = from..from + picture.len();
            let found = without_loose(text.to_owned(), std::slice::from_ref(&at));
            assert_eq!(found, left);
        }
    }
}
