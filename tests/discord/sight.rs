//! Who cannot view a channel finds nothing that goes on in it.

use standin::{Channel, Fault, Member, Permission};

use crate::discord::harness::{DiscordHarness, SOON, said};

const BOT: Permission = Permission(
    Permission::VIEW_CHANNEL.0
        | Permission::SEND_MESSAGES.0
        | Permission::SEND_MESSAGES_IN_THREADS.0
        | Permission::EMBED_LINKS.0
        | Permission::READ_MESSAGE_HISTORY.0,
);

/// A club whose #board only ana and ben see, in which they answer a question and hold a seminar.
struct Club {
    harness: DiscordHarness,
    board: Channel,
    ben: Member,
    mal: Member,
}

impl Club {
    async fn new() -> Self {
        let harness = DiscordHarness::new().await;
        let (ben, mal) = (harness.club.member("ben"), harness.club.member("mal"));
        let board = harness.club.channel("board");
        let role = harness.club.role("board", Permission::NONE);
        board.overwrite_everyone(Permission::NONE, Permission::VIEW_CHANNEL);
        board.overwrite_role(&role, Permission::VIEW_CHANNEL, Permission::NONE);
        board.allow_bot(BOT);
        harness.ana.role(&role);
        ben.role(&role);
        said(&harness.ana, &board, "question text:\"Shall Mal leave?\" theme:power").await;
        said(&ben, &board, "answer text:\"Mal shall stay.\"").await;
        said(&harness.ana, &board, "seminar open title:\"On Mal\" themes:power").await;
        said(&harness.ana, &board, "seminar start").await;
        board.wait_for(|messages| messages.len() == 3, SOON).await;
        Self { harness, board, ben, mal }
    }

    /// What a member is told in #general.
    async fn told(&self, who: &Member, line: &str) -> String {
        said(who, &self.harness.general, line).await.text()
    }
}

/// What would tell of #board.
const READ: &[&str] = &[
    "record",
    "record theme:power",
    "record seminar:1",
    "theme name:power",
    "seminar status seminar:1",
    "seminar status",
    "daily list",
];

#[tokio::test]
async fn who_cannot_view_a_channel_neither_reads_nor_writes_in_it() {
    let club = Club::new().await;
    let before = club.board.messages().len();
    for line in READ.iter().chain(&[
        "answer round:1 text:\"Mal was here.\"",
        "seminar join seminar:1",
        "queue join seminar:1",
        "seminar close seminar:1",
    ]) {
        let told = club.told(&club.mal, line).await;
        assert!(!told.contains("leave") && !told.contains("On Mal"), "/{line}: {told}");
        assert!(!told.contains("stay") && !told.contains("ben"), "/{line}: {told}");
    }
    let choices = club.mal.autocomplete(&club.harness.general, "record seminar:").await.unwrap();
    assert!(choices.is_empty(), "{choices:?}");
    // A button of #board, carried over by hand.
    let quote = said(&club.mal, &club.harness.general, "quote").await;
    for forged in
        ["answer round:1", "weigh round:1", "seminar join seminar:1", "record theme:power"]
    {
        let refused = club.mal.forge(&quote, forged).await.unwrap();
        assert!(refused.ephemeral, "{forged}: {refused:?}");
        assert!(!refused.text().contains("leave"), "{forged}: {}", refused.text());
    }
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    assert_eq!(club.board.messages().len(), before);
    club.harness.clean();
}

#[tokio::test]
async fn who_can_view_it_finds_it_from_anywhere() {
    let club = Club::new().await;
    for who in [&club.ben, &club.harness.owner()] {
        let record = club.told(who, "record theme:power").await;
        assert!(record.contains("Mal shall stay"), "{record}");
        assert!(club.told(who, "seminar status").await.contains("On Mal"));
        let choices = who.autocomplete(&club.harness.general, "record seminar:").await.unwrap();
        assert_eq!(choices.len(), 1, "{choices:?}");
    }
    let recorded = club.told(&club.ben, "answer round:1 text:\"Mal shall go.\"").await;
    assert!(recorded.contains("changed") || recorded.contains("recorded"), "{recorded}");
    // What is posted for all tells only what all can view.
    let page = club.told(&club.ben, "theme name:power").await;
    assert!(!page.contains("Shall Mal leave"), "{page}");
    let there = said(&club.ben, &club.board, "theme name:power").await.text();
    assert!(there.contains("Shall Mal leave"), "{there}");
    club.harness.clean();
}

#[tokio::test]
async fn what_a_channel_gives_or_takes_from_one_member_counts() {
    let club = Club::new().await;
    let annex = club.harness.club.channel("annex");
    annex.overwrite_everyone(Permission::NONE, Permission::VIEW_CHANNEL);
    annex.overwrite_member(&club.mal, Permission::VIEW_CHANNEL, Permission::NONE);
    annex.allow_bot(BOT);
    said(&club.mal, &annex, "question text:\"Who reads this?\" theme:liberty").await;
    let hall = club.harness.club.channel("hall");
    hall.overwrite_member(&club.ben, Permission::NONE, Permission::VIEW_CHANNEL);
    said(&club.mal, &hall, "question text:\"Who reads that?\" theme:revolution").await;
    for (who, this, that) in
        [(&club.mal, true, true), (&club.ben, false, false), (&club.harness.ana, false, true)]
    {
        let told = club.told(who, "record theme:liberty").await;
        assert_eq!(told.contains("Who reads this?"), this, "{told}");
        let told = club.told(who, "record theme:revolution").await;
        assert_eq!(told.contains("Who reads that?"), that, "{told}");
    }
    club.harness.clean();
}

#[tokio::test]
async fn a_thread_is_seen_like_its_channel_and_a_private_one_by_its_members() {
    let club = Club::new().await;
    let open = club.board.thread(&club.ben, "open");
    let hall = club.harness.club.channel("hall");
    let private = hall.private_thread(&club.ben, "private");
    said(&club.ben, &open, "question text:\"In the open?\" theme:liberty").await;
    said(&club.ben, &private, "question text:\"In private?\" theme:liberty").await;
    let told = club.told(&club.harness.ana, "record theme:liberty").await;
    assert!(told.contains("In the open?") && !told.contains("In private?"), "{told}");
    assert!(club.told(&club.mal, "record theme:liberty").await.contains("Nothing yet"));
    let told = club.told(&club.ben, "record").await;
    assert!(told.contains("2 questions"), "{told}");
    club.harness.clean();
}

#[tokio::test]
async fn what_was_in_a_deleted_channel_is_for_those_who_took_part() {
    let club = Club::new().await;
    club.board.delete();
    for (who, reads) in [(&club.ben, true), (&club.harness.owner(), true), (&club.mal, false)] {
        let told = club.told(who, "record theme:power").await;
        assert_eq!(told.contains("Mal shall stay"), reads, "{told}");
    }
    club.harness.clean();
}

#[tokio::test]
async fn while_discord_does_not_tell_nothing_is_shown() {
    let club = Club::new().await;
    let hall = club.harness.club.channel("hall");
    said(&club.ben, &hall, "question text:\"Who knows?\" theme:liberty").await;
    for path in ["GET /guilds/*", "GET /channels/*"] {
        club.harness.discord.fail(path, 40, Fault::Status(503));
    }
    for line in ["record theme:liberty", "record", "answer round:2 text:Nobody."] {
        let told = club.told(&club.ben, line).await;
        assert!(told.contains("try again in a minute"), "/{line}: {told}");
    }
    // In the channel itself nobody is asked.
    let there = said(&club.ben, &hall, "record theme:liberty").await.text();
    assert!(there.contains("Who knows?"), "{there}");
}
