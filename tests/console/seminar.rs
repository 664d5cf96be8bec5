//! The main job: a question is posed, answered by three members, and read back by theme.

use crate::console::program::ConsoleHarness;

/// One answers by command, one without a name, by a button and its form, one by a button's label.
const SEMINAR: &str = "\
; a seminar
/question theme:power
@ana /answer text:\"Because an honest man is free there.\"
@ben 1
  I would rather not say this with my name:

  I am afraid of prisons.
  .
  2
@cyd press Answer
  For those who pay the tax.
";

#[test]
fn three_members_answer_and_the_group_reads_it_by_theme() {
    let harness = ConsoleHarness::new();
    let said = harness.plays(SEMINAR);
    assert!(said.contains("3 answers, 1 of them anonymous"), "{said}");
    // What is answered without a name is not shown while the round is open.
    assert!(!said.contains("┃   I am afraid of prisons."), "{said}");

    // The program has ended in between.
    let read = harness.plays("/record theme:power\n");
    for words in ["ana\n", "Because an honest man is free there.", "cyd\n", "For those who pay"] {
        assert!(read.contains(words), "{words}: {read}");
    }
    assert!(!read.contains("I am afraid of prisons."), "{read}");
    assert!(!read.contains("ben\n"), "{read}");

    // The round is still open, and its poser closes it; then all answers are shown.
    let closed = harness.plays("/close round:1\npress Close\n/record theme:power\n");
    assert!(closed.contains("I am afraid of prisons."), "{closed}");
    assert!(!closed.contains("ben\n"), "{closed}");

    let elsewhere = harness.plays("/record theme:liberty\n");
    assert!(!elsewhere.contains("pay the tax"), "{elsewhere}");
}

#[test]
fn an_answer_is_changed_and_withdrawn_by_its_member_alone() {
    let harness = ConsoleHarness::new();
    let said = harness.plays(
        "
        /question theme:power
        @ana press Answer
          First thought.
        press Change
          Second thought.
        /record theme:power
        press Withdraw
        /record theme:power
        ",
    );
    let (before, after) = said.split_once("press Withdraw").unwrap();
    assert!(before.contains("Second thought."), "{said}");
    assert!(!after.contains("Second thought."), "{said}");

    // The button is for whoever presses it: ben's answer is his own.
    let harness = ConsoleHarness::new();
    let said = harness.plays(
        "
        /question theme:power
        @ana press Answer
          Mine.
        @ben press Answer
          Not yours.
        /record theme:power
        ",
    );
    let record = said.rsplit("/record").next().unwrap();
    assert!(record.contains("Mine.") && record.contains("Not yours."), "{record}");
}

#[test]
fn a_daily_quote_goes_out_by_itself() {
    let harness = ConsoleHarness::new();
    let said = harness.plays(
        "
        /daily add time:21:00 timezone:Europe/Paris channel:#reading-room
        /daily add time:14:00 timezone:UTC
        wait 2h
        ",
    );
    let posted = |said: &str| said.matches("Quote of the day").count();
    assert_eq!(posted(&said), 1, "{said}");
    assert!(said.contains("Quote of the day · in #reading-room"), "{said}");
    // The program was down when the second was due on the next day: it is four hours late.
    let late = harness.plays("/kept\nwait 2h");
    assert_eq!(posted(&late), 2, "{late}");
    assert!(late.find("Quote of the day") < late.find("/kept"), "{late}");
}
