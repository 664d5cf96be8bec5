//! Every command, button, menu and form of a server in which much goes on, used by somebody who has
//! no business there: no row of that server changes, and none of its words are shown.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::command::{MessageSpec, OptionSpec, Sight, TargetMessage};
use crate::commands::fixture::{FACILITATORS, card, filled};
use crate::messages::{Effect, Reply};
use crate::store::tests::dump::rows;
use crate::store::{JobOutcome, Planned, ServerTx};
use domain::{Address, ChannelId, MemberId, MessageId, RoundNumber};

/// What the members of the busy server say in #10; nobody else knows the word.
const WORD: &str = "zebra";
const THERE: i64 = 10;

/// A server in whose channel #10 there is something of everything, beside another server.
pub(super) async fn busy() -> Group {
    let mut group = Group::new().await;
    group.has_a_neighbour().await;
    go_on_in(group).await
}

async fn go_on_in(mut group: Group) -> Group {
    (group.controls, group.told) = (Vec::new(), Vec::new());
    group.mia(&format!("settings facilitators:{FACILITATORS} channel:10")).await;
    talk(&mut group).await;
    meet(&mut group).await;
    serve(&mut group).await;
    group.posts().await;
    group
}

/// Questions with answers, a statement, a message that may become an answer.
async fn talk(group: &mut Group) {
    let posed = group.ana("question text:\"What does a zebra want?\"").await;
    group.press("ana", &posed, "Edit").await;
    group.ben("answer text:\"A zebra wants grass.\"").await;
    group.cleo("answer anonymous:true text:\"A zebra wants peace.\"").await;
    group.press("ben", &posed, "Close").await;
    group.press("ana", &posed, "Close").await;
    group.presses("ben", "statement propose round:1").await;
    group.ben("statement propose text:\"Every zebra wants peace.\"").await;
    let shown = group.ben("statement show").await;
    let form = group.press("cleo", &shown, "Object").await;
    group.submit("cleo", &form, "Not that zebra.").await;
    for who in ["ana", "cleo"] {
        group.says(who, "statement show").await;
    }
    let more = group.press("cleo", &shown, "Edit").await;
    assert!(!matches!(more, Reply::Form(_)), "{}", more.plain());
    group.press("ben", &shown, "Edit").await;
    group.press("ben", &shown, "Take it back").await;
    group.ana("question id:guerin-q2").await;
    group.ben("answer text:\"Which zebra?\"").await;
    let asked = Invocation { name: "record-as-answer".to_owned(), ..Invocation::default() };
    let asked = asked.with(MessageSpec::OPTION, Value::Message(message()));
    let context = group.context("ana");
    let asked = group.gives(&context, Command::parse(asked)).await;
    let subject = card(&asked).subject.unwrap();
    let at = Address { place: ChannelId(THERE), message: MessageId(901) };
    let remember = async |tx: &mut ServerTx| tx.remember_message(subject, at).await;
    group.services.store().change(group.server, remember).await.unwrap();
    group.posts().await;
}

/// What dan wrote in #10.
fn message() -> TargetMessage {
    TargetMessage {
        at: Address { place: ChannelId(THERE), message: MessageId(77) },
        author: MemberId(4_000),
        name: "dan".to_owned(),
        bot: false,
        text: "My zebra has no opinion.".to_owned(),
        files: Vec::new(),
    }
}

/// A seminar with a revealed round, and a draft.
async fn meet(group: &mut Group) {
    let draft = group.fay("seminar open title:\"The zebra hour\" themes:power").await;
    group.press_beside("fay", &draft, "2. ").await;
    group.press("fay", &draft, "Add my own question").await;
    group.fay("seminar start").await;
    group.posts().await;
    for line in ["seminar join", "queue join", "seminar facilitator", "seminar status"] {
        group.ana(line).await;
    }
    group.fay("queue show").await;
    group.presses("fay", "queue show seminar:1 board:true").await;
    group.fay("seminar next").await;
    group.ana("answer text:\"A zebra rules.\" round:3").await;
    group.ben("answer anonymous:true text:\"No zebra rules.\" round:3").await;
    group.posts().await;
    group.fay("seminar reveal").await;
    group.posts().await;
    let rated = group.presses("ana", "weigh round:3").await;
    group.press("ana", &rated, "Agree").await;
    group.presses("ana", "weighed round:3").await;
    group.presses("ana", "statement propose round:3").await;
    group.says("dan", "answer text:\"A zebra is a fool.\" round:3").await;
    let sure =
        group.begin_to_take_down("fay", "moderate take-down round:3", "A zebra is", "attack").await;
    group.press("fay", &sure, "Take it down").await;
    group.presses("dan", "answer round:3").await;
    group.ana("moderate appeal entry:1").await;
    group.mia("moderate review entry:1").await;
    group.ana("moderate log").await;
    group.posts().await;
    group.fay("seminar close").await;
    group.fay("seminar close revisit:4w").await;
    revisit(group).await;
    group.ana("seminar facilitator volunteer:true").await;
    group.ana("seminar recall").await;
    group.presses("ana", "seminar card round:3").await;
    group
        .fay("seminar open title:\"A later zebra hour\" themes:liberty at:\"2026-12-24 19:00\"")
        .await;
    group.posts().await;
}

/// A question of the seminar is asked again.
async fn revisit(group: &mut Group) {
    let mut reads = group.services.store().read(group.server);
    let round = reads.round_numbered(RoundNumber(3)).await.unwrap().unwrap();
    let new = Planned { round: round.id, seminar: round.seminar.unwrap(), at: group.now };
    let ask = async |tx: &mut ServerTx| {
        tx.plan_revisit(new, group.now).await?;
        let planned = tx.revisit(round.id).await?.unwrap();
        tx.ask_again(&planned, group.now).await
    };
    group.services.store().change(group.server, ask).await.unwrap();
    let page = group.presses("ana", "revisit round:3").await;
    let said = group.press("ana", &page, "I have changed my mind").await;
    let form = group.press("ana", &said, "Write what moved me").await;
    group.submit("ana", &form, "A zebra that was free.").await;
    group.fay("seminar revisit").await;
}

/// Quotes, dailies and readings.
async fn serve(group: &mut Group) {
    let quote = group.ana("quote id:guerin-6").await;
    group.press("ana", &quote, "Keep").await;
    for line in ["quote search:freedom", "kept", "record theme:none", "theme name:power", "help"] {
        group.ana(line).await;
    }
    for line in ["record search:zebra", "record search:wants theme:none"] {
        group.ana(line).await;
    }
    for line in ["record", "record seminar:1", "who name:voline", "theme", "daily list"] {
        group.ana(line).await;
    }
    group.mia("daily add time:9:00 theme:power").await;
    group.mia("daily now").await;
    for job in group.services.store().claim(group.now, 100).await.unwrap() {
        let unsure = matches!(job.effect, Effect::Post { .. }) && job.delivery.is_some();
        let outcome = match unsure {
            true => JobOutcome::Unconfirmed { why: "Nobody knows.".to_owned(), notice: None },
            false => JobOutcome::Done(None),
        };
        group.services.store().confirm(&job, &outcome, group.now).await.unwrap();
    }
    group.mia("daily list").await;
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
        let context = group.context("mia");
        let found = group.gives(&context, Command::parse(add)).await;
        if title == "Councils" {
            group.press("mia", &found, "Add it").await;
        }
    }
    group.mia("reading list").await;
    group.mia("panel").await;
}

/// What longer talks than these would bring with them.
const MORE: &[&str] = &[
    "statement objections statement:1 page:2",
    "statement changes statement:1 version:1",
    "statement agree statement:1 version:1",
    "weighed round:3 page:2",
    "close round:1 sure:true",
    "close round:1 sure:true over:true",
    "seminar close seminar:1 sure:true",
    "seminar close seminar:1 revisit:4w",
    "seminar close seminar:1 sure:true revisit:28d round:3",
    "seminar revisit seminar:1",
    "seminar revisit seminar:1 off:true",
    "revisit round:3",
    "revisit round:3 mind:changed",
    "revisit round:3 do:write",
    "revisit round:3 do:back",
    "seminar move seminar:2 at:\"2027-01-07 19:00\"",
    "seminar come seminar:2",
    "seminar come seminar:2 not:true",
    "seminar calendar seminar:2",
    "seminar reveal round:3",
    "seminar reveal round:3 sure:true",
    "seminar notes seminar:1",
    "seminar facilitator seminar:1 do:take",
    "seminar facilitator seminar:1 do:lot",
    "seminar start seminar:2 from:draft",
    "daily move timezone:Asia/Tokyo",
    "moderate log page:2",
    "moderate review entry:1 decide:mistake",
    "moderate review entry:1 decide:upheld",
    "seminar recall seminar:1 over:1",
    "privacy erase sure:true",
    "add-quote reading:1 paragraph:1 from:0 to:9",
    "add-quote reading:1 paragraph:1 from:0 to:9 propose:true",
    "question message:77 channel:10",
];

/// Everything that can be typed with what is in the busy server, and everything that its messages
/// carry, each once.
pub(super) fn everything(group: &Group) -> Vec<Invocation> {
    let typed = COMMANDS.iter().flat_map(|spec| spec.whole()).flat_map(|(name, options)| {
        let bare = Invocation { name, ..Invocation::default() };
        let with = |line: Invocation, option: &OptionSpec| {
            let value = match option.kind {
                OptionKind::Channel => Value::Channel(ChannelId(THERE)),
                OptionKind::Suggested(Suggested::Reading) => Value::Text("1".to_owned()),
                kind => sample(kind),
            };
            line.with(option.name, value)
        };
        let required = options.iter().filter(|it| it.required).fold(bare, with);
        let alone = options.iter().map(|option| with(required.clone(), option));
        let all = options.iter().fold(required.clone(), with);
        [required.clone()].into_iter().chain(alone).chain([all]).collect::<Vec<_>>()
    });
    let on_message = MESSAGE_COMMANDS.iter().map(|spec| {
        let line = Invocation { name: spec.word.to_owned(), ..Invocation::default() };
        line.with(MessageSpec::OPTION, Value::Message(message()))
    });
    let more = MORE.iter().map(|line| Invocation::parse(line).unwrap());
    let all = typed.chain(on_message).chain(more).chain(group.controls.iter().cloned());
    let each: BTreeMap<String, Invocation> = all.map(|line| (format!("{line:?}"), line)).collect();
    let names: BTreeSet<&str> = each.values().map(|line| line.name.as_str()).collect();
    let forgotten: Vec<_> = NAMES.iter().filter(|name| !names.contains(*name)).collect();
    assert!(forgotten.is_empty(), "nothing of the busy server carries {forgotten:?}");
    each.into_values().collect()
}

/// Gives a command, pressed if a button can carry it, with its form if it opens one.
pub(super) async fn tries(group: &mut Group, who: &str, line: Invocation) -> String {
    let mut context = group.context(who);
    context.pressed = Some(Address { place: group.channel.id, message: MessageId(900) });
    let command = match line.fields.is_empty() && !is_pressable(&line.name) {
        true => Command::parse(line),
        false => Command::press(line),
    };
    let reply = group.gives(&context, command).await;
    match &reply {
        Reply::Form(form) => {
            let line = filled(form, "Elsewhere");
            let context = group.context(who);
            let sent = group.gives(&context, Request::pressed(line)).await;
            format!("{}\n{}", reply.plain(), sent.plain())
        }
        _ => reply.plain(),
    }
}

/// Every row; a value stands between two blanks.
pub(super) async fn everywhere(group: &Group) -> BTreeSet<String> {
    rows(group.services.store()).await.into_iter().map(|row| format!("{row} ")).collect()
}

/// The rows that are new, when none has changed or gone.
async fn added(group: &Group, before: &BTreeSet<String>, line: &str) -> Vec<String> {
    let after = everywhere(group).await;
    let gone: Vec<_> = before.difference(&after).collect();
    assert!(gone.is_empty(), "{line} changed {gone:#?}");
    after.difference(before).cloned().collect()
}

#[tokio::test]
async fn nobody_reaches_into_another_server() {
    let mut group = busy().await;
    let before = everywhere(&group).await;
    let all = everything(&group);
    group.server.0 = 2;
    group.go(30);
    // The platform finds no channel of another server.
    group.sees(THERE, Sight::Hidden);
    for line in all {
        let told = format!("{line:?}");
        let said = tries(&mut group, "mia", line).await;
        assert!(!said.contains(WORD), "{told}: {said}");
        // What is of this server may change as it likes.
        let new = added(&group, &before, &told).await;
        let reached = |row: &&String| row.contains("server=1 ") || row.contains(WORD);
        assert!(!new.iter().any(|row| reached(&row)), "{told}: {new:#?}");
    }
}

#[tokio::test]
async fn who_cannot_view_a_channel_reaches_nothing_in_it() {
    let mut group = busy().await;
    let mut before = everywhere(&group).await;
    // What is asked in another channel counts as well, and everybody may erase themselves.
    before.retain(|row| !row.starts_with("numbers: ") && !row.starts_with("informed: "));
    let all = everything(&group);
    group.go(20);
    group.sees(THERE, Sight::Hidden);
    group.closes(THERE);
    let hidden: Vec<String> = before
        .iter()
        .filter(|row| row.contains(" place=10 "))
        .filter_map(|row| {
            let (table, rest) = row.split_once(": id=")?;
            let id = rest.split(' ').next()?;
            ["rounds", "seminars"]
                .contains(&table)
                .then(|| format!(" {}={id} ", &table[..table.len() - 1]))
        })
        .collect();
    assert!(hidden.len() > 3, "{hidden:?}");
    for line in all {
        let told = format!("{line:?}");
        let said = tries(&mut group, "mal", line).await;
        assert!(!said.contains(WORD), "{told}: {said}");
        let new = added(&group, &before, &told).await;
        let reached = |row: &String| {
            row.contains(" place=10 ") || hidden.iter().any(|it| row.contains(it.as_str()))
        };
        assert!(!new.iter().any(reached), "{told}: {new:#?}");
    }
}

/// A text without the ids that count over all servers: nobody reads them, but their buttons carry
/// them.
fn readable(text: &str) -> String {
    let hidden = ["item:", "turn:", "delivery:", "statement:", "consent:", "filter:"];
    let line = |line: &str| {
        // What an entry of a menu stands for, if that is such an id.
        let line = line.trim_end_matches(|c: char| c.is_ascii_digit());
        let numbered = |word: &str| {
            let id = word.strip_prefix("id:");
            id.is_some_and(|id| id.chars().all(|c| c.is_ascii_digit()))
        };
        let word = |word: &str| match hidden.iter().find(|it| word.starts_with(*it)) {
            Some(it) => (*it).to_owned(),
            None if numbered(word) => "id:".to_owned(),
            None => word.to_owned(),
        };
        line.split(' ').map(word).collect::<Vec<_>>().join(" ")
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

#[tokio::test]
async fn nobody_can_tell_whether_there_is_another_server() {
    let (alone, beside) = (go_on_in(Group::new().await).await, busy().await);
    assert!(alone.told.len() > 60, "{}", alone.told.len());
    assert_eq!(alone.told.len(), beside.told.len());
    for (alone, beside) in alone.told.iter().zip(&beside.told) {
        assert_eq!(readable(alone), readable(beside));
    }
}

/// Whatever waits, is open or can be pressed goes on in the other file.
#[tokio::test]
async fn nobody_can_tell_that_the_server_moves_to_and_fro_between_two_databases() {
    let mut moving = Group::new().await;
    moving.moves_every = Some(3);
    let (still, moved) = (go_on_in(Group::new().await).await, go_on_in(moving).await);
    assert_eq!(still.told.len(), moved.told.len());
    for (still, moved) in still.told.iter().zip(&moved.told) {
        assert_eq!(readable(still), readable(moved));
    }
}

/// Commands with which anybody who views the channel may change something.
const FOR_ALL: &[&str] = &[
    "quote",
    "kept",
    "theme",
    "who",
    "question",
    "answer",
    "withdraw",
    "keep",
    "letgo",
    "discuss",
    "context",
    "weigh",
    "weighed",
    "record",
    "revisit",
    "help",
    "record-as-answer",
    "ask-about",
    "seminar join",
    "seminar come",
    "seminar calendar",
    "seminar status",
    "seminar card",
    "seminar recall",
    "statement propose",
    "statement show",
    "statement agree",
    "statement aside",
    "statement object",
    "statement unsay",
    "statement objections",
    "statement changes",
    "queue join",
    "queue leave",
    "moderate appeal",
    "privacy show",
    "privacy export",
    "privacy erase",
];

#[tokio::test]
async fn who_has_no_right_changes_nothing() {
    let mut group = busy().await;
    let all = everything(&group);
    for line in all.into_iter().filter(|line| !FOR_ALL.contains(&line.name.as_str())) {
        let told = format!("{line:?}");
        let before = everywhere(&group).await;
        tries(&mut group, "eve", line).await;
        let new = added(&group, &before, &told).await;
        assert!(new.is_empty(), "{told}: {new:#?}");
    }
}

/// Whoever opened a form as a facilitator and is none any more changes nothing with it.
#[tokio::test]
async fn who_has_lost_a_right_changes_nothing_with_a_form_from_before() {
    let mut group = busy().await;
    let mut forms = 0;
    for line in everything(&group) {
        if FOR_ALL.contains(&line.name.as_str()) {
            continue;
        }
        let told = format!("{line:?}");
        // The form opens by the right, without which nothing would come.
        let context = group.context("mia");
        let command = match line.fields.is_empty() && !is_pressable(&line.name) {
            true => Command::parse(line),
            false => Command::press(line),
        };
        let Ok(command) = command else { continue };
        if !command.reply_mode().form {
            continue;
        }
        let Reply::Form(form) = group.gives(&context, Ok(command)).await else { continue };
        forms += 1;
        let before = everywhere(&group).await;
        let sent = filled(&form, "Elsewhere");
        // The same member, whose roles and permissions have gone meanwhile.
        let mut context = group.context("mia");
        context.member.manages_server = false;
        context.member.roles.clear();
        group.gives(&context, Request::pressed(sent)).await;
        let new = added(&group, &before, &told).await;
        assert!(new.is_empty(), "{told}: {new:#?}");
    }
    assert!(forms > 0, "no form asks for a right");
}
