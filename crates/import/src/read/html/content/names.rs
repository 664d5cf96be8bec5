//! What elements call themselves. It only tips the scales.

use crate::read::dom::{Dom, Element, NodeId};

/// Whether an element calls itself the answers of readers.
pub(super) fn is_named_answers(element: &Element) -> bool {
    let names = [element.get("class"), element.get("id")].into_iter().flatten();
    !element.is(&["body", "html"])
        && names.flat_map(|names| names.split(|c: char| !c.is_alphanumeric())).any(|name| {
            ["comment", "comments", "commentlist", "disqus", "replies", "respond", "discussion"]
                .iter()
                .any(|known| known.eq_ignore_ascii_case(name))
        })
}

/// Whether a node stands among the answers of readers.
pub(in crate::read::html) fn is_in_answers(dom: &Dom, id: NodeId) -> bool {
    let mut around = std::iter::once(id).chain(dom.ancestors(id)).filter_map(|id| dom.element(id));
    around.any(is_named_answers)
}

/// Whether an element calls itself by a name that things around a text have.
pub(super) fn is_named_around(element: &Element) -> bool {
    const NAMES: &[&str] = &[
        "nav",
        "navbar",
        "navigation",
        "menu",
        "footer",
        "sidebar",
        "breadcrumb",
        "breadcrumbs",
        "share",
        "sharing",
        "social",
        "cookie",
        "cookies",
        "consent",
        "related",
        "comment",
        "comments",
        "disqus",
        "promo",
        "newsletter",
        "subscribe",
        "subscription",
        "signup",
        "sponsor",
        "sponsored",
        "ad",
        "ads",
        "advert",
        "advertisement",
        "recommended",
        "recommendations",
        "popular",
        "trending",
        "tags",
        "toolbar",
        "widget",
        "paywall",
        "banner",
        "bio",
        "print",
        "rating",
        "pagination",
        "pager",
        "skip",
        "hidden",
        "modal",
        "popup",
        "login",
        "signin",
        "taboola",
        "outbrain",
        "utility",
        "byline",
        "caption",
        "credit",
        "teaser",
        "teasers",
        "copyright",
        "disclaimer",
        "more",
        "next",
        "prev",
        "previous",
        "latest",
    ];
    [element.get("class"), element.get("id")].into_iter().flatten().any(|names| {
        names
            .split(|c: char| !c.is_alphanumeric())
            .any(|name| NAMES.iter().any(|n| n.eq_ignore_ascii_case(name)))
    })
}
