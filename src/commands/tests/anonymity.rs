//! Whoever has every copy that was ever made of the database cannot tell whose an anonymous answer is;
//! with the keys that are in no copy they could, until the round is closed.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::super::fixture::{BOOK, Group, button, card};
use crate::record::{Export, Format, Selection};
use crate::store::tests::dump::{blobs, rows};
use crate::store::{Mode, Store, backup};
use domain::member_hash::{Key, MemberHash, Purpose, bare_hash, for_purpose};
use domain::{AnswerId, ItemId, MemberId, Part, RoundId, SeminarId, StatementId};

/// Everybody whose number an attacker can try.
const MEMBERS: &[&str] = &["ana", "cleo", "dora", "emil", "zoe"];

/// What the members write without a name, and who they are.
const ANONYMOUS: &[(&str, &str)] = &[
    ("Argued in the dark.", "cleo"),
    ("Thought in the dark.", "dora"),
    ("Only I think so.", "cleo"),
    ("Not even I.", "emil"),
    ("Said better in the dark.", "zoe"),
];

/// A copy of all files after one step, without and with the keys.
struct Step {
    what: String,
    /// Whether somebody did something without a name in it: whoever it was, and since when.
    by: Option<&'static str>,
    folder: TempDir,
    keys: Vec<Key>,
}

struct History {
    group: Group,
    steps: Vec<Step>,
}

impl History {
    async fn step(&mut self, what: &str) {
        self.taken(what, None).await;
    }

    /// Does something without a name.
    async fn hidden(&mut self, who: &'static str, line: &str) {
        let said = if line.contains(" version:") || line.starts_with("weigh") {
            self.group.presses(who, line).await
        } else {
            self.group.says(who, line).await
        };
        assert!(!said.plain().contains("There is no"), "{line}: {}", said.plain());
        self.taken(line, Some(who)).await;
    }

    /// Does something by name.
    async fn says(&mut self, who: &str, line: &str) {
        let said = self.group.says(who, line).await.plain();
        assert!(!said.contains("There is no"), "{line}: {said}");
        self.step(line).await;
        self.group.posts().await;
        self.step("its posts").await;
    }

    /// Takes every file that is there, a copy, and every export.
    async fn taken(&mut self, what: &str, by: Option<&'static str>) {
        let folder = tempfile::tempdir().unwrap();
        let path = self.group.path();
        let copied = folder.path().join("copied.db");
        backup(&path, &copied).await.unwrap();
        let mut keys = Vec::new();
        for entry in path.parent().unwrap().read_dir().unwrap() {
            let file = entry.unwrap().path();
            let name = file.file_name().unwrap().to_str().unwrap().to_owned();
            if file == Store::keys_path(&path) {
                let bytes = fs::read(&file).unwrap();
                keys = bytes.chunks(64).map(|slot| Key::try_from(slot).unwrap()).collect();
                keys.retain(|key| *key != [0; 64]);
            } else {
                fs::copy(&file, folder.path().join(name)).unwrap();
            }
        }
        for (format, ending) in [
            (Format::Json, "json"),
            (Format::Csv, "csv"),
            (Format::Markdown, "md"),
            (Format::Html, "html"),
        ] {
            let bytes = export(&self.group, format, 7).await;
            let bytes = if format == Format::Csv { unpacked(bytes) } else { bytes };
            fs::write(folder.path().join(format!("export.{ending}")), bytes).unwrap();
        }
        self.steps.push(Step { what: what.to_owned(), by, folder, keys });
    }
}

async fn export(group: &Group, format: Format, seed: u64) -> Vec<u8> {
    let export = Export { corpus: &BOOK, selection: Selection::default(), seed };
    let file = tempfile::NamedTempFile::new().unwrap();
    let reads = group.services.store.read(group.server);
    let out = std::io::BufWriter::new(file.reopen().unwrap());
    export.write(reads, format, out, |_, _| {}).await.unwrap();
    fs::read(file.path()).unwrap()
}

/// The tables of a zip, one after the other: packed, all bytes look as if they were drawn at random.
fn unpacked(bytes: Vec<u8>) -> Vec<u8> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut tables = Vec::new();
    for index in 0..zip.len() {
        std::io::Read::read_to_end(&mut zip.by_index(index).unwrap(), &mut tables).unwrap();
    }
    tables
}

/// A seminar of a debate and a plain question, from the draft to the close, copied after every step.
async fn held() -> History {
    let group = Group::new().await;
    let mut it = History { group, steps: Vec::new() };
    it.step("an empty file").await;
    let draft = it.group.ana("seminar open format:debate themes:power").await;
    it.step("drafted").await;
    let form = it.group.press("ana", &draft, "Add my own question").await;
    let draft = it.group.submit("ana", &form, "Who cleans up after us?").await;
    it.group.press("ana", &draft, "Start").await;
    it.step("started").await;
    for who in ["ana", "ben", "cleo"] {
        it.says(who, "seminar join").await;
    }
    it.says("ana", "seminar next").await;
    it.hidden("cleo", "answer text:\"Argued in the dark.\" anonymous:true").await;
    it.says("ben", "answer text:\"Argued by ben.\"").await;
    it.says("ana", "answer text:\"Argued by ana.\"").await;
    it.hidden("dora", "answer text:\"Thought in the dark.\" anonymous:true").await;
    it.says("dora", "seminar join").await;
    it.says("ana", "answer text:\"Thought by ana.\"").await;
    it.says("ana", "seminar reveal").await;
    rate_and_vote(&mut it).await;
    // The statement is objected to, so the round ends without one.
    let next = it.group.presses("ana", "seminar next over:false").await.plain();
    assert!(next.contains("Question 2 of"), "{next}");
    it.step("the second question").await;
    it.group.posts().await;
    it.step("its posts").await;
    it.hidden("cleo", "answer text:\"Only I think.\" anonymous:true").await;
    it.hidden("cleo", "answer text:\"Only I think so.\" anonymous:true").await;
    it.hidden("emil", "answer text:\"Not even I.\" anonymous:true").await;
    it.hidden("zoe", "answer text:\"Ana is a fool.\" anonymous:true").await;
    it.says("ben", "answer text:\"So do I.\"").await;
    it.says("ana", "seminar reveal").await;
    it.group.take_down("ana", "moderate take-down", "Ana is a fool.", "attack").await;
    it.step("zoe's is taken down").await;
    it.group.posts().await;
    it.hidden("zoe", "answer text:\"Said better in the dark.\" anonymous:true").await;
    it.group.reopen().await;
    it.step("restarted").await;
    it.group.moves_to("other.db").await;
    it.step("moved to another database").await;
    it.hidden("cleo", "answer text:\"Only I think so. Still.\" anonymous:true").await;
    let closed = it.group.presses("ana", "seminar close seminar:1 sure:true").await.plain();
    assert!(closed.contains("Closed."), "{closed}");
    it.step("closed").await;
    it.group.posts().await;
    it.step("its last posts").await;
    it
}

async fn rate_and_vote(it: &mut History) {
    it.says("ben", "statement propose text:\"All of us.\"").await;
    let shown = it.group.says("cleo", "statement show").await;
    for (who, label) in [("cleo", "Agree"), ("emil", "Stand aside")] {
        let line = button(card(&shown), label);
        it.hidden(who, &line).await;
    }
    // Dora objects by name: her vote must not lead to her answer.
    let form = it.group.press("dora", &shown, "Object").await;
    let said = it.group.submit("dora", &form, "Not us all.").await.plain();
    assert!(said.contains("with your name"), "{said}");
    it.step("dora objects by name").await;
    let first = it.group.presses("emil", "weigh round:1").await;
    let line = button(card(&first), "Agree");
    it.hidden("emil", &line).await;
}

/// Every database among the files of a step.
fn databases(step: &Step) -> Vec<PathBuf> {
    let files = step.folder.path().read_dir().unwrap().map(|entry| entry.unwrap().path());
    let is_database = |file: &PathBuf| {
        file.extension().is_some_and(|it| it == "db") || file.to_string_lossy().contains(".before-")
    };
    let mut found: Vec<PathBuf> = files.filter(is_database).collect();
    found.sort();
    found
}

/// Whatever could be a key in the files of all steps: 64 bytes that are no text, and 32 of them, padded.
#[derive(Default)]
struct Strings {
    seen: BTreeSet<Vec<u8>>,
    keys: BTreeSet<Key>,
}

impl Strings {
    fn of(&mut self, file: &Path) {
        const BLOCK: usize = 4_096;
        let bytes = fs::read(file).unwrap();
        for start in (0..bytes.len()).step_by(BLOCK) {
            let block = &bytes[start..bytes.len().min(start + BLOCK + 63)];
            // Most of a file is as it was a step before.
            if self.seen.insert(block.to_vec()) {
                self.take::<64>(block, 44);
                self.take::<32>(block, 27);
            }
        }
    }

    /// Takes what has so many different bytes, of which a quarter are no letters: of what is drawn at
    /// random nearly all differ, and most are none.
    fn take<const LENGTH: usize>(&mut self, block: &[u8], different: usize) {
        let mut times = [0usize; 256];
        let mut now = 0;
        for (at, byte) in block.iter().enumerate() {
            now += usize::from(times[usize::from(*byte)] == 0);
            times[usize::from(*byte)] += 1;
            if let Some(gone) = at.checked_sub(LENGTH) {
                let gone = usize::from(block[gone]);
                times[gone] -= 1;
                now -= usize::from(times[gone] == 0);
            }
            if now >= different && at + 1 >= LENGTH && no_letters(&block[at + 1 - LENGTH..=at]) {
                let mut key = [0; 64];
                key[..LENGTH].copy_from_slice(&block[at + 1 - LENGTH..=at]);
                self.keys.insert(key);
            }
        }
    }
}

fn no_letters(bytes: &[u8]) -> bool {
    bytes.iter().filter(|byte| !(0x20..0x80).contains(*byte)).count() >= bytes.len() / 4
}

fn id_of(name: &str) -> MemberId {
    MemberId(name.bytes().fold(0, |number, byte| number * 256 + i64::from(byte)))
}

/// Every hash that a member can have under a key.
fn hashes(key: &Key, member: MemberId) -> Vec<MemberHash> {
    let bare = bare_hash(key, member);
    let mut all = vec![bare];
    let answers = [Part::Card, Part::Own].map(Purpose::Answer);
    let purposes = (0..4).flat_map(|id| {
        [
            Purpose::Vote(StatementId(id)),
            Purpose::Participant(RoundId(id)),
            Purpose::Side(ItemId(id)),
            Purpose::Recall(SeminarId(id)),
            Purpose::Rating(AnswerId(id)),
        ]
    });
    all.extend(answers.into_iter().chain(purposes).map(|it| for_purpose(key, &bare, it)));
    all
}

/// Which rows can be linked to members by keys: what is in the row, and who it is.
fn linked<'k>(
    ties: &HashMap<Vec<u8>, String>,
    keys: impl IntoIterator<Item = &'k Key>,
) -> BTreeSet<(String, &'static str)> {
    let mut found = BTreeSet::new();
    for key in keys {
        for name in MEMBERS {
            for hash in hashes(key, id_of(name)) {
                found.extend(ties.get(&hash[..]).map(|row| (row.clone(), *name)));
            }
        }
    }
    found
}

/// The hashes of a database, with their rows.
async fn ties(path: &Path) -> Vec<(Vec<u8>, String)> {
    let store = Store::open(path, Mode::Look).await.unwrap();
    let blobs = blobs(&store).await;
    store.close().await;
    blobs.into_iter().filter(|(_, blob)| blob.len() == 32).map(|(row, blob)| (blob, row)).collect()
}

fn is_answer(row: &str) -> bool {
    row.starts_with("responses: ")
}

#[tokio::test]
async fn no_copy_of_any_step_ties_an_anonymous_answer_to_its_member() {
    let it = held().await;
    no_string_in_any_file_is_a_key(&it).await;
    with_the_keys_members_are_known_until_the_close(&it).await;
    nothing_with_a_members_name_changes_while_they_do_something_without_it(&it).await;
    an_anonymous_row_holds_no_member_no_time_and_no_order(&it).await;
    two_exports_tell_no_more_than_one(&it).await;
}

async fn no_string_in_any_file_is_a_key(it: &History) {
    let (mut strings, mut all) = (Strings::default(), HashMap::new());
    for step in &it.steps {
        for entry in step.folder.path().read_dir().unwrap() {
            strings.of(&entry.unwrap().path());
        }
        for path in databases(step) {
            all.extend(ties(&path).await);
        }
    }
    assert!(strings.keys.len() > 100 && all.len() > 10, "{} {}", strings.keys.len(), all.len());
    assert_eq!(linked(&all, &strings.keys), BTreeSet::new());
}

/// If the keys were copied, members could be linked: what is tried could succeed.
async fn with_the_keys_members_are_known_until_the_close(it: &History) {
    let mut found = 0;
    for step in &it.steps {
        for path in databases(step) {
            let links = linked(&ties(&path).await.into_iter().collect(), &step.keys);
            let links: BTreeSet<_> = links.iter().filter(|(row, _)| is_answer(row)).collect();
            found += links.len();
            let store = Store::open(&path, Mode::Look).await.unwrap();
            let rows = rows(&store).await;
            store.close().await;
            for (text, member) in ANONYMOUS {
                let row = rows.iter().find(|row| is_answer(row) && row.contains(text));
                let open = row.is_some_and(|row| row.contains("tie="));
                let told = links.iter().any(|(row, who)| row.contains(text) && who == member);
                assert_eq!(open, told, "{}: {text} {row:?}", step.what);
            }
        }
    }
    assert!(found > 20, "{found} links were found with the keys");
    // Once all is closed there is no key, and nothing that one could be tried on.
    let last = it.steps.last().unwrap();
    assert_eq!(last.keys.len(), 0);
    for path in databases(last) {
        assert_eq!(ties(&path).await, []);
    }
}

async fn nothing_with_a_members_name_changes_while_they_do_something_without_it(it: &History) {
    for (before, after) in it.steps.iter().zip(&it.steps[1..]) {
        let Some(who) = after.by else { continue };
        let names = [format!("={}", id_of(who)), format!("{who:?}"), format!("\":{}", id_of(who))];
        let [was, is] = [before, after].map(|step| step.folder.path().join("copied.db"));
        let (was, is) = (
            Store::open(&was, Mode::Look).await.unwrap(),
            Store::open(&is, Mode::Look).await.unwrap(),
        );
        let (was, is) = (rows(&was).await, rows(&is).await);
        for row in was.symmetric_difference(&is) {
            let told = names.iter().find(|name| row.contains(*name));
            assert_eq!(told, None, "{}: {row}", after.what);
        }
        assert!(was != is, "{} changed nothing", after.what);
    }
}

async fn an_anonymous_row_holds_no_member_no_time_and_no_order(it: &History) {
    let mut ids: BTreeMap<&str, i64> = BTreeMap::new();
    for step in &it.steps {
        for path in databases(step) {
            let store = Store::open(&path, Mode::Look).await.unwrap();
            for row in rows(&store).await {
                let Some((text, _)) = ANONYMOUS.iter().find(|(text, _)| row.contains(text)) else {
                    continue;
                };
                if !is_answer(&row) {
                    // What is shown to all once answers are revealed.
                    assert!(row.starts_with("outbox: "), "{row}");
                    continue;
                }
                assert!(
                    !row.contains("_at=") && !row.contains("member=") && !row.contains("name=")
                );
                let id = row.split("id=").nth(1).unwrap().split(' ').next().unwrap();
                ids.insert(text, id.parse().unwrap());
            }
            store.close().await;
            // No hash is in two rows: a vote may bear a name.
            let mut seen = BTreeSet::new();
            for (hash, row) in ties(&path).await {
                assert!(seen.insert(hash), "{}: {row}", step.what);
            }
        }
    }
    assert_eq!(ids.len(), ANONYMOUS.len());
    assert!(!ANONYMOUS.iter().map(|(text, _)| ids[text]).is_sorted());
}

async fn two_exports_tell_no_more_than_one(it: &History) {
    let parsed = |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap();
    let anonymous = |json: &serde_json::Value| -> Vec<serde_json::Value> {
        let rounds = json["rounds"].as_array().unwrap();
        let answers = rounds.iter().flat_map(|round| round["answers"].as_array().unwrap());
        answers.filter(|answer| answer.get("by").is_none()).cloned().collect()
    };
    for step in &it.steps {
        let json = parsed(&fs::read(step.folder.path().join("export.json")).unwrap());
        for answer in anonymous(&json) {
            let keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
            let known = ["part", "text", "stance", "ratings"];
            assert!(keys.iter().all(|key| known.contains(&key.as_str())), "{answer}");
            // Under three ratings are nobody's to subtract.
            let ratings = answer["ratings"].as_object();
            let sum =
                ratings.map(|it| it.values().filter_map(serde_json::Value::as_u64).sum::<u64>());
            assert!(sum.is_none_or(|sum| sum >= 3), "{}: {answer}", step.what);
        }
    }
    let mut orders = BTreeSet::new();
    for seed in 0..20 {
        let json = parsed(&export(&it.group, Format::Json, seed).await);
        let texts: Vec<String> = anonymous(&json)
            .iter()
            .map(|answer| answer["text"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(texts.len(), ANONYMOUS.len());
        orders.insert(texts);
    }
    assert!(orders.len() > 1, "each export has an order of its own");
}
