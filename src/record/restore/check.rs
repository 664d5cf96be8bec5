//! Checks what an archive says of itself while it is read.

use std::collections::{BTreeMap, BTreeSet};

use tokio::sync::mpsc::Sender;

use super::super::archive::{Header, Round, Seminar};
use super::super::json::Piece;
use super::parse;
use domain::seminar::SeminarState;
use domain::{RoundDetails, RoundState};

/// A piece whose references lead somewhere.
pub(super) enum Checked {
    Server(i64),
    Seminar(Box<domain::Seminar>),
    Round(Box<RoundDetails>),
    End,
}

/// Checks the pieces of an archive as they are read, and hands them on.
pub(super) struct Check {
    pieces: Sender<Checked>,
    /// The rounds that agendas name, with the seminar.
    posed: BTreeMap<i64, i64>,
    seminars: BTreeSet<i64>,
    rounds: BTreeSet<i64>,
    /// The entries of the log of what was taken down.
    taken_down: BTreeSet<i64>,
}

impl Check {
    pub(super) fn new(pieces: Sender<Checked>) -> Self {
        let (posed, taken_down) = (BTreeMap::new(), BTreeSet::new());
        Self { pieces, posed, seminars: BTreeSet::new(), rounds: BTreeSet::new(), taken_down }
    }

    pub(super) fn piece(&mut self, piece: Piece) -> Result<(), String> {
        match piece {
            Piece::Header(header) => self.header(&header),
            Piece::Seminars(seminars) => {
                seminars.into_iter().try_for_each(|seminar| self.seminar(seminar))
            }
            Piece::Round(round) => self.round(*round),
        }
    }

    fn header(&self, header: &Header) -> Result<(), String> {
        self.hand_on(Checked::Server(parse::id(&header.server, "server")?))
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
        let seminar = parse::seminar(it).map_err(|what| format!("seminar {number}: {what}"))?;
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
        if let Some(twice) = it.taken_down.iter().find(|it| !self.taken_down.insert(it.entry)) {
            return wrong(format!("the log has an entry {} already", twice.entry));
        }
        let round = parse::round(it).map_err(|what| format!("round {number}: {what}"))?;
        self.hand_on(Checked::Round(Box::new(round)))
    }

    /// What can only be seen at the end.
    pub(super) fn end(self) -> Result<(), serde_json::Error> {
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
