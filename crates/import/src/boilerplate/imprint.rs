//! The pages that are bound with a book and are not its text: title page, imprint, contents,
//! advertisements. They are judged by what they contain and where they stand.

use super::{Boilerplate, is_leader};
use crate::block::Block;

/// An imprint has fewer words.
const LONGEST_IMPRINT: usize = 700;
/// A page that only advertises has fewer words.
const LONGEST_ADVERTISEMENT: usize = 350;
/// A title page has fewer words.
const LONGEST_TITLE: usize = 60;

/// A page of a book, as far as it has to be known to judge it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Matter<'a> {
    pub(crate) blocks: &'a [Block],
    /// Which part of its letters stands in links to other pages.
    pub(crate) linked: f64,
    /// How many pages come before it, and how many come after.
    pub(crate) before: usize,
    pub(crate) after: usize,
    pub(crate) title: Option<&'a str>,
}

impl Matter<'_> {
    /// What the page is, if it is no text.
    pub(crate) fn judge(self) -> Option<Boilerplate> {
        let texts = || {
            self.blocks.iter().filter(|block| block.note.is_none()).map(|block| block.text.as_str())
        };
        let words: usize = texts().map(|text| text.split_whitespace().count()).sum();
        if words == 0 || self.blocks.iter().any(|block| block.note.is_some()) {
            return None;
        }
        let at_edge = self.before < 8 || self.after < 6;
        let lines = texts().flat_map(|text| text.split('\n'));
        let leaders = lines.clone().filter(|line| is_leader(line)).count();
        if at_edge && (self.linked > 0.6 || leaders * 2 > lines.count()) {
            return Some(Boilerplate::Contents);
        }
        let lower = texts().collect::<Vec<_>>().join("\n").to_lowercase();
        if at_edge && words < LONGEST_IMPRINT && evidence(&lower, IMPRINT) >= 2 {
            return Some(Boilerplate::Imprint);
        }
        let sentences =
            texts().filter(|text| text.trim_end().ends_with(['.', '!', '?', '。'])).count();
        let titled = self.title.is_some_and(|title| texts().any(|text| same(text, title)));
        if self.before < 4
            && words < LONGEST_TITLE
            && sentences == 0
            && titled
            && self.blocks.len() > 1
        {
            return Some(Boilerplate::Title);
        }
        let at_end = self.after < 4 && self.before > 0;
        if at_end && words < LONGEST_ADVERTISEMENT && evidence(&lower, ADVERTISEMENT) >= 2 {
            return Some(Boilerplate::Advertisement);
        }
        None
    }
}

fn same(text: &str, title: &str) -> bool {
    domain::fold(text.trim()) == domain::fold(title.trim())
}

/// How many of several kinds of signs a text has.
fn evidence(lower: &str, kinds: &[&[&str]]) -> usize {
    kinds.iter().filter(|signs| signs.iter().any(|sign| lower.contains(sign))).count()
}

/// What an imprint or a colophon has, each line one kind.
const IMPRINT: &[&[&str]] = &[
    &[
        "all rights reserved",
        "tous droits réservés",
        "alle rechte vorbehalten",
        "todos los derechos",
        "tutti i diritti",
        "no part of this",
        "no rights reserved",
        "alle rechten voorbehouden",
        "все права",
    ],
    &[
        "isbn",
        "issn",
        "library of congress",
        "cataloguing",
        "cataloging",
        "dépôt légal",
        "bibliothek verzeichnet",
        "depósito legal",
    ],
    &[
        "copyright",
        "©",
        "(c) 1",
        "(c) 2",
        "copyleft",
        "creative commons",
        "public domain",
        "cc0",
        "anti-copyright",
    ],
    &[
        "published by",
        "publishing",
        "publishers",
        "first published",
        "herausgegeben",
        "éditions",
        "editorial",
        "verlag",
        " press",
    ],
    &[
        "printed in",
        "printed by",
        "printed and bound",
        "gedruckt",
        "imprimé",
        "impreso",
        "impression",
        "typeset",
        "cover design",
        "cover image",
    ],
    &[
        "this ebook",
        "this e-book",
        "ebook edition",
        "produced by",
        "proofread",
        "transcri",
        "standard ebooks",
        "digital edition",
    ],
];

/// What an advertisement has.
const ADVERTISEMENT: &[&[&str]] = &[
    &["newsletter", "mailing list", "sign up", "subscribe", "follow us", "s'abonner", "abonnieren"],
    &[
        "if you enjoyed",
        "if you liked",
        "thank you for reading",
        "leave a review",
        "rate this book",
        "we hope you",
    ],
    &[
        "also by",
        "other books",
        "more books",
        "other titles",
        "more from",
        "coming soon",
        "also available",
        "by the same author",
        "du même auteur",
        "vom selben autor",
    ],
    &["www.", "http", ".com", ".org", "visit our", "our website", "our catalogue", "our catalog"],
    &[
        "about the author",
        "about the publisher",
        "is the author of",
        "lives in",
        "über den autor",
        "à propos de l’auteur",
        "sobre el autor",
    ],
];
