//! Finds what is held about a member of a server, as JSON: for them to read.

use std::collections::BTreeMap;

use domain::erasure::Held;
use domain::{MemberId, ServerId};
use serde_json::Value;

use super::super::{Error, Result, ServerReads, Store};

/// What is held about a member, by kind; a kind of which there is nothing is not in it.
pub type About = BTreeMap<Held, Vec<Value>>;

/// Whether what a member did without their name is found as well.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// It is, as long as a key links it to them: for the member alone.
    ByKey,
    /// Only what has their name or number: for anybody else.
    ByName,
}

/// An instant as JSON has it.
macro_rules! time {
    ($column:literal) => {
        concat!("strftime('%Y-%m-%dT%H:%M:%SZ', ", $column, " / 1000, 'unixepoch')")
    };
}

/// Where the hash of the member stands, under any key: `?3` holds them all.
macro_rules! tied {
    ($column:literal) => {
        concat!($column, " in (select unhex(value) from json_each(?3))")
    };
}

/// Each kind, and what finds it: one object a row. `?1` is the server, `?2` the member, and `?3` the
/// hashes that link rows without a name to them.
const QUERIES: &[(Held, &str)] = &[
    (
        Held::Answers,
        concat!(
            "select json_object('round', rounds.number, 'question', rounds.text, 'answer', it.text,
                 'anonymous', json(iif(it.member is null, 'true', 'false')), 'name', it.name,
                 'part', it.part, 'stance', it.stance, 'answered_at', ",
            time!("it.answered_at"),
            ", 'edited_at', ",
            time!("it.edited_at"),
            ", 'channel', cast(it.source_place as text),
                 'message', cast(it.source_message as text))
             from responses as it join rounds on rounds.id = it.round
             where it.server = ?1 and rounds.server = ?1 and (it.member = ?2 or ",
            tied!("it.tie"),
            ") order by rounds.number, it.part"
        ),
    ),
    (
        Held::Ratings,
        concat!(
            "select json_object('round', rounds.number, 'opinion', it.opinion)
             from weighings as it join rounds on rounds.id = it.round
             where it.server = ?1 and rounds.server = ?1 and ",
            tied!("it.tie"),
            " order by rounds.number"
        ),
    ),
    (
        Held::Statements,
        concat!(
            "select json_object('round', rounds.number, 'state', it.state, 'proposed_at', ",
            time!("it.made_at"),
            ") from statements as it join rounds on rounds.id = it.round
             where it.server = ?1 and rounds.server = ?1 and it.proposer = ?2 order by rounds.number"
        ),
    ),
    (
        Held::Wordings,
        concat!(
            "select json_object('round', rounds.number, 'version', it.version, 'text', it.text,
                 'name', it.name, 'made_at', ",
            time!("it.made_at"),
            ") from statement_versions as it
             join statements on statements.id = it.statement
             join rounds on rounds.id = statements.round
             where it.server = ?1 and rounds.server = ?1 and it.member = ?2
             order by rounds.number, it.version"
        ),
    ),
    (
        Held::Votes,
        concat!(
            "select json_object('round', rounds.number, 'version', it.version, 'vote', it.voice,
                 'name', it.name, 'reason', it.reason)
             from voices as it
             join statements on statements.id = it.statement
             join rounds on rounds.id = statements.round
             where it.server = ?1 and rounds.server = ?1 and (it.member = ?2 or ",
            tied!("it.tie"),
            ") order by rounds.number"
        ),
    ),
    (
        Held::Questions,
        concat!(
            "select json_object('round', number, 'text', text,
                 'own_words', json(iif(question is null, 'true', 'false')),
                 'channel', cast(place as text), 'asked_at', ",
            time!("posed_at"),
            ") from rounds where server = ?1 and poser = ?2 order by number"
        ),
    ),
    (
        Held::Seminars,
        concat!(
            "select json_object('seminar', number, 'title', title,
                 'opened', json(iif(opener = ?2, 'true', 'false')),
                 'facilitates', json(iif(facilitator is ?2, 'true', 'false')),
                 'name', iif(facilitator is ?2, name, null), 'made_at', ",
            time!("made_at"),
            ") from seminars where server = ?1 and (opener = ?2 or facilitator = ?2)
             order by number"
        ),
    ),
    (
        Held::Roster,
        concat!(
            "select json_object('seminar', seminars.number, 'title', seminars.title,
                 'name', it.name, 'joined_at', ",
            time!("it.joined_at"),
            ", 'may_facilitate', json(iif(it.eligible, 'true', 'false')),
                 'volunteers', json(iif(it.volunteers, 'true', 'false')), 'turns', it.spoken)
             from roster as it join seminars on seminars.id = it.seminar
             where it.server = ?1 and seminars.server = ?1 and (it.member = ?2 or ",
            tied!("it.tie"),
            ") order by seminars.number"
        ),
    ),
    (
        Held::Meetings,
        "select json_object('seminar', seminars.number, 'title', seminars.title, 'name', it.name,
             'day', meetings.day, 'time', meetings.time, 'timezone', meetings.timezone)
         from attendees as it join meetings on meetings.seminar = it.seminar
             join seminars on seminars.id = it.seminar
         where it.server = ?1 and seminars.server = ?1 and it.member = ?2
         order by seminars.number",
    ),
    (
        Held::Turns,
        "select json_object('seminar', seminars.number, 'name', it.name,
             'speaking', json(iif(it.speaking, 'true', 'false')))
         from queue as it join seminars on seminars.id = it.seminar
         where it.server = ?1 and seminars.server = ?1 and it.member = ?2
         order by seminars.number",
    ),
    (
        Held::Sides,
        concat!(
            "select json_object('seminar', seminars.number, 'question', agenda.text,
                 'stance', it.stance)
             from cards as it
             join agenda on agenda.id = it.item
             join seminars on seminars.id = agenda.seminar
             where it.server = ?1 and seminars.server = ?1 and ",
            tied!("it.tie"),
            " order by seminars.number, agenda.position"
        ),
    ),
    (
        Held::Recalls,
        concat!(
            "select json_object('seminar', seminars.number, 'by', 'you', 'of', 'facilitator')
             from recalls as it join seminars on seminars.id = it.seminar
             where it.server = ?1 and seminars.server = ?1 and ",
            tied!("it.tie"),
            " union all
             select json_object('seminar', seminars.number, 'by', 'group', 'of', 'you')
             from recalled as it join seminars on seminars.id = it.seminar
             where it.server = ?1 and seminars.server = ?1 and it.member = ?2"
        ),
    ),
    (
        Held::TakeDowns,
        concat!(
            "select json_object('entry', it.number, 'round', rounds.number, 'kind', it.kind,
                 'reason', it.reason, 'by_you', json(iif(it.facilitator is ?2, 'true', 'false')),
                 'kept_from_answering',
                 json(iif(it.muted and it.facilitator is not ?2, 'true', 'false')), 'taken_at', ",
            time!("it.taken_at"),
            ") from takedowns as it join rounds on rounds.id = it.round
             where it.server = ?1 and rounds.server = ?1 and (it.facilitator = ?2 or ",
            tied!("it.tie"),
            ") order by it.number"
        ),
    ),
    (
        Held::SecondThoughts,
        concat!(
            "select json_object('round', rounds.number, 'mind', it.mind, 'passage', it.passage,
                 'reason', it.reason)
             from second_thoughts as it join rounds on rounds.id = it.round
             where it.server = ?1 and rounds.server = ?1 and ",
            tied!("it.tie"),
            " order by rounds.number"
        ),
    ),
    (
        Held::Consents,
        concat!(
            "select json_object('round', rounds.number, 'channel', cast(it.place as text),
                 'message', cast(it.message as text),
                 'author', json(iif(it.author = ?2, 'true', 'false')),
                 'asked_by_you', json(iif(it.asker = ?2, 'true', 'false')),
                 'text', iif(it.author = ?2, it.text, null), 'kept_until', ",
            time!("it.expires_at"),
            ") from consents as it join rounds on rounds.id = it.round
             where it.server = ?1 and rounds.server = ?1
               and (it.author = ?2 or it.asker = ?2) order by it.id"
        ),
    ),
    (
        Held::Kept,
        concat!(
            "select json_object('quote', quote, 'kept_at', ",
            time!("kept_at"),
            ") from kept where server = ?1 and member = ?2 order by quote"
        ),
    ),
    (
        Held::Dailies,
        concat!(
            "select json_object('daily', number, 'channel', cast(place as text), 'time', time,
                 'timezone', timezone, 'days', days, 'theme', theme, 'author', author,
                 'work', work, 'made_at', ",
            time!("made_at"),
            ", 'removed_at', ",
            time!("removed_at"),
            ") from schedules where server = ?1 and maker = ?2 order by number"
        ),
    ),
    (
        Held::Readings,
        concat!(
            "select json_object('reading', number, 'title', title, 'state', state, 'added_at', ",
            time!("found_at"),
            ") from readings where server = ?1 and adder = ?2 order by number"
        ),
    ),
    (
        Held::Drafts,
        concat!(
            "select json_object('text', text, 'kept_until', ",
            time!("expires_at"),
            ") from drafts where server = ?1 and member = ?2"
        ),
    ),
    (
        Held::Told,
        "select json_object('told', json('true'))
         from informed where server = ?1 and member = ?2",
    ),
];

impl ServerReads {
    /// What is held about a member in this server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn held_about(&mut self, member: MemberId, link: Link) -> Result<About> {
        let hashes = match link {
            Link::ByKey => self.hashes_of(member).await?,
            Link::ByName => "[]".to_owned(),
        };
        let mut about = About::new();
        for (kind, query) in QUERIES {
            let rows: Vec<String> =
                self.statement(*query).bind(member.0).bind(&hashes).values().await?;
            let rows: serde_json::Result<Vec<Value>> =
                rows.iter().map(|row| serde_json::from_str(row)).collect();
            let rows = rows.map_err(|error| Error::Unreadable(error.to_string()))?;
            if !rows.is_empty() {
                about.insert(*kind, rows);
            }
        }
        let outgoing = self.outgoing_about(member).await?;
        if !outgoing.is_empty() {
            about.insert(Held::Outgoing, outgoing);
        }
        Ok(about)
    }
}

impl Store {
    /// The servers in which there may be something about a member, with their name or without.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn servers_about(&self, member: MemberId) -> Result<Vec<ServerId>> {
        let servers: Vec<i64> = sqlx::query_scalar(ANYWHERE)
            .bind(member.0)
            .bind(member.to_string())
            .fetch_all(&self.reads)
            .await?;
        Ok(servers.into_iter().map(ServerId).collect())
    }
}

/// A row without a name may be anybody's: only its key tells.
const ANYWHERE: &str = "
    select server from responses where member = ?1 or tie is not null
    union select server from weighings where tie is not null
    union select server from statements where proposer = ?1
    union select server from statement_versions where member = ?1
    union select server from voices where member = ?1 or tie is not null
    union select server from rounds where poser = ?1
    union select server from seminars where opener = ?1 or facilitator = ?1
    union select server from roster where member = ?1 or tie is not null
    union select server from queue where member = ?1
    union select server from cards
    union select server from recalls
    union select server from recalled where member = ?1
    union select server from takedowns where facilitator = ?1 or tie is not null
    union select server from second_thoughts
    union select server from consents where author = ?1 or asker = ?1
    union select server from kept where member = ?1
    union select server from schedules where maker = ?1
    union select server from readings where adder = ?1
    union select server from drafts where member = ?1
    union select server from informed where member = ?1
    union select server from outbox where instr(effect, ?2) > 0
    order by server";
