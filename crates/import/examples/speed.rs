//! How fast the importer is, and how much memory it takes:
//!
//!     cargo run --release -p commonplace-import --example speed -- FILE
//!
//! Without a file it imports ten megabytes of prose that it makes itself.

#![allow(clippy::print_stdout, reason = "it is a program of its own")]

use std::fs;
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;

use commonplace_import::{Given, Options, Stage, import};
use domain::Theme;

const MB: usize = 1024 * 1024;

fn main() -> ExitCode {
    let (name, bytes) = match std::env::args().nth(1) {
        None => ("made.txt".to_owned(), made(10 * MB).into_bytes()),
        Some(file) => match fs::read(&file) {
            Ok(bytes) => (file, bytes),
            Err(error) => {
                println!("{file}: {error}");
                return ExitCode::FAILURE;
            }
        },
    };
    let themes =
        [("power", "power"), ("work", "labour"), ("roads", "road")].map(|(id, term)| Theme {
            id: id.to_owned(),
            name: id.to_owned(),
            about: String::new(),
            terms: vec![term.to_owned()],
        });
    let before = memory("VmHWM:");
    let start = Instant::now();
    let stages: Mutex<Vec<(Stage, f64)>> = Mutex::new(Vec::new());
    let progress = |stage| {
        if let Ok(mut stages) = stages.lock() {
            stages.push((stage, start.elapsed().as_secs_f64()));
        }
    };
    let given = Given { name: &name, bytes: &bytes };
    let options = Options { themes: &themes, progress: Some(&progress), ..Options::default() };
    match import(&given, &options) {
        Ok(imported) => println!("{} paragraphs", imported.paragraphs.len()),
        Err(refusal) => println!("refused: {refusal}"),
    }
    let seconds = start.elapsed().as_secs_f64();
    let size = bytes.len() as f64 / MB as f64;
    println!("{seconds:.2} s, {:.1} MB/s", size / seconds);
    if let Ok(stages) = stages.lock() {
        let ends = stages.iter().skip(1).map(|(_, at)| *at).chain([seconds]);
        for ((stage, from), to) in stages.iter().zip(ends) {
            println!("{:6.3} s  {}", to - from, stage.name());
        }
    }
    if let (Some(before), Some(after)) = (before, memory("VmHWM:")) {
        println!(
            "{:.1} MB at most, {:.1} before: {:.1} times the file",
            after,
            before,
            (after - before) / size
        );
    }
    ExitCode::SUCCESS
}

/// Prose of common words, in lines as an electronic library sets them.
fn made(size: usize) -> String {
    const WORDS: &[&str] = &[
        "the",
        "of",
        "and",
        "road",
        "that",
        "power",
        "which",
        "people",
        "in",
        "labour",
        "was",
        "to",
        "nobody",
        "keeps",
        "a",
        "winter",
        "for",
        "themselves",
        "under",
        "harbour",
        "because",
        "stone",
        "with",
        "common",
        "they",
        "who",
        "bridge",
        "never",
        "built",
        "letters",
        "by",
        "evening",
        "council",
        "without",
        "orders",
        "from",
        "carried",
        "far",
        "inland",
        "when",
        "snow",
        "fell",
    ];
    let mut seed = 7_u64;
    let mut next = |most: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % most
    };
    let mut text = String::with_capacity(size + 100);
    while text.len() < size {
        let mut column = 0;
        for _ in 0..4 + next(6) {
            for index in 0..8 + next(20) {
                let word = WORDS.get(next(WORDS.len())).copied().unwrap_or_default();
                let end = if column + word.len() > 68 { "\n" } else { " " };
                column = if end == "\n" { 0 } else { column + word.len() + 1 };
                if index > 0 || column > 1 {
                    text.push_str(end);
                }
                if index == 0 {
                    text.push_str(&word.get(..1).unwrap_or_default().to_uppercase());
                    text.push_str(word.get(1..).unwrap_or_default());
                } else {
                    text.push_str(word);
                }
            }
            text.push('.');
        }
        text.push_str("\n\n");
    }
    text
}

/// A line of what Linux says of this process, in megabytes.
fn memory(key: &str) -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    let kilobytes: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1024.0)
}
