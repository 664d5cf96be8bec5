//! A server moves with every row, whatever happens on the way.

mod copies;
mod counting;
mod cut_short;
mod power;
mod refusals;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::*;
use crate::store::keys::path_of;
use crate::store::tests::migrations::sampled;
use crate::store::{Mode, Store};
use domain::ServerId;

const HERE: ServerId = ServerId(1);
const THERE: ServerId = ServerId(2);

/// Every row of a server, table by table, to the letter.
type Rows = Vec<(&'static str, Vec<String>)>;

/// Two files in one folder, of which the first has servers.
struct Files {
    folder: TempDir,
    from: PathBuf,
    to: PathBuf,
}

impl Files {
    /// A server with rows in every table, and another one.
    async fn new() -> Self {
        // The file and its keys, made once.
        static MADE: OnceCell<[Vec<u8>; 2]> = OnceCell::const_new();
        let [file, keys] = MADE.get_or_init(made).await;
        let folder = crate::testing::folder();
        let from = folder.path().canonicalize().unwrap().join("group.db");
        std::fs::write(&from, file).unwrap();
        std::fs::write(path_of(&from), keys).unwrap();
        let to = from.with_file_name("other.db");
        Self { folder, from, to }
    }

    async fn begin(&self) -> Result<Move, MoveError> {
        self.begin_with(&Which::Server(HERE)).await
    }

    async fn begin_with(&self, which: &Which) -> Result<Move, MoveError> {
        Move::open((&self.from, &self.to), which, at(1), 7).await
    }

    /// The whole move, as the program does it.
    async fn moves(&self) -> Result<(), MoveError> {
        moves(&self.from, &self.to, &Which::Server(HERE), 1).await
    }
}

async fn made() -> [Vec<u8>; 2] {
    let folder = crate::testing::folder();
    sampled(&folder).await.close().await.unwrap();
    let path = crate::testing::path(&folder);
    let store = open(&path).await;
    store.server_is_here(HERE).await.unwrap();
    pose(&store, THERE, 1).await;
    store.close().await;
    // What goes when keys are missing, as those of the samples are.
    let mut db = SqliteConnectOptions::new().filename(&path).connect().await.unwrap();
    sqlx::raw_sql(UNNAMED).execute(&mut db).await.unwrap();
    db.close().await.unwrap();
    [std::fs::read(&path).unwrap(), std::fs::read(path_of(&path)).unwrap()]
}

async fn moves(from: &Path, to: &Path, which: &Which, seconds: i64) -> Result<(), MoveError> {
    let mut moving = Move::open((from, to), which, at(seconds), 7).await?;
    let mut moved = Ok(());
    for server in moving.servers().to_vec() {
        moved = moved.and(moving.take(server).await.map(drop));
    }
    moving.close().await;
    moved
}

fn at(seconds: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + seconds).unwrap()
}

async fn open(path: &Path) -> Store {
    Store::open(path, Mode::Bot).await.unwrap()
}

async fn pose(store: &Store, server: ServerId, request: i64) {
    let round = crate::store::tests::round(request);
    store.change(server, async |tx| tx.pose(&round).await).await.unwrap();
}

async fn reader(path: &Path) -> SqliteConnection {
    SqliteConnectOptions::new().filename(path).read_only(true).connect().await.unwrap()
}

/// What a file has of a server.
async fn rows_in(path: &Path, server: ServerId) -> Rows {
    if !path.exists() {
        return Rows::new();
    }
    let mut db = reader(path).await;
    let mut found = Rows::new();
    for (name, rows) in rows::tables() {
        let columns = rows::columns(&mut db, name).await.unwrap();
        let quoted = columns.iter().map(|column| format!("quote({column})"));
        let quoted = quoted.collect::<Vec<_>>().join(" || ' ' || ");
        if quoted.is_empty() {
            continue;
        }
        let sql = AssertSqlSafe(format!("select {quoted} from {name} where {rows} order by 1"));
        let of_table: Vec<String> =
            sqlx::query_scalar(sql).bind(server.0).fetch_all(&mut db).await.unwrap();
        if !of_table.is_empty() {
            found.push((name, of_table));
        }
    }
    db.close().await.unwrap();
    found
}

const UNNAMED: &str = "
    insert into recalls (seminar, server, tie)
        select id, server, randomblob(32) from seminars where server = 1;
    insert into cards (item, server, tie, stance)
        select id, server, randomblob(32), 'libertarian' from agenda where server = 1;
    insert into second_thoughts (id, server, round, tie, mind, reason)
        select 70000 + round, server, round, randomblob(32), 'changed', 'They did it.'
        from revisits where server = 1;";
