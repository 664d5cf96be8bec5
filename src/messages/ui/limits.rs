//! What Discord takes at most. Lengths are in characters as [`length`] counts them; one unit more
//! and Discord refuses the whole message.

/// The length of a text in UTF-16 code units, as Discord's clients count, and never less than what
/// its servers count.
#[must_use]
pub fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The text of a message, in all its text displays together.
pub const COMPONENTS_LENGTH: usize = 4_000;
/// Components in a message, with those within others.
pub const COMPONENTS: usize = 40;

/// Buttons in a row.
pub const BUTTONS: usize = 5;
/// The label of a button.
pub const BUTTON_LABEL: usize = 80;
/// The `custom_id` of a component or a modal.
pub const CUSTOM_ID: usize = 100;

/// Options of a select.
pub const SELECT_OPTIONS: usize = 25;
/// The label, the description and the value of an option, each.
pub const SELECT_OPTION: usize = 100;
/// What a select shows while nothing is chosen.
pub const SELECT_PLACEHOLDER: usize = 150;

/// The title of a modal.
pub const MODAL_TITLE: usize = 45;
/// Parts of a modal.
pub const MODAL_PARTS: usize = 5;
/// The label of a field.
pub const FIELD_LABEL: usize = 45;
/// What is said beside the label of a field.
pub const FIELD_DESCRIPTION: usize = 100;
/// What a field shows while it is empty.
pub const FIELD_PLACEHOLDER: usize = 100;
/// What a member can write into a field.
pub const FIELD_VALUE: u16 = 4_000;

/// Options of a radio group.
pub const RADIO_OPTIONS: std::ops::RangeInclusive<usize> = 2..=10;
/// Files that a field of a modal takes.
pub const UPLOADED_FILES: u8 = 10;
/// Endings that an upload is told to take.
pub const FILE_TYPES: usize = 10;

/// Choices that complete an option.
pub const CHOICES: usize = 25;
/// The name and the value of a choice, each.
pub const CHOICE: usize = 100;

/// Commands of an application.
pub const COMMANDS: usize = 100;
/// Commands on a message of an application.
pub const MESSAGE_COMMANDS: usize = 15;
/// The name of a command or of an option.
pub const COMMAND_NAME: usize = 32;
/// The description of a command or of an option.
pub const COMMAND_DESCRIPTION: usize = 100;
/// Options of a command.
pub const COMMAND_OPTIONS: usize = 25;
/// Names, descriptions and values of a command and its options together.
pub const COMMAND_LENGTH: usize = 8_000;
/// The text that an option can be told to take.
pub const OPTION_VALUE: u16 = 6_000;

/// The name of a scheduled event.
pub const EVENT_NAME: usize = 100;
/// The description of a scheduled event.
pub const EVENT_DESCRIPTION: usize = 1_000;
/// Scheduled events of a server that are not over.
pub const EVENTS: usize = 100;

/// The name of a thread or of a forum's post.
pub const THREAD_NAME: usize = 100;
/// The key by which Discord knows a message that is sent twice.
pub const NONCE: usize = 25;

/// What a file is described by, for who cannot see it.
pub const ATTACHMENT_DESCRIPTION: usize = 1_024;
/// The bytes of a file in a server without boosts; in others more.
pub const FILE: usize = 10 * MEBIBYTE;
/// What Discord calls a megabyte of a file.
pub const MEBIBYTE: usize = 1024 * 1024;
