//! Answers as plain text, for snapshots in tests.

use super::{
    Block, Card, ChoiceOption, Field, FieldInput, Form, FormPart, Menu, Reply, Span, Text,
};

impl Reply {
    /// All that a member gets to see, and the line behind each button.
    pub(crate) fn plain(&self) -> String {
        match self {
            Self::Public(card) => format!("all\n{}", card.plain()),
            Self::Ephemeral(card) => format!("one\n{}", card.plain()),
            Self::Update(card) => format!("face\n{}", card.plain()),
            Self::Form(form) => form.plain(),
            Self::Document(document) => {
                format!("file {}\n{}", document.name, document.card.plain())
            }
            Self::Choices(choices) => {
                let lines = choices.iter().map(|it| format!("{} = {}", it.name, it.value));
                lines.collect::<Vec<_>>().join("\n")
            }
        }
    }
}

impl Card {
    /// Its parts, a line or more each.
    pub(crate) fn plain(&self) -> String {
        let mut lines = Vec::new();
        // Whom it pings, if anybody.
        lines.extend(self.pinged().map(|whom| format!("!{}", span(whom))));
        lines.extend(self.title.iter().map(|title| format!("# {title}")));
        lines.extend(self.blocks.iter().map(block));
        lines.extend(self.footer.iter().map(|footer| format!("({footer})")));
        lines.extend(self.picture.iter().map(|it| format!("<{}> {}", it.file, it.alt)));
        for button in self.buttons.iter().flatten() {
            lines.push(format!("[{}] {}", button.label, button.press));
        }
        lines.extend(self.menu.iter().map(menu));
        lines.join("\n")
    }
}

impl Form {
    fn plain(&self) -> String {
        let mut lines = vec![format!("form {}", self.title)];
        for part in &self.parts {
            match part {
                FormPart::TextDisplay(display) => lines.extend(display.blocks.iter().map(block)),
                FormPart::Field(it) => lines.push(field(it)),
            }
        }
        lines.push(format!("[send] {}", self.submit));
        lines.join("\n")
    }
}

fn field(field: &Field) -> String {
    let about = field.description.as_deref().unwrap_or_default();
    let name = format!("{} ({}) {about}", field.label, field.id);
    match &field.input {
        FieldInput::Text(input) => {
            let hint = input.hint.as_deref().unwrap_or_default();
            format!("{name}{hint}: {}", input.value.as_deref().unwrap_or_default())
        }
        FieldInput::Choice(input) => {
            let option = |it: &ChoiceOption| {
                let mark = if Some(&it.value) == input.chosen.as_ref() { '●' } else { '○' };
                let about = it.description.as_deref().unwrap_or_default();
                format!("  {mark} {} ({about}) = {}", it.label, it.value)
            };
            let options: Vec<String> = input.options.iter().map(option).collect();
            format!("{name}\n{}", options.join("\n"))
        }
        FieldInput::Checkbox { checked } => format!("{} {name}", if *checked { '☑' } else { '☐' }),
        FieldInput::FileUpload(input) => format!("{name} [{}]", input.file_types.join(" ")),
        FieldInput::Select(input) => format!("{name} [{:?}]", input.of),
    }
}

fn block(it: &Block) -> String {
    match it {
        Block::Text(text) => text.plain_words(),
        Block::Passage { text, source } => format!("> {text}\n> — {}", source.plain_words()),
        Block::Section { heading, text } => {
            format!("## {}\n{}", heading.plain_words(), text.plain_words())
        }
        Block::Said { by, text } => format!("{}: {text}", by.plain_words()),
        Block::List(items) => {
            let lines = items.iter().map(|item| format!("- {}", item.plain_words()));
            lines.collect::<Vec<_>>().join("\n")
        }
        Block::Row { block: it, button } => {
            format!("{}\n[{}] {}", block(it), button.label, button.press)
        }
    }
}

fn menu(menu: &Menu) -> String {
    let mut lines = vec![format!("<{}> {}", menu.hint, menu.press)];
    for entry in &menu.entries {
        let about = entry.about.as_deref().unwrap_or_default();
        lines.push(format!("  {} ({about}) = {}", entry.label, entry.value));
    }
    lines.join("\n")
}

impl Text {
    /// Its words, without style.
    pub(crate) fn plain_words(&self) -> String {
        self.0.iter().map(span).collect()
    }
}

fn span(span: &Span) -> String {
    match span {
        Span::Plain(words) | Span::Strong(words) | Span::Soft(words) => words.clone(),
        Span::Struck(words) => format!("[-{words}-]"),
        Span::Added(words) => format!("{{+{words}+}}"),
        Span::Code(words) => format!("`{words}`"),
        Span::When(at, _) => at.to_string(),
        Span::Member { name, .. } => name.clone(),
        Span::Channel(place) => format!("#{place}"),
        Span::Role(role) => format!("@{role}"),
        Span::Shown { words, subject } => format!("{words} ({subject})"),
        Span::Link { words, to } => format!("{words} ({to})"),
        Span::Message { words, to } => format!("{words} (#{}/{})", to.place, to.message),
    }
}
