//! Pages of the web: how much of what people read on a page is imported.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use commonplace_import as import;
use commonplace_import::{Doubt, Given, Options};

use crate::score::{compare, keep, text, words};

/// A page with the text that people say it has.
pub(crate) struct Case {
    name: String,
    page: Vec<u8>,
    text: String,
    title: Option<String>,
    author: Option<String>,
    /// What the set calls the site.
    site: Option<String>,
}

fn folder(name: &str) -> PathBuf {
    let all = std::env::var_os("COMMONPLACE_PAGES").expect("set COMMONPLACE_PAGES");
    Path::new(&all).join(name)
}

pub(crate) fn benchmark() -> Vec<Case> {
    let folder = folder("article-extraction-benchmark");
    let truth = fs::read_to_string(folder.join("ground-truth.json")).unwrap();
    let truth: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&truth).unwrap();
    let case = |(name, truth): (&String, &serde_json::Value)| {
        let packed = fs::read(folder.join(format!("html/{name}.html.gz"))).unwrap();
        let mut page = Vec::new();
        flate2::read::GzDecoder::new(packed.as_slice()).read_to_end(&mut page).unwrap();
        let text = truth["articleBody"].as_str().unwrap().to_owned();
        Case {
            name: name.chars().take(12).collect(),
            page,
            text,
            title: None,
            author: None,
            site: None,
        }
    };
    truth.iter().map(case).collect()
}

pub(crate) fn readability() -> Vec<Case> {
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
            site: of("siteName"),
        })
    };
    let mut cases: Vec<Case> = pages.filter_map(|entry| case(entry.unwrap().path())).collect();
    cases.sort_by(|one, other| one.name.cmp(&other.name));
    cases
}

/// A text with the characters that stand in it by their numbers: `&#8217;`, `&#x2019;`.
fn decoded(text: &str) -> String {
    let mut pieces = text.split("&#");
    let mut decoded = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once(';').unwrap_or((piece, ""));
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        match code.ok().and_then(char::from_u32) {
            Some(c) => {
                decoded.push(c);
                decoded.push_str(rest);
            }
            None => decoded.push_str(piece),
        }
    }
    decoded
}

/// The text of a page in which nothing but text is left.
pub(crate) fn without_tags(page: &str) -> String {
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
    text = decoded(&text);
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

/// A title without the names that stand after separators at its end.
fn without_names<'a>(title: &'a str, names: &[&str]) -> &'a str {
    let cut = [" - ", " | ", " – ", " — ", " · "].iter().find_map(|separator| {
        let (before, last) = title.rsplit_once(separator)?;
        names.iter().any(|name| words(name) == words(last)).then_some(before)
    });
    cut.map_or(title, |before| without_names(before, names))
}

pub(crate) fn measure(set: &str, cases: &[Case], captions: bool) {
    let (mut precision, mut recall, mut score) = (0.0, 0.0, 0.0);
    let (mut titles, mut without_names_too, mut authors, mut named) = (0, 0, 0, 0);
    let mut worst = Vec::new();
    for case in cases {
        let given = Given { name: "page.html", bytes: &case.page };
        let imported = import::import(&given, &Options::default());
        let found = imported.as_ref().map(|i| text(i, captions)).unwrap_or_default();
        keep(&format!("{set}-{}", case.name).replace('/', "-"), &found, &case.text);
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
        // The set's titles still have the names of its sites and authors, which it also gives.
        let names: Vec<&str> =
            [&case.site, &case.author].into_iter().flatten().map(String::as_str).collect();
        let is_doubted = imported
            .as_ref()
            .is_ok_and(|it| it.doubts.iter().any(|doubt| matches!(doubt, Doubt::NoTitle(_))));
        let is_right = case.title.as_deref().is_some_and(|expected| {
            same(without_names(expected, &names), &title) || expected.is_empty() && is_doubted
        });
        without_names_too += u32::from(title_fits || is_right);
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
        if let Some(expected) = case.title.as_deref().filter(|_| !title_fits) {
            let fits = if is_right { ", which fits" } else { "" };
            println!("  title {}: {expected:?}, not {title:?}{fits}", case.name);
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
        "{set}: {} pages, P {:.3}, R {:.3}, F {:.3}; titles {titles}, and {without_names_too} without the names of site and author, authors {authors} of {named}",
        cases.len(),
        precision / count,
        recall / count,
        score / count
    );
}
