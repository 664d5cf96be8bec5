//! What an import did, for a person to read: doubts first, then everything before and after.

use std::fmt::Write as _;

use super::boilerplate::Boilerplate;
use super::candidates::QuoteCandidate;
use super::imported::Imported;
use super::repair::RepairKind;
use super::structure::Voice;
use domain::corpus::SectionKind;

/// So many repairs of one kind are shown, unless all are asked for.
const SHOWN: usize = 12;
/// So much of a passage is shown.
const WIDTH: usize = 96;

/// The report on an import; `all` shows every repair and every quote.
#[must_use]
pub fn report(imported: &Imported, all: bool) -> String {
    let mut text = String::new();
    head(&mut text, imported);
    doubts(&mut text, imported);
    sections(&mut text, imported);
    repairs(&mut text, imported, all);
    apart(&mut text, imported, all);
    notes(&mut text, imported);
    passages(&mut text, imported, all);
    text
}

/// Adds a line. Writing to a string cannot fail.
macro_rules! say {
    ($text:expr, $($argument:tt)*) => { let _ = writeln!($text, $($argument)*); };
}

fn head(text: &mut String, imported: &Imported) {
    let work = &imported.work;
    say!(text, "{} — {} ({})", work.title, work.author, work.year);
    let by =
        work.translator.as_ref().map(|name| format!(", translated by {name}")).unwrap_or_default();
    say!(text, "  id {}, language {}{by}", work.id, work.language);
    say!(text, "  {}: {:?}, {}", imported.file, imported.format, imported.encoding);
    let counts = [
        (imported.sections.len(), "sections"),
        (imported.paragraphs.len(), "paragraphs"),
        (imported.notes.len(), "notes"),
        (imported.quotes.len(), "quotes"),
        (imported.questions.len(), "questions"),
        (imported.repairs.len(), "repairs"),
    ];
    let counts: Vec<String> =
        counts.iter().map(|(count, noun)| format!("{count} {noun}")).collect();
    say!(text, "  {}", counts.join(", "));
}

fn doubts(text: &mut String, imported: &Imported) {
    say!(text, "\nDoubts");
    if imported.doubts.is_empty() {
        say!(text, "  none");
    }
    for doubt in &imported.doubts {
        say!(text, "  ? {doubt}");
    }
    if let Some(order) = &imported.page_order {
        let order: Vec<String> = order.iter().map(ToString::to_string).collect();
        say!(text, "\nPages");
        say!(text, "  in printing order; read in the order {}", order.join(", "));
    }
    if !imported.gone.is_empty() {
        say!(text, "\nNo longer in the text\n  {}", imported.gone.join(", "));
    }
}

fn sections(text: &mut String, imported: &Imported) {
    say!(text, "\nSections");
    for part in &imported.sections {
        let whose = match part.kind {
            SectionKind::Introduction => ", not the author's",
            _ => "",
        };
        say!(text, "  {:>2}  {}–{}  {}{whose}", part.number, part.first, part.last, part.title);
    }
}

fn repairs(text: &mut String, imported: &Imported, all: bool) {
    const KINDS: [RepairKind; 6] = [
        RepairKind::RunTogether,
        RepairKind::JoinedSentences,
        RepairKind::KeptHyphen,
        RepairKind::LooseHyphen,
        RepairKind::Character,
        RepairKind::SplitWord,
    ];
    for kind in KINDS {
        let found: Vec<_> = imported.repairs.iter().filter(|repair| repair.kind == kind).collect();
        if found.is_empty() {
            continue;
        }
        say!(text, "\nMended: {} ({})", kind.name(), found.len());
        let shown = if all { found.len() } else { SHOWN };
        for repair in found.iter().take(shown) {
            say!(text, "  {} → {}  ({})", repair.before, repair.after, repair.place);
        }
        if found.len() > shown {
            say!(text, "  and {} more (--all shows them)", found.len() - shown);
        }
    }
}

fn apart(text: &mut String, imported: &Imported, all: bool) {
    if imported.apart.is_empty() {
        return;
    }
    say!(text, "\nKept apart ({})", imported.apart.len());
    let shown = if all { imported.apart.len() } else { SHOWN };
    for apart in imported.apart.iter().take(shown) {
        say!(text, "  {}: {}", Boilerplate::name(apart.kind), cut(&apart.text));
    }
    if imported.apart.len() > shown {
        say!(text, "  and {} more (--all shows them)", imported.apart.len() - shown);
    }
}

fn notes(text: &mut String, imported: &Imported) {
    if imported.notes.is_empty() {
        return;
    }
    say!(text, "\nNotes");
    for note in &imported.notes {
        let whose = match (&note.voice, note.has_addition) {
            (Voice::Editor, _) => "the editors'",
            (_, true) => "the author's, with an addition of the editors'",
            (_, false) => "the author's",
        };
        let place = note
            .marked_in
            .map_or_else(|| "no mark".to_owned(), |paragraph| format!("to paragraph {paragraph}"));
        say!(text, "  {:>3}  paragraph {}, {place}, {whose}", note.label, note.paragraph);
    }
}

fn passages(text: &mut String, imported: &Imported, all: bool) {
    let mut quotes: Vec<&QuoteCandidate> = imported.quotes.iter().collect();
    if !all {
        quotes.sort_by(|one, other| other.score.total_cmp(&one.score));
        quotes.truncate(SHOWN);
    }
    say!(text, "\nQuotes ({}{})", imported.quotes.len(), if all { "" } else { ", the best first" });
    for quote in quotes {
        let themes: Vec<String> = quote
            .themes
            .iter()
            .map(|theme| match theme.words.as_slice() {
                [] => theme.theme.clone(),
                words => format!("{} {:.1}: {}", theme.theme, theme.score, words.join(", ")),
            })
            .collect();
        let speaker = quote.speaker.as_ref().map(|name| format!(" — {name}")).unwrap_or_default();
        say!(text, "  {} (paragraph {}) {}{speaker}", quote.id, quote.paragraph, cut(&quote.text));
        say!(text, "      {}", themes.join("; "));
    }
    if imported.questions.is_empty() {
        return;
    }
    say!(text, "\nThe author's own questions ({})", imported.questions.len());
    for question in &imported.questions {
        say!(text, "  {} (paragraph {}) {}", question.id, question.paragraph, cut(&question.text));
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= WIDTH {
        return text.to_owned();
    }
    let cut: String = text.chars().take(WIDTH).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{} …", cut.get(..end).unwrap_or(&cut))
}
