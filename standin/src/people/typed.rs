//! A typed command line, read by the registered command as the client reads it.

use serde_json::{Map, Value, json};

use super::Failure;
use super::form::takes;
use crate::id::Id;
use crate::world::messages::plain;
use crate::world::{Command, World};

/// Whose line is read, and where.
pub(super) struct Reader<'a> {
    pub(super) world: &'a World,
    pub(super) guild: Option<Id>,
    pub(super) user: Id,
    /// Files given along: their name and their id.
    pub(super) files: &'a [(String, Id)],
    /// Whether the last option is still being typed.
    pub(super) completing: bool,
}

/// A line, read.
pub(super) struct Typed {
    /// The interaction's data.
    pub(super) data: Value,
    /// The type of the option that is still being typed.
    pub(super) focused: i64,
}

fn invalid<T>(why: impl Into<String>) -> Result<T, Failure> {
    Err(Failure::Invalid(why.into()))
}

impl Reader<'_> {
    /// Reads what follows the command's name.
    pub(super) fn read(&self, command: &Command, line: &str) -> Result<Typed, Failure> {
        let mut resolved = Map::new();
        let mut rest = line.trim();
        let mut path = Vec::new();
        let mut schema = &command.body;
        while schema["options"][0]["type"].as_u64().is_some_and(|kind| kind < 3) {
            let (word, after) = rest.split_once(' ').unwrap_or((rest, ""));
            let subs = schema["options"].as_array().into_iter().flatten();
            let Some(sub) = subs.clone().find(|sub| sub["name"] == word) else {
                let there: Vec<&str> = subs.filter_map(|sub| sub["name"].as_str()).collect();
                return invalid(format!("/{} {word:?}: it has {there:?}", command.name));
            };
            path.push((sub["name"].clone(), sub["type"].clone()));
            (schema, rest) = (sub, after.trim_start());
        }
        let known: Vec<&Value> = schema["options"].as_array().into_iter().flatten().collect();
        let pairs = split(rest, &known)?;
        let mut focused = 0;
        let mut options = Vec::new();
        for (n, (schema, text)) in pairs.iter().enumerate() {
            if pairs[..n].iter().any(|(other, _)| other["name"] == schema["name"]) {
                return invalid(format!("{} is given twice", schema["name"]));
            }
            let kind = schema["type"].as_i64().unwrap_or(0);
            let mut option = json!({ "name": schema["name"], "type": kind });
            if self.completing && n + 1 == pairs.len() {
                if schema["autocomplete"] != json!(true) {
                    return invalid(format!("{} has no autocomplete", schema["name"]));
                }
                focused = kind;
                option["focused"] = json!(true);
                option["value"] = json!(text);
            } else {
                option["value"] = self.value(schema, text, &mut resolved)?;
            }
            options.push(option);
        }
        if self.completing && focused == 0 {
            return invalid("nothing is being typed");
        }
        for schema in known.iter().filter(|option| option["required"] == json!(true)) {
            let given = pairs.iter().any(|(other, _)| other["name"] == schema["name"]);
            if !given && !self.completing {
                return invalid(format!("{} is required", schema["name"]));
            }
        }
        for (name, kind) in path.into_iter().rev() {
            options = vec![json!({ "name": name, "type": kind, "options": options })];
        }
        let mut data = json!({
            "id": command.id, "name": command.name, "type": command.kind, "options": options,
        });
        if let Some(guild) = command.guild {
            data["guild_id"] = json!(guild);
        }
        if !resolved.is_empty() {
            data["resolved"] = Value::Object(resolved);
        }
        Ok(Typed { data, focused })
    }

    /// The value of an option, as its type and its limits have it.
    fn value(
        &self,
        schema: &Value,
        text: &str,
        resolved: &mut Map<String, Value>,
    ) -> Result<Value, Failure> {
        let name = schema["name"].as_str().unwrap_or_default();
        if text.is_empty() {
            return invalid(format!("{name} has no value"));
        }
        if let Some(choices) = schema["choices"].as_array().filter(|list| !list.is_empty()) {
            let chosen = choices
                .iter()
                .find(|choice| choice["name"] == text || plain(&choice["value"]) == text);
            return match chosen {
                Some(choice) => Ok(choice["value"].clone()),
                None => invalid(format!("{name}: {text:?} is none of its choices")),
            };
        }
        let number = |value: f64| {
            let least = schema["min_value"].as_f64().unwrap_or(f64::MIN);
            let most = schema["max_value"].as_f64().unwrap_or(f64::MAX);
            if (least..=most).contains(&value) {
                Ok(())
            } else {
                invalid(format!("{name}: {value} is not between {least} and {most}"))
            }
        };
        match schema["type"].as_i64() {
            Some(3) => {
                let length = u64::try_from(text.chars().count()).unwrap_or(u64::MAX);
                let least = schema["min_length"].as_u64().unwrap_or(0);
                let most = schema["max_length"].as_u64().unwrap_or(6000);
                if !(least..=most).contains(&length) {
                    return invalid(format!("{name}: {length} characters, not {least} to {most}"));
                }
                Ok(json!(text))
            }
            Some(4) => match text.parse::<i64>() {
                Ok(value) =>
                {
                    #[allow(clippy::cast_precision_loss, reason = "the limits are below 2^53")]
                    number(value as f64).map(|()| json!(value))
                }
                Err(_) => invalid(format!("{name}: {text:?} is no whole number")),
            },
            Some(5) => match text.to_lowercase().as_str() {
                "true" => Ok(json!(true)),
                "false" => Ok(json!(false)),
                _ => invalid(format!("{name}: {text:?} is neither true nor false")),
            },
            Some(10) => match text.parse::<f64>() {
                Ok(value) => number(value).map(|()| json!(value)),
                Err(_) => invalid(format!("{name}: {text:?} is no number")),
            },
            _ => self.entity(schema, text, resolved),
        }
    }

    /// Somebody or something that is named: `@ana`, `@readers`, `#general`, a file.
    fn entity(
        &self,
        schema: &Value,
        text: &str,
        resolved: &mut Map<String, Value>,
    ) -> Result<Value, Failure> {
        let kind = schema["type"].as_u64().unwrap_or(0);
        let plain = text.trim_start_matches(['@', '#']);
        let mut put = |class: &str, id: Id, value: Value| {
            let class = resolved.entry(class).or_insert_with(|| json!({}));
            class[id.to_string()] = value;
            Ok(json!(id))
        };
        if matches!(kind, 6 | 9)
            && let Some(id) = self.person(plain)
        {
            if let Some(guild) = self.guild
                && let Some(mut member) = self.world.member_without_user_json(guild, id)
            {
                let may = self.world.may_in_guild(guild, id);
                member["permissions"] = json!(may.0.to_string());
                put("members", id, member)?;
            }
            return put("users", id, self.world.user_json(id));
        }
        let guild = self.guild.and_then(|id| self.world.guilds.get(&id));
        if matches!(kind, 8 | 9)
            && let Some(guild) = guild
            && let Some(role) =
                guild.roles.iter().find(|r| r.name == plain || r.id.to_string() == plain)
        {
            return put("roles", role.id, self.world.role_json(role, guild.id));
        }
        if kind == 7
            && let Some(id) = self.channel(plain)
        {
            let json = self.world.partial_channel_json(id, self.user);
            let types = schema["channel_types"].as_array().filter(|types| !types.is_empty());
            if types.is_some_and(|types| !types.contains(&json["type"])) {
                return invalid(format!("{}: #{plain} is of the wrong type", schema["name"]));
            }
            return put("channels", id, json);
        }
        if kind == 11
            && let Some((_, id)) = self.files.iter().find(|(name, _)| name == plain)
            && let Some(file) = self.world.uploads.get(id)
        {
            let types = schema["file_types"].as_array().into_iter().flatten();
            let types: Vec<&str> = types.filter_map(Value::as_str).collect();
            if !takes(&types, plain) {
                return invalid(format!("{}: {plain:?} is not one of {types:?}", schema["name"]));
            }
            return put("attachments", *id, self.world.attachment_json(Id(0), file, true));
        }
        invalid(format!("{}: there is no {text:?}", schema["name"]))
    }

    fn person(&self, name: &str) -> Option<Id> {
        let guild = self.guild.and_then(|id| self.world.guilds.get(&id));
        let inside = |id: &Id| guild.is_none_or(|guild| guild.members.contains_key(id));
        let named = |user: &&crate::world::User| user.name == name || user.id.to_string() == name;
        self.world.users.values().filter(|user| inside(&user.id)).find(named).map(|user| user.id)
    }

    fn channel(&self, name: &str) -> Option<Id> {
        let here = self.world.channels.values().filter(|channel| channel.guild == self.guild);
        let mut named = here.filter(|c| c.name == name || c.id.to_string() == name);
        named.next().map(|channel| channel.id)
    }
}

/// Splits `theme:power search:"free enterprise"`. A value goes on until the next known name.
fn split<'a>(line: &str, known: &[&'a Value]) -> Result<Vec<(&'a Value, String)>, Failure> {
    let mut pairs: Vec<(&Value, String)> = Vec::new();
    let mut quoted = false;
    for word in line.split(' ') {
        let option = known.iter().find_map(|option| {
            let rest = word.strip_prefix(option["name"].as_str()?)?.strip_prefix(':')?;
            Some((*option, rest))
        });
        match option.filter(|_| !quoted) {
            Some((option, rest)) => pairs.push((option, rest.to_owned())),
            None if word.is_empty() && pairs.is_empty() => continue,
            None => {
                let Some((_, value)) = pairs.last_mut().filter(|_| quoted || !looks_named(word))
                else {
                    let names: Vec<&str> =
                        known.iter().filter_map(|option| option["name"].as_str()).collect();
                    return invalid(format!("{word:?} is no option; there are {names:?}"));
                };
                value.push(' ');
                value.push_str(word);
            }
        }
        if let Some((_, value)) = pairs.last() {
            quoted = value.starts_with('"') && !(value.len() > 1 && value.ends_with('"'));
        }
    }
    let unquote = |value: String| {
        let value = value.trim();
        let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        inner.unwrap_or(value).to_owned()
    };
    Ok(pairs.into_iter().map(|(option, value)| (option, unquote(value))).collect())
}

/// Whether a word looks like an option's name with a value, and not like a time or an address.
fn looks_named(word: &str) -> bool {
    word.split_once(':').is_some_and(|(name, rest)| {
        let letters = name.chars().all(|c| c.is_alphabetic() || c == '_' || c == '-');
        !name.is_empty() && letters && !rest.is_empty() && !rest.starts_with("//")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Vec<(String, String)>, Failure> {
        let known =
            [json!({ "name": "theme" }), json!({ "name": "search" }), json!({ "name": "time" })];
        let known: Vec<&Value> = known.iter().collect();
        let pairs = split(line, &known)?;
        let name = |option: &Value| option["name"].as_str().unwrap_or_default().to_owned();
        Ok(pairs.into_iter().map(|(option, value)| (name(option), value)).collect())
    }

    #[test]
    fn lines() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(read("").unwrap(), []);
        assert_eq!(read("theme:power").unwrap(), [pair("theme", "power")]);
        assert_eq!(
            read("theme:power search:\"free enterprise\" time:09:00").unwrap(),
            [pair("theme", "power"), pair("search", "free enterprise"), pair("time", "09:00")]
        );
        assert_eq!(
            read("search:a theme:b c at 10:30 see https://x.y").unwrap(),
            [pair("search", "a"), pair("theme", "b c at 10:30 see https://x.y")]
        );
        assert_eq!(
            read("search:\"theme:power bogus:1\"").unwrap(),
            [pair("search", "theme:power bogus:1")]
        );
        assert_eq!(read("theme:").unwrap(), [pair("theme", "")]);
        assert!(read("bogus:1").is_err());
        assert!(read("theme:power bogus:1").is_err());
        assert!(read("stray").is_err());
    }
}
