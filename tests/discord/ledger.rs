//! What members were told is recorded, held against what is there.

use std::collections::{BTreeMap, BTreeSet};

use commonplace::store::Store;
use domain::ServerId;
use standin::{Channel, Exchange, Failure};

/// The answer of one member in one round: the round's number, and their name.
type Key = (i64, String);

/// The answers that are there.
pub(crate) type Answers = BTreeMap<Key, String>;

/// What members have written, and what they were told of it.
#[derive(Default)]
pub(crate) struct Ledger {
    entries: BTreeMap<Key, Entry>,
    /// Every text that was ever sent.
    pub(crate) texts: BTreeSet<String>,
    /// How many answers were acknowledged, how many refused, and how many got no word.
    pub(crate) acknowledged: usize,
    pub(crate) refused: usize,
    pub(crate) unheard: usize,
}

/// What may be there of one member.
#[derive(Default)]
struct Entry {
    /// What they were told is recorded; nothing, if they have withdrawn it.
    sure: Option<String>,
    /// What they have sent since without a word about it.
    maybe: Vec<Option<String>>,
}

/// A text that tells whose it is, and is like no other.
pub(crate) fn text(member: &str, number: usize) -> String {
    format!("{member} says {number:05}.")
}

impl Ledger {
    /// A member sends an answer, or withdraws it.
    pub(crate) fn sends(&mut self, round: i64, member: &str, text: Option<String>) {
        self.texts.extend(text.clone());
        let entry = self.entries.entry((round, member.to_owned())).or_default();
        entry.maybe.push(text);
    }

    /// What they are told.
    pub(crate) fn hears(
        &mut self,
        round: i64,
        member: &str,
        sent: Option<String>,
        told: &Result<Exchange, Failure>,
    ) {
        let told = told.as_ref().ok().and_then(|exchange| exchange.message().ok());
        let Some(told) = told.map(|message| message.text()) else {
            self.unheard += 1;
            return;
        };
        if !["is recorded", "is changed", "Withdrawn"].iter().any(|it| told.contains(it)) {
            self.refused += 1;
            return;
        }
        self.acknowledged += 1;
        let entry = self.entries.entry((round, member.to_owned())).or_default();
        *entry = Entry { sure: sent, maybe: Vec::new() };
    }

    /// What is wrong with what is there.
    pub(crate) fn wrong(&self, there: &Answers) -> Vec<String> {
        let mut wrong = Vec::new();
        for (key, Entry { sure, maybe }) in &self.entries {
            let found = there.get(key).cloned();
            if found != *sure && !maybe.contains(&found) {
                wrong.push(format!("{key:?}: {found:?} is there, {sure:?} was acknowledged"));
            }
        }
        let strange = there.iter().filter(|(key, _)| !self.entries.contains_key(*key));
        wrong.extend(strange.map(|(key, text)| format!("{key:?}: nobody has sent {text:?}")));
        wrong
    }

    /// What is there is what is sure from now on: nothing is under way.
    pub(crate) fn settle(&mut self, there: &Answers) {
        for (key, entry) in &mut self.entries {
            *entry = Entry { sure: there.get(key).cloned(), maybe: Vec::new() };
        }
    }
}

/// The answers in a database, of the rounds without a theme.
pub(crate) async fn answers(store: &Store, server: ServerId) -> Answers {
    let mut reads = store.read(server);
    let mut found = Answers::new();
    for round in reads.rounds_on(None).await.unwrap() {
        for answer in reads.answers(round.id).await.unwrap() {
            let member = answer.text.split(' ').next().unwrap().to_owned();
            let before = found.insert((round.number.0, member), answer.text.clone());
            assert!(before.is_none(), "two answers of one member: {before:?}, {}", answer.text);
        }
    }
    found
}

/// Everything due stands in its channels exactly once, and nothing else that anybody has sent.
pub(crate) async fn assert_once(
    ledger: &Ledger,
    store: &Store,
    server: ServerId,
    channels: &[&Channel],
) {
    let messages = channels.iter().flat_map(|channel| channel.messages());
    let said: Vec<String> = messages.map(|it| it.text().replace('\\', "")).collect();
    let said = said.join("\n");
    let mut stands: BTreeMap<&str, usize> = BTreeMap::new();
    let texts: BTreeSet<&str> = ledger.texts.iter().map(String::as_str).collect();
    for (at, _) in said.match_indices(" says ") {
        let from = said[..at].rfind(|c: char| !c.is_alphanumeric()).map_or(0, |space| space + 1);
        let to = said[at..].find('.').map_or(said.len(), |dot| at + dot + 1);
        *stands.entry(&said[from..to]).or_default() += 1;
    }
    let mut due: BTreeMap<String, usize> = BTreeMap::new();
    let mut reads = store.read(server);
    for round in reads.rounds_on(None).await.unwrap() {
        let question = format!("**{}**", round.text);
        assert_eq!(said.matches(&question).count(), 1, "{question} in\n{said}");
        for answer in reads.answers(round.id).await.unwrap() {
            // An anonymous answer is shown when its round is closed.
            if answer.shown || answer.by.is_some() {
                due.insert(answer.text, 1);
            }
        }
    }
    for text in texts {
        let found = stands.get(text).copied().unwrap_or_default();
        let due = due.get(text).copied().unwrap_or_default();
        assert_eq!(found, due, "{text} stands {found} times, and {due} times it should");
    }
}
