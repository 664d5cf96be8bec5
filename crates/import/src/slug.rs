//! Ids made of names.

use domain::fold;

/// Letters that are no letter and an accent.
const LETTERS: &[(char, &str)] =
    &[('ß', "ss"), ('æ', "ae"), ('œ', "oe"), ('ø', "o"), ('ł', "l"), ('đ', "d"), ('þ', "th")];

/// An id made of a name.
pub(super) fn slug(name: &str, longest: usize) -> String {
    let mut id = String::new();
    for c in fold(name).chars() {
        if c.is_ascii_alphanumeric() {
            id.push(c);
        } else if let Some((_, plain)) = LETTERS.iter().find(|(letter, _)| *letter == c) {
            id.push_str(plain);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
    }
    if id.len() > longest {
        // Cut between words, if that leaves one.
        let cut = id.get(..longest).unwrap_or_default();
        let end = cut.rfind('-').filter(|end| *end > 3).unwrap_or(longest);
        id.truncate(end);
    }
    let id = id.trim_matches('-');
    if id.is_empty() { "work".to_owned() } else { id.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        for (name, longest, expected) in [
            ("Guérin – Three Problems", 40, "guerin-three-problems"),
            ("guerin-three-problems", 16, "guerin-three"),
            ("ÆØ", 40, "aeo"),
            ("Война", 40, "work"),
            (
                "a-very-long-name-that-goes-on-and-on-and-on",
                40,
                "a-very-long-name-that-goes-on-and-on",
            ),
            ("__x__", 40, "x"),
        ] {
            assert_eq!(slug(name, longest), expected);
        }
    }
}
