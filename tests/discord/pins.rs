//! Pins: once, also when nobody hears of them, and who asked is told why there is none.

use commonplace::messages::{Button, Card, Effect, Subject};
use domain::{ChannelId, MemberId};
use standin::{Fault, Message, Permission};

use crate::discord::harness::SOON;
use crate::discord::outbox::{OutboxHarness, number, says};

/// A panel in #general, and that it be pinned.
async fn panel(outbox: &OutboxHarness) {
    let place = ChannelId(number(outbox.harness.general.id));
    let subject = Subject::Panel(place);
    let card = Card::saying("The panel.").buttons([Button::main("Help", "help")]).about(subject);
    outbox.put(Effect::Post { place, card }).await;
    let asker = MemberId(number(outbox.harness.ana.id));
    outbox.put(Effect::Pin { subject, asker }).await;
}

/// How often the channel was told of a pin.
fn told(messages: &[Message]) -> usize {
    messages.iter().filter(|message| message.kind == 6).count()
}

#[tokio::test]
async fn a_message_is_pinned_once_it_is_there() {
    let outbox = OutboxHarness::new().await;
    panel(&outbox).await;
    outbox.harness.settled().await;
    let general = &outbox.harness.general;
    assert_eq!(general.pins().len(), 1);
    assert!(general.pins()[0].text().contains("The panel."));
    // Pinned already is as good.
    let subject = Subject::Panel(ChannelId(number(general.id)));
    outbox.put(Effect::Pin { subject, asker: MemberId(number(outbox.harness.ana.id)) }).await;
    outbox.harness.settled().await;
    assert_eq!(told(&general.messages()), 1);
    let requests = outbox.harness.discord.requests();
    let mut pins = requests.iter().filter(|it| it.method == "PUT" && it.path.contains("/pins/"));
    assert!(pins.all(|it| it.path.contains("/messages/pins/")));
    outbox.harness.clean();
}

#[tokio::test]
async fn a_receipt_that_is_lost_pins_nothing_twice() {
    let outbox = OutboxHarness::new().await;
    outbox.harness.discord.fail("PUT /channels/*/messages/pins/*", 9, Fault::DropAfter);
    panel(&outbox).await;
    outbox.harness.general.wait_for(|messages| told(messages) == 1, SOON).await;
    outbox.harness.discord.clear_faults();
    outbox.harness.settled().await;
    assert_eq!(outbox.harness.general.pins().len(), 1);
    assert_eq!(told(&outbox.harness.general.messages()), 1);
    outbox.harness.clean();
}

#[tokio::test]
async fn who_asked_is_told_what_keeps_us_from_it() {
    let outbox = OutboxHarness::new().await;
    outbox.harness.general.deny_bot(Permission::PIN_MESSAGES);
    panel(&outbox).await;
    let dms = outbox.harness.ana.dm().wait_for(says("could not pin it"), SOON).await;
    assert!(dms[0].text().contains("Give me Pin Messages there"), "{}", dms[0].text());
    outbox.harness.settled().await;
    assert!(outbox.harness.general.pins().is_empty());
    outbox.harness.clean();
}

#[tokio::test]
async fn a_channel_that_is_full_of_pins_is_a_clear_word() {
    let outbox = OutboxHarness::new().await;
    let body = r#"{"message": "Maximum number of pins reached (250)", "code": 30003}"#.to_owned();
    let refusal = Fault::Answer { status: 400, body };
    outbox.harness.discord.fail("PUT /channels/*/messages/pins/*", 1, refusal);
    panel(&outbox).await;
    let dms = outbox.harness.ana.dm().wait_for(says("could not pin it"), SOON).await;
    assert!(dms[0].text().contains("as many pinned messages as Discord allows"));
    outbox.harness.settled().await;
}
