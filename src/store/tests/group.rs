//! Weighing and the group's statement, on the real migrations.

use std::collections::HashMap;

use super::super::{
    NewItem, NewSeminar, NextRound, Proposal, Revised, Revision, Vote, VoteOutcome,
};
use super::*;
use crate::store::Within;
use domain::member_hash::{Purpose, member_hash};
use domain::seminar::{Format, Reveal};
use domain::statement::{Position, StatementChange, StatementState};
use domain::{ChannelKind, Opinion, Part, RoundDetails, SeminarId, StatementId, Tally};

const CLEO: MemberId = MemberId(102);
const DAN: MemberId = MemberId(103);

/// An open seminar with one question.
pub(super) async fn seminar(harness: &StoreHarness) -> (SeminarId, RoundId) {
    let item = NewItem {
        question: None,
        problem: None,
        text: "Who rules?".into(),
        theme: None,
        minutes: None,
    };
    let new = NewSeminar {
        place: PLACE,
        kind: ChannelKind::Channel,
        request: RequestId(900),
        title: "On power".to_owned(),
        format: Format::Plain,
        reveal: Reveal::Sealed,
        minutes: None,
        quorum: Some(3),
        themes: Vec::new(),
        work: None,
        plan: None,
        opener: ANA,
        name: "Ana".to_owned(),
        agenda: vec![item],
        meeting: None,
        now: at(0),
    };
    let drafted = harness.change(HERE, async |tx| tx.draft_seminar(new).await).await;
    harness.change(HERE, async |tx| tx.start_seminar(drafted.id, at(0)).await).await.unwrap();
    let within = Within {
        seminar: drafted.id,
        reveal: Reveal::Sealed,
        reveal_at: None,
        awaited: 0,
        part: Part::Own,
        problem: None,
    };
    let next = NextRound {
        seminar: drafted.id,
        item: drafted.agenda[0].id,
        round: NewRound { within: Some(within), ..round(901) },
        stances: Vec::new(),
        ending: Ending::Without,
        seed: 1,
    };
    let posed = harness.change(HERE, async |tx| tx.next_round(next).await).await.unwrap();
    (drafted.id, posed.details.round.id)
}

/// A round of a seminar with revealed answers of ben, by name, and cleo, without.
async fn revealed(harness: &StoreHarness) -> (SeminarId, RoundId) {
    let (seminar, round) = seminar(harness).await;
    harness.respond(round, BEN, "Nobody does.", 1).await;
    harness.respond_anonymously(round, CLEO, "All do.").await;
    harness.reveal(round).await;
    (seminar, round)
}

impl StoreHarness {
    fn holds(&self, bytes: &[u8]) -> bool {
        super::erasure::holds(self, bytes)
    }

    async fn rate(&self, who: MemberId, round: RoundId, text: &str, opinion: Opinion) -> bool {
        let answer = self.answers(round).await.into_iter().find(|it| it.text == text).unwrap().id;
        let by = participation(who, 5);
        let was = self.round_details(round).await;
        let rated = self.change(HERE, async |tx| tx.rate(&was, &by, answer, opinion).await).await;
        rated.is_some()
    }

    async fn propose(&self, who: MemberId, round: RoundId, text: &str) -> Option<RoundDetails> {
        self.propose_in(HERE, who, round, text).await.map(|change| change.now)
    }

    async fn propose_in(
        &self,
        server: ServerId,
        who: MemberId,
        round: RoundId,
        text: &str,
    ) -> Option<StatementChange> {
        let by = participation(who, 6);
        let proposal = Proposal { by, round, text: text.to_owned() };
        self.change(server, async |tx| tx.propose(proposal).await).await
    }

    async fn vote(
        &self,
        who: MemberId,
        id: StatementId,
        version: u32,
        position: Option<Position>,
    ) -> Option<VoteOutcome> {
        self.vote_in(HERE, who, id, version, position).await
    }

    async fn vote_in(
        &self,
        server: ServerId,
        who: MemberId,
        id: StatementId,
        version: u32,
        position: Option<Position>,
    ) -> Option<VoteOutcome> {
        let by = participation(who, 7);
        let vote = Vote { by, statement: id, version, position };
        self.change(server, async |tx| tx.vote(vote).await).await
    }

    async fn vote_of(&self, id: StatementId, who: MemberId) -> Option<Position> {
        self.read(HERE).vote_of(id, who).await.unwrap()
    }

    async fn revise(
        &self,
        server: ServerId,
        who: MemberId,
        id: StatementId,
        version: u32,
        text: &str,
    ) -> Option<Revised> {
        let by = participation(who, 8);
        let revision = Revision { by, statement: id, version, text: text.to_owned() };
        self.change(server, async |tx| tx.revise_statement(revision).await).await
    }

    async fn delete(&self, server: ServerId, id: StatementId) -> Option<StatementChange> {
        self.change(server, async |tx| tx.delete_statement(id, at(9)).await).await
    }
}

fn objects(reason: &str, named: bool) -> Option<Position> {
    Some(Position::Object { reason: reason.to_owned(), named })
}

#[tokio::test]
async fn a_member_has_one_opinion_on_an_answer_and_can_change_it() {
    let harness = StoreHarness::new().await;
    let (_, round) = revealed(&harness).await;
    assert!(harness.rate(DAN, round, "Nobody does.", Opinion::Agree).await);
    assert!(harness.rate(DAN, round, "Nobody does.", Opinion::Disagree).await);
    assert!(harness.rate(CLEO, round, "Nobody does.", Opinion::Pass).await);
    let it = harness.round_details(round).await;
    let ben = it.responses.iter().find(|it| it.text == "Nobody does.").unwrap().id;
    assert_eq!(it.tally(ben), Tally { agree: 0, pass: 1, disagree: 1 });
    let said = harness.read(HERE).opinions_of(round, DAN).await.unwrap();
    assert_eq!(said, HashMap::from([(ben, Opinion::Disagree)]));
    assert!(harness.read(THERE).opinions_of(round, DAN).await.unwrap().is_empty());
    // Dan takes part by it, without a name.
    let seminar = it.seminar.unwrap();
    assert_eq!((seminar.unnamed, seminar.roster.len()), (2, 1));
}

#[tokio::test]
async fn who_answered_without_a_name_and_gives_it_is_counted_by_name_alone() {
    let harness = StoreHarness::new().await;
    let (_, round) = revealed(&harness).await;
    for (named, unnamed, roster) in [(false, 1, 1), (true, 0, 2), (true, 0, 2)] {
        let (was, cleo) = (harness.round_details(round).await, participation(CLEO, 7));
        harness.change(HERE, async |tx| tx.join_by_taking_part(&was, &cleo, named).await).await;
        let seminar = harness.round_details(round).await.seminar.unwrap();
        assert_eq!((seminar.unnamed, seminar.roster.len()), (unnamed, roster), "{named}");
    }
}

#[tokio::test]
async fn what_cannot_be_rated_is_not() {
    let harness = StoreHarness::new().await;
    let (_, round) = revealed(&harness).await;
    assert!(!harness.rate(BEN, round, "Nobody does.", Opinion::Agree).await, "one's own");
    assert!(!harness.rate(CLEO, round, "All do.", Opinion::Agree).await, "one's own, unnamed");
    let answer = harness.answers(round).await[0].id;
    let (was, dan) = (harness.round_details(round).await, participation(DAN, 5));
    let rates = async |tx: &mut ServerTx| tx.rate(&was, &dan, answer, Opinion::Agree).await;
    assert!(harness.change(THERE, rates).await.is_none(), "elsewhere");
    harness.close(round).await;
    assert!(!harness.rate(DAN, round, "Nobody does.", Opinion::Agree).await, "after the end");
}

#[tokio::test]
async fn a_changed_answer_is_rated_anew() {
    let harness = StoreHarness::new().await;
    let (_, round) = revealed(&harness).await;
    harness.rate(DAN, round, "Nobody does.", Opinion::Agree).await;
    harness.rate(DAN, round, "All do.", Opinion::Agree).await;
    harness.respond(round, BEN, "Somebody does.", 9).await;
    let it = harness.round_details(round).await;
    assert_eq!(it.tallies.values().map(|tally| tally.ratings()).sum::<usize>(), 1);
    assert_eq!(harness.read(HERE).opinions_of(round, DAN).await.unwrap().len(), 1);
    harness.change(HERE, async |tx| tx.withdraw(round, CLEO, at(9)).await).await;
    assert!(harness.round_details(round).await.tallies.is_empty());
}

#[tokio::test]
async fn a_round_has_one_statement_at_a_time() {
    let harness = StoreHarness::new().await;
    let (_, round) = seminar(&harness).await;
    assert_eq!(harness.propose(BEN, round, "Nobody.").await, None, "before the reveal");
    harness.respond(round, BEN, "Nobody does.", 1).await;
    harness.reveal(round).await;
    let (one, two) = tokio::join!(
        harness.propose(BEN, round, "Nobody should."),
        harness.propose(CLEO, round, "All should.")
    );
    let (one, two) = (one.unwrap().statement.unwrap(), two.unwrap().statement.unwrap());
    assert_eq!((one.id, &one.versions), (two.id, &two.versions));
    assert_eq!((one.agree, one.quorum), (1, 3));
    let again = harness.propose_in(HERE, BEN, round, "Nobody should.").await.unwrap();
    assert_eq!(again.was, again.now);
    assert_eq!(again.now.statement.unwrap().id, one.id);
    assert_eq!(harness.propose_in(THERE, BEN, round, "Theirs.").await, None);
    assert_eq!(harness.read(HERE).round_of_statement(one.id).await.unwrap(), Some(round));
    assert_eq!(harness.read(THERE).round_of_statement(one.id).await.unwrap(), None);
}

#[tokio::test]
async fn a_member_has_one_vote_and_can_take_it_back() {
    let harness = StoreHarness::new().await;
    let (_, round) = revealed(&harness).await;
    let id = harness.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap().id;
    let counts = async || {
        let it = harness.round_details(round).await.statement.unwrap();
        (it.agree, it.aside, it.objections.len())
    };
    harness.vote(CLEO, id, 1, Some(Position::Agree)).await;
    assert_eq!(counts().await, (2, 0, 0));
    harness.vote(CLEO, id, 1, Some(Position::Aside)).await;
    assert_eq!(counts().await, (1, 1, 0));
    harness.vote(CLEO, id, 1, objects("No.", false)).await;
    assert_eq!(counts().await, (1, 0, 1));
    assert_eq!(harness.vote_of(id, CLEO).await, objects("No.", false));
    assert_eq!(harness.read(THERE).vote_of(id, CLEO).await.unwrap(), None);
    // The same again changes nothing.
    let same = harness.vote(CLEO, id, 1, objects("No.", false)).await.unwrap();
    assert!(matches!(same, VoteOutcome::Counted { change, .. } if change.was == change.now));
    harness.vote(CLEO, id, 1, None).await;
    assert_eq!(counts().await, (1, 0, 0));
    let presses = (0..20).map(|_| harness.vote(DAN, id, 1, Some(Position::Agree)));
    futures_util::future::join_all(presses).await;
    assert_eq!(counts().await, (2, 0, 0));
    for (server, id) in [(THERE, id), (HERE, StatementId(99))] {
        let vote = harness.vote_in(server, DAN, id, 1, Some(Position::Aside)).await;
        assert_eq!(vote, None);
    }
}

#[tokio::test]
async fn an_edit_voids_the_consents_and_leaves_the_objections() {
    let harness = StoreHarness::new().await;
    let (_, round) = revealed(&harness).await;
    let id = harness.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap().id;
    harness.vote(CLEO, id, 1, Some(Position::Agree)).await;
    harness.vote(DAN, id, 1, objects("Why?", true)).await;
    let revised = harness.revise(HERE, ANA, id, 1, "Nobody should rule.").await;
    assert!(matches!(revised, Some(Revised::Done(_))));
    let it = harness.round_details(round).await.statement.unwrap();
    assert_eq!((it.agree, it.aside, it.newest()), (1, 0, 2));
    assert_eq!((it.objections[0].version, it.objections[0].name.is_some()), (1, true));
    assert_eq!(harness.vote_of(id, ANA).await, Some(Position::Agree));
    assert_eq!(harness.vote_of(id, BEN).await, None);
    // Who objects and edits objects still.
    harness.revise(HERE, DAN, id, 2, "Nobody should rule alone.").await;
    let it = harness.round_details(round).await.statement.unwrap();
    assert_eq!((it.agree, it.objections.len(), it.newest()), (0, 1, 3));
    let late = harness.vote(CLEO, id, 2, Some(Position::Agree)).await;
    assert!(matches!(late, Some(VoteOutcome::Outdated(_))));
    assert_eq!(harness.revise(HERE, BEN, id, 2, "Late.").await, Some(Revised::Conflict));
    let same = harness.revise(HERE, BEN, id, 2, "Nobody should rule alone.").await;
    assert!(matches!(same, Some(Revised::Done(change)) if change.was == change.now));
    assert_eq!(harness.revise(THERE, BEN, id, 3, "Theirs.").await, None);
}

#[tokio::test]
async fn a_statement_is_taken_back_and_erased() {
    let harness = StoreHarness::new().await;
    let (_, round) = revealed(&harness).await;
    let words = "Nobody should rule anybody.";
    let id = harness.propose(BEN, round, words).await.unwrap().statement.unwrap().id;
    harness.vote(DAN, id, 1, objects("Never have I heard the like.", false)).await;
    assert_eq!(harness.delete(THERE, id).await, None);
    assert_eq!(harness.delete(HERE, id).await.unwrap().now.statement, None);
    assert!(!harness.holds(words.as_bytes()) && !harness.holds(b"Never have I heard the like."));
    assert_eq!(harness.delete(HERE, id).await, None);
    assert_eq!(harness.vote(DAN, id, 1, Some(Position::Agree)).await, None);
    assert_eq!(harness.read(HERE).round_of_statement(id).await.unwrap(), Some(round));
    let other = harness.propose(CLEO, round, "All should.").await.unwrap().statement.unwrap();
    assert_ne!(other.id, id);
}

#[tokio::test]
async fn a_vote_that_is_changed_is_gone_from_the_file() {
    let harness = StoreHarness::new().await;
    let (_, round) = revealed(&harness).await;
    let id = harness.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap().id;
    harness.vote(DAN, id, 1, objects("I was there and saw it.", true)).await;
    assert!(harness.holds(b"I was there and saw it."));
    harness.vote(DAN, id, 1, objects("It was seen.", false)).await;
    assert!(!harness.holds(b"I was there and saw it."));
}

#[tokio::test]
async fn the_end_of_a_round_decides_on_its_statement() {
    for (ending, object, state) in [
        (Ending::Without, false, StatementState::Adopted),
        (Ending::OverObjections, false, StatementState::Adopted),
        (Ending::Without, true, StatementState::Without),
        (Ending::OverObjections, true, StatementState::Dissent),
    ] {
        let harness = StoreHarness::new().await;
        let (_, round) = revealed(&harness).await;
        let id = harness.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap().id;
        harness.vote(CLEO, id, 1, Some(Position::Agree)).await;
        let position = if object { objects("No.", true) } else { Some(Position::Aside) };
        harness.vote(DAN, id, 1, position).await;
        let over = harness.close_with(round, ending).await;
        let decided = over.statement.unwrap();
        assert_eq!(decided.state, state, "{ending:?} {object}");
        assert_eq!(decided.objections.len(), usize::from(object));
        assert_eq!(harness.vote(DAN, id, 1, Some(Position::Agree)).await, None);
        assert_eq!(harness.delete(HERE, id).await, None);
        let read = harness.read(HERE).discussed_on(Some("power")).await.unwrap();
        assert_eq!(read[&round].statement.as_ref().unwrap().state, state);
        assert!(harness.read(THERE).discussed_on(Some("power")).await.unwrap().is_empty());
        assert!(harness.read(HERE).discussed_on(None).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn at_the_end_nothing_ties_a_vote_or_an_opinion_to_a_member() {
    let harness = StoreHarness::new().await;
    let (_, round) = revealed(&harness).await;
    let key = super::erasure::key_of(&harness, round).await;
    let id = harness.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap().id;
    let hash = |number| member_hash(&key, MemberId(number), Purpose::Vote(id));
    let ties: Vec<[u8; 32]> = (0..150).map(hash).collect();
    for number in 0..150 {
        let member = MemberId(number);
        let position = match number % 3 {
            0 => Some(Position::Agree),
            1 => Some(Position::Aside),
            _ => objects("So it was, and so it will be.", number % 2 == 0),
        };
        harness.vote(member, id, 1, position).await;
        harness.rate(member, round, "Nobody does.", Opinion::Agree).await;
    }
    assert!(ties.iter().all(|tie| harness.holds(tie)));
    harness.close(round).await;
    assert!(!ties.iter().any(|tie| harness.holds(tie)));
    assert_eq!(harness.vote_of(id, BEN).await, None);
    assert!(harness.read(HERE).opinions_of(round, DAN).await.unwrap().is_empty());
    // What is left bears a name only where it was given, and stands in no order of the members.
    let names: Vec<Option<String>> = sqlx::query_scalar("select name from voices order by id")
        .fetch_all(&harness.store.reads)
        .await
        .unwrap();
    let named: Vec<&String> = names.iter().flatten().collect();
    assert_eq!(named.len(), 25);
    assert!(!named.is_sorted());
    let told: i64 = sqlx::query_scalar(
        "select (select count(*) from voices where tie is not null)
                + (select count(*) from weighings where tie is not null)
                + (select count(*) from voices where name is not null and voice <> 'object')",
    )
    .fetch_one(&harness.store.reads)
    .await
    .unwrap();
    assert_eq!(told, 0);
}

#[tokio::test]
async fn outside_a_seminar_more_than_half_of_those_who_answered_must_vote() {
    let harness = StoreHarness::new().await;
    let round = harness.pose(HERE, 1).await.id;
    let it = harness.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap();
    assert_eq!(it.quorum, 2);
    for number in 0..6 {
        harness.respond(round, MemberId(number), "Mine.", 1).await;
    }
    assert_eq!(harness.round_details(round).await.statement.unwrap().quorum, 4);
}
