//! Members who have the bot for themselves: in direct messages, and in servers that have it not.

use standin::{Failure, Permission};

use crate::discord::harness::{DiscordHarness, lenient, said};

#[tokio::test]
async fn a_member_reads_and_keeps_quotes_in_direct_messages() {
    let harness = DiscordHarness::new().await;
    let ana = harness.ana.installs();
    let dm = ana.dm();
    let quote = said(&ana, &dm, "quote theme:power").await;
    assert!(!quote.ephemeral && quote.text().contains('¶'), "{}", quote.text());
    let quote = quote.message().unwrap();
    assert!(!quote.labels().contains(&"Discuss".to_owned()), "{:?}", quote.labels());
    let kept = ana.press(&quote, "Keep").await.unwrap();
    assert!(kept.text().contains("Kept"), "{}", kept.text());
    let kept = said(&ana, &dm, "kept").await;
    assert!(kept.text().contains("1 quote"), "{}", kept.text());
    assert!(said(&ana, &harness.general, "kept").await.text().contains("None yet"));
    assert!(said(&ana, &dm, "help").await.text().contains("for yourself"));
    let held = said(&ana, &dm, "privacy show").await;
    assert!(held.text().contains("Quotes you kept"), "{}", held.text());
    let refused = ana.slash(&dm, "question text:Who rules?").await;
    assert!(matches!(refused, Err(Failure::NotAllowed(_))), "{refused:?}");
    let forged = ana.forge(&quote, "discuss quote:guerin-1").await.unwrap();
    assert!(forged.text().contains("needs a server"), "{}", forged.text());
    harness.clean();
}

#[tokio::test]
async fn in_a_server_without_the_bot_it_is_as_public_as_the_server_wants() {
    let harness = DiscordHarness::new().await;
    let away = harness.discord.server("Away");
    let (hall, leo, zoe) = (away.channel("hall"), away.member("leo"), away.member("zoe"));
    away.remove_bot();
    let zoe = zoe.installs();
    assert!(leo.slash(&hall, "quote").await.is_err(), "leo has not the bot");
    let quote = said(&zoe, &hall, "quote theme:power").await;
    assert!(!quote.ephemeral, "{}", quote.text());
    // Whoever presses keeps for themselves.
    let kept = leo.press(&quote.message().unwrap(), "Keep").await.unwrap();
    assert!(kept.ephemeral && kept.text().contains("Kept"), "{}", kept.text());
    assert!(said(&zoe, &hall, "kept").await.text().contains("None yet"));
    assert!(zoe.slash(&hall, "record").await.is_err(), "that needs a server");
    let quiet = Permission(Permission::EVERYONE.0 & !Permission::USE_EXTERNAL_APPS.0);
    away.set_everyone(quiet);
    let quote = said(&zoe, &hall, "quote theme:power").await;
    assert!(quote.ephemeral, "{}", quote.text());
    harness.clean();
}

#[tokio::test]
async fn where_members_cannot_install_it_the_commands_are_for_servers() {
    let options = standin::Options { user_install: false, ..lenient() };
    let harness = DiscordHarness::with(options, |_| {}).await;
    let quote = said(&harness.ana, &harness.general, "quote theme:power").await;
    assert!(quote.text().contains('¶'), "{}", quote.text());
    assert!(harness.ana.slash(&harness.ana.dm(), "quote").await.is_err());
    harness.clean();
}
