//! Who a message pings: what it names, less what `allowed_mentions` holds back.

use serde_json::Value;

use super::World;
use crate::id::Id;
use crate::permissions::Permission;

/// Who was notified of a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pings {
    /// `@everyone` or `@here`.
    pub everyone: bool,
    /// Members.
    pub users: Vec<Id>,
    /// Roles, and with them whoever has them.
    pub roles: Vec<Id>,
}

impl Pings {
    /// Whether nobody was notified.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.everyone && self.users.is_empty() && self.roles.is_empty()
    }
}

/// What a text names.
#[derive(Debug, Default)]
struct Named {
    everyone: bool,
    users: Vec<Id>,
    roles: Vec<Id>,
}

fn named(text: &str) -> Named {
    let mut named = Named {
        everyone: text.contains("@everyone") || text.contains("@here"),
        ..Named::default()
    };
    for part in text.split("<@").skip(1) {
        let Some((inside, _)) = part.split_once('>') else {
            continue;
        };
        let (list, digits) = match inside.strip_prefix('&') {
            Some(digits) => (&mut named.roles, digits),
            None => (&mut named.users, inside.trim_start_matches('!')),
        };
        if let Ok(id) = digits.parse::<Id>()
            && !list.contains(&id)
        {
            list.push(id);
        }
    }
    named
}

/// What `allowed_mentions` lets through.
struct Allowed<'a>(Option<&'a Value>);

impl Allowed<'_> {
    fn whole(&self, class: &str) -> bool {
        let Some(allowed) = self.0 else { return true };
        allowed["parse"].as_array().is_some_and(|list| list.iter().any(|item| item == class))
    }

    fn one(&self, class: &str, id: Id) -> bool {
        let Some(allowed) = self.0 else { return true };
        let id = id.to_string();
        let listed = |list: &Vec<Value>| list.iter().any(|item| item == id.as_str());
        self.whole(class) || allowed[class].as_array().is_some_and(listed)
    }

    fn replied_user(&self) -> bool {
        self.0.is_none_or(|allowed| allowed["replied_user"] == Value::Bool(true))
    }
}

impl World {
    /// Whom a message of `author` with this text pings. `replied` is the author of the message it
    /// replies to.
    pub(crate) fn pings(
        &self,
        channel: Id,
        author: Id,
        text: &str,
        replied: Option<Id>,
        allowed: Option<&Value>,
    ) -> Pings {
        let (named, allowed) = (named(text), Allowed(allowed));
        let may_all = self.may(author, channel).has(Permission::MENTION_EVERYONE);
        let guild = self.channels.get(&channel).and_then(|c| c.guild);
        let guild = guild.and_then(|id| self.guilds.get(&id));
        let mut users = named.users;
        users.retain(|id| self.users.contains_key(id) && allowed.one("users", *id));
        if let Some(replied) = replied
            && allowed.replied_user()
            && !users.contains(&replied)
        {
            users.push(replied);
        }
        let mut roles = named.roles;
        roles.retain(|id| {
            let role = guild.and_then(|guild| guild.role(*id));
            role.is_some_and(|role| role.mentionable || may_all) && allowed.one("roles", *id)
        });
        Pings { everyone: named.everyone && may_all && allowed.whole("everyone"), users, roles }
    }
}
