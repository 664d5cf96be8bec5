//! A seminar of twelve in each language, whose members read others: what all see is in the server's
//! language, and what one sees in their own. What they read is in `languages/`;
//! `UPDATE_TRANSCRIPTS=1 cargo test --test main discord::languages` writes it anew.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use commonplace::messages::ui::Language;
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use standin::{Exchange, Member, Message};

use crate::discord::harness::{DiscordHarness, SOON, said};

/// Discord's locales of the members; one is a language that we do not have.
const LOCALES: [&str; 6] = ["en-US", "fr", "es-419", "de", "es-ES", "it"];

/// What is written in one language alone.
struct Phrases {
    by_language: Vec<(Language, BTreeSet<String>)>,
    /// The book is in English, whoever reads it.
    book: String,
    /// What was read, in order.
    read: RefCell<String>,
}

/// A phrase of so many characters is nobody's by chance.
const TELLING: usize = 12;

impl Phrases {
    fn read() -> Self {
        let all: Vec<_> = Language::ALL.into_iter().map(|it| (it, phrases(it.tag()))).collect();
        let elsewhere = |language: Language, phrase: &String| {
            all.iter().any(|(other, theirs)| *other != language && theirs.contains(phrase))
        };
        let own = all.iter().map(|(language, phrases)| {
            let own = phrases.iter().filter(|phrase| !elsewhere(*language, phrase));
            (*language, own.cloned().collect())
        });
        let (book, read) = (files("corpus", "toml").concat(), RefCell::default());
        Self { by_language: own.collect(), book, read }
    }

    /// Keeps what somebody reads, but for the numbers that Discord gives.
    fn keep(&self, what: &str, text: &str) {
        let mut kept = self.read.borrow_mut();
        kept.push_str(&format!("=== {what}\n\n"));
        for part in text.split_inclusive(|c: char| !c.is_ascii_digit()) {
            let digits = part.chars().take_while(char::is_ascii_digit).count();
            kept.push_str(if digits > 8 { "…" } else { &part[..digits] });
            kept.push_str(&part[digits..]);
        }
        kept.push_str("\n\n");
    }

    /// Compares what was read with what is on file.
    fn compare(self, server: Language) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/discord/languages");
        let (file, read) = (folder.join(format!("{}.txt", server.tag())), self.read.into_inner());
        if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
            fs::write(file, read).unwrap();
            return;
        }
        assert_eq!(fs::read_to_string(file).unwrap(), read, "UPDATE_TRANSCRIPTS=1 writes it anew");
    }

    /// Fails if a text has something in another language than this one, or nothing in it.
    #[track_caller]
    fn check(&self, text: &str, language: Language, who: &str) {
        let shown = bare(text);
        let mut own = false;
        for (other, phrases) in &self.by_language {
            let mut found = phrases.iter().filter(|phrase| shown.contains(phrase.as_str()));
            let telling =
                |phrase: &&String| phrase.chars().count() >= TELLING && phrase.contains(' ');
            if *other == language {
                own = found.next().is_some();
            } else if let Some(phrase) = found.filter(telling).find(|it| !self.book.contains(*it)) {
                panic!("{who} reads {language:?}, and \"{phrase}\" is {other:?}:\n{text}");
            }
        }
        assert!(own, "{who} reads {language:?}, and nothing in this is:\n{text}");
    }
}

/// The stretches of words in the messages of a language.
fn phrases(tag: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for source in files(&format!("locales/{tag}"), "ftl") {
        for entry in fluent_syntax::parser::parse(source).unwrap().body {
            if let Entry::Message(message) = entry {
                message.value.iter().for_each(|pattern| collect(pattern, &mut found));
            }
        }
    }
    found
}

/// The files of a folder with that ending.
fn files(folder: &str, ending: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let paths = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let paths = paths.filter(|path| path.extension().is_some_and(|it| it == ending));
    paths.map(|path| fs::read_to_string(path).unwrap()).collect()
}

fn collect(pattern: &Pattern<String>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                // A command within is shown by another name.
                let parts = value.split(['`', '\n']).map(bare);
                let parts = parts.map(|part| part.trim().to_owned());
                found.extend(parts.filter(|part| part.chars().count() >= 4));
            }
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                variants.iter().for_each(|variant| collect(&variant.value, found));
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

/// A text without its marks.
fn bare(text: &str) -> String {
    text.replace(['*', '_', '\\'], "")
}

/// One of the club, who reads a language.
struct Reader {
    name: String,
    member: Member,
    reads: Language,
}

impl Reader {
    fn new(harness: &DiscordHarness, server: Language, name: &str, locale: &str) -> Self {
        let member = harness.club.member(name);
        member.set_locale(locale);
        let reads = Language::of_locale(locale).unwrap_or(server);
        Self { name: format!("{name} ({locale})"), member, reads }
    }

    async fn says(&self, harness: &DiscordHarness, phrases: &Phrases, line: &str) -> Exchange {
        let answer = said(&self.member, &harness.general, line).await;
        if answer.ephemeral {
            phrases.check(&answer.text(), self.reads, line);
            // How many messages are on their way depends on the moment.
            if line != "privacy show" {
                phrases.keep(&format!("{} /{line}", self.name), &answer.text());
            }
        }
        answer
    }

    /// Presses the button that carries a command, by whatever it is called.
    async fn press(&self, phrases: &Phrases, on: &Message, command: &str) -> Exchange {
        let button = button(on, command).unwrap_or_else(|| panic!("{command}: {}", on.text()));
        let answer = self.member.press(on, &button).await.unwrap();
        if let Ok(message) = answer.message()
            && message.ephemeral
        {
            phrases.check(&message.text(), self.reads, command);
        }
        answer
    }

    /// Fills in the text of the form that a button opens.
    async fn writes(&self, phrases: &Phrases, on: &Message, command: &str, text: &str) {
        let form = self.press(phrases, on, command).await.modal().unwrap();
        phrases.check(&form.text(), self.reads, command);
        phrases.keep(&format!("{} opens {command}", self.name), &form.text());
        let receipt = self.member.submit(&form, &[("text", text)]).await.unwrap();
        assert!(receipt.ephemeral, "{}", receipt.text());
        phrases.check(&receipt.text(), self.reads, command);
        phrases.keep(&format!("{} sends {command}", self.name), &receipt.text());
    }
}

/// The label of the button that carries a command.
fn button(on: &Message, command: &str) -> Option<String> {
    let carries = |button: &serde_json::Value| {
        button["custom_id"].as_str().is_some_and(|line| line.starts_with(command))
    };
    let found = on.buttons().into_iter().find(carries)?;
    found["label"].as_str().map(str::to_owned)
}

async fn with_button(harness: &DiscordHarness, command: &str) -> Message {
    let has = |messages: &[Message]| messages.iter().any(|it| button(it, command).is_some());
    let messages = harness.general.wait_for(has, SOON).await;
    messages.into_iter().rev().find(|it| button(it, command).is_some()).unwrap()
}

async fn seminar_of_twelve(server: Language, locale: &str) {
    // It takes a while, in which a bot would find the gateway deaf.
    let phrases = Phrases::read();
    let harness = DiscordHarness::new().await;
    harness.club.set_locale(locale);
    let fay = Reader::new(&harness, server, "fay", "fr");
    let locales = LOCALES.into_iter().cycle();
    let readers = (1..=12)
        .zip(locales)
        .map(|(number, locale)| Reader::new(&harness, server, &format!("reader{number}"), locale));
    let readers: Vec<Reader> = readers.collect();

    let draft = fay.says(&harness, &phrases, "seminar open plan:who-owns").await;
    fay.press(&phrases, &draft, "seminar start").await;
    let card = with_button(&harness, "seminar join").await;
    phrases.keep("all", &card.text());
    for reader in &readers {
        reader.press(&phrases, &card, "seminar join").await;
    }
    fay.says(&harness, &phrases, "seminar next").await;
    let question = with_button(&harness, "answer").await;
    phrases.keep("all", &question.text());
    for (number, reader) in readers.iter().enumerate() {
        let text = format!("Antworte réponse respuesta {number}.");
        reader.writes(&phrases, &question, "answer", &text).await;
    }
    let outcome = with_button(&harness, "statement propose").await;
    phrases.keep("all", &outcome.text());
    readers[0].writes(&phrases, &outcome, "statement propose", "Nous. Wir. Nosotros.").await;
    let proposed = with_button(&harness, "statement agree").await;
    phrases.keep("all", &proposed.text());
    for reader in &readers[1..7] {
        reader.press(&phrases, &proposed, "statement agree").await;
    }
    readers[7].writes(&phrases, &proposed, "statement object", "Nein. Non. No.").await;
    readers[3].says(&harness, &phrases, "queue join").await;
    readers[4].says(&harness, &phrases, "record theme:power").await;
    readers[5].says(&harness, &phrases, "privacy show").await;
    readers[2].says(&harness, &phrases, "daily list").await;
    fay.says(&harness, &phrases, "seminar status").await;
    // Nobody has such a round.
    readers[1].says(&harness, &phrases, "answer round:99 text:Oui.").await;
    let mut ends = fay.says(&harness, &phrases, "seminar close").await;
    // It asks whether that is sure, and what is to become of the statement.
    while button(&ends, "seminar close").is_some() {
        ends = fay.press(&phrases, &ends, "seminar close").await;
    }
    harness.settled().await;
    for message in harness.general.messages() {
        if !message.text().is_empty() {
            phrases.check(&message.text(), server, "the channel");
            // The answers are in random order.
            if !message.text().contains("Antworte réponse respuesta") {
                phrases.keep("all, in the end", &message.text());
            }
        }
    }
    harness.clean();
    phrases.compare(server);
}

#[tokio::test]
async fn a_seminar_of_twelve_in_english() {
    seminar_of_twelve(Language::English, "en-GB").await;
}

#[tokio::test]
async fn a_seminar_of_twelve_in_french() {
    seminar_of_twelve(Language::French, "fr").await;
}

#[tokio::test]
async fn a_seminar_of_twelve_in_spanish() {
    seminar_of_twelve(Language::Spanish, "es-ES").await;
}

#[tokio::test]
async fn a_seminar_of_twelve_in_german() {
    seminar_of_twelve(Language::German, "de").await;
}
