//! Title, author, date and language of a page of the web.

use super::json_ld::{self, Described};
use super::meta::Meta;
use super::title::{printed_start, printed_title, without_site};
use super::{Plan, content};
use crate::boilerplate::{byline, is_name, year};
use crate::label::Label;
use crate::read::dom::{Dom, Element, NodeId};

/// Where a page says its title, the likeliest first.
const TITLES: &[&str] = &[
    "dc.title",
    "dcterms.title",
    "citation_title",
    "og:title",
    "twitter:title",
    "parsely-title",
    "title",
];
/// Where it says who wrote it.
const AUTHORS: &[&str] = &[
    "author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "parsely-author",
    "article:author",
    "byl",
    "sailthru.author",
    "og:article:author",
    "twitter:creator_name",
];
/// Where it says when it came out.
const DATES: &[&str] = &[
    "dc.date",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.issued",
    "dc.date.created",
    "citation_publication_date",
    "citation_date",
    "article:published_time",
    "og:article:published_time",
    "date",
    "parsely-pub-date",
    "pubdate",
];
/// Where it says its language.
const LANGUAGES: &[&str] =
    &["content-language", "dc.language", "dcterms.language", "language", "og:locale"];

/// What the head of a page says.
pub(super) fn label(dom: &Dom) -> Label {
    let described = json_ld::find(dom);
    let meta = Meta::of(dom);
    let title = title(dom, &meta, &described);
    let authors = match described.authors.is_empty() {
        true => meta.all(AUTHORS),
        false => described.authors,
    };
    let date = described.date.or_else(|| meta.first(DATES));
    let translator = described.translators.into_iter().next();
    let language = declared_language(dom).or(described.language);
    Label {
        title: title.filter(|title| !title.is_empty()),
        author: names(&authors),
        language: language.or_else(|| meta.first(LANGUAGES)),
        year: date.as_deref().and_then(year),
        translator: translator.or_else(|| meta.first(&["translator", "dc.contributor.translator"])),
        certain: true,
        is_edition: false,
    }
}

fn declared_language(dom: &Dom) -> Option<String> {
    let html = dom.element(dom.find("html")?)?;
    let tag = html.get("lang").or_else(|| html.get("xml:lang"))?;
    (!tag.trim().is_empty()).then(|| tag.to_owned())
}

/// The title as the page describes itself, else as it prints it.
fn title(dom: &Dom, meta: &Meta, described: &Described) -> Option<String> {
    let site = meta.first(&["og:site_name", "application-name"]).or(described.site.clone());
    // A description of a thing has its name; the headline may only explain it.
    let shown = |title: &&String| {
        let mut headings = dom.elements(0).filter(|(_, element)| element.is(&["h1"]));
        headings.any(|(id, _)| domain::fold(&dom.words(id)) == domain::fold(title.trim()))
    };
    let said = described.name.as_ref().filter(shown).or(described.title.as_ref()).cloned();
    said.or_else(|| meta.first(TITLES))
        .map(|title| printed_start(&title, dom).unwrap_or(title))
        .map(|title| without_site(&title, site.as_deref(), dom))
        .or_else(|| printed_title(dom, site.as_deref()))
}

/// Adds what stands beside the text: a byline, a date.
pub(super) fn complete(label: &mut Label, dom: &Dom, plan: &Plan) {
    let shown = |id: NodeId| {
        !std::iter::once(id)
            .chain(dom.ancestors(id))
            .any(|up| plan.notes.contains_key(&up) || plan.dropped.contains(&up))
            && !content::is_in_answers(dom, id)
    };
    if label.author.is_none() {
        label.author = said_author(dom, &shown);
    }
    if label.year.is_none() {
        let times = dom.elements(0).filter(|(id, element)| {
            (element.is(&["time"]) || element.get("itemprop") == Some("datePublished"))
                && shown(*id)
        });
        label.year = times
            .filter_map(|(id, element)| {
                let text = dom.words(id);
                element
                    .get("datetime")
                    .or(element.get("content"))
                    .and_then(year)
                    .or_else(|| year(&text))
            })
            .next();
    }
}

/// The author as an element says it: by its property, its relation, or its class and its words.
fn said_author(dom: &Dom, shown: &dyn Fn(NodeId) -> bool) -> Option<String> {
    let text = |id: NodeId| {
        let inner = dom
            .elements(id)
            .find(|(inner, element)| *inner != id && element.get("itemprop") == Some("name"));
        inner.map_or_else(|| dom.words(id), |(inner, _)| dom.words(inner))
    };
    let by = |is: &dyn Fn(&Element) -> bool| {
        let found = dom.elements(0).filter(|(id, element)| is(element) && shown(*id));
        let mut names: Vec<String> =
            found.filter_map(|(id, _)| author_in(&text(id))).take(4).collect();
        names.dedup();
        names.into_iter().next()
    };
    by(&|element| element.has_word("itemprop", &["author", "creator"]))
        .or_else(|| by(&|element| element.has_word("rel", &["author"]) && element.is(&["a"])))
        .or_else(|| {
            by(&|element| {
                let names = [element.get("class"), element.get("id")].into_iter().flatten();
                names.flat_map(|names| names.split(|c: char| !c.is_alphanumeric())).any(|name| {
                    ["byline", "author", "writtenby", "dateline"]
                        .iter()
                        .any(|n| n.eq_ignore_ascii_case(name))
                })
            })
        })
}

/// A name in the words of a byline.
fn author_in(text: &str) -> Option<String> {
    if text.chars().count() > 120 {
        return None;
    }
    let found = byline(text).and_then(|found| found.author);
    found.or_else(|| {
        let first = text.split(['|', '•', '·', '–', '—', '(']).next().unwrap_or(text);
        let first = first.split(" on ").next().unwrap_or(first).trim().trim_end_matches([',', '.']);
        is_name(first).then(|| first.to_owned())
    })
}

/// The names of people, without addresses and what a site puts around them.
fn names(all: &[String]) -> Option<String> {
    let mut found: Vec<String> = Vec::new();
    for name in all {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = name.split(" (").next().unwrap_or(&name).to_owned();
        let name = byline(&name).and_then(|found| found.author).unwrap_or(name);
        let name = name.trim_matches(['@', ' ', ',']).to_owned();
        if !name.is_empty()
            && !name.contains("://")
            && !name.contains("www.")
            && !name.starts_with('/')
            && !found.contains(&name)
        {
            found.push(name);
        }
    }
    (!found.is_empty()).then(|| found.join(", "))
}
