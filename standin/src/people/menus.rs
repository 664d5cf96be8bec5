//! What a member does with the bot: menus and forms.

use serde_json::{Value, json};

use super::message::is_named;
use super::typed::Reader;
use super::{Exchange, Failure, Member, Message, Modal, Prepared};
use crate::id::Id;
use crate::world::Command;
use crate::world::interactions::{Act, kind};

impl Member {
    /// Selects values in a menu, named by its `custom_id` or placeholder. Values of a string menu
    /// are its options' values or labels; of the others `@ana`, `@readers`, `#general`.
    ///
    /// # Errors
    /// If there is no such menu, it does not offer these, or the bot does not answer.
    pub async fn select(
        &self,
        on: &Message,
        menu: &str,
        values: &[&str],
    ) -> Result<Exchange, Failure> {
        let now = self.sees(on)?;
        let Some(found) = now.selects().into_iter().find(|select| is_named(select, menu)) else {
            let named =
                |select: &Value| select["custom_id"].as_str().unwrap_or_default().to_owned();
            let there = now.selects().iter().map(named).collect();
            return Err(Failure::NoSuchComponent { wanted: menu.to_owned(), there });
        };
        if found["disabled"] == json!(true) {
            return Err(Failure::Disabled(menu.to_owned()));
        }
        let bound = |field: &str| found[field].as_u64().unwrap_or(1);
        let count = u64::try_from(values.len()).unwrap_or(u64::MAX);
        if !(bound("min_values")..=bound("max_values")).contains(&count) {
            return Err(Failure::Invalid(format!("{menu:?} does not take {count} values")));
        }
        let (values, resolved) = self.chosen(&found, on, values)?;
        let mut data = json!({
            "id": found["id"], "custom_id": found["custom_id"],
            "component_type": found["type"], "values": values,
        });
        if let Some(resolved) = resolved {
            data["resolved"] = resolved;
        }
        self.component(&now, data)?.send().await
    }

    fn chosen(
        &self,
        menu: &Value,
        on: &Message,
        values: &[&str],
    ) -> Result<(Vec<Value>, Option<Value>), Failure> {
        if menu["type"] == 3 {
            let options = menu["options"].as_array().map_or(&[][..], Vec::as_slice);
            let pick = |value: &&str| {
                let found =
                    options.iter().find(|one| one["value"] == **value || one["label"] == **value);
                found.map(|option| option["value"].clone()).ok_or_else(|| {
                    let named = |one: &Value| one["value"].as_str().unwrap_or_default().to_owned();
                    let there = options.iter().map(named).collect();
                    Failure::NoSuchComponent { wanted: (*value).to_owned(), there }
                })
            };
            return Ok((values.iter().map(pick).collect::<Result<_, _>>()?, None));
        }
        // The same reading as of a command's option of that type.
        let kind = match menu["type"].as_u64() {
            Some(5) => 6,
            Some(6) => 8,
            Some(7) => 9,
            _ => 7,
        };
        let world = self.shared.world();
        let guild = world.channels.get(&on.channel_id).and_then(|channel| channel.guild);
        let reader = Reader { world: &world, guild, user: self.id, files: &[], completing: false };
        let schema =
            json!({ "name": "value", "type": kind, "channel_types": menu["channel_types"] });
        let (mut chosen, mut resolved) = (Vec::new(), json!({}));
        for value in values {
            let command = Command {
                id: Id(0),
                guild: None,
                kind: 1,
                name: String::new(),
                body: json!({ "options": [schema] }),
            };
            let read = reader.read(&command, &format!("value:{value}"))?.data;
            chosen.push(read["options"][0]["value"].clone());
            for (class, items) in read["resolved"].as_object().into_iter().flatten() {
                for (id, item) in items.as_object().into_iter().flatten() {
                    resolved[class][id] = item.clone();
                }
            }
        }
        Ok((chosen, Some(resolved)))
    }

    /// Fills in a form and sends it. Fields are named by `custom_id` or label; those not named keep
    /// what stands in them.
    ///
    /// # Errors
    /// If the client would not send it, or the bot does not answer.
    pub async fn submit(&self, form: &Modal, values: &[(&str, &str)]) -> Result<Exchange, Failure> {
        self.prepare_submit(form, values)?.send().await
    }

    /// Fills in a form and does not send it yet.
    ///
    /// # Errors
    /// If the client would not send it.
    pub fn prepare_submit(
        &self,
        form: &Modal,
        values: &[(&str, &str)],
    ) -> Result<Prepared, Failure> {
        Ok(self.send_form(form, form.filled(values, &[])?))
    }

    /// Fills in a form with files and sends it: a field takes the names of its files, with commas.
    ///
    /// # Errors
    /// As [`Member::submit`].
    pub async fn submit_with(
        &self,
        form: &Modal,
        values: &[(&str, &str)],
        files: &[(&str, &[u8])],
    ) -> Result<Exchange, Failure> {
        let data = {
            let mut world = self.shared.world();
            let picked: Vec<(String, Value)> = world
                .picked(files)
                .into_iter()
                .filter_map(|(name, id)| Some((name, world.uploads.get(&id)?)))
                .map(|(name, file)| (name, world.attachment_json(Id(0), file, true)))
                .collect();
            drop(world);
            form.filled(values, &picked)?
        };
        self.send_form(form, data).send().await
    }

    /// Sends a form with these components, whatever it has: no client would.
    ///
    /// # Errors
    /// If the bot does not answer.
    pub async fn forge_form(&self, form: &Modal, components: Value) -> Result<Exchange, Failure> {
        let data = json!({ "custom_id": form.custom_id, "components": components });
        self.send_form(form, data).send().await
    }

    fn send_form(&self, form: &Modal, data: Value) -> Prepared {
        let act = Act {
            kind: kind::MODAL,
            user: self.id,
            channel: form.channel,
            source: form.source,
            focused: 0,
            data,
            triggered_by: Some(form.opened_by.clone()),
        };
        Prepared::new(&self.shared, &mut self.shared.world(), act)
    }
}
