//! Records, changes and takes back what a member answers.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::rounds::{part_word, reveal, round_details, vanished};
use super::super::seminars::{self, Joiner};
use super::super::{Result, fresh, outbox};
use super::{Given, find, tie_of};
use crate::messages::Effect;
use domain::seminar::Reveal;
use domain::{Answer, AnswerChange, MemberId, Part, RoundDetails, RoundId, RoundState, ServerId};

pub(super) async fn change(
    db: &mut SqliteConnection,
    server: ServerId,
    id: RoundId,
    member: MemberId,
    given: Option<Given>,
    now: Timestamp,
    effects: impl FnOnce(&AnswerChange) -> Vec<Effect> + Send,
) -> Result<Option<AnswerChange>> {
    let was = match round_details(db, server, id).await? {
        Some(was) if was.round.state != RoundState::Closed => was,
        _ => return Ok(None),
    };
    let part = was.round.part;
    let before = find(db, server, id, part, member).await?;
    match (&before, &given) {
        (Some(old), Some(new)) if old.by.is_none() == new.anonymous => {
            reword(db, old, new).await?;
        }
        (old, new) => {
            // From named to anonymous or back nothing is kept, not even the number.
            if let Some(old) = old {
                erase(db, old).await?;
            }
            if let Some(new) = new {
                insert(db, &was, new).await?;
            }
        }
    }
    if let Some(given) = &given {
        joins(db, &was, given).await?;
    }
    let after = find(db, server, id, part, member).await?;
    let mut now_is = round_details(db, server, id).await?.ok_or_else(|| vanished(id))?;
    if complete(&now_is) {
        now_is = reveal(db, server, &now_is, now).await?;
    }
    let standing = AnswerChange { round: now_is.round.clone(), before, after, was, now: now_is };
    if standing.changed() {
        outbox::put(db, server, effects(&standing), now).await?;
    }
    Ok(Some(standing))
}

/// Whether all have answered who take part, in a sealed round that others than the first to answer
/// were expected in.
fn complete(it: &RoundDetails) -> bool {
    let round = &it.round;
    let size = it.seminar.as_ref().map_or(usize::MAX, |seminar| seminar.size());
    round.state == RoundState::Open
        && round.reveal == Reveal::Sealed
        && round.awaited >= 2
        && round.named + round.anonymous >= size
}

/// Who answers takes part in the seminar.
async fn joins(db: &mut SqliteConnection, was: &RoundDetails, given: &Given) -> Result<()> {
    let Some(seminar) = &was.seminar else { return Ok(()) };
    let joiner = Joiner {
        member: given.member,
        name: given.name.clone(),
        eligible: given.eligible,
        anonymous: given.anonymous,
        stances: Vec::new(),
        now: given.now,
        seed: given.seed.wrapping_add(1),
    };
    seminars::joins(db, given.server, seminar, &joiner).await.map(drop)
}

async fn reword(db: &mut SqliteConnection, old: &Answer, new: &Given) -> Result<()> {
    if old.text == new.text {
        return Ok(());
    }
    let named = !new.anonymous;
    sqlx::query(
        "update responses
         set text = ?, name = ?, edited_at = ?, source_place = ?, source_message = ?
         where id = ?",
    )
    .bind(&new.text)
    .bind(named.then_some(&new.name))
    .bind(named.then_some(new.now.as_millisecond()))
    .bind(new.source.map(|at| at.place.0))
    .bind(new.source.map(|at| at.message.0))
    .bind(old.id.0)
    .execute(&mut *db)
    .await?;
    // What others thought of it, they thought of other words.
    sqlx::query("delete from weighings where response = ?").bind(old.id.0).execute(db).await?;
    Ok(())
}

async fn erase(db: &mut SqliteConnection, old: &Answer) -> Result<()> {
    sqlx::query("update responses set pair = null where pair = ?")
        .bind(old.id.0)
        .execute(&mut *db)
        .await?;
    sqlx::query("delete from responses where id = ?").bind(old.id.0).execute(db).await?;
    Ok(())
}

async fn insert(db: &mut SqliteConnection, was: &RoundDetails, new: &Given) -> Result<()> {
    let (named, round) = (!new.anonymous, &was.round);
    let tie = match named {
        true => None,
        false => tie_of(db, new.round, new.member).await?,
    };
    let stance = match (round.part, was.seminar.as_ref().and_then(|it| it.debated())) {
        (Part::Card, Some(item)) => seminars::held_by(db, new.server, item.id, new.member).await?,
        _ => None,
    };
    // Under a name beside one without, the pair would give the member away.
    let pair = match round.part {
        Part::Card => None,
        Part::Own => find(db, new.server, new.round, Part::Card, new.member)
            .await?
            .filter(|argued| argued.by.is_none() == new.anonymous),
    };
    // A named answer after the reveal is shown at once; one without a name would show when it came.
    let shown = named && round.state == RoundState::Revealed && round.reveal == Reveal::Sealed;
    let id = fresh::number(db, "responses", new.seed).await?;
    sqlx::query(
        "insert into responses (id, server, round, member, name, tie, text, answered_at, part,
                                stance, pair, shown, source_place, source_message)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(id)
    .bind(new.server.0)
    .bind(new.round.0)
    .bind(named.then_some(new.member.0))
    .bind(named.then_some(&new.name))
    .bind(tie)
    .bind(&new.text)
    .bind(named.then_some(new.now.as_millisecond()))
    .bind(part_word(round.part))
    .bind(stance)
    .bind(pair.as_ref().map(|argued| argued.id.0))
    .bind(shown)
    .bind(new.source.map(|at| at.place.0))
    .bind(new.source.map(|at| at.message.0))
    .execute(&mut *db)
    .await?;
    if let Some(argued) = pair {
        sqlx::query("update responses set pair = ? where id = ?")
            .bind(id)
            .bind(argued.id.0)
            .execute(db)
            .await?;
    }
    Ok(())
}
