//! The gateway of the load: one connection a shard, each event sent when it happens.

use std::rc::Rc;
use std::time::Duration;

use futures_util::{SinkExt as _, StreamExt as _};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};

use super::discord::Discord;
use super::ids::{self, Place};
use super::payloads;

/// Discord's.
const HEARTBEAT: Duration = Duration::from_millis(41_250);
/// The intent that brings servers, channels and roles.
const GUILDS: u64 = 1;

type Socket = WebSocketStream<TcpStream>;
type Line = mpsc::UnboundedSender<Utf8Bytes>;

/// What a client sends.
#[derive(Deserialize)]
struct Frame<'a> {
    op: u8,
    #[serde(borrow, default)]
    d: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Identify {
    #[serde(default)]
    shard: Option<(usize, usize)>,
    #[serde(default)]
    intents: u64,
}

#[derive(Deserialize)]
struct Resume {
    session_id: String,
}

/// Takes connections for ever.
pub(super) async fn serve(listener: TcpListener, discord: Rc<Discord>) {
    while let Ok((stream, _)) = listener.accept().await {
        let _ = stream.set_nodelay(true);
        let discord = Rc::clone(&discord);
        tokio::task::spawn_local(async move {
            if let Ok(socket) = tokio_tungstenite::accept_async(stream).await {
                let (line, lines) = mpsc::unbounded_channel();
                let mut connection = Connection { discord, line, shard: None };
                connection.keep(socket, lines).await;
            }
        });
    }
}

struct Connection {
    discord: Rc<Discord>,
    line: Line,
    shard: Option<usize>,
}

impl Connection {
    async fn keep(&mut self, mut socket: Socket, mut lines: mpsc::UnboundedReceiver<Utf8Bytes>) {
        let interval = HEARTBEAT.as_millis();
        self.send(format!(
            r#"{{"t":null,"s":null,"op":10,"d":{{"heartbeat_interval":{interval}}}}}"#
        ));
        loop {
            tokio::select! {
                // One at a time: Discord does not wait for others to send with it.
                Some(text) = lines.recv() => {
                    if socket.send(Message::Text(text)).await.is_err() {
                        break;
                    }
                }
                frame = socket.next() => match frame {
                    Some(Ok(Message::Text(text))) => self.receive(&text),
                    Some(Ok(Message::Close(_)) | Err(_)) | None => break,
                    Some(Ok(_)) => {}
                },
            }
        }
        if let Some(shard) = self.shard {
            self.discord.left(shard, &self.line);
        }
    }

    fn send(&self, text: String) {
        let _ = self.line.send(text.into());
    }

    fn receive(&mut self, text: &str) {
        let Ok(frame) = serde_json::from_str::<Frame<'_>>(text) else { return };
        let data = frame.d.map_or("null", RawValue::get);
        match frame.op {
            1 => self.send(r#"{"t":null,"s":null,"op":11,"d":null}"#.to_owned()),
            2 => {
                if let Ok(identify) = serde_json::from_str(data) {
                    self.identify(&identify);
                }
            }
            6 => {
                if let Ok(resume) = serde_json::from_str(data) {
                    self.resume(&resume);
                }
            }
            _ => {}
        }
    }

    fn enter(&mut self, shard: usize) -> bool {
        self.shard = Some(shard);
        self.discord.connected(shard, self.line.clone())
    }

    fn identify(&mut self, identify: &Identify) {
        let size = self.discord.size;
        let (shard, shards) = identify.shard.unwrap_or((0, 1));
        if shards != size.shards || !self.enter(shard) {
            // Another number of shards than was recommended has other servers.
            return self.send(r#"{"t":null,"s":null,"op":9,"d":false}"#.to_owned());
        }
        let here: Vec<usize> = (0..size.servers)
            .filter(|number| ids::shard(ids::guild(*number), size.shards) == shard)
            .collect();
        let unavailable: Vec<_> = here
            .iter()
            .map(|number| json!({ "id": ids::guild(*number).to_string(), "unavailable": true }))
            .collect();
        let ready = json!({
            "v": 10, "user": payloads::bot(), "user_settings": {}, "session_type": "normal",
            "session_id": session_id(shard), "resume_gateway_url": self.discord.gateway,
            "relationships": [], "private_channels": [], "presences": [],
            "guild_join_requests": [], "guilds": unavailable, "geo_ordered_rtc_regions": [],
            "auth": {}, "shard": [shard, shards], "_trace": ["standin"],
            "application": { "id": ids::APPLICATION.to_string(), "flags": 0 },
        });
        self.discord.emit(shard, "READY", &ready.to_string());
        if identify.intents & GUILDS != 0 {
            for number in here {
                self.discord.emit(shard, "GUILD_CREATE", &guild(number, size.members));
            }
        }
    }

    fn resume(&mut self, resume: &Resume) {
        let shard = resume.session_id.trim_start_matches('0').parse::<usize>();
        let shard = shard.ok().and_then(|number| number.checked_sub(1));
        match shard.filter(|shard| *shard < self.discord.size.shards) {
            Some(shard) if self.enter(shard) => {
                self.discord.emit(shard, "RESUMED", r#"{"_trace":["standin"]}"#);
            }
            _ => self.send(r#"{"t":null,"s":null,"op":9,"d":false}"#.to_owned()),
        }
    }
}

/// A session is known by its shard, so that it can be resumed.
fn session_id(shard: usize) -> String {
    format!("{:032}", shard + 1)
}

/// A server as a bot is told of it that asks for servers.
fn guild(number: usize, members: usize) -> String {
    let id = ids::guild(number).to_string();
    let channels: Vec<_> = [Place::General, Place::Seminar]
        .map(|place| {
            json!({
                "id": ids::channel(number, place).to_string(), "type": 0, "position": 0,
                "name": "reading-group", "topic": null, "nsfw": false, "parent_id": null,
                "permission_overwrites": [], "rate_limit_per_user": 0, "flags": 0,
                "last_message_id": null, "version": 1,
            })
        })
        .into();
    let mut guild = json!({
        "id": id, "name": format!("Server {number}"), "icon": null, "splash": null, "banner": null,
        "description": null, "owner_id": ids::user(number, 0).to_string(), "region": "deprecated",
        "afk_channel_id": null, "afk_timeout": 300, "verification_level": 1, "nsfw_level": 0,
        "default_message_notifications": 1, "explicit_content_filter": 2, "mfa_level": 0,
        "roles": [super::routes::everyone(number)], "emojis": [], "stickers": [], "features": [],
        "application_id": null, "system_channel_id": null, "system_channel_flags": 0,
        "rules_channel_id": null, "max_members": 500_000, "vanity_url_code": null,
    });
    let more = json!({
        "premium_tier": 0, "premium_subscription_count": 0, "preferred_locale": "en-US",
        "public_updates_channel_id": null, "premium_progress_bar_enabled": false, "nsfw": false,
        "joined_at": "2024-09-03T17:12:51.204000+00:00", "large": false, "unavailable": false,
        "member_count": members + 1, "voice_states": [], "channels": channels, "threads": [],
        "presences": [], "stage_instances": [], "guild_scheduled_events": [],
        "soundboard_sounds": [], "members": [],
    });
    if let (Some(guild), Value::Object(more)) = (guild.as_object_mut(), more) {
        guild.extend(more);
    }
    guild.to_string()
}
