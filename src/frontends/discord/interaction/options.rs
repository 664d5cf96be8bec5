//! The options of a command.

use serde_json::Value as Json;

use super::super::{ids, lenient};
use super::asker;
use crate::command::{Attachment, Invocation, Value};
use domain::{ChannelId, MemberId, RoleId};

/// Discord's types of options.
mod option_type {
    pub(super) const SUBCOMMAND: i64 = 1;
    pub(super) const GROUP: i64 = 2;
    pub(super) const INTEGER: i64 = 4;
    pub(super) const FLAG: i64 = 5;
    pub(super) const USER: i64 = 6;
    pub(super) const CHANNEL: i64 = 7;
    pub(super) const ROLE: i64 = 8;
    pub(super) const FILE: i64 = 11;
}

/// A command's words and its options; `None` if it has no name.
pub(super) fn line(data: &Json) -> Option<Invocation> {
    let mut line = Invocation { name: lenient::text(&data["name"])?, ..Invocation::default() };
    read(&data["options"], &data["resolved"], &mut line);
    Some(line)
}

fn read(options: &Json, resolved: &Json, line: &mut Invocation) {
    for option in lenient::list(options) {
        let Some(name) = lenient::text(&option["name"]) else { continue };
        let number = lenient::number(&option["type"]).unwrap_or_default();
        if matches!(number, option_type::SUBCOMMAND | option_type::GROUP) {
            line.name = format!("{} {name}", line.name);
            read(&option["options"], resolved, line);
        } else if let Some(value) = value(number, &option["value"], resolved) {
            line.options.insert(name, value);
        }
    }
}

/// The value of an option. One of another type than its own is left as a text, of which the command
/// will say that it is none of what it takes.
fn value(number: i64, value: &Json, resolved: &Json) -> Option<Value> {
    let known = match number {
        option_type::INTEGER => lenient::number(value).map(Value::Integer),
        option_type::FLAG => lenient::flag(value).map(Value::Flag),
        option_type::USER => ids::of(value).map(|id| member(id, resolved)),
        option_type::CHANNEL => ids::of(value).map(|id| Value::Channel(ChannelId(id))),
        option_type::ROLE => ids::of(value).map(|id| Value::Role(RoleId(id))),
        option_type::FILE => {
            let id = ids::of(value)?;
            return file(&resolved["attachments"][id.to_string()]).map(Value::File);
        }
        _ => None,
    };
    match value {
        Json::Null => None,
        _ => known.or_else(|| Some(Value::Text(lenient::text(value).unwrap_or(value.to_string())))),
    }
}

/// A member whom an option names.
fn member(id: i64, resolved: &Json) -> Value {
    let key = id.to_string();
    let (user, member) = (&resolved["users"][&key], &resolved["members"][&key]);
    Value::Member {
        id: MemberId(id),
        name: asker::name(member, user).unwrap_or_else(|| id.to_string()),
        bot: lenient::flag(&user["bot"]).unwrap_or(false),
    }
}

pub(super) fn file(file: &Json) -> Option<Attachment> {
    Some(Attachment {
        name: lenient::text(&file["filename"])?,
        at: lenient::text(&file["url"])?,
        size: lenient::number(&file["size"]).and_then(|size| u64::try_from(size).ok())?,
    })
}

/// The option that is being filled in, and what was typed so far.
pub(super) fn focused(options: &Json) -> Option<(String, String)> {
    lenient::list(options).iter().find_map(|option| {
        if lenient::flag(&option["focused"]) == Some(true) {
            return Some((lenient::text(&option["name"])?, lenient::text(&option["value"])?));
        }
        focused(&option["options"])
    })
}
