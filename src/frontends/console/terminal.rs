//! Lines from a terminal, edited, completed and remembered. The editor blocks, so it has a thread.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};

use rustyline::config::{BellStyle, CompletionType};
use rustyline::error::ReadlineError;
use rustyline::history::{FileHistory, History};
use rustyline::{
    Cmd, ConditionalEventHandler, Config, Editor, Event, EventContext, EventHandler, KeyEvent,
    Movement, RepeatCount,
};
use tokio::sync::oneshot;
use tokio_util::sync::CancellationToken;

use super::input_line::{self, Action};
use super::line_editor::{Assist, Typing};
use super::screen::Screen;
#[cfg(unix)]
use super::type_ahead::TypeAhead;

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
    /// Lines that were pasted together with the one before.
    pasted: VecDeque<String>,
    #[cfg(unix)]
    ahead: Option<Arc<TypeAhead>>,
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
        #[cfg(unix)]
        let ahead = type_ahead();
        let mut editor: Editor<Assist, FileHistory> = Editor::with_config(config.clone())?;
        #[cfg(unix)]
        let assist = assist.told(ahead.clone());
        editor.set_helper(Some(assist));
        let in_form = Arc::new(AtomicBool::new(false));
        let clear = EventHandler::Conditional(Box::new(ClearLine(Arc::clone(&in_form))));
        editor.bind_sequence(Event::from(KeyEvent::ctrl('C')), clear);
        if let Ok(printer) = editor.create_external_printer() {
            screen.print_around(Box::new(printer));
        }
        let (asks, asked) = mpsc::channel();
        let desk = Desk {
            editor,
            in_form,
            kept: FileHistory::with_config(&config),
            #[cfg(unix)]
            ahead: ahead.clone(),
        };
        std::thread::spawn(move || desk.serve(&asked, &history));
        Ok(Self {
            asks,
            stop,
            typing: AtomicBool::new(false),
            pasted: VecDeque::new(),
            #[cfg(unix)]
            ahead,
        })
    }

    /// Asks for a line that starts with `before`. Ends when it is time to stop.
    pub(super) async fn line(&mut self, prompt: String, typing: Typing, before: &str) -> Typed {
        if let Some(line) = self.next_pasted(typing) {
            anstream::println!("{prompt}{line}");
            return Typed::Invocation(line);
        }
        let typed = self.ask(prompt, typing, before).await;
        match typed {
            Typed::Invocation(line) if typing == Typing::Command => {
                self.pasted = input_line::lines(&line).map(str::to_owned).collect();
                Typed::Invocation(self.pasted.pop_front().unwrap_or_default())
            }
            Typed::Interrupted | Typed::End => {
                self.pasted.clear();
                typed
            }
            typed @ Typed::Invocation(_) => typed,
        }
    }

    /// The next line that was pasted; for a field of several lines all up to an empty one.
    fn next_pasted(&mut self, typing: Typing) -> Option<String> {
        let mut line = self.pasted.pop_front()?;
        while typing == Typing::Lines
            && let Some(next) = self.pasted.pop_front()
            && !matches!(next.trim(), "" | ".")
        {
            line = format!("{line}\n{next}");
        }
        Some(line)
    }

    async fn ask(&self, prompt: String, typing: Typing, before: &str) -> Typed {
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
        #[cfg(unix)]
        if let Some(ahead) = &self.ahead {
            ahead.give_back();
        }
        if !self.typing.load(Ordering::Relaxed) {
            return;
        }
        // The editor had asked for pastes to be marked.
        println!("\u{1b}[?2004l");
    }
}

/// Keeps the keyboard, unless the terminal is so plain that the editor does not edit.
#[cfg(unix)]
fn type_ahead() -> Option<Arc<TypeAhead>> {
    let plain = ["dumb", "cons25", "emacs"];
    let terminal = std::env::var("TERM").unwrap_or_default();
    if plain.iter().any(|name| name.eq_ignore_ascii_case(&terminal)) {
        return None;
    }
    let opened = TypeAhead::open();
    opened.inspect_err(|error| tracing::debug!(%error, "what is typed ahead may be lost")).ok()
}

/// Ctrl-C in a command takes back what was typed so far; it leaves only an empty line.
struct ClearLine(Arc<AtomicBool>);

impl ConditionalEventHandler for ClearLine {
    fn handle(
        &self,
        _: &Event,
        _: RepeatCount,
        _: bool,
        context: &EventContext<'_>,
    ) -> Option<Cmd> {
        let clears = !self.0.load(Ordering::Relaxed) && !context.line().is_empty();
        clears.then_some(Cmd::Kill(Movement::WholeBuffer))
    }
}

/// Where lines are typed.
struct Desk {
    editor: Editor<Assist, FileHistory>,
    in_form: Arc<AtomicBool>,
    /// What of the history is in the file.
    kept: FileHistory,
    #[cfg(unix)]
    ahead: Option<Arc<TypeAhead>>,
}

impl Desk {
    fn serve(mut self, asked: &mpsc::Receiver<Ask>, history: &Path) {
        // There is none at the first start.
        let _ = self.editor.load_history(history).and_then(|()| self.kept.load(history));
        while let Ok(Ask { prompt, typing, before, answer }) = asked.recv() {
            if let Some(assist) = self.editor.helper_mut() {
                assist.typing = typing;
            }
            self.in_form.store(typing != Typing::Command, Ordering::Relaxed);
            let plain = anstream::adapter::strip_str(&prompt).to_string();
            let typed = match self.read(plain, prompt, &before) {
                Ok(line) => Typed::Invocation(line),
                Err(ReadlineError::Interrupted) => Typed::Interrupted,
                Err(_) => Typed::End,
            };
            if let (Typed::Invocation(line), Typing::Command) = (&typed, typing) {
                self.remember(line, history);
            }
            if answer.send(typed).is_err() {
                return;
            }
        }
    }

    fn read(&mut self, plain: String, prompt: String, before: &str) -> rustyline::Result<String> {
        #[cfg(unix)]
        if let Some(ahead) = &self.ahead {
            ahead.begin();
        }
        let read = self.editor.readline_with_initial(&(plain, prompt), (before, ""));
        #[cfg(unix)]
        if let Some(ahead) = &self.ahead {
            ahead.end();
        }
        read
    }

    /// Everything comes back with the arrow keys; the file holds only what it may.
    fn remember(&mut self, line: &str, history: &Path) {
        let _ = self.editor.add_history_entry(line);
        if may_be_kept(line)
            && self.kept.add(line).unwrap_or_default()
            && self.kept.append(history).is_err()
        {
            tracing::debug!("the history cannot be written");
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
