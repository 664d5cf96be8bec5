//! The date of a seminar, as `at:`, `timezone:` and `start:` give it.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::command::{Arguments, CommandError, Context, Expected, Services, UserError, time_zone};
use crate::messages::seminar::{SeminarError, VenueNote};
use crate::store::NewMeeting;
use domain::ChannelId;
use domain::meeting::{self, LocalTime, Opening};

/// How far ahead a date may be.
const FURTHEST: SignedDuration = SignedDuration::from_hours(2 * 366 * 24);

/// A date as it was given.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct GivenDate {
    at: Option<String>,
    timezone: Option<String>,
    opening: Option<Opening>,
}

impl GivenDate {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let at = arguments.prose("at")?;
        let opening = match arguments.text("start") {
            None => None,
            Some(word) if word == "asks" => Some(Opening::Asks),
            Some(word) if word == "itself" => Some(Opening::Itself),
            Some(given) => {
                let (option, wanted) = ("start".to_owned(), Expected::Opening);
                return Err(UserError::BadValue { option, wanted, given });
            }
        };
        Ok(Self { at, timezone: arguments.text("timezone"), opening })
    }

    /// Whether it says a day and a time.
    pub(super) fn is_given(&self) -> bool {
        self.at.is_some()
    }

    /// What it comes to; `None` if none was given. `usual` is the zone of a date that says none.
    pub(super) async fn meeting(
        &self,
        context: &Context,
        services: &Services,
        usual: Option<&str>,
        minutes: Option<u16>,
    ) -> Result<Option<NewMeeting>, CommandError> {
        let Some(at) = &self.at else {
            let stray = self.timezone.is_some() || self.opening.is_some();
            return if stray { Err(SeminarError::NeedsDate.into()) } else { Ok(None) };
        };
        let timezone = match &self.timezone {
            Some(given) => time_zone::named(given, context.now)?,
            None => zone_of(context, services, usual).await?,
        };
        let at = understood(at, &timezone, context.now).ok_or_else(|| UserError::BadValue {
            option: "at".to_owned(),
            wanted: Expected::Moment,
            given: at.clone(),
        })?;
        let starts_at = at.occurrence().ok_or(SeminarError::TooFar)?.at;
        if starts_at <= context.now {
            return Err(SeminarError::Past(starts_at).into());
        }
        if starts_at.duration_since(context.now) > FURTHEST {
            return Err(SeminarError::TooFar.into());
        }
        Ok(Some(NewMeeting { at, starts_at, minutes, opening: self.opening }))
    }
}

/// The zone of a date that names none: the one it had, else the server's.
pub(super) async fn zone_of(
    context: &Context,
    services: &Services,
    usual: Option<&str>,
) -> Result<String, CommandError> {
    if let Some(usual) = usual {
        return Ok(usual.to_owned());
    }
    let held = services.store.read(context.server).settings().await?.timezone;
    Ok(time_zone::named(held.as_deref().unwrap_or("UTC"), context.now)?)
}

/// A day and a time in words, by the clocks of a zone.
pub(in super::super) fn understood(
    words: &str,
    timezone: &str,
    now: Timestamp,
) -> Option<LocalTime> {
    let zone = TimeZone::get(timezone).unwrap_or(TimeZone::UTC);
    let (date, time) = meeting::read(words, zone.to_datetime(now)).ok()?;
    Some(LocalTime { date, time, timezone: timezone.to_owned() })
}

/// What the facilitator should know of the event that a date becomes.
pub(super) async fn notes(
    context: &Context,
    services: &Services,
    place: ChannelId,
) -> Option<VenueNote> {
    let makes = services.platform.makes_events(context.server, place).await;
    (!makes).then_some(VenueNote::NoEvents)
}
