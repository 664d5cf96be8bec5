//! Draws by lot who facilitates, and records who does.

use super::super::{Result, ServerTx};
use domain::seminar::lot;
use domain::{MemberId, Seminar, SeminarId};

impl ServerTx {
    /// Has the facilitator drawn for each round from now on, or no more.
    pub(super) async fn set_lot(&mut self, seminar: SeminarId, on: bool) -> Result<()> {
        self.statement("update seminars set lot = ?3, drawn = 0 where server = ?1 and id = ?2")
            .bind(seminar.0)
            .bind(on)
            .execute()
            .await?;
        Ok(())
    }

    /// Draws for the first round before it begins.
    pub(super) async fn draw_for_first(&mut self, seminar: &Seminar, seed: u64) -> Result<()> {
        if self.draw_facilitator(seminar, seed).await? {
            self.statement("update seminars set drawn = 1 where server = ?1 and id = ?2")
                .bind(seminar.id.0)
                .execute()
                .await?;
        }
        Ok(())
    }

    /// Draws for the next round, unless the facilitator stays or was drawn for it already.
    pub(super) async fn draw_for_next(&mut self, seminar: &Seminar, seed: u64) -> Result<()> {
        let drawn: bool = self
            .statement("select drawn from seminars where server = ?1 and id = ?2")
            .bind(seminar.id.0)
            .value()
            .await?;
        if seminar.draws_for_next(drawn) {
            self.draw_facilitator(seminar, seed).await?;
        }
        Ok(())
    }

    /// Draws who facilitates; `false` if there is nobody to draw, and the facilitator stays.
    async fn draw_facilitator(&mut self, seminar: &Seminar, seed: u64) -> Result<bool> {
        let now = seminar.facilitator.as_ref().map(|(member, _)| *member);
        let recalled = self.recalled(seminar.id).await?;
        let Some(drawn) = lot::draw(&seminar.roster, now, &recalled, seed) else {
            return Ok(false);
        };
        self.appoint(seminar.id, Some((drawn.member, &drawn.name))).await?;
        Ok(true)
    }

    /// Takes the facilitation from somebody for good and draws among the others; where there is
    /// nobody, nobody facilitates.
    pub(super) async fn draw_without(
        &mut self,
        seminar: &Seminar,
        without: MemberId,
        seed: u64,
    ) -> Result<()> {
        self.statement(
            "insert or ignore into recalled (server, seminar, member) values (?1, ?2, ?3)",
        )
        .bind(seminar.id.0)
        .bind(without.0)
        .execute()
        .await?;
        self.set_volunteers(seminar.id, without, false).await?;
        let recalled = self.recalled(seminar.id).await?;
        let drawn = lot::draw(&seminar.roster, None, &recalled, seed);
        self.appoint(seminar.id, drawn.map(|drawn| (drawn.member, drawn.name.as_str()))).await
    }

    /// Who was recalled.
    pub(super) async fn recalled(&mut self, seminar: SeminarId) -> Result<Vec<MemberId>> {
        let members: Vec<i64> = self
            .statement("select member from recalled where server = ?1 and seminar = ?2")
            .bind(seminar.0)
            .values()
            .await?;
        Ok(members.into_iter().map(MemberId).collect())
    }

    /// Gives the facilitation to somebody, or to nobody. Recalls of somebody else are void.
    pub(super) async fn appoint(
        &mut self,
        seminar: SeminarId,
        heir: Option<(MemberId, &str)>,
    ) -> Result<()> {
        let member = heir.map(|(member, _)| member.0);
        self.statement(
            "delete from recalls
             where server = ?1 and seminar = ?2
               and not exists (select 1 from seminars
                               where server = ?1 and id = ?2 and facilitator is ?3)",
        )
        .bind(seminar.0)
        .bind(member)
        .execute()
        .await?;
        self.statement(
            "update seminars set facilitator = ?3, name = ?4 where server = ?1 and id = ?2",
        )
        .bind(seminar.0)
        .bind(member)
        .bind(heir.map(|(_, name)| name.to_owned()))
        .execute()
        .await?;
        Ok(())
    }
}
