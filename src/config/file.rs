//! Reads the TOML, and says of every key that is wrong on which line it stands.

use std::ops::Range;
use std::path::Path;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::keys::{KEYS, Key, Settings, nearest};
use super::mistakes::{Mistake, Mistakes};

/// What a file sets. Its mistakes are added to the others.
pub(super) fn read(text: &str, path: &Path, mistakes: &mut Mistakes) -> Settings {
    let mut reader = Reader { text, path, mistakes, settings: Settings::new() };
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut told: Vec<(usize, &str)> = errors
        .iter()
        .map(|error| (reader.line(&error.span().unwrap_or_default()), error.message()))
        .collect();
    told.sort_by_key(|(line, _)| *line);
    told.dedup_by_key(|(line, _)| *line);
    // Most of many follow from the first.
    for (line, what) in told.into_iter().take(MOST_SYNTAX_ERRORS) {
        let written = text.lines().nth(line - 1).unwrap_or_default();
        let what = usual_cause(written).map_or(what.to_owned(), str::to_owned);
        reader.mistakes.add(Mistake::on_line(path, line, what));
    }
    // What could be read of a broken file says nothing about what was meant.
    if errors.is_empty() {
        let mut sections: Vec<_> = table.get_ref().iter().collect();
        sections.sort_by_key(|(name, _)| name.span().start);
        for (name, value) in sections {
            reader.section(name, value);
        }
    }
    reader.settings
}

struct Reader<'a> {
    text: &'a str,
    path: &'a Path,
    mistakes: &'a mut Mistakes,
    settings: Settings,
}

type Name<'a> = Spanned<std::borrow::Cow<'a, str>>;
type Held<'a> = Spanned<DeValue<'a>>;

impl Reader<'_> {
    fn section(&mut self, name: &Name<'_>, value: &Held<'_>) {
        let section = name.get_ref().as_ref();
        if is_secret(section) {
            return self.wrong(name.span(), SECRET);
        }
        let known = KEYS.iter().map(|key| key.section);
        match value.get_ref().as_table() {
            Some(_) if known.clone().all(|known| known != section) => {
                let near = nearest(section, known);
                let near = near.map(|near| format!(" Did you mean `[{near}]`?"));
                self.wrong(
                    name.span(),
                    format!("there is no section `[{section}]`.{}", near.unwrap_or_default()),
                );
            }
            Some(table) => {
                let mut keys: Vec<_> = table.iter().collect();
                keys.sort_by_key(|(name, _)| name.span().start);
                for (name, value) in keys {
                    self.key(section, name, value);
                }
            }
            None => {
                let home = KEYS.iter().find(|key| key.name == section);
                let near = home.or_else(|| {
                    let near = nearest(section, KEYS.iter().map(|key| key.name))?;
                    KEYS.iter().find(|key| key.name == near)
                });
                let near = near
                    .map(|key| format!(" Did you mean `{}` under `[{}]`?", key.name, key.section));
                self.wrong(
                    name.span(),
                    format!("`{section}` stands under no section.{}", near.unwrap_or_default()),
                );
            }
        }
    }

    fn key(&mut self, section: &str, name: &Name<'_>, value: &Held<'_>) {
        let given = name.get_ref().as_ref();
        if is_secret(given) {
            return self.wrong(name.span(), SECRET);
        }
        let Some(key) = Key::find(section, given) else {
            let near = match nearest(given, Key::of(section)) {
                Some(near) => format!(" Did you mean `{near}`?"),
                None => match KEYS.iter().find(|key| key.name == given) {
                    Some(key) => format!(" It belongs under `[{}]`.", key.section),
                    None => {
                        let all: Vec<_> = Key::of(section).map(|key| format!("`{key}`")).collect();
                        format!(" It takes {}.", all.join(" and "))
                    }
                },
            };
            return self
                .wrong(name.span(), format!("there is no key `{given}` in `[{section}]`.{near}"));
        };
        let setting = match value.get_ref() {
            DeValue::String(text) => key.wanted.read(text),
            DeValue::Integer(number) if number.radix() == 10 && !key.wanted.is_text() => {
                key.wanted.read(number.as_str())
            }
            DeValue::Float(number) => key.wanted.read(number.as_str()),
            _ => None,
        };
        match setting {
            Some(setting) => {
                self.settings.insert((key.section, key.name), setting);
            }
            None => {
                let given = self.text.get(value.span()).unwrap_or_default();
                let given = given.lines().next().unwrap_or_default();
                let wanted = key.wanted;
                self.wrong(value.span(), format!("`{}` wants {wanted}, not {given}.", key.name));
            }
        }
    }

    fn wrong(&mut self, span: Range<usize>, what: impl Into<String>) {
        let line = self.line(&span);
        self.mistakes.add(Mistake::on_line(self.path, line, what));
    }

    fn line(&self, span: &Range<usize>) -> usize {
        let before = self.text.get(..span.start).unwrap_or_default();
        before.matches('\n').count() + 1
    }
}

/// How many lines that are no TOML are told.
const MOST_SYNTAX_ERRORS: usize = 5;

const SECRET: &str = "a token does not belong in this file, which others may read. Put it in the \
                      environment variable DISCORD_TOKEN, or in a file named in \
                      DISCORD_TOKEN_FILE. If others may have seen it, reset it at Discord.";

/// What is wrong with most lines that are no TOML, for people who do not know TOML.
fn usual_cause(line: &str) -> Option<&'static str> {
    let line = line.split('#').next().unwrap_or_default();
    let key = line.split(['=', ':']).next().unwrap_or_default().trim();
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_');
    if line.contains(['“', '”', '„', '‘', '’', '«', '»']) {
        Some("it has typographic quotation marks. Write plain ones: \"")
    } else if is_key && line.contains('\\') {
        Some("a \\ in quotation marks has a meaning of its own. Write / in a path, or \\\\")
    } else if is_key && line.contains(':') && !line.contains('=') {
        Some("a value follows after `=`, not after `:`")
    } else {
        None
    }
}

fn is_secret(name: &str) -> bool {
    name.to_lowercase().contains("token")
}
