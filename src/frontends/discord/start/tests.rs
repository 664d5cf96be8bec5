//! What happens when something of ours breaks: a port that panics stands for any of it.

use std::future::pending;

use standin::{Channel, Member, Standin};

use super::*;
use crate::command::{Attachment, BoxFuture, ChannelPermissions, Platform, UserError};
use crate::store::Mode;
use crate::store::Store;
use domain::ChannelId;

/// A port that breaks, or takes its time.
enum Broken {
    Panics,
    Slow,
}

impl Platform for Broken {
    fn download(&self, _: Attachment, _: u64) -> BoxFuture<'_, Result<Vec<u8>, UserError>> {
        Box::pin(std::future::ready(Ok(Vec::new())))
    }

    fn place(&self, _: ServerId, _: ChannelId) -> BoxFuture<'_, Option<ChannelPermissions>> {
        Box::pin(async move {
            match self {
                Self::Panics => panic!("a secret"),
                Self::Slow => tokio::time::sleep(Duration::from_millis(3_500)).await,
            }
            None
        })
    }
}

/// A bot with a broken port, and somebody who may use it.
async fn stage(platform: Broken) -> (Standin, Member, Channel, tempfile::TempDir) {
    let discord = Standin::start(standin::Options::default()).await;
    let club = discord.server("Reading club");
    let (owner, general) = (club.owner(), club.channel("general"));
    let folder = tempfile::tempdir().unwrap();
    let corpus = crate::corpus_source::corpus(None).unwrap();
    let store = Store::open(&folder.path().join("book.db"), Mode::Bot).await.unwrap();
    let books = Books::new(Arc::new(corpus), store).await.unwrap();
    let mut options = Options::new(discord.token());
    options.proxy = Some(discord.url().to_owned());
    let mut bot = Bot::start(books, options).await.unwrap();
    let services = Services::new(bot.books.clone(), Arc::new(platform), Limits::default());
    let responder = Responder::new(
        bot.sender.clone(),
        services,
        bot.outlet.places.clone(),
        bot.outlet.presses.clone(),
    );
    bot.intake = Arc::new(Intake::new(
        responder,
        Arc::clone(&bot.membership),
        None,
        Clock::System,
        bot.handover.clone(),
        Followed::find(bot.books.store()).await,
        OnReady::default(),
    ));
    tokio::spawn(bot.serve(pending()));
    discord.ready().await;
    discord.command("help", Duration::from_secs(10)).await;
    (discord, owner, general, folder)
}

/// Trap 7: the member would get no answer.
#[tokio::test]
async fn a_command_that_panics_is_answered_and_harms_no_other() {
    let (discord, owner, general, _folder) = stage(Broken::Panics).await;
    let line = "daily add time:9:00 timezone:UTC";
    let (first, second, quote) = tokio::join!(
        owner.slash(&general, line),
        owner.slash(&general, line),
        owner.slash(&general, "quote"),
    );
    for said in [first.unwrap(), second.unwrap()] {
        assert!(said.ephemeral);
        assert!(said.text().contains("Something went wrong"), "{}", said.text());
        assert!(!said.text().contains("secret"));
    }
    assert!(!quote.unwrap().ephemeral);
    discord.assert_clean();
}

#[tokio::test]
async fn a_command_that_takes_long_is_deferred_for_the_one_who_asked() {
    let (discord, owner, general, _folder) = stage(Broken::Slow).await;
    let said = owner.slash(&general, "daily add time:9:00 timezone:UTC").await.unwrap();
    assert!(said.deferred && said.ephemeral, "{said:?}");
    assert!(!said.text().is_empty());
    assert!(general.messages().is_empty());
    discord.assert_clean();
}
