//! `commonplace import FILE…`: reads, reports and writes.

use std::fs;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::read::MOST_BYTES;
use super::slug::slug;
pub use super::whole::end_on_interrupt;
use super::{Given, Head, Imported, Options, Refusal, Stage, import, report, whole};
use domain::{Corpus, Theme};

/// What takes longer gets a progress bar.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the bar is drawn.
const TICK: Duration = Duration::from_millis(100);

/// The options of `commonplace import`.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Import {
    /// The texts: .txt, .md, .html, .epub or .pdf
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// The folder of the corpus, or the work file to write
    #[arg(long, value_name = "DIR|FILE")]
    pub out: Option<PathBuf>,
    /// Report, and write nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Report as JSON, for a program
    #[arg(long)]
    pub json: bool,
    /// Show every repair and every quote
    #[arg(long)]
    pub all: bool,
    /// The title, if the text does not say it or says it wrong
    #[arg(long)]
    pub title: Option<String>,
    /// The author
    #[arg(long)]
    pub author: Option<String>,
    /// The year
    #[arg(long, allow_negative_numbers = true)]
    pub year: Option<i16>,
    /// The translator
    #[arg(long)]
    pub translator: Option<String>,
}

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}")]
    Refused(#[from] Refusal),
    #[error("The file cannot be read: {0}.")]
    Unreadable(std::io::Error),
    #[error("{}: {error}.", .path.display())]
    Unwritable { path: PathBuf, error: std::io::Error },
    #[error("{} is one work file, and there are several texts: name a folder.", .0.display())]
    OneFile(PathBuf),
    #[error("{} is no TOML any more, so what was reviewed in it would be lost: mend it or move it.", .0.display())]
    Spoilt(PathBuf),
    #[error("The work file would have mistakes:\n{0}")]
    Mistaken(String),
    #[error("The import broke off; nothing was written. This is a mistake of the program.")]
    Broken,
}

/// Imports the files. `corpus` is the operator's folder, and `themes` are those of the book, for
/// when the folder has none of its own.
pub fn run(arguments: &Import, corpus: &Path, themes: &[Theme]) -> ExitCode {
    let mut worst = 0;
    let mut reports = Vec::new();
    for file in &arguments.files {
        match one(arguments, file, corpus, themes) {
            Ok((imported, written)) => {
                if arguments.json {
                    reports.extend(serde_json::to_value(&imported).ok());
                } else {
                    say(&report::report(&imported, arguments.all));
                    say(&ending(written.as_deref()));
                }
            }
            Err(failure) => {
                if arguments.json {
                    let file = file.display().to_string();
                    reports
                        .push(serde_json::json!({ "file": file, "refused": failure.to_string() }));
                }
                let _ = writeln!(anstream::stderr(), "{}: {failure}", file.display());
                worst = 1;
            }
        }
    }
    if arguments.json {
        let all = match (reports.len(), arguments.files.len()) {
            (1, 1) => reports.pop().unwrap_or_default(),
            _ => serde_json::Value::Array(reports),
        };
        say(&format!("{all:#}\n"));
    }
    ExitCode::from(worst)
}

/// A closed pipe is no reason to complain.
fn say(text: &str) {
    let _ = anstream::stdout().write_all(text.as_bytes());
}

fn ending(written: Option<&Path>) -> String {
    match written {
        Some(path) => {
            format!("\nWritten to {}. Look through it before it is served.\n", path.display())
        }
        None => "\nNothing was written (--dry-run).\n".to_owned(),
    }
}

fn one(
    arguments: &Import,
    file: &Path,
    corpus: &Path,
    themes: &[Theme],
) -> Result<(Imported, Option<PathBuf>), Failure> {
    let size = fs::metadata(file).map_err(Failure::Unreadable)?.len();
    if size > MOST_BYTES as u64 {
        let mb = 1024 * 1024;
        return Err(Refusal::TooLarge(size.div_ceil(mb), MOST_BYTES as u64 / mb).into());
    }
    let bytes = fs::read(file).map_err(Failure::Unreadable)?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let target = target(arguments, &name, corpus)?;
    let folder = target.parent().unwrap_or(Path::new(".")).to_owned();
    let beside = texts_beside(&folder, &target);
    let own = own_themes(&beside);
    let previous = fs::read_to_string(&target).ok();
    if previous
        .as_deref()
        .is_some_and(|previous| previous.parse::<toml_edit::DocumentMut>().is_err())
    {
        return Err(Failure::Spoilt(target));
    }
    let said = said(arguments, &target);
    let given = Given { name: &name, bytes: &bytes };
    let imported = with_bar(&name, |progress| {
        let options = Options {
            themes: own.as_deref().unwrap_or(themes),
            said: Some(&said),
            previous: previous.as_deref(),
            progress: Some(progress),
        };
        import(&given, &options)
    })??;
    check(&imported, &target, &beside)?;
    if arguments.dry_run {
        return Ok((imported, None));
    }
    whole::write(&target, &imported.toml)
        .map_err(|error| Failure::Unwritable { path: target.clone(), error })?;
    Ok((imported, Some(target)))
}

/// The work file that is written.
fn target(arguments: &Import, name: &str, corpus: &Path) -> Result<PathBuf, Failure> {
    let out = arguments.out.as_deref().unwrap_or(corpus);
    let is_file = out.extension().is_some_and(|extension| extension == "toml");
    if is_file && arguments.files.len() > 1 {
        return Err(Failure::OneFile(out.to_owned()));
    }
    if is_file {
        return Ok(out.to_owned());
    }
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    Ok(out.join(format!("{}.toml", slug(stem, 40))))
}

fn said(arguments: &Import, target: &Path) -> Head {
    let stem = target.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    Head {
        id: slug(&stem.unwrap_or_default(), 40),
        title: arguments.title.clone().unwrap_or_default(),
        author: arguments.author.clone().unwrap_or_default(),
        year: arguments.year.unwrap_or(0),
        translator: arguments.translator.clone(),
        ..Head::default()
    }
}

/// The other files of the folder, with their names.
fn texts_beside(folder: &Path, target: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries
        .filter(|path| path != target && path.extension().is_some_and(|e| e == "toml"))
        .filter_map(|path| Some((path.display().to_string(), fs::read_to_string(&path).ok()?)))
        .collect()
}

/// The themes of the folder's own book, if it has them: whatever is wrong with its works.
fn own_themes(beside: &[(String, String)]) -> Option<Vec<Theme>> {
    // A book needs a work, and a folder may have none yet.
    const WORK: &str = "[work]\nid = \"w\"\ntitle = \"W\"\nauthor = \"W\"\nyear = 1\nlanguage = \"en\"\n\
        source = \"W\"\nrights = \"W\"\n[[section]]\nnumber = 1\ntitle = \"W\"\nkind = \"body\"\n\
        first = 1\nlast = 1\n";
    let (_, themes) = beside.iter().find(|(name, _)| is_themes(name))?;
    let corpus = Corpus::parse([("themes.toml", themes.as_str()), ("w.toml", WORK)]).ok()?;
    Some(corpus.themes().to_vec())
}

fn is_themes(name: &str) -> bool {
    Path::new(name).file_name().is_some_and(|name| name == "themes.toml")
}

/// A work file that the bot would not read is not written.
fn check(imported: &Imported, target: &Path, beside: &[(String, String)]) -> Result<(), Failure> {
    if !beside.iter().any(|(name, _)| is_themes(name)) {
        return Ok(());
    }
    let name = target.display().to_string();
    let files = beside.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let files = files.chain([(name.as_str(), imported.toml.as_str())]);
    let Err(mistakes) = Corpus::parse(files) else {
        return Ok(());
    };
    let own = mistakes.as_slice().iter().filter(|mistake| mistake.file == name);
    let own: Vec<String> = own.map(ToString::to_string).collect();
    if own.is_empty() { Ok(()) } else { Err(Failure::Mistaken(own.join("\n"))) }
}

/// Runs an import beside a progress bar that shows itself if it takes long.
fn with_bar<T: Send>(
    name: &str,
    work: impl FnOnce(&(dyn Fn(Stage) + Sync)) -> T + Send,
) -> Result<T, Failure> {
    let stage = Mutex::new(Stage::Reading);
    let note = |now| {
        if let Ok(mut stage) = stage.lock() {
            *stage = now;
        }
    };
    std::thread::scope(|scope| {
        let worker = scope.spawn(|| work(&note));
        let bar = ProgressBar::with_draw_target(
            Some(Stage::ALL.len() as u64),
            ProgressDrawTarget::hidden(),
        );
        let style = ProgressStyle::with_template("{prefix} [{bar:24}] {msg} {elapsed}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.set_prefix(name.to_owned());
        let mut shown = false;
        while !worker.is_finished() {
            std::thread::sleep(if shown { TICK } else { TICK / 20 });
            if !shown && bar.elapsed() > PATIENCE && std::io::stderr().is_terminal() {
                bar.set_draw_target(ProgressDrawTarget::stderr());
                shown = true;
            }
            if let Some(now) = stage.lock().ok().map(|stage| *stage).filter(|_| shown) {
                let done = Stage::ALL.iter().position(|stage| *stage == now).unwrap_or(0);
                bar.set_position(done as u64);
                bar.set_message(now.name());
                bar.tick();
            }
        }
        bar.finish_and_clear();
        worker.join().map_err(|_| Failure::Broken)
    })
}
