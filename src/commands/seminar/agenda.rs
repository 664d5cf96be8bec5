//! `/seminar agenda`, and the buttons that change it.

use super::super::question;
use super::{drawing, facilitated};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::Reply;
use crate::messages::question::LENGTH;
use crate::messages::seminar::{self, SeminarAction, SeminarError};
use crate::store::{AgendaChange, NewItem, ServerTx};
use domain::seminar::{Item, Move};
use domain::{ItemId, Seminar, SeminarId, SeminarNumber};

/// Shows the agenda to its facilitator, or changes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    seminar: Option<SeminarNumber>,
    item: Option<ItemId>,
    action: Option<Action>,
    chosen: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    Show,
    AskToRedraw,
    Redraw,
    Move(Move),
    Replace,
    Remove,
}

impl Agenda {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let choice = arguments.chosen("choice")?;
        let chosen = choice.is_some();
        let item = match choice {
            Some(choice) => Some(choice.parse().map_err(|_| UserError::StalePress)?),
            None => arguments.number("item")?,
        };
        let action = arguments.text("do").map(|word| match word.as_str() {
            "show" => Ok(Action::Show),
            "anew" => Ok(Action::AskToRedraw),
            "redraw" => Ok(Action::Redraw),
            "earlier" => Ok(Action::Move(Move::Up)),
            "later" => Ok(Action::Move(Move::Down)),
            "swap" => Ok(Action::Replace),
            "remove" => Ok(Action::Remove),
            _ => Err(UserError::StalePress),
        });
        let action = action.transpose()?;
        Ok(Self { seminar: arguments.number("seminar")?, item, action, chosen })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.action.is_some() || self.chosen { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let update = self.reply_mode() == ReplyMode::UPDATE;
        let action = SeminarAction::ChangeAgenda;
        let found = facilitated(context, services, self.seminar, action).await?;
        if self.action == Some(Action::AskToRedraw) {
            return Ok(Reply::Update(seminar::ask_for_new_questions(&found)));
        }
        let item = found.agenda.iter().find(|item| Some(item.id) == self.item);
        if self.item.is_some() && item.is_none_or(|item| item.round.is_some()) {
            return Err(SeminarError::ItemPosed.into());
        }
        let changed = match change(context, services, &found, item, self.action).await? {
            Some(change) => carry_out(context, services, found.id, change).await?,
            None => found,
        };
        let item = changed.agenda.iter().find(|item| Some(item.id) == self.item);
        let card = match item {
            Some(item) => seminar::item(&services.corpus, &changed, item),
            None => seminar::agenda(&services.corpus, &changed),
        };
        Ok(if update { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

async fn change(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
    item: Option<&Item>,
    action: Option<Action>,
) -> Result<Option<AgendaChange>, CommandError> {
    Ok(match (action, item) {
        (Some(Action::Redraw), _) => {
            let (themes, work) = (seminar.themes.clone(), seminar.work.clone());
            let mut wanted = drawing::wanted(context, services, themes, work).await?;
            wanted.questions = drawn(services, seminar);
            let minutes = seminar.agenda.iter().filter_map(|item| item.minutes);
            let length = minutes.reduce(u16::saturating_add).unwrap_or(drawing::HOUR);
            let drawn = drawing::draw(services, &wanted, seminar.format, length, context.seed);
            Some(AgendaChange::Redraw(drawn))
        }
        (Some(Action::Move(step)), Some(item)) => Some(AgendaChange::Move(item.id, step)),
        (Some(Action::Remove), Some(item)) => Some(AgendaChange::Remove(item.id)),
        (Some(Action::Replace), Some(item)) => {
            let other = drawing::another(context, services, seminar, item).await?;
            let other = other.ok_or(SeminarError::NoOtherQuestion)?;
            Some(AgendaChange::Replace(item.id, other))
        }
        _ => None,
    })
}

/// How many of the questions that wait were drawn from the book; as many come anew.
fn drawn(services: &Services, seminar: &Seminar) -> Option<usize> {
    let waiting = seminar.agenda.iter().filter(|item| item.round.is_none());
    let of_book = |item: &&Item| {
        let question = item.question.as_deref().and_then(|id| services.corpus.question(id));
        question.is_some() || item.problem.is_some()
    };
    Some(waiting.filter(of_book).count()).filter(|count| *count > 0)
}

async fn carry_out(
    context: &Context,
    services: &Services,
    id: SeminarId,
    change: AgendaChange,
) -> Result<Seminar, CommandError> {
    let change = async |tx: &mut ServerTx| tx.change_agenda(id, change).await;
    let changed = services.store.change(context.server, change).await?;
    Ok(changed.ok_or(SeminarError::Closed)?)
}

/// Adds a question in the facilitator's own words.
#[derive(Clone, Debug, PartialEq)]
pub struct Add {
    seminar: Option<SeminarNumber>,
    text: Option<String>,
}

impl Add {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self { seminar: arguments.number("seminar")?, text: arguments.prose("text")? })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.text.is_some() { ReplyMode::EPHEMERAL } else { ReplyMode::FORM }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let action = SeminarAction::ChangeAgenda;
        let found = facilitated(context, services, self.seminar, action).await?;
        let Some(text) = self.text else {
            return Ok(Reply::Form(seminar::own_question_form(&found, LENGTH)));
        };
        let text = question::checked(&text)?;
        let theme = services.corpus.theme_of(&text).map(|theme| theme.id.clone());
        let item = NewItem { question: None, problem: None, text, theme, minutes: None };
        let changed = carry_out(context, services, found.id, AgendaChange::Add(item)).await?;
        Ok(Reply::Ephemeral(seminar::agenda(&services.corpus, &changed)))
    }
}
