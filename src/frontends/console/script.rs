//! Lines from standard input without a terminal: each is echoed, then carried out. What is moved in
//! belongs to the form that the line before it opened.

use std::collections::VecDeque;
use std::io::{BufRead, Cursor};

use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

use crate::config::text;

/// How many lines are read ahead.
const AHEAD: usize = 64;

pub(super) struct Script {
    lines: mpsc::Receiver<String>,
    stop: CancellationToken,
    /// Lines that were looked at and not taken.
    next: VecDeque<String>,
    /// The number of the line that was taken last.
    pub(super) number: usize,
    /// Whether each line is shown before what comes of it.
    pub(super) echoed: bool,
}

/// A script in UTF-8 without a byte order mark. One in UTF-16, as an editor may save it, is read to its
/// end first.
fn plain(mut source: impl BufRead + Send + 'static) -> Box<dyn BufRead> {
    let start = source.fill_buf().unwrap_or_default();
    if start.starts_with(&[0xef, 0xbb, 0xbf]) {
        source.consume(3);
    } else if start.starts_with(&[0xff, 0xfe]) || start.starts_with(&[0xfe, 0xff]) {
        let mut all = Vec::new();
        if source.read_to_end(&mut all).is_ok() {
            return Box::new(Cursor::new(text::decoded(&all).unwrap_or_default().into_bytes()));
        }
    }
    Box::new(source)
}

impl Script {
    /// Reads from `source`, on a thread of its own: nothing interrupts a read from a pipe.
    pub(super) fn read(source: impl BufRead + Send + 'static, stop: CancellationToken) -> Self {
        let (sender, lines) = mpsc::channel(AHEAD);
        std::thread::spawn(move || {
            for line in plain(source).split(b'\n') {
                let Ok(line) = line else { break };
                let line = String::from_utf8_lossy(&line).trim_end_matches('\r').to_owned();
                if sender.blocking_send(line).is_err() {
                    break;
                }
            }
        });
        Self { lines, stop, next: VecDeque::new(), number: 0, echoed: true }
    }

    /// Lines that were given beforehand.
    pub(super) fn of(given: Vec<String>, stop: CancellationToken) -> Self {
        let (_, lines) = mpsc::channel(1);
        let next = given.iter().flat_map(|text| text.lines()).map(str::to_owned).collect();
        Self { lines, stop, next, number: 0, echoed: false }
    }

    /// The next line, or `None` at the end, and when it is time to stop.
    pub(super) async fn line(&mut self) -> Option<String> {
        let line = tokio::select! {
            biased;
            () = self.stop.cancelled() => None,
            line = async {
                match self.next.pop_front() {
                    Some(line) => Some(line),
                    None => self.lines.recv().await,
                }
            } => line,
        }?;
        self.number += 1;
        Some(line)
    }

    /// The lines that are moved in, without what moves them in; `None` if there are none.
    pub(super) async fn block(&mut self) -> Option<Vec<String>> {
        let mut block = Vec::new();
        let mut blank = Vec::new();
        while let Some(line) = self.line().await {
            if line.trim().is_empty() {
                blank.push(line);
            } else if is_moved_in(&line) {
                block.append(&mut blank);
                block.push(line);
            } else {
                blank.push(line);
                break;
            }
        }
        // What is no part of the block is read again.
        self.number -= blank.len();
        blank.into_iter().rev().for_each(|line| self.next.push_front(line));
        (!block.is_empty()).then(|| dedent(&block))
    }
}

/// Whether a line belongs to a form.
pub(super) fn is_moved_in(line: &str) -> bool {
    line.starts_with([' ', '\t']) && !line.trim().is_empty()
}

fn dedent(block: &[String]) -> Vec<String> {
    textwrap::dedent(&block.join("\n")).split('\n').map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_script_is_read_however_an_editor_saves_it() {
        let utf16 = |write: fn(u16) -> [u8; 2]| {
            "\u{feff}/quote\r\n".encode_utf16().flat_map(write).collect::<Vec<u8>>()
        };
        for bytes in [
            b"/quote\n".to_vec(),
            "\u{feff}/quote\r\n".as_bytes().to_vec(),
            utf16(u16::to_le_bytes),
            utf16(u16::to_be_bytes),
        ] {
            let mut script = Script::read(Cursor::new(bytes), CancellationToken::new());
            assert_eq!(script.line().await.as_deref(), Some("/quote"));
            assert_eq!(script.line().await, None);
        }
    }

    #[tokio::test]
    async fn a_form_takes_what_is_moved_in() {
        let text = "@ben 2\n  one\n\n    two\n\n/record\n  stray";
        let mut script = Script::read(std::io::Cursor::new(text), CancellationToken::new());
        assert_eq!(script.line().await.as_deref(), Some("@ben 2"));
        assert_eq!(script.block().await.unwrap(), ["one", "", "  two"]);
        assert_eq!(script.block().await, None);
        assert_eq!((script.line().await.as_deref(), script.number), (Some(""), 5));
        assert_eq!((script.line().await.as_deref(), script.number), (Some("/record"), 6));
        assert_eq!(script.block().await.unwrap(), ["stray"]);
        assert_eq!(script.line().await, None);
    }
}
