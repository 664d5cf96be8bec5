//! No two files of one folder import each other, directly or through others.

use std::collections::{BTreeMap, BTreeSet};

use super::none;
use super::source::{Source, sources};

/// Files of one folder that import each other, and why: the folder, the files and the reason.
const EXCEPTIONS: &[(&str, &[&str], &str)] = &[
    (
        "messages",
        &["queue", "rating", "round", "seminar", "statement"],
        "a card shows what belongs to it: a round its ratings and statement, a seminar its rounds",
    ),
    ("outbox", &["outcome", "publish"], "an attempt, and what it means"),
];

/// Which file of a folder imports which others of it.
type Graph = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_two_files_of_a_folder_import_each_other() {
    let mut breaches = Vec::new();
    let mut used = BTreeSet::new();
    for (folder, graph) in graphs(&sources("src")) {
        for circle in circles(&graph) {
            let excepted =
                |(place, files, _): &(&str, &[&str], &str)| *place == folder && *files == circle;
            match EXCEPTIONS.iter().position(excepted) {
                Some(at) => {
                    used.insert(at);
                }
                None => breaches.push(format!("src/{folder}: {}", circle.join(" ⇄ "))),
            }
        }
    }
    let idle = (0..EXCEPTIONS.len()).filter(|at| !used.contains(at));
    breaches.extend(idle.map(|at| format!("no circle needs the exception {:?}", EXCEPTIONS[at])));
    none(&breaches);
}

#[test]
fn a_circle_is_found() {
    let found = |files: &[(&str, &str)]| {
        let sources: Vec<Source> =
            files.iter().map(|(path, text)| Source::read(path, text)).collect();
        graphs(&sources).values().flat_map(circles).collect::<Vec<_>>()
    };
    assert_eq!(
        found(&[
            ("store/a.rs", "use super::b::B;"),
            ("store/b.rs", "fn f() { super::c::g() }"),
            ("store/c/mod.rs", "mod d;"),
            ("store/c/d.rs", "use crate::store::{a::A, row};"),
            ("store/row.rs", ""),
        ]),
        [["a", "b", "c"]],
    );
    assert!(
        found(&[
            ("store/mod.rs", "mod a; use self::a::A;"),
            ("store/a.rs", "use super::{Store, b::B};"),
            ("store/b.rs", "#[cfg(test)] mod tests { use super::super::a::A; }"),
        ])
        .is_empty()
    );
}

/// The graph of each folder, by its path; "" is `src` itself.
fn graphs(sources: &[Source]) -> BTreeMap<String, Graph> {
    let modules: Vec<(Vec<&str>, &Source)> =
        sources.iter().map(|source| (module(&source.path), source)).collect();
    let known: BTreeSet<Vec<&str>> = modules.iter().map(|(path, _)| path.clone()).collect();
    let mut graphs: BTreeMap<String, Graph> = BTreeMap::new();
    for (from, source) in &modules {
        for import in &source.imports {
            let Some(to) = absolute(from, import, &known) else { continue };
            // Where the two paths part, two files of one folder meet.
            let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
            if let (Some(a), Some(b)) = (from.get(shared), to.get(shared)) {
                let graph = graphs.entry(from[..shared].join("/")).or_default();
                graph.entry((*a).to_owned()).or_default().insert((*b).to_owned());
            }
        }
    }
    graphs
}

/// "store/rounds/mod.rs" is `store::rounds`.
fn module(path: &str) -> Vec<&str> {
    path.trim_end_matches(".rs").split('/').filter(|part| *part != "mod").collect()
}

/// The module that a path leads to, if it is one of ours.
fn absolute<'a>(
    from: &[&'a str],
    import: &'a str,
    known: &BTreeSet<Vec<&'a str>>,
) -> Option<Vec<&'a str>> {
    let mut at = from.to_vec();
    let mut parts = import.split("::").peekable();
    match parts.peek() {
        Some(&"crate") => {
            parts.next();
            at.clear();
        }
        Some(&"super") => {}
        _ => return None,
    }
    while parts.next_if_eq(&"super").is_some() {
        at.pop()?;
    }
    for part in parts {
        at.push(part);
        if !known.contains(&at) && !known.iter().any(|it| it.starts_with(&at)) {
            at.pop();
            break;
        }
    }
    Some(at)
}

/// The files that reach each other, each circle in order.
fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let reach: BTreeMap<&String, BTreeSet<&String>> =
        graph.keys().map(|file| (file, reached(graph, file))).collect();
    let mut circles = BTreeSet::new();
    for (file, reached) in &reach {
        if reached.contains(file) {
            let back = |other: &&&String| reach.get(**other).is_some_and(|it| it.contains(file));
            circles.insert(reached.iter().filter(back).map(|it| (*it).clone()).collect::<Vec<_>>());
        }
    }
    circles.into_iter().collect()
}

fn reached<'g>(graph: &'g Graph, from: &String) -> BTreeSet<&'g String> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&String> = graph[from].iter().collect();
    while let Some(file) = next.pop() {
        if reached.insert(file) {
            next.extend(graph.get(file).into_iter().flatten());
        }
    }
    reached
}
