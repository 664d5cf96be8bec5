//! Drafts a seminar: an agenda that only its facilitator sees.

use jiff::Timestamp;
use sqlx::sqlite::SqliteConnection;

use super::super::row::{kind_word, reveal_word};
use super::super::{Error, Result, Store};
use super::{find, format_word, load, vanished};
use domain::member_hash::Key;
use domain::seminar::{Format, Reveal};
use domain::{ChannelId, ChannelKind, MemberId, RequestId, Seminar, SeminarId, ServerId};

/// A seminar about to be drafted.
#[derive(Clone, Debug)]
pub struct NewSeminar {
    /// Whose.
    pub server: ServerId,
    /// The channel, thread or forum it will meet in.
    pub place: ChannelId,
    /// What that is.
    pub kind: ChannelKind,
    /// What the request is called; the same twice is one seminar.
    pub request: RequestId,
    /// What it is called.
    pub title: String,
    /// How its rounds go.
    pub format: Format,
    /// When answers are shown.
    pub reveal: Reveal,
    /// After how many minutes they are shown by themselves.
    pub minutes: Option<u32>,
    /// How many must speak to a statement.
    pub quorum: Option<u32>,
    /// The ids of the themes that its questions are drawn from.
    pub themes: Vec<String>,
    /// The id of the work that it is about.
    pub work: Option<String>,
    /// Who opens it, and facilitates at first.
    pub opener: MemberId,
    /// The name they go by.
    pub name: String,
    /// What it asks.
    pub agenda: Vec<NewItem>,
    /// The key of its unnamed participants.
    pub key: Key,
    /// When.
    pub now: Timestamp,
}

/// A question about to be put on an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewItem {
    /// Its id in the book, unless it is in the facilitator's own words.
    pub question: Option<String>,
    /// The problem that it debates.
    pub problem: Option<String>,
    /// The question.
    pub text: String,
    /// Its theme, if it has one.
    pub theme: Option<String>,
}

impl Store {
    /// Drafts a seminar. The same request twice gives the same one.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn draft_seminar(&self, new: NewSeminar) -> Result<Seminar> {
        self.write(move |db| Box::pin(draft(db, new))).await
    }
}

async fn draft(db: &mut SqliteConnection, new: NewSeminar) -> Result<Seminar> {
    if let Some(seminar) = find(db, new.server, "request = ?", new.request.0).await? {
        return Ok(seminar);
    }
    let id = SeminarId(insert(db, &new).await?);
    sqlx::query("insert into seminar_keys (seminar, key) values (?, ?)")
        .bind(id.0)
        .bind(new.key.as_slice())
        .execute(&mut *db)
        .await?;
    for (position, item) in (0i64..).zip(&new.agenda) {
        put(db, new.server, id, position, item).await?;
    }
    load(db, new.server, id).await?.ok_or_else(|| vanished(id))
}

async fn insert(db: &mut SqliteConnection, new: &NewSeminar) -> Result<i64> {
    let themes =
        serde_json::to_string(&new.themes).map_err(|error| Error::Unreadable(error.to_string()))?;
    let id = sqlx::query_scalar(
        "insert into seminars (server, place, kind, request, title, format, reveal, minutes,
                               quorum, themes, work, opener, facilitator, name, state, made_at)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'draft', ?)
         returning id",
    )
    .bind(new.server.0)
    .bind(new.place.0)
    .bind(kind_word(new.kind))
    .bind(new.request.0)
    .bind(&new.title)
    .bind(format_word(new.format))
    .bind(reveal_word(new.reveal))
    .bind(new.minutes)
    .bind(new.quorum)
    .bind(themes)
    .bind(&new.work)
    .bind(new.opener.0)
    .bind(new.opener.0)
    .bind(&new.name)
    .bind(new.now.as_millisecond())
    .fetch_one(db)
    .await?;
    Ok(id)
}

pub(super) async fn put(
    db: &mut SqliteConnection,
    server: ServerId,
    seminar: SeminarId,
    position: i64,
    item: &NewItem,
) -> Result<()> {
    sqlx::query(
        "insert into agenda (seminar, server, position, question, problem, text, theme)
         values (?, ?, ?, ?, ?, ?, ?)",
    )
    .bind(seminar.0)
    .bind(server.0)
    .bind(position)
    .bind(&item.question)
    .bind(&item.problem)
    .bind(&item.text)
    .bind(&item.theme)
    .execute(db)
    .await?;
    Ok(())
}
