//! `/quote`, `/answer` and `/draw` with twilight and rusqlite, as their documentation has it: what is
//! written goes through one thread, the database is in WAL mode.

mod database;

use std::env;
use std::error::Error;
use std::sync::Arc;

use database::{Database, Row};
use tokio::signal::unix::{SignalKind, signal};
use twilight_gateway::{
    ConfigBuilder, Event, EventTypeFlags, Intents, Shard, StreamExt as _, bucket,
};
use twilight_http::Client;
use twilight_model::application::command::CommandType;
use twilight_model::application::interaction::application_command::{
    CommandData, CommandOptionValue,
};
use twilight_model::application::interaction::{Interaction, InteractionData};
use twilight_model::channel::message::MessageFlags;
use twilight_model::http::interaction::{
    InteractionResponse, InteractionResponseData, InteractionResponseType,
};
use twilight_model::id::Id;
use twilight_model::id::marker::ApplicationMarker;
use twilight_util::builder::InteractionResponseDataBuilder;
use twilight_util::builder::command::{CommandBuilder, StringBuilder};
use twilight_util::builder::embed::{EmbedBuilder, EmbedFooterBuilder};

type Fault = Box<dyn Error + Send + Sync>;

struct Bot {
    database: Database,
    http: Client,
    application: Id<ApplicationMarker>,
}

impl Bot {
    async fn handle(&self, interaction: Interaction) -> Result<(), Fault> {
        let Some(InteractionData::ApplicationCommand(command)) = &interaction.data else {
            return Ok(());
        };
        let data = self.reply(&interaction, command).await?;
        let response = InteractionResponse {
            kind: InteractionResponseType::ChannelMessageWithSource,
            data: Some(data),
        };
        self.http
            .interaction(self.application)
            .create_response(interaction.id, &interaction.token, &response)
            .await?;
        Ok(())
    }

    async fn reply(
        &self,
        interaction: &Interaction,
        command: &CommandData,
    ) -> Result<InteractionResponseData, Fault> {
        let given = match command.options.first().map(|option| &option.value) {
            Some(CommandOptionValue::String(given)) => given.as_str(),
            _ => "",
        };
        let message = InteractionResponseDataBuilder::new();
        if command.name == "answer" {
            let guild = interaction.guild_id.map_or(0, Id::get);
            let member = interaction.author_id().map_or(0, Id::get);
            self.database.write(Row::Answer { guild, member, text: given.to_owned() }).await?;
            let message = message.content("Your answer is recorded.");
            return Ok(message.flags(MessageFlags::EPHEMERAL).build());
        }
        let Some(quote) = self.database.quote(given)? else {
            let message = message.content("There is no such theme.");
            return Ok(message.flags(MessageFlags::EPHEMERAL).build());
        };
        if command.name == "draw" {
            let channel = interaction.channel.as_ref().map_or(0, |channel| channel.id.get());
            self.database.write(Row::Drawn { channel, quote: quote.id }).await?;
        }
        let footer = EmbedFooterBuilder::new(format!("{} · {}", quote.theme, quote.id));
        let embed = EmbedBuilder::new()
            .title(format!("{}, {}", quote.author, quote.work))
            .description(quote.text)
            .footer(footer)
            .build();
        Ok(message.embeds([embed]).build())
    }

    async fn register(&self) -> Result<(), Fault> {
        let command = |name, what, option, about| {
            CommandBuilder::new(name, what, CommandType::ChatInput)
                .option(StringBuilder::new(option, about).required(true))
                .build()
        };
        let commands = [
            command("quote", "A quote about a theme", "theme", "The theme"),
            command("answer", "Records an answer", "text", "The answer"),
            command("draw", "A quote about a theme, noted as drawn", "theme", "The theme"),
        ];
        self.http.interaction(self.application).set_global_commands(&commands).await?;
        Ok(())
    }
}

async fn keep(bot: Arc<Bot>, mut shard: Shard) {
    let wanted = EventTypeFlags::INTERACTION_CREATE;
    while let Some(event) = shard.next_event(wanted).await {
        let interaction = match event {
            Ok(Event::InteractionCreate(interaction)) => interaction.0,
            Ok(_) => continue,
            Err(error) => {
                eprintln!("an event was not understood: {error}");
                continue;
            }
        };
        let bot = Arc::clone(&bot);
        tokio::spawn(async move {
            if let Err(error) = bot.handle(interaction).await {
                eprintln!("a command got no answer: {error}");
            }
        });
    }
}

#[tokio::main]
async fn main() -> Result<(), Fault> {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let synchronous = env::var("SYNCHRONOUS").unwrap_or_else(|_| "NORMAL".to_owned());
    let database = Database::open(&env::var("DATABASE")?, &synchronous)?;
    let token = env::var("DISCORD_TOKEN")?;
    let address = env::var("DISCORD_API")?;
    // As twilight's documentation has it for a proxy, which keeps the limits itself.
    let http = Client::builder()
        .token(token.clone())
        .proxy(address.trim_start_matches("http://").to_owned(), true)
        .ratelimiter(None)
        .build();
    let application = http.current_user_application().await?.model().await?.id;
    let gateway = http.gateway().authed().await?.model().await?;
    let bot = Arc::new(Bot { database, http, application });
    let config = ConfigBuilder::new(token, Intents::empty()).proxy_url(gateway.url).build();
    for id in bucket(0, 1, gateway.shards) {
        tokio::spawn(keep(Arc::clone(&bot), Shard::with_config(id, config.clone())));
    }
    bot.register().await?;
    signal(SignalKind::terminate())?.recv().await;
    Ok(())
}
