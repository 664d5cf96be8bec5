//! Which channels a member can view.

use std::sync::Arc;

use futures_util::future::join_all;
use serenity::http::Route;
use serenity::model::permissions::Permissions;
use tokio::time::timeout;

use super::super::ids;
use super::super::permissions::{Channel, Holder, Ourselves};
use super::super::rest::ApiError;
use super::{PATIENCE, Places, keep, look};
use crate::command::{Sight, Viewer};
use domain::{ChannelId, MemberId, ServerId};

/// Discord's type of a thread that only its members see.
const PRIVATE_THREAD: u8 = 12;
/// Discord's code of a channel that is not there.
const UNKNOWN_CHANNEL: u64 = 10003;

impl Places {
    /// What somebody can see of channels and threads, in their order.
    pub(super) async fn sights_of(
        &self,
        server: ServerId,
        viewer: Viewer<'_>,
        places: &[ChannelId],
    ) -> Vec<Sight> {
        let look = async {
            let ourselves = self.ourselves(server).await?;
            let unknown = |place: &&ChannelId| {
                look(&self.channels, place).is_none() && look(&self.threads, place).is_none()
            };
            if places.iter().filter(unknown).count() > 1 {
                self.fetch_channels(server).await?;
            }
            let sights = places.iter().map(|place| self.sight(server, &ourselves, viewer, *place));
            Ok::<_, ApiError>(join_all(sights).await)
        };
        match timeout(PATIENCE, look).await {
            Ok(Ok(sights)) => sights,
            Ok(Err(fault)) => {
                tracing::warn!(%server, %fault, "nobody knows who can view which channels");
                vec![Sight::Unknown; places.len()]
            }
            Err(_) => {
                tracing::warn!(%server, "it took too long to ask who can view which channels");
                vec![Sight::Unknown; places.len()]
            }
        }
    }

    async fn sight(
        &self,
        server: ServerId,
        ourselves: &Ourselves,
        viewer: Viewer<'_>,
        place: ChannelId,
    ) -> Sight {
        match self.views(server, ourselves, viewer, place).await {
            Ok(true) => Sight::Viewed,
            Ok(false) => Sight::Hidden,
            Err(fault) if fault.code() == Some(UNKNOWN_CHANNEL) => Sight::Deleted,
            // What we may not view ourselves we show to nobody.
            Err(fault) if fault.status() == Some(403) => Sight::Hidden,
            Err(fault) => {
                tracing::warn!(%place, %fault, "nobody knows who can view a channel");
                Sight::Unknown
            }
        }
    }

    async fn views(
        &self,
        server: ServerId,
        ourselves: &Ourselves,
        viewer: Viewer<'_>,
        place: ChannelId,
    ) -> Result<bool, ApiError> {
        let channel = self.thread_or_channel(place).await?;
        let id = server.to_string();
        if channel.guild_id.as_ref() != Some(&id) {
            return Ok(false);
        }
        let (member, roles) = match viewer {
            Viewer::Member(member) => (Some(member.id), member.roles.as_slice()),
            Viewer::Everyone => (None, &[][..]),
        };
        let roles: Vec<String> = roles.iter().map(ToString::to_string).collect();
        let name = member.map(|member| member.to_string());
        let holder =
            Holder { id: name.as_deref(), server: &id, roles: &roles, known: &ourselves.known };
        let home = self.home(&channel).await?;
        let have = holder.permissions(home.as_ref().unwrap_or(&channel));
        if !have.contains(Permissions::VIEW_CHANNEL) {
            return Ok(false);
        }
        if channel.kind != PRIVATE_THREAD || have.contains(Permissions::MANAGE_THREADS) {
            return Ok(true);
        }
        match member {
            Some(member) => self.is_in_thread(place, member).await,
            None => Ok(false),
        }
    }

    /// A channel; of a thread what does not change is remembered for longer, since a group's record
    /// may go over many.
    async fn thread_or_channel(&self, place: ChannelId) -> Result<Arc<Channel>, ApiError> {
        if let Some(thread) = look(&self.threads, &place) {
            return Ok(thread);
        }
        let channel = self.channel(place).await?;
        if channel.thread_metadata.is_some() {
            keep(&self.threads, place, &channel);
        }
        Ok(channel)
    }

    /// The channel of a thread.
    async fn home(&self, channel: &Channel) -> Result<Option<Arc<Channel>>, ApiError> {
        match channel.thread_metadata.and(channel.parent_id.as_deref()) {
            Some(parent) => {
                let parent = ChannelId(parent.parse().unwrap_or_default());
                self.channel(parent).await.map(Some)
            }
            None => Ok(None),
        }
    }

    /// All channels of a server at once, but for its threads.
    async fn fetch_channels(&self, server: ServerId) -> Result<(), ApiError> {
        let route = Route::GuildChannels { guild_id: ids::guild(server) };
        for channel in self.ask::<Vec<Channel>>(route).await? {
            let guild_id = channel.guild_id.clone().or_else(|| Some(server.to_string()));
            let Ok(place) = channel.id.parse().map(ChannelId) else { continue };
            keep(&self.channels, place, &Arc::new(Channel { guild_id, ..channel }));
        }
        Ok(())
    }

    /// Whether a member is in a private thread.
    async fn is_in_thread(&self, thread: ChannelId, member: MemberId) -> Result<bool, ApiError> {
        let key = (thread, member);
        if let Some(known) = look(&self.in_threads, &key) {
            return Ok(*known);
        }
        let (channel_id, user_id) = (ids::channel(thread), ids::user(member));
        let route = Route::ChannelThreadMember { channel_id, user_id };
        let is = match self.ask::<serde_json::Value>(route).await {
            Ok(_) => true,
            Err(fault) if fault.status() == Some(404) => false,
            Err(fault) => return Err(fault),
        };
        keep(&self.in_threads, key, &Arc::new(is));
        Ok(is)
    }
}
