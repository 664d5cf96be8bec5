//! Messages with every kind of argument, from small catalogs of their own.

use domain::{ChannelId, MemberId};
use jiff::Timestamp;
use jiff::civil::{date as day, time};
use proptest::prelude::*;

use super::{
    Argument, Catalog, Key, Language, Span, Text, check_markup, date, date_range, date_time,
    date_without_year, days, list, list_string, relative, string, text, time_of_day,
};

fn filled(source: &'static str, arguments: &[(&str, Argument)]) -> Text {
    Catalog::new(Language::English, [source]).text("m", arguments)
}

fn ana() -> Span {
    Span::Member { id: MemberId(1), name: "ana".to_owned() }
}

#[test]
fn a_message_gives_its_words_their_style() {
    let text = filled(r"m = Press **Keep**, type `/kept _all_`, or _wait_: a\_b, 2 * 3, \\.", &[]);
    let expected = Text::new()
        .plain("Press ")
        .strong("Keep")
        .plain(", type ")
        .code("/kept _all_")
        .plain(", or ")
        .soft("wait")
        .plain(r": a_b, 2 * 3, \.");
    assert_eq!(text, expected);
}

#[test]
fn a_translator_can_move_spans() {
    let arguments = [("by", ana().into()), ("where", ChannelId(7).into())];
    let text = filled("m = In { $where } hat { $by } geantwortet.", &arguments);
    let expected = Text::new().plain("In ").place(ChannelId(7)).plain(" hat ");
    assert_eq!(text, expected.span(ana()).plain(" geantwortet."));
}

#[test]
fn words_of_an_argument_take_the_style_around_them_and_spans_keep_theirs() {
    let name = Text::new().plain("Power").code("x").span(ana());
    let text = filled("m = **On { $name }!**", &[("name", name.into())]);
    let expected = Text::new().strong("On Power").code("x").span(ana()).strong("!");
    assert_eq!(text, expected);
    let text = filled("m = `/theme name:{ $name }`", &[("name", "a`b".into())]);
    assert_eq!(text, Text::new().code("/theme name:a`b"));
}

#[test]
fn code_and_arguments_can_be_within_soft_words() {
    let text = filled("m = _See `/kept` or { $by }._", &[("by", ana().into())]);
    let expected = Text::new().soft("See ").code("/kept").soft(" or ").span(ana()).soft(".");
    assert_eq!(text, expected);
}

#[test]
fn styles_side_by_side_do_not_run_together() {
    assert_eq!(filled("m = `a``b`", &[]), Text::new().code("a").code("b"));
}

#[test]
fn numbers_keys_and_missing_values_choose_a_variant() {
    let count = "m = { $count ->\n [one] one answer by { $by }\n *[other] { $count } answers\n }";
    for (count_of, shown) in [(1, "one answer by ana"), (2, "2 answers")] {
        let arguments = [("count", count_of.into()), ("by", ana().into())];
        assert_eq!(filled(count, &arguments).words(), shown);
    }
    let kind = "m = { $kind ->\n [forum] post\n *[channel] thread\n }";
    assert_eq!(filled(kind, &[("kind", Key("forum").into())]).words(), "post");
    assert_eq!(filled(kind, &[("kind", Key("voice").into())]).words(), "thread");
    let late = "m = { $late ->\n [true] late\n *[false] on time\n }";
    assert_eq!(filled(late, &[("late", true.into())]).words(), "late");
    let theme = "m = { $theme ->\n [none] any theme\n *[other] about { $theme }\n }";
    assert_eq!(filled(theme, &[("theme", None::<&str>.into())]).words(), "any theme");
    assert_eq!(filled(theme, &[("theme", Some("none").into())]).words(), "about none");
}

#[test]
fn what_is_missing_is_shown_by_its_name() {
    assert_eq!(Catalog::new(Language::English, []).string("quote-title", &[]), "quote-title");
    assert_eq!(Catalog::new(Language::English, ["m = x"]).string("m.label", &[]), "m.label");
    assert_eq!(filled("m = by { $by }", &[]).words(), "by {$by}");
    assert_eq!(filled("m = { other }", &[]).words(), "{other}");
    assert_eq!(filled("broken = { $ }\nm = whole", &[]).words(), "whole");
    // Markup that does not close ends with its message.
    assert_eq!(filled("m = **so", &[]), Text::new().strong("so"));
}

#[test]
fn a_message_can_show_others() {
    let catalog = Catalog::new(
        Language::English,
        ["m = see { n.label }", "n = no\n    .label = { -t } and { n }\n-t = a term"],
    );
    assert_eq!(catalog.string("m", &[]), "see a term and no");
    let circle = Catalog::new(Language::English, ["m = { n }\nn = { -t }\n-t = { -t } { m }"]);
    assert!(circle.string("m", &[]).contains('{'), "it ends");
}

#[test]
fn attributes_are_messages_too() {
    let catalog = Catalog::new(Language::English, ["m = title\n    .label = { $count } left"]);
    assert_eq!(catalog.string("m.label", &[("count", 3.into())]), "3 left");
}

#[test]
fn what_was_forgotten_is_shown_again() {
    let catalog = Catalog::new(Language::English, ["m = see { n }\nn = { NUMBER($count) } left"]);
    for _ in 0..2 {
        assert_eq!(catalog.string("m", &[("count", 3.into())]), "see 3 left");
        catalog.forget();
    }
}

#[test]
fn markup_that_is_not_whole_is_found() {
    for (whole, stretches) in
        [("", 0), ("a **b** _c_ `d_**`", 3), ("_a `b` c_", 2), (r"\_ \* \` \\", 0), ("2 * 3", 0)]
    {
        assert_eq!(check_markup(whole), Ok(stretches), "{whole}");
    }
    for (broken, why) in [
        ("a **b", "`**` is opened and not closed"),
        ("a_b", "`_` is opened and not closed"),
        ("_a `b_", "``` is opened and not closed"),
        ("**a _b_**", "`_` is within `**`, which has one style"),
        ("a\u{f0000}", "U+F0000 is kept for the program's own use"),
    ] {
        assert_eq!(check_markup(broken).unwrap_err().to_string(), why, "{broken}");
    }
}

#[test]
fn lists_read_as_in_a_sentence() {
    let joined = |items: &[&str]| list_string(items.iter().copied());
    assert_eq!(joined(&[]), "");
    assert_eq!(joined(&["a"]), "a");
    assert_eq!(joined(&["a", "b"]), "a and b");
    assert_eq!(joined(&["a", "b", "c"]), "a, b and c");
    assert_eq!(joined(&["a", "b", "c", "d", "e"]), "a, b, c, d and e");
    let spans = list([Text::from("**x**"), Text::new().span(ana())]);
    assert_eq!(spans, Text::new().plain("**x** and ").span(ana()));
}

#[test]
fn dates_and_times_are_in_words() {
    assert_eq!(date(day(2026, 5, 2)), "Sat 2 May 2026");
    assert_eq!(date_without_year(day(2026, 12, 24)), "Thu 24 Dec");
    assert_eq!(date_range(day(2026, 1, 1), day(2026, 1, 1)), "Thu 1 Jan 2026");
    assert_eq!(date_range(day(2026, 12, 24), day(2027, 1, 1)), "Thu 24 Dec 2026 to Fri 1 Jan 2027");
    assert_eq!(time_of_day(time(9, 5, 59, 0)), "09:05");
    let paris = day(2026, 5, 2).at(9, 0, 0, 0).in_tz("Europe/Paris").unwrap();
    assert_eq!(date_time(&paris), "Sat 2 May 2026 09:00 Europe/Paris");
    for (typed, shown) in
        [("daily", "daily"), ("mon-fri", "weekdays"), ("sat,mon,tue", "Mon, Tue and Sat")]
    {
        assert_eq!(days(typed.parse().unwrap()), shown);
    }
}

#[test]
fn every_day_and_month_has_its_name() {
    let year = day(2026, 1, 1).series(jiff::ToSpan::days(1)).take(365);
    for at in year {
        assert_eq!(date(at), at.strftime("%a %-d %b %Y").to_string());
    }
}

#[test]
fn how_far_off_is_rounded_to_the_largest_unit() {
    let now = Timestamp::UNIX_EPOCH;
    for (seconds, shown) in [
        (0, "in a moment"),
        (59, "in a moment"),
        (-1, "just now"),
        (60, "in 1 minute"),
        (89, "in 1 minute"),
        (90, "in 2 minutes"),
        (-3_600, "1 hour ago"),
        (3 * 3_600, "in 3 hours"),
        (-86_400, "1 day ago"),
        (10 * 86_400, "in 10 days"),
    ] {
        let at = Timestamp::from_second(seconds).unwrap();
        assert_eq!(relative(at, now), shown, "{seconds}");
    }
}

#[test]
fn the_macros_take_any_argument() {
    assert_eq!(string!("time-of-day", hour = "09", minute = String::from("30")), "09:30");
    let item = text!("list-two", first = ana(), last = 3_usize, opens = Key("other"));
    assert_eq!(item, Text::new().span(ana()).plain(" and 3"));
}

proptest! {
    #[test]
    fn what_a_member_wrote_never_becomes_markup(words in r"([\*_`\\{}$ a-c\u{f0000}-\u{f0002}]|.){1,40}") {
        let both = [("a", words.as_str().into()), ("b", "b".into())];
        let text = filled("m = x { $a } **y { $b }** { $a }", &both);
        let expected = Text::new().plain(format!("x {words} ")).strong("y b");
        prop_assert_eq!(text, expected.plain(format!(" {words}")));
    }

    #[test]
    fn any_pattern_is_read_and_a_whole_one_keeps_its_other_characters(pattern in r"[\*_`\\ab]{0,20}") {
        let parsed = super::markup::parse(&pattern, &[]);
        let letters = |text: &str| text.chars().filter(char::is_ascii_lowercase).collect::<String>();
        prop_assert_eq!(letters(&parsed.words()), letters(&pattern));
    }
}
