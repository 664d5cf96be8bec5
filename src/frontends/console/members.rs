//! Who speaks in the console, and which roles each has been given.

use std::collections::BTreeMap;

use super::input_line::MANAGER;
use super::names;
use crate::command::Member;
use domain::{MemberId, RoleId};

/// The member that the console starts with; they manage the server.
pub(super) const FIRST: &str = "you";

/// Everyone who has spoken.
#[derive(Clone, Debug)]
pub(super) struct Members {
    members: BTreeMap<MemberId, Actor>,
    speaking: MemberId,
}

#[derive(Clone, Debug)]
struct Actor {
    name: String,
    manages_server: bool,
    roles: Vec<RoleId>,
}

impl Members {
    pub(super) fn new() -> Self {
        let first = Actor { name: FIRST.to_owned(), manages_server: true, roles: Vec::new() };
        let speaking = names::member(FIRST);
        Self { members: BTreeMap::from([(speaking, first)]), speaking }
    }

    /// From here on `name` speaks.
    pub(super) fn turn_to(&mut self, name: &str) {
        self.speaking = names::member(name);
        self.members.entry(self.speaking).or_insert_with(|| Actor {
            name: name.to_owned(),
            manages_server: false,
            roles: Vec::new(),
        });
    }

    /// Gives the speaker a role, or takes it away.
    pub(super) fn set_role(&mut self, given: bool, role: &str) {
        let Some(actor) = self.members.get_mut(&self.speaking) else {
            return;
        };
        if role == MANAGER {
            actor.manages_server = given;
        } else if let Some(role) = names::role(role) {
            actor.roles.retain(|held| *held != role);
            if given {
                actor.roles.push(role);
            }
        }
    }

    /// Who speaks.
    pub(super) fn speaker(&self) -> Member {
        let actor = self.members.get(&self.speaking);
        Member {
            id: self.speaking,
            name: actor.map(|actor| actor.name.clone()).unwrap_or_default(),
            manages_server: actor.is_some_and(|actor| actor.manages_server),
            administers: actor.is_some_and(|actor| actor.manages_server),
            roles: actor.map(|actor| actor.roles.clone()).unwrap_or_default(),
        }
    }

    /// The name of a member who has spoken.
    pub(super) fn name(&self, member: MemberId) -> Option<&str> {
        self.members.get(&member).map(|actor| actor.name.as_str())
    }

    /// The names of all who have spoken.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.members.values().map(|actor| actor.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_member_manages_and_the_others_do_not() {
        let mut members = Members::new();
        assert!(members.speaker().manages_server);
        members.turn_to("ana");
        assert!(!members.speaker().manages_server);
        members.set_role(true, "teachers");
        members.set_role(true, MANAGER);
        let ana = members.speaker();
        assert!(ana.manages_server);
        assert_eq!(ana.roles, [names::role("teachers").unwrap()]);
        members.set_role(false, "teachers");
        assert!(members.speaker().roles.is_empty());
        members.turn_to("Ana");
        assert_eq!(members.speaker().id, ana.id);
    }
}
