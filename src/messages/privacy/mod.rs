//! What is kept about a member, as they read it; what erasing it means.

mod effects;

pub use effects::erased_effects;

use super::ui::{Accent, Block, Button, Card, Key, Span, Text, string, text};
use domain::erasure::Held;
use jiff::Timestamp;

/// Where the operator has published how they handle data, and the terms of use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policies {
    /// The address of the privacy policy.
    pub privacy: Option<String>,
    /// The address of the terms of use.
    pub terms: Option<String>,
}

impl Policies {
    /// Links to them, if there are any.
    #[must_use]
    pub fn links(&self) -> Option<Text> {
        let link = |words: String, to: &Option<String>| {
            let to = to.clone()?;
            Some(Text(vec![Span::Link { words, to }]))
        };
        let privacy = link(string!("privacy-policy"), &self.privacy);
        let terms = link(string!("privacy-terms"), &self.terms);
        privacy.into_iter().chain(terms).reduce(|text, more| text.plain(" · ").then(more))
    }
}

/// How often something can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooOften {
    /// What was done too often.
    pub what: Limited,
    /// Whether it was the whole server, and not the member alone.
    pub whole_server: bool,
    /// From when on it can be done again.
    pub again_at: Timestamp,
}

/// What can be done only so often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Limited {
    Answers,
    Questions,
    Imports,
    Exports,
    Copies,
}

impl TooOften {
    pub(super) fn text(self) -> Text {
        let what = Key(match self.what {
            Limited::Answers => "answers",
            Limited::Questions => "questions",
            Limited::Imports => "imports",
            Limited::Exports => "exports",
            Limited::Copies => "copies",
        });
        let again = Span::When(self.again_at, super::TimeStyle::Relative);
        text!("privacy-too-often", what = what, server = self.whole_server, again = again)
    }
}

/// What is kept about a member in a server: how many of what, what for, who sees it, how long.
#[must_use]
pub fn show(counts: &[(Held, usize)], policies: &Policies) -> Card {
    let mut card = Card::titled(string!("privacy-title")).footer(string!("privacy-footer"));
    card = match counts {
        [] => card.text(text!("privacy-nothing")),
        counts => card.block(Block::List(counts.iter().map(|it| line(*it)).collect())),
    };
    card.section(text!("privacy-who-title"), text!("privacy-who"))
        .section(text!("privacy-how-long-title"), text!("privacy-how-long"))
        .section(text!("privacy-unnamed-title"), text!("privacy-unnamed"))
        .block(Block::Text(policies.links().unwrap_or_else(|| text!("privacy-operator"))))
        .buttons([
            Button::side(string!("privacy-export"), "privacy export"),
            Button::danger(string!("privacy-erase"), "privacy erase"),
        ])
}

/// "Answers: 3 · your words, …".
fn line((kind, count): (Held, usize)) -> Text {
    text!("privacy-line", kind = Key(kind.name()), count = count)
}

/// What comes with the copy.
#[must_use]
pub fn copy() -> Card {
    Card::titled(string!("privacy-copy-title")).text(text!("privacy-copy"))
}

/// What is about to be erased.
#[derive(Clone, Copy, Debug)]
pub struct Scope<'a> {
    /// How much there is of what.
    pub counts: &'a [(Held, usize)],
    /// In how many servers, if it is not in this one alone.
    pub servers: Option<usize>,
    /// Whether answers without a name go as well.
    pub may_link: bool,
}

/// Asks whether a member wants everything erased: what goes, and what stays.
#[must_use]
pub fn ask_to_erase(scope: Scope<'_>) -> Card {
    let (everywhere, count) = (scope.servers.is_some(), scope.servers.unwrap_or(1));
    let title = string!("privacy-ask-title", everywhere = everywhere);
    let mut card = Card::titled(title).footer(string!("privacy-footer"));
    if scope.counts.is_empty() {
        return card.text(text!("privacy-nothing-to-erase", everywhere = everywhere));
    }
    let (stays, goes): (Vec<(Held, usize)>, Vec<_>) =
        scope.counts.iter().partition(|(kind, _)| kind.outlives_erasure());
    let listed = |all: Vec<(Held, usize)>| -> Vec<Text> {
        let short = |(kind, count): (Held, usize)| {
            text!("privacy-line-short", kind = Key(kind.name()), count = count)
        };
        all.into_iter().map(short).collect()
    };
    if everywhere {
        card = card.text(text!("privacy-ask-everywhere", count = count));
    }
    if !goes.is_empty() {
        card = card.text(text!("privacy-goes")).block(Block::List(listed(goes)));
    }
    if !stays.is_empty() {
        card = card.text(text!("privacy-stays")).block(Block::List(listed(stays)));
    }
    card = card.text(text!("privacy-marks"));
    if scope.may_link {
        card = card.text(text!("privacy-may-link"));
    }
    let everywhere = if everywhere { " everywhere:true" } else { "" };
    let sure = format!("privacy erase sure:true{everywhere}");
    card.buttons([Button::danger(string!("privacy-erase-sure"), sure)])
}

/// Everything about a member is erased, in so many servers if not in this one alone.
#[must_use]
pub fn erased(answers: usize, servers: Option<usize>) -> Card {
    Card::saying(text!("privacy-erased", answers = answers, servers = servers))
        .accent(Accent::Done)
        .footer(string!("privacy-footer"))
}

/// What the receipt of a first answer also says.
#[must_use]
pub fn on_first_answer(receipt: Card, anonymous: bool) -> Card {
    receipt
        .text(text!("privacy-first", anonymous = anonymous))
        .buttons([Button::side(string!("privacy-show"), "privacy show")])
}
