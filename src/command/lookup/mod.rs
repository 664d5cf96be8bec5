//! Finds what a member named: by its id, its name, or the nearest to either.

mod book;
mod moderation;

pub(crate) use self::book::{author, gloss, plan, question, quote, quotes, theme, work};
use self::book::{same, unknown};
pub(crate) use self::moderation::{round_of, take_down, take_downs};

use super::{Arguments, CommandError, Context, Entity, Services, UserError, permissions, sight};
use crate::messages::Subject;
use crate::messages::round::RoundError;
use crate::messages::seminar::SeminarError;
use domain::record::Asked;
use domain::schedule::Schedule;
use domain::seminar::SeminarState;
use domain::{ChannelId, Round, RoundDetails, RoundNumber, Seminar, SeminarNumber};

/// The round of a number, if the caller can see it. A number can be old, forged or mistyped.
pub(crate) async fn round(
    context: &Context,
    services: &Services,
    number: RoundNumber,
) -> Result<Round, CommandError> {
    let found = services.store.read(context.server).round_numbered(number).await?;
    match sight::seen_one(context, services, found).await? {
        Some(round) => Ok(round),
        // Its answers and its seminar tell who had a part in it, if its channel is deleted.
        None => Ok(round_details(context, services, number).await?.round),
    }
}

/// Everything that is to be shown of a round, if the caller can see it.
pub(crate) async fn round_details(
    context: &Context,
    services: &Services,
    number: RoundNumber,
) -> Result<RoundDetails, CommandError> {
    let details = services.store.read(context.server).round_details_numbered(number).await?;
    let seen = sight::seen_one(context, services, details).await?;
    Ok(seen.ok_or(RoundError::Unknown(number))?)
}

/// The number of the round that a button's line names.
pub(crate) fn round_in(arguments: &mut Arguments) -> Result<RoundNumber, UserError> {
    let round = arguments.number("round")?;
    round.ok_or_else(|| UserError::Missing { option: "round".to_owned() })
}

/// The rounds of a channel that are not closed, the newest first, as far as the caller can see them.
pub(crate) async fn open_in(
    context: &Context,
    services: &Services,
    place: ChannelId,
) -> Result<Vec<Round>, CommandError> {
    let open = services.store.read(context.server).open_rounds(place).await?;
    sight::seen(context, services, open).await
}

/// The rounds that take answers here, the newest first. A thread where none was posed is about its
/// channel's: about the one question whose message it was started from, if it was.
pub(crate) async fn open_rounds(
    context: &Context,
    services: &Services,
) -> Result<Vec<Round>, CommandError> {
    let mut open = open_in(context, services, context.channel.id).await?;
    let Some(parent) = context.channel.parent.filter(|_| open.is_empty()) else { return Ok(open) };
    open = open_in(context, services, parent).await?;
    let started_from = match context.channel.under {
        Some(message) => services.store.read(context.server).subject_of(message).await?,
        None => None,
    };
    if let Some(Subject::Round(id)) = started_from {
        open.retain(|round| round.id == id);
    }
    Ok(open)
}

/// The newest round that takes answers here.
pub(crate) async fn open_here(
    context: &Context,
    services: &Services,
) -> Result<Round, CommandError> {
    let open = open_rounds(context, services).await?;
    Ok(open.into_iter().next().ok_or(RoundError::NoneOpen)?)
}

/// The only round that takes answers here; of several, the member has to say which.
pub(crate) async fn only_open_here(
    context: &Context,
    services: &Services,
) -> Result<Round, CommandError> {
    let mut open = open_rounds(context, services).await?;
    match (open.pop(), open.len()) {
        (Some(round), 0) => Ok(round),
        (Some(_), _) => Err(RoundError::Several.into()),
        (None, _) => Err(RoundError::NoneOpen.into()),
    }
}

/// Every question that this server was asked, as far as the caller can see it.
pub(crate) async fn asked(
    context: &Context,
    services: &Services,
) -> Result<Vec<Asked>, CommandError> {
    let asked = services.store.read(context.server).asked(context.member.id).await?;
    sight::seen(context, services, asked).await
}

/// The rounds on a theme (`None`: on none), the newest first, as far as the caller can see them.
pub(crate) async fn rounds_on(
    context: &Context,
    services: &Services,
    theme: Option<&str>,
) -> Result<Vec<Round>, CommandError> {
    let mut reads = services.store.read(context.server);
    let rounds = reads.rounds_on(theme).await?;
    let took_part = reads.took_part_on(theme, context.member.id).await?;
    let involved = |round: &Round| took_part.contains(&round.id);
    sight::seen_or(context, services, rounds, involved).await
}

/// The rounds on a theme that everybody can see who reads a message in this channel.
pub(crate) async fn rounds_for_all(
    context: &Context,
    services: &Services,
    theme: &str,
) -> Result<Vec<Round>, CommandError> {
    let rounds = services.store.read(context.server).rounds_on(Some(theme)).await?;
    Ok(sight::seen_by_all(context, services, rounds).await)
}

/// The seminar of a number, if the caller can see it.
pub(crate) async fn seminar_of(
    context: &Context,
    services: &Services,
    number: SeminarNumber,
) -> Result<Seminar, CommandError> {
    let found = services.store.read(context.server).seminar_numbered(number).await?;
    let seen = sight::seen_one(context, services, found).await?;
    Ok(seen.ok_or(SeminarError::NotFound(number))?)
}

/// A seminar of this server that the caller may know of, by its number or its title.
pub(crate) async fn seminar_named(
    context: &Context,
    services: &Services,
    given: &str,
) -> Result<Seminar, CommandError> {
    let known = |seminar: &Seminar| {
        seminar.state != SeminarState::Draft || seminar.facilitated_by(context.member.id)
    };
    if let Ok(number) = given.parse() {
        let seminar = seminar_of(context, services, number).await?;
        return known(&seminar).then_some(seminar).ok_or(SeminarError::NotFound(number).into());
    }
    let mut all = seminars(context, services).await?;
    all.retain(known);
    match all.iter().find(|seminar| same(&seminar.title, given)) {
        Some(seminar) => Ok(seminar.clone()),
        None => {
            let titles = all.iter().map(|seminar| seminar.title.as_str());
            Err(unknown(Entity::Seminar, given, titles).into())
        }
    }
}

/// The seminar that a command is about: the one it names, else the one that meets in this place,
/// else the only one in this server that the caller can see.
pub(crate) async fn seminar(
    context: &Context,
    services: &Services,
    given: Option<SeminarNumber>,
) -> Result<Seminar, CommandError> {
    if let Some(number) = given {
        return seminar_of(context, services, number).await;
    }
    let visible = |seminar: &Seminar| visible(context, seminar);
    let here = seminars_here(context, services).await?;
    let open = here.iter().find(|seminar| seminar.state == SeminarState::Open);
    if let Some(seminar) = open.or_else(|| here.first()) {
        return Ok(seminar.clone());
    }
    let mut all = seminars(context, services).await?;
    all.retain(visible);
    match (all.pop(), all.len()) {
        (Some(seminar), 0) => Ok(seminar),
        (Some(_), _) => Err(SeminarError::Several.into()),
        (None, _) => Err(SeminarError::NoneHere.into()),
    }
}

/// The seminars that the caller may see and that meet here; in a thread where none does, those of
/// its channel.
async fn seminars_here(
    context: &Context,
    services: &Services,
) -> Result<Vec<Seminar>, CommandError> {
    let mut reads = services.store.read(context.server);
    let mut here = reads.seminars_here(context.channel.id).await?;
    here.retain(|seminar| visible(context, seminar));
    if let Some(parent) = context.channel.parent.filter(|_| here.is_empty()) {
        here = sight::seen(context, services, reads.seminars_here(parent).await?).await?;
        here.retain(|seminar| visible(context, seminar));
    }
    Ok(here)
}

/// The caller's own draft, to be started: the newest that is to meet here, else their only one.
pub(crate) async fn own_draft(
    context: &Context,
    services: &Services,
) -> Result<Seminar, CommandError> {
    let draft = |seminar: &Seminar| {
        seminar.state == SeminarState::Draft && seminar.facilitated_by(context.member.id)
    };
    let here = seminars_here(context, services).await?;
    if let Some(own) = here.iter().find(|seminar| draft(seminar)) {
        return Ok(own.clone());
    }
    let mut drafts = seminars(context, services).await?;
    drafts.retain(draft);
    let started = |seminar: &Seminar| seminar.facilitated_by(context.member.id);
    match (drafts.pop(), drafts.len()) {
        (Some(own), 0) => Ok(own),
        (Some(_), _) => Err(SeminarError::SeveralDrafts.into()),
        (None, _) if here.iter().any(started) => Err(SeminarError::Started.into()),
        (None, _) => Err(SeminarError::NoDraft { open_here: !here.is_empty() }.into()),
    }
}

/// The seminars of this server that the caller can see, the newest first.
pub(crate) async fn seminars(
    context: &Context,
    services: &Services,
) -> Result<Vec<Seminar>, CommandError> {
    let all = services.store.read(context.server).seminars().await?;
    sight::seen(context, services, all).await
}

/// The schedules of this server that the caller can see. Those of a channel that is deleted are found
/// by whoever can remove them.
pub(crate) async fn schedules(
    context: &Context,
    services: &Services,
) -> Result<Vec<Schedule>, CommandError> {
    let all = services.store.read(context.server).schedules().await?;
    let facilitates = permissions::facilitates(context, services).await?;
    sight::seen_or(context, services, all, |_| facilitates).await
}

/// Whether a seminar is open, or drafted by the caller: only its facilitator sees a draft.
pub(crate) fn visible(context: &Context, seminar: &Seminar) -> bool {
    match seminar.state {
        SeminarState::Draft => seminar.facilitated_by(context.member.id),
        SeminarState::Open => true,
        SeminarState::Closed => false,
    }
}
