//! Sections that a person named or drew anew stay, as long as they still fit the text.

use toml_edit::{DocumentMut, Item, Table};

use super::Imported;
use super::structure::Part;
use domain::corpus::SectionKind;

/// The sections of an earlier work file.
pub(super) fn sections(document: &DocumentMut) -> Vec<Part> {
    let tables = document.get("section").and_then(Item::as_array_of_tables);
    tables.into_iter().flatten().filter_map(section).collect()
}

fn section(table: &Table) -> Option<Part> {
    let number = |key| u16::try_from(table.get(key)?.as_integer()?).ok();
    let kind = match table.get("kind")?.as_str()? {
        "body" => SectionKind::Body,
        "introduction" => SectionKind::Introduction,
        "notes" => SectionKind::Notes,
        _ => return None,
    };
    let title = table.get("title")?.as_str()?.to_owned();
    Some(Part {
        number: number("number")?,
        label: None,
        title,
        kind,
        first: number("first")?,
        last: number("last")?,
    })
}

/// Puts the earlier sections in the place of those that were found, if they hold the same
/// paragraphs; says so if they do not.
pub(super) fn keep(imported: &mut Imported, earlier: &[Part]) {
    if earlier.is_empty() || earlier == imported.sections {
        return;
    }
    let mut next = 1;
    let whole = earlier.iter().all(|part| {
        let follows = part.first == next && part.last >= part.first;
        next = part.last.saturating_add(1);
        follows
    });
    let fits = whole && usize::from(next) == imported.paragraphs.len() + 1;
    if !fits {
        imported.doubts.push(
            "the text has more or fewer paragraphs than at the last import: its sections were found anew, \
             and titles that were changed by hand have to be changed again"
                .to_owned(),
        );
        return;
    }
    let found = std::mem::replace(&mut imported.sections, earlier.to_vec());
    for part in &mut imported.sections {
        // The file has no room for the number of a heading.
        let printed = found.iter().find(|found| found.first == part.first);
        part.label = printed.and_then(|found| found.label.clone());
    }
    let section = |paragraph: u16| {
        let part = earlier.iter().find(|part| (part.first..=part.last).contains(&paragraph));
        part.map_or(1, |part| part.number)
    };
    for paragraph in &mut imported.paragraphs {
        paragraph.section = section(paragraph.number);
    }
    for quote in &mut imported.quotes {
        quote.section = section(quote.paragraph);
    }
    for question in &mut imported.questions {
        question.section = section(question.paragraph);
    }
}
