//! Each command and each button, as a member uses them.

use standin::Permission;

use crate::discord::harness::{DiscordHarness, SOON, said};

#[tokio::test]
pub(super) async fn a_quote_and_its_buttons() {
    let harness = DiscordHarness::new().await;
    let quote = harness.ana("quote theme:power").await;
    assert!(!quote.ephemeral && !quote.deferred);
    // What explains a quote depends on the quote.
    assert_eq!(quote.labels()[..3], ["Another", "Discuss", "Keep"]);
    assert!(quote.texts().iter().any(|text| text.starts_with("> ")));

    let first = quote.text();
    let another = harness.ana.press(&quote, "Another").await.unwrap();
    assert!(another.ephemeral && !another.is_update());
    assert_ne!(another.text(), first);
    assert_eq!(quote.now().unwrap().text(), first);

    let kept = harness.ana.press(&another, "Keep").await.unwrap();
    assert!(kept.ephemeral, "{kept:?}");
    let list = harness.ana("kept").await;
    assert!(list.ephemeral);
    let texts = another.texts();
    let words = texts.iter().find(|text| text.starts_with("> ")).unwrap();
    assert!(list.text().contains(words.lines().next().unwrap()), "{}", list.text());
    harness.ana.press(&kept, "Let go").await.unwrap();
    let list = harness.ana("kept").await;
    assert!(!list.text().contains(words.as_str()), "{}", list.text());

    let discussed = harness.ana.press(&quote, "Discuss").await.unwrap();
    assert!(discussed.ephemeral && !discussed.is_update());
    let threads = harness.general.wait_for_threads(|threads| threads.len() == 1, SOON).await;
    assert!(threads[0].name().chars().count() <= 100);
    assert_eq!(quote.now().unwrap().thread, Some(threads[0].id));
    harness.clean();
}

#[tokio::test]
async fn quotes_are_searched_and_named() {
    let harness = DiscordHarness::new().await;
    for line in [
        "quote search:\"free\" theme:liberty",
        "quote author:Voline",
        "quote search:state",
        "theme name:power",
        "theme",
    ] {
        let shown = harness.ana(line).await;
        assert!(!shown.text().is_empty(), "/{line}");
    }
    let unknown = harness.ana("quote theme:powr").await;
    assert!(unknown.ephemeral);
    assert!(unknown.text().contains("power"), "{}", unknown.text());
    let nothing = harness.ana("quote search:\"???\"").await;
    assert!(nothing.ephemeral, "{}", nothing.text());
    harness.clean();
}

#[tokio::test]
pub(super) async fn options_are_completed() {
    let harness = DiscordHarness::new().await;
    let themes = harness.ana.autocomplete(&harness.general, "quote theme:po").await.unwrap();
    assert!(themes.iter().any(|(_, value)| value == "power"), "{themes:?}");
    for line in [
        "quote theme:",
        "quote author:",
        "quote work:",
        "quote id:",
        "question id:",
        "daily add timezone:eur",
        "help command:",
    ] {
        let choices = harness.ana.autocomplete(&harness.general, line).await.unwrap();
        assert!((1..=25).contains(&choices.len()), "/{line}: {choices:?}");
    }
    let none = harness.ana.autocomplete(&harness.general, "quote theme:zzzz").await.unwrap();
    assert!(none.len() <= 25);
    harness.clean();
}

#[tokio::test]
async fn help_shows_every_command() {
    let harness = DiscordHarness::new().await;
    let help = harness.ana("help").await;
    for name in ["quote", "question", "answer", "record", "daily", "settings"] {
        assert!(help.text().contains(&format!("/{name}")), "{name}: {}", help.text());
    }
    harness.ana("help command:daily").await;
    harness.clean();
}

#[tokio::test]
pub(super) async fn a_question_is_answered_changed_withdrawn_and_closed() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question theme:power").await;
    // What explains its quotes depends on the question.
    assert_eq!(question.labels()[..2], ["Answer", "Close"]);
    assert!(!question.ephemeral);

    let form = harness.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    let receipt = harness.ana.submit(&form, &[("text", "Because of us.")]).await.unwrap();
    assert!(receipt.ephemeral);
    let shown = |text: &'static str| {
        move |messages: &[standin::Message]| messages.iter().any(|one| one.text().contains(text))
    };
    harness.general.wait_for(shown("Because of us."), SOON).await;
    harness.general.wait_for(shown("1 answer."), SOON).await;

    let form = harness.ana.press(&receipt, "Change").await.unwrap().modal().unwrap();
    assert_eq!(form.fields()[0].value, "Because of us.");
    let receipt = harness.ana.submit(&form, &[("text", "Because of them.")]).await.unwrap();
    let messages = harness.general.wait_for(shown("Because of them."), SOON).await;
    assert_eq!(messages.len(), 2, "the answer has a new face, and is not posted again");

    harness.ana.press(&receipt, "Withdraw").await.unwrap();
    harness.general.wait_for(|messages| messages.len() == 1, SOON).await;

    let form = harness.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    let without = [("text", "Nobody knows."), ("Your name", "Without my name")];
    harness.ana.submit(&form, &without).await.unwrap();
    let sure = harness.ana.press(&question, "Close").await.unwrap();
    harness.ana.press(&sure, "Close it").await.unwrap();
    harness.general.wait_for(shown("Nobody knows."), SOON).await;
    harness.general.wait_for(shown("This round is closed."), SOON).await;
    let closed = question.now().unwrap();
    assert!(closed.labels().is_empty(), "{closed:?}");
    harness.clean();
}

#[tokio::test]
async fn a_question_of_ones_own_is_edited() {
    let harness = DiscordHarness::new().await;
    let question = harness.ana("question text:\"What is to be done?\"").await;
    assert_eq!(question.labels(), ["Answer", "Edit", "Close"]);
    let ben = harness.club.member("ben");
    let refused = ben.press(&question, "Edit").await.unwrap();
    assert!(refused.ephemeral);
    let form = harness.ana.press(&question, "Edit").await.unwrap().modal().unwrap();
    harness.ana.submit(&form, &[("text", "Who is to do it?")]).await.unwrap();
    let edited = |messages: &[standin::Message]| messages[0].text().contains("Who is to do it?");
    harness.general.wait_for(edited, SOON).await;

    let answered = said(&ben, &harness.general, "answer text:\"We are.\"").await;
    assert!(answered.ephemeral);
    let form = said(&ben, &harness.general, "answer").await.modal().unwrap();
    assert_eq!(form.fields()[0].value, "We are.");
    harness.clean();
}

#[tokio::test]
pub(super) async fn several_open_questions_are_chosen_from() {
    let harness = DiscordHarness::new().await;
    harness.ana("question text:\"First?\"").await;
    harness.ana("question text:\"Second?\"").await;
    let which = harness.ana("answer text:Yes.").await;
    assert!(which.ephemeral);
    let buttons = which.buttons();
    let lines = buttons.iter().filter_map(|button| button["custom_id"].as_str());
    let first = lines.into_iter().find(|line| line.ends_with("round:1")).unwrap();
    let done = harness.ana.press(&which, first).await.unwrap();
    assert!(done.text().contains("recorded"), "{}", done.text());
    let said = |messages: &[standin::Message]| messages.iter().any(|m| m.text().contains("Yes."));
    harness.general.wait_for(said, SOON).await;
    harness.clean();
}

#[tokio::test]
async fn settings_need_a_right_that_can_be_given() {
    let harness = DiscordHarness::new().await;
    let role = harness.club.role("readers", Permission::NONE);
    let refused = harness.ana("daily add time:9:00").await;
    assert!(refused.ephemeral);
    assert!(refused.text().contains("Manage Server"), "{}", refused.text());
    said(&harness.owner(), &harness.general, "settings facilitators:@readers").await;
    let ana = harness.ana.role(&role);
    said(&ana, &harness.general, "daily add time:9:00 timezone:Europe/Paris").await;
    let list = said(&ana, &harness.general, "daily list").await;
    assert!(list.text().contains("Europe/Paris"), "{}", list.text());
    harness.clean();
}

#[tokio::test]
pub(super) async fn outside_of_a_server_what_needs_one_says_so() {
    let harness = DiscordHarness::new().await;
    let dm = harness.ana.dm();
    // Discord does not offer the command there; an old client may still send it.
    assert!(harness.ana.slash(&dm, "question").await.is_err());
    let line = "question text:Who rules?";
    let mut sent = harness.ana.prepare(&harness.general, line, &[]).unwrap();
    let payload = sent.payload.as_object_mut().unwrap();
    let user = payload.remove("member").unwrap()["user"].clone();
    payload.insert("user".to_owned(), user);
    payload.remove("guild_id");
    let said = sent.send().await.unwrap();
    assert!(said.ephemeral && said.text().contains("needs a server"), "{}", said.text());
    assert!(said.text().contains("Who rules?"), "{}", said.text());
    harness.clean();
}

/// Discord says with a command what we may do where it is used, and in the channels that it names.
#[tokio::test]
async fn what_we_may_do_in_a_channel_comes_with_the_command() {
    let harness = DiscordHarness::new().await;
    let (owner, daily) = (harness.owner(), harness.club.channel("daily"));
    harness.discord.clear_requests();
    let added = said(&owner, &harness.general, "daily add time:9:00 timezone:UTC").await;
    assert!(added.text().contains("Daily 1 is set"), "{}", added.text());
    let asked = harness.discord.requests();
    let asked = asked.iter().filter(|one| one.method == "GET").map(|one| one.path.as_str());
    assert_eq!(asked.collect::<Vec<_>>(), [""; 0], "Discord need not be asked");
    // Of a channel that is named it is known at once when that changes.
    let line = "daily add time:9:00 timezone:UTC channel:#daily";
    for allowed in [true, false, true] {
        if allowed {
            daily.allow_bot(Permission::SEND_MESSAGES);
        } else {
            daily.deny_bot(Permission::SEND_MESSAGES);
        }
        let told = said(&owner, &harness.general, line).await.text();
        assert_eq!(told.contains("Send Messages"), !allowed, "{told}");
    }
    harness.clean();
}
