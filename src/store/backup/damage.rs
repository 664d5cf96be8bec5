//! What is wrong with a file that should be a database of ours.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use sqlx::sqlite::SqliteConnection;

use super::super::OpenError;

// https://www.sqlite.org/fileformat2.html#the_database_header
const MAGIC: &[u8] = b"SQLite format 3\0";
const HEADER: usize = 100;

/// Says why a copy cannot be read: it is no database at all, cut off, or damaged.
pub(super) fn of_copy(path: &Path) -> OpenError {
    let path = path.to_owned();
    match lengths(&path) {
        None => OpenError::NotACopy(path),
        Some((has, wants)) if has < wants => OpenError::CutOff(path, has, wants),
        Some(_) => OpenError::Damaged(path),
    }
}

/// How many bytes a database has, and how many it says it has; `None` if it is none.
fn lengths(path: &Path) -> Option<(u64, u64)> {
    let mut header = [0; HEADER];
    let mut file = File::open(path).ok()?;
    let has = file.metadata().ok()?.len();
    if let Err(_) = file.read_exact(&mut header) {
        let mut start = vec![0; MAGIC.len()];
        File::open(path).ok()?.read_exact(&mut start).ok()?;
        return (start == MAGIC).then_some((has, HEADER as u64));
    }
    if !header.starts_with(MAGIC) {
        return None;
    }
    let page = match u16::from_be_bytes([header[16], header[17]]) {
        // 65,536 does not fit.
        1 => 65_536,
        size => u64::from(size),
    };
    let pages = u32::from_be_bytes([header[28], header[29], header[30], header[31]]);
    Some((has, page * u64::from(pages)))
}

/// Whether there is nothing in a database.
pub(super) async fn is_empty(db: &mut SqliteConnection) -> bool {
    let tables: sqlx::Result<i64> =
        sqlx::query_scalar("select count(*) from sqlite_schema").fetch_one(db).await;
    tables.is_ok_and(|tables| tables == 0)
}

/// Whether all pages of a database fit together, and every index to its table.
pub(super) async fn is_sound(db: &mut SqliteConnection) -> bool {
    let found: sqlx::Result<String> =
        sqlx::query_scalar("pragma integrity_check(1)").fetch_one(db).await;
    found.is_ok_and(|found| found == "ok")
}
