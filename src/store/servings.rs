//! What a place has been shown: nothing comes twice before the rest that matches has come once.
//!
//! That is kept in memory and written some seconds later, since nobody loses anything by it: after a
//! crash a place may see a quote again a little early. So a quote waits for no disk.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sqlx::Connection as _;
use sqlx::sqlite::SqliteConnection;

use super::{Error, Result, ServerReads, Store};
use domain::schedule::Matches;
use domain::serving::{self, Order, Serving};
use domain::{ChannelId, ServerId};

/// How many items are kept in memory, over all places, before those go that were not served lately.
const KEPT: usize = 50_000;

type Key = (ServerId, ChannelId);

/// How often places were served what. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(super) struct Servings(Arc<Mutex<HashMap<Key, Place>>>);

#[derive(Debug, Default)]
struct Place {
    had: HashMap<String, i64>,
    /// What is not on the disk yet.
    unsaved: HashSet<String>,
    /// It was served since the last save.
    lately: bool,
}

/// A change was committed that has more of it.
#[derive(Clone, Debug)]
pub(super) enum Served {
    /// A place was served an item so often.
    Item(Key, String, i64),
    /// A server's data was deleted.
    Deleted(ServerId),
}

impl Store {
    /// Chooses one of `matches` for a place, among those it has had least often, and notes
    /// that it has had it. `None` if nothing matches.
    ///
    /// # Errors
    /// If the database fails.
    pub async fn serve(
        &self,
        server: ServerId,
        place: ChannelId,
        matches: &Matches<'_>,
        order: Order,
    ) -> Result<Option<String>> {
        let key = (server, place);
        if let Some(place) = self.servings.places().get_mut(&key) {
            return Ok(place.serve(matches, order));
        }
        let had = self.read(server).served(place).await?;
        let mut places = self.servings.places();
        let place = places.entry(key).or_insert_with(|| Place { had, ..Place::default() });
        Ok(place.serve(matches, order))
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

impl Place {
    fn serve(&mut self, matches: &Matches<'_>, order: Order) -> Option<String> {
        let Serving { item, times } = serving::choose(matches, &self.had, order)?;
        self.had.insert(item.clone(), times);
        self.unsaved.insert(item.clone());
        self.lately = true;
        Some(item)
    }

    fn unsaved(&self) -> HashMap<&String, i64> {
        self.unsaved.iter().filter_map(|item| Some((item, *self.had.get(item)?))).collect()
    }
}

impl Servings {
    /// Follows a change that is on the disk.
    pub(super) fn note(&self, served: Served) {
        let mut places = self.places();
        match served {
            Served::Item(key, item, times) => {
                if let Some(place) = places.get_mut(&key) {
                    place.had.insert(item, times);
                }
            }
            Served::Deleted(server) => places.retain(|(of, _), _| *of != server),
        }
    }

    /// Writes what is not on the disk yet. What cannot be written is tried again at the next save.
    pub(super) async fn save(&self, connection: &mut SqliteConnection) {
        let unsaved = self.take_unsaved();
        if unsaved.is_empty() {
            return;
        }
        if let Err(error) = write(connection, &unsaved).await {
            tracing::warn!(?error, "what was served lately is not written yet");
            return self.put_back(unsaved);
        }
        self.forget();
    }

    fn take_unsaved(&self) -> Vec<Unsaved> {
        let mut places = self.places();
        let waiting = places.iter_mut().filter(|(_, place)| !place.unsaved.is_empty());
        let taken = waiting.map(|(key, place)| {
            let json = serde_json::to_string(&place.unsaved()).unwrap_or_default();
            Unsaved { key: *key, items: std::mem::take(&mut place.unsaved), json }
        });
        taken.collect()
    }

    fn put_back(&self, unsaved: Vec<Unsaved>) {
        let mut places = self.places();
        for Unsaved { key, items, .. } in unsaved {
            if let Some(place) = places.get_mut(&key) {
                place.unsaved.extend(items);
            }
        }
    }

    /// Makes room, if there is too much: first of what nobody has asked for since the last save.
    fn forget(&self) {
        let mut places = self.places();
        let kept = |places: &HashMap<Key, Place>| -> usize {
            places.values().map(|place| place.had.len()).sum()
        };
        if kept(&places) > KEPT {
            places.retain(|_, place| place.lately || !place.unsaved.is_empty());
        }
        if kept(&places) > KEPT {
            places.retain(|_, place| !place.unsaved.is_empty());
        }
        places.values_mut().for_each(|place| place.lately = false);
    }

    fn places(&self) -> MutexGuard<'_, HashMap<Key, Place>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a place was served since the last save.
struct Unsaved {
    key: Key,
    items: HashSet<String>,
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
