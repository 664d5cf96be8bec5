//! A server brings a reading of its own.

use crate::stage::Stage;

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
async fn a_reading_is_added_and_read_in_its_server_alone() {
    let mut stage = Stage::new().await;
    let owner = stage.owner();
    let files: &[(&str, &[u8])] = &[("letter.txt", LETTER.as_bytes())];
    let found = owner.slash_with(&stage.general, ADD, files).await.unwrap();
    assert!(found.deferred && found.ephemeral);
    assert!(found.text().contains("Ana Prado"), "{}", found.text());
    let added = owner.press(&found, "Add it").await.unwrap();
    assert!(added.text().contains("stands in this server's book"), "{}", added.text());

    stage.kill_and_start().await;
    let quote = stage.ana("quote author:\"Ana Prado\"").await;
    assert!(quote.text().contains("Ana Prado"), "{}", quote.text());
    let context = stage.ana.press(&quote, "Context").await.unwrap();
    assert!(context.ephemeral && context.text().contains("The whole paragraph"));

    let other = stage.discord.server("Another club");
    let (lounge, zoe) = (other.channel("lounge"), other.member("zoe"));
    let refused = zoe.slash(&lounge, "quote author:\"Ana Prado\"").await.unwrap();
    assert!(refused.ephemeral && refused.text().contains("There is no author"));
    stage.discord.assert_clean();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_large_or_no_text_is_refused_and_not_kept() {
    let stage = Stage::with(crate::stage::lenient(), |options| {
        options.limits.reading_bytes = 1_000_000;
    })
    .await;
    let owner = stage.owner();
    let large = vec![b'a'; 1_000_001];
    for (bytes, said) in [(&large[..], "larger than 1 MB"), (&b"\0\x01\x02\0"[..], "no text")] {
        let refused =
            owner.slash_with(&stage.general, ADD, &[("letter.txt", bytes)]).await.unwrap();
        assert!(refused.text().contains(said), "{}", refused.text());
    }
    let listed = owner.slash(&stage.general, "reading list").await.unwrap();
    assert!(listed.text().contains("None yet"));
    stage.discord.assert_clean();
}
