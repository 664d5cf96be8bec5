//! Meetings: seminars with a date, their events in a server's list, reminders and starts, over changes of
//! clocks, restarts and faults.

use std::time::Duration;

use commonplace::clock::Clock;
use jiff::Timestamp;
use standin::{Channel, Exchange, Fault, Member, Message, Permission, ScheduledEvent, Server};

use crate::discord::harness::{DiscordHarness, SOON, lenient, said};

/// Discord's numbers of how far an event is.
const SCHEDULED: u8 = 1;
const ACTIVE: u8 = 2;
const COMPLETED: u8 = 3;
const CANCELED: u8 = 4;

/// A group that meets on Thursdays at 19:00 by its own clocks.
struct Circle {
    server: Server,
    hall: Channel,
    fay: Member,
    zone: &'static str,
}

impl Circle {
    fn new(server: &Server, zone: &'static str) -> Self {
        let (hall, fay) = (server.channel("hall"), server.member("fay"));
        Self { server: server.clone(), hall, fay, zone }
    }

    async fn opens(&self, at: &str) -> Exchange {
        let zone = self.zone;
        let line =
            format!("seminar open title:\"{at}\" themes:power at:\"{at} 19:00\" timezone:{zone}");
        said(&self.fay, &self.hall, &line).await
    }

    /// The one event of that name, once it is like this.
    async fn event(&self, name: &str, status: u8) -> ScheduledEvent {
        let is = |it: &&ScheduledEvent| it.name == name && it.status == status;
        let there = |events: &[ScheduledEvent]| events.iter().any(|event| is(&event));
        let events = self.server.wait_for_events(there, SOON).await;
        assert_eq!(events.iter().filter(|it| it.name == name).count(), 1, "{events:#?}");
        events.iter().find(is).unwrap().clone()
    }

    /// The one message that says this.
    async fn message(&self, words: &str) -> Message {
        found(&self.hall, words).await
    }

    fn count(&self, words: &str) -> usize {
        self.hall.messages().iter().filter(|it| read(it).contains(words)).count()
    }
}

/// What a member reads, without the marks that keep a word from being mark-up.
fn read(message: &Message) -> String {
    message.text().replace(['\\', '*'], "")
}

async fn found(channel: &Channel, words: &str) -> Message {
    let holds = |messages: &[Message]| messages.iter().any(|it| read(it).contains(words));
    let messages = channel.wait_for(holds, SOON).await;
    let all: Vec<&Message> = messages.iter().filter(|it| read(it).contains(words)).collect();
    assert_eq!(all.len(), 1, "{words} stands more than once");
    all[0].clone()
}

async fn starting_at(now: &str) -> DiscordHarness {
    let now: Timestamp = now.parse().unwrap();
    let harness =
        DiscordHarness::with(lenient(), |options| options.clock = Clock::fast(now, 1)).await;
    harness.discord.set_time(now);
    harness
}

/// Kills the bot, and starts it again when it is this time.
async fn later(harness: &mut DiscordHarness, now: &str) {
    let now: Timestamp = now.parse().unwrap();
    harness.discord.set_time(now);
    harness.restart_with(|options| options.clock = Clock::fast(now, 1)).await;
}

#[tokio::test]
async fn a_month_over_both_changes_of_clocks_in_two_servers() {
    let mut harness = starting_at("2027-03-09T12:00:00Z").await;
    let paris = Circle::new(&harness.club, "Europe/Paris");
    let york = Circle::new(&harness.discord.server("New York circle"), "America/New_York");
    // New York changes its clocks on 14 March, Paris on 28 March.
    for (day, in_paris, in_york) in [
        ("2027-03-11", "2027-03-11T18:00:00Z", "2027-03-12T00:00:00Z"),
        ("2027-03-18", "2027-03-18T18:00:00Z", "2027-03-18T23:00:00Z"),
        ("2027-04-01", "2027-04-01T17:00:00Z", "2027-04-01T23:00:00Z"),
    ] {
        for (circle, starts) in [(&paris, in_paris), (&york, in_york)] {
            let draft = circle.opens(day).await;
            let told = draft.text();
            assert!(draft.ephemeral && told.contains("Agreed on"), "{told}");
            assert!(!told.contains("Create Events"), "{told}");
            let event = circle.event(day, SCHEDULED).await;
            assert_eq!(event.starts.to_string(), starts, "{}", circle.zone);
            assert_eq!(
                event.location,
                Some(format!(
                    "https://discord.com/channels/{}/{}",
                    circle.server.id, circle.hall.id
                ))
            );
            circle.server.member("dan").is_interested(event.id, true);
            let announcement = circle.message(&format!("Meeting: {day}")).await;
            circle.server.member("ben").press(&announcement, "I'll come").await.unwrap();
        }
        for (circle, other, starts) in [(&paris, &york, in_paris), (&york, &paris, in_york)] {
            let starts: Timestamp = starts.parse().unwrap();
            let before = starts - jiff::SignedDuration::from_mins(60);
            later(&mut harness, &before.to_string()).await;
            let reminder = circle.message(&format!("{day} starts")).await;
            let mut pinged = reminder.pings().users.clone();
            pinged.sort();
            let mut come = [circle.server.member("ben").id, circle.server.member("dan").id];
            come.sort();
            assert_eq!(pinged, come);
            assert!(!reminder.pings().everyone && reminder.pings().roles.is_empty());
            later(&mut harness, &starts.to_string()).await;
            let ask = circle.message(&format!("It is time for {day}")).await;
            assert_eq!(ask.pings().users, [circle.fay.id]);
            circle.fay.press(&ask, "Start").await.unwrap();
            circle.event(day, ACTIVE).await;
            circle.message(&format!("Seminar: {day}")).await;
            assert_eq!(circle.count(&format!("{day} starts")), 1, "it is reminded once");
            let _ = other;
            let asks = said(&circle.fay, &circle.hall, "seminar close").await;
            circle.fay.press(&asks, "Close it").await.unwrap();
            circle.event(day, COMPLETED).await;
        }
    }
    assert_eq!((paris.server.events().len(), york.server.events().len()), (3, 3));
    harness.clean();
}

#[tokio::test]
async fn an_event_that_was_made_while_the_answer_was_lost_is_not_made_again() {
    let mut harness = starting_at("2027-03-09T12:00:00Z").await;
    let circle = Circle::new(&harness.club, "Europe/Paris");
    harness.discord.fail("POST /guilds/*/scheduled-events", 1, Fault::DropAfter);
    circle.opens("2027-03-11").await;
    circle.event("2027-03-11", SCHEDULED).await;
    harness.kill_and_start().await;
    // A change shows that the event is known by now.
    said(&circle.fay, &circle.hall, "seminar move at:\"2027-03-12 19:00\"").await;
    let moved = |events: &[ScheduledEvent]| events[0].starts.to_string().starts_with("2027-03-12");
    let events = circle.server.wait_for_events(moved, Duration::from_secs(20)).await;
    assert_eq!(events.len(), 1, "{events:#?}");
    harness.clean();
}

#[tokio::test]
async fn each_call_may_be_limited_or_fail_and_all_comes_once() {
    let faults = [
        Fault::RateLimited { retry_after: Duration::from_millis(300), global: false },
        Fault::Status(500),
    ];
    for fault in faults {
        let mut harness = starting_at("2027-03-11T16:30:00Z").await;
        let circle = Circle::new(&harness.club, "Europe/Paris");
        for call in [
            "GET /guilds/*/scheduled-events",
            "POST /guilds/*/scheduled-events",
            "GET /guilds/*/scheduled-events/*",
            "PATCH /guilds/*/scheduled-events/*",
            "GET /guilds/*/scheduled-events/*/users",
        ] {
            harness.discord.fail(call, 1, fault.clone());
        }
        circle.opens("2027-03-11").await;
        let event = circle.event("2027-03-11", SCHEDULED).await;
        circle.server.member("dan").is_interested(event.id, true);
        // Who does not know yet which event is its own finds it another way.
        harness.settled().await;
        said(&circle.fay, &circle.hall, "seminar move at:\"2027-03-11 20:00\"").await;
        harness.settled().await;
        later(&mut harness, "2027-03-11T18:00:00Z").await;
        circle.message("2027-03-11 starts").await;
        later(&mut harness, "2027-03-11T19:00:00Z").await;
        let ask = circle.message("It is time").await;
        circle.fay.press(&ask, "Start").await.unwrap();
        circle.event("2027-03-11", ACTIVE).await;
        assert_eq!(circle.server.events().len(), 1);
        assert_eq!(circle.count("2027-03-11 starts"), 1);
        // What the group does not see of it may still be on its way.
        harness.settled().await;
        assert_eq!(harness.discord.faults_left(), [""; 0], "{fault:?}");
    }
}

#[tokio::test]
async fn a_meeting_follows_its_event_and_does_not_make_it_again() {
    let mut harness = starting_at("2027-03-11T16:30:00Z").await;
    let circle = Circle::new(&harness.club, "Europe/Paris");
    circle.opens("2027-03-11").await;
    let event = circle.event("2027-03-11", SCHEDULED).await;
    // The bot is told that its event is there before somebody moves it.
    harness.settled().await;
    circle.server.move_event(event.id, "2027-03-12T19:30:00Z".parse().unwrap());
    later(&mut harness, "2027-03-11T17:00:00Z").await;
    circle.message("is moved to").await;
    let announced = circle.message("Meeting: 2027-03-11").await;
    announced.wait_for(|it| read(it).contains("12 Mar 2027 20:30"), SOON).await;
    // Then somebody deletes it, and the meeting goes on without.
    circle.server.delete_event(event.id);
    later(&mut harness, "2027-03-12T19:30:00Z").await;
    let ask = circle.message("It is time").await;
    circle.fay.press(&ask, "Start").await.unwrap();
    circle.message("Seminar: 2027-03-11").await;
    assert!(circle.server.events().is_empty());
    harness.clean();
}

#[tokio::test]
async fn what_is_cancelled_here_is_cancelled_there() {
    let harness = starting_at("2027-03-09T12:00:00Z").await;
    let circle = Circle::new(&harness.club, "Europe/Paris");
    let draft = circle.opens("2027-03-11").await;
    circle.event("2027-03-11", SCHEDULED).await;
    let announced = circle.message("Meeting: 2027-03-11").await;
    let ben = circle.server.member("ben");
    ben.press(&announced, "I'll come").await.unwrap();
    let asks = circle.fay.press(&draft, "Discard").await.unwrap();
    let sure = asks.labels().into_iter().find(|label| label.contains("iscard")).unwrap();
    circle.fay.press(&asks, &sure).await.unwrap();
    circle.event("2027-03-11", CANCELED).await;
    // The announcement says so as well, sooner or later.
    let tells = |it: &&Message| it.id != announced.id && read(it).contains("is cancelled.");
    let told = |messages: &[Message]| messages.iter().any(|it| tells(&it));
    let messages = circle.hall.wait_for(told, SOON).await;
    assert_eq!(messages.iter().find(tells).unwrap().pings().users, [ben.id]);
    let cancelled = announced.wait_for(|it| read(it).contains("This meeting is cancelled"), SOON);
    assert_eq!(cancelled.await.labels(), ["Calendar file"]);
    harness.clean();
}

#[tokio::test]
async fn without_create_events_the_facilitator_is_told_and_members_press_the_button() {
    let mut harness = starting_at("2027-03-11T16:30:00Z").await;
    let circle = Circle::new(&harness.club, "Europe/Paris");
    harness.club.set_bot(Permission::EVERYONE);
    let draft = circle.opens("2027-03-11").await;
    assert!(draft.text().contains("Create Events"), "{}", draft.text());
    let announced = circle.message("Meeting: 2027-03-11").await;
    let ben = circle.server.member("ben");
    let come = ben.press(&announced, "I'll come").await.unwrap();
    assert!(come.ephemeral && read(&come).contains("You are expected"), "{}", come.text());
    let file = ben.press(&announced, "Calendar file").await.unwrap();
    assert!(
        file.ephemeral && read(&file).contains("your calendar takes the meeting in"),
        "{}",
        file.text()
    );
    let told = circle.fay.dm().wait_for(|all| !all.is_empty(), SOON).await;
    assert!(told[0].text().contains("Create Events"), "{}", told[0].text());
    later(&mut harness, "2027-03-11T17:00:00Z").await;
    assert_eq!(circle.message("2027-03-11 starts").await.pings().users, [ben.id]);
    assert!(circle.server.events().is_empty());
}

#[tokio::test]
async fn a_voice_channel_is_where_its_event_takes_place() {
    let harness = starting_at("2027-03-09T12:00:00Z").await;
    let circle = Circle::new(&harness.club, "Europe/Paris");
    let (table, stage) = (harness.club.voice("table"), harness.club.stage("podium"));
    for (name, place) in [("At the table", &table), ("On the stage", &stage)] {
        let line = format!(
            "seminar open title:\"{name}\" themes:power at:\"2027-03-11 19:00\" channel:{}",
            place.name()
        );
        said(&circle.fay, &circle.hall, &line).await;
        let event = circle.event(name, SCHEDULED).await;
        // On a stage we could not moderate, so there the event only leads to it.
        let own = place.id == table.id;
        assert_eq!((event.channel == Some(place.id), event.location.is_none()), (own, own));
    }
    harness.clean();
}
