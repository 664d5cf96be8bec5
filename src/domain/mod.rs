//! What the book and the group are made of: no async, no input or output, no clock.

pub mod corpus;
pub mod query;
pub mod schedule;
pub mod serving;
mod ids;
pub mod tie;
mod nearest;

pub use corpus::{Corpus, Kind, Question, Quote, Theme, Work};
pub use ids::{
    Address, DeliveryId, MemberId, MessageId, PlaceId, RequestId, ResponseId, RoleId, RoundId,
    ScheduleId, ServerId,
};
pub use nearest::nearest;
