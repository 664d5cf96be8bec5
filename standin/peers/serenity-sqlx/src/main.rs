//! `/quote`, `/answer` and `/draw` with serenity and sqlx, as their documentation has it: the quotes
//! from a pool of readers, what is written through one connection, both in WAL mode.

use std::env;
use std::error::Error;
use std::time::Duration;

use serenity::all::{
    ClientBuilder, Command, CommandInteraction, CommandOptionType, Context, CreateCommand,
    CreateCommandOption, CreateEmbed, CreateEmbedFooter, CreateInteractionResponse,
    CreateInteractionResponseMessage, EventHandler, GatewayIntents, HttpBuilder, Interaction,
    Ready,
};
use serenity::async_trait;
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use tokio::signal::unix::{SignalKind, signal};

/// The themes of the 10,000 quotes.
const THEMES: [&str; 8] = [
    "power",
    "liberty",
    "economy",
    "planning",
    "bureaucracy",
    "thought",
    "institutions",
    "history",
];
const QUOTES: i64 = 10_000;
const PER_THEME: i64 = QUOTES / THEMES.len() as i64;

struct Bot {
    readers: SqlitePool,
    writer: SqlitePool,
}

type Quote = (i64, String, String, String, String);

impl Bot {
    async fn quote(&self, theme: &str) -> sqlx::Result<Option<Quote>> {
        let nth = fastrand::i64(0..PER_THEME);
        sqlx::query_as(
            "SELECT id, theme, author, work, text FROM quotes WHERE theme = ?1 AND nth = ?2",
        )
        .bind(theme)
        .bind(nth)
        .fetch_optional(&self.readers)
        .await
    }

    async fn reply(
        &self,
        command: &CommandInteraction,
    ) -> sqlx::Result<CreateInteractionResponseMessage> {
        let given = command.data.options.first().and_then(|option| option.value.as_str());
        let given = given.unwrap_or_default();
        let message = CreateInteractionResponseMessage::new();
        if command.data.name == "answer" {
            sqlx::query("INSERT INTO answers (guild, member, text) VALUES (?1, ?2, ?3)")
                .bind(command.guild_id.map_or(0, |id| id.get() as i64))
                .bind(command.user.id.get() as i64)
                .bind(given)
                .execute(&self.writer)
                .await?;
            return Ok(message.content("Your answer is recorded.").ephemeral(true));
        }
        let Some((id, theme, author, work, text)) = self.quote(given).await? else {
            return Ok(message.content("There is no such theme.").ephemeral(true));
        };
        if command.data.name == "draw" {
            sqlx::query("INSERT INTO drawn (channel, quote) VALUES (?1, ?2)")
                .bind(command.channel_id.get() as i64)
                .bind(id)
                .execute(&self.writer)
                .await?;
        }
        let embed = CreateEmbed::new()
            .title(format!("{author}, {work}"))
            .description(text)
            .footer(CreateEmbedFooter::new(format!("{theme} · {id}")));
        Ok(message.embed(embed))
    }
}

#[async_trait]
impl EventHandler for Bot {
    async fn ready(&self, context: Context, ready: Ready) {
        if ready.shard.is_some_and(|shard| shard.id.get() != 0) {
            return;
        }
        let option = |name, what| {
            CreateCommandOption::new(CommandOptionType::String, name, what).required(true)
        };
        let commands = vec![
            CreateCommand::new("quote")
                .description("A quote about a theme")
                .add_option(option("theme", "The theme")),
            CreateCommand::new("answer")
                .description("Records an answer")
                .add_option(option("text", "The answer")),
            CreateCommand::new("draw")
                .description("A quote about a theme, noted as drawn")
                .add_option(option("theme", "The theme")),
        ];
        if let Err(error) = Command::set_global_commands(&context.http, commands).await {
            eprintln!("the commands are not registered: {error}");
        }
    }

    async fn interaction_create(&self, context: Context, interaction: Interaction) {
        let Interaction::Command(command) = interaction else { return };
        let message = self.reply(&command).await.unwrap_or_else(|error| {
            eprintln!("/{}: {error}", command.data.name);
            let message = CreateInteractionResponseMessage::new();
            message.content("Something went wrong.").ephemeral(true)
        });
        let response = CreateInteractionResponse::Message(message);
        if let Err(error) = command.create_response(&context.http, response).await {
            eprintln!("/{} got no answer: {error}", command.data.name);
        }
    }
}

async fn open(path: &str, synchronous: SqliteSynchronous) -> sqlx::Result<Bot> {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .busy_timeout(Duration::from_secs(5));
    let writer = SqlitePoolOptions::new().max_connections(1).connect_with(options.clone()).await?;
    for statement in [
        "CREATE TABLE IF NOT EXISTS quotes (id INTEGER PRIMARY KEY, theme TEXT NOT NULL,
         nth INTEGER NOT NULL, author TEXT NOT NULL, work TEXT NOT NULL, text TEXT NOT NULL,
         UNIQUE (theme, nth))",
        "CREATE TABLE IF NOT EXISTS answers (id INTEGER PRIMARY KEY, guild INTEGER NOT NULL,
         member INTEGER NOT NULL, text TEXT NOT NULL)",
        "CREATE TABLE IF NOT EXISTS drawn (id INTEGER PRIMARY KEY, channel INTEGER NOT NULL,
         quote INTEGER NOT NULL)",
    ] {
        sqlx::query(statement).execute(&writer).await?;
    }
    let (count,): (i64,) = sqlx::query_as("SELECT count(*) FROM quotes").fetch_one(&writer).await?;
    if count == 0 {
        let mut all = writer.begin().await?;
        for n in 0..QUOTES {
            let theme = THEMES[(n % THEMES.len() as i64) as usize];
            sqlx::query(
                "INSERT INTO quotes (theme, nth, author, work, text) VALUES (?1, ?2, ?3, ?4, ?5)",
            )
            .bind(theme)
            .bind(n / THEMES.len() as i64)
            .bind(format!("Author {}", n % 20))
            .bind(format!("Work {}", n % 50))
            .bind(format!("Sentence {n}, which says something about {theme}. ").repeat(4))
            .execute(&mut *all)
            .await?;
        }
        all.commit().await?;
    }
    let readers = SqlitePoolOptions::new().connect_with(options).await?;
    Ok(Bot { readers, writer })
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let synchronous = match env::var("SYNCHRONOUS").as_deref() {
        Ok("FULL") => SqliteSynchronous::Full,
        _ => SqliteSynchronous::Normal,
    };
    let bot = open(&env::var("DATABASE")?, synchronous).await?;
    // A proxy and serenity's own rate limiter exclude each other; answers to interactions are exempt
    // from the limits that it keeps.
    let http = HttpBuilder::new(env::var("DISCORD_TOKEN")?)
        .proxy(env::var("DISCORD_API")?)
        .ratelimiter_disabled(true)
        .build();
    let mut client =
        ClientBuilder::new_with_http(http, GatewayIntents::empty()).event_handler(bot).await?;
    let shards = client.shard_manager.clone();
    tokio::spawn(async move {
        if let Ok(mut end) = signal(SignalKind::terminate()) {
            end.recv().await;
            shards.shutdown_all().await;
        }
    });
    Ok(client.start_autosharded().await?)
}
