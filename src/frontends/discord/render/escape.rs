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

use super::turns::Turns;

const MARKS: &[char] = &['\\', '*', '_', '~', '|', '`', '<', '>', '[', ']', '#', '-', '@', ':'];

/// Cuts words into pieces that belong together, each escaped: a line can be broken between any two.
pub(super) fn pieces(words: &str) -> Vec<String> {
    let mut pieces = Vec::with_capacity(words.len());
    let mut after_digit = false;
    for line in words.split_inclusive('\n') {
        let (line, end) = match line.strip_suffix('\n') {
            Some(line) => (line.strip_suffix('\r').unwrap_or(line), "\n"),
            None => (line, ""),
        };
        for grapheme in line.graphemes(true) {
            pieces.push(mark(grapheme, after_digit));
            after_digit = grapheme.ends_with(|c: char| c.is_ascii_digit());
        }
        pieces.extend(closing(line));
        if !end.is_empty() {
            pieces.push(end.to_owned());
            after_digit = false;
        }
    }
    pieces
}

/// Words, escaped.
pub(super) fn escape(words: &str) -> String {
    pieces(words).concat()
}

/// Words for a place of code, where no escape works: cut into pieces, with the run of backticks
/// that would end it broken up by a space of no width.
pub(super) fn literal(words: &str) -> Vec<String> {
    let mut run = 0;
    let mut pieces = Vec::with_capacity(words.len());
    for line in words.split_inclusive('\n') {
        let text = line.strip_suffix('\n').unwrap_or(line);
        for grapheme in text.graphemes(true) {
            let tick = grapheme.starts_with('`');
            run = if tick { run + 1 } else { 0 };
            let broken = tick && run % 2 == 0;
            pieces.push(if broken { format!("{grapheme}\u{200b}") } else { grapheme.to_owned() });
        }
        pieces.extend(closing(text));
        if text.len() < line.len() {
            pieces.push("\n".to_owned());
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

fn mark(grapheme: &str, after_digit: bool) -> String {
    let mut marked = String::with_capacity(grapheme.len() + 1);
    for c in grapheme.chars() {
        if MARKS.contains(&c) || (c == '.' && after_digit) {
            marked.push('\\');
        }
        marked.push(c);
    }
    marked
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
            prop_assert!(!literal(&words).concat().contains("```"));
        }
    }
}
