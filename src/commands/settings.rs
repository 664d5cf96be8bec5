//! `/settings`: what a server settles once for all.

use super::daily;
use crate::command::{
    Arguments, Body, CommandError, Context, OptionKind, OptionSpec, ReplyMode, Services, Spec,
    Suggested, UserError, time_zone,
};
use crate::messages::{Accent, Card, Reply, Span, Text};
use crate::store::Settings as Held;
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
            return Err(UserError::refused(
                "Only members with Manage Server can see and change the settings.",
            )
            .into());
        }
        let change = Held {
            facilitators: self.facilitators,
            timezone: self.timezone.as_deref().map(time_zone::named).transpose()?,
            channel: self.channel,
        };
        if change == Held::default() {
            let held = services.store.read(context.server).settings().await?;
            return Ok(Reply::Ephemeral(card("The settings of this server", &held)));
        }
        if let Some(place) = change.channel {
            daily::can_post(context, services, place).await?;
        }
        let held = services
            .store
            .change(context.server, async |tx| tx.change_settings(change).await)
            .await?;
        Ok(Reply::Ephemeral(card("Changed", &held).accent(Accent::Done)))
    }
}

fn card(title: &str, held: &Held) -> Card {
    let facilitators = match held.facilitators {
        Some(role) => Text::new().span(Span::Role(role)).plain(", and all with Manage Server"),
        None => Text::from("all with Manage Server"),
    };
    let channel = match held.channel {
        Some(place) => Text::new().place(place),
        None => Text::from("not set"),
    };
    Card::titled(title)
        .section("Facilitators", facilitators)
        .section("Time zone", held.timezone.clone().unwrap_or_else(|| "UTC".to_owned()))
        .section("Word to the facilitators", channel)
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
        all with Manage Server
        ## Time zone
        UTC
        ## Word to the facilitators
        not set
        "#);
        let line = "settings facilitators:<@&77> timezone:europe/paris channel:<#12>";
        insta::assert_snapshot!(group.mia(line).await.plain(), @r#"
        one
        # Changed
        ## Facilitators
        @77, and all with Manage Server
        ## Time zone
        Europe/Paris
        ## Word to the facilitators
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
        assert!(group.mia("settings channel:12").await.plain().contains("no messages"));
        assert!(group.mia("settings").await.plain().contains("not set"));
    }
}
