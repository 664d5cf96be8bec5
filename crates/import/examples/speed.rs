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
    let busy_before = processor();
    let start = Instant::now();
    let stages: Mutex<Vec<(Stage, f64, f64)>> = Mutex::new(Vec::new());
    let progress = |stage| {
        if let Ok(mut stages) = stages.lock() {
            let most = memory("VmHWM:").unwrap_or_default();
            stages.push((stage, start.elapsed().as_secs_f64(), most));
        }
    };
    let given = Given { name: &name, bytes: &bytes };
    let options = Options { themes: &themes, progress: Some(&progress), ..Options::default() };
    match import(&given, &options) {
        Ok(imported) => println!("{} paragraphs", imported.paragraphs.len()),
        Err(refusal) => println!("refused: {refusal}"),
    }
    let seconds = start.elapsed().as_secs_f64();
    // On a machine that does other things as well the time of the processor says more.
    let size = bytes.len() as f64 / MB as f64;
    if let (Some(before), Some(after)) = (busy_before, processor()) {
        let busy = after - before;
        println!("{busy:.2} s of the processor, {:.1} MB/s", size / busy);
    }
    println!("{seconds:.2} s, {:.1} MB/s", size / seconds);
    if let Ok(stages) = stages.lock() {
        let last = (seconds, memory("VmHWM:").unwrap_or_default());
        let ends = stages.iter().skip(1).map(|(_, at, most)| (*at, *most)).chain([last]);
        for ((stage, from, _), (to, most)) in stages.iter().zip(ends) {
            println!("{:6.3} s, then {most:5.1} MB  {}", to - from, stage.name());
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
    let mut text = String::with_capacity(size + 1_000);
    while text.len() < size {
        let mut column = 0;
        for _ in 0..3 + next(7) {
            let length = 6 + next(24);
            for index in 0..length {
                let word = WORDS.get(next(WORDS.len())).copied().unwrap_or_default();
                let (first, rest) = word.split_at_checked(1).unwrap_or((word, ""));
                if column > 0 {
                    let is_full = column + word.len() > 70;
                    text.push(if is_full { '\n' } else { ' ' });
                    column = if is_full { 0 } else { column };
                }
                text.push_str(&if index == 0 { first.to_uppercase() } else { first.to_owned() });
                text.push_str(rest);
                column += word.len() + 1;
            }
            text.push('.');
        }
        text.push_str("\n\n");
    }
    text
}

/// The time that this process has been at work, as Linux counts it.
fn processor() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let ticks: f64 = stat.rsplit_once(')')?.1.split_whitespace().nth(11)?.parse().ok()?;
    Some(ticks / 100.0)
}

/// A line of what Linux says of this process, in megabytes.
fn memory(key: &str) -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(key))?;
    let kilobytes: f64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1024.0)
}
