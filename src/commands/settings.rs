//! `/settings`: what a server settles once for all.

use super::spec::{Body, OptionKind, OptionSpec, Spec, Suggested};
use super::{Arguments, Caller, Manner, Problem, Trouble, World, zone};
use crate::domain::{PlaceId, RoleId};
use crate::reply::{Answer, Card, Span, Text, Tone};
use crate::store::Settings as Held;

pub(super) static SPEC: Spec = Spec {
    name: "settings",
    about: "This server's settings; without options, shows them",
    body: Body::Options(&[
        OptionSpec::optional(
            "facilitators",
            "The role that may run dailies and close any round",
            OptionKind::Role,
        ),
        OptionSpec::optional(
            "timezone",
            "The time zone of new dailies, such as Europe/Paris",
            OptionKind::Suggested(Suggested::TimeZone),
        ),
        OptionSpec::optional(
            "channel",
            "Where facilitators are told what is wrong",
            OptionKind::Place,
        ),
    ]),
};

/// Shows or changes a server's settings.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    facilitators: Option<RoleId>,
    timezone: Option<String>,
    channel: Option<PlaceId>,
}

impl Settings {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, Trouble> {
        Ok(Self {
            facilitators: arguments.role("facilitators")?,
            timezone: arguments.text("timezone"),
            channel: arguments.place("channel")?,
        })
    }

    pub(super) fn manner(&self) -> Manner {
        Manner::ONE
    }

    pub(super) async fn run(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
        if !caller.member.manages_server {
            return Err(Trouble::refused(
                "Only members with Manage Server can see and change the settings.",
            )
            .into());
        }
        let change = Held {
            facilitators: self.facilitators,
            timezone: self.timezone.as_deref().map(zone::named).transpose()?,
            channel: self.channel,
        };
        if change == Held::default() {
            let held = world.store.settings(caller.server).await?;
            return Ok(Answer::Whisper(card("The settings of this server", &held)));
        }
        let held = world.store.change_settings(caller.server, change).await?;
        Ok(Answer::Whisper(card("Changed", &held).tone(Tone::Done)))
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
