use jiff::SignedDuration;

use crate::command::{Invocation, MessageSpec, TargetMessage, Value};
use crate::commands::Command;
use crate::commands::fixture::{Group, card};
use crate::messages::{Reply, Span};
use crate::store::ServerTx;
use domain::{Address, ChannelId, MemberId, MessageId, RoundId};

/// A message of ben's in #10.
fn bens(text: &str) -> TargetMessage {
    TargetMessage {
        at: Address { place: ChannelId(10), message: MessageId(77) },
        author: id("ben"),
        name: "ben".to_owned(),
        bot: false,
        text: text.to_owned(),
        files: Vec::new(),
    }
}

/// As the fixture numbers them.
fn id(who: &str) -> MemberId {
    MemberId(who.bytes().fold(0, |number, byte| number * 256 + i64::from(byte)))
}

/// Uses the command on a message.
async fn records(group: &mut Group, who: &str, message: &TargetMessage) -> Reply {
    let line = Invocation { name: super::SPEC.word.to_owned(), ..Invocation::default() };
    let line = line.with(MessageSpec::OPTION, Value::Message(message.clone()));
    let context = group.context(who);
    group.gives(&context, Command::parse(line)).await
}

/// A question, and a message of ben's that mia wants recorded.
async fn asked(text: &str) -> (Group, Reply) {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    let ask = records(&mut group, "mia", &bens(text)).await;
    // As a frontend notes where an answer went.
    if let Some(subject) = card(&ask).subject {
        let at = Address { place: ChannelId(10), message: MessageId(900) };
        let remember = async |tx: &mut ServerTx| tx.remember_message(subject, at).await;
        group.services.store().change(group.server, remember).await.unwrap();
    }
    group.posts().await;
    (group, ask)
}

async fn recorded(group: &Group) -> Vec<(Option<String>, String, Option<MessageId>)> {
    let responses = group.services.store().read(group.server).answers(RoundId(1)).await.unwrap();
    responses
        .into_iter()
        .map(|it| (it.by.map(|by| by.1), it.text, it.source.map(|at| at.message)))
        .collect()
}

fn ben(text: &str) -> (Option<String>, String, Option<MessageId>) {
    (Some("ben".to_owned()), text.to_owned(), Some(MessageId(77)))
}

#[tokio::test]
async fn its_author_says_yes() {
    let (mut group, ask) = asked("  Nobody should.  ").await;
    insta::assert_snapshot!(ask.plain(), @"
    all
    !ben
    ben, may I save this message (#10/77) as your answer?
    Who rules?
    mia asks, and only ben can reply. If you say no, or say nothing for 7 days, nothing is kept.
    (Round 1)
    [Yes] consent id:1 round:1 until:1795939202 answer:yes
    [No] consent id:1 round:1 until:1795939202 answer:no
    ");
    assert_eq!(card(&ask).ping, Some(Span::Member { id: id("ben"), name: "ben".to_owned() }));
    assert!(recorded(&group).await.is_empty());
    insta::assert_snapshot!(group.press("ben", &ask, "Yes").await.plain(), @r"
    face
    ben said yes: this message (#10/77) is their answer to “Who rules?”.
    (Round 1)
    ");
    assert_eq!(recorded(&group).await, [ben("Nobody should.")]);
    let posts = group.posts().await.join("\n\n");
    assert!(posts.contains("Nobody should.") && posts.contains("1 answer."), "{posts}");
    assert!(!posts.contains("edit consent"), "{posts}");
    // Once more, from another device.
    let again = group.press("ben", &ask, "Yes").await.plain();
    assert!(again.contains("answered already"), "{again}");
    // A recorded message is not asked about again.
    let again = records(&mut group, "cleo", &bens("Nobody should.")).await.plain();
    assert!(again.contains("is ben’s answer already"), "{again}");
}

#[tokio::test]
async fn its_author_says_no() {
    let (mut group, ask) = asked("Nobody should.").await;
    insta::assert_snapshot!(group.press("ben", &ask, "No").await.plain(), @r"
    face
    The message (#10/77) is not recorded as an answer to “Who rules?”.
    (Round 1)
    ");
    assert!(recorded(&group).await.is_empty());
    let again = group.press("ben", &ask, "Yes").await.plain();
    assert!(again.contains("answered already"), "{again}");
    assert!(recorded(&group).await.is_empty());
}

#[tokio::test]
async fn only_its_author_answers_and_in_their_own_server() {
    let (mut group, ask) = asked("Nobody should.").await;
    for who in ["ana", "mia", "fay"] {
        for label in ["Yes", "No"] {
            let refused = group.press(who, &ask, label).await.plain();
            assert!(refused.contains("Only the member who wrote"), "{who}: {refused}");
        }
    }
    let press = crate::commands::fixture::button(card(&ask), "Yes");
    let forged = group.presses("ana", &press.replace("answer:yes", "answer:replace")).await.plain();
    assert!(forged.contains("Only the member who wrote"), "{forged}");
    group.server.0 = 2;
    let elsewhere = group.press("ben", &ask, "Yes").await.plain();
    assert!(elsewhere.contains("no round 1 here"), "{elsewhere}");
    group.server.0 = 1;
    assert!(recorded(&group).await.is_empty());
    // After a restart the button works.
    group.reopen().await;
    group.press("ben", &ask, "Yes").await;
    assert_eq!(recorded(&group).await, [ben("Nobody should.")]);
}

#[tokio::test]
async fn ones_own_message_is_recorded_at_once() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who ruled?\"").await;
    group.ana("question text:\"Who rules?\"").await;
    let done = records(&mut group, "ben", &bens("Nobody should.")).await;
    insta::assert_snapshot!(done.plain(), @r"
    one
    Your message is recorded as your answer to “Who rules?”.
    (Round 2)
    [Change] answer round:2
    [Withdraw] withdraw round:2
    ");
    let responses = group.services.store().read(group.server).answers(RoundId(2)).await.unwrap();
    assert_eq!(responses[0].text, "Nobody should.");
    let again = records(&mut group, "ben", &bens("Nobody should.")).await.plain();
    assert!(again.contains("already"), "{again}");
}

#[tokio::test]
async fn an_earlier_answer_is_replaced_only_by_the_button_that_says_so() {
    for (line, was) in [
        ("answer text:\"The strong.\"", "Your answer: The strong."),
        (
            "answer text:\"The strong.\" anonymous:true",
            "Your answer, without your name: The strong.",
        ),
    ] {
        let (mut group, ask) = asked("Nobody should.").await;
        // In the meantime.
        group.ben(line).await;
        group.posts().await;
        let before = recorded(&group).await;
        let which = group.press("ben", &ask, "Yes").await;
        assert!(which.plain().starts_with("one"), "nobody else sees it: {}", which.plain());
        assert!(which.plain().contains(was), "{}", which.plain());
        assert_eq!(recorded(&group).await, before);
        let done = group.press("ben", &which, "Replace my answer").await.plain();
        assert!(done.contains("has replaced your answer"), "{done}");
        assert_eq!(recorded(&group).await, [ben("Nobody should.")]);
        // All see that it was answered.
        let posts = group.posts().await;
        let edit = posts.iter().find(|post| post.starts_with("edit consent:1")).unwrap();
        assert!(edit.contains("ben said yes"), "{edit}");
    }
}

#[tokio::test]
async fn ones_own_message_replaces_only_by_the_button_as_well() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.ben("answer text:\"The strong.\"").await;
    let which = records(&mut group, "ben", &bens("Nobody should.")).await;
    insta::assert_snapshot!(which.plain(), @r#"
    one
    # You have answered this question already
    Who rules?
    Your answer: The strong.
    Put the message in its place?
    (Round 1)
    [Replace my answer] consent id:1 round:1 until:1795939203 answer:replace
    "#);
    // Asked once more it is the same question.
    let again = records(&mut group, "ben", &bens("Nobody should.")).await;
    assert_eq!(again.plain().lines().next(), which.plain().lines().next());
    group.posts().await;
    group.press("ben", &which, "Replace my answer").await;
    assert_eq!(recorded(&group).await, [ben("Nobody should.")]);
    let posts = group.posts().await.join("\n");
    assert!(!posts.contains("consent"), "{posts}");
}

#[tokio::test]
async fn an_author_can_settle_it_from_their_own_menu() {
    let (mut group, ask) = asked("Nobody should.").await;
    records(&mut group, "ben", &bens("Nobody should.")).await;
    assert_eq!(recorded(&group).await, [ben("Nobody should.")]);
    let posts = group.posts().await.join("\n");
    assert!(posts.contains("edit consent:1\nben said yes"), "{posts}");
    let late = group.press("ben", &ask, "No").await.plain();
    assert!(late.contains("answered already"), "{late}");
    assert_eq!(recorded(&group).await.len(), 1);
}

#[tokio::test]
async fn a_message_is_asked_about_once() {
    let (mut group, _) = asked("Nobody should.").await;
    for who in ["mia", "cleo"] {
        let again = records(&mut group, who, &bens("Nobody should, ever.")).await.plain();
        insta::allow_duplicates! {
            insta::assert_snapshot!(again, @r#"
            one
            ben has been asked about that message already: see here (#10/900).
            "#);
        }
    }
    // Another message of theirs may be asked about, and another question.
    let mut other = bens("Or everybody.");
    other.at.message = MessageId(78);
    assert!(records(&mut group, "cleo", &other).await.plain().contains("may I save this message"));
    group.ana("question text:\"Who ruled?\"").await;
    let newest = records(&mut group, "ana", &bens("Nobody should.")).await.plain();
    assert!(newest.contains("Who ruled?"), "{newest}");
}

/// A message of ben's, by its number.
fn numbered(message: i64) -> TargetMessage {
    let mut another = bens(&format!("Thought {message}."));
    another.at.message = MessageId(message);
    another
}

#[tokio::test]
async fn a_member_waits_for_one_reply_before_the_next_request() {
    let (mut group, ask) = asked("Nobody should.").await;
    let second = records(&mut group, "mia", &numbered(78)).await;
    assert!(matches!(second, Reply::Ephemeral(_)));
    insta::assert_snapshot!(second.plain(), @"
    one
    You have asked ben about another message: see here (#10/900). Please wait for the reply before you ask again.
    ");
    // Three of different members at most wait for one author.
    for (who, message) in [("ana", 79), ("cleo", 80)] {
        let asked = records(&mut group, who, &numbered(message)).await;
        assert!(matches!(asked, Reply::Public(_)), "{}", asked.plain());
    }
    let fourth = records(&mut group, "fay", &numbered(81)).await;
    assert!(fourth.plain().contains("about several messages already"), "{}", fourth.plain());
    // Others' messages are another matter, and so is the next one once there is a reply.
    let dans = TargetMessage { author: id("dan"), name: "dan".to_owned(), ..numbered(82) };
    assert!(matches!(records(&mut group, "mia", &dans).await, Reply::Public(_)));
    group.press("ben", &ask, "No").await;
    assert!(matches!(records(&mut group, "mia", &numbered(78)).await, Reply::Public(_)));
}

#[tokio::test]
async fn whoever_asks_while_the_question_is_on_its_way_asks_nobody_twice() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    let first = records(&mut group, "mia", &bens("Nobody should.")).await.plain();
    assert!(first.starts_with("all"), "{first}");
    for who in ["mia", "cleo"] {
        let again = records(&mut group, who, &bens("Nobody should.")).await.plain();
        insta::allow_duplicates! {
            insta::assert_snapshot!(again, @r#"
            one
            ben has just been asked about that message.
            "#);
        }
    }
}

#[tokio::test]
async fn what_only_its_author_was_asked_is_asked_for_all_to_see() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    group.ben("answer text:\"The strong.\"").await;
    records(&mut group, "ben", &bens("Nobody should.")).await;
    let ask = records(&mut group, "mia", &bens("Nobody should.")).await.plain();
    assert!(ask.starts_with("all\n!ben\nben, may I save this message"), "{ask}");
    let again = records(&mut group, "cleo", &bens("Nobody should.")).await.plain();
    assert!(again.contains("has just been asked"), "{again}");
}

#[tokio::test]
async fn a_question_that_nobody_saw_is_asked_again() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    // Its answer was lost, so no frontend noted where it is.
    let lost = records(&mut group, "mia", &bens("Nobody should.")).await.plain();
    group.now += super::ON_ITS_WAY;
    let again = records(&mut group, "mia", &bens("Nobody should.")).await.plain();
    assert!(again.starts_with("all"), "{again}");
    assert_eq!(lost.lines().nth(1), again.lines().nth(1));
}

#[tokio::test]
async fn after_seven_days_it_is_let_go() {
    for swept in [false, true] {
        let (mut group, ask) = asked("Nobody should.").await;
        group.now += SignedDuration::from_hours(7 * 24);
        if swept {
            group.services.store().drop_old_consents(group.now).await.unwrap();
        }
        let late = group.press("ben", &ask, "Yes").await;
        assert!(matches!(late, Reply::Update(_)), "{late:?}");
        let late = late.plain();
        assert!(late.contains("Nobody replied for 7 days"), "{late}");
        assert!(recorded(&group).await.is_empty());
        // It can be asked anew.
        let again = records(&mut group, "mia", &bens("Nobody should.")).await.plain();
        assert!(again.contains("may I save this message"), "{again}");
    }
}

#[tokio::test]
async fn a_question_that_was_closed_takes_nothing_more() {
    let (mut group, ask) = asked("Nobody should.").await;
    group.presses("ana", "close round:1 sure:true").await;
    let late = group.press("ben", &ask, "Yes").await.plain();
    assert!(late.contains("closed meanwhile"), "{late}");
    assert!(recorded(&group).await.is_empty());
    let again = group.press("ben", &ask, "Yes").await.plain();
    assert!(again.contains("before the round was closed"), "{again}");
    let none = records(&mut group, "mia", &bens("Nobody should.")).await.plain();
    assert!(none.contains("No question is open here"), "{none}");
}

#[tokio::test]
async fn what_cannot_be_a_response_is_refused() {
    let mut group = Group::new().await;
    let none = records(&mut group, "mia", &bens("Nobody should.")).await.plain();
    assert!(none.contains("No question is open here"), "{none}");
    group.ana("question text:\"Who rules?\"").await;
    let elsewhere = Address { place: ChannelId(11), message: MessageId(77) };
    for (message, said) in [
        (TargetMessage { bot: true, ..bens("Beep.") }, "A bot wrote that."),
        (bens(" \u{200b} "), "has no words to record"),
        (bens(""), "has no words to record"),
        (bens(&"a".repeat(4_001)), "longer than 4,000 characters"),
        (TargetMessage { at: elsewhere, ..bens("There.") }, "No question is open here"),
    ] {
        let refused = records(&mut group, "mia", &message).await;
        assert!(matches!(refused, Reply::Ephemeral(_)));
        assert!(refused.plain().contains(said), "{}", refused.plain());
    }
    assert!(
        records(&mut group, "mia", &bens(&"a".repeat(4_000))).await.plain().contains("may I save")
    );
    let typed = group.mia("record-as-answer message:3").await.plain();
    assert!(typed.contains("takes the number of a member"), "{typed}");
    // Its old name is understood as well.
    let bare = group.mia("record-as-response").await.plain();
    assert!(bare.contains("Please add `message:`"), "{bare}");
}

#[tokio::test]
async fn a_message_of_an_answer_leads_to_it_until_it_is_changed() {
    let (mut group, ask) = asked("Nobody should.").await;
    group.press("ben", &ask, "Yes").await;
    let posts = group.posts().await;
    let shown = posts.iter().find(|post| post.starts_with("post #10")).unwrap();
    assert!(shown.contains("message"), "{shown}");
    group.ben("answer text:\"Somebody must.\"").await;
    let changed = recorded(&group).await;
    assert_eq!(changed[0].1, "Somebody must.");
    assert_eq!(changed[0].2, None, "the message says something else");
}

#[tokio::test]
async fn files_that_are_not_kept_are_named() {
    let mut group = Group::new().await;
    group.ana("question text:\"Who rules?\"").await;
    let files = vec!["plan.pdf".to_owned()];
    let message = TargetMessage { files, ..bens("Nobody should.") };
    let ask = records(&mut group, "mia", &message).await.plain();
    assert!(ask.contains("Only the words are kept, not plan.pdf."), "{ask}");
    let files = vec!["a.png".to_owned(), "b.png".to_owned()];
    let own = TargetMessage { files, ..bens("Nobody should.") };
    let receipt = records(&mut group, "ben", &own).await.plain();
    assert!(receipt.contains("not the files a.png and b.png."), "{receipt}");
    let plain = records(&mut group, "ben", &bens("Nobody should.")).await.plain();
    assert!(!plain.contains("Only the words"), "{plain}");
}
