//! Deliveries that nobody asks for any more.

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::{Result, ServerTx};
use domain::ScheduleId;

/// How many days a delivery is kept at least. A clock that is set back by no more posts no day twice.
pub(in super::super) const KEPT: i32 = 100;
/// How many are deleted at once, so that nothing is deleted on most days.
pub(in super::super) const AT_ONCE: usize = 30;

impl ServerTx {
    /// Deletes what a schedule posted or missed long before `today`. What it posted last and what came after
    /// stays, since `/daily list` tells of it; so does what may be posted or not, and what waits.
    pub(in super::super) async fn drop_old_deliveries(
        &mut self,
        schedule: ScheduleId,
        today: Date,
    ) -> Result<()> {
        let old: Vec<i64> = self
            .statement(
                "select id from deliveries
                 where server = ?1 and schedule = ?2 and slot < ?3
                   and state in ('posted', 'missed', 'failed')
                   and id < (select max(id) from deliveries
                             where server = ?1 and schedule = ?2 and state = 'posted')
                   and not exists (select 1 from outbox
                                   where server = ?1 and delivery = deliveries.id)",
            )
            .bind(schedule.0)
            .bind(today.saturating_sub(KEPT.days()).to_string())
            .values()
            .await?;
        if old.len() < AT_ONCE {
            return Ok(());
        }
        for sql in [
            "delete from messages
             where server = ?1 and subject in (select 'delivery:' || value from json_each(?2))",
            "delete from steps
             where server = ?1 and delivery in (select value from json_each(?2))",
            "delete from deliveries
             where server = ?1 and id in (select value from json_each(?2))",
        ] {
            let ids = serde_json::to_string(&old).unwrap_or_default();
            self.statement(sql).bind(ids).execute().await?;
        }
        Ok(())
    }
}
