//! Threads, forums and their posts.

use super::{ChannelKind, State, names};
use crate::messages::{Text, console};
use domain::{Address, ChannelId};

impl State {
    /// Takes in places that an earlier run has opened.
    pub(in super::super) fn take_in(&self, places: Vec<ChannelId>) {
        let mut inner = self.inner();
        places.into_iter().for_each(|place| inner.places.add(place));
    }

    /// Why nothing can be done in a place, if so.
    pub(in super::super) fn rests(&self, place: ChannelId) -> Option<Text> {
        let rests = self.inner().places.rests(place);
        rests.then(|| console::rests(&names::of_place(place)))
    }

    /// The place of that name.
    pub(in super::super) fn place_named(&self, name: &str) -> Option<ChannelId> {
        self.inner().places.named(name)
    }

    /// The tags of a forum.
    pub(in super::super) fn tags(&self, forum: ChannelId) -> Vec<String> {
        self.inner().places.tags(forum).to_vec()
    }

    /// Opens a thread; the same message has the same thread.
    pub(in super::super) fn open_thread(&self, under: Address, title: &str) -> ChannelId {
        let (place, new) = self.inner().places.thread_under(under, title);
        if new {
            let name = names::of_place(place);
            self.say(&console::thread_opened(title, &name));
        }
        place
    }

    /// Opens a post in a forum, under some of its tags.
    pub(in super::super) fn open_post(
        &self,
        forum: ChannelId,
        title: &str,
        tags: &[String],
    ) -> ChannelId {
        let place = self.inner().places.open(title);
        let (forum, name) = (names::of_place(forum), names::of_place(place));
        self.say(&console::post_opened(&forum, title, tags, &name));
        place
    }

    /// Puts a thread or a post to rest.
    pub(in super::super) fn archive(&self, place: ChannelId) {
        let is_thread = names::kind(place) == Some(ChannelKind::Thread);
        if is_thread && self.inner().places.archive(place) {
            self.say(&console::archived_channel(&names::of_place(place)));
        }
    }

    /// Gives a forum the tags that it lacks.
    pub(in super::super) fn make_tags(&self, forum: ChannelId, names: &[String]) {
        let made = self.inner().places.make_tags(forum, names);
        if !made.is_empty() {
            self.say(&console::new_tags(&names::of_place(forum), &made));
        }
    }
}
