//! The agenda as its facilitator sees and changes it.

use super::super::quote::passage;
use super::super::ui::{Key, limits, string, text, theme_name, truncate};
use super::super::{Accent, Block, Button, Card, Field, Form, Menu, MenuEntry, Text};
use super::venue::with_notes;
use super::{VenueNote, meeting, private_footer, reading, subject};
use domain::corpus::Moment;
use domain::seminar::{Item, SeminarState};
use domain::{Corpus, Kind, Seminar};

/// As many questions as have a button of their own; of more, one is chosen from a menu.
const ROWS: usize = 10;

/// The agenda, with what changes each of its questions.
#[must_use]
pub fn agenda(corpus: &Corpus, seminar: &Seminar) -> Card {
    let id = seminar.number;
    let draft = seminar.state == SeminarState::Draft;
    let title = string!("seminar-agenda-title", draft = draft, title = &seminar.title);
    let card = Card::titled(title).text(subject(corpus, seminar)).footer(private_footer(seminar));
    let card = match seminar.meeting.as_ref().filter(|_| draft) {
        Some(date) => meeting::draft_lines(date).into_iter().fold(card, Card::text),
        None => card,
    };
    let mut card = reading(corpus, seminar).into_iter().fold(card, Card::block);
    if seminar.agenda.is_empty() {
        card = card.text(text!("seminar-agenda-empty"));
    }
    let few = waiting(seminar).count() <= ROWS;
    for (index, item) in seminar.agenda.iter().enumerate() {
        let line = text!(
            "seminar-agenda-line",
            number = index + 1,
            question = &item.text,
            about = about(corpus, item, seminar.keeps_time())
        );
        card = match item.round {
            None if few => card.row(Block::Text(line), change_button(seminar, item)),
            _ => card.text(line),
        };
    }
    if !few {
        card.menu = Some(menu(seminar));
    }
    let add = Button::side(string!("seminar-add-question"), format!("seminar add seminar:{id}"));
    if !draft {
        return card.buttons([add]);
    }
    let start = format!("seminar start seminar:{id} from:draft");
    let anew = format!("seminar agenda seminar:{id} do:anew");
    let discard = format!("seminar close seminar:{id} from:draft");
    let date = match seminar.meeting {
        Some(_) => string!("meeting-move"),
        None => string!("meeting-set-date"),
    };
    let date = Button::side(date, format!("seminar move seminar:{id}"));
    card.buttons([
        Button::main(string!("seminar-start"), start),
        add,
        Button::side(string!("seminar-new-questions"), anew),
        date,
        Button::side(string!("seminar-discard"), discard),
    ])
}

/// Asks whether all questions that wait are to give way to new ones.
#[must_use]
pub fn ask_for_new_questions(seminar: &Seminar) -> Card {
    let waiting = seminar.agenda.iter().filter(|item| item.round.is_none()).count();
    let line = |what: &str| format!("seminar agenda seminar:{} do:{what}", seminar.number);
    Card::titled(string!("seminar-new-questions-title"))
        .text(text!("seminar-new-questions-text", count = waiting))
        .footer(private_footer(seminar))
        .buttons([
            Button::danger(string!("seminar-new-questions"), line("redraw")),
            Button::side(string!("seminar-back-to-agenda"), line("show")),
        ])
}

/// The agenda of a draft, with what its facilitator should know of the channel.
#[must_use]
pub fn drafted(corpus: &Corpus, seminar: &Seminar, notes: &[VenueNote]) -> Card {
    with_notes(agenda(corpus, seminar), notes)
}

/// The questions that can be changed, with their places.
fn waiting(seminar: &Seminar) -> impl Iterator<Item = (usize, &Item)> {
    seminar.agenda.iter().enumerate().filter(|(_, item)| item.round.is_none())
}

fn change_button(seminar: &Seminar, item: &Item) -> Button {
    let line = format!("seminar agenda seminar:{} item:{} do:show", seminar.number, item.id);
    Button::side(string!("seminar-change-question"), line)
}

fn menu(seminar: &Seminar) -> Menu {
    let entry = |(index, item): (usize, &Item)| {
        let label = string!("seminar-agenda-entry", number = index + 1, question = &item.text);
        MenuEntry {
            label: truncate(&label, limits::SELECT_OPTION),
            about: None,
            value: item.id.to_string(),
        }
    };
    Menu {
        press: format!("seminar agenda seminar:{}", seminar.number),
        hint: string!("seminar-agenda-menu"),
        entries: waiting(seminar).take(limits::SELECT_OPTIONS).map(entry).collect(),
    }
}

/// One question of the agenda, and what can be done with it.
#[must_use]
pub fn item(corpus: &Corpus, seminar: &Seminar, chosen: &Item) -> Card {
    let id = seminar.number;
    let index = seminar.agenda.iter().position(|item| item.id == chosen.id).unwrap_or_default();
    let title = string!("seminar-question-of", number = index + 1, count = seminar.agenda.len());
    let card = Card::titled(title)
        .accent(Accent::Question)
        .text(Text::new().strong(&chosen.text))
        .footer(private_footer(seminar));
    let question = chosen.question.as_deref().and_then(|id| corpus.question(id));
    let quotes = question.into_iter().flat_map(|it| &it.quotes).filter_map(|id| corpus.quote(id));
    let card = quotes.fold(card, |card, quote| card.block(passage(corpus, quote)));
    let to = |what: &str| format!("seminar agenda seminar:{id} item:{} do:{what}", chosen.id);
    let replaceable = chosen.theme.is_some() && chosen.problem.is_none();
    let replace = replaceable.then(|| Button::side(string!("seminar-replace"), to("swap")));
    let remove = Button::danger(string!("seminar-remove"), to("remove"));
    let back = format!("seminar agenda seminar:{id} do:show");
    card.buttons([
        Button::side(string!("seminar-move-up"), to("earlier")),
        Button::side(string!("seminar-move-down"), to("later")),
    ])
    .buttons(replace.into_iter().chain([remove]))
    .buttons([Button::main(string!("seminar-back-to-agenda"), back)])
}

/// Asks for a question in the facilitator's own words, of at most `most` characters.
#[must_use]
pub fn own_question_form(seminar: &Seminar, most: u16) -> Form {
    Form {
        title: string!("seminar-own-question"),
        submit: format!("seminar add seminar:{}", seminar.number),
        parts: vec![
            Field::paragraph("text", string!("seminar-own-question-label"), most)
                .description(string!("seminar-own-question-about"))
                .into(),
        ],
    }
}

/// The title of a seminar that has neither title, themes nor work.
#[must_use]
pub fn untitled() -> String {
    string!("seminar-untitled")
}

/// "Power, read closely, 15 min".
fn about(corpus: &Corpus, item: &Item, keeps_time: bool) -> String {
    let theme = item.theme.as_ref().and_then(|id| corpus.theme(id)).map(theme_name);
    let question = item.question.as_deref().and_then(|id| corpus.question(id));
    let prompt = item.question.as_deref().and_then(|id| corpus.prompt(id)).map(|it| it.moment);
    let kind = match question.map(|question| question.kind) {
        Some(Kind::Close) => "close",
        Some(Kind::Comparison) => "comparison",
        Some(Kind::Application) => "application",
        Some(Kind::Author) => "author",
        None if item.problem.is_some() => "debate",
        None if prompt == Some(Moment::Opener) => "opener",
        None if prompt == Some(Moment::Closer) => "closer",
        None => "own",
    };
    let minutes = item.minutes.filter(|_| keeps_time);
    string!("seminar-agenda-about", theme = theme, kind = Key(kind), minutes = minutes)
}
