//! Drafts a seminar: an agenda that only its facilitator sees.

use jiff::Timestamp;

use super::super::numbers::Counted;
use super::super::row::{kind_word, reveal_word};
use super::super::{Error, NewMeeting, Result, ServerTx};
use super::format_word;
use domain::seminar::{Format, Reveal};
use domain::{ChannelId, ChannelKind, MemberId, RequestId, Seminar, SeminarId};

/// A seminar about to be drafted.
#[derive(Clone, Debug)]
pub struct NewSeminar {
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
    /// How many must vote on a statement.
    pub quorum: Option<u32>,
    /// The ids of the themes that its questions are drawn from.
    pub themes: Vec<String>,
    /// The id of the work that it is about.
    pub work: Option<String>,
    /// The id of the session plan that it follows.
    pub plan: Option<String>,
    /// Who opens it, and facilitates at first.
    pub opener: MemberId,
    /// The name they go by.
    pub name: String,
    /// What it asks.
    pub agenda: Vec<NewItem>,
    /// When it meets, if it is given a date at once.
    pub meeting: Option<NewMeeting>,
    /// When.
    pub now: Timestamp,
}

/// A question about to be put on an agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewItem {
    /// Its id in the book, that of a question or of a prompt, unless it is in the facilitator's own
    /// words.
    pub question: Option<String>,
    /// The problem that it debates.
    pub problem: Option<String>,
    /// The question.
    pub text: String,
    /// Its theme, if it has one.
    pub theme: Option<String>,
    /// How long it may take.
    pub minutes: Option<u16>,
}

impl ServerTx {
    /// Drafts a seminar. The same request twice gives the same one.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn draft_seminar(&mut self, new: NewSeminar) -> Result<Seminar> {
        if let Some(seminar) = self.seminar_drafted(new.request).await? {
            return Ok(seminar);
        }
        let id = self.insert_seminar(&new).await?;
        self.put_seminar_key(id).await?;
        for (position, item) in (0i64..).zip(&new.agenda) {
            self.insert_item(id, position, item).await?;
        }
        if let Some(meeting) = &new.meeting {
            self.set_meeting(id, meeting, new.now).await?;
        }
        self.written_seminar(id).await
    }

    /// Makes the key of a seminar's hashes of members.
    pub(in super::super) async fn put_seminar_key(&mut self, id: SeminarId) -> Result<()> {
        let key = self.keys.make().await?;
        self.statement(
            "insert into seminar_keys (seminar, key_id)
             select id, ?3 from seminars where server = ?1 and id = ?2",
        )
        .bind(id.0)
        .bind(key.to_vec())
        .execute()
        .await?;
        Ok(())
    }

    async fn insert_seminar(&mut self, new: &NewSeminar) -> Result<SeminarId> {
        let themes = serde_json::to_string(&new.themes)
            .map_err(|error| Error::Unreadable(error.to_string()))?;
        let number = self.next_number(Counted::Seminars).await?;
        let id: i64 = self
            .statement(
                "insert into seminars (server, place, kind, request, title, format, reveal,
                                       minutes, quorum, themes, work, opener, facilitator, name,
                                       state, made_at, plan, number)
                 values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12, ?13, 'draft', ?14,
                         ?15, ?16)
                 returning id",
            )
            .bind(new.place.0)
            .bind(kind_word(new.kind))
            .bind(new.request.0)
            .bind(new.title.as_str())
            .bind(format_word(new.format))
            .bind(reveal_word(new.reveal))
            .bind(new.minutes)
            .bind(new.quorum)
            .bind(themes)
            .bind(new.work.as_deref())
            .bind(new.opener.0)
            .bind(new.name.as_str())
            .bind(new.now.as_millisecond())
            .bind(new.plan.as_deref())
            .bind(number)
            .value()
            .await?;
        Ok(SeminarId(id))
    }
}
