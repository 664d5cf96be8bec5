use crate::commands::fixture::{Group, card, member_named};
use crate::commands::{ANYWHERE, COMMANDS};
use crate::messages::Reply;
use crate::store::tests::dump::rows;
use domain::ServerId;

/// Ana, who has the bot for herself, and no server.
async fn ana_alone() -> Group {
    let mut group = Group::new().await;
    group.server = ServerId::of_member(member_named("ana"));
    group
}

/// The rows of the store that are of no server.
async fn of_members(group: &Group) -> Vec<String> {
    let all = rows(group.services.store()).await;
    all.into_iter().filter(|row| row.contains("server=-")).collect()
}

#[tokio::test]
async fn a_member_reads_and_keeps_quotes_without_a_server() {
    let mut group = ana_alone().await;
    let quote = group.ana("quote id:guerin-5").await;
    let labels: Vec<&str> =
        card(&quote).buttons.iter().flatten().map(|button| button.label.as_str()).collect();
    assert!(labels.contains(&"Keep") && !labels.contains(&"Discuss"), "{labels:?}");
    group.press("ana", &quote, "Keep").await;
    assert!(group.ana("kept").await.plain().contains("union of order with anarchy"));
    // Nobody else reads it, nor does she find it in a server.
    group.server = ServerId::of_member(member_named("ben"));
    assert!(group.ben("kept").await.plain().contains("None yet"));
    group.server = ServerId(1);
    assert!(group.ana("kept").await.plain().contains("None yet"));
}

#[tokio::test]
async fn nothing_is_kept_but_what_they_keep() {
    let mut group = ana_alone().await;
    let another = group.ana("quote").await;
    group.press("ana", &another, "Another").await;
    for line in ["quote theme:power", "quote search:freedom author:guerin", "kept", "help"] {
        group.ana(line).await;
    }
    assert_eq!(of_members(&group).await, [""; 0]);
    group.ana("keep quote:guerin-5").await;
    let kept = of_members(&group).await;
    assert!(kept.len() == 1 && kept[0].starts_with("kept: "), "{kept:?}");
}

#[tokio::test]
async fn a_copy_has_it_and_it_is_erased_with_all_else() {
    let mut group = ana_alone().await;
    group.ana("keep quote:guerin-5").await;
    let Reply::Document(copy) = group.ana("privacy export").await else { panic!("no copy") };
    let copy = String::from_utf8(copy.bytes).unwrap();
    assert!(copy.contains("guerin-5") && copy.contains("\"server\": null"), "{copy}");
    assert!(group.ana("privacy show").await.plain().contains("Quotes you kept: 1"));
    group.presses("ana", "privacy erase sure:true").await;
    assert_eq!(of_members(&group).await, [""; 0]);
    // From within a server as well.
    group.ana("keep quote:guerin-6").await;
    group.server = ServerId(1);
    group.presses("ana", "privacy erase sure:true everywhere:true").await;
    assert_eq!(of_members(&group).await, [""; 0]);
}

#[tokio::test]
async fn what_needs_a_server_says_so() {
    let mut group = ana_alone().await;
    let whole = COMMANDS.iter().flat_map(|spec| spec.whole());
    let bare = whole.filter(|(_, options)| options.iter().all(|option| !option.required));
    for (name, _) in bare {
        let group_of = name.split(' ').next().unwrap();
        let said = group.ana(&name).await.plain();
        let refused = said.contains("needs a server");
        // The button of a quote leads there, too.
        let works = ANYWHERE.contains(&group_of) || name == "who";
        assert_eq!(refused, !works, "{name}: {said}");
    }
    for press in ["discuss quote:guerin-5", "answer round:1", "panel page:book", "copy-out"] {
        let said = group.presses("ana", press).await.plain();
        assert!(said.contains("needs a server"), "{press}: {said}");
    }
    // What somebody wrote is not lost.
    let said = group.ana("question text:\"Who rules?\"").await.plain();
    assert!(said.contains("needs a server") && said.contains("Who rules?"), "{said}");
}

#[tokio::test]
async fn help_tells_of_what_there_is() {
    let mut group = ana_alone().await;
    insta::assert_snapshot!(group.ana("help").await.plain(), @"
    one
    # A commonplace book for yourself
    Quotes from the book that all servers share. What you keep here only you see.
    - `/quote` · A quote from the book that this channel has not had lately
    - `/kept` · The quotes that you kept in this server; only you see them
    - `/help` · What this bot does, and how
    - `/privacy` · What this bot keeps about you, a copy of it, and how to have it erased
    In a server that has me, a group has a book, questions and a record of its own.
    ");
}

#[tokio::test]
async fn where_a_server_keeps_it_quiet_nobody_else_sees_an_answer() {
    let mut group = ana_alone().await;
    let mut context = group.context("ana");
    context.alone = true;
    let line = crate::command::Invocation::parse("quote id:guerin-5").unwrap();
    let request = crate::commands::Request::typed(line);
    let answer = crate::commands::run(request, &context, &group.services).await;
    assert!(matches!(answer, Reply::Ephemeral(_)));
}
