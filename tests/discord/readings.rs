//! A server brings a reading of its own.

use crate::discord::harness::DiscordHarness;

const LETTER: &str = "\
A Letter on Councils

by Ana Prado

I write this letter to those who will sit in the councils after us. We began in a bakery, with \
eleven people and one oven, and nobody had asked us to begin.

Freedom is not a gift that planners hand out once production allows it. Freedom is the condition \
under which the workers can tell the planners that the plan is wrong, and be heard.

Every revolution makes its experts, and every expert makes himself necessary. The masses do not \
lose power in one night; they lose it in meetings that last too long for those who must rise early.

The state does not wither away by itself, and no bureaucracy has ever voted for its own end. What \
withers, if nobody waters it, is the habit of deciding together.
";

const ADD: &str = "reading add file:letter.txt author:\"Ana Prado\"";

#[tokio::test(flavor = "multi_thread")]
pub(super) async fn a_reading_is_added_and_read_in_its_server_alone() {
    let mut harness = DiscordHarness::new().await;
    let owner = harness.owner();
    let files: &[(&str, &[u8])] = &[("letter.txt", LETTER.as_bytes())];
    let found = owner.slash_with(&harness.general, ADD, files).await.unwrap();
    assert!(found.deferred && found.ephemeral);
    assert!(found.text().contains("Ana Prado"), "{}", found.text());
    let added = owner.press(&found, "Add it").await.unwrap();
    assert!(added.text().contains("is now in this server's book"), "{}", added.text());

    harness.kill_and_start().await;
    let quote = harness.ana("quote author:\"Ana Prado\"").await;
    assert!(quote.text().contains("Ana Prado"), "{}", quote.text());
    let context = harness.ana.press(&quote, "Context").await.unwrap();
    assert!(context.ephemeral && context.text().contains("The whole paragraph"));

    let other = harness.discord.server("Another club");
    let (lounge, zoe) = (other.channel("lounge"), other.member("zoe"));
    let refused = zoe.slash(&lounge, "quote author:\"Ana Prado\"").await.unwrap();
    assert!(refused.ephemeral && refused.text().contains("There is no author"));
    harness.discord.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_large_or_no_text_is_refused_and_not_kept() {
    let harness = DiscordHarness::with(crate::discord::harness::lenient(), |options| {
        options.limits.reading_bytes = 1_000_000;
    })
    .await;
    let owner = harness.owner();
    let large = vec![b'a'; 1_000_001];
    for (bytes, said) in [(&large[..], "larger than 1 MB"), (&b"\0\x01\x02\0"[..], "no text")] {
        let refused =
            owner.slash_with(&harness.general, ADD, &[("letter.txt", bytes)]).await.unwrap();
        assert!(refused.text().contains(said), "{}", refused.text());
    }
    let listed = owner.slash(&harness.general, "reading list").await.unwrap();
    assert!(listed.text().contains("None yet"));
    harness.discord.assert_clean();
}
