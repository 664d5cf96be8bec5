//! The title of a page of the web, and what is only the name of its site.

use super::meta::Meta;
use crate::label::is_leftover;
use crate::read::dom::{Dom, NodeId};

/// What stands between a title and the name of a site.
pub(super) const SEPARATORS: &[&str] =
    &[" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " / ", " > ", " « "];

/// A longer title may be a summary.
const LONG: usize = 120;
/// So many headings are looked at.
const FIRST: usize = 6;
/// A shorter heading may be any.
const SHORTEST: usize = 20;

/// What the page calls its site: by its own word, or by what its tab shows beside the title.
pub(super) fn site(dom: &Dom) -> Vec<String> {
    let said = Meta::of(dom).first(&["og:site_name", "application-name"]);
    let tab = tab_title(dom).unwrap_or_default();
    let last = SEPARATORS.iter().find_map(|separator| tab.rsplit_once(separator));
    let names = said.into_iter().chain(last.map(|(_, site)| site.to_owned()));
    names.map(|name| name.trim().to_owned()).filter(|name| name.chars().count() > 3).collect()
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
pub(super) fn printed_title(dom: &Dom, site: Option<&str>) -> Option<String> {
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

/// What a page prints of a title that goes on as a summary of the text.
pub(super) fn printed_start(title: &str, dom: &Dom) -> Option<String> {
    if title.len() <= LONG {
        return None;
    }
    let whole = plain(title);
    let headings = dom.elements(0).filter(|(_, e)| e.is(&["h1", "h2"])).take(FIRST);
    let headings = headings.filter(|(id, _)| !leads_home(dom, *id));
    let mut texts = headings.map(|(id, _)| dom.words(id));
    texts.find(|text| {
        let start = plain(text);
        start.len() >= SHORTEST && whole.strip_prefix(&start).is_some_and(|r| r.starts_with(' '))
    })
}

/// `The Project Gutenberg eBook of Walden, by Henry David Thoreau` is Walden.
fn without_frame(title: &str) -> &str {
    crate::boilerplate::gutenberg_title(title).unwrap_or(title)
}

/// A title without the name of its site.
pub(super) fn without_site(title: &str, site: Option<&str>, dom: &Dom) -> String {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts =
        |separator: &'static str| title.split(separator).map(str::trim).collect::<Vec<&str>>();
    let same = |one: &str, other: &str| plain(one) == plain(other);
    // What the tab shows before the name of the site has that name no more.
    let tab = tab_title(dom).unwrap_or_default();
    let rest = tab.strip_prefix(&title).unwrap_or_default();
    let mut set_off = SEPARATORS.iter().filter_map(|separator| rest.strip_prefix(separator));
    if set_off.any(|rest| site.is_some_and(|site| same(site, rest))) {
        return title;
    }
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
        let headings = dom.elements(0).filter(|(_, e)| e.is(&["h1", "h2"])).take(FIRST);
        let headings = headings.filter(|(id, _)| !leads_home(dom, *id));
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

/// The letters and digits of a text: what is left if it is typeset in another way.
pub(super) fn plain(text: &str) -> String {
    let folded = domain::fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Whether a heading leads to the first page of its site, as the name of a site does.
fn leads_home(dom: &Dom, heading: NodeId) -> bool {
    let inside = dom.elements(heading).map(|(id, _)| id);
    let mut around = inside.chain(dom.ancestors(heading)).filter_map(|id| dom.element(id));
    around.any(|element| element.is(&["a"]) && element.get("href").is_some_and(is_home))
}

/// Whether an address is that of a site itself: `/`, `../index.html`, `https://quarter.example`.
fn is_home(address: &str) -> bool {
    let address = address.trim();
    let path = match address.split_once("//") {
        Some((_, rest)) => rest.split_once('/').map_or("", |(_, path)| path),
        None if address.starts_with(['#', '?']) || address.is_empty() => return false,
        None => address,
    };
    let (folders, last) = path.rsplit_once('/').unwrap_or(("", path));
    let is_index = last.is_empty() || last.starts_with("index.");
    is_index && folders.split('/').all(|folder| matches!(folder, "" | "." | ".."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_sites() {
        for (address, home) in [
            ("/", true),
            ("./", true),
            ("../../index.html", true),
            ("index.php", true),
            ("https://quarter.example", true),
            ("//quarter.example/", true),
            ("https://quarter.example/ferry", false),
            ("/ferry/", false),
            ("ferry/index.html", false),
            ("#rope", false),
            ("?p=12", false),
            ("", false),
        ] {
            assert_eq!(is_home(address), home, "{address}");
        }
    }
}
