//! What is known of the work: who wrote it, when, and where it came out.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use super::block::Block;
use super::boilerplate::Front;
use super::doubt::Doubt;
use super::label::Label;
use super::slug::slug;
use super::words::words;
use domain::fold;

/// Stands where nothing is known.
pub(super) const UNKNOWN: &str = "Unknown";
/// The year of a work of which none was found.
const NO_YEAR: i16 = 2000;
/// The rights in a work of which none were found.
const NO_RIGHTS: &str =
    "Not stated in the file: to be filled in before anything is quoted in public.";
/// The longest id of a work.
const LONGEST_ID: usize = 40;
/// What a work file holds at most in one line.
const LONGEST: usize = 250;
const LONGEST_NAME: usize = 100;
/// Books are made for screens since then: their date is hardly the work's.
const DIGITAL: i16 = 2000;
/// The years that a work file takes.
const YEARS: std::ops::RangeInclusive<i16> = -3000..=2100;

/// The head of a work file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Head {
    /// The id, which is the name of the file as well.
    pub id: String,
    /// The title.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// When it came out.
    pub year: i16,
    /// Who translated it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translator: Option<String>,
    /// The language of the text.
    pub language: String,
    /// Where it was published.
    pub source: String,
    /// Who holds the rights.
    pub rights: String,
}

/// Puts together what the operator, an earlier review, the title block, the file and its name say,
/// in that order; and what none of them says.
pub(super) fn metadata(
    file: &str,
    language: &str,
    label: &Label,
    front: &Front,
    blocks: &[Block],
    said: Option<&Head>,
    reviewed: Option<&Head>,
) -> (Head, Vec<Doubt>) {
    let mut doubts = Vec::new();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let empty = Head::default();
    let said = said.unwrap_or(&empty);
    let reviewed = reviewed.map(|earlier| filled_in(earlier, stem, blocks)).unwrap_or_default();
    let first = |candidates: [Option<&str>; 4]| {
        let mut found = candidates.into_iter().flatten().map(short);
        found.find(|text| !text.is_empty())
    };
    // What a book or a page says of itself goes before what stands at its top; of a PDF it is often
    // a file's name.
    let in_order = |of_label: Option<&'_ str>, of_front: Option<&'_ str>| {
        let (of_label, of_front) = (of_label.map(str::to_owned), of_front.map(str::to_owned));
        if label.certain { [of_label, of_front] } else { [of_front, of_label] }
    };
    let [one, other] = in_order(label.title.as_deref(), front.title.as_deref());
    let is_title = |title: &&str| title.contains(char::is_alphanumeric);
    let [one, other] = [one.as_deref().filter(is_title), other.as_deref().filter(is_title)];
    let title = first([Some(&said.title), Some(&reviewed.title), one, other]);
    let title = title.unwrap_or_else(|| {
        let title = title_of(stem);
        doubts.push(Doubt::NoTitle(title.clone()));
        title
    });
    let [one, other] = in_order(label.author.as_deref(), front.author.as_deref());
    let author =
        first([Some(&said.author), Some(&reviewed.author), one.as_deref(), other.as_deref()]);
    let author = author.map(|author| name(&author)).unwrap_or_else(|| {
        doubts.push(Doubt::NoAuthor);
        UNKNOWN.to_owned()
    });
    // What a person wrote stands as it is.
    let is_found = said.title.is_empty() && reviewed.title.is_empty();
    let title = if is_found { without_author(&title, &author) } else { title };
    let found = front.first_published.or(front.year);
    let named = year_of_name(stem);
    let years = [Some(said.year), Some(reviewed.year), found, label.year, named];
    if label.is_edition
        && found.is_none()
        && said.year == 0
        && reviewed.year == 0
        && label.year.is_some_and(|year| year >= DIGITAL)
    {
        doubts.push(Doubt::EditionYear);
    }
    let year =
        years.into_iter().flatten().find(|year| *year != 0 && YEARS.contains(year)).unwrap_or_else(
            || {
                let latest = latest_year(blocks);
                doubts.push(latest.map_or(Doubt::NoYear, Doubt::GuessedYear));
                latest.unwrap_or(NO_YEAR)
            },
        );
    let translator = first([
        said.translator.as_deref(),
        reviewed.translator.as_deref(),
        front.translator.as_deref(),
        label.translator.as_deref(),
    ]);
    let translator = translator.map(|translator| name(&translator));
    let credits = front.source.join("; ");
    let source = first([Some(&said.source), Some(&reviewed.source), Some(&credits), None]);
    let source = source.unwrap_or_else(|| format!("imported from {}", short(file)));
    let rights =
        first([Some(&said.rights), Some(&reviewed.rights), None, None]).unwrap_or_else(|| {
            doubts.push(Doubt::NoRights);
            NO_RIGHTS.to_owned()
        });
    let id = first([Some(&said.id), Some(&reviewed.id), None, None])
        .unwrap_or_else(|| slug(stem, LONGEST_ID));
    let language = if said.language.is_empty() { language } else { &said.language }.to_owned();
    (Head { id, title, author, year, translator, language, source, rights }, doubts)
}

/// What somebody has filled in since an earlier import: what that import put where it found nothing
/// is still to be looked at.
fn filled_in(earlier: &Head, stem: &str, blocks: &[Block]) -> Head {
    let mut reviewed = earlier.clone();
    if reviewed.author == UNKNOWN {
        reviewed.author.clear();
    }
    if reviewed.rights == NO_RIGHTS {
        reviewed.rights.clear();
        // A head that somebody has looked through may well have this title and this year.
        if reviewed.title == title_of(stem) {
            reviewed.title.clear();
        }
        if reviewed.year == latest_year(blocks).unwrap_or(NO_YEAR) {
            reviewed.year = 0;
        }
    }
    reviewed
}

/// A title without the name of its author after it: `Walden, by Henry David Thoreau`.
fn without_author(title: &str, author: &str) -> String {
    let cut = [", by ", " by ", " — ", " – ", " - ", " | "].iter().find_map(|between| {
        let (before, last) = title.rsplit_once(between)?;
        (fold(last.trim()) == fold(author) && !before.trim().is_empty()).then_some(before)
    });
    cut.unwrap_or(title).trim().to_owned()
}

/// The year of a date that a file's name starts with, as those of a blog's posts do:
/// `2019-03-01-roads`.
fn year_of_name(stem: &str) -> Option<i16> {
    let [year, month, day] = [stem.get(..4)?, stem.get(4..7)?, stem.get(7..10)?];
    let part = |text: &str| text.strip_prefix('-')?.parse::<u8>().ok();
    let is_date = part(month).is_some_and(|month| (1..=12).contains(&month))
        && part(day).is_some_and(|day| (1..=31).contains(&day))
        && stem.get(10..).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_', ' ']));
    year.parse().ok().filter(|year| is_date && (1900..=2100).contains(year))
}

/// Whether a character shows nothing, or turns the direction of writing.
fn is_hidden(c: char) -> bool {
    let turns =
        matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    (c.is_control() && !c.is_whitespace())
        || turns
        || matches!(c, '\u{FEFF}' | '\u{AD}' | '\u{200B}')
}

/// A person's name, no longer than a work file can hold.
fn name(text: &str) -> String {
    text.chars().take(LONGEST_NAME).collect::<String>().trim().to_owned()
}

/// A line that a work file can hold.
fn short(text: &str) -> String {
    let text = text.nfc().filter(|c| !is_hidden(*c)).collect::<String>();
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.chars().take(LONGEST).collect::<String>().trim().to_owned()
}

fn title_of(stem: &str) -> String {
    let text = stem.replace(['-', '_'], " ");
    let mut chars = text.trim().chars();
    let title =
        chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect());
    let title = short(&title);
    if title.is_empty() { "Untitled".to_owned() } else { title }
}

/// The latest year that a text speaks of.
fn latest_year(blocks: &[Block]) -> Option<i16> {
    let dated = blocks.iter().filter(|block| block.text.bytes().any(|b| b.is_ascii_digit()));
    let numbers = dated.flat_map(|block| block.text.split(|c: char| !c.is_alphanumeric()));
    numbers
        .filter(|word| word.len() == 4 && words(word).next().is_none())
        .filter_map(|word| word.parse::<i16>().ok())
        .filter(|year| (1500..=2050).contains(year))
        .max()
}
