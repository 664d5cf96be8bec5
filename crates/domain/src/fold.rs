//! Text without what people leave out when they type, or what their keyboard lacks.

use deunicode::deunicode_char;
use unicode_normalization::UnicodeNormalization;

/// Text in small letters, without accents, and with plain ones for ligatures and for the letters of
/// a single alphabet: `oeuvre` for “Œuvre”, `lodz` for “Łódź”, `strasse` for “Straße”.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    // Most letters are plain: those are not decomposed, which takes twenty times as long.
    while let Some(at) = rest.find(|c: char| !c.is_ascii()) {
        let (plain, other) = rest.split_at(at);
        push_plain(&mut folded, plain);
        let end = other.find(|c: char| c.is_ascii()).unwrap_or(other.len());
        let (other, after) = other.split_at(end);
        push_decomposed(&mut folded, other);
        rest = after;
    }
    push_plain(&mut folded, rest);
    folded
}

fn push_plain(folded: &mut String, text: &str) {
    folded.extend(text.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
}

fn push_decomposed(folded: &mut String, text: &str) {
    let letters = text.nfkd().filter(|c| !is_left_out(*c)).flat_map(char::to_lowercase);
    for letter in letters {
        match plain_latin(letter) {
            // A capital sigma does not say whether it ends a word.
            None if letter == 'ς' => folded.push('σ'),
            Some(plain) => folded.push_str(plain),
            None => folded.push(letter),
        }
    }
}

/// Marks that people leave out: accents, and the vowels of Hebrew and Arabic. In other scripts marks
/// are part of the word.
fn is_left_out(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{ad}'
    )
}

/// The plain letters for a Latin one that is no plain letter with an accent.
fn plain_latin(c: char) -> Option<&'static str> {
    let latin = matches!(
        c,
        '\u{df}'..='\u{2af}' | '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}'
            | '\u{a720}'..='\u{a7ff}'
    );
    let plain = latin.then(|| deunicode_char(c)).flatten()?;
    let letters = !plain.is_empty() && plain.bytes().all(|byte| byte.is_ascii_lowercase());
    letters.then_some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_as_a_plain_keyboard_has_them() {
        for (text, folded) in [
            ("Guérin", "guerin"),
            ("Gue\u{301}rin", "guerin"),
            ("GUÉRIN", "guerin"),
            ("Œuvre, œuvre", "oeuvre, oeuvre"),
            ("Straße, STRASSE, ẞ", "strasse, strasse, ss"),
            ("Łódź", "lodz"),
            ("Ærø", "aero"),
            ("Đilas, Þórr, ðe", "dilas, thorr, de"),
            ("Iğdır, İzmir", "igdir, izmir"),
            ("ﬁnance ﬂow", "finance flow"),
            ("Ｆｕｌｌ", "full"),
            ("cooper\u{ad}ation", "cooperation"),
            ("ΟΔΥΣΣΕΑΣ, Οδυσσέας", "οδυσσεασ, οδυσσεασ"),
            ("自由", "自由"),
            ("шалёный", "шаленыи"),
            ("שָׁלוֹם", "שלום"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn plain_letters_are_folded_like_all_others(text in "[a-zA-Z0-9é\u{301}ﬁẞ ΣĐ’自ﷺ-]{0,30}") {
            let mut each = String::new();
            push_decomposed(&mut each, &text);
            proptest::prop_assert_eq!(fold(&text), each);
        }
    }

    #[test]
    fn marks_that_make_another_word_stay() {
        assert_ne!(fold("กา"), fold("กี"));
        assert_ne!(fold("की"), fold("का"));
    }
}
