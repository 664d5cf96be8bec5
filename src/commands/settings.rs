//! `/settings`: what a server settles once for all.

use super::daily;
use crate::command::posting::Posts;
use crate::command::{
    Arguments, Body, CommandError, Context, Expected, OptionKind, OptionSpec, ReplyMode, Services,
    Spec, Suggested, UserError, lookup, posting, time_zone,
};
use crate::messages::Reply;
use crate::messages::settings::{self, SettingsError, Shown};
use crate::messages::ui::Language;
use crate::messages::venue::Venue;
use crate::store::{self, ServerTx, Setting};
use domain::seminar::SeminarState;
use domain::{ChannelId, RoleId};

pub(super) static SPEC: Spec = Spec {
    name: "settings",
    body: Body::Options(&[
        OptionSpec::optional("facilitators", OptionKind::Role),
        OptionSpec::optional("timezone", OptionKind::Suggested(Suggested::TimeZone)),
        OptionSpec::optional("channel", OptionKind::Channel),
        OptionSpec::optional("anonymous", OptionKind::OneOf(&["on", "off"])),
        OptionSpec::optional("language", OptionKind::OneOf(&["en", "fr", "es", "de"])),
        OptionSpec::optional(
            "clear",
            OptionKind::OneOf(&["facilitators", "timezone", "channel", "language"]),
        ),
    ]),
};

/// Shows or changes a server's settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    facilitators: Option<RoleId>,
    timezone: Option<String>,
    channel: Option<ChannelId>,
    anonymous: Option<bool>,
    language: Option<Language>,
    clear: Option<Setting>,
}

impl Settings {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            facilitators: arguments.role("facilitators")?,
            timezone: arguments.text("timezone"),
            channel: arguments.place("channel")?,
            anonymous: anonymous(arguments)?,
            language: language(arguments)?,
            clear: clear(arguments)?,
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
            anonymous: self.anonymous,
            language: self.language,
        };
        if change == store::Settings::default() && self.clear.is_none() {
            let held = services.store.read(context.server).settings().await?;
            let shown = shown(context, services, &held).await?;
            let venues = venues(context, services, held.channel).await?;
            return Ok(Reply::Ephemeral(settings::list(shown, &venues)));
        }
        if let Some(role) = change.facilitators {
            can_facilitate(context, services, role).await?;
        }
        if let Some(place) = change.channel {
            daily::can_post(context, services, place).await?;
        }
        let zone_changed = change.timezone.is_some() || self.clear == Some(Setting::Timezone);
        let changes = async |tx: &mut ServerTx| {
            if let Some(which) = self.clear {
                tx.clear_setting(which).await?;
            }
            tx.change_settings(change).await
        };
        let held = services.store.change(context.server, changes).await?;
        let shown = shown(context, services, &held).await?;
        let mut elsewhere = lookup::schedules(context, services).await?;
        elsewhere.retain(|daily| zone_changed && daily.timezone != shown.timezone);
        // Who reads the server's language reads the new one at once.
        let language = context.language.unwrap_or(shown.language);
        let changed = language.sync_scope(|| settings::changed(shown, &elsewhere));
        Ok(Reply::Ephemeral(changed))
    }
}

fn anonymous(arguments: &mut Arguments) -> Result<Option<bool>, UserError> {
    let Some(given) = arguments.text("anonymous") else { return Ok(None) };
    match given.to_lowercase().as_str() {
        "on" | "yes" | "true" => Ok(Some(true)),
        "off" | "no" | "false" => Ok(Some(false)),
        _ => {
            let (option, wanted) = ("anonymous".to_owned(), Expected::OnOrOff);
            Err(UserError::BadValue { option, wanted, given })
        }
    }
}

fn language(arguments: &mut Arguments) -> Result<Option<Language>, UserError> {
    let Some(given) = arguments.text("language") else { return Ok(None) };
    let named = |language: &Language| language.name().to_lowercase() == given.to_lowercase();
    let known = Language::ALL.into_iter().find(named).or_else(|| Language::of_locale(&given));
    known.map(Some).ok_or_else(|| {
        let (option, wanted) = ("language".to_owned(), Expected::Language);
        UserError::BadValue { option, wanted, given }
    })
}

fn clear(arguments: &mut Arguments) -> Result<Option<Setting>, UserError> {
    let Some(given) = arguments.text("clear") else { return Ok(None) };
    match given.as_str() {
        "facilitators" => Ok(Some(Setting::Facilitators)),
        "timezone" => Ok(Some(Setting::Timezone)),
        "channel" => Ok(Some(Setting::Channel)),
        "language" => Ok(Some(Setting::Language)),
        _ => {
            let (option, wanted) = ("clear".to_owned(), Expected::Setting);
            Err(UserError::BadValue { option, wanted, given })
        }
    }
}

/// Refuses a role that the server has not, and the one that everybody has.
async fn can_facilitate(
    context: &Context,
    services: &Services,
    role: RoleId,
) -> Result<(), UserError> {
    let role = services.platform.role(context.server, context.channel.id, role).await;
    match role {
        None => Err(SettingsError::UnknownRole.into()),
        Some(role) if role.everyone => Err(SettingsError::EverybodysRole.into()),
        Some(_) => Ok(()),
    }
}

/// The channels that we are to post in, and what keeps us from it.
async fn venues(
    context: &Context,
    services: &Services,
    problems: Option<ChannelId>,
) -> Result<Vec<Venue>, CommandError> {
    let schedules = lookup::schedules(context, services).await?;
    let mut seminars = lookup::seminars(context, services).await?;
    seminars.retain(|seminar| seminar.state == SeminarState::Open);
    let posts = Posts { schedules: &schedules, seminars: &seminars, problems };
    let (platform, corpus) = (services.platform.as_ref(), &services.corpus);
    Ok(posting::survey(platform, corpus, context.server, posts).await)
}

async fn shown<'s>(
    context: &Context,
    services: &Services,
    settings: &'s store::Settings,
) -> Result<Shown<'s>, CommandError> {
    let role_is_gone = match settings.facilitators {
        Some(role) => {
            services.platform.role(context.server, context.channel.id, role).await.is_none()
        }
        None => false,
    };
    Ok(Shown {
        facilitators: settings.facilitators,
        role_is_gone,
        timezone: settings.timezone.as_deref().unwrap_or("UTC"),
        channel: settings.channel,
        anonymous: settings.anonymous.unwrap_or(true),
        language: services.store.language(context.server).await?,
        language_is_chosen: settings.language.is_some(),
    })
}

#[cfg(test)]
mod tests {
    use crate::command::{ChannelKind, ChannelPermissions, Context, Permission, Ping};
    use crate::commands::fixture::Group;
    use crate::commands::run::languages;
    use crate::messages::ui::Language;
    use domain::RoleId;

    #[tokio::test]
    async fn managers_see_and_change_them() {
        let mut group = Group::new().await;
        insta::assert_snapshot!(group.mia("settings").await.plain(), @"
        one
        # The settings of this server
        ## Facilitators
        All with Manage Server
        ## Time zone
        UTC
        ## Channel for problems
        none
        ## Anonymous answers
        Members can answer without their name
        ## Language
        English, as Discord says of this server; what only one member sees is in their own
        ");
        let line = "settings facilitators:<@&77> timezone:europe/paris channel:<#12>";
        insta::assert_snapshot!(group.mia(line).await.plain(), @"
        one
        # Changed
        ## Facilitators
        @77, and all with Manage Server
        ## Time zone
        Europe/Paris
        ## Channel for problems
        #12
        ## Anonymous answers
        Members can answer without their name
        ## Language
        English, as Discord says of this server; what only one member sees is in their own
        ");
        group.reopen().await;
        let held = group.mia("settings timezone:UTC").await.plain();
        assert!(held.contains("@77") && held.contains("UTC") && held.contains("#12"), "{held}");
        group.server.0 = 2;
        assert!(!group.mia("settings").await.plain().contains("@77"));
    }

    #[tokio::test]
    async fn a_role_that_everybody_has_or_that_is_gone_facilitates_nothing() {
        let mut group = Group::new().await;
        let everyone = Ping { name: "everyone".to_owned(), allowed: true, everyone: true };
        group.finds(RoleId(1), Some(everyone));
        group.finds(RoleId(2), None);
        let refused = group.mia("settings facilitators:1").await.plain();
        assert!(refused.contains("Everybody has that role"), "{refused}");
        let refused = group.mia("settings facilitators:2").await.plain();
        assert!(refused.contains("no such role"), "{refused}");
        assert!(group.mia("settings").await.plain().contains("All with Manage Server"));
        group.mia("settings facilitators:77").await;
        group.finds(RoleId(77), None);
        let shown = group.mia("settings").await.plain();
        assert!(shown.contains("The role is deleted"), "{shown}");
        assert!(group.ana("seminar open themes:power").await.plain().contains("facilitators"));
        let other = group.mia("settings facilitators:78").await.plain();
        assert!(other.contains("@78, and all with Manage Server"), "{other}");
    }

    #[tokio::test]
    async fn the_channels_in_which_something_is_posted_are_looked_at() {
        let mut group = Group::new().await;
        group.mia("daily add time:9:00 timezone:UTC").await;
        group.mia("daily add time:21:00 timezone:UTC").await;
        group.mia("settings channel:12").await;
        group.mia("seminar open themes:power").await;
        group.mia("seminar start").await;
        let shown = |all: String| {
            let (_, venues) = all.split_once("## Where I post").expect("it is there");
            venues.to_owned()
        };
        insta::assert_snapshot!(shown(group.mia("settings").await.plain()), @"

        Nothing is missing.
        - #10 · daily 1, daily 2 and seminar 1 · all well
        - #12 · messages about problems · all well
        ");
        group.lacks(&[Permission::SendMessages, Permission::EmbedLinks]);
        insta::assert_snapshot!(shown(group.mia("settings").await.plain()), @"

        In 2 channels something is missing:
        - #10 · daily 1, daily 2 and seminar 1 · ⚠ I need Send Messages and Embed Links in that channel. Allow it in the channel's settings, then try again.
        - #12 · messages about problems · ⚠ I need Send Messages and Embed Links in that channel. Allow it in the channel's settings, then try again.
        ");
        group.stands(None);
        assert!(group.mia("settings").await.plain().contains("cannot see that channel"));
        // What is paused posts nothing.
        group.mia("daily pause schedule:1").await;
        assert!(!group.mia("settings").await.plain().contains("daily 1"));
        // Another server has none of them.
        group.server.0 = 2;
        assert!(!group.mia("settings").await.plain().contains("Where I post"));
    }

    #[tokio::test]
    async fn each_setting_can_be_cleared() {
        let mut group = Group::new().await;
        group.mia("settings facilitators:77 timezone:Europe/Paris channel:12").await;
        for (clear, before) in [("facilitators", "@77"), ("timezone", "Paris"), ("channel", "#12")]
        {
            let now = group.mia(&format!("settings clear:{clear}")).await.plain();
            assert!(!now.contains(before), "{clear}: {now}");
        }
        assert!(group.ana("seminar open themes:power").await.plain().contains("# Draft"));
        let wrong = group.mia("settings clear:everything").await.plain();
        assert!(
            wrong.contains("takes `facilitators`, `timezone`, `channel` or `language`"),
            "{wrong}"
        );
        // With another role at once.
        let both = group.mia("settings clear:channel facilitators:78").await.plain();
        assert!(both.contains("@78"), "{both}");
    }

    #[tokio::test]
    async fn all_read_the_servers_language_and_each_member_their_own() {
        let mut group = Group::new().await;
        let spoken = async |group: &mut Group, own, server| {
            let context = group.context("mia");
            let context = Context { language: own, server_language: server, ..context };
            languages(&context, &group.services).await
        };
        let (german, french) = (Some(Language::German), Some(Language::French));
        assert_eq!(spoken(&mut group, None, None).await, (Language::English, Language::English));
        assert_eq!(spoken(&mut group, None, german).await, (Language::German, Language::German));
        assert_eq!(spoken(&mut group, french, german).await, (Language::German, Language::French));
        // What the platform has said is known where it says nothing.
        assert_eq!(spoken(&mut group, None, None).await.0, Language::German);
        assert!(group.mia("settings language:español").await.plain().contains("español"));
        assert_eq!(spoken(&mut group, french, german).await, (Language::Spanish, Language::French));
        group.reopen().await;
        assert_eq!(spoken(&mut group, None, french).await.0, Language::Spanish);
        group.mia("settings clear:language").await;
        assert_eq!(spoken(&mut group, None, None).await.0, Language::French);
        group.server.0 = 2;
        assert_eq!(spoken(&mut group, None, None).await.0, Language::English);
        let refused = group.mia("settings language:it").await.plain();
        assert!(refused.contains("`en`, `fr`, `es` or `de`"), "{refused}");
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
