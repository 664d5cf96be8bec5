//! `privacy`: what is held of one person in all servers, shown, copied to a file or erased, for the
//! operator whom somebody has asked for it. It works beside a running bot.
//!
//! What somebody answered without their name is neither shown nor copied, although the operator could
//! find it as long as the question is open: it is nobody's business but theirs. It is erased.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, Subcommand};
use commonplace::config::Config;
use commonplace::corpus_source;
use commonplace::privacy::{self, Person};
use commonplace::server_corpora::Books;
use commonplace::store::{Link, Mode, Store};
use domain::{MemberId, RequestId};
use jiff::Timestamp;

use crate::{Complaint, copies, export};

/// What is done with what is held of one person.
#[derive(Subcommand)]
pub(crate) enum Privacy {
    /// Says how much of what is held, server by server
    Show(Whose),
    /// Writes all of it to a file, as JSON
    Export {
        #[command(flatten)]
        whose: Whose,
        /// A new file, which only you can read [default: standard output]
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Erases all of it; what groups have agreed on stays, without the name
    Erase {
        #[command(flatten)]
        whose: Whose,
        /// Only say what would go
        #[arg(long)]
        dry_run: bool,
    },
}

/// Whose data it is.
#[derive(Args)]
pub(crate) struct Whose {
    /// The person's id at Discord: a long number (Developer Mode, then Copy User ID)
    #[arg(long, value_name = "ID", value_parser = clap::value_parser!(i64).range(1..))]
    member: i64,
}

impl Whose {
    fn id(&self) -> MemberId {
        MemberId(self.member)
    }
}

impl Privacy {
    pub(crate) async fn run(self, config: &Config) -> Result<ExitCode, Complaint> {
        let erases = matches!(self, Self::Erase { dry_run: false, .. });
        let mode = if erases { Mode::Change } else { Mode::Look };
        let store = Store::open(&config.database.path, mode).await?;
        let done = match self {
            Self::Show(whose) => show(&store, whose.id()).await,
            Self::Export { whose, out } => copy(&store, whose.id(), out).await,
            Self::Erase { whose, dry_run: true } => show(&store, whose.id()).await,
            Self::Erase { whose, dry_run: false } => erase(config, &store, whose.id()).await,
        };
        store.close().await;
        done
    }
}

async fn show(store: &Store, member: MemberId) -> Result<ExitCode, Complaint> {
    let person = Person::everywhere(store, member, Link::ByName).await?;
    let mut out = io::stdout();
    for server in person.servers() {
        match server.is_a_members() {
            true => writeln!(out, "outside of servers")?,
            false => writeln!(out, "server {server}")?,
        }
        let here = Person::in_server(store, server, member, Link::ByName).await?;
        for (kind, count) in here.counts() {
            writeln!(out, "  {:<12}{count}", kind.name())?;
        }
    }
    if person.servers().next().is_none() {
        writeln!(out, "Nothing is held of {member}.")?;
    }
    writeln!(out, "{UNNAMED}")?;
    Ok(ExitCode::SUCCESS)
}

const UNNAMED: &str = "What they answered without their name is not shown: it is for them alone.";

async fn copy(
    store: &Store,
    member: MemberId,
    out: Option<PathBuf>,
) -> Result<ExitCode, Complaint> {
    let person = Person::everywhere(store, member, Link::ByName).await?;
    let bytes = person.copy(member, Timestamp::now());
    let Some(file) = out.filter(|file| *file != Path::new("-")) else {
        io::stdout().write_all(&bytes)?;
        return Ok(ExitCode::SUCCESS);
    };
    let mut part = export::create(&file)?;
    part.write_all(&bytes).map_err(|error| export::unwritten(&file, &error))?;
    part.persist_noclobber(&file).map_err(|failed| export::unwritten(&file, &failed.error))?;
    anstream::println!("{}", copies::shown(&file));
    anstream::println!("{UNNAMED}");
    Ok(ExitCode::SUCCESS)
}

async fn erase(config: &Config, store: &Store, member: MemberId) -> Result<ExitCode, Complaint> {
    if !store.keys_are_known() {
        return Err("The file -keys beside the database cannot be read, so what they answered without \
                    their name could not be found. Nothing was erased: say this as the user that the \
                    bot runs as."
            .into());
    }
    let corpus = corpus_source::corpus(config.corpus.dir.as_deref())?;
    let books = Books::new(Arc::new(corpus), store.clone()).await?;
    let now = Timestamp::now();
    let request = RequestId(now.as_millisecond());
    let (mut servers, mut answers) = (0, 0);
    // What has no name is found as well, and not told.
    for server in Person::everywhere(store, member, Link::ByKey).await?.servers() {
        answers += privacy::erase(&books, server, member, (request, now)).await?;
        servers += 1;
    }
    if servers == 0 {
        anstream::println!("Nothing is held of {member}.");
        return Ok(ExitCode::SUCCESS);
    }
    anstream::println!(
        "{member} is erased. Servers: {servers}, answers: {answers}. A running bot changes its \
         messages within a minute; one that is stopped, when it starts."
    );
    if !store.empty_log().await {
        return Err(
            "It is gone from the database, but a program that reads the database keeps its \
                    log (the file -wal) from being emptied, and it is still in there. Stop that \
                    program, and say this once more."
                .into(),
        );
    }
    anstream::println!(
        "Copies made before still hold it: delete those that you do not need, and erase again after \
         a restore."
    );
    Ok(ExitCode::SUCCESS)
}
