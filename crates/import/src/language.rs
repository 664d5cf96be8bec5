//! Which language a text is in.

use std::collections::HashMap;

use super::block::Block;
use super::read::Label;
use super::words::words;

/// The commonest words of languages that are easily told apart by them.
const COMMON: &[(&str, &[&str])] = &[
    ("en", &["the", "of", "and", "to", "is", "that", "was", "which", "for", "with", "be", "by"]),
    ("fr", &["le", "les", "des", "et", "est", "une", "dans", "qui", "que", "pour", "du", "sur"]),
    ("de", &["der", "die", "und", "das", "ist", "nicht", "den", "zu", "von", "mit", "ein", "dem"]),
    ("es", &["el", "los", "las", "y", "que", "una", "por", "con", "para", "del", "como", "es"]),
    ("it", &["il", "che", "di", "della", "e", "un", "per", "non", "del", "con", "gli", "sono"]),
    ("pt", &["o", "os", "que", "não", "uma", "do", "da", "em", "para", "com", "dos", "mais"]),
    ("nl", &["de", "het", "een", "van", "en", "niet", "dat", "zijn", "voor", "op", "te", "met"]),
    ("ru", &["и", "в", "не", "на", "что", "с", "как", "это", "по", "из", "но", "он"]),
];
/// So many words are looked at.
const SAMPLE: usize = 5_000;

/// The language of a text: what the file says, else what its words say, else English.
pub(super) fn of(label: &Label, blocks: &[Block]) -> String {
    let said = label.language.as_deref().map(str::trim).unwrap_or_default().to_lowercase();
    let tag = said.split(['-', '_']).next().unwrap_or_default();
    if (2..=3).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_lowercase()) {
        return tag.to_owned();
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let all = blocks.iter().flat_map(|block| words(&block.text)).take(SAMPLE);
    for word in all.map(str::to_lowercase) {
        for (language, common) in COMMON {
            if common.contains(&word.as_str()) {
                *counts.entry(language).or_default() += 1;
            }
        }
    }
    let best = COMMON
        .iter()
        .map(|(language, _)| (counts.get(language).copied().unwrap_or_default(), *language))
        .rev()
        .max_by_key(|(count, _)| *count);
    match best {
        Some((count, language)) if count > 2 => language.to_owned(),
        _ => "en".to_owned(),
    }
}
