//! The console as somebody at a terminal has it: what is typed ahead, pasted, taken back, brought
//! back, and still open after a restart.

use std::fs;
use std::io::{Read, Write};
use std::os::fd::OwnedFd;
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rustix::fs::{Mode, OFlags};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};

use crate::console::program::ConsoleHarness;

const CTRL_C: &str = "\u{3}";
const CTRL_D: &str = "\u{4}";
const UP: &str = "\u{1b}[A";

/// A program at a terminal.
struct Terminal {
    keyboard: fs::File,
    screen: Arc<Mutex<String>>,
    child: Child,
    /// How much of the screen has been looked at.
    seen: usize,
}

impl Terminal {
    fn start(harness: &ConsoleHarness) -> Self {
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
        grantpt(&ours).unwrap();
        unlockpt(&ours).unwrap();
        let name = ptsname(&ours, Vec::new()).unwrap();
        let theirs: OwnedFd =
            rustix::fs::open(name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
        let size = Winsize { ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&theirs, size).unwrap();
        let end = || Stdio::from(theirs.try_clone().unwrap());
        let mut program = harness.console();
        program.envs([("TERM", "xterm"), ("NO_COLOR", "1")]);
        program.stdin(end()).stdout(end()).stderr(end());
        let child = program.spawn().unwrap();
        // The program's own ends are the only ones that are left.
        drop((program, theirs));
        let screen = Arc::new(Mutex::new(String::new()));
        let keyboard = fs::File::from(ours);
        let (mut output, shown) = (keyboard.try_clone().unwrap(), Arc::clone(&screen));
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                shown.lock().unwrap().push_str(&String::from_utf8_lossy(&bytes[..count]));
            }
        });
        Self { keyboard, screen, child, seen: 0 }
    }

    fn types(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
    }

    /// Waits until something is shown that was not there before, and gives all up to it.
    fn shows(&mut self, words: &str) -> String {
        let patience = Instant::now() + Duration::from_secs(30);
        loop {
            let screen = self.screen.lock().unwrap().clone();
            if let Some(at) = screen[self.seen..].find(words) {
                let until = self.seen + at + words.len();
                let shown = screen[self.seen..until].to_owned();
                self.seen = until;
                return shown;
            }
            assert!(Instant::now() < patience, "{words} is not in {:?}", &screen[self.seen..]);
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Leaves.
    fn leaves(mut self) {
        self.types(CTRL_D);
        let patience = Instant::now() + Duration::from_secs(30);
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return assert!(status.success());
            }
            let screen = self.screen.lock().unwrap();
            assert!(Instant::now() < patience, "it does not end: {:?}", &screen[self.seen..]);
            drop(screen);
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

#[test]
fn nothing_that_is_typed_ahead_or_pasted_is_lost() {
    let harness = ConsoleHarness::new();
    let mut terminal = Terminal::start(&harness);
    // As a terminal sends a paste that it does not mark.
    terminal.types("/theme name:power\r/kept\r@ana I think so.\r/quote work:thoreau\r");
    terminal.shows("Ask a question");
    terminal.shows("None yet");
    terminal.shows("message 1");
    terminal.shows("Civil Disobedience");
    // As one that marks it does.
    terminal.types("\u{1b}[200~/theme name:liberty\n/kept\nSo do I.\u{1b}[201~\r");
    terminal.shows("Ask a question");
    terminal.shows("None yet");
    terminal.shows("message 2");
    // The answer to a form is typed before the form is there.
    terminal.types(
        "/question theme:power\r@ben press Answer\rOne line.\rAnother.\r\r\r/record theme:power\r",
    );
    let record = terminal.shows("1 question");
    assert!(record.contains("One line.") && record.contains("Another."), "{record}");
    terminal.leaves();
}

#[test]
fn the_arrow_brings_back_what_was_said_and_the_file_does_not_hold_it() {
    let harness = ConsoleHarness::new();
    let mut terminal = Terminal::start(&harness);
    terminal.types("/theme name:power\r");
    terminal.shows("Ask a question");
    terminal.types("/answer text:\"Five minutes of work\"\r");
    terminal.shows("No question is open");
    terminal.shows("›");
    terminal.types(UP);
    terminal.shows("Five minutes of work");
    // Ctrl-C takes it back; it does not leave.
    terminal.types(CTRL_C);
    terminal.types("/kept\r");
    let since = terminal.shows("None yet");
    assert!(!since.contains("leaves"), "{since}");
    terminal.leaves();
    let history = fs::read_to_string(harness.path("commonplace.db.history")).unwrap();
    assert!(
        history.contains("/theme name:power") && !history.contains("Five minutes"),
        "{history}"
    );
}

#[test]
fn after_a_restart_what_is_open_is_shown_with_its_buttons() {
    let harness = ConsoleHarness::new();
    let mut terminal = Terminal::start(&harness);
    terminal.shows("Ctrl-D leaves");
    terminal.types("/question theme:power\r");
    terminal.shows("Close");
    terminal.leaves();

    let mut terminal = Terminal::start(&harness);
    let shown = terminal.shows("Close");
    assert!(shown.contains("still open") && shown.contains("[1]"), "{shown}");
    assert!(!shown.contains("Ctrl-D leaves"), "the welcome is for the first time: {shown}");
    terminal.types("@ana 1\rBy its number.\r\r\r");
    terminal.shows("Your answer is recorded");
    terminal.leaves();

    // A script finds it by its label.
    let said = harness.plays("@ben press Answer\n  By its label.\n/record theme:power\n");
    assert!(said.contains("By its number.") && said.contains("By its label."), "{said}");
}

#[test]
fn a_word_that_is_a_command_is_one() {
    let harness = ConsoleHarness::new();
    let said =
        harness.plays("help\nquote\ndaily list\nquote work:thoreau\n/theme power\nhelp me\n");
    assert!(said.contains("/seminar") && said.contains("None yet"), "{said}");
    assert!(said.contains("Power") && said.contains("Civil Disobedience"), "{said}");
    // Words that go on are said.
    assert_eq!(said.matches("message 1").count(), 1, "{said}");
    assert!(said.contains("Posted as a message. Did you mean /help?"), "{said}");
}

#[test]
fn lines_on_the_command_line_are_carried_out() {
    let harness = ConsoleHarness::new();
    let mut program = harness.program(&["console", "-c", "/theme power", "-c", "/kept"]);
    let ran = crate::console::program::run(&mut program, "");
    assert_eq!((ran.code, ran.err.as_str()), (Some(0), ""), "{}", ran.out);
    assert!(ran.out.contains("Power") && ran.out.contains("None yet"), "{}", ran.out);
    assert!(!ran.out.contains("/kept"), "nothing is echoed: {}", ran.out);
    let mut program = harness.program(&["console", "-c", "/nonsense"]);
    let ran = crate::console::program::run(&mut program, "");
    assert_eq!(ran.code, Some(1), "{}", ran.out);
}

#[test]
fn without_a_token_and_without_a_line_it_says_so() {
    let harness = ConsoleHarness::new();
    let ran = crate::console::program::run(&mut harness.program(&[]), "");
    assert_eq!((ran.code, ran.out.as_str()), (Some(0), ""));
    assert!(ran.err.starts_with("DISCORD_TOKEN is not set"), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    // A script that is empty on purpose is no mistake.
    assert_eq!(crate::console::program::run(&mut harness.program(&["console"]), "").err, "");
}

#[test]
fn a_level_of_the_log_is_no_flood_of_statements() {
    let harness = ConsoleHarness::new();
    for level in ["debug", "trace", "warn,commonplace=debug"] {
        let mut program = harness.console();
        let ran =
            crate::console::program::run(program.env("COMMONPLACE_LOG", level), "/quote\n/kept\n");
        assert!(!ran.err.contains("sqlx"), "{level}: {}", ran.err);
    }
    let mut program = harness.console();
    let ran =
        crate::console::program::run(program.env("COMMONPLACE_LOG", "sqlx=debug"), "/quote\n");
    assert!(ran.err.contains("sqlx"), "{}", ran.err);
}
