//! `/help`: the commands, or one of them.

use super::{COMMANDS, MESSAGE_COMMANDS, find};
use crate::command::{
    Arguments, Body, CommandError, Context, MessageSpec, OptionKind, OptionSpec, ReplyMode,
    Services, Spec, Suggested, UserError,
};
use crate::messages::{Block, Card, Reply, Text};
use domain::nearest;

pub(super) static SPEC: Spec = Spec {
    name: "help",
    about: "What this bot does, and how",
    body: Body::Options(&[OptionSpec::optional(
        "command",
        "One command in full",
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
    pub(super) async fn run(self, _: &Context, _: &Services) -> Result<Reply, CommandError> {
        let card = match self.command.as_deref().map(|given| given.trim_start_matches('/')) {
            None => overview(),
            Some(given) => one(given)?,
        };
        Ok(Reply::Ephemeral(card))
    }
}

fn overview() -> Card {
    let line =
        |spec: &&Spec| Text::new().code(format!("/{}", spec.name)).plain(" · ").plain(spec.about);
    Card::titled("A commonplace book for this group")
        .text(
            "It serves quotes from the group's readings, poses questions drawn from them, and \
             keeps what you answer, theme by theme.",
        )
        .block(Block::List(COMMANDS.iter().map(line).collect()))
        .block(Block::List(MESSAGE_COMMANDS.iter().map(in_menu).collect()))
        .text(
            Text::new()
                .plain("Start with ")
                .code("/quote")
                .plain(" or ")
                .code("/question")
                .plain(". More on one of them: ")
                .code("/help command:daily")
                .plain("."),
        )
}

fn in_menu(spec: &&MessageSpec) -> Text {
    Text::new()
        .plain("In a message's menu, under Apps: ")
        .strong(spec.name)
        .plain(" · ")
        .plain(spec.about)
}

fn one(given: &str) -> Result<Card, UserError> {
    let head = given.split(' ').next().unwrap_or(given);
    let Some(spec) = find(head) else {
        let near = nearest(head, COMMANDS.iter().map(|spec| spec.name)).map(str::to_owned);
        return Err(UserError::NoCommand { given: head.to_owned(), near });
    };
    let card = Card::titled(format!("/{}", spec.name)).text(spec.about);
    Ok(match spec.body {
        Body::Options([]) => card,
        Body::Options(options) => card.block(list(options)),
        Body::Subcommands(subs) => subs.iter().fold(card, |card, sub| {
            let name = Text::new().code(format!("/{} {}", spec.name, sub.name));
            let card = card.section(name, sub.about);
            if sub.options.is_empty() { card } else { card.block(list(sub.options)) }
        }),
    })
}

fn list(options: &[OptionSpec]) -> Block {
    let line = |option: &OptionSpec| {
        let needed = if option.required { " (needed)" } else { "" };
        Text::new().code(format!("{}:", option.name)).plain(format!(" {}{needed}", option.about))
    };
    Block::List(options.iter().map(line).collect())
}

#[cfg(test)]
mod tests {
    use crate::command::Body;
    use crate::commands::COMMANDS;
    use crate::commands::fixture::Group;

    #[tokio::test]
    async fn it_tells_of_every_command_and_option() {
        let mut group = Group::new().await;
        let all = group.ana("help").await.plain();
        for spec in COMMANDS {
            assert!(all.contains(&format!("`/{}`", spec.name)), "{}", spec.name);
            let one = group.ana(&format!("help command:/{}", spec.name)).await.plain();
            let options: Vec<_> = match spec.body {
                Body::Options(options) => options.iter().collect(),
                Body::Subcommands(subs) => {
                    for sub in subs {
                        assert!(one.contains(&format!("`/{} {}`", spec.name, sub.name)), "{one}");
                    }
                    subs.iter().flat_map(|sub| sub.options).collect()
                }
            };
            for option in options {
                assert!(one.contains(&format!("`{}:`", option.name)), "{one}");
            }
        }
        let sub = group.ana("help command:\"daily add\"").await.plain();
        assert!(sub.contains("# /daily"), "{sub}");
        let wrong = group.ana("help command:qoute").await.plain();
        assert!(wrong.contains("There is no command `qoute`. Did you mean `/quote`?"), "{wrong}");
    }
}
