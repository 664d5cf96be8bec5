//! A group whose meetings come due, with a platform that says what a test has set.

use jiff::SignedDuration;

use super::Meetings;
use crate::clock::Clock;
use crate::command::{Permission, SeenEvent};
use crate::commands::fixture::{Group, member_named};
use domain::meeting::MeetingState;
use domain::seminar::SeminarState;
use domain::{Seminar, SeminarNumber};

/// A Thursday in Paris, a week before the meeting.
const MADE: &str = "2027-03-18T08:00:00Z";

/// A group with a seminar that meets on Thursday, 25 March 2027, at 19:00 in Paris.
async fn planned(line: &str) -> Group {
    let mut group = Group::new().await;
    group.now = MADE.parse().unwrap();
    group.fay("settings timezone:Europe/Paris").await;
    group.mia("settings timezone:Europe/Paris").await;
    group.fay(&format!("seminar open themes:power at:\"2027-03-25 19:00\" {line}")).await;
    group
}

impl Group {
    /// Lets it be this time, does what is due, and says what went out.
    async fn at(&mut self, now: &str) -> Vec<String> {
        self.now = now.parse().unwrap();
        self.due().await
    }

    async fn due(&mut self) -> Vec<String> {
        let meetings = Meetings {
            books: self.services.books.clone(),
            store: self.services.store.clone(),
            clock: Clock::fast(self.now, 1),
            platform: self.platform.clone(),
        };
        meetings.fire_due().await.unwrap();
        self.posts().await
    }

    async fn seminar(&self) -> Seminar {
        let mut reads = self.services.store.read(self.server);
        reads.seminar_numbered(SeminarNumber(1)).await.unwrap().unwrap()
    }

    async fn state(&self) -> MeetingState {
        self.seminar().await.meeting.unwrap().state
    }

    /// What the event is from now on.
    fn event(&self, seen: SeenEvent) {
        *self.platform.event.lock().unwrap() = Some(seen);
    }

    fn event_stands(&self, starts_at: &str, interested: &[&str]) {
        let interested = interested.iter().map(|who| (member_named(who), (*who).to_owned()));
        let starts_at = starts_at.parse().unwrap();
        self.event(SeenEvent::There { starts_at, begun: false, interested: interested.collect() });
    }
}

const START: &str = "2027-03-25T18:00:00Z";

fn said(posts: &[String], words: &str) -> usize {
    posts.iter().filter(|post| post.contains(words)).count()
}

#[tokio::test]
async fn those_who_come_are_reminded_an_hour_before_and_once() {
    let mut group = planned("").await;
    let posts = group.posts().await;
    assert_eq!(said(&posts, "event Scheduled 2027-03-25T18:00:00Z"), 1, "{posts:#?}");
    group.ben("seminar come seminar:1").await;
    group.cleo("seminar come seminar:1").await;
    group.cleo("seminar come seminar:1 not:true").await;
    group.event_stands(START, &["dan", "ben"]);
    assert_eq!(said(&group.at("2027-03-25T16:59:00Z").await, "remind\n"), 0);
    let posts = group.at("2027-03-25T17:00:00Z").await;
    assert_eq!(said(&posts, "remind\n"), 1, "{posts:#?}");
    let reminder = posts.iter().find(|post| post.starts_with("remind")).unwrap();
    assert!(reminder.contains("!ben") && reminder.contains("!dan"), "{reminder}");
    assert!(!reminder.contains("cleo") && !reminder.contains("everyone"), "{reminder}");
    group.reopen().await;
    assert_eq!(said(&group.at("2027-03-25T17:30:00Z").await, "remind\n"), 0);
    assert_eq!(group.state().await, MeetingState::Reminded);
}

#[tokio::test]
async fn at_its_time_the_facilitator_is_asked_and_nobody_else() {
    let mut group = planned("").await;
    group.posts().await;
    group.event_stands(START, &[]);
    let posts = group.at("2027-03-25T18:00:00Z").await;
    let ask = posts.iter().find(|post| post.contains("It is time")).unwrap();
    assert!(ask.contains("!fay") && ask.contains("[Start]"), "{ask}");
    assert_eq!(group.seminar().await.state, SeminarState::Draft);
    assert!(group.at("2027-03-25T18:10:00Z").await.is_empty(), "it is asked once");
    let started = group.presses("fay", "seminar start seminar:1").await;
    assert!(started.plain().contains("First question"), "{}", started.plain());
    let posts = group.posts().await;
    assert_eq!(said(&posts, "event Active"), 1, "{posts:#?}");
    assert_eq!(said(&posts, "has started"), 2, "{posts:#?}");
    group.fay("seminar close seminar:1 sure:true").await;
    assert_eq!(said(&group.posts().await, "event Completed"), 1);
    assert!(group.seminar().await.meeting.unwrap().coming.is_empty());
}

#[tokio::test]
async fn it_starts_by_itself_if_nothing_is_in_the_way() {
    let mut group = planned("start:itself").await;
    group.posts().await;
    group.event_stands(START, &[]);
    let posts = group.at("2027-03-25T18:00:05Z").await;
    assert_eq!(group.seminar().await.state, SeminarState::Open, "{posts:#?}");
    assert_eq!(said(&posts, "event Active"), 1, "{posts:#?}");
    assert_eq!(said(&posts, "[Join]"), 1, "{posts:#?}");
}

#[tokio::test]
async fn what_is_in_the_way_of_a_start_is_said() {
    for (obstacle, told) in [
        ("empty", "agenda is empty"),
        ("open", "another seminar is open"),
        ("deleted", "its event was deleted"),
        ("left", "Nobody who is here facilitates"),
        ("channel", "I may not do all that it needs"),
    ] {
        let mut group = planned("start:itself").await;
        group.posts().await;
        group.event_stands(START, &[]);
        match obstacle {
            "empty" => {
                for item in group.seminar().await.agenda {
                    let line = format!("seminar agenda seminar:1 item:{} do:remove", item.id);
                    group.presses("fay", &line).await;
                }
            }
            "open" => {
                group.ana("seminar open themes:liberty").await;
                group.ana("seminar start").await;
            }
            "deleted" => group.event(SeenEvent::Gone),
            "left" => {
                group.platform.left.lock().unwrap().insert(member_named("fay"));
            }
            _ => group.lacks(&[Permission::SendMessages]),
        }
        let posts = group.at("2027-03-25T18:00:00Z").await;
        assert_eq!(said(&posts, told), 1, "{obstacle}: {posts:#?}");
        assert_eq!(group.seminar().await.state, SeminarState::Draft, "{obstacle}");
    }
}

#[tokio::test]
async fn who_manages_the_server_takes_over_from_a_facilitator_who_left() {
    let mut group = planned("").await;
    group.posts().await;
    group.platform.left.lock().unwrap().insert(member_named("fay"));
    let posts = group.at("2027-03-25T18:00:00Z").await;
    let ask = posts.iter().find(|post| post.contains("It is time")).unwrap();
    assert!(!ask.contains("!fay") && ask.contains("do:take"), "{ask}");
    let refused = group.presses("eve", "seminar start seminar:1").await;
    assert!(refused.plain().contains("fay"), "{}", refused.plain());
    group.presses("mia", "seminar facilitator seminar:1 do:take").await;
    group.presses("mia", "seminar start seminar:1").await;
    assert_eq!(group.seminar().await.state, SeminarState::Open);
}

#[tokio::test]
async fn a_meeting_follows_its_event_when_somebody_moves_that() {
    let mut group = planned("").await;
    group.posts().await;
    group.ben("seminar come seminar:1").await;
    group.posts().await;
    // Over the change of clocks, to the same hour of the next Thursday.
    group.event_stands("2027-04-01T17:00:00Z", &[]);
    let posts = group.at("2027-03-25T17:00:00Z").await;
    assert_eq!(said(&posts, "is moved to"), 1, "{posts:#?}");
    assert_eq!(said(&posts, "event Scheduled"), 0, "we change nothing about it: {posts:#?}");
    assert_eq!(said(&posts, "remind\n"), 0, "{posts:#?}");
    let meeting = group.seminar().await.meeting.unwrap();
    assert_eq!(
        (meeting.at.date.to_string(), meeting.at.time.to_string()),
        ("2027-04-01".into(), "19:00".into())
    );
    assert_eq!(meeting.revision, 1);
    assert_eq!(said(&group.at("2027-04-01T16:00:00Z").await, "remind\n"), 1);
}

#[tokio::test]
async fn while_nobody_knows_of_its_event_it_waits_and_then_goes_on() {
    let mut group = planned("").await;
    group.posts().await;
    group.ben("seminar come seminar:1").await;
    group.posts().await;
    *group.platform.event.lock().unwrap() = None;
    assert!(group.at("2027-03-25T17:00:00Z").await.is_empty());
    assert_eq!(group.state().await, MeetingState::Planned);
    group.event_stands(START, &["cleo"]);
    assert!(group.at("2027-03-25T17:00:20Z").await.is_empty(), "it is not asked at once");
    let posts = group.at("2027-03-25T17:00:45Z").await;
    assert_eq!(said(&posts, "!cleo"), 1, "{posts:#?}");
    *group.platform.event.lock().unwrap() = None;
    assert!(group.at("2027-03-25T18:00:00Z").await.is_empty());
    assert_eq!(said(&group.at("2027-03-25T18:05:30Z").await, "It is time"), 1);
}

#[tokio::test]
async fn nothing_late_goes_out_when_the_program_was_down() {
    let mut group = planned("").await;
    group.posts().await;
    group.ben("seminar come seminar:1").await;
    group.posts().await;
    group.event_stands(START, &["dan"]);
    // Back a little after the start: no reminder, but the question.
    let posts = group.at("2027-03-25T18:20:00Z").await;
    assert_eq!((said(&posts, "remind\n"), said(&posts, "It is time")), (0, 1), "{posts:#?}");
    let mut group = planned("start:itself").await;
    group.posts().await;
    // Back when it is over.
    let posts = group.at("2027-03-26T08:00:00Z").await;
    assert_eq!(said(&posts, "This meeting is over"), 1, "{posts:#?}");
    assert_eq!(
        (group.state().await, group.seminar().await.state),
        (MeetingState::Over, SeminarState::Draft)
    );
}

#[tokio::test]
async fn who_moves_a_meeting_is_not_overtaken_by_its_old_time() {
    let mut group = planned("").await;
    group.posts().await;
    group.ben("seminar come seminar:1").await;
    let moved = group.fay("seminar move seminar:1 at:\"2027-04-01 19:00\"").await;
    assert!(moved.plain().contains("announced"), "{}", moved.plain());
    let posts = group.posts().await;
    assert_eq!(said(&posts, "event Scheduled 2027-04-01T17:00:00Z"), 1, "{posts:#?}");
    assert_eq!(said(&posts, "!ben"), 1, "who comes is told: {posts:#?}");
    group.event_stands("2027-04-01T17:00:00Z", &[]);
    assert!(group.at("2027-03-25T17:00:00Z").await.is_empty());
    assert!(group.at("2027-03-25T18:00:00Z").await.is_empty());
    assert_eq!(said(&group.at("2027-04-01T16:00:00Z").await, "remind\n"), 1);
}

#[tokio::test]
async fn an_event_that_we_are_about_to_change_is_not_taken_for_one_that_was_moved() {
    let mut group = planned("").await;
    group.posts().await;
    group.event_stands(START, &[]);
    // Moved close to now, and not yet on Discord.
    group.now = "2027-03-25T16:30:00Z".parse().unwrap();
    group.fay("seminar move seminar:1 at:\"2027-03-25 18:00\"").await;
    group.now = "2027-03-25T17:00:00Z".parse().unwrap();
    let posts = group.due().await;
    assert_eq!(said(&posts, "event Scheduled 2027-03-25T17:00:00Z"), 1, "{posts:#?}");
    assert_eq!(
        group.seminar().await.meeting.unwrap().starts_at.to_string(),
        "2027-03-25T17:00:00Z"
    );
}

#[tokio::test]
async fn the_rules_of_a_zone_may_change() {
    let mut group = planned("").await;
    group.posts().await;
    let seminar = group.seminar().await;
    // As if the zone had been an hour further west when the date was set.
    let mut meeting = seminar.meeting.clone().unwrap();
    meeting.starts_at += SignedDuration::from_hours(1);
    let new = crate::store::NewMeeting {
        at: meeting.at.clone(),
        starts_at: meeting.starts_at,
        minutes: None,
        opening: None,
    };
    let now = group.now;
    let set = async |tx: &mut crate::store::ServerTx| tx.set_meeting(seminar.id, &new, now).await;
    group.services.store.change(group.server, set).await.unwrap();
    let meetings = Meetings {
        books: group.services.books.clone(),
        store: group.services.store.clone(),
        clock: Clock::fast(group.now, 1),
        platform: group.platform.clone(),
    };
    meetings.refresh(now).await.unwrap();
    let posts = group.posts().await;
    assert_eq!(said(&posts, "event Scheduled 2027-03-25T18:00:00Z"), 1, "{posts:#?}");
}
