//! What is done before anything is measured: questions are asked, so that they can be answered, and
//! answers given, so that they can be weighed.

use std::cell::Cell;
use std::collections::HashMap;
use std::time::Duration;

use serde_json::{Value, json};

use super::Kind;
use super::discord::Discord;
use super::exchange::Act;
use super::ids::{self, Place};
use super::payloads::{self, ADMINISTRATOR, Payloads};
use super::script::{Script, Weighable};
use super::template::Template;

/// How long somebody waits who reads the answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// In how many servers answers are weighed.
const SEMINARS: usize = 50;
/// So many of a server's members answer what is then weighed by the others.
const ANSWERS: usize = 3;

/// Somebody in one server.
struct Person<'a> {
    discord: &'a Discord,
    commands: &'a HashMap<String, u64>,
    server: usize,
    member: usize,
    place: Place,
}

impl Person<'_> {
    /// Types a command; the answer is of this type.
    async fn types(&self, name: &str, options: Vec<Value>, answer: u64) -> Result<Value, String> {
        let payload = payloads::typed(name, self.commands, options);
        let what = format!("/{name}");
        self.does(&what, &payload, "", "null", answer).await
    }

    /// Presses a button of an answer.
    async fn presses(&self, on: &Value, line: &str, answer: u64) -> Result<Value, String> {
        let message = self.message(on);
        let what = format!("a press on {line:?}");
        self.does(&what, &payloads::press(), line, &message, answer).await
    }

    /// The message that an answer became, as JSON.
    fn message(&self, answer: &Value) -> String {
        let channel = ids::channel(self.server, self.place);
        payloads::message(self.discord.mint(), channel, &answer["data"]).to_string()
    }

    async fn does(
        &self,
        what: &str,
        payload: &Value,
        text: &str,
        message: &str,
        answer: u64,
    ) -> Result<Value, String> {
        let template = Template::new(payload);
        let asked = self.discord.ask(&Act {
            template: &template,
            server: self.server,
            member: self.member,
            place: self.place,
            permissions: ADMINISTRATOR,
            text,
            message,
        });
        let came = tokio::time::timeout(PATIENCE, asked).await;
        let came = came.ok().and_then(Result::ok).ok_or_else(|| format!("{what} got no answer"))?;
        match came["type"].as_u64() {
            Some(kind) if kind == answer => Ok(came),
            _ => Err(format!("{what} was answered with {came}")),
        }
    }
}

/// What is sent with the first custom id in an answer that begins so.
fn line<'a>(answer: &'a Value, begins: &str) -> Option<&'a str> {
    match answer {
        Value::Object(fields) => {
            let own = fields.get("custom_id").and_then(Value::as_str);
            own.filter(|line| line.starts_with(begins))
                .or_else(|| fields.values().find_map(|field| line(field, begins)))
        }
        Value::Array(list) => list.iter().find_map(|one| line(one, begins)),
        _ => None,
    }
}

/// All custom ids in an answer that hold a word.
fn lines(answer: &Value, word: &str, into: &mut Vec<String>) {
    match answer {
        Value::Object(fields) => {
            let own = fields.get("custom_id").and_then(Value::as_str);
            into.extend(own.filter(|line| line.contains(word)).map(str::to_owned));
            fields.values().for_each(|field| lines(field, word, into));
        }
        Value::Array(list) => list.iter().for_each(|one| lines(one, word, into)),
        _ => {}
    }
}

fn text(name: &str, value: &str) -> Value {
    json!({ "name": name, "type": 3, "value": value })
}

/// The kinds of things that can be done with a bot, by its commands.
pub(super) fn able(commands: &[Value], members: usize) -> Vec<Kind> {
    let named = |name: &str| commands.iter().find(|command| command["name"] == name);
    let completed = named("quote").is_some_and(|quote| {
        let options = quote["options"].as_array().map(Vec::as_slice).unwrap_or_default();
        options.iter().any(|option| option["name"] == "theme" && option["autocomplete"] == true)
    });
    let can = |kind: &Kind| match kind {
        Kind::Autocomplete => completed,
        Kind::Weigh => named("seminar").is_some() && members > ANSWERS + 1,
        kind => named(kind.name()).is_some(),
    };
    Kind::ALL.into_iter().filter(can).collect()
}

/// Prepares each server in which something is to happen.
///
/// # Errors
/// If the bot answers otherwise than it should.
pub(super) async fn prepare(
    discord: &Discord,
    kinds: &[Kind],
    active: usize,
) -> Result<Script, String> {
    let registered = discord.commands();
    let commands: HashMap<String, u64> = registered
        .iter()
        .filter_map(|command| {
            let name = command["name"].as_str()?.to_owned();
            Some((name, command["id"].as_str()?.parse().ok()?))
        })
        .collect();
    let members = discord.size.members;
    let mut weighable = Vec::new();
    for server in 0..active {
        let person = |member, place| Person { discord, commands: &commands, server, member, place };
        if kinds.contains(&Kind::Answer) && commands.contains_key("question") {
            let asks = vec![text("text", "Who should decide what is built in a town?")];
            person(0, Place::General).types("question", asks, 4).await?;
        }
        if kinds.contains(&Kind::Weigh) && server < SEMINARS {
            let at = |member| person(member, Place::Seminar);
            weighable.push(seminar(at).await?);
        }
    }
    let (payloads, answers) = (Payloads::new(&commands), Cell::new(0));
    Ok(Script { payloads, active, members, weighable, answers })
}

/// A seminar whose first question is answered, with the answers shown.
async fn seminar<'a>(person: impl Fn(usize) -> Person<'a>) -> Result<Weighable, String> {
    let host = person(0);
    let sub = |name: &str, options: Vec<Value>| {
        vec![json!({ "type": 1, "name": name, "options": options })]
    };
    let missing = |what: &'static str| move || format!("there is no button for {what}");
    let opens = sub("open", vec![text("title", "On power"), text("themes", "power,liberty")]);
    let draft = host.types("seminar", opens, 4).await?;
    let start = line(&draft, "seminar start").ok_or_else(missing("the start"))?;
    host.presses(&draft, start, 7).await?;
    for member in 1..=ANSWERS {
        person(member).types("seminar", sub("join", vec![]), 4).await?;
    }
    host.types("seminar", sub("next", vec![]), 4).await?;
    let mut receipt = Value::Null;
    for member in 1..=ANSWERS {
        let answer = text("text", &format!("What member {member} thinks about it."));
        receipt = person(member).types("answer", vec![answer], 4).await?;
    }
    let shown = host.types("seminar", sub("reveal", vec![]), 4).await?;
    // The host has not answered, so that the bot asks whether to go on without them.
    if let Some(anyway) = line(&shown, "seminar reveal") {
        host.presses(&shown, anyway, 7).await?;
    }
    let withdraw = line(&receipt, "withdraw round:").ok_or_else(missing("the round"))?;
    let weigh = withdraw.replace("withdraw", "weigh");
    let shown = host.presses(&receipt, &weigh, 4).await?;
    let mut all = Vec::new();
    lines(&shown, " say:", &mut all);
    if all.is_empty() {
        return Err(format!("there is nothing to weigh in {shown}"));
    }
    let message = host.message(&shown);
    Ok(Weighable { lines: all, message, from: ANSWERS + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_bot_can_do_is_seen_by_its_commands() {
        let theme = json!({ "name": "theme", "type": 3, "autocomplete": true });
        let all = [
            json!({ "name": "quote", "options": [theme] }),
            json!({ "name": "answer" }),
            json!({ "name": "seminar" }),
        ];
        let wanted = [Kind::Quote, Kind::Autocomplete, Kind::Answer, Kind::Weigh];
        assert_eq!(able(&all, 20), wanted);
        assert_eq!(able(&all, 4), wanted[..3]);
        assert_eq!(able(&[json!({ "name": "quote" })], 20), [Kind::Quote]);
        assert_eq!(able(&[], 20), []);
    }

    #[test]
    fn buttons_are_found_by_what_they_carry() {
        let answer = json!({ "data": { "components": [{ "components": [
            { "custom_id": "weigh round:1 say:agree" }, { "custom_id": "weigh round:1 say:pass" },
        ] }, { "custom_id": "seminar start seminar:1" }] } });
        assert_eq!(line(&answer, "seminar start"), Some("seminar start seminar:1"));
        assert_eq!(line(&answer, "seminar stop"), None);
        let mut all = Vec::new();
        lines(&answer, " say:", &mut all);
        assert_eq!(all, ["weigh round:1 say:agree", "weigh round:1 say:pass"]);
    }
}
