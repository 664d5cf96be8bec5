//! Files that a newcomer can guess and read.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::none;
use super::source::{collect, sources};

/// The longest that a file may be, in lines.
const LONGEST: usize = 400;

/// Longer files, and why.
const LONG: &[(&str, &str)] = &[];

/// Names that say nothing of what is in a file.
const EMPTY_NAMES: &[&str] = &["common", "helper", "helpers", "manager", "misc", "util", "utils"];

#[test]
fn no_file_is_longer_than_a_reader_has_patience_for() {
    let mut breaches = Vec::new();
    for source in sources("src") {
        let excepted = LONG.iter().any(|(path, _)| source.path == *path);
        if excepted != (source.lines > LONGEST) {
            breaches
                .push(format!("src/{}: {} lines; excepted: {excepted}", source.path, source.lines));
        }
    }
    none(&breaches);
}

#[test]
fn every_file_is_named_after_what_is_in_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "benches", "crates", "tests", "standin", "powercut"] {
        collect(&root.join(folder), &mut files);
    }
    let empty = |path: &Path| {
        path.components().any(|part| {
            let stem = Path::new(part.as_os_str()).file_stem();
            stem.and_then(|it| it.to_str()).is_some_and(|stem| EMPTY_NAMES.contains(&stem))
        })
    };
    let breaches: Vec<String> = files
        .iter()
        .map(|file| file.strip_prefix(root).unwrap())
        .filter(|file| empty(file))
        .map(|file| file.display().to_string())
        .collect();
    none(&breaches);
}

#[test]
fn no_test_file_is_forgotten() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut breaches = Vec::new();
    for folder in ["tests", "standin/tests"] {
        let folder = root.join(folder);
        let mut files = Vec::new();
        collect(&folder, &mut files);
        let mut declared = BTreeSet::from([folder.join("main.rs")]);
        for file in &files {
            declared.extend(declared_in(file));
        }
        let forgotten = files.iter().filter(|file| !declared.contains(*file));
        breaches.extend(forgotten.map(|file| format!("{}: no `mod` for it", file.display())));
    }
    none(&breaches);
}

/// The files of the modules that a file declares.
fn declared_in(file: &Path) -> Vec<std::path::PathBuf> {
    let parsed = syn::parse_file(&fs::read_to_string(file).unwrap()).unwrap();
    let folder = file.parent().unwrap();
    let own = match file.file_stem().unwrap().to_str().unwrap() {
        "main" | "mod" => folder.to_owned(),
        stem => folder.join(stem),
    };
    let mut files = Vec::new();
    for item in parsed.items {
        let syn::Item::Mod(module) = item else { continue };
        let path = module.attrs.iter().find_map(|it| match &it.meta {
            syn::Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
                syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(path), .. }) => Some(path.value()),
                _ => None,
            },
            _ => None,
        });
        match path {
            Some(path) => files.push(folder.join(path)),
            None => files.extend([
                own.join(format!("{}.rs", module.ident)),
                own.join(module.ident.to_string()).join("mod.rs"),
            ]),
        }
    }
    files
}
