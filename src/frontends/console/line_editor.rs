//! Helps with typing: completes with Tab, and shows what could come next.

use std::borrow::Cow;
use std::sync::Arc;

use rustyline::completion::{Completer, Pair};
use rustyline::config::CompletionType;
use rustyline::highlight::Highlighter;
use rustyline::hint::{Hint, Hinter};
use rustyline::validate::{ValidationContext, ValidationResult, Validator};
use rustyline::{Context, Helper};
use tokio::runtime::Handle;

use super::clean::clean_line;
use super::complete::{self, Spot, Way, spot};
use super::state::State;
use super::style::{SMALL, styled};
#[cfg(unix)]
use super::type_ahead::TypeAhead;
use super::wrap::wrap;
use crate::command::{OptionKind, Services, Suggested};
use crate::commands::suggest;

/// What is being typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typing {
    /// A command.
    Command,
    /// A field of one line.
    Invocation,
    /// A field of several lines: an empty one ends it.
    Lines,
}

pub(super) struct Assist {
    pub(super) typing: Typing,
    state: Arc<State>,
    services: Services,
    runtime: Handle,
    #[cfg(unix)]
    ahead: Option<Arc<TypeAhead>>,
}

impl Assist {
    pub(super) fn new(state: Arc<State>, services: Services) -> Self {
        Self {
            typing: Typing::Command,
            state,
            services,
            runtime: Handle::current(),
            #[cfg(unix)]
            ahead: None,
        }
    }

    /// The same, which says when a field goes on with another line.
    #[cfg(unix)]
    pub(super) fn told(self, ahead: Option<Arc<TypeAhead>>) -> Self {
        Self { ahead, ..self }
    }

    fn ways(&self, line: &str) -> (usize, Vec<Way>) {
        let (start, spot) = spot(line);
        let (members, places) = self.state.known();
        let begun = &line[start..];
        let ways = match spot {
            Spot::Name(mark) => {
                let names = if mark == '#' { &places } else { &members };
                complete::known(mark, names, &begun[mark.len_utf8()..])
            }
            Spot::Command(begun) => complete::commands(begun),
            Spot::Option { command, given } => complete::options(command, &given, begun),
            Spot::Value { command, option, typed } => match option.kind {
                OptionKind::Suggested(kind) => self.suggestions(kind, typed),
                _ => complete::values(command, option, &members, &places, typed),
            },
            Spot::Nothing => Vec::new(),
        };
        (start, ways)
    }

    fn suggestions(&self, kind: Suggested, typed: &str) -> Vec<Way> {
        let context = self.state.onlooker();
        let typed = typed.trim_start_matches('"');
        let suggested = self.runtime.block_on(suggest(kind, typed, &context, &self.services));
        // Whoever types is not to be stopped by a suggestion that failed.
        complete::choices(suggested.unwrap_or_default())
    }
}

/// As much of a way as fits on a line of the list.
fn first_line(shown: &str, width: usize) -> String {
    let lines = wrap(shown, width);
    match lines.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [first, ..] => format!("{first} …"),
    }
}

/// What could follow, shown after the cursor.
pub(super) struct Ahead(String);

impl Hint for Ahead {
    fn display(&self) -> &str {
        &self.0
    }

    fn completion(&self) -> Option<&str> {
        None
    }
}

impl Helper for Assist {}

impl Completer for Assist {
    type Candidate = Pair;

    fn complete(
        &self,
        line: &str,
        pos: usize,
        _: &Context<'_>,
    ) -> rustyline::Result<(usize, Vec<Pair>)> {
        if self.typing != Typing::Command {
            return Ok((pos, Vec::new()));
        }
        let (start, ways) = self.ways(line.get(..pos).unwrap_or_default());
        let width = self.state.screen.width().saturating_sub(2);
        // More than the screen holds goes in columns, without what each is.
        let many = ways.len() + 2 > self.state.screen.height();
        let pairs = ways.into_iter().map(|way| Pair {
            display: match many {
                true => way.put.trim().to_owned(),
                false => first_line(&clean_line(&way.shown), width),
            },
            replacement: way.put,
        });
        Ok((start, pairs.collect()))
    }
}

impl Hinter for Assist {
    type Hint = Ahead;

    fn hint(&self, line: &str, pos: usize, _: &Context<'_>) -> Option<Ahead> {
        if self.typing != Typing::Command || pos < line.len() || line.is_empty() {
            return None;
        }
        match spot(line) {
            (_, Spot::Command(begun)) if !begun.is_empty() => {
                let ways = complete::commands(begun);
                let [only] = ways.as_slice() else { return None };
                let rest = only.put.trim_start_matches('/').strip_prefix(begun)?.trim_end();
                (!rest.is_empty()).then(|| Ahead(rest.to_owned()))
            }
            (start, Spot::Option { command, given }) if start == line.len() => {
                let names = complete::options(command, &given, "");
                let names: Vec<&str> = names.iter().map(|way| way.put.as_str()).collect();
                (!names.is_empty()).then(|| Ahead(names.join(" ")))
            }
            _ => None,
        }
    }
}

impl Highlighter for Assist {
    fn highlight_hint<'h>(&self, hint: &'h str) -> Cow<'h, str> {
        Cow::Owned(styled(hint, SMALL))
    }

    fn highlight_candidate<'c>(&self, candidate: &'c str, _: CompletionType) -> Cow<'c, str> {
        Cow::Borrowed(candidate)
    }
}

impl Validator for Assist {
    fn validate(&self, ctx: &mut ValidationContext<'_>) -> rustyline::Result<ValidationResult> {
        let text = ctx.input();
        let more = self.typing == Typing::Lines
            && !text.is_empty()
            && !text.ends_with('\n')
            && !text.ends_with("\n.");
        #[cfg(unix)]
        if let (true, Some(ahead)) = (more, &self.ahead) {
            ahead.goes_on();
        }
        Ok(if more { ValidationResult::Incomplete } else { ValidationResult::Valid(None) })
    }
}
