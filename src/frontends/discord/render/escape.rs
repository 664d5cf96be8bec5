//! Makes words stand for themselves in Discord's mark-up.
//!
//! Every construct of Discord's mark-up begins with, or cannot do without, one of a few ASCII marks:
//! emphasis `*` `_`, strike-out `~`, spoilers `|`, code `` ` ``, quotes `>`, headings `#`, lists `-`
//! `*` and `1.`, small print `-#`, masked links `[`, mentions, time stamps, custom emoji and
//! `<https://…>` `<`, mass mentions `@`, addresses and `:emoji:` names `:`. So a backslash before
//! each of these marks, wherever it stands, leaves nothing that could take effect; where it stands
//! need not be known. (A backslash before a mark shows the mark, before anything else itself, so
//! backslashes are marked as well.) Only the point of a numbered list is escaped by what precedes
//! it, since points are everywhere.
//!
//! Text that turns the direction of writing is closed at the end of each line, so that what
//! follows it reads as it should.

use unicode_segmentation::UnicodeSegmentation;

use super::pieces::Pieces;
use super::turns::Turns;

const MARKS: &[char] = &['\\', '*', '_', '~', '|', '`', '<', '>', '[', ']', '#', '-', '@', ':'];

/// Cuts words into pieces that belong together, each escaped: a line can be broken between any two.
pub(super) fn pieces(words: &str) -> Pieces {
    let mut pieces = Pieces::with_capacity(words.len());
    let mut after_digit = false;
    for line in words.split_inclusive('\n') {
        let (line, end) = match line.strip_suffix('\n') {
            Some(line) => (line.strip_suffix('\r').unwrap_or(line), "\n"),
            None => (line, ""),
        };
        let mut rest = line;
        while !rest.is_empty() {
            let (plain, behind) = rest.split_at(plain_letters(rest));
            pieces.push_each(plain);
            if let Some(letter) = plain.bytes().last() {
                after_digit = letter.is_ascii_digit();
            }
            let grapheme = behind.graphemes(true).next().unwrap_or_default();
            if !grapheme.is_empty() {
                mark(&mut pieces, grapheme, after_digit);
                after_digit = grapheme.ends_with(|c: char| c.is_ascii_digit());
            }
            rest = behind.get(grapheme.len()..).unwrap_or_default();
        }
        if let Some(closing) = closing(line) {
            pieces.push(&closing);
        }
        if !end.is_empty() {
            pieces.push(end);
            after_digit = false;
        }
    }
    pieces
}

/// Words, escaped.
pub(super) fn escape(words: &str) -> String {
    pieces(words).text().to_owned()
}

/// Words for a place of code, where no escape works: cut into pieces, with the run of backticks
/// that would end it broken up by a space of no width.
pub(super) fn literal(words: &str) -> Pieces {
    let mut run = 0;
    let mut pieces = Pieces::with_capacity(words.len());
    for line in words.split_inclusive('\n') {
        let text = line.strip_suffix('\n').unwrap_or(line);
        for grapheme in text.graphemes(true) {
            let tick = grapheme.starts_with('`');
            run = if tick { run + 1 } else { 0 };
            match tick && run % 2 == 0 {
                true => pieces.push(&format!("{grapheme}\u{200b}")),
                false => pieces.push(grapheme),
            }
        }
        if let Some(closing) = closing(text) {
            pieces.push(&closing);
        }
        if text.len() < line.len() {
            pieces.push("\n");
            run = 0;
        }
    }
    pieces
}

/// A stretch of code: an id, something to type. Words that code cannot hold are escaped instead.
pub(super) fn code(words: &str) -> String {
    let plain = !words.is_empty() && !words.contains(['`', '\n', '\r']) && words.trim() == words;
    if plain { format!("`{words}`") } else { escape(words) }
}

fn mark(pieces: &mut Pieces, grapheme: &str, after_digit: bool) {
    let is_mark = |c: char| MARKS.contains(&c) || (c == '.' && after_digit);
    match grapheme.find(is_mark) {
        // All marks are ASCII, so what begins with one rarely goes on.
        Some(0) if grapheme.len() == 1 => {
            pieces.begin('\\');
            pieces.push(grapheme);
        }
        Some(_) => {
            let marked = |c: char| is_mark(c).then_some('\\').into_iter().chain([c]);
            pieces.push(&grapheme.chars().flat_map(marked).collect::<String>());
        }
        None => pieces.push(grapheme),
    }
}

/// How many letters a text begins with that stand for themselves and are graphemes of their own: most
/// of any text, so nothing else is asked of them. What is not ASCII may belong to the letter before.
fn plain_letters(text: &str) -> usize {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b" ,;!?()\"'/".contains(byte);
    let letters = text.bytes().take_while(|byte| plain(byte)).count();
    match text.as_bytes().get(letters) {
        Some(next) if !next.is_ascii() => letters.saturating_sub(1),
        _ => letters,
    }
}

/// What ends the turns of direction that a line leaves open.
fn closing(line: &str) -> Option<String> {
    Some(Turns::of(line).closing()).filter(|closing| !closing.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What Discord shows of text in which nothing takes effect; `None` if something does.
    fn shown(marked: &str) -> Option<String> {
        let (mut shown, mut chars, mut digits) = (String::new(), marked.chars(), false);
        while let Some(c) = chars.next() {
            match c {
                '\\' => shown.push(chars.next().filter(char::is_ascii_punctuation)?),
                c if MARKS.contains(&c) => return None,
                '.' if digits => return None,
                c => shown.push(c),
            }
            digits = c.is_ascii_digit();
        }
        Some(shown)
    }

    #[test]
    fn nothing_takes_effect() {
        for (words, marked) in [
            ("**bold** and _slanted_", r"\*\*bold\*\* and \_slanted\_"),
            ("@everyone <@1> <#2> <@&3>", r"\@everyone \<\@1\> \<\#2\> \<\@&3\>"),
            ("[here](https://x.y)", r"\[here\](https\://x.y)"),
            (
                "# head\n-# small\n- one\n1. two\n> quote",
                "\\# head\n\\-\\# small\n\\- one\n1\\. two\n\\> quote",
            ),
            (
                "||hid|| ~~gone~~ `code` ```more```",
                r"\|\|hid\|\| \~\~gone\~\~ \`code\` \`\`\`more\`\`\`",
            ),
            ("<t:0:R> <:name:1> :smile:", r"\<t\:0\:R\> \<\:name\:1\> \:smile\:"),
            (r"\*already\*", r"\\\*already\\\*"),
            ("an end. A beginning.", "an end. A beginning."),
        ] {
            assert_eq!(escape(words), marked);
        }
    }

    #[test]
    fn a_turn_of_direction_ends_with_its_line() {
        assert_eq!(escape("a\u{202e}b\nc"), "a\u{202e}b\u{202c}\nc");
        assert_eq!(escape("\u{2067}a\u{202b}b"), "\u{2067}a\u{202b}b\u{202c}\u{2069}");
        assert_eq!(escape("\u{2067}a\u{2069}"), "\u{2067}a\u{2069}");
    }

    #[test]
    fn code_that_cannot_be_code_is_escaped() {
        assert_eq!(code("theme:power"), "`theme:power`");
        assert_eq!(code("a`b"), r"a\`b");
        assert_eq!(code(""), "");
    }

    proptest! {
        #[test]
        fn any_words_are_shown_as_they_are(words in "(?s).{0,80}") {
            let plain = words.replace("\r\n", "\n");
            let without = |text: &str| text.replace(['\u{202c}', '\u{2069}'], "");
            let shown = shown(&escape(&words));
            prop_assert_eq!(shown.map(|text| without(&text)), Some(without(&plain)));
        }

        #[test]
        fn marks_of_all_kinds_are_shown_as_they_are(words in r"[\\*_~|`<>\[\]#@:. 1a\n-]{0,40}") {
            prop_assert_eq!(shown(&escape(&words)), Some(words));
        }

        #[test]
        fn no_words_end_a_block_of_code(words in "[`a\n]{0,60}") {
            prop_assert!(!literal(&words).text().contains("```"));
        }

        #[test]
        fn words_are_cut_between_graphemes(
            words in "([a-z1-3 .]|é|e\u{301}|\u{600}|1\u{fe0f}\u{20e3}|👩\u{200d}🚀|🇫🇷|字|\r){0,40}",
        ) {
            let cut = pieces(&words);
            let cut: Vec<String> = cut.iter().map(|piece| piece.replace('\\', "")).collect();
            prop_assert_eq!(cut, words.graphemes(true).collect::<Vec<_>>());
        }
    }
}
