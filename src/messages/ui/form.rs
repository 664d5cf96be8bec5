//! A form: a few text fields that a member fills in and sends.

/// A form. Sending it gives the command line in `submit` with the fields as typed values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// At most 45 characters.
    pub title: String,
    /// A pressable command line: at most 100 characters.
    pub submit: String,
    /// 1 to 5 fields.
    pub fields: Vec<Field>,
}

/// One text field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// What the command calls it.
    pub id: String,
    /// At most 45 characters.
    pub label: String,
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
