//! Every control that the bot has ever shown in a server, sent by somebody who has no business with
//! it: from another server, without the right to, and by who has lost the right a moment ago.

use std::collections::BTreeSet;

use serde_json::Value;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions};
use standin::{Answer, Channel, Exchange, Failure, FormField, Member, Message, Permission};

use crate::discord::harness::{DiscordHarness, SOON, said};
use crate::discord::outbox::number;

/// What only this server's members know.
const WORD: &str = "zebra";

/// What a control may do that only a facilitator, or who manages the server, may ask for.
const BY_RIGHT: [&str; 12] = [
    "close",
    "daily",
    "reading",
    "seminar add",
    "seminar agenda",
    "seminar close",
    "seminar next",
    "seminar notes",
    "seminar reveal",
    "seminar start",
    "queue next",
    "consent",
];

/// A server in which much goes on; the owner has set who facilitates.
struct Busy {
    harness: DiscordHarness,
    hall: Channel,
    fay: Member,
    role: standin::Role,
    db: SqliteConnection,
}

impl Busy {
    async fn new() -> Self {
        let harness = DiscordHarness::new().await;
        let (owner, hall) = (harness.owner(), harness.club.channel("hall"));
        let role = harness.club.role("Facilitators", Permission::NONE);
        let fay = harness.club.member("fay").role(&role);
        let [ben, cleo] = ["ben", "cleo"].map(|name| harness.club.member(name));
        let general = &harness.general;
        for line in [
            "settings facilitators:@Facilitators",
            "daily add time:9:00 timezone:UTC",
            "daily now",
            "daily list",
            "daily remove",
        ] {
            said(&owner, general, line).await;
        }
        let question = said(&owner, general, "question text:\"What does a zebra want?\"").await;
        for (member, words) in [(&ben, "A zebra wants grass."), (&cleo, "A zebra wants peace.")] {
            said(member, general, &format!("answer text:\"{words}\"")).await;
        }
        said(&ben, general, "statement propose text:\"Every zebra wants peace.\"").await;
        owner.press(&question, "Close").await.unwrap();
        let draft = said(&owner, &hall, "seminar open title:\"The zebra hour\" themes:power").await;
        owner.press(&draft, "Start").await.unwrap();
        let lobby = |messages: &[Message]| messages.iter().any(|it| it.button("Join").is_some());
        hall.wait_for(lobby, SOON).await;
        said(&owner, &hall, "seminar next").await;
        for (member, line) in [
            (&ben, "answer text:\"A zebra rules.\""),
            (&ben, "seminar status"),
            (&ben, "queue join"),
            (&owner, "queue show"),
            (&owner, "seminar agenda"),
            (&owner, "seminar close"),
            (&ben, "quote id:guerin-6"),
            (&ben, "kept"),
            (&ben, "record theme:none"),
            (&ben, "seminar facilitator"),
        ] {
            said(member, &hall, line).await;
        }
        let options = SqliteConnectOptions::new().filename(harness.database()).read_only(true);
        let db = options.connect().await.unwrap();
        let busy = Self { harness, hall, fay, role, db };
        busy.harness.settled().await;
        busy
    }

    /// Everything that a control of the bot has carried so far.
    fn controls(&self) -> BTreeSet<String> {
        let mut controls = BTreeSet::new();
        for request in self.harness.discord.requests() {
            collect(&request.body, &mut controls);
        }
        controls
    }

    /// Every row of the server.
    async fn rows(&mut self) -> BTreeSet<String> {
        let server = number(self.harness.club.id);
        let tables: Vec<String> = sqlx::query_scalar(
            "select name from sqlite_schema
             where type = 'table'
               and exists (select 1 from pragma_table_info(sqlite_schema.name) where name = 'server')",
        )
        .fetch_all(&mut self.db)
        .await
        .unwrap();
        let mut rows = BTreeSet::new();
        for table in tables {
            let columns: Vec<String> = sqlx::query_scalar(AssertSqlSafe(format!(
                "select name from pragma_table_info('{table}')"
            )))
            .fetch_all(&mut self.db)
            .await
            .unwrap();
            let quoted: Vec<String> = columns.iter().map(|it| format!("quote(\"{it}\")")).collect();
            let sql = format!(
                "select {} from \"{table}\" where server = {server}",
                quoted.join(" || ' ' || ")
            );
            let some: Vec<String> =
                sqlx::query_scalar(AssertSqlSafe(sql)).fetch_all(&mut self.db).await.unwrap();
            rows.extend(some.into_iter().map(|row| format!("{table}: {row}")));
        }
        assert!(rows.len() > 30, "{rows:#?}");
        rows
    }

    fn said(&self) -> Vec<String> {
        let channels = [&self.harness.general, &self.hall];
        channels.iter().flat_map(|it| it.messages()).map(|it| it.text()).collect()
    }
}

fn collect(body: &Value, controls: &mut BTreeSet<String>) {
    match body {
        Value::Object(fields) => {
            controls.extend(fields.get("custom_id").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| collect(value, controls));
        }
        Value::Array(values) => values.iter().for_each(|value| collect(value, controls)),
        _ => {}
    }
}

/// Something that a field takes.
fn filled(field: &FormField) -> (String, String) {
    let first = field.options().into_iter().next();
    let value = match field.kind {
        19 => "a.txt".to_owned(),
        23 => "true".to_owned(),
        _ => first.map_or("Here.".to_owned(), |(value, _)| value),
    };
    (field.custom_id.clone(), value)
}

/// Sends a control, and the form if one opens. What comes of it, as text.
async fn tries(member: &Member, on: &Message, control: &str) -> String {
    let text = |exchange: &Exchange| exchange.message().map_or(String::new(), |it| it.text());
    match member.forge(on, control).await {
        Ok(exchange) => match exchange.answer.clone() {
            Answer::Modal(form) => {
                let filled: Vec<(String, String)> = form.fields().iter().map(filled).collect();
                let filled: Vec<(&str, &str)> =
                    filled.iter().map(|(id, value)| (id.as_str(), value.as_str())).collect();
                let sent = member.submit_with(&form, &filled, &[("a.txt", b"Here.")]).await;
                format!("{} {}", form.text(), sent.as_ref().map_or(String::new(), text))
            }
            _ => text(&exchange),
        },
        // The client does not offer it at all.
        Err(Failure::Disabled(why) | Failure::NotAllowed(why)) => why,
        Err(failure) => panic!("{control}: {failure}"),
    }
}

#[tokio::test]
async fn no_control_of_another_server_reads_or_changes_anything_there() {
    let mut busy = Busy::new().await;
    let controls = busy.controls();
    assert!(controls.len() > 40, "{controls:#?}");
    let elsewhere = busy.harness.discord.server("Another club");
    let (owner, hall) = (elsewhere.owner(), elsewhere.channel("hall"));
    let there = said(&owner, &hall, "question text:There?").await;
    let (rows, words) = (busy.rows().await, busy.said());
    for control in &controls {
        let told = tries(&owner, &there, control).await;
        assert!(!told.contains(WORD), "{control}: {told}");
        assert!(!told.contains("went wrong"), "{control}: {told}");
    }
    println!("{} controls of another server", controls.len());
    busy.harness.settled().await;
    assert_eq!(rows, busy.rows().await);
    assert_eq!(words, busy.said());
}

#[tokio::test]
async fn who_has_no_right_any_more_changes_nothing_with_what_is_on_their_screen() {
    let mut busy = Busy::new().await;
    let controls: Vec<String> = busy
        .controls()
        .into_iter()
        .filter(|control| BY_RIGHT.iter().any(|right| control.starts_with(right)))
        .collect();
    assert!(controls.len() > 8, "{controls:#?}");
    let on = busy.hall.messages().into_iter().find(|it| !it.buttons().is_empty()).unwrap();
    // While she has the role, some of it is open to her.
    let with_role = tries(&busy.fay, &on, "close round:1").await;
    busy.harness.settled().await;
    let rows = busy.rows().await;
    busy.fay.drop_role(&busy.role);
    assert_ne!(with_role, tries(&busy.fay, &on, "close round:1").await);
    let eve = busy.harness.club.member("eve");
    for who in [&busy.fay, &eve] {
        for control in &controls {
            let told = tries(who, &on, control).await;
            assert!(!told.contains("went wrong"), "{control}: {told}");
        }
    }
    busy.harness.settled().await;
    assert_eq!(rows, busy.rows().await);
}
