//! Where lines come from: a terminal, or a script on standard input.

use super::fill::{Filled, check, fill, is_long};
use super::line_editor::Typing;
use super::render::View;
use super::script::{Script, is_moved_in};
use super::state::State;
use super::style::{BUTTON, PLAIN, SMALL, STRONG, styled};
use super::terminal::{Terminal, Typed};
use super::wrap::{hanging, wrap};
use crate::messages::{Card, Field, FieldInput, Form, Text, TextDisplay, console};

pub(super) enum Input {
    Terminal(Terminal),
    Script(Script),
}

/// What came in.
pub(super) enum Heard {
    /// A line to carry out.
    Invocation(String),
    /// A line that no form is open for.
    Stray(String),
    /// Ctrl-C.
    Interrupted,
    /// There is nothing more to come.
    End,
}

/// What came of a form.
pub(super) enum Outcome {
    /// It was filled in and sent.
    Sent(Filled),
    /// It was put away.
    Dropped,
    /// It cannot be sent so.
    Refused(Text),
}

impl Input {
    /// The next line.
    pub(super) async fn line(&mut self, state: &State) -> Heard {
        match self {
            Self::Terminal(terminal) => {
                match terminal.line(state.prompt(), Typing::Command, "").await {
                    Typed::Invocation(line) => Heard::Invocation(line),
                    Typed::Interrupted => Heard::Interrupted,
                    Typed::End => Heard::End,
                }
            }
            Self::Script(script) => match script.line().await {
                Some(line) if is_moved_in(&line) => Heard::Stray(line),
                Some(line) => Heard::Invocation(line),
                None => Heard::End,
            },
        }
    }

    /// Has a form filled in.
    pub(super) async fn form(&mut self, form: &Form, state: &State) -> Outcome {
        match self {
            Self::Terminal(terminal) => ask(terminal, form, state).await,
            Self::Script(script) => {
                let Some(block) = script.block().await else {
                    return Outcome::Refused(console::form_needs_lines(&form.title));
                };
                let moved_in = block.iter().map(|line| styled(line, SMALL));
                let echo: Vec<String> =
                    moved_in.map(|line| format!("  {line}").trim_end().to_owned()).collect();
                state.screen.print(&echo);
                fill(form, block).map_or_else(Outcome::Refused, Outcome::Sent)
            }
        }
    }
}

/// Asks for one field after the other, each until it can be sent.
async fn ask(terminal: &mut Terminal, form: &Form, state: &State) -> Outcome {
    let view = state.view();
    match form.displays().next() {
        Some(_) => state.tell(&asked_about(form)),
        None => state.screen.print(&wrap(&styled(&form.title, STRONG), view.width)),
    }
    state.say(&console::close_form());
    let mut filled = Filled::new();
    for field in form.fields() {
        let mut before = initial(field);
        let long = is_long(field);
        let typing = if long { Typing::Lines } else { Typing::Invocation };
        state.screen.print(&heading(&view, field));
        loop {
            // Further lines begin at the edge, so the first of several does as well.
            let prompt = if long { String::new() } else { format!("{BUTTON}›{BUTTON:#} ") };
            let text = match terminal.line(prompt, typing, &before).await {
                Typed::Invocation(text) => text,
                Typed::Interrupted | Typed::End => return Outcome::Dropped,
            };
            let text = text.trim_end().trim_end_matches("\n.").trim_end().to_owned();
            match check(field, text.clone()) {
                Ok(value) => {
                    filled.insert(field.id.clone(), value);
                    break;
                }
                Err(why) => state.say(&why),
            }
            before = text;
        }
    }
    Outcome::Sent(filled)
}

/// What a form shows above its fields.
fn asked_about(form: &Form) -> Card {
    let blocks = form.displays().flat_map(|TextDisplay { blocks, .. }| blocks).cloned();
    blocks.fold(Card::titled(&form.title), Card::block)
}

/// What is typed already where a field begins.
fn initial(field: &Field) -> String {
    match &field.input {
        FieldInput::Text(input) => input.value.clone().unwrap_or_default(),
        FieldInput::Choice(input) => {
            let chosen =
                input.options.iter().position(|it| Some(&it.value) == input.chosen.as_ref());
            chosen.map(|index| (index + 1).to_string()).unwrap_or_default()
        }
        FieldInput::Checkbox { checked: true } => "y".to_owned(),
        FieldInput::Checkbox { checked: false } => "n".to_owned(),
        FieldInput::FileUpload(_) | FieldInput::Select(_) => String::new(),
    }
}

/// The label of a field, what is said beside it, and its options under it.
fn heading(view: &View, field: &Field) -> Vec<String> {
    let label = styled(&field.label, STRONG);
    let beside = console::heading(field);
    let heading = beside
        .iter()
        .fold(label, |heading, text| format!("{heading} {}", view.styled(text, SMALL)));
    let mut lines = wrap(&heading, view.width);
    let options = match &field.input {
        FieldInput::Choice(input) => input.options.as_slice(),
        _ => &[],
    };
    for (option, number) in options.iter().zip(1..) {
        let about = option.description.as_deref().map(|it| styled(&format!(" — {it}"), SMALL));
        let number = format!("{BUTTON}[{number}]{BUTTON:#}");
        let label = styled(&option.label, PLAIN);
        let line = format!("{number} {label}{}", about.unwrap_or_default());
        lines.extend(hanging(&line, view.width, "    "));
    }
    lines
}
