//! Appeals against what was taken down: who manages the server decides, or the group recalls the
//! facilitator over it.

use super::super::{Result, ServerTx};
use domain::moderation::{Appeal, LogEntry};
use domain::{MemberId, SeminarId, TakeDownNumber};

impl ServerTx {
    /// Notes what becomes of an appeal. `None` if it is too late for that.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn appeal(
        &mut self,
        number: TakeDownNumber,
        appeal: Appeal,
    ) -> Result<Option<LogEntry>> {
        let Some(entry) = self.take_down_numbered(number).await? else { return Ok(None) };
        let fits = match appeal {
            Appeal::Asked => entry.take_down.takes_appeal(),
            decision => entry.take_down.takes_decision(decision),
        };
        if !fits {
            return Ok(None);
        }
        self.write_appeal(number, appeal).await?;
        self.take_down_numbered(number).await
    }

    async fn write_appeal(&mut self, number: TakeDownNumber, appeal: Appeal) -> Result<()> {
        self.statement("update takedowns set appeal = ?3 where server = ?1 and number = ?2")
            .bind(number.0)
            .bind(appeal.name())
            .execute()
            .await?;
        Ok(())
    }

    /// The group has recalled a facilitator: what more than half of those who did so gave as their
    /// reason was wrong. It is asked before another is drawn, when the recalls go.
    pub(in super::super) async fn grant_appeals(
        &mut self,
        seminar: SeminarId,
        of: MemberId,
        recalls: usize,
    ) -> Result<Vec<TakeDownNumber>> {
        let recalls = i64::try_from(recalls).unwrap_or(i64::MAX);
        let numbers: Vec<i64> = self
            .statement(
                "select over from recalls
                 where server = ?1 and seminar = ?2 and over in
                     (select number from takedowns
                      where server = ?1 and facilitator = ?3
                        and coalesce(appeal, '') not in ('mistake', 'recalled'))
                 group by over having count(*) * 2 > ?4",
            )
            .bind(seminar.0)
            .bind(of.0)
            .bind(recalls)
            .values()
            .await?;
        let numbers: Vec<TakeDownNumber> = numbers.into_iter().map(TakeDownNumber).collect();
        for number in &numbers {
            self.write_appeal(*number, Appeal::Recalled).await?;
        }
        Ok(numbers)
    }
}
