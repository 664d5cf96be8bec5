//! Moderation: what is asked of a facilitator who takes something down, what its author is told, the
//! log, and appeals.

mod appeal;
mod errors;
mod log;
mod notice;
mod take_down;

pub use self::appeal::{appealed, decided, review, second_look};
pub use self::errors::ModerationError;
pub use self::log::{count, entry, log, suggestion};
pub use self::notice::{direct, notice, notices};
pub use self::take_down::count as texts;
pub use self::take_down::{
    ListedTarget, MUTE, OBJECTION, REASON, Told, ask_which, button, confirm, done, listed, why_form,
};
