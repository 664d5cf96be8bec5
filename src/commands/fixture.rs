//! A group for the tests: the real migrations on a temporary file, the shipped book, members of
//! two servers, and a clock set by hand. Every answer is held to the frontends' limits.

use crate::command::{
    Attachment, Audience, BoxFuture, Channel, ChannelKind, ChannelPermissions, Context, Forum,
    Invocation, Limits, Member, Permission, Ping, Platform, Services, Sight, UserError, Viewer,
};
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use super::{Command, Request, run};
use crate::messages::reading::ReadingError;
use crate::messages::ui::limits::{
    BUTTON_LABEL, BUTTONS, CHOICES, CUSTOM_ID, EMBED_TITLE, FIELD_LABEL, FIELD_PLACEHOLDER,
    MODAL_PARTS, MODAL_TITLE, ROWS, SELECT_OPTION, SELECT_OPTIONS, length,
};
use crate::messages::{Card, Effect, Form, Menu, Reply};
use crate::server_corpora::Books;
use crate::store::{JobOutcome, Store};
use domain::{Address, ChannelId, Corpus, MemberId, MessageId, RequestId, RoleId, ServerId};

/// The book as it is shipped.
pub(crate) static BOOK: LazyLock<Arc<Corpus>> =
    LazyLock::new(|| Arc::new(crate::corpus_source::corpus(None).unwrap()));

/// The role that fay bears.
pub(crate) const FACILITATORS: RoleId = RoleId(77);

/// What we may do where; a test changes it.
#[derive(Debug, Default)]
pub(crate) struct FakePlatform {
    standing: Mutex<Option<ChannelPermissions>>,
    sights: Mutex<HashMap<ChannelId, Sight>>,
    closed: Mutex<HashSet<ChannelId>>,
    roles: Mutex<HashMap<RoleId, Option<Ping>>>,
    forum: Mutex<Option<Forum>>,
}

fn held<T: Clone>(by: &Mutex<T>) -> T {
    by.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

impl Platform for FakePlatform {
    /// A file holds what its address says.
    fn download(&self, file: Attachment, most: u64) -> BoxFuture<'_, Result<Vec<u8>, UserError>> {
        let bytes = file.at.into_bytes();
        let fits = bytes.len() as u64 <= most;
        Box::pin(async move {
            if fits { Ok(bytes) } else { Err(ReadingError::TooLarge(most / 1_000_000).into()) }
        })
    }

    fn place(&self, _: ServerId, place: ChannelId) -> BoxFuture<'_, Option<ChannelPermissions>> {
        let hidden = held(&self.sights).get(&place) == Some(&Sight::Hidden);
        Box::pin(std::future::ready(held(&self.standing).filter(|_| !hidden)))
    }

    fn forum(&self, _: ServerId, _: ChannelId) -> BoxFuture<'_, Option<Forum>> {
        Box::pin(std::future::ready(held(&self.forum)))
    }

    fn role(&self, _: ServerId, _: ChannelId, role: RoleId) -> BoxFuture<'_, Option<Ping>> {
        let usual = Ping { name: role.to_string(), allowed: true, everyone: false };
        let known = held(&self.roles).remove(&role).unwrap_or(Some(usual));
        Box::pin(std::future::ready(known))
    }

    fn sights<'a>(
        &'a self,
        _: ServerId,
        viewer: Viewer<'a>,
        places: &'a [ChannelId],
    ) -> BoxFuture<'a, Vec<Sight>> {
        let (known, closed) = (held(&self.sights), held(&self.closed));
        let sight = |place: &ChannelId| match viewer {
            Viewer::Everyone if closed.contains(place) => Sight::Hidden,
            _ => known.get(place).copied().unwrap_or(Sight::Viewed),
        };
        Box::pin(std::future::ready(places.iter().map(sight).collect()))
    }
}

/// A group, and where its next command comes from.
pub(crate) struct Group {
    pub(crate) services: Services,
    pub(crate) platform: Arc<FakePlatform>,
    pub(crate) server: ServerId,
    pub(crate) channel: Channel,
    pub(crate) now: Timestamp,
    /// What every button, menu and form so far carries.
    pub(crate) controls: Vec<Invocation>,
    /// All that was said and posted so far.
    pub(crate) told: Vec<String>,
    requests: i64,
    folder: TempDir,
}

impl Group {
    /// On an empty database.
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let platform = Arc::new(FakePlatform::default());
        let channel = Channel::new(ChannelId(10), ChannelKind::Channel);
        let store = open(&folder).await;
        let books = Books::new(BOOK.clone(), store).await.unwrap();
        let services = Services::new(books, platform.clone(), Limits::default());
        let now = "2026-11-22T08:00:00Z".parse().unwrap();
        let server = ServerId(1);
        let (requests, controls, told) = (0, Vec::new(), Vec::new());
        let group =
            Self { services, platform, server, channel, now, controls, told, requests, folder };
        group.lacks(&[]);
        group
    }

    /// Another server is here before this one: no key of this group's is its number.
    pub(crate) async fn has_a_neighbour(&mut self) {
        let (now, server) = (self.now, self.server);
        self.server = ServerId(99);
        for line in ["question text:There?", "question text:Where?", "seminar open themes:power"] {
            self.ana(line).await;
        }
        for hour in [9, 10] {
            self.mia(&format!("daily add time:{hour}:00")).await;
        }
        self.ana("seminar open themes:liberty").await;
        (self.now, self.server, self.requests) = (now, server, 0);
    }

    /// As after a restart: everything that is not in the file is lost.
    pub(crate) async fn reopen(&mut self) {
        self.services.store.close().await;
        let books = Books::new(BOOK.clone(), open(&self.folder).await).await.unwrap();
        self.services = Services::new(books, self.platform.clone(), self.services.limits);
    }

    /// Goes to another place of this server.
    pub(crate) fn go(&mut self, place: i64) {
        self.channel.id = ChannelId(place);
    }

    /// What we lack in every place from now on.
    pub(crate) fn lacks(&self, missing: &[Permission]) {
        let standing = ChannelPermissions { kind: self.channel.kind, missing: missing.to_vec() };
        self.stands(Some(standing));
    }

    /// What we find in every place from now on.
    pub(crate) fn stands(&self, standing: Option<ChannelPermissions>) {
        *self.platform.standing.lock().unwrap_or_else(PoisonError::into_inner) = standing;
    }

    /// What everybody sees of a channel from now on, but from within.
    pub(crate) fn sees(&self, place: i64, sight: Sight) {
        let mut sights = self.platform.sights.lock().unwrap_or_else(PoisonError::into_inner);
        sights.insert(ChannelId(place), sight);
    }

    /// What a role is from now on; `None` if it is deleted.
    pub(crate) fn finds(&self, role: RoleId, found: Option<Ping>) {
        self.platform.roles.lock().unwrap_or_else(PoisonError::into_inner).insert(role, found);
    }

    /// Whoever views a channel from now on does so by a role of their own.
    pub(crate) fn closes(&self, place: i64) {
        let mut closed = self.platform.closed.lock().unwrap_or_else(PoisonError::into_inner);
        closed.insert(ChannelId(place));
    }

    /// Every place is this forum from now on.
    #[allow(dead_code, reason = "a seminar can meet in a forum")]
    pub(crate) fn in_forum(&self, forum: Forum) {
        self.stands(Some(ChannelPermissions { kind: ChannelKind::Forum, missing: Vec::new() }));
        *self.platform.forum.lock().unwrap_or_else(PoisonError::into_inner) = Some(forum);
    }

    pub(crate) async fn ana(&mut self, line: &str) -> Reply {
        self.says("ana", line).await
    }

    pub(crate) async fn ben(&mut self, line: &str) -> Reply {
        self.says("ben", line).await
    }

    pub(crate) async fn cleo(&mut self, line: &str) -> Reply {
        self.says("cleo", line).await
    }

    /// She manages the server.
    pub(crate) async fn mia(&mut self, line: &str) -> Reply {
        self.says("mia", line).await
    }

    /// She bears [`FACILITATORS`].
    pub(crate) async fn fay(&mut self, line: &str) -> Reply {
        self.says("fay", line).await
    }

    /// What a member types.
    pub(crate) async fn says(&mut self, who: &str, line: &str) -> Reply {
        let context = self.context(who);
        let request =
            Invocation::parse(line).map_or_else(|error| Err(error).into(), Request::typed);
        self.gives(&context, request).await
    }

    /// What a member presses: the button of that label.
    pub(crate) async fn press(&mut self, who: &str, under: &Reply, label: &str) -> Reply {
        let line = button(card(under), label);
        self.presses(who, &line).await
    }

    /// What a member presses, by its line.
    pub(crate) async fn presses(&mut self, who: &str, line: &str) -> Reply {
        let mut context = self.context(who);
        context.pressed = Some(Address { place: self.channel.id, message: MessageId(900) });
        let request =
            Invocation::parse(line).map_or_else(|error| Err(error).into(), Request::pressed);
        self.gives(&context, request).await
    }

    /// What a member fills into a form's first field, and sends.
    pub(crate) async fn submit(&mut self, who: &str, form: &Reply, text: &str) -> Reply {
        let form = form_of(form);
        let line = Invocation::parse(&form.submit).unwrap().field(&form.fields[0].id, text);
        // The others hold what they held at first.
        let others = form.fields.iter().skip(1);
        let line = others.fold(line, |line, field| {
            line.field(&field.id, field.value.clone().unwrap_or_default())
        });
        let context = self.context(who);
        self.gives(&context, Request::pressed(line)).await
    }

    /// What a member chooses in a menu.
    pub(crate) async fn choose(&mut self, who: &str, menu: &Reply, value: &str) -> Reply {
        let menu = menu_of(menu);
        assert!(menu.entries.iter().any(|entry| entry.value == value), "{menu:?}");
        let line = Invocation::parse(&menu.press).unwrap().field("choice", value);
        let context = self.context(who);
        self.gives(&context, Request::pressed(line)).await
    }

    /// Gives a command as a frontend would.
    pub(crate) async fn gives(&mut self, context: &Context, request: impl Into<Request>) -> Reply {
        let request = request.into();
        let reply_mode = request.reply_mode();
        let answer = run(request, context, &self.services).await;
        match &answer {
            Reply::Public(_) => assert_eq!(reply_mode.audience, Audience::All),
            Reply::Update(_) => assert_eq!(reply_mode.audience, Audience::Pressed),
            Reply::Form(_) => assert!(reply_mode.form),
            // A refusal is whispered whatever was asked.
            Reply::Ephemeral(_) | Reply::Document(_) | Reply::Choices(_) => {}
        }
        fits(&answer);
        self.controls.extend(carried(&answer));
        self.told.push(answer.plain());
        answer
    }

    /// Who gives the next command; each is a request of its own, a second after the one before.
    pub(crate) fn context(&mut self, who: &str) -> Context {
        self.requests += 1;
        self.now += SignedDuration::from_secs(1);
        let number = who.bytes().fold(0, |number, byte| number * 256 + i64::from(byte));
        Context {
            server: self.server,
            channel: self.channel,
            member: Member {
                id: MemberId(number),
                name: who.to_owned(),
                manages_server: who == "mia",
                administers: false,
                roles: if who == "fay" { vec![FACILITATORS] } else { Vec::new() },
            },
            request: RequestId(self.requests),
            pressed: None,
            now: self.now,
            seed: u64::try_from(self.requests).unwrap(),
        }
    }

    /// Carries out what waits in the outbox, and says what that was, each on a paragraph.
    pub(crate) async fn posts(&mut self) -> Vec<String> {
        let mut posts = Vec::new();
        self.now += SignedDuration::from_secs(10);
        loop {
            let claimed = self.services.store.claim(self.now, 100).await.unwrap();
            if claimed.is_empty() {
                return posts;
            }
            for row in claimed {
                if let Effect::Post { card, .. }
                | Effect::Beside { card, .. }
                | Effect::Edit { card }
                | Effect::Notice { card, .. } = &row.effect
                {
                    self.controls.extend(on_card(card));
                    self.told.push(card.plain());
                }
                let (text, at) = match &row.effect {
                    Effect::Post { place, card } => {
                        check(card);
                        let at = Address { place: *place, message: MessageId(1000 + row.id) };
                        (format!("post #{place}\n{}", card.plain()), Some(at))
                    }
                    Effect::Beside { beside, card } => {
                        check(card);
                        // In place of that message, if it exists.
                        let at = row.target.map(|at| Address {
                            place: at.place,
                            message: MessageId(1000 + row.id),
                        });
                        (format!("beside {beside}\n{}", card.plain()), at)
                    }
                    Effect::Edit { card } => {
                        check(card);
                        let subject = card.subject.unwrap();
                        (format!("edit {}\n{}", subject, card.plain()), row.target)
                    }
                    Effect::Delete { .. } => ("delete".to_owned(), None),
                    Effect::Thread { name, .. } => (format!("thread {name}"), None),
                    Effect::Face { at, card } => {
                        check(card);
                        (format!("face #{}/{}\n{}", at.place, at.message, card.plain()), None)
                    }
                    Effect::Archive { subject } => (format!("archive {subject}"), None),
                    Effect::Tags { forum, names } => {
                        (format!("tags #{forum} {}", names.join(", ")), None)
                    }
                    Effect::Announce { at } => (format!("announce #{}", at.place), None),
                    Effect::Notice { card, .. } => (format!("notice\n{}", card.plain()), None),
                    Effect::Look { place } => (format!("look #{place}"), None),
                };
                posts.push(text);
                self.services.store.confirm(&row, &JobOutcome::Done(at), self.now).await.unwrap();
            }
        }
    }
}

async fn open(folder: &TempDir) -> Store {
    crate::testing::open(folder).await
}

/// The card of an answer.
pub(crate) fn card(answer: &Reply) -> &Card {
    match answer {
        Reply::Public(card) | Reply::Ephemeral(card) | Reply::Update(card) => card,
        other => panic!("no card: {other:?}"),
    }
}

/// The line behind the button of that label.
pub(crate) fn button(card: &Card, label: &str) -> String {
    let found = card.buttons.iter().flatten().find(|button| button.label == label);
    found.unwrap_or_else(|| panic!("no [{label}] in\n{}", card.plain())).press.clone()
}

fn form_of(answer: &Reply) -> &Form {
    match answer {
        Reply::Form(form) => form,
        other => panic!("no form: {}", other.plain()),
    }
}

fn menu_of(answer: &Reply) -> &Menu {
    card(answer).menu.as_ref().unwrap_or_else(|| panic!("no menu: {}", answer.plain()))
}

/// What the controls of an answer carry, with something in every field.
fn carried(answer: &Reply) -> Vec<Invocation> {
    match answer {
        Reply::Public(card) | Reply::Ephemeral(card) | Reply::Update(card) => on_card(card),
        Reply::Form(form) => {
            let line = Invocation::parse(&form.submit).unwrap();
            vec![form.fields.iter().fold(line, |line, field| line.field(&field.id, "Anything"))]
        }
        Reply::Document(_) | Reply::Choices(_) => Vec::new(),
    }
}

fn on_card(card: &Card) -> Vec<Invocation> {
    let buttons = card.buttons.iter().flatten().map(|button| button.press.as_str());
    let buttons = buttons.map(|press| Invocation::parse(press).unwrap());
    let entries = card.menu.iter().flat_map(|menu| {
        let line = Invocation::parse(&menu.press).unwrap();
        menu.entries.iter().map(move |entry| line.clone().field("choice", entry.value.as_str()))
    });
    buttons.chain(entries).collect()
}

/// Holds an answer to what every frontend can show.
fn fits(answer: &Reply) {
    match answer {
        Reply::Public(card) | Reply::Ephemeral(card) | Reply::Update(card) => check(card),
        Reply::Document(document) => check(&document.card),
        Reply::Form(form) => {
            assert!(length(&form.title) <= MODAL_TITLE, "{form:?}");
            pressable(&form.submit, form.fields.iter().map(|field| field.id.as_str()));
            assert!((1..=MODAL_PARTS).contains(&form.fields.len()), "{form:?}");
            for field in &form.fields {
                assert!((1..=FIELD_LABEL).contains(&length(&field.label)), "{field:?}");
                assert!(
                    field.hint.as_deref().is_none_or(|hint| length(hint) <= FIELD_PLACEHOLDER),
                    "{field:?}"
                );
                let most = usize::from(field.length.1);
                assert!(field.value.as_deref().is_none_or(|it| length(it) <= most), "{field:?}");
            }
        }
        Reply::Choices(choices) => assert!(choices.len() <= CHOICES),
    }
}

fn check(card: &Card) {
    assert!(card.title.as_deref().is_none_or(|title| length(title) <= EMBED_TITLE), "{card:?}");
    assert!(card.buttons.len() + usize::from(card.menu.is_some()) <= ROWS, "{card:?}");
    let mut lines = HashSet::new();
    for row in &card.buttons {
        assert!((1..=BUTTONS).contains(&row.len()), "{card:?}");
        for button in row {
            assert!((1..=BUTTON_LABEL).contains(&length(&button.label)), "{button:?}");
            assert!(lines.insert(button.press.as_str()), "twice: {button:?}");
            pressable(&button.press, []);
        }
    }
    if let Some(menu) = &card.menu {
        assert!((1..=SELECT_OPTIONS).contains(&menu.entries.len()), "{menu:?}");
        assert!(lines.insert(menu.press.as_str()), "twice: {menu:?}");
        for entry in &menu.entries {
            assert!((1..=SELECT_OPTION).contains(&length(&entry.label)), "{entry:?}");
            assert!((1..=SELECT_OPTION).contains(&length(&entry.value)), "{entry:?}");
            assert!(
                entry.about.as_deref().is_none_or(|about| length(about) <= SELECT_OPTION),
                "{entry:?}"
            );
            let line =
                Invocation::parse(&menu.press).unwrap().field("choice", entry.value.as_str());
            assert!(Command::press(line).is_ok(), "{menu:?}");
        }
    }
}

fn pressable<'a>(press: &str, fields: impl IntoIterator<Item = &'a str>) {
    assert!(length(press) <= CUSTOM_ID && press.is_ascii(), "{press}");
    let line = Invocation::parse(press).unwrap();
    let line = fields.into_iter().fold(line, |line, field| line.field(field, "Anything"));
    assert!(Command::press(line).is_ok(), "not pressable: {press}");
}
