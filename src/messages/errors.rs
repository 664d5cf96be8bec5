//! What a member reads when a request was refused or failed.

use super::answer::AnswerError;
use super::consent::ConsentError;
use super::copy_out::CopyOutError;
use super::daily::DailyError;
pub use super::expected::{Entity, Expected};
use super::export::ExportError;
use super::moderation::ModerationError;
use super::panel::PanelError;
use super::permissions::FacilitatorTask;
use super::privacy::TooOften;
use super::question::QuestionError;
use super::queue::QueueError;
use super::quote::QuoteError;
use super::rating::RatingError;
use super::reading::ReadingError;
use super::record::RecordError;
use super::revisit::RevisitError;
use super::round::RoundError;
use super::seminar::{FacilitationError, SeminarError, VenueError};
use super::settings::SettingsError;
use super::statement::StatementError;
use super::ui::{text, truncate};
pub use super::written::Written;
use super::{Button, Text};

/// Something the member can mend. The words for each are in `locales/*/errors.ftl`; refusals of one
/// subject (answers, seminars, …) are an enum of that subject's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserError {
    /// There is no command of that name; perhaps one is near.
    NoCommand {
        /// What the member gave.
        given: String,
        /// The nearest there is.
        near: Option<String>,
    },
    /// The command has subcommands, and none was given.
    NeedsSubcommand(String),
    /// A word that is no option.
    StrayWord(String),
    /// An option that was given twice.
    TwiceGiven(String),
    /// A quotation mark that is never closed.
    OpenQuotation,
    /// The command has no such option; perhaps one is near.
    NoOption {
        /// The command.
        command: String,
        /// What the member gave.
        given: String,
        /// The nearest there is.
        near: Option<String>,
    },
    /// An option that the command needs.
    Missing {
        /// Its name.
        option: String,
    },
    /// A value that an option does not take.
    BadValue {
        /// The option's name.
        option: String,
        /// What it takes.
        wanted: Expected,
        /// What the member gave.
        given: String,
    },
    /// Nothing has that name; perhaps something near has.
    Unknown {
        /// What was looked for.
        what: Entity,
        /// What the member gave.
        given: String,
        /// The nearest there is.
        near: Option<String>,
    },
    /// What fits several of that name.
    Ambiguous {
        /// What was looked for.
        what: Entity,
        /// What the member gave.
        given: String,
        /// What it may mean.
        names: Vec<String>,
    },
    /// An abbreviation or an offset where the time zone of a place is wanted.
    NoPlace {
        /// What the member gave.
        given: String,
        /// Time zones whose clocks show it.
        cities: Vec<String>,
    },
    /// A button that does nothing any more.
    StalePress,
    /// A form whose fields are not those that the program has now.
    StaleForm,
    /// It needs a server that has the bot.
    OnlyInServers,
    /// A channel that the member cannot view.
    HiddenChannel,
    /// Nobody can tell which channels the member can view.
    SightUnknown,
    /// A text over its limit.
    TooLong {
        /// Which text.
        what: Written,
        /// Its limit in characters.
        most: u16,
    },
    /// A text that shows nothing.
    Empty(Written),
    /// A bot where a person is wanted.
    IsBot {
        /// The option's name.
        option: String,
        /// The bot's name.
        name: String,
    },
    /// A round.
    Round(RoundError),
    /// A question to be posed or changed.
    Question(QuestionError),
    /// An answer.
    Answer(AnswerError),
    /// A rating.
    Rating(RatingError),
    /// A message that may become an answer.
    Consent(ConsentError),
    /// Something that only facilitators do.
    FacilitatorsOnly(FacilitatorTask),
    /// A refusal about quotes.
    Quote(QuoteError),
    /// A refusal about dailies.
    Daily(DailyError),
    /// A refusal about a server's own readings.
    Reading(ReadingError),
    /// A refusal about the record.
    Record(RecordError),
    /// A refusal about a file of the record.
    Export(ExportError),
    /// A refusal about settings.
    Settings(SettingsError),
    /// A statement cannot be shown or changed.
    Statement(StatementError),
    /// A seminar cannot be shown or changed.
    Seminar(SeminarError),
    /// The facilitation of a seminar cannot change.
    Facilitation(FacilitationError),
    /// A seminar cannot meet in a channel.
    Venue(VenueError),
    /// Something cannot be taken down.
    Moderation(ModerationError),
    /// A turn to speak cannot be given or ended.
    Queue(QueueError),
    /// A question is not asked again, or cannot be answered then.
    Revisit(RevisitError),
    /// A passage is not copied out.
    CopyOut(CopyOutError),
    /// There is no panel or no form.
    Panel(PanelError),
    /// Something was done too often.
    TooOften(TooOften),
}

macro_rules! from_subject {
    ($($variant:ident($error:ty)),* $(,)?) => {$(
        impl From<$error> for UserError {
            fn from(error: $error) -> Self {
                Self::$variant(error)
            }
        }
    )*};
}

from_subject!(
    FacilitatorsOnly(FacilitatorTask),
    Quote(QuoteError),
    Daily(DailyError),
    Reading(ReadingError),
    Record(RecordError),
    Export(ExportError),
    Settings(SettingsError),
    Round(RoundError),
    Question(QuestionError),
    Answer(AnswerError),
    Rating(RatingError),
    Consent(ConsentError),
    Statement(StatementError),
    Seminar(SeminarError),
    Facilitation(FacilitationError),
    Venue(VenueError),
    Moderation(ModerationError),
    Queue(QueueError),
    Revisit(RevisitError),
    CopyOut(CopyOutError),
    Panel(PanelError),
    TooOften(TooOften),
);

/// Characters of what a member gave that are told back.
const GIVEN: usize = 80;

impl UserError {
    /// What the member reads: one or two sentences that say what to do.
    #[must_use]
    pub fn text(&self) -> Text {
        let shown = |given: &str| truncate(given, GIVEN);
        match self {
            Self::NoCommand { given, near } => {
                text!("errors-no-command", given = shown(given), near = near.clone())
            }
            Self::NeedsSubcommand(command) => {
                text!("errors-needs-subcommand", command = command)
            }
            Self::StrayWord(given) => text!("errors-stray-word", given = shown(given)),
            Self::TwiceGiven(option) => text!("errors-twice-given", option = shown(option)),
            Self::OpenQuotation => text!("errors-open-quotation"),
            Self::NoOption { command, given, near } => text!(
                "errors-no-option",
                command = command,
                given = shown(given),
                near = near.clone()
            ),
            Self::Missing { option } => text!("errors-missing", option = option),
            Self::BadValue { option, wanted, given } => text!(
                "errors-bad-value",
                option = option,
                wanted = wanted.text(),
                given = shown(given)
            ),
            Self::Unknown { what, given, near } => text!(
                "errors-unknown",
                what = what.key(),
                given = shown(given),
                near = near.clone()
            ),
            Self::Ambiguous { what, given, names } => text!(
                "errors-ambiguous",
                what = what.key(),
                given = shown(given),
                names = codes(names)
            ),
            Self::NoPlace { given, cities } => {
                text!("errors-no-place", given = shown(given), cities = codes(cities))
            }
            Self::StalePress => text!("errors-stale-press"),
            Self::StaleForm => text!("errors-stale-form"),
            Self::OnlyInServers => text!("errors-only-in-servers"),
            Self::HiddenChannel => text!("errors-hidden-channel"),
            Self::SightUnknown => text!("errors-sight-unknown"),
            Self::TooLong { what, most } => {
                text!("errors-too-long", what = what.key(), most = *most)
            }
            Self::Empty(what) => text!("errors-empty", what = what.key()),
            Self::IsBot { option, name } => {
                text!("errors-is-bot", option = option, name = name)
            }
            Self::Round(error) => error.text(),
            Self::Question(error) => error.text(),
            Self::Answer(error) => error.text(),
            Self::Rating(error) => error.text(),
            Self::Consent(error) => error.text(),
            Self::FacilitatorsOnly(task) => task.refusal(),
            Self::Quote(error) => error.text(),
            Self::Daily(error) => error.text(),
            Self::Reading(error) => error.text(),
            Self::Record(error) => error.text(),
            Self::Export(error) => error.text(),
            Self::Settings(error) => error.text(),
            Self::Statement(error) => error.text(),
            Self::Seminar(error) => error.text(),
            Self::Facilitation(error) => error.text(),
            Self::Venue(error) => error.text(),
            Self::Moderation(error) => error.text(),
            Self::Queue(error) => error.text(),
            Self::Revisit(error) => error.text(),
            Self::CopyOut(error) => error.text(),
            Self::Panel(error) => error.text(),
            Self::TooOften(error) => error.text(),
        }
    }
}

/// Words to type, one of which is to be chosen.
fn codes(words: &[String]) -> Text {
    let codes = words.iter().map(|word| Text::new().code(word));
    codes.reduce(|text, next| text.plain(", ").then(next)).unwrap_or_default()
}

impl UserError {
    /// What the member can do instead, where that is one press.
    #[must_use]
    pub fn buttons(&self) -> Vec<Button> {
        match self {
            Self::Seminar(error) => error.buttons(),
            Self::Statement(error) => error.buttons(),
            Self::CopyOut(error) => error.buttons(),
            _ => Vec::new(),
        }
    }
}

impl std::fmt::Display for UserError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text().words())
    }
}

impl std::error::Error for UserError {}
