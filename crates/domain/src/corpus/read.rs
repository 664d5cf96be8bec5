//! Takes values out of a TOML tree, and says all that is missing, misnamed or of the wrong type.
//!
//! serde would stop at the first of them.

use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::mistake::{Log, Spot, did_you_mean};

/// A value and its place in the file.
#[derive(Clone, Debug)]
pub(super) struct At<T> {
    pub(super) value: T,
    pub(super) spot: Spot,
}

/// A value that may be missing or unreadable; if it should not be, the log says so.
pub(super) type Field<T> = Option<At<T>>;

/// The lines of a file.
#[derive(Debug)]
pub(super) struct Lines {
    file: usize,
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn new(file: usize, text: &str) -> Self {
        let breaks = text.match_indices('\n');
        Self { file, starts: breaks.map(|(at, _)| at + 1).collect() }
    }

    /// The line of that byte.
    pub(super) fn spot(&self, offset: usize) -> Spot {
        let line = self.starts.partition_point(|start| *start <= offset) + 1;
        Spot { file: self.file, line }
    }
}

/// The fields of one table. Each is asked for by its key; what was not asked for is unknown.
pub(super) struct Fields<'a> {
    table: &'a DeTable<'a>,
    lines: &'a Lines,
    log: &'a mut Log,
    spot: Spot,
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    /// Reads a table whose header is there.
    pub(super) fn read<T>(
        table: &'a DeTable<'a>,
        lines: &'a Lines,
        spot: Spot,
        log: &'a mut Log,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> T {
        let mut fields = Fields { table, lines, log, spot, known: Vec::new(), missing: Vec::new() };
        let value = read(&mut fields);
        fields.finish();
        value
    }

    /// Where the table starts.
    pub(super) fn spot(&self) -> Spot {
        self.spot
    }

    /// Whether there is anything under that key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// A text that must be there.
    pub(super) fn text(&mut self, key: &'static str) -> Field<String> {
        self.require(key);
        self.optional_text(key)
    }

    /// A text that may be there.
    pub(super) fn optional_text(&mut self, key: &'static str) -> Field<String> {
        let (value, spot) = self.get(key)?;
        match value.as_str() {
            Some(text) => Some(At { value: text.to_owned(), spot }),
            None => self.mistyped(key, value, spot, "a string"),
        }
    }

    /// A list of texts that must be there.
    pub(super) fn texts(&mut self, key: &'static str) -> Field<Vec<At<String>>> {
        self.require(key);
        self.optional_texts(key)
    }

    /// A list of texts that may be there.
    pub(super) fn optional_texts(&mut self, key: &'static str) -> Field<Vec<At<String>>> {
        let (value, spot) = self.get(key)?;
        let Some(items) = value.as_array() else {
            return self.mistyped(key, value, spot, "a list of strings");
        };
        let mut texts = Vec::new();
        for item in items.iter() {
            let spot = self.lines.spot(item.span().start);
            match item.get_ref().as_str() {
                Some(text) => texts.push(At { value: text.to_owned(), spot }),
                None => {
                    let found = a(item.get_ref().type_str());
                    let reason =
                        format!("`{key}` has {found} in it, but should be a list of strings");
                    self.log.add(spot, reason);
                }
            }
        }
        Some(At { value: texts, spot })
    }

    /// A whole number in a range that must be there.
    pub(super) fn number<T: TryFrom<i64> + Copy>(
        &mut self,
        key: &'static str,
        from: T,
        to: T,
    ) -> Field<T>
    where
        i64: From<T>,
    {
        self.require(key);
        let (value, spot) = self.get(key)?;
        let Some(number) = value.as_integer() else {
            return self.mistyped(key, value, spot, "a whole number");
        };
        let (from, to) = (i64::from(from), i64::from(to));
        let fitting = as_i64(number).filter(|number| (from..=to).contains(number));
        let Some(fitting) = fitting.and_then(|number| T::try_from(number).ok()) else {
            self.log.add(spot, format!("`{key}` is {number}, but should be from {from} to {to}"));
            return None;
        };
        Some(At { value: fitting, spot })
    }

    /// A whole number in a range that may be there.
    pub(super) fn optional_number<T: TryFrom<i64> + Copy>(
        &mut self,
        key: &'static str,
        from: T,
        to: T,
    ) -> Field<T>
    where
        i64: From<T>,
    {
        if self.has(key) {
            return self.number(key, from, to);
        }
        self.known.push(key);
        None
    }

    /// One of a few words that may be there.
    pub(super) fn optional_choice<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&str, T)],
    ) -> Field<T> {
        if self.has(key) {
            return self.choice(key, words);
        }
        self.known.push(key);
        None
    }

    /// One of a few words that must be there.
    pub(super) fn choice<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Field<T> {
        let text = self.text(key)?;
        if let Some((_, value)) = words.iter().find(|(word, _)| *word == text.value) {
            return Some(At { value: *value, spot: text.spot });
        }
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        let hint = did_you_mean(&text.value, names.iter().copied());
        let reason = format!("`{key}` is `{}`, but should be {}{hint}", text.value, any_of(&names));
        self.log.add(text.spot, reason);
        None
    }

    /// One table, `[key]`, if it is there.
    pub(super) fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        let (value, spot) = self.get(key)?;
        let Some(table) = value.as_table() else {
            return self.mistyped(key, value, spot, "one table, [work]");
        };
        Some(Fields::read(table, self.lines, spot, self.log, read))
    }

    /// Any number of tables, `[[key]]`.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        read: impl Fn(&mut Fields<'_>) -> T,
    ) -> Vec<T> {
        let Some((value, spot)) = self.get(key) else {
            return Vec::new();
        };
        let wanted = format!("a list of tables, [[{key}]]");
        let Some(items) = value.as_array() else {
            self.mistyped::<()>(key, value, spot, &wanted);
            return Vec::new();
        };
        let mut read_all = Vec::new();
        for item in items.iter() {
            let spot = self.lines.spot(item.span().start);
            match item.get_ref().as_table() {
                Some(table) => {
                    read_all.push(Fields::read(table, self.lines, spot, self.log, &read));
                }
                None => {
                    self.mistyped::<()>(key, item.get_ref(), spot, &wanted);
                }
            }
        }
        read_all
    }

    fn get(&mut self, key: &'static str) -> Option<(&'a DeValue<'a>, Spot)> {
        self.known.push(key);
        let value: &'a Spanned<DeValue<'a>> = self.table.get(key)?;
        Some((value.get_ref(), self.lines.spot(value.span().start)))
    }

    fn require(&mut self, key: &'static str) {
        if !self.has(key) {
            self.missing.push(key);
        }
    }

    fn mistyped<T>(
        &mut self,
        key: &str,
        value: &DeValue<'_>,
        spot: Spot,
        wanted: &str,
    ) -> Option<T> {
        let found = a(value.type_str());
        self.log.add(spot, format!("`{key}` is {found}, but should be {wanted}"));
        None
    }

    /// Names what is unknown and what is missing. A key that was only misspelt is one mistake, not
    /// two.
    fn finish(self) {
        let mut missing = self.missing;
        for key in self.table.keys() {
            let (name, spot) = (key.get_ref().as_ref(), self.lines.spot(key.span().start));
            if self.known.contains(&name) {
                continue;
            }
            let absent = self.known.iter().copied().filter(|key| !self.table.contains_key(*key));
            // What is not there yet is likelier than what is.
            let meant = crate::nearest(name, absent)
                .or_else(|| crate::nearest(name, self.known.iter().copied()));
            missing.retain(|key| meant != Some(key));
            let hint = match meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("there can be {}", any_of(&self.known)),
            };
            self.log.add(spot, format!("unknown key `{name}`; {hint}"));
        }
        for key in missing {
            self.log.add(self.spot, format!("`{key}` is missing"));
        }
    }
}

fn as_i64(number: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

fn a(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'i']) { "an" } else { "a" };
    format!("{article} {noun}")
}

/// "`a`, `b` or `c`".
fn any_of(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
        None => String::new(),
    }
}
