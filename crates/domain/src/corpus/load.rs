//! From the text of the files to the corpus, or to everything that is wrong with them.

use toml::de::DeTable;

use super::draft::Draft;
use super::mistake::{Log, Mistakes, Spot};
use super::read::{Fields, Lines};
use super::{Corpus, build, check};

/// How many syntax errors of one file are told: most of many follow from the first.
const MOST_SYNTAX_ERRORS: usize = 5;

impl Corpus {
    /// Reads a corpus: `themes.toml`; `stances.toml`, `prompts.toml`, `pairs.toml`, `plans.toml` and
    /// `glossary.toml` if there are any; and a file for each work, each with its name and its text. A name may have folders before it, and is shown as given.
    ///
    /// # Errors
    /// Everything that is wrong in any of the files. Of a file that is no TOML only the syntax
    /// errors are told, and references that may be to something in it are let pass.
    pub fn parse<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Mistakes> {
        load(files.into_iter().collect(), check::check)
    }

    /// Reads a corpus in which [`Corpus::parse`] is known to find no mistake: the same in less than
    /// half the time, since to look for mistakes takes longer than to read.
    ///
    /// # Errors
    /// What cannot be read at all.
    pub fn parse_checked<'a>(
        files: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Result<Self, Mistakes> {
        load(files.into_iter().collect(), |_, _, _, _| {})
    }
}

fn load(
    mut files: Vec<(&str, &str)>,
    check: impl FnOnce(&Draft, &[&str], &[usize], &mut Log),
) -> Result<Corpus, Mistakes> {
    // A folder is listed in any order; the book always has the same.
    files.sort_by_key(|(name, _)| *name);
    let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();

    let mut draft = Draft::default();
    let mut log = Log::default();
    let mut broken = Vec::new();
    for (index, (name, text)) in files.iter().enumerate() {
        if !read(&mut draft, index, name, text, &mut log) {
            broken.push(index);
        }
    }
    check(&draft, &names, &broken, &mut log);
    log.close(&names)?;
    Ok(build::build(draft))
}

/// Reads one file as far as it can be read; `false` if that is not to its end.
fn read(draft: &mut Draft, index: usize, name: &str, text: &str, log: &mut Log) -> bool {
    let lines = Lines::new(index, text);
    let top = Spot { file: index, line: 1 };
    let base = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let Some(stem) = base.strip_suffix(".toml") else {
        log.add(top, "the name of a corpus file ends in `.toml`");
        return false;
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    let whole = errors.is_empty();
    tell_syntax_errors(&errors, &lines, log);
    // What follows from a syntax error is not worth telling.
    let mut unheard = Log::default();
    let log = if whole { log } else { &mut unheard };
    Fields::read(table.get_ref(), &lines, top, log, |file| match stem {
        "themes" => draft.read_themes(file),
        "stances" => draft.read_stances(file),
        "prompts" | "pairs" | "plans" | "glossary" => draft.read_aids(file),
        _ => draft.read_work(stem, file),
    });
    whole
}

fn tell_syntax_errors(errors: &[toml::de::Error], lines: &Lines, log: &mut Log) {
    let mut told: Vec<(Spot, &str)> = errors
        .iter()
        .map(|error| (lines.spot(error.span().map_or(0, |span| span.start)), error.message()))
        .collect();
    told.sort_by_key(|(spot, _)| *spot);
    told.dedup_by_key(|(spot, _)| *spot);
    let more = told.len().saturating_sub(MOST_SYNTAX_ERRORS);
    told.truncate(MOST_SYNTAX_ERRORS);
    let last = told.len().saturating_sub(1);
    for (at, (spot, message)) in told.into_iter().enumerate() {
        let rest = match more {
            0 => String::new(),
            _ if at < last => String::new(),
            more => format!(" (and {more} lines more, which may follow from this)"),
        };
        log.add(spot, format!("{message}{rest}"));
    }
}
