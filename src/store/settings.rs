//! What a server has settled once for all.

use super::{Result, Store, seminars};
use domain::{ChannelId, RoleId, ServerId};

/// A server's settings; what is not set has a default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The role that may do what the server's managers may.
    pub facilitators: Option<RoleId>,
    /// The IANA time zone of its schedules.
    pub timezone: Option<String>,
    /// Where facilitators are told what is wrong.
    pub channel: Option<ChannelId>,
}

impl Store {
    /// The settings of a server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn settings(&self, server: ServerId) -> Result<Settings> {
        let row: Option<(Option<i64>, Option<String>, Option<i64>)> =
            sqlx::query_as("select facilitators, timezone, channel from settings where server = ?")
                .bind(server.0)
                .fetch_optional(&self.reads)
                .await?;
        Ok(row.map_or_else(Settings::default, |(facilitators, timezone, channel)| Settings {
            facilitators: facilitators.map(RoleId),
            timezone,
            channel: channel.map(ChannelId),
        }))
    }

    /// Changes what is given and leaves the rest; hands back the settings as they are now.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn change_settings(&self, server: ServerId, change: Settings) -> Result<Settings> {
        self.write(move |db| {
            Box::pin(async move {
                if change.facilitators.is_some() {
                    seminars::nobody_is_known_to_be_eligible(db, server).await?;
                }
                let (facilitators, timezone, channel): (Option<i64>, Option<String>, Option<i64>) =
                    sqlx::query_as(
                        "insert into settings (server, facilitators, timezone, channel)
                         values (?, ?, ?, ?)
                         on conflict (server) do update set
                             facilitators = coalesce(excluded.facilitators, facilitators),
                             timezone = coalesce(excluded.timezone, timezone),
                             channel = coalesce(excluded.channel, channel)
                         returning facilitators, timezone, channel",
                    )
                    .bind(server.0)
                    .bind(change.facilitators.map(|role| role.0))
                    .bind(change.timezone)
                    .bind(change.channel.map(|place| place.0))
                    .fetch_one(db)
                    .await?;
                Ok(Settings {
                    facilitators: facilitators.map(RoleId),
                    timezone,
                    channel: channel.map(ChannelId),
                })
            })
        })
        .await
    }
}
