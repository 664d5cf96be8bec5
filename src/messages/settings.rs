//! A server's settings.

use super::Text;
use super::ui::{Accent, Block, Button, Card, Language, string, text, time_of_day};
use super::venue::Venue;
use domain::schedule::Schedule;
use domain::{ChannelId, RoleId};

/// A server's settings as they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The role that facilitates, beside the server's managers.
    pub facilitators: Option<RoleId>,
    /// Whether that role is deleted.
    pub role_is_gone: bool,
    /// The time zone of new dailies.
    pub timezone: &'a str,
    /// Where facilitators are told about problems.
    pub channel: Option<ChannelId>,
    /// Whether members can answer without a name.
    pub anonymous: bool,
    /// In which language the bot writes for all.
    pub language: Language,
    /// Whether somebody has chosen it.
    pub language_is_chosen: bool,
}

/// Why settings are neither shown nor changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettingsError {
    /// The caller does not manage the server.
    ManagersOnly,
    /// The server has no such role.
    UnknownRole,
    /// Everybody has the role.
    EverybodysRole,
}

impl SettingsError {
    pub(super) fn text(self) -> Text {
        match self {
            Self::ManagersOnly => text!("settings-managers-only"),
            Self::UnknownRole => text!("settings-unknown-role"),
            Self::EverybodysRole => text!("settings-everybodys-role"),
        }
    }
}

/// The settings as they are, and the channels that we are to post in.
#[must_use]
pub fn list(settings: Shown<'_>, venues: &[Venue]) -> Card {
    let card = card(string!("settings-title"), settings);
    if venues.is_empty() {
        return card;
    }
    let wrong = venues.iter().filter(|venue| !venue.troubles.is_empty()).count();
    let left_out = venues.len().saturating_sub(MOST_VENUES);
    let more = (left_out > 0).then(|| text!("settings-venues-more", count = left_out));
    let lines = venues.iter().take(MOST_VENUES).map(Venue::line).chain(more).collect();
    card.section(string!("settings-venues-title"), text!("settings-venues", count = wrong))
        .block(Block::List(lines))
}

/// How many channels are listed; those in which something is wrong come first.
const MOST_VENUES: usize = 8;

/// The settings once they were changed. `elsewhere` are the dailies that keep another time zone.
#[must_use]
pub fn changed(settings: Shown<'_>, elsewhere: &[Schedule]) -> Card {
    let card = card(string!("settings-changed"), settings).accent(Accent::Done);
    if elsewhere.is_empty() {
        return card;
    }
    let line = |schedule: &Schedule| {
        let time = time_of_day(schedule.time.on_the_clock());
        let (id, zone) = (schedule.id.0, &schedule.timezone);
        text!("settings-daily", schedule = id, time = time, zone = zone)
    };
    let zone = settings.timezone;
    let count = elsewhere.len();
    let move_all = Button::side(
        string!("settings-move-dailies", zone = zone, count = count),
        format!("daily move timezone:{zone}"),
    );
    card.section(string!("settings-dailies-title"), text!("settings-dailies", zone = zone))
        .block(Block::List(elsewhere.iter().map(line).collect()))
        .buttons([move_all])
}

fn card(title: String, settings: Shown<'_>) -> Card {
    let facilitators = match settings.role_is_gone {
        true => text!("settings-facilitators-gone"),
        false => text!("settings-facilitators", role = settings.facilitators),
    };
    let channel = text!("settings-channel", channel = settings.channel);
    Card::titled(title)
        .section(string!("settings-facilitators-title"), facilitators)
        .section(string!("settings-timezone-title"), settings.timezone)
        .section(string!("settings-channel-title"), channel)
        .section(
            string!("settings-anonymous-title"),
            text!("settings-anonymous", on = settings.anonymous),
        )
        .section(
            string!("settings-language-title"),
            text!(
                "settings-language",
                language = settings.language.name(),
                chosen = settings.language_is_chosen,
            ),
        )
}
