//! What a piece of an archive is to the rest of the program.

use std::collections::{BTreeSet, HashMap};

use super::super::archive::{
    Answer, Message, Minds, Participant, Revisit, Round, Seminar, Statement, TakenDown,
};
use domain::moderation::TakeDown;
use domain::revisit::{LEAST_ANSWERS, LEAST_NAMED, Moved, NamedPassage, Outcome};
use domain::round::Unlinked;
use domain::seminar::Queue;
use domain::statement::StatementState;
use domain::{
    Address, AnswerId, ChannelId, ItemId, MemberId, MessageId, ObjectionId, RoundDetails, RoundId,
    RoundNumber, SeminarId, SeminarNumber, StatementId, TakeDownNumber, Tally,
};

/// A seminar.
pub(super) fn seminar(it: Seminar) -> Result<domain::Seminar, String> {
    let participant = |it: Participant| {
        Ok::<_, String>(domain::seminar::Participant {
            member: MemberId(id(&it.id, "member")?),
            name: it.name,
            joined_at: it.joined_at,
            eligible: false,
            volunteers: false,
            spoken: 0,
            joined_among_unnamed: None,
        })
    };
    let item = |it: super::super::archive::AgendaItem| domain::seminar::Item {
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
        opener: maker(&it.opener)?,
        facilitator: facilitator.transpose()?,
        lot: false,
        state: it.state,
        agenda: it.agenda.into_iter().map(item).collect(),
        roster,
        unnamed: it.unnamed,
        perhaps_unnamed: 0,
        queue: Queue::default(),
        meeting: None,
        made_at: it.made_at,
        stepped_at: it.stepped_at.unwrap_or(it.made_at),
        closed_at: it.closed_at,
    })
}

/// A round with its answers and its statement.
pub(super) fn round(it: Round) -> Result<RoundDetails, String> {
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
            one_answer(AnswerId(number), answer)
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
        asker: maker(&it.asker)?,
        question: it.question,
        text: it.text,
        theme: it.theme,
        quotes: it.quotes,
        state: it.state,
        posed_at: it.posed_at,
        closed_at: it.closed_at,
        named,
        anonymous: answers.len() - named,
        withdrawn: it.withdrawn,
        seminar: it.seminar.map(SeminarId),
        reveal: it.reveal,
        reveal_at: None,
        awaited: it.awaited,
        part: it.part,
        problem: it.problem,
        // A link leads into the server that the record is of.
        about: None,
        takes_anonymous: true,
        unlinked: Unlinked::default(),
    };
    let statement = it.statement.map(|it| statement(&round, it)).transpose()?;
    let taken_down = it.taken_down.into_iter().map(taken_down).collect::<Result<_, _>>()?;
    let revisited = it.revisit.map(|it| revisit(&round, it)).transpose()?;
    let details = RoundDetails::from(round);
    Ok(RoundDetails { responses: answers, tallies, statement, taken_down, revisited, ..details })
}

/// Discord's largest servers have some millions of members.
const MOST_RATINGS: usize = 50_000_000;

fn one_answer(number: AnswerId, it: Answer) -> Result<domain::Answer, String> {
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

fn taken_down(it: TakenDown) -> Result<TakeDown, String> {
    if it.entry < 1 {
        return Err("the log of what was taken down has no such entry".to_owned());
    }
    Ok(TakeDown {
        number: TakeDownNumber(it.entry),
        kind: it.kind,
        // Its message belongs to another database.
        subject: 0,
        part: it.part,
        shown: true,
        reason: it.reason,
        by: it
            .by
            .map(|it| Ok::<_, String>((MemberId(id(&it.id, "member")?), it.name)))
            .transpose()?,
        at: it.at,
        muted: it.muted,
        appeal: it.appeal,
    })
}

fn revisit(round: &domain::Round, it: Revisit) -> Result<Outcome, String> {
    if round.seminar.is_none() || round.closed_at.is_none() {
        return Err("only a closed question of a seminar is asked again".to_owned());
    }
    if it.closed_at < it.asked_at {
        return Err("the revisit was over before it began".to_owned());
    }
    Ok(Outcome {
        asked_at: it.asked_at,
        closed_at: it.closed_at,
        moved: it.minds.map(minds).transpose()?,
    })
}

/// Nothing that is told of a few members comes in.
fn minds(it: Minds) -> Result<Moved, String> {
    let counts = [it.same, it.somewhat, it.changed];
    if counts.iter().any(|count| *count > MOST_RATINGS) {
        return Err("more members than a server has cannot have changed their minds".to_owned());
    }
    let mut quotes = BTreeSet::new();
    if !it.passages.iter().all(|passage| quotes.insert(&passage.quote)) {
        return Err("a passage is named twice".to_owned());
    }
    let most = it.somewhat + it.changed;
    let mut told = it.passages.iter().filter_map(|passage| passage.times);
    if !told.all(|times| (LEAST_NAMED..=most).contains(&times)) {
        return Err("a passage is counted that nobody may count".to_owned());
    }
    let passages = it.passages.into_iter();
    let passages = passages.map(|it| NamedPassage { quote: it.quote, times: it.times }).collect();
    let [same, somewhat, changed] = counts;
    let moved = Moved { same, somewhat, changed, passages };
    if moved.answers() < LEAST_ANSWERS {
        return Err("fewer than five are never counted".to_owned());
    }
    Ok(moved)
}

fn statement(round: &domain::Round, it: Statement) -> Result<domain::Statement, String> {
    if it.state == StatementState::Dropped || it.versions.is_empty() {
        return Err("a statement that was taken back is no part of a record".to_owned());
    }
    let newest = it.versions.len();
    let version = |(number, it): (u32, super::super::archive::Version)| {
        domain::statement::Version { number, text: it.text, name: it.by, made_at: it.made_at }
    };
    let objection = |it: super::super::archive::Objection| {
        let known = usize::try_from(it.version).is_ok_and(|it| (1..=newest).contains(&it));
        let objection = domain::statement::Objection {
            id: ObjectionId(0),
            name: it.by,
            reason: it.reason,
            taken_down: it.taken_down,
            version: it.version,
        };
        known.then_some(objection).ok_or_else(|| format!("there is no version {}", it.version))
    };
    if it.agree + it.aside > MOST_RATINGS {
        return Err("more members than a server has cannot have voted".to_owned());
    }
    Ok(domain::Statement {
        id: StatementId(0),
        round: round.number,
        proposer: maker(&it.proposer)?,
        versions: (1..).zip(it.versions).map(version).collect(),
        state: it.state,
        agree: it.agree,
        aside: it.aside,
        objections: it.objections.into_iter().map(objection).collect::<Result<_, _>>()?,
        quorum: 0,
    })
}

/// Who made something; nobody, if they have erased themselves.
fn maker(word: &str) -> Result<MemberId, String> {
    if word == MemberId::NOBODY.to_string() {
        return Ok(MemberId::NOBODY);
    }
    id(word, "member").map(MemberId)
}

/// One of Discord's ids.
pub(super) fn id(word: &str, what: &str) -> Result<i64, String> {
    word.parse().ok().filter(|id| *id != 0).ok_or_else(|| format!("`{word}` is no id of a {what}"))
}
