//! What a member does with the bot: commands and buttons.

use std::sync::Arc;

use serde_json::{Value, json};

use super::typed::{Reader, Typed};
use super::{Answer, Channel, Exchange, Failure, Member, Message, Prepared};
use crate::http::Upload;
use crate::http::body::guess;
use crate::id::Id;
use crate::permissions::Permission;
use crate::world::interactions::{Act, kind};
use crate::world::{Command, World};

impl World {
    /// Files that a person has picked: each with its id.
    pub(super) fn picked(&mut self, files: &[(&str, &[u8])]) -> Vec<(String, Id)> {
        let mut picked = Vec::new();
        for (name, bytes) in files {
            let file = self.stored(&Upload {
                index: 0,
                filename: (*name).to_owned(),
                content_type: guess(name).to_owned(),
                bytes: (*bytes).into(),
            });
            picked.push(((*name).to_owned(), file.id));
            self.uploads.insert(file.id, file);
        }
        picked
    }
}

impl Member {
    /// Types a slash command and waits for the answer: `"quote theme:power search:\"of men\""`.
    /// Values are read by the command as it is registered. A value goes on until the next option's
    /// name; members, roles and channels are `@ana`, `@readers`, `#general`.
    ///
    /// # Errors
    /// If the command is not there, its options are wrong, or the bot does not answer.
    pub async fn slash(&self, channel: &Channel, line: &str) -> Result<Exchange, Failure> {
        self.prepare(channel, line, &[])?.send().await
    }

    /// The same with files, which attachment options name.
    ///
    /// # Errors
    /// As [`Member::slash`].
    pub async fn slash_with(
        &self,
        channel: &Channel,
        line: &str,
        files: &[(&str, &[u8])],
    ) -> Result<Exchange, Failure> {
        self.prepare(channel, line, files)?.send().await
    }

    /// Types a slash command and does not send it yet.
    ///
    /// # Errors
    /// If the command is not there, or its options are wrong.
    pub fn prepare(
        &self,
        channel: &Channel,
        line: &str,
        files: &[(&str, &[u8])],
    ) -> Result<Prepared, Failure> {
        let mut world = self.shared.world();
        let given = world.picked(files);
        let typed = self.read(&world, channel, line, &given, false)?;
        Ok(self.act(&mut world, channel, kind::COMMAND, typed))
    }

    /// Types part of a slash command and looks at what the last option offers: names and values.
    ///
    /// # Errors
    /// If the option has no autocomplete, or the bot does not answer.
    pub async fn autocomplete(
        &self,
        channel: &Channel,
        line: &str,
    ) -> Result<Vec<(String, Value)>, Failure> {
        match self.prepare_completion(channel, line)?.send().await?.answer {
            Answer::Choices(choices) => Ok(choices),
            other => Err(Failure::Unexpected(format!("{other:?}"))),
        }
    }

    /// Types part of a slash command and does not ask yet what its last option offers.
    ///
    /// # Errors
    /// If the option has no autocomplete.
    pub fn prepare_completion(&self, channel: &Channel, line: &str) -> Result<Prepared, Failure> {
        let mut world = self.shared.world();
        let typed = self.read(&world, channel, line, &[], true)?;
        Ok(self.act(&mut world, channel, kind::AUTOCOMPLETE, typed))
    }

    fn read(
        &self,
        world: &World,
        channel: &Channel,
        line: &str,
        files: &[(String, Id)],
        completing: bool,
    ) -> Result<Typed, Failure> {
        let line = line.trim().trim_start_matches('/');
        let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
        let command = self.command(world, channel, name, 1)?;
        let guild = world.channels.get(&channel.id).and_then(|channel| channel.guild);
        let reader = Reader { world, guild, user: self.id, files, completing };
        reader.read(&command, rest)
    }

    fn act(&self, world: &mut World, channel: &Channel, kind: u64, typed: Typed) -> Prepared {
        let act = Act {
            kind,
            user: self.id,
            channel: channel.id,
            source: None,
            focused: typed.focused,
            data: typed.data,
            triggered_by: None,
        };
        Prepared::new(&self.shared, world, act)
    }

    /// The command of this name that this person can use here.
    fn command(
        &self,
        world: &World,
        channel: &Channel,
        name: &str,
        kind: u64,
    ) -> Result<Command, Failure> {
        self.check_place(world, channel.id)?;
        let guild = world.channels.get(&channel.id).and_then(|channel| channel.guild);
        let here = |command: &&Command| {
            command.kind == kind && (command.guild.is_none() || command.guild == guild)
        };
        let installed =
            |one: &&Command| !world.owners(self.id, channel.id, Some(one), None).is_empty();
        let of_name =
            world.commands.iter().filter(here).filter(installed).filter(|one| one.name == name);
        let Some(command) = of_name.max_by_key(|one| one.guild) else {
            let there = world.commands.iter().filter(here).map(|one| one.name.clone()).collect();
            return Err(Failure::NoSuchCommand { typed: name.to_owned(), there });
        };
        let context = u64::from(guild.is_none());
        let contexts = command.body["contexts"].as_array();
        let in_dms = command.body["dm_permission"] != json!(false);
        let offered =
            contexts.map_or(guild.is_some() || in_dms, |list| list.contains(&json!(context)));
        if !offered {
            return Err(Failure::NotAllowed(format!("/{name} is not offered here")));
        }
        let wanted = command.body["default_member_permissions"].as_str();
        if let Some(wanted) = wanted.and_then(|bits| bits.parse().ok()).filter(|_| guild.is_some())
        {
            let held = world.may(self.id, channel.id);
            let admin = held.has(Permission::ADMINISTRATOR);
            if !admin && (wanted == 0 || !held.has(Permission(wanted))) {
                return Err(Failure::NotAllowed(format!("/{name} is hidden from this member")));
            }
        }
        Ok(command.clone())
    }

    /// Whether this person can use the bot here.
    fn check_place(&self, world: &World, channel: Id) -> Result<(), Failure> {
        let not = |why: &str| Err(Failure::NotAllowed(why.to_owned()));
        let Some(at) = world.channels.get(&channel) else {
            return not("there is no such channel");
        };
        let held = world.may(self.id, channel);
        if !held.has(Permission::VIEW_CHANNEL) {
            return not("the member does not see the channel");
        }
        if at.archived() {
            return not("50083 the thread is archived");
        }
        if at.guild.is_some() && !held.has(Permission::USE_APPLICATION_COMMANDS) {
            return not("the member may not use application commands");
        }
        Ok(())
    }

    /// Uses a message command on a message.
    ///
    /// # Errors
    /// If there is no such command, or the bot does not answer.
    pub async fn message_command(&self, name: &str, on: &Message) -> Result<Exchange, Failure> {
        let channel = Channel { shared: Arc::clone(&self.shared), id: on.channel_id };
        let prepared = {
            let mut world = self.shared.world();
            let command = self.command(&world, &channel, name, 3)?;
            let mut message = world.message_json(on.id);
            if let Some(object) = message.as_object_mut() {
                object.remove("thread");
            }
            let mut data = json!({
                "id": command.id, "name": command.name, "type": 3, "target_id": on.id,
                "resolved": { "messages": { on.id.to_string(): message } },
            });
            if let Some(guild) = command.guild {
                data["guild_id"] = json!(guild);
            }
            self.act(&mut world, &channel, kind::COMMAND, Typed { data, focused: 0 })
        };
        prepared.send().await
    }

    /// Presses a button, named by its label or `custom_id`, of a message as it stands now.
    ///
    /// # Errors
    /// If there is no such button, it is disabled, or the bot does not answer.
    pub async fn press(&self, on: &Message, button: &str) -> Result<Exchange, Failure> {
        let now = self.sees(on)?;
        let Some(found) = now.button(button) else {
            let there = now.labels();
            return Err(Failure::NoSuchComponent { wanted: button.to_owned(), there });
        };
        if found["disabled"] == json!(true) {
            return Err(Failure::Disabled(button.to_owned()));
        }
        if found["style"] == 5 {
            return Err(Failure::Invalid(format!("{button:?} is a link")));
        }
        self.forge(&now, found["custom_id"].as_str().unwrap_or_default()).await
    }

    /// Presses a button that need not be there (any more): what an old message, or a forged one,
    /// sends.
    ///
    /// # Errors
    /// If the person cannot press there at all, or the bot does not answer.
    pub async fn forge(&self, on: &Message, custom_id: &str) -> Result<Exchange, Failure> {
        let found = on.button(custom_id).unwrap_or(json!({ "id": 1 }));
        let data = json!({ "id": found["id"], "custom_id": custom_id, "component_type": 2 });
        self.component(on, data)?.send().await
    }

    /// Presses a button and does not send it yet.
    ///
    /// # Errors
    /// If the person cannot press there.
    pub fn prepare_press(&self, on: &Message, custom_id: &str) -> Result<Prepared, Failure> {
        let found = on.button(custom_id).unwrap_or(json!({ "id": 1, "custom_id": custom_id }));
        let data = json!({
            "id": found["id"], "custom_id": found["custom_id"], "component_type": 2,
        });
        self.component(on, data)
    }

    pub(super) fn component(&self, on: &Message, data: Value) -> Result<Prepared, Failure> {
        let mut world = self.shared.world();
        let at = world.channels.get(&on.channel_id);
        if at.is_some_and(crate::world::Channel::archived) {
            return Err(Failure::NotAllowed("50083 the thread is archived".to_owned()));
        }
        if !world.may(self.id, on.channel_id).has(Permission::VIEW_CHANNEL) {
            return Err(Failure::NotAllowed("the member does not see the channel".to_owned()));
        }
        let act = Act {
            kind: kind::COMPONENT,
            user: self.id,
            channel: on.channel_id,
            source: Some(on.id),
            focused: 0,
            data,
            triggered_by: None,
        };
        Ok(Prepared::new(&self.shared, &mut world, act))
    }

    /// The message as it stands, if this person sees it.
    pub(super) fn sees(&self, on: &Message) -> Result<Message, Failure> {
        let world = self.shared.world();
        let standing = world.messages.get(&on.id);
        let gone = || Failure::NotAllowed("the message is gone".to_owned());
        let only_for = standing.ok_or_else(gone)?.only_for;
        if only_for.is_some_and(|only| only != self.id) {
            return Err(Failure::NotAllowed("the message is somebody else's to see".to_owned()));
        }
        Message::of(&self.shared, &world, on.id).ok_or_else(gone)
    }
}
