//! Who cannot view a channel finds nothing there; see `docs/privacy.md`.

use crate::command::Sight;
use crate::command::Suggested;
use crate::commands::fixture::Group;
use crate::commands::suggest;

/// A question with an answer, a seminar and a daily in #10, seen from #20.
async fn elsewhere() -> Group {
    let mut group = Group::new().await;
    group.ana("question text:\"Who leads us?\" theme:power").await;
    group.ben("answer text:\"Ben leads.\"").await;
    group.ana("seminar open title:\"On leading\" themes:power").await;
    group.ana("seminar start").await;
    group.mia("daily add time:9:00").await;
    group.posts().await;
    group.go(20);
    group
}

#[tokio::test]
async fn what_is_in_another_channel_is_found_by_who_can_view_it() {
    let mut group = elsewhere().await;
    assert!(group.cleo("record theme:power").await.plain().contains("Ben leads."));
    assert!(group.cleo("seminar status").await.plain().contains("On leading"));
    let recorded = group.cleo("answer round:1 text:\"Nobody leads.\"").await.plain();
    assert!(recorded.contains("recorded"), "{recorded}");
    assert!(group.cleo("daily list").await.plain().contains("Daily 1"));
}

#[tokio::test]
async fn who_cannot_view_a_channel_is_told_nothing_of_it() {
    let mut group = elsewhere().await;
    group.sees(10, Sight::Hidden);
    group.closes(10);
    for (line, said) in [
        ("answer round:1 text:\"Mal was here.\"", "There is no round 1 here that you can see."),
        ("record seminar:1", "There is no seminar 1 here that you can see."),
        ("seminar join seminar:1", "There is no seminar 1 here that you can see."),
        ("seminar status", "There is no seminar here."),
        ("record", "Nothing yet."),
        ("record theme:power", "Nothing yet."),
        ("theme name:power", "has not been asked about it yet"),
        ("daily list", "None yet."),
        ("answer text:Here?", "No question is open here."),
    ] {
        let answer = group.says("mal", line).await.plain();
        assert!(answer.contains(said), "{line}: {answer}");
    }
    let context = group.context("mal");
    for kind in [Suggested::AnySeminar, Suggested::Seminar, Suggested::Schedule] {
        assert!(suggest(kind, "", &context, &group.services).await.unwrap().is_empty(), "{kind:?}");
    }
    // A number that does not exist is refused in the same words.
    let (hidden, none) = ("withdraw round:1", "withdraw round:7");
    let (hidden, none) =
        (group.presses("mal", hidden).await.plain(), group.presses("mal", none).await.plain());
    assert_eq!(hidden.replace('1', "7"), none);
    // In the channel itself nobody is asked what its members can view.
    group.go(10);
    assert!(group.says("mal", "seminar status").await.plain().contains("On leading"));
}

#[tokio::test]
async fn nothing_is_posted_to_a_channel_that_its_member_cannot_view() {
    let mut group = elsewhere().await;
    group.sees(30, Sight::Hidden);
    for line in [
        "daily add time:9:00 channel:30",
        "settings channel:30",
        "seminar open themes:power channel:30",
    ] {
        let refused = group.mia(line).await.plain();
        assert!(refused.contains("You cannot view that channel"), "{line}: {refused}");
    }
}

#[tokio::test]
async fn a_message_for_all_tells_only_what_all_can_view() {
    let mut group = elsewhere().await;
    assert!(group.ana("theme name:power").await.plain().contains("Who leads us?"));
    group.closes(10);
    let shown = group.ana("theme name:power").await.plain();
    assert!(!shown.contains("Who leads us?") && !shown.contains("Record"), "{shown}");
    group.go(10);
    assert!(group.ana("theme name:power").await.plain().contains("Who leads us?"));
}

#[tokio::test]
async fn what_was_in_a_deleted_channel_is_for_managers_and_those_who_took_part() {
    let mut group = elsewhere().await;
    group.sees(10, Sight::Deleted);
    for who in ["ana", "ben", "mia"] {
        let record = group.says(who, "record theme:power").await.plain();
        assert!(record.contains("Ben leads."), "{who}: {record}");
    }
    assert!(group.cleo("record theme:power").await.plain().contains("Nothing yet."));
    assert!(group.cleo("record").await.plain().contains("Nothing yet."));
    assert!(group.mia("daily pause").await.plain().contains("aily 1"));
}

#[tokio::test]
async fn what_nobody_can_tell_is_not_shown() {
    let mut group = elsewhere().await;
    group.sees(10, Sight::Unknown);
    for line in ["record", "record theme:power", "answer round:1 text:Now?", "seminar status"] {
        let refused = group.cleo(line).await.plain();
        assert!(refused.contains("try again in a minute"), "{line}: {refused}");
    }
    assert!(!group.cleo("theme name:power").await.plain().contains("Who leads us?"));
}
