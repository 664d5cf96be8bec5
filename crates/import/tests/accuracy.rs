//! How much of what people read on a page the importer takes for the text of it, on two public
//! sets of pages: scrapinghub/article-extraction-benchmark and the test pages of
//! mozilla/readability. Neither is ours to ship:
//!
//!     COMMONPLACE_PAGES=FOLDER cargo test -p commonplace-import --release --test accuracy -- --ignored --nocapture
//!
//! `FOLDER` has the two repositories, as `article-extraction-benchmark` and `readability`.

#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on says so"
)]

use std::collections::HashMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use commonplace_import as import;
use commonplace_import::{Given, Imported, Options, ParagraphKind};

/// A page with the text that people say it has.
struct Case {
    name: String,
    page: Vec<u8>,
    text: String,
    title: Option<String>,
    author: Option<String>,
}

fn folder(name: &str) -> PathBuf {
    let all = std::env::var_os("COMMONPLACE_PAGES").expect("set COMMONPLACE_PAGES");
    Path::new(&all).join(name)
}

fn benchmark() -> Vec<Case> {
    let folder = folder("article-extraction-benchmark");
    let truth = fs::read_to_string(folder.join("ground-truth.json")).unwrap();
    let truth: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&truth).unwrap();
    let case = |(name, truth): (&String, &serde_json::Value)| {
        let packed = fs::read(folder.join(format!("html/{name}.html.gz"))).unwrap();
        let mut page = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut page).unwrap();
        let text = truth["articleBody"].as_str().unwrap().to_owned();
        Case { name: name.chars().take(12).collect(), page, text, title: None, author: None }
    };
    truth.iter().map(case).collect()
}

fn readability() -> Vec<Case> {
    let pages = fs::read_dir(folder("readability").join("test/test-pages")).unwrap();
    let case = |folder: PathBuf| {
        let page = fs::read(folder.join("source.html")).ok()?;
        let expected = fs::read_to_string(folder.join("expected.html")).ok()?;
        let metadata = fs::read_to_string(folder.join("expected-metadata.json")).ok()?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata).ok()?;
        let text = without_tags(&expected);
        let of = |key: &str| metadata[key].as_str().map(str::to_owned);
        let name = folder.file_name()?.to_string_lossy().into_owned();
        (words(&text).len() >= 150).then(|| Case {
            name,
            page,
            text,
            title: of("title"),
            author: of("byline"),
        })
    };
    let mut cases: Vec<Case> = pages.filter_map(|entry| case(entry.unwrap().path())).collect();
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    cases
}

/// The text of a page in which nothing but text is left.
fn without_tags(page: &str) -> String {
    let mut text = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once('<') {
        text.push_str(before);
        let inline = [
            "a", "/a", "em", "/em", "i", "/i", "b", "/b", "span", "/span", "strong", "/strong",
            "font", "/font", "code", "/code", "sup", "/sup", "sub", "/sub",
        ];
        let name = after.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
        if !inline.contains(&name) {
            text.push(' ');
        }
        rest = after.split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    for (name, c) in [
        ("&nbsp;", " "),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ] {
        text = text.replace(name, c);
    }
    text
}

fn words(text: &str) -> Vec<String> {
    let plain = text.replace(['\u{AD}', '\u{200B}'], "").to_lowercase();
    plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Precision and recall of the words, as often as they come.
fn compare(found: &[String], truth: &[String]) -> (f64, f64) {
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

fn text(imported: &Imported) -> String {
    let mut text = Vec::new();
    for paragraph in &imported.paragraphs {
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

fn measure(set: &str, cases: &[Case]) {
    let (mut precision, mut recall, mut score) = (0.0, 0.0, 0.0);
    let (mut titles, mut authors, mut named) = (0, 0, 0);
    let mut worst = Vec::new();
    for case in cases {
        let given = Given { name: "page.html", bytes: &case.page };
        let imported = import::import(&given, &Options::default());
        let found = imported.as_ref().map(text).unwrap_or_default();
        let (p, r) = compare(&words(&found), &words(&case.text));
        let f = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
        (precision, recall, score) = (precision + p, recall + r, score + f);
        let same = |one: &str, other: &str| words(one) == words(other);
        let (title, author) = imported
            .as_ref()
            .map(|i| (i.work.title.clone(), i.work.author.clone()))
            .unwrap_or_default();
        let title_fits = case.title.as_deref().is_some_and(|expected| same(expected, &title));
        titles += u32::from(title_fits);
        if let Some(expected) = case.author.as_deref().filter(|author| !author.is_empty()) {
            named += 1;
            let fits = same(expected, &author)
                || words(expected).join(" ").contains(&words(&author).join(" "))
                || words(&author).join(" ").contains(&words(expected).join(" "));
            authors += u32::from(fits);
            if !fits {
                println!("  author {}: {expected:?}, not {author:?}", case.name);
            }
        }
        if case.title.is_some() && !title_fits {
            println!("  title {}: {:?}, not {title:?}", case.name, case.title);
        }
        worst.push((f, p, r, case.name.clone(), imported.err()));
    }
    let count = cases.len() as f64;
    worst.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (f, p, r, name, refusal) in worst.iter().take(40).filter(|(f, ..)| *f < 0.93) {
        let refusal =
            refusal.as_ref().map(|refusal| format!("refused: {refusal}")).unwrap_or_default();
        println!("  {f:.3} P {p:.3} R {r:.3} {name} {refusal}");
    }
    println!(
        "{set}: {} pages, P {:.3}, R {:.3}, F {:.3}; titles {titles}, authors {authors} of {named}",
        cases.len(),
        precision / count,
        recall / count,
        score / count
    );
}

#[test]
#[ignore = "needs the public pages: COMMONPLACE_PAGES=FOLDER"]
fn pages_of_the_web() {
    measure("article-extraction-benchmark", &benchmark());
    measure("mozilla/readability", &readability());
}
