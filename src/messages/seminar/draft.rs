//! The agenda as its facilitator sees and changes it.

use super::super::{Accent, Button, Card, Menu, MenuEntry, Text};
use super::{list, subject};
use crate::messages::quote::passage;
use crate::messages::ui::{limits, truncate};
use domain::seminar::{Item, SeminarState};
use domain::{Corpus, Seminar};

/// The agenda, with a menu to change one of its questions.
#[must_use]
pub fn agenda(corpus: &Corpus, seminar: &Seminar) -> Card {
    let id = seminar.id;
    let draft = seminar.state == SeminarState::Draft;
    let title = if draft { "Draft" } else { "Agenda" };
    let card = Card::titled(format!("{title}: {}", seminar.title))
        .text(Text::new().strong(subject(corpus, seminar)))
        .footer(format!("Seminar {id} · only you see this"));
    let lines = seminar.agenda.iter().enumerate().map(|(place, item)| {
        let line = Text::new().strong(format!("{}. ", place + 1)).plain(&item.text);
        line.soft(about(corpus, item))
    });
    let mut card = list(card, lines.collect());
    if seminar.agenda.is_empty() {
        card = card.text("It has no questions. Add one in your own words.");
    }
    let waiting = seminar.agenda.iter().enumerate().filter(|(_, item)| item.round.is_none());
    let entries: Vec<MenuEntry> = waiting
        .take(limits::SELECT_OPTIONS)
        .map(|(place, item)| MenuEntry {
            label: truncate(&format!("{}. {}", place + 1, item.text), limits::SELECT_OPTION),
            about: None,
            value: item.id.to_string(),
        })
        .collect();
    if !entries.is_empty() {
        let press = format!("seminar agenda seminar:{id}");
        card.menu = Some(Menu { press, hint: "Change a question".to_owned(), entries });
    }
    let start =
        draft.then(|| Button::main("Start", format!("seminar start seminar:{id} from:draft")));
    let anew =
        draft.then(|| Button::side("Draw anew", format!("seminar agenda seminar:{id} do:anew")));
    let add = Button::side("Add my own question", format!("seminar add seminar:{id}"));
    card.buttons(start.into_iter().chain([add]).chain(anew))
}

/// One question of the agenda, and what can be done with it.
#[must_use]
pub fn item(corpus: &Corpus, seminar: &Seminar, chosen: &Item) -> Card {
    let id = seminar.id;
    let place = seminar.agenda.iter().position(|item| item.id == chosen.id).unwrap_or_default();
    let mut card = Card::titled(format!("Question {} of {}", place + 1, seminar.agenda.len()))
        .accent(Accent::Question)
        .text(Text::new().strong(&chosen.text))
        .footer(format!("Seminar {id} · only you see this"));
    let question = chosen.question.as_deref().and_then(|id| corpus.question(id));
    for quote in question.into_iter().flat_map(|it| &it.quotes).filter_map(|id| corpus.quote(id)) {
        card = card.block(passage(corpus, quote));
    }
    let to = |what: &str| format!("seminar agenda seminar:{id} item:{} do:{what}", chosen.id);
    let swap = chosen.theme.is_some() && chosen.problem.is_none();
    card.buttons([Button::side("Earlier", to("earlier")), Button::side("Later", to("later"))])
        .buttons(
            swap.then(|| Button::side("Another instead", to("swap")))
                .into_iter()
                .chain([Button::danger("Remove", to("remove"))]),
        )
        .buttons([Button::main(
            "Back to the agenda",
            format!("seminar agenda seminar:{id} do:show"),
        )])
}

/// " · Power, close reading".
fn about(corpus: &Corpus, item: &Item) -> String {
    let theme = item.theme.as_ref().and_then(|id| corpus.theme(id)).map(|it| it.name.as_str());
    let question = item.question.as_deref().and_then(|id| corpus.question(id));
    let kind = match question {
        Some(question) => question.kind.name(),
        None if item.problem.is_some() => "debate",
        None => "own words",
    };
    match theme {
        Some(theme) => format!(" · {theme}, {kind}"),
        None => format!(" · {kind}"),
    }
}
