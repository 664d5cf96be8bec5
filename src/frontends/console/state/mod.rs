//! What the console shows and knows: members, places, messages. The session and the publisher share
//! it.

mod rooms;

use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::tz::TimeZone;

use super::clock::{Chance, Clock, fresh_number};
use super::input_line::{Entry, Pick};
use super::members::{FIRST, Members};
use super::messages::{Messages, NoPress, Press, Shown};
use super::names;
use super::places::Places;
use super::render::{Numbers, Rule, View};
use super::screen::Screen;
use super::style::{CODE, SMALL, WHO, styled};
use crate::command::{Channel, ChannelKind, Context, TargetMessage};
use crate::messages::{self, Block, Button, Card, Text, console};
use domain::{Address, ChannelId, MemberId, MessageId, RequestId, ServerId};

/// The one server of the console.
pub(super) const SERVER: ServerId = ServerId(1);
/// The place that the console starts in.
const FIRST_PLACE: &str = "general";

pub(super) struct State {
    pub(super) screen: Screen,
    pub(super) clock: Clock,
    pub(super) chance: Chance,
    zone: TimeZone,
    inner: Mutex<Inner>,
}

struct Inner {
    members: Members,
    here: ChannelId,
    places: Places,
    messages: Messages,
    said: Vec<TargetMessage>,
    newest: MessageId,
}

impl State {
    pub(super) fn new(screen: Screen, clock: Clock, chance: Chance) -> Self {
        let here = names::channel(FIRST_PLACE).unwrap_or(ChannelId(1));
        // Far from the numbers of other runs, whose messages may still be changed.
        let newest = MessageId(fresh_number() >> 20 << 20);
        let (members, places, messages) = (Members::new(), Places::new(here), Messages::default());
        let inner = Inner { members, here, places, messages, said: Vec::new(), newest };
        Self { screen, clock, chance, zone: TimeZone::system(), inner: Mutex::new(inner) }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Turns to the member and the place that a line names.
    ///
    /// # Errors
    /// Nobody can be in a forum itself.
    pub(super) fn turn(&self, entry: &Entry) -> Result<(), Text> {
        let mut inner = self.inner();
        if let Some(name) = &entry.who {
            inner.members.turn_to(name);
        }
        for (given, role) in &entry.roles {
            inner.members.set_role(*given, role);
        }
        match entry.place.as_ref().and_then(|name| inner.places.named(name)) {
            Some(forum) if names::kind(forum) == Some(ChannelKind::Forum) => {
                Err(console::in_forum(&names::of_place(forum)))
            }
            Some(place) => {
                inner.here = place;
                inner.places.add(place);
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// The name of a member, as they wrote it themselves if they have spoken.
    pub(super) fn member_named(&self, name: &str) -> String {
        let name_of = |inner: &Inner| inner.members.name(names::member(name)).map(str::to_owned);
        name_of(&self.inner()).unwrap_or_else(|| name.to_owned())
    }

    /// Who speaks and where, and the request that their next action is.
    pub(super) fn context(&self, pressed: Option<Address>) -> Context {
        Context {
            request: RequestId(fresh_number()),
            seed: self.chance.draw(),
            pressed,
            ..self.seen_from(pressed)
        }
    }

    /// Who speaks and where, for what changes nothing.
    pub(super) fn onlooker(&self) -> Context {
        self.seen_from(None)
    }

    fn seen_from(&self, pressed: Option<Address>) -> Context {
        let inner = self.inner();
        let id = pressed.map_or(inner.here, |at| at.place);
        let under = inner.places.under(id);
        Context {
            server: SERVER,
            channel: Channel {
                parent: under.map(|at| at.place),
                under,
                ..Channel::new(id, names::kind(id).unwrap_or(ChannelKind::Channel))
            },
            member: inner.members.speaker(),
            request: RequestId(0),
            pressed: None,
            alone: false,
            pressed_alone: false,
            language: None,
            server_language: None,
            now: self.clock.now(),
            largest_file: usize::MAX,
            seed: 0,
        }
    }

    /// Where an answer goes, and who asked.
    pub(super) fn asker(&self, pressed: Option<Address>) -> (ChannelId, MemberId) {
        let inner = self.inner();
        (pressed.map_or(inner.here, |at| at.place), inner.members.speaker().id)
    }

    /// The prompt before a line: who and where.
    pub(super) fn prompt(&self) -> String {
        let inner = self.inner();
        let who = styled(&inner.members.speaker().name, WHO);
        let place = styled(&format!("#{}", names::of_place(inner.here)), CODE);
        format!("{who} {place} {} ", styled("›", SMALL))
    }

    /// The names of members and places, for completion.
    pub(super) fn known(&self) -> (Vec<String>, Vec<String>) {
        let inner = self.inner();
        let members = inner.members.names().map(str::to_owned).collect();
        (members, inner.places.all().map(names::of_place).collect())
    }

    /// Puts up a message.
    pub(super) fn post(&self, place: ChannelId, card: Card, only: Option<MemberId>) -> Address {
        let mut inner = self.inner();
        inner.newest.0 += 1;
        let at = Address { place, message: inner.newest };
        let note = inner.note(None, place, only);
        let numbers = inner.messages.put(Shown { at, card: card.clone(), only });
        drop(inner);
        self.draw(&card, &numbers, only, note);
        at
    }

    /// Takes in a message of an earlier run, and shows it if that is wanted.
    pub(super) fn put_back(&self, at: Address, card: Card, show: bool) {
        let mut inner = self.inner();
        let shown = Shown { at, card, only: None };
        if !show {
            inner.messages.put_unseen(&shown);
            return;
        }
        let card = shown.card.clone();
        let note = inner.note(Some(console::still_open()), at.place, None);
        let numbers = inner.messages.put(shown);
        drop(inner);
        self.draw(&card, &numbers, None, note);
    }

    /// Gives a message a new face; `whole` shows all of it again, not only what is new.
    pub(super) fn change(&self, at: Address, card: Card, whole: bool) {
        let mut inner = self.inner();
        let old = inner.messages.message(at.message).cloned();
        let only = old.as_ref().and_then(|old| old.only);
        let note = inner.note(Some(console::changed()), at.place, only);
        let mut numbers = inner.messages.put(Shown { at, card: card.clone(), only });
        drop(inner);
        let shown = match old.filter(|_| !whole) {
            Some(old) => news(&old.card, card, &mut numbers),
            None => Some(card),
        };
        if let Some(shown) = shown {
            self.draw(&shown, &numbers, only, note);
        }
    }

    /// Says something in the speaker's own name, under a number to refer to.
    pub(super) fn speak(&self, words: &str) {
        let mut inner = self.inner();
        inner.newest.0 += 1;
        let (by, at) =
            (inner.members.speaker(), Address { place: inner.here, message: inner.newest });
        let text = words.to_owned();
        inner.said.push(TargetMessage {
            at,
            author: by.id,
            name: by.name.clone(),
            bot: false,
            text,
            files: Vec::new(),
        });
        let number = inner.said.len();
        drop(inner);
        let said = Block::Said { by: by.name.into(), text: words.to_owned() };
        let card = Card::default().block(said).footer(console::said(number));
        self.draw(&card, &Numbers::default(), None, None);
    }

    /// What was said under a number.
    pub(super) fn said(&self, number: usize) -> Option<TargetMessage> {
        self.inner().said.get(number.checked_sub(1)?).cloned()
    }

    /// Takes a message down.
    pub(super) fn remove(&self, at: Address) {
        let gone = self.inner().messages.remove(at.message);
        let title = gone.and_then(|shown| shown.card.title);
        self.say(&console::removed(title.as_deref(), &names::of_place(at.place)));
    }

    /// Pins a message.
    pub(super) fn pin(&self, at: Address) {
        let shown = self.inner().messages.message(at.message).cloned();
        let title = shown.and_then(|shown| shown.card.title);
        self.say(&console::pinned(title.as_deref(), &names::of_place(at.place)));
    }

    /// What a member presses: the line, the choice and the message.
    pub(super) fn find(&self, pick: &Pick) -> Result<(Press, Address), Text> {
        let inner = self.inner();
        let speaker = inner.members.speaker().id;
        match inner.messages.find(pick, speaker) {
            Ok((press, shown)) => Ok((press.clone(), shown.at)),
            Err(NoPress::NotYours(other)) => {
                let name = inner.members.name(other).map(str::to_owned);
                Err(console::press_not_yours(&name.unwrap_or_else(console::somebody_else)))
            }
            Err(NoPress::Gone) => Err(console::press_gone()),
            Err(NoPress::Unknown) => Err(match pick {
                Pick::Number(number) => console::no_number(*number),
                Pick::Label(label) => console::no_label(label),
            }),
        }
    }

    /// A card that is no message and has no buttons.
    pub(super) fn tell(&self, card: &Card) {
        self.draw(card, &Numbers::default(), Some(MemberId(0)), None);
    }

    /// A line of the console's own.
    pub(super) fn say(&self, text: &Text) {
        let view = self.view();
        self.screen.print(&super::wrap::wrap(&view.styled(text, SMALL), view.width));
    }

    /// The time on the console's clock.
    pub(super) fn now_in_words(&self) -> String {
        let view = self.view();
        view.when(view.now, messages::TimeStyle::Full)
    }

    /// What drawings go by at the moment.
    pub(super) fn view(&self) -> View {
        View { width: self.screen.width(), now: self.clock.now(), zone: self.zone.clone() }
    }

    fn draw(&self, card: &Card, numbers: &Numbers, only: Option<MemberId>, note: Option<String>) {
        let rule = if only.is_some() { Rule::Private } else { Rule::Open };
        let mut lines = self.view().card(card, numbers, rule, note.as_deref());
        lines.push(String::new());
        self.screen.print(&lines);
    }
}

impl Inner {
    /// What is out of the ordinary about a message.
    fn note(
        &self,
        changed: Option<String>,
        place: ChannelId,
        only: Option<MemberId>,
    ) -> Option<String> {
        let elsewhere = (place != self.here).then(|| console::elsewhere(&names::of_place(place)));
        let rests = self.places.rests(place).then(console::archived);
        let only = only.map(|member| match self.members.name(member) {
            Some(name) => console::only(name, name == FIRST),
            None => console::only(&console::somebody(), false),
        });
        let notes: Vec<String> =
            changed.into_iter().chain(elsewhere).chain(rests).chain(only).collect();
        (!notes.is_empty()).then(|| notes.join(" · "))
    }
}

/// What a new face says that the old one did not; all of it, if it says less, and `None` if it has
/// only lost buttons or small print.
fn news(old: &Card, new: Card, numbers: &mut Numbers) -> Option<Card> {
    let mut news = new.clone();
    let is_new = |block: &Block| !old.blocks.contains(block);
    let rows = new.blocks.iter().filter(|block| block.button().is_some());
    let of_new = rows.zip(std::mem::take(&mut numbers.rows)).filter(|(block, _)| is_new(block));
    numbers.rows = of_new.map(|(_, number)| number).collect();
    news.blocks.retain(is_new);
    news.footer = news.footer.filter(|footer| old.footer.as_ref() != Some(footer));
    let had = |button: &Button| old.buttons.iter().flatten().any(|it| it == button);
    let new_button = new.buttons.iter().flatten().any(|button| !had(button));
    let new_menu = new.menu.is_some() && new.menu != old.menu;
    if news.blocks.is_empty() && news.footer.is_none() && !new_button && !new_menu {
        let says_less = (&old.title, &old.blocks) != (&new.title, &new.blocks);
        return says_less.then_some(new);
    }
    if old.buttons == new.buttons && old.menu == new.menu {
        (news.buttons, news.menu) = (Vec::new(), None);
        *numbers = Numbers { rows: std::mem::take(&mut numbers.rows), ..Numbers::default() };
    }
    Some(news)
}
