//! Weighing and the group's statement, on the real migrations.

use std::collections::HashMap;

use super::super::{
    NewItem, NewSeminar, NextRound, Proposal, Revised, Revision, Speaker, Vote, VoteOutcome,
    Weighed,
};
use super::*;
use crate::messages::Effect;
use crate::store::Within;
use domain::seminar::{Format, Reveal};
use domain::statement::{Position, StatementChange, StatementState};
use domain::{ChannelKind, Opinion, Part, RoundDetails, SeminarId, StatementId, Tally};

const CLEO: MemberId = MemberId(102);
const DAN: MemberId = MemberId(103);

fn speaker(member: MemberId, now: i64) -> Speaker {
    Speaker {
        server: HERE,
        member,
        name: format!("member {member}"),
        eligible: true,
        now: at(now),
        seed: u64::try_from(member.0 * 1_000 + now).unwrap(),
    }
}

fn none(_: &RoundDetails, _: &RoundDetails) -> Vec<Effect> {
    Vec::new()
}

fn unasked(_: &RoundDetails, _: &RoundDetails) -> Vec<Effect> {
    panic!("nothing changed")
}

/// An open seminar with one question.
async fn seminar(home: &Home) -> (SeminarId, RoundId) {
    let item = NewItem { question: None, problem: None, text: "Who rules?".into(), theme: None };
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
        opener: ANA,
        name: "Ana".to_owned(),
        agenda: vec![item],
        key: [0x33; 64],
        now: at(0),
    };
    let drafted = home.change(HERE, async |tx| tx.draft_seminar(new).await).await;
    home.change(HERE, async |tx| tx.start_seminar(drafted.id, at(0)).await).await.unwrap();
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
        round: NewRound { within: Some(within), ..round(HERE, 901) },
        stances: Vec::new(),
        ending: Ending::Without,
        seed: 1,
    };
    let posed = home.change(HERE, async |tx| tx.next_round(next).await).await.unwrap();
    (drafted.id, posed.details.round.id)
}

/// A round of a seminar with revealed answers of ben, by name, and cleo, without.
async fn revealed(home: &Home) -> (SeminarId, RoundId) {
    let (seminar, round) = seminar(home).await;
    home.respond(round, BEN, "Nobody does.", 1).await;
    home.respond_anonymously(round, CLEO, "All do.").await;
    home.store.reveal(HERE, round, at(2), false, none).await.unwrap().unwrap();
    (seminar, round)
}

impl Home {
    fn holds(&self, bytes: &[u8]) -> bool {
        super::erasure::holds(self, bytes)
    }

    async fn round_details(&self, round: RoundId) -> RoundDetails {
        self.store.round_details(HERE, round).await.unwrap().unwrap()
    }

    async fn weigh(&self, who: MemberId, round: RoundId, text: &str, opinion: Opinion) -> bool {
        let of = self.responses(round).await.into_iter().find(|it| it.text == text).unwrap();
        let weighed = Weighed {
            speaker: speaker(who, 5),
            round,
            response: of.id,
            text: text.to_owned(),
            opinion,
        };
        self.store.weigh(weighed, none).await.unwrap().is_some()
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
        let speaker = Speaker { server, ..speaker(who, 6) };
        let proposal = Proposal { speaker, round, text: text.to_owned() };
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
        let speaker = Speaker { server, ..speaker(who, 7) };
        let vote = Vote { speaker, statement: id, version, position };
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
        let speaker = Speaker { server, ..speaker(who, 8) };
        let revision = Revision { speaker, statement: id, version, text: text.to_owned() };
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
    let home = Home::new().await;
    let (_, round) = revealed(&home).await;
    assert!(home.weigh(DAN, round, "Nobody does.", Opinion::Agree).await);
    assert!(home.weigh(DAN, round, "Nobody does.", Opinion::Disagree).await);
    assert!(home.weigh(CLEO, round, "Nobody does.", Opinion::Pass).await);
    let it = home.round_details(round).await;
    let ben = it.responses.iter().find(|it| it.text == "Nobody does.").unwrap().id;
    assert_eq!(it.tally(ben), Tally { agree: 0, pass: 1, disagree: 1 });
    let said = home.store.opinions_of(HERE, round, DAN).await.unwrap();
    assert_eq!(said, HashMap::from([(ben, Opinion::Disagree)]));
    assert!(home.store.opinions_of(THERE, round, DAN).await.unwrap().is_empty());
    // Dan takes part by it, without a name.
    let seminar = it.seminar.unwrap();
    assert_eq!((seminar.unnamed, seminar.roster.len()), (2, 1));
}

#[tokio::test]
async fn what_cannot_be_weighed_is_not() {
    let home = Home::new().await;
    let (_, round) = seminar(&home).await;
    home.respond(round, BEN, "Nobody does.", 1).await;
    home.respond_anonymously(round, CLEO, "All do.").await;
    assert!(!home.weigh(DAN, round, "Nobody does.", Opinion::Agree).await, "before the reveal");
    home.store.reveal(HERE, round, at(2), false, none).await.unwrap().unwrap();
    assert!(!home.weigh(BEN, round, "Nobody does.", Opinion::Agree).await, "one's own");
    assert!(!home.weigh(CLEO, round, "All do.", Opinion::Agree).await, "one's own, unnamed");
    let of = home.responses(round).await[0].clone();
    let weighed = |server, text: &str| Weighed {
        speaker: Speaker { server, ..speaker(DAN, 5) },
        round,
        response: of.id,
        text: text.to_owned(),
        opinion: Opinion::Agree,
    };
    let there = home.store.weigh(weighed(THERE, &of.text), unasked).await.unwrap();
    assert_eq!(there, None);
    let other = home.store.weigh(weighed(HERE, "Other words."), unasked).await.unwrap();
    assert_eq!(other, None);
    home.settle(round).await.unwrap();
    assert!(!home.weigh(DAN, round, "Nobody does.", Opinion::Agree).await, "after the end");
}

#[tokio::test]
async fn a_changed_answer_is_weighed_anew() {
    let home = Home::new().await;
    let (_, round) = revealed(&home).await;
    home.weigh(DAN, round, "Nobody does.", Opinion::Agree).await;
    home.weigh(DAN, round, "All do.", Opinion::Agree).await;
    home.respond(round, BEN, "Somebody does.", 9).await;
    let it = home.round_details(round).await;
    assert_eq!(it.tallies.values().map(|tally| tally.weighed()).sum::<usize>(), 1);
    assert_eq!(home.store.opinions_of(HERE, round, DAN).await.unwrap().len(), 1);
    home.change(HERE, async |tx| tx.withdraw(round, CLEO, at(9)).await).await;
    assert!(home.round_details(round).await.tallies.is_empty());
}

#[tokio::test]
async fn a_round_has_one_statement_at_a_time() {
    let home = Home::new().await;
    let (_, round) = seminar(&home).await;
    assert_eq!(home.propose(BEN, round, "Nobody.").await, None, "before the reveal");
    home.respond(round, BEN, "Nobody does.", 1).await;
    home.store.reveal(HERE, round, at(2), false, none).await.unwrap().unwrap();
    let (one, two) = tokio::join!(
        home.propose(BEN, round, "Nobody should."),
        home.propose(CLEO, round, "All should.")
    );
    let (one, two) = (one.unwrap().statement.unwrap(), two.unwrap().statement.unwrap());
    assert_eq!((one.id, &one.versions), (two.id, &two.versions));
    assert_eq!((one.agree, one.quorum), (1, 3));
    let again = home.propose_in(HERE, BEN, round, "Nobody should.").await.unwrap();
    assert_eq!(again.was, again.now);
    assert_eq!(again.now.statement.unwrap().id, one.id);
    assert_eq!(home.propose_in(THERE, BEN, round, "Theirs.").await, None);
    assert_eq!(home.read(HERE).round_of_statement(one.id).await.unwrap(), Some(round));
    assert_eq!(home.read(THERE).round_of_statement(one.id).await.unwrap(), None);
}

#[tokio::test]
async fn a_member_has_one_vote_and_can_take_it_back() {
    let home = Home::new().await;
    let (_, round) = revealed(&home).await;
    let id = home.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap().id;
    let counts = async || {
        let it = home.round_details(round).await.statement.unwrap();
        (it.agree, it.aside, it.objections.len())
    };
    home.vote(CLEO, id, 1, Some(Position::Agree)).await;
    assert_eq!(counts().await, (2, 0, 0));
    home.vote(CLEO, id, 1, Some(Position::Aside)).await;
    assert_eq!(counts().await, (1, 1, 0));
    home.vote(CLEO, id, 1, objects("No.", false)).await;
    assert_eq!(counts().await, (1, 0, 1));
    assert_eq!(home.vote_of(id, CLEO).await, objects("No.", false));
    assert_eq!(home.read(THERE).vote_of(id, CLEO).await.unwrap(), None);
    // The same again changes nothing.
    let same = home.vote(CLEO, id, 1, objects("No.", false)).await.unwrap();
    assert!(matches!(same, VoteOutcome::Counted { change, .. } if change.was == change.now));
    home.vote(CLEO, id, 1, None).await;
    assert_eq!(counts().await, (1, 0, 0));
    let presses = (0..20).map(|_| home.vote(DAN, id, 1, Some(Position::Agree)));
    futures_util::future::join_all(presses).await;
    assert_eq!(counts().await, (2, 0, 0));
    for (server, id) in [(THERE, id), (HERE, StatementId(99))] {
        let vote = home.vote_in(server, DAN, id, 1, Some(Position::Aside)).await;
        assert_eq!(vote, None);
    }
}

#[tokio::test]
async fn an_edit_voids_the_consents_and_leaves_the_objections() {
    let home = Home::new().await;
    let (_, round) = revealed(&home).await;
    let id = home.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap().id;
    home.vote(CLEO, id, 1, Some(Position::Agree)).await;
    home.vote(DAN, id, 1, objects("Why?", true)).await;
    let revised = home.revise(HERE, ANA, id, 1, "Nobody should rule.").await;
    assert!(matches!(revised, Some(Revised::Done(_))));
    let it = home.round_details(round).await.statement.unwrap();
    assert_eq!((it.agree, it.aside, it.newest()), (1, 0, 2));
    assert_eq!((it.objections[0].version, it.objections[0].name.is_some()), (1, true));
    assert_eq!(home.vote_of(id, ANA).await, Some(Position::Agree));
    assert_eq!(home.vote_of(id, BEN).await, None);
    // Who objects and edits objects still.
    home.revise(HERE, DAN, id, 2, "Nobody should rule alone.").await;
    let it = home.round_details(round).await.statement.unwrap();
    assert_eq!((it.agree, it.objections.len(), it.newest()), (0, 1, 3));
    let late = home.vote(CLEO, id, 2, Some(Position::Agree)).await;
    assert!(matches!(late, Some(VoteOutcome::Outdated(_))));
    assert_eq!(home.revise(HERE, BEN, id, 2, "Late.").await, Some(Revised::Conflict));
    let same = home.revise(HERE, BEN, id, 2, "Nobody should rule alone.").await;
    assert!(matches!(same, Some(Revised::Done(change)) if change.was == change.now));
    assert_eq!(home.revise(THERE, BEN, id, 3, "Theirs.").await, None);
}

#[tokio::test]
async fn a_statement_is_taken_back_and_erased() {
    let home = Home::new().await;
    let (_, round) = revealed(&home).await;
    let words = "Nobody should rule anybody.";
    let id = home.propose(BEN, round, words).await.unwrap().statement.unwrap().id;
    home.vote(DAN, id, 1, objects("Never have I heard the like.", false)).await;
    assert_eq!(home.delete(THERE, id).await, None);
    assert_eq!(home.delete(HERE, id).await.unwrap().now.statement, None);
    assert!(!home.holds(words.as_bytes()) && !home.holds(b"Never have I heard the like."));
    assert_eq!(home.delete(HERE, id).await, None);
    assert_eq!(home.vote(DAN, id, 1, Some(Position::Agree)).await, None);
    assert_eq!(home.read(HERE).round_of_statement(id).await.unwrap(), Some(round));
    let other = home.propose(CLEO, round, "All should.").await.unwrap().statement.unwrap();
    assert_ne!(other.id, id);
}

#[tokio::test]
async fn a_vote_that_is_changed_is_gone_from_the_file() {
    let home = Home::new().await;
    let (_, round) = revealed(&home).await;
    let id = home.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap().id;
    home.vote(DAN, id, 1, objects("I was there and saw it.", true)).await;
    assert!(home.holds(b"I was there and saw it."));
    home.vote(DAN, id, 1, objects("It was seen.", false)).await;
    assert!(!home.holds(b"I was there and saw it."));
}

#[tokio::test]
async fn the_end_of_a_round_decides_on_its_statement() {
    for (ending, object, state) in [
        (Ending::Without, false, StatementState::Adopted),
        (Ending::OverObjections, false, StatementState::Adopted),
        (Ending::Without, true, StatementState::Without),
        (Ending::OverObjections, true, StatementState::Dissent),
    ] {
        let home = Home::new().await;
        let (_, round) = revealed(&home).await;
        let id = home.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap().id;
        home.vote(CLEO, id, 1, Some(Position::Agree)).await;
        let position = if object { objects("No.", true) } else { Some(Position::Aside) };
        home.vote(DAN, id, 1, position).await;
        let over = home.store.settle(HERE, round, ending, at(60), none).await.unwrap().unwrap();
        let decided = over.statement.unwrap();
        assert_eq!(decided.state, state, "{ending:?} {object}");
        assert_eq!(decided.objections.len(), usize::from(object));
        assert_eq!(home.vote(DAN, id, 1, Some(Position::Agree)).await, None);
        assert_eq!(home.delete(HERE, id).await, None);
        let read = home.store.discussed_on(HERE, Some("power")).await.unwrap();
        assert_eq!(read[&round].statement.as_ref().unwrap().state, state);
        assert!(home.store.discussed_on(THERE, Some("power")).await.unwrap().is_empty());
        assert!(home.store.discussed_on(HERE, None).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn at_the_end_nothing_ties_a_vote_or_an_opinion_to_a_member() {
    let home = Home::new().await;
    let (_, round) = revealed(&home).await;
    // The key of the tests' rounds.
    let ties: Vec<[u8; 32]> =
        (0..150).map(|number| domain::tie::tie(&[0x5a; 64], MemberId(number))).collect();
    let id = home.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap().id;
    for number in 0..150 {
        let member = MemberId(number);
        let position = match number % 3 {
            0 => Some(Position::Agree),
            1 => Some(Position::Aside),
            _ => objects("So it was, and so it will be.", number % 2 == 0),
        };
        home.vote(member, id, 1, position).await;
        home.weigh(member, round, "Nobody does.", Opinion::Agree).await;
    }
    assert!(ties.iter().all(|tie| home.holds(tie)));
    home.store.settle(HERE, round, Ending::Without, at(60), none).await.unwrap().unwrap();
    assert!(!ties.iter().any(|tie| home.holds(tie)));
    assert_eq!(home.vote_of(id, BEN).await, None);
    assert!(home.store.opinions_of(HERE, round, DAN).await.unwrap().is_empty());
    // What is left bears a name only where it was given, and stands in no order of the members.
    let names: Vec<Option<String>> = sqlx::query_scalar("select name from voices order by id")
        .fetch_all(&home.store.reads)
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
    .fetch_one(&home.store.reads)
    .await
    .unwrap();
    assert_eq!(told, 0);
}

#[tokio::test]
async fn outside_a_seminar_more_than_half_of_those_who_answered_must_vote() {
    let home = Home::new().await;
    let round = home.pose(HERE, 1).await.id;
    let it = home.propose(BEN, round, "Nobody should.").await.unwrap().statement.unwrap();
    assert_eq!(it.quorum, 2);
    for number in 0..6 {
        home.respond(round, MemberId(number), "Mine.", 1).await;
    }
    assert_eq!(home.round_details(round).await.statement.unwrap().quorum, 4);
}
