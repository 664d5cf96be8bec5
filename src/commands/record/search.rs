//! Finds words in the record: in questions, statements, reasons of objections, and those answers that
//! are shown, as far as the caller may view their channels.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{NO_THEME, OnTheme, rounds_of};
use crate::command::{CommandError, Context, Services, UserError, lookup, search};
use crate::messages::ui::spoiler::concealed;
use domain::occurrences::Finder;
use domain::record::{Entry, Hit, Hits};

/// A search, as it is saved for its buttons.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Search {
    /// What was typed.
    pub(super) words: String,
    pub(super) theme: Option<String>,
    pub(super) seminar: Option<String>,
}

impl Search {
    /// The search of that id.
    pub(super) async fn saved(
        context: &Context,
        services: &Services,
        id: i64,
    ) -> Result<Self, CommandError> {
        let body = services.store.read(context.server).filter(id).await?;
        let body = body.ok_or(UserError::StalePress)?;
        Ok(serde_json::from_str(&body).map_err(|_| UserError::StalePress)?)
    }

    /// Its id, under which buttons can carry it.
    pub(super) async fn save(
        &self,
        context: &Context,
        services: &Services,
    ) -> Result<i64, CommandError> {
        let body = serde_json::to_string(self).unwrap_or_default();
        let save = services
            .store
            .note(context.server, async |tx| tx.save_filter(&body, context.now).await);
        Ok(save.await?)
    }

    /// What it finds, the best first.
    pub(super) async fn run(
        &self,
        context: &Context,
        services: &Services,
    ) -> Result<Hits, CommandError> {
        let finder = Finder::new(&search::query(&self.words)?);
        let mut hits = Vec::new();
        if let Some(given) = &self.seminar {
            let seminar = lookup::seminar_named(context, services, given).await?;
            let rounds = rounds_of(context, services, &seminar).await?;
            hits.extend(rounds.iter().flat_map(|round| found(&Entry::from(round), &finder)));
            return Ok(Hits::best(hits, &finder));
        }
        for theme in self.themes(context, services).await? {
            let recorded = OnTheme::read(context, services, theme.as_deref()).await?;
            hits.extend(recorded.entries().iter().flat_map(|entry| found(entry, &finder)));
        }
        Ok(Hits::best(hits, &finder))
    }

    /// The ids of the themes in which it searches; `None` is what is about none.
    async fn themes(
        &self,
        context: &Context,
        services: &Services,
    ) -> Result<BTreeSet<Option<String>>, CommandError> {
        if let Some(given) = self.theme.as_deref() {
            let theme = match given {
                NO_THEME => None,
                given => lookup::theme(services, Some(given))?,
            };
            return Ok(BTreeSet::from([theme.map(|theme| theme.id.clone())]));
        }
        let asked = lookup::asked(context, services).await?;
        Ok(asked.into_iter().map(|asked| asked.theme).collect())
    }
}

/// What of an entry holds any of the words. A hit shows a part of a text, which could take the end
/// away from what is hidden in it.
fn found(entry: &Entry<'_>, finder: &Finder) -> Vec<Hit> {
    entry.hits(finder, concealed)
}
