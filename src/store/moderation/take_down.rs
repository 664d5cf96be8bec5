//! Takes down an answer or the words of an objection: the text goes from the file, the log has why.

use jiff::Timestamp;

use super::super::row::part_word;
use super::super::{Result, ServerTx};
use super::author_hash;
use domain::member_hash::{MemberHash, Purpose, member_hash};
use domain::moderation::{Reason, TakeDown, Target};
use domain::{Answer, MemberId, ObjectionId, Part, RoundDetails, RoundId, TakeDownNumber};

/// What is to be taken down, and why.
#[derive(Clone, Debug)]
pub struct NewTakeDown {
    /// The round that it is in.
    pub round: RoundId,
    /// What.
    pub target: Target,
    /// Why.
    pub reason: Reason,
    /// Whether its author is kept from answering in the round from now on.
    pub mute: bool,
    /// The facilitator.
    pub by: (MemberId, String),
    /// When.
    pub now: Timestamp,
}

/// What became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenDown {
    /// The entry in the log.
    pub entry: TakeDown,
    /// The member whose it was, if it had their name.
    pub author: Option<MemberId>,
    /// The round before …
    pub was: RoundDetails,
    /// … and now.
    pub now: RoundDetails,
}

/// What the log has of what is taken down.
struct Gone {
    subject: i64,
    part: Part,
    shown: bool,
    tie: Option<Vec<u8>>,
}

impl ServerTx {
    /// Takes something down that all can read. `None` if it is not there any more.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn take_down(&mut self, new: &NewTakeDown) -> Result<Option<TakenDown>> {
        let Some(was) = self.round_details(new.round).await? else { return Ok(None) };
        let (gone, author) = match new.target {
            Target::Answer(id) => {
                let Some(answer) = was.readable(id) else { return Ok(None) };
                let author = answer.by.as_ref().map(|(member, _)| *member);
                (self.take_answer(new.round, answer).await?, author)
            }
            Target::Objection(id) => {
                let objections = was.statement.iter().flat_map(|statement| &statement.objections);
                let there = objections.into_iter().any(|it| it.id == id && it.taken_down.is_none());
                if !there {
                    return Ok(None);
                }
                (self.take_objection(id, new.reason, was.round.part).await?, None)
            }
        };
        let number = self.log(new, &gone).await?;
        // The words must be gone from the file when this is acknowledged.
        self.after.erased = true;
        let now = self.written_round(new.round).await?;
        let entry = now.taken_down.iter().find(|it| it.number == number).cloned();
        let entry = entry.ok_or_else(|| super::Error::vanished("take-down", number.0))?;
        Ok(Some(TakenDown { entry, author, was, now }))
    }

    async fn take_answer(&mut self, round: RoundId, answer: &Answer) -> Result<Gone> {
        let tie = self.author_tie(round, answer).await?;
        self.erase(Some(answer)).await?;
        // Of a draft its member has the words before them; of a consent there is the message.
        self.statement("delete from drafts where server = ?1 and text = ?2")
            .bind(&answer.text)
            .execute()
            .await?;
        self.statement("delete from consents where server = ?1 and round = ?2 and text = ?3")
            .bind(round.0)
            .bind(&answer.text)
            .execute()
            .await?;
        Ok(Gone { subject: answer.id.0, part: answer.part, shown: answer.shown, tie })
    }

    /// What links an answer to its author from now on; `None` if nothing can.
    async fn author_tie(&mut self, round: RoundId, answer: &Answer) -> Result<Option<Vec<u8>>> {
        let Some(key) = self.round_key(round).await? else { return Ok(None) };
        let hash = match &answer.by {
            Some((member, _)) => Some(member_hash(&key, *member, Purpose::Answer(answer.part))),
            None => {
                let tie: Option<Vec<u8>> = self
                    .statement("select tie from responses where server = ?1 and id = ?2")
                    .bind(answer.id.0)
                    .value()
                    .await?;
                tie.and_then(|tie| MemberHash::try_from(tie).ok())
            }
        };
        Ok(hash.map(|hash| author_hash(&key, &hash, answer.id).to_vec()))
    }

    async fn take_objection(
        &mut self,
        id: ObjectionId,
        reason: Reason,
        part: Part,
    ) -> Result<Gone> {
        self.statement(
            "update voices set reason = '', taken_down = ?3 where server = ?1 and id = ?2",
        )
        .bind(id.0)
        .bind(reason.name())
        .execute()
        .await?;
        Ok(Gone { subject: id.0, part, shown: false, tie: None })
    }

    async fn log(&mut self, new: &NewTakeDown, gone: &Gone) -> Result<TakeDownNumber> {
        // No entry ever goes, so the last number is the highest.
        let number: i64 = self
            .statement(
                "insert into takedowns (server, number, round, kind, subject, part, shown, reason,
                                        facilitator, name, taken_at, tie, muted)
                 values (?1, (select coalesce(max(number), 0) + 1 from takedowns where server = ?1),
                         ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                 returning number",
            )
            .bind(new.round.0)
            .bind(new.target.kind().name())
            .bind(gone.subject)
            .bind(part_word(gone.part))
            .bind(gone.shown)
            .bind(new.reason.name())
            .bind(new.by.0.0)
            .bind(&new.by.1)
            .bind(new.now.as_millisecond())
            .bind(&gone.tie)
            .bind(new.mute)
            .value()
            .await?;
        Ok(TakeDownNumber(number))
    }

    /// Puts an entry of the log back, with the number it had.
    pub(in super::super) async fn put_take_down_back(
        &mut self,
        round: RoundId,
        it: &TakeDown,
    ) -> Result<()> {
        self.statement(
            "insert into takedowns (server, number, round, kind, subject, part, shown, reason,
                                    facilitator, name, taken_at, muted, appeal)
             values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )
        .bind(it.number.0)
        .bind(round.0)
        .bind(it.kind.name())
        .bind(it.subject)
        .bind(part_word(it.part))
        .bind(it.shown)
        .bind(it.reason.name())
        .bind(it.by.as_ref().map(|(member, _)| member.0))
        .bind(it.by.as_ref().map(|(_, name)| name.as_str()))
        .bind(it.at.as_millisecond())
        .bind(it.muted)
        .bind(it.appeal.map(domain::moderation::Appeal::name))
        .execute()
        .await?;
        Ok(())
    }
}
