//! A bot on a thread and a runtime of its own, so that it can be killed.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use commonplace::frontends::discord::{self, Options, StartError};
use commonplace::server_corpora::Books;
use commonplace::store::{Mode, Store};
use domain::Shards;
use tokio::sync::oneshot;

use super::SOON;

/// Where a bot's log goes.
pub(crate) type Log = Option<tracing::Dispatch>;

/// A bot, on a thread of its own so that it can be killed.
pub(crate) struct Bot {
    kill: Option<oneshot::Sender<()>>,
    stop: Option<oneshot::Sender<()>>,
    ended: Option<oneshot::Receiver<Result<(), StartError>>>,
    store: std::sync::mpsc::Receiver<Store>,
}

impl Bot {
    pub(crate) fn start(path: PathBuf, options: Options) -> Self {
        Self::logged(path, options, None)
    }

    /// One that runs some of the shards.
    pub(crate) fn of_shards(path: PathBuf, options: Options, shards: &str) -> Self {
        Self::with_shards(path, options, Some(shards.parse().unwrap()), None)
    }

    pub(super) fn logged(path: PathBuf, options: Options, log: Log) -> Self {
        Self::with_shards(path, options, None, log)
    }

    fn with_shards(path: PathBuf, options: Options, shards: Option<Shards>, log: Log) -> Self {
        let (opened, store) = std::sync::mpsc::channel();
        let (kill, killed) = oneshot::channel::<()>();
        let (stop, stopped) = oneshot::channel::<()>();
        let (end, ended) = oneshot::channel();
        std::thread::spawn(move || {
            let mut runtime = tokio::runtime::Builder::new_multi_thread();
            // One, so that nothing may keep it from its work.
            runtime.worker_threads(1).enable_all();
            let _here = log.as_ref().map(tracing::dispatcher::set_default);
            if let Some(log) = log {
                // For as long as the thread lives.
                runtime.on_thread_start(move || {
                    std::mem::forget(tracing::dispatcher::set_default(&log));
                });
            }
            let runtime = runtime.build().unwrap();
            let ended = runtime.block_on(async {
                tokio::select! {
                    ended = live(path, options, shards, stopped, opened) => Some(ended),
                    _ = killed => None,
                }
            });
            // What it was at is dropped where it stands.
            runtime.shutdown_background();
            if let Some(ended) = ended {
                let _ = end.send(ended);
            }
        });
        Self { kill: Some(kill), stop: Some(stop), ended: Some(ended), store }
    }

    /// Its database; to be asked for once.
    pub(crate) fn store(&self) -> Store {
        self.store.recv().unwrap()
    }

    /// Kills it without grace.
    pub(crate) fn kill(&mut self) {
        self.kill.take();
    }

    /// Asks it to stop.
    pub(crate) fn ask_to_stop(&mut self) {
        self.stop.take();
    }

    /// Waits until it ends.
    pub(crate) async fn ended(&mut self) -> Result<(), StartError> {
        let ended = self.ended.take().expect("it is waited for once");
        let ended = tokio::time::timeout(2 * SOON, ended).await;
        ended.expect("it does not end").expect("it panicked")
    }
}

async fn live(
    path: PathBuf,
    options: Options,
    shards: Option<Shards>,
    stopped: oneshot::Receiver<()>,
    opened: std::sync::mpsc::Sender<Store>,
) -> Result<(), StartError> {
    let corpus = commonplace::corpus_source::corpus(None).unwrap();
    // One that was killed lets go of the database a little later.
    let since = std::time::Instant::now();
    let store = loop {
        match Store::open(&path, Mode::Bot).await {
            Ok(store) => break store,
            Err(error) if since.elapsed() > SOON => panic!("{error}"),
            Err(_) => tokio::time::sleep(Duration::from_millis(20)).await,
        }
    };
    let store = match shards {
        Some(shards) => {
            store.count_apart(options.clock.now(), rand::random()).await.unwrap();
            store.for_shards(shards)
        }
        None => store,
    };
    let _ = opened.send(store.clone());
    let books = Books::new(Arc::new(corpus), store.clone()).await.unwrap();
    let stopped = async {
        let _ = stopped.await;
    };
    let ended = discord::run(books, options, stopped).await;
    store.close().await;
    ended
}
