//! What a member has hidden between `||` and `||` stays hidden: a reader opens it or not.

/// What stands for hidden words where Discord has no mark-up.
const HIDDEN: &str = "▇▇▇";
/// What is before and after hidden words.
pub const MARK: &str = "||";

/// Words, and whether they are hidden.
#[must_use]
pub fn parts(words: &str) -> Vec<(bool, &str)> {
    let mut parts = Vec::new();
    let mut rest = words;
    while let Some((before, hidden, after)) = next(rest) {
        parts.extend([(false, before), (true, hidden)]);
        rest = after;
    }
    parts.push((false, rest));
    parts.retain(|(_, words)| !words.is_empty());
    parts
}

/// Whether a place in words is between the marks of hidden ones.
#[must_use]
pub fn hides(words: &str, place: usize) -> bool {
    let mut start = 0;
    parts(words).into_iter().any(|(hidden, part)| {
        let marks = if hidden { 2 * MARK.len() } else { 0 };
        let end = start + part.len() + marks;
        let within = hidden && start < place && place < end;
        start = end;
        within
    })
}

/// Words for a name, a label or a menu, without what is hidden in them. They may have been cut, so
/// what is hidden need not end.
#[must_use]
pub fn concealed(words: &str) -> String {
    let mut shown = String::with_capacity(words.len());
    for (hidden, part) in parts(words) {
        match part.split_once(MARK).filter(|_| !hidden) {
            _ if hidden => shown.push_str(HIDDEN),
            Some((before, _)) => shown.extend([before, HIDDEN]),
            None => shown.push_str(part),
        }
    }
    shown
}

/// The next hidden words, with what is before and after them.
fn next(words: &str) -> Option<(&str, &str, &str)> {
    let start = words.find(MARK)?;
    let inside = &words[start + MARK.len()..];
    // As Discord reads it, there is at least one character inside.
    let first = inside.chars().next()?.len_utf8();
    let end = first + inside[first..].find(MARK)?;
    Some((&words[..start], &inside[..end], &inside[end + MARK.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_words_are_between_two_marks() {
        for (words, shown) in [
            ("plain", "plain"),
            ("He ||dies|| in the end.", "He ▇▇▇ in the end."),
            ("||all||", "▇▇▇"),
            ("one ||two|| three ||four||", "one ▇▇▇ three ▇▇▇"),
            ("He ||dies in the…", "He ▇▇▇"),
            ("||||", "▇▇▇"),
            ("|||x|||", "▇▇▇|"),
            ("||é||", "▇▇▇"),
        ] {
            assert_eq!(concealed(words), shown, "{words}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost(words in "[|aé ]{0,20}") {
            let whole: String = parts(&words)
                .into_iter()
                .map(|(hidden, part)| if hidden { format!("||{part}||") } else { part.to_owned() })
                .collect();
            proptest::prop_assert_eq!(whole, words);
        }
    }
}
