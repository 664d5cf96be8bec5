//! What is kept about a member, and that nothing of it is left when they are erased.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use serde_json::Value as Json;

use crate::command::{Attachment, Invocation, MessageSpec, TargetMessage, Value};
use crate::commands::fixture::{FACILITATORS, Group, button, card, member_named};
use crate::commands::{Command, Request};
use crate::messages::Reply;
use crate::store::privacy::tests::{declared, found, orphans};
use crate::store::tests::dump::rows;
use crate::store::{JobOutcome, ServerTx};
use domain::erasure::Held;
use domain::{Address, ChannelId, MessageId, ServerId};

/// Her number is her name, letter by letter, so that both are found as the same bytes.
const HER: &str = "okapiana";
/// In everything that she writes for herself; nobody else knows the word.
const WORD: &str = "quagga";

/// What she types as one who manages the server.
async fn manages(group: &mut Group, line: Invocation) -> Reply {
    let mut context = group.context(HER);
    context.member.manages_server = true;
    group.gives(&context, Request::typed(line)).await
}

/// A server in which there is something of hers in every table, and much of others.
async fn everywhere() -> Group {
    let mut group = Group::new().await;
    group.has_a_neighbour().await;
    everywhere_in(group).await
}

async fn everywhere_in(mut group: Group) -> Group {
    thinks_again(&mut group).await;
    talks(&mut group).await;
    asks_for_consent(&mut group).await;
    sets_up(&mut group).await;
    takes_part(&mut group).await;
    leads(&mut group).await;
    expects_her(&mut group).await;
    objects(&mut group).await;
    moderates(&mut group).await;
    group
}

/// A question that is asked again, which she answers.
async fn thinks_again(group: &mut Group) {
    opened(group, "ana", 80, "", &["ben", HER]).await;
    group.ana("seminar next").await;
    group.ben("answer text:\"All of us.\"").await;
    group.ana("seminar close sure:true revisit:1w").await;
    group.passes(SignedDuration::from_hours(7 * 24)).await;
    let said = group.presses(HER, "revisit round:1 mind:changed").await;
    let form = group.press(HER, &said, "Write what moved me").await;
    group.submit(HER, &form, &format!("I met a {WORD}.")).await;
    group.go(10);
}

/// She takes an answer down, and one of hers is taken down.
async fn moderates(group: &mut Group) {
    group.go(40);
    group.says(HER, "seminar next").await;
    group.ben("answer text:\"Nothing at all.\"").await;
    group.says(HER, "seminar reveal").await;
    group.take_down(HER, "moderate take-down", "Nothing", "unrelated").await;
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    group.go(90);
    group.cleo("question id:guerin-q2").await;
    group.says(HER, &format!("answer text:\"A {WORD} shouts.\"")).await;
    group.take_down("fay", "moderate take-down", &format!("A {WORD}"), "attack").await;
}

async fn talks(group: &mut Group) {
    group.says(HER, "question text:\"Who rules?\"").await;
    group.says(HER, &format!("answer text:\"A {WORD} rests.\" round:2")).await;
    group.ben("answer text:\"Nobody.\" round:2").await;
    group.posts().await;
    group.cleo("question text:\"Who works?\"").await;
    group.says(HER, &format!("answer text:\"A {WORD} sings.\" anonymous:true round:3")).await;
    let which = group.says(HER, &format!("answer text:\"A {WORD} waits.\"")).await;
    assert!(which.plain().contains("Which one"), "{}", which.plain());
    group.presses(HER, "keep quote:guerin-6").await;
}

fn message(author: &str, number: i64, text: &str) -> TargetMessage {
    TargetMessage {
        at: Address { place: ChannelId(10), message: MessageId(number) },
        author: member_named(author),
        name: author.to_owned(),
        bot: false,
        text: text.to_owned(),
        files: Vec::new(),
    }
}

async fn asks_for_consent(group: &mut Group) {
    let hers = message(HER, 77, &format!("My {WORD} has no opinion."));
    for (who, message) in [("ben", hers), (HER, message("dan", 78, "Nor have I."))] {
        let line = Invocation { name: "record-as-answer".to_owned(), ..Invocation::default() };
        let line = line.with(MessageSpec::OPTION, Value::Message(message));
        let context = group.context(who);
        let asked = group.gives(&context, Command::parse(line)).await;
        let subject = card(&asked).subject.unwrap();
        let at = Address { place: ChannelId(10), message: MessageId(900) };
        let remember = async |tx: &mut ServerTx| tx.remember_message(subject, at).await;
        group.services.store().change(group.server, remember).await.unwrap();
    }
}

/// A daily, and two readings of which one is added.
async fn sets_up(group: &mut Group) {
    manages(group, Invocation::parse("daily add time:9:00 theme:power").unwrap()).await;
    let text = "A letter\n\nby Ana Prado\n\nA council that cannot be recalled is a government, \
                whatever name it bears and however it came to power among the workers.\n";
    for title in ["Councils", "Bread"] {
        let file = Value::File(Attachment {
            name: "letter.txt".to_owned(),
            at: text.to_owned(),
            size: text.len() as u64,
        });
        let add = Invocation { name: "reading add".to_owned(), ..Invocation::default() };
        let add = add.with("file", file).with("title", Value::Text(title.to_owned()));
        let found = manages(group, add).await;
        if title == "Councils" {
            let line = Invocation::parse(&button(card(&found), "Add it")).unwrap();
            manages(group, line).await;
        }
    }
}

/// A meeting that she said she would come to.
async fn expects_her(group: &mut Group) {
    group.go(95);
    group.cleo("seminar open themes:power at:\"in 3 weeks 19:00\"").await;
    let mut reads = group.services.store().read(group.server);
    let all = reads.seminars().await.unwrap();
    let number = all.iter().find(|it| it.meeting.is_some()).unwrap().number;
    group.says(HER, &format!("seminar come seminar:{number}")).await;
}

/// Opens a seminar in a channel of its own, with these in it.
async fn opened(group: &mut Group, by: &str, place: i64, options: &str, members: &[&str]) {
    group.go(place);
    let line = format!("seminar open title:\"On power\" themes:power,liberty {options}");
    let draft = group.says(by, &line).await;
    group.press(by, &draft, "Start").await;
    for who in members {
        group.says(who, "seminar join").await;
    }
}

async fn takes_part(group: &mut Group) {
    opened(group, "ana", 20, "quorum:3", &["ben", "cleo", HER]).await;
    group.ana("seminar next").await;
    group.ben("answer text:\"Nobody should rule.\"").await;
    group.says(HER, &format!("answer text:\"A {WORD} rules.\"")).await;
    group.posts().await;
    group.ana("seminar reveal").await;
    let first = group.presses(HER, "weigh round:4").await;
    group.press(HER, &first, "Agree").await;
    group.says(HER, "statement propose text:\"Nobody should rule alone.\"").await;
    let shown = group.says(HER, "statement show").await;
    let form = group.press(HER, &shown, "Object").await;
    group.submit(HER, &form, &format!("Not every {WORD} agrees.")).await;
    group.ben("queue join").await;
    group.says(HER, "queue join").await;
    group.says(HER, "seminar recall").await;
    opened(group, "ana", 50, "format:debate", &["ben", HER]).await;
    group.ana("seminar next").await;
    opened(group, "ana", 60, "", &["ben"]).await;
    group.ana("seminar next").await;
    group.says(HER, &format!("answer text:\"A {WORD} hides.\" anonymous:true")).await;
}

async fn leads(group: &mut Group) {
    opened(group, HER, 30, "", &["ben", "cleo", "ana"]).await;
    for who in ["ben", "cleo", "ana"] {
        group.says(who, "seminar recall").await;
    }
    opened(group, HER, 40, "", &["ben"]).await;
}

/// A round that is closed over her objection.
async fn objects(group: &mut Group) {
    group.go(70);
    group.cleo("question text:\"Who decides?\"").await;
    group.says(HER, &format!("answer text:\"A {WORD} decides.\"")).await;
    group.ben("answer text:\"All of us.\"").await;
    let proposed = group.cleo("statement propose text:\"All decide.\"").await;
    let id = button(card(&proposed), "Take it back").replace("statement drop statement:", "");
    let line = format!("statement object statement:{id} version:1");
    let form = group.presses(HER, &line).await;
    group.submit(HER, &form, &format!("A {WORD} objects.")).await;
    let agree = format!("statement agree statement:{id} version:1");
    group.presses("ben", &agree).await;
    let closing = group.cleo("close").await;
    let closed = group.press("cleo", &closing, "Adopt, keep objections").await;
    assert!(closed.plain().contains("losed"), "{}", closed.plain());
}

async fn found_in(group: &Group) -> BTreeSet<(String, String)> {
    let store = group.services.store();
    found(store, group.server, member_named(HER), (HER, WORD)).await
}

async fn erases(group: &mut Group) -> Reply {
    let ask = group.says(HER, "privacy erase").await;
    group.press(HER, &ask, "Erase it for good").await
}

async fn exported(group: &mut Group, who: &str) -> Json {
    match group.says(who, "privacy export").await {
        Reply::Document(document) => serde_json::from_slice(&document.bytes).unwrap(),
        other => panic!("no file: {}", other.plain()),
    }
}

#[tokio::test]
async fn erasing_leaves_nothing_in_any_column_nor_in_the_bytes_of_the_file() {
    let mut group = everywhere().await;
    assert_eq!(found_in(&group).await, declared(), "each column has something of hers before");
    assert!(group.holds(HER.as_bytes()) && group.holds(WORD.as_bytes()));
    let done = erases(&mut group).await.plain();
    assert!(done.contains("Everything about you in this server is erased"), "{done}");
    assert_eq!(found_in(&group).await, BTreeSet::new());
    assert!(!group.holds(WORD.as_bytes()), "her words are in the file");
    assert!(!group.holds(HER.as_bytes()), "her name or number is in the file");
    let posts = group.posts().await.join("\n\n");
    assert!(!posts.contains(HER) && !posts.contains(WORD), "{posts}");
}

#[tokio::test]
async fn a_copy_has_every_kind_of_thing_and_none_is_left_afterwards() {
    let mut group = everywhere().await;
    let copy = exported(&mut group, HER).await;
    let here = copy["servers"][0].as_object().unwrap();
    let kinds: BTreeSet<&str> = here.keys().map(String::as_str).collect();
    let all: BTreeSet<&str> = Held::ALL.into_iter().map(Held::name).chain(["server"]).collect();
    assert_eq!(kinds, all);
    let shown = group.says(HER, "privacy show").await.plain();
    for line in ["Answers: 5", "Quotes you kept: 1", "Dailies you made: 1", "Readings you added: 2"]
    {
        assert!(shown.contains(line), "{line}: {shown}");
    }
    erases(&mut group).await;
    let copy = exported(&mut group, HER).await;
    assert_eq!(copy["servers"][0].as_object().unwrap().len(), 1, "{copy:#}");
    let shown = group.says(HER, "privacy show").await.plain();
    assert!(shown.contains("Nothing is kept about you"), "{shown}");
}

#[tokio::test]
async fn what_the_group_agreed_on_stays_and_belongs_to_nobody() {
    let mut group = everywhere().await;
    group.posts().await;
    erases(&mut group).await;
    group.go(20);
    let shown = group.ben("statement show").await.plain();
    assert!(
        shown.contains("Proposed by somebody who has left: Nobody should rule alone."),
        "{shown}"
    );
    assert!(shown.contains("0 agree · 0 object"), "{shown}");
    group.go(70);
    let contents = group.ben("record theme:none").await;
    let record = group.choose("ben", &contents, "round:7").await.plain();
    insta::assert_snapshot!(record, @"
    face
    # Without a theme
    2. Who decides? · asked 2026-11-29T08:01:35Z, closed
    The group's statement, with objections · 2026-11-29T08:01:38Z: All decide.
    2 agree · 1 object · 0 aside
    Somebody objected; why is withdrawn.
    ben: All of us.
    1 answer was withdrawn.
    (7 questions · 4 answers · page 3 of 8)
    [‹ Back] record theme:none page:2
    [Next ›] record theme:none page:4
    [Contents] record theme:none page:1
    ");
}

#[tokio::test]
async fn another_member_and_another_server_lose_nothing() {
    let mut group = everywhere().await;
    group.posts().await;
    let others = |rows: &BTreeSet<String>| -> BTreeSet<String> {
        let id = member_named("ben").0;
        let of_ben = [format!("={id} "), "\"ben\"".to_owned()];
        let elsewhere = |row: &&String| row.contains("server=99 ");
        rows.iter()
            .filter(|row| of_ben.iter().any(|it| format!("{row} ").contains(it)) || elsewhere(row))
            .filter(|row| !row.starts_with("outbox") && !row.starts_with("queue"))
            .filter(|row| !row.starts_with("consents") && !row.starts_with("seminars"))
            .cloned()
            .collect()
    };
    let before = others(&rows(group.services.store()).await);
    assert!(before.len() > 10, "{before:#?}");
    erases(&mut group).await;
    let after = others(&rows(group.services.store()).await);
    assert_eq!(before, after);
}

#[tokio::test]
async fn deleting_a_server_leaves_no_row_of_it_and_every_row_of_others() {
    let group = everywhere().await;
    let store = group.services.store();
    let of = |rows: BTreeSet<String>, server: &str| -> BTreeSet<String> {
        let server = format!(" server={server} ");
        rows.into_iter()
            .filter(|row| format!("{row} ").replace(": ", ":  ").contains(&server))
            .collect()
    };
    let neighbour = of(rows(store).await, "99");
    assert!(neighbour.len() > 5 && of(rows(store).await, "1").len() > 100);
    // Piece by piece, as the scheduler does; others write meanwhile.
    let (now, keep) = (group.now, jiff::SignedDuration::from_hours(1));
    store.server_is_here(group.server).await.unwrap();
    store.server_is_left(group.server, now - keep).await.unwrap();
    let mut pieces = 0;
    while let Some(server) = store.delete_left(now, keep).await.unwrap() {
        assert_eq!(server, group.server);
        pieces += 1;
    }
    assert!(pieces > 20, "{pieces}");
    assert_eq!(of(rows(store).await, "1"), BTreeSet::new());
    assert_eq!(of(rows(store).await, "99"), neighbour);
    assert_eq!(orphans(store).await, 0);
    for word in [HER, WORD, "Nobody should rule."] {
        assert!(!group.holds(word.as_bytes()), "{word}");
    }
}

#[tokio::test]
async fn a_member_reads_what_is_kept_and_may_go() {
    let mut group = Group::of_newcomers().await;
    insta::assert_snapshot!(group.ben("privacy show").await.plain(), @"
    one
    # What is kept about you here
    Nothing is kept about you in this server.
    ## Who sees it
    Answers, statements and objections with a reason: whoever can view the channel. Ratings and votes: nobody. Quotes you kept: you. Whoever runs this bot can read its database.
    ## How long
    Until you erase it. If the bot leaves this server, all of the server's data is deleted some weeks later.
    ## Without your name
    As long as a question is open, you can get and erase your answer without a name. Once it is closed, nothing links it to you: nobody can find it, not even you.
    Questions? Ask whoever runs this bot.
    (Only you see this)
    [Give me a copy] privacy export
    [Erase …] privacy erase
    ");
    group.ana("question text:\"Who rules?\"").await;
    insta::assert_snapshot!(group.ben("answer text:\"Nobody.\"").await.plain(), @"
    one
    Your answer is recorded, and shown here under your name.
    From now on the bot keeps what you answer here, with your name, for whoever can view this channel. You can have it erased at any time.
    (Round 1)
    [Change] answer round:1
    [Withdraw] withdraw round:1
    [What is kept?] privacy show
    ");
    let again = group.ben("answer text:\"Nobody at all.\"").await.plain();
    assert!(!again.contains("privacy show"), "{again}");
    let shown = group.ben("privacy show").await;
    insta::assert_snapshot!(shown.plain(), @"
    one
    # What is kept about you here
    - Answers: 1 · your words, for the group's record
    - Messages on their way: 2 · that name you
    - That you were told about this · so that you are told once
    ## Who sees it
    Answers, statements and objections with a reason: whoever can view the channel. Ratings and votes: nobody. Quotes you kept: you. Whoever runs this bot can read its database.
    ## How long
    Until you erase it. If the bot leaves this server, all of the server's data is deleted some weeks later.
    ## Without your name
    As long as a question is open, you can get and erase your answer without a name. Once it is closed, nothing links it to you: nobody can find it, not even you.
    Questions? Ask whoever runs this bot.
    (Only you see this)
    [Give me a copy] privacy export
    [Erase …] privacy erase
    ");
    let ask = group.press("ben", &shown, "Erase …").await;
    insta::assert_snapshot!(ask.plain(), @"
    one
    # Erase everything about you here?
    This goes for good:
    - Answers: 1
    - Messages on their way: 2
    - That you were told what is kept
    Where others could read your answer, they read that one was withdrawn. Answers without your name to closed questions stay: nobody can tell which are yours. What others have copied stays with them.
    (Only you see this)
    [Erase it for good] privacy erase sure:true
    ");
    group.posts().await;
    insta::assert_snapshot!(group.press("ben", &ask, "Erase it for good").await.plain(), @"
    one
    Everything about you in this server is erased – one answer among it. Messages that showed it change within a minute.
    (Only you see this)
    ");
    insta::assert_snapshot!(group.posts().await.join("\n\n"), @"
    delete

    edit round:1
    # A question
    Who rules?
    No answers yet. 1 answer was withdrawn. Anonymous answers are shown when the round closes.
    (Round 1 · in a member's own words)
    [Answer] answer round:1
    [Edit] edit round:1
    [Close] close round:1
    ");
    let pressed = group.press("ben", &ask, "Erase it for good").await.plain();
    assert!(pressed.contains("Nothing is kept about you"), "{pressed}");
}

#[tokio::test]
async fn who_answers_without_a_name_is_told_what_is_kept_and_nothing_is_noted() {
    let mut group = Group::of_newcomers().await;
    group.ana("question text:\"Who rules?\"").await;
    let first = group.ben("answer text:\"Nobody.\" anonymous:true").await.plain();
    assert!(first.contains("without your name and without a time"), "{first}");
    assert!(first.contains("[What is kept?] privacy show"), "{first}");
    let changed = group.ben("answer text:\"Nobody at all.\" anonymous:true").await.plain();
    assert!(!changed.contains("privacy show"), "{changed}");
    let rows = rows(group.services.store()).await;
    let id = member_named("ben").0.to_string();
    assert!(!rows.iter().any(|row| row.contains(&id)), "{rows:#?}");
}

#[tokio::test]
async fn an_answer_without_a_name_is_its_authors_until_the_round_is_closed() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.ben("answer text:\"Nobody.\" anonymous:true").await;
    let copy = exported(&mut group, "ben").await;
    assert_eq!(copy["servers"][0]["answers"][0]["answer"], "Nobody.", "{copy:#}");
    let others = exported(&mut group, "cleo").await;
    assert!(!others.to_string().contains("Nobody."), "{others:#}");
    let closing = group.ana("close").await;
    group.press("ana", &closing, "Close it").await;
    let copy = exported(&mut group, "ben").await;
    assert!(!copy.to_string().contains("Nobody."), "{copy:#}");
    group.presses("ben", "privacy erase sure:true").await;
    let record = group.ana("record theme:none").await.plain();
    assert!(record.contains("Anonymous: Nobody."), "{record}");
}

#[tokio::test]
async fn who_has_answered_without_a_name_is_warned() {
    let mut group = Group::new().await;
    for (number, anonymous) in [(1, "false"), (2, "true")] {
        group.ana(&format!("question text:\"Question {number}?\"")).await;
        group.ben(&format!("answer text:Yes round:{number} anonymous:{anonymous}")).await;
    }
    let ask = group.ben("privacy erase").await.plain();
    assert!(ask.contains("may guess that it was yours"), "{ask}");
    group.presses("ben", "withdraw round:2").await;
    let ask = group.ben("privacy erase").await.plain();
    assert!(!ask.contains("may guess"), "{ask}");
}

#[tokio::test]
async fn everywhere_means_every_server() {
    let mut group = Group::new().await;
    for server in [1, 2, 3] {
        group.server = ServerId(server);
        group.ana("question text:\"Who rules?\"").await;
        group.ben(&format!("answer text:\"A {WORD} rules.\"")).await;
    }
    let here = group.ben("privacy erase").await;
    group.press("ben", &here, "Erase it for good").await;
    assert!(group.holds(WORD.as_bytes()));
    let ask = group.ben("privacy erase everywhere:true").await;
    assert!(ask.plain().contains("all 2 servers"), "{}", ask.plain());
    let done = group.press("ben", &ask, "Erase it for good").await.plain();
    assert!(done.contains("in 2 servers – 2 answers"), "{done}");
    assert!(!group.holds(WORD.as_bytes()));
}

#[tokio::test]
async fn a_message_that_is_just_going_out_is_deleted_and_its_words_are_gone_meanwhile() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.posts().await;
    group.ben(&format!("answer text:\"A {WORD} rules.\"")).await;
    let claimed = group.services.store().claim(group.now, 100).await.unwrap();
    assert!(claimed.iter().any(|job| job.effect.kind() == "post"), "{claimed:?}");
    group.presses("ben", "privacy erase sure:true").await;
    assert!(!group.holds(WORD.as_bytes()));
    for job in &claimed {
        let at = Address { place: ChannelId(10), message: MessageId(2_000 + job.id) };
        let done = JobOutcome::Done(Some(at));
        group.services.store().confirm(job, &done, group.now).await.unwrap();
    }
    let posts = group.posts().await;
    assert!(posts.iter().any(|post| post == "delete"), "{posts:?}");
}

#[tokio::test]
async fn a_draft_goes_and_what_others_have_joined_stays() {
    let mut group = Group::new().await;
    opened(&mut group, "ben", 20, "", &["cleo"]).await;
    group.go(30);
    group.ben(&format!("seminar open title:\"A {WORD} hour\" themes:power")).await;
    group.presses("ben", "privacy erase sure:true").await;
    let seminars = group.services.store().read(group.server).seminars().await.unwrap();
    assert_eq!(seminars.len(), 1);
    assert_eq!(seminars[0].facilitator, None);
    assert_eq!(seminars[0].roster.len(), 1);
    assert!(!group.holds(WORD.as_bytes()));
    group.go(20);
    let taken = group.mia("seminar facilitator do:take").await.plain();
    assert!(!taken.contains("older message"), "{taken}");
    group.mia("seminar next").await;
}

#[tokio::test]
async fn the_samples_of_the_planner_are_forgotten_as_well() {
    let mut group = everywhere().await;
    // As at each end of the program, once there is more.
    group.services.store().analyze().await;
    assert!(group.holds(HER.as_bytes()));
    erases(&mut group).await;
    assert!(!group.holds(HER.as_bytes()));
}

#[tokio::test]
async fn a_flood_is_refused_with_its_text_and_other_servers_go_on() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    let mut refused = None;
    for number in 0..100 {
        let said = group.ben(&format!("answer text:\"Answer {number}.\"")).await.plain();
        if said.contains("too many answers") {
            refused = Some((number, said));
            break;
        }
    }
    let (number, said) = refused.expect("a hundred answers in two minutes are too many");
    assert!((60..70).contains(&number), "{number}");
    assert!(said.contains("You have sent too many answers in the last hour. Please try again"));
    assert!(said.contains(&format!("Answer {number}.")), "{said}");
    // The others here, and whoever is elsewhere.
    assert!(group.cleo("answer text:Mine.").await.plain().contains("recorded"));
    group.server = ServerId(2);
    group.ana("question text:\"Who rules?\"").await;
    assert!(group.ben("answer text:Mine.").await.plain().contains("recorded"));
    group.server = ServerId(1);
    group.now += jiff::SignedDuration::from_hours(1);
    assert!(group.ben("answer text:Mine.").await.plain().contains("changed"));
}

#[tokio::test]
async fn questions_readings_and_files_have_their_limits() {
    let mut group = Group::new().await;
    group.mia(&format!("settings facilitators:{FACILITATORS}")).await;
    for (line, said, most) in [
        ("question text:\"Who rules?\"", "too many questions", 30),
        ("export format:md", "too many requests for files", 10),
    ] {
        let mut taken = 0;
        while !group.ana(line).await.plain().contains(said) {
            taken += 1;
            assert!(taken < 60, "{line}");
        }
        assert!((most..most + 3).contains(&taken), "{line}: {taken}");
    }
    let copy = group.ana("privacy export").await.plain();
    assert!(copy.contains("too many requests for files"), "{copy}");
}

#[tokio::test]
async fn nobody_sees_or_erases_what_is_about_another() {
    let mut group = everywhere().await;
    let before = found_in(&group).await;
    let copy = exported(&mut group, "ben").await.to_string();
    assert!(!copy.contains(WORD) && !copy.contains(HER), "{copy}");
    // Nothing is kept about these, and a button can be forged.
    for who in ["mia", "eve"] {
        group.presses(who, "privacy erase sure:true everywhere:true").await;
    }
    assert_eq!(found_in(&group).await, before);
}
