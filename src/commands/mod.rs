//! What a member can do: one file a command, one enum, one dispatch.
//!
//! A frontend makes a [`Line`] of whatever came in, [`Command::parse`] makes it a command (or
//! [`Command::press`], for a button), [`Command::manner`] says beforehand how it answers, and
//! [`run`] answers.

mod arguments;
mod caller;
#[cfg(test)]
pub(crate) mod fixture;
mod line;
mod port;
mod spec;
mod suggest;
mod trouble;

mod answer;
mod close;
mod context;
mod daily;
mod discuss;
mod edit;
mod ending;
mod help;
mod keep;
mod kept;
mod named;
mod page;
mod question;
mod queue;
mod quote;
mod reading;
mod record;
mod record_as_response;
mod rights;
mod seminar;
mod settings;
mod statement;
mod theme;
mod weigh;
mod withdraw;
mod zone;

use std::sync::Arc;

use arguments::Arguments;
pub use caller::{Caller, Member, Place, PlaceKind};
pub use line::{Attachment, Line, Quoted, Value};
pub use port::{Asked, Forum, Permission, Ping, Port, Standing};
pub use spec::{
    Body, COMMANDS, MESSAGE_COMMANDS, MessageSpec, OptionKind, OptionSpec, Spec, Subcommand,
    Suggested,
};
pub use suggest::suggest;
pub use trouble::{Problem, Trouble};

use crate::books::Books;
use crate::reply::{Answer, Card, Text, Tone, clipped};
use crate::store::{self, Store};
use domain::{Corpus, ServerId, nearest};

/// What commands work on.
#[derive(Clone)]
pub struct World {
    /// The book of the server at hand.
    corpus: Arc<Corpus>,
    books: Books,
    store: Store,
    port: Arc<dyn Port>,
    limits: Limits,
}

/// How much a server may bring of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes of a file.
    pub reading_bytes: u64,
    /// The most readings.
    pub readings: usize,
}

impl World {
    /// All servers' books, the database, and what only a frontend knows.
    pub fn new(books: Books, port: Arc<dyn Port>, limits: Limits) -> Self {
        let (corpus, store) = (Arc::clone(books.common()), books.store().clone());
        Self { corpus, books, store, port, limits }
    }

    /// The database.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The same with the book of one server at hand.
    async fn at(&self, server: ServerId) -> store::Result<Self> {
        Ok(Self { corpus: self.books.of(server).await?, ..self.clone() })
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { reading_bytes: 5_000_000, readings: 10 }
    }
}

/// How a command answers; known before it runs, since a form cannot follow a deferred answer and
/// deferring fixes who sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manner {
    /// It opens a form, so its answer cannot be deferred.
    pub form: bool,
    /// Who sees the answer.
    pub audience: Audience,
    /// It may take more than a second or two, so the answer is deferred at once.
    pub slow: bool,
}

/// Who sees an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everyone who can read the place.
    All,
    /// The one who asked.
    One,
    /// The message that was pressed gets a new face.
    Pressed,
}

impl Manner {
    const ALL: Self = Self { form: false, audience: Audience::All, slow: false };
    const ONE: Self = Self { form: false, audience: Audience::One, slow: false };
    const FACE: Self = Self { form: false, audience: Audience::Pressed, slow: false };
    const FORM: Self = Self { form: true, audience: Audience::One, slow: false };
}

/// Declares the commands: for each its words, its type, and whether a button may carry it.
macro_rules! commands {
    ($($name:literal => $variant:ident($type:path), $press:literal;)*) => {
        /// Everything a member can ask for, understood and typed.
        #[derive(Clone, Debug, PartialEq)]
        #[allow(missing_docs, reason = "each variant is the command of its name")]
        pub enum Command {
            $($variant($type),)*
        }

        impl Command {
            /// Understands a line.
            ///
            /// # Errors
            /// An unknown command or option, or a value that cannot be what it should be.
            pub fn parse(line: Line) -> Result<Self, Trouble> {
                let name = line.name.clone();
                let mut arguments = Arguments::new(line);
                let command = match name.as_str() {
                    $($name => Self::$variant(<$type>::parse(&mut arguments)?),)*
                    _ => return Err(no_command(name)),
                };
                arguments.finish()?;
                Ok(command)
            }

            /// How it answers.
            #[must_use]
            pub fn manner(&self) -> Manner {
                match self {
                    $(Self::$variant(command) => command.manner(),)*
                }
            }

            async fn dispatch(self, caller: &Caller, world: &World) -> Result<Answer, Problem> {
                match self {
                    $(Self::$variant(command) => command.run(caller, world).await,)*
                }
            }
        }

        /// Whether a button, menu or form may carry the command of that name.
        fn pressable(name: &str) -> bool {
            match name {
                $($name => $press,)*
                _ => false,
            }
        }

        /// Every name a line can start with.
        const NAMES: &[&str] = &[$($name,)*];
    };
}

commands! {
    "quote" => Quote(quote::Quote), true;
    "keep" => Keep(keep::Keep), true;
    "letgo" => LetGo(keep::LetGo), true;
    "discuss" => Discuss(discuss::Discuss), true;
    "kept" => Kept(kept::Kept), true;
    "theme" => Theme(theme::Theme), true;
    "question" => Question(question::Question), true;
    "edit" => Edit(edit::Edit), true;
    "close" => Close(close::Close), true;
    "answer" => Answer(answer::Answer), true;
    "withdraw" => Withdraw(withdraw::Withdraw), true;
    "weigh" => Weigh(weigh::Weigh), true;
    "weighed" => Weighed(weigh::Weighed), true;
    "statement propose" => StatementPropose(statement::Propose), true;
    "statement show" => StatementShow(statement::Show), true;
    "statement agree" => StatementAgree(statement::Agree), true;
    "statement aside" => StatementAside(statement::Aside), true;
    "statement object" => StatementObject(statement::Object), true;
    "statement unsay" => StatementUnsay(statement::Unsay), true;
    "statement objections" => StatementObjections(statement::Objections), true;
    "statement edit" => StatementEdit(statement::Edit), true;
    "statement changes" => StatementChanges(statement::Changes), true;
    "statement drop" => StatementDrop(statement::Drop), true;
    "record" => Record(record::Record), true;
    "record-as-response" => RecordAsResponse(record_as_response::RecordAsResponse), false;
    "consent" => Consent(record_as_response::Consent), true;
    "daily add" => DailyAdd(daily::Add), false;
    "daily list" => DailyList(daily::List), true;
    "daily preview" => DailyPreview(daily::Preview), false;
    "daily pause" => DailyPause(daily::Pause), false;
    "daily resume" => DailyResume(daily::Resume), false;
    "daily skip" => DailySkip(daily::Skip), false;
    "daily now" => DailyNow(daily::Now), false;
    "daily repost" => DailyRepost(daily::Repost), true;
    "daily stands" => DailyStands(daily::Stands), true;
    "daily remove" => DailyRemove(daily::Remove), true;
    "reading add" => ReadingAdd(reading::Add), false;
    "reading confirm" => ReadingConfirm(reading::Confirm), true;
    "reading list" => ReadingList(reading::List), true;
    "reading remove" => ReadingRemove(reading::Remove), true;
    "seminar open" => SeminarOpen(seminar::Open), false;
    "seminar agenda" => SeminarAgenda(seminar::Agenda), true;
    "seminar add" => SeminarAdd(seminar::Add), true;
    "seminar start" => SeminarStart(seminar::Start), true;
    "seminar next" => SeminarNext(seminar::Next), true;
    "seminar reveal" => SeminarReveal(seminar::Reveal), true;
    "seminar status" => SeminarStatus(seminar::Status), true;
    "seminar close" => SeminarClose(seminar::Close), true;
    "seminar join" => SeminarJoin(seminar::Join), true;
    "seminar card" => SeminarCard(seminar::Card), true;
    "seminar facilitator" => SeminarFacilitator(seminar::Facilitator), true;
    "seminar recall" => SeminarRecall(seminar::Recall), true;
    "queue join" => QueueJoin(queue::Join), true;
    "queue leave" => QueueLeave(queue::Leave), true;
    "queue next" => QueueNext(queue::Next), true;
    "queue show" => QueueShow(queue::Show), true;
    "context" => Context(context::Context), true;
    "settings" => Settings(settings::Settings), false;
    "help" => Help(help::Help), true;
}

impl Command {
    /// Understands what a button, menu or form carries. It may be old or forged: only pressable
    /// commands are understood, and `run` checks server, state and rights each time.
    ///
    /// # Errors
    /// [`Trouble::StalePress`] for anything that no button of ours carries.
    pub fn press(mut line: Line) -> Result<Self, Trouble> {
        if !pressable(&line.name) {
            return Err(Trouble::StalePress);
        }
        // A post's buttons also carry its key, so that it can be found again; see `Parcel::mark`.
        line.options.remove("key");
        Self::parse(line).map_err(|_| Trouble::StalePress)
    }
}

/// Carries out a command and says what came of it. What is not the member's to mend is logged in
/// full and shown as one sentence with a reference number.
pub async fn run(command: Command, caller: &Caller, world: &World) -> Answer {
    let answer = match world.at(caller.server).await {
        Ok(world) => command.dispatch(caller, &world).await,
        Err(error) => Err(error.into()),
    };
    match answer {
        Ok(answer) => answer,
        Err(Problem::Trouble(trouble)) => refusal(&trouble),
        Err(Problem::Internal(error)) => {
            let reference = reference(caller.seed);
            tracing::error!(reference, server = %caller.server, ?error, "a command failed");
            failure(&reference)
        }
    }
}

/// What a member reads when their request was refused.
#[must_use]
pub fn refusal(trouble: &Trouble) -> Answer {
    Answer::Whisper(Card::saying(with_code(&trouble.to_string())).tone(Tone::Trouble))
}

/// What stands between backticks is something to type.
fn with_code(words: &str) -> Text {
    if words.matches('`').count() % 2 == 1 {
        return Text::from(words);
    }
    let pieces = words.split('`').enumerate();
    pieces.filter(|(_, piece)| !piece.is_empty()).fold(Text::new(), |text, (index, piece)| {
        if index % 2 == 0 { text.plain(piece) } else { text.code(piece) }
    })
}

/// What a member reads when something of ours broke.
#[must_use]
pub fn failure(reference: &str) -> Answer {
    let said = format!(
        "Something went wrong here, and nothing was changed. If it happens again, tell whoever \
         runs this bot the number {reference}."
    );
    Answer::Whisper(Card::saying(said).tone(Tone::Trouble))
}

/// The number under which a failure stands in the log.
#[must_use]
pub fn reference(seed: u64) -> String {
    format!("{:04X}-{:04X}", (seed >> 16) & 0xffff, seed & 0xffff)
}

fn no_command(given: String) -> Trouble {
    if matches!(Spec::find(&given), Some(Spec { body: Body::Subcommands(_), .. })) {
        return Trouble::NeedsSubcommand(given);
    }
    let near = nearest(&given, NAMES.iter().copied()).map(str::to_owned);
    Trouble::NoCommand { given, near }
}

/// Whether a text is blank on a screen: spaces, marks of direction, joiners, blank letters.
fn shows_nothing(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || unicode_width::UnicodeWidthChar::width(c).unwrap_or(0) == 0
            // The blank of Braille, and the fillers of Hangul, which count as letters.
            || matches!(c, '\u{2800}' | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
    })
}

#[cfg(test)]
mod tests;
