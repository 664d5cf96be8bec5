//! The package file of a book: what it is called, who made it, and which pages it has.

use std::collections::HashMap;

use crate::block::Block;
use crate::boilerplate::Boilerplate;
use crate::label::Label;
use crate::read::dom::{Dom, Element, NodeId};

/// A date before that stands for no date.
const FIRST_YEAR: i16 = 1000;
/// A page that the guide calls no text has fewer words.
const LONGEST: usize = 700;

/// What the package file says.
#[derive(Debug, Default)]
pub(super) struct Package {
    pub(super) label: Label,
    hrefs: HashMap<String, String>,
    order: Vec<String>,
    /// What the guide says of whole pages, by the ends of their names.
    guide: Vec<(String, Boilerplate)>,
}

impl Package {
    pub(super) fn read(dom: &Dom) -> Self {
        let mut package = Self { label: label(dom), ..Self::default() };
        for (_, element) in dom.elements(0) {
            match &*element.name {
                "item" => package.item(element),
                "itemref" => package.order.extend(element.get("idref").map(str::to_owned)),
                "reference" => {
                    let kind = element.get("type").and_then(guide_kind);
                    let href = element.get("href").filter(|href| !href.contains('#'));
                    package
                        .guide
                        .extend(href.zip(kind).map(|(href, kind)| (href.to_owned(), kind)));
                }
                _ => {}
            }
        }
        package
    }

    fn item(&mut self, item: &Element) {
        // The table of contents is navigation.
        let is_nav = item.has_word("properties", &["nav"]);
        let media = item.get("media-type").unwrap_or("xhtml");
        let is_page = media.contains("html")
            || media.contains("xml") && !media.contains("ncx")
            || media.contains("text");
        if let (Some(id), Some(href), false, true) =
            (item.get("id"), item.get("href"), is_nav, is_page)
        {
            self.hrefs.insert(id.to_owned(), href.to_owned());
        }
    }

    /// The pages in order.
    pub(super) fn spine(&self) -> impl Iterator<Item = &str> {
        self.order.iter().filter_map(|id| self.hrefs.get(id)).map(String::as_str)
    }

    /// What the guide says of a page, if the page is as short as such pages are.
    pub(super) fn said(&self, name: &str, blocks: &[Block]) -> Option<Boilerplate> {
        let words: usize = blocks.iter().map(|block| block.text.split_whitespace().count()).sum();
        let found = self.guide.iter().find(|(href, _)| name.ends_with(href.as_str()));
        found.map(|(_, kind)| *kind).filter(|_| words < LONGEST)
    }
}

fn guide_kind(kind: &str) -> Option<Boilerplate> {
    match kind.to_ascii_lowercase().as_str() {
        "cover" | "title-page" | "titlepage" => Some(Boilerplate::Title),
        "copyright-page" | "colophon" => Some(Boilerplate::Imprint),
        "toc" | "loi" | "lot" => Some(Boilerplate::Contents),
        _ => None,
    }
}

fn label(dom: &Dom) -> Label {
    let texts = |name: &'static str| {
        let found = dom
            .elements(0)
            .filter(move |(id, element)| element.is(&[name]) && in_metadata(dom, *id));
        found.map(|(id, element)| (element, dom.words(id))).filter(|(_, text)| !text.is_empty())
    };
    // `<meta refines="#id" property="role">aut</meta>`
    let refined = |element: &Element, property: &str| {
        let id = element.get("id")?;
        let mut all = dom
            .elements(0)
            .filter(|(_, meta)| meta.is(&["meta"]) && meta.get("property") == Some(property));
        let found = all.find(|(_, meta)| {
            meta.get("refines").is_some_and(|to| to.trim_start_matches('#') == id)
        });
        found.map(|(meta, _)| dom.words(meta))
    };
    let role = |element: &Element| {
        let role = element.get("opf:role").map(str::to_owned).or_else(|| refined(element, "role"));
        role.map(|role| role.to_ascii_lowercase())
    };
    let titles: Vec<(bool, String)> = texts("title")
        .map(|(element, text)| (refined(element, "title-type").as_deref() == Some("main"), text))
        .collect();
    let title = titles
        .iter()
        .find(|(main, _)| *main)
        .or_else(|| titles.first())
        .map(|(_, text)| text.clone());
    let people: Vec<(bool, Option<String>, String)> = texts("creator")
        .map(|(element, text)| (true, role(element), text))
        .chain(texts("contributor").map(|(element, text)| (false, role(element), text)))
        .collect();
    let with = |wanted: &str| -> Vec<&str> {
        let found = people.iter().filter(|(_, role, _)| role.as_deref() == Some(wanted));
        found.map(|(_, _, name)| name.as_str()).collect()
    };
    let mut authors = with("aut");
    authors.extend(
        people
            .iter()
            .filter(|(creator, role, _)| *creator && role.is_none())
            .map(|(_, _, name)| name.as_str()),
    );
    if authors.is_empty() {
        authors = people
            .iter()
            .filter(|(creator, role, _)| *creator && role.as_deref() != Some("trl"))
            .map(|(_, _, name)| name.as_str())
            .collect();
    }
    let (year, is_original) = date(dom);
    Label {
        title,
        author: joined(&authors),
        language: texts("language").next().map(|(_, text)| text),
        year,
        translator: joined(&with("trl")),
        certain: true,
        is_edition: !is_original,
    }
}

fn in_metadata(dom: &Dom, id: NodeId) -> bool {
    dom.ancestors(id)
        .any(|up| dom.element(up).is_some_and(|element| element.is(&["metadata", "dc-metadata"])))
}

/// The year of a book, and whether it is that of the work.
fn date(dom: &Dom) -> (Option<i16>, bool) {
    let mut dates: Vec<(bool, i16)> = Vec::new();
    for (id, element) in dom.elements(0).filter(|(id, _)| in_metadata(dom, *id)) {
        let property = element.get("property").or(element.get("name")).unwrap_or_default();
        let is_date = element.is(&["date"])
            || matches!(
                property,
                "dcterms:created" | "dcterms:issued" | "dcterms:date" | "dcterms:dateCopyrighted"
            );
        let event = element.get("opf:event").unwrap_or_default().to_ascii_lowercase();
        let text = element.get("content").map_or_else(|| dom.words(id), str::to_owned);
        let year = text.trim().get(..4).and_then(|year| year.parse::<i16>().ok());
        if let Some(year) = year.filter(|year| is_date && *year >= FIRST_YEAR && *year <= 2100)
            && event != "modification"
        {
            dates.push((event.starts_with("original") || property == "dcterms:created", year));
        }
    }
    dates.sort_by_key(|(original, year)| (!original, *year));
    dates.first().map_or((None, false), |(original, year)| (Some(*year), *original))
}

/// Several names as one says them.
fn joined(names: &[&str]) -> Option<String> {
    let mut names: Vec<String> = names.iter().map(|name| forename_first(name)).collect();
    names.dedup();
    match names.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [first @ .., last] => Some(format!("{} and {last}", first.join(", "))),
    }
}

/// `Quill, Ada` is Ada Quill.
fn forename_first(name: &str) -> String {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.split_once(", ") {
        Some((last, first))
            if !first.contains(',')
                && first.split(' ').count() <= 3
                && last.split(' ').count() <= 3
                && !matches!(
                    first.trim_end_matches('.'),
                    "Jr" | "Sr" | "II" | "III" | "PhD" | "Ph.D" | "MD"
                )
                && first.starts_with(char::is_uppercase) =>
        {
            format!("{first} {last}")
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::dom::from_xml;

    fn read(metadata: &str) -> Label {
        let text = format!("<package><metadata>{metadata}</metadata></package>");
        Package::read(&from_xml(&text).unwrap().unwrap()).label
    }

    #[test]
    fn roles_and_dates() {
        let label = read(
            "<dc:title id='s'>Notes</dc:title><dc:title id='m'>Roads</dc:title>\
             <meta refines='#m' property='title-type'>main</meta>\
             <dc:creator id='t'>Bert Inkwell</dc:creator><meta refines='#t' property='role'>trl</meta>\
             <dc:creator>Quill, Ada</dc:creator><dc:creator>Otto Stein, Jr.</dc:creator>\
             <dc:date opf:event='publication'>2014</dc:date><dc:date opf:event='original-publication'>1911</dc:date>",
        );
        assert_eq!(label.title.as_deref(), Some("Roads"));
        assert_eq!(label.author.as_deref(), Some("Ada Quill and Otto Stein, Jr."));
        assert_eq!(label.translator.as_deref(), Some("Bert Inkwell"));
        assert_eq!((label.year, label.is_edition), (Some(1911), false));
        for undated in ["0101-01-01T00:00:00+00:00", "0000", "undated", "1-1-1"] {
            assert_eq!(read(&format!("<dc:date>{undated}</dc:date>")).year, None, "{undated}");
        }
    }
}
