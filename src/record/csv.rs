//! The record as tables: a zip with a CSV file for each kind of thing.

use std::fs::File;
use std::io::{self, Seek, Write};

use ::csv::Writer;
use jiff::Timestamp;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::archive::{
    Answer, Header, Quote, Revisit, Round, Selector, Seminar, Statement, TakenDown,
};
use super::sink::{Exported, Sink, Tail};
use domain::Corpus;

/// Spreadsheets other than the newest take a file without it for one in an old encoding.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes the record as tables.
pub(super) struct Csv<'c, W: Write> {
    corpus: &'c Corpus,
    out: W,
    seminars: Table,
    participants: Table,
    questions: Table,
    answers: Table,
    statements: Table,
    objections: Table,
    taken_down: Table,
    revisits: Table,
    reasons: Table,
    quotes: Table,
}

/// A table, written beside the others until all are complete.
struct Table {
    name: &'static str,
    columns: &'static [&'static str],
    rows: Option<Writer<File>>,
}

const SEMINARS: &[&str] =
    &["seminar", "title", "format", "state", "made_at", "closed_at", "facilitator"];
const PARTICIPANTS: &[&str] = &["seminar", "member", "name", "joined_at"];
const QUESTIONS: &[&str] = &[
    "round",
    "seminar",
    "theme",
    "question",
    "quotes",
    "state",
    "posed_at",
    "closed_at",
    "answers",
    "hidden",
    "withdrawn",
];
const ANSWERS: &[&str] = &[
    "round",
    "member",
    "name",
    "anonymous",
    "part",
    "stance",
    "answer",
    "answered_at",
    "edited_at",
    "agree",
    "pass",
    "disagree",
];
const STATEMENTS: &[&str] =
    &["round", "version", "newest", "by", "statement", "made_at", "state", "agree", "aside"];
const OBJECTIONS: &[&str] = &["round", "version", "by", "reason", "taken_down"];
const TAKEN_DOWN: &[&str] =
    &["entry", "round", "kind", "part", "reason", "by", "at", "muted", "appeal"];
const REVISITS: &[&str] = &["round", "asked_at", "closed_at", "same", "somewhat", "changed"];
const REASONS: &[&str] = &["round", "quote", "named_by"];
const QUOTES: &[&str] =
    &["quote", "work", "title", "author", "speaker", "reported", "section", "paragraph", "words"];

impl<'c, W: Write> Csv<'c, W> {
    pub(super) fn new(out: W, corpus: &'c Corpus) -> Self {
        Self {
            corpus,
            out,
            seminars: Table::new("seminars", SEMINARS),
            participants: Table::new("participants", PARTICIPANTS),
            questions: Table::new("questions", QUESTIONS),
            answers: Table::new("answers", ANSWERS),
            statements: Table::new("statements", STATEMENTS),
            objections: Table::new("objections", OBJECTIONS),
            taken_down: Table::new("taken_down", TAKEN_DOWN),
            revisits: Table::new("revisits", REVISITS),
            reasons: Table::new("reasons", REASONS),
            quotes: Table::new("quotes", QUOTES),
        }
    }

    fn answer(&mut self, round: &Round, answer: &Answer) -> io::Result<()> {
        let member = answer.by.as_ref();
        let stance = answer.stance.as_deref();
        let ratings = answer.ratings;
        self.answers.row([
            round.id.to_string(),
            text(member.map(|member| member.id.as_str())),
            text(member.map(|member| member.name.as_str())),
            member.is_none().to_string(),
            word(&answer.part)?,
            text(stance),
            text(Some(&answer.text)),
            time(answer.answered_at),
            time(answer.edited_at),
            number(ratings.map(|it| it.agree)),
            number(ratings.map(|it| it.pass)),
            number(ratings.map(|it| it.disagree)),
        ])
    }

    fn statement(&mut self, round: &Round, statement: &Statement) -> io::Result<()> {
        let last = statement.versions.len();
        for (version, wording) in (1..).zip(&statement.versions) {
            let newest = version == last;
            self.statements.row([
                round.id.to_string(),
                version.to_string(),
                newest.to_string(),
                text(Some(&wording.by)),
                text(Some(&wording.text)),
                time(Some(wording.made_at)),
                word(&statement.state)?,
                number(newest.then_some(statement.agree)),
                number(newest.then_some(statement.aside)),
            ])?;
        }
        for objection in &statement.objections {
            self.objections.row([
                round.id.to_string(),
                objection.version.to_string(),
                text(objection.by.as_deref()),
                text(Some(&objection.reason)),
                objection.taken_down.as_ref().map(word).transpose()?.unwrap_or_default(),
            ])?;
        }
        Ok(())
    }

    fn taken_down(&mut self, round: &Round, it: &TakenDown) -> io::Result<()> {
        self.taken_down.row([
            it.entry.to_string(),
            round.id.to_string(),
            word(&it.kind)?,
            word(&it.part)?,
            word(&it.reason)?,
            text(it.by.as_ref().map(|member| member.name.as_str())),
            time(Some(it.at)),
            it.muted.to_string(),
            it.appeal.as_ref().map(word).transpose()?.unwrap_or_default(),
        ])
    }

    fn revisit(&mut self, round: &Round, revisit: &Revisit) -> io::Result<()> {
        let minds = revisit.minds.as_ref();
        self.revisits.row([
            round.id.to_string(),
            time(Some(revisit.asked_at)),
            time(Some(revisit.closed_at)),
            number(minds.map(|it| it.same)),
            number(minds.map(|it| it.somewhat)),
            number(minds.map(|it| it.changed)),
        ])?;
        minds.iter().flat_map(|it| &it.passages).try_for_each(|passage| {
            let quote = text(Some(&passage.quote));
            self.reasons.row([round.id.to_string(), quote, number(passage.times)])
        })
    }

    fn quote(&mut self, quote: &Quote) -> io::Result<()> {
        let work = self.corpus.work(&quote.target.source);
        let words = quote.target.selector.iter().find_map(|selector| match selector {
            Selector::TextQuoteSelector { exact, .. } => Some(exact.as_str()),
            Selector::TextPositionSelector { .. } => None,
        });
        self.quotes.row([
            text(Some(&quote.id)),
            text(Some(&quote.target.source)),
            text(work.map(|work| work.title.as_str())),
            text(work.map(|work| work.author.as_str())),
            text(quote.speaker.as_deref()),
            text(quote.reported.as_deref()),
            text(quote.section.as_deref()),
            quote.paragraph.to_string(),
            text(words),
        ])
    }
}

impl<W: Write> Sink for Csv<'_, W> {
    fn head(&mut self, _: &Header, seminars: &[Seminar]) -> io::Result<()> {
        for seminar in seminars {
            let facilitator = seminar.facilitator.as_ref();
            self.seminars.row([
                seminar.id.to_string(),
                text(Some(&seminar.title)),
                word(&seminar.format)?,
                word(&seminar.state)?,
                time(Some(seminar.made_at)),
                time(seminar.closed_at),
                text(facilitator.map(|member| member.name.as_str())),
            ])?;
            for participant in &seminar.participants {
                self.participants.row([
                    seminar.id.to_string(),
                    text(Some(&participant.id)),
                    text(Some(&participant.name)),
                    time(Some(participant.joined_at)),
                ])?;
            }
        }
        Ok(())
    }

    fn round(&mut self, exported: &Exported) -> io::Result<()> {
        let Exported { round, details } = exported;
        self.questions.row([
            round.id.to_string(),
            round.seminar.map(|seminar| seminar.to_string()).unwrap_or_default(),
            text(round.theme.as_deref()),
            text(Some(&round.text)),
            text(Some(&round.quotes.join(" "))),
            word(&round.state)?,
            time(Some(round.posed_at)),
            time(round.closed_at),
            round.answers.len().to_string(),
            (details.responses.len() - round.answers.len()).to_string(),
            round.withdrawn.to_string(),
        ])?;
        round.answers.iter().try_for_each(|answer| self.answer(round, answer))?;
        round.statement.iter().try_for_each(|statement| self.statement(round, statement))?;
        round.taken_down.iter().try_for_each(|it| self.taken_down(round, it))?;
        round.revisit.iter().try_for_each(|revisit| self.revisit(round, revisit))
    }

    fn tail(&mut self, tail: &Tail) -> io::Result<()> {
        tail.quotes.iter().try_for_each(|quote| self.quote(quote))?;
        let mut zip = ZipWriter::new_stream(&mut self.out);
        for table in [
            &mut self.seminars,
            &mut self.participants,
            &mut self.questions,
            &mut self.answers,
            &mut self.statements,
            &mut self.objections,
            &mut self.taken_down,
            &mut self.revisits,
            &mut self.reasons,
            &mut self.quotes,
        ] {
            table.pack(&mut zip)?;
        }
        zip.finish()?;
        self.out.flush()
    }
}

impl Table {
    fn new(name: &'static str, columns: &'static [&'static str]) -> Self {
        Self { name, columns, rows: None }
    }

    fn rows(&mut self) -> io::Result<&mut Writer<File>> {
        let rows = match self.rows.take() {
            Some(rows) => rows,
            None => {
                let mut file = tempfile::tempfile()?;
                file.write_all(BYTE_ORDER_MARK)?;
                let mut rows = Writer::from_writer(file);
                rows.write_record(self.columns)?;
                rows
            }
        };
        Ok(self.rows.insert(rows))
    }

    fn row<const N: usize>(&mut self, cells: [String; N]) -> io::Result<()> {
        self.rows()?.write_record(&cells)?;
        Ok(())
    }

    fn pack<W>(&mut self, zip: &mut ZipWriter<W>) -> io::Result<()>
    where
        W: Write + Seek,
        ZipWriter<W>: Write,
    {
        self.rows()?;
        let Some(rows) = self.rows.take() else { return Ok(()) };
        let mut file = rows.into_inner().map_err(|error| error.into_error())?;
        file.rewind()?;
        zip.start_file(format!("{}.csv", self.name), SimpleFileOptions::default())?;
        io::copy(&mut file, zip)?;
        Ok(())
    }
}

/// A cell that no spreadsheet takes for a formula.
fn text(words: Option<&str>) -> String {
    let words = words.unwrap_or_default();
    let first = words.trim_start_matches([' ', '\u{a0}', '\u{3000}', '"']).chars().next();
    match first {
        Some(
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '|' | '%',
        ) => {
            format!("'{words}")
        }
        _ => words.to_owned(),
    }
}

fn time(at: Option<Timestamp>) -> String {
    at.map(|at| at.to_string()).unwrap_or_default()
}

fn number(number: Option<usize>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// The word that the JSON format has for it.
fn word(value: &impl serde::Serialize) -> io::Result<String> {
    match serde_json::to_value(value)? {
        serde_json::Value::String(word) => Ok(word),
        other => Ok(other.to_string()),
    }
}
