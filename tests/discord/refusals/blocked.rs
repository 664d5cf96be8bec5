//! Texts that Discord blocks: AutoMod, links, forbidden words. The rest goes on without them.

use super::*;

#[tokio::test]
async fn one_blocked_answer_does_not_take_the_others_with_it() {
    for automod in [false, true] {
        let (harness, word) = club(Clock::System).await;
        harness.seminar("themes:power channel:#general").await;
        harness.owner_says("seminar next").await;
        harness.general.wait_for(says("hidden until"), SOON).await;
        let bad = "See evil.example/trap for more.";
        let answers =
            [("ana", "Nobody rules."), ("ben", bad), ("cleo", "All rule."), ("dora", "Some.")];
        harness.answered(&answers).await;
        if automod {
            harness.club.block_words("trap for");
        } else {
            harness.club.block_link("evil.example");
        }
        let revealed = harness.owner_says("seminar reveal").await;
        assert!(!revealed.text().contains("everybody can read"), "{}", revealed.text());
        let page = |messages: &[Message]| {
            let shown = |words: &str| messages.iter().any(|one| one.text().contains(words));
            ["Nobody rules", "All rule", "Some", BLOCKED].iter().all(|words| shown(words))
        };
        let messages = harness.general.wait_for(page, SOON).await;
        let pages: Vec<&Message> =
            messages.iter().filter(|one| one.text().contains(BLOCKED)).collect();
        assert_eq!(pages.len(), 1, "one message has them all");
        assert!(pages[0].text().contains("ben"), "{}", pages[0].text());
        assert!(!pages[0].text().contains("evil"), "{}", pages[0].text());
        let told = word.wait_for(says("One answer is not shown"), SOON).await;
        let why = if automod { "AutoMod" } else { "blocks a link" };
        assert!(told[0].text().contains(why), "{}", told[0].text());
        // It stays in the record.
        harness.club.unblock();
        let record = harness.ana("record seminar:1").await;
        assert!(record.text().replace('\\', "").contains("evil.example"), "{}", record.text());
        harness.clean();
    }
}

#[tokio::test]
async fn what_comes_later_is_shown_beside_what_is_blocked() {
    let (harness, word) = club(Clock::System).await;
    let forum = harness.club.forum("readings", &["Power"], false);
    harness.seminar("themes:power channel:#readings").await;
    harness.owner_says("seminar next").await;
    let posts = forum.wait_for_threads(|posts| posts.len() == 2, SOON).await;
    let post = &posts[1];
    let card = post.wait_for(says("hidden until"), SOON).await.remove(0);
    let answers = async |who: &str, words: &str| {
        let member = harness.club.member(who);
        let form = member.press(&card, "Answer").await.unwrap().modal().unwrap();
        member.submit(&form, &[("text", words)]).await.unwrap();
    };
    answers("ana", "Read evil.example first.").await;
    answers("ben", "Nobody rules.").await;
    harness.club.block_link("evil.example");
    harness.owner_says("seminar reveal").await;
    post.wait_for(says("Nobody rules"), SOON).await;
    // A late answer edits the page.
    answers("cleo", "I come late.").await;
    let page = |messages: &[Message]| {
        let all = |one: &Message| {
            ["I come late", "Nobody rules", BLOCKED].iter().all(|words| one.text().contains(words))
        };
        messages.iter().any(|one| all(one) && !one.text().contains("in a moment"))
    };
    post.wait_for(page, SOON).await;
    tokio::time::sleep(Duration::from_secs(2)).await;
    assert_eq!(word.messages().len(), 1, "they are told once");
    harness.clean();
}

#[tokio::test]
async fn anonymous_answers_come_without_the_blocked_one_when_a_round_is_closed() {
    let (harness, word) = club(Clock::System).await;
    let card = harness.ana("question text:Well?").await;
    for (who, words) in [("ben", "First."), ("cleo", "A curse on all."), ("dora", "Third.")] {
        let line = format!("answer anonymous:true text:\"{words}\"");
        said(&harness.club.member(who), &harness.general, &line).await;
    }
    harness.club.block_words("a curse on");
    let ask = harness.ana.press(&card, "Close").await.unwrap();
    harness.ana.press(&ask, "Close it").await.unwrap();
    let page = |messages: &[Message]| {
        let shows = |one: &Message, words: &str| one.text().contains(words);
        messages
            .iter()
            .any(|one| shows(one, "First.") && shows(one, "Third.") && shows(one, BLOCKED))
    };
    harness.general.wait_for(page, SOON).await;
    word.wait_for(says("AutoMod"), SOON).await;
}

#[tokio::test]
async fn a_blocked_answer_of_a_live_round_is_named_in_its_place() {
    let (harness, word) = club(Clock::System).await;
    harness.club.block_link("evil.example");
    harness.ana("question text:Well?").await;
    let ben = harness.club.member("ben");
    said(&ben, &harness.general, "answer text:Look at evil.example now.").await;
    harness.general.wait_for(says(BLOCKED), SOON).await;
    word.wait_for(says("blocks a link"), SOON).await;
    // Other words are shown.
    let form = said(&ben, &harness.general, "answer").await.modal().unwrap();
    ben.submit(&form, &[("text", "Look at good.example now.")]).await.unwrap();
    harness.general.wait_for(says("good.example"), SOON).await;
    assert_eq!(harness.general.messages().len(), 2);
    harness.clean();
}

#[tokio::test]
async fn a_question_that_is_blocked_leaves_no_round_that_nobody_sees() {
    let (harness, word) = club(Clock::System).await;
    harness.club.block_words("forbidden fruit");
    let line = "question text:\"Who may eat forbidden fruit?\"";
    // Its card is refused; the asker hears why.
    let told = harness.ana.slash(&harness.general, line).await.unwrap();
    assert!(told.ephemeral && told.text().contains("AutoMod"), "{}", told.text());
    word.wait_for(says("AutoMod"), SOON).await;
    let none = harness.ana("answer text:Me.").await;
    assert!(none.text().contains("No question is open"), "{}", none.text());
    assert!(harness.general.messages().is_empty());
}
