//! A server's settings.

use super::Text;
use super::ui::{Accent, Card, string, text};
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

/// The settings as they are.
#[must_use]
pub fn list(settings: Shown<'_>) -> Card {
    card(string!("settings-title"), settings)
}

/// The settings once they were changed.
#[must_use]
pub fn changed(settings: Shown<'_>) -> Card {
    card(string!("settings-changed"), settings).accent(Accent::Done)
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
}
