//! An interaction of Discord's as a request of ours: who asks, where, and what.

mod message;

use std::time::{Duration, Instant};

use jiff::Timestamp;
use rand::RngExt as _;
use serenity::model::application::{
    ActionRowComponent, CommandDataOption, CommandDataOptionValue, CommandDataResolved,
    CommandInteraction, CommandType, ComponentInteraction, ComponentInteractionDataKind,
    Interaction, ModalInteraction,
};
use serenity::model::channel::{ChannelType, Message, MessageFlags, PartialChannel};
use serenity::model::guild::{Member as GuildMember, PartialMember};
use serenity::model::id::{self as discord, GuildId, InteractionId};
use serenity::model::permissions::Permissions;
use serenity::model::user::User;

use super::mentions::Names;
use crate::command::{Attachment, Channel, ChannelKind, Context, Invocation, Member, Value};
use crate::commands;
use crate::messages::ui::Language;
use crate::messages::ui::limits::FILE;
use domain::{Address, ChannelId, MemberId, MessageId, RequestId, RoleId, ServerId};

/// How long Discord waits for a first answer; a little less than its three seconds.
const ANSWER_WITHIN: Duration = Duration::from_millis(2_900);
/// How long it waits for an answer that was said to be coming; less than its fifteen minutes.
const DEFERRED_WITHIN: Duration = Duration::from_secs(14 * 60);

/// Where an answer goes.
#[derive(Clone)]
pub(super) struct InteractionHandle {
    pub(super) id: InteractionId,
    pub(super) application: u64,
    /// Never in the log: whoever has it can answer in our name.
    pub(super) token: String,
    pub(super) received: Instant,
}

impl InteractionHandle {
    /// How much of the time for a first answer is left.
    pub(super) fn left(&self) -> Duration {
        (self.received + ANSWER_WITHIN).saturating_duration_since(Instant::now())
    }

    /// How much of the time for an answer is left that was said to be coming.
    pub(super) fn left_once_deferred(&self) -> Duration {
        (self.received + DEFERRED_WITHIN).saturating_duration_since(Instant::now())
    }
}

/// What a member asks.
pub(super) enum RequestKind {
    /// A command with its options.
    Command(Invocation),
    /// A button, a menu or a form of ours.
    Press(Invocation),
    /// What could complete an option.
    Complete {
        /// The command.
        name: String,
        /// The option.
        option: String,
        /// What was typed so far.
        typed: String,
    },
    /// Nothing that we know.
    Unknown,
}

impl RequestKind {
    /// The command's name, in a word of our own.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Command(line) | Self::Press(line) => commands::known_name(&line.name),
            Self::Complete { .. } => "autocomplete",
            Self::Unknown => "unknown",
        }
    }

    /// What its member wrote in it.
    pub(super) fn texts(&self) -> Vec<String> {
        match self {
            Self::Command(line) | Self::Press(line) => commands::texts(line),
            Self::Complete { .. } | Self::Unknown => Vec::new(),
        }
    }
}

/// When an interaction came.
#[derive(Clone, Copy)]
pub(super) struct Arrival {
    /// By the clock that measures how long Discord waits.
    pub(super) received: Instant,
    /// By the clock that members read.
    pub(super) now: Timestamp,
}

/// A request.
pub(super) struct Received {
    pub(super) ticket: InteractionHandle,
    /// Who asks; `None` outside of a server.
    pub(super) context: Option<Context>,
    pub(super) ask: RequestKind,
    /// Whom it mentions, as far as Discord says so.
    pub(super) names: Names,
    /// Whether a form may be the answer; none can follow a form.
    pub(super) form_fits: bool,
}

impl Received {
    /// Reads an interaction; `None` if it is of a kind that asks for nothing.
    pub(super) fn read(interaction: Interaction, arrival: Arrival) -> Option<Self> {
        Some(match interaction {
            Interaction::Command(command) => Self::command(command, arrival),
            Interaction::Autocomplete(command) => Self::completion(command, arrival),
            Interaction::Component(press) => Self::press(press, arrival),
            Interaction::Modal(form) => Self::form(form, arrival),
            _ => return None,
        })
    }

    fn command(from: CommandInteraction, arrival: Arrival) -> Self {
        let ask = match from.data.kind {
            CommandType::Message => {
                message::used_on(&from.data).map_or(RequestKind::Unknown, RequestKind::Command)
            }
            _ => {
                RequestKind::Command(line(&from.data.name, &from.data.options, &from.data.resolved))
            }
        };
        let names = message::names(&from.data.resolved);
        Self { ask, names, ..Self::typed(from, arrival) }
    }

    fn completion(from: CommandInteraction, arrival: Arrival) -> Self {
        let typed = from.data.autocomplete();
        let typed = typed.map(|focus| (focus.name.to_owned(), focus.value.to_owned()));
        let name = line(&from.data.name, &from.data.options, &from.data.resolved).name;
        let (option, typed) = typed.unwrap_or_default();
        Self { ask: RequestKind::Complete { name, option, typed }, ..Self::typed(from, arrival) }
    }

    fn typed(from: CommandInteraction, arrival: Arrival) -> Self {
        let at = at(from.guild_id, from.channel_id, from.channel.as_ref());
        let context = context(from.id, at, from.member.as_deref(), None, arrival.now);
        let largest_file = usize::try_from(from.attachment_size_limit).unwrap_or(FILE);
        let (locale, server) = (from.locale.as_str(), from.guild_locale.as_deref());
        let context = context.map(|context| Context { largest_file, ..context });
        let context = context.map(|context| spoken(context, locale, server));
        let application = from.application_id.get();
        let ticket = InteractionHandle {
            id: from.id,
            application,
            token: from.token,
            received: arrival.received,
        };
        let names = Names::default();
        Self { ticket, context, ask: RequestKind::Unknown, names, form_fits: true }
    }

    fn press(from: ComponentInteraction, arrival: Arrival) -> Self {
        let line = carried(&from.data.custom_id);
        let ask = match &from.data.kind {
            ComponentInteractionDataKind::Button => RequestKind::Press(line),
            ComponentInteractionDataKind::StringSelect { values } => {
                let choice = values.first().cloned().unwrap_or_default();
                RequestKind::Press(line.field("choice", choice))
            }
            _ => RequestKind::Unknown,
        };
        let pressed = Some(address(from.channel_id, from.message.id.get()));
        let alone = is_alone(&from.message);
        let at = at(from.guild_id, from.channel_id, from.channel.as_ref());
        let context = context(from.id, at, from.member.as_ref(), pressed, arrival.now);
        let (locale, server) = (from.locale.as_str(), from.guild_locale.as_deref());
        let context = context.map(|context| spoken(context, locale, server));
        let context = context.map(|context| Context { pressed_alone: alone, ..context });
        let application = from.application_id.get();
        let ticket = InteractionHandle {
            id: from.id,
            application,
            token: from.token,
            received: arrival.received,
        };
        Self { ticket, context, ask, names: Names::default(), form_fits: true }
    }

    fn form(from: ModalInteraction, arrival: Arrival) -> Self {
        let mut line = carried(&from.data.custom_id);
        let rows = from.data.components.iter().flat_map(|row| &row.components);
        for component in rows {
            if let ActionRowComponent::InputText(input) = component {
                let value = input.value.clone().unwrap_or_default();
                line = line.field(&input.custom_id, value);
            }
        }
        let pressed =
            from.message.as_ref().map(|message| address(from.channel_id, message.id.get()));
        let alone = from.message.as_deref().is_some_and(is_alone);
        let at = at(from.guild_id, from.channel_id, from.channel.as_ref());
        let context = context(from.id, at, from.member.as_ref(), pressed, arrival.now);
        let (locale, server) = (from.locale.as_str(), from.guild_locale.as_deref());
        let context = context.map(|context| spoken(context, locale, server));
        let context = context.map(|context| Context { pressed_alone: alone, ..context });
        let application = from.application_id.get();
        let ticket = InteractionHandle {
            id: from.id,
            application,
            token: from.token,
            received: arrival.received,
        };
        let (ask, names) = (RequestKind::Press(line), Names::default());
        Self { ticket, context, ask, names, form_fits: false }
    }
}

/// What a button or a form carries. A line that cannot be read is no command, and what was filled in
/// is kept with it all the same.
fn carried(line: &str) -> Invocation {
    Invocation::parse(line).unwrap_or_default()
}

/// What a member has filled into a form that serenity could not read.
pub(super) fn texts_of(raw: &serde_json::Value) -> Vec<String> {
    match raw {
        serde_json::Value::Array(all) => all.iter().flat_map(texts_of).collect(),
        serde_json::Value::Object(part) => {
            let text = part.get("value").and_then(|text| text.as_str());
            let text = text.filter(|text| !text.trim().is_empty()).map(str::to_owned);
            let within = ["components", "component"].into_iter().filter_map(|name| part.get(name));
            text.into_iter().chain(within.flat_map(texts_of)).collect()
        }
        _ => Vec::new(),
    }
}

/// What serenity could not read, as far as it can be answered.
pub(super) fn unreadable(
    raw: &serde_json::Value,
    received: Instant,
) -> Option<(InteractionHandle, u64)> {
    let number = |name: &str| raw[name].as_str()?.parse::<u64>().ok().filter(|id| *id != 0);
    let ticket = InteractionHandle {
        id: InteractionId::new(number("id")?),
        application: number("application_id")?,
        token: raw["token"].as_str()?.to_owned(),
        received,
    };
    Some((ticket, raw["type"].as_u64()?))
}

/// A command's words and its options.
fn line(name: &str, options: &[CommandDataOption], resolved: &CommandDataResolved) -> Invocation {
    let mut line = Invocation { name: name.to_owned(), ..Invocation::default() };
    for option in options {
        let value = match &option.value {
            CommandDataOptionValue::SubCommand(inner)
            | CommandDataOptionValue::SubCommandGroup(inner) => {
                let inner = self::line(&option.name, inner, resolved);
                line.name = format!("{} {}", line.name, inner.name);
                line.options.extend(inner.options);
                continue;
            }
            CommandDataOptionValue::String(text) => Value::Text(text.clone()),
            CommandDataOptionValue::Integer(number) => Value::Integer(*number),
            CommandDataOptionValue::Boolean(flag) => Value::Flag(*flag),
            CommandDataOptionValue::Channel(id) => Value::Channel(ChannelId(signed(id.get()))),
            CommandDataOptionValue::Role(id) => Value::Role(RoleId(signed(id.get()))),
            CommandDataOptionValue::User(id) => match resolved.users.get(id) {
                Some(user) => member_option(user, resolved.members.get(id)),
                None => continue,
            },
            CommandDataOptionValue::Attachment(id) => match resolved.attachments.get(id) {
                Some(file) => Value::File(Attachment {
                    name: file.filename.clone(),
                    at: file.url.clone(),
                    size: file.size.into(),
                }),
                None => continue,
            },
            // We declare no other kinds; the command will say that it does not know the option.
            other => Value::Text(format!("{other:?}")),
        };
        line.options.insert(option.name.clone(), value);
    }
    line
}

/// A member whom an option names.
fn member_option(user: &User, member: Option<&PartialMember>) -> Value {
    let nick = member.and_then(|member| member.nick.as_deref());
    Value::Member {
        id: MemberId(signed(user.id.get())),
        name: nick.unwrap_or(user.display_name()).to_owned(),
        bot: user.bot,
    }
}

fn at(
    server: Option<GuildId>,
    id: discord::ChannelId,
    channel: Option<&PartialChannel>,
) -> Option<(ServerId, Channel)> {
    let kind = channel.map_or(ChannelKind::Channel, |channel| kind(channel.kind));
    let here = Channel::new(ChannelId(signed(id.get())), kind);
    let parent = channel.filter(|_| kind == ChannelKind::Thread).and_then(|it| it.parent_id);
    let parent = parent.map(|parent| ChannelId(signed(parent.get())));
    // A thread that was started from a message has the message's number.
    let starter = MessageId(here.id.0);
    let under = parent.map(|place| Address { place, message: starter });
    let place = Channel { parent, under, ..here };
    Some((ServerId(signed(server?.get())), place))
}

fn context(
    id: InteractionId,
    at: Option<(ServerId, Channel)>,
    member: Option<&GuildMember>,
    pressed: Option<Address>,
    now: Timestamp,
) -> Option<Context> {
    let ((server, place), member) = (at?, member?);
    let may = member.permissions.unwrap_or(Permissions::empty());
    let roles = member.roles.iter().map(|role| RoleId(signed(role.get())));
    Some(Context {
        server,
        channel: place,
        member: Member {
            id: MemberId(signed(member.user.id.get())),
            name: member.display_name().to_owned(),
            manages_server: may.intersects(Permissions::MANAGE_GUILD | Permissions::ADMINISTRATOR),
            // The owner has every permission, so this one as well.
            administers: may.contains(Permissions::ADMINISTRATOR),
            roles: roles.collect(),
        },
        request: RequestId(signed(id.get())),
        pressed,
        pressed_alone: false,
        language: None,
        server_language: None,
        now,
        largest_file: FILE,
        seed: rand::rng().random(),
    })
}

/// The languages of whoever asks and of the server.
fn spoken(context: Context, locale: &str, server: Option<&str>) -> Context {
    let language = Language::of_locale(locale);
    let server_language = server.and_then(Language::of_locale);
    Context { language, server_language, ..context }
}

/// Whether only whoever presses it sees a message.
fn is_alone(message: &Message) -> bool {
    message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
}

/// What a channel of Discord's is to us.
pub(super) fn kind(kind: ChannelType) -> ChannelKind {
    match kind {
        ChannelType::Text => ChannelKind::Channel,
        ChannelType::Voice | ChannelType::Stage => ChannelKind::Voice,
        ChannelType::News => ChannelKind::Announcements,
        ChannelType::NewsThread | ChannelType::PublicThread | ChannelType::PrivateThread => {
            ChannelKind::Thread
        }
        ChannelType::Forum => ChannelKind::Forum,
        _ => ChannelKind::Other,
    }
}

fn address(place: discord::ChannelId, message: u64) -> Address {
    Address { place: ChannelId(signed(place.get())), message: MessageId(signed(message)) }
}

/// Discord's numbers fit in 63 bits for the next hundred years.
fn signed(id: u64) -> i64 {
    i64::try_from(id).unwrap_or(i64::MAX)
}
