//! `/seminar agenda`, and the buttons that change it.

use super::super::question;
use super::{drawing, facilitated};
use crate::command::{Arguments, CommandError, Context, ReplyMode, Services, UserError};
use crate::messages::question::LENGTH;
use crate::messages::{Field, Form, Reply, seminar};
use crate::store::{Change, NewItem};
use domain::seminar::Item;
use domain::{ItemId, Seminar, SeminarId};

/// Shows the agenda to its facilitator, or changes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Agenda {
    seminar: Option<SeminarId>,
    item: Option<ItemId>,
    deed: Option<Deed>,
    chosen: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Show,
    Anew,
    Earlier,
    Later,
    Swap,
    Remove,
}

impl Agenda {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        let choice = arguments.field("choice");
        let chosen = choice.is_some();
        let item = match choice {
            Some(choice) => Some(choice.parse().map_err(|_| UserError::StalePress)?),
            None => arguments.number("item")?,
        };
        let deed = arguments.text("do").map(|word| match word.as_str() {
            "show" => Ok(Deed::Show),
            "anew" => Ok(Deed::Anew),
            "earlier" => Ok(Deed::Earlier),
            "later" => Ok(Deed::Later),
            "swap" => Ok(Deed::Swap),
            "remove" => Ok(Deed::Remove),
            _ => Err(UserError::StalePress),
        });
        Ok(Self { seminar: arguments.number("seminar")?, item, deed: deed.transpose()?, chosen })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.deed.is_some() || self.chosen { ReplyMode::UPDATE } else { ReplyMode::EPHEMERAL }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let turned = self.reply_mode() == ReplyMode::UPDATE;
        let found = facilitated(context, services, self.seminar, "change its agenda").await?;
        let item = found.agenda.iter().find(|item| Some(item.id) == self.item);
        if self.item.is_some() && item.is_none_or(|item| item.round.is_some()) {
            return Err(UserError::refused(
                "That question is not waiting any more. `/seminar agenda` shows those that are.",
            )
            .into());
        }
        let changed = match change(context, services, &found, item, self.deed).await? {
            Some(change) => services
                .store
                .change_agenda(context.server, found.id, change)
                .await?
                .ok_or_else(super::over)?,
            None => found,
        };
        let item = changed.agenda.iter().find(|item| Some(item.id) == self.item);
        let card = match item {
            Some(item) => seminar::item(&services.corpus, &changed, item),
            None => seminar::agenda(&services.corpus, &changed),
        };
        Ok(if turned { Reply::Update(card) } else { Reply::Ephemeral(card) })
    }
}

async fn change(
    context: &Context,
    services: &Services,
    seminar: &Seminar,
    item: Option<&Item>,
    deed: Option<Deed>,
) -> Result<Option<Change>, CommandError> {
    Ok(match (deed, item) {
        (Some(Deed::Anew), _) => {
            let (themes, work) = (seminar.themes.clone(), seminar.work.clone());
            let wanted = drawing::wanted(context, services, themes, work).await?;
            Some(Change::Anew(drawing::draw(services, &wanted, seminar.format, context.seed)))
        }
        (Some(Deed::Earlier), Some(item)) => Some(Change::Earlier(item.id)),
        (Some(Deed::Later), Some(item)) => Some(Change::Later(item.id)),
        (Some(Deed::Remove), Some(item)) => Some(Change::Remove(item.id)),
        (Some(Deed::Swap), Some(item)) => {
            let other = drawing::another(context, services, seminar, item).await?;
            let other = other.ok_or_else(|| {
                UserError::refused("The book has no other question on this theme.")
            })?;
            Some(Change::Swap(item.id, other))
        }
        _ => None,
    })
}

/// Adds a question in the facilitator's own words.
#[derive(Clone, Debug, PartialEq)]
pub struct Add {
    seminar: Option<SeminarId>,
    text: Option<String>,
}

impl Add {
    pub(in super::super) fn parse(arguments: &mut Arguments) -> Result<Self, UserError> {
        Ok(Self {
            seminar: arguments.number("seminar")?,
            text: arguments.field("text").or_else(|| arguments.text("text")),
        })
    }

    pub(in super::super) fn reply_mode(&self) -> ReplyMode {
        if self.text.is_some() { ReplyMode::EPHEMERAL } else { ReplyMode::FORM }
    }

    pub(in super::super) async fn run(
        self,
        context: &Context,
        services: &Services,
    ) -> Result<Reply, CommandError> {
        let found = facilitated(context, services, self.seminar, "change its agenda").await?;
        let Some(text) = self.text else { return Ok(form(&found)) };
        let text = question::checked(&text)?;
        let theme = services.corpus.theme_of(&text).map(|theme| theme.id.clone());
        let item = NewItem { question: None, problem: None, text, theme };
        let change = Change::Add(item);
        let changed = services.store.change_agenda(context.server, found.id, change).await?;
        let changed = changed.ok_or_else(super::over)?;
        Ok(Reply::Ephemeral(seminar::agenda(&services.corpus, &changed)))
    }
}

fn form(seminar: &Seminar) -> Reply {
    Reply::Form(Form {
        title: "A question of your own".to_owned(),
        submit: format!("seminar add seminar:{}", seminar.id),
        fields: vec![Field {
            id: "text".to_owned(),
            label: "The question".to_owned(),
            hint: Some("One that can be answered in a paragraph, and not by yes or no.".to_owned()),
            value: None,
            length: (1, LENGTH),
            long: true,
            required: true,
        }],
    })
}
