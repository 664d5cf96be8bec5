use crate::command::{ChannelKind, ChannelPermissions, Permission};
use crate::commands::fixture::{FACILITATORS, Group};

#[tokio::test]
async fn a_daily_is_added_listed_and_removed() {
    let mut group = Group::new().await;
    let line = "daily add time:9am timezone:europe/paris channel:<#12> theme:Power author:voline";
    insta::assert_snapshot!(group.mia(line).await.plain(), @r#"
    one
    # Daily 1 is set
    09:00 Europe/Paris, daily in #12, about Power, by Voline
    The next three:
    - 2026-11-23T08:00:00Z (2026-11-23T08:00:00Z)
    - 2026-11-24T08:00:00Z (2026-11-24T08:00:00Z)
    - 2026-11-25T08:00:00Z (2026-11-25T08:00:00Z)
    "#);
    group.reopen().await;
    insta::assert_snapshot!(group.ana("daily list").await.plain(), @r"
    one
    # The dailies of this server
    ## Daily 1 · 09:00 Europe/Paris
    daily in #12, about Power, by Voline
    - Next: 2026-11-23T08:00:00Z (2026-11-23T08:00:00Z)
    - Quotes: 0 of 1 so far
    (1 daily)
    ");
    insta::assert_snapshot!(group.mia("daily remove").await.plain(), @r#"
    one
    # Daily 1 is removed
    daily in #12, about Power, by Voline
    What it has posted stays.
    "#);
    assert!(group.ana("daily list").await.plain().contains("None yet"));
    assert!(group.mia("daily remove").await.plain().contains("no daily here yet"));
    assert!(group.mia("daily now").await.plain().contains("no daily here yet"));
}

#[tokio::test]
async fn one_goes_out_now_besides_the_daily_ones() {
    let mut group = Group::new().await;
    group.mia("daily add time:9:00 author:Voline").await;
    let context = group.context("mia");
    let now =
        || crate::command::Invocation::parse("daily now").and_then(crate::commands::Command::parse);
    let said = group.gives(&context, now()).await.plain();
    assert!(said.contains("On its way to #10."), "{said}");
    // The same request twice is one post.
    group.gives(&context, now()).await;
    let posts = group.posts().await;
    insta::assert_snapshot!(posts.join("\n\n"), @r#"
    post #10
    # Quote of the day
    > We have been bequeathed a fundamental problem by preceding revolutions: I am thinking of the one in 1789 and the one in 1917 especially: largely mounted against oppression, animated by a mighty breath of freedom and proclaiming freedom as their essential objective, how come these revolutions slid into a new dictatorship wielded by other ruling, privileged strata, into fresh slavery for the popular masses?
    > — Voline, quoted by Daniel Guérin, Three Problems of the Revolution (1958), The question left by two revolutions, ¶2
    (Revolution, Liberty, Power · guerin-1)
    [Discuss] discuss quote:guerin-1
    [Keep] keep quote:guerin-1
    "#);
    let list = group.ana("daily list").await.plain();
    assert!(list.contains("Last: ") && list.contains("see it (#10/1001)"), "{list}");
}

#[tokio::test]
async fn only_facilitators_change_them() {
    let mut group = Group::new().await;
    let lines = ["daily add time:9:00", "daily now", "daily remove"];
    for who in ["ana", "fay"] {
        for line in lines {
            let refused = group.says(who, line).await.plain();
            assert!(refused.contains("Only facilitators can"), "{who} {line}: {refused}");
        }
    }
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    for line in lines {
        let done = group.fay(line).await.plain();
        assert!(!done.contains("Only facilitators"), "{line}: {done}");
    }
    assert!(group.ana("daily add time:9:00").await.plain().contains("Only facilitators"));
    group.server.0 = 2;
    assert!(group.fay("daily add time:9:00").await.plain().contains("Only facilitators"));
}

#[tokio::test]
async fn what_cannot_be_posted_is_refused_at_once() {
    let mut group = Group::new().await;
    group.mia("daily add time:9:00").await;
    let refusals = [
        (None, "cannot see that channel"),
        (
            Some(ChannelPermissions {
                kind: ChannelKind::Channel,
                missing: vec![Permission::SendMessages, Permission::EmbedLinks],
            }),
            "I need Send Messages and Embed Links",
        ),
        (
            Some(ChannelPermissions { kind: ChannelKind::Other, missing: Vec::new() }),
            "Choose another",
        ),
    ];
    for (standing, said) in refusals {
        group.stands(standing);
        for line in ["daily add time:10:00", "daily now"] {
            let refused = group.mia(line).await.plain();
            assert!(refused.contains(said), "{line}: {refused}");
        }
    }
    assert!(group.posts().await.is_empty());
    assert!(group.ana("daily list").await.plain().contains("1 daily"));
}

#[tokio::test]
async fn what_makes_no_daily_is_said() {
    let mut group = Group::new().await;
    for (line, said) in [
        ("daily add", "Please add `time:`"),
        ("daily add time:25:00", "`time:` takes a time such as `9:00`"),
        ("daily add time:noon", "“noon” is not"),
        ("daily add time:9:00 timezone:paris", "Did you mean `Europe/Paris`?"),
        ("daily add time:9:00 theme:powr", "Did you mean `power`?"),
        ("daily add time:9:00 author:marks", "no author"),
        ("daily add time:9:00 author:Voline theme:technology", "Leave one option out"),
        ("daily add time:9:00 channel:general", "takes a channel"),
        ("daily remove schedule:one", "takes a whole number"),
        ("daily remove schedule:1", "There is no daily 1 here"),
    ] {
        let answer = group.mia(line).await.plain();
        assert!(answer.contains(said), "{line}: {answer}");
    }
}

#[tokio::test]
async fn of_several_one_is_named() {
    let mut group = Group::new().await;
    group.mia("settings timezone:Asia/Tokyo").await;
    for hour in 1..=9 {
        group.mia(&format!("daily add time:{hour}:30")).await;
    }
    for line in ["daily remove", "daily now"] {
        assert!(group.mia(line).await.plain().contains("several dailies"), "{line}");
    }
    let first = group.ana("daily list").await;
    assert!(first.plain().contains("01:30 Asia/Tokyo"), "{}", first.plain());
    let second = group.press("ana", &first, "Next ›").await.plain();
    assert!(
        second.contains("## Daily 5") && second.contains("9 dailies · page 2 of 3"),
        "{second}"
    );
    assert!(group.mia("daily remove schedule:9").await.plain().contains("Daily 9 is removed"));
    group.server.0 = 2;
    assert!(group.mia("daily remove schedule:1").await.plain().contains("no daily 1 here"));
    assert!(group.ana("daily list").await.plain().contains("None yet"));
}

#[tokio::test]
async fn the_same_request_is_one_daily() {
    let mut group = Group::new().await;
    let context = group.context("mia");
    let line = || crate::command::Invocation::parse("daily add time:9:00").unwrap();
    let add = || crate::commands::Command::parse(line());
    let first = group.gives(&context, add()).await;
    assert_eq!(group.gives(&context, add()).await, first);
    assert!(group.ana("daily list").await.plain().contains("1 daily"));
}

#[tokio::test]
async fn a_daily_is_paused_resumed_and_skips() {
    let mut group = Group::new().await;
    group.mia("daily add time:9:00 timezone:America/Nuuk days:sat,SUN").await;
    assert!(group.mia("daily pause").await.plain().contains("is paused"));
    assert!(group.ana("daily list").await.plain().contains("Paused since"));
    assert!(group.mia("daily resume").await.plain().contains("goes on"));
    assert!(group.mia("daily resume").await.plain().contains("is not paused"));
    let skipped = group.mia("daily skip").await.plain();
    assert!(skipped.contains("skips Sun 22 Nov 2026"), "{skipped}");
    assert!(
        skipped.contains("2026-11-28T11:00:00Z") && !skipped.contains("2026-11-22T"),
        "{skipped}"
    );
    group.mia("daily skip from:2026-12-24 until:2027-01-06").await;
    let list = group.ana("daily list").await.plain();
    assert!(list.contains("Thu 24 Dec 2026 to Wed 6 Jan 2027"), "{list}");
    for (line, said) in [
        ("daily skip from:2026-12-24 until:2026-12-20", "Swap `from:` and `until:`"),
        ("daily skip from:2026-01-01", "is over already"),
        ("daily skip from:2027-01-01 until:2029-01-01", "more than a year"),
        ("daily skip from:24.12.2026", "such as `2026-12-24`"),
        ("daily preview count:26", "takes a number from 1 to 25"),
    ] {
        let answer = group.mia(line).await.plain();
        assert!(answer.contains(said), "{line}: {answer}");
    }
    assert!(group.mia("daily resume").await.plain().contains("skips no dates any more"));
}

#[tokio::test]
async fn a_preview_marks_what_the_clocks_do() {
    let mut group = Group::new().await;
    group.mia("daily add time:23:30 timezone:America/Nuuk").await;
    insta::assert_snapshot!(group.mia("daily preview count:3 from:2027-03-26").await.plain(), @r"
    one
    # Daily 1 · 23:30 America/Nuuk
    - Fri 26 Mar 2027, 23:30 · 01:30 UTC on Sat 27 Mar
    - Sat 27 Mar 2027, 23:30 · 01:00 UTC on Sun 28 Mar · the clocks skip that time: it comes at Sun 00:00
    - Sun 28 Mar 2027, 23:30 · 00:30 UTC on Mon 29 Mar
    ");
    group.mia("daily remove").await;
    group.mia("daily add time:2:30 timezone:Europe/Berlin").await;
    insta::assert_snapshot!(group.mia("daily preview count:3 from:2027-10-30").await.plain(), @r"
    one
    # Daily 2 · 02:30 Europe/Berlin
    - Sat 30 Oct 2027, 02:30 · 00:30 UTC
    - Sun 31 Oct 2027, 02:30 · 00:30 UTC · that time comes twice: it is the first
    - Mon 1 Nov 2027, 02:30 · 01:30 UTC · the clocks have changed: UTC+2 to UTC+1
    ");
}

#[tokio::test]
async fn a_daily_of_pairs_posts_two_quotes_and_what_they_dispute() {
    let mut group = Group::new().await;
    let line = "daily add time:9:00 kind:pair author:Proudhon thread:true";
    insta::assert_snapshot!(group.mia(line).await.plain(), @"");
    group.mia("daily now").await;
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"");
    let list = group.ana("daily list").await.plain();
    assert!(list.contains("Pairs: 1 of 1 so far"), "{list}");
    let none = group.mia("daily add time:9:00 kind:pair author:Kropotkin theme:planning").await;
    assert!(none.plain().contains("No pair of quotes in the book"), "{}", none.plain());
    let wrong = group.mia("daily add time:9:00 kind:pairs").await.plain();
    assert!(wrong.contains("`quote` or `pair`"), "{wrong}");
}
