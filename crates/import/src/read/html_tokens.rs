//! Tags and text of HTML or XML, one after the other, by `html5gum`: whatever comes, nothing
//! recurses and nothing is an error.

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// One thing that stands in a page.
pub(super) enum HtmlToken {
    Open(Tag),
    Close(String),
    Text(String),
}

/// A start tag.
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) closed: bool,
    tag: StartTag<()>,
}

impl Tag {
    /// The attributes with their values.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (String, String)> {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        self.tag.attributes.iter().map(move |(name, value)| (text(name), text(value)))
    }
}

/// Everything that stands in a page, in order.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = HtmlToken> {
    read(text, true)
}

/// The same of a text that should be XML: no element holds anything but elements and text.
pub(super) fn loose_tokens(text: &str) -> impl Iterator<Item = HtmlToken> {
    read(text, false)
}

fn read(text: &str, switches: bool) -> impl Iterator<Item = HtmlToken> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(switches);
    Tokenizer::new_with_emitter(text, emitter).filter_map(|token| match token {
        Ok(Token::StartTag(tag)) => Some(HtmlToken::Open(Tag {
            name: String::from_utf8_lossy(&tag.name).into_owned(),
            closed: tag.self_closing,
            tag,
        })),
        Ok(Token::EndTag(tag)) => {
            Some(HtmlToken::Close(String::from_utf8_lossy(&tag.name).into_owned()))
        }
        Ok(Token::String(text)) => {
            Some(HtmlToken::Text(String::from_utf8_lossy(&text).into_owned()))
        }
        _ => None,
    })
}
