//! The database, on the real migrations.

mod consents;
mod dump;
mod erasure;
mod facilitation;
mod group;
mod meeting;
mod migrations;
mod open;
mod outbox;
mod pages;
mod queue;
mod releases;
mod responses;
mod rounds;
mod schedules;
mod schema;
mod states;
mod writer;

use std::path::PathBuf;

use jiff::Timestamp;
use tempfile::TempDir;

use super::{Ending, Given, NewRound, ServerReads, ServerTx, Store};
use crate::testing::{self, path};
use domain::{
    Answer, AnswerChange, ChannelId, Corpus, MemberId, RequestId, Round, RoundId, ServerId,
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
        let folder = tempfile::tempdir().unwrap();
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
        self.store.pose(round(server, request)).await.unwrap()
    }

    /// What a member answers; the seed is their number, so each has a response of its own.
    async fn respond(
        &self,
        round: RoundId,
        member: MemberId,
        text: &str,
        now: i64,
    ) -> AnswerChange {
        let given = given(round, member, text, now);
        self.change(HERE, async |tx| tx.respond(given).await).await.unwrap()
    }

    async fn respond_anonymously(
        &self,
        round: RoundId,
        member: MemberId,
        text: &str,
    ) -> AnswerChange {
        let given = Given { anonymous: true, ..given(round, member, text, 5) };
        self.change(HERE, async |tx| tx.respond(given).await).await.unwrap()
    }

    async fn responses(&self, round: RoundId) -> Vec<Answer> {
        self.read(HERE).responses(round).await.unwrap()
    }

    async fn settle(&self, round: RoundId) -> Option<Round> {
        let settled = self.store.settle(HERE, round, Ending::Without, at(60), |_, _| Vec::new());
        settled.await.unwrap().map(|it| it.round)
    }
}

async fn open(folder: &TempDir) -> Store {
    testing::open(folder, &Corpus::default()).await
}

/// Waits for what comes by itself.
async fn until(come: impl AsyncFn() -> bool) {
    testing::until(come, String::new).await;
}

/// So many seconds after the test began.
fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

fn round(server: ServerId, request: i64) -> NewRound {
    NewRound {
        server,
        place: PLACE,
        request: RequestId(request),
        poser: ANA,
        question: None,
        text: format!("Question {request}?"),
        theme: Some("power".to_owned()),
        quotes: vec!["b-2".to_owned(), "a-1".to_owned()],
        key: [0x5a; 64],
        within: None,
        now: at(0),
    }
}

fn given(round: RoundId, member: MemberId, text: &str, now: i64) -> Given {
    Given {
        round,
        member,
        name: format!("member {member}"),
        anonymous: false,
        text: text.to_owned(),
        now: at(now),
        seed: u64::try_from(member.0 * 1_000 + now).unwrap(),
        eligible: true,
        source: None,
    }
}
