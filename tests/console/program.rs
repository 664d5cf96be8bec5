//! Runs the real program on a script, in a folder of its own.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};

use tempfile::TempDir;

/// A folder with a database in it.
pub(crate) struct ConsoleHarness {
    dir: TempDir,
    /// Each run draws differently, as it does outside of tests.
    runs: AtomicU64,
}

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: Option<i32>,
}

impl ConsoleHarness {
    pub(crate) fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap(), runs: AtomicU64::new(0) }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// The program with nothing of this machine's environment.
    pub(crate) fn program(&self, arguments: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_commonplace"));
        program
            .args(arguments)
            .current_dir(self.dir.path())
            .env_clear()
            .env("TZ", "UTC")
            .env("COMMONPLACE_CORPUS_DIR", book())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        program
    }

    /// The console, at a time that stands still: in each run a day later.
    pub(crate) fn console(&self) -> Command {
        let run = self.runs.fetch_add(1, Ordering::Relaxed);
        let now = format!("2026-05-{:02}T18:00:00Z", run + 1);
        self.program(&["console", "--seed", &run.to_string(), "--now", &now])
    }

    /// Plays a script. What moves all of its lines in is left out.
    pub(crate) fn play(&self, script: &str) -> Ran {
        let script = textwrap::dedent(script);
        run(&mut self.console(), script.trim_start_matches('\n'))
    }

    /// The same with the book that ships, at a time and with a seed that stand still.
    pub(crate) fn plays_of_the_book(&self, script: &str) -> String {
        let ran = self.play_of_the_book(script);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
        ran.out
    }

    /// The same where some lines are to be refused.
    pub(crate) fn play_of_the_book(&self, script: &str) -> Ran {
        let arguments = ["console", "--seed", "8", "--now", "2026-05-01T18:00:00Z"];
        run(self.program(&arguments).env_remove("COMMONPLACE_CORPUS_DIR"), script)
    }

    /// Plays a script in which every line has to succeed, and gives what was printed.
    pub(crate) fn plays(&self, script: &str) -> String {
        let ran = self.play(script);
        assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
        ran.out
    }
}

/// The little book of the tests.
fn book() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/console/book")
}

pub(crate) fn start(program: &mut Command) -> Child {
    program.spawn().unwrap()
}

pub(crate) fn run(program: &mut Command, input: &str) -> Ran {
    let mut child = start(program);
    let mut stdin = child.stdin.take().unwrap();
    // A program that refuses to start reads nothing.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    Ran::of(child.wait_with_output().unwrap())
}

impl Ran {
    fn of(output: Output) -> Self {
        Self {
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
            code: output.status.code(),
        }
    }

    /// What a run that did not even start said: nothing on standard output, and no Rust.
    pub(crate) fn complaint(&self) -> &str {
        assert!(matches!(self.code, Some(1 | 78)), "{self:?}");
        assert_eq!(self.out, "");
        assert!(!self.err.contains("Error {") && !self.err.contains("panicked"), "{}", self.err);
        self.err.trim_end()
    }
}
