//! What a command looks like from outside: its name, its options, what each takes. The descriptions
//! are in `locales/*/commands.ftl`.

/// A command that can be typed.
#[derive(Debug)]
pub struct Spec {
    /// Its name, without the slash.
    pub name: &'static str,
    /// Its options, or its subcommands.
    pub body: Body,
}

/// A command that is used on a message, from that message's menu.
#[derive(Debug)]
pub struct MessageSpec {
    /// The label in the menu: at most 32 characters.
    pub name: &'static str,
    /// The command's word. It takes the message as its option [`MessageSpec::OPTION`].
    pub word: &'static str,
}

/// What follows a command's name.
#[derive(Debug)]
pub enum Body {
    /// Options.
    Options(&'static [OptionSpec]),
    /// Subcommands, each with options of its own.
    Subcommands(&'static [Subcommand]),
}

/// A subcommand.
#[derive(Debug)]
pub struct Subcommand {
    /// Its name.
    pub name: &'static str,
    /// Its options.
    pub options: &'static [OptionSpec],
}

/// An option of a command. Required ones come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OptionSpec {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub kind: OptionKind,
    /// Whether the command needs it.
    pub required: bool,
}

/// What an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// Text of at most this many characters.
    Text(u16),
    /// The same where a member writes sentences of their own; they are never lost.
    Prose(u16),
    /// Text that is completed while it is typed.
    Suggested(Suggested),
    /// A whole number between two bounds.
    Integer(i64, i64),
    /// Yes or no.
    Flag,
    /// A channel or thread to post in.
    Channel,
    /// A role.
    Role,
    /// A member of the server.
    Member,
    /// A file whose name ends with one of these.
    File(&'static [&'static str]),
    /// The message that the command is used on. No command that is typed at Discord takes one.
    Message,
    /// A time of day, such as `9:00` or `21h30`.
    Time,
    /// Days of the week, such as `weekdays` or `mon,wed`.
    Days,
    /// A date: `2026-12-24`.
    Date,
    /// Weeks or days from now, such as `4w` or `10d`.
    Delay,
    /// One of a few words; see [`crate::messages::ui::choice_name`] for what is shown.
    OneOf(&'static [&'static str]),
}

/// What completes an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suggested {
    /// A theme of the book.
    Theme,
    /// An author or a speaker.
    Author,
    /// Themes of the book, with commas.
    Themes,
    /// A seminar that is not over.
    Seminar,
    /// A seminar, open or closed.
    AnySeminar,
    /// A work.
    Work,
    /// A person or a word of the glossary.
    Gloss,
    /// A session plan.
    Plan,
    /// A quote, by id.
    Quote,
    /// A question, by id.
    Question,
    /// An open round of this place.
    Round,
    /// A schedule of this server.
    Schedule,
    /// A reading of this server's own.
    Reading,
    /// An entry of the log of what was taken down.
    TakeDown,
    /// An IANA time zone.
    TimeZone,
    /// A day and a time.
    Moment,
    /// A command.
    Command,
}

impl Suggested {
    /// The value in what a suggestion shows, where that is `7: 09:00 UTC, daily`: Discord sends the
    /// shown name if a member edits it or presses Enter early.
    #[must_use]
    pub fn value_in(self, shown: &str) -> Option<&str> {
        if self == Self::Moment {
            return shown.split_once(" · ").map(|(when, _)| when);
        }
        // A blank follows the colon: `7:15` is a time.
        let (value, _) = shown.split_once(": ")?;
        let value = value.trim();
        let number = || !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
        let id = || value.contains('-') && !value.contains(char::is_whitespace);
        let is_value = match self {
            Self::Round | Self::Seminar | Self::AnySeminar | Self::Schedule | Self::TakeDown => {
                number()
            }
            Self::Quote | Self::Question => id(),
            // These show a name that is looked up by itself.
            Self::Theme
            | Self::Themes
            | Self::Author
            | Self::Work
            | Self::Gloss
            | Self::Plan
            | Self::Reading
            | Self::TimeZone
            | Self::Moment
            | Self::Command => false,
        };
        is_value.then_some(value)
    }
}

impl Spec {
    /// The names of its whole commands: `quote`, or `daily add` and its siblings.
    #[must_use]
    pub fn whole_names(&self) -> Vec<String> {
        self.whole().into_iter().map(|(name, _)| name).collect()
    }

    /// Its whole commands, each with its options.
    #[must_use]
    pub fn whole(&self) -> Vec<(String, &'static [OptionSpec])> {
        match self.body {
            Body::Options(options) => vec![(self.name.to_owned(), options)],
            Body::Subcommands(subcommands) => subcommands
                .iter()
                .map(|sub| (format!("{} {}", self.name, sub.name), sub.options))
                .collect(),
        }
    }
}

impl MessageSpec {
    /// The option that holds the message.
    pub const OPTION: &str = "message";

    /// Its options, as a typed command has them.
    pub const OPTIONS: &[OptionSpec] =
        &[OptionSpec::required(MessageSpec::OPTION, OptionKind::Message)];
}

impl OptionSpec {
    /// An option that may be left out.
    #[must_use]
    pub const fn optional(name: &'static str, kind: OptionKind) -> Self {
        Self { name, kind, required: false }
    }

    /// An option that the command needs.
    #[must_use]
    pub const fn required(name: &'static str, kind: OptionKind) -> Self {
        Self { name, kind, required: true }
    }
}
