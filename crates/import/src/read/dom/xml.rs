//! Trees of XML, by `quick-xml`.

use quick_xml::Reader;
use quick_xml::escape::{resolve_html5_entity, unescape_with};
use quick_xml::events::{BytesStart, Event};

use super::{Dom, Element};
use crate::refusal::Refusal;

/// The tree of a text in XML; nothing if it is not well-formed.
///
/// # Errors
/// It nests too deep.
pub(in crate::read) fn from_xml(text: &str) -> Result<Option<Dom>, Refusal> {
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    let mut dom = Dom::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => {
                dom.open(element(&start))?;
            }
            Ok(Event::Empty(start)) => dom.empty(element(&start)),
            Ok(Event::End(_)) => dom.close(),
            Ok(Event::Text(text)) => dom.text(&text),
            Ok(Event::CData(text)) => dom.text(&text),
            Ok(Event::GeneralRef(name)) => dom.text(&unescaped(&format!("&{};", &*name))),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) => return Ok(None),
        }
    }
    let is_whole = dom.open.len() == 1;
    Ok(is_whole.then(|| dom.finish()))
}

fn element(start: &BytesStart<'_>) -> Element {
    let mut element = Element::new(start.name().0);
    // An attribute that is none is passed over.
    for attribute in start.html_attributes().with_checks(false).flatten() {
        element.push(attribute.key.0, &unescaped(&attribute.value));
    }
    element
}

/// Text with its references resolved; one that nobody knows stays as it is.
fn unescaped(text: &str) -> String {
    unescape_with(text, resolve_html5_entity)
        .map_or_else(|_| text.to_owned(), |text| text.into_owned())
}
