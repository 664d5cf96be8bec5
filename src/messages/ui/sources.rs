//! Where the messages of a language are written: each is looked up in its file when it is first shown.

use std::path::Path;

/// The message files of one language.
pub(super) struct Sources {
    files: Vec<File>,
}

/// A file whose messages all begin with its name: those of `quote.ftl` are called `quote-…`.
struct File {
    name: &'static str,
    text: &'static str,
}

impl Sources {
    /// Files by their paths.
    pub(super) fn files(files: impl IntoIterator<Item = (&'static Path, &'static str)>) -> Self {
        let files = files.into_iter().map(|(path, text)| {
            let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
            File { name, text }
        });
        Self { files: files.collect() }
    }

    /// Texts without names, whose messages may have any.
    pub(super) fn texts(texts: impl IntoIterator<Item = &'static str>) -> Self {
        Self { files: texts.into_iter().map(|text| File { name: "", text }).collect() }
    }

    /// The lines of a message, or of a term: `-term`.
    pub(super) fn find(&self, id: &str) -> Option<&'static str> {
        let word = id.trim_start_matches('-');
        let mut files = self.files.iter().filter(|file| word.starts_with(file.name));
        files.find_map(|file| lines_of(file.text, id))
    }
}

/// What a message refers to: other messages and terms, and the names of functions.
pub(super) fn references(source: &str) -> impl Iterator<Item = &str> {
    source.split('{').skip(1).filter_map(|placeable| {
        let placeable = placeable.trim_start();
        let end = placeable.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
        let word = &placeable[..end.unwrap_or(placeable.len())];
        (!word.is_empty()).then_some(word)
    })
}

/// The lines of one message: the next that does not belong to it is not indented.
fn lines_of<'t>(text: &'t str, id: &str) -> Option<&'t str> {
    let starts = text.match_indices(id).map(|(at, _)| at).find(|at| {
        let begins_a_line = *at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n');
        begins_a_line && text[at + id.len()..].trim_start_matches(' ').starts_with('=')
    });
    let message = &text[starts?..];
    let next = message.match_indices('\n').map(|(at, _)| at + 1).find(|at| {
        let begins = message[*at..].bytes().next();
        begins.is_some_and(|begins| begins.is_ascii_alphabetic() || matches!(begins, b'#' | b'-'))
    });
    Some(&message[..next.unwrap_or(message.len())])
}

#[cfg(test)]
mod tests {
    use fluent_syntax::ast::Entry;
    use fluent_syntax::parser;

    use super::*;

    const TEXT: &str = "\
# A quote.
quote = Here
    .label = { quote-label }
quote-label =
    { $count ->
        [one] one { -thing }
       *[other] { NUMBER($count) } { theme.name }
    }

-thing = thing
quote-last = no quote-label = here";

    #[test]
    fn a_message_ends_where_the_next_begins() {
        let sources = Sources::files([(Path::new("en/quote.ftl"), TEXT)]);
        let found = |id| sources.find(id).map(str::trim_end);
        assert_eq!(found("quote"), Some("quote = Here\n    .label = { quote-label }"));
        assert!(found("quote-label").unwrap().ends_with("    }"));
        assert_eq!(found("quote-last"), Some("quote-last = no quote-label = here"));
        assert_eq!(found("quote-la"), None);
        assert_eq!(found("theme"), None, "it would be in another file");
        assert_eq!(Sources::texts([TEXT]).find("-thing"), Some("-thing = thing\n"));
    }

    #[test]
    fn what_a_message_refers_to_is_found() {
        let sources = Sources::texts([TEXT]);
        let referred = |id| references(sources.find(id).unwrap()).collect::<Vec<_>>();
        assert_eq!(referred("quote"), ["quote-label"]);
        assert_eq!(referred("quote-label"), ["-thing", "NUMBER", "theme"]);
        assert_eq!(referred("quote-last"), [""; 0]);
    }

    #[test]
    fn each_message_that_ships_reads_alone_as_it_reads_within_its_file() {
        let locales = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales");
        let mut read = 0;
        for folder in std::fs::read_dir(locales).unwrap() {
            for path in std::fs::read_dir(folder.unwrap().path()).unwrap() {
                let path: &'static Path = Box::leak(path.unwrap().path().into_boxed_path());
                if path.extension() != Some("ftl".as_ref()) {
                    continue;
                }
                let text: &'static str = std::fs::read_to_string(path).unwrap().leak();
                let sources = Sources::files([(path, text)]);
                for entry in parser::parse_runtime(text).unwrap().body {
                    let id = match &entry {
                        Entry::Message(message) => message.id.name.to_owned(),
                        Entry::Term(term) => format!("-{}", term.id.name),
                        _ => continue,
                    };
                    let alone = sources.find(&id).unwrap_or_default();
                    assert_eq!(parser::parse_runtime(alone).unwrap().body, [entry], "{id}");
                    read += 1;
                }
            }
        }
        assert!(read > 4_000, "{read}");
    }
}
