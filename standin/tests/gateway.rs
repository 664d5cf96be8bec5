//! The gateway, frame by frame.

use std::time::Duration;

use crate::api::Club;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use standin::{Failure, Options};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

/// How a connection goes on.
#[derive(Debug, PartialEq)]
enum Next {
    Payload(Value),
    /// A close frame, with its code if it has one.
    Closed(Option<u16>),
    /// The end, without a close frame.
    Cut,
}

struct Line(WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Line {
    /// Connects and takes the hello.
    async fn open(club: &Club) -> Self {
        let (_, bot) = club.call("GET", "/gateway/bot", Value::Null).await;
        let url = format!("{}/?v=10&encoding=json", bot["url"].as_str().expect("a URL"));
        let mut line = Self(connect_async(url).await.expect("a connection").0);
        assert_eq!(line.payload().await["op"], 10);
        line
    }

    async fn send(&mut self, op: u64, data: Value) {
        let text = json!({ "op": op, "d": data }).to_string();
        self.0.send(Message::text(text)).await.expect("sent");
    }

    async fn next(&mut self) -> Next {
        let frame = tokio::time::timeout(Duration::from_secs(30), self.0.next()).await;
        match frame.expect("a frame in time") {
            Some(Ok(Message::Text(text))) => {
                Next::Payload(serde_json::from_str(&text).expect("JSON"))
            }
            Some(Ok(Message::Close(frame))) => Next::Closed(frame.map(|frame| frame.code.into())),
            Some(Ok(other)) => panic!("not expected: {other:?}"),
            Some(Err(_)) | None => Next::Cut,
        }
    }

    async fn payload(&mut self) -> Value {
        match self.next().await {
            Next::Payload(payload) => payload,
            other => panic!("not expected: {other:?}"),
        }
    }

    /// Skips to the event of this name.
    async fn event(&mut self, name: &str) -> Value {
        loop {
            let payload = self.payload().await;
            if payload["t"] == name {
                return payload;
            }
        }
    }
}

fn identify(club: &Club, change: &Value) -> Value {
    let mut data = json!({
        "token": club.discord.token(), "intents": 1 | 1 << 9,
        "properties": { "os": "linux", "browser": "test", "device": "test" },
    });
    for (field, value) in change.as_object().into_iter().flatten() {
        data[field] = value.clone();
    }
    data
}

#[tokio::test]
async fn wrong_frames_are_closed_with_their_codes() {
    let club = Club::new().await;
    let table = [
        (2, identify(&club, &json!({ "token": "wrong" })), 4004),
        (2, identify(&club, &json!({ "shard": [1, 1] })), 4010),
        (2, identify(&club, &json!({ "intents": 1_u64 << 40 })), 4013),
        (2, identify(&club, &json!({ "intents": null })), 4013),
        (2, identify(&club, &json!({ "intents": 1 << 15 })), 4014),
        (2, identify(&club, &json!({ "properties": null })), 4002),
        (3, json!({}), 4003),
        (77, json!({}), 4001),
    ];
    for (op, data, code) in table {
        let mut line = Line::open(&club).await;
        line.send(op, data.clone()).await;
        assert_eq!(line.next().await, Next::Closed(Some(code)), "{op} {data}");
    }
    let mut line = Line::open(&club).await;
    line.0.send(Message::text("no JSON")).await.expect("sent");
    assert_eq!(line.next().await, Next::Closed(Some(4002)));
    let mut line = Line::open(&club).await;
    line.send(2, identify(&club, &json!({}))).await;
    line.event("READY").await;
    line.send(2, identify(&club, &json!({}))).await;
    loop {
        match line.next().await {
            Next::Payload(_) => {}
            end => break assert_eq!(end, Next::Closed(Some(4005))),
        }
    }
}

#[tokio::test]
async fn a_session_and_its_resume() {
    let club = Club::new().await;
    let mut line = Line::open(&club).await;
    line.send(2, identify(&club, &json!({}))).await;
    let ready = line.event("READY").await;
    assert_eq!(ready["d"]["guilds"][0]["unavailable"], true);
    let guild = line.event("GUILD_CREATE").await;
    assert_eq!(guild["d"]["channels"][0]["name"], "general");
    line.send(1, guild["s"].clone()).await;
    assert_eq!(line.payload().await["op"], 11);
    let session = ready["d"]["session_id"].clone();
    club.ana.says(&club.general, "seen");
    let seen = line.event("MESSAGE_CREATE").await;
    assert_eq!(seen["d"]["content"], "", "no message content without its intent");
    club.discord.gateway().drop_connections();
    assert_eq!(line.next().await, Next::Cut);
    club.ana.says(&club.general, "missed");
    let mut line = Line::open(&club).await;
    let resume =
        |seq: &Value| json!({ "token": club.discord.token(), "session_id": session, "seq": seq });
    line.send(6, resume(&seen["s"])).await;
    let missed = line.payload().await;
    assert_eq!(
        (&missed["t"], missed["s"].as_u64()),
        (&json!("MESSAGE_CREATE"), seen["s"].as_u64().map(|s| s + 1))
    );
    assert_eq!(line.payload().await["t"], "RESUMED");
    club.discord.gateway().close(None);
    assert_eq!(line.next().await, Next::Closed(None));
    let mut line = Line::open(&club).await;
    line.send(6, resume(&json!(1000))).await;
    assert_eq!(line.next().await, Next::Closed(Some(4007)));
    let mut line = Line::open(&club).await;
    club.discord.gateway().fail_resumes(1);
    line.send(6, resume(&missed["s"])).await;
    assert_eq!(line.payload().await, json!({ "op": 9, "d": false, "s": null, "t": null }));
}

#[tokio::test]
async fn shards() {
    let club = Club::with(Options { shards: 2, max_concurrency: 2, ..Options::default() }).await;
    let other = club.discord.server("Another");
    let mut lines = Vec::new();
    for shard in 0..2 {
        let mut line = Line::open(&club).await;
        line.send(2, identify(&club, &json!({ "shard": [shard, 2] }))).await;
        let ready = line.event("READY").await;
        assert_eq!(ready["d"]["shard"], json!([shard, 2]));
        line.event("GUILD_CREATE").await;
        lines.push(line);
    }
    club.discord.ready().await;
    let shard_of = |id: standin::Id| usize::try_from((id.0 >> 22) % 2).expect("small");
    let ask = |server: &standin::Server| {
        let (ana, general) = (server.member("ana"), server.channel("general"));
        tokio::spawn(async move { ana.slash(&general, "quote").await.map(|_| ()) })
    };
    for server in [&club.club, &other] {
        let asked = ask(server);
        let line = &mut lines[shard_of(server.id)];
        let interaction = line.event("INTERACTION_CREATE").await;
        assert_eq!(interaction["d"]["guild_id"], server.id.to_string());
        asked.abort();
    }
    club.discord.assert_clean();
    let mut line = Line::open(&club).await;
    line.send(2, identify(&club, &json!({ "shard": [2, 4] }))).await;
    line.event("READY").await;
    assert_eq!(club.discord.violations().len(), 1, "shard 2 identified just after shard 0");
}

#[tokio::test]
async fn nobody_answers() {
    let options = Options { answer_within: Duration::from_millis(200), ..Options::default() };
    let club = Club::with(options).await;
    assert!(matches!(club.quote().send().await, Err(Failure::NoBot)));
    let mut line = Line::open(&club).await;
    line.send(2, identify(&club, &json!({}))).await;
    line.event("READY").await;
    let failure = club.quote().send().await.expect_err("no answer");
    assert_eq!(failure.to_string(), "This interaction failed: no answer in time");
    club.discord.gateway().refuse_for(Duration::from_secs(60));
    let (_, bot) = club.call("GET", "/gateway/bot", Value::Null).await;
    assert!(connect_async(bot["url"].as_str().expect("a URL")).await.is_err());
}

#[tokio::test]
async fn a_shard_with_too_many_servers_is_refused() {
    let club = Club::with(Options { servers_a_shard: 0, ..Options::default() }).await;
    let mut line = Line::open(&club).await;
    line.send(2, identify(&club, &json!({}))).await;
    assert_eq!(line.next().await, Next::Closed(Some(4011)));
}
