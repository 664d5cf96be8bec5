//! The form in which a member answers a round.

use super::super::Block;
use super::super::answer::{LENGTH, NAME, NAMED, UNNAMED, answer_line};
use super::super::seminar::side_blocks;
use super::super::ui::{ChoiceOption, Field, Form, Key, TextDisplay, string, text};
use super::card::question;
use domain::corpus::{Problem, Stance};
use domain::{Answer, Corpus, Part, Round};

/// What is known of an answer when its form opens.
#[derive(Clone, Debug, Default)]
pub struct AnswerDraft<'c> {
    /// In a debate, the side that the member was dealt.
    pub side: Option<(&'c Problem, &'c Stance)>,
    /// Whether they have pressed that they answer without their name.
    pub unnamed: bool,
    /// What they answered before.
    pub before: Option<Answer>,
    /// Whether they may have answered before without their name, and nobody can tell.
    pub unsure: bool,
}

/// Asks for an answer under the question and its quotes, or under the side of a debate.
#[must_use]
pub fn answer_form(corpus: &Corpus, round: &Round, draft: AnswerDraft<'_>) -> Form {
    let AnswerDraft { side, unnamed, before, unsure } = draft;
    let named = before.as_ref().map(|answer| answer.by.is_some());
    let seen = before.as_ref().is_some_and(|it| it.by.is_some() && round.shows(it));
    let answer = Field::paragraph("text", string!("answer-form-text"), LENGTH)
        .description(string!("answer-form-until"))
        .value(before.map(|answer| answer.text));
    // Nobody gives their name away, or takes it off, by sending a form as it comes.
    let unnamed = round.takes_anonymous && (unnamed || named == Some(false));
    let chosen = match (unnamed, named) {
        (true, _) => Some(UNNAMED),
        (false, None) if unsure || round.unlinked.answers > 0 => None,
        (false, _) => Some(NAMED),
    };
    let name = round.takes_anonymous.then(|| name(named, seen, chosen).into());
    let asks = match side {
        Some((problem, stance)) => TextDisplay {
            blocks: side_blocks(corpus, problem, stance),
            rest: text!("answer-form-rest-of-side"),
        },
        None => TextDisplay { blocks: asked(corpus, round), rest: text!("answer-form-rest") },
    };
    let kind = match (named, round.part) {
        (Some(_), _) => "change",
        (None, Part::Card) => "argue",
        (None, Part::Own) => "answer",
    };
    Form {
        title: string!("answer-form-title", kind = Key(kind)),
        submit: answer_line(round, unnamed),
        parts: [asks.into(), answer.into()].into_iter().chain(name).collect(),
    }
}

/// Whether an answer is given with the member's name.
fn name(named: Option<bool>, seen: bool, chosen: Option<&str>) -> Field {
    let signs = (named == Some(false)).then(|| string!("answer-form-signs"));
    let warning = string!("answer-form-unnamed-warning", seen = seen);
    let options = [
        ChoiceOption::new(NAMED, string!("answer-form-named")).description(signs),
        ChoiceOption::new(UNNAMED, string!("answer-form-unnamed")).description(Some(warning)),
    ];
    Field::choice(NAME, string!("answer-form-name"), options, chosen)
}

/// The question with its quotes.
fn asked(corpus: &Corpus, round: &Round) -> Vec<Block> {
    let own = round.part == Part::Own && round.problem.is_some();
    let own = own.then(|| Block::Text(text!("round-outcome-own-hint")));
    own.into_iter().chain(question(corpus, round)).collect()
}
