//! Writes a work file, or brings an earlier one up to date.

use std::fmt::Write as _;

use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value, value};

use super::candidates::FOLLOW_UPS;
use super::candidates::{AuthorQuestion, QuoteCandidate, Suggestion};
use super::imported::Imported;
use super::previous::{IDS, Previous};
use super::structure::{Paragraph, Voice, section_kind};

/// The text of the work file.
pub(super) fn write(imported: &Imported, previous: Previous) -> String {
    let mut document = previous.document.unwrap_or_default();
    let is_new = document.get("work").is_none();
    if is_new {
        document.insert("work", Item::Table(head(imported)));
    }
    document.insert("section", Item::ArrayOfTables(sections(imported)));
    let quotes = tables(&document, "quote");
    document.insert("quote", Item::ArrayOfTables(merged_quotes(imported, &quotes)));
    let questions = tables(&document, "question");
    document.insert("question", Item::ArrayOfTables(merged_questions(imported, &questions)));
    document.remove("paragraph");
    document.insert("note", Item::ArrayOfTables(notes(imported)));
    prune(&mut document, &imported.gone);
    for key in ["quote", "question", "note", "pair", "plan"] {
        if document.get(key).and_then(Item::as_array_of_tables).is_some_and(ArrayOfTables::is_empty)
        {
            document.remove(key);
        }
    }
    renumber(&mut document);
    // What a person wrote under the last table stays there.
    let last = document.trailing().as_str().unwrap_or_default().to_owned();
    document.set_trailing("");
    let mut text = with_ids(&document.to_string(), imported, is_new);
    paragraphs(&mut text, &imported.paragraphs);
    text.push_str(&last);
    text
}

/// What a person may have added to the file for the group.
const AIDS: [&str; 7] = ["pair", "opener", "closer", "plan", "person", "term", "date"];

/// Takes pairs and steps out of what a person added whose quote or question is gone: without it
/// the file could not be read.
fn prune(document: &mut DocumentMut, gone: &[String]) {
    let is_gone = |item: Option<&Item>| {
        item.and_then(Item::as_str).is_some_and(|id| gone.iter().any(|gone| gone == id))
    };
    if let Some(pairs) = document.get_mut("pair").and_then(Item::as_array_of_tables_mut) {
        pairs.retain(|pair| {
            let quotes = pair.get("quotes").and_then(Item::as_array);
            let mut quotes = quotes.into_iter().flatten().filter_map(Value::as_str);
            !quotes.any(|id| gone.iter().any(|gone| gone == id))
        });
    }
    if let Some(plans) = document.get_mut("plan").and_then(Item::as_array_of_tables_mut) {
        for plan in plans.iter_mut() {
            if let Some(steps) = plan.get_mut("step").and_then(Item::as_array_of_tables_mut) {
                steps.retain(|step| !is_gone(step.get("question")));
            }
        }
        plans.retain(|plan| {
            plan.get("step").and_then(Item::as_array_of_tables).is_none_or(|it| !it.is_empty())
        });
    }
}

/// Puts the tables one after the other, whatever order they were made in.
fn renumber(document: &mut DocumentMut) {
    let mut position = 0;
    let keys = ["work", "section", "quote", "question"].into_iter().chain(AIDS);
    for key in keys.chain(["note"]) {
        if let Some(item) = document.get_mut(key) {
            place(item, &mut position);
        }
    }
}

/// Gives a table, or each of several, the next position, and those inside it the ones after.
fn place(item: &mut Item, position: &mut isize) {
    let tables: Vec<&mut Table> = match item {
        Item::Table(table) => vec![table],
        Item::ArrayOfTables(tables) => tables.iter_mut().collect(),
        Item::None | Item::Value(_) => Vec::new(),
    };
    for table in tables {
        table.set_position(Some(*position));
        *position += 1;
        for (_, inner) in table.iter_mut() {
            place(inner, position);
        }
    }
}

/// The line of ids goes first, with an introduction if the file is new.
fn with_ids(text: &str, imported: &Imported, is_new: bool) -> String {
    let mut numbers = [0_usize, 0];
    for (slot, noun) in numbers.iter_mut().zip(["quotes", "questions"]) {
        let before = text.lines().find(|line| line.starts_with(IDS));
        let noted = before.and_then(|line| line.split_once(noun)).map(|(_, rest)| rest.trim());
        let noted =
            noted.and_then(|rest| rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok());
        *slot = noted.unwrap_or(0);
    }
    let number = |id: &str| {
        let digits = id.rsplit('-').next().unwrap_or_default().trim_start_matches('q');
        digits.parse::<usize>().unwrap_or(0)
    };
    let [quotes, questions] = &mut numbers;
    *quotes = imported.quotes.iter().map(|quote| number(&quote.id)).fold(*quotes, usize::max);
    *questions = imported.questions.iter().map(|q| number(&q.id)).fold(*questions, usize::max);
    let ids = format!("{IDS} quotes {quotes}, questions {questions}.");
    if let Some(line) = text.lines().find(|line| line.starts_with(IDS)) {
        return text.replacen(line, &ids, 1);
    }
    let intro = if is_new {
        format!(
            "# Made by `commonplace import` from {}: look through it and correct it.\n\
             # A later import of the same text keeps what stands here, and the ids.\n",
            imported.file.chars().filter(|c| !c.is_control()).collect::<String>()
        )
    } else {
        String::new()
    };
    format!("{intro}{ids}\n\n{}", text.trim_start_matches('\n'))
}

fn head(imported: &Imported) -> Table {
    let work = &imported.work;
    let mut table = Table::new();
    table.insert("id", value(&work.id));
    table.insert("title", value(&work.title));
    table.insert("author", value(&work.author));
    table.insert("year", value(i64::from(work.year)));
    if let Some(translator) = &work.translator {
        table.insert("translator", value(translator));
    }
    table.insert("language", value(&work.language));
    table.insert("source", value(&work.source));
    table.insert("rights", value(&work.rights));
    table
}

fn sections(imported: &Imported) -> ArrayOfTables {
    let mut tables = ArrayOfTables::new();
    for part in &imported.sections {
        let mut table = Table::new();
        table.insert("number", value(i64::from(part.number)));
        table.insert("title", value(&part.title));
        table.insert("kind", value(section_kind(part.kind)));
        table.insert("first", value(i64::from(part.first)));
        table.insert("last", value(i64::from(part.last)));
        tables.push(table);
    }
    tables
}

fn tables(document: &DocumentMut, key: &str) -> Vec<Table> {
    let tables = document.get(key).and_then(Item::as_array_of_tables);
    tables.into_iter().flatten().cloned().collect()
}

fn has_id(table: &Table, id: &str) -> bool {
    table.get("id").and_then(Item::as_str) == Some(id)
}

fn merged_quotes(imported: &Imported, before: &[Table]) -> ArrayOfTables {
    let mut tables = ArrayOfTables::new();
    for quote in &imported.quotes {
        let earlier = before.iter().find(|table| has_id(table, &quote.id));
        let mut table = earlier.cloned().unwrap_or_else(|| new_quote(quote));
        table.insert("section", value(i64::from(quote.section)));
        table.insert("paragraph", value(i64::from(quote.paragraph)));
        tables.push(table);
    }
    tables
}

fn new_quote(quote: &QuoteCandidate) -> Table {
    let mut table = Table::new();
    explain(&mut table, &quote.themes, Some(quote.score));
    table.insert("id", value(&quote.id));
    table.insert("text", value(&quote.text));
    table.insert("section", value(i64::from(quote.section)));
    table.insert("paragraph", value(i64::from(quote.paragraph)));
    table.insert("themes", value(list(quote.themes.iter().map(|theme| theme.theme.as_str()))));
    if let Some(speaker) = &quote.speaker {
        table.insert("speaker", value(speaker));
    }
    table
}

fn merged_questions(imported: &Imported, before: &[Table]) -> ArrayOfTables {
    let mut tables = ArrayOfTables::new();
    for question in &imported.questions {
        let earlier = before.iter().find(|table| has_id(table, &question.id));
        let mut table = earlier.cloned().unwrap_or_else(|| new_question(question));
        table.insert("section", value(i64::from(question.section)));
        table.insert("paragraph", value(i64::from(question.paragraph)));
        tables.push(table);
    }
    // Questions that a person wrote stay, whatever became of the text.
    let by_hand =
        before.iter().filter(|table| table.get("kind").and_then(Item::as_str) != Some("author"));
    for table in by_hand {
        tables.push(table.clone());
    }
    for table in tables.iter_mut() {
        if let Some(quotes) = table.get_mut("quotes").and_then(Item::as_array_mut) {
            quotes.retain(|id| !imported.gone.iter().any(|gone| id.as_str() == Some(gone)));
        }
    }
    tables
}

fn new_question(question: &AuthorQuestion) -> Table {
    let mut table = Table::new();
    explain(&mut table, &question.themes, None);
    table.insert("id", value(&question.id));
    table.insert("kind", value("author"));
    table.insert("theme", value(question.themes.first().map_or("", |theme| theme.theme.as_str())));
    table.insert("text", value(&question.text));
    table.insert("section", value(i64::from(question.section)));
    table.insert("paragraph", value(i64::from(question.paragraph)));
    table.insert("quotes", value(Array::new()));
    table.insert("follow_ups", value(list(FOLLOW_UPS.iter().copied())));
    table
}

/// Says above a passage why it has its themes.
fn explain(table: &mut Table, themes: &[Suggestion], score: Option<f32>) {
    let themes: Vec<String> = themes
        .iter()
        .map(|theme| format!("{} {:.1} ({})", theme.theme, theme.score, theme.words.join(", ")))
        .collect();
    let score = score.map(|score| format!(" Score {score:.1}.")).unwrap_or_default();
    table
        .decor_mut()
        .set_prefix(format!("\n#{score} Themes by their words: {}.\n", themes.join("; ")));
}

/// Writes the paragraphs, of which there are too many for a tree of tables.
fn paragraphs(text: &mut String, paragraphs: &[Paragraph]) {
    text.reserve(paragraphs.iter().map(|paragraph| paragraph.text.len() + 48).sum());
    for paragraph in paragraphs {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n[[paragraph]]\nnumber = {}\ntext = ", paragraph.number);
        if is_plain(&paragraph.text) {
            text.extend(["\"", paragraph.text.as_str(), "\"\n"]);
        } else {
            let _ = writeln!(text, "{}", Value::from(paragraph.text.as_str()));
        }
    }
}

/// Whether a text has nothing that TOML writes in another way.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|b| !b.is_ascii_control() && !matches!(b, b'"' | b'\\'))
}

fn notes(imported: &Imported) -> ArrayOfTables {
    let mut tables = ArrayOfTables::new();
    for note in &imported.notes {
        let mut table = Table::new();
        table.insert("label", value(&note.label));
        table.insert("paragraph", value(i64::from(note.paragraph)));
        if let Some(marked_in) = note.marked_in {
            table.insert("marked_in", value(i64::from(marked_in)));
        }
        let voice = if note.voice == Voice::Editor { "editor" } else { "author" };
        table.insert("voice", value(voice));
        tables.push(table);
    }
    tables
}

fn list<'a>(texts: impl Iterator<Item = &'a str>) -> Value {
    Value::Array(texts.collect())
}
