//! Where sentences may end by the rules of Unicode. Only what follows a full stop or the like is
//! looked at, so that a long text is read as fast as it is searched.

/// Where sentences may end within a text, in order.
pub(super) fn ends(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = next_end(text, from) {
        let rest = text.get(at..).unwrap_or_default();
        let Some(sign) = rest.chars().next() else { break };
        from = at + sign.len_utf8();
        if is_break(sign) {
            // Both ends of a line break belong together.
            from +=
                usize::from(sign == '\r' && text.get(from..).is_some_and(|t| t.starts_with('\n')));
            found.push(from);
            continue;
        }
        let rest = text.get(from..).unwrap_or_default();
        let after_signs = rest.trim_start_matches(is_sign);
        let last =
            rest.get(..rest.len() - after_signs.len()).and_then(|run| run.chars().next_back());
        let is_dot = last.unwrap_or(sign) == '.' || last.unwrap_or(sign) == '．';
        let after_closing = after_signs.trim_start_matches(is_closing);
        let after = after_closing.trim_start_matches(is_space);
        let end = text.len() - after.len();
        let tight = after.len() == after_signs.len();
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let lone = after_signs.len() == rest.len();
        from = end;
        if after.is_empty() {
            break;
        }
        let next = after.chars().next().unwrap_or(' ');
        let goes_on = is_dot && tight && next.is_numeric()
            || is_dot && tight && lone && next.is_uppercase() && before.is_some_and(is_cased)
            || is_dot && is_lower_next(after)
            || is_continuing(next)
            || is_sign(next);
        if !goes_on && !is_break(next) {
            found.push(end);
        } else if is_break(next) {
            from = end;
        }
    }
    found
}

/// The next place at which a sentence or a line may end.
fn next_end(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        // Most bytes are letters.
        let may_end = |b: &u8| matches!(b, b'.' | b'!' | b'?' | b'\n' | b'\r' | 128..);
        at += text.as_bytes().get(at..)?.iter().position(may_end)?;
        let c = text.get(at..)?.chars().next()?;
        if is_end(c) {
            return Some(at);
        }
        at += c.len_utf8();
    }
}

fn is_end(c: char) -> bool {
    is_sign(c) || is_break(c)
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What ends a sentence in some script.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '։'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '‼'
            | '‽'
            | '⁇'
            | '⁈'
            | '⁉'
            | '。'
            | '．'
            | '！'
            | '？'
            | '｡'
            | '።'
            | '၊'
            | '။'
            | '។'
            | '៕'
    )
}

/// Brackets and quotation marks.
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '('
            | ')'
            | '['
            | ']'
            | '{'
            | '}'
            | '«'
            | '»'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '（'
            | '）'
            | '【'
            | '】'
            | '《'
            | '》'
            | '〈'
            | '〉'
    )
}

fn is_space(c: char) -> bool {
    c.is_whitespace() && !is_break(c)
}

/// After these a sentence goes on.
fn is_continuing(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | '\u{37E}'
            | '-'
            | ':'
            | '–'
            | '—'
            | '՝'
            | '،'
            | '、'
            | '，'
            | '：'
            | '﹣'
            | '－'
    )
}

fn is_cased(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase()
}

/// Whether the next letter is a small one, whatever stands before it.
fn is_lower_next(text: &str) -> bool {
    let mut letters = text.chars().take_while(|c| !is_end(*c));
    letters.find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    proptest! {
        #[test]
        fn they_are_those_of_the_standard(
            text in "([a-zA-Zéßяж東]{1,3}|[0-9]|[.!?]|[。！？…]|[ ]|[\"”’)(«»–,;:-]){0,40}"
        ) {
            let right: Vec<usize> =
                text.split_sentence_bound_indices().map(|(at, _)| at).skip(1).collect();
            prop_assert_eq!(ends(&text), right, "{}", text);
        }
    }
}
