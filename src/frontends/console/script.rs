//! Lines from standard input without a terminal: each is echoed, then carried out. What is moved in
//! belongs to the form that the line before it opened.

use std::collections::VecDeque;
use std::io::BufRead;

use tokio::sync::mpsc;
use tokio_util::sync::CancellationToken;

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

impl Script {
    /// Reads from `source`, on a thread of its own: nothing interrupts a read from a pipe.
    pub(super) fn read(source: impl BufRead + Send + 'static, stop: CancellationToken) -> Self {
        let (sender, lines) = mpsc::channel(AHEAD);
        std::thread::spawn(move || {
            for line in source.split(b'\n') {
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
