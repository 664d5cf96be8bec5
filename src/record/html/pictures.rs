//! The pictures of the page, as numbers for its templates: the sizes are those of an SVG that is 640
//! wide.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::super::archive::{self, Seminar};
use super::super::sink::Exported;
use super::view::anchor;
use crate::messages::ui::{date, date_without_year};
use domain::corpus::SectionKind;
use domain::{Corpus, Work};

const WIDTH: f64 = 640.0;
/// Left of the bars, for the numbers of the axis.
const LEFT: f64 = 30.0;
const TALL: f64 = 150.0;
const TOP: f64 = 10.0;
/// Under so many bars each has its day written under it; else only some have.
const LABELS: usize = 8;
/// The most statements in one picture.
const STATEMENTS: usize = 40;

/// What the pictures are drawn from.
#[derive(Default)]
pub(super) struct Pictures {
    days: BTreeMap<Date, Day>,
    participants: HashMap<i64, usize>,
    /// The newest statements.
    statements: Vec<Statement>,
    /// The quotes that questions were posed with, and whether anybody answered.
    quoted: BTreeMap<String, bool>,
}

#[derive(Default)]
struct Day {
    answers: usize,
    participants: usize,
}

struct Statement {
    posed_at: Timestamp,
    anchor: String,
    question: String,
    agree: usize,
    aside: usize,
    object: usize,
}

impl Pictures {
    pub(super) fn seminars(&mut self, seminars: &[Seminar]) {
        let size = |it: &Seminar| (it.id, it.participants.len() + it.unnamed);
        self.participants = seminars.iter().map(size).collect();
    }

    pub(super) fn round(&mut self, exported: &Exported) {
        let round = &exported.round;
        let day = self.days.entry(round.posed_at.to_zoned(TimeZone::UTC).date()).or_default();
        day.answers += round.answers.len();
        let seminar = round.seminar.and_then(|seminar| self.participants.get(&seminar));
        day.participants = day.participants.max(seminar.copied().unwrap_or(round.answers.len()));
        if let Some(it) = &round.statement {
            self.statements.push(Statement {
                posed_at: round.posed_at,
                anchor: anchor(round.id),
                question: round.text.clone(),
                agree: it.agree,
                aside: it.aside,
                object: it.objections.len(),
            });
            self.keep_the_newest();
        }
        for quote in &round.quotes {
            *self.quoted.entry(quote.clone()).or_default() |= !round.answers.is_empty();
        }
    }

    /// One picture holds so many statements, and no more are kept.
    fn keep_the_newest(&mut self) {
        if self.statements.len() <= STATEMENTS {
            return;
        }
        let oldest = self.statements.iter().enumerate().min_by_key(|(_, it)| it.posed_at);
        if let Some((index, _)) = oldest {
            self.statements.remove(index);
        }
    }

    pub(super) fn first_day(&self) -> Option<Date> {
        self.days.keys().next().copied()
    }

    pub(super) fn draw(&self, corpus: &Corpus, works: &[archive::Work]) -> Drawn {
        let works = works.iter().filter_map(|work| corpus.work(&work.id));
        Drawn {
            over_time: self.over_time(),
            agreement: self.agreement(),
            coverage: works.map(|work| self.coverage(corpus, work)).collect(),
        }
    }

    fn over_time(&self) -> OverTime {
        let most = self.days.values().map(|day| day.answers.max(day.participants)).max();
        let most = most.unwrap_or_default().max(1);
        let base = TOP + TALL;
        let y = |value: usize| base - TALL * number(value) / number(most);
        let slot = (WIDTH - LEFT) / number(self.days.len().max(1));
        let width = (slot * 0.7).min(48.0);
        let every = self.days.len().div_ceil(LABELS).max(1);
        let bar = |(index, (day, it)): (usize, (&Date, &Day))| {
            let middle = LEFT + slot * (number(index) + 0.5);
            Bar {
                day: date(*day),
                label: index.is_multiple_of(every).then(|| date_without_year(*day)),
                answers: it.answers,
                participants: it.participants,
                middle: rounded(middle),
                x: rounded(middle - width / 2.0),
                y: rounded(y(it.answers)),
                width: rounded(width),
                height: rounded(base - y(it.answers)),
                participants_y: rounded(y(it.participants)),
            }
        };
        let bars: Vec<Bar> = self.days.iter().enumerate().map(bar).collect();
        let points = bars.iter().map(|bar| format!("{},{}", bar.middle, bar.participants_y));
        let lines = [0, most / 2, most].into_iter().collect::<BTreeSet<_>>().into_iter();
        OverTime {
            points: points.collect::<Vec<_>>().join(" "),
            lines: lines.map(|value| Line { value, y: rounded(y(value)) }).collect(),
            height: rounded(base + 24.0),
            base: rounded(base),
            bars,
        }
    }

    fn agreement(&self) -> Vec<Row> {
        let votes = |it: &Statement| it.agree + it.aside + it.object;
        let most = self.statements.iter().map(votes).max().unwrap_or_default().max(1);
        let scale = (WIDTH - 4.0) / number(most);
        let row = |it: &Statement| {
            let (agree, aside) = (number(it.agree) * scale, number(it.aside) * scale);
            Row {
                anchor: it.anchor.clone(),
                question: it.question.clone(),
                agree: it.agree,
                aside: it.aside,
                object: it.object,
                agree_width: rounded(agree),
                aside_x: rounded(1.0 + agree),
                aside_width: rounded(aside),
                object_x: rounded(2.0 + agree + aside),
                object_width: rounded((number(it.object) * scale - 2.0).max(0.0)),
            }
        };
        self.statements.iter().map(row).collect()
    }

    fn coverage(&self, corpus: &Corpus, work: &Work) -> Coverage {
        let mut touched: BTreeMap<u16, bool> = BTreeMap::new();
        for (id, argued) in &self.quoted {
            if let Some(quote) = corpus.quote(id).filter(|quote| quote.work == work.id) {
                *touched.entry(quote.paragraph).or_default() |= argued;
            }
        }
        let body = work.sections.iter().filter(|section| section.kind == SectionKind::Body);
        let body: Vec<_> = body.collect();
        let rows = body.iter().map(|section| {
            let here = || touched.range(section.first..=section.last);
            let argued = here().filter(|(_, argued)| **argued).count();
            let read = here().count() - argued;
            let paragraphs = usize::from(section.last.saturating_sub(section.first)) + 1;
            let untouched = paragraphs.saturating_sub(argued + read);
            CoverageRow { title: section.title.clone(), paragraphs, argued, read, untouched }
        });
        let rows: Vec<CoverageRow> = rows.collect();
        let paragraphs = body.iter().flat_map(|section| section.first..=section.last);
        let marks: Vec<Option<bool>> =
            paragraphs.map(|paragraph| touched.get(&paragraph).copied()).collect();
        let sum = |part: fn(&CoverageRow) -> usize| rows.iter().map(part).sum();
        Coverage {
            title: work.title.clone(),
            argued: sum(|row| row.argued),
            read: sum(|row| row.read),
            untouched: sum(|row| row.untouched),
            height: 34.0,
            marks: strip(&marks),
            rows,
        }
    }
}

/// A mark for each paragraph, side by side: tall if it was argued over, half as tall if it was read.
fn strip(paragraphs: &[Option<bool>]) -> Vec<Mark> {
    let slot = WIDTH / number(paragraphs.len().max(1));
    let width = rounded((slot * 0.75).min(10.0));
    let mark = |(index, touched): (usize, &Option<bool>)| {
        let (class, height) = match touched {
            Some(true) => ("bar", 30.0),
            Some(false) => ("bar", 15.0),
            None => ("none", 4.0),
        };
        Mark { class, x: rounded(slot * number(index)), y: 32.0 - height, width, height }
    };
    paragraphs.iter().enumerate().map(mark).collect()
}

/// Counts here are small: they lose nothing.
fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}

fn rounded(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}

/// All pictures.
#[derive(Debug, Serialize)]
pub(super) struct Drawn {
    over_time: OverTime,
    agreement: Vec<Row>,
    coverage: Vec<Coverage>,
}

#[derive(Debug, Serialize)]
struct OverTime {
    height: f64,
    base: f64,
    lines: Vec<Line>,
    bars: Vec<Bar>,
    points: String,
}

#[derive(Debug, Serialize)]
struct Line {
    value: usize,
    y: f64,
}

#[derive(Debug, Serialize)]
struct Bar {
    day: String,
    label: Option<String>,
    answers: usize,
    participants: usize,
    middle: f64,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    participants_y: f64,
}

#[derive(Debug, Serialize)]
struct Row {
    anchor: String,
    question: String,
    agree: usize,
    aside: usize,
    object: usize,
    agree_width: f64,
    aside_x: f64,
    aside_width: f64,
    object_x: f64,
    object_width: f64,
}

#[derive(Debug, Serialize)]
struct Coverage {
    title: String,
    height: f64,
    argued: usize,
    read: usize,
    untouched: usize,
    marks: Vec<Mark>,
    rows: Vec<CoverageRow>,
}

#[derive(Debug, Serialize)]
struct CoverageRow {
    title: String,
    paragraphs: usize,
    argued: usize,
    read: usize,
    untouched: usize,
}

#[derive(Debug, Serialize)]
struct Mark {
    class: &'static str,
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}
