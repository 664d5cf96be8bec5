//! Lists in a sentence: "a, b and c".

use super::{Key, Text, string, text};

/// The items as one text, joined as the language joins a list.
#[must_use]
pub fn list<T: Into<Text>>(items: impl IntoIterator<Item = T>) -> Text {
    let mut items: Vec<Text> = items.into_iter().map(Into::into).collect();
    let Some(last) = items.pop() else { return Text::new() };
    let Some(before) = items.pop() else { return last };
    let opens = opening(&last);
    let Some(first) = items.first().cloned() else {
        return text!("list-two", first = before, last = last, opens = opens);
    };
    let end = text!("list-end", rest = before, last = last, opens = opens);
    let middle = items.into_iter().skip(1).rev();
    let rest = middle.fold(end, |rest, item| text!("list-middle", item = item, rest = rest));
    text!("list-start", first = first, rest = rest)
}

/// The items one after the other, where there is no room for a sentence: "Liberty, Power".
#[must_use]
pub fn enumeration<T: Into<String>>(items: impl IntoIterator<Item = T>) -> String {
    let items = items.into_iter().map(Into::into);
    items
        .reduce(|first, next| string!("list-enumeration", first = first, next = next))
        .unwrap_or_default()
}

/// As [`list`], of plain words.
#[must_use]
pub fn list_string<T: Into<String>>(items: impl IntoIterator<Item = T>) -> String {
    list(items.into_iter().map(Into::into)).words()
}

/// `i` for a last item that begins with the sound of i, before which Spanish says "e" for "y".
fn opening(last: &Text) -> Key {
    let words = last.words().to_lowercase();
    let word = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let mut letters = word.strip_prefix('h').unwrap_or(word).chars();
    let vowel = |letter| "aeouáéóú".contains(letter);
    // In "hielo" and "Yolanda" another vowel carries the sound.
    match (letters.next(), letters.next()) {
        (Some('i' | 'í' | 'y'), next) if !next.is_some_and(vowel) => Key("i"),
        _ => Key("other"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_item_that_begins_with_the_sound_of_i_is_told_from_others() {
        for item in ["Inés", "instituciones", "Historia", "«Íntimo»", "Yves", "@ivan"] {
            assert_eq!(opening(&Text::from(item)), Key("i"), "{item}");
        }
        for item in ["Ana", "hielo", "Ian", "Yolanda", "Hugo", "3 más", "Guerra", ""] {
            assert_eq!(opening(&Text::from(item)), Key("other"), "{item}");
        }
    }
}
