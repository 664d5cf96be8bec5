//! Taking down, from a phone's menu to the author's direct message.

use standin::{Member, Message, Permission};

use crate::discord::harness::{DiscordHarness, SOON, said};

/// What a member reads, without the marks that keep a word from being mark-up.
fn read(message: &Message) -> String {
    message.text().replace(['\\', '*', '_'], "")
}

/// A question, what ben answers, and fay, who has the facilitators' role.
async fn answered() -> (DiscordHarness, Member, Member, Message) {
    let harness = DiscordHarness::new().await;
    let readers = harness.club.role("readers", Permission::NONE);
    let (ben, fay) = (harness.club.member("ben"), harness.club.member("fay").role(&readers));
    said(&harness.owner(), &harness.general, "settings facilitators:@readers").await;
    said(&harness.ana, &harness.general, "question text:Who rules?").await;
    said(&ben, &harness.general, "answer text:Dan is a fool.").await;
    let counted = |messages: &[Message]| messages.iter().any(|it| read(it).contains("1 answer."));
    harness.general.wait_for(counted, SOON).await;
    harness.settled().await;
    let messages = harness.general.messages();
    let answer = messages.into_iter().find(|it| read(it).contains("Dan is a fool.")).unwrap();
    (harness, ben, fay, answer)
}

#[tokio::test]
pub(super) async fn a_facilitator_takes_an_answer_down_from_its_menu_and_its_author_is_told_alone()
{
    let (harness, ben, fay, answer) = answered().await;
    assert!(harness.discord.commands().contains(&"Take down".to_owned()));
    let refused = ben.message_command("Take down", &answer).await.unwrap();
    assert!(refused.ephemeral && refused.text().contains("Only facilitators"), "{refused:?}");
    let why = fay.message_command("Take down", &answer).await.unwrap();
    let why = why.modal().unwrap();
    assert!(why.text().contains("Dan is a fool."), "{}", why.text());
    let sure = fay.submit(&why, &[("The reason", "A personal attack")]).await.unwrap();
    assert!(sure.ephemeral, "{sure:?}");
    let sure = sure.message().unwrap();
    let pressed = sure.button("Take it down").unwrap()["custom_id"].as_str().unwrap().to_owned();
    // Whose role was removed a moment ago is refused, as is who never had it.
    let readers = harness.club.role("others", Permission::NONE);
    let mal = harness.club.member("mal").role(&readers);
    mal.drop_role(&readers);
    let forged = mal.forge(&answer, &pressed).await.unwrap();
    assert!(forged.ephemeral && forged.text().contains("Only facilitators"), "{forged:?}");
    let done = fay.press(&sure, "… and no more answers in this round").await.unwrap();
    assert!(done.is_update() && done.text().contains("Taken down."), "{}", done.text());
    let gone = |messages: &[Message]| {
        messages.iter().any(|it| it.id == answer.id && read(it).contains("taken down by the"))
    };
    let messages = harness.general.wait_for(gone, SOON).await;
    assert!(!messages.iter().any(|it| read(it).contains("Dan is a fool.")), "{messages:?}");
    let told = |messages: &[Message]| messages.iter().any(|it| read(it).contains("was taken down"));
    let dms = ben.dm().wait_for(told, SOON).await;
    assert!(read(&dms[0]).contains("You cannot answer any more in this round."), "{dms:?}");
    assert!(dms[0].labels().is_empty(), "buttons do not work there");
    assert!(fay.dms().is_empty() && harness.ana.dms().is_empty());
    let kept = ["db", "db-wal"].iter().any(|ending| {
        let file = std::fs::read(harness.database().with_extension(ending)).unwrap_or_default();
        file.windows(14).any(|window| window == b"Dan is a fool.")
    });
    assert!(!kept, "the words are in the file");
    let again = said(&ben, &harness.general, "answer text:He is though.").await;
    assert!(again.ephemeral && again.text().contains("He is though."), "{}", again.text());
    let log = harness.ana("moderate log").await;
    assert!(log.ephemeral && log.text().contains("a personal attack"), "{}", log.text());
    harness.discord.assert_clean();
}

#[tokio::test]
async fn who_takes_no_direct_messages_is_told_in_the_round() {
    let (harness, ben, fay, answer) = answered().await;
    ben.block_dms(true);
    let why = fay.message_command("Take down", &answer).await.unwrap().modal().unwrap();
    let sure = fay.submit(&why, &[("reason", "advertising")]).await.unwrap().message().unwrap();
    fay.press(&sure, "Take it down").await.unwrap();
    let told = said(&ben, &harness.general, "answer").await;
    assert!(told.ephemeral && told.text().contains("was taken down"), "{}", told.text());
}
