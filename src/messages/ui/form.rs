//! A form: what a member reads in it, and the fields that they fill in and send.

use super::{Block, Text};

/// A form. Sending it gives the command line in `submit` with the fields as typed values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// At most 45 characters.
    pub title: String,
    /// A pressable command line: at most 100 characters.
    pub submit: String,
    /// 1 to 5 parts, in order.
    pub parts: Vec<FormPart>,
}

/// A part of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormPart {
    /// What the form asks about, to read.
    TextDisplay(TextDisplay),
    /// Something to fill in, under its label.
    Field(Field),
}

/// Blocks to read in a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextDisplay {
    /// What is shown; all displays of a form have 4,000 characters together.
    pub blocks: Vec<Block>,
    /// Says where the rest is, if not all of it fits.
    pub rest: Text,
}

/// One field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What the command calls it.
    pub id: String,
    /// At most 45 characters.
    pub label: String,
    /// Shown beside the label; at most 100 characters.
    pub description: Option<String>,
    /// What it takes.
    pub input: FieldInput,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldInput {
    /// Words.
    Text(TextInput),
    /// One of a few options.
    Choice(ChoiceInput),
    /// Yes or no.
    Checkbox {
        /// What it is at first.
        checked: bool,
    },
    /// Files.
    FileUpload(FileUpload),
    /// A role or a channel of the server.
    Select(EntitySelect),
}

/// Words to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextInput {
    /// Shown while it is empty; at most 100 characters.
    pub hint: Option<String>,
    /// What it holds at first.
    pub value: Option<String>,
    /// The fewest and the most characters it takes; 0 to 4,000.
    pub length: (u16, u16),
    /// Several lines, or one.
    pub long: bool,
    /// Whether it must be filled in.
    pub required: bool,
}

/// Options of which one is chosen: 2 to 10 as radio buttons, up to 25 in a select.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceInput {
    /// In order; each has a value of its own.
    pub options: Vec<ChoiceOption>,
    /// The value of the option that is chosen at first.
    pub chosen: Option<String>,
    /// Whether one must be chosen.
    pub required: bool,
}

/// One option: at most 100 characters each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What the command gets.
    pub value: String,
    /// What the member sees.
    pub label: String,
    /// Shown under the label.
    pub description: Option<String>,
}

/// Files to upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileUpload {
    /// The endings of names that are offered, each with its dot; at most 10.
    pub file_types: &'static [&'static str],
    /// The most files: 1 to 10.
    pub most: u8,
    /// Whether there must be one.
    pub required: bool,
}

/// Something of the server to choose; what is sent is its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntitySelect {
    /// Of what kind.
    pub of: Selectable,
    /// Whether one must be chosen.
    pub required: bool,
}

/// What a server has several of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selectable {
    /// A role.
    Role,
    /// A channel in which messages can be posted, or a forum.
    Channel,
}

impl Form {
    /// The fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = &Field> {
        self.parts.iter().filter_map(|part| match part {
            FormPart::Field(field) => Some(field),
            FormPart::TextDisplay(_) => None,
        })
    }

    /// What there is to read.
    pub fn displays(&self) -> impl Iterator<Item = &TextDisplay> {
        self.parts.iter().filter_map(|part| match part {
            FormPart::TextDisplay(display) => Some(display),
            FormPart::Field(_) => None,
        })
    }
}

impl Field {
    /// Several lines that must be filled in, of at most `most` characters.
    pub fn paragraph(id: &str, label: String, most: u16) -> Self {
        let (hint, value) = (None, None);
        let input = TextInput { hint, value, length: (1, most), long: true, required: true };
        Self::new(id, label, FieldInput::Text(input))
    }

    /// One line that may be left empty, of at most `most` characters.
    pub fn line(id: &str, label: String, most: u16) -> Self {
        let (hint, value) = (None, None);
        let input = TextInput { hint, value, length: (0, most), long: false, required: false };
        Self::new(id, label, FieldInput::Text(input))
    }

    /// A choice that has to be made; `chosen` is the value of the option that is chosen at first.
    pub fn choice(
        id: &str,
        label: String,
        options: impl IntoIterator<Item = ChoiceOption>,
        chosen: Option<&str>,
    ) -> Self {
        let chosen = chosen.map(str::to_owned);
        let options = options.into_iter().collect();
        let input = ChoiceInput { options, chosen, required: true };
        Self::new(id, label, FieldInput::Choice(input))
    }

    /// A checkbox.
    pub fn checkbox(id: &str, label: String, checked: bool) -> Self {
        Self::new(id, label, FieldInput::Checkbox { checked })
    }

    /// One file that has to be uploaded.
    pub fn file(id: &str, label: String, file_types: &'static [&'static str]) -> Self {
        let input = FileUpload { file_types, most: 1, required: true };
        Self::new(id, label, FieldInput::FileUpload(input))
    }

    fn new(id: &str, label: String, input: FieldInput) -> Self {
        Self { id: id.to_owned(), label, description: None, input }
    }

    /// Says more about the field.
    #[must_use]
    pub fn description(mut self, words: String) -> Self {
        self.description = Some(words);
        self
    }

    /// Has to be filled in.
    #[must_use]
    pub fn required(mut self) -> Self {
        if let FieldInput::Text(input) = &mut self.input {
            input.required = true;
            input.length.0 = input.length.0.max(1);
        }
        self
    }

    /// Shows a hint while there are no words.
    #[must_use]
    pub fn hint(mut self, words: String) -> Self {
        if let FieldInput::Text(input) = &mut self.input {
            input.hint = Some(words);
        }
        self
    }

    /// Begins with these words.
    #[must_use]
    pub fn value(mut self, words: Option<String>) -> Self {
        if let FieldInput::Text(input) = &mut self.input {
            input.value = words;
        }
        self
    }
}

impl ChoiceOption {
    /// An option without a description.
    pub fn new(value: &str, label: String) -> Self {
        Self { value: value.to_owned(), label, description: None }
    }

    /// Says more about the option.
    #[must_use]
    pub fn description(mut self, words: Option<String>) -> Self {
        self.description = words;
        self
    }
}

impl From<Field> for FormPart {
    fn from(field: Field) -> Self {
        Self::Field(field)
    }
}

impl From<TextDisplay> for FormPart {
    fn from(display: TextDisplay) -> Self {
        Self::TextDisplay(display)
    }
}
