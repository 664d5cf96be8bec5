//! What the documents name has to exist.

use std::fs;
use std::path::Path;

use super::none;

/// The documents that send a reader to files of the project.
const DOCUMENTS: &[&str] = &[
    "README.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "docs/architecture.md",
    "docs/faults.md",
    "docs/glossary.md",
    "docs/messages.md",
    "docs/moderation.md",
    "docs/operations.md",
    "docs/performance.md",
    "docs/releasing.md",
    "docs/scale.md",
    "docs/watching.md",
];

/// The folders at the top that a path can start with.
const FOLDERS: &[&str] = &[
    ".ci",
    "benches",
    "contrib",
    "corpus",
    "crates",
    "docs",
    "fuzz",
    "locales",
    "migrations",
    "powercut",
    "src",
    "standin",
    "tests",
];

/// Paths that do not exist: the document, the path and why it names it.
const EXAMPLES: &[(&str, &str, &str)] = &[
    ("CONTRIBUTING.md", "src/commands/ping.rs", "the recipe writes it"),
    ("CONTRIBUTING.md", "migrations/00NN_what.sql", "the recipe writes it"),
    ("CONTRIBUTING.md", "src/store/tests/samples/00NN.sql", "the recipe writes it"),
];

#[test]
fn every_path_in_a_document_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut breaches, mut examples, mut found) = (Vec::new(), Vec::new(), 0);
    for document in DOCUMENTS {
        let text = fs::read_to_string(root.join(document)).unwrap();
        for path in paths(&text) {
            found += 1;
            match EXAMPLES.iter().find(|(of, example, _)| of == document && *example == path) {
                Some(example) => examples.push(example),
                None if !root.join(path).exists() => {
                    breaches.push(format!("{document} names `{path}`"));
                }
                None => {}
            }
        }
        let links = links(&text).filter(|link| {
            let folder = root.join(document);
            !folder.parent().unwrap().join(link).exists()
        });
        breaches.extend(links.map(|link| format!("{document} links to {link}")));
    }
    let idle = EXAMPLES.iter().filter(|example| !examples.contains(example));
    breaches.extend(idle.map(|example| format!("nothing needs {example:?}")));
    assert!(found > 30, "only {found} paths were read");
    none(&breaches);
}

/// What is between backticks and starts with one of our folders.
fn paths(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split('`').skip(1).step_by(2);
    pieces.filter(|piece| {
        let plain = piece.chars().all(|c| c.is_alphanumeric() || "/._-".contains(c));
        let folder = piece.split_once('/').map(|(folder, _)| folder);
        plain && folder.is_some_and(|folder| FOLDERS.contains(&folder))
    })
}

/// What is linked to within the project.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let links = text.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
    links
        .map(|(link, _)| link.split('#').next().unwrap_or_default())
        .filter(|link| !link.is_empty() && !link.contains("://") && !link.contains(' '))
}

#[test]
fn paths_and_links_are_told_from_other_words() {
    let text = "`src/a.rs` and `cargo test`, `docs/x y`, `/quote`, [a](b.md#c), [d](https://e.f)";
    assert_eq!(paths(text).collect::<Vec<_>>(), ["src/a.rs"]);
    assert_eq!(links(text).collect::<Vec<_>>(), ["b.md"]);
}
