//! The console from its first line to its last.

use std::future::Future;
use std::io::{self, BufReader, IsTerminal};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio_util::sync::CancellationToken;

use super::clock::{Chance, Clock};
use super::execute::Executor;
use super::input::{Heard, Input};
use super::input_line::{self, Action};
use super::line_editor::Assist;
use super::messages::Press;
use super::names;
use super::publisher::Open;
use super::restore;
use super::screen::Screen;
use super::script::Script;
use super::state::{SERVER, State};
use super::style::{SMALL, styled};
use super::terminal::Terminal;
use super::worker::Work;
use crate::command::{Limits, Services};
use crate::commands;
use crate::messages::privacy::Policies;
use crate::messages::{Accent, Card, Text, console};
use crate::server_corpora::Books;
use crate::store::Store;
use domain::{Address, MemberId};

/// How the console is started.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where typed commands are remembered.
    pub history: PathBuf,
    /// For how long after its time a daily quote is still posted.
    pub grace: SignedDuration,
    /// How much a server may bring of its own.
    pub limits: Limits,
    /// What the operator has published.
    pub policies: Policies,
    /// Draws the same at random each time.
    pub seed: Option<u64>,
    /// The clock is stopped at this time; only `wait` moves it.
    pub now: Option<Timestamp>,
    /// The lines to carry out, in the place of what is typed or read.
    pub lines: Vec<String>,
}

/// How it went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ended {
    /// How many lines were carried out.
    pub lines: usize,
    /// The lines of a script that failed, by number.
    pub failed: Vec<usize>,
}

struct Session {
    state: Arc<State>,
    input: Input,
    services: Services,
    work: Work,
    ended: Ended,
}

/// Runs the console until it is left, its input ends, or `stop` says so; a line that is being
/// carried out then is finished.
///
/// # Errors
/// The terminal cannot be used.
pub async fn run(
    books: Books,
    options: Options,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<Ended> {
    let stopped = CancellationToken::new();
    let stopping = stopped.clone();
    tokio::spawn(async move {
        stop.await;
        stopping.cancel();
    });
    let typed = options.lines.is_empty();
    let terminal = typed && io::stdin().is_terminal() && io::stdout().is_terminal();
    let first_time = !options.history.exists();
    let screen = Screen::new(terminal);
    let past = past(books.store()).await;
    let (clock, chance) = (Clock::new(options.now), Chance::new(options.seed, past));
    let state = Arc::new(State::new(screen, clock, chance));
    let (store, limits) = (books.store().clone(), options.limits);
    state.take_in(store.read(SERVER).places().await.unwrap_or_default());
    let services = Services::new(books.clone(), Arc::new(Open(Arc::clone(&state))), limits)
        .with_policies(options.policies);
    let input = if terminal {
        let assist = Assist::new(Arc::clone(&state), services.clone());
        let opened = Terminal::open(assist, options.history, &state.screen, stopped);
        Input::Terminal(opened.map_err(io::Error::other)?)
    } else if typed {
        Input::Script(Script::read(BufReader::new(io::stdin()), stopped))
    } else {
        Input::Script(Script::of(options.lines, stopped))
    };
    let work = Work::new(books, store, &state, options.grace, terminal);
    let mut session = Session { state, input, services, work, ended: Ended::default() };
    if terminal && first_time {
        session.state.tell(&console::welcome());
    } else if terminal {
        session.state.say(&console::welcome_back());
    }
    session.put_back(terminal).await;
    session.converse().await;
    let Session { ended, mut work, input, .. } = session;
    drop(input);
    work.finish().await;
    Ok(ended)
}

/// How many questions and answers the console's server has.
async fn past(store: &Store) -> usize {
    let asked = store.read(SERVER).asked(MemberId(0)).await.unwrap_or_default();
    asked.iter().map(|asked| 1 + asked.answers).sum()
}

impl Session {
    /// Takes up what an earlier run left open; in a terminal it is shown.
    async fn put_back(&self, show: bool) {
        match restore::open_messages(&self.services).await {
            Ok(open) => open.into_iter().for_each(|(at, card)| self.state.put_back(at, card, show)),
            Err(error) => tracing::error!(?error, "what was open is not shown"),
        }
    }

    async fn converse(&mut self) {
        let mut interrupted = false;
        // What was due while the program was not running comes first.
        self.work.begin().await;
        loop {
            let line = match self.input.line(&self.state).await {
                Heard::Invocation(line) => line,
                Heard::Stray(line) => {
                    self.state.screen.print(&[styled(line.trim_end(), SMALL)]);
                    self.refuse(console::no_form());
                    continue;
                }
                Heard::Interrupted if interrupted => return,
                Heard::Interrupted => {
                    interrupted = true;
                    self.state.say(&console::leave());
                    continue;
                }
                Heard::End => return,
            };
            interrupted = false;
            let language = self.services.store().language(SERVER).await.unwrap_or_default();
            if !language.scope(self.line(&line)).await {
                return;
            }
        }
    }

    /// Carries out a line; `false` if it is the last.
    async fn line(&mut self, line: &str) -> bool {
        let read = input_line::read(line);
        let before = self.state.prompt();
        let turned = read.and_then(|entry| self.state.turn(&entry).map(|()| entry.action));
        self.echo(line, &before);
        let action = match turned {
            Ok(action) => action,
            Err(why) => {
                self.refuse(why);
                return true;
            }
        };
        match action {
            Action::Nothing => return true,
            Action::Leave => return false,
            Action::Help => self.state.tell(&console::guide(names::LONGEST)),
            Action::Wait(span) => return self.wait(span).await,
            Action::Command(text) => {
                let done = self.executor().command(&text).await;
                self.count(done);
            }
            Action::Say(words) => match self.state.rests(self.state.asker(None).0) {
                None => {
                    self.state.speak(&words);
                    let word = words.split_whitespace().next().unwrap_or_default();
                    if commands::find(word).is_some() {
                        self.state.say(&console::posted_word(word));
                        self.state.screen.print(&[String::new()]);
                    }
                    self.count(true);
                }
                Some(why) => self.refuse(why),
            },
            Action::Press(pick) => match self.found(&pick) {
                Ok((press, at)) => {
                    let done = self.executor().press(press, at).await;
                    self.count(done);
                }
                Err(why) => self.refuse(why),
            },
        }
        self.work.settle().await;
        self.state.clock.tick();
        true
    }

    /// What a member presses, unless its place is archived.
    fn found(&self, pick: &input_line::Pick) -> Result<(Press, Address), Text> {
        let (press, at) = self.state.find(pick)?;
        self.state.rests(at.place).map_or(Ok((press, at)), Err)
    }

    /// Lets time go by, and all that happens in it.
    async fn wait(&mut self, span: Duration) -> bool {
        self.work.pass(span).await;
        let now = self.state.now_in_words();
        self.state.say(&console::time(&now));
        true
    }

    fn executor(&mut self) -> Executor<'_> {
        Executor { state: &self.state, services: &self.services, input: &mut self.input }
    }

    /// Shows a script's line as if it had been typed.
    fn echo(&self, line: &str, prompt: &str) {
        if !matches!(&self.input, Input::Script(script) if script.echoed) {
            return;
        }
        let line = line.trim();
        let shown = match line.is_empty() || line.starts_with(';') {
            true => styled(line, SMALL),
            false => format!("{prompt}{}", styled(line, super::style::PLAIN)),
        };
        self.state.screen.print(&[shown]);
    }

    fn refuse(&mut self, why: Text) {
        self.state.tell(&Card::saying(why).accent(Accent::Problem));
        self.count(false);
    }

    fn count(&mut self, done: bool) {
        self.ended.lines += 1;
        if let (false, Input::Script(script)) = (done, &self.input) {
            self.ended.failed.push(script.number);
        }
    }
}
