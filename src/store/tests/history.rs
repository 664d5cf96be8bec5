//! What a group does in some days, step by step, on a disk whose power can be cut and that can fail.

use std::collections::BTreeSet;
use std::sync::Mutex;

use futures_util::future::join_all;
use powercut::{Disk, Tape};
use sqlx::sqlite::SqliteSynchronous;
use tokio::sync::OnceCell;

use super::super::keys;
use super::super::open::options;
use super::super::{JobOutcome, Mode, Proposal, Store, Vote};
use super::dump::rows;
use super::schedules;
use super::*;
use crate::commands::fixture::BOOK;
use crate::store::{OpenError, OutboxJob, Result};
use domain::statement::Position;
use domain::{Address, MessageId, ScheduleId};

/// Every row of every table.
pub(super) type State = BTreeSet<String>;

/// A database on a disk of its own.
pub(super) struct History {
    pub(super) disk: Disk,
    pub(super) store: Store,
    /// How the database is after each step so far; at first, as the history found it.
    pub(super) states: Vec<State>,
    /// Those of them that do not wait for the disk, so that the next step may find the one before.
    unsure: BTreeSet<usize>,
    /// What was claimed of the outbox, and is to be confirmed.
    claimed: Mutex<Vec<OutboxJob>>,
    folder: TempDir,
}

impl History {
    pub(super) async fn new() -> Self {
        Self::with(SqliteSynchronous::Full).await
    }

    /// On a database that is empty, and there already.
    pub(super) async fn begun() -> Self {
        static EMPTY: OnceCell<Vec<u8>> = OnceCell::const_new();
        let empty = EMPTY.get_or_init(|| async {
            let folder = crate::testing::folder();
            open(&folder).await.close().await;
            std::fs::read(path(&folder)).unwrap()
        });
        let folder = crate::testing::folder();
        std::fs::write(path(&folder), empty.await).unwrap();
        Self::on(folder, SqliteSynchronous::Full).await
    }

    /// On a new disk, with less care than the program takes.
    pub(super) async fn with(care: SqliteSynchronous) -> Self {
        Self::on(crate::testing::folder(), care).await
    }

    /// On what an earlier one has left.
    pub(super) async fn on(folder: TempDir, care: SqliteSynchronous) -> Self {
        let disk = Disk::of(folder.path()).unwrap();
        let path = path(&folder);
        disk.watch(&keys::path_of(&path));
        let options = options(&path, Mode::Bot).vfs(disk.vfs()).synchronous(care);
        let store = Store::open_with(&path, Mode::Bot, options).await.unwrap();
        let states = vec![rows(&store).await];
        Self { disk, store, states, unsure: BTreeSet::new(), claimed: Mutex::default(), folder }
    }

    /// Two days of a group. What is done anew on each is told from the other by its number.
    pub(super) async fn days(&mut self, days: std::ops::Range<i64>) {
        for day in days {
            for step in Step::ALL {
                self.does(step, day).await.unwrap();
                if step == Step::Confirm {
                    self.unsure.insert(self.states.len());
                }
                self.done().await;
            }
        }
    }

    /// A step is acknowledged.
    pub(super) async fn done(&mut self) {
        self.disk.mark();
        self.states.push(rows(&self.store).await);
    }

    /// One transaction.
    pub(super) async fn does(&self, step: Step, day: i64) -> Result<()> {
        let round = self.round(day).await?;
        let now = day * 100;
        match step {
            Step::Pose => self.change(async |tx| tx.pose(&super::round(day)).await.map(drop)).await,
            Step::Answer => {
                // They come in at once, and share a transaction.
                let all = (0..6).map(|number| {
                    let member = MemberId(100 + number);
                    let answer = NewAnswer {
                        anonymous: number % 3 == 2,
                        ..new_answer(round, member, &format!("{member} on day {day}"), now)
                    };
                    self.change(async |tx| tx.answer(answer).await.map(drop))
                });
                join_all(all).await.into_iter().collect()
            }
            Step::Reword => {
                let answer = new_answer(round, ANA, &"It depends. ".repeat(300), now + 5);
                self.change(async |tx| tx.answer(answer).await.map(drop)).await
            }
            Step::Withdraw => {
                self.change(async |tx| tx.withdraw(round, BEN, at(now + 6)).await.map(drop)).await
            }
            Step::Reveal => {
                let was = self.details(round).await?;
                self.change(async |tx| tx.reveal(&was, at(now + 7)).await.map(drop)).await
            }
            Step::Propose => {
                let by = participation(ANA, now + 8);
                let proposal = Proposal { by, round, text: format!("So it is on day {day}.") };
                self.change(async |tx| tx.propose(proposal).await.map(drop)).await
            }
            Step::Agree => self.votes(round, MemberId(103), Position::Agree).await,
            Step::Object => {
                let reason = "I was not asked. ".repeat(20);
                let position = Position::Object { named: day % 2 == 0, reason };
                self.votes(round, MemberId(104), position).await
            }
            Step::Keep => {
                let quote = format!("a-{day}");
                self.change(async |tx| tx.keep(ANA, &quote, at(now + 9)).await.map(drop)).await
            }
            Step::Schedule => {
                let new = schedules::new(1, 10);
                self.change(async |tx| tx.add_schedule(&new).await.map(drop)).await
            }
            Step::Deliver => {
                let schedules = self.store.read(HERE).schedules().await?;
                let Some(schedule) = schedules.first() else { return Ok(()) };
                self.delivers(schedule.id, day).await
            }
            Step::Claim => {
                let claimed = self.store.claim(at(now + 10), 1).await?;
                self.claimed.lock().unwrap().extend(claimed);
                Ok(())
            }
            Step::Confirm => self.confirms(at(now + 11)).await,
            Step::Close => {
                let was = self.details(round).await?;
                self.change(async |tx| {
                    tx.close_round(&was, Ending::Without, at(now + 60)).await.map(drop)
                })
                .await
            }
        }
    }

    async fn round(&self, day: i64) -> Result<RoundId> {
        let round = self.store.read(HERE).round_of_request(RequestId(day)).await?;
        Ok(round.map_or(RoundId(0), |round| round.id))
    }

    async fn details(&self, round: RoundId) -> Result<RoundDetails> {
        Ok(self.store.read(HERE).round_details(round).await?.unwrap())
    }

    async fn change(&self, work: impl AsyncFnOnce(&mut ServerTx) -> Result<()>) -> Result<()> {
        self.store.change(HERE, work).await
    }

    async fn votes(&self, round: RoundId, member: MemberId, position: Position) -> Result<()> {
        let Some(statement) = self.details(round).await?.statement else { return Ok(()) };
        let vote = Vote {
            by: participation(member, round.0),
            statement: statement.id,
            version: 1,
            position: Some(position),
        };
        self.change(async |tx| tx.vote(vote).await.map(drop)).await
    }

    async fn delivers(&self, schedule: ScheduleId, day: i64) -> Result<()> {
        let due = schedules::due(schedule, i8::try_from(day % 28 + 1).unwrap());
        self.change(async |tx| schedules::deliver_in(tx, &due, &BOOK).await.map(drop)).await
    }

    /// What was claimed first is on Discord.
    async fn confirms(&self, now: Timestamp) -> Result<()> {
        let Some(job) = self.claimed.lock().unwrap().first().cloned() else { return Ok(()) };
        let there = Address { place: PLACE, message: MessageId(1_000 + job.id) };
        self.store.confirm(&job, &JobOutcome::Done(Some(there)), now).await?;
        self.claimed.lock().unwrap().remove(0);
        Ok(())
    }

    /// Cuts the power at a point of the tape, and says what is found when it is back.
    pub(super) async fn cut(&self, tape: &Tape, at: usize, seed: u64) -> Found {
        let remains = tape.cut(at, seed);
        let folder = crate::testing::folder();
        remains.write_to(folder.path()).unwrap();
        match Store::open(&path(&folder), Mode::Bot).await {
            Ok(store) => self.found(&store, remains.marks).await,
            Err(error) => Found::Broken(error.to_string()),
        }
    }

    /// What there is of so many steps that were acknowledged.
    pub(super) async fn found(&self, store: &Store, sure: usize) -> Found {
        let whole: sqlx::Result<String> =
            sqlx::query_scalar("pragma integrity_check").fetch_one(&store.reads).await;
        match whole {
            Ok(whole) if whole == "ok" => {}
            Ok(whole) => return Found::Broken(whole),
            Err(error) => return Found::Broken(error.to_string()),
        }
        let found = rows(store).await;
        store.close().await;
        // What was under way may be there; all that was acknowledged is.
        let under_way = self.states.get(sure + 1);
        let before = self.unsure.contains(&sure).then(|| &self.states[sure - 1]);
        if self.states[sure] == found || under_way == Some(&found) || before == Some(&found) {
            return Found::Whole;
        }
        match self.states[..sure].iter().rposition(|state| *state == found) {
            Some(step) => Found::Lost { step, sure },
            None => Found::Half,
        }
    }

    /// Closes the database and opens it again, as the program does.
    pub(super) async fn reopen(&mut self) -> Result<(), OpenError> {
        self.store.close().await;
        let path = path(&self.folder);
        let options = options(&path, Mode::Bot).vfs(self.disk.vfs());
        self.store = Store::open_with(&path, Mode::Bot, options).await?;
        Ok(())
    }
}

/// What is found after the power was cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// All that was acknowledged, and nothing half.
    Whole,
    /// The database as it was after an earlier step than the last that was acknowledged.
    Lost { step: usize, sure: usize },
    /// A database as it never was.
    Half,
    /// No database.
    Broken(String),
}

/// One change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Pose,
    Answer,
    Reword,
    Withdraw,
    Reveal,
    Propose,
    Agree,
    Object,
    Keep,
    Schedule,
    Deliver,
    Claim,
    Confirm,
    Close,
}

impl Step {
    pub(super) const ALL: [Self; 14] = [
        Self::Pose,
        Self::Answer,
        Self::Reword,
        Self::Withdraw,
        Self::Reveal,
        Self::Propose,
        Self::Agree,
        Self::Object,
        Self::Keep,
        Self::Schedule,
        Self::Deliver,
        Self::Claim,
        Self::Confirm,
        Self::Close,
    ];
}
