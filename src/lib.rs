//! A commonplace book for reading groups on Discord: it serves quotes from the group's readings,
//! posts one daily, poses seminar questions drawn from them, and records, theme by theme, what the
//! group answered.
//!
//! # How it flows
//!
//! ```text
//! Discord interaction ┐                                                    ┌ Discord message, form, file
//! console line        ┴→ Invocation → Command → run(context, services) → Reply ┴ console text
//!                                                │ store.change(server, |tx| …): change + effects,
//!                                                │ one transaction
//!                                                ↓
//!                                             outbox: claim → publish → confirm
//! a schedule's time, a round's time ─────────────↑
//! ```
//!
//! - A frontend makes a [`command::Invocation`] of whatever came in: typed options of a slash command,
//!   the `custom_id` of a button, a line of the console. [`commands::Command`] understands it.
//! - [`commands::run()`] gets a [`command::Context`] (who, where, when, with which seed) and
//!   [`command::Services`] (corpus, database, platform) and gives a [`messages::Reply`].
//! - A command checks rights, changes one server's data through a [`store::ServerTx`], emits effects
//!   into the same transaction, and replies.
//! - What has to happen anywhere else is a [`messages::Effect`]. The [`outbox`] worker carries it out
//!   through the frontend's [`outbox::Publisher`], and looks before it sends anything twice.
//! - The [`scheduler`] turns a schedule's time into a delivery and an effect, in one transaction, and
//!   reveals the rounds whose time is up.
//! - Every sentence that a member reads is made in [`messages`], from the files in `locales/`.
//!
//! `docs/architecture.md` follows a slash command, a press with a form and a daily through the files.
//!
//! # The modules
//!
//! | module | what is in it | what it imports of ours |
//! | --- | --- | --- |
//! | [`domain`] | the book, seminars, rounds, answers, statements, schedules: pure; a crate | nothing |
//! | [`import`] | from the file of a text to a work file; a crate | `domain` |
//! | [`messages`] | every sentence, card, form and effect | `domain`, `import` for its doubts |
//! | [`store`] | the database | `domain`, `messages` |
//! | [`server_corpora`] | each server's book: the common one and its own readings | `domain`, `store` |
//! | [`command`] | the framework of the commands | all of the above |
//! | [`commands`] | one file a command, and the table of all | all of the above |
//! | [`record`] | the record outside of Discord: exports, and the way back | `domain`, `messages`, `store` |
//! | [`privacy`] | what is held about one person: a copy, and its end | `domain`, `messages`, `store`, `server_corpora` |
//! | [`picture`] | the pictures of cards, drawn | `messages`, `domain` |
//! | [`clock`] | the time, for what waits | nothing |
//! | [`metrics`] | what is counted while the bot runs | nothing |
//! | [`backups`] | copies of the database that are made by themselves | `store`, `clock` |
//! | [`outbox`], [`scheduler`] | what is due | all of the above but the commands |
//! | [`meetings`] | what is due about the dates of seminars | `command`, `messages`, `store`, `server_corpora`, `clock` |
//! | [`telemetry`] | the page for whoever watches the bot | `backups`, `clock`, `metrics`, `store` |
//! | [`corpus_source`], [`config`] | where the book and the settings come from | `domain` |
//! | [`frontends`] | Discord and the console | everything but each other |
//! | `check`, `copies`, `logging`, `manual`, `one_shot`, `person`, `service`, `main` | the command line; wires the rest | everything |
//!
//! # What is never there
//!
//! `tests/layers/` holds these:
//!
//! - In `domain` no async, no input or output, and no clock.
//! - Outside `store` no SQL; in `store` no words for a member.
//! - Outside `frontends::discord` no serenity, no twilight, and nothing that only Discord knows.
//! - In `commands` no clock and no randomness: both come with the caller. No message is sent there.
//! - In `commands` no state between two calls: what waits, waits in the database.
//! - In `store` no statement about a server's rows without the server.
//! - Outside `messages` no sentence for a member; outside `messages/ui/limits.rs` no length of
//!   Discord's.
//! - In no folder two files that import each other, but for those that the test lists.
//!
//! And these are held by review:
//!
//! - No row of an anonymous answer with a member, a time or an order.
//! - No rating, no vote and no side of a debate with a member: a keyed hash links them, and goes with
//!   the round's end. Its key is never in the database.
//! - No answer of a sealed round on any card, page or record before it is revealed.
//! - No member's text in a log, and no internal error's text in an answer.

pub mod backups;
pub mod clock;
pub mod command;
pub mod commands;
pub mod config;
pub mod corpus_source;
pub mod frontends;
pub mod meetings;
pub mod messages;
pub mod metrics;
pub mod outbox;
pub mod picture;
pub mod privacy;
pub mod record;
pub mod scheduler;
pub mod server_corpora;
pub mod store;
pub mod telemetry;
#[cfg(test)]
mod testing;
