//! Plain requests, and a server to send them to.

use reqwest::Method;
use serde_json::{Value, json};
use standin::{Channel, Member, Options, Prepared, Server, Standin};

/// A server with a channel, a member, a registered command, and a bare HTTP client.
pub(crate) struct Club {
    pub(crate) discord: Standin,
    pub(crate) club: Server,
    pub(crate) general: Channel,
    pub(crate) ana: Member,
    client: reqwest::Client,
}

impl Club {
    pub(crate) async fn new() -> Self {
        Self::with(Options::default()).await
    }

    pub(crate) async fn with(options: Options) -> Self {
        let discord = Standin::start(options).await;
        let club = discord.server("Reading club");
        let (general, ana) = (club.channel("general"), club.member("ana"));
        let client = reqwest::Client::builder().user_agent("DiscordBot (test, 1)").build();
        let client = client.expect("a client");
        let it = Self { discord, club, general, ana, client };
        let command = json!([
            { "name": "quote", "description": "A quote" },
            { "name": "pick", "description": "Picks", "options": [
                { "name": "theme", "description": "Which", "type": 3, "autocomplete": true } ] },
        ]);
        let path = format!("/applications/{}/commands", it.discord.bot_id());
        assert_eq!(it.call("PUT", &path, command).await.0, 200);
        it
    }

    /// Sends a request; a null body is none.
    pub(crate) async fn call(&self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let token = format!("Bot {}", self.discord.token());
        let answer = self.raw(method, path, body, &token).await;
        let status = answer.status().as_u16();
        let text = answer.text().await.expect("a body");
        (status, serde_json::from_str(&text).unwrap_or(Value::Null))
    }

    pub(crate) async fn raw(
        &self,
        method: &str,
        path: &str,
        body: Value,
        token: &str,
    ) -> reqwest::Response {
        let method: Method = method.parse().expect("a method");
        let url = format!("{}/api/v10{path}", self.discord.url());
        let mut request = self.client.request(method, url).header("Authorization", token);
        if !body.is_null() {
            request = request.header("Content-Type", "application/json").body(body.to_string());
        }
        request.send().await.expect("an answer")
    }

    /// The path of the general channel's messages.
    pub(crate) fn messages(&self) -> String {
        format!("/channels/{}/messages", self.general.id)
    }

    /// Posts a text and gives back its id.
    pub(crate) async fn post(&self, channel: &Channel, text: &str) -> String {
        let path = format!("/channels/{}/messages", channel.id);
        let (status, message) = self.call("POST", &path, text_body(text)).await;
        assert_eq!(status, 200, "{message}");
        message["id"].as_str().expect("an id").to_owned()
    }

    /// An interaction that the bot has not answered yet.
    pub(crate) fn quote(&self) -> Prepared {
        self.ana.prepare(&self.general, "quote", &[]).expect("a registered command")
    }

    /// Answers an interaction.
    pub(crate) async fn answer(&self, to: &Prepared, body: Value) -> (u16, Value) {
        self.call("POST", &format!("/interactions/{}/{}/callback", to.id, to.token), body).await
    }

    /// The path of what follows an answer.
    pub(crate) fn webhook(&self, to: &Prepared) -> String {
        format!("/webhooks/{}/{}", self.discord.bot_id(), to.token)
    }
}

/// A message with a text, that pings nobody.
pub(crate) fn text_body(text: &str) -> Value {
    json!({ "content": text, "allowed_mentions": { "parse": [] } })
}

/// Fails unless a request was refused like this.
#[track_caller]
pub(crate) fn refused(answer: &(u16, Value), status: u16, code: u64) {
    assert_eq!((answer.0, answer.1["code"].as_u64()), (status, Some(code)), "{}", answer.1);
    assert!(answer.1["message"].is_string(), "{}", answer.1);
}

/// Fails unless a body was refused for something at this place.
#[track_caller]
pub(crate) fn malformed(answer: &(u16, Value), pointer: &str) {
    refused(answer, 400, 50035);
    let found =
        answer.1["errors"].pointer(&format!("/{}/_errors/0/code", pointer.replace('.', "/")));
    assert!(found.is_some(), "nothing at {pointer}: {}", answer.1);
}
