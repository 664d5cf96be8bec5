//! A whole seminar as its channel and one of its members see it, in the messages that Discord
//! serves: what the pictures in `docs/pictures/` are drawn from.

use std::path::PathBuf;

use serde_json::{Value, json};
use standin::{Channel, Exchange, Member, Message};

use crate::discord::harness::{DiscordHarness, SOON, said};

const NAMES: [&str; 12] =
    ["Ana", "Ben", "Cleo", "Dan", "Eva", "Femi", "Goran", "Hana", "Ines", "Jonas", "Kim", "Luz"];

/// What the twelve write on the first question and on the second.
const ANSWERS: [[&str; 12]; 2] = [
    [
        "Nobody should hold power over others for longer than a task takes. A council that can be \
         called back tomorrow is another thing than a government for four years.",
        "I do not believe it goes away. It can be made visible, and then it can be argued with.",
        "In our house everybody decides, and in truth the two decide who have been here longest. \
         I would rather have somebody elected whom I can vote out.",
        "It corrupts.",
        "The text speaks of the state, but I kept thinking of the hospital where I work. The chief \
         physician is not a bad person. He simply never hears what the night shift knows, because \
         nobody who says it loudly stays for long.\n\nSo for me the question is who can speak \
         without paying for it.",
        "Whoever organises the food has the power.",
        "Power is not a thing that somebody has; it is what the others let happen. Voline is right \
         that it has to be refused every day, and he does not say how a tired person does that.",
        "I agree with the critique and do not see the alternative yet.",
        "Delegates with a mandate, short terms, and the minutes on the wall.",
        "Without any power nobody can protect the weak from the strong. I want rules that bind the \
         strong first.",
        "We should ask who gains when we say that power is natural.",
        "It depends on how large the group is. Twelve people can talk until they agree. Twelve \
         thousand cannot, and pretending that they can hands power to whoever has the most time.",
    ],
    [
        "Only if they can be called back at any moment.",
        "Yes, by those who sent them.",
        "A list of tasks is not a mandate.",
        "No.",
        "When nobody reads the minutes, a delegate is a ruler.",
        "It worked for two years in our food co-op, and then the same three people did it all.",
        "I would draw lots.",
        "Yes, with a term that ends.",
        "The mandate has to be written down before the meeting.",
        "I am not sure that it matters who stands at the front.",
        "Those who cannot come have no delegate at all.",
        "Lots, as Goran says, but only among those who want to.",
    ],
];

struct Seminar {
    fay: Member,
    members: Vec<Member>,
    channel: Channel,
    /// What one member alone has seen.
    whispers: Vec<Value>,
}

impl Seminar {
    async fn fay(&self, line: &str) -> Exchange {
        said(&self.fay, &self.channel, line).await
    }

    /// The last message with such a button.
    async fn with_button(&self, label: &str) -> Message {
        let has = |messages: &[Message]| messages.iter().any(|it| it.button(label).is_some());
        let messages = self.channel.wait_for(has, SOON).await;
        messages.into_iter().rfind(|it| it.button(label).is_some()).unwrap()
    }

    async fn wait_for(&self, words: &str) {
        let says = |messages: &[Message]| {
            messages.iter().any(|it| it.text().replace(['\\', '*'], "").contains(words))
        };
        self.channel.wait_for(says, SOON).await;
    }

    /// Keeps what the first member alone is shown.
    fn keep(&mut self, number: usize, shown: &Exchange) {
        if number == 0 {
            assert!(shown.ephemeral, "{}", shown.text());
            self.whispers.push(shown.json());
        }
    }

    async fn join(&mut self) {
        let lobby = self.with_button("Join").await;
        for number in 0..12 {
            let joined = self.members[number].press(&lobby, "Join").await.unwrap();
            self.keep(number, &joined);
        }
        self.wait_for("12 take part").await;
    }

    async fn answer(&mut self, round: usize) {
        let question = self.with_button("Answer").await;
        for (number, text) in ANSWERS[round].iter().enumerate() {
            let name = if number % 4 == 3 { "without" } else { "with" };
            let member = &self.members[number];
            let form = member.press(&question, "Answer").await.unwrap().modal().unwrap();
            let receipt = member.submit(&form, &[("text", text), ("name", name)]).await.unwrap();
            self.keep(number, &receipt);
        }
        self.wait_for(ANSWERS[round][10]).await;
    }

    async fn rate(&mut self) {
        let under = self.with_button("Rate the answers").await;
        for number in 0..3 {
            let mut shown = self.members[number].press(&under, "Rate the answers").await.unwrap();
            self.keep(number, &shown);
            for at in 0..11 {
                let opinion = if (at + number) % 4 == 3 { "Disagree" } else { "Agree" };
                shown = self.members[number].press(&shown, opinion).await.unwrap();
            }
        }
    }

    async fn state(&mut self) {
        let under = self.with_button("Propose a statement").await;
        let form = self.members[1].press(&under, "Propose a statement").await.unwrap();
        let words =
            "Nobody rules alone: whoever speaks for us has a mandate and can be called back.";
        self.members[1].submit(&form.modal().unwrap(), &[("text", words)]).await.unwrap();
        let statement = self.with_button("Object").await;
        for number in [0, 2, 3, 4, 5, 6, 7] {
            let agreed = self.members[number].press(&statement, "Agree").await.unwrap();
            self.keep(number, &agreed);
        }
        let form = self.members[9].press(&statement, "Object").await.unwrap().modal().unwrap();
        let reason = form.fields()[0].custom_id.clone();
        let words = "A mandate ties the one person who hears the other side.";
        self.members[9].submit(&form, &[(&reason, words)]).await.unwrap();
        self.wait_for("there is 1 objection").await;
    }
}

#[tokio::test]
#[ignore = "writes what is drawn into the folder that PICTURES names, else into one that goes"]
async fn a_sealed_seminar_of_twelve_from_its_opening_to_its_summary() {
    let passing = tempfile::tempdir().unwrap();
    let folder = std::env::var_os("PICTURES").map_or_else(|| passing.path().into(), PathBuf::from);
    let harness = DiscordHarness::new().await;
    let mut seminar = Seminar {
        fay: harness.club.member("Fay"),
        members: NAMES.iter().map(|name| harness.club.member(name)).collect(),
        channel: harness.club.channel("reading"),
        whispers: Vec::new(),
    };
    let draft = seminar.fay("seminar open title:\"On power\" themes:power").await;
    let opened = draft.json();
    seminar.fay.press(&draft, "Start").await.unwrap();
    seminar.join().await;
    seminar.fay("seminar next").await;
    seminar.answer(0).await;
    seminar.rate().await;
    seminar.state().await;
    let ends = seminar.fay("seminar next").await;
    seminar.fay.press(&ends, "Adopt, keep objections").await.unwrap();
    seminar.wait_for("Question 2 of").await;
    seminar.answer(1).await;
    let sure = seminar.fay("seminar close").await;
    seminar.fay.press(&sure, "Close it").await.unwrap();
    seminar.wait_for("Summary: On power").await;
    let still = |messages: &[Message]| messages.iter().all(|message| message.labels().is_empty());
    seminar.channel.wait_for(still, SOON).await;

    let channel: Vec<Value> = seminar.channel.messages().iter().map(Message::json).collect();
    println!("{} messages", channel.len());
    write(&folder.join("channel.json"), &json!(channel));
    seminar.whispers.insert(0, opened);
    write(&folder.join("whispers.json"), &json!(seminar.whispers));
    harness.clean();
}

fn write(path: &std::path::Path, messages: &Value) {
    std::fs::write(path, serde_json::to_string_pretty(messages).unwrap()).unwrap();
}
