//! Counts the instructions of a handful of operations and compares them with `instructions.toml`:
//! a count does not depend on what else the machine does, so a slow regression of a few percent
//! shows.
//!
//!     cargo run --profile counts -p benches --bin instructions
//!
//! fails if an operation takes more than it did. `UPDATE_INSTRUCTIONS=1` accepts what it takes now.
//! Valgrind counts; the program starts itself again under it. That is less than a framework for it
//! (gungraun) would take, whose runner each machine has to install in the same version.

mod figures;
mod operations;

use std::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use figures::{Count, Figures};

/// What makes valgrind write down what it has counted: the name of `mark_operation`,
/// however the compiler spells it.
const MARK: &str = "*mark_operation*";

/// The argument that it starts itself with.
const OPERATE: &str = "operate";

fn main() -> Result<ExitCode, Box<dyn Error>> {
    if std::env::args().nth(1).as_deref() == Some(OPERATE) {
        operations::run();
        return Ok(ExitCode::SUCCESS);
    }
    let now = Figures { rustc: rustc()?, counts: counts()? };
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("instructions.toml");
    if std::env::var_os("UPDATE_INSTRUCTIONS").is_some() {
        std::fs::write(&file, now.text())?;
        println!("{} is up to date.", file.display());
        return Ok(ExitCode::SUCCESS);
    }
    let before = Figures::read(&std::fs::read_to_string(&file)?)?;
    let (table, moved) = figures::compare(&before, &now);
    print!("{table}");
    Ok(if moved { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// How often everything is counted; the least of each operation holds. The store does some work only
/// now and then, which falls within an operation in one run and not in the next.
const RUNS: usize = 4;

/// How many instructions each operation takes once.
fn counts() -> Result<Vec<Count>, Box<dyn Error>> {
    let mut counts = counted()?;
    for _ in 1..RUNS {
        for (count, again) in counts.iter_mut().zip(counted()?) {
            count.instructions = count.instructions.min(again.instructions);
        }
    }
    Ok(counts)
}

/// The counts of one run.
fn counted() -> Result<Vec<Count>, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let out = folder.path().join("counted");
    let mut argument = OsString::from("--callgrind-out-file=");
    argument.push(&out);
    let status = Command::new("valgrind")
        .args(["-q", "--tool=callgrind"])
        .arg(format!("--dump-before={MARK}"))
        .arg(argument)
        .arg(std::env::current_exe()?)
        .arg(OPERATE)
        .status()
        .map_err(|error| format!("valgrind does not start: {error}"))?;
    if !status.success() {
        return Err(format!("the operations failed: {status}").into());
    }
    if let Some(kept) = std::env::var_os("KEEP_COUNTS") {
        keep(folder.path(), Path::new(&kept))?;
    }
    // Each operation stands between two marks, and what prepares it before the first of them.
    let files = operations::NAMES.iter().zip((2..).step_by(2));
    files
        .map(|((name, times), number)| {
            let instructions = total(&out.with_extension(number.to_string()))?;
            Ok(Count { name: (*name).to_owned(), instructions: instructions / times })
        })
        .collect()
}

/// Keeps what valgrind wrote, for `callgrind_annotate`.
fn keep(from: &Path, to: &Path) -> std::io::Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        std::fs::copy(entry.path(), to.join(entry.file_name()))?;
    }
    Ok(())
}

/// What a file of valgrind's says was counted in all.
fn total(file: &PathBuf) -> Result<u64, Box<dyn Error>> {
    let text =
        std::fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let total = text.lines().find_map(|line| line.strip_prefix("totals: ")).ok_or("no total")?;
    Ok(total.trim().parse()?)
}

/// The compiler: another one makes other instructions.
fn rustc() -> Result<String, Box<dyn Error>> {
    let output = Command::new("rustc").arg("--version").output()?;
    let version = String::from_utf8(output.stdout)?;
    Ok(format!("{} on {}", version.trim(), std::env::consts::ARCH))
}
