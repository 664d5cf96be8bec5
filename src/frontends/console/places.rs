//! The places of the console: channels that are there as soon as somebody goes there, forums, and
//! the threads and posts that were opened.

use std::collections::{BTreeMap, BTreeSet};

use super::names;
use domain::{Address, ChannelId, MessageId, tags};

pub(super) struct Places {
    known: Vec<ChannelId>,
    threads: BTreeMap<MessageId, ChannelId>,
    under: BTreeMap<ChannelId, Address>,
    archived: BTreeSet<ChannelId>,
    tags: BTreeMap<ChannelId, Vec<String>>,
}

impl Places {
    pub(super) fn new(first: ChannelId) -> Self {
        Self {
            known: vec![first],
            threads: BTreeMap::new(),
            under: BTreeMap::new(),
            archived: BTreeSet::new(),
            tags: BTreeMap::new(),
        }
    }

    /// Adds a place.
    pub(super) fn add(&mut self, place: ChannelId) {
        if names::kind(place).is_some() && !self.known.contains(&place) {
            self.known.push(place);
        }
    }

    /// All that are known.
    pub(super) fn all(&self) -> impl Iterator<Item = ChannelId> {
        self.known.iter().copied()
    }

    /// The place of that name: one that is known, else a channel.
    pub(super) fn named(&self, name: &str) -> Option<ChannelId> {
        self.all().find(|place| names::of_place(*place) == name).or_else(|| names::channel(name))
    }

    /// The thread under a message, which is opened if there is none yet; whether it is new.
    pub(super) fn thread_under(&mut self, at: Address, title: &str) -> (ChannelId, bool) {
        if let Some(place) = self.threads.get(&at.message) {
            return (*place, false);
        }
        let place = self.open(title);
        self.threads.insert(at.message, place);
        self.under.insert(place, at);
        (place, true)
    }

    /// The message that a thread is under.
    pub(super) fn under(&self, thread: ChannelId) -> Option<Address> {
        self.under.get(&thread).copied()
    }

    /// A new thread or post, under a name that no other place has.
    pub(super) fn open(&mut self, title: &str) -> ChannelId {
        let name = Some(names::slug(title, names::LONGEST)).filter(|name| !name.is_empty());
        let name = name.unwrap_or_else(|| "thread".to_owned());
        let short = names::slug(&name, names::LONGEST - 4);
        let numbered = (2..1_000).map(|count| format!("{short}-{count}"));
        let free = |name: &String| !self.known.iter().any(|place| names::of_place(*place) == *name);
        let name = std::iter::once(name).chain(numbered).find(free);
        let place = name.as_deref().and_then(names::thread).unwrap_or(ChannelId(-1));
        self.add(place);
        place
    }

    /// Puts a thread to rest; whether it was awake.
    pub(super) fn archive(&mut self, place: ChannelId) -> bool {
        self.archived.insert(place)
    }

    /// Whether a thread rests.
    pub(super) fn rests(&self, place: ChannelId) -> bool {
        self.archived.contains(&place)
    }

    /// The tags of a forum.
    pub(super) fn tags(&self, forum: ChannelId) -> &[String] {
        self.tags.get(&forum).map_or(&[], Vec::as_slice)
    }

    /// Gives a forum the tags that it lacks, as far as it has room, and says which those are.
    pub(super) fn make_tags(&mut self, forum: ChannelId, names: &[String]) -> Vec<String> {
        let mut missing = tags::missing(names, self.tags(forum));
        missing.truncate(tags::MOST_IN_A_FORUM.saturating_sub(self.tags(forum).len()));
        self.tags.entry(forum).or_default().extend(missing.iter().cloned());
        missing
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::ChannelKind;

    fn here() -> Places {
        Places::new(names::channel("general").unwrap())
    }

    #[test]
    fn no_two_places_have_one_name() {
        let mut places = here();
        let mut seen = BTreeSet::new();
        for title in ["General", "Who rules whom?", "Who rules whom?", "…", "…", "Who rules whom?"]
        {
            let place = places.open(title);
            assert_eq!(names::kind(place), Some(ChannelKind::Thread));
            assert!(seen.insert(names::of_place(place)), "{place}");
            assert_eq!(places.named(&names::of_place(place)), Some(place));
        }
        assert!(!seen.contains("general"));
        let at = Address { place: names::channel("general").unwrap(), message: MessageId(1) };
        let (first, new) = places.thread_under(at, "A thread");
        assert!(new);
        assert_eq!(places.thread_under(at, "A thread"), (first, false));
        assert_eq!(places.under(first), Some(at));
    }

    #[test]
    fn what_an_earlier_run_opened_is_found_by_its_name() {
        let mut places = here();
        let old = names::thread("who-rules").unwrap();
        places.add(old);
        assert_eq!(places.named("who-rules"), Some(old));
        assert_ne!(places.open("Who rules"), old);
    }

    #[test]
    fn a_forum_has_room_for_twenty_tags() {
        let (mut places, forum) = (here(), names::channel("club-forum").unwrap());
        let many: Vec<String> = (0..25).map(|number| format!("tag {number}")).collect();
        assert_eq!(places.make_tags(forum, &many).len(), 20);
        assert_eq!(places.make_tags(forum, &many), [""; 0]);
        assert_eq!(places.tags(forum).len(), 20);
    }
}
