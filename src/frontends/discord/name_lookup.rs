//! Asks Discord for the names of those whom a member's text mentions.

use std::time::Duration;

use serde::Deserialize;
use serenity::http::Route;
use serenity::model::permissions::Permissions;
use serenity::model::user::User;

use super::ids;
use super::mentions::{Mention, Names};
use super::permissions::Ourselves;
use super::platform::Places;
use super::rest::ApiError;
use crate::command::Context;
use domain::{ChannelId, MemberId};

/// How long a command may wait for names: it has to answer within three seconds.
const PATIENCE: Duration = Duration::from_millis(900);
/// How many members of one text are asked about; a longer list is no text.
const MOST: usize = 10;

/// A member, as far as their name goes.
#[derive(Deserialize)]
struct Named {
    nick: Option<String>,
    user: User,
}

impl Places {
    /// Adds the names of those who are mentioned, as far as they can be told in time. A channel
    /// that the member does not see has no name.
    pub(super) async fn look_up(
        &self,
        context: &Context,
        mentioned: &[Mention],
        names: &mut Names,
    ) {
        let looking = self.look_up_all(context, mentioned, names);
        if tokio::time::timeout(PATIENCE, looking).await.is_err() {
            tracing::info!("the names of those mentioned did not come in time");
        }
    }

    async fn look_up_all(&self, context: &Context, mentioned: &[Mention], names: &mut Names) {
        let mut asked = 0;
        for mention in mentioned {
            match mention {
                Mention::User(id) if !names.users.contains_key(id) && asked < MOST => {
                    asked += 1;
                    if let Ok(name) = self.member_name(context, *id).await {
                        names.users.insert(*id, name);
                    }
                }
                Mention::Role(id) if !names.roles.contains_key(id) => {
                    let Ok(ours) = self.ourselves(context.server).await else { continue };
                    let role = ours.known.iter().find(|role| role.id == id.to_string());
                    names.roles.extend(role.map(|role| (*id, role.name.clone())));
                }
                Mention::Channel(id) if !names.channels.contains_key(id) && asked < MOST => {
                    asked += 1;
                    if let Ok(Some(name)) = self.channel_name(context, *id).await {
                        names.channels.insert(*id, name);
                    }
                }
                _ => {}
            }
        }
    }

    async fn member_name(&self, context: &Context, id: u64) -> Result<String, ApiError> {
        let member = MemberId(i64::try_from(id).unwrap_or(i64::MAX));
        let (guild_id, user_id) = (ids::guild(context.server), ids::user(member));
        let found: Named = self.ask(Route::GuildMember { guild_id, user_id }).await?;
        Ok(found.nick.unwrap_or_else(|| found.user.display_name().to_owned()))
    }

    async fn channel_name(&self, context: &Context, id: u64) -> Result<Option<String>, ApiError> {
        let channel = self.channel(ChannelId(i64::try_from(id).unwrap_or(i64::MAX))).await?;
        if channel.guild_id.as_deref() != Some(context.server.to_string().as_str()) {
            return Ok(None);
        }
        // A thread has the permissions of its channel.
        let parent = channel.parent_id.as_deref().and_then(|parent| parent.parse().ok());
        let above = match (channel.is_thread(), parent) {
            (true, Some(parent)) => self.channel(ChannelId(parent)).await?,
            _ => channel.clone(),
        };
        let ours = self.ourselves(context.server).await?;
        let asker = Ourselves {
            id: context.member.id.to_string(),
            server: context.server.to_string(),
            roles: context.member.roles.iter().map(ToString::to_string).collect(),
            known: ours.known.clone(),
        };
        let sees = asker.permissions(&above).contains(Permissions::VIEW_CHANNEL);
        Ok(sees.then(|| channel.name.clone()).flatten())
    }
}
