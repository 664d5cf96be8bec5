//! In which language the bot writes in each server. Every message asks for it, so it is kept in
//! memory.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::row::row;
use super::{Result, ServerReads, ServerTx, Store};
use crate::messages::ui::Language;
use domain::ServerId;

/// How many servers are remembered; a member who writes to the bot alone counts as one.
const MOST: usize = 50_000;

/// The languages of the servers that have been asked for. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(super) struct Languages(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    servers: HashMap<ServerId, Spoken>,
    /// How often all were forgotten, so that what was read before is not kept after.
    emptied: u64,
}

/// What is known of a server's language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spoken {
    /// What was chosen.
    chosen: Option<Language>,
    /// What the platform says.
    heard: Option<Language>,
}

row! {
struct Row {
    language: Option<String>,
    heard: Option<String>,
}
}

impl Languages {
    fn get(&self, server: ServerId) -> Option<Spoken> {
        self.lock().servers.get(&server).copied()
    }

    fn emptied(&self) -> u64 {
        self.lock().emptied
    }

    /// Keeps what was read, unless it was changed since, or may have been.
    fn read(&self, server: ServerId, spoken: Spoken, emptied: u64) {
        let mut known = self.lock();
        known.make_room();
        if known.emptied == emptied {
            known.servers.entry(server).or_insert(spoken);
        }
    }

    /// A change is on the disk.
    pub(super) fn changed(&self, server: ServerId, spoken: Spoken) {
        let mut known = self.lock();
        known.make_room();
        known.servers.insert(server, spoken);
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Known {
    fn make_room(&mut self) {
        if self.servers.len() >= MOST {
            self.servers.clear();
            self.emptied += 1;
        }
    }
}

impl Spoken {
    fn language(self) -> Language {
        self.chosen.or(self.heard).unwrap_or_default()
    }
}

impl Store {
    /// In which language the bot writes in a server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn language(&self, server: ServerId) -> Result<Language> {
        match self.languages.get(server) {
            Some(spoken) => Ok(spoken.language()),
            None => self.read(server).language().await,
        }
    }

    /// As [`Store::language`], once the platform has said what the server's own is.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn language_heard(&self, server: ServerId, heard: Language) -> Result<Language> {
        let spoken = self.read(server).spoken().await?;
        if spoken.heard.unwrap_or_default() == heard {
            return Ok(spoken.language());
        }
        self.change(server, async |tx: &mut ServerTx| tx.hear(heard).await).await?;
        self.language(server).await
    }
}

impl ServerReads {
    /// In which language the bot writes in the server.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn language(&mut self) -> Result<Language> {
        Ok(self.spoken().await?.language())
    }

    async fn spoken(&mut self) -> Result<Spoken> {
        if let Some(spoken) = self.languages.get(self.server()) {
            return Ok(spoken);
        }
        let emptied = self.languages.emptied();
        let spoken = self.stored().await?;
        self.languages.read(self.server(), spoken, emptied);
        Ok(spoken)
    }

    async fn stored(&mut self) -> Result<Spoken> {
        let row: Option<Row> = self
            .statement("select language, heard from settings where server = ?1")
            .optional()
            .await?;
        let known = |tag: Option<String>| tag.as_deref().and_then(Language::of_locale);
        Ok(row.map_or_else(Spoken::default, |row| Spoken {
            chosen: known(row.language),
            heard: known(row.heard),
        }))
    }
}

impl ServerTx {
    /// Notes what the platform says of the server's language.
    async fn hear(&mut self, heard: Language) -> Result<()> {
        self.statement(
            "insert into settings (server, heard) values (?1, ?2)
             on conflict (server) do update set heard = excluded.heard",
        )
        .bind(heard.tag())
        .execute()
        .await?;
        self.language_changed().await
    }

    /// All who ask from the commit on get what is written now.
    pub(super) async fn language_changed(&mut self) -> Result<()> {
        let spoken = self.stored().await?;
        self.after.language = Some((self.server(), spoken));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: Spoken = Spoken { chosen: Some(Language::English), heard: None };
    const FRENCH: Spoken = Spoken { chosen: Some(Language::French), heard: None };

    #[test]
    fn what_was_read_never_takes_the_place_of_what_was_changed_since() {
        let (languages, server) = (Languages::default(), ServerId(-1));
        let before = languages.emptied();
        languages.changed(server, FRENCH);
        languages.read(server, ENGLISH, before);
        assert_eq!(languages.get(server), Some(FRENCH));
        // Nor where the change was forgotten.
        for other in 0..i64::try_from(MOST).unwrap() {
            languages.read(ServerId(other), ENGLISH, languages.emptied());
        }
        assert_eq!(languages.get(server), None);
        languages.read(server, ENGLISH, before);
        assert_eq!(languages.get(server), None);
        languages.read(server, FRENCH, languages.emptied());
        assert_eq!(languages.get(server), Some(FRENCH));
    }

    #[test]
    fn no_more_servers_are_remembered_than_there_is_room_for() {
        let languages = Languages::default();
        for server in 0..3 * i64::try_from(MOST).unwrap() {
            languages.changed(ServerId(server), ENGLISH);
            assert!(languages.lock().servers.len() <= MOST);
        }
    }
}
