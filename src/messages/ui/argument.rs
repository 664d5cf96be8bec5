//! What a message can be given to fill its variables with.

use domain::RoleId;

use super::{Span, Text};

/// A value for a `$variable` of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// A count; selects plural forms, and is grouped as the language groups large numbers.
    Number(i64),
    /// A number by which something is called, shown as it is typed.
    Id(i64),
    /// Selects a variant and is never shown; written by us, hence `'static`.
    Key(&'static str),
    /// Words and spans, shown as they are: no markup in them takes effect.
    Text(Text),
}

/// One of the keys of a select expression, such as `forum` in `{ $kind -> [forum] … }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(pub &'static str);

/// A value that loses nothing in a plain string: no mention, no link, no time.
pub trait Plain: Into<Argument> {}

impl From<Key> for Argument {
    fn from(key: Key) -> Self {
        Self::Key(key.0)
    }
}

/// Selects `[true]` or `[false]`.
impl From<bool> for Argument {
    fn from(value: bool) -> Self {
        Self::Key(if value { "true" } else { "false" })
    }
}

/// Selects `[none]` where there is no value.
impl<T: Into<Self>> From<Option<T>> for Argument {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Key("none"), Into::into)
    }
}

impl Plain for Key {}
impl Plain for bool {}
impl<T: Plain> Plain for Option<T> {}

macro_rules! numbers {
    ($variant:ident: $($number:ty),*) => {$(
        impl From<$number> for Argument {
            fn from(number: $number) -> Self {
                Self::$variant(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
        impl Plain for $number {}
    )*};
}

// Counts are unsigned; ids, years and days are signed.
numbers!(Number: u8, u16, u32, u64, usize);
numbers!(Id: i8, i16, i32, i64);

macro_rules! words {
    ($($words:ty),*) => {$(
        impl From<$words> for Argument {
            fn from(words: $words) -> Self {
                Self::Text(Text::new().plain(words))
            }
        }
        impl Plain for $words {}
    )*};
}

words!(&str, String, &String);

impl From<Text> for Argument {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<&Text> for Argument {
    fn from(text: &Text) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Span> for Argument {
    fn from(span: Span) -> Self {
        Self::Text(Text(vec![span]))
    }
}

impl From<domain::ChannelId> for Argument {
    fn from(channel: domain::ChannelId) -> Self {
        Span::Channel(channel).into()
    }
}

impl From<RoleId> for Argument {
    fn from(role: RoleId) -> Self {
        Span::Role(role).into()
    }
}
