use std::collections::BTreeSet;

use crate::command::{FieldValue, Invocation, Permission, Value};
use crate::commands::fixture::{FACILITATORS, Group, card};
use crate::commands::{COMMANDS, Command, MESSAGE_COMMANDS};
use crate::messages::panel::{self, Page};
use crate::messages::{Card, Reply};
use domain::ChannelId;

#[tokio::test]
async fn it_is_posted_and_pinned_and_takes_the_place_of_an_older_one() {
    let mut group = Group::new().await;
    insta::assert_snapshot!(group.mia("panel").await.plain(), @"
    one
    The panel is on its way, and I pin it. An older one in this channel goes.
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    # What you can do here
    Every command is behind one of these buttons. What they open is for your eyes, unless it is meant for all.
    [Answer] answer
    [My answers] answers
    [Ask a question] fill command:question
    [A quote] quote another:true
    [Seminar and statement] panel page:group
    [The book] panel page:book
    [The record] panel page:record
    [Facilitate a seminar] panel page:seminar
    [Facilitate this server] panel page:facilitators
    [What is kept about me] privacy show
    [Help] help

    pin panel:10
    ");
    group.mia("panel").await;
    let posts = group.posts().await;
    let first_words: Vec<&str> = posts.iter().filter_map(|post| post.lines().next()).collect();
    assert_eq!(first_words, ["delete", "post #10", "pin panel:10"]);
    // Another channel has a panel of its own.
    group.go(11);
    group.mia("panel").await;
    let posts = group.posts().await;
    let first_words: Vec<&str> = posts.iter().filter_map(|post| post.lines().next()).collect();
    assert_eq!(first_words, ["post #11", "pin panel:11"]);
}

#[tokio::test]
async fn where_nothing_can_be_pinned_it_is_said_how_somebody_does_it() {
    let mut group = Group::new().await;
    group.pins_nothing();
    let told = group.mia("panel").await.plain();
    assert!(told.contains("may not pin") && told.contains("Pin Message"), "{told}");
    let posts = group.posts().await;
    assert_eq!(posts.len(), 1, "{posts:?}");
    group.lacks(&[Permission::SendMessages]);
    let refused = group.mia("panel").await.plain();
    assert!(refused.contains("I need Send Messages"), "{refused}");
    assert!(group.posts().await.is_empty());
}

#[tokio::test]
async fn facilitators_post_it() {
    let mut group = Group::new().await;
    assert!(group.ana("panel").await.plain().contains("Only facilitators can post the panel"));
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    assert!(group.fay("panel").await.plain().contains("on its way"));
    let unknown = group.presses("ana", "panel page:cellar").await.plain();
    assert!(unknown.contains("older message"), "{unknown}");
}

/// Commands that the panel leaves out, and why.
const LEFT_OUT: &[(&str, &str)] = &[
    ("panel", "it is the panel"),
    ("Record as answer", "it is about a message; Answer takes the same words"),
    ("Ask about this", "it is about a message; Ask a question takes words of one's own"),
    ("Take down", "it is about a message; the facilitators' page lists the answers"),
];

/// The panel and all its parts.
fn pages() -> Vec<Card> {
    let parts = Page::ALL.into_iter().map(panel::page);
    [panel::card(ChannelId(10))].into_iter().chain(parts).collect()
}

#[test]
fn every_command_is_reached_from_it() {
    let pages = pages();
    let buttons = pages.iter().flat_map(|card| card.buttons.iter().flatten());
    let lines: Vec<Invocation> =
        buttons.map(|button| Invocation::parse(&button.press).unwrap()).collect();
    let mut reached = BTreeSet::new();
    for line in &lines {
        // The form of a command is the command.
        let name = match (line.name.as_str(), line.options.get("command")) {
            ("fill", Some(Value::Text(command))) => command.as_str(),
            (name, _) => name,
        };
        reached.insert(name.to_owned());
        reached
            .extend(MESSAGE_COMMANDS.iter().filter(|it| it.word == name).map(|it| it.name.into()));
    }
    let typed = COMMANDS.iter().flat_map(|spec| spec.whole_names());
    let all: BTreeSet<String> =
        typed.chain(MESSAGE_COMMANDS.iter().map(|spec| spec.name.to_owned())).collect();
    let left_out: BTreeSet<String> = LEFT_OUT.iter().map(|(name, _)| (*name).to_owned()).collect();
    let missing: Vec<_> = all.difference(&reached).filter(|it| !left_out.contains(*it)).collect();
    assert!(missing.is_empty(), "no button leads to {missing:?}");
    let idle: Vec<_> =
        left_out.iter().filter(|it| reached.contains(*it) && *it != "panel").collect();
    assert!(idle.is_empty(), "{idle:?} can be reached after all");
    // Each part is reached as well.
    for page in Page::ALL {
        let open = |line: &&Invocation| Command::parse((*line).clone()) == Ok(page_of(page));
        assert!(lines.iter().any(|line| open(&line)), "{page:?}");
    }
}

fn page_of(page: Page) -> Command {
    Command::Panel(super::Panel { page: Some(page) })
}

#[tokio::test]
async fn each_of_its_buttons_does_something_for_who_may_press_it_and_says_why_not_to_others() {
    for who in ["ana", "mia"] {
        let mut group = Group::new().await;
        for button in pages().iter().flat_map(|card| card.buttons.iter().flatten()) {
            let told = group.presses(who, &button.press).await;
            let said = told.plain();
            assert!(!said.contains("older message"), "{who}: {}: {said}", button.label);
            assert!(!said.contains("went wrong"), "{who}: {}: {said}", button.label);
            assert!(!said.contains("needs `"), "{who}: {}: {said}", button.label);
        }
    }
}

#[tokio::test]
async fn a_form_takes_the_place_of_typing() {
    let mut group = Group::new().await;
    let form = group.presses("ana", "fill command:question").await;
    insta::assert_snapshot!(form.plain(), @"
    form /question
    theme (theme) About this theme: 
    work (work) About this work: 
    level (level) How hard it is
      ○ easy: everybody can answer at once () = easy
      ○ middle: takes a moment's thought over the quotes () = middle
      ○ text: needs the text around the quotes () = text
    id (id) This very question: 
    text (text) A question in your own words: 
    [send] fill command:question
    ");
    let posed = group.fill_in("ana", &form, &[("text", "Who rules?"), ("theme", "Power")]).await;
    assert!(matches!(posed, Reply::Public(_)), "{}", posed.plain());
    assert!(posed.plain().contains("# Power") && posed.plain().contains("Who rules?"));
    // A wrong word is answered as if it had been typed, and what was written comes back.
    let wrong = group.fill_in("ana", &form, &[("text", "Why?"), ("theme", "powr")]).await.plain();
    assert!(wrong.contains("Did you mean `power`?") && wrong.contains("Why?"), "{wrong}");
    let form = group.presses("fay", "fill command:\"seminar open\"").await;
    let drafted = group.fill_in("fay", &form, &[("title", "Evening"), ("themes", "power")]).await;
    assert!(card(&drafted).plain().contains("# Draft: Evening"), "{}", drafted.plain());
    let form = group.presses("mia", "fill command:\"daily add\"").await;
    let made = group.fill_in("mia", &form, &[("time", "9:00"), ("theme", "power")]).await.plain();
    assert!(made.contains("9:00") || made.contains("09:00"), "{made}");
}

#[tokio::test]
async fn roles_and_channels_are_chosen_in_a_form() {
    let mut group = Group::new().await;
    let form = group.presses("mia", "fill command:settings").await;
    assert!(form.plain().contains("[Role]") && form.plain().contains("[Channel]"));
    let choose = |value: &str| FieldValue::Choices(vec![value.to_owned()]);
    let sent = [("facilitators", choose("77")), ("channel", choose("12"))];
    let changed = group.submits("mia", &form, &sent).await.plain();
    assert!(changed.contains("@77") && changed.contains("#12"), "{changed}");
    // What was left out stays as it was.
    let sent = [("timezone", FieldValue::from("Europe/Paris"))];
    let changed = group.submits("mia", &form, &sent).await.plain();
    assert!(changed.contains("@77") && changed.contains("Europe/Paris"), "{changed}");
}

#[tokio::test]
async fn who_may_not_use_a_command_is_told_so_before_the_form_and_after_it() {
    let mut group = Group::new().await;
    for (line, said) in [
        ("fill command:\"daily add\"", "Only facilitators can add a daily"),
        ("fill command:\"daily pause\"", "Only facilitators can change the dailies"),
        ("fill command:settings", "Manage Server"),
        ("fill command:\"reading remove\"", "Only facilitators can change this server’s readings"),
        ("fill command:panel", "nothing to fill in"),
    ] {
        let told = group.presses("ana", line).await.plain().replace('\'', "’");
        assert!(told.contains(said), "{line}: {told}");
    }
    let form = group.presses("mia", "fill command:\"daily add\"").await;
    let refused = group.fill_in("ana", &form, &[("time", "9:00")]).await.plain();
    assert!(refused.contains("Only facilitators"), "{refused}");
    for forged in ["fill command:nothing", "fill", "fill command:keep"] {
        let told = group.presses("ana", forged).await.plain();
        assert!(told.contains("older message"), "{forged}: {told}");
    }
}
