//! Makes an export of a record of any size, to try `import-record` and `export` on:
//!
//!     cargo run --release --example large_record -- 1000000 > large.json
//!     COMMONPLACE_DATABASE_PATH=large.db commonplace import-record large.json
//!     COMMONPLACE_DATABASE_PATH=large.db commonplace export --format html --out large.html
//!
//! The number is how many answers are in it. Each question has twenty, each seminar ten questions.

use std::error::Error;
use std::io::{self, BufWriter, Write};

use commonplace::record::archive::{
    AgendaItem, Answer, FORMAT, Member, Participant, Ratings, Round, Seminar, Statement, VERSION,
    Version,
};
use domain::seminar::{Format, Reveal, SeminarState};
use domain::statement::StatementState;
use domain::{ChannelKind, Part, RoundState};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

/// Answers to a question.
const ANSWERS: i64 = 20;
/// Questions of a seminar.
const QUESTIONS: i64 = 10;
const CHANNEL: &str = "1000000000000000001";

fn main() -> Result<(), Box<dyn Error>> {
    let answers: i64 = std::env::args().nth(1).unwrap_or_else(|| "1000000".to_owned()).parse()?;
    let rounds = answers.div_euclid(ANSWERS).max(1);
    let corpus = commonplace::corpus_source::corpus(None)?;
    let quotes: Vec<&str> = corpus.quotes().iter().map(|quote| quote.id.as_str()).collect();
    let themes: Vec<&str> = corpus.themes().iter().map(|theme| theme.id.as_str()).collect();
    let mut out = BufWriter::new(io::stdout().lock());
    write!(out, "{{\n\"format\": \"{FORMAT}\",\n\"version\": {VERSION},\n\"server\": \"1\",\n")?;
    write!(out, "\"seminars\": [")?;
    for number in 1..=(rounds - 1).div_euclid(QUESTIONS) + 1 {
        item(&mut out, number == 1, &seminar(number, rounds)?)?;
    }
    write!(out, "\n],\n\"rounds\": [")?;
    for number in 1..=rounds {
        let (theme, passages) = (pick(&themes, number), [number, number * 7 + 1]);
        let passages = passages.into_iter().filter_map(|at| pick(&quotes, at)).collect();
        item(&mut out, number == 1, &round(number, theme, passages)?)?;
    }
    out.write_all(b"\n]\n}\n")?;
    out.flush()?;
    Ok(())
}

fn item(out: &mut impl Write, first: bool, value: &impl Serialize) -> io::Result<()> {
    out.write_all(if first { b"\n" } else { b",\n" })?;
    serde_json::to_writer(out, value)?;
    Ok(())
}

fn pick(all: &[&str], at: i64) -> Option<String> {
    let at = usize::try_from(at).unwrap_or_default();
    all.get(at % all.len().max(1)).map(|it| (*it).to_owned())
}

/// When a seminar is: one a day.
fn day(seminar: i64) -> Result<Timestamp, jiff::Error> {
    Timestamp::from_second(1_600_000_000)?.checked_add(SignedDuration::from_hours(24 * seminar))
}

fn member(of_twenty: i64) -> Member {
    Member { id: (2_000 + of_twenty).to_string(), name: format!("Member {of_twenty}") }
}

fn seminar(number: i64, rounds: i64) -> Result<Seminar, jiff::Error> {
    let at = day(number)?;
    let first = (number - 1) * QUESTIONS + 1;
    let agenda = (first..first + QUESTIONS).filter(|round| *round <= rounds);
    let agenda = agenda.map(|round| AgendaItem {
        text: question(round),
        question: None,
        problem: None,
        theme: None,
        minutes: None,
        round: Some(round),
    });
    let participant = |it: i64| {
        let Member { id, name } = member(it);
        Participant { id, name, joined_at: at }
    };
    Ok(Seminar {
        id: number,
        channel: CHANNEL.to_owned(),
        kind: ChannelKind::Channel,
        title: format!("Evening {number}"),
        format: Format::Plain,
        reveal: Reveal::Sealed,
        minutes: None,
        quorum: None,
        themes: Vec::new(),
        work: None,
        plan: None,
        state: SeminarState::Closed,
        opener: member(1).id,
        facilitator: Some(member(1)),
        made_at: at,
        stepped_at: None,
        closed_at: Some(at),
        participants: (1..=ANSWERS).map(participant).collect(),
        unnamed: 0,
        agenda: agenda.collect(),
    })
}

fn question(round: i64) -> String {
    format!("What follows from passage {round}, and for whom?")
}

fn round(number: i64, theme: Option<String>, quotes: Vec<String>) -> Result<Round, jiff::Error> {
    let seminar = (number - 1).div_euclid(QUESTIONS) + 1;
    let at = day(seminar)?;
    let version = Version {
        text: format!("We agree on what question {number} asks, but for one of us."),
        by: member(2).name,
        made_at: at,
    };
    Ok(Round {
        id: number,
        channel: CHANNEL.to_owned(),
        seminar: Some(seminar),
        text: question(number),
        question: None,
        problem: None,
        theme,
        quotes,
        asker: member(1).id,
        state: RoundState::Closed,
        reveal: Reveal::Sealed,
        part: Part::Own,
        awaited: 20,
        posed_at: at,
        closed_at: Some(at),
        answers: (1..=ANSWERS).map(|it| answer(number, it, at)).collect(),
        statement: Some(Statement {
            proposer: member(2).id,
            state: StatementState::Adopted,
            versions: vec![version],
            agree: 12,
            aside: 3,
            objections: Vec::new(),
        }),
        taken_down: Vec::new(),
        revisit: None,
        withdrawn: 0,
    })
}

/// Every fourth answer has no name.
fn answer(round: i64, number: i64, at: Timestamp) -> Answer {
    let named = number % 4 != 0;
    Answer {
        by: named.then(|| member(number)),
        text: format!(
            "Answer {number} to question {round}: I read the passage twice, and the second time it \
             said less than I had hoped and more than I had feared. Whoever decides should have to \
             live with what was decided."
        ),
        part: Part::Own,
        stance: None,
        answered_at: named.then_some(at),
        edited_at: None,
        message: None,
        ratings: (number == 1).then_some(Ratings { agree: 3, pass: 1, disagree: 1 }),
    }
}
