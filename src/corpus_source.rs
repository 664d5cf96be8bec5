//! Where the book comes from: it is built into the program, or stands in a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use crate::config::{text, why};
use domain::Corpus;
use domain::corpus::Mistakes;

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/corpus");

/// The file with the themes; a folder without one has those that are built in.
const THEMES: &str = "themes.toml";

/// Why there is no book to read from.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum NoCorpus {
    #[error("{}, which [corpus] dir names, cannot be read: {}.", .0.display(), why(.1))]
    Unreadable(PathBuf, io::Error),
    #[error("{}, which [corpus] dir names, holds no .toml files.", .0.display())]
    Empty(PathBuf),
    #[error("{0}")]
    Malformed(#[from] Mistakes),
}

/// Reads the book out of `folder`, or the one that is built in.
///
/// # Errors
/// The folder cannot be read, or something in the files is wrong: then everything that is.
pub fn corpus(folder: Option<&Path>) -> Result<Corpus, NoCorpus> {
    Ok(match folder {
        Some(folder) => Corpus::parse(texts(&read(folder)?))?,
        None => Corpus::parse_checked(texts(&built_in()))?,
    })
}

fn texts(files: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    files.iter().map(|(name, text)| (name.as_str(), text.as_str()))
}

fn built_in() -> Vec<(String, String)> {
    let files = BUILT_IN.files().filter(|file| is_toml(file.path()));
    files
        .filter_map(|file| {
            let name = Path::new("corpus").join(file.path());
            Some((name.display().to_string(), file.contents_utf8()?.to_owned()))
        })
        .collect()
}

fn read(folder: &Path) -> Result<Vec<(String, String)>, NoCorpus> {
    let unreadable = |path: &Path| {
        let path = path.to_owned();
        move |error| NoCorpus::Unreadable(path, error)
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable(folder))? {
        let path = entry.map_err(unreadable(folder))?.path();
        if is_toml(&path) && path.is_file() {
            let text = text::read(&path).map_err(unreadable(&path))?;
            files.push((path.display().to_string(), text));
        }
    }
    if files.is_empty() {
        return Err(NoCorpus::Empty(folder.to_owned()));
    }
    // A first import makes a work file alone.
    if !folder.join(THEMES).exists() {
        files.extend(built_in().into_iter().filter(|(name, _)| Path::new(name).ends_with(THEMES)));
    }
    Ok(files)
}

/// A page of the book; what file managers and editors leave beside one is hidden (`._x.toml`,
/// `.#x.toml`) or has another ending.
fn is_toml(path: &Path) -> bool {
    let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
    !hidden && path.extension().is_some_and(|extension| extension == "toml")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A work file as an import makes it.
    const LETTER: &str = r#"
        [work]
        id = "letter"
        title = "A Letter"
        author = "Ana Prado"
        year = 1921
        language = "en"
        source = "typed by hand"
        rights = "the author's"

        [[section]]
        number = 1
        title = "Beginning"
        kind = "body"
        first = 1
        last = 1

        [[quote]]
        id = "letter-1"
        section = 1
        paragraph = 1
        themes = ["power"]
        text = "A council that cannot be recalled is a government."
    "#;

    #[test]
    fn the_book_that_is_built_in_has_no_mistakes() {
        let files = built_in();
        let (checked, known) = (Corpus::parse(texts(&files)).unwrap(), corpus(None).unwrap());
        assert_eq!(checked.quotes(), known.quotes());
        assert_eq!(checked.questions(), known.questions());
        assert_eq!(checked.works(), known.works());
    }

    #[test]
    fn a_folder_without_themes_has_those_that_are_built_in() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("letter.toml"), LETTER).unwrap();
        let book = corpus(Some(folder.path())).unwrap();
        assert_eq!((book.works().len(), book.themes().len()), (1, 13));
        fs::write(folder.path().join(THEMES), "").unwrap();
        assert!(corpus(Some(folder.path())).is_err(), "one of its own is taken as it is");
    }

    #[test]
    fn what_file_managers_leave_is_passed_over() {
        for (name, is) in [
            ("serge.toml", true),
            ("serge (1).toml", true),
            ("._serge.toml", false),
            (".#serge.toml", false),
            ("serge.toml~", false),
            ("serge.toml.bak", false),
        ] {
            assert_eq!(is_toml(&Path::new("corpus").join(name)), is, "{name}");
        }
    }
}
