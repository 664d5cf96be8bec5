//! One connection to the gateway, from hello to its end.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::ws::{CloseFrame, Message, Utf8Bytes, WebSocket};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{Out, Session, intent};
use crate::Shared;
use crate::journal::lock;

/// After how long a connection is hung up on.
const HANGS_UP_AFTER: Duration = Duration::from_millis(20);
/// How many frames a client may send in a minute.
const FRAMES_A_MINUTE: usize = 120;

/// One connection.
struct Connection {
    shared: Arc<Shared>,
    number: u64,
    /// The session it is of, once it identified or resumed.
    session: Option<String>,
    line: mpsc::UnboundedSender<Out>,
    frames: VecDeque<Instant>,
    last_beat: Instant,
}

/// Serves one connection until it ends.
pub(crate) async fn serve(mut socket: WebSocket, shared: Arc<Shared>, version: Option<String>) {
    if shared.gateway.refuses() {
        return;
    }
    if shared.gateway.hangs_up() {
        // Over a network the end does not come with the beginning.
        tokio::time::sleep(HANGS_UP_AFTER).await;
        return;
    }
    if version.is_some_and(|version| version != "10") {
        let _ = socket.send(close_frame(Some(4012))).await;
        return;
    }
    let (line, mut lines) = mpsc::unbounded_channel();
    let number = shared.world().mint.next().0;
    let interval = shared.options.heartbeat_interval;
    let mut connection = Connection {
        shared: Arc::clone(&shared),
        number,
        session: None,
        line,
        frames: VecDeque::new(),
        last_beat: Instant::now(),
    };
    let hello = json!({
        "op": 10, "s": null, "t": null,
        "d": { "heartbeat_interval": millis(interval), "_trace": ["standin"] },
    });
    connection.send(&hello);
    let (mut sink, mut stream) = socket.split();
    let mut stop = shared.stop.subscribe();
    let mut batch = Vec::new();
    'alive: loop {
        let silence = tokio::time::sleep_until((connection.last_beat + interval * 2).into());
        tokio::select! {
            biased;
            _ = stop.changed() => break,
            count = lines.recv_many(&mut batch, 256) => {
                if count == 0 {
                    break;
                }
                for out in batch.drain(..) {
                    let sent = match out {
                        Out::Text(text) => sink.feed(Message::Text(text)).await,
                        Out::Close(code) => {
                            let _ = sink.send(close_frame(code)).await;
                            connection.leave();
                            wait_for_end(&mut stream).await;
                            break 'alive;
                        }
                        Out::Drop => break 'alive,
                    };
                    if sent.is_err() {
                        break 'alive;
                    }
                }
                if sink.flush().await.is_err() {
                    break;
                }
            }
            frame = stream.next() => match frame {
                Some(Ok(Message::Text(text))) => connection.receive(&text),
                Some(Ok(Message::Close(frame))) => {
                    connection.closed_by_client(frame.as_ref());
                    break;
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            },
            () = silence => connection.close(Some(4009)),
        }
    }
    connection.leave();
}

/// Gives the client a moment to answer a close frame.
async fn wait_for_end(stream: &mut (impl StreamExt<Item = Result<Message, axum::Error>> + Unpin)) {
    let end = async { while let Some(Ok(_)) = stream.next().await {} };
    let _ = tokio::time::timeout(Duration::from_secs(1), end).await;
}

fn close_frame(code: Option<u16>) -> Message {
    let frame = code.map(|code| CloseFrame { code, reason: Utf8Bytes::from_static(reason(code)) });
    Message::Close(frame)
}

/// Discord's words for its close codes.
const fn reason(code: u16) -> &'static str {
    match code {
        4000 => "Unknown error.",
        4001 => "Unknown opcode.",
        4002 => "Error while decoding payload.",
        4003 => "Not authenticated.",
        4004 => "Authentication failed.",
        4005 => "Already authenticated.",
        4007 => "Invalid seq.",
        4008 => "You are sending too many gateway commands.",
        4009 => "Session timed out.",
        4010 => "Invalid shard.",
        4011 => "Sharding required.",
        4012 => "Invalid API version.",
        4013 => "Invalid intent(s).",
        4014 => "Disallowed intent(s).",
        _ => "",
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

impl Connection {
    fn send(&self, payload: &Value) {
        let _ = self.line.send(Out::Text(Utf8Bytes::from(payload.to_string())));
    }

    fn close(&mut self, code: Option<u16>) {
        if matches!(code, Some(4009)) {
            self.with_session(|session| session.dead = true);
        }
        let _ = self.line.send(Out::Close(code));
        self.last_beat = Instant::now();
    }

    fn with_session<T>(&self, act: impl FnOnce(&mut Session) -> T) -> Option<T> {
        let mut state = lock(&self.shared.gateway.state);
        let id = self.session.as_ref()?;
        let session = state.sessions.iter_mut().find(|session| session.id == *id)?;
        Some(act(session))
    }

    /// Leaves the session without a connection, unless it has another one by now.
    fn leave(&mut self) {
        let number = self.number;
        self.with_session(|session| {
            if session.connection == number {
                session.line = None;
            }
        });
        self.shared.gateway.touch();
    }

    /// A client that closes with 1000 or 1001 ends its session; any other way it can resume.
    fn closed_by_client(&mut self, frame: Option<&CloseFrame>) {
        if frame.is_some_and(|frame| matches!(frame.code, 1000 | 1001))
            && let Some(id) = self.session.take()
        {
            lock(&self.shared.gateway.state).sessions.retain(|session| session.id != id);
            self.shared.gateway.touch();
        }
    }

    fn receive(&mut self, text: &str) {
        let now = Instant::now();
        self.frames.push_back(now);
        while self.frames.front().is_some_and(|at| now - *at > Duration::from_secs(60)) {
            self.frames.pop_front();
        }
        if self.frames.len() > FRAMES_A_MINUTE {
            return self.close(Some(4008));
        }
        if text.len() > 4096 {
            return self.close(Some(4002));
        }
        let Ok(payload) = serde_json::from_str::<Value>(text) else {
            return self.close(Some(4002));
        };
        let data = &payload["d"];
        match payload["op"].as_u64() {
            Some(1) => self.heartbeat(data),
            Some(2) if self.session.is_some() => self.close(Some(4005)),
            Some(2) => self.identify(data),
            Some(6) if self.session.is_some() => self.close(Some(4005)),
            Some(6) => self.resume(data),
            Some(3 | 4 | 8 | 31 | 43) if self.session.is_none() => self.close(Some(4003)),
            Some(3 | 4 | 31 | 43) => {}
            Some(8) => self.member_request(data),
            _ => self.close(Some(4001)),
        }
    }

    fn heartbeat(&mut self, seq: &Value) {
        self.last_beat = Instant::now();
        if lock(&self.shared.gateway.state).deaf {
            return;
        }
        if let Some(seq) = seq.as_u64() {
            self.with_session(|session| session.kept.retain(|(kept, _)| *kept > seq));
        }
        self.send(&json!({ "op": 11, "d": null, "s": null, "t": null }));
    }

    fn identify(&mut self, data: &Value) {
        if let Some(code) = self.wrong_identify(data) {
            return self.close(Some(code));
        }
        let shard = shard(data).unwrap_or((0, 1));
        let crowded = self.shared.gateway.crowded(shard.0);
        if crowded && self.shared.options.refuse_crowded_identify {
            return self.send(&json!({ "op": 9, "d": false, "s": null, "t": null }));
        }
        // The world stays locked until the session is there, so that it misses no event.
        let shared = Arc::clone(&self.shared);
        let world = shared.world();
        let id = format!("{:032x}", self.number);
        let mut session = Session {
            id: id.clone(),
            shard,
            intents: data["intents"].as_u64().unwrap_or(0),
            seq: 0,
            kept: VecDeque::new(),
            line: Some(self.line.clone()),
            connection: self.number,
            resumes: 0,
            dead: false,
        };
        let keep = usize::MAX;
        let mine = |guild: &&crate::world::Guild| {
            guild.members.contains_key(&world.app) && session_has(shard, guild.id.0)
        };
        let guilds: Vec<_> = world.guilds.values().filter(mine).collect();
        if guilds.len() > shared.options.servers_a_shard {
            drop(world);
            return self.close(Some(4011));
        }
        let ready = json!({
            "v": 10, "user": world.me_json(), "user_settings": {}, "session_type": "normal",
            "session_id": id, "resume_gateway_url": shared.gateway_url(),
            "relationships": [], "private_channels": [], "presences": [], "guild_join_requests": [],
            "guilds": guilds.iter()
                .map(|guild| json!({ "id": guild.id, "unavailable": true })).collect::<Vec<_>>(),
            "geo_ordered_rtc_regions": [], "auth": {}, "application": { "id": world.app,
            "flags": 0 }, "_trace": ["standin"], "shard": [shard.0, shard.1],
        });
        session.emit("READY", &ready.to_string(), keep);
        if session.intents & intent::GUILDS != 0 {
            for guild in guilds {
                session.emit("GUILD_CREATE", &world.guild_create_json(guild).to_string(), keep);
            }
        }
        let mut state = lock(&self.shared.gateway.state);
        state.sessions.retain(|old| old.shard != shard || (old.line.is_some() && !old.dead));
        state.sessions.push(session);
        drop(state);
        drop(world);
        self.session = Some(id);
        self.shared.gateway.touch();
    }

    /// The code with which Discord closes after an identify like this, if it is wrong.
    fn wrong_identify(&self, data: &Value) -> Option<u16> {
        let token = data["token"].as_str().unwrap_or_default();
        if token.trim_start_matches("Bot ") != self.shared.token {
            return Some(4004);
        }
        let Some(intents) = data["intents"].as_u64() else {
            return Some(4013);
        };
        if intents & !intent::KNOWN != 0 {
            return Some(4013);
        }
        let allowed = self.shared.options.privileged_intents;
        if intents & intent::PRIVILEGED & !allowed != 0 {
            return Some(4014);
        }
        let properties = &data["properties"];
        if !properties.is_object() {
            return Some(4002);
        }
        match (data.get("shard"), shard(data)) {
            (None | Some(Value::Null), _) => None,
            (_, Some((shard, count))) if shard < count && count > 0 => None,
            _ => Some(4010),
        }
    }

    fn resume(&mut self, data: &Value) {
        self.last_beat = Instant::now();
        let token = data["token"].as_str().unwrap_or_default();
        if token.trim_start_matches("Bot ") != self.shared.token {
            return self.close(Some(4004));
        }
        let (id, seq) = (data["session_id"].as_str(), data["seq"].as_u64().unwrap_or(0));
        let mut state = lock(&self.shared.gateway.state);
        let failing = state.failing_resumes > 0;
        state.failing_resumes = state.failing_resumes.saturating_sub(1);
        let found = state.sessions.iter_mut().find(|session| Some(session.id.as_str()) == id);
        let Some(session) = found.filter(|session| !session.dead && !failing) else {
            if let Some(id) = id {
                state.sessions.retain(|session| session.id != id);
            }
            drop(state);
            return self.send(&json!({ "op": 9, "d": false, "s": null, "t": null }));
        };
        if seq > session.seq {
            drop(state);
            return self.close(Some(4007));
        }
        session.send(Out::Close(Some(4000)));
        session.line = Some(self.line.clone());
        session.connection = self.number;
        session.resumes += 1;
        self.session = Some(session.id.clone());
        for (_, text) in session.kept.iter().filter(|(kept, _)| *kept > seq) {
            let _ = self.line.send(Out::Text(text.clone()));
        }
        session.emit("RESUMED", r#"{"_trace":["standin"]}"#, self.shared.options.keep_events);
        // It is about this connection, and no other missed it.
        session.kept.pop_back();
        drop(state);
        self.shared.gateway.touch();
    }

    /// Request guild members: the bot itself alone, or those asked for by id.
    fn member_request(&mut self, data: &Value) {
        let Some(guild) = crate::world::messages::snowflake(&data["guild_id"]) else {
            return self.close(Some(4002));
        };
        let asked = match &data["user_ids"] {
            Value::Array(ids) => ids.iter().filter_map(crate::world::messages::snowflake).collect(),
            one => crate::world::messages::snowflake(one).into_iter().collect::<Vec<_>>(),
        };
        let world = self.shared.world();
        let members: Vec<Value> =
            asked.iter().filter_map(|id| world.member_json(guild, *id)).collect();
        drop(world);
        let chunk = json!({
            "guild_id": guild, "members": members, "chunk_index": 0, "chunk_count": 1,
            "not_found": [], "nonce": data["nonce"],
        });
        let keep = self.shared.options.keep_events;
        self.with_session(|session| {
            session.emit("GUILD_MEMBERS_CHUNK", &chunk.to_string(), keep);
        });
    }
}

fn session_has(shard: (u64, u64), guild: u64) -> bool {
    (guild >> 22) % shard.1 == shard.0
}

fn shard(data: &Value) -> Option<(u64, u64)> {
    let pair = data["shard"].as_array()?;
    Some((pair.first()?.as_u64()?, pair.get(1)?.as_u64()?))
}
