//! `check`: looks at everything that a start needs, and says of each whether it is well.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use commonplace::backups::Backups;
use commonplace::config::{self, Config};
use commonplace::corpus_source;
use commonplace::store::{Contents, Mode, OpenError, Store, Unlinked};
use domain::Corpus;

use crate::copies;

/// What was found: that it is well, or what is wrong.
type Found = Result<String, String>;

/// Looks at configuration, corpus, database and token; fails if anything is wrong.
pub(crate) async fn check(config: Result<Config, config::Mistakes>) -> ExitCode {
    let mut found = Vec::new();
    match &config {
        Ok(_) => found.push(("configuration", Ok("nothing is wrong with it".to_owned()))),
        Err(mistakes) => found.push(("configuration", Err(mistakes.to_string()))),
    }
    // Without a configuration it is not known which book and which database are meant.
    if let Ok(config) = &config {
        let corpus = corpus_source::corpus(config.corpus.dir.as_deref());
        found.push(("corpus", corpus.as_ref().map(of_the_book).map_err(ToString::to_string)));
        found.push(("database", database(config).await));
        found.push(("backups", Ok(backups(config))));
    }
    found.push(("token", token()));
    for (what, found) in &found {
        say(what, found);
    }
    let well = found.iter().all(|(_, found)| found.is_ok());
    if well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn say(what: &str, found: &Found) {
    let (mark, words) = match found {
        Ok(words) => ("ok", words),
        Err(words) => ("WRONG", words),
    };
    let words = words.replace('\n', "\n                     ");
    // Nobody may be left to read it; the exit code says it as well.
    let _ = writeln!(std::io::stdout(), "{what:<14}{mark:<6} {words}");
}

/// "2 works, 13 themes, 118 quotes, 42 questions".
pub(crate) fn of_the_book(corpus: &Corpus) -> String {
    let count = |number: usize, one: &str| {
        let ending = if number == 1 { "" } else { "s" };
        format!("{number} {one}{ending}")
    };
    [
        count(corpus.works().len(), "work"),
        count(corpus.themes().len(), "theme"),
        count(corpus.quotes().len(), "quote"),
        count(corpus.questions().len(), "question"),
    ]
    .join(", ")
}

async fn database(config: &Config) -> Found {
    let path = std::path::absolute(&config.database.path);
    let path = path.map_err(|error| error.to_string())?;
    match Store::open(&path, Mode::Look).await {
        Ok(store) => {
            let sound = store.is_sound().await;
            let contents = store.contents().await.map_err(|error| error.to_string());
            let unlinked = store.unlinked().await.unwrap_or_default();
            store.close().await;
            if !matches!(sound, Ok(true)) {
                return Err(format!(
                    "{} is damaged. Put a copy in its place: `commonplace restore COPY` keeps the \
                     damaged file beside it",
                    path.display()
                ));
            }
            let size = std::fs::metadata(&path).map(|file| file.len()).unwrap_or_default();
            let size = size / 1000;
            let opens = format!("{} opens ({size} KB): {}", path.display(), counted(&contents?));
            Ok(match unlinked == Unlinked::default() {
                true => opens,
                false => format!("{opens}\n{}", copies::unlinked(unlinked)),
            })
        }
        Err(error @ OpenError::Empty(_)) => Ok(error.to_string()),
        Err(OpenError::Missing(path)) => {
            can_be_made(&path)?;
            Ok(format!("{} is not there yet; the first start makes it", path.display()))
        }
        Err(error) => Err(error.to_string()),
    }
}

/// "7 copies in /srv/book.db-backups, the newest of 2026-05-01 04:00 UTC".
fn backups(config: &Config) -> String {
    let backups = Backups::new(&config.database.path, config.database.backups);
    let (folder, state) = (copies::shown(backups.folder()), backups.state());
    match (backups.keep(), state.last_success) {
        (0, _) => "none are made: [database] backups is 0".to_owned(),
        (keep, None) => format!("the running bot makes one a day in {folder}, and keeps {keep}"),
        (keep, Some(at)) => {
            let at = at.strftime("%Y-%m-%d %H:%M UTC");
            format!("{} of {keep} in {folder}, the newest of {at}", state.kept)
        }
    }
}

/// "2 servers, 140 answers, the last question on 2026-05-01".
pub(crate) fn counted(contents: &Contents) -> String {
    let of = |number: usize, what: &str| match number {
        1 => format!("1 {what}"),
        number => format!("{number} {what}s"),
    };
    let counts = [of(contents.servers, "server"), of(contents.answers, "answer")].join(", ");
    match contents.last_question {
        Some(at) => format!("{counts}, the last question on {}", at.strftime("%Y-%m-%d")),
        None => format!("{counts}, no question yet"),
    }
}

/// Whether a first start could make the database: what it would say if not.
fn can_be_made(path: &Path) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    if !folder.is_dir() {
        return Err(OpenError::NoFolder(path.to_owned()).to_string());
    }
    // Permissions alone do not tell: the disk may be read-only.
    match tempfile::tempfile_in(folder) {
        Ok(_) => Ok(()),
        Err(_) => Err(OpenError::ReadOnly(path.to_owned()).to_string()),
    }
}

fn token() -> Found {
    match config::token(|name| std::env::var_os(name)) {
        Ok(token) if token.looks_real() => Ok("one is set".to_owned()),
        Ok(_) => Ok("one is set; those of Discord have three parts with dots between them, and \
                     this has not"
            .to_owned()),
        Err(config::NoToken::Missing) => Ok("none is set: the console only".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}
