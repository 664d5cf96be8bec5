//! Changes an agenda, as long as a question on it has not been posed.

use super::super::{Result, ServerTx};
use super::NewItem;
use domain::seminar::{Move, SeminarState};
use domain::{ItemId, Seminar, SeminarId};

/// A change of an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaChange {
    /// A question moves, but not before one that was posed.
    Move(ItemId, Move),
    /// Another question takes its place.
    Replace(ItemId, NewItem),
    /// A question goes.
    Remove(ItemId),
    /// A question comes last.
    Add(NewItem),
    /// All that have not been posed go, and these come.
    Redraw(Vec<NewItem>),
}

impl ServerTx {
    /// Changes the agenda of a seminar that is not closed. What was posed stays as it is. `None` if
    /// there is no such seminar or it is closed.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn change_agenda(
        &mut self,
        id: SeminarId,
        change: AgendaChange,
    ) -> Result<Option<Seminar>> {
        let seminar = self.seminar(id).await?;
        let Some(seminar) = seminar.filter(|it| it.state != SeminarState::Closed) else {
            return Ok(None);
        };
        match change {
            AgendaChange::Move(item, step) => {
                for (position, item) in (0i64..).zip(seminar.agenda_with(item, step)) {
                    self.set_position(item, position).await?;
                }
            }
            AgendaChange::Replace(item, new) => self.replace_item(item, new).await?,
            AgendaChange::Remove(item) => {
                self.statement(
                    "delete from agenda where server = ?1 and id = ?2 and round is null",
                )
                .bind(item.0)
                .execute()
                .await?;
            }
            AgendaChange::Add(new) => {
                let last: i64 = self
                    .statement(
                        "select coalesce(max(position), 0) + 1 from agenda
                         where server = ?1 and seminar = ?2",
                    )
                    .bind(id.0)
                    .value()
                    .await?;
                self.insert_item(id, last, &new).await?;
            }
            AgendaChange::Redraw(new) => {
                self.statement(
                    "delete from agenda where server = ?1 and seminar = ?2 and round is null",
                )
                .bind(id.0)
                .execute()
                .await?;
                let first = i64::try_from(seminar.agenda.len()).unwrap_or(0);
                for (position, item) in (first..).zip(&new) {
                    self.insert_item(id, position, item).await?;
                }
            }
        }
        self.seminar(id).await
    }

    async fn set_position(&mut self, item: ItemId, position: i64) -> Result<()> {
        self.statement("update agenda set position = ?3 where server = ?1 and id = ?2")
            .bind(item.0)
            .bind(position)
            .execute()
            .await?;
        Ok(())
    }

    async fn replace_item(&mut self, item: ItemId, new: NewItem) -> Result<()> {
        self.statement(
            "update agenda set question = ?3, problem = ?4, text = ?5, theme = ?6, minutes = ?7
             where server = ?1 and id = ?2 and round is null",
        )
        .bind(item.0)
        .bind(new.question)
        .bind(new.problem)
        .bind(new.text)
        .bind(new.theme)
        .bind(new.minutes)
        .execute()
        .await?;
        Ok(())
    }

    pub(super) async fn insert_item(
        &mut self,
        seminar: SeminarId,
        position: i64,
        item: &NewItem,
    ) -> Result<()> {
        self.statement(
            "insert into agenda (server, seminar, position, question, problem, text, theme, minutes)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )
        .bind(seminar.0)
        .bind(position)
        .bind(item.question.as_deref())
        .bind(item.problem.as_deref())
        .bind(item.text.as_str())
        .bind(item.theme.as_deref())
        .bind(item.minutes)
        .execute()
        .await?;
        Ok(())
    }
}
