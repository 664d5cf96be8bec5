//! What is done about a meeting when it is due.

use jiff::Timestamp;

use super::Meetings;
use super::look::Look;
use crate::messages::seminar::meeting::{Obstacle, ask_effects, passed_effects, reminder};
use crate::messages::seminar::started_effects;
use crate::store::{self, NewMeeting, ServerTx};
use domain::meeting::{LocalTime, Meeting, MeetingState, Opening};
use domain::seminar::SeminarState;
use domain::{MemberId, Seminar, SeminarId, ServerId};

/// A meeting that is due.
struct Due {
    server: ServerId,
    seminar: Seminar,
    meeting: Meeting,
    now: Timestamp,
}

impl Meetings {
    /// Looks after a meeting that is due.
    pub(super) async fn attend(&self, server: ServerId, id: SeminarId) -> store::Result<()> {
        let now = self.clock.now();
        let Some(seminar) = self.store.read(server).seminar(id).await? else { return Ok(()) };
        let Some(meeting) = seminar.meeting.clone() else { return Ok(()) };
        let due = Due { server, seminar, meeting, now };
        if now >= due.meeting.ends_at() {
            return self.pass(&due).await;
        }
        match self.look(server, &due.seminar, &due.meeting, now).await? {
            Look::Later(at) => {
                let put_off = async |tx: &mut ServerTx| tx.put_off_meeting(id, at).await;
                self.store.change(server, put_off).await
            }
            Look::Moved(starts_at) => self.follow(&due, starts_at).await,
            // The bot may have been down when it was to remind: then it is too late for that.
            Look::Unchanged(others)
                if due.meeting.state == MeetingState::Planned && now < due.meeting.starts_at =>
            {
                self.remind(&due, &others).await
            }
            Look::Deleted
                if due.meeting.state == MeetingState::Planned && now < due.meeting.starts_at =>
            {
                self.remind(&due, &[]).await
            }
            Look::Unchanged(_) => self.start(&due, false).await,
            Look::Deleted => self.start(&due, true).await,
        }
    }

    /// Its event has another time: so has the meeting.
    async fn follow(&self, due: &Due, starts_at: Timestamp) -> store::Result<()> {
        let at = LocalTime::of(starts_at, &due.meeting.at.timezone);
        let new = NewMeeting { at, starts_at, minutes: None, opening: None };
        self.set(due.server, due.seminar.id, &new, true, due.now).await
    }

    async fn remind(&self, due: &Due, others: &[(MemberId, String)]) -> store::Result<()> {
        let remind = async |tx: &mut ServerTx| {
            let Some(seminar) = due.advance(tx, MeetingState::Reminded).await? else {
                return Ok(());
            };
            tx.emit(|| reminder(&seminar, others), due.now).await
        };
        self.store.change(due.server, remind).await
    }

    /// It is time: the seminar starts, or its facilitator is asked to start it.
    async fn start(&self, due: &Due, event_deleted: bool) -> store::Result<()> {
        let corpus = self.books.of(due.server).await?;
        let obstacle = self.obstacle(due, event_deleted).await?;
        let by_itself = due.meeting.opening == Opening::Itself && obstacle.is_none();
        let start = async |tx: &mut ServerTx| {
            if by_itself {
                if !due.is_as_it_was(tx).await? {
                    return Ok(());
                }
                return match tx.start_seminar(due.seminar.id, due.now).await? {
                    Some(started) => {
                        let effects = || started_effects(&corpus, &due.seminar, &started);
                        tx.emit(effects, due.now).await
                    }
                    None => Ok(()),
                };
            }
            match due.advance(tx, MeetingState::Asked).await? {
                Some(seminar) => {
                    tx.emit(|| ask_effects(&corpus, &seminar, obstacle), due.now).await
                }
                None => Ok(()),
            }
        };
        self.store.change(due.server, start).await
    }

    /// What keeps a seminar from starting by itself. Without a facilitator nobody could be asked to
    /// start it either.
    async fn obstacle(&self, due: &Due, event_deleted: bool) -> store::Result<Option<Obstacle>> {
        let Due { server, seminar, meeting, .. } = due;
        let absent = match &seminar.facilitator {
            Some((member, _)) => self.platform.has_left(*server, *member).await,
            None => true,
        };
        if absent {
            return Ok(Some(Obstacle::NoFacilitator));
        }
        if meeting.opening == Opening::Asks {
            return Ok(None);
        }
        if seminar.agenda.is_empty() {
            return Ok(Some(Obstacle::NoAgenda));
        }
        if event_deleted {
            return Ok(Some(Obstacle::EventDeleted));
        }
        let here = self.store.read(*server).seminars_here(seminar.place).await?;
        if here.iter().any(|other| other.state == SeminarState::Open) {
            return Ok(Some(Obstacle::AnotherOpen));
        }
        let found = self.platform.place(*server, seminar.place).await;
        let closed = found.is_none_or(|place| !place.missing.is_empty());
        Ok(closed.then_some(Obstacle::Channel))
    }

    /// Its time has passed, and we were not there.
    async fn pass(&self, due: &Due) -> store::Result<()> {
        let corpus = self.books.of(due.server).await?;
        let pass = async |tx: &mut ServerTx| match due.advance(tx, MeetingState::Over).await? {
            Some(seminar) => tx.emit(|| passed_effects(&corpus, &seminar), due.now).await,
            None => Ok(()),
        };
        self.store.change(due.server, pass).await
    }
}

impl Due {
    /// Whether nobody has changed the meeting since it was looked at.
    async fn is_as_it_was(&self, tx: &mut ServerTx) -> store::Result<bool> {
        let now = tx.seminar(self.seminar.id).await?.and_then(|it| it.meeting);
        let same =
            |it: &Meeting| (it.state, it.starts_at) == (self.meeting.state, self.meeting.starts_at);
        Ok(now.as_ref().is_some_and(same))
    }

    /// Takes the meeting to another state, and gives the seminar as it is then; `None` if somebody has
    /// changed it meanwhile.
    async fn advance(&self, tx: &mut ServerTx, to: MeetingState) -> store::Result<Option<Seminar>> {
        if !self.is_as_it_was(tx).await? {
            return Ok(None);
        }
        tx.advance_meeting(self.seminar.id, self.meeting.state, to).await?;
        tx.seminar(self.seminar.id).await
    }
}
