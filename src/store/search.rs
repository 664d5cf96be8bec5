//! Full-text search over the book: an index in memory, made anew at each start.

use sqlx::sqlite::{SqliteConnectOptions, SqlitePool, SqlitePoolOptions};

use super::{Result, Store};
use domain::query::Query;
use domain::{Corpus, ServerId};

#[derive(Clone, Debug)]
pub(super) struct Search {
    index: SqlitePool,
}

impl Search {
    pub(super) async fn over(corpus: &Corpus) -> sqlx::Result<Self> {
        // The index lives as long as its one connection, which therefore never closes.
        let index = SqlitePoolOptions::new()
            .min_connections(1)
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(SqliteConnectOptions::new().in_memory(true))
            .await?;
        sqlx::query(
            "create virtual table passages using fts5 (
                 id unindexed, text, voice,
                 tokenize = \"porter unicode61 remove_diacritics 2\"
             )",
        )
        .execute(&index)
        .await?;
        let mut tx = index.begin().await?;
        for quote in corpus.quotes() {
            sqlx::query("insert into passages (id, text, voice) values (?, ?, ?)")
                .bind(&quote.id)
                .bind(&quote.text)
                .bind(corpus.voice(quote))
                .execute(&mut *tx)
                .await?;
        }
        tx.commit().await?;
        Ok(Self { index })
    }
}

impl Store {
    /// The ids of the quotes of a server's book that hold all the words of a query, best first.
    ///
    /// # Errors
    /// If the database fails; never because of what the query says.
    pub async fn search_all(&self, server: ServerId, query: &Query) -> Result<Vec<String>> {
        self.matching(server, &query.all()).await
    }

    /// The ids of the quotes of a server's book that hold any of the words of a query, best first.
    ///
    /// # Errors
    /// If the database fails; never because of what the query says.
    pub async fn search_any(&self, server: ServerId, query: &Query) -> Result<Vec<String>> {
        self.matching(server, &query.any()).await
    }

    /// What matches in the book and in the server's own readings.
    async fn matching(&self, server: ServerId, expression: &str) -> Result<Vec<String>> {
        let mut found: Vec<(String, f64)> =
            sqlx::query_as("select id, rank from passages where passages match ?")
                .bind(expression)
                .fetch_all(&self.search.index)
                .await?;
        found.extend(self.read(server).matching_readings(expression).await?);
        // The better a match, the further below zero its rank.
        found.sort_by(|(_, a), (_, b)| a.total_cmp(b));
        Ok(found.into_iter().map(|(id, _)| id).collect())
    }
}
