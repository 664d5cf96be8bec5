//! What all targets do: import, and look whether the outcome holds together.

use std::io::{Cursor, Write};

use domain::{Corpus, Theme};
use import::{Given, Options};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const THEMES: &str = "[[theme]]\nid = \"power\"\nname = \"Power\"\nabout = \"Who rules.\"\n\
    terms = [\"power\", \"the state\", \"a\", \"b\"]\n";

/// Imports bytes. Nothing may panic, and what is imported has to be a work file that can be read
/// and that a second import leaves as it is.
pub fn try_import(name: &str, bytes: &[u8]) {
    let themes = [Theme {
        id: "power".to_owned(),
        name: "Power".to_owned(),
        about: "Who rules.".to_owned(),
        terms: vec!["power".into(), "the state".into(), "a".into(), "b".into()],
    }];
    let options = Options { themes: &themes, ..Options::default() };
    let given = Given { name, bytes };
    let Ok(first) = import::import(&given, &options) else {
        return;
    };
    let file = format!("{}.toml", first.work.id);
    let corpus = Corpus::parse([("themes.toml", THEMES), (&file, &first.toml)]);
    if let Err(mistakes) = corpus {
        panic!("{mistakes}\n{}", first.toml);
    }
    for quote in &first.quotes {
        let paragraph = &first.paragraphs[usize::from(quote.paragraph) - 1];
        assert!(paragraph.text.contains(&quote.text), "{quote:?}");
    }
    let again = Options { previous: Some(&first.toml), ..options };
    let second = import::import(&given, &again).expect("it was imported before");
    assert_eq!(second.toml, first.toml, "a second import changes nothing");
    let _ = import::report::report(&first, true);
}

/// A book whose package and page are these bytes.
pub fn book(bytes: &[u8]) -> Option<Vec<u8>> {
    let at = bytes.len() / 4;
    let (package, page) = bytes.split_at(at);
    let mut all = b"<package><manifest><item id=\"p\" href=\"p.xhtml\"/></manifest><spine>\
        <itemref idref=\"p\"/></spine></package>"
        .to_vec();
    all.extend(package);
    let files: [(&str, &[u8]); 3] = [
        ("META-INF/container.xml", b"<rootfile full-path=\"c.opf\"/>"),
        ("c.opf", &all),
        ("p.xhtml", page),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(name, SimpleFileOptions::default()).ok()?;
        zip.write_all(bytes).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}
