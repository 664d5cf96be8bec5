//! Planted mistakes: each is found, and said with its place.

use super::catalog::Messages;
use super::check::{problems, untranslated};
use super::uses::uses;

const WHOLE: &str = "quote-title = Quote { $id }\nquote-by = **{ $by }**\n";
const ASKED: &str = r#"fn f() { string!("quote-title", id = 1); text!("quote-by", by = "ana"); }"#;

fn found(messages: &[(&str, &str)], source: &str) -> String {
    let messages = Messages::read(messages.iter().copied());
    problems(&messages, &uses("src/messages/quote.rs", source).unwrap()).join("\n")
}

fn in_quote(messages: &str, source: &str) -> String {
    found(&[("quote.ftl", messages)], source)
}

#[test]
fn what_is_right_is_no_problem() {
    assert_eq!(in_quote(WHOLE, ASKED), "");
}

#[test]
fn a_message_that_is_not_there() {
    insta::assert_snapshot!(in_quote("", ASKED), @r"
    src/messages/quote.rs:1: there is no message `quote-title`
    src/messages/quote.rs:1: there is no message `quote-by`
    ");
}

#[test]
fn a_message_that_nobody_uses() {
    insta::assert_snapshot!(in_quote(WHOLE, "\n fn f() { string!(\"quote-title\", id = 1) }"), @"quote.ftl:2: nobody uses `quote-by`");
}

#[test]
fn arguments_that_do_not_fit() {
    let asked = "fn f() {\n string!(\"quote-title\", it = 1);\n text!(\"quote-by\") }";
    insta::assert_snapshot!(in_quote(WHOLE, asked), @r"
    src/messages/quote.rs:2: `quote-title` needs `id`
    src/messages/quote.rs:2: `quote-title` has no `$it`
    src/messages/quote.rs:3: `quote-by` needs `by`
    ");
}

#[test]
fn a_use_within_another_macro() {
    let asked = "fn f() { vec![x(text!(\"quote-gone\", a = string!(\"quote-lost\")))] }";
    insta::assert_snapshot!(in_quote("", asked), @r"
    src/messages/quote.rs:1: there is no message `quote-gone`
    src/messages/quote.rs:1: there is no message `quote-lost`
    ");
}

#[test]
fn uses_in_tests_do_not_count() {
    let asked = "#[cfg(test)] mod tests { fn f() { text!(\"quote-by\", by = 1) } }";
    insta::assert_snapshot!(in_quote("quote-by = { $by }", asked), @"quote.ftl:1: nobody uses `quote-by`");
}

#[test]
fn variables_through_references_and_variants() {
    let messages = "\
quote-by = { quote-count } by { -quote-who(case: \"x\") }
quote-count = { $count ->
    [one] one of { $all }
   *[other] { NUMBER($count) }
 }
-quote-who = { $case }
";
    let asked = "fn f() { text!(\"quote-by\", count = 1) }";
    insta::assert_snapshot!(in_quote(messages, asked), @"src/messages/quote.rs:1: `quote-by` needs `all`");
}

#[test]
fn references_that_lead_nowhere() {
    let messages = "quote-by = { quote-gone } { -quote-term } { quote-by.title } { DATE($x) }";
    insta::assert_snapshot!(in_quote(messages, "fn f() { text!(\"quote-by\", x = 1) }"), @r"
    quote.ftl:1: `quote-by` refers to `quote-gone`, which is not there
    quote.ftl:1: `quote-by` refers to `-quote-term`, which is not there
    quote.ftl:1: `quote-by` refers to `quote-by.title`, which is not there
    quote.ftl:1: `quote-by` calls `DATE`, which is not there
    ");
}

#[test]
fn an_id_in_two_files_or_in_the_wrong_one() {
    let files = [("quote.ftl", "quote-by = a"), ("daily.ftl", "# x\nquote-by = b\n")];
    insta::assert_snapshot!(found(&files, "fn f() { text!(\"quote-by\") }"), @r"
    daily.ftl:2: `quote-by` does not start with `daily-`
    daily.ftl:2: `quote-by` is already at quote.ftl:1
    ");
}

#[test]
fn markup_that_is_not_whole_in_any_variant() {
    let messages = "\
quote-by = **{ $count ->
    [one] one
   *[other] _many_
 }**
";
    insta::assert_snapshot!(in_quote(messages, "fn f() { text!(\"quote-by\", count = 1) }"), @"quote.ftl:1: `quote-by`: `_` is within `**`, which has one style");
}

#[test]
fn markup_that_a_string_would_lose() {
    let asked = "fn f() { string!(\"quote-by\") }";
    insta::assert_snapshot!(in_quote("quote-by = a **b**", asked), @"src/messages/quote.rs:1: the markup of `quote-by` is lost in a string");
}

#[test]
fn a_file_that_is_no_fluent() {
    insta::assert_snapshot!(in_quote("\nquote-by = { $\n", "fn f() {}"), @r#"quote.ftl:2: Expected one of "a-zA-Z""#);
}

#[test]
fn a_translation_that_lacks_or_adds() {
    let english = Messages::read([("en/quote.ftl", WHOLE)]);
    let german = "quote-by = _Von { $by } und { $two }\nquote-neu = x\n";
    let german = Messages::read([("de/quote.ftl", german)]);
    insta::assert_snapshot!(untranslated("de", &english, &german).join("\n"), @r"
    de/quote.ftl:1: `quote-by` has no `$two`
    de: `quote-title` is missing
    de/quote.ftl:1: `quote-by`: `_` is opened and not closed
    de/quote.ftl:2: `quote-neu` is not in the original
    ");
}
