//! What is asked of a facilitator who takes something down: what, why, and whether they are sure.

use super::super::answer;
use super::super::statement;
use super::super::taken_down::reason;
use super::super::ui::{
    Accent, Block, Button, Card, ChoiceOption, Field, Form, Key, Menu, MenuEntry, Text,
    TextDisplay, limits, string, text, truncate,
};
use domain::moderation::{Kind, Reason, Target};
use domain::statement::Objection;
use domain::{Answer, AnswerId, RoundDetails};

/// Something that can be taken down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ListedTarget<'a> {
    /// An answer that all can read.
    Answer(&'a Answer),
    /// An objection.
    Objection(&'a Objection),
}

impl ListedTarget<'_> {
    /// What it is for a command.
    #[must_use]
    pub fn target(&self) -> Target {
        match self {
            Self::Answer(answer) => Target::Answer(answer.id),
            Self::Objection(objection) => Target::Objection(objection.id),
        }
    }

    fn entry(&self) -> MenuEntry {
        let (words, about, value) = match self {
            Self::Answer(answer) => {
                let by = answer.by.as_ref().map(|(_, name)| name.clone());
                let by = by.unwrap_or_else(|| string!("moderation-which-anonymous"));
                (&answer.text, by, answer.id.to_string())
            }
            Self::Objection(it) => {
                let value = format!("{OBJECTION}{}", it.id);
                (&it.reason, string!("moderation-which-objection"), value)
            }
        };
        let words: Vec<&str> = words.split_whitespace().collect();
        MenuEntry {
            label: truncate(&words.join(" "), limits::SELECT_OPTION),
            about: Some(truncate(&about, limits::SELECT_OPTION)),
            value,
        }
    }

    fn block(&self) -> Block {
        match self {
            Self::Answer(answer) => answer::block(answer),
            Self::Objection(objection) => statement::objection(objection, objection.version),
        }
    }
}

/// Before the number of an objection that is chosen in the menu.
pub const OBJECTION: &str = "objection:";

/// Everything of a round that can be taken down.
#[must_use]
pub fn listed(it: &RoundDetails) -> Vec<ListedTarget<'_>> {
    let answers = it.responses.iter().filter(|answer| it.round.shows(answer));
    let objections = it.statement.iter().flat_map(|statement| &statement.objections);
    let objections = objections.filter(|objection| objection.taken_down.is_none());
    answers.map(ListedTarget::Answer).chain(objections.map(ListedTarget::Objection)).collect()
}

/// The button that begins it, under an answer that a facilitator alone sees.
#[must_use]
pub fn button(answer: AnswerId) -> Button {
    Button::side(string!("moderation-button"), line(Target::Answer(answer)))
}

fn line(target: Target) -> String {
    match target {
        Target::Answer(id) => format!("moderate take-down answer:{id}"),
        Target::Objection(id) => format!("moderate take-down objection:{id}"),
    }
}

/// Asks what of a round is taken down; the choice is added to `press`.
#[must_use]
pub fn ask_which(it: &RoundDetails, page: &[ListedTarget<'_>], press: String) -> Card {
    let menu = Menu {
        press,
        hint: string!("moderation-which-hint"),
        entries: page.iter().map(ListedTarget::entry).collect(),
    };
    let card =
        Card::titled(string!("moderation-which-title")).text(Text::new().soft(&it.round.text));
    Card { menu: Some(menu), ..card }
}

/// "3 texts".
#[must_use]
pub fn count(number: usize) -> String {
    string!("moderation-which-count", count = number)
}

/// The field of the reason, and that of whether its author is kept from answering again.
pub const REASON: &str = "reason";
/// See [`REASON`].
pub const MUTE: &str = "mute";

/// Asks why something is taken down, under its words; `mute`: what is known of that already.
#[must_use]
pub fn why_form(it: &RoundDetails, listed: &ListedTarget<'_>, mute: bool) -> Form {
    let option = |reason: Reason| {
        let about = string!("moderation-why-about", reason = Key(reason.name()));
        ChoiceOption::new(reason.name(), string!("moderation-why", reason = Key(reason.name())))
            .description(Some(about))
    };
    let reason =
        Field::choice(REASON, string!("moderation-why-reason"), Reason::ALL.map(option), None)
            .description(string!("moderation-why-text"));
    let target = listed.target();
    let mute = mutes(it, target).then(|| {
        Field::checkbox(MUTE, string!("moderation-why-mute"), mute)
            .description(string!("moderation-why-mute-about"))
    });
    let asks = TextDisplay { blocks: vec![listed.block()], rest: text!("answer-form-rest") };
    Form {
        title: string!("moderation-why-title"),
        submit: line(target),
        parts: [asks.into(), reason.into()].into_iter().chain(mute.map(Into::into)).collect(),
    }
}

/// Whether its author can be kept from answering again.
fn mutes(it: &RoundDetails, target: Target) -> bool {
    target.kind() == Kind::Answer && it.takes_answers()
}

/// Asks whether a facilitator is sure.
#[must_use]
pub fn confirm(it: &RoundDetails, listed: &ListedTarget<'_>, why: Reason, mute: bool) -> Card {
    let target = listed.target();
    let line = format!("{} reason:{} sure:true", line(target), why.name());
    let mutes = mutes(it, target);
    let alone = Button::danger(string!("moderation-sure"), line.clone());
    let muting =
        mutes.then(|| Button::danger(string!("moderation-sure-mute"), format!("{line} mute:true")));
    let choices = if mute && mutes { vec![] } else { vec![alone] };
    Card::titled(string!("moderation-sure-title"))
        .block(listed.block())
        .text(text!(
            "moderation-sure-text",
            reason = reason(why),
            kind = Key(target.kind().name()),
            open = it.takes_answers(),
        ))
        .buttons(choices.into_iter().chain(muting))
}

/// How the author of what was taken down hears of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// By a direct message.
    Directly,
    /// When they do something in the round.
    NextTime,
    /// In the place of their words.
    InPlace,
    /// Not at all: nobody can tell who they are.
    Never,
}

/// What the facilitator is told.
#[must_use]
pub fn done(entry: &domain::moderation::TakeDown, told: Told) -> Card {
    let how = Key(match told {
        Told::Directly => "direct",
        Told::NextTime => "next",
        Told::InPlace => "place",
        Told::Never => "never",
    });
    Card::saying(text!("moderation-done", entry = entry.number.0, told = how, muted = entry.muted,))
        .accent(Accent::Done)
}
