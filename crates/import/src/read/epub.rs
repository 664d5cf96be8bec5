//! An electronic book: its pages of the web in the order of its spine.

use std::collections::HashMap;

use super::html_tokens::{HtmlToken, tokens};
use super::unzip::{Archive, resolve, shown};
use super::{Body, Format, Label, Source, encoding, html};
use crate::refusal::Refusal;

/// Reads a book.
pub(super) fn read(bytes: &[u8]) -> Result<Source, Refusal> {
    let mut archive = Archive::open(bytes)?;
    let package_name = package_name(&mut archive)?;
    let locked = locked(&mut archive)?;
    let Some(package) = archive.get(&package_name)? else {
        return Err(damaged("it has no package file"));
    };
    let package = Package::read(&encoding::decode(&package).0);
    let (mut blocks, mut doubts) = (Vec::new(), Vec::new());
    for href in package.spine() {
        let name = resolve(&package_name, href)?;
        if locked.contains(&name) {
            return Err(Refusal::Encrypted);
        }
        let Some(page) = archive.get(&name)? else {
            doubts.push(format!("the book names a page that is not in it: {}", shown(&name)));
            continue;
        };
        let (text, _) = encoding::decode(&page);
        let (_, more) = html::blocks(&text, blocks.len() + 1)?;
        blocks.extend(more);
    }
    if blocks.is_empty() {
        return Err(Refusal::NoWords);
    }
    let body = Body::Blocks(blocks);
    Ok(Source { format: Format::Epub, encoding: "UTF-8", label: package.label, body, doubts })
}

fn damaged(reason: &str) -> Refusal {
    Refusal::Damaged { format: "EPUB", reason: reason.to_owned() }
}

/// The name of the file that lists all others.
fn package_name(archive: &mut Archive<'_>) -> Result<String, Refusal> {
    let Some(container) = archive.get("META-INF/container.xml")? else {
        return Err(damaged("it is an archive, but no book"));
    };
    let (text, _) = encoding::decode(&container);
    let path = tokens(&text).find_map(|token| match token {
        HtmlToken::Open(tag) if tag.name.ends_with("rootfile") => tag.get("full-path"),
        _ => None,
    });
    resolve("", &path.ok_or_else(|| damaged("it names no package file"))?)
}

/// The names of the files that are encrypted.
fn locked(archive: &mut Archive<'_>) -> Result<Vec<String>, Refusal> {
    let Some(list) = archive.get("META-INF/encryption.xml")? else {
        return Ok(Vec::new());
    };
    let (text, _) = encoding::decode(&list);
    let uris = tokens(&text).filter_map(|token| match token {
        HtmlToken::Open(tag) if tag.name.ends_with("cipherreference") => tag.get("uri"),
        _ => None,
    });
    uris.map(|uri| resolve("", &uri)).collect()
}

#[derive(Default)]
struct Package {
    label: Label,
    hrefs: HashMap<String, String>,
    order: Vec<String>,
}

impl Package {
    fn read(text: &str) -> Self {
        let mut package = Self::default();
        let mut element = String::new();
        for token in tokens(text) {
            match token {
                HtmlToken::Open(tag) => {
                    let name = tag.name.rsplit(':').next().unwrap_or_default();
                    match name {
                        "item" => {
                            package.item(tag.get("id"), tag.get("href"), tag.get("properties"))
                        }
                        "itemref" if tag.get("linear").as_deref() != Some("no") => {
                            package.order.extend(tag.get("idref"));
                        }
                        _ => {}
                    }
                    element = if tag.closed { String::new() } else { name.to_owned() };
                    if element == "contributor" {
                        let role = tag.get("opf:role").unwrap_or_default();
                        element.push_str(&role);
                    }
                }
                HtmlToken::Close(_) => element.clear(),
                HtmlToken::Text(text) if !text.trim().is_empty() => {
                    package.said(&element, text.trim())
                }
                HtmlToken::Text(_) => {}
            }
        }
        package
    }

    fn item(&mut self, id: Option<String>, href: Option<String>, properties: Option<String>) {
        // The table of contents is navigation.
        let is_nav = properties.is_some_and(|all| all.split(' ').any(|one| one == "nav"));
        if let (Some(id), Some(href), false) = (id, href, is_nav) {
            self.hrefs.insert(id, href);
        }
    }

    fn said(&mut self, element: &str, text: &str) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let slot = match element {
            "title" => &mut self.label.title,
            "creator" => &mut self.label.author,
            "language" => &mut self.label.language,
            "contributortrl" => &mut self.label.translator,
            "date" => {
                let year = text.get(..4).and_then(|year| year.parse().ok());
                self.label.year = self.label.year.or(year);
                return;
            }
            _ => return,
        };
        if slot.is_none() {
            *slot = Some(text);
        }
    }

    fn spine(&self) -> impl Iterator<Item = &str> {
        self.order.iter().filter_map(|id| self.hrefs.get(id)).map(String::as_str)
    }
}
