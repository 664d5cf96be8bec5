//! Keeps what is typed ahead or pasted. The line editor reads as much as there is and forgets, at the
//! end of a line, what it has not used; so it gets a terminal of its own as standard input, and what
//! follows a line goes there only once the editor asks for the next.

use std::fs::File;
use std::io::{self, Write};
use std::os::fd::OwnedFd;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::fs::{Mode, OFlags};
use rustix::io::{Errno, read};
use rustix::process::{Signal, getpid, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::stdio::{dup2_stdin, stdin};
use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, tcgetattr, tcsetattr,
};

/// How long an end of line is waited for that the editor took for something else.
const PATIENCE: Duration = Duration::from_secs(2);
/// What Ctrl-D sends.
const END: u8 = 4;
/// What a terminal sends around a paste that it marks.
const PASTE_BEGINS: &[u8] = b"\x1b[200~";
const PASTE_ENDS: &[u8] = b"\x1b[201~";

/// The terminal as somebody sits at it.
pub(super) struct TypeAhead {
    terminal: OwnedFd,
    as_found: Termios,
    /// Byte by byte, without an echo: while the editor reads.
    raw: Termios,
    /// Byte by byte, with an echo: while it does not.
    between: Termios,
    editor: Mutex<Reading>,
    changed: Condvar,
}

/// What the editor does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Reading {
    /// It reads a line.
    now: bool,
    /// How many lines it has begun, and those within a field of several lines.
    begun: u64,
}

/// What was typed, cut where the editor may end a line.
#[derive(Debug, Default)]
struct Pieces {
    /// A paste that the terminal marks is one piece with its lines.
    pasting: bool,
    last: Vec<u8>,
}

impl TypeAhead {
    /// Takes the terminal that is standard input, and gives the editor another.
    pub(super) fn open() -> io::Result<Arc<Self>> {
        let terminal = stdin().try_clone_to_owned()?;
        let as_found = tcgetattr(&terminal)?;
        let raw = raw(&as_found);
        let mut between = as_found.clone();
        between.local_modes -= LocalModes::ICANON;
        let ours = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY)?;
        grantpt(&ours)?;
        unlockpt(&ours)?;
        let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC;
        let editors = rustix::fs::open(ptsname(&ours, Vec::new())?, flags, Mode::empty())?;
        tcsetattr(&editors, OptionalActions::Now, &raw)?;
        dup2_stdin(&editors)?;
        let (editor, changed) = (Mutex::default(), Condvar::new());
        let ahead = Arc::new(Self { terminal, as_found, raw, between, editor, changed });
        let carrier = Arc::clone(&ahead);
        thread::spawn(move || carrier.carry(File::from(ours)));
        Ok(ahead)
    }

    /// The editor is about to read a line.
    pub(super) fn begin(&self) {
        self.set(&self.raw);
        let mut editor = self.editor();
        editor.now = true;
        editor.begun += 1;
        self.changed.notify_all();
    }

    /// The editor goes on with another line of the same field.
    pub(super) fn goes_on(&self) {
        self.editor().begun += 1;
        self.changed.notify_all();
    }

    /// The editor has read its line.
    pub(super) fn end(&self) {
        self.editor().now = false;
        self.set(&self.between);
    }

    /// Gives the terminal back as it was found.
    pub(super) fn give_back(&self) {
        self.set(&self.as_found);
    }

    fn editor(&self) -> MutexGuard<'_, Reading> {
        self.editor.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, modes: &Termios) {
        if tcsetattr(&self.terminal, OptionalActions::Now, modes).is_err() {
            tracing::debug!("the terminal does not change its mode");
        }
    }

    /// Carries what is typed to the editor, until the terminal is gone.
    fn carry(&self, mut editors: File) {
        let mut bytes = [0; 512];
        let mut pieces = Pieces::default();
        loop {
            let typed = match read(&self.terminal, &mut bytes) {
                Ok(0) => &[END][..],
                Ok(count) => bytes.get(..count).unwrap_or_default(),
                Err(Errno::INTR) => continue,
                Err(_) => return,
            };
            let mut rest = typed;
            while !rest.is_empty() {
                let (piece, ends_line) = pieces.next(rest);
                rest = rest.get(piece.len()..).unwrap_or_default();
                let begun = self.wait_until_it_reads();
                if piece == [self.as_found.special_codes[SpecialCodeIndex::VSUSP]] {
                    self.suspend();
                } else if editors.write_all(piece).is_err() {
                    return;
                }
                if ends_line {
                    self.wait_until_it_begins_after(begun);
                }
            }
        }
    }

    /// Gives how many lines the editor has begun.
    fn wait_until_it_reads(&self) -> u64 {
        let editor = self.changed.wait_while(self.editor(), |editor| !editor.now);
        editor.unwrap_or_else(PoisonError::into_inner).begun
    }

    fn wait_until_it_begins_after(&self, begun: u64) {
        let ends = |editor: &mut Reading| editor.now && editor.begun == begun;
        drop(self.changed.wait_timeout_while(self.editor(), PATIENCE, ends));
    }

    /// Gives the terminal back while the program is stopped with Ctrl-Z.
    fn suspend(&self) {
        self.set(&self.as_found);
        let stopped = kill_process(getpid(), Signal::TSTP);
        self.set(&self.raw);
        // The editor draws its line anew when the window changes.
        if stopped.and_then(|()| kill_process(getpid(), Signal::WINCH)).is_err() {
            tracing::debug!("the program cannot be stopped from the terminal");
        }
    }
}

impl Pieces {
    /// The first piece of what was typed, and whether the editor may end its line there.
    fn next<'t>(&mut self, typed: &'t [u8]) -> (&'t [u8], bool) {
        for (at, byte) in typed.iter().enumerate() {
            self.last.push(*byte);
            if self.last.len() > PASTE_BEGINS.len() {
                self.last.remove(0);
            }
            match self.last.as_slice() {
                PASTE_BEGINS => self.pasting = true,
                PASTE_ENDS => self.pasting = false,
                _ => {}
            }
            if !self.pasting && matches!(byte, b'\r' | b'\n') {
                return (typed.get(..=at).unwrap_or(typed), true);
            }
            // A key that ends the program, stops it or takes a line back is a piece by itself.
            let next_is_key = typed.get(at + 1).is_some_and(|next| *next < 0x1b && !is_line(*next));
            if !self.pasting && (next_is_key || *byte < 0x1b && !is_line(*byte)) {
                return (typed.get(..=at).unwrap_or(typed), false);
            }
        }
        (typed, false)
    }
}

fn is_line(byte: u8) -> bool {
    matches!(byte, b'\r' | b'\n')
}

fn raw(found: &Termios) -> Termios {
    let mut raw = found.clone();
    raw.make_raw();
    // What is printed goes to the same terminal.
    raw.output_modes = found.output_modes;
    raw
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_cut_at_its_lines_and_a_marked_paste_is_not() {
        let cut = |chunks: &[&str]| {
            let mut pieces = Pieces::default();
            let mut cut = Vec::new();
            for chunk in chunks {
                let mut rest = chunk.as_bytes();
                while !rest.is_empty() {
                    let (piece, _) = pieces.next(rest);
                    cut.push(String::from_utf8(piece.to_vec()).unwrap());
                    rest = &rest[piece.len()..];
                }
            }
            cut
        };
        assert_eq!(cut(&["/kept\r/quote\rhel"]), ["/kept\r", "/quote\r", "hel"]);
        assert_eq!(
            cut(&["\x1b[20", "0~one\rtwo\x1b[201~\r"]).concat(),
            "\x1b[200~one\rtwo\x1b[201~\r"
        );
        assert_eq!(cut(&["\x1b[200~one\rtwo\x1b[201~\rx"]).last().unwrap(), "x");
        assert_eq!(cut(&["\x1b[200~one\rtwo\x1b[201~\rx"]).len(), 2);
        assert_eq!(cut(&["ab\u{1a}c"]), ["ab", "\u{1a}", "c"]);
    }
}
