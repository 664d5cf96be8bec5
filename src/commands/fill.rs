//! A form for the options of a command, for members who have no slash commands. What is sent is the
//! command as if it had been typed.

use super::options_of;
use crate::command::{
    Arguments, CommandError, Context, FieldValue, Invocation, OptionKind, OptionSpec, ReplyMode,
    Services, UserError, Value, permissions,
};
use crate::messages::fill::{self, Blank};
use crate::messages::panel::PanelError;
use crate::messages::permissions::FacilitatorTask;
use crate::messages::settings::SettingsError;
use crate::messages::ui::limits::{self, MODAL_PARTS};
use crate::messages::{Reply, Selectable};
use domain::{ChannelId, RoleId};

/// Which options a form asks for where a command has more than fit in one.
const CHOSEN: &[(&str, &[&str])] =
    &[("seminar open", &["title", "themes", "plan", "format", "length"])];

/// The option that says which command.
const COMMAND: &str = "command";

/// Opens the form of a command.
#[derive(Clone, Debug, PartialEq)]
pub struct Fill {
    command: String,
    options: Vec<&'static OptionSpec>,
}

impl Fill {
    pub(super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let command = arguments.needed(COMMAND)?;
        let options = asked(options_of(&command).ok_or(UserError::StalePress)?, &command);
        Ok(Self { command, options })
    }

    pub(super) fn reply_mode(&self) -> ReplyMode {
        ReplyMode::FORM
    }

    pub(super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        if self.options.is_empty() {
            return Err(PanelError::NothingToFill(self.command).into());
        }
        // Nobody fills in a form that is refused afterwards. The command itself checks again.
        needs_right(&self.command, context, services).await?;
        let blanks = self.options.into_iter().map(field);
        Ok(Reply::Form(fill::form(&self.command, blanks)))
    }
}

/// The command that a filled-in form stands for.
pub(super) fn filled(line: &Invocation) -> Option<Invocation> {
    let sent = line.name == "fill" && !line.fields.is_empty();
    let Some(Value::Text(command)) = line.options.get(COMMAND).filter(|_| sent) else {
        return None;
    };
    let known = asked(options_of(command)?, command);
    let typed = Invocation { name: command.clone(), ..Invocation::default() };
    let given = known.into_iter().filter_map(|option| {
        let text = match line.fields.get(option.name)? {
            FieldValue::Text(text) => text.trim(),
            FieldValue::Choices(values) => values.first()?,
            FieldValue::Flag(_) | FieldValue::Files(_) => return None,
        };
        let number = || text.parse().ok();
        let chosen = match option.kind {
            OptionKind::Role => number().map(|id| Value::Role(RoleId(id))),
            OptionKind::Channel => number().map(|id| Value::Channel(ChannelId(id))),
            _ => None,
        };
        let value = chosen.unwrap_or_else(|| Value::Text(text.to_owned()));
        (!text.is_empty()).then_some((option.name, value))
    });
    Some(given.fold(typed, |typed, (name, value)| typed.with(name, value)))
}

/// The options that a form of a command asks for.
fn asked(options: &'static [OptionSpec], command: &str) -> Vec<&'static OptionSpec> {
    let chosen = CHOSEN.iter().find(|(name, _)| *name == command).map(|(_, chosen)| *chosen);
    let written = options.iter().filter(|option| is_written(option.kind));
    let wanted = written
        .filter(|option| chosen.is_none_or(|chosen| chosen.contains(&option.name)))
        .take(MODAL_PARTS);
    wanted.collect()
}

/// Whether an option is something that can be written or chosen in a field.
fn is_written(kind: OptionKind) -> bool {
    !matches!(kind, OptionKind::Member | OptionKind::File(_) | OptionKind::Message)
}

fn field(option: &'static OptionSpec) -> Blank<'static> {
    let most = match option.kind {
        OptionKind::Text(most) | OptionKind::Prose(most) => usize::from(most),
        _ => limits::CHOICE,
    };
    let words = match option.kind {
        OptionKind::OneOf(words) => words,
        _ => &[],
    };
    let of = match option.kind {
        OptionKind::Role => Some(Selectable::Role),
        OptionKind::Channel => Some(Selectable::Channel),
        _ => None,
    };
    let long = matches!(option.kind, OptionKind::Prose(_));
    Blank { option: option.name, required: option.required, most, long, words, of }
}

/// Refuses who may not use a command, as far as that does not depend on what is filled in.
async fn needs_right(
    command: &str,
    context: &Context,
    services: &Services,
) -> Result<(), CommandError> {
    let task = match command {
        "daily add" => FacilitatorTask::AddDaily,
        "reading remove" => FacilitatorTask::ChangeReadings,
        daily if daily != "daily preview" && daily.starts_with("daily ") => {
            FacilitatorTask::ChangeDailies
        }
        "seminar open" => return permissions::needs_eligible(context, services).await,
        "settings" if !context.member.manages_server => {
            return Err(SettingsError::ManagersOnly.into());
        }
        _ => return Ok(()),
    };
    permissions::needs_facilitator(context, services, task).await
}
