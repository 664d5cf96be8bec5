//! Lines that say who made a copy, and where it was published.

/// What the title block says of a work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Front {
    pub(crate) title: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) translator: Option<String>,
    pub(crate) source: Vec<String>,
    pub(crate) year: Option<i16>,
    /// When an imprint says that the work came out first.
    pub(crate) first_published: Option<i16>,
    pub(crate) language: Option<String>,
    /// Names and titles that stand at the top, in order.
    pub(crate) lines: Vec<String>,
}

/// Whether a line is a credit; what it tells is noted.
pub(super) fn credit(line: &str, front: &mut Front) -> bool {
    const STARTS: &[&str] = &[
        "translated by",
        "translation by",
        "translated from",
        "transcribed by",
        "transcription",
        "marked up by",
        "html mark-up",
        "html markup",
        "mark-up",
        "proofread",
        "edited by",
        "published",
        "first published",
        "originally published",
        "source:",
        "source :",
        "written:",
        "written in",
        "online version",
        "copyleft",
        "copyright",
        "©",
        "creative commons",
        "public domain",
        "downloaded from",
        "from the archive",
        "retrieved",
        "digitised",
        "digitized",
        "delivered:",
        "traduit",
        "traduction",
        "übersetzt",
        "übersetzung",
        "quelle",
        "isbn",
        "with thanks to",
        "first printed",
        "reprinted",
    ];
    let lower = line.to_lowercase();
    let is_source = lower.starts_with("from ") && has_reference(&lower);
    if !is_source && !STARTS.iter().any(|start| lower.starts_with(start)) {
        return false;
    }
    if front.translator.is_none()
        && let Some(by) = ["translated by ", "translation by ", "traduit par "]
            .iter()
            .find(|by| lower.starts_with(**by))
    {
        let name = line.get(by.len()..).unwrap_or_default();
        let name = name.split(['.', ',', ';', '(']).next().unwrap_or_default().trim();
        front.translator = (!name.is_empty()).then(|| name.to_owned());
    } else {
        front.source.push(line.trim_end_matches('.').to_owned());
    }
    front.year = front.year.or_else(|| year(line));
    true
}

fn has_reference(line: &str) -> bool {
    year(line).is_some() || ["vol.", "no.", "pp.", "p."].iter().any(|mark| line.contains(mark))
}

/// A year that a line has in it.
pub(crate) fn year(line: &str) -> Option<i16> {
    line.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .find(|year| (1450..=2100).contains(year))
}

/// Whether a text is one of the last lines of a page.
pub(super) fn is_footer(text: &str) -> bool {
    const STARTS: &[&str] = &[
        "last updated",
        "last modified",
        "updated on",
        "top of page",
        "top of the page",
        "back to top",
        "return to top",
        "back to the top",
        "©",
        "copyright",
        "all rights reserved",
        "retrieved from",
        "this page was",
        "dernière mise",
        "zuletzt",
        "letzte änderung",
        "printed from",
    ];
    let lower = text.trim().to_lowercase();
    lower.chars().count() <= 200
        && (STARTS.iter().any(|start| lower.starts_with(start))
            || !lower.chars().any(char::is_alphanumeric))
}
