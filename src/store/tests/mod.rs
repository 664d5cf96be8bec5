//! The database, on the real migrations.

mod consents;
mod disk;
pub(crate) mod dump;
mod erasure;
mod facilitation;
mod group;
mod handled;
mod history;
mod keys;
mod mailbox;
mod meeting;
pub(super) mod migrations;
mod moderation;
mod old_deliveries;
mod open;
mod ours;
mod outbox;
mod pages;
mod power;
mod queue;
mod releases;
mod responses;
mod revisits;
mod rounds;
mod schedules;
mod schema;
mod states;
mod writer;

use std::path::PathBuf;

use jiff::Timestamp;
use tempfile::TempDir;

use super::{Ending, NewAnswer, NewRound, Participation, ServerReads, ServerTx, Store};
use crate::testing::{self, path};
use domain::{
    Answer, AnswerChange, ChannelId, Corpus, MemberId, RequestId, Round, RoundDetails, RoundId,
    ServerId,
};

const HERE: ServerId = ServerId(1);
const THERE: ServerId = ServerId(2);
const PLACE: ChannelId = ChannelId(10);
const ANA: MemberId = MemberId(100);
const BEN: MemberId = MemberId(101);

/// A database in a folder that goes with it.
struct StoreHarness {
    store: Store,
    folder: TempDir,
}

impl StoreHarness {
    async fn new() -> Self {
        let folder = testing::folder();
        let store = open(&folder).await;
        Self { store, folder }
    }

    async fn reopen(&mut self) {
        self.store.close().await;
        self.store = open(&self.folder).await;
    }

    fn path(&self) -> PathBuf {
        path(&self.folder)
    }

    async fn change<T>(
        &self,
        server: ServerId,
        work: impl AsyncFnOnce(&mut ServerTx) -> super::Result<T>,
    ) -> T {
        self.store.change(server, work).await.unwrap()
    }

    fn read(&self, server: ServerId) -> ServerReads {
        self.store.read(server)
    }

    async fn pose(&self, server: ServerId, request: i64) -> Round {
        self.pose_new(server, round(request)).await
    }

    async fn pose_new(&self, server: ServerId, new: NewRound) -> Round {
        self.change(server, async |tx| tx.pose(&new).await).await
    }

    /// What a member answers; the seed is their number, so each has an answer of its own.
    async fn respond(
        &self,
        round: RoundId,
        member: MemberId,
        text: &str,
        now: i64,
    ) -> AnswerChange {
        self.answer(new_answer(round, member, text, now)).await
    }

    async fn respond_anonymously(
        &self,
        round: RoundId,
        member: MemberId,
        text: &str,
    ) -> AnswerChange {
        self.answer(NewAnswer { anonymous: true, ..new_answer(round, member, text, 5) }).await
    }

    async fn answer(&self, new: NewAnswer) -> AnswerChange {
        self.change(HERE, async |tx| tx.answer(new).await).await.unwrap()
    }

    async fn answers(&self, round: RoundId) -> Vec<Answer> {
        self.read(HERE).answers(round).await.unwrap()
    }

    async fn round_details(&self, round: RoundId) -> RoundDetails {
        self.read(HERE).round_details(round).await.unwrap().unwrap()
    }

    async fn reveal(&self, round: RoundId) -> RoundDetails {
        let was = self.round_details(round).await;
        self.change(HERE, async |tx| tx.reveal(&was, at(2)).await).await
    }

    async fn close(&self, round: RoundId) -> RoundDetails {
        self.close_with(round, Ending::Without).await
    }

    async fn close_with(&self, round: RoundId, ending: Ending) -> RoundDetails {
        let was = self.round_details(round).await;
        self.change(HERE, async |tx| tx.close_round(&was, ending, at(60)).await).await
    }
}

async fn open(folder: &TempDir) -> Store {
    testing::open(folder).await
}

/// Waits for what comes by itself.
async fn until(come: impl AsyncFn() -> bool) {
    testing::until(come, String::new).await;
}

/// So many seconds after the test began.
fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

pub(super) fn round(request: i64) -> NewRound {
    NewRound {
        place: PLACE,
        request: RequestId(request),
        asker: ANA,
        question: None,
        text: format!("Question {request}?"),
        theme: Some("power".to_owned()),
        quotes: vec!["b-2".to_owned(), "a-1".to_owned()],
        within: None,
        about: None,
        now: at(0),
    }
}

fn participation(member: MemberId, now: i64) -> Participation {
    Participation {
        member,
        name: format!("member {member}"),
        eligible: true,
        now: at(now),
        seed: u64::try_from(member.0 * 1_000 + now).unwrap(),
    }
}

fn new_answer(round: RoundId, member: MemberId, text: &str, now: i64) -> NewAnswer {
    let by = participation(member, now);
    NewAnswer { round, by, anonymous: false, text: text.to_owned(), source: None }
}
