//! `/settings`: what a server settles once for all.

use super::daily;
use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Suggested, UserError, time_zone,
};
use crate::messages::Reply;
use crate::messages::settings::{self, SettingsError, Shown};
use crate::store;
use domain::{ChannelId, RoleId};

pub(super) static SPEC: Spec = Spec {
    name: "settings",
    body: Body::Options(&[
        OptionSpec::optional("facilitators", OptionKind::Role),
        OptionSpec::optional("timezone", OptionKind::Suggested(Suggested::TimeZone)),
        OptionSpec::optional("channel", OptionKind::Channel),
    ]),
};

/// Shows or changes a server's settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    facilitators: Option<RoleId>,
    timezone: Option<String>,
    channel: Option<ChannelId>,
}

impl Settings {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            facilitators: arguments.role("facilitators")?,
            timezone: arguments.text("timezone"),
            channel: arguments.place("channel")?,
        })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        if !context.member.manages_server {
            return Err(UserError::from(SettingsError::ManagersOnly).into());
        }
        let change = store::Settings {
            facilitators: self.facilitators,
            timezone: self
                .timezone
                .as_deref()
                .map(|given| time_zone::named(given, context.now))
                .transpose()?,
            channel: self.channel,
        };
        if change == store::Settings::default() {
            let held = services.store.read(context.server).settings().await?;
            return Ok(Reply::Ephemeral(settings::list(shown(&held))));
        }
        if let Some(place) = change.channel {
            daily::can_post(context, services, place).await?;
        }
        let zone_changed = change.timezone.is_some();
        let held = services
            .store
            .change(context.server, async |tx| tx.change_settings(change).await)
            .await?;
        let mut elsewhere = services.store.read(context.server).schedules().await?;
        elsewhere.retain(|daily| zone_changed && Some(&daily.timezone) != held.timezone.as_ref());
        Ok(Reply::Ephemeral(settings::changed(shown(&held), &elsewhere)))
    }
}

fn shown(settings: &store::Settings) -> Shown<'_> {
    Shown {
        facilitators: settings.facilitators,
        timezone: settings.timezone.as_deref().unwrap_or("UTC"),
        channel: settings.channel,
    }
}

#[cfg(test)]
mod tests {
    use crate::command::{ChannelKind, ChannelPermissions, Permission};
    use crate::commands::fixture::Group;

    #[tokio::test]
    async fn managers_see_and_change_them() {
        let mut group = Group::new().await;
        insta::assert_snapshot!(group.mia("settings").await.plain(), @r#"
        one
        # The settings of this server
        ## Facilitators
        All with Manage Server
        ## Time zone
        UTC
        ## Channel for problems
        none
        "#);
        let line = "settings facilitators:<@&77> timezone:europe/paris channel:<#12>";
        insta::assert_snapshot!(group.mia(line).await.plain(), @r#"
        one
        # Changed
        ## Facilitators
        @77, and all with Manage Server
        ## Time zone
        Europe/Paris
        ## Channel for problems
        #12
        "#);
        group.reopen().await;
        let held = group.mia("settings timezone:UTC").await.plain();
        assert!(held.contains("@77") && held.contains("UTC") && held.contains("#12"), "{held}");
        group.server.0 = 2;
        assert!(!group.mia("settings").await.plain().contains("@77"));
    }

    #[tokio::test]
    async fn nobody_else_does() {
        let mut group = Group::new().await;
        group.mia("settings facilitators:77").await;
        for who in ["ana", "fay"] {
            for line in ["settings", "settings timezone:UTC"] {
                let refused = group.says(who, line).await.plain();
                assert!(refused.contains("Only members with Manage Server"), "{refused}");
            }
        }
        // No button carries it.
        assert!(group.presses("mia", "settings").await.plain().contains("older message"));
    }

    #[tokio::test]
    async fn what_cannot_be_set_is_said() {
        let mut group = Group::new().await;
        for (line, said) in [
            ("settings timezone:paris", "Did you mean `Europe/Paris`?"),
            ("settings timezone:\"new york\"", "Did you mean `America/New_York`?"),
            ("settings timezone:Mars/Base", "There is no time zone"),
            ("settings facilitators:everyone", "takes a role"),
            ("settings channel:here", "takes a channel"),
        ] {
            let answer = group.mia(line).await.plain();
            assert!(answer.contains(said), "{line}: {answer}");
        }
        group.lacks(&[Permission::EmbedLinks]);
        assert!(group.mia("settings channel:12").await.plain().contains("Embed Links"));
        group.stands(None);
        assert!(group.mia("settings channel:12").await.plain().contains("cannot see"));
        group.stands(Some(ChannelPermissions { kind: ChannelKind::Forum, missing: Vec::new() }));
        assert!(group.mia("settings channel:12").await.plain().contains("a channel or a thread"));
        assert!(group.mia("settings").await.plain().contains("none"));
    }
}
