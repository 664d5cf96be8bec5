use insta::assert_snapshot;

use crate::command::{Attachment, Invocation, Value};
use crate::commands::Command;
use crate::commands::fixture::{Group, button, card};
use crate::messages::Reply;

const LETTER: &str = "\
A Letter on Councils

by Ana Prado

I write this letter to those who will sit in the councils after us. We began in a bakery, with \
eleven people and one oven, and nobody had asked us to begin.

A council that cannot be recalled is a government, whatever name it bears and however it came to \
power among the workers. We learned this slowly, and some of us learned it in prison.

Freedom is not a gift that planners hand out once production allows it. Freedom is the condition \
under which the workers can tell the planners that the plan is wrong, and be heard.

Every revolution makes its experts, and every expert makes himself necessary. The masses do not \
lose power in one night; they lose it in meetings that last too long for those who must rise early.

Who would obey a committee that nobody had elected, and that explained to nobody what it was doing \
with the bread of the revolution?

The state does not wither away by itself, and no bureaucracy has ever voted for its own end. What \
withers, if nobody waters it, is the habit of deciding together.
";

fn file(name: &str, text: &str) -> Invocation {
    let file = Attachment { name: name.to_owned(), at: text.to_owned(), size: text.len() as u64 };
    Invocation { name: "reading add".to_owned(), ..Invocation::default() }
        .with("file", Value::File(file))
}

async fn give(group: &mut Group, who: &str, line: Invocation) -> Reply {
    let context = group.context(who);
    group.gives(&context, Command::parse(line)).await
}

async fn found(group: &mut Group) -> Reply {
    let line = file("letter.txt", LETTER)
        .with("title", Value::Text("A Letter on Councils".to_owned()))
        .with("author", Value::Text("Ana Prado".to_owned()));
    give(group, "mia", line).await
}

#[tokio::test]
async fn a_reading_is_shown_first_and_added_on_confirmation() {
    let mut group = Group::new().await;
    let shown = found(&mut group).await;
    assert!(card(&shown).title.as_deref().unwrap().contains("A Letter on Councils"));
    let before = group.says("mia", "quote work:\"A Letter on Councils\"").await;
    assert!(card(&before).plain().contains("There is no work"), "{}", card(&before).plain());

    group.press("mia", &shown, "Add it").await;
    let quote = group.says("ana", "quote work:\"A Letter on Councils\"").await;
    let text = card(&quote).plain();
    assert!(text.contains("Ana Prado"), "{text}");

    let context = group.press("ana", &quote, "Context").await;
    assert!(card(&context).plain().contains("The whole paragraph"));
    let searched = group.says("ana", "quote search:\"planners wrong\"").await;
    let text = card(&searched).plain();
    assert!(text.contains("tell the planners"), "{text}");
}

#[tokio::test]
async fn another_server_sees_nothing_of_it() {
    let mut group = Group::new().await;
    let shown = found(&mut group).await;
    group.press("mia", &shown, "Add it").await;
    let quote = group.says("mia", "quote work:r1").await;
    let kept = button(card(&quote), "Context");
    group.server = domain::ServerId(2);
    for line in ["quote work:r1", "quote search:\"planners wrong\"", &kept] {
        let refused = group.says("mia", line).await;
        let text = card(&refused).plain();
        assert!(
            !text.contains("Ana Prado") && !text.contains("tell the planners"),
            "{line}: {text}"
        );
    }
    let listed = group.says("mia", "reading list").await;
    assert!(card(&listed).plain().contains("None yet"));
    let removed = group.says("mia", "reading remove reading:1").await;
    assert!(card(&removed).plain().contains("There is no reading “1”"));
    let pressed = group.presses("mia", "reading remove reading:1 sure:true").await;
    assert!(card(&pressed).plain().contains("not here any more"));
}

#[tokio::test]
async fn a_reading_survives_a_restart_and_goes_when_it_is_removed() {
    let mut group = Group::new().await;
    let shown = found(&mut group).await;
    group.press("mia", &shown, "Add it").await;
    group.reopen().await;
    let listed = group.says("ana", "reading list").await;
    assert!(card(&listed).plain().contains("A Letter on Councils"));
    let asked = group.says("mia", "reading remove reading:\"a letter on councils\"").await;
    assert_snapshot!(asked.plain(), @"
    one
    # Remove A Letter on Councils?
    by Ana Prado
    8 quotes and 1 question leave this server's book. What you answered stays in the record. To have it back, add the file again.
    [Remove it] reading remove reading:1 sure:true
    ");
    let kept = group.says("ana", "quote work:r1").await;
    assert!(!card(&kept).plain().contains("There is no work"));
    group.press("mia", &asked, "Remove it").await;
    let gone = group.says("ana", "quote work:r1").await;
    assert!(card(&gone).plain().contains("There is no work"));
}

#[tokio::test]
async fn only_facilitators_add_and_remove() {
    let mut group = Group::new().await;
    let refused = give(&mut group, "ana", file("letter.txt", LETTER)).await;
    assert!(card(&refused).plain().contains("Only facilitators"));
    let shown = found(&mut group).await;
    for label in ["Add it", "Do not add it"] {
        let refused = group.press("ana", &shown, label).await;
        assert!(card(&refused).plain().contains("Only facilitators"), "{label}");
    }
}

#[tokio::test]
async fn what_is_no_text_is_refused_in_a_sentence() {
    let mut group = Group::new().await;
    for (name, text) in [("empty.txt", ""), ("picture.txt", "\u{0}\u{1}\u{2}PNG\u{0}\u{0}")] {
        let refused = give(&mut group, "mia", file(name, text)).await;
        assert!(matches!(refused, Reply::Ephemeral(_)));
        let said = card(&refused).plain();
        assert!(said.contains("That file"), "{said}");
    }
}

#[tokio::test]
async fn a_year_that_was_not_found_can_be_given() {
    let mut group = Group::new().await;
    let doubts = "I found no year. Add it with `year:`.";
    let shown = give(&mut group, "mia", file("letter.txt", LETTER)).await;
    assert!(card(&shown).plain().contains(doubts), "{}", card(&shown).plain());
    let with_year = |year| file("letter.txt", LETTER).with("year", Value::Integer(year));
    let shown = give(&mut group, "mia", with_year(1921)).await;
    let text = card(&shown).plain();
    assert!(text.contains("(1921)") && !text.contains("year:"), "{text}");
    let refused = give(&mut group, "mia", with_year(9_999)).await;
    assert_snapshot!(card(&refused).plain(), @"`year:` takes a number from -3000 to 2100; “9999” is not.");
}

#[tokio::test]
async fn a_server_has_no_more_readings_than_it_may() {
    let mut group = Group::new().await;
    for number in 0..10 {
        let text = LETTER.replace("council", &format!("council{number}"));
        let shown = give(&mut group, "mia", file("letter.txt", &text)).await;
        group.press("mia", &shown, "Add it").await;
    }
    let refused = found(&mut group).await;
    assert_snapshot!(card(&refused).plain(), @"This server has 10 readings of its own, which is the most it may have. `/reading remove` makes room.");
}

/// Adds the letter under a title and an author, as the next reading.
async fn added(group: &mut Group, title: &str, author: &str) {
    let text = LETTER.replace("bakery", &format!("bakery of {author}"));
    let line = file("letter.txt", &text)
        .with("title", Value::Text(title.to_owned()))
        .with("author", Value::Text(author.to_owned()));
    let shown = give(group, "mia", line).await;
    group.press("mia", &shown, "Add it").await;
}

#[tokio::test]
async fn of_two_of_one_title_it_asks_which_and_a_title_comes_before_a_number() {
    let mut group = Group::new().await;
    for (title, author) in [
        ("Essays", "Ana Adler"),
        ("Essays", "Ben Brandt"),
        ("2", "Cem Cohn"),
        ("1984", "Dora Dorn"),
    ] {
        added(&mut group, title, author).await;
    }
    let remove = |reading: &str| format!("reading remove reading:\"{reading}\"");
    let which = group.says("mia", &remove("Essays")).await.plain();
    assert_snapshot!(which, @"
    one
    There are several readings called “Essays”: `r1: Essays, by Ana Adler`, `r2: Essays, by Ben Brandt`. Say which.
    ");
    for (given, meant) in [
        ("2", "by Cem Cohn"),
        ("1984", "by Dora Dorn"),
        ("r2", "by Ben Brandt"),
        ("r1: Essays, by Ana Adler", "by Ana Adler"),
        ("r2: Essays, by Ben Brandt", "by Ben Brandt"),
        ("1", "by Ana Adler"),
    ] {
        let asked = group.says("mia", &remove(given)).await.plain();
        assert!(asked.contains("Remove it") && asked.contains(meant), "{given}: {asked}");
    }
    let unknown = group.says("mia", &remove("Esays")).await.plain();
    assert!(unknown.contains("Did you mean `Essays`?"), "{unknown}");
    // The same in `/quote work:`.
    let which = group.says("ana", "quote work:essays").await.plain();
    assert!(which.contains("several works called “essays”: `r1`, `r2`"), "{which}");
    assert_eq!(group.services.store.read(group.server).readings().await.unwrap().len(), 4);
    // What the button carries is a number, whatever a reading is called.
    let asked = group.says("mia", &remove("r2")).await;
    let removed = group.press("mia", &asked, "Remove it").await.plain();
    assert!(removed.contains("Essays"), "{removed}");
    let left = group.says("ana", "reading list").await.plain();
    assert!(left.contains("Ana Adler") && !left.contains("Ben Brandt"), "{left}");
}

#[tokio::test]
async fn a_reading_is_searched_in_any_script() {
    let mut group = Group::new().await;
    let text = LETTER.replace(
        "A council that cannot be recalled is a government",
        "L’État, the Straße, an œuvre of Łódź and 自由 of the people are self-government",
    );
    let shown = give(&mut group, "mia", file("letter.txt", &text)).await;
    group.press("mia", &shown, "Add it").await;
    for search in ["oeuvre", "strasse", "lodz", "自由", "self-government", "état", "bear* govern*"]
    {
        let line = format!("quote work:r1 search:\"{search}\"");
        let found = group.says("ana", &line).await.plain();
        let there = found.contains("Łódź") || search.contains('*');
        assert!(there && !found.contains("some of"), "{search}: {found}");
    }
}
