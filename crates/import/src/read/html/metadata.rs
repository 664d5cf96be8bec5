//! Title, author, date and language of a page of the web.

use super::{Plan, content, json_ld};
use crate::boilerplate::{byline, is_name, year};
use crate::label::{Label, is_leftover};
use crate::read::dom::{Dom, Element, NodeId};

/// What stands between a title and the name of a site.
pub(super) const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / ", " > ", " « "];

/// What the head of a page says.
pub(super) fn label(dom: &Dom) -> Label {
    let described = json_ld::find(dom);
    let meta = Meta::of(dom);
    let language = dom
        .find("html")
        .and_then(|id| dom.element(id))
        .and_then(|html| html.get("lang").or_else(|| html.get("xml:lang")));
    let language = language.filter(|tag| !tag.trim().is_empty()).map(str::to_owned);
    let site = meta.first(&["og:site_name", "application-name"]).or(described.site.clone());
    // A description of a thing has its name; the headline may only explain it.
    let shown = |title: &&String| {
        let mut headings = dom.elements(0).filter(|(_, element)| element.is(&["h1"]));
        headings.any(|(id, _)| domain::fold(&dom.words(id)) == domain::fold(title.trim()))
    };
    let name = described.name.as_ref().filter(shown).cloned();
    let title = name
        .or_else(|| described.title.clone())
        .or_else(|| {
            meta.first(&[
                "dc.title",
                "dcterms.title",
                "dc:title",
                "citation_title",
                "og:title",
                "twitter:title",
                "parsely-title",
                "title",
            ])
        })
        .map(|title| without_site(&title, site.as_deref(), dom))
        .or_else(|| printed_title(dom, site.as_deref()));
    let mut authors = described.authors.clone();
    if authors.is_empty() {
        authors = meta.all(&[
            "author",
            "dc.creator",
            "dcterms.creator",
            "dc:creator",
            "citation_author",
            "parsely-author",
            "article:author",
            "byl",
            "sailthru.author",
            "og:article:author",
            "twitter:creator_name",
        ]);
    }
    let date = described.date.clone().or_else(|| {
        meta.first(&[
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
        ])
    });
    let translator = described
        .translators
        .first()
        .cloned()
        .or_else(|| meta.first(&["translator", "dc.contributor.translator"]));
    Label {
        title: title.filter(|title| !title.is_empty()),
        author: names(&authors),
        language: language.or(described.language).or_else(|| {
            meta.first(&[
                "content-language",
                "dc.language",
                "dcterms.language",
                "language",
                "og:locale",
            ])
        }),
        year: date.as_deref().and_then(year),
        translator,
        certain: true,
        is_edition: false,
    }
}

/// What the page calls its site: by its own word, or by what its tab shows beside the title.
pub(super) fn site(dom: &Dom) -> Vec<String> {
    let said = Meta::of(dom).first(&["og:site_name", "application-name"]);
    let tab = tab_title(dom).unwrap_or_default();
    let last = SEPARATORS.iter().find_map(|separator| tab.rsplit_once(separator));
    let names = said.into_iter().chain(last.map(|(_, site)| site.to_owned()));
    names.map(|name| name.trim().to_owned()).filter(|name| name.chars().count() > 3).collect()
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

/// What a page shows in its tab.
pub(super) fn tab_title(dom: &Dom) -> Option<String> {
    let is_drawn = |id| dom.ancestors(id).any(|up| dom.element(up).is_some_and(|e| e.is(&["svg"])));
    let mut titles = dom.elements(0).filter(|(_, element)| element.is(&["title"]));
    let (id, _) = titles.find(|(id, _)| !is_drawn(*id))?;
    let text: String = dom.range(id).filter_map(|id| dom.text_of(id)).collect();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The title that a page shows in its tab or as its first heading.
fn printed_title(dom: &Dom, site: Option<&str>) -> Option<String> {
    let title = tab_title(dom);
    let headings: Vec<String> = dom
        .elements(0)
        .filter(|(_, element)| element.is(&["h1"]))
        .map(|(id, _)| dom.words(id))
        .filter(|text| !text.is_empty())
        .collect();
    let is_one = title.is_none() || headings.len() < 2;
    match title.filter(|title| !title.is_empty() && !is_leftover(title)) {
        Some(title) => {
            let title = without_frame(&title);
            Some(without_site(title, site, dom))
        }
        // Several headings are those of chapters.
        None => headings.into_iter().next().filter(|_| is_one),
    }
}

/// `The Project Gutenberg eBook of Walden, by Henry David Thoreau` is Walden.
fn without_frame(title: &str) -> &str {
    crate::boilerplate::gutenberg_title(title).unwrap_or(title)
}

/// A title without the name of its site.
fn without_site(title: &str, site: Option<&str>, dom: &Dom) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts =
        |separator: &'static str| title.split(separator).map(str::trim).collect::<Vec<&str>>();
    let same = |one: &str, other: &str| domain::fold(one).trim() == domain::fold(other).trim();
    for separator in SEPARATORS {
        let all = parts(separator);
        let (Some(first), Some(last)) = (all.first(), all.last()) else {
            continue;
        };
        if all.len() < 2 {
            continue;
        }
        let headed = dom.find("h1").filter(|id| !dom.words(*id).is_empty());
        // What the page prints as its heading is the title: the longest that is, and not the name
        // of the site beside a longer one.
        let headings = dom.elements(0).filter(|(_, e)| e.is(&["h1", "h2"])).take(6);
        let headings: Vec<String> = headings.map(|(id, _)| dom.words(id)).collect();
        let runs =
            (1..all.len()).flat_map(|size| (0..=all.len() - size).map(move |from| (from, size)));
        let printed = runs
            .map(|(from, size)| all.get(from..from + size).unwrap_or_default().join(separator))
            .filter(|part| headings.iter().any(|heading| same(part, heading)))
            .max_by_key(|part| part.chars().count());
        if let Some(part) = printed.filter(|part| part != last || part.len() >= first.len()) {
            return part;
        }
        if site.is_some_and(|site| same(site, last)) {
            return all.get(..all.len() - 1).unwrap_or_default().join(separator);
        }
        if site.is_some_and(|site| same(site, first)) {
            return all.get(1..).unwrap_or_default().join(separator);
        }
        let words = |text: &str| text.split_whitespace().count();
        let named = last.starts_with(char::is_uppercase) && words(last) <= 4;
        let pipe = matches!(separator.trim(), "|" | "::" | "»" | "·");
        let no_site = site.is_none() && headed.is_none();
        if named && (pipe || no_site) && words(&title) - words(last) >= 3 {
            return all.get(..all.len() - 1).unwrap_or_default().join(separator);
        }
    }
    title
}

/// The `meta` elements of a page.
struct Meta(Vec<(String, String)>);

impl Meta {
    fn of(dom: &Dom) -> Self {
        let all =
            dom.elements(0).filter(|(_, element)| element.is(&["meta"])).filter_map(|(_, meta)| {
                let content = meta.get("content")?.trim();
                (!content.is_empty()).then_some((meta, content))
            });
        let pairs = all.flat_map(|(meta, content)| {
            let names = ["name", "property", "itemprop", "http-equiv"];
            let names = names.iter().filter_map(|key| meta.get(key));
            names.map(|name| (name.trim().to_lowercase(), content.to_owned())).collect::<Vec<_>>()
        });
        Self(pairs.collect())
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names
            .iter()
            .find_map(|name| self.0.iter().find(|(key, _)| key == name))
            .map(|(_, value)| value.clone())
    }

    /// The values of the first name that is there and leads to no address.
    fn all(&self, names: &[&str]) -> Vec<String> {
        let of = |name: &&str| -> Vec<String> {
            let is_address =
                |value: &str| value.split(" (").next().unwrap_or(value).contains("://");
            let values = self.0.iter().filter(|(key, value)| key == name && !is_address(value));
            values.map(|(_, value)| value.clone()).collect()
        };
        names.iter().map(of).find(|values| !values.is_empty()).unwrap_or_default()
    }
}
