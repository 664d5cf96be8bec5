//! Killed at each point between a request and its answer: it is carried out once, and answered.

use std::time::Duration;

use commonplace::store::{Mode, Store};
use domain::ServerId;
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Executor};
use standin::{Exchange, Failure, Fault};

use crate::discord::harness::{DiscordHarness, SOON, lenient, until};
use crate::discord::outbox::number;

/// Where the bot is killed.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Point {
    /// Before it hears of the request.
    Unheard,
    /// After the change is on the disk, before Discord has the answer.
    Done,
    /// After it was said that an answer is coming, before anything is changed.
    Deferred,
    /// After Discord has the answer.
    Answered,
}

/// Gives a command, kills the bot at the point, and starts it again.
async fn killed(
    harness: &mut DiscordHarness,
    line: &str,
    point: Point,
) -> Result<Exchange, Failure> {
    let given = harness.ana.prepare(&harness.general, line, &[]).unwrap();
    let options = SqliteConnectOptions::new().filename(harness.database());
    let mut other = options.connect().await.unwrap();
    match point {
        Point::Unheard => harness.kill().await,
        Point::Done => harness.discord.fail("POST /interactions/*", 99, Fault::DropBefore),
        Point::Deferred => drop(other.execute("begin immediate").await.unwrap()),
        Point::Answered => {}
    }
    harness.discord.clear_requests();
    let (told, ()) = tokio::join!(given.send(), async {
        if point != Point::Unheard {
            let answers = |it: &standin::Request| it.path.ends_with("/callback");
            until("it is answered", async || harness.discord.requests().iter().any(answers)).await;
            harness.kill().await;
        }
        if point == Point::Deferred {
            other.execute("rollback").await.unwrap();
        }
        harness.discord.clear_faults();
        harness.start();
        harness.ready().await;
    });
    told
}

#[tokio::test]
async fn a_question_is_posed_once_and_seen() {
    for point in [Point::Unheard, Point::Done, Point::Deferred, Point::Answered] {
        let mut harness = DiscordHarness::new().await;
        let server = ServerId(number(harness.club.id));
        let told = killed(&mut harness, "question text:Well?", point).await;
        let told = told.unwrap_or_else(|failure| panic!("{point:?}: {failure}"));
        // Its card is the answer, or is posted if that was lost.
        let seen = |messages: &[standin::Message]| messages.len() == 1;
        let messages = harness.general.wait_for(seen, SOON).await;
        assert!(messages[0].text().contains("Well?"), "{point:?}: {}", messages[0].text());
        assert_eq!(told.ephemeral, point == Point::Done, "{point:?}");
        assert!(point != Point::Done || told.text().contains("It is done"), "{}", told.text());
        tokio::time::sleep(Duration::from_millis(500)).await;
        let look = Store::open(&harness.database(), Mode::Look).await.unwrap();
        assert_eq!(look.read(server).rounds_on(None).await.unwrap().len(), 1, "{point:?}");
        assert_eq!(harness.general.messages().len(), 1, "{point:?}");
        harness.clean();
    }
}

#[tokio::test]
async fn an_answer_is_recorded_once_and_none_is_lost() {
    for point in [Point::Unheard, Point::Done, Point::Deferred, Point::Answered] {
        let mut harness = DiscordHarness::new().await;
        harness.ana("question text:Well?").await;
        let line = "answer anonymous:true text:\"Mine alone.\"";
        let told = killed(&mut harness, line, point).await;
        let told = told.unwrap_or_else(|failure| panic!("{point:?}: {failure}"));
        assert!(told.ephemeral, "{point:?}");
        let counted = |messages: &[standin::Message]| messages[0].text().contains("1 answer");
        harness.general.wait_for(counted, SOON).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        let closed = harness.ana("close").await;
        harness.ana.press(&closed, "Close it").await.unwrap();
        let shown = |messages: &[standin::Message]| {
            let texts: Vec<String> = messages.iter().map(standin::Message::text).collect();
            texts.concat().matches("Mine alone.").count() == 1
        };
        harness.general.wait_for(shown, SOON).await;
        harness.clean();
    }
}

/// The library's heartbeat acknowledges all that came, at a moment that is not ours to choose. What is in
/// hand then is not replayed after a crash if Discord forgets it; it is done as a whole or not at all.
#[tokio::test]
async fn what_the_librarys_heartbeat_has_acknowledged_is_never_half_done() {
    let services = standin::Options {
        heartbeat_interval: Duration::from_millis(500),
        patience: Duration::from_secs(5),
        ..lenient()
    };
    let mut harness = DiscordHarness::with(services, |_| {}).await;
    let server = ServerId(number(harness.club.id));
    let told = killed(&mut harness, "question text:Well?", Point::Deferred).await;
    assert!(matches!(told, Err(Failure::NeverEdited(_))), "{told:?}");
    let look = Store::open(&harness.database(), Mode::Look).await.unwrap();
    assert_eq!(look.read(server).rounds_on(None).await.unwrap().len(), 0);
    harness.ana("question text:\"Once more?\"").await;
    let posed = harness.general.last().unwrap();
    assert!(posed.text().contains("Once more?"), "{}", posed.text());
    harness.clean();
}

/// Each turn is given once, however often the request comes.
#[tokio::test]
async fn what_a_crash_brings_back_gives_nobody_a_second_turn() {
    let mut harness = DiscordHarness::new().await;
    let draft = harness.ana("seminar open themes:power").await;
    harness.ana.press(&draft, "Start").await.unwrap();
    for name in ["ben", "cleo", "dan"] {
        let member = harness.club.member(name);
        member.slash(&harness.general, "queue join").await.unwrap();
    }
    killed(&mut harness, "queue next", Point::Done).await.unwrap();
    let shown = harness.ana("queue show").await;
    let text = shown.text();
    assert!(text.contains("cleo") && text.contains("dan") && !text.contains("ben"), "{text}");
    harness.clean();
}
