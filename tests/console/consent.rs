//! Members speak, and what they said becomes their response.

use crate::console::program::ConsoleHarness;

/// What is left of `said` once a line was carried out, up to the next prompt.
fn after<'a>(said: &'a str, line: &str) -> &'a str {
    assert!(said.contains(line), "{line}: {said}");
    let rest = said.split_once(line).unwrap().1;
    rest.split_once(" › ").map_or(rest, |(answer, _)| answer)
}

#[test]
fn what_was_said_is_recorded_with_its_authors_yes() {
    let harness = ConsoleHarness::new();
    let ran = harness.play(
        "
        /question theme:power
        @ben I would rather be free.
        @mia /record-as-answer message:1
        press Yes
        @ben press Yes
        @ana They all pay the tax.
        @mia /record-as-answer message:2
        @ana press No
        @mia /record-as-answer message:9
        @cleo quote it
        /record-as-answer message:3
        /record theme:power
        ",
    );
    let said = ran.out;
    assert_eq!(ran.err, "2 of 12 commands failed (lines 4, 9).\n", "{said}");
    insta::assert_snapshot!(after(&said, "@ben I would rather be free.\n"), @r#"
    ┃ ben
    ┃   I would rather be free.
    ┃
    ┃ message 1

    ben #general
    "#);
    insta::assert_snapshot!(after(&said, "@mia /record-as-answer message:1\n"), @"
    ┃ ben, may I save this message (#general) as your answer?
    ┃
    ┃ What makes a prison the true place, and for whom?
    ┃
    ┃ mia asks, and only ben can reply. If you say no, or say nothing for 7 days,
    ┃ nothing is kept.
    ┃
    ┃ Round 1
    ┃ pings ben
    ┃ [3] Yes   [4] No

    mia #general
    ");
    assert!(after(&said, "mia #general › press Yes\n").contains("Only the member who wrote"));
    assert!(after(&said, "@ben press Yes\n").contains("ben said yes"), "{said}");
    assert!(after(&said, "@ana press No\n").contains("is not recorded"), "{said}");
    assert!(
        after(&said, "message:9\n").contains("takes the number of a member's message"),
        "{said}"
    );
    assert!(after(&said, "@cleo quote it\n").contains("Did you mean /quote?"), "{said}");
    let record = after(&said, "› /record theme:power\n");
    assert!(record.contains("I would rather be free."), "{record}");
    assert!(!record.contains("pay the tax"), "{record}");
}

#[test]
fn after_a_week_nobody_can_say_yes() {
    let harness = ConsoleHarness::new();
    let ran = harness.play(
        "
        /question theme:power
        @ben I would rather be free.
        @mia /record-as-answer message:1
        wait 7d
        @ben press Yes
        ",
    );
    assert!(ran.out.contains("Nobody replied for 7 days"), "{}", ran.out);
    assert_eq!(ran.err, "1 of 4 commands failed (line 5).\n", "{}", ran.out);
}
