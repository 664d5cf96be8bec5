//! `quote` and `record`: something to read, without a bot and without a conversation. Both work
//! beside a running bot.

use std::io::BufWriter;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Args;
use commonplace::config::Config;
use commonplace::corpus_source;
use commonplace::frontends::console;
use commonplace::messages::{self, Card};
use commonplace::record::{Export, Format, Selection};
use commonplace::server_corpora::Books;
use commonplace::store::{Mode, Store};
use domain::record::{by_theme, entries};
use domain::schedule::Filter;
use domain::{Corpus, MemberId, ServerId, Theme, fold, nearest};
use jiff::Timestamp;
use rand::seq::IndexedRandom;
use rand::{SeedableRng, rngs::StdRng};
use serde_json::json;

use crate::Complaint;

/// A quote of the book.
#[derive(Args)]
pub(crate) struct Quote {
    /// Only of this theme
    #[arg(long)]
    theme: Option<String>,
    /// Draw the same at random each time
    #[arg(long, value_name = "NUMBER")]
    seed: Option<u64>,
    /// Print it as JSON
    #[arg(long)]
    json: bool,
}

/// What a server has answered.
#[derive(Args)]
pub(crate) struct Record {
    /// Of this server; not needed if there is only one
    #[arg(long, value_name = "ID")]
    server: Option<i64>,
    /// Only on this theme
    #[arg(long)]
    theme: Option<String>,
    /// Print it as Markdown
    #[arg(long)]
    markdown: bool,
}

impl Quote {
    pub(crate) fn run(self, config: &Config) -> Result<ExitCode, Complaint> {
        let corpus = corpus_source::corpus(config.corpus.dir.as_deref())?;
        let theme = self.theme.map(|given| theme(&corpus, &given)).transpose()?;
        let filter = Filter { theme: theme.map(|theme| theme.id.clone()), ..Filter::default() };
        let ids: Vec<&str> = filter.matches(&corpus).iter().collect();
        let mut chance = match self.seed {
            Some(seed) => StdRng::seed_from_u64(seed),
            None => rand::make_rng(),
        };
        let drawn = ids.choose(&mut chance).and_then(|id| corpus.quote(id));
        let quote = drawn.ok_or("No quote in the book is about that theme.")?;
        if self.json {
            let work = corpus.work(&quote.work);
            let written = json!({
                "id": quote.id,
                "text": quote.text,
                "speaker": quote.speaker,
                "author": work.map(|work| &work.author),
                "title": work.map(|work| &work.title),
                "date": work.and_then(domain::Work::date),
                "work": quote.work,
                "paragraph": quote.paragraph,
                "themes": quote.themes,
            });
            anstream::println!("{written:#}");
        } else {
            let card = messages::quote::card(&corpus, quote, messages::quote::Controls::default());
            console::print(&card, Timestamp::now());
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Record {
    pub(crate) async fn run(self, config: &Config) -> Result<ExitCode, Complaint> {
        let corpus = corpus_source::corpus(config.corpus.dir.as_deref())?;
        let store = Store::open(&config.database.path, Mode::Look).await?;
        let server = server(&store, self.server).await?;
        let books = Books::new(Arc::new(corpus), store.clone()).await?;
        let corpus = books.of(server).await?;
        let wanted = self.theme.as_deref().map(|given| theme(&corpus, given)).transpose()?;
        if self.markdown {
            let selection =
                Selection { theme: wanted.map(|theme| theme.id.clone()), ..Selection::default() };
            let export = Export { corpus: &corpus, selection, seed: rand::random() };
            let out = BufWriter::new(std::io::stdout());
            export.write(store.read(server), Format::Markdown, out, |_, _| {}).await?;
            return Ok(ExitCode::SUCCESS);
        }
        let asked = store.read(server).asked(MemberId(0)).await?;
        let mut themes: Vec<Option<&Theme>> =
            by_theme(&corpus, &asked).into_iter().map(|count| count.theme).collect();
        themes.retain(|theme| wanted.is_none() || *theme == wanted);
        if themes.is_empty() {
            return Err("Nothing was asked about that yet.".into());
        }
        for theme in themes {
            Self::print_theme(&corpus, &store, server, theme).await?;
        }
        store.close().await;
        Ok(ExitCode::SUCCESS)
    }

    async fn print_theme(
        corpus: &Corpus,
        store: &Store,
        server: ServerId,
        theme: Option<&Theme>,
    ) -> Result<(), Complaint> {
        let id = theme.map(|theme| theme.id.as_str());
        let rounds = store.read(server).rounds_on(id).await?;
        let answers = store.read(server).answers_on(id).await?;
        let discussed = store.read(server).discussed_on(id).await?;
        let entries = entries(&rounds, &answers, &discussed);
        let pages = messages::record::of_theme(corpus, theme, &entries, "");
        for (number, page) in pages.into_iter().enumerate() {
            let title = page.card.title.clone().filter(|_| number == 0);
            // Nothing can be pressed here, and nothing is drawn.
            let card = Card { title, footer: None, menu: None, picture: None, ..page.card };
            console::print(&card, Timestamp::now());
            anstream::println!();
        }
        Ok(())
    }
}

/// The server that is meant: the only one, or the one that was named.
pub(crate) async fn server(store: &Store, named: Option<i64>) -> Result<ServerId, Complaint> {
    let servers = store.servers_asked().await?;
    match (named.map(ServerId), servers.as_slice()) {
        (Some(named), _) if servers.contains(&named) => Ok(named),
        (None, [only]) => Ok(*only),
        (_, []) => Err("Nothing was asked yet.".into()),
        (_, several) => {
            let ids: Vec<String> = several.iter().map(ToString::to_string).collect();
            Err(format!("Say which server with --server: {}.", ids.join(", ")).into())
        }
    }
}

/// A theme by its id or its name.
pub(crate) fn theme<'c>(corpus: &'c Corpus, given: &str) -> Result<&'c Theme, String> {
    let is_meant =
        |theme: &&Theme| [&theme.id, &theme.name].iter().any(|it| fold(it) == fold(given));
    corpus.themes().iter().find(is_meant).ok_or_else(|| {
        match nearest(given, corpus.themes().iter().map(|theme| theme.id.as_str())) {
            Some(near) => format!("There is no theme “{given}”. Did you mean {near}?"),
            None => format!("There is no theme “{given}”."),
        }
    })
}
