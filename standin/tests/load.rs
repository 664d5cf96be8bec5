//! `standin load` measures a serenity bot that this very program is, when it is started for that.

use std::env;

use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse as _;
use clap::Parser;
use ring::signature::{ED25519, UnparsedPublicKey};
use serde_json::{Value, json};
use serenity::all::{
    ClientBuilder, Command, CommandOptionType, Context, CreateCommand, CreateCommandOption,
    CreateInteractionResponse, CreateInteractionResponseMessage, EditInteractionResponse,
    EventHandler, GatewayIntents, HttpBuilder, Interaction, Ready, async_trait,
};
use standin::load::{Arguments, BotReport, load};

#[derive(Parser)]
struct CommandLine {
    #[command(flatten)]
    arguments: Arguments,
}

/// Two commands, answered as the bot's mood is.
struct Moody(String);

#[async_trait]
impl EventHandler for Moody {
    async fn ready(&self, ctx: Context, _: Ready) {
        let option = |name| {
            CreateCommandOption::new(CommandOptionType::String, name, "Some text").required(true)
        };
        let commands = [("quote", "theme"), ("answer", "text")].map(|(name, what)| {
            CreateCommand::new(name).description("Something").add_option(option(what))
        });
        Command::set_global_commands(&ctx, commands.into()).await.expect("registered");
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        let Interaction::Command(command) = interaction else { return };
        let said = |text: String| CreateInteractionResponseMessage::new().content(text);
        let given = command.data.options[0].value.as_str().unwrap_or_default().to_owned();
        let quotes = command.data.name == "quote";
        let answer = match self.0.as_str() {
            "silent" if !quotes => return,
            "late" => {
                command.defer(&ctx).await.expect("deferred");
                let edit = EditInteractionResponse::new().content(format!("about {given}"));
                command.edit_response(&ctx, edit).await.expect("edited");
                return;
            }
            "wrong" => said("Something went wrong.".to_owned()).ephemeral(true),
            _ if quotes => said(format!("about {given}")),
            _ => said("Your answer is recorded.".to_owned()).ephemeral(true),
        };
        let answer = CreateInteractionResponse::Message(answer);
        command.create_response(&ctx, answer).await.expect("answered");
    }
}

#[tokio::test]
#[ignore = "the bot that the tests here start"]
async fn a_bot() {
    let Ok(mood) = env::var("MOOD") else { return };
    let of = |name: &str| env::var(name).expect("the environment of a bot");
    assert_ne!(mood, "absent");
    if let Ok(address) = env::var("LISTEN") {
        return by_http(&address, mood == "elsewhere").await;
    }
    let http = HttpBuilder::new(of("DISCORD_TOKEN"))
        .proxy(of("DISCORD_API"))
        .ratelimiter_disabled(true)
        .build();
    let client = ClientBuilder::new_with_http(http, GatewayIntents::GUILDS);
    let mut client = client.event_handler(Moody(mood)).await.expect("a client");
    client.start_autosharded().await.expect("it runs until it is stopped");
}

/// A bot that takes interactions by HTTP, and answers them in the response or by a request.
async fn by_http(address: &str, elsewhere: bool) {
    let api = format!("{}/api/v10", env::var("DISCORD_API").expect("the environment of a bot"));
    let client = reqwest::Client::new();
    let me: Value = called(client.get(format!("{api}/applications/@me"))).await;
    let key = me["verify_key"].as_str().expect("a key").to_owned();
    let option = json!({ "name": "theme", "description": "A theme", "type": 3 });
    let commands = json!([{ "name": "quote", "description": "A quote", "options": [option] }]);
    let url = format!("{api}/applications/{}/commands", me["id"].as_str().expect("an id"));
    called(client.put(url).json(&commands)).await;
    let answer = async move |headers: HeaderMap, body: Bytes| {
        assert!(signed(&key, &headers, &body), "it is signed");
        let interaction: Value = serde_json::from_slice(&body).expect("JSON");
        let quote = json!({ "type": 4, "data": { "content": "A quote." } });
        match interaction["type"].as_u64() {
            Some(1) => axum::Json(json!({ "type": 1 })).into_response(),
            Some(2) if elsewhere => {
                let [id, token] = ["id", "token"].map(|of| interaction[of].as_str().expect("text"));
                let callback = format!("{api}/interactions/{id}/{token}/callback");
                client.post(callback).json(&quote).send().await.expect("answered");
                StatusCode::ACCEPTED.into_response()
            }
            _ => axum::Json(quote).into_response(),
        }
    };
    let router = axum::Router::new().route("/interactions", axum::routing::post(answer));
    let listener = tokio::net::TcpListener::bind(address).await.expect("an address");
    axum::serve(listener, router).await.expect("served");
}

async fn called(request: reqwest::RequestBuilder) -> Value {
    request.send().await.expect("sent").json().await.expect("JSON")
}

/// Whether Discord's signature is under a request.
fn signed(key: &str, headers: &HeaderMap, body: &[u8]) -> bool {
    let bytes = |hex: &str| -> Vec<u8> {
        let digits = |at| u8::from_str_radix(&hex[at..at + 2], 16).expect("two digits");
        (0..hex.len()).step_by(2).map(digits).collect()
    };
    let header = |name| headers.get(name).and_then(|value| value.to_str().ok()).expect("a header");
    let message = [header("x-signature-timestamp").as_bytes(), body].concat();
    UnparsedPublicKey::new(&ED25519, bytes(key))
        .verify(&message, &bytes(header("x-signature-ed25519")))
        .is_ok()
}

/// Measures a bot in this mood.
fn measured(mood: &str, options: &str) -> BotReport {
    let this = env::current_exe().expect("a program");
    let command = format!("env MOOD={mood} {} --exact load::a_bot --ignored", this.display());
    let short = "load --servers 20 --active 4 --members 5 --settle 0 --warm-up 0 --time 600";
    let words = short.split(' ').chain(options.split(' ')).map(str::to_owned);
    let bot = ["--bot".to_owned(), format!("{mood}={command}")];
    let CommandLine { arguments } = CommandLine::parse_from(words.chain(bot));
    let mut report = load(&arguments).expect("something is measured");
    assert_eq!(report.is_clean(), report.bots[0].failures.is_empty());
    let table = report.table();
    assert!(table.contains(mood) && table.contains("resident at rest"), "{table}");
    report.bots.remove(0)
}

#[test]
fn a_bot_is_driven_at_full_speed_and_at_a_rate() {
    let options = "--shards 2 --patience 60 --count 200 --in-flight 8 --rate 400 --each quote \
        --mix quote=60,answer=30,weigh=10";
    let bot = measured("right", options);
    assert_eq!(bot.failures, [""; 0]);
    let titles: Vec<_> =
        bot.runs.iter().map(|run| (run.mix.as_str(), run.in_flight, run.rate)).collect();
    let paces = [(Some(8), None), (None, Some(400.0))];
    let wanted = paces.iter().flat_map(|(in_flight, rate)| {
        ["quote", "answer", "quote=60,answer=30"].map(|mix| (mix, *in_flight, *rate))
    });
    assert_eq!(titles, wanted.collect::<Vec<_>>());
    for run in &bot.runs {
        assert_eq!((run.answered, run.wrong, run.lost), (200, 0, 0), "{run:?}");
        let wait = run.latency_ms;
        assert!(0.0 < wait.p50 && wait.p50 <= wait.p99 && wait.p99 <= wait.max, "{run:?}");
        let each: u64 = run.latency_ms_of.values().map(|wait| wait.count).sum();
        assert_eq!(each, 200);
    }
    assert!(bot.at_rest.resident > 0 && bot.start_ms > 0.0);
    // The first answer of each start, and those that were measured.
    assert_eq!(bot.requests.get("answer"), Some(&1_201));
}

#[test]
fn an_answer_that_was_put_off_counts_once_it_is_there() {
    let bot = measured("late", "--patience 60 --count 50 --in-flight 4 --mix quote");
    assert_eq!(bot.failures, [""; 0]);
    assert_eq!(bot.runs[0].answered, 50);
    assert_eq!(bot.requests.get("edit of an answer"), Some(&51));
}

#[test]
fn interactions_by_http_are_signed_and_answered_in_the_response_or_by_a_request() {
    for (mood, requests) in [("right", None), ("elsewhere", Some(&61))] {
        let options = "--way http --patience 60 --count 30 --in-flight 4 --rate 300 --mix quote";
        let bot = measured(mood, options);
        assert_eq!(bot.failures, [""; 0], "{mood}");
        for run in &bot.runs {
            assert_eq!((run.answered, run.wrong, run.lost), (30, 0, 0), "{run:?}");
        }
        assert_eq!(bot.requests.get("answer"), requests, "{mood}");
    }
}

#[test]
fn wrong_answers_are_counted_and_told() {
    let bot = measured("wrong", "--patience 60 --count 20 --in-flight 4 --mix quote");
    assert_eq!((bot.runs[0].answered, bot.runs[0].wrong), (0, 20));
    assert!(bot.failures[0].contains("went wrong"), "{:?}", bot.failures);
}

#[test]
fn answers_that_never_come_are_counted_as_lost() {
    let bot = measured("silent", "--count 20 --in-flight 4 --mix answer");
    assert_eq!((bot.runs[0].answered, bot.runs[0].lost), (0, 4));
    assert!(bot.failures[0].contains("4 lost"), "{:?}", bot.failures);
}

#[test]
fn a_bot_that_ends_is_told_with_its_last_words() {
    let bot = measured("absent", "--count 20 --in-flight 4 --mix quote");
    assert!(bot.failures[0].contains("it has ended"), "{:?}", bot.failures);
    assert!(bot.failures[0].contains("1 failed"), "{:?}", bot.failures);
    assert!(bot.runs.is_empty());
}
