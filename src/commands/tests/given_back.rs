//! What a member wrote comes back to them, whole, whenever nothing comes of it.

use crate::command::{Invocation, Value};
use crate::commands::fixture::Group;
use crate::commands::{COMMANDS, NAMES, Request};
use crate::messages::{Accent, Reply};
use crate::store::Location;

const WORDS: &str = "What I thought about for an hour, and will not write again.";

/// Lines that carry a text, typed and from a form, where everything is refused.
fn lines() -> Vec<Invocation> {
    let ids = ["round", "seminar", "statement", "version", "quote", "item", "id", "until"];
    let mut lines = Vec::new();
    for name in NAMES {
        let line = Invocation { name: (*name).to_owned(), ..Invocation::default() };
        lines.push(line.clone().field("text", WORDS));
        let known = ids.iter().fold(line, |line, id| line.with(id, Value::Integer(99)));
        lines.push(known.field("text", WORDS));
    }
    for (name, options) in COMMANDS.iter().flat_map(|spec| spec.whole()) {
        for option in options {
            if matches!(option.kind, crate::command::OptionKind::Prose(_)) {
                let line = Invocation { name: name.clone(), ..Invocation::default() };
                lines.push(line.with(option.name, Value::Text(WORDS.to_owned())));
            }
        }
    }
    lines
}

#[tokio::test]
async fn every_command_that_is_refused_gives_its_text_back() {
    let mut group = Group::new().await;
    let mut refused = 0;
    for line in lines() {
        for ask in [Request::typed, Request::pressed] {
            let context = group.context("zoe");
            let reply = group.gives(&context, ask(line.clone())).await;
            let Reply::Ephemeral(card) = &reply else { continue };
            if card.accent != Accent::Problem {
                continue;
            }
            refused += 1;
            assert!(card.plain().contains(WORDS), "{line:?}: {}", card.plain());
        }
    }
    assert!(refused > 50, "{refused}");
}

#[tokio::test]
async fn a_form_whose_round_has_closed_gives_its_text_back() {
    let mut group = Group::new().await;
    let posed = group.ana("question text:\"Who rules?\"").await;
    let form = group.press("ben", &posed, "Answer").await;
    let proposal = group.presses("ben", "statement propose round:1").await;
    let edit = group.press("ana", &posed, "Edit").await;
    group.ana("statement propose text:\"Nobody rules.\"").await;
    let object = group.presses("ben", "statement object statement:1 version:1").await;
    let change = group.presses("ana", "statement edit statement:1 version:1").await;
    let close = group.ana("close").await;
    group.press("ana", &close, "Close without a statement").await;
    let long = "long ".repeat(790);
    for (who, form) in
        [("ben", form), ("ben", proposal), ("ana", edit), ("ben", object), ("ana", change)]
    {
        let refused = group.submit(who, &form, &long).await;
        let Reply::Ephemeral(card) = &refused else { panic!("{refused:?}") };
        assert_eq!(card.accent, Accent::Problem);
        assert!(card.plain().contains(&format!("Your text, to copy: {long}")), "{}", card.plain());
    }
    for line in ["answer round:1", "answer", "statement propose", "question id:guerin-q1"] {
        let typed = group.ben(&format!("{line} text:\"{WORDS}\"")).await.plain();
        assert!(typed.contains(WORDS), "{line}: {typed}");
    }
}

#[tokio::test]
async fn a_text_that_breaks_something_of_ours_comes_back() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.services.store.failpoints().fail_nth(Location::Commit, 1);
    let failed = group.ben(&format!("answer text:\"{WORDS}\"")).await.plain();
    assert!(failed.contains("Something went wrong") && failed.contains(WORDS), "{failed}");
    let again = group.ben(&format!("answer text:\"{WORDS}\"")).await.plain();
    assert!(again.contains("recorded"), "{again}");
}

#[tokio::test]
async fn a_form_of_which_only_the_fields_can_be_read_gives_them_back() {
    let mut group = Group::new().await;
    let context = group.context("ben");
    let line = Invocation::default().field("text", WORDS);
    let refused = group.gives(&context, Request::pressed(line)).await.plain();
    assert!(refused.contains("older message") && refused.contains(WORDS), "{refused}");
}

#[tokio::test]
async fn words_that_wait_for_a_round_to_be_chosen_stay_in_sight() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.ana("question text:\"Who should?\"").await;
    let which = group.ben(&format!("answer text:\"{WORDS}\"")).await.plain();
    assert!(which.contains("Which one do you answer?") && which.contains(WORDS), "{which}");
}

#[tokio::test]
async fn what_shows_nothing_or_was_chosen_is_not_given_back() {
    let mut group = Group::new().await;
    let blank = group.ana("answer text:\" \"").await.plain();
    assert!(!blank.contains("to copy"), "{blank}");
    let search = group.ana("quote search:gibberishxyz").await.plain();
    assert!(!search.contains("to copy"), "{search}");
}
