//! What each step leaves in the database: all of it at first, then the rows that went and came.

use std::collections::BTreeSet;

use super::super::{JobOutcome, OutboxJob, Participation, Proposal, Retry};
use super::dump::{Drawn, changed, dump};
use super::*;
use crate::messages::{Card, Effect, Subject};
use crate::testing::assert_written;
use domain::schedule::Refusal;
use domain::{Address, MessageId};

const SPOT: Address = Address { place: PLACE, message: MessageId(20) };

/// The steps so far, as the file shows them.
struct Story {
    harness: StoreHarness,
    state: BTreeSet<String>,
    drawn: Drawn,
    text: String,
}

impl Story {
    async fn new() -> Self {
        let (harness, mut drawn) = (StoreHarness::new().await, Drawn::new());
        let state = dump(&harness, &mut drawn).await;
        Self { harness, state, drawn, text: String::new() }
    }

    async fn step(&mut self, told: &str) {
        let state = dump(&self.harness, &mut self.drawn).await;
        let changed = changed(&self.state, &state);
        let changed = if changed.is_empty() { "(nothing)\n" } else { &changed };
        self.text.push_str(&format!("# {told}\n{changed}\n"));
        self.state = state;
    }

    #[track_caller]
    fn ends(self, name: &str) {
        assert_written(&format!("src/store/tests/states/{name}.txt"), &self.text);
    }
}

#[tokio::test]
async fn answering_leaves_nothing_that_tells_who_an_anonymous_answer_is_by() {
    let mut story = Story::new().await;
    let round = story.harness.pose(HERE, 1).await.id;
    story.step("a question is posed").await;
    story.harness.respond(round, ANA, "Nobody.", 5).await;
    story.step("ana answers by name").await;
    story.harness.respond(round, ANA, "Nobody should.", 9).await;
    story.step("ana changes her answer").await;
    story.harness.respond_anonymously(round, ANA, "Nobody should.").await;
    story.step("ana takes her name off it").await;
    story.harness.respond(round, BEN, "Somebody must.", 12).await;
    story.step("ben answers by name").await;
    story.harness.change(HERE, async |tx| tx.withdraw(round, ANA, at(20)).await).await;
    story.step("ana withdraws her answer").await;
    story.ends("answering");
}

#[tokio::test]
async fn closing_a_round_keeps_the_answers_and_destroys_the_ties() {
    let mut story = Story::new().await;
    let round = story.harness.pose(HERE, 1).await.id;
    story.harness.respond(round, BEN, "Somebody must.", 3).await;
    story.harness.respond_anonymously(round, ANA, "Nobody should.").await;
    story.step("a question with two answers, one of them anonymous").await;
    story.harness.reveal(round).await;
    story.step("the answers are revealed").await;
    let by = Participation {
        member: BEN,
        name: "member 101".to_owned(),
        eligible: true,
        now: at(40),
        seed: 7,
    };
    let proposal = Proposal { by, round, text: "Nobody should rule alone.".to_owned() };
    story.harness.change(HERE, async |tx| tx.propose(proposal).await).await;
    story.step("ben proposes a statement").await;
    story.harness.close(round).await;
    story.step("the round is closed").await;
    story.ends("closing");
}

#[tokio::test]
async fn the_outbox_holds_a_job_until_it_is_confirmed() {
    let mut story = Story::new().await;
    let card = |words: &str| Card::saying(words).about(Subject::Answer(domain::AnswerId(5)));
    put(&story.harness, Effect::Post { place: PLACE, card: card("Posted.") }).await;
    story.step("a post is emitted").await;
    let post = claim(&story.harness, 5).await;
    story.step("the post is claimed").await;
    let again = Retry { unsure: true, ..Retry::after(Refusal::Unavailable, at(55)) };
    confirm(&story.harness, &post, JobOutcome::Retry(again)).await;
    story.step("Discord is not available, and the post may have gone out").await;
    let post = claim(&story.harness, 55).await;
    confirm(&story.harness, &post, JobOutcome::Done(Some(SPOT))).await;
    story.step("the post is claimed again, found and confirmed").await;
    put(&story.harness, Effect::Edit { card: card("Edited.") }).await;
    story.step("an edit of it is emitted").await;
    let edit = claim(&story.harness, 60).await;
    confirm(&story.harness, &edit, JobOutcome::Dropped("It is gone.".to_owned())).await;
    story.step("the edit cannot go out").await;
    story.ends("outbox");
}

async fn put(harness: &StoreHarness, effect: Effect) {
    harness.change(HERE, async |tx| tx.emit(|| [effect], at(0)).await).await;
}

async fn claim(harness: &StoreHarness, now: i64) -> OutboxJob {
    let mut claimed = harness.store.claim(at(now), 10).await.unwrap();
    assert_eq!(claimed.len(), 1, "{claimed:?}");
    claimed.remove(0)
}

async fn confirm(harness: &StoreHarness, job: &OutboxJob, outcome: JobOutcome) {
    harness.store.confirm(job, &outcome, at(50)).await.unwrap();
}
