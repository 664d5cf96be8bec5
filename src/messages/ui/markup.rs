//! The light markup of messages: `**strong**`, `_soft_`, `` `code` ``. A backslash before one of
//! `\ * _` or a backtick shows that mark as it is; in code every mark but the backtick does anyway.
//! Code can be within the other two, which do not nest.

use std::iter::Peekable;
use std::str::Chars;

use super::{Argument, Span, Text};

/// Placeholders of arguments are characters of a plane for private use, one for each argument.
const FIRST_PLACEHOLDER: u32 = 0xF_0000;

/// Markup that does not close, or is strong within soft or soft within strong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MarkupError {
    /// A mark that opens and does not close.
    #[error("`{}` is opened and not closed", .0)]
    Unclosed(&'static str),
    /// A mark within another.
    #[error("`{inner}` is within `{outer}`, which has one style")]
    Nested {
        /// The mark that is open.
        outer: &'static str,
        /// The mark within it.
        inner: &'static str,
    },
    /// A character that placeholders of arguments use.
    #[error("U+{:04X} is kept for the program's own use", *.0 as u32)]
    Reserved(char),
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Style {
    #[default]
    Plain,
    Strong,
    Soft,
    Code,
}

enum Token {
    Toggle(Style),
    Char(char),
}

/// The placeholder of the argument at `index` in a filled-in message.
pub(super) fn placeholder(index: usize) -> char {
    let offset = u32::try_from(index).unwrap_or(u32::MAX);
    FIRST_PLACEHOLDER
        .checked_add(offset)
        .and_then(char::from_u32)
        .unwrap_or(char::REPLACEMENT_CHARACTER)
}

fn argument<'a>(c: char, arguments: &'a [(&str, Argument)]) -> Option<&'a Text> {
    let index = u32::from(c).checked_sub(FIRST_PLACEHOLDER)?;
    match arguments.get(usize::try_from(index).ok()?) {
        Some((_, Argument::Text(text))) => Some(text),
        _ => None,
    }
}

/// Reads the markup of a filled-in message and puts its arguments in. Never fails: what is not
/// closed ends with the message. A test reads every message with [`check_markup`].
pub(super) fn parse(pattern: &str, arguments: &[(&str, Argument)]) -> Text {
    let mut builder = Builder::default();
    let mut open = Open::default();
    for token in Tokens::new(pattern) {
        match token {
            Token::Toggle(mark) => {
                open.toggle(mark);
                builder.joins = false;
            }
            Token::Char(c) => match argument(c, arguments) {
                Some(text) => builder.text(open.style(), text),
                None => builder.words(open.style(), c.encode_utf8(&mut [0; 4])),
            },
        }
    }
    Text(builder.spans)
}

/// Checks the markup of a message, and counts its strong, soft and code stretches.
///
/// # Errors
/// A mark is not closed or is within another, or a character is kept for placeholders.
pub fn check_markup(pattern: &str) -> Result<usize, MarkupError> {
    let (mut open, mut stretches) = (Open::default(), 0);
    for token in Tokens::new(pattern) {
        match token {
            Token::Toggle(mark) => {
                if let Some(outer) = open.outside(mark) {
                    return Err(MarkupError::Nested { outer: outer.mark(), inner: mark.mark() });
                }
                stretches += usize::from(open.toggle(mark));
            }
            Token::Char(c) if u32::from(c) >= FIRST_PLACEHOLDER => {
                return Err(MarkupError::Reserved(c));
            }
            Token::Char(_) => {}
        }
    }
    match open.style() {
        Style::Plain => Ok(stretches),
        style => Err(MarkupError::Unclosed(style.mark())),
    }
}

impl Style {
    fn mark(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "**",
            Self::Soft => "_",
            Self::Code => "`",
        }
    }

    fn span(self, words: String) -> Span {
        match self {
            Self::Plain => Span::Plain(words),
            Self::Strong => Span::Strong(words),
            Self::Soft => Span::Soft(words),
            Self::Code => Span::Code(words),
        }
    }
}

/// The marks that are open.
#[derive(Default)]
struct Open {
    /// Plain, strong or soft.
    around: Style,
    code: bool,
}

impl Open {
    fn style(&self) -> Style {
        if self.code { Style::Code } else { self.around }
    }

    /// Opens or closes a mark; says whether it opens.
    fn toggle(&mut self, mark: Style) -> bool {
        if mark == Style::Code {
            self.code = !self.code;
            return self.code;
        }
        let opens = self.around != mark;
        self.around = if opens { mark } else { Style::Plain };
        opens
    }

    /// The open mark that another one may not be within.
    fn outside(&self, mark: Style) -> Option<Style> {
        let open = self.around != Style::Plain && self.around != mark && mark != Style::Code;
        open.then_some(self.around)
    }
}

struct Tokens<'p> {
    chars: Peekable<Chars<'p>>,
    in_code: bool,
}

impl<'p> Tokens<'p> {
    fn new(pattern: &'p str) -> Self {
        Self { chars: pattern.chars().peekable(), in_code: false }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let token = match self.chars.next()? {
            '`' => {
                self.in_code = !self.in_code;
                Token::Toggle(Style::Code)
            }
            c if self.in_code => Token::Char(c),
            '\\' => {
                let escaped = self.chars.next_if(|c| matches!(c, '\\' | '*' | '_' | '`'));
                Token::Char(escaped.unwrap_or('\\'))
            }
            '_' => Token::Toggle(Style::Soft),
            '*' if self.chars.next_if_eq(&'*').is_some() => Token::Toggle(Style::Strong),
            c => Token::Char(c),
        };
        Some(token)
    }
}

#[derive(Default)]
struct Builder {
    spans: Vec<Span>,
    /// Whether words in the same style go on in the last span.
    joins: bool,
}

impl Builder {
    fn words(&mut self, style: Style, words: &str) {
        if words.is_empty() {
            return;
        }
        match (self.spans.last_mut(), style) {
            (Some(Span::Plain(last)), Style::Plain) => last.push_str(words),
            (
                Some(Span::Strong(last) | Span::Soft(last) | Span::Code(last)),
                Style::Strong | Style::Soft | Style::Code,
            ) if self.joins => last.push_str(words),
            _ => self.spans.push(style.span(words.to_owned())),
        }
        self.joins = true;
    }

    /// Plain words of an argument take the style around them; its other spans keep their own.
    fn text(&mut self, style: Style, text: &Text) {
        for span in &text.0 {
            if let Span::Plain(words) = span {
                self.words(style, words);
            } else {
                self.spans.push(span.clone());
                self.joins = false;
            }
        }
    }
}
