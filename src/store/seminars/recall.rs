//! Participants can recall who facilitates.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::row::count;
use super::super::{Result, Store};
use super::{lot, roster, step, under_way};
use crate::messages::Effect;
use domain::seminar::SeminarChange;
use domain::{MemberId, SeminarId, ServerId};

/// A member's wish for another facilitator.
#[derive(Clone, Copy, Debug)]
pub struct Wish {
    /// Whose.
    pub member: MemberId,
    /// Whom they mean.
    pub of: MemberId,
    /// Whether they take it back.
    pub back: bool,
    /// When.
    pub now: Timestamp,
    /// The seed of the lot.
    pub seed: u64,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recall {
    /// Whether it counts: the member takes part, and the one they mean facilitates still.
    pub counts: bool,
    /// How many have that wish.
    pub said: usize,
    /// What became of the seminar: if enough have it, somebody else facilitates, or nobody.
    pub step: SeminarChange,
}

impl Store {
    /// Notes a member's wish for another facilitator. When more than half of those who take part
    /// have it, the lot decides among the others at once. `effects` are what that calls for
    /// elsewhere. `None` if there is no such seminar, or it is not open.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn recall(
        &self,
        server: ServerId,
        id: SeminarId,
        wish: Wish,
        effects: impl FnOnce(&SeminarChange) -> Vec<Effect> + Send + 'static,
    ) -> Result<Option<Recall>> {
        self.write_and_wake(move |db| {
            Box::pin(async move {
                let Some(was) = under_way(db, server, id).await? else { return Ok(None) };
                let counts = was.facilitated_by(wish.of)
                    && wish.member != wish.of
                    && roster::takes_part(db, server, &was, wish.member).await?;
                if counts {
                    note(db, server, id, wish).await?;
                }
                let said = wishes(db, server, id).await?;
                if counts && said >= was.recalls_needed() {
                    lot::draw_without(db, server, &was, wish.of, wish.seed).await?;
                }
                let step = step(db, server, was, wish.now, effects).await?;
                Ok(Some(Recall { counts, said, step }))
            })
        })
        .await
    }

    /// Whether a member has said that they want another facilitator.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn wishes_recall(
        &self,
        server: ServerId,
        id: SeminarId,
        member: MemberId,
    ) -> Result<bool> {
        Ok(sqlx::query_scalar(
            "select exists (select 1 from recalls
                            where server = ? and seminar = ? and member = ?)",
        )
        .bind(server.0)
        .bind(id.0)
        .bind(member.0)
        .fetch_one(&self.reads)
        .await?)
    }
}

async fn note(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
    wish: Wish,
) -> Result<()> {
    let note = if wish.back {
        "delete from recalls where seminar = ? and server = ? and member = ?"
    } else {
        "insert or ignore into recalls (seminar, server, member) values (?, ?, ?)"
    };
    sqlx::query(note).bind(seminar.0).bind(server.0).bind(wish.member.0).execute(db).await?;
    Ok(())
}

async fn wishes(db: &mut SqliteConnection, server: ServerId, seminar: SeminarId) -> Result<usize> {
    let wishes: i64 =
        sqlx::query_scalar("select count(*) from recalls where server = ? and seminar = ?")
            .bind(server.0)
            .bind(seminar.0)
            .fetch_one(db)
            .await?;
    Ok(count(wishes))
}
