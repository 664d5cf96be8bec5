//! The message files of one language, read as a translator's mistakes would show.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, Variant,
};
use fluent_syntax::parser;

/// A message, an attribute (`id.attribute`) or a term (`-id`).
pub(crate) struct Message {
    /// `file:line`.
    pub(crate) at: String,
    pattern: Pattern<String>,
}

/// The messages of one language, by id.
#[derive(Default)]
pub(crate) struct Messages {
    pub(crate) by_id: BTreeMap<String, Message>,
    /// Mistakes that were found while reading.
    pub(crate) mistakes: Vec<String>,
}

/// What a message comes to, followed through its references.
#[derive(Default)]
pub(crate) struct Reach {
    pub(crate) variables: BTreeSet<String>,
    /// Those of them that are shown, and do not only choose a variant.
    pub(crate) shown: BTreeSet<String>,
    /// The messages and terms that it refers to.
    pub(crate) refers_to: BTreeSet<String>,
    pub(crate) mistakes: Vec<String>,
}

impl Messages {
    pub(crate) fn read<'f>(files: impl IntoIterator<Item = (&'f str, &'f str)>) -> Self {
        let mut messages = Self::default();
        for (file, source) in files {
            let resource = parser::parse(source.to_owned()).unwrap_or_else(|(resource, errors)| {
                messages.mistakes.extend(errors.iter().map(|error| {
                    let line = source[..error.pos.start.min(source.len())].lines().count().max(1);
                    format!("{file}:{line}: {error}")
                }));
                resource
            });
            messages.add(file, source, resource);
        }
        messages
    }

    fn add(&mut self, file: &str, source: &str, resource: Resource<String>) {
        let stem = file.rsplit('/').next().and_then(|name| name.strip_suffix(".ftl"));
        let prefix = format!("{}-", stem.unwrap_or_default());
        for entry in resource.body {
            let (id, value, attributes) = match entry {
                Entry::Message(message) => (message.id.name, message.value, message.attributes),
                Entry::Term(term) => {
                    (format!("-{}", term.id.name), Some(term.value), term.attributes)
                }
                _ => continue,
            };
            let line = line_of(source, &id, None);
            if !id.trim_start_matches('-').starts_with(&prefix) {
                self.mistakes.push(format!("{file}:{line}: `{id}` does not start with `{prefix}`"));
            }
            for attribute in attributes {
                let at = line_of(source, &id, Some(&attribute.id.name));
                self.insert(format!("{id}.{}", attribute.id.name), file, at, attribute.value);
            }
            if let Some(value) = value {
                self.insert(id, file, line, value);
            }
        }
    }

    fn insert(&mut self, id: String, file: &str, line: usize, pattern: Pattern<String>) {
        let at = format!("{file}:{line}");
        if let Some(first) = self.by_id.get(&id) {
            self.mistakes.push(format!("{at}: `{id}` is already at {}", first.at));
            return;
        }
        self.by_id.insert(id, Message { at, pattern });
    }

    /// What the message needs and refers to.
    pub(crate) fn reach(&self, id: &str) -> Reach {
        let mut reach = Reach::default();
        if let Some(message) = self.by_id.get(id) {
            self.follow(&message.pattern, &mut reach);
        }
        reach
    }

    fn follow(&self, pattern: &Pattern<String>, reach: &mut Reach) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.follow_expression(expression, reach);
            }
        }
    }

    fn follow_expression(&self, expression: &Expression<String>, reach: &mut Reach) {
        match expression {
            Expression::Inline(inline) => self.follow_inline(inline, reach),
            Expression::Select { selector, variants } => {
                let shown = reach.shown.clone();
                self.follow_inline(selector, reach);
                reach.shown = shown;
                for Variant { value, .. } in variants {
                    self.follow(value, reach);
                }
            }
        }
    }

    fn follow_inline(&self, inline: &InlineExpression<String>, reach: &mut Reach) {
        match inline {
            InlineExpression::VariableReference { id } => {
                reach.variables.insert(id.name.clone());
                reach.shown.insert(id.name.clone());
            }
            InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
                let Some(id) = reference(inline) else { return };
                let Some(message) = self.by_id.get(&id) else {
                    reach.mistakes.push(format!("refers to `{id}`, which is not there"));
                    return;
                };
                // A term sees no variables of the message that refers to it.
                if reach.refers_to.insert(id.clone()) {
                    let mut within =
                        Reach { refers_to: reach.refers_to.clone(), ..Reach::default() };
                    self.follow(&message.pattern, &mut within);
                    if !id.starts_with('-') {
                        reach.variables.extend(within.variables);
                        reach.shown.extend(within.shown);
                    }
                    reach.refers_to.extend(within.refers_to);
                    reach.mistakes.extend(within.mistakes);
                }
            }
            InlineExpression::FunctionReference { id, arguments } => {
                if id.name != "NUMBER" {
                    reach.mistakes.push(format!("calls `{}`, which is not there", id.name));
                }
                for argument in &arguments.positional {
                    self.follow_inline(argument, reach);
                }
            }
            InlineExpression::Placeable { expression } => self.follow_expression(expression, reach),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    /// The message as it is written, but for the way it is laid out.
    pub(crate) fn source(&self, id: &str) -> String {
        format!("{:?}", self.by_id.get(id).map(|message| &message.pattern))
    }

    /// Everything that a message can show, one string for each choice of variants, with `…` for
    /// what is filled in.
    pub(crate) fn forms(&self, id: &str) -> Vec<String> {
        self.by_id.get(id).map(|it| self.forms_of(&it.pattern, 0)).unwrap_or_default()
    }

    fn forms_of(&self, pattern: &Pattern<String>, depth: usize) -> Vec<String> {
        let mut forms = vec![String::new()];
        for element in &pattern.elements {
            let next = match element {
                PatternElement::TextElement { value } => vec![value.clone()],
                PatternElement::Placeable { expression } => self.forms_in(expression, depth),
            };
            let longer =
                forms.iter().flat_map(|form| next.iter().map(move |it| format!("{form}{it}")));
            forms = longer.collect();
        }
        forms
    }

    fn forms_in(&self, expression: &Expression<String>, depth: usize) -> Vec<String> {
        match expression {
            Expression::Select { variants, .. } => {
                variants.iter().flat_map(|it| self.forms_of(&it.value, depth)).collect()
            }
            Expression::Inline(InlineExpression::StringLiteral { value }) => vec![value.clone()],
            Expression::Inline(InlineExpression::Placeable { expression }) => {
                self.forms_in(expression, depth)
            }
            Expression::Inline(inline) => {
                match reference(inline).and_then(|id| self.by_id.get(&id)) {
                    Some(message) if depth < 8 => self.forms_of(&message.pattern, depth + 1),
                    _ => vec!["…".to_owned()],
                }
            }
        }
    }
}

fn reference(inline: &InlineExpression<String>) -> Option<String> {
    let (mark, id, attribute) = match inline {
        InlineExpression::MessageReference { id, attribute } => ("", id, attribute),
        InlineExpression::TermReference { id, attribute, .. } => ("-", id, attribute),
        _ => return None,
    };
    let attribute = attribute.as_ref().map(|it| format!(".{}", it.name)).unwrap_or_default();
    Some(format!("{mark}{}{attribute}", id.name))
}

fn line_of(source: &str, id: &str, attribute: Option<&str>) -> usize {
    let starts = |line: &str, name: &str| {
        line.strip_prefix(name).is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    let mut lines = source.lines().enumerate().skip_while(|(_, line)| !starts(line, id));
    let found = match attribute {
        None => lines.next(),
        Some(name) => lines.find(|(_, line)| starts(line.trim_start(), &format!(".{name}"))),
    };
    found.map_or(1, |(index, _)| index + 1)
}
