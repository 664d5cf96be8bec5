//! What the book and the group are made of: no async, no input or output, no clock.

pub mod allowance;
pub mod completing;
pub mod corpus;
pub mod deck;
pub mod erasure;
mod fold;
mod ids;
pub mod meeting;
pub mod member_hash;
pub mod moderation;
mod nearest;
pub mod occurrences;
pub mod query;
pub mod quotation;
pub mod rating;
mod reading;
pub mod record;
mod remaining;
pub mod revisit;
pub mod round;
pub mod schedule;
mod search;
pub mod seminar;
pub mod serving;
pub mod shards;
pub mod statement;
pub mod tags;
pub mod terms;
mod words;

pub use corpus::{Corpus, Kind, Question, Quote, Theme, Work};
pub use fold::fold;
pub use ids::{
    Address, AnswerId, ChannelId, ChannelKind, ConsentId, DeliveryId, ItemId, MemberId, MessageId,
    ObjectionId, ReadingId, RequestId, RoleId, RoundId, RoundNumber, ScheduleId, ScheduleNumber,
    SeminarId, SeminarNumber, ServerId, StatementId, TakeDownNumber,
};
pub use meeting::Meeting;
pub use nearest::nearest;
pub use rating::{Opinion, Tally};
pub use reading::Reading;
pub use round::{Answer, AnswerChange, Part, Round, RoundDetails, RoundState};
pub use seminar::Seminar;
pub use shards::Shards;
pub use statement::Statement;
pub use words::words;
