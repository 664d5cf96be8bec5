//! On whom the lot falls.

use sqlx::sqlite::SqliteConnection;

use super::super::Result;
use domain::seminar::lot;
use domain::{MemberId, Seminar, SeminarId, ServerId};

/// Has the lot decide for each round from now on, or no more.
pub(super) async fn switch(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
    on: bool,
) -> Result<()> {
    sqlx::query("update seminars set lot = ?, drawn = 0 where server = ? and id = ?")
        .bind(on)
        .bind(server.0)
        .bind(seminar.0)
        .execute(db)
        .await?;
    Ok(())
}

/// Casts the lot for the first round before it begins.
pub(super) async fn draw_for_first(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: &Seminar,
    seed: u64,
) -> Result<()> {
    if !draw(db, server, seminar, seed).await? {
        return Ok(());
    }
    sqlx::query("update seminars set drawn = 1 where server = ? and id = ?")
        .bind(server.0)
        .bind(seminar.id.0)
        .execute(db)
        .await?;
    Ok(())
}

/// Casts the lot for the next round, where it decides and was not cast for it already.
pub(super) async fn draw_for_next(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: &Seminar,
    seed: u64,
) -> Result<()> {
    if !seminar.lot {
        return Ok(());
    }
    let drawn: bool = sqlx::query_scalar("select drawn from seminars where server = ? and id = ?")
        .bind(server.0)
        .bind(seminar.id.0)
        .fetch_one(&mut *db)
        .await?;
    if drawn && seminar.facilitator.is_some() && seminar.rounds().next().is_none() {
        return Ok(());
    }
    draw(db, server, seminar, seed).await.map(drop)
}

/// Casts the lot. Where it can fall on nobody, who has it keeps it; says whether it fell.
async fn draw(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: &Seminar,
    seed: u64,
) -> Result<bool> {
    let now = seminar.facilitator.as_ref().map(|(member, _)| *member);
    let barred = recalled(db, server, seminar.id).await?;
    let Some(drawn) = lot::draw(&seminar.roster, now, &barred, seed) else { return Ok(false) };
    appoint(db, server, seminar.id, Some((drawn.member, &drawn.name))).await?;
    Ok(true)
}

/// Takes the facilitation from somebody for good and casts the lot among the others; it may fall on
/// nobody.
pub(super) async fn draw_without(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: &Seminar,
    without: MemberId,
    seed: u64,
) -> Result<()> {
    sqlx::query("insert or ignore into recalled (seminar, server, member) values (?, ?, ?)")
        .bind(seminar.id.0)
        .bind(server.0)
        .bind(without.0)
        .execute(&mut *db)
        .await?;
    sqlx::query("update roster set volunteers = 0 where server = ? and seminar = ? and member = ?")
        .bind(server.0)
        .bind(seminar.id.0)
        .bind(without.0)
        .execute(&mut *db)
        .await?;
    let barred = recalled(db, server, seminar.id).await?;
    let drawn = lot::draw(&seminar.roster, None, &barred, seed);
    let drawn = drawn.map(|drawn| (drawn.member, drawn.name.as_str()));
    appoint(db, server, seminar.id, drawn).await
}

/// Who was recalled.
pub(super) async fn recalled(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
) -> Result<Vec<MemberId>> {
    let members: Vec<i64> =
        sqlx::query_scalar("select member from recalled where server = ? and seminar = ?")
            .bind(server.0)
            .bind(seminar.0)
            .fetch_all(db)
            .await?;
    Ok(members.into_iter().map(MemberId).collect())
}

/// Gives the facilitation to somebody, or to nobody. What was wished of another goes.
pub(super) async fn appoint(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
    heir: Option<(MemberId, &str)>,
) -> Result<()> {
    let member = heir.map(|(member, _)| member.0);
    sqlx::query(
        "delete from recalls
         where server = ?1 and seminar = ?2
           and not exists (select 1 from seminars
                           where server = ?1 and id = ?2 and facilitator is ?3)",
    )
    .bind(server.0)
    .bind(seminar.0)
    .bind(member)
    .execute(&mut *db)
    .await?;
    sqlx::query("update seminars set facilitator = ?, name = ? where server = ? and id = ?")
        .bind(member)
        .bind(heir.map(|(_, name)| name))
        .bind(server.0)
        .bind(seminar.0)
        .execute(db)
        .await?;
    Ok(())
}
