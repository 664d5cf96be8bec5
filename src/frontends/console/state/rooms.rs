//! Threads, forums and their posts.

use super::{ChannelKind, Stage, names};
use crate::messages::{Text, console};
use domain::{Address, ChannelId};

impl Stage {
    /// Takes in places that an earlier run has opened.
    pub(in super::super) fn take_in(&self, places: Vec<ChannelId>) {
        let mut scene = self.scene();
        places.into_iter().for_each(|place| scene.places.add(place));
    }

    /// Why nothing can be done in a place, if so.
    pub(in super::super) fn rests(&self, place: ChannelId) -> Option<Text> {
        let rests = self.scene().places.rests(place);
        rests.then(|| console::rests(&names::of_place(place)))
    }

    /// The place of that name.
    pub(in super::super) fn place_named(&self, name: &str) -> Option<ChannelId> {
        self.scene().places.named(name)
    }

    /// The tags of a forum.
    pub(in super::super) fn tags(&self, forum: ChannelId) -> Vec<String> {
        self.scene().places.tags(forum).to_vec()
    }

    /// Opens a thread; the same message has the same thread.
    pub(in super::super) fn open_thread(&self, under: Address, title: &str) -> ChannelId {
        let (place, new) = self.scene().places.thread_under(under.message, title);
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
        let place = self.scene().places.open(title);
        let (forum, name) = (names::of_place(forum), names::of_place(place));
        self.say(&console::post_opened(&forum, title, tags, &name));
        place
    }

    /// Puts a thread or a post to rest.
    pub(in super::super) fn archive(&self, place: ChannelId) {
        let is_thread = names::kind(place) == Some(ChannelKind::Thread);
        if is_thread && self.scene().places.archive(place) {
            self.say(&console::archived_channel(&names::of_place(place)));
        }
    }

    /// Gives a forum the tags that it lacks.
    pub(in super::super) fn make_tags(&self, forum: ChannelId, names: &[String]) {
        let made = self.scene().places.make_tags(forum, names);
        if !made.is_empty() {
            self.say(&console::new_tags(&names::of_place(forum), &made));
        }
    }
}
