//! Two servers, twelve members each, a seminar from its draft to its end: a plain one in a forum
//! and a debate in a channel. The bot is killed after each step, as soon as it has answered.

use standin::{Channel, Exchange, Member, Message, Permission, Server};

use crate::discord::harness::{DiscordHarness, SOON, said};

/// A seminar's people, and where they meet.
struct SeminarGroup {
    fay: Member,
    members: Vec<Member>,
    /// Where commands are typed.
    desk: Channel,
}

impl SeminarGroup {
    fn new(server: &Server) -> Self {
        let members = (1..=12).map(|number| server.member(&format!("reader{number}"))).collect();
        Self { fay: server.member("fay"), members, desk: server.channel("desk") }
    }

    /// Fay types a command at the desk.
    async fn fay(&self, line: &str) -> Exchange {
        said(&self.fay, &self.desk, line).await
    }

    /// Everybody presses a button of a message.
    async fn all_press(&self, on: &Message, button: &str) {
        for member in &self.members {
            let pressed = member.press(on, button).await.unwrap();
            assert!(pressed.ephemeral, "{}", pressed.text());
        }
    }

    /// One answers by form; every third without a name.
    async fn answers(&self, number: usize, on: &Message, named: &str, words: &str) {
        let hidden = number % 3 == 2;
        let member = &self.members[number];
        let form = member.press(on, named).await.unwrap().modal().unwrap();
        let text = format!("{words} {}.", number + 1);
        let name = if hidden { "without" } else { "with" };
        let receipt = member.submit(&form, &[("text", &text), ("name", name)]).await.unwrap();
        assert!(receipt.ephemeral && receipt.text().contains("recorded"), "{}", receipt.text());
    }
}

/// What a member reads, without the marks that keep a word from being mark-up.
fn read(message: &Message) -> String {
    message.text().replace(['\\', '*'], "").replace("### ", "")
}

/// The one message in a channel that says this.
async fn found(channel: &Channel, words: &str) -> Message {
    let holds = |messages: &[Message]| messages.iter().any(|it| read(it).contains(words));
    let messages = channel.wait_for(holds, SOON).await;
    let all: Vec<&Message> = messages.iter().filter(|it| read(it).contains(words)).collect();
    assert_eq!(all.len(), 1, "{words} stands more than once");
    all[0].clone()
}

/// The only post of a forum whose name begins so.
async fn post(forum: &Channel, name: &str) -> Channel {
    let named = |posts: &[Channel]| posts.iter().any(|it| it.name().starts_with(name));
    let posts = forum.wait_for_threads(named, SOON).await;
    let all: Vec<&Channel> = posts.iter().filter(|it| it.name().starts_with(name)).collect();
    assert_eq!(all.len(), 1, "{name} was posted more than once");
    all[0].clone()
}

/// All that the bot has said in a channel, as its members read it.
fn transcript(channel: &Channel) -> String {
    let messages = channel.messages();
    messages.iter().map(read).collect::<Vec<_>>().join("\n\n")
}

fn once(all: &str, words: &str) {
    assert_eq!(all.matches(words).count(), 1, "{words} in:\n{all}");
}

/// Three go through the others' answers.
async fn rate(circle: &SeminarGroup, under: &Message) {
    for member in &circle.members[..3] {
        let mut shown = member.press(under, "Rate the answers").await.unwrap();
        for _ in 0..11 {
            assert!(shown.ephemeral, "{}", shown.text());
            shown = member.press(&shown, "Agree").await.unwrap();
        }
        assert!(read(&shown).contains("You have rated all 11"), "{}", read(&shown));
    }
}

#[tokio::test]
async fn a_plain_seminar_in_a_forum() {
    let mut harness = DiscordHarness::new().await;
    let forum = harness.club.forum("readings", &["Power"], true);
    forum.allow_bot(Permission::MANAGE_CHANNELS);
    let elsewhere = harness.discord.server("Another club");
    let circle = SeminarGroup::new(&harness.club);
    let line = "seminar open title:\"On power\" themes:power,liberty channel:#readings";
    let draft = circle.fay(line).await;
    assert!(draft.ephemeral && draft.text().contains("5 questions"), "{}", draft.text());
    harness.kill_and_start().await;

    circle.fay.press(&draft, "Start").await.unwrap();
    harness.kill_and_start().await;
    let lobby = post(&forum, "Seminar: On power").await;
    assert!(lobby.tags().contains(&"Power".to_owned()), "{:?}", lobby.tags());
    let card = found(&lobby, "Seminar: On power").await;

    circle.all_press(&card, "Join").await;
    harness.kill_and_start().await;
    found(&lobby, "12 take part").await;

    circle.fay("seminar next").await;
    harness.kill_and_start().await;
    let first = post(&forum, "1. ").await;
    let question = first.messages()[0].clone();
    for number in 0..11 {
        circle.answers(number, &question, "Answer", "My answer is").await;
    }
    harness.kill_and_start().await;
    found(&first, "11 answers.").await;
    assert!(!transcript(&first).contains("My answer is"), "{}", transcript(&first));

    // The last of those who joined: all are revealed.
    circle.answers(11, &question, "Answer", "My answer is").await;
    harness.kill_and_start().await;
    let under = found(&first, "Talk about them").await;
    for number in 1..=12 {
        once(&transcript(&first), &format!("My answer is {number}."));
    }
    assert!(!transcript(&first).contains("reader3\n"), "{}", transcript(&first));

    rate(&circle, &under).await;
    harness.kill_and_start().await;
    let form = circle.members[0].press(&under, "Propose a statement").await.unwrap();
    let form = form.modal().unwrap();
    let words = [("text", "We answer together.")];
    circle.members[0].submit(&form, &words).await.unwrap();
    harness.kill_and_start().await;
    let proposed = found(&first, "Proposed by reader1").await;
    for member in &circle.members[1..7] {
        member.press(&proposed, "Agree").await.unwrap();
    }
    let objects = circle.members[7].press(&proposed, "Object").await.unwrap().modal().unwrap();
    let reason = objects.fields()[0].custom_id.clone();
    circle.members[7].submit(&objects, &[(&reason, "I was not asked.")]).await.unwrap();
    harness.kill_and_start().await;
    found(&first, "there is 1 objection").await;

    for who in [1, 2, 3] {
        let asked = circle.members[who].slash(&first, "queue join").await.unwrap();
        assert!(asked.ephemeral, "{}", asked.text());
    }
    harness.kill_and_start().await;
    let board = found(&first, "reader2 is speaking").await;
    circle.members[1].press(&board, "Next").await.unwrap();
    harness.kill_and_start().await;
    found(&first, "reader3 is speaking").await;

    let ends = circle.fay.press(&under, "Next question").await.unwrap();
    assert!(read(&ends).contains("Close this round?"), "{}", read(&ends));
    harness.kill_and_start().await;
    circle.fay.press(&ends, "Adopt, keep objections").await.unwrap();
    harness.kill_and_start().await;
    let second = post(&forum, "2. ").await;
    let question = second.messages()[0].clone();
    for number in 0..3 {
        circle.answers(number, &question, "Answer", "Then I say").await;
    }
    let others = circle.members[0].press(&question, "Reveal").await.unwrap();
    assert!(others.text().contains("only they can"), "{}", others.text());
    circle.fay.press(&question, "Reveal").await.unwrap();
    harness.kill_and_start().await;
    found(&second, "Then I say 3.").await;

    let sure = circle.fay("seminar close").await;
    harness.kill_and_start().await;
    circle.fay.press(&sure, "Close it").await.unwrap();
    harness.kill_and_start().await;
    for post in [&lobby, &first, &second] {
        let rests =
            |posts: &[Channel]| posts.iter().any(|it| it.name() == post.name() && it.is_archived());
        forum.wait_for_threads(rests, SOON).await;
        for message in post.messages() {
            assert_eq!(message.labels(), [""; 0], "{}", message.text());
        }
        println!("=== {} {:?}\n\n{}\n", post.name(), post.tags(), transcript(post));
    }
    let summary = transcript(&lobby);
    once(&summary, "Summary: On power");
    once(&summary, "Not posed");
    once(&summary, "We answer together.");
    once(&summary, "I was not asked.");
    assert!(forum.available_tags().contains(&"Liberty".to_owned()));
    // Nothing of it is in another server.
    let stranger = elsewhere.member("eve");
    let record = said(&stranger, &elsewhere.channel("desk"), "record theme:power").await.text();
    assert!(record.contains("Nothing yet"), "{record}");
    harness.clean();
}

#[tokio::test]
async fn a_debate_in_a_channel() {
    let mut harness = DiscordHarness::new().await;
    let circle = SeminarGroup::new(&harness.club);
    let draft = circle.fay("seminar open themes:power format:debate").await;
    harness.kill_and_start().await;
    circle.fay.press(&draft, "Start").await.unwrap();
    harness.kill_and_start().await;
    let desk = &circle.desk;
    let card = found(desk, "Seminar: Power").await;
    circle.all_press(&card, "Join").await;
    harness.kill_and_start().await;

    circle.fay("seminar next").await;
    harness.kill_and_start().await;
    let question = found(desk, "Argue my side").await;
    let mut sides = Vec::new();
    for member in &circle.members {
        let dealt = member.press(&question, "Show my side").await.unwrap();
        assert!(dealt.ephemeral);
        let side = read(&dealt).lines().next().unwrap().to_owned();
        sides.push(side);
    }
    sides.sort();
    for side in ["Centralists", "Libertarians", "Marxists"] {
        let held = sides.iter().filter(|it| **it == format!("Your side: {side}")).count();
        assert_eq!(held, 4, "{sides:?}");
    }
    harness.kill_and_start().await;
    let again = circle.members[0].press(&question, "Show my side").await.unwrap();
    assert!(read(&again).starts_with("Your side: "));

    for number in 0..12 {
        circle.answers(number, &question, "Argue my side", "My side holds").await;
    }
    harness.kill_and_start().await;
    let now = found(desk, "Now in your own name").await;
    once(&transcript(desk), "My side holds 12.");
    for number in 0..12 {
        circle.answers(number, &now, "Answer", "I myself think").await;
    }
    harness.kill_and_start().await;
    let under = found(desk, "Talk about them").await;
    let all = transcript(desk);
    for number in 1..=12 {
        once(&all, &format!("I myself think {number}."));
        // What was argued stands where it stood, and beside the own answer of whoever gave a name.
        let times = if (number - 1) % 3 == 2 { 1 } else { 2 };
        assert_eq!(all.matches(&format!("My side holds {number}.")).count(), times, "{number}");
    }
    let sure = circle.fay.press(&under, "Close the seminar").await.unwrap();
    harness.kill_and_start().await;
    circle.fay.press(&sure, "Close it").await.unwrap();
    harness.kill_and_start().await;
    found(desk, "Summary: Power").await;
    let final_ones =
        |messages: &[Message]| messages.iter().all(|message| message.labels().is_empty());
    desk.wait_for(final_ones, SOON).await;
    println!("{}", transcript(desk));
    harness.clean();
}

#[tokio::test]
async fn people_come_and_go_and_channels_too() {
    let mut harness = DiscordHarness::new().await;
    let circle = SeminarGroup::new(&harness.club);
    let place = harness.club.channel("circle");
    let draft = circle.fay("seminar open themes:power channel:#circle").await;
    circle.fay.press(&draft, "Start").await.unwrap();
    let lobby = found(&place, "Seminar: Power").await;
    circle.all_press(&lobby, "Join").await;
    circle.fay("seminar next").await;
    let question = found(&place, "Question 1 of 5").await;

    // One changes their name, one leaves, one answers twice and from two devices.
    circle.members[0].rename("Reader the First");
    circle.answers(0, &question, "Answer", "Once").await;
    circle.members[1].leave();
    let form = circle.members[3].press(&question, "Answer").await.unwrap().modal().unwrap();
    let other = circle.members[3].press(&question, "Answer").await.unwrap().modal().unwrap();
    for (form, text) in [(&form, "From my phone."), (&other, "From my desk.")] {
        circle.members[3].submit(form, &[("text", text)]).await.unwrap();
    }
    found(&place, "2 answers.").await;
    // The question's message goes; the answers are shown all the same.
    place.delete_message(&question);
    circle.fay("seminar reveal").await;
    let shown = found(&place, "From my desk.").await;
    assert!(read(&shown).contains("Reader the First\n"), "{}", read(&shown));
    assert!(!transcript(&place).contains("From my phone."), "{}", transcript(&place));

    let old = found(&place, "Rate the answers one by one").await;
    place.delete();
    harness.kill_and_start().await;
    let status = circle.fay("seminar status").await;
    assert!(read(&status).contains("2 answers."), "{}", read(&status));
    let sure = circle.fay("seminar close").await;
    let closed = circle.fay.press(&sure, "Close it").await.unwrap();
    assert!(read(&closed).contains("Closed."), "{}", read(&closed));
    let record = circle.fay("record seminar:1").await;
    assert!(read(&record).contains("From my desk."), "{}", read(&record));
    // Whatever an old message still sends is answered.
    let desk = circle.fay("quote").await;
    for line in
        ["answer round:1", "weigh round:1", "seminar join seminar:1", "queue join seminar:1"]
    {
        let late = circle.members[4].forge(&desk, line).await.unwrap();
        assert!(late.ephemeral && read(&late).contains("closed"), "{line}: {}", read(&late));
    }
    assert!(old.now().is_none());
    assert!(harness.discord.invalid_requests() < 10);
}
