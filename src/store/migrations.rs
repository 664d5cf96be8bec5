//! The migrations in `migrations/`, as they travel inside the binary.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};
use sqlx::SqlSafeStr;
use sqlx::migrate::{Migration, MigrationType, Migrator};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/migrations");

/// All of them, oldest first.
pub(super) static MIGRATIONS: LazyLock<Migrator> = LazyLock::new(|| {
    let mut all: Vec<Migration> = FILES.files().filter_map(read_migration).collect();
    all.sort_by_key(|migration| migration.version);
    Migrator::with_migrations(all)
});

/// `0001_book.sql`: the version, and what it is about.
fn read_migration(file: &'static include_dir::File<'static>) -> Option<Migration> {
    let path = file.path();
    if path.extension() != Some("sql".as_ref()) {
        return None;
    }
    let (version, about) = path.file_stem().and_then(|stem| stem.to_str())?.split_once('_')?;
    let sql = file.contents_utf8()?.into_sql_str();
    let about = about.replace('_', " ");
    Some(Migration::new(version.parse().ok()?, about.into(), MigrationType::Simple, sql, false))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn every_file_is_a_migration_and_none_is_missing() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
        let files = std::fs::read_dir(folder).unwrap().filter(|entry| {
            let path = entry.as_ref().unwrap().path();
            // What they make together.
            path.extension() == Some("sql".as_ref()) && !path.ends_with("schema.sql")
        });
        let versions: Vec<i64> = MIGRATIONS.iter().map(|migration| migration.version).collect();
        assert_eq!(versions.len(), files.count());
        assert_eq!(versions, (1..=versions.len() as i64).collect::<Vec<_>>());
    }
}
