//! What a place has been shown: nothing comes twice before the rest that matches has come once.
//!
//! That is kept in memory and written some seconds later, since nobody loses anything by it: after a
//! crash a place may see a quote again a little early. So a quote waits for no disk.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sqlx::Connection as _;
use sqlx::sqlite::SqliteConnection;

use super::{Error, Result, ServerReads, Store};
use domain::schedule::Matches;
use domain::serving::{self, Had, Order, Serving};
use domain::{ChannelId, Corpus, ServerId};

/// How much memory all places may take, in bytes, before those go that were not served lately.
const KEPT: usize = 5_000_000;

type Key = (ServerId, ChannelId);

/// How often places were served what. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(super) struct Servings(Arc<Mutex<Places>>);

#[derive(Debug, Default)]
struct Places {
    places: HashMap<Key, Place>,
    /// The last version of any place.
    last: u64,
}

#[derive(Debug, Default)]
struct Place {
    /// What it has had of the book that it reads, if that was read.
    had: Option<Had>,
    /// What is not on the disk yet, and what is on its way there.
    unsaved: HashMap<String, i64>,
    being_saved: HashMap<String, i64>,
    /// It was served since the last save.
    lately: bool,
    /// Another one whenever its rows change, so that what was read before is not taken for what is there
    /// after.
    version: u64,
}

/// A change was committed that has more of it.
#[derive(Clone, Debug)]
pub(super) enum Served {
    /// A place was served an item.
    Item(Key),
    /// A server's data was deleted.
    Deleted(ServerId),
}

impl Store {
    /// Chooses one of `matches` of a book for a place, among those it has had least often, and notes
    /// that it has had it. `None` if nothing matches.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn serve(
        &self,
        server: ServerId,
        place: ChannelId,
        corpus: &Corpus,
        matches: &Matches<'_>,
        order: Order,
    ) -> Result<Option<String>> {
        let key = (server, place);
        loop {
            let version = {
                let mut known = self.servings.lock();
                let place = known.place(key);
                if place.knows(corpus) {
                    return Ok(place.serve(corpus, matches, order));
                }
                place.version
            };
            let had = self.read(server).served(place).await?;
            let mut known = self.servings.lock();
            if let Some(place) = known.places.get_mut(&key)
                && place.version == version
            {
                place.learn(corpus, had);
                return Ok(place.serve(corpus, matches, order));
            }
        }
    }
}

impl ServerReads {
    /// How often a place was served each item.
    async fn served(&mut self, place: ChannelId) -> Result<HashMap<String, i64>> {
        // As one row: each row costs a trip from SQLite's thread.
        let served: String = self
            .statement(
                "select json_group_object(item, times) from servings
                 where server = ?1 and place = ?2",
            )
            .bind(place.0)
            .value()
            .await?;
        serde_json::from_str(&served)
            .map_err(|error| Error::Unreadable(format!("what {place} was served: {error}")))
    }
}

impl Places {
    fn next_version(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    fn place(&mut self, key: Key) -> &mut Place {
        let version = self.next_version();
        self.places.entry(key).or_insert_with(|| Place { version, ..Place::default() })
    }
}

impl Place {
    /// Whether it is known what it has had of this book.
    fn knows(&self, corpus: &Corpus) -> bool {
        self.had.as_ref().is_some_and(|had| had.is_of(corpus))
    }

    /// Takes in what is on the disk.
    fn learn(&mut self, corpus: &Corpus, mut items: HashMap<String, i64>) {
        for (item, times) in self.being_saved.iter().chain(&self.unsaved) {
            let known = items.entry(item.clone()).or_default();
            *known = (*known).max(*times);
        }
        self.had = Some(Had::new(corpus, items));
    }

    fn serve(&mut self, corpus: &Corpus, matches: &Matches<'_>, order: Order) -> Option<String> {
        let had = self.had.as_mut()?;
        let Serving { item, times } = serving::choose(corpus, matches, had, order)?;
        had.note(corpus, &item, times);
        self.unsaved.insert(item.clone(), times);
        self.lately = true;
        Some(item)
    }

    fn is_saved(&self) -> bool {
        self.unsaved.is_empty() && self.being_saved.is_empty()
    }
}

impl Servings {
    /// Follows a change that is on the disk.
    pub(super) fn note(&self, served: Served) {
        let mut known = self.lock();
        let version = known.next_version();
        match served {
            Served::Item(key) => {
                if let Some(place) = known.places.get_mut(&key) {
                    (place.had, place.version) = (None, version);
                }
            }
            Served::Deleted(server) => known.places.retain(|(of, _), _| *of != server),
        }
    }

    /// Writes what is not on the disk yet. What cannot be written is tried again at the next save.
    pub(super) async fn save(&self, connection: &mut SqliteConnection) {
        let unsaved = self.take_unsaved();
        if unsaved.is_empty() {
            return;
        }
        let written = write(connection, &unsaved).await;
        self.saved(&unsaved, written.is_ok());
        if let Err(error) = written {
            return tracing::warn!(?error, "what was served lately is not written yet");
        }
        self.forget();
    }

    fn take_unsaved(&self) -> Vec<Unsaved> {
        let mut known = self.lock();
        let waiting = known.places.iter_mut().filter(|(_, place)| !place.unsaved.is_empty());
        let taken = waiting.map(|(key, place)| {
            place.being_saved = std::mem::take(&mut place.unsaved);
            let json = serde_json::to_string(&place.being_saved).unwrap_or_default();
            Unsaved { key: *key, json }
        });
        taken.collect()
    }

    fn saved(&self, unsaved: &[Unsaved], written: bool) {
        let mut known = self.lock();
        let version = known.next_version();
        for Unsaved { key, .. } in unsaved {
            let Some(place) = known.places.get_mut(key) else { continue };
            place.version = version;
            let saved = std::mem::take(&mut place.being_saved);
            if !written {
                // What was served since then counts more.
                let since = std::mem::replace(&mut place.unsaved, saved);
                place.unsaved.extend(since);
            }
        }
    }

    /// Makes room, if there is too much: first of what nobody has asked for since the last save.
    fn forget(&self) {
        let places = &mut self.lock().places;
        let kept = |places: &HashMap<Key, Place>| -> usize {
            places.values().filter_map(|place| place.had.as_ref()).map(Had::size).sum()
        };
        places.retain(|_, place| place.had.is_some() || !place.is_saved());
        if kept(places) > KEPT {
            places.retain(|_, place| place.lately || !place.is_saved());
        }
        if kept(places) > KEPT {
            places.retain(|_, place| !place.is_saved());
        }
        places.values_mut().for_each(|place| place.lately = false);
    }

    fn lock(&self) -> MutexGuard<'_, Places> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a place was served since the last save.
struct Unsaved {
    key: Key,
    /// How often each, as an object.
    json: String,
}

async fn write(connection: &mut SqliteConnection, unsaved: &[Unsaved]) -> sqlx::Result<()> {
    let mut tx = connection.begin().await?;
    for Unsaved { key: (server, place), json, .. } in unsaved {
        sqlx::query(
            "insert into servings (server, place, item, times)
             select ?1, ?2, key, value from json_each(?3) where true
             on conflict do update set times = max(times, excluded.times)",
        )
        .bind(server.0)
        .bind(place.0)
        .bind(json)
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await
}
