mod anonymity;
mod failures;
mod forms;
mod given_back;
mod isolation;
mod reference;
mod sight;
mod threads;

use std::collections::HashSet;

use super::fixture::Group;
use super::*;
use crate::command::{Attachment, OptionKind, OptionSpec, Suggested, UserError, Value};

/// What buttons of earlier versions carry. The grammar only grows: nothing is ever taken off here.
const OLD_PRESSES: &[&str] = &[
    "quote another:true",
    "quote theme:power another:true",
    "quote theme:power",
    "quote filter:12 another:true",
    "keep quote:guerin-1",
    "letgo quote:guerin-1",
    "discuss quote:guerin-1",
    "kept page:2",
    "kept theme:power page:2",
    "theme",
    "question theme:power",
    "edit round:42",
    "close round:42",
    "close round:42 sure:true",
    "answer",
    "answer anonymous:true",
    "answer round:42",
    "answer round:42 anonymous:true",
    "answer draft:9223372036854775807",
    "withdraw round:42",
    "record",
    "record theme:power",
    "record theme:none page:2",
    "record seminar:42 page:2",
    "daily list page:2",
    "daily remove schedule:3 sure:true",
    "daily move timezone:America/Argentina/Buenos_Aires",
    "reading confirm reading:3",
    "reading remove reading:3",
    "reading remove reading:3 sure:true",
    "close round:42 sure:true over:true",
    "close round:42 sure:true over:false",
    "weigh round:42",
    "weigh round:42 response:9223372036854775807",
    "weigh round:42 response:9223372036854775807 words:4294967295 say:disagree",
    "weighed round:42",
    "weighed round:42 page:2",
    "statement propose round:42",
    "statement show statement:42",
    "statement agree statement:42 version:2",
    "statement aside statement:42 version:2",
    "statement object statement:42 version:2",
    "statement object statement:42 version:2 anonymous:true",
    "statement unsay statement:42",
    "statement objections statement:42",
    "statement objections statement:42 page:2",
    "statement edit statement:42 version:2",
    "statement changes statement:42",
    "statement changes statement:42 version:1",
    "statement drop statement:42",
    "statement drop statement:42 sure:true",
    "seminar facilitator seminar:42",
    "seminar facilitator seminar:42 volunteer:true",
    "seminar facilitator seminar:42 do:volunteer",
    "seminar facilitator seminar:42 do:not",
    "seminar facilitator seminar:42 do:lot",
    "seminar facilitator seminar:42 do:stay",
    "seminar recall seminar:42",
    "seminar recall seminar:42 of:9223372036854775807",
    "seminar recall seminar:42 of:9223372036854775807 back:true",
    "queue join seminar:42",
    "queue leave seminar:42",
    "queue next seminar:42 turn:7",
    "queue show seminar:42",
    "queue show seminar:42 board:true",
    "consent id:42 round:7 until:1800000000 answer:yes",
    "consent id:42 round:7 until:1800000000 answer:no",
    "consent id:42 round:7 until:1800000000 answer:replace",
    "seminar close seminar:42 revisit:28d",
    "seminar close seminar:42 revisit:28d round:7 sure:true",
    "seminar revisit seminar:42 off:true",
    "revisit round:42",
    "revisit round:42 mind:same",
    "revisit round:42 mind:somewhat",
    "revisit round:42 mind:changed",
    "revisit round:42 do:write",
    "revisit round:42 do:back",
    "panel page:book",
    "answers",
    "answers page:2",
    "fill command:quote",
    "fill command:\"seminar open\"",
    "copy-out",
    "add-quote reading:12 paragraph:345 from:6789 to:7289",
    "add-quote reading:12 paragraph:345 from:6789 to:7289 propose:true",
    "question message:9223372036854775807 channel:9223372036854775807",
];

#[test]
fn old_buttons_are_understood() {
    for press in OLD_PRESSES {
        let line = Invocation::parse(press).unwrap();
        assert!(Command::press(line).is_ok(), "{press}");
    }
}

#[test]
fn only_what_a_button_may_carry_is_pressed() {
    for forged in [
        "daily add time:9:00",
        "daily now",
        "settings facilitators:7",
        "nothing",
        "",
        "answer round:42 extra:1",
        "answer round:x",
        "close round:42 sure:perhaps",
        "keep",
        "quote page:2",
        "record-as-response message:3",
        "consent id:42 round:7 until:1800000000 answer:perhaps",
        "consent id:42",
    ] {
        let line = Invocation::parse(forged).unwrap();
        assert_eq!(Command::press(line), Err(UserError::StalePress), "{forged}");
    }
}

#[tokio::test]
async fn what_is_no_command_is_said() {
    let mut group = Group::new().await;
    for (line, said) in [
        ("qoute", "There is no command `qoute`. Did you mean `/quote`?"),
        ("daily", "`/daily` needs one more word. See `/help command:daily`."),
        ("daily ad time:9:00", "Did you mean `/daily add`?"),
        ("xyzzy", "There is no command `xyzzy`."),
        ("quote theme:power liberty", "I do not understand “liberty”."),
        ("quote search:\"free", "never closed"),
        ("daily list time:9:00", "has no option `time:`"),
    ] {
        let answer = group.ana(line).await.plain();
        assert!(answer.contains(said), "{line}: {answer}");
    }
}

#[tokio::test]
async fn what_breaks_is_told_by_its_number_alone() {
    let mut group = Group::new().await;
    group.services.store.close().await;
    for line in ["quote", "record", "kept", "daily list", "question"] {
        let said = group.ana(line).await.plain();
        assert!(said.contains("the number 0000-"), "{line}: {said}");
        assert!(!said.contains("closed") && !said.contains("sql"), "{said}");
    }
}

#[test]
fn no_name_is_there_twice() {
    fn distinct<'n>(names: impl Iterator<Item = &'n str>) {
        let mut known = HashSet::new();
        names.for_each(|name| assert!(known.insert(name.to_owned()), "twice: {name}"));
    }
    distinct(COMMANDS.iter().map(|spec| spec.name));
    distinct(NAMES.iter().copied());
    for (_, options) in COMMANDS.iter().flat_map(|spec| spec.whole()) {
        distinct(options.iter().map(|option| option.name));
    }
}

#[test]
fn every_command_of_the_table_is_understood_with_all_its_options() {
    for spec in COMMANDS {
        for (name, options) in spec.whole() {
            assert!(NAMES.contains(&name.as_str()), "{name}");
            let mut line = Invocation { name: name.clone(), ..Invocation::default() };
            for option in options {
                let value = sample(option.kind);
                line = line.with(option.name, value);
            }
            let understood = Command::parse(line);
            assert!(understood.is_ok(), "{name}: {understood:?}");
        }
    }
}

/// Something that an option takes.
fn sample(kind: OptionKind) -> Value {
    match kind {
        OptionKind::Text(_) | OptionKind::Prose(_) => Value::Text("in words".to_owned()),
        OptionKind::Time => Value::Text("9:00".to_owned()),
        OptionKind::Days => Value::Text("daily".to_owned()),
        OptionKind::Date => Value::Text("2027-03-20".to_owned()),
        OptionKind::Delay => Value::Text("4w".to_owned()),
        OptionKind::OneOf(words) => Value::Text(words[0].to_owned()),
        OptionKind::Suggested(
            Suggested::Round
            | Suggested::Schedule
            | Suggested::Seminar
            | Suggested::AnySeminar
            | Suggested::TakeDown,
        ) => Value::Text("1".to_owned()),
        OptionKind::Suggested(_) => Value::Text("power".to_owned()),
        OptionKind::Integer(least, _) => Value::Integer(least),
        OptionKind::Flag => Value::Flag(true),
        OptionKind::Channel => Value::Channel(domain::ChannelId(1)),
        OptionKind::Role => Value::Role(domain::RoleId(1)),
        OptionKind::Member => {
            Value::Member { id: domain::MemberId(1), name: "ana".to_owned(), bot: false }
        }
        OptionKind::Message => panic!("no typed command takes a message"),
        OptionKind::File(_) => {
            Value::File(Attachment { name: "letter.txt".to_owned(), at: String::new(), size: 0 })
        }
    }
}

#[tokio::test]
async fn there_are_at_most_25_suggestions() {
    let mut group = Group::new().await;
    for number in 0..30 {
        group.ana(&format!("question text:\"{number} {}?\"", "why ".repeat(60))).await;
        group.mia(&format!("daily add time:{}:00", number % 24)).await;
        group.ben(&format!("answer text:\"Eat {number}.\" round:1")).await;
        group.take_down("mia", "moderate take-down round:1", "Eat", "unrelated").await;
    }
    let context = group.context("ana");
    for kind in [
        Suggested::Theme,
        Suggested::Author,
        Suggested::Work,
        Suggested::Quote,
        Suggested::Question,
        Suggested::Round,
        Suggested::Schedule,
        Suggested::TakeDown,
        Suggested::TimeZone,
        Suggested::Command,
    ] {
        for typed in ["", "e", "zzzz"] {
            let choices = suggest(kind, typed, &context, &group.services).await.unwrap();
            assert!(choices.len() <= 25, "{kind:?}");
            if typed.len() != 1 {
                assert_eq!(choices.is_empty(), typed == "zzzz", "{kind:?} {typed:?}");
            }
            for choice in choices {
                for text in [choice.name, choice.value] {
                    assert!((1..=100).contains(&text.chars().count()), "{kind:?}: {text}");
                }
            }
        }
    }
}

/// Every option of the table that is completed, with its command.
fn completed() -> impl Iterator<Item = (String, &'static OptionSpec, Suggested)> {
    let whole = COMMANDS.iter().flat_map(|spec| spec.whole());
    let all = whole.flat_map(|(name, options)| options.iter().map(move |it| (name.clone(), it)));
    all.filter_map(|(name, option)| match option.kind {
        OptionKind::Suggested(kind) => Some((name, option, kind)),
        _ => None,
    })
}

/// A group in which each kind of suggestion has one at least.
async fn rich() -> Group {
    let mut group = Group::new().await;
    group.mia("question id:guerin-q2").await;
    group.ben("answer text:\"Buy it.\"").await;
    group.take_down("mia", "moderate take-down", "Buy", "advertising").await;
    group.mia("daily add time:9:00").await;
    group.mia("seminar open title:\"1984: a reading\" themes:power").await;
    let letter = "A Letter\n\nby Ana Prado\n\nFreedom is not a gift that planners hand out once \
                  production allows it. Freedom is the condition under which the workers can tell the \
                  planners that the plan is wrong, and be heard by the state and its power.\n";
    let file = Attachment { name: "letter.txt".to_owned(), at: letter.to_owned(), size: 300 };
    let add = Invocation { name: "reading add".to_owned(), ..Invocation::default() }
        .with("file", Value::File(file))
        .with("title", Value::Text(format!("A Letter: {}", "on councils ".repeat(10))));
    let context = group.context("mia");
    let found = group.gives(&context, Command::parse(add)).await;
    group.press("mia", &found, "Add it").await;
    group
}

#[tokio::test]
async fn what_a_suggestion_shows_is_understood_as_its_value() {
    let mut group = rich().await;
    for (command, option, kind) in completed() {
        let context = group.context("mia");
        let choices = suggest(kind, "", &context, &group.services).await.unwrap();
        assert!(!choices.is_empty(), "{command} {}", option.name);
        let last = choices.last().cloned();
        for choice in choices.into_iter().take(2).chain(last) {
            for text in [choice.value, choice.name] {
                let given =
                    with_needed(&command, option.name).with(option.name, Value::Text(text.clone()));
                let answer = group.gives(&context, Command::parse(given)).await.plain();
                // A passage can say so as well.
                let refused =
                    ["one\nThere is no ", "one\n`"].iter().any(|said| answer.starts_with(said));
                assert!(!refused, "{command} {}:{text}: {answer}", option.name);
            }
        }
    }
}

/// A command with what it needs beside one option.
fn with_needed(command: &str, beside: &str) -> Invocation {
    let line = Invocation { name: command.to_owned(), ..Invocation::default() };
    let needed = options_of(command).unwrap().iter().filter(|it| it.required && it.name != beside);
    needed.fold(line, |line, option| {
        let value = match option.kind {
            OptionKind::Time => "9:00",
            OptionKind::OneOf(words) => words[0],
            _ => "power",
        };
        line.with(option.name, Value::Text(value.to_owned()))
    })
}

#[test]
fn a_time_is_no_suggestion_of_the_number_before_its_colon() {
    for typed in ["1:00 UTC", "07:15", "7:15, daily"] {
        assert_eq!(Suggested::Schedule.value_in(typed), None, "{typed}");
    }
    assert_eq!(Suggested::Schedule.value_in("1: 09:00 UTC, daily"), Some("1"));
}

#[test]
fn every_kind_whose_suggestions_show_an_id_gives_it_back() {
    for (command, option, kind) in completed() {
        let (value, shown) = match kind {
            Suggested::Quote => ("serge-38", "serge-38: During the period"),
            Suggested::Question => ("guerin-q2", "guerin-q2: Once the old regime"),
            Suggested::Round
            | Suggested::Seminar
            | Suggested::AnySeminar
            | Suggested::Schedule
            | Suggested::TakeDown => ("1", "1: 09:00 UTC, daily"),
            _ => continue,
        };
        let understood = |text: &str| {
            let text = Value::Text(text.to_owned());
            Command::parse(with_needed(&command, option.name).with(option.name, text)).unwrap()
        };
        assert_eq!(understood(shown), understood(value), "{command} {}", option.name);
    }
}

#[test]
fn a_bare_word_is_the_first_option() {
    for (typed, meant) in [
        ("quote power", "quote theme:power"),
        ("theme power", "theme name:power"),
        ("quote power search:state", "quote theme:power search:state"),
        ("daily add 9:00", "daily add time:9:00"),
        ("answer I think so.", "answer text:\"I think so.\""),
        ("help daily add", "help command:\"daily add\""),
        ("quote power theme:liberty", "quote power theme:liberty"),
        ("daily", "daily"),
        ("qoute power", "qoute power"),
    ] {
        let line = with_named_option(Invocation::parse(typed).unwrap());
        assert_eq!(line, Invocation::parse(meant).unwrap(), "{typed}");
    }
}

#[tokio::test]
async fn a_time_zone_is_suggested_where_none_was_named() {
    let mut group = Group::new().await;
    let context = group.context("ana");
    for typed in ["gmt+2", "UTC +2", "est", "+02:00"] {
        let choices = suggest(Suggested::TimeZone, typed, &context, &group.services).await.unwrap();
        assert!(!choices.is_empty(), "{typed}");
        assert!(choices.iter().all(|it| !it.value.contains("Etc/")), "{typed}: {choices:?}");
    }
}

#[tokio::test]
async fn the_likeliest_suggestion_comes_first() {
    let mut group = Group::new().await;
    let context = group.context("ana");
    for (kind, typed, first) in [
        (Suggested::Theme, "lib", "liberty"),
        (Suggested::Theme, "POW", "power"),
        (Suggested::Author, "guerin", "Daniel Guérin"),
        (Suggested::Author, "vol", "Voline"),
        (Suggested::Author, "Guerin, Daniel", "Daniel Guérin"),
        (Suggested::Author, "Gue\u{301}rin", "Daniel Guérin"),
        (Suggested::Quote, "guerin-5", "guerin-5"),
        (Suggested::TimeZone, "new york", "America/New_York"),
        (Suggested::TimeZone, "europe/par", "Europe/Paris"),
        (Suggested::Command, "/qu", "quote"),
    ] {
        let choices = suggest(kind, typed, &context, &group.services).await.unwrap();
        assert_eq!(choices[0].value, first, "{typed}");
    }
    group.ana("question text:Ours?").await;
    let there = Context { server: domain::ServerId(2), ..group.context("ana") };
    let rounds = suggest(Suggested::Round, "", &there, &group.services).await.unwrap();
    assert!(rounds.is_empty());
}
