//! Why something about a seminar was refused.

use super::super::ui::{Key, Span, text};
use super::super::{Button, Text, TimeStyle};
use super::facilitator::take_over_button;
use domain::SeminarNumber;
use jiff::Timestamp;

/// Why a seminar cannot be shown, or cannot go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SeminarError {
    /// There is none of that number that they can see.
    NotFound(SeminarNumber),
    /// It is a draft of somebody else.
    SomebodysDraft(SeminarNumber),
    /// There is none that could be meant.
    NoneHere,
    /// Several could be meant.
    Several,
    /// It has not started.
    NotStarted,
    /// It has started already.
    Started,
    /// The member has no draft to start.
    NoDraft {
        /// Whether somebody else's seminar is open here.
        open_here: bool,
    },
    /// The member has several drafts, none of them here.
    SeveralDrafts,
    /// It is over.
    Closed,
    /// The server keeps facilitation to a role.
    NotEligible,
    /// Only its facilitator may.
    NotFacilitator {
        /// What the member wanted to do.
        action: SeminarAction,
        /// The facilitator's name, if there is one.
        facilitator: Option<String>,
        /// The seminar, if the member can take it over.
        take_over: Option<SeminarNumber>,
    },
    /// There is nothing on its agenda.
    EmptyAgenda,
    /// Another seminar is open where it meets.
    AnotherOpen,
    /// A debate cannot be live.
    DebateIsSealed,
    /// A plan comes with a choice of what it is drawn from.
    PlanIsWhole,
    /// The book has no question for it.
    NoQuestions,
    /// The question was posed or removed meanwhile.
    ItemPosed,
    /// The book has no other question for an item.
    NoOtherQuestion,
    /// It deals no sides.
    NotADebate,
    /// The member has no side at the moment.
    NoSide,
    /// The question was posed, or the seminar closed, meanwhile.
    PosedMeanwhile,
    /// No question has been posed.
    NonePosed,
    /// A newer question is open.
    NewerRound,
    /// The round is closed.
    RoundClosed,
    /// The answers are revealed already.
    Revealed,
    /// There is no answer to reveal.
    Unanswered,
    /// A date that has passed.
    Past(Timestamp),
    /// A date that is too far ahead.
    TooFar,
    /// It has no date.
    NoDate,
    /// Its meeting is not to come any more.
    NotAhead,
    /// What goes with a date was given without one.
    NeedsDate,
}

/// What only a seminar's facilitator can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum SeminarAction {
    ChangeAgenda,
    Start,
    Pose,
    Reveal,
    Close,
    Decide,
    HandOver,
    ShowQueue,
    ReadNotes,
    TakeOver,
    EditQuestion,
    CloseRound,
    SetDate,
}

impl SeminarError {
    /// What the member reads.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::NotFound(id) => text!("seminar-error-not-found", id = id.0),
            Self::SomebodysDraft(id) => text!("seminar-error-draft", id = id.0),
            Self::NoneHere => text!("seminar-error-none"),
            Self::Several => text!("seminar-error-several"),
            Self::NotStarted => text!("seminar-error-not-started"),
            Self::NoDraft { open_here } => text!("seminar-error-no-draft", open = *open_here),
            Self::SeveralDrafts => text!("seminar-error-several-drafts"),
            Self::Started => text!("seminar-error-started"),
            Self::Closed => text!("seminar-error-closed"),
            Self::NotEligible => text!("seminar-error-not-eligible"),
            Self::NotFacilitator { action, facilitator, take_over } => text!(
                "seminar-error-not-facilitator",
                facilitator = facilitator.as_ref(),
                takes = take_over.is_some(),
                action = action.key(),
            ),
            Self::EmptyAgenda => text!("seminar-error-empty-agenda"),
            Self::AnotherOpen => text!("seminar-error-another-open"),
            Self::DebateIsSealed => text!("seminar-error-sealed-debate"),
            Self::PlanIsWhole => text!("seminar-error-plan-is-whole"),
            Self::NoQuestions => text!("seminar-error-no-questions"),
            Self::ItemPosed => text!("seminar-error-item-posed"),
            Self::NoOtherQuestion => text!("seminar-error-no-other-question"),
            Self::NotADebate => text!("seminar-error-not-a-debate"),
            Self::NoSide => text!("seminar-error-no-side"),
            Self::PosedMeanwhile => text!("seminar-error-posed-meanwhile"),
            Self::NonePosed => text!("seminar-error-none-posed"),
            Self::NewerRound => text!("seminar-error-newer-round"),
            Self::RoundClosed => text!("seminar-error-round-closed"),
            Self::Revealed => text!("seminar-error-revealed"),
            Self::Unanswered => text!("seminar-error-unanswered"),
            Self::Past(at) => {
                text!("meeting-error-past", when = Span::When(*at, TimeStyle::Full))
            }
            Self::TooFar => text!("meeting-error-too-far"),
            Self::NoDate => text!("meeting-error-no-date"),
            Self::NotAhead => text!("meeting-error-not-ahead"),
            Self::NeedsDate => text!("meeting-error-needs-date"),
        }
    }
}

impl SeminarError {
    /// What the member can do instead.
    #[must_use]
    pub fn buttons(&self) -> Vec<Button> {
        match self {
            Self::NotFacilitator { take_over: Some(seminar), .. } => {
                vec![take_over_button(*seminar)]
            }
            _ => Vec::new(),
        }
    }
}

impl SeminarAction {
    fn key(self) -> Key {
        Key(match self {
            Self::ChangeAgenda => "change-agenda",
            Self::Start => "start",
            Self::Pose => "pose",
            Self::Reveal => "reveal",
            Self::Close => "close",
            Self::Decide => "decide",
            Self::HandOver => "hand-over",
            Self::ShowQueue => "show-queue",
            Self::ReadNotes => "read-notes",
            Self::TakeOver => "take-over",
            Self::EditQuestion => "edit-question",
            Self::CloseRound => "close-round",
            Self::SetDate => "set-date",
        })
    }
}

/// Why the facilitation of a seminar stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FacilitationError {
    /// Several things were decided at once.
    SeveralDecisions,
    /// The server keeps it to a role, which the volunteer does not have.
    VolunteerNotEligible,
    /// The group recalled the volunteer.
    Recalled,
    /// Somebody else took it up first.
    TakenUp,
    /// The heir does not take part by name; their name, if it is known.
    HeirAbsent(Option<String>),
    /// The heir may not facilitate; their name.
    HeirNotEligible(String),
    /// Somebody else facilitates by now.
    SomebodyElse,
    /// The facilitator cannot recall themselves.
    OwnRecall,
    /// Whoever recalls must take part.
    RecallAbsent,
}

impl FacilitationError {
    /// What the member reads.
    #[must_use]
    pub fn text(&self) -> Text {
        match self {
            Self::SeveralDecisions => text!("seminar-error-one-decision"),
            Self::VolunteerNotEligible => text!("seminar-error-volunteer-role"),
            Self::Recalled => text!("seminar-error-recalled"),
            Self::TakenUp => text!("seminar-error-taken-up"),
            Self::HeirAbsent(name) => text!("seminar-error-heir-absent", name = name.as_ref()),
            Self::HeirNotEligible(name) => text!("seminar-error-heir-not-eligible", name = name),
            Self::SomebodyElse => text!("seminar-other-facilitates"),
            Self::OwnRecall => text!("seminar-error-own-recall"),
            Self::RecallAbsent => text!("seminar-error-recall-absent"),
        }
    }
}
