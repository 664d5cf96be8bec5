//! A small serenity bot, as a first client that we did not write.

use std::time::Duration;

use serenity::all::*;
use standin::{Options, Standin};

/// The bot's handler: a few commands that answer in every way there is.
pub(crate) struct Handler;

fn no_mentions() -> CreateAllowedMentions {
    CreateAllowedMentions::new()
}

fn said(text: impl Into<String>) -> CreateInteractionResponseMessage {
    CreateInteractionResponseMessage::new().content(text).allowed_mentions(no_mentions())
}

#[async_trait]
impl EventHandler for Handler {
    async fn ready(&self, ctx: Context, _: Ready) {
        let theme = CreateCommandOption::new(CommandOptionType::String, "theme", "Which theme")
            .set_autocomplete(true);
        let search = CreateCommandOption::new(CommandOptionType::String, "search", "Which words");
        let quote = CreateCommand::new("quote")
            .description("A quote")
            .add_option(theme)
            .add_option(search)
            .contexts(vec![InteractionContext::Guild, InteractionContext::BotDm]);
        let slow = CreateCommand::new("slow").description("Defers").add_option(
            CreateCommandOption::new(CommandOptionType::Boolean, "private", "Only for you"),
        );
        let add = CreateCommandOption::new(CommandOptionType::SubCommand, "add", "Adds")
            .add_sub_option(
                CreateCommandOption::new(CommandOptionType::String, "time", "When").required(true),
            )
            .add_sub_option(CreateCommandOption::new(
                CommandOptionType::Channel,
                "channel",
                "Where",
            ))
            .add_sub_option(CreateCommandOption::new(CommandOptionType::Role, "role", "Whom"))
            .add_sub_option(CreateCommandOption::new(
                CommandOptionType::Attachment,
                "file",
                "What",
            ));
        let daily = CreateCommand::new("daily").description("Daily").add_option(add);
        let record = CreateCommand::new("Record as response").kind(CommandType::Message);
        let mute = CreateCommand::new("mute").description("Does not answer");
        Command::set_global_commands(&ctx, vec![quote, slow, daily, record, mute])
            .await
            .expect("commands are registered");
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        let done = match interaction {
            Interaction::Command(command) => on_command(&ctx, &command).await,
            Interaction::Autocomplete(command) => {
                let typed = command.data.autocomplete().map_or("", |option| option.value);
                let choices = ["power", "property", "freedom"];
                let mut answer = CreateAutocompleteResponse::new();
                for choice in choices.iter().filter(|choice| choice.starts_with(typed)) {
                    answer = answer.add_string_choice(format!("The {choice}"), *choice);
                }
                let answer = CreateInteractionResponse::Autocomplete(answer);
                command.create_response(&ctx, answer).await
            }
            Interaction::Component(press) => on_component(&ctx, &press).await,
            Interaction::Modal(form) => {
                let text = form.data.components[0].components[0].clone();
                let ActionRowComponent::InputText(input) = text else {
                    return;
                };
                let text = input.value.unwrap_or_default();
                let answer = said(format!("{} says {text}", form.user.name)).ephemeral(true);
                form.create_response(&ctx, CreateInteractionResponse::Message(answer)).await
            }
            _ => Ok(()),
        };
        if let Err(error) = done {
            eprintln!("the bot was refused: {error:?}");
        }
    }
}

async fn on_command(ctx: &Context, command: &CommandInteraction) -> serenity::Result<()> {
    let options = command.data.options();
    match command.data.name.as_str() {
        "quote" => {
            let given: Vec<String> = options
                .iter()
                .map(|option| format!("{}={:?}", option.name, option.value))
                .collect();
            let buttons = CreateActionRow::Buttons(vec![
                CreateButton::new("answer").label("Answer"),
                CreateButton::new("more").label("Another"),
                CreateButton::new("quiet").label("Quiet"),
                CreateButton::new("off").label("Off").disabled(true),
            ]);
            let menu = CreateSelectMenu::new(
                "menu",
                CreateSelectMenuKind::String {
                    options: vec![
                        CreateSelectMenuOption::new("One", "1"),
                        CreateSelectMenuOption::new("Two", "2"),
                    ],
                },
            );
            let embed = CreateEmbed::new().title("A quote").description("To be or not to be");
            let answer = said(format!("quote {}", given.join(" ")))
                .embed(embed)
                .components(vec![buttons, CreateActionRow::SelectMenu(menu)]);
            command.create_response(ctx, CreateInteractionResponse::Message(answer)).await
        }
        "slow" => {
            let private = options.iter().any(|o| matches!(o.value, ResolvedValue::Boolean(true)));
            if private {
                command.defer_ephemeral(ctx).await?;
            } else {
                command.defer(ctx).await?;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
            let edit =
                EditInteractionResponse::new().content("done").allowed_mentions(no_mentions());
            command.edit_response(ctx, edit).await?;
            let more = CreateInteractionResponseFollowup::new()
                .content("and more")
                .allowed_mentions(no_mentions());
            command.create_followup(ctx, more).await.map(|_| ())
        }
        "daily" => {
            let text = format!("{options:?}");
            let message = CreateMessage::new()
                .content("in the channel")
                .nonce(Nonce::String("n1".into()))
                .enforce_nonce(true)
                .allowed_mentions(no_mentions());
            command.channel_id.send_message(ctx, message).await?;
            let file = CreateAttachment::bytes(text.clone(), "options.txt");
            let answer = said("daily").add_file(file);
            command.create_response(ctx, CreateInteractionResponse::Message(answer)).await
        }
        "Record as response" => {
            let message = command.data.resolved.messages.values().next().expect("a message");
            let answer = said(format!("recorded: {}", message.content));
            command.create_response(ctx, CreateInteractionResponse::Message(answer)).await
        }
        _ => Ok(()),
    }
}

async fn on_component(ctx: &Context, press: &ComponentInteraction) -> serenity::Result<()> {
    let answer = match (press.data.custom_id.as_str(), &press.data.kind) {
        ("answer", _) => {
            let input = CreateInputText::new(InputTextStyle::Paragraph, "Your answer", "text")
                .max_length(100);
            let rows = vec![CreateActionRow::InputText(input)];
            CreateInteractionResponse::Modal(CreateModal::new("form", "Answer").components(rows))
        }
        ("more", _) => CreateInteractionResponse::UpdateMessage(said("another quote")),
        ("menu", ComponentInteractionDataKind::StringSelect { values }) => {
            CreateInteractionResponse::Message(said(format!("chose {}", values.join(","))))
        }
        _ => CreateInteractionResponse::Acknowledge,
    };
    press.create_response(ctx, answer).await
}

/// A bot that runs until it is dropped.
pub(crate) struct Bot {
    task: tokio::task::JoinHandle<()>,
}

impl Drop for Bot {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Starts a bot on a stand-in and waits until it is there with its commands.
pub(crate) async fn bot(discord: &Standin) -> Bot {
    let http = HttpBuilder::new(discord.token())
        .proxy(discord.url())
        .ratelimiter_disabled(true)
        .application_id(discord.bot_id().0.into())
        .build();
    let intents = GatewayIntents::GUILDS | GatewayIntents::GUILD_MESSAGES;
    let mut client =
        ClientBuilder::new_with_http(http, intents).event_handler(Handler).await.expect("a client");
    let task = tokio::spawn(async move {
        if let Err(error) = client.start().await {
            eprintln!("the bot ended: {error}");
        }
    });
    discord.ready().await;
    discord.command("quote", Duration::from_secs(30)).await;
    Bot { task }
}

/// A stand-in and a bot on it.
pub(crate) async fn start() -> (Standin, Bot) {
    let discord = Standin::start(Options::default()).await;
    let bot = bot(&discord).await;
    (discord, bot)
}
