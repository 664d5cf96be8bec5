use crate::command::{ChannelKind, ChannelPermissions, Permission};
use crate::commands::fixture::{FACILITATORS, Group};

#[tokio::test]
async fn a_daily_is_added_listed_and_removed() {
    let mut group = Group::new().await;
    let line = "daily add time:9am timezone:europe/paris channel:<#12> theme:Power author:voline";
    insta::assert_snapshot!(group.mia(line).await.plain(), @"
    one
    # Daily 1 is set
    09:00 Europe/Paris, daily in #12, about Power, by Voline
    The next three:
    - Mon 23 Nov 2026, 09:00 Europe/Paris (2026-11-23T08:00:00Z)
    - Tue 24 Nov 2026, 09:00 Europe/Paris (2026-11-24T08:00:00Z)
    - Wed 25 Nov 2026, 09:00 Europe/Paris (2026-11-25T08:00:00Z)
    ");
    group.reopen().await;
    insta::assert_snapshot!(group.ana("daily list").await.plain(), @"
    one
    # The dailies of this server
    ## Daily 1 · 09:00 Europe/Paris
    daily in #12, about Power, by Voline
    - Next: Mon 23 Nov 2026, 09:00 Europe/Paris (2026-11-23T08:00:00Z)
    - Quotes: 0 of 1 so far
    (1 daily)
    ");
    let asked = group.mia("daily remove").await;
    insta::assert_snapshot!(asked.plain(), @"
    one
    # Remove daily 1?
    09:00 Europe/Paris, daily in #12, about Power, by Voline
    What it has posted stays. `/daily pause` stops it for a while.
    [Remove it] daily remove schedule:1 sure:true
    ");
    assert!(group.ana("daily list").await.plain().contains("1 daily"));
    insta::assert_snapshot!(group.press("mia", &asked, "Remove it").await.plain(), @r#"
    face
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
    insta::assert_snapshot!(posts.join("\n\n"), @"
    post #10
    # Quote of the day
    > We have been bequeathed a fundamental problem by preceding revolutions: I am thinking of the one in 1789 and the one in 1917 especially: largely mounted against oppression, animated by a mighty breath of freedom and proclaiming freedom as their essential objective, how come these revolutions slid into a new dictatorship wielded by other ruling, privileged strata, into fresh slavery for the popular masses?
    > — Voline, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶2
    (Revolution, Liberty, Power · guerin-1)
    [Discuss] discuss quote:guerin-1
    [Keep] keep quote:guerin-1
    [Context] context quote:guerin-1
    [Who is who] who quote:guerin-1
    ");
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
        ("daily add time:noonish", "“noonish” is not"),
        ("daily add time:9:00 timezone:EST", "Choose a city: `America/New_York`"),
        ("daily add time:9:00 timezone:GMT+2", "Choose a city: "),
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
    assert!(
        group.mia("daily remove schedule:9 sure:yes").await.plain().contains("Daily 9 is removed")
    );
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
    group.mia("daily remove sure:yes").await;
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
    insta::assert_snapshot!(group.mia(line).await.plain(), @"
    one
    # Daily 1 is set
    09:00 UTC, daily in #10, two quotes that disagree, by Proudhon, with a thread
    The next three:
    - Sun 22 Nov 2026, 09:00 UTC (2026-11-22T09:00:00Z)
    - Mon 23 Nov 2026, 09:00 UTC (2026-11-23T09:00:00Z)
    - Tue 24 Nov 2026, 09:00 UTC (2026-11-24T09:00:00Z)
    ");
    group.mia("daily now").await;
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    post #10
    # Two that disagree
    > The highest perfection of society lies in the union of order with anarchy
    > — Proudhon, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶7
    > They cannot be separated, nor can the one absorb the other: we must resign ourselves to living with them both and striking a balance between them… No political force has yet come up with a true solution in the reconciling of freedom and order.
    > — Proudhon, quoted by Daniel Guérin, Three Problems of the Revolution (1958, revised about 1968), The question left by two revolutions, ¶7
    What they disagree on: Whether order and freedom can become one, or only be kept in balance: Proudhon against Proudhon, twenty-five years later.
    (Liberty, Power · pair-1)
    [Ask everybody] question id:pair-1
    [Context] context quote:guerin-5,guerin-6
    [Who is who] who quote:guerin-5,guerin-6

    thread Whether order and freedom can become one, or only be kept in balance: Proudhon against Proudhon,…
    ");
    let list = group.ana("daily list").await.plain();
    assert!(list.contains("Pairs: 1 of 1 so far"), "{list}");
    let none = group.mia("daily add time:9:00 kind:pair author:Kropotkin theme:planning").await;
    assert!(none.plain().contains("No pair of quotes in the book"), "{}", none.plain());
    let wrong = group.mia("daily add time:9:00 kind:pairs").await.plain();
    assert!(wrong.contains("`quote` or `pair`"), "{wrong}");
}

#[tokio::test]
async fn dailies_of_another_time_zone_are_named_when_the_servers_changes() {
    let mut group = Group::new().await;
    group.mia("settings timezone:Europe/Paris").await;
    group.mia("daily add time:9:00").await;
    group.mia("daily add time:noon timezone:America/New_York").await;
    let changed = group.mia("settings timezone:America/New_York").await;
    insta::assert_snapshot!(changed.plain(), @"
    one
    # Changed
    ## Facilitators
    All with Manage Server
    ## Time zone
    America/New_York
    ## Channel for problems
    none
    ## Anonymous answers
    Members can answer without their name
    ## Language
    English, as Discord says of this server; what only one member sees is in their own
    ## Dailies in another time zone
    New dailies are in America/New_York. These stay where they were set:
    - Daily 1 · 09:00 Europe/Paris
    [Move it to America/New_York] daily move timezone:America/New_York
    ");
    insta::assert_snapshot!(group.press("mia", &changed, "Move it to America/New_York").await.plain(), @"
    face
    # 1 daily is in America/New_York now
    - Daily 1: next Mon 23 Nov 2026, 09:00 America/New_York (2026-11-23T14:00:00Z)
    ");
    let list = group.ana("daily list").await.plain();
    assert!(!list.contains("Europe/Paris"), "{list}");
    let again = group.mia("settings timezone:America/New_York").await.plain();
    assert!(!again.contains("another time zone"), "{again}");
    let unchanged = group.mia("settings channel:<#12>").await.plain();
    assert!(!unchanged.contains("another time zone"), "{unchanged}");
    let refused = group.presses("ana", "daily move timezone:Asia/Tokyo").await.plain();
    assert!(refused.contains("Only facilitators"), "{refused}");
}

#[tokio::test]
async fn a_day_that_has_had_its_quote_has_no_second_one_elsewhere() {
    let mut group = Group::new().await;
    group.mia("daily add time:9:00 timezone:Europe/Paris").await;
    // Today's has gone out at nine in Paris, and it is not yet nine in New York.
    group.now = "2026-11-23T08:30:00Z".parse().unwrap();
    let now = group.now;
    let post = async |tx: &mut crate::store::ServerTx| {
        let schedule = tx.schedules().await?.remove(0);
        let next = schedule.calendar().after(now).next().unwrap();
        tx.set_schedule(schedule.id, &[], next.at, false).await
    };
    group.services.store.change(group.server, post).await.unwrap();
    let moved = group.presses("mia", "daily move timezone:America/New_York").await.plain();
    assert!(moved.contains("next Tue 24 Nov 2026, 09:00 America/New_York"), "{moved}");
}
