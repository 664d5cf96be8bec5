//! What a round, a seminar or a quote is in an archive.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::archive::{
    AgendaItem, Answer, Member, Message, Minds, NamedPassage, Objection, Participant, Quote,
    Ratings, Revisit, Round, Selector, Seminar, Statement, TakenDown, Target, Theme, Version, Work,
};
use domain::revisit::{Moved, Outcome};
use domain::{Corpus, MemberId, RoundDetails, RoundId, RoundNumber};

/// How many characters before and after a quote help to find it.
const BESIDE: usize = 32;

/// Puts the answers of a round in the order in which they are exported: the named ones as they came,
/// then the anonymous ones, which have no order of their own, by the seed.
pub(super) fn order(details: &mut RoundDetails, seed: u64) {
    details.responses.sort_by_cached_key(|answer| {
        let named = answer.by.as_ref().map(|(member, _)| (answer.answered_at, *member));
        (named.is_none(), named, shuffled(seed, answer))
    });
}

/// A round with the answers that can be read now.
pub(super) fn round(details: &RoundDetails) -> Round {
    let RoundDetails { round, tallies, statement, taken_down, .. } = details;
    let shown = details.responses.iter().filter(|answer| round.shows(answer));
    let rated = |answer: &domain::Answer| {
        let tally = tallies.get(&answer.id).filter(|tally| tally.told())?;
        Some(Ratings { agree: tally.agree, pass: tally.pass, disagree: tally.disagree })
    };
    Round {
        id: round.number.0,
        channel: round.place.to_string(),
        seminar: details.seminar.as_ref().map(|seminar| seminar.number.0),
        text: round.text.clone(),
        question: round.question.clone(),
        problem: round.problem.clone(),
        theme: round.theme.clone(),
        quotes: round.quotes.clone(),
        asker: round.asker.to_string(),
        state: round.state,
        reveal: round.reveal,
        part: round.part,
        awaited: round.awaited,
        posed_at: round.posed_at,
        closed_at: round.closed_at,
        answers: shown.map(|it| answer(it, rated(it))).collect(),
        withdrawn: round.withdrawn,
        statement: statement.as_ref().map(of_statement),
        taken_down: taken_down.iter().map(of_take_down).collect(),
        revisit: details.revisited.as_ref().map(revisit),
    }
}

fn of_take_down(it: &domain::moderation::TakeDown) -> TakenDown {
    TakenDown {
        entry: it.number.0,
        kind: it.kind,
        part: it.part,
        reason: it.reason,
        by: it.by.as_ref().map(|(id, name)| member(*id, name)),
        at: it.at,
        muted: it.muted,
        appeal: it.appeal,
    }
}

fn revisit(it: &Outcome) -> Revisit {
    let passage = |it: &domain::revisit::NamedPassage| NamedPassage {
        quote: it.quote.clone(),
        times: it.times,
    };
    let minds = |it: &Moved| Minds {
        same: it.same,
        somewhat: it.somewhat,
        changed: it.changed,
        passages: it.passages.iter().map(passage).collect(),
    };
    Revisit { asked_at: it.asked_at, closed_at: it.closed_at, minds: it.moved.as_ref().map(minds) }
}

/// A place in an order that the answer's words and the seed make, and nothing else: its number in
/// the database would be the same in every export.
fn shuffled(seed: u64, answer: &domain::Answer) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(seed.to_le_bytes());
    hash.update(answer.text.as_bytes());
    hash.update([0]);
    hash.update(answer.stance.as_deref().unwrap_or_default().as_bytes());
    hash.finalize().into()
}

fn answer(it: &domain::Answer, ratings: Option<Ratings>) -> Answer {
    Answer {
        by: it.by.as_ref().map(|(id, name)| member(*id, name)),
        text: it.text.clone(),
        part: it.part,
        stance: it.stance.clone(),
        answered_at: it.answered_at,
        edited_at: it.edited_at,
        message: it
            .source
            .map(|at| Message { channel: at.place.to_string(), id: at.message.to_string() }),
        ratings,
    }
}

fn member(id: MemberId, name: &str) -> Member {
    Member { id: id.to_string(), name: name.to_owned() }
}

fn of_statement(it: &domain::Statement) -> Statement {
    let version = |it: &domain::statement::Version| Version {
        text: it.text.clone(),
        by: it.name.clone(),
        made_at: it.made_at,
    };
    let objection = |it: &domain::statement::Objection| Objection {
        by: it.name.clone(),
        reason: it.reason.clone(),
        taken_down: it.taken_down,
        version: it.version,
    };
    let mut objections: Vec<Objection> = it.objections.iter().map(objection).collect();
    objections.sort_by(|a, b| (a.version, &a.by, &a.reason).cmp(&(b.version, &b.by, &b.reason)));
    Statement {
        proposer: it.proposer.to_string(),
        state: it.state,
        versions: it.versions.iter().map(version).collect(),
        agree: it.agree,
        aside: it.aside,
        objections,
    }
}

/// A seminar that was started; its agenda names those of its rounds that are exported.
pub(super) fn seminar(it: &domain::Seminar, exported: &BTreeMap<RoundId, RoundNumber>) -> Seminar {
    let participant = |it: &domain::seminar::Participant| Participant {
        id: it.member.to_string(),
        name: it.name.clone(),
        joined_at: it.joined_at,
    };
    let item = |it: &domain::seminar::Item| AgendaItem {
        text: it.text.clone(),
        question: it.question.clone(),
        problem: it.problem.clone(),
        theme: it.theme.clone(),
        minutes: it.minutes,
        round: it.round.and_then(|round| exported.get(&round)).map(|round| round.0),
    };
    Seminar {
        id: it.number.0,
        channel: it.place.to_string(),
        kind: it.kind,
        title: it.title.clone(),
        format: it.format,
        reveal: it.reveal,
        minutes: it.minutes,
        quorum: it.quorum,
        themes: it.themes.clone(),
        work: it.work.clone(),
        plan: it.plan.clone(),
        state: it.state,
        opener: it.opener.to_string(),
        facilitator: it.facilitator.as_ref().map(|(id, name)| member(*id, name)),
        made_at: it.made_at,
        stepped_at: Some(it.stepped_at).filter(|_| it.closed_at.is_none()),
        closed_at: it.closed_at,
        participants: it.roster.iter().map(participant).collect(),
        unnamed: it.unnamed,
        agenda: it.agenda.iter().map(item).collect(),
    }
}

/// The quotes of those ids that the book has, in its order.
pub(super) fn quotes(corpus: &Corpus, ids: &BTreeSet<String>) -> Vec<Quote> {
    corpus.quotes().iter().filter(|it| ids.contains(&it.id)).map(|it| quote(corpus, it)).collect()
}

fn quote(corpus: &Corpus, it: &domain::Quote) -> Quote {
    let work = corpus.work(&it.work);
    let section = work.and_then(|work| work.section(it.section));
    Quote {
        id: it.id.clone(),
        speaker: it.speaker.clone(),
        reported: it.reported.clone(),
        section: section.map(|section| section.title.clone()),
        paragraph: it.paragraph,
        target: Target { source: it.work.clone(), selector: selectors(corpus, it) },
    }
}

/// How to find a quote in its work: by its words, and by its place where the text is known.
fn selectors(corpus: &Corpus, it: &domain::Quote) -> Vec<Selector> {
    let paragraphs = corpus.work(&it.work).map(|work| &work.text.paragraphs);
    let found = paragraphs.and_then(|paragraphs| {
        let at = paragraphs.get(&it.paragraph)?.find(&it.text)?;
        let before = paragraphs.range(..it.paragraph);
        let before: String = before.flat_map(|(_, text)| [text.as_str(), "\n\n"]).collect();
        let after = paragraphs.range(it.paragraph..);
        let after: Vec<&str> = after.map(|(_, text)| text.as_str()).collect();
        Some((before.chars().count(), at, before, after.join("\n\n")))
    });
    let exact = it.text.clone();
    let Some((offset, at, before, after)) = found else {
        return vec![Selector::TextQuoteSelector { exact, prefix: None, suffix: None }];
    };
    let (own, rest) = after.split_at(at);
    let start = offset + own.chars().count();
    let prefix: String = before + own;
    let prefix = last_characters(&prefix, BESIDE);
    let suffix: String = rest.get(exact.len()..).unwrap_or_default().chars().take(BESIDE).collect();
    let end = start + exact.chars().count();
    vec![
        Selector::TextQuoteSelector { exact, prefix: Some(prefix), suffix: Some(suffix) },
        Selector::TextPositionSelector { start, end },
    ]
}

fn last_characters(text: &str, most: usize) -> String {
    let skip = text.chars().count().saturating_sub(most);
    text.chars().skip(skip).collect()
}

/// The works of some quotes, in the book's order.
pub(super) fn works(corpus: &Corpus, quotes: &[Quote]) -> Vec<Work> {
    let used: BTreeSet<&str> = quotes.iter().map(|quote| quote.target.source.as_str()).collect();
    let work = |it: &domain::corpus::Work| Work {
        id: it.id.clone(),
        title: it.title.clone(),
        author: it.author.clone(),
        date: it.date(),
        translator: it.translator.clone(),
        language: it.language.clone(),
        source: it.source.clone(),
    };
    corpus.works().iter().filter(|it| used.contains(it.id.as_str())).map(work).collect()
}

/// The themes of those ids that the book has, in its order.
pub(super) fn themes(corpus: &Corpus, ids: &BTreeSet<String>) -> Vec<Theme> {
    let theme = |it: &domain::Theme| Theme { id: it.id.clone(), name: it.name.clone() };
    corpus.themes().iter().filter(|it| ids.contains(&it.id)).map(theme).collect()
}
