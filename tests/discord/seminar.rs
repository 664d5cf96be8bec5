//! A whole seminar: a question is posed, answered by three members, and read back by theme.

use crate::discord::harness::{DiscordHarness, SOON, said};

#[tokio::test]
async fn three_members_answer_and_the_record_has_it_by_theme() {
    let mut harness = DiscordHarness::new().await;
    let question = harness.ana("question theme:power").await;
    let answers = [("ana", "It corrupts."), ("ben", "It is *needed*."), ("cleo", "Whose power?")];
    for (name, text) in answers {
        let member = harness.club.member(name);
        let form = member.press(&question, "Answer").await.unwrap().modal().unwrap();
        let receipt = member.submit(&form, &[("text", text)]).await.unwrap();
        assert!(receipt.ephemeral);
    }
    let three = |messages: &[standin::Message]| {
        messages.len() == 4 && messages[0].text().contains("3 answers.")
    };
    harness.general.wait_for(three, SOON).await;
    let record = harness.ana("record theme:power").await.text();
    for shown in ["It corrupts.", "It is \\*needed\\*.", "Whose power?"] {
        assert!(record.contains(shown), "{record}");
    }

    // All of it is on the disk, and the buttons still work after a restart.
    harness.kill_and_start().await;
    let record = harness.ana("record theme:power").await.text();
    assert!(record.contains("Whose power?"), "{record}");
    let dora = harness.club.member("dora");
    let form = dora.press(&question, "Answer").await.unwrap().modal().unwrap();
    // Even a form that was opened before a restart.
    harness.kill_and_start().await;
    dora.submit(&form, &[("text", "Late, but here.")]).await.unwrap();
    let four = |messages: &[standin::Message]| {
        messages.len() == 5 && messages[0].text().contains("4 answers.")
    };
    harness.general.wait_for(four, SOON).await;
    let other = said(&dora, &harness.general, "record theme:liberty").await.text();
    assert!(!other.contains("Late"), "{other}");
    harness.clean();
}
