//! `/moderate take-down`, *Take down* on a message and *Take it down* under an answer: asks what, why
//! and whether the facilitator is sure, then takes it down.

use super::effects;
use crate::command::{
    Arguments, CommandError, Context, Expected, ReplyMode, Services, UserError, lookup, pagination,
    permissions,
};
use crate::messages::moderation::{self, ListedTarget, ModerationError, Told};
use crate::messages::ui::limits::SELECT_OPTIONS;
use crate::messages::{Card, Effect, Reply};
use crate::store::{NewTakeDown, ServerTx, TakenDown};
use domain::moderation::{Kind, Reason, Target};
use domain::{ObjectionId, RoundDetails, RoundNumber};

/// Takes something down.
#[derive(Clone, Debug, PartialEq)]
pub struct TakeDown {
    round: Option<RoundNumber>,
    target: Option<Target>,
    reason: Option<Reason>,
    mute: bool,
    page: Option<usize>,
    sure: bool,
    /// Whether the message that asks is updated.
    update: bool,
}

impl TakeDown {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let mut reason = match arguments.text("reason") {
            Some(word) => Some(Reason::named(&word).ok_or_else(|| unknown_reason(word))?),
            None => None,
        };
        let answer = arguments.number("answer")?.map(Target::Answer);
        let objection = arguments.number("objection")?.map(Target::Objection);
        let mut target = answer.or(objection);
        let choice = arguments.chosen("choice")?;
        if let Some(chosen) = arguments.chosen_as(moderation::REASON, Reason::named)? {
            reason = Some(chosen);
        }
        let (page, sure) = (arguments.number("page")?, arguments.flag("sure")?);
        let update = choice.is_some() || page.is_some() || sure;
        if let Some(choice) = choice {
            match (Reason::named(&choice), target) {
                (Some(chosen), Some(_)) => reason = Some(chosen),
                _ => target = Some(chosen_target(&choice)?),
            }
        }
        let (round, muted) = (arguments.number("round")?, arguments.flag("mute")?);
        let mute = arguments.checked(moderation::MUTE)?.unwrap_or(muted);
        Ok(Self { round, target, reason, mute, page, sure, update })
    }

    /// What begins with a message that shows this, or was this answer.
    pub(in super::super) fn begin(round: Option<RoundNumber>, target: Option<Target>) -> Self {
        Self { round, target, reason: None, mute: false, page: None, sure: false, update: false }
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        match (self.target, self.reason) {
            (Some(_), None) => ReplyMode::FORM,
            _ if self.update => ReplyMode::UPDATE,
            _ => ReplyMode::EPHEMERAL,
        }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let it = self.round(context, services).await?;
        permissions::needs_moderator(context, services, &it).await?;
        let card = match (self.target, self.reason) {
            (Some(target), Some(reason)) => {
                self.go_on(context, services, &it, target, reason).await?
            }
            (Some(target), None) => {
                let listed = moderation::listed(&it);
                let listed = find(&listed, target)?;
                return Ok(Reply::Form(moderation::why_form(&it, listed, self.mute)));
            }
            (None, _) => self.ask_which(&it)?,
        };
        Ok(if self.update { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }

    /// The round that it is about: the one of the answer, the one that is named, else the newest here.
    async fn round(
        &self,
        context: &Context,
        services: &Services,
    ) -> Result<RoundDetails, CommandError> {
        if let Some(target) = self.target {
            let found = lookup::round_of(context, services, target).await?;
            return Ok(found.ok_or(ModerationError::Gone)?);
        }
        let number = match self.round {
            Some(number) => number,
            None => {
                let open = lookup::open_rounds(context, services).await?;
                open.first().ok_or(ModerationError::NoRound)?.number
            }
        };
        lookup::round_details(context, services, number).await
    }

    fn ask_which(&self, it: &RoundDetails) -> Result<Card, CommandError> {
        let all = moderation::listed(it);
        if all.is_empty() {
            return Err(ModerationError::Nothing.into());
        }
        let reason = self.reason.map(|reason| format!(" reason:{}", reason.name()));
        let mute = if self.mute { " mute:true" } else { "" };
        let (number, reason) = (it.round.number, reason.unwrap_or_default());
        let press = format!("moderate take-down round:{number}{reason}{mute}");
        let pages = pagination::Pages::new(all.len(), SELECT_OPTIONS, self.page.unwrap_or(1));
        let shown: Vec<_> = all.into_iter().skip(pages.skip()).take(SELECT_OPTIONS).collect();
        let buttons = pages.buttons(&press);
        Ok(moderation::ask_which(it, &shown, press)
            .footer(pages.footer(moderation::texts))
            .buttons(buttons))
    }

    async fn go_on(
        &self,
        context: &Context,
        services: &Services,
        it: &RoundDetails,
        target: Target,
        reason: Reason,
    ) -> Result<Card, CommandError> {
        let listed = moderation::listed(it);
        let listed = find(&listed, target)?;
        if !self.sure {
            return Ok(moderation::confirm(it, listed, reason, self.mute));
        }
        let new = NewTakeDown {
            round: it.round.id,
            target,
            reason,
            // Only who answers can be kept from it, and only as long as somebody can.
            mute: self.mute && it.takes_answers() && matches!(target, Target::Answer(_)),
            by: (context.member.id, context.member.name.clone()),
            now: context.now,
        };
        take_down(context, services, &new).await
    }
}

/// What is still there to be taken down.
fn find<'l, 'd>(
    listed: &'l [ListedTarget<'d>],
    target: Target,
) -> Result<&'l ListedTarget<'d>, ModerationError> {
    listed.iter().find(|listed| listed.target() == target).ok_or(ModerationError::Gone)
}

async fn take_down(
    context: &Context,
    services: &Services,
    new: &NewTakeDown,
) -> Result<Card, CommandError> {
    let take = async |tx: &mut ServerTx| {
        let taken = tx.take_down(new).await?.ok_or(ModerationError::Gone)?;
        let TakenDown { entry, author, was, now } = &taken;
        let language = tx.language().await?;
        let effects = effects::everywhere(tx, &services.corpus, was, now, entry);
        let effects = language.scope(effects).await?;
        tx.emit_in_place(effects, context.now).await?;
        let how = match (entry.kind, author) {
            (Kind::Objection, _) => Told::InPlace,
            (Kind::Answer, Some(_)) => Told::Directly,
            (Kind::Answer, None) if now.takes_answers() => Told::NextTime,
            (Kind::Answer, None) => Told::Never,
        };
        tx.emit(|| direct(&taken), context.now).await?;
        Ok::<_, CommandError>(moderation::done(entry, how))
    };
    services.store.change(context.server, take).await
}

/// What its author is told at once. Of one who gave no name nobody knows who they are.
fn direct(taken: &TakenDown) -> Option<Effect> {
    let card = moderation::direct(&taken.now, &taken.entry);
    taken.author.map(|member| Effect::Notice { place: None, member, card })
}

fn chosen_target(choice: &str) -> Result<Target, UserError> {
    let number = match choice.strip_prefix(moderation::OBJECTION) {
        Some(objection) => objection.parse().ok().map(|id: ObjectionId| Target::Objection(id)),
        None => choice.parse().ok().map(Target::Answer),
    };
    number.ok_or(UserError::StalePress)
}

fn unknown_reason(given: String) -> UserError {
    UserError::BadValue { option: "reason".to_owned(), wanted: Expected::Reason, given }
}
