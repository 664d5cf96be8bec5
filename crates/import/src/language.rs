//! Which language a text is in.

use std::collections::HashMap;

use super::block::Block;
use super::label::Label;
use super::words::words;

/// The commonest words of languages that are easily told apart by them.
const COMMON: &[(&str, &[&str])] = &[
    ("en", &["the", "of", "and", "to", "is", "that", "was", "which", "for", "with", "be", "by"]),
    (
        "fr",
        &[
            "le", "les", "des", "et", "est", "une", "dans", "qui", "que", "pour", "du", "sur",
            "de", "la", "en",
        ],
    ),
    ("de", &["der", "die", "und", "das", "ist", "nicht", "den", "zu", "von", "mit", "ein", "dem"]),
    (
        "es",
        &[
            "el", "los", "las", "y", "que", "una", "por", "con", "para", "del", "como", "es", "de",
            "la", "en",
        ],
    ),
    (
        "it",
        &[
            "il", "che", "di", "della", "e", "un", "per", "non", "del", "con", "gli", "sono", "la",
            "una",
        ],
    ),
    ("pt", &["o", "os", "que", "não", "uma", "do", "da", "em", "para", "com", "dos", "mais", "de"]),
    ("nl", &["de", "het", "een", "van", "en", "niet", "dat", "zijn", "voor", "op", "te", "met"]),
    ("ru", &["и", "в", "не", "на", "что", "с", "как", "это", "по", "из", "но", "он"]),
];
/// So many words are looked at.
const SAMPLE: usize = 5_000;

/// A script has to have such a share of the letters, in percent, to tell the language.
const SHARE: usize = 30;

/// The language of a text: what the file says, else what its script and its words say, else English.
pub(super) fn of(label: &Label, said: Option<&str>, blocks: &[Block]) -> String {
    for said in [label.language.as_deref(), said].into_iter().flatten() {
        let said = said.trim().to_lowercase();
        let tag = said.split(['-', '_']).next().unwrap_or_default();
        if (2..=3).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_lowercase()) {
            return two_letters(tag).to_owned();
        }
    }
    if let Some(language) = by_script(blocks) {
        return language.to_owned();
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

/// The usual tag of a language that also has one of three letters.
fn two_letters(tag: &str) -> &str {
    const TAGS: &[(&str, &str)] = &[
        ("eng", "en"),
        ("fre", "fr"),
        ("fra", "fr"),
        ("ger", "de"),
        ("deu", "de"),
        ("spa", "es"),
        ("ita", "it"),
        ("por", "pt"),
        ("dut", "nl"),
        ("nld", "nl"),
        ("rus", "ru"),
        ("gre", "el"),
        ("ell", "el"),
        ("jpn", "ja"),
        ("ara", "ar"),
        ("per", "fa"),
        ("fas", "fa"),
        ("chi", "zh"),
        ("zho", "zh"),
        ("kor", "ko"),
        ("heb", "he"),
    ];
    TAGS.iter().find(|(long, _)| *long == tag).map_or(tag, |(_, short)| *short)
}

/// The language that a script belongs to, if most of the text is in it.
fn by_script(blocks: &[Block]) -> Option<&'static str> {
    let mut letters = 0_usize;
    let mut counts: HashMap<&'static str, usize> = HashMap::new();
    let all = blocks.iter().flat_map(|block| block.text.chars()).filter(|c| c.is_alphabetic());
    for c in all.take(SAMPLE * 4) {
        letters += 1;
        if let Some(script) = script(c) {
            *counts.entry(script).or_default() += 1;
        }
    }
    let count = |script: &str| counts.get(script).copied().unwrap_or_default();
    let has = |script: &str| count(script) * 100 > letters * SHARE;
    if (count("kana") + count("han")) * 100 > letters * SHARE && count("kana") * 20 > count("han") {
        Some("ja")
    } else if has("ar") || count("fa") > 0 && (count("fa") + count("ar")) * 100 > letters * SHARE {
        Some(if count("fa") * 100 > count("ar") { "fa" } else { "ar" })
    } else if has("ru") {
        Some(if count("uk") * 200 > count("ru") { "uk" } else { "ru" })
    } else if has("han") {
        Some("zh")
    } else {
        ["el", "he", "ko", "hi", "th", "hy", "ka"].into_iter().find(|script| has(script))
    }
}

/// The language or script that a letter belongs to.
fn script(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}' => "el",
        'і' | 'ї' | 'є' | 'ґ' => "uk",
        '\u{400}'..='\u{52F}' => "ru",
        '\u{530}'..='\u{58F}' => "hy",
        '\u{590}'..='\u{5FF}' => "he",
        'پ' | 'چ' | 'ژ' | 'گ' | 'ی' | 'ک' => "fa",
        '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' => "ar",
        '\u{900}'..='\u{97F}' => "hi",
        '\u{E00}'..='\u{E7F}' => "th",
        '\u{10A0}'..='\u{10FF}' => "ka",
        '\u{3040}'..='\u{30FF}' => "kana",
        '\u{AC00}'..='\u{D7AF}' | '\u{1100}'..='\u{11FF}' => "ko",
        '\u{3400}'..='\u{9FFF}' => "han",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::block::{BlockKind, Place};

    #[test]
    fn languages_by_script_and_words() {
        for (text, language) in [
            ("It was the road that went on for as long as any of us could see.", "en"),
            (
                "La route était longue, et personne ne savait qui l’avait faite pour les autres.",
                "fr",
            ),
            (
                "Der Weg war lang, und niemand wusste, wer ihn für die anderen gemacht hat, das ist so.",
                "de",
            ),
            (
                "El camino era largo y nadie sabía quién lo había hecho para los otros, que es lo de siempre en la ciudad de los que mandan.",
                "es",
            ),
            ("Дорога была длинной, и никто не знал, кто её сделал для других.", "ru"),
            ("Ο δρόμος ήταν μακρύς και κανείς δεν ήξερε ποιος τον έκανε.", "el"),
            ("道は長く、誰がそれを作ったのか、誰も知らなかった。", "ja"),
            ("路很长,没有人知道是谁为别人修的。", "zh"),
            ("كانت الطريق طويلة ولم يعرف أحد من صنعها للآخرين.", "ar"),
            ("راه دراز بود و هیچ‌کس نمی‌دانست چه کسی آن را برای دیگران ساخته است.", "fa"),
        ] {
            let block = Block::new(BlockKind::Paragraph, text, Place::default());
            assert_eq!(of(&Label::default(), None, &[block]), language, "{text}");
        }
    }
}
