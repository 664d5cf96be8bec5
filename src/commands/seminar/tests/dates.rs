//! Dates: given at the opening or later, in words; moved, called off, announced.

use insta::assert_snapshot;

use crate::commands::fixture::{Group, card};
use crate::messages::Reply;
use domain::SeminarNumber;

async fn group() -> Group {
    let mut group = Group::new().await;
    group.now = "2027-03-18T08:00:00Z".parse().unwrap();
    group.mia("settings timezone:Europe/Paris").await;
    group
}

#[tokio::test]
async fn a_draft_with_a_date_is_announced_and_becomes_an_event() {
    let mut group = group().await;
    let draft =
        group.ana("seminar open themes:power at:\"thursday 19:00\" timezone:Europe/Paris").await;
    let first: Vec<String> = draft.plain().lines().take(7).map(str::to_owned).collect();
    assert_snapshot!(first.join("\n"), @"
    one
    # Draft: Power
    5 questions on Power · 60 minutes
    2027-03-18T18:00:00Z (2027-03-18T18:00:00Z) · 60 minutes
    Agreed on: Thu 18 Mar 2027 19:00 Europe/Paris
    I ask you then to start it.
    Read beforehand:
    ");
    let posts = group.posts().await;
    assert_eq!(posts.len(), 2, "{posts:#?}");
    assert_snapshot!(posts[0], @"
    post #10
    # Meeting: Power
    2027-03-18T18:00:00Z (2027-03-18T18:00:00Z) · 60 minutes
    Agreed on: Thu 18 Mar 2027 19:00 Europe/Paris
    5 questions on Power · 60 minutes
    Read beforehand:
    - Three Problems of the Revolution: Three problems, three currents (¶10–19) and The Problem of Power (¶23–25)
    - Planned Economies and Democracy: A short history of liberty (¶23–26) and Notes (¶53)
    Facilitated by ana.
    The facilitator starts it then.
    Will you come? I remind those who say so one hour before.
    (Seminar 1)
    [I'll come] seminar come seminar:1
    [Calendar file] seminar calendar seminar:1
    ");
    assert_snapshot!(posts[1], @"event Scheduled 2027-03-18T18:00:00Z Power");
}

#[tokio::test]
async fn a_date_that_is_no_date_or_has_passed_is_refused_and_nothing_is_drafted() {
    let mut group = group().await;
    for (given, told) in [
        ("at:soon", "takes a date and a time"),
        ("at:\"3/4 19:00\"", "takes a date and a time"),
        ("at:\"today 7:00\"", "has passed"),
        ("at:\"2030-01-01 19:00\"", "two years"),
        ("timezone:Europe/Paris", "A date is missing"),
        ("at:\"tomorrow 19:00\" timezone:EST", "does not say where"),
        ("at:\"tomorrow 19:00\" start:alone", "takes `asks` or `itself`"),
    ] {
        let refused = group.ana(&format!("seminar open themes:power {given}")).await.plain();
        assert!(refused.contains(told), "{given}: {refused}");
    }
    assert!(group.posts().await.is_empty());
    assert!(group.services.store.read(group.server).seminars().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_time_that_the_clocks_skip_or_repeat_is_said() {
    let mut group = group().await;
    let skipped = group.ana("seminar open themes:power at:\"2027-03-28 2:30\"").await.plain();
    assert!(skipped.contains("clocks skip that time") && skipped.contains("03:00"), "{skipped}");
    let twice = group.ana("seminar open themes:power at:\"2027-10-31 2:30\"").await.plain();
    assert!(twice.contains("clocks show that time twice"), "{twice}");
}

#[tokio::test]
async fn without_create_events_it_is_said_and_all_else_works() {
    let mut group = group().await;
    *group.platform.makes_no_events.lock().unwrap() = true;
    let draft = group.ana("seminar open themes:power at:\"tomorrow 19:00\"").await.plain();
    assert!(draft.contains("Create Events"), "{draft}");
    let come = group.ben("seminar come seminar:1").await.plain();
    assert!(come.contains("You are expected"), "{come}");
}

#[tokio::test]
async fn a_draft_is_given_a_date_by_form_and_moved_by_command() {
    let mut group = group().await;
    let draft = group.ana("seminar open themes:power").await;
    assert!(group.posts().await.is_empty());
    let form = group.press("ana", &draft, "Set a date").await;
    let dated = group.submit("ana", &form, "next Thursday at 7 pm").await;
    assert_snapshot!(dated.plain(), @"
    one
    The date is set, and announced in #10.
    2027-03-18T18:00:00Z (2027-03-18T18:00:00Z) · 60 minutes
    Agreed on: Thu 18 Mar 2027 19:00 Europe/Paris
    I ask you then to start it.
    (Seminar 1 · only you see this)
    [Agenda] seminar agenda seminar:1
    [Calendar file] seminar calendar seminar:1
    ");
    assert_eq!(group.posts().await.len(), 2);
    let again = group.ana("seminar agenda seminar:1").await;
    let form = group.press("ana", &again, "Move").await;
    assert!(form.plain().contains("2027-03-18 19:00"), "{}", form.plain());
    let refused = group.submit("ana", &form, "whenever").await.plain();
    assert!(refused.contains("takes a date") && refused.contains("whenever"), "{refused}");
    let other = group.ben("seminar move seminar:1 at:\"tomorrow 19:00\"").await.plain();
    assert!(other.contains("set its date"), "{other}");
    group.ana("seminar move seminar:1 at:\"2027-03-25 19:00\"").await;
    let posts = group.posts().await;
    let events = posts.iter().filter(|post| post.starts_with("event Scheduled")).count();
    assert_eq!(events, 1, "{posts:#?}");
    // The same once more is no news.
    group.ana("seminar move seminar:1 at:\"2027-03-25 19:00\"").await;
    assert!(group.posts().await.is_empty());
}

#[tokio::test]
async fn a_draft_that_is_discarded_calls_its_meeting_off() {
    let mut group = group().await;
    group.ana("seminar open themes:power at:\"tomorrow 19:00\"").await;
    group.ben("seminar come seminar:1").await;
    group.posts().await;
    group.ana("seminar close seminar:1 sure:true").await;
    let posts = group.posts().await;
    for told in ["event Canceled", "This meeting is cancelled", "!ben"] {
        assert!(posts.iter().any(|post| post.contains(told)), "{told}: {posts:#?}");
    }
    let late = group.cleo("seminar come seminar:1").await.plain();
    assert!(late.contains("is over, has started or is cancelled"), "{late}");
    let Reply::Document(file) = group.cleo("seminar calendar seminar:1").await else {
        panic!("no file");
    };
    let file = String::from_utf8(file.bytes).unwrap();
    assert!(file.contains("STATUS:CANCELLED") && file.contains("SEQUENCE:1"), "{file}");
}

#[tokio::test]
async fn a_draft_without_a_date_stays_between_its_facilitator_and_us() {
    let mut group = group().await;
    group.ana("seminar open themes:power").await;
    for line in ["seminar come seminar:1", "seminar calendar seminar:1"] {
        let refused = group.ben(line).await.plain();
        assert!(refused.contains("has no date"), "{line}: {refused}");
    }
    let refused = group.ben("seminar status seminar:1").await.plain();
    assert!(!refused.contains("Power"), "{refused}");
    group.ana("seminar close seminar:1 sure:true").await;
    assert!(group.posts().await.is_empty());
}

#[tokio::test]
async fn the_count_of_those_who_come_is_an_edit() {
    let mut group = group().await;
    group.ana("seminar open themes:power at:\"tomorrow 19:00\"").await;
    group.posts().await;
    for who in ["ben", "ben", "cleo"] {
        let told = group.says(who, "seminar come seminar:1").await;
        assert!(card(&told).plain().contains("Calendar file"), "{}", told.plain());
    }
    let posts = group.posts().await;
    assert_eq!(posts.len(), 1, "{posts:#?}");
    assert!(
        posts[0].starts_with("edit meeting:") && posts[0].contains("2 have said"),
        "{posts:#?}"
    );
    let seminar = group.services.store.read(group.server).seminar_numbered(SeminarNumber(1)).await;
    assert_eq!(seminar.unwrap().unwrap().meeting.unwrap().coming.len(), 2);
}

#[tokio::test]
async fn who_erases_themselves_is_not_expected_any_more_and_a_date_outlives_its_maker() {
    let mut group = group().await;
    group.ana("seminar open themes:power at:\"tomorrow 19:00\"").await;
    group.ben("seminar come seminar:1").await;
    group.posts().await;
    assert!(
        group.ben("privacy show").await.plain().contains("Meetings you said you would come to")
    );
    group.ben("privacy erase sure:true").await;
    let posts = group.posts().await;
    assert!(posts.iter().any(|post| post.contains("Will you come?")), "{posts:#?}");
    group.ana("privacy erase sure:true").await;
    let posts = group.posts().await;
    assert!(posts.iter().any(|post| post.contains("Nobody facilitates")), "{posts:#?}");
    group.presses("mia", "seminar facilitator seminar:1 do:take").await;
    let moved = group.mia("seminar move seminar:1 at:\"2027-03-25 19:00\"").await.plain();
    assert!(moved.contains("The date is set"), "{moved}");
}
