//! The quotes, read through one connection, and what is written, on a thread of its own.

use std::sync::{Mutex, PoisonError, mpsc};
use std::thread;

use rusqlite::{Connection, OptionalExtension, Transaction, params};
use tokio::sync::oneshot;

/// The themes of the 10,000 quotes.
const THEMES: [&str; 8] = [
    "power",
    "liberty",
    "economy",
    "planning",
    "bureaucracy",
    "thought",
    "institutions",
    "history",
];
const QUOTES: usize = 10_000;
const PER_THEME: usize = QUOTES / THEMES.len();

const TABLES: &str = "
    CREATE TABLE IF NOT EXISTS quotes (id INTEGER PRIMARY KEY, theme TEXT NOT NULL,
        nth INTEGER NOT NULL, author TEXT NOT NULL, work TEXT NOT NULL, text TEXT NOT NULL,
        UNIQUE (theme, nth));
    CREATE TABLE IF NOT EXISTS answers (id INTEGER PRIMARY KEY, guild INTEGER NOT NULL,
        member INTEGER NOT NULL, text TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS drawn (id INTEGER PRIMARY KEY, channel INTEGER NOT NULL,
        quote INTEGER NOT NULL);";

pub struct Quote {
    pub id: i64,
    pub theme: String,
    pub author: String,
    pub work: String,
    pub text: String,
}

/// Something to be written.
pub enum Row {
    Answer { guild: u64, member: u64, text: String },
    Drawn { channel: u64, quote: i64 },
}

type Written = oneshot::Sender<rusqlite::Result<usize>>;

pub struct Database {
    reader: Mutex<Connection>,
    writer: mpsc::Sender<(Row, Written)>,
}

impl Database {
    pub fn open(path: &str, synchronous: &str) -> rusqlite::Result<Self> {
        let connect = || -> rusqlite::Result<Connection> {
            let connection = Connection::open(path)?;
            connection.pragma_update(None, "journal_mode", "WAL")?;
            connection.pragma_update(None, "synchronous", synchronous)?;
            Ok(connection)
        };
        let mut writing = connect()?;
        writing.execute_batch(TABLES)?;
        let full: bool =
            writing.query_row("SELECT EXISTS (SELECT 1 FROM quotes)", [], |row| row.get(0))?;
        if !full {
            let transaction = writing.transaction()?;
            fill(&transaction)?;
            transaction.commit()?;
        }
        let (writer, rows) = mpsc::channel::<(Row, Written)>();
        thread::spawn(move || {
            for (row, written) in rows {
                let _ = written.send(write(&writing, row));
            }
        });
        Ok(Self { reader: Mutex::new(connect()?), writer })
    }

    /// A random quote about a theme.
    pub fn quote(&self, theme: &str) -> rusqlite::Result<Option<Quote>> {
        let reader = self.reader.lock().unwrap_or_else(PoisonError::into_inner);
        let mut statement = reader.prepare_cached(
            "SELECT id, theme, author, work, text FROM quotes WHERE theme = ?1 AND nth = ?2",
        )?;
        let quote = statement.query_row(params![theme, fastrand::usize(..PER_THEME)], |row| {
            Ok(Quote {
                id: row.get(0)?,
                theme: row.get(1)?,
                author: row.get(2)?,
                work: row.get(3)?,
                text: row.get(4)?,
            })
        });
        quote.optional()
    }

    /// Writes a row, and waits until it is written.
    pub async fn write(&self, row: Row) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        let (written, done) = oneshot::channel();
        self.writer.send((row, written))?;
        done.await??;
        Ok(())
    }
}

fn write(connection: &Connection, row: Row) -> rusqlite::Result<usize> {
    match row {
        Row::Answer { guild, member, text } => connection
            .prepare_cached("INSERT INTO answers (guild, member, text) VALUES (?1, ?2, ?3)")?
            .execute(params![guild.cast_signed(), member.cast_signed(), text]),
        Row::Drawn { channel, quote } => connection
            .prepare_cached("INSERT INTO drawn (channel, quote) VALUES (?1, ?2)")?
            .execute(params![channel.cast_signed(), quote]),
    }
}

fn fill(transaction: &Transaction<'_>) -> rusqlite::Result<()> {
    let mut insert = transaction.prepare(
        "INSERT INTO quotes (theme, nth, author, work, text) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for n in 0..QUOTES {
        let theme = THEMES[n % THEMES.len()];
        let text = format!("Sentence {n}, which says something about {theme}. ").repeat(4);
        let (author, work) = (format!("Author {}", n % 20), format!("Work {}", n % 50));
        insert.execute(params![theme, n / THEMES.len(), author, work, text])?;
    }
    Ok(())
}
