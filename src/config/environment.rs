//! What the environment overrides: `COMMONPLACE_<SECTION>_<KEY>`.

use std::ffi::OsString;

use super::keys::{KEYS, Key, PREFIX, Setting, Settings};
use super::mistakes::{Mistake, Mistakes};

/// Ours, but no keys: how much is logged, and what the tests go by.
const OTHERS: [&str; 3] = ["COMMONPLACE_LOG", "COMMONPLACE_OPENAPI", "COMMONPLACE_READINGS"];

/// Reads every variable that is or looks like a key.
pub(super) fn read(
    environment: impl IntoIterator<Item = (OsString, OsString)>,
    settings: &mut Settings,
    mistakes: &mut Mistakes,
) {
    let mut ours: Vec<(String, OsString)> = environment
        .into_iter()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value)))
        .filter(|(name, _)| name.starts_with(PREFIX) && !OTHERS.contains(&name.as_str()))
        .collect();
    ours.sort();
    for (name, value) in ours {
        let Some(key) = KEYS.iter().find(|key| key.variable() == name) else {
            if let Some(what) = mistyped(&name) {
                mistakes.add(Mistake::in_variable(&name, what));
            }
            continue;
        };
        // An empty variable leaves a key as the file has it.
        if !key.optional && value.to_str().is_some_and(|value| value.trim().is_empty()) {
            continue;
        }
        match setting(key, value) {
            Some(setting) => {
                settings.insert((key.section, key.name), setting);
            }
            None => mistakes
                .add(Mistake::in_variable(&name, format!("it wants {}.", key.wanted.bare()))),
        }
    }
}

/// What to say of a variable that looks like a key. Others are let be: Kubernetes, for one, sets
/// COMMONPLACE_PORT for a service of that name.
fn mistyped(name: &str) -> Option<String> {
    let rest = name.strip_prefix(PREFIX)?;
    let names = || KEYS.iter().map(|key| (key, format!("{}_{}", key.section, key.name)));
    let near = names()
        .map(|(key, name)| (strsim::jaro_winkler(rest, &name.to_uppercase()), key))
        .max_by(|(a, _), (b, _)| a.total_cmp(b))?;
    let section = rest.split('_').next().unwrap_or_default().to_lowercase();
    let in_section = KEYS.iter().any(|key| key.section == section);
    (in_section || near.0 >= 0.85)
        .then(|| format!("there is no such key. Did you mean {}?", near.1.variable()))
}

fn setting(key: &Key, value: OsString) -> Option<Setting> {
    let value = value.into_string().ok()?;
    // Docker hands on the quotation marks of an environment file.
    match without_quotes(value.trim()) {
        "" if key.optional => Some(Setting::Nothing),
        text => key.wanted.read(text),
    }
}

/// What is between two quotation marks of one kind.
fn without_quotes(text: &str) -> &str {
    let between = |mark: char| text.strip_prefix(mark)?.strip_suffix(mark);
    between('"').or_else(|| between('\'')).unwrap_or(text)
}
