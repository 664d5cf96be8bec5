//! Everything by button: a member without slash commands takes part from the panel alone.

use standin::{Member, Message, Permission};

use crate::discord::harness::{DiscordHarness, SOON, said};

/// A club with a panel in #general.
async fn with_panel() -> (DiscordHarness, Message) {
    let harness = DiscordHarness::new().await;
    let panel = posted(&harness).await;
    (harness, panel)
}

/// Posts a panel in #general.
async fn posted(harness: &DiscordHarness) -> Message {
    let told = said(&harness.owner(), &harness.general, "panel").await;
    assert!(told.ephemeral && told.text().contains("I pin it"), "{}", told.text());
    harness.general.wait_for(|messages| messages.iter().any(|it| it.kind == 6), SOON).await;
    harness.general.pins().remove(0)
}

async fn pressed(who: &Member, on: &Message, button: &str) -> Message {
    who.press(on, button).await.unwrap().message().unwrap()
}

#[tokio::test]
pub(super) async fn a_member_without_slash_commands_takes_part() {
    let (harness, panel) = with_panel().await;
    let ben = harness.club.member("ben");
    let form = harness.ana.press(&panel, "Ask a question").await.unwrap().modal().unwrap();
    let posed = harness.ana.submit(&form, &[("text", "Who rules?")]).await.unwrap();
    assert!(!posed.ephemeral && posed.text().contains("Who rules?"), "{}", posed.text());
    let form = ben.press(&panel, "Answer").await.unwrap().modal().unwrap();
    ben.submit(&form, &[("text", "Nobody.")]).await.unwrap();
    let own = pressed(&ben, &panel, "My answers").await;
    assert!(own.text().contains("Nobody."), "{}", own.text());
    let form = ben.press(&own, "Change 1").await.unwrap().modal().unwrap();
    ben.submit(&form, &[("text", "The baker.")]).await.unwrap();
    let own = pressed(&ben, &panel, "My answers").await;
    assert!(own.text().contains("The baker."), "{}", own.text());
    let book = pressed(&ben, &panel, "The book").await;
    let form = ben.press(&book, "Find a quote").await.unwrap().modal().unwrap();
    let quote = ben.submit(&form, &[("theme", "power")]).await.unwrap();
    assert!(quote.text().contains('¶'), "{}", quote.text());
    for button in ["A quote", "What is kept about me", "Help"] {
        let told = ben.press(&panel, button).await.unwrap();
        assert!(told.ephemeral, "{button}: {}", told.text());
    }
    harness.clean();
}

#[tokio::test]
async fn a_facilitator_runs_a_seminar_from_it() {
    let (harness, panel) = with_panel().await;
    let page = pressed(&harness.ana, &panel, "Facilitate a seminar").await;
    let form = harness.ana.press(&page, "Draft a seminar").await.unwrap().modal().unwrap();
    let values = [("title", "An evening"), ("themes", "power")];
    let draft = harness.ana.submit(&form, &values).await.unwrap();
    assert!(draft.ephemeral && draft.text().contains("An evening"), "{}", draft.text());
    for button in ["Start", "Next question", "Show the answers", "Close the seminar"] {
        let told = harness.ana.press(&page, button).await.unwrap();
        assert!(!told.text().contains("older message"), "{button}: {}", told.text());
    }
    let group = pressed(&harness.ana, &panel, "Seminar and statement").await;
    let told = harness.ana.press(&group, "Where it stands").await.unwrap();
    assert!(told.ephemeral, "{}", told.text());
    harness.clean();
}

#[tokio::test]
async fn a_second_panel_takes_the_place_of_the_first() {
    let (harness, panel) = with_panel().await;
    said(&harness.owner(), &harness.general, "panel").await;
    let both = |messages: &[Message]| messages.iter().filter(|it| it.kind == 6).count() == 2;
    harness.general.wait_for(both, SOON).await;
    assert!(panel.now().is_none());
    assert_eq!(harness.general.pins().len(), 1);
    harness.clean();
}

#[tokio::test]
async fn without_the_permission_it_is_posted_and_said_how_it_is_pinned() {
    let harness = DiscordHarness::new().await;
    harness.general.deny_bot(Permission::PIN_MESSAGES);
    let told = said(&harness.owner(), &harness.general, "panel").await;
    assert!(told.ephemeral && told.text().contains("Pin Message"), "{}", told.text());
    let shown = |messages: &[Message]| messages.iter().any(|it| it.labels().len() > 5);
    harness.general.wait_for(shown, SOON).await;
    assert!(harness.general.pins().is_empty());
    harness.clean();
}

#[tokio::test]
async fn a_passage_is_copied_out_and_a_message_asked_about_from_its_menu() {
    let harness = DiscordHarness::new().await;
    let ben = harness.club.member("ben");
    let commands = harness.discord.commands();
    for name in ["Copy out", "Ask about this"] {
        assert!(commands.contains(&name.to_owned()), "{commands:?}");
    }
    let letter = "A Letter\n\nby Ana Prado\n\nWe began in a bakery, with eleven people and one \
                  oven, and nobody had asked us to begin.\n";
    let files = [("letter.txt", letter.as_bytes())];
    let line = "reading add file:letter.txt title:A Letter author:Ana Prado";
    let found = harness.owner().slash_with(&harness.general, line, &files).await.unwrap();
    harness.owner().press(&found.message().unwrap(), "Add it").await.unwrap();
    let message = ben.says(&harness.general, "> nobody had asked us to begin");
    let found = ben.message_command("Copy out", &message).await.unwrap();
    assert!(found.ephemeral && found.text().contains("word for word"), "{}", found.text());
    let proposed = ben.press(&found.message().unwrap(), "Propose it").await.unwrap();
    assert!(!proposed.ephemeral, "{}", proposed.text());
    let proposed = proposed.message().unwrap();
    let form = harness.owner().press(&proposed, "Add it to the book").await.unwrap();
    let added = harness.owner().submit(&form.modal().unwrap(), &[]).await.unwrap();
    assert!(added.is_update(), "{added:?}");
    assert!(proposed.now().unwrap().text().contains("Now in this server"));
    let form = ben.message_command("Ask about this", &message).await.unwrap().modal().unwrap();
    let posed = ben.submit(&form, &[("text", "Was it so?")]).await.unwrap();
    assert!(posed.text().contains(&message.id.to_string()), "{}", posed.text());
    let refused = ben.message_command("Copy out", &proposed).await.unwrap();
    assert!(refused.ephemeral && refused.text().contains("A bot wrote that"));
    harness.clean();
}

#[tokio::test]
async fn a_manager_chooses_a_role_and_a_channel_in_the_form_of_the_settings() {
    let harness = DiscordHarness::new().await;
    // A role that is made later is known a little later.
    let role = harness.club.role("readers", Permission(0));
    let (panel, owner) = (posted(&harness).await, harness.owner());
    let page = pressed(&owner, &panel, "Facilitate this server").await;
    let form = owner.press(&page, "Settings").await.unwrap().modal().unwrap();
    let (role, channel) = (role.id.to_string(), harness.general.id.to_string());
    let chosen = [("facilitators", role.as_str()), ("channel", channel.as_str())];
    let changed = owner.submit(&form, &chosen).await.unwrap();
    let shown = [format!("<@&{role}>"), format!("<#{channel}>")];
    assert!(shown.iter().all(|it| changed.text().contains(it)), "{}", changed.text());
    harness.clean();
}
