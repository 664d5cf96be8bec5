//! The settings of a server.

use super::row::row;
use super::{Result, ServerReads, ServerTx};
use crate::messages::ui::Language;
use domain::{ChannelId, RoleId};

/// A server's settings; what is not set has a default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The role that may do what the server's managers may.
    pub facilitators: Option<RoleId>,
    /// The IANA time zone of its schedules.
    pub timezone: Option<String>,
    /// Where facilitators are told what is wrong.
    pub channel: Option<ChannelId>,
    /// Whether members can answer without a name; they can if it is not set.
    pub anonymous: Option<bool>,
    /// In which language the bot writes for all; if it is not set, in that of the server.
    pub language: Option<Language>,
}

/// One of the settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are those of the settings")]
pub enum Setting {
    Facilitators,
    Timezone,
    Channel,
    Language,
}

row! {
struct Row {
    facilitators: Option<i64>,
    timezone: Option<String>,
    channel: Option<i64>,
    anonymous: Option<bool>,
    language: Option<String>,
}
}

impl ServerTx {
    /// Changes what is given and leaves the rest; hands back the settings as they are now.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn change_settings(&mut self, change: Settings) -> Result<Settings> {
        if change.facilitators.is_some() {
            self.reset_eligibility().await?;
        }
        let row: Row = self
            .statement(
                "insert into settings (server, facilitators, timezone, channel, anonymous, language)
                 values (?1, ?2, ?3, ?4, ?5, ?6)
                 on conflict (server) do update set
                     facilitators = coalesce(excluded.facilitators, facilitators),
                     timezone = coalesce(excluded.timezone, timezone),
                     channel = coalesce(excluded.channel, channel),
                     anonymous = coalesce(excluded.anonymous, anonymous),
                     language = coalesce(excluded.language, language)
                 returning facilitators, timezone, channel, anonymous, language",
            )
            .bind(change.facilitators.map(|role| role.0))
            .bind(change.timezone)
            .bind(change.channel.map(|place| place.0))
            .bind(change.anonymous)
            .bind(change.language.map(Language::tag))
            .one()
            .await?;
        if change.language.is_some() {
            self.language_changed().await?;
        }
        Ok(row.into())
    }
}

impl ServerTx {
    /// Forgets one setting: its default counts again. Hands back the settings as they are now.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn clear_setting(&mut self, which: Setting) -> Result<Settings> {
        let clear = match which {
            Setting::Facilitators => "update settings set facilitators = null where server = ?1",
            Setting::Timezone => "update settings set timezone = null where server = ?1",
            Setting::Channel => "update settings set channel = null where server = ?1",
            Setting::Language => "update settings set language = null where server = ?1",
        };
        if which == Setting::Facilitators {
            self.reset_eligibility().await?;
        }
        self.statement(clear).execute().await?;
        if which == Setting::Language {
            self.language_changed().await?;
        }
        self.settings().await
    }
}

impl ServerReads {
    /// The settings of the server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn settings(&mut self) -> Result<Settings> {
        let row: Option<Row> = self
            .statement(
                "select facilitators, timezone, channel, anonymous, language from settings
                 where server = ?1",
            )
            .optional()
            .await?;
        Ok(row.map(Settings::from).unwrap_or_default())
    }
}

impl From<Row> for Settings {
    fn from(row: Row) -> Self {
        Self {
            facilitators: row.facilitators.map(RoleId),
            timezone: row.timezone,
            channel: row.channel.map(ChannelId),
            anonymous: row.anonymous,
            language: row.language.as_deref().and_then(Language::of_locale),
        }
    }
}
