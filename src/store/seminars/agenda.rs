//! Changes an agenda, as long as a question on it has not been posed.

use sqlx::sqlite::SqliteConnection;

use super::super::{Result, Store};
use super::draft::{NewItem, put};
use super::load;
use domain::seminar::SeminarState;
use domain::{ItemId, Seminar, SeminarId, ServerId};

/// A change of an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A question comes one place earlier, but not before one that was posed.
    Earlier(ItemId),
    /// A question comes one place later.
    Later(ItemId),
    /// Another question takes its place.
    Swap(ItemId, NewItem),
    /// A question goes.
    Remove(ItemId),
    /// A question comes last.
    Add(NewItem),
    /// All that have not been posed go, and these come.
    Anew(Vec<NewItem>),
}

impl Store {
    /// Changes the agenda of a seminar that is not over. What was posed stays as it is. `None` if
    /// there is no such seminar or it is over.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn change_agenda(
        &self,
        server: ServerId,
        id: SeminarId,
        change: Change,
    ) -> Result<Option<Seminar>> {
        self.write(move |db| {
            Box::pin(async move {
                let Some(seminar) = load(db, server, id).await? else { return Ok(None) };
                if seminar.state == SeminarState::Closed {
                    return Ok(None);
                }
                make(db, server, &seminar, change).await?;
                load(db, server, id).await
            })
        })
        .await
    }
}

async fn make(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: &Seminar,
    change: Change,
) -> Result<()> {
    let waiting: Vec<ItemId> =
        seminar.agenda.iter().filter(|item| item.round.is_none()).map(|item| item.id).collect();
    let place = |item: ItemId| waiting.iter().position(|waits| *waits == item);
    match change {
        Change::Earlier(item) => match place(item) {
            Some(place @ 1..) => order(db, server, seminar, waiting, place, place - 1).await,
            _ => Ok(()),
        },
        Change::Later(item) => match place(item) {
            Some(place) if place + 1 < waiting.len() => {
                order(db, server, seminar, waiting, place, place + 1).await
            }
            _ => Ok(()),
        },
        Change::Swap(item, new) => swap(db, server, item, &new).await,
        Change::Remove(item) => {
            sqlx::query("delete from agenda where server = ? and id = ? and round is null")
                .bind(server.0)
                .bind(item.0)
                .execute(db)
                .await?;
            Ok(())
        }
        Change::Anew(new) => anew(db, server, seminar, &new).await,
        Change::Add(new) => {
            let last: i64 = sqlx::query_scalar(
                "select coalesce(max(position), 0) + 1 from agenda
                 where server = ? and seminar = ?",
            )
            .bind(server.0)
            .bind(seminar.id.0)
            .fetch_one(&mut *db)
            .await?;
            put(db, server, seminar.id, last, &new).await
        }
    }
}

/// Two questions that wait change places; then all are numbered anew.
async fn order(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: &Seminar,
    mut waiting: Vec<ItemId>,
    one: usize,
    other: usize,
) -> Result<()> {
    waiting.swap(one, other);
    let posed = seminar.agenda.iter().filter(|item| item.round.is_some()).map(|item| item.id);
    let all: Vec<ItemId> = posed.chain(waiting).collect();
    for (position, item) in (0i64..).zip(all) {
        sqlx::query("update agenda set position = ? where server = ? and id = ?")
            .bind(position)
            .bind(server.0)
            .bind(item.0)
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

async fn anew(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: &Seminar,
    new: &[NewItem],
) -> Result<()> {
    sqlx::query("delete from agenda where server = ? and seminar = ? and round is null")
        .bind(server.0)
        .bind(seminar.id.0)
        .execute(&mut *db)
        .await?;
    for (position, item) in (i64::try_from(seminar.agenda.len()).unwrap_or(0)..).zip(new) {
        put(db, server, seminar.id, position, item).await?;
    }
    Ok(())
}

async fn swap(
    db: &mut SqliteConnection,
    server: ServerId,
    item: ItemId,
    new: &NewItem,
) -> Result<()> {
    sqlx::query(
        "update agenda set question = ?, problem = ?, text = ?, theme = ?
         where server = ? and id = ? and round is null",
    )
    .bind(&new.question)
    .bind(&new.problem)
    .bind(&new.text)
    .bind(&new.theme)
    .bind(server.0)
    .bind(item.0)
    .execute(db)
    .await?;
    Ok(())
}
