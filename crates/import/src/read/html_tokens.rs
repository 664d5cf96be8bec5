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
    /// The value of an attribute, if the tag has it.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let value = self.tag.attributes.get(name.as_bytes())?;
        Some(String::from_utf8_lossy(value).into_owned())
    }
}

/// Everything that stands in a page, in order.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = HtmlToken> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
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
