//! Where sentences end.
//!
//! `ends` finds every place where one may end by the rules of Unicode (UAX #29); what follows puts
//! together again what these cannot know: abbreviations, initials, numbers and what is in brackets.

mod ends;

use std::ops::Range;

use ends::ends;

/// After these a sentence goes on, whatever comes.
const ALWAYS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "st", "sr", "jr", "messrs", "rev", "hon", "gen", "col",
    "capt", "maj", "lt", "sgt", "gov", "sen", "rep", "ven", "vol", "vols", "no", "nos", "nr", "pp",
    "cf", "ed", "eds", "fig", "figs", "ch", "chap", "sec", "art", "op", "cit", "ibid", "e.g",
    "i.e", "viz", "vs", "ca", "approx", "trans", "tr", "repr", "m", "mm", "mme", "mlle", "éd",
    "z.b", "d.h", "u.a", "bzw", "vgl", "s", "bd", "hrsg", "hg", "ph.d", "b.c", "a.d", "p", "l",
    "n", "f", "ff", "al",
];
/// After these a sentence goes on if no capital comes.
const SMALL_ONLY: &[&str] = &[
    "etc", "usw", "jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec", "inc", "ltd",
    "co",
];
/// A bracket that is longer than that is no bracket but a misprint.
const LONGEST_BRACKET: usize = 600;

/// The sentences of a paragraph, without the space around them.
pub(crate) fn sentences(text: &str, language: &str) -> Vec<Range<usize>> {
    let mut ends = ends(text);
    ends.extend(after_ellipses(text));
    ends.push(text.len());
    ends.sort_unstable();
    ends.dedup();
    let mut sentences: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for end in ends {
        let end = with_closing(text, end);
        if end <= start {
            continue;
        }
        let piece = text.get(start..end).unwrap_or_default();
        let rest = text.get(end..).unwrap_or_default();
        if !rest.trim().is_empty() && goes_on(piece, rest, language) {
            continue;
        }
        sentences.extend(trimmed(text, start..end));
        start = end;
    }
    sentences.extend(trimmed(text, start..text.len()));
    sentences
}

fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let piece = text.get(range.clone())?;
    let start = range.start + (piece.len() - piece.trim_start().len());
    let trimmed = piece.trim();
    (!trimmed.is_empty()).then(|| start..start + trimmed.len())
}

/// Where a capital comes after `… `.
fn after_ellipses(text: &str) -> impl Iterator<Item = usize> {
    text.match_indices("… ").filter_map(|(at, found)| {
        let end = at + found.len();
        let next = text.get(end..)?.trim_start_matches(['“', '‘', '«', '"', ' ']);
        next.starts_with(char::is_uppercase).then_some(end)
    })
}

/// Closing marks that stand after a space belong to what they close: `Il vint. »`.
fn with_closing(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let closing: usize =
        rest.chars().take_while(|c| matches!(c, '»' | ')' | ']' | '”')).map(char::len_utf8).sum();
    let after = rest.get(closing..).unwrap_or_default();
    if closing > 0 && (after.is_empty() || after.starts_with(char::is_whitespace)) {
        end + closing + (after.len() - after.trim_start().len())
    } else {
        end
    }
}

/// Whether a sentence has not ended yet.
fn goes_on(piece: &str, rest: &str, language: &str) -> bool {
    let trimmed = piece.trim_end();
    let next = rest.trim_start().trim_start_matches(['“', '‘', '«', '"', '(', '[', '\u{A0}', ' ']);
    if next.starts_with(char::is_lowercase) || is_open(trimmed) {
        return true;
    }
    // Dialogue goes on after a dash or a comma.
    if next.starts_with(['–', '—', ',', ';']) && !trimmed.ends_with(['.', '…']) {
        return true;
    }
    let Some(before) = trimmed.strip_suffix('.') else {
        return false;
    };
    let from = before
        .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '‘' | '«' | '\u{A0}'));
    let word = from.map_or(before, |at| before.get(at..).unwrap_or_default());
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = word.to_lowercase();
    let digit_next = next.starts_with(|c: char| c.is_ascii_digit());
    if matches!(
        lower.as_str(),
        "no" | "art"
            | "s"
            | "m"
            | "p"
            | "l"
            | "n"
            | "f"
            | "al"
            | "ed"
            | "sec"
            | "fig"
            | "col"
            | "gen"
    ) {
        // `No.` before a number; but `He said no. Then`.
        let is_reference = digit_next || (word.starts_with(char::is_uppercase) && lower != "no");
        return is_reference || (lower == "s" && digit_next) || (lower == "al" && digit_next);
    }
    // `z. B.`, `d. h.`
    let small_letter = word.chars().count() == 1 && word.starts_with(char::is_lowercase);
    if small_letter || ALWAYS.contains(&lower.as_str()) {
        return true;
    }
    if SMALL_ONLY.contains(&lower.as_str()) {
        return !next.starts_with(char::is_uppercase);
    }
    if is_initial(before, word) {
        return true;
    }
    // `am 3. Oktober`
    language.starts_with("de")
        && (1..=2).contains(&word.len())
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// `J.` of `J. Smith` or `C.L.R. James`; but `I.` ends a sentence.
fn is_initial(before: &str, word: &str) -> bool {
    let last = word.rsplit('.').next().unwrap_or_default();
    let single = last.chars().count() == 1 && last.starts_with(char::is_uppercase);
    if !single {
        return false;
    }
    let earlier = before.trim_end_matches(word).trim_end();
    let after_name = earlier.rsplit(' ').next().is_some_and(|w| w.starts_with(char::is_uppercase));
    let dotted = word.chars().count() > 1;
    last != "I" || (dotted && after_name)
}

/// Whether a bracket is still open.
fn is_open(piece: &str) -> bool {
    let from = piece.len().saturating_sub(LONGEST_BRACKET);
    let mut depth = 0_usize;
    for byte in piece.bytes().skip(from) {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    depth > 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn split(text: &str, language: &str) -> Vec<String> {
        let ranges = sentences(text, language);
        ranges.into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn where_sentences_end() {
        for (language, text) in [
            ("en", "It came out in Vol. 5 No. 3, pp. 177–98. | Few read it."),
            ("en", "Mr. J. B. Smith met C.L.R. James. | They spoke of St. Petersburg."),
            ("en", "It rose by 3.5 per cent. | Then it fell."),
            ("en", "He said no. | Then he left."),
            ("en", "It was he and I. | Nobody else came."),
            ("en", "‘Did she say “Never!” to him?’ | He thought so."),
            ("en", "There were ships (see Fig. 2. It is small.) in the bay. | All sank."),
            ("en", "There were coats, hats, etc. on the floor. | Nobody cared."),
            ("en", "There were coats, hats, etc. | Nobody cared."),
            ("en", "It was long … | An end came."),
            ("en", "It was long … and dull."),
            ("en", "“Where?” he asked. | “Here!”"),
            ("en", "Cf. Marx, op. cit., p. 9. | See below."),
            ("fr", "« Il vint. » | Puis il partit !"),
            ("fr", "Quoi\u{A0}? | Rien\u{A0}! | M. Dupont sourit."),
            ("de", "Am 3. Oktober kam er. | Er sagte: „Nein.“ | Dann ging er, z. B. nach Hause."),
            ("en", "One sentence without an end"),
        ] {
            let expected: Vec<String> = text.split(" | ").map(str::to_owned).collect();
            assert_eq!(split(&text.replace(" | ", " "), language), expected);
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "[a-zA-Z.!?…“”‘’()\\[\\] 0-9«»\u{A0}é]{0,120}") {
            let ranges = sentences(&text, "en");
            let kept: String = ranges.iter().map(|range| &text[range.clone()]).collect();
            let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(plain(&kept), plain(&text));
        }
    }
}
