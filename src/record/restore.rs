//! The way back: an archive is read into a database that has no record yet.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io::BufRead;

use rand::RngExt;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::error::Category;
use tokio::sync::mpsc::{self, Receiver, Sender};

use super::archive::{Answer, Header, Message, Participant, Round, Seminar, Statement};
use super::json::{self, Piece};
use crate::store::{self, Fresh, ServerTx, Store};
use domain::round::RoundState;
use domain::seminar::{self, Queue, SeminarState};
use domain::statement::{self, StatementState};
use domain::{
    Address, AnswerId, ChannelId, ItemId, MemberId, MessageId, RoundDetails, RoundId, RoundNumber,
    SeminarId, SeminarNumber, ServerId, StatementId, Tally,
};

/// How many rounds are read ahead of the database.
const AHEAD: usize = 64;

/// What was put back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The server.
    pub server: i64,
    /// Seminars.
    pub seminars: usize,
    /// Questions.
    pub rounds: usize,
    /// Answers.
    pub answers: usize,
}

/// Why nothing was put back; the database is as it was.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The file is no archive, or is wrong somewhere; the message says where.
    #[error("{}", located(.0))]
    File(#[from] serde_json::Error),
    /// There is a record already.
    #[error(
        "There is a record in this database already, and the two cannot be one. Choose a new file \
         under [database] path."
    )]
    NotEmpty,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Reading ended before the file did.
    #[error("The file was not read to its end.")]
    Stopped,
}

/// What is wrong, and where.
fn located(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    let words = error.to_string();
    let place = format!(" at line {line} column {column}");
    let words = match error.classify() {
        Category::Eof if column == 0 && line <= 1 => return "it is empty".to_owned(),
        Category::Eof => "it ends in the middle",
        Category::Syntax => "it is no JSON",
        Category::Data | Category::Io => words.strip_suffix(&place).unwrap_or(&words),
    };
    if line == 0 { words.to_owned() } else { format!("{words} (line {line}, column {column})") }
}

/// Reads an archive into a database without a record: all of it, or nothing.
///
/// # Errors
/// If the file is wrong, the database has a record, or it fails. Nothing is changed then.
pub async fn restore(
    store: &Store,
    file: impl BufRead + Send + 'static,
    seed: u64,
) -> Result<Restored, RestoreError> {
    let (pieces, mut checked) = mpsc::channel(AHEAD);
    let reading = tokio::task::spawn_blocking(move || {
        let mut check = Check { pieces, ..Check::new() };
        json::read(file, |piece| check.piece(piece))?;
        check.end()
    });
    let Some(Checked::Server(server)) = checked.recv().await else {
        return Err(ended(reading).await);
    };
    let put = store.change(ServerId(server), async |tx| {
        let restored = put_back(tx, server, &mut checked, seed).await?;
        // Nothing is kept of a file that is wrong further down.
        if restored.is_none() { Err(RestoreError::Stopped) } else { Ok(restored) }
    });
    match put.await {
        Ok(Some(restored)) => Ok(restored),
        Ok(None) | Err(RestoreError::Stopped) => Err(ended(reading).await),
        Err(other) => Err(other),
    }
}

/// Why the reading of a file ended.
async fn ended(reading: tokio::task::JoinHandle<Result<(), serde_json::Error>>) -> RestoreError {
    match reading.await {
        Ok(Err(error)) => error.into(),
        Ok(Ok(())) | Err(_) => RestoreError::Stopped,
    }
}

/// Puts pieces back as they come. `None` if they ended before the file's end was reached.
async fn put_back(
    tx: &mut ServerTx,
    server: i64,
    pieces: &mut Receiver<Checked>,
    seed: u64,
) -> Result<Option<Restored>, RestoreError> {
    if !tx.takes_archive().await? {
        return Err(RestoreError::NotEmpty);
    }
    let mut random = ChaCha20Rng::seed_from_u64(seed);
    let mut fresh =
        || Fresh { key: std::array::from_fn(|_| random.random()), seed: random.random() };
    let mut restored = Restored { server, ..Restored::default() };
    let mut seminars = Vec::new();
    while let Some(piece) = pieces.recv().await {
        match piece {
            Checked::Server(_) => {}
            Checked::Seminar(seminar) => {
                tx.put_seminar_back(&seminar, fresh()).await?;
                restored.seminars += 1;
                seminars.push(seminar);
            }
            Checked::Round(round) => {
                tx.put_round_back(&round, fresh()).await?;
                restored.rounds += 1;
                restored.answers += round.responses.len();
            }
            Checked::End => {
                for seminar in &seminars {
                    tx.put_agenda_back(seminar).await?;
                }
                return Ok(Some(restored));
            }
        }
    }
    Ok(None)
}

/// A piece whose references lead somewhere.
enum Checked {
    Server(i64),
    Seminar(Box<domain::Seminar>),
    Round(Box<RoundDetails>),
    End,
}

/// Checks the pieces of an archive as they are read, and hands them on.
struct Check {
    pieces: Sender<Checked>,
    /// The rounds that agendas name, with the seminar.
    posed: BTreeMap<i64, i64>,
    seminars: BTreeSet<i64>,
    rounds: BTreeSet<i64>,
}

impl Check {
    fn new() -> Self {
        Self {
            pieces: mpsc::channel(1).0,
            posed: BTreeMap::new(),
            seminars: BTreeSet::new(),
            rounds: BTreeSet::new(),
        }
    }

    fn piece(&mut self, piece: Piece) -> Result<(), String> {
        match piece {
            Piece::Header(header) => self.header(&header),
            Piece::Seminars(seminars) => {
                seminars.into_iter().try_for_each(|seminar| self.seminar(seminar))
            }
            Piece::Round(round) => self.round(*round),
        }
    }

    fn header(&self, header: &Header) -> Result<(), String> {
        self.hand_on(Checked::Server(id(&header.server, "server")?))
    }

    fn seminar(&mut self, it: Seminar) -> Result<(), String> {
        let number = it.id;
        let wrong = |what: &str| Err(format!("seminar {number}: {what}"));
        if number < 1 || !self.seminars.insert(number) {
            return wrong("its number is taken or is none");
        }
        if it.state == SeminarState::Draft {
            return wrong("a draft is no part of a record");
        }
        if (it.state == SeminarState::Closed) != it.closed_at.is_some() {
            return wrong("`closed_at` must be there if it is closed, and only then");
        }
        for round in it.agenda.iter().filter_map(|item| item.round) {
            if self.posed.insert(round, number).is_some() {
                return wrong(&format!("round {round} is on two agendas, or twice on one"));
            }
        }
        let seminar = of_seminar(it).map_err(|what| format!("seminar {number}: {what}"))?;
        self.hand_on(Checked::Seminar(Box::new(seminar)))
    }

    fn round(&mut self, it: Round) -> Result<(), String> {
        let number = it.id;
        let wrong = |what: String| Err(format!("round {number}: {what}"));
        if number < 1 || !self.rounds.insert(number) {
            return wrong("its number is taken or is none".to_owned());
        }
        if let Some(seminar) = it.seminar
            && !self.seminars.contains(&seminar)
        {
            return wrong(format!("there is no seminar {seminar}"));
        }
        if let Some(seminar) = self.posed.get(&number)
            && it.seminar != Some(*seminar)
        {
            return wrong(format!(
                "it is on the agenda of seminar {seminar}, which it does not name"
            ));
        }
        if (it.state == RoundState::Closed) != it.closed_at.is_some() {
            return wrong("`closed_at` must be there if it is closed, and only then".to_owned());
        }
        let round = of_round(it).map_err(|what| format!("round {number}: {what}"))?;
        self.hand_on(Checked::Round(Box::new(round)))
    }

    /// What can only be seen at the end.
    fn end(self) -> Result<(), serde_json::Error> {
        use serde::de::Error;
        if let Some((round, seminar)) = self.posed.iter().find(|(it, _)| !self.rounds.contains(it))
        {
            return Err(serde_json::Error::custom(format_args!(
                "seminar {seminar}: there is no round {round}"
            )));
        }
        self.hand_on(Checked::End).map_err(serde_json::Error::custom)
    }

    fn hand_on(&self, piece: Checked) -> Result<(), String> {
        self.pieces.blocking_send(piece).map_err(|_| "the database takes no more".to_owned())
    }
}

fn of_seminar(it: Seminar) -> Result<domain::Seminar, String> {
    let participant = |it: Participant| {
        Ok::<_, String>(seminar::Participant {
            member: MemberId(id(&it.id, "member")?),
            name: it.name,
            joined_at: it.joined_at,
            eligible: false,
            volunteers: false,
            spoken: 0,
        })
    };
    let item = |it: super::archive::AgendaItem| seminar::Item {
        id: ItemId(0),
        question: it.question,
        problem: it.problem,
        text: it.text,
        theme: it.theme,
        minutes: it.minutes,
        round: it.round.map(RoundId),
    };
    let roster: Vec<_> = it.participants.into_iter().map(participant).collect::<Result<_, _>>()?;
    let members: BTreeSet<MemberId> = roster.iter().map(|it| it.member).collect();
    if members.len() < roster.len() {
        return Err("somebody takes part twice".to_owned());
    }
    let facilitator =
        it.facilitator.map(|it| Ok::<_, String>((MemberId(id(&it.id, "member")?), it.name)));
    Ok(domain::Seminar {
        id: SeminarId(it.id),
        number: SeminarNumber(it.id),
        place: ChannelId(id(&it.channel, "channel")?),
        kind: it.kind,
        title: it.title,
        format: it.format,
        reveal: it.reveal,
        minutes: it.minutes,
        quorum: it.quorum,
        themes: it.themes,
        work: it.work,
        plan: it.plan,
        opener: MemberId(id(&it.opener, "member")?),
        facilitator: facilitator.transpose()?,
        lot: false,
        state: it.state,
        agenda: it.agenda.into_iter().map(item).collect(),
        roster,
        unnamed: it.unnamed,
        queue: Queue::default(),
        made_at: it.made_at,
        stepped_at: it.stepped_at.unwrap_or(it.made_at),
        closed_at: it.closed_at,
    })
}

fn of_round(it: Round) -> Result<RoundDetails, String> {
    let mut tallies = HashMap::new();
    let mut answers = Vec::with_capacity(it.answers.len());
    let mut answered = BTreeSet::new();
    for (number, answer) in (1..).zip(it.answers) {
        let wrong = |what: &str| Err(format!("answer {number}: {what}"));
        let anonymous = answer.by.is_none();
        if anonymous && (answer.answered_at.is_some() || answer.edited_at.is_some()) {
            return wrong("an anonymous answer has no time");
        }
        if !anonymous && answer.answered_at.is_none() {
            return wrong("`answered_at` is missing");
        }
        let part = matches!(answer.part, domain::Part::Own);
        if let Some(by) = &answer.by
            && !answered.insert((by.id.clone(), part))
        {
            return wrong("its member has answered already");
        }
        if let Some(it) = answer.ratings {
            let tally = Tally { agree: it.agree, pass: it.pass, disagree: it.disagree };
            if tally.ratings() > MOST_RATINGS {
                return wrong("more members than a server has cannot have rated it");
            }
            tallies.insert(AnswerId(number), tally);
        }
        answers.push(
            of_answer(AnswerId(number), answer)
                .map_err(|what| format!("answer {number}: {what}"))?,
        );
    }
    let named = answers.iter().filter(|it| it.by.is_some()).count();
    let place = ChannelId(id(&it.channel, "channel")?);
    let round = domain::Round {
        id: RoundId(it.id),
        number: RoundNumber(it.id),
        place,
        home: place,
        asker: MemberId(id(&it.asker, "member")?),
        question: it.question,
        text: it.text,
        theme: it.theme,
        quotes: it.quotes,
        state: it.state,
        posed_at: it.posed_at,
        closed_at: it.closed_at,
        named,
        anonymous: answers.len() - named,
        seminar: it.seminar.map(SeminarId),
        reveal: it.reveal,
        reveal_at: None,
        awaited: it.awaited,
        part: it.part,
        problem: it.problem,
    };
    let statement = it.statement.map(|it| of_statement(&round, it)).transpose()?;
    Ok(RoundDetails { round, seminar: None, responses: answers, tallies, statement })
}

/// Discord's largest servers have some millions of members.
const MOST_RATINGS: usize = 50_000_000;

fn of_answer(number: AnswerId, it: Answer) -> Result<domain::Answer, String> {
    let source = |Message { channel, id: message }: Message| {
        Ok::<_, String>(Address {
            place: ChannelId(id(&channel, "channel")?),
            message: MessageId(id(&message, "message")?),
        })
    };
    Ok(domain::Answer {
        id: number,
        by: it
            .by
            .map(|it| Ok::<_, String>((MemberId(id(&it.id, "member")?), it.name)))
            .transpose()?,
        text: it.text,
        answered_at: it.answered_at,
        edited_at: it.edited_at,
        part: it.part,
        stance: it.stance,
        pair: None,
        shown: true,
        source: it.message.map(source).transpose()?,
    })
}

fn of_statement(round: &domain::Round, it: Statement) -> Result<domain::Statement, String> {
    if it.state == StatementState::Dropped || it.versions.is_empty() {
        return Err("a statement that was taken back is no part of a record".to_owned());
    }
    let newest = it.versions.len();
    let version = |(number, it): (u32, super::archive::Version)| statement::Version {
        number,
        text: it.text,
        name: it.by,
        made_at: it.made_at,
    };
    let objection = |it: super::archive::Objection| {
        let known = usize::try_from(it.version).is_ok_and(|it| (1..=newest).contains(&it));
        let objection =
            statement::Objection { name: it.by, reason: it.reason, version: it.version };
        known.then_some(objection).ok_or_else(|| format!("there is no version {}", it.version))
    };
    if it.agree + it.aside > MOST_RATINGS {
        return Err("more members than a server has cannot have voted".to_owned());
    }
    Ok(domain::Statement {
        id: StatementId(0),
        round: round.number,
        proposer: MemberId(id(&it.proposer, "member")?),
        versions: (1..).zip(it.versions).map(version).collect(),
        state: it.state,
        agree: it.agree,
        aside: it.aside,
        objections: it.objections.into_iter().map(objection).collect::<Result<_, _>>()?,
        quorum: 0,
    })
}

/// One of Discord's ids.
fn id(word: &str, what: &str) -> Result<i64, String> {
    word.parse().ok().filter(|id| *id != 0).ok_or_else(|| format!("`{word}` is no id of a {what}"))
}
