//! What an earlier run has left open: its messages, as they were.

use std::collections::BTreeMap;

use super::state::SERVER;
use crate::command::Services;
use crate::messages::{Card, Subject, queue, round, seminar, statement};
use crate::store::{self, ServerReads};
use domain::seminar::SeminarState;
use domain::{Address, Corpus, RoundId, RoundState, SeminarId};

/// The messages of open seminars and rounds with buttons on them, in the order they were posted.
pub(super) async fn open_messages(services: &Services) -> store::Result<Vec<(Address, Card)>> {
    let corpus = services.books.of(SERVER).await?;
    let mut reads = services.store().read(SERVER);
    let posted = reads.messages().await?;
    let mut cards = Vec::new();
    for (subject, _) in &posted {
        match subject {
            Subject::Seminar(id) => cards.extend(of_seminar(&corpus, &mut reads, *id).await?),
            Subject::Round(id) => cards.extend(of_round(&corpus, &mut reads, *id).await?),
            _ => {}
        }
    }
    let posted: BTreeMap<String, Address> =
        posted.into_iter().map(|(subject, at)| (subject.to_string(), at)).collect();
    let at = |card: &Card| posted.get(&card.subject?.to_string()).copied();
    let mut open: Vec<(Address, Card)> =
        cards.into_iter().filter_map(|card| Some((at(&card)?, card))).collect();
    open.sort_by_key(|(at, _)| at.message);
    Ok(open)
}

async fn of_seminar(
    corpus: &Corpus,
    reads: &mut ServerReads,
    id: SeminarId,
) -> store::Result<Vec<Card>> {
    let seminar = reads.seminar(id).await?.filter(|it| it.state == SeminarState::Open);
    Ok(seminar.map_or_else(Vec::new, |it| vec![seminar::lobby(corpus, &it), queue::board(&it)]))
}

async fn of_round(
    corpus: &Corpus,
    reads: &mut ServerReads,
    id: RoundId,
) -> store::Result<Vec<Card>> {
    let details = reads.round_details(id).await?;
    let Some(details) = details.filter(|it| it.round.state != RoundState::Closed) else {
        return Ok(Vec::new());
    };
    let revealed = details.round.state == RoundState::Revealed;
    let outcome = revealed.then(|| round::outcome(&details));
    let statement = details.statement.as_ref().map(|it| statement::card(&details, it));
    Ok([round::card(corpus, &details)].into_iter().chain(outcome).chain(statement).collect())
}
