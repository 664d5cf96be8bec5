//! Every HTTP call of an evening goes wrong in turn, from the first of the start on: it is tried
//! again, and in the end all is as if nothing had been.

use std::collections::BTreeMap;
use std::time::Duration;

use commonplace::clock::Clock;
use futures_util::StreamExt;
use standin::{Channel, Exchange, Fault, Member, Message, Standin};

use crate::discord::harness::{DiscordHarness, SOON, lenient, said};

/// How an evening ends: what stands where, as far as chance does not draw it.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    /// The state of each message, by channel.
    messages: BTreeMap<String, Vec<String>>,
    threads: usize,
    /// How often each thing that a member said is shown.
    said: BTreeMap<&'static str, usize>,
}

const SAID: [&str; 4] = ["Nobody.", "Somebody must.", "All of us.", "We rule together."];

/// What of a message's state is not drawn by chance.
const BUTTONS: [&str; 9] = [
    "Answer",
    "Edit",
    "Close",
    "Join",
    "Agree",
    "Object",
    "Discuss",
    "Keep",
    "Propose a statement",
];

fn state(message: &Message) -> String {
    let labels = message.labels();
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    let kept: Vec<&str> = BUTTONS.into_iter().filter(|it| labels.contains(it)).collect();
    let counted = ["1 answer.", "2 answers.", "3 take part"];
    let text = message.text();
    let counted: Vec<&str> = counted.into_iter().filter(|it| text.contains(it)).collect();
    format!("{} {}", kept.join(" "), counted.join(" "))
}

/// An evening on a Discord with whatever faults it has, from the start of the bot on.
async fn evening(discord: Standin) -> (DiscordHarness, Outcome) {
    let clock = Clock::fast("2026-11-23T18:00:00Z".parse().unwrap(), 20);
    let harness = DiscordHarness::on(discord, |options| options.clock = clock, None).await;
    let (daily, hall) = (harness.club.channel("daily"), harness.club.channel("hall"));
    let [ana, ben, cleo] = ["ana", "ben", "cleo"].map(|name| harness.club.member(name));
    let owner = harness.owner();
    let add = "daily add time:9:00 timezone:UTC channel:#daily thread:true";
    said(&owner, &harness.general, add).await;
    said(&owner, &harness.general, "daily now").await;

    let question = said(&ana, &harness.general, "question text:\"Who rules?\"").await;
    answers(&ben, &question, SAID[0]).await;
    answers(&cleo, &question, SAID[1]).await;
    harness.settled().await;

    let draft = said(&ana, &hall, "seminar open themes:power").await;
    ana.press(&draft, "Start").await.unwrap();
    let lobby = found(&hall, "Join").await;
    for member in [&ben, &cleo] {
        member.press(&lobby, "Join").await.unwrap();
    }
    said(&ana, &hall, "seminar next").await;
    let asked = found(&hall, "Answer").await;
    answers(&ben, &asked, SAID[2]).await;
    said(&ana, &hall, "seminar reveal").await;
    let proposed = format!("statement propose text:\"{}\"", SAID[3]);
    said(&ana, &hall, &proposed).await;
    let shown = said(&ben, &hall, "statement show").await;
    ben.press(&shown, "Agree").await.unwrap();
    let sure = said(&ana, &hall, "seminar close").await;
    if let Some(label) = sure.labels().first() {
        ana.press(&sure, label).await.unwrap();
    }
    harness.settled().await;

    let channels = [&harness.general, &daily, &hall];
    let all: String = channels.iter().flat_map(|it| it.messages()).map(|it| it.text()).collect();
    let outcome = Outcome {
        messages: channels
            .iter()
            .map(|channel| (channel.name(), channel.messages().iter().map(state).collect()))
            .collect(),
        threads: daily.threads().len(),
        said: SAID.into_iter().map(|words| (words, all.matches(words).count())).collect(),
    };
    (harness, outcome)
}

async fn answers(member: &Member, on: &Message, text: &str) {
    let form = member.press(on, "Answer").await.unwrap().modal().unwrap();
    let receipt: Exchange = member.submit(&form, &[("text", text)]).await.unwrap();
    assert!(receipt.text().contains("is recorded"), "{}", receipt.text());
}

/// The message that has this button.
async fn found(channel: &Channel, button: &str) -> Message {
    let has = |messages: &[Message]| messages.iter().any(|it| it.button(button).is_some());
    let messages = channel.wait_for(has, SOON).await;
    messages.into_iter().rev().find(|it| it.button(button).is_some()).unwrap()
}

fn faults() -> [Fault; 4] {
    [
        Fault::Status(500),
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::RateLimited { retry_after: Duration::from_millis(300), global: false },
    ]
}

/// Plays evenings in which a call goes wrong, and says how many.
async fn each(wanted: impl Fn(usize, usize) -> bool, at_once: usize) -> usize {
    let (harness, usual) = evening(Standin::start(lenient()).await).await;
    let calls = harness.discord.served();
    let calls = usize::try_from(calls).unwrap();
    harness.clean();
    drop(harness);
    assert!(usual.said.values().all(|count| *count > 0), "{usual:#?}");
    let each = (1..=calls).flat_map(|nth| (0..faults().len()).map(move |which| (nth, which)));
    let each: Vec<(usize, usize)> = each.filter(|(nth, which)| wanted(*nth, *which)).collect();
    let count = each.len();
    let usual = &usual;
    let played = futures_util::stream::iter(each).map(async |(nth, which)| {
        let discord = Standin::start(lenient()).await;
        let fault = faults()[which].clone();
        discord.fail_nth("*", nth, fault.clone());
        let (harness, outcome) = evening(discord).await;
        assert_eq!(outcome, *usual, "call {nth} of {calls} met {fault:?}");
        // An evening may have fewer calls than another: edits are gathered.
        harness.discord.faults_left().is_empty()
    });
    let met: Vec<bool> = played.buffer_unordered(at_once).collect().await;
    let met = met.into_iter().filter(|met| *met).count();
    assert!(met + 8 >= count, "{met} of {count} were met");
    println!("{met} calls of evenings of {calls} went wrong");
    met
}

#[tokio::test]
async fn a_call_that_goes_wrong_is_made_up_for() {
    each(|nth, which| nth % 3 == 0 && which == (nth / 3) % 4, 6).await;
}

#[tokio::test]
#[ignore = "needs two minutes: every call of an evening, in four ways"]
async fn whichever_call_goes_wrong_it_is_made_up_for() {
    each(|_, _| true, 16).await;
}
