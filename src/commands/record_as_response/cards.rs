//! What is said about a message that may become a response.

use jiff::Timestamp;

use super::consent;
use crate::command::{Context, TargetMessage};
use crate::messages::ui::truncate;
use crate::messages::{Accent, Block, Button, Card, Effect, Span, Subject, Text};
use crate::store::Consent;
use domain::{Address, Answer, AnswerChange, ConsentId, Round, RoundState};

/// As much of a question as is told again.
const QUESTION: usize = 300;

/// The question to a message's author. Nothing in it tells whether they have answered already.
pub(super) fn ask(
    context: &Context,
    round: &Round,
    message: &TargetMessage,
    id: ConsentId,
    until: Timestamp,
) -> Card {
    let press = consent::press(id, round.id, until);
    let author = Text::new().member(message.author, &message.name).plain(", may ");
    let text =
        link(author, "this message", message.at).plain(" stand as your response to this question?");
    let question = Text::new().strong(truncate(&round.text, QUESTION));
    let asker = Text::new()
        .member(context.member.id, &context.member.name)
        .plain(" asks, and only ")
        .member(message.author, &message.name)
        .plain(
            " can answer. On a No nothing of the message is kept; without an answer it is let go \
             after seven days.",
        );
    let card = Card::default()
        .accent(Accent::Question)
        .text(text)
        .text(question)
        .text(asker)
        .footer(format!("Round {}", round.id))
        .about(Subject::Consent(id))
        .buttons([Button::main("Yes", press("yes")), Button::side("No", press("no"))]);
    let ping = Span::Member { id: message.author, name: message.name.clone() };
    Card { ping: Some(ping), ..card }
}

/// The same message was asked about before.
pub(super) fn asked_before(message: &TargetMessage, at: Address) -> Card {
    let text = Text::new().member(message.author, &message.name).plain(" has been asked about ");
    Card::saying(link(text.plain("that message already: "), "see here", at).plain("."))
        .accent(Accent::Problem)
}

/// The member has answered already; only they see this.
pub(super) fn replace(round: &Round, before: &Answer, press: &impl Fn(&str) -> String) -> Card {
    let (by, more) = match before.by {
        Some(_) => ("Your answer", ""),
        None => (
            "Your answer, without your name",
            " Your anonymous answer is erased then, and the message bears your name.",
        ),
    };
    Card::titled("You have answered this question already")
        .text(Text::new().strong(truncate(&round.text, QUESTION)))
        .block(Block::Said { by: Text::from(by), text: before.text.clone() })
        .text(format!("Put the message in its place?{more}"))
        .footer(format!("Round {}", round.id))
        .buttons([Button::danger("Replace my answer", press("replace"))])
}

/// The message stands as a response; only its author sees this.
pub(super) fn receipt(standing: &AnswerChange) -> Card {
    let round = &standing.round;
    let first = match (&standing.before, standing.changed()) {
        (_, false) => "Your message stands as your response already: ",
        (None, _) => "Your message is recorded as your response to ",
        (Some(_), _) => "Your message has taken your answer's place, in response to ",
    };
    let question = truncate(&round.text, QUESTION);
    let text = Text::new().plain(first).plain("“").strong(question).plain("”.");
    Card::saying(text).accent(Accent::Done).footer(format!("Round {}", round.id)).buttons([
        Button::side("Change", format!("answer round:{}", round.id)),
        Button::side("Withdraw", format!("withdraw round:{}", round.id)),
    ])
}

/// The message stands as a response; all see this in place of the question.
pub(super) fn stands(context: &Context, round: &Round, held: &Consent) -> Card {
    let text = Text::new().member(context.member.id, &context.member.name).plain(" said yes: ");
    outcome(link(text, "this message", held.at).plain(" stands as their response to “"), round)
        .about(Subject::Consent(held.id))
        .accent(Accent::Done)
}

/// The question gets its outcome, where it was answered on another message.
pub(super) fn elsewhere(context: &Context, round: &Round, held: &Consent) -> Vec<Effect> {
    vec![Effect::Edit { card: stands(context, round, held) }]
}

/// The author has said no.
pub(super) fn refused(round: &Round, at: Address) -> Card {
    let text = link(Text::new(), "The message", at).plain(" is not recorded as a response to “");
    outcome(text, round)
}

/// The author has said yes to a round that was over.
pub(super) fn too_late(round: &Round, at: Address) -> Card {
    let text = Text::new().plain("The question was closed in the meantime, so ");
    outcome(link(text, "the message", at).plain(" is not recorded as a response to “"), round)
        .accent(Accent::Problem)
}

/// Nothing is held any more.
pub(super) fn gone(round: &Round, expired: bool) -> Card {
    let first = match (expired, round.state) {
        (true, _) => {
            "Seven days have passed since this was asked, so the message is no longer held and \
             nothing was recorded in response to “"
        }
        (false, RoundState::Closed) => "This was answered before the question was closed: “",
        (false, _) => "This was answered already, in response to “",
    };
    outcome(Text::from(first), round).accent(Accent::Problem)
}

/// Ends a sentence with the question.
fn outcome(begun: Text, round: &Round) -> Card {
    let text = begun.strong(truncate(&round.text, QUESTION)).plain("”.");
    Card::saying(text).footer(format!("Round {}", round.id))
}

fn link(before: Text, words: &str, to: Address) -> Text {
    before.span(Span::Message { words: words.to_owned(), to })
}
