//! `/help`: the commands, or one of them.

use super::localized::anything;
use super::registry::current_name;
use super::{ANYWHERE, COMMANDS, MESSAGE_COMMANDS, find};
use crate::command::{
    Arguments, Body, CommandError, Context, MessageSpec, OptionKind, OptionSpec, ReplyMode,
    Services, Spec, Suggested, UserError,
};
use crate::messages::help::{self, Listed, OnMessage};
use crate::messages::ui::Language;
use crate::messages::{Card, Reply};
use domain::nearest;

pub(super) static SPEC: Spec = Spec {
    name: "help",
    body: Body::Options(&[OptionSpec::optional(
        "command",
        OptionKind::Suggested(Suggested::Command),
    )]),
};

/// Explains the commands.
#[derive(Clone, Debug, PartialEq)]
pub struct Help {
    command: Option<String>,
}

impl Help {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { command: arguments.text("command") })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::EPHEMERAL
    }

    #[expect(clippy::unused_async, reason = "all commands are called alike")]
    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let card = match self.command.as_deref().map(|given| given.trim_start_matches('/')) {
            None if context.server.is_a_members() => {
                help::with_policies(help::anywhere(ANYWHERE.iter().copied()), &services.policies)
            }
            None => help::with_policies(overview(), &services.policies),
            Some(given) => one(given)?,
        };
        Ok(Reply::Ephemeral(card))
    }
}

fn overview() -> Card {
    let typed = COMMANDS.iter().map(|spec| spec.name);
    help::overview(typed, MESSAGE_COMMANDS.iter().map(|spec| on_message(spec)))
}

/// The help on a command, a subcommand or a command in the menu of a message.
fn one(given: &str) -> Result<Card, UserError> {
    let given = current_name(given).to_lowercase();
    let given = anything(&given, Language::current()).unwrap_or(given);
    if let Some(spec) = MESSAGE_COMMANDS.iter().find(|it| names(it).contains(&given)) {
        return Ok(help::on_message(on_message(spec)));
    }
    let whole: Vec<_> = COMMANDS.iter().flat_map(|spec| spec.whole()).collect();
    if let Some((name, options)) = whole.iter().find(|(name, _)| *name == given) {
        return Ok(help::command(name, options.iter().map(listed)));
    }
    if let Some(spec) = find(&given) {
        let names = spec.whole_names();
        return Ok(help::group(spec.name, names.iter().map(String::as_str)));
    }
    let on_messages = MESSAGE_COMMANDS.iter().map(|spec| spec.name);
    let names = COMMANDS.iter().map(|spec| spec.name).chain(on_messages);
    let names = names.chain(whole.iter().map(|(name, _)| name.as_str()));
    let near = nearest(&given, names).map(str::to_owned);
    Err(UserError::NoCommand { given, near })
}

fn names(spec: &MessageSpec) -> [String; 2] {
    [spec.name.to_lowercase(), spec.word.to_owned()]
}

fn on_message(spec: &MessageSpec) -> OnMessage<'static> {
    OnMessage { name: spec.name, word: spec.word }
}

fn listed(option: &OptionSpec) -> Listed<'static> {
    Listed { name: option.name, required: option.required }
}

#[cfg(test)]
mod tests {
    use crate::commands::COMMANDS;
    use crate::commands::fixture::Group;

    #[tokio::test]
    async fn it_tells_of_every_command_and_option() {
        let mut group = Group::new().await;
        let all = group.ana("help").await.plain();
        for spec in COMMANDS {
            assert!(all.contains(&format!("`/{}`", spec.name)), "{}", spec.name);
            let one = group.ana(&format!("help command:/{}", spec.name)).await.plain();
            for (name, options) in spec.whole() {
                let help = group.ana(&format!("help command:\"{name}\"")).await.plain();
                assert!(help.contains(&format!("# /{name}")), "{help}");
                if name != spec.name {
                    assert!(one.contains(&format!("`/{name}`")), "{one}");
                }
                for option in options {
                    assert!(help.contains(&format!("`{}:`", option.name)), "{help}");
                }
            }
        }
    }

    #[tokio::test]
    async fn it_tells_how_a_seminar_goes() {
        let mut group = Group::new().await;
        insta::assert_snapshot!(group.ana("help command:seminar").await.plain(), @r#"
        one
        # /seminar
        A meeting with an agenda: everybody thinks first, then all answers are shown
        1. `/seminar open` starts a draft. Only you see it. Change it, then press Start.
        2. `/seminar next` asks a question. Answers stay hidden until all are shown.
        3. Members rate the answers, and one proposes a statement of the group. The others agree, stand aside or object.
        4. `/seminar close` posts the summary. `/record` keeps everything.
        - `/seminar open` · Starts a draft of an agenda that only you see
        - `/seminar agenda` · Shows you the agenda of your seminar, to change it
        - `/seminar move` · Gives your draft a date, or another one; without one a form opens
        - `/seminar start` · Invites everybody to the seminar that you drafted
        - `/seminar next` · Asks the next question
        - `/seminar reveal` · Shows the answers that are still hidden
        - `/seminar status` · Who joined, how many have answered, how far it is
        - `/seminar close` · Ends the seminar and shows its summary
        - `/seminar join` · Adds you to those who take part
        - `/seminar card` · Shows you the side that you argue in a debate
        - `/seminar facilitator` · Who facilitates, and who would; by lot, or handed over
        - `/seminar recall` · Asks for another facilitator; nobody is told that it was you
        - `/seminar revisit` · Shows which question of a closed seminar is asked again, and when
        All about one of them: `/help command:"seminar open"`.
        "#);
        insta::assert_snapshot!(group.ana("help command:\"/seminar facilitator\"").await.plain(), @r"
        one
        # /seminar facilitator
        Who facilitates, and who would; by lot, or handed over
        - `volunteer:` Whether you would facilitate
        - `lot:` Whether a facilitator is drawn by lot for each question; for the facilitator
        - `member:` Hands over to somebody who takes part; for the facilitator
        - `seminar:` Which one, if there are several
        ");
    }

    #[tokio::test]
    async fn commands_go_by_the_names_that_the_readers_discord_has_for_them() {
        let mut group = Group::new().await;
        group.mia("settings language:de").await;
        let all = group.ana("help").await.plain();
        for named in ["`/fazit`", "Als Antwort speichern"] {
            assert!(all.contains(named), "{all}");
        }
        let plan = group.ana("help command:\"seminar planen\"").await.plain();
        assert!(plan.contains("# /seminar planen") && plan.contains("`dauer:`"), "{plan}");
        for given in ["seminar open", "/seminar planen", "Seminar planen"] {
            let same = group.ana(&format!("help command:\"{given}\"")).await.plain();
            assert_eq!(same, plan, "{given}");
        }
        let group_of_commands = group.ana("help command:fazit").await.plain();
        assert!(group_of_commands.contains("`/fazit vorschlagen`"), "{group_of_commands}");
        assert!(group_of_commands.contains("befehl:\"fazit vorschlagen\""), "{group_of_commands}");
        let menu = group.ana("help command:\"Als Antwort speichern\"").await.plain();
        assert!(menu.contains("# Als Antwort speichern"), "{menu}");
    }

    #[tokio::test]
    async fn a_command_of_a_messages_menu_is_found() {
        let mut group = Group::new().await;
        insta::assert_snapshot!(group.ana("help command:\"Record as answer\"").await.plain(), @r"
        one
        # Record as answer
        Saves this message as its author's answer, if they say yes
        On a phone, hold the message; on a computer, right-click it. Then choose Apps.
        ");
        let now = group.ana("help command:record-as-answer").await.plain();
        for old in ["Record as response", "record-as-response"] {
            let help = group.ana(&format!("help command:\"{old}\"")).await.plain();
            assert_eq!(help, now, "{old}");
        }
        let wrong = group.ana("help command:qoute").await.plain();
        assert!(wrong.contains("There is no command `qoute`. Did you mean `/quote`?"), "{wrong}");
    }
}
