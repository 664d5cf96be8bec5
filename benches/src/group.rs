//! A group on a database of its own, with as many answers and schedules as are asked for.

use std::path::PathBuf;
use std::sync::Arc;

use commonplace::command::{
    Allowances, Attachment, BoxFuture, Channel, ChannelKind, ChannelPermissions, Context, Limits,
    Member, Platform, Services, UserError,
};
use commonplace::command::{Invocation, Suggested};
use commonplace::commands::{self, Request};
use commonplace::messages::{Choice, Reply};
use commonplace::server_corpora::Books;
use commonplace::store::{Mode, Store};
use domain::{ChannelId, Corpus, MemberId, RequestId, ServerId};
use jiff::{SignedDuration, Timestamp};
use sqlx::ConnectOptions;
use sqlx::sqlite::SqliteConnectOptions;
use tempfile::TempDir;

/// The group's server.
pub const SERVER: ServerId = ServerId(1);
/// The channel that it meets in.
const CHANNEL: ChannelId = ChannelId(10);
/// When everything begins.
const BEGIN: i64 = 1_790_000_000;

/// A group.
pub struct Group {
    /// What its commands work on.
    pub services: Services,
    /// Now.
    pub now: Timestamp,
    requests: i64,
    _folder: TempDir,
}

/// A platform on which the bot may do everything.
struct Open;

impl Platform for Open {
    fn place(&self, _: ServerId, _: ChannelId) -> BoxFuture<'_, Option<ChannelPermissions>> {
        let here = ChannelPermissions { kind: ChannelKind::Channel, missing: Vec::new() };
        Box::pin(std::future::ready(Some(here)))
    }

    fn download(&self, _: Attachment, _: u64) -> BoxFuture<'_, Result<Vec<u8>, UserError>> {
        Box::pin(std::future::ready(Ok(Vec::new())))
    }
}

impl Group {
    /// A group that reads this book, after `statements` have filled its database.
    ///
    /// # Panics
    /// If the database fails.
    pub async fn new(book: Arc<Corpus>, statements: &[String]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("commonplace.db");
        if !statements.is_empty() {
            Store::open(&path, Mode::Bot).await.unwrap().close().await;
            fill(&path, statements).await;
        }
        let store = Store::open(&path, Mode::Bot).await.unwrap();
        let books = Books::new(book, store).await.unwrap();
        let ever = [u32::MAX; 2];
        let often = Allowances {
            answers: ever,
            questions: ever,
            imports: ever,
            exports: ever,
            copies: ever,
        };
        let limits = Limits { often, ..Limits::default() };
        let services = Services::new(books, Arc::new(Open), limits);
        let now = Timestamp::from_second(BEGIN).unwrap();
        Self { services, now, requests: 0, _folder: folder }
    }

    /// Who gives the next command, ten seconds after the one before.
    pub fn context(&mut self, member: i64) -> Context {
        self.requests += 1;
        self.now += SignedDuration::from_secs(10);
        Context {
            server: SERVER,
            channel: Channel::new(CHANNEL, ChannelKind::Channel),
            member: Member {
                id: MemberId(member),
                name: format!("Member {member}"),
                manages_server: false,
                administers: false,
                roles: Vec::new(),
            },
            request: RequestId(self.requests),
            pressed: None,
            alone: false,
            pressed_alone: false,
            language: None,
            server_language: None,
            now: self.now,
            largest_file: 10_000_000,
            seed: u64::try_from(self.requests).unwrap(),
        }
    }

    /// What a member types.
    ///
    /// # Panics
    /// If it is no command.
    pub async fn says(&mut self, member: i64, line: &str) -> Reply {
        let context = self.context(member);
        let request = Request::typed(Invocation::parse(line).unwrap());
        commands::run(request, &context, &self.services).await
    }

    /// What completes what a member has typed so far.
    ///
    /// # Panics
    /// If the database fails.
    pub async fn completes(&mut self, kind: Suggested, typed: &str) -> Vec<Choice> {
        let context = self.context(100);
        commands::suggest(kind, typed, &context, &self.services).await.unwrap()
    }
}

async fn fill(path: &PathBuf, statements: &[String]) {
    let options = SqliteConnectOptions::new().filename(path).foreign_keys(true);
    let mut connection = options.connect().await.unwrap();
    for statement in statements {
        let sql = sqlx::AssertSqlSafe(statement.clone());
        sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    }
    sqlx::raw_sql("pragma optimize").execute(&mut connection).await.unwrap();
    sqlx::Connection::close(connection).await.unwrap();
}
