//! What happens when something of ours breaks: a port that panics stands for any of it.

use std::future::pending;

use standin::{Channel, Member, Standin};

use super::*;
use crate::command::{Attachment, BoxFuture, ChannelPermissions, Platform, UserError};
use crate::store::Mode;
use crate::store::Store;
use domain::ChannelId;

/// Long enough for anything that is to happen soon, also on a busy machine.
const SOON: Duration = Duration::from_secs(30);

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

/// A bot, whose port may be broken, and somebody who may use it.
async fn stage(platform: Option<Broken>) -> (Standin, Member, Channel, tempfile::TempDir) {
    let discord =
        Standin::start(standin::Options { answer_within: SOON, ..Default::default() }).await;
    let club = discord.server("Reading club");
    let (owner, general) = (club.owner(), club.channel("general"));
    let folder = tempfile::tempdir().unwrap();
    let corpus = crate::corpus_source::corpus(None).unwrap();
    let store = Store::open(&folder.path().join("book.db"), Mode::Bot).await.unwrap();
    let books = Books::new(Arc::new(corpus), store).await.unwrap();
    let mut options = Options::new(discord.token());
    options.proxy = Some(discord.url().to_owned());
    let mut bot = Bot::start(books, options).await.unwrap();
    if let Some(platform) = platform {
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
    }
    tokio::spawn(bot.serve(pending()));
    discord.ready().await;
    discord.command("help", SOON).await;
    (discord, owner, general, folder)
}

/// Trap 7: the member would get no answer.
#[tokio::test]
async fn a_command_that_panics_is_answered_and_harms_no_other() {
    let (discord, owner, general, _folder) = stage(Some(Broken::Panics)).await;
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
    let (discord, owner, general, _folder) = stage(Some(Broken::Slow)).await;
    let said = owner.slash(&general, "daily add time:9:00 timezone:UTC").await.unwrap();
    assert!(said.deferred && said.ephemeral, "{said:?}");
    assert!(!said.text().is_empty());
    assert!(general.messages().is_empty());
    discord.assert_clean();
}

#[test]
fn an_answer_whose_picture_takes_long_to_draw_is_deferred() {
    // One thread for what takes long, so that it can be kept busy.
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().max_blocking_threads(1).build().unwrap();
    runtime.block_on(async {
        let (discord, owner, general, _folder) = stage(None).await;
        let says = async |line: &str| owner.slash(&general, line).await.unwrap();
        says("seminar open title:\"On power\" themes:power").await;
        for line in ["seminar start", "seminar join", "seminar next", "answer text:Councils."] {
            says(line).await;
        }
        let sure = says("seminar close").await;
        owner.press(&sure, "Close it").await.unwrap();

        let (done, busy) = std::sync::mpsc::channel::<()>();
        tokio::task::spawn_blocking(move || busy.recv());
        let deferred = async {
            while !discord.requests().iter().any(|it| it.body["type"] == 5) {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
            drop(done);
        };
        let record = async { tokio::join!(says("record seminar:1"), deferred).0 };
        let record = tokio::time::timeout(SOON, record).await.expect("it is not deferred");
        assert!(record.deferred, "{record:?}");
        assert_eq!(record.attachments.len(), 1);
        discord.assert_clean();
    });
}
