//! Lines from a terminal, edited, completed and remembered. The editor blocks, so it has a thread.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;

use rustyline::config::{BellStyle, CompletionType};
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{Config, Editor};
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use super::input_line::{self, Action};
use super::line_editor::{Assist, Typing};
use super::screen::Screen;

/// What somebody did at the terminal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typed {
    /// Wrote this.
    Invocation(String),
    /// Pressed Ctrl-C.
    Interrupted,
    /// Pressed Ctrl-D, or the terminal is gone.
    End,
}

pub(super) struct Terminal {
    asks: mpsc::Sender<Ask>,
    stop: CancellationToken,
    /// A line is being typed, so the terminal is in the editor's hands.
    typing: AtomicBool,
    #[cfg(unix)]
    as_found: Option<rustix::termios::Termios>,
}

struct Ask {
    prompt: String,
    typing: Typing,
    before: String,
    answer: oneshot::Sender<Typed>,
}

impl Terminal {
    /// Opens the editor; `screen` prints around what is typed from here on.
    pub(super) fn open(
        assist: Assist,
        history: PathBuf,
        screen: &Screen,
        stop: CancellationToken,
    ) -> rustyline::Result<Self> {
        let config = Config::builder()
            .completion_type(CompletionType::List)
            .bell_style(BellStyle::None)
            .max_history_size(1_000)?
            .history_ignore_dups(true)?
            .build();
        let mut editor: Editor<Assist, DefaultHistory> = Editor::with_config(config)?;
        editor.set_helper(Some(assist));
        if let Ok(printer) = editor.create_external_printer() {
            screen.print_around(Box::new(printer));
        }
        let (asks, asked) = mpsc::channel();
        std::thread::spawn(move || serve(editor, &asked, &history));
        Ok(Self {
            asks,
            stop,
            typing: AtomicBool::new(false),
            #[cfg(unix)]
            as_found: rustix::termios::tcgetattr(io::stdin()).ok(),
        })
    }

    /// Asks for a line that starts with `before`. Ends when it is time to stop.
    pub(super) async fn line(&self, prompt: String, typing: Typing, before: &str) -> Typed {
        let (answer, answered) = oneshot::channel();
        let ask = Ask { prompt, typing, before: before.to_owned(), answer };
        if self.stop.is_cancelled() || self.asks.send(ask).is_err() {
            return Typed::End;
        }
        self.typing.store(true, Ordering::Relaxed);
        let typed = tokio::select! {
            typed = answered => typed.unwrap_or(Typed::End),
            // The editor still has the terminal.
            () = self.stop.cancelled() => return Typed::End,
        };
        self.typing.store(false, Ordering::Relaxed);
        typed
    }
}

impl Drop for Terminal {
    /// The editor cannot be called off in the middle of a line; so the terminal is taken out of its
    /// hands, for whoever uses it next.
    fn drop(&mut self) {
        if !self.typing.load(Ordering::Relaxed) {
            return;
        }
        #[cfg(unix)]
        if let Some(as_found) = &self.as_found {
            use rustix::termios::{OptionalActions, tcsetattr};
            if tcsetattr(io::stdin(), OptionalActions::Now, as_found).is_err() {
                tracing::debug!("the terminal was left as the editor had it");
            }
        }
        // The editor had asked for pastes to be marked.
        println!("\u{1b}[?2004l");
    }
}

fn serve(mut editor: Editor<Assist, DefaultHistory>, asked: &mpsc::Receiver<Ask>, history: &Path) {
    // There is none at the first start.
    let _ = editor.load_history(history);
    while let Ok(Ask { prompt, typing, before, answer }) = asked.recv() {
        if let Some(assist) = editor.helper_mut() {
            assist.typing = typing;
        }
        let plain = anstream::adapter::strip_str(&prompt).to_string();
        let typed = match editor.readline_with_initial(&(plain, prompt), (&before, "")) {
            Ok(line) => Typed::Invocation(line),
            Err(ReadlineError::Interrupted) => Typed::Interrupted,
            Err(_) => Typed::End,
        };
        if let Typed::Invocation(line) = &typed
            && typing == Typing::Command
            && may_be_kept(line)
        {
            let added = editor.add_history_entry(line.as_str());
            if added.unwrap_or_default() && editor.append_history(history).is_err() {
                tracing::debug!("the history cannot be written");
            }
        }
        if answer.send(typed).is_err() {
            return;
        }
    }
}

/// Whether a line may stand in the history's file. What a member answers belongs in the database
/// alone, where it can be withdrawn and erased; who pressed a button is nobody's business, and its
/// number means nothing later.
fn may_be_kept(line: &str) -> bool {
    let private = |command: &str| command.contains("text:") || command.contains("answer");
    matches!(input_line::read(line).map(|entry| entry.action), Ok(Action::Command(it)) if !private(&it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_stay_out_of_the_history() {
        assert!(may_be_kept("@ana /quote theme:power"));
        assert!(!may_be_kept("@ana /answer text:\"I think\""));
        assert!(!may_be_kept("/question text:\"Why?\""));
        assert!(!may_be_kept("@ben press Answer anonymously"));
        assert!(!may_be_kept("@ben 2"));
        assert!(!may_be_kept("  "));
    }
}
