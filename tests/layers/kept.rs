//! What is kept in memory from one request to the next has a bound, however long the program runs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::Ident;
use syn::visit::{self, Visit};
use syn::{ItemMod, ItemStruct, ItemType, Type};

use super::none;
use super::source::{collect, is_test};

/// Everything behind a lock that can grow, and what keeps it from growing for ever.
const BOUNDS: &[(&str, &str)] = &[
    ("command/rates.rs: Rates", "buckets that are full again go when there are twice as many"),
    ("frontends/console/state/mod.rs: State", "one terminal's"),
    (
        "frontends/discord/event_handler.rs: Intake",
        "20,000 interactions; the shards until all are ready",
    ),
    ("frontends/discord/gateway/identify_queue.rs: IdentifyQueue", "one for each shard"),
    ("frontends/discord/gateway/session.rs: Inner", "one for each shard; the requests in hand"),
    ("frontends/discord/handover.rs: Inner", "who we are, and where the gateway is"),
    ("frontends/discord/membership.rs: Membership", "the servers that the bot is in: 8 bytes each"),
    ("frontends/discord/platform.rs: Memory", "1,000 of each, and 10,000 threads"),
    ("frontends/discord/posted.rs: PendingResponse", "one answer, until its connection has it"),
    (
        "frontends/discord/press_tokens.rs: Shared",
        "5,000 tokens by message and as many by member; the presses that are being answered",
    ),
    ("frontends/discord/rest/mod.rs: Inner", "idle buckets go when there are 256; 48 requests"),
    ("messages/ui/catalog.rs: Catalog", "the messages of a language"),
    ("metrics/gateway.rs: Shards", "one for each shard"),
    ("server_corpora.rs: Books", "256 books; the servers with readings: 8 bytes each"),
    ("store/edit_pace.rs: EditPace", "the messages that were edited in the last two seconds"),
    ("store/keys.rs: Keys", "the keys in the file"),
    ("store/languages.rs: Languages", "50,000 servers"),
    ("store/outbox/mailbox.rs: Mailbox", "as many jobs as the worker has room for: 64"),
    ("store/servings.rs: Servings", "5 MB, and what was served since the last save"),
];

/// A mutex is imported as `Blocking` beside one of tokio's.
const LOCKS: [&str; 3] = ["Mutex", "RwLock", "Blocking"];
const COLLECTIONS: [&str; 7] =
    ["HashMap", "HashSet", "BTreeMap", "BTreeSet", "VecDeque", "Vec", "FluentBundle"];

/// The types of a program.
#[derive(Default)]
struct Types {
    file: String,
    /// The names in each type, and in all that are called so.
    holds: BTreeMap<String, BTreeSet<String>>,
    /// Locks by the type that has them, with the names in them.
    locks: Vec<(String, BTreeSet<String>)>,
}

/// The names in a type.
#[derive(Default)]
struct Words(BTreeSet<String>);

impl Types {
    fn add(&mut self, name: &Ident, held: &Type) {
        let mut words = Words::default();
        words.visit_type(held);
        if LOCKS.iter().any(|lock| words.0.contains(*lock)) {
            self.locks.push((format!("{}: {name}", self.file), words.0.clone()));
        }
        self.holds.entry(name.to_string()).or_default().extend(words.0);
    }

    /// Whether one of these types, or a type in it, is a collection.
    fn grows(&self, words: &BTreeSet<String>, seen: &mut BTreeSet<String>) -> bool {
        words.iter().any(|word| {
            let is_new = seen.insert(word.clone());
            COLLECTIONS.contains(&word.as_str())
                || is_new && self.holds.get(word).is_some_and(|held| self.grows(held, seen))
        })
    }

    /// Those with a lock around something that can grow.
    fn kept(&self) -> BTreeSet<String> {
        let growing =
            self.locks.iter().filter(|(_, words)| self.grows(words, &mut BTreeSet::new()));
        growing.map(|(name, _)| name.clone()).collect()
    }
}

impl<'ast> Visit<'ast> for Types {
    fn visit_item_struct(&mut self, item: &'ast ItemStruct) {
        item.fields.iter().for_each(|field| self.add(&item.ident, &field.ty));
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_type(&mut self, item: &'ast ItemType) {
        self.add(&item.ident, &item.ty);
    }
}

impl<'ast> Visit<'ast> for Words {
    fn visit_ident(&mut self, name: &'ast Ident) {
        self.0.insert(name.to_string());
    }
}

fn types_of(files: &[(String, String)]) -> Types {
    let mut types = Types::default();
    for (file, text) in files {
        types.file.clone_from(file);
        types.visit_file(&syn::parse_file(text).unwrap());
    }
    types
}

#[test]
fn what_is_kept_from_one_request_to_the_next_has_a_bound() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    let relative = |path: &Path| path.strip_prefix(&root).unwrap().display().to_string();
    let files: Vec<(String, String)> = paths
        .iter()
        .map(|path| (relative(path), fs::read_to_string(path).unwrap()))
        .filter(|(file, _)| !is_test(Path::new(file)) && !file.ends_with("failpoints.rs"))
        .collect();
    let kept = types_of(&files).kept();
    let bounded: BTreeSet<String> = BOUNDS.iter().map(|(what, _)| (*what).to_owned()).collect();
    let unbounded = kept.difference(&bounded);
    let gone = bounded.difference(&kept);
    let breaches: Vec<String> = unbounded
        .map(|what| format!("{what} is kept behind a lock, and nothing says how large it gets"))
        .chain(gone.map(|what| format!("{what} is not kept any more")))
        .collect();
    none(&breaches);
}

#[test]
fn a_map_behind_a_lock_is_found_through_other_types() {
    let files = [
        ("a.rs", "struct A { b: Arc<Mutex<B>>, n: u8 } struct Small { n: Mutex<u8> }"),
        ("b.rs", "struct B { c: C } struct Unlocked { c: C }"),
        ("c.rs", "type C = HashMap<u8, B>;"),
    ];
    let files = files.map(|(file, text)| (file.to_owned(), text.to_owned()));
    assert_eq!(types_of(&files).kept(), BTreeSet::from(["a.rs: A".to_owned()]));
}
