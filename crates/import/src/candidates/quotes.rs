//! Passages that stand alone and say something.

use std::ops::Range;

use super::balance::{Quoted, is_balanced, quoted_share, touches};
use super::signs::{Signs, leans};
use super::{QuoteCandidate, Suggestion, Terms, Words};
use crate::reflow::columns;
use crate::sentences::sentences;
use crate::structure::{Paragraph, ParagraphKind, Part, Voice, brackets};
use domain::corpus::SectionKind;

/// How long a quote is.
const SHORTEST: usize = 40;
const LONGEST: usize = 500;
/// Longer ones are quoted only if they are one sentence.
const GOOD: usize = 280;
/// So many are proposed, and so many of one paragraph.
const MOST: usize = 80;
const MOST_EACH: usize = 4;
/// At most one word in so many of a work is proposed for quoting.
const SHARE: usize = 5;
/// Of a short text so many words may be.
const FEW: usize = 150;
/// Below that a passage is not worth a reviewer's time.
const LEAST: f32 = 1.0;
/// What its themes add to a passage at most.
const MOST_FOR_THEMES: f32 = 2.0;

/// The best passages of a work, in its order.
pub(crate) fn quotes(
    paragraphs: &[Paragraph],
    parts: &[Part],
    terms: &Terms,
    language: &str,
) -> Vec<QuoteCandidate> {
    let mut found: Vec<QuoteCandidate> = Vec::new();
    let by_score = |one: &QuoteCandidate, other: &QuoteCandidate| other.score.total_cmp(&one.score);
    let words = |text: &str| text.split_whitespace().count();
    let all: usize = paragraphs.iter().map(|paragraph| words(&paragraph.text)).sum();
    let mut left = (all / SHARE).max(FEW);
    // In a long text there is room for the best, whatever their length.
    let is_long = left >= MOST * LONGEST;
    let mut least = LEAST;
    for paragraph in paragraphs.iter().filter(|paragraph| is_quotable(paragraph, parts)) {
        let mut best = of_paragraph(paragraph, terms, language, least);
        best.sort_by(by_score);
        best.truncate(MOST_EACH);
        found.extend(best);
        if is_long && found.len() >= MOST * 4 {
            found.sort_by(by_score);
            found.truncate(MOST);
            least = found.last().map_or(least, |last| last.score);
        }
    }
    found.sort_by(by_score);
    found.retain(|quote| {
        let cost = words(&quote.text);
        let fits = cost <= left;
        left -= if fits { cost } else { 0 };
        fits
    });
    found.truncate(MOST);
    // In the order of the work, and within a paragraph as they were found there.
    found.sort_by_key(|quote| {
        let text =
            paragraphs.get(usize::from(quote.paragraph) - 1).map(|found| found.text.as_str());
        (quote.paragraph, text.and_then(|text| text.find(&quote.text)))
    });
    found
}

fn is_quotable(paragraph: &Paragraph, parts: &[Part]) -> bool {
    let part = usize::from(paragraph.section).checked_sub(1).and_then(|at| parts.get(at));
    let speaks = match &paragraph.voice {
        Voice::Author => true,
        Voice::Editor => false,
        // Without a name nobody can be credited.
        Voice::Speaker(name) => name.is_some(),
    };
    speaks
        && !matches!(paragraph.kind, ParagraphKind::Caption | ParagraphKind::Figure)
        && part.is_some_and(|part| part.kind == SectionKind::Body)
}

/// The passages of a paragraph that are worth `least` or more.
fn of_paragraph(
    paragraph: &Paragraph,
    terms: &Terms,
    language: &str,
    least: f32,
) -> Vec<QuoteCandidate> {
    let text = paragraph.text.as_str();
    let speaker = match &paragraph.voice {
        Voice::Speaker(name) => name.clone(),
        _ => None,
    };
    let mut read: Option<(Words<'_>, Vec<Suggestion>)> = None;
    let own = brackets(text);
    let marks = Quoted::of(text);
    let mut quotes = Vec::new();
    for range in passages(text, language) {
        let touched = touches(&own, &range);
        // The middle of what somebody else says is not the author's.
        let quoted = speaker.is_none() && marks.holds(range.start);
        let Some(passage) = text.get(range.clone()).filter(|_| !touched && !quoted) else {
            continue;
        };
        let passage = match speaker {
            Some(_) => passage.trim_start_matches(['“', '«']).trim_end_matches(['”', '»']).trim(),
            None => passage,
        };
        let signs = Signs::of(passage);
        let plain = plain_score(passage, signs, paragraph.kind);
        if signs.leads_away || plain + MOST_FOR_THEMES < least || !stands_alone(passage) {
            continue;
        }
        let (words, all) = read.get_or_insert_with(|| {
            let words = terms.look_up(text);
            let all = terms.suggest_in(&words, 0..text.len());
            (words, all)
        });
        if all.is_empty() {
            break;
        }
        let mut themes = terms.suggest_in(words, range);
        let score = plain + theme_score(&themes);
        if themes.is_empty() {
            themes = all.iter().take(1).cloned().collect();
        }
        if score < least {
            continue;
        }
        quotes.push(QuoteCandidate {
            id: String::new(),
            text: passage.to_owned(),
            section: paragraph.section,
            paragraph: paragraph.number,
            speaker: speaker.clone(),
            score,
            themes,
            kept: false,
        });
    }
    quotes
}

/// Sentences, and sentences with the next if that leans on them.
fn passages(text: &str, language: &str) -> Vec<Range<usize>> {
    let sentences = sentences(text, language);
    let mut passages = Vec::new();
    let mut index = 0;
    while let Some(first) = sentences.get(index) {
        let mut range = first.clone();
        index += 1;
        while let Some(next) = sentences.get(index) {
            let leans = text.get(next.clone()).is_some_and(leans);
            let both =
                text.get(range.start..next.end).map_or(usize::MAX, |text| text.chars().count());
            if !leans || both > GOOD {
                break;
            }
            range.end = next.end;
            index += 1;
        }
        passages.push(range);
    }
    passages
}

/// Whether a passage is a whole sentence of the author's that can be read by itself.
fn stands_alone(passage: &str) -> bool {
    let ended = passage
        .trim_end_matches(['”', '’', '»', ')', '"', '」', '』'])
        .ends_with(['.', '!', '?', '…', '。', '！', '？']);
    columns(passage) >= SHORTEST
        && passage.chars().count() <= LONGEST
        && ended
        && starts_whole(passage)
        && !passage.starts_with(['(', '['])
        // Formulas are written so, and nobody reads them aloud.
        && !passage.contains('\\')
        // Questions are proposed as questions.
        && !passage.ends_with(['?', '？'])
        && is_balanced(passage)
        // What is mostly in quotation marks is somebody else's.
        && quoted_share(passage) <= 0.5
}

/// Whether a passage starts as a sentence does.
pub(super) fn starts_whole(passage: &str) -> bool {
    let start = passage.trim_start_matches(['“', '‘', '«', '"', '(', '¿', '「', '『']);
    // Many scripts have no capitals.
    start.starts_with(|c: char| c.is_numeric() || c.is_alphabetic() && !c.is_lowercase())
}

/// What a passage is worth without its themes.
fn plain_score(passage: &str, signs: Signs, kind: ParagraphKind) -> f32 {
    let length = passage.chars().count();
    let claims = signs.claims.min(3) as f32;
    let lean = if leans(passage) { 1.5 } else { 0.0 };
    let long = match length {
        0..80 => 0.3,
        80..=GOOD => 0.0,
        _ => 0.6 + (length - GOOD) as f32 / 200.0,
    };
    let digits = passage.bytes().filter(u8::is_ascii_digit).count() as f32 * 0.06;
    let asks = if passage.contains('?') { 0.8 } else { 0.0 };
    let item = if kind == ParagraphKind::Item { 0.3 } else { 0.0 };
    1.2 + claims * 0.4 - lean - long - digits - asks - item
}

/// What its themes add to that.
fn theme_score(themes: &[Suggestion]) -> f32 {
    themes.iter().map(|theme| theme.score).sum::<f32>().min(4.0) * 0.5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_any_script_stands_alone() {
        for (passage, stands) in [
            ("自由は町の習慣であり、国家の権力と自由の問題である。", true),
            ("「自由は町の習慣であり、国家の権力と自由の問題である。」", true),
            ("权力属于人民，自由是城市的习惯，而不是国家给予的礼物。", true),
            ("自由とは何であり、誰がそれを守ることができるのだろうか？", false),
            ("自由である。", false),
            ("Свобода не подарок государства, а привычка города.", true),
            ("the beginning of this sentence is somewhere else, and not here.", false),
        ] {
            assert_eq!(stands_alone(passage), stands, "{passage}");
        }
    }
}
