//! Which messages have changed since they were translated: `locales/<tag>/translated.toml` says of
//! each what the original was.

use std::collections::BTreeMap;
use std::fs;

use sha2::{Digest, Sha256};

use super::catalog::Messages;
use super::root;

/// What is wrong between a translation and the original it was made of. `UPDATE_TRANSLATED=<tag>`
/// notes that a translator has looked at all of it.
pub(crate) fn problems(language: &str, original: &Messages) -> Vec<String> {
    let path = root(&format!("locales/{language}/translated.toml"));
    let now: BTreeMap<&str, String> =
        original.by_id.keys().map(|id| (id.as_str(), fingerprint(&original.source(id)))).collect();
    if std::env::var("UPDATE_TRANSLATED").is_ok_and(|tag| tag == language) {
        let lines = now.iter().map(|(id, mark)| format!("\"{id}\" = \"{mark}\"\n"));
        fs::write(&path, HEAD.to_owned() + &lines.collect::<String>()).unwrap();
    }
    let noted = fs::read_to_string(&path).unwrap_or_default();
    let noted: BTreeMap<String, String> = toml::from_str(&noted).unwrap();
    let mut problems = Vec::new();
    for (id, mark) in &now {
        if noted.get(*id) != Some(mark) {
            let at = &original.by_id[*id].at;
            problems.push(format!("{language}: `{id}` has changed since it was translated: {at}"));
        }
    }
    let gone = noted.keys().filter(|id| !now.contains_key(id.as_str()));
    problems.extend(gone.map(|id| format!("{language}: `{id}` is not in the original any more")));
    problems
}

const HEAD: &str =
    "# What each message was in English when it was translated; see docs/translating.md.\n";

fn fingerprint(source: &str) -> String {
    Sha256::digest(source).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
