//! What the cards look like, to the letter.

use crate::console::program::ConsoleHarness;

/// What a line of a script was answered with: the last one's lines.
fn last(said: &str) -> &str {
    let at = said.rfind(" › ").unwrap();
    said[at..].split_once('\n').unwrap().1
}

#[test]
fn a_quote() {
    let said = ConsoleHarness::new().plays("/quote id:thoreau-2");
    insta::assert_snapshot!(last(&said), @r#"
        ┃   There will never be a really free and enlightened State until the State
        ┃   comes to recognize the individual as a higher and independent power, from
        ┃   which all its own power and authority are derived, and treats him
        ┃   accordingly.
        ┃   — Henry David Thoreau, Civil Disobedience (1849), The essay, ¶45
        ┃
        ┃ Power · thoreau-2
        ┃ [1] Discuss   [2] Keep
        "#);
}

#[test]
fn a_question_and_what_becomes_of_it() {
    let harness = ConsoleHarness::new();
    insta::assert_snapshot!(last(&harness.plays("/question theme:power")), @"
    ┃ Power
    ┃
    ┃ What makes a prison the true place, and for whom?
    ┃
    ┃   Under a government which imprisons any unjustly, the true place for a
    ┃   just man is also a prison.
    ┃   — Henry David Thoreau, Civil Disobedience (1849), The essay, ¶22
    ┃
    ┃ No answers yet. Anonymous answers are shown when the round closes.
    ┃
    ┃ Round 1
    ┃ [1] Answer   [2] Close
    ");
    let said = harness.plays("@ana /answer text:\"For whoever is free there.\"");
    insta::assert_snapshot!(last(&said), @"
    ┊ only ana sees this
    ┊
    ┊ Your answer is recorded, and shown here under your name.
    ┊
    ┊ From now on the bot keeps what you answer here, with your name, for whoever
    ┊ can view this channel. You can have it erased at any time.
    ┊
    ┊ Round 1
    ┊ [1] Change   [2] Withdraw
    ┊ [3] What is kept?

    ┃ ana
    ┃   For whoever is free there.
    ┃
    ┃ Round 1

    ┃ Power · changed
    ┃
    ┃ What makes a prison the true place, and for whom?
    ┃
    ┃   Under a government which imprisons any unjustly, the true place for a
    ┃   just man is also a prison.
    ┃   — Henry David Thoreau, Civil Disobedience (1849), The essay, ¶22
    ┃
    ┃ 1 answer. Anonymous answers are shown when the round closes.
    ┃
    ┃ Round 1
    ┃ [4] Answer   [5] Close
    ");
}

#[test]
fn the_record() {
    let harness = ConsoleHarness::new();
    harness.plays(
        "/question theme:power\n@ana /answer text:Nobody.\n@ben press Answer\n  Me.\n  .\n  2",
    );
    insta::assert_snapshot!(last(&harness.plays("/record theme:power")), @"
    ┊ Power · only you see this
    ┊
    ┊ 1. What makes a prison the true place, and for whom? · asked Fri 1 May 2026,
    ┊ still open
    ┊
    ┊   Under a government which imprisons any unjustly, the true place for a
    ┊   just man is also a prison.
    ┊   — Henry David Thoreau, Civil Disobedience (1849), The essay, ¶22
    ┊
    ┊ ana
    ┊   Nobody.
    ┊
    ┊ 1 hidden answer, shown when the round closes.
    ┊
    ┊ [Picture map.png: Map of Power: 1 question · 2 answers. Question 1: 2
    ┊ answers; it is still open. Passages of Henry David Thoreau, Civil
    ┊ Disobedience: 1 argued over, 0 read, 1 not touched.]
    ┊
    ┊ 1 question · 2 answers
    ");
}

#[test]
fn a_refusal() {
    let ran = ConsoleHarness::new().play("/quote author:Thorau");
    insta::assert_snapshot!(last(&ran.out), @r#"
        ┊ only you see this
        ┊
        ┊ There is no author “Thorau”. Did you mean Henry David Thoreau?
        "#);
}

#[test]
fn writing_of_all_kinds_keeps_to_the_width() {
    let text = format!(
        "{}自由は人民の手の中にあり、誰もそれを与えることはできない。自由は人民の手の中にある。 e{} שלום {}",
        "Long-winded words go on. ".repeat(2),
        "\u{301}".repeat(20),
        "a".repeat(100),
    );
    let said = ConsoleHarness::new().plays(&format!("/question theme:liberty text:\"{text}\""));
    insta::assert_snapshot!(last(&said), @"
    ┃ Liberty
    ┃
    ┃ Long-winded words go on. Long-winded words go on. 自由は人民の手の中にあり、
    ┃ 誰もそれを与えることはできない。自由は人民の手の中にある。 é́́́́́́́́́́́́́́́́́́́ שלום
    ┃ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    ┃ aaaaaaaaaaaaaaaaaaaaaaa
    ┃
    ┃ No answers yet. Anonymous answers are shown when the round closes.
    ┃
    ┃ Round 1 · in a member's own words
    ┃ [1] Answer   [2] Edit   [3] Close
    ");
}

#[test]
fn the_consoles_own_help() {
    insta::assert_snapshot!(last(&ConsoleHarness::new().plays("?")), @"
    ┊ The console
    ┊
    ┊ Who, where and what fit on one line: @ana #general /answer. You are the first
    ┊ member, @you, and manage the server.
    ┊
    ┊ · /help          what the bot can do; every command works here as on Discord
    ┊ · @ana /quote    from here on you are ana, an ordinary member
    ┊ · #reading-room  go there; a channel's name has at most 12 letters
    ┊ · #club-forum    a forum, as its name ends so; each post is a channel
    ┊ · I think so.    posted in the channel, under a number: message 1
    ┊ · 3              press the button with that number
    ┊ · press Keep     press the newest button with that label
    ┊ · +manager       you may manage the server, whoever you are; -manager, no
    ┊   more
    ┊ · +teachers      you have that role; /settings facilitators:@teachers gives
    ┊   it a meaning
    ┊ · wait 10m       moves the console's clock on by that time
    ┊ · ; a remark     is ignored
    ┊ · quit           leaves, as Ctrl-D does
    ┊
    ┊ Scripts
    ┊ Without a terminal, lines are read from standard input: commonplace console <
    ┊ seminar.txt. What goes in a form is on the next lines, each with two spaces
    ┊ before it; a . alone ends a field if another follows. The program ends with
    ┊ an error if a line failed. sure:yes at the end of /close, /seminar close, /
    ┊ daily remove or /reading remove does it without asking first.
    ");
}
