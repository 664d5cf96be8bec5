//! *Record as answer*, in a message's menu: its author's own words become their answer at once,
//! anybody else's once they have said yes.

mod reply;

use super::moderate::refuse_muted;
use crate::command::{
    Arguments, CommandError, Context, MessageSpec, ReplyMode, Services, TargetMessage, UserError,
    lookup, permissions,
};
use jiff::{SignedDuration, Timestamp};
pub(super) use reply::Consent;

use super::answer::with_notice;
use crate::messages::answer::LENGTH;
use crate::messages::consent::{self, ConsentError, Request};
use crate::messages::privacy::Limited;
use crate::messages::ui::Language;
use crate::messages::{Card, Effect, Reply, Subject, round};
use crate::store::{NewAnswer, NewConsent, ServerReads, ServerTx};
use domain::{Address, Answer, AnswerChange, ConsentId, Part, Round};

pub(super) static SPEC: MessageSpec =
    MessageSpec { name: "Record as answer", word: "record-as-answer" };

/// How long words wait for their author's reply.
const KEPT: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The most requests that one author has open at a time.
const MOST_OPEN: usize = 3;

/// How long a request may be on its way to Discord before it counts as lost.
const ON_ITS_WAY: SignedDuration = SignedDuration::from_mins(1);

/// Records a message as its author's answer, or asks them.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordAsAnswer {
    message: TargetMessage,
}

impl RecordAsAnswer {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { message: arguments.message(MessageSpec::OPTION)? })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::PUBLIC
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let own = self.message.author == context.member.id;
        let text = words(&self.message, own)?;
        services.rates.count(context, Limited::Answers)?;
        let round = round_here(context, services, &self.message).await?;
        let message = TargetMessage { text, ..self.message };
        if own {
            let own = Language::own();
            return own.scope(record_own(context, services, round, message)).await;
        }
        let author = (message.author, message.name.as_str());
        let mut reads = services.store.read(context.server);
        if reads.is_answer(round.id, message.at).await? {
            return Err(ConsentError::Recorded { author: message.name }.into());
        }
        let new = request_for(context, &round, &message);
        let asking =
            services.store.change(context.server, async |tx| ask_author(tx, new).await).await?;
        let alone = |card: &dyn Fn() -> Card| Reply::Ephemeral(Language::own().sync_scope(card));
        Ok(match asking {
            Asking::Now(id, until) => {
                let request = Request { id, round: round.number, until };
                let asker = (context.member.id, context.member.name.as_str());
                let card = consent::ask(&round, &request, message.at, author, asker);
                Reply::Public(consent::with_files(card, &message.files))
            }
            Asking::Before(at) => alone(&|| consent::asked_before(author, at)),
            Asking::ByCaller(at) => alone(&|| consent::asked_by_caller(author, at)),
            Asking::Often => alone(&|| consent::asked_often(author)),
        })
    }
}

/// Whether an author is to be asked.
enum Asking {
    /// Now, until then.
    Now(ConsentId, Timestamp),
    /// They have been, by the message there if its place is known yet.
    Before(Option<Address>),
    /// The caller has asked them about another message, and waits for the reply.
    ByCaller(Option<Address>),
    /// So many others have that they are not asked any more for now.
    Often,
}

/// Keeps words until their author replies, and decides in the same transaction who asks: of two
/// members who ask at once, only one does. Each request pings its author, so a member makes one at
/// a time to the same author.
async fn ask_author(tx: &mut ServerTx, new: NewConsent) -> Result<Asking, CommandError> {
    let (asker, now, until) = (new.asker, new.now, new.until);
    if tx.consent_about(new.round, new.at, now).await?.is_none()
        && let Some(refused) = asks_too_often(tx, &new).await?
    {
        return Ok(refused);
    }
    let (id, waits) = tx.ask_consent(new).await?;
    if let Some(waits) = waits {
        if let Some(at) = tx.message(Subject::Consent(id)).await? {
            return Ok(Asking::Before(Some(at)));
        }
        // A frontend notes the place of a message only after Discord has it.
        let age = KEPT - now.duration_until(waits.until);
        if waits.asker != waits.author && age < ON_ITS_WAY {
            return Ok(Asking::Before(None));
        }
        // The reply that asked was lost, or only the author has seen it.
        tx.renew_consent(id, asker, until).await?;
    }
    Ok(Asking::Now(id, until))
}

/// Why an author is not asked about one more message; `None` if they are.
async fn asks_too_often(
    tx: &mut ServerTx,
    new: &NewConsent,
) -> Result<Option<Asking>, CommandError> {
    let mut open = 0;
    for waits in tx.consents_of(new.author, new.now).await? {
        let at = tx.message(Subject::Consent(waits.id)).await?;
        let lost = at.is_none() && KEPT - new.now.duration_until(waits.until) >= ON_ITS_WAY;
        if lost {
            continue;
        }
        if waits.asker == new.asker {
            return Ok(Some(Asking::ByCaller(at)));
        }
        open += 1;
    }
    Ok((open >= MOST_OPEN).then_some(Asking::Often))
}

/// The member's own words: nobody has to be asked, unless they have answered before.
async fn record_own(
    context: &Context,
    services: &Services,
    round: Round,
    message: TargetMessage,
) -> Result<Reply, CommandError> {
    let new = new_answer(context, services, &round, &message).await?;
    let record = async |tx: &mut ServerTx| {
        if let Some(before) = earlier(tx, &new, &round).await? {
            let new = request_for(context, &round, &message);
            let until = new.until;
            let (id, waits) = tx.ask_consent(new).await?;
            let until = waits.map_or(until, |waits| waits.until);
            let request = Request { id, round: round.number, until };
            return Ok(Reply::Ephemeral(consent::ask_to_replace(&round, &request, &before)));
        }
        let waits = tx.consent_about(round.id, message.at, context.now).await?;
        let change = answer(tx, services, new.clone()).await?.ok_or(ConsentError::Closed)?;
        if let Some(waits) = waits {
            // Somebody has asked for it: there is nothing to reply to any more.
            let author = (context.member.id, context.member.name.as_str());
            tx.end_consent(waits.id).await?;
            let recorded = || consent::recorded(&change.round, waits.id, waits.at, author);
            tx.emit(|| [Effect::Edit { card: recorded() }], context.now).await?;
        }
        let receipt = with_notice(tx, &change, consent::receipt(&change), context.member.id);
        let card = consent::with_files(receipt.await?, &message.files);
        Ok::<_, CommandError>(Reply::Ephemeral(card))
    };
    services.store.change(context.server, record).await
}

/// What the member has answered in this round, unless the message says the same.
async fn earlier(
    reads: &mut ServerReads,
    new: &NewAnswer,
    round: &Round,
) -> Result<Option<Answer>, CommandError> {
    let before = reads.answer_of(round.id, round.part, new.by.member).await?;
    Ok(before.filter(|before| before.by.is_none() || before.text != new.text))
}

/// Makes a message the caller's answer; `None` if the round is closed.
async fn answer(
    tx: &mut ServerTx,
    services: &Services,
    new: NewAnswer,
) -> Result<Option<AnswerChange>, CommandError> {
    let now = new.by.now;
    let (round, member) = (new.round, new.by.member);
    let Some(change) = tx.answer(new).await? else {
        refuse_muted(tx, round, member).await?;
        return Ok(None);
    };
    tx.emit(|| round::answered(&services.corpus, &change), now).await?;
    Ok(Some(change))
}

async fn new_answer(
    context: &Context,
    services: &Services,
    round: &Round,
    message: &TargetMessage,
) -> Result<NewAnswer, CommandError> {
    Ok(NewAnswer {
        round: round.id,
        by: permissions::participation(context, services, round).await?,
        anonymous: false,
        text: message.text.clone(),
        source: Some(message.at),
    })
}

fn request_for(context: &Context, round: &Round, message: &TargetMessage) -> NewConsent {
    NewConsent {
        round: round.id,
        at: message.at,
        author: message.author,
        asker: context.member.id,
        text: message.text.clone(),
        now: context.now,
        until: context.now.saturating_add(KEPT).unwrap_or(context.now),
    }
}

/// The newest round that is open where the message is.
async fn round_here(
    context: &Context,
    services: &Services,
    message: &TargetMessage,
) -> Result<Round, CommandError> {
    let open = match message.at.place == context.channel.id {
        true => lookup::open_rounds(context, services).await?,
        false => lookup::open_in(context, services, message.at.place).await?,
    };
    let round = open.into_iter().next().ok_or(ConsentError::NoneOpen)?;
    if round.part == Part::Card {
        return Err(ConsentError::Debate.into());
    }
    Ok(round)
}

/// The words of a message, if they can be an answer.
fn words(message: &TargetMessage, own: bool) -> Result<String, ConsentError> {
    let text = message.text.trim();
    if message.bot {
        return Err(ConsentError::Bot);
    }
    if crate::command::shows_nothing(text) {
        return Err(ConsentError::NoWords);
    }
    if text.chars().count() > usize::from(LENGTH) {
        return Err(ConsentError::TooLong { own, most: LENGTH });
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests;
