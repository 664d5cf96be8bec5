//! Each command and each button, as a member uses them.

use standin::Permission;

use crate::stage::{SOON, Stage, said};

#[tokio::test]
async fn a_quote_and_its_buttons() {
    let stage = Stage::new().await;
    let quote = stage.ana("quote theme:power").await;
    assert!(!quote.ephemeral && !quote.deferred);
    assert_eq!(quote.labels(), ["Another", "Discuss", "Keep"]);
    assert!(quote.embeds[0]["description"].as_str().unwrap().starts_with("> "));

    let first = quote.text();
    let another = stage.ana.press(&quote, "Another").await.unwrap();
    assert!(another.is_update());
    assert_ne!(another.text(), first);

    let kept = stage.ana.press(&another, "Keep").await.unwrap();
    assert!(kept.ephemeral, "{kept:?}");
    let list = stage.ana("kept").await;
    assert!(list.ephemeral);
    let words = another.embeds[0]["description"].as_str().unwrap();
    assert!(list.text().contains(words.lines().next().unwrap()), "{}", list.text());
    stage.ana.press(&kept, "Remove").await.unwrap();
    let list = stage.ana("kept").await;
    assert!(!list.text().contains(words), "{}", list.text());

    let discussed = stage.ana.press(&another, "Discuss").await.unwrap();
    assert!(discussed.is_update());
    let threads = stage.general.wait_for_threads(|threads| threads.len() == 1, SOON).await;
    assert!(threads[0].name().chars().count() <= 100);
    assert_eq!(discussed.now().unwrap().thread, Some(threads[0].id));
    stage.clean();
}

#[tokio::test]
async fn quotes_are_searched_and_named() {
    let stage = Stage::new().await;
    for line in [
        "quote search:\"free\" theme:liberty",
        "quote author:Voline",
        "quote search:state",
        "theme name:power",
        "theme",
    ] {
        let shown = stage.ana(line).await;
        assert!(!shown.text().is_empty(), "/{line}");
    }
    let unknown = stage.ana("quote theme:powr").await;
    assert!(unknown.ephemeral);
    assert!(unknown.text().contains("power"), "{}", unknown.text());
    let nothing = stage.ana("quote search:\"???\"").await;
    assert!(nothing.ephemeral, "{}", nothing.text());
    stage.clean();
}

#[tokio::test]
async fn options_are_completed() {
    let stage = Stage::new().await;
    let themes = stage.ana.autocomplete(&stage.general, "quote theme:po").await.unwrap();
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
        let choices = stage.ana.autocomplete(&stage.general, line).await.unwrap();
        assert!((1..=25).contains(&choices.len()), "/{line}: {choices:?}");
    }
    let none = stage.ana.autocomplete(&stage.general, "quote theme:zzzz").await.unwrap();
    assert!(none.len() <= 25);
    stage.clean();
}

#[tokio::test]
async fn help_shows_every_command() {
    let stage = Stage::new().await;
    let help = stage.ana("help").await;
    for name in ["quote", "question", "answer", "record", "daily", "settings"] {
        assert!(help.text().contains(&format!("/{name}")), "{name}: {}", help.text());
    }
    stage.ana("help command:daily").await;
    stage.clean();
}

#[tokio::test]
async fn a_question_is_answered_changed_withdrawn_and_closed() {
    let stage = Stage::new().await;
    let question = stage.ana("question theme:power").await;
    assert_eq!(question.labels(), ["Answer", "Answer anonymously", "Close"]);
    assert!(!question.ephemeral);

    let form = stage.ana.press(&question, "Answer").await.unwrap().modal().unwrap();
    let receipt = stage.ana.submit(&form, &[("text", "Because of us.")]).await.unwrap();
    assert!(receipt.ephemeral);
    let shown = |text: &'static str| {
        move |messages: &[standin::Message]| messages.iter().any(|one| one.text().contains(text))
    };
    stage.general.wait_for(shown("Because of us."), SOON).await;
    stage.general.wait_for(shown("1 answer."), SOON).await;

    let form = stage.ana.press(&receipt, "Change").await.unwrap().modal().unwrap();
    assert_eq!(form.fields()[0].value, "Because of us.");
    let receipt = stage.ana.submit(&form, &[("text", "Because of them.")]).await.unwrap();
    let messages = stage.general.wait_for(shown("Because of them."), SOON).await;
    assert_eq!(messages.len(), 2, "the answer has a new face, and is not posted again");

    stage.ana.press(&receipt, "Withdraw").await.unwrap();
    stage.general.wait_for(|messages| messages.len() == 1, SOON).await;

    let form = stage.ana.press(&question, "Answer anonymously").await.unwrap().modal().unwrap();
    stage.ana.submit(&form, &[("text", "Nobody knows.")]).await.unwrap();
    let sure = stage.ana.press(&question, "Close").await.unwrap();
    stage.ana.press(&sure, "Close it").await.unwrap();
    stage.general.wait_for(shown("Nobody knows."), SOON).await;
    stage.general.wait_for(shown("This round is closed."), SOON).await;
    let closed = question.now().unwrap();
    assert!(closed.labels().is_empty(), "{closed:?}");
    stage.clean();
}

#[tokio::test]
async fn a_question_of_ones_own_is_edited() {
    let stage = Stage::new().await;
    let question = stage.ana("question text:\"What is to be done?\"").await;
    assert_eq!(question.labels(), ["Answer", "Answer anonymously", "Edit", "Close"]);
    let ben = stage.club.member("ben");
    let refused = ben.press(&question, "Edit").await.unwrap();
    assert!(refused.ephemeral);
    let form = stage.ana.press(&question, "Edit").await.unwrap().modal().unwrap();
    stage.ana.submit(&form, &[("text", "Who is to do it?")]).await.unwrap();
    let edited = |messages: &[standin::Message]| messages[0].text().contains("Who is to do it?");
    stage.general.wait_for(edited, SOON).await;

    let answered = said(&ben, &stage.general, "answer text:\"We are.\"").await;
    assert!(answered.ephemeral);
    let form = said(&ben, &stage.general, "answer").await.modal().unwrap();
    assert_eq!(form.fields()[0].value, "We are.");
    stage.clean();
}

#[tokio::test]
async fn several_open_questions_are_chosen_from() {
    let stage = Stage::new().await;
    stage.ana("question text:\"First?\"").await;
    stage.ana("question text:\"Second?\"").await;
    let which = stage.ana("answer text:Yes.").await;
    assert!(which.ephemeral);
    let menu = which.selects()[0]["custom_id"].as_str().unwrap().to_owned();
    let done = stage.ana.select(&which, &menu, &["First?"]).await.unwrap();
    assert!(done.text().contains("recorded"), "{}", done.text());
    let said = |messages: &[standin::Message]| messages.iter().any(|m| m.text().contains("Yes."));
    stage.general.wait_for(said, SOON).await;
    stage.clean();
}

#[tokio::test]
async fn settings_need_a_right_that_can_be_given() {
    let stage = Stage::new().await;
    let role = stage.club.role("readers", Permission::NONE);
    let refused = stage.ana("daily add time:9:00").await;
    assert!(refused.ephemeral);
    assert!(refused.text().contains("Manage Server"), "{}", refused.text());
    said(&stage.owner(), &stage.general, "settings facilitators:@readers").await;
    let ana = stage.ana.role(&role);
    said(&ana, &stage.general, "daily add time:9:00 timezone:Europe/Paris").await;
    let list = said(&ana, &stage.general, "daily list").await;
    assert!(list.text().contains("Europe/Paris"), "{}", list.text());
    stage.clean();
}

#[tokio::test]
async fn outside_of_a_server_there_is_one_sentence() {
    let stage = Stage::new().await;
    let dm = stage.ana.dm();
    // Discord does not offer the commands there; an old client may still send one.
    assert!(stage.ana.slash(&dm, "quote").await.is_err());
    let mut sent = stage.ana.prepare(&stage.general, "quote", &[]).unwrap();
    let payload = sent.payload.as_object_mut().unwrap();
    let user = payload.remove("member").unwrap()["user"].clone();
    payload.insert("user".to_owned(), user);
    payload.remove("guild_id");
    let said = sent.send().await.unwrap();
    assert!(said.ephemeral && said.text().contains("server"), "{}", said.text());
    stage.clean();
}
