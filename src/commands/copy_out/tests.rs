use crate::command::{Attachment, Invocation, MessageSpec, TargetMessage, Value};
use crate::commands::Command;
use crate::commands::fixture::{Group, button, card, member_named};
use crate::messages::Reply;
use domain::{Address, ChannelId, MessageId};

const LETTER: &str = "A Letter on Councils\n\nby Ana Prado\n\n\
    I write this letter to those who will sit in the councils after us. We began in a bakery, with \
    eleven people and one oven, and nobody had asked us to begin.\n\n\
    A council that cannot be recalled is a government, whatever name it bears and however it came to \
    power among the workers. “We never wanted to rule anybody”, the baker used to say.\n";

/// A server with a reading of its own.
async fn readers() -> Group {
    let mut group = Group::new().await;
    let file = Attachment {
        name: "letter.txt".to_owned(),
        at: LETTER.to_owned(),
        size: LETTER.len() as u64,
    };
    let line = Invocation { name: "reading add".to_owned(), ..Invocation::default() }
        .with("file", Value::File(file))
        .with("title", Value::Text("A Letter on Councils".to_owned()))
        .with("author", Value::Text("Ana Prado".to_owned()));
    let context = group.context("mia");
    let found = group.gives(&context, Command::parse(line)).await;
    group.press("mia", &found, "Add it").await;
    group
}

fn message(text: &str) -> TargetMessage {
    TargetMessage {
        at: Address { place: ChannelId(10), message: MessageId(77) },
        author: member_named("ben"),
        name: "ben".to_owned(),
        bot: false,
        text: text.to_owned(),
        files: Vec::new(),
    }
}

async fn copy(group: &mut Group, who: &str, message: TargetMessage) -> Reply {
    let line = Invocation { name: super::SPEC.word.to_owned(), ..Invocation::default() };
    let line = line.with(MessageSpec::OPTION, Value::Message(message));
    let context = group.context(who);
    group.gives(&context, Command::parse(line)).await
}

const QUOTED: &str = "See:\n> nobody had asked us to begin\nIs that not *quite* a zorilla?";

#[tokio::test]
async fn what_a_message_quotes_is_proposed_and_becomes_a_quote_of_the_book() {
    let mut group = readers().await;
    let found = copy(&mut group, "ben", message(QUOTED)).await;
    insta::assert_snapshot!(found.plain(), @"
    one
    # It is there, word for word
    > nobody had asked us to begin
    > — Ana Prado, A Letter on Councils, Beginning, ¶1
    A facilitator can add it to this server's book. Propose it, and all see it.
    [Propose it] add-quote reading:1 paragraph:1 from:127 to:155 propose:true
    ");
    let proposed = group.press("ben", &found, "Propose it").await;
    insta::assert_snapshot!(proposed.plain(), @"
    all
    # Proposed as a quote
    > nobody had asked us to begin
    > — Ana Prado, A Letter on Councils, Beginning, ¶1
    It is in the reading word for word. A facilitator can add it to the book.
    [Add it to the book] add-quote reading:1 paragraph:1 from:127 to:155
    ");
    let refused = group.press("ben", &proposed, "Add it to the book").await.plain();
    assert!(refused.contains("Only facilitators"), "{refused}");
    let form = group.press("mia", &proposed, "Add it to the book").await;
    let added = group.submit("mia", &form, "").await;
    insta::assert_snapshot!(added.plain(), @"
    face
    # Now in this server's book
    > nobody had asked us to begin
    > — Ana Prado, A Letter on Councils, Beginning, ¶1
    (r1-4)
    [Keep] keep quote:r1-4
    [Context] context quote:r1-4
    ");
    assert!(!group.holds(b"zorilla"));
    // It is served like any other, and after a restart as well.
    group.reopen().await;
    let served = group.ana("quote search:\"asked us to begin\"").await.plain();
    assert!(served.contains("nobody had asked us to begin"), "{served}");
    // A second press and a second proposal find it there.
    let again = group.press("mia", &proposed, "Add it to the book").await.plain();
    assert!(again.contains("a quote already"), "{again}");
    let again = copy(&mut group, "ben", message(QUOTED)).await.plain();
    assert!(again.contains("a quote already"), "{again}");
    group.server.0 = 2;
    let there = group.ana("quote search:\"asked us to begin\"").await.plain();
    assert!(!there.contains("nobody had asked"), "{there}");
}

#[tokio::test]
async fn what_is_not_word_for_word_is_refused_with_what_the_reading_says() {
    let mut group = readers().await;
    let text = "“A council that can be recalled is no government, whatever name it bears”, I think";
    let near = copy(&mut group, "ben", message(text)).await;
    insta::assert_snapshot!(near.plain(), @"
    one
    # Not word for word
    > A council that cannot be recalled is a government, whatever name it bears
    > — Ana Prado, A Letter on Councils, Beginning, ¶2
    The reading says it so. What differs:
    - “can” is “cannot” there
    - “no” is “a” there
    A quote is copied word for word. To have this passage, quote it as the reading says it.
    ");
    assert!(card(&near).buttons.is_empty());
}

#[tokio::test]
async fn a_facilitator_adds_it_at_once_and_says_whose_words_they_are() {
    let mut group = readers().await;
    let found = copy(&mut group, "mia", message("We never wanted to rule anybody")).await;
    assert!(found.plain().contains("may be quoting somebody"), "{}", found.plain());
    let form = group.press("mia", &found, "Add it to the book").await;
    let long = group.submit("mia", &form, &"x".repeat(101)).await.plain();
    assert!(long.contains("longer than 100"), "{long}");
    let added = group.submit("mia", &form, "The baker").await.plain();
    assert!(added.contains("The baker, quoted by Ana Prado"), "{added}");
}

#[tokio::test]
async fn what_cannot_be_copied_out_is_refused_with_a_reason() {
    let mut group = readers().await;
    let bot = TargetMessage { bot: true, ..message(QUOTED) };
    for (message, said) in [
        (bot, "A bot wrote that"),
        (message(""), "at least 3 words"),
        (message("too short"), "at least 3 words"),
        (message("Bread is made of flour, water and patience."), "No reading of this server"),
        (
            message("Bread is made of flour, water and patience."),
            "I have the quotes, and not the text",
        ),
    ] {
        let refused = copy(&mut group, "ben", message.clone()).await.plain();
        assert!(refused.contains(said), "{message:?}: {refused}");
    }
    // Of the common book only quotes are here.
    let known = message("lies in the union of order with anarchy");
    let refused = copy(&mut group, "ben", known).await.plain();
    assert!(refused.contains("a quote already: `guerin-5`"), "{refused}");
    group.server.0 = 2;
    let none = copy(&mut group, "ben", message(QUOTED)).await.plain();
    assert!(none.contains("no readings of its own"), "{none}");
}

#[tokio::test]
async fn a_button_of_a_reading_that_is_gone_and_a_forged_one_add_nothing() {
    let mut group = readers().await;
    let found = copy(&mut group, "mia", message(QUOTED)).await;
    let add = button(card(&found), "Add it to the book");
    for forged in [
        "add-quote reading:1 paragraph:999 from:0 to:9",
        "add-quote reading:1 paragraph:1 from:9 to:0",
        "add-quote reading:1 paragraph:1 from:0 to:99999",
        "add-quote reading:99 paragraph:1 from:0 to:9",
    ] {
        let told = group.presses("mia", forged).await.plain();
        assert!(told.contains("not here any more"), "{forged}: {told}");
    }
    assert!(group.presses("mia", "add-quote reading:1").await.plain().contains("older message"));
    group.presses("mia", "reading remove reading:1 sure:true").await;
    let gone = group.presses("mia", &add).await.plain();
    assert!(gone.contains("not here any more"), "{gone}");
}

#[tokio::test]
async fn without_a_message_a_form_asks_for_the_passage() {
    let mut group = readers().await;
    let form = group.presses("ben", "copy-out").await;
    let found = group.submit("ben", &form, "eleven people and one oven").await.plain();
    assert!(found.contains("word for word"), "{found}");
}
