//! Carries out a command or a press, and shows what comes of it.

use std::fs::OpenOptions;
use std::io::Write;
use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;

use super::fill::{Filled, on_disk};
use super::input::{Input, Outcome};
use super::messages::Press;
use super::names;
use super::state::{SERVER, State};
use crate::command::{Invocation, OptionKind, Services, Value};
use crate::commands::{self, Request};
use crate::messages::{Accent, Card, Document, Reply, console, refusal};
use crate::store::ServerTx;
use domain::Address;

pub(super) struct Executor<'a> {
    pub(super) state: &'a State,
    pub(super) services: &'a Services,
    pub(super) input: &'a mut Input,
}

impl Executor<'_> {
    /// A line that was typed; `false` if it came to nothing.
    pub(super) async fn command(&mut self, text: &str) -> bool {
        if let Some(why) = self.state.rests(self.state.asker(None).0) {
            self.state.tell(&Card::saying(why).accent(Accent::Problem));
            return false;
        }
        let language = self.services.store().language(SERVER).await.unwrap_or_default();
        let own_names = |line| commands::with_own_names(line, language);
        let line = Invocation::parse(text).map(own_names).map(commands::with_named_option);
        let request = match line {
            Ok(line) => Request::typed(self.resolved(line)),
            Err(error) => Err(error).into(),
        };
        self.execute(request, None).await
    }

    /// A button or an entry of a menu; `false` if it came to nothing.
    pub(super) async fn press(&mut self, press: Press, at: Address) -> bool {
        let request = match (Invocation::parse(&press.line), press.choice) {
            (Ok(line), Some(choice)) => Request::pressed(line.chosen("choice", choice)),
            (Ok(line), None) => Request::pressed(line),
            (Err(error), _) => Err(error).into(),
        };
        self.execute(request, Some(at)).await
    }

    /// Puts numbers for the names of places, roles and members, where an option takes one.
    fn resolved(&self, mut line: Invocation) -> Invocation {
        let options = commands::options_of(&line.name).unwrap_or_default();
        for option in options {
            let Some(Value::Text(text)) = line.options.get(option.name) else {
                continue;
            };
            let name = text.trim_start_matches(['#', '@']);
            let value = match option.kind {
                OptionKind::Channel => self.state.place_named(name).map(Value::Channel),
                OptionKind::File(_) => Some(Value::File(on_disk(text))),
                OptionKind::Role => names::role(name).map(Value::Role),
                OptionKind::Message => {
                    text.parse().ok().and_then(|number| self.state.said(number)).map(Value::Message)
                }
                OptionKind::Member => Some(Value::Member {
                    id: names::member(name),
                    name: self.state.member_named(name),
                    bot: false,
                }),
                _ => None,
            };
            if let Some(value) = value {
                line.options.insert(option.name.to_owned(), value);
            }
        }
        line
    }

    async fn execute(&mut self, request: Request, pressed: Option<Address>) -> bool {
        let mut answer = self.answer(request, pressed).await;
        // A form is filled in and sent; what it is answered with is shown in turn.
        while let Reply::Form(form) = answer {
            let filled = match self.input.form(&form, self.state).await {
                Outcome::Sent(filled) => filled,
                Outcome::Dropped => {
                    self.state.say(&console::closed());
                    return true;
                }
                Outcome::Refused(why) => {
                    self.state.tell(&Card::saying(why).accent(Accent::Problem));
                    return false;
                }
            };
            answer = self.answer(sent(&form.submit, filled), pressed).await;
        }
        self.show(answer, pressed).await
    }

    async fn answer(&self, request: Request, pressed: Option<Address>) -> Reply {
        let (context, texts) = (self.state.context(pressed), request.texts().to_vec());
        let running = AssertUnwindSafe(commands::run(request, &context, self.services));
        running.catch_unwind().await.unwrap_or_else(|_| {
            let reference = commands::reference(context.seed);
            tracing::error!(reference, "a command panicked");
            refusal::failure(&reference, &texts)
        })
    }

    async fn show(&self, answer: Reply, pressed: Option<Address>) -> bool {
        let (here, me) = self.state.asker(pressed);
        match answer {
            Reply::Public(card) => {
                let well = card.accent != Accent::Problem;
                let subject = card.subject;
                let at = self.state.post(here, card, None);
                if let Some(subject) = subject {
                    let remember = async |tx: &mut ServerTx| tx.remember_message(subject, at).await;
                    if let Err(error) = self.services.store().change(SERVER, remember).await {
                        tracing::error!(?error, "the address of a message was not stored");
                    }
                }
                well
            }
            Reply::Ephemeral(card) => {
                let well = card.accent != Accent::Problem;
                self.state.post(here, card, Some(me));
                well
            }
            Reply::Update(card) => {
                let well = card.accent != Accent::Problem;
                match pressed {
                    Some(at) => self.state.change(at, card, true),
                    None => {
                        self.state.post(here, card, Some(me));
                    }
                }
                well
            }
            Reply::Document(document) => self.save(document),
            Reply::Form(_) | Reply::Choices(_) => true,
        }
    }

    /// Puts a file in the working directory, in nobody's place.
    fn save(&self, document: Document) -> bool {
        let name = document.name.replace(['/', '\\'], "-");
        let saved = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&name)
            .and_then(|mut file| file.write_all(&document.bytes));
        let words = match &saved {
            Ok(()) => console::file_saved(&name),
            Err(error) => console::file_not_saved(&name, &error.to_string()),
        };
        let accent = if saved.is_ok() { document.card.accent } else { Accent::Problem };
        self.state.tell(&document.card.text(words).accent(accent));
        saved.is_ok()
    }
}

/// A form as it is sent.
fn sent(submit: &str, filled: Filled) -> Request {
    let line = Invocation::parse(submit).unwrap_or_default();
    Request::pressed(filled.into_iter().fold(line, |line, (id, value)| line.field(&id, value)))
}
