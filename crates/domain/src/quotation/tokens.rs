//! The words and numbers of a text, and whether two are the same.

/// A word or a number, and where it starts in its text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) start: usize,
    pub(super) text: &'t str,
}

impl Token<'_> {
    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is the same word.
    pub(super) fn is(&self, other: &Token<'_>) -> bool {
        self.text == other.text || letters(self.text).eq(letters(other.text))
    }

    /// The word without capitals and typography.
    pub(super) fn plain(&self) -> String {
        letters(self.text).collect()
    }
}

/// The words and numbers of a text. A hyphen or an apostrophe inside one does not end it.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = Token<'_>> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..)?;
        let start = from + rest.find(char::is_alphanumeric)?;
        let mut end = start;
        for (at, c) in text.get(start..)?.char_indices() {
            match c {
                c if is_part(c) => end = start + at + c.len_utf8(),
                c if is_inner(c) => {}
                _ => break,
            }
        }
        from = end;
        Some(Token { start, text: text.get(start..end)? })
    })
}

/// Letters, digits and the marks on them.
fn is_part(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

fn is_inner(c: char) -> bool {
    is_hyphen(c) || is_apostrophe(c) || c == '\u{AD}'
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn letters(word: &str) -> impl Iterator<Item = char> {
    use unicode_normalization::UnicodeNormalization as _;
    let shown = word.nfkc().filter(|c| *c != '\u{AD}');
    shown.flat_map(char::to_lowercase).map(|c| match c {
        c if is_hyphen(c) => '-',
        c if is_apostrophe(c) => '\'',
        c => c,
    })
}
