//! What makes the table of commands in `mod.rs` into modules, types and a dispatch, and what finds
//! a command in it.

use super::{COMMANDS, MESSAGE_COMMANDS, NAMES};
use crate::command::{Body, Invocation, MessageSpec, OptionKind, OptionSpec, Spec, Value};

/// Declares the commands, in the order of `/help`: those that are typed, those in the menu of a
/// message, and those that only buttons carry.
macro_rules! registry {
    (
        slash { $($slash:ident { $($slash_row:tt)* })* }
        message { $($message:ident { $($message_row:tt)* })* }
        buttons { $($button:ident { $($button_row:tt)* })* }
    ) => {
        /// Every command that can be typed, in the order of `/help`.
        pub static COMMANDS: &[&Spec] = &[$(&$slash::SPEC,)*];

        /// Every command in the menu of a message.
        pub static MESSAGE_COMMANDS: &[&MessageSpec] = &[$(&$message::SPEC,)*];

        $(mod $slash;)*
        $(mod $message;)*
        $(mod $button;)*

        dispatch! {
            $($slash { $($slash_row)* })*
            $($message { $($message_row)* })*
            $($button { $($button_row)* })*
        }
    };
}

/// Declares the type and the dispatch of all commands.
macro_rules! dispatch {
    ($($module:ident { $($name:literal => $variant:ident($type:ident) $(, $pressable:ident)?;)* })*) => {
        /// Everything a member can ask for, understood and typed.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "each variant is the command of its name")]
        pub enum Command {
            $($($variant($module::$type),)*)*
        }

        impl Command {
            /// Understands a line.
            ///
            /// # Errors
            /// An unknown command or option, or a value that cannot be what it should be.
            pub fn parse(line: Invocation) -> Result<Self, UserError> {
                let name = registry::current_name(&line.name).to_owned();
                let mut arguments = Arguments::new(registry::with_values(&name, line));
                let command = match name.as_str() {
                    $($($name => Self::$variant($module::$type::parse(&mut arguments)?),)*)*
                    _ => return Err(run::no_command(name)),
                };
                arguments.finish(options_of(&name).unwrap_or_default())?;
                Ok(command)
            }

            /// Its name.
            fn name(&self) -> &'static str {
                match self {
                    $($(Self::$variant(_) => $name,)*)*
                }
            }

            /// How it answers.
            #[must_use]
            pub fn reply_mode(&self) -> ReplyMode {
                match self {
                    $($(Self::$variant(command) => command.reply_mode(),)*)*
                }
            }

            async fn dispatch(
                self,
                context: &Context,
                services: &Services,
            ) -> Result<Reply, CommandError> {
                // Boxed, so that the stack need not hold the largest of them.
                match self {
                    $($(Self::$variant(command) => {
                        Box::pin(command.run(context, services)).await
                    })*)*
                }
            }
        }

        /// Whether a button, menu or form may carry the command of that name.
        fn is_pressable(name: &str) -> bool {
            match name {
                $($($name => pressable!($($pressable)?),)*)*
                _ => false,
            }
        }

        /// Every name an invocation can start with.
        const NAMES: &[&str] = &[$($($name,)*)*];
    };
}

macro_rules! pressable {
    (pressable) => {
        true
    };
    () => {
        false
    };
}

/// Names that commands had before: Discord keeps them until the commands are registered anew, and
/// members for longer.
const OLD_NAMES: &[(&str, &str)] =
    &[("Record as response", "Record as answer"), ("record-as-response", "record-as-answer")];

/// The name that a command has now.
pub(super) fn current_name(name: &str) -> &str {
    OLD_NAMES.iter().find(|(old, _)| old.eq_ignore_ascii_case(name)).map_or(name, |(_, new)| new)
}

/// The name of a command as the table has it, or `unknown`: what came in can be forged, and is not for
/// a log.
#[must_use]
pub fn known_name(given: &str) -> &'static str {
    let name = current_name(given);
    NAMES.iter().find(|known| **known == name).copied().unwrap_or("unknown")
}

/// The line with the value of each suggestion in the place of what the suggestion shows.
pub(super) fn with_values(name: &str, mut line: Invocation) -> Invocation {
    for option in options_of(name).unwrap_or_default() {
        if let OptionKind::Suggested(kind) = option.kind
            && let Some(Value::Text(text)) = line.options.get_mut(option.name)
            && let Some(value) = kind.value_in(text)
        {
            *text = value.to_owned();
        }
    }
    line
}

/// The line with its option named: what follows a command without an option's name is meant for
/// its first option (`quote power`).
#[must_use]
pub fn with_named_option(mut line: Invocation) -> Invocation {
    if options_of(&line.name).is_some() {
        return line;
    }
    let mut ends = line.name.rmatch_indices(' ').map(|(at, _)| at);
    let command = ends.find_map(|at| {
        let (name, words) = line.name.split_at_checked(at)?;
        Some((name.to_owned(), options_of(name)?.first()?, words.trim().to_owned()))
    });
    if let Some((name, option, words)) = command
        && !line.options.contains_key(option.name)
    {
        line.name = name;
        line.options.insert(option.name.to_owned(), Value::Text(words));
    }
    line
}

/// The typed command of that name.
#[must_use]
pub fn find(name: &str) -> Option<&'static Spec> {
    COMMANDS.iter().find(|spec| spec.name == name).copied()
}

/// The command with that name in a message's menu.
#[must_use]
pub fn find_on_message(name: &str) -> Option<&'static MessageSpec> {
    let name = current_name(name);
    MESSAGE_COMMANDS.iter().find(|spec| spec.name == name).copied()
}

/// The options behind `name` (`daily add`), if it is a whole command.
#[must_use]
pub fn options_of(name: &str) -> Option<&'static [OptionSpec]> {
    let name = current_name(name);
    let (head, tail) = name.split_once(' ').unwrap_or((name, ""));
    let Some(spec) = find(head) else {
        let on_message = MESSAGE_COMMANDS.iter().any(|spec| spec.word == name);
        return on_message.then_some(MessageSpec::OPTIONS);
    };
    match &spec.body {
        Body::Options(options) => tail.is_empty().then_some(*options),
        Body::Subcommands(subs) => subs.iter().find(|sub| sub.name == tail).map(|sub| sub.options),
    }
}
