//! Thirty members answer within ten seconds, and Discord takes five messages and five edits in five
//! seconds a channel: the question shows the right count soon after the last of them.

use std::time::{Duration, Instant};

use commonplace::clock::Clock;
use standin::{Message, Rate, Rates};

use crate::discord::harness::{DiscordHarness, SOON, lenient, said};

const MEMBERS: u32 = 30;
const WITHIN: Duration = Duration::from_secs(10);

/// How they answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// The form that the question's button opens.
    Form,
    /// The command, so that no press leaves a token.
    Command,
}

/// How it went.
#[derive(Debug)]
struct Rush {
    /// From the last receipt to the right count.
    right_after: Duration,
    /// How often the question was edited, before the last receipt and after.
    edits: (usize, usize),
    /// Of those edits, how many carried the bot's token.
    with_token: usize,
    /// How many requests met a limit of Discord's.
    limited: usize,
}

/// Discord's limits for a time that runs so many times as fast.
fn limits(speed: u32) -> Rates {
    let mut rates = Rates::like_discord();
    let faster = |rate: &mut Rate| rate.per /= speed;
    rates.global.iter_mut().for_each(faster);
    rates.route.iter_mut().for_each(faster);
    rates.special.values_mut().for_each(faster);
    rates
}

async fn rush(by: By, speed: u32) -> Rush {
    let clock = Clock::fast("2026-11-23T18:00:00Z".parse().unwrap(), speed);
    let harness = DiscordHarness::with(lenient(), |options| options.clock = clock).await;
    let question = harness.ana("question text:Well?").await;
    let members: Vec<_> =
        (1..=MEMBERS).map(|number| harness.club.member(&format!("member{number}"))).collect();
    harness.discord.set_rates(limits(speed));
    harness.discord.clear_requests();
    let begun = Instant::now();
    let mut running = Vec::new();
    for (member, turn) in members.into_iter().zip(0_u32..) {
        let (general, question) = (harness.general.clone(), Message::clone(&question));
        running.push(async move {
            let due = begun + WITHIN * turn / MEMBERS / speed;
            tokio::time::sleep_until(due.into()).await;
            let receipt = match by {
                By::Form => {
                    let form = member.press(&question, "Answer").await.unwrap().modal().unwrap();
                    member.submit(&form, &[("text", "Indeed.")]).await.unwrap()
                }
                By::Command => said(&member, &general, "answer text:Indeed.").await,
            };
            assert!(receipt.text().contains("is recorded"), "{}", receipt.text());
        });
    }
    futures_util::future::join_all(running).await;
    let edits = || {
        let requests = harness.discord.requests();
        let edits = requests.iter().filter(|it| it.method == "PATCH");
        (edits.clone().count(), edits.filter(|it| it.with_token).count())
    };
    let (last, before) = (Instant::now(), edits().0);
    let right = |messages: &[Message]| messages[0].text().contains("30 answers.");
    harness.general.wait_for(right, SOON).await;
    let right_after = last.elapsed() * speed;
    let (all, with_token) = edits();
    let requests = harness.discord.requests();
    let limited = requests.iter().filter(|it| it.status == 429).count();
    Rush { right_after, edits: (before, all - before), with_token, limited }
}

/// The worst that the pace of edits allows, however slow the machine is: nothing is edited more often
/// than every two seconds, and the last edit holds everything.
#[track_caller]
fn assert_paced(rush: &Rush) {
    let (before, after) = rush.edits;
    assert!(after <= 2, "one that was on its way, and one that has it all: {rush:?}");
    assert!(before >= 1 && rush.limited == 0, "{rush:?}");
}

#[tokio::test]
async fn by_their_forms_no_edit_carries_the_bots_token() {
    let rush = rush(By::Form, 4).await;
    assert_paced(&rush);
    assert_eq!(rush.with_token, 0, "{rush:?}");
}

#[tokio::test]
async fn by_the_command_the_edits_wait_for_no_post() {
    assert_paced(&rush(By::Command, 4).await);
}

#[tokio::test]
#[ignore = "measures time: a quiet machine and half a minute"]
async fn the_count_is_right_within_three_seconds() {
    for by in [By::Form, By::Command] {
        let rush = rush(by, 1).await;
        println!("{by:?}: {rush:?}");
        assert_paced(&rush);
        assert!(rush.right_after <= Duration::from_secs(3), "{by:?}: {rush:?}");
    }
}
