//! What Discord refuses for its state: rights, threads, interactions, what is not there.

use std::time::Duration;

use crate::api::{Club, malformed, refused, text_body};
use serde_json::{Value, json};
use standin::{Options, Permission};

const NONE: Value = Value::Null;

fn reply(data: Value) -> Value {
    json!({ "type": 4, "data": data })
}

#[tokio::test]
async fn what_is_not_there() {
    let club = Club::new().await;
    let app = club.discord.bot_id();
    refused(&club.call("GET", "/channels/1", NONE).await, 404, 10003);
    refused(&club.call("POST", "/channels/1/messages", text_body("x")).await, 404, 10003);
    refused(&club.call("GET", "/guilds/1", NONE).await, 404, 10004);
    refused(&club.call("GET", &format!("{}/1", club.messages()), NONE).await, 404, 10008);
    refused(
        &club.call("PATCH", &format!("{}/1", club.messages()), text_body("x")).await,
        404,
        10008,
    );
    let member = format!("/guilds/{}/members", club.club.id);
    refused(&club.call("GET", &format!("{member}/1"), NONE).await, 404, 10013);
    let stranger = club.discord.server("Another").member("zoe");
    refused(&club.call("GET", &format!("{member}/{}", stranger.id), NONE).await, 404, 10007);
    let command = format!("/applications/{app}/commands/1");
    refused(&club.call("GET", &command, NONE).await, 404, 10063);
    refused(&club.call("GET", "/channels/x", NONE).await, 400, 50035);
    club.discord.assert_clean();
    refused(&club.call("GET", "/nowhere", NONE).await, 404, 0);
    assert_eq!(club.discord.violations(), ["GET /nowhere: no such route"]);
    let answer = club.raw("GET", "/users/@me", NONE, "Bot wrong").await;
    assert_eq!(answer.status(), 401);
    let body: Value = serde_json::from_str(&answer.text().await.expect("a body")).expect("JSON");
    assert_eq!(body, json!({ "message": "401: Unauthorized", "code": 0 }));
    assert_eq!(club.raw("GET", "/users/@me", NONE, club.discord.token()).await.status(), 401);
    assert_eq!(club.discord.invalid_requests(), 2);
}

#[tokio::test]
async fn rights() {
    let club = Club::new().await;
    let at = &club.general;
    let message = club.post(at, "first").await;
    let own = format!("{}/{message}", club.messages());
    at.deny_bot(Permission::VIEW_CHANNEL);
    refused(&club.call("POST", &club.messages(), text_body("x")).await, 403, 50001);
    refused(&club.call("GET", &own, NONE).await, 403, 50001);
    at.allow_bot(Permission::VIEW_CHANNEL);
    at.deny_bot(Permission::SEND_MESSAGES);
    refused(&club.call("POST", &club.messages(), text_body("x")).await, 403, 50013);
    at.allow_bot(Permission::SEND_MESSAGES);
    at.deny_bot(Permission::EMBED_LINKS);
    let embed = json!({ "content": "x", "embeds": [{ "title": "t" }], "allowed_mentions": {} });
    let (status, bare) = club.call("POST", &club.messages(), embed).await;
    assert_eq!((status, &bare["embeds"]), (200, &json!([])));
    let embed = json!({ "embeds": [{ "title": "t" }], "allowed_mentions": {} });
    refused(&club.call("POST", &club.messages(), embed).await, 400, 50006);
    at.deny_bot(Permission::READ_MESSAGE_HISTORY);
    let answer = json!({ "content": "x", "message_reference": { "message_id": message }, "allowed_mentions": {} });
    refused(&club.call("POST", &club.messages(), answer).await, 400, 160_002);
    assert_eq!(club.call("GET", &club.messages(), NONE).await, (200, json!([])));
    let word = club.ana.says(at, "hello");
    let theirs = format!("{}/{}", club.messages(), word.id);
    refused(&club.call("PATCH", &theirs, text_body("x")).await, 403, 50005);
    refused(&club.call("DELETE", &theirs, NONE).await, 403, 50013);
    let pin = format!("{}/pins/{message}", club.messages());
    assert_eq!(club.call("PUT", &pin, NONE).await.0, 204);
    assert_eq!(at.pins().len(), 1);
    at.deny_bot(Permission::PIN_MESSAGES);
    refused(&club.call("DELETE", &pin, NONE).await, 403, 50013);
    at.deny_bot(Permission::CREATE_PUBLIC_THREADS);
    let thread = json!({ "name": "t" });
    refused(&club.call("POST", &format!("{own}/threads"), thread).await, 403, 50013);
    let name = json!({ "name": "new" });
    let channel = format!("/channels/{}", at.id);
    refused(&club.call("PATCH", &channel, name.clone()).await, 403, 50013);
    club.club.set_bot(Permission::ADMINISTRATOR);
    assert_eq!(club.call("PATCH", &channel, name).await.0, 200);
    assert_eq!(at.name(), "new");
    let dm = json!({ "recipient_id": club.ana.id });
    let (_, direct) = club.call("POST", "/users/@me/channels", dm).await;
    let direct = format!("/channels/{}/messages", direct["id"].as_str().expect("an id"));
    assert_eq!(club.call("POST", &direct, text_body("hello")).await.0, 200);
    club.ana.block_dms(true);
    refused(&club.call("POST", &direct, text_body("hello")).await, 403, 50007);
    assert_eq!(club.ana.dms().len(), 1);
    club.ana.leave();
    refused(&club.call("POST", &direct, text_body("hello")).await, 403, 50278);
}

#[tokio::test]
async fn words_that_are_blocked() {
    let club = Club::new().await;
    let fine = club.post(&club.general, "hello").await;
    club.club.block_link("evil.example");
    club.club.block_words("forbidden fruit");
    let own = format!("{}/{fine}", club.messages());
    let embed = json!({
        "embeds": [{ "description": "a Forbidden fruit" }], "allowed_mentions": { "parse": [] },
    });
    for (body, code) in [(text_body("see https://evil.example/x"), 240_000), (embed, 200_000)] {
        refused(&club.call("POST", &club.messages(), body.clone()).await, 400, code);
        refused(&club.call("PATCH", &own, body.clone()).await, 400, code);
        let quote = club.quote();
        refused(&club.answer(&quote, reply(body)).await, 400, code);
    }
    let named = json!({ "name": "Forbidden fruit" });
    refused(&club.call("POST", &format!("{own}/threads"), named).await, 400, 200_001);
    club.club.unblock();
    club.post(&club.general, "see https://evil.example/x").await;
    assert_eq!(club.general.messages().len(), 2);
}

#[tokio::test]
async fn more_threads_than_a_server_may_have() {
    let club = Club::new().await;
    let (first, second) =
        (club.post(&club.general, "1").await, club.post(&club.general, "2").await);
    let open = async |message: &str| {
        let path = format!("{}/{message}/threads", club.messages());
        club.call("POST", &path, json!({ "name": "t" })).await
    };
    club.club.set_max_threads(1);
    assert_eq!(open(&first).await.0, 201);
    refused(&open(&second).await, 400, 160_006);
    let forum = club.club.forum("forum", &[], false);
    let post = json!({ "name": "p", "message": text_body("x") });
    let posts = format!("/channels/{}/threads", forum.id);
    refused(&club.call("POST", &posts, post).await, 400, 160_006);
    // One that rests does not count.
    club.general.threads()[0].set_archived(true);
    assert_eq!(open(&second).await.0, 201);
}

#[tokio::test]
async fn a_voice_channel_that_may_not_be_joined() {
    let club = Club::new().await;
    for channel in [club.club.voice("hall"), club.club.stage("podium")] {
        let path = format!("/channels/{}/messages", channel.id);
        assert_eq!(club.call("POST", &path, text_body("x")).await.0, 200);
        channel.deny_bot(Permission::CONNECT);
        refused(&club.call("POST", &path, text_body("x")).await, 403, 50013);
        assert_eq!(club.call("GET", &format!("/channels/{}", channel.id), NONE).await.0, 200);
    }
}

#[tokio::test]
async fn pings() {
    let club = Club::new().await;
    let readers = club.club.role("readers", Permission::NONE);
    let text = format!("@everyone <@{}> <@&{}>", club.ana.id, readers.id);
    let all =
        json!({ "content": text, "allowed_mentions": { "parse": ["everyone", "users", "roles"] } });
    let none = json!({ "content": text, "allowed_mentions": { "parse": [] } });
    let role = json!({ "content": text, "allowed_mentions": { "roles": [readers.id] } });
    let last = || club.general.last().expect("a message").pings().clone();
    club.call("POST", &club.messages(), all.clone()).await;
    assert_eq!((last().everyone, last().users, last().roles), (false, vec![club.ana.id], vec![]));
    club.call("POST", &club.messages(), none).await;
    assert!(last().is_empty());
    club.call("POST", &club.messages(), role.clone()).await;
    assert!(last().is_empty(), "a role that cannot be mentioned");
    club.club.make_mentionable(&readers, true);
    club.call("POST", &club.messages(), role).await;
    assert_eq!((last().users, last().roles), (vec![], vec![readers.id]));
    club.general.allow_bot(Permission::MENTION_EVERYONE);
    club.call("POST", &club.messages(), all).await;
    assert!(last().everyone);
    club.discord.assert_clean();
}

#[tokio::test]
async fn nonces() {
    let club = Club::new().await;
    let body = |enforce| json!({ "content": "x", "nonce": "n", "enforce_nonce": enforce, "allowed_mentions": {} });
    let (_, first) = club.call("POST", &club.messages(), body(true)).await;
    let (_, again) = club.call("POST", &club.messages(), body(true)).await;
    let (_, other) = club.call("POST", &club.messages(), body(false)).await;
    assert_eq!(first["id"], again["id"]);
    assert_ne!(first["id"], other["id"]);
    assert_eq!(club.general.messages().len(), 2);
}

#[tokio::test]
async fn threads() {
    let club = Club::new().await;
    club.club.set_bot(Permission::NONE);
    let message = club.post(&club.general, "first").await;
    let path = format!("{}/{message}/threads", club.messages());
    assert_eq!(club.call("POST", &path, json!({ "name": "t" })).await.0, 201);
    refused(&club.call("POST", &path, json!({ "name": "t" })).await, 400, 160_004);
    let thread = club.general.threads().remove(0);
    assert_eq!(thread.id.to_string(), message, "a thread has its message's id");
    let inside = format!("/channels/{}/messages", thread.id);
    let said = format!("{inside}/{}", club.post(&thread, "said").await);
    thread.set_archived(true);
    refused(&club.call("PATCH", &said, text_body("other")).await, 400, 50083);
    let name = json!({ "name": "n" });
    let itself = format!("/channels/{}", thread.id);
    refused(&club.call("PATCH", &itself, name.clone()).await, 400, 50083);
    let shown = thread.last().expect("a message");
    assert!(club.ana.forge(&shown, "x").await.expect_err("archived").to_string().contains("50083"));
    club.post(&thread, "a message brings it back").await;
    assert!(!thread.is_archived());
    thread.set_locked(true);
    refused(&club.call("POST", &inside, text_body("x")).await, 403, 160_005);
    refused(&club.call("PATCH", &said, text_body("x")).await, 403, 160_005);
    thread.set_archived(true);
    refused(&club.call("POST", &inside, text_body("x")).await, 403, 160_005);
    refused(&club.call("DELETE", &said, NONE).await, 400, 50083);
    refused(&club.call("PATCH", &itself, json!({ "archived": false })).await, 403, 50013);
    thread.set_locked(false);
    assert_eq!(club.call("DELETE", &said, NONE).await.0, 204);
    assert_eq!(club.call("PATCH", &itself, json!({ "archived": false })).await.0, 200);
    assert_eq!(club.call("PATCH", &itself, json!({ "archived": true })).await.0, 200);
    assert!(thread.is_archived(), "it is the bot's own");
    thread.set_archived(false);
    let theirs = club.general.thread(&club.ana, "theirs");
    let path = format!("/channels/{}", theirs.id);
    refused(&club.call("PATCH", &path, json!({ "archived": true })).await, 403, 50013);
    let tags = json!({ "applied_tags": ["1"] });
    refused(&club.call("PATCH", &itself, tags).await, 404, 10087);
    refused(&club.call("PATCH", &itself, json!({ "locked": true })).await, 403, 50013);
    refused(&club.call("DELETE", &itself, NONE).await, 403, 50013);
    thread_from(&club).await;
    club.discord.assert_clean();
}

async fn thread_from(club: &Club) {
    let voice = club.club.voice("talk");
    let thread = json!({ "name": "t", "type": 11 });
    refused(
        &club.call("POST", &format!("/channels/{}/threads", voice.id), thread).await,
        400,
        50024,
    );
    let forum = club.club.forum("seminar", &["power", "freedom"], true);
    refused(
        &club.call("POST", &format!("/channels/{}/messages", forum.id), text_body("x")).await,
        400,
        40058,
    );
    let path = format!("/channels/{}/threads", forum.id);
    let post =
        |tags: Value| json!({ "name": "p", "message": text_body("x"), "applied_tags": tags });
    refused(&club.call("POST", &path, post(json!([]))).await, 400, 40067);
    refused(&club.call("POST", &path, post(json!(["1"]))).await, 404, 10087);
    refused(
        &club.call("POST", &path, post(json!(["1", "2", "3", "4", "5", "6"]))).await,
        400,
        50035,
    );
    let (_, channel) = club.call("GET", &format!("/channels/{}", forum.id), NONE).await;
    let tag = channel["available_tags"][1]["id"].clone();
    let empty =
        json!({ "name": "p", "message": { "allowed_mentions": {} }, "applied_tags": [tag] });
    refused(&club.call("POST", &path, empty).await, 400, 50006);
    let long = json!({ "name": "p".repeat(101), "message": text_body("x"), "applied_tags": [tag] });
    refused(&club.call("POST", &path, long).await, 400, 50035);
    let (status, made) = club.call("POST", &path, post(json!([tag]))).await;
    assert_eq!(status, 201, "{made}");
    assert_eq!(made["id"], made["message"]["id"]);
    let posts = forum.threads();
    assert_eq!((posts[0].tags(), posts[0].messages().len()), (vec!["freedom".to_owned()], 1));
}

#[tokio::test]
async fn interactions() {
    let club = Club::new().await;
    let to = club.quote();
    let unknown = format!("/interactions/1/{}/callback", to.token);
    refused(&club.call("POST", &unknown, reply(text_body("x"))).await, 404, 10062);
    refused(&club.call("POST", &club.webhook(&to), text_body("x")).await, 404, 10015);
    refused(&club.answer(&to, reply(json!({ "allowed_mentions": {} }))).await, 400, 50006);
    refused(&club.answer(&to, json!({ "type": 7, "data": text_body("x") })).await, 400, 50035);
    refused(&club.answer(&to, json!({ "type": 6 })).await, 400, 50035);
    assert_eq!(club.answer(&to, reply(text_body("x"))).await.0, 204);
    refused(&club.answer(&to, reply(text_body("x"))).await, 400, 40060);
    let (status, more) = club.call("POST", &club.webhook(&to), text_body("more")).await;
    assert_eq!((status, &more["webhook_id"]), (200, &json!(club.discord.bot_id())));
    let original = format!("{}/messages/@original", club.webhook(&to));
    assert_eq!(club.call("PATCH", &original, text_body("y")).await.0, 200);
    let foreign = format!("{}/messages/1", club.webhook(&to));
    refused(&club.call("PATCH", &foreign, text_body("y")).await, 404, 10008);
    let texts: Vec<String> = club.general.messages().iter().map(|m| m.content.clone()).collect();
    assert_eq!(texts, ["y", "more"]);
    let wrong = format!("/webhooks/{}/nonsense", club.discord.bot_id());
    refused(&club.call("POST", &wrong, text_body("x")).await, 401, 50027);
    club.discord.expire_tokens();
    refused(&club.call("PATCH", &original, text_body("z")).await, 401, 50027);
    let path = format!("/interactions/{}/{}/callback?with_response=true", to.id, to.token);
    refused(&club.call("POST", &path, reply(text_body("x"))).await, 400, 40060);
    let to = club.quote();
    let path = format!("/interactions/{}/{}/callback?with_response=true", to.id, to.token);
    let (status, told) = club.call("POST", &path, reply(text_body("x"))).await;
    assert_eq!((status, &told["resource"]["message"]["content"]), (200, &json!("x")));
    club.discord.assert_clean();
}

#[tokio::test]
async fn deferrals_and_forms() {
    let club = Club::new().await;
    let form = json!({ "type": 9, "data": { "custom_id": "f", "title": "t", "components": [
        { "type": 1, "components": [{ "type": 4, "custom_id": "t", "style": 1, "label": "l" }] }] } });
    let to = club.quote();
    assert_eq!(club.answer(&to, json!({ "type": 5, "data": { "flags": 64 } })).await.0, 204);
    refused(&club.answer(&to, form.clone()).await, 400, 40060);
    // The defer fixed who sees the answer, and the first follow-up is the answer.
    let (_, answer) = club.call("POST", &club.webhook(&to), text_body("for one")).await;
    assert_eq!(answer["flags"], 64);
    assert!(club.general.messages().is_empty());
    let hidden = format!("{}/{}", club.messages(), answer["id"].as_str().expect("an id"));
    refused(&club.call("GET", &hidden, NONE).await, 404, 10008);
    let to = club.quote();
    assert_eq!(club.answer(&to, json!({ "type": 5 })).await.0, 204);
    assert_eq!(club.general.messages().len(), 1, "it is thinking");
    let original = format!("{}/messages/@original", club.webhook(&to));
    let private = json!({ "content": "for all", "flags": 64, "allowed_mentions": {} });
    let (_, answer) = club.call("PATCH", &original, private).await;
    assert_eq!(answer["flags"], 0);
    let to = club.quote();
    assert_eq!(club.answer(&to, form).await.0, 204);
    refused(
        &club
            .call("PATCH", &format!("{}/messages/@original", club.webhook(&to)), text_body("x"))
            .await,
        404,
        10008,
    );
    club.discord.assert_clean();
}

#[tokio::test]
async fn answers_that_come_too_late() {
    let options = Options {
        answer_within: Duration::from_secs(2),
        token_lives: Duration::from_secs(6),
        ..Options::default()
    };
    let club = Club::with(options).await;
    let (late, deferred) = (club.quote(), club.quote());
    assert_eq!(club.answer(&deferred, json!({ "type": 5 })).await.0, 204);
    tokio::time::sleep(Duration::from_millis(2_100)).await;
    refused(&club.answer(&late, reply(text_body("x"))).await, 404, 10062);
    let original = format!("{}/messages/@original", club.webhook(&deferred));
    assert_eq!(club.call("PATCH", &original, text_body("x")).await.0, 200);
    tokio::time::sleep(Duration::from_secs(4)).await;
    refused(&club.call("PATCH", &original, text_body("y")).await, 401, 50027);
}

#[tokio::test]
async fn files() {
    let club = Club::new().await;
    let boundary = "b0undary";
    let part = |head: &str, body: &str| {
        format!("--{boundary}\r\nContent-Disposition: form-data; {head}\r\n\r\n{body}\r\n")
    };
    let payload = json!({ "content": "with a file", "allowed_mentions": {},
        "attachments": [{ "id": 0, "description": "what it is" }],
        "embeds": [
            { "image": { "url": "attachment://a.txt", "description": "what it is" } },
            { "title": "No file", "image": { "url": "attachment://b.txt" } },
        ] });
    let body = part("name=\"payload_json\"", &payload.to_string())
        + &part("name=\"files[0]\"; filename=\"a.txt\"", "hello")
        + &format!("--{boundary}--\r\n");
    let send = |body: String| {
        let url = format!("{}/api/v10{}", club.discord.url(), club.messages());
        reqwest::Client::new()
            .post(url)
            .header("Authorization", format!("Bot {}", club.discord.token()))
            .header("User-Agent", "DiscordBot (test, 1)")
            .header("Content-Type", format!("multipart/form-data; boundary={boundary}"))
            .body(body)
            .send()
    };
    assert_eq!(send(body.clone()).await.expect("an answer").status(), 200);
    let message = club.general.last().expect("a message");
    assert_eq!(message.attachments[0].text(), "hello");
    assert_eq!(message.attachments[0].description.as_deref(), Some("what it is"));
    let (_, json) = club.call("GET", &format!("{}/{}", club.messages(), message.id), NONE).await;
    let url = json["attachments"][0]["url"].as_str().expect("an address");
    let file = reqwest::get(url).await.expect("an answer").text().await.expect("a text");
    assert_eq!(file, "hello");
    // An embed shows a file that came along, and no other.
    assert_eq!(json["embeds"][0]["image"]["url"], json["attachments"][0]["url"]);
    assert!(json["embeds"][1].get("image").is_none(), "{}", json["embeds"][1]);
    let missing = body.replace("\"id\":0", "\"id\":1");
    assert_eq!(send(missing).await.expect("an answer").status(), 400);
    club.discord.assert_clean();
}

#[tokio::test]
async fn a_channel_is_told_of_a_pin_once_and_has_250_at_most() {
    let club = Club::new().await;
    let first = club.post(&club.general, "first").await;
    let pin = |message: &str| format!("{}/pins/{message}", club.messages());
    for _ in 0..2 {
        assert_eq!(club.call("PUT", &pin(&first), NONE).await.0, 204);
    }
    let told: Vec<_> = club.general.messages().into_iter().filter(|it| it.kind == 6).collect();
    assert_eq!(told.len(), 1);
    let (_, told) = club.call("GET", &format!("{}/{}", club.messages(), told[0].id), NONE).await;
    assert_eq!(told["message_reference"]["message_id"], json!(first));
    for number in 1..250 {
        let message = club.post(&club.general, &number.to_string()).await;
        assert_eq!(club.call("PUT", &pin(&message), NONE).await.0, 204);
    }
    let last = club.post(&club.general, "last").await;
    refused(&club.call("PUT", &pin(&last), NONE).await, 400, 30003);
    assert_eq!(club.call("PUT", &pin(&first), NONE).await.0, 204);
    assert_eq!(club.call("DELETE", &pin(&first), NONE).await.0, 204);
    assert_eq!(club.call("PUT", &pin(&last), NONE).await.0, 204);
    club.discord.assert_clean();
}

#[tokio::test]
async fn who_has_the_application_for_themselves_uses_it_anywhere() {
    let club = Club::new().await;
    let commands = format!("/applications/{}/commands", club.discord.bot_id());
    let mine = json!({
        "name": "mine", "description": "d", "integration_types": [1], "contexts": [0, 1, 2],
    });
    assert_eq!(club.call("POST", &commands, mine).await.0, 201);
    let away = club.discord.server("Away");
    let (hall, zoe) = (away.channel("hall"), away.member("zoe"));
    away.remove_bot();
    assert!(zoe.prepare(&hall, "mine", &[]).is_err(), "she has it not yet");
    let zoe = zoe.installs();
    assert!(zoe.prepare(&hall, "quote", &[]).is_err(), "that is for servers");
    let to = zoe.prepare(&hall, "mine", &[]).expect("it is hers");
    assert_eq!(to.payload["authorizing_integration_owners"], json!({ "1": zoe.id }));
    assert_eq!(to.payload["context"], 0);
    assert_eq!(club.answer(&to, reply(text_body("x"))).await.0, 204);
    assert_eq!(hall.messages().len(), 1);
    for _ in 0..5 {
        assert_eq!(club.call("POST", &club.webhook(&to), text_body("more")).await.0, 200);
    }
    refused(&club.call("POST", &club.webhook(&to), text_body("more")).await, 400, 40094);
    // The server can keep what its members bring along to themselves.
    away.set_everyone(Permission(Permission::EVERYONE.0 & !Permission::USE_EXTERNAL_APPS.0));
    let to = zoe.prepare(&hall, "mine", &[]).expect("it is hers");
    assert_eq!(club.answer(&to, reply(text_body("x"))).await.0, 204);
    assert_eq!(hall.messages().len(), 6);
    let to = zoe.prepare(&zoe.dm(), "mine", &[]).expect("it is hers");
    assert_eq!(to.payload["context"], 1);
    // Where the server has it as well, it is both's.
    let ana = club.ana.installs();
    let to = ana.prepare(&club.general, "quote", &[]).expect("the server has it");
    assert_eq!(to.payload["authorizing_integration_owners"], json!({ "0": club.club.id }));
    club.discord.assert_clean();
    let club = Club::with(Options { user_install: false, ..Options::default() }).await;
    let commands = format!("/applications/{}/commands", club.discord.bot_id());
    let mine = json!({ "name": "mine", "description": "d", "integration_types": [0, 1] });
    malformed(&club.call("POST", &commands, mine).await, "integration_types");
}
