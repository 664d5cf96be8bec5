//! A message that may become its author's answer: the request, and what came of it.

use jiff::Timestamp;

use super::answer::change_buttons;
use super::ui::{
    Accent, Block, Button, Card, Key, Span, Subject, Text, list_string, string, text, truncate,
};
use domain::{Address, Answer, AnswerChange, ConsentId, MemberId, Round, RoundNumber, RoundState};

/// Characters of a question that are told again.
const QUESTION: usize = 300;

/// Why a message cannot become an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConsentError {
    /// A bot wrote it.
    Bot,
    /// It has no words.
    NoWords,
    /// It is longer than an answer can be.
    TooLong {
        /// Whether it is the caller's own.
        own: bool,
        /// The most characters of an answer.
        most: u16,
    },
    /// No round is open where it is.
    NoneOpen,
    /// A debate takes what members argue for the sides they were dealt.
    Debate,
    /// It is an answer already.
    Recorded {
        /// Whose.
        author: String,
    },
    /// The round was closed meanwhile.
    Closed,
    /// Only its author can consent.
    NotAuthor,
}

impl ConsentError {
    pub(super) fn text(&self) -> Text {
        match self {
            Self::Bot => text!("consent-error-bot"),
            Self::NoWords => text!("consent-error-no-words"),
            Self::TooLong { own, most } => {
                text!("consent-error-too-long", own = *own, most = *most)
            }
            Self::NoneOpen => text!("consent-error-none-open"),
            Self::Debate => text!("consent-error-debate"),
            Self::Recorded { author } => text!("consent-error-recorded", author = author),
            Self::Closed => text!("consent-error-closed"),
            Self::NotAuthor => text!("consent-error-not-author"),
        }
    }
}

/// A request that waits for an author's consent, as its buttons carry it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its number.
    pub id: ConsentId,
    /// The round that the message would answer.
    pub round: RoundNumber,
    /// Until when the words are kept.
    pub until: Timestamp,
}

impl Request {
    fn line(&self, reply: &str) -> String {
        let Self { id, round, until } = self;
        format!("consent id:{id} round:{round} until:{} answer:{reply}", until.as_second())
    }
}

/// A member, and the name they go by.
pub type Named<'m> = (MemberId, &'m str);

/// Asks a message's author. Nothing in it tells whether they have answered already.
#[must_use]
pub fn ask(
    round: &Round,
    request: &Request,
    message: Address,
    author: Named<'_>,
    asker: Named<'_>,
) -> Card {
    let link = link(string!("consent-this-message"), message);
    let (yes, no) = (string!("consent-yes"), string!("consent-no"));
    let card = Card::default()
        .accent(Accent::Question)
        .text(text!("consent-ask", author = member(author), message = link))
        .text(Text::new().strong(question(round)))
        .text(text!("consent-asker", asker = member(asker), author = member(author)))
        .footer(string!("round-number", round = round.number.0))
        .about(Subject::Consent(request.id))
        .buttons([Button::main(yes, request.line("yes")), Button::side(no, request.line("no"))]);
    Card { ping: Some(member(author)), ..card }
}

/// Says which pictures and files of the message are not kept.
#[must_use]
pub fn with_files(card: Card, files: &[String]) -> Card {
    if files.is_empty() {
        return card;
    }
    card.text(text!("consent-files", count = files.len(), files = list_string(files.to_vec())))
}

/// The author was asked about the same message before, at `at` if that is known.
#[must_use]
pub fn asked_before(author: Named<'_>, at: Option<Address>) -> Card {
    let author = member(author);
    let text = match at.map(|at| link(string!("consent-see-here"), at)) {
        Some(link) => text!("consent-asked-before", author = author, message = link),
        None => text!("consent-asked-just-now", author = author),
    };
    Card::saying(text).accent(Accent::Problem)
}

/// The caller waits for the author's reply about another message, asked for at `at` if that is known.
#[must_use]
pub fn asked_by_caller(author: Named<'_>, at: Option<Address>) -> Card {
    let author = member(author);
    let text = match at.map(|at| link(string!("consent-see-here"), at)) {
        Some(link) => text!("consent-asked-by-caller", author = author, message = link),
        None => text!("consent-asked-by-caller-just-now", author = author),
    };
    Card::saying(text).accent(Accent::Problem)
}

/// The author has several requests to reply to.
#[must_use]
pub fn asked_often(author: Named<'_>) -> Card {
    Card::saying(text!("consent-asked-often", author = member(author))).accent(Accent::Problem)
}

/// Asks a member who has answered already whether the message replaces it; only they see this.
#[must_use]
pub fn ask_to_replace(round: &Round, request: &Request, before: &Answer) -> Card {
    let anonymous = before.by.is_none();
    let by = text!("consent-your-answer", anonymous = anonymous);
    Card::titled(string!("consent-replace-title"))
        .text(Text::new().strong(question(round)))
        .block(Block::Said { by, text: before.text.clone() })
        .text(text!("consent-replace-hint", anonymous = anonymous))
        .footer(string!("round-number", round = round.number.0))
        .buttons([Button::danger(string!("consent-replace"), request.line("replace"))])
}

/// The message is an answer now; only its author sees this.
#[must_use]
pub fn receipt(change: &AnswerChange) -> Card {
    let round = &change.round;
    let told = match (&change.before, change.changed()) {
        (_, false) => "same",
        (None, _) => "new",
        (Some(_), _) => "replaced",
    };
    let text = text!("consent-receipt", change = Key(told), question = question(round));
    outcome(text, round).accent(Accent::Done).buttons(change_buttons(round, false))
}

/// The message is an answer now; all see this in place of the request.
#[must_use]
pub fn recorded(round: &Round, id: ConsentId, message: Address, author: Named<'_>) -> Card {
    let link = link(string!("consent-this-message"), message);
    let author = member(author);
    let question = question(round);
    outcome(text!("consent-recorded", author = author, message = link, question = question), round)
        .about(Subject::Consent(id))
        .accent(Accent::Done)
}

/// The author said no.
#[must_use]
pub fn declined(round: &Round, message: Address) -> Card {
    let link = link(string!("consent-the-message"), message);
    outcome(text!("consent-declined", message = link, question = question(round)), round)
}

/// The author said yes when the round was closed.
#[must_use]
pub fn too_late(round: &Round, message: Address) -> Card {
    let link = link(string!("consent-this-message"), message);
    outcome(text!("consent-too-late", message = link, question = question(round)), round)
        .accent(Accent::Problem)
}

/// The words are not kept any more: they have expired, or their author has replied.
#[must_use]
pub fn gone(round: &Round, expired: bool) -> Card {
    let reason = match (expired, round.state) {
        (true, _) => "expired",
        (false, RoundState::Closed) => "closed",
        (false, _) => "answered",
    };
    outcome(text!("consent-gone", reason = Key(reason), question = question(round)), round)
        .accent(Accent::Problem)
}

fn outcome(text: Text, round: &Round) -> Card {
    Card::saying(text).footer(string!("round-number", round = round.number.0))
}

fn question(round: &Round) -> String {
    truncate(&round.text, QUESTION)
}

fn member((id, name): Named<'_>) -> Span {
    Span::Member { id, name: name.to_owned() }
}

fn link(words: String, to: Address) -> Span {
    Span::Message { words, to }
}
