//! The way back: an archive is read into a database that has no record yet.

mod check;
mod parse;

use std::io::BufRead;

use rand::RngExt;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use serde_json::error::Category;
use tokio::sync::mpsc::{self, Receiver};

use self::check::{Check, Checked};
use super::json;
use crate::store::{self, ServerTx, Store};
use domain::ServerId;

/// How many rounds are read ahead of the database.
const AHEAD: usize = 64;

/// What was put back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Restored {
    /// The server.
    pub server: i64,
    /// Seminars.
    pub seminars: usize,
    /// Questions.
    pub rounds: usize,
    /// Answers.
    pub answers: usize,
}

/// Why nothing was put back; the database is as it was.
#[derive(Debug, thiserror::Error)]
pub enum RestoreError {
    /// The file is no archive, or is wrong somewhere; the message says where.
    #[error("{}", located(.0))]
    File(#[from] serde_json::Error),
    /// There is a record already.
    #[error(
        "There is a record in this database already, and the two cannot be one. Choose a new file \
         under [database] path."
    )]
    NotEmpty,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Reading ended before the file did.
    #[error("The file was not read to its end.")]
    Stopped,
}

/// What is wrong, and where.
fn located(error: &serde_json::Error) -> String {
    let (line, column) = (error.line(), error.column());
    let words = error.to_string();
    let place = format!(" at line {line} column {column}");
    let words = match error.classify() {
        Category::Eof if column == 0 && line <= 1 => return "it is empty".to_owned(),
        Category::Eof => "it ends in the middle",
        Category::Syntax => "it is no JSON",
        Category::Data | Category::Io => words.strip_suffix(&place).unwrap_or(&words),
    };
    if line == 0 { words.to_owned() } else { format!("{words} (line {line}, column {column})") }
}

/// Reads an archive into a database without a record: all of it, or nothing.
///
/// # Errors
/// If the file is wrong, the database has a record, or it fails. Nothing is changed then.
pub async fn restore(
    store: &Store,
    file: impl BufRead + Send + 'static,
    seed: u64,
) -> Result<Restored, RestoreError> {
    let (pieces, mut checked) = mpsc::channel(AHEAD);
    let reading = tokio::task::spawn_blocking(move || {
        let mut check = Check::new(pieces);
        json::read(file, |piece| check.piece(piece))?;
        check.end()
    });
    let Some(Checked::Server(server)) = checked.recv().await else {
        return Err(ended(reading).await);
    };
    let put = store.change(ServerId(server), async |tx| {
        let restored = put_back(tx, server, &mut checked, seed).await?;
        // Nothing is kept of a file that is wrong further down.
        if restored.is_none() { Err(RestoreError::Stopped) } else { Ok(restored) }
    });
    match put.await {
        Ok(Some(restored)) => Ok(restored),
        Ok(None) | Err(RestoreError::Stopped) => Err(ended(reading).await),
        Err(other) => Err(other),
    }
}

/// Why the reading of a file ended.
async fn ended(reading: tokio::task::JoinHandle<Result<(), serde_json::Error>>) -> RestoreError {
    match reading.await {
        Ok(Err(error)) => error.into(),
        Ok(Ok(())) | Err(_) => RestoreError::Stopped,
    }
}

/// Puts pieces back as they come. `None` if they ended before the file's end was reached.
async fn put_back(
    tx: &mut ServerTx,
    server: i64,
    pieces: &mut Receiver<Checked>,
    seed: u64,
) -> Result<Option<Restored>, RestoreError> {
    if !tx.takes_archive().await? {
        return Err(RestoreError::NotEmpty);
    }
    let mut random = ChaCha20Rng::seed_from_u64(seed);
    let mut restored = Restored { server, ..Restored::default() };
    let mut seminars = Vec::new();
    while let Some(piece) = pieces.recv().await {
        match piece {
            Checked::Server(_) => {}
            Checked::Seminar(seminar) => {
                tx.put_seminar_back(&seminar, random.random()).await?;
                restored.seminars += 1;
                seminars.push(seminar);
            }
            Checked::Round(round) => {
                tx.put_round_back(&round, random.random()).await?;
                restored.rounds += 1;
                restored.answers += round.responses.len();
            }
            Checked::End => {
                for seminar in &seminars {
                    tx.put_agenda_back(seminar).await?;
                }
                return Ok(Some(restored));
            }
        }
    }
    Ok(None)
}
