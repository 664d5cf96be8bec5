//! How alike two texts are.

use std::collections::HashMap;

use commonplace_import::{Imported, ParagraphKind};

pub(crate) fn words(text: &str) -> Vec<String> {
    let plain = text.replace(['\u{AD}', '\u{200B}'], "").to_lowercase();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Precision and recall of the words, as often as they come.
pub(crate) fn compare(found: &[String], truth: &[String]) -> (f64, f64) {
    let mut left: HashMap<&String, usize> = HashMap::new();
    for word in truth {
        *left.entry(word).or_default() += 1;
    }
    let mut same = 0;
    for word in found {
        if let Some(count) = left.get_mut(word).filter(|count| **count > 0) {
            *count -= 1;
            same += 1;
        }
    }
    (f64::from(same) / found.len().max(1) as f64, f64::from(same) / truth.len().max(1) as f64)
}

/// What was imported, with what stands under pictures or without.
pub(crate) fn text(imported: &Imported, captions: bool) -> String {
    let mut text = Vec::new();
    let is_read = |kind| captions || kind != ParagraphKind::Caption;
    for paragraph in imported.paragraphs.iter().filter(|paragraph| is_read(paragraph.kind)) {
        let part = imported.sections.iter().find(|part| part.first == paragraph.number);
        // A title that nobody printed is not in the page.
        text.extend(
            part.filter(|part| !["Beginning", "Text", "Notes"].contains(&part.title.as_str()))
                .map(|part| part.title.clone()),
        );
        text.extend(paragraph.label.clone().filter(|_| paragraph.kind == ParagraphKind::Note));
        text.push(paragraph.text.clone());
    }
    text.join("\n")
}

/// How many words two texts have in common in the same order, as a share of both: of the longest
/// common subsequence, bit by bit.
pub(crate) fn order(found: &[String], truth: &[String]) -> f64 {
    let blocks = truth.len().div_ceil(64);
    let mut places: HashMap<&String, Vec<usize>> = HashMap::new();
    for (at, word) in truth.iter().enumerate() {
        places.entry(word).or_default().push(at);
    }
    let mut row = vec![u64::MAX; blocks];
    let mut hits = vec![0_u64; blocks];
    for word in found {
        let Some(places) = places.get(word) else { continue };
        for at in places {
            hits[at / 64] |= 1 << (at % 64);
        }
        let mut carry = false;
        for (bits, hit) in row.iter_mut().zip(&mut hits) {
            let common = *bits & *hit;
            let (sum, over) = bits.overflowing_add(common);
            let (sum, more) = sum.overflowing_add(u64::from(carry));
            carry = over || more;
            *bits = sum | (*bits - common);
            *hit = 0;
        }
    }
    let longest: usize = (0..truth.len()).filter(|at| row[at / 64] >> (at % 64) & 1 == 0).count();
    2.0 * longest as f64 / (found.len() + truth.len()).max(1) as f64
}

/// Writes what was found and what is right to `COMMONPLACE_FOUND`, if that is set.
pub(crate) fn keep(name: &str, found: &str, right: &str) {
    let Some(folder) = std::env::var_os("COMMONPLACE_FOUND") else { return };
    let folder = std::path::Path::new(&folder);
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join(format!("{name}.found.txt")), found).unwrap();
    std::fs::write(folder.join(format!("{name}.right.txt")), right).unwrap();
}
