//! `export` and `import-record`: the record into a file, and back.

use std::fs::File;
use std::io::{self, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, ValueEnum};
use commonplace::config::{self, Config};
use commonplace::corpus_source;
use commonplace::record::restore::{self, RestoreError};
use commonplace::record::{Export, Format, Selection};
use commonplace::server_corpora::Books;
use commonplace::store::{Mode, Store};
use domain::{SeminarNumber, ServerId};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use tempfile::NamedTempFile;

use crate::{Complaint, copies, one_shot};

/// What is exported, and where to.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// The server's id; not needed if there is one
    #[arg(long, value_name = "ID")]
    server: Option<i64>,
    /// How it is written
    #[arg(long, value_enum)]
    format: FormatName,
    /// Only questions about this theme
    #[arg(long)]
    theme: Option<String>,
    /// Only the questions of the seminar of this number
    #[arg(long, value_name = "NUMBER")]
    seminar: Option<i64>,
    /// A new file, or the folder for it; `-` writes to standard output [default: this folder]
    #[arg(long, value_name = "FILE|DIR")]
    out: Option<PathBuf>,
    /// Orders anonymous answers, which have no order: the same number gives the same file
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum FormatName {
    /// Markdown, for notes
    Md,
    /// A zip of tables, for spreadsheets
    Csv,
    /// Everything, for programs and for `import-record`
    Json,
    /// One page for any browser, with margins and pictures
    Html,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Md => Self::Markdown,
            FormatName::Csv => Self::Csv,
            FormatName::Json => Self::Json,
            FormatName::Html => Self::Html,
        }
    }
}

/// Writes a server's record to a file, while the bot runs.
pub(crate) async fn export(config: &Config, options: Options) -> Result<ExitCode, Complaint> {
    let corpus = corpus_source::corpus(config.corpus.dir.as_deref())?;
    let store = Store::open(&config.database.path, Mode::Look).await?;
    let server = one_shot::server(&store, options.server).await?;
    let books = Books::new(Arc::new(corpus), store.clone()).await?;
    let corpus = books.of(server).await?;
    let theme = options.theme.as_deref().map(|given| one_shot::theme(&corpus, given));
    let theme = theme.transpose()?.map(|theme| theme.id.clone());
    let seminar = match options.seminar {
        Some(number) => {
            let found = store.read(server).seminar_numbered(SeminarNumber(number)).await?;
            let found = found.ok_or(format!("There is no seminar {number} in server {server}."))?;
            Some(found.id)
        }
        None => None,
    };
    let format = Format::from(options.format);
    let selection = Selection { theme, seminar, seen: None };
    let seed = options.seed.unwrap_or_else(rand::random);
    let export = Export { corpus: &corpus, selection, seed };
    let reads = store.read(server);
    if options.out.as_deref() == Some(Path::new("-")) {
        let out = BufWriter::new(io::stdout());
        export.write(reads, format, out, |_, _| {}).await?;
    } else {
        let file = target(
            options.out,
            server,
            (export.selection.theme.as_deref(), options.seminar),
            format,
        );
        let bar = bar();
        let part = create(&file)?;
        let written = export.write(reads, format, BufWriter::new(part.as_file()), |done, all| {
            bar.set_length(u64::try_from(all).unwrap_or(u64::MAX));
            bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
        });
        let written = written.await;
        bar.finish_and_clear();
        written?;
        part.persist_noclobber(&file).map_err(|failed| unwritten(&file, &failed.error))?;
        anstream::println!("{}", copies::shown(&file));
    }
    store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// The file to write to: the one that is named, or one in the folder that is named.
fn target(
    out: Option<PathBuf>,
    server: ServerId,
    (theme, seminar): (Option<&str>, Option<i64>),
    format: Format,
) -> PathBuf {
    let name = || {
        let theme = theme.iter().map(|theme| format!("-{theme}"));
        let seminar = seminar.iter().map(|seminar| format!("-seminar-{seminar}"));
        let part: String = theme.chain(seminar).collect();
        format!("record-{server}{part}.{}", format.extension())
    };
    match out {
        None => PathBuf::from(name()),
        Some(folder) if folder.is_dir() => folder.join(name()),
        Some(file) => file,
    }
}

/// A file beside the new one, so that nobody finds half an export under its name; it goes if it does
/// not get that name.
pub(crate) fn create(file: &Path) -> Result<NamedTempFile, Complaint> {
    if file.exists() {
        return Err(unwritten(file, &io::ErrorKind::AlreadyExists.into()));
    }
    let folder = file.parent().filter(|folder| *folder != Path::new(""));
    tempfile::Builder::new()
        .prefix(".commonplace-")
        .suffix(".part")
        .tempfile_in(folder.unwrap_or(Path::new(".")))
        .map_err(|error| unwritten(file, &error))
}

pub(crate) fn unwritten(file: &Path, error: &io::Error) -> Complaint {
    let shown = copies::shown(file);
    match error.kind() {
        io::ErrorKind::AlreadyExists => {
            format!("{shown} is there already, and is not overwritten.").into()
        }
        _ => format!("{shown} cannot be written: {}.", config::why(error)).into(),
    }
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} of {len} questions") {
        bar.set_style(style);
    }
    bar
}

/// Puts an export in JSON into a database that has no record.
pub(crate) async fn import_record(books: &Books, file: &Path) -> Result<ExitCode, Complaint> {
    let shown = copies::shown(file);
    let opened = File::open(file)
        .map_err(|error| format!("{shown} cannot be read: {}.", config::why(&error)))?;
    let restored = restore::restore(books.store(), BufReader::new(opened), rand::random()).await;
    let restored = restored.map_err(|error| match error {
        RestoreError::File(_) => format!("{shown} is not put in: {error}. Nothing was changed."),
        other => other.to_string(),
    })?;
    let restore::Restored { server, seminars, rounds, answers } = restored;
    writeln!(
        io::stdout(),
        "{shown} is in the database: server {server}, questions: {rounds}, answers: {answers}, \
         seminars: {seminars}."
    )?;
    Ok(ExitCode::SUCCESS)
}
