//! Scripts: who, where, buttons, forms, and what a failed line does to the exit code.

use crate::console::program::{ConsoleHarness, run};

#[test]
fn a_failed_line_is_named_and_the_others_are_carried_out() {
    let harness = ConsoleHarness::new();
    let ran = harness.play("/quote theme:pwer\n; a remark\n/quote\n/nonsense\n99\n  stray\n");
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.err, "4 of 5 commands failed (lines 1, 4, 5, 6).\n");
    assert!(ran.out.contains("Did you mean "), "{}", ran.out);
    assert!(ran.out.contains("Thoreau"), "{}", ran.out);
}

#[test]
fn a_button_is_its_messages_and_its_members() {
    let harness = ConsoleHarness::new();
    let ran = harness.play(
        "
        /quote
        1
        4
        5
        @ana press keep
        /kept
        @ben 10
        press no such thing
        ",
    );
    for words in [
        "That button is gone. Its message has changed or was removed.",
        "Kept.",
        "That button is on a message that only ana can see.",
        "There is no button “no such thing” here to press.",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
}

#[test]
fn a_form_needs_its_lines_and_they_have_to_fit() {
    let harness = ConsoleHarness::new();
    let ran = harness.play("/question theme:power\n1\n/quote\n");
    assert!(ran.out.contains("is a form. Put what goes in it"));
    assert_eq!(ran.err, "1 of 3 commands failed (line 2).\n");

    for (length, well) in [(1, true), (4_000, true), (4_001, false)] {
        let harness = ConsoleHarness::new();
        let script = format!("/question theme:power\n1\n  {}\n", "a".repeat(length));
        let ran = harness.play(&script);
        assert_eq!(ran.code == Some(0), well, "{length}: {}", ran.out);
    }
}

#[test]
fn roles_and_managers_are_played_as_well() {
    let harness = ConsoleHarness::new();
    let add = "/daily add time:9:00 timezone:UTC";
    let ran = harness.play(&format!("@ana {add}\n+manager {add}\n-manager {add}\n"));
    assert_eq!(ran.err, "2 of 3 commands failed (lines 1, 3).\n", "{}", ran.out);
    let ran = harness
        .play(&format!("/settings facilitators:@teachers\n@ana {add}\n@ana +teachers {add}\n"));
    assert_eq!(ran.err, "1 of 3 commands failed (line 2).\n", "{}", ran.out);
}

#[test]
fn a_thread_is_a_place_to_go() {
    let harness = ConsoleHarness::new();
    let said = harness.plays("/quote\npress Discuss\n");
    assert!(said.contains("A thread was opened: "), "{said}");
    assert!(said.contains(" to go there."), "{said}");
}

#[test]
fn a_forum_holds_posts_and_each_is_a_place_to_go() {
    let harness = ConsoleHarness::new();
    let said = harness
        .plays("/daily add time:9:00 timezone:UTC channel:#club-forum work:thoreau\n/daily now\n");
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let opened = said.split("A post was opened in #club-forum: ").nth(1);
    let (title, way) =
        opened.and_then(|it| it.split_once("Type #")).unwrap_or_else(|| panic!("{said}"));
    assert!(title.ends_with("]. "), "its tags: {title}");
    let place = way.split(' ').next().unwrap();
    let there = format!("#{place} /question text:\"And here?\" theme:liberty\n");
    let said = harness.plays(&there);
    assert!(said.contains("And here?"), "{said}");
    // After a restart it is still the same place.
    let said = harness.plays(&format!("@ana #{place} /answer text:\"Here.\"\n"));
    assert!(said.contains("Here."), "{said}");
    let ran = harness.play("#club-forum /quote\n");
    assert_eq!(ran.code, Some(1), "{}", ran.out);
    assert!(ran.out.contains("is a forum. It holds posts"), "{}", ran.out);
}

#[test]
fn what_a_member_writes_has_no_power_over_the_terminal() {
    let harness = ConsoleHarness::new();
    let said = harness.plays(
        "/question text:\"A \u{1b}[2J\u{7}\u{202e}question\u{9b}31m\" theme:liberty\n\
         @ana /answer text:\"\u{1b}]0;title\u{7}so\"\n",
    );
    let after_echo = |c: char| c.is_control() && c != '\n';
    assert!(!said.contains(after_echo), "{said:?}");
    assert!(!said.contains('\u{202e}'), "{said:?}");
}

#[test]
fn the_same_seed_and_time_give_the_same_to_the_letter() {
    let script = "/question theme:power\n@ana 1\n  No name.\n  .\n  2\n/quote\nwait 1d\n/record theme:power\n";
    assert_eq!(ConsoleHarness::new().plays(script), ConsoleHarness::new().plays(script));
}

#[test]
fn the_same_seed_on_the_same_database_draws_anew() {
    let harness = ConsoleHarness::new();
    for day in 1..4 {
        let now = format!("2026-05-{day:02}T18:00:00Z");
        let mut program = harness.program(&["console", "--seed", "4", "--now", &now]);
        let ran = run(&mut program, "/question theme:power\n@ana press Answer\n  Mine.\n");
        assert_eq!(ran.code, Some(0), "{ran:?}");
    }
}

#[test]
fn an_empty_script_and_a_broken_one_are_no_trouble() {
    let harness = ConsoleHarness::new();
    assert_eq!(harness.plays(""), "");
    assert_eq!(harness.plays("quit\n/nonsense\n"), "you #general › quit\n");
    let mut program = harness.console();
    let ran = run(&mut program, "/\u{0}\n@\n#\n+\n/\"\n/quote search:\"\n");
    assert_eq!(ran.code, Some(1));
    assert!(ran.err.starts_with("6 of 6 commands failed"), "{}", ran.err);
}

#[test]
fn what_was_written_comes_back_when_nothing_is_open() {
    let harness = ConsoleHarness::new();
    let ran = harness.play("/answer text:\"Half an hour of thought.\"");
    assert!(ran.out.contains("No question is open here."), "{}", ran.out);
    assert!(ran.out.contains("Your text, to copy\n┊   Half an hour of thought."), "{}", ran.out);
    assert_eq!(ran.err, "1 of 1 commands failed (line 1).\n");
}
