//! Quotes as members ask for them.

use std::collections::HashSet;

use crate::command::ChannelKind;
use crate::commands::fixture::{BOOK, Group, card};
use crate::messages::Reply;

/// The id of the quote that is shown.
fn shown(answer: &Reply) -> String {
    let footer = card(answer).footer.clone().unwrap_or_else(|| panic!("{}", answer.plain()));
    footer.rsplit(" · ").next().unwrap().to_owned()
}

#[tokio::test]
async fn a_quote_says_whose_it_is_and_where_it_stands() {
    let mut group = Group::new().await;
    insta::assert_snapshot!(group.ana("quote id:guerin-5").await.plain(), @"
    all
    > The highest perfection of society lies in the union of order with anarchy
    > — Proudhon, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶7
    (Liberty, Power · guerin-5)
    [Discuss] discuss quote:guerin-5
    [Keep] keep quote:guerin-5
    [Context] context quote:guerin-5
    [Who is who] who quote:guerin-5
    ");
    insta::assert_snapshot!(group.ana("/quote id:GUERIN-2").await.plain(), @"
    all
    > Despite the time differences, the differences in their contexts, and their differing “class content”, the issues they raise and the pitfalls they encountered are essentially the same.
    > — Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶3
    (Revolution, History · guerin-2)
    [Discuss] discuss quote:guerin-2
    [Keep] keep quote:guerin-2
    [Context] context quote:guerin-2
    ");
}

#[tokio::test]
async fn all_come_once_before_any_comes_twice() {
    let mut group = Group::new().await;
    let all = BOOK.quotes().len();
    for _ in 0..2 {
        let mut seen = HashSet::new();
        for turn in 0..all {
            if turn == all / 2 {
                group.reopen().await;
            }
            assert!(seen.insert(shown(&group.ana("quote").await)), "turn {turn}");
        }
    }
}

#[tokio::test]
async fn another_is_of_the_same_kind_and_takes_nothing_away() {
    let mut group = Group::new().await;
    for line in [
        "quote",
        "quote theme:power",
        "quote author:voline",
        "quote work:guerin-three-problems theme:Liberty",
        "quote search:\"freedom\"",
    ] {
        let first = group.ana(line).await;
        group.reopen().await;
        let next = group.press("ben", &first, "Another").await;
        assert!(matches!(next, Reply::Ephemeral(_)), "{line}");
        assert!(!shown(&next).is_empty());
        // What only ben sees is his to turn over, and to show.
        let more = group.press("ben", &next, "Another").await;
        assert!(matches!(more, Reply::Update(_)), "{line}");
        let (id, all) = (shown(&more), group.press("ben", &more, "Show to all").await);
        assert!(matches!(all, Reply::Public(_)) && shown(&all) == id, "{line}");
    }
    let theme = group.ana("quote theme:power").await;
    for _ in 0..20 {
        let id = shown(&group.press("ana", &theme, "Another").await);
        assert!(BOOK.quote(&id).unwrap().themes.contains(&"power".to_owned()));
    }
}

#[tokio::test]
async fn each_option_narrows_the_choice() {
    let mut group = Group::new().await;
    for _ in 0..5 {
        let line = "quote author:Kropotkin work:guerin-three-problems";
        let id = shown(&group.ana(line).await);
        assert_eq!(BOOK.quote(&id).unwrap().speaker.as_deref(), Some("Kropotkin"));
    }
    insta::assert_snapshot!(
        group.ana("quote author:Voline theme:technology").await.plain(), @r"
        one
        No quote in the book matches `theme:technology author:Voline`. Leave one option out, or try other words.
        "
    );
}

#[tokio::test]
async fn a_search_finds_phrases_beginnings_and_other_forms() {
    let mut group = Group::new().await;
    for (search, wanted) in [
        ("union of order", "guerin-5"),
        ("\\\"order with anarchy\\\"", "guerin-5"),
        ("anarch* perfect*", "guerin-5"),
        ("instincts impelling", "guerin-4"),
        ("PANIC-stricken", "guerin-7"),
        ("voline bequeathed", "guerin-1"),
    ] {
        let found = group.ana(&format!("quote search:\"{search}\"")).await;
        assert_eq!(shown(&found), wanted, "{search}");
    }
    let found = group.ana("quote search:\"\\\"anarchy with order\\\"\"").await.plain();
    assert!(!found.contains("guerin-5") || found.contains("some of them"), "{found}");
}

#[tokio::test]
async fn the_best_comes_first_and_then_the_next() {
    let mut group = Group::new().await;
    // In the title's words three times over, the one that is about it comes first.
    let first = group.ana("quote search:\"revolution dictatorship\"").await;
    let again = group.press("ana", &first, "Another").await;
    assert_ne!(shown(&first), shown(&again));
    group.go(11);
    let elsewhere = group.ben("quote search:\"revolution dictatorship\"").await;
    assert_eq!(shown(&elsewhere), shown(&first));
}

#[tokio::test]
async fn a_search_without_a_word_is_refused() {
    let mut group = Group::new().await;
    for search in
        ["\\\"\\\"", "***", "AND\u{200b}".trim_start_matches("AND"), "( ) : ^ -", "🙂🙂", "“”"]
    {
        let said = group.ana(&format!("quote search:\"{search}\"")).await.plain();
        assert!(said.contains("no word in that search"), "{search}: {said}");
    }
    for search in ["NOT", "a AND OR b", "NEAR(x", "x:y", "{a}", "Ⓐ", "-"] {
        let said = group.ana(&format!("quote search:\"{search}\"")).await.plain();
        assert!(!said.contains("went wrong"), "{search}: {said}");
    }
    let long = "a".repeat(201);
    let said = group.ana(&format!("quote search:{long}")).await.plain();
    assert!(said.contains("longer than 200"), "{said}");
    insta::assert_snapshot!(group.ana("quote search:xylophone").await.plain(), @r"
    one
    No quote in the book matches `search:xylophone`. Leave one option out, or try other words.
    ");
}

#[tokio::test]
async fn a_name_is_found_as_a_keyboard_allows() {
    let mut group = Group::new().await;
    for author in
        ["guerin", "GUERIN", "Guerin, Daniel", "daniel guerin", "Gue\u{301}rin", "Daniel", "serge"]
    {
        let found = group.ana(&format!("quote author:\"{author}\"")).await.plain();
        let name = if author == "serge" { "Victor Serge" } else { "Daniel Guérin" };
        assert!(found.contains(name) && found.contains("[Another]"), "{author}: {found}");
    }
    for work in ["three problems of the revolution", "GUERIN-THREE-PROBLEMS"] {
        let found = group.ana(&format!("quote work:\"{work}\"")).await.plain();
        assert!(found.contains("[Another]"), "{work}: {found}");
    }
}

#[tokio::test]
async fn a_beginning_finds_what_the_word_finds() {
    let mut group = Group::new().await;
    for (begun, word) in [("federati*", "federation"), ("universit*", "university")] {
        let all = |typed: &str| {
            let query = domain::query::Query::parse(typed).unwrap();
            BOOK.search_all(&query).into_iter().map(|it| it.id.clone()).collect::<HashSet<_>>()
        };
        assert!(all(begun).is_superset(&all(word)), "{begun}");
        let found = group.ana(&format!("quote search:\"{begun}\"")).await.plain();
        assert_eq!(found.contains("No quote"), all(word).is_empty(), "{begun}: {found}");
    }
}

#[tokio::test]
async fn what_is_unknown_is_named_with_the_nearest() {
    let mut group = Group::new().await;
    for (line, said) in [
        ("quote theme:powr", "There is no theme “powr”. Did you mean `power`?"),
        ("quote author:gerin", "There is no author “gerin”. Did you mean `Daniel Guérin`?"),
        ("quote work:guerin", "Did you mean `guerin-three-problems`?"),
        ("quote id:guerin-99", "There is no quote “guerin-99”. Did you mean"),
        ("quote theme:xq", "There is no theme “xq”."),
        ("quote filter:77", "older message"),
        ("quote them:power", "`/quote` has no option `them:`. Did you mean `theme`?"),
    ] {
        let answer = group.ana(line).await.plain();
        assert!(answer.contains(said), "{line}: {answer}");
    }
    let endless = group.ana(&format!("quote theme:{}", "x".repeat(6_000))).await.plain();
    assert!(endless.chars().count() < 200, "{endless}");
}

#[tokio::test]
async fn nothing_of_one_server_shows_in_another() {
    let mut group = Group::new().await;
    let first = group.ana("quote search:freedom").await;
    group.server.0 = 2;
    let said = group.press("ana", &first, "Another").await.plain();
    assert!(said.contains("older message"), "{said}");
    // What the first server has had is no matter here.
    assert_eq!(shown(&group.ana("quote search:freedom").await), shown(&first));
}

#[tokio::test]
async fn in_a_thread_there_is_no_thread_to_open() {
    let mut group = Group::new().await;
    group.channel.kind = ChannelKind::Thread;
    let labels = group.ana("quote").await.plain();
    assert!(labels.contains("[Keep]") && !labels.contains("[Discuss]"), "{labels}");
}
