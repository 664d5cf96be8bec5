//! The load's own Discord: as much of it as bots need, and no more than it takes to match an answer
//! to its interaction and to see that it is right.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::{Notify, mpsc, oneshot};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use super::Kind;
use super::check::{self, Callback};
use super::http_way::Endpoint;
use super::ids;
use super::run::Run;
use super::template::{Filling, Template};

/// How big it is, and how patient.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    pub(super) servers: usize,
    pub(super) members: usize,
    pub(super) shards: usize,
    /// How long it waits for an answer.
    pub(super) patience: Duration,
}

/// An interaction that waits for its answer.
struct Pending {
    /// When it ought to have been sent, and when it was.
    due: Instant,
    sent: Instant,
    why: Why,
}

/// Who waits for an answer.
enum Why {
    /// The run that is on.
    Load(Kind),
    /// Somebody who reads the answer.
    Asked(oneshot::Sender<Value>),
}

/// The connection of a shard.
#[derive(Default)]
struct Line {
    to: Option<mpsc::UnboundedSender<Utf8Bytes>>,
    seq: u64,
}

/// The load's own Discord.
pub(super) struct Discord {
    pub(super) size: Size,
    /// Where its two doors are.
    pub(super) http: String,
    pub(super) gateway: String,
    /// The key that interactions are signed with, for bots that take them by HTTP.
    pub(super) verify_key: String,
    inner: RefCell<Inner>,
    /// Something has changed that somebody may wait for.
    changed: Notify,
}

struct Inner {
    patience: Duration,
    lines: Vec<Line>,
    /// Where interactions go, if not over the gateway.
    endpoint: Option<Endpoint>,
    counter: u64,
    pending: HashMap<u64, Pending>,
    /// Where interactions were made whose answers are read, for those who ask where an answer is.
    places: HashMap<u64, u64>,
    commands: Vec<Value>,
    registered: bool,
    requests: BTreeMap<&'static str, u64>,
    /// Requests that it does not know.
    unknown: Vec<String>,
    run: Option<Run>,
}

/// Something that a person does, ready to be sent.
#[derive(Clone, Copy, Debug)]
pub(super) struct Act<'a> {
    pub(super) template: &'a Template,
    pub(super) server: usize,
    pub(super) member: usize,
    pub(super) place: ids::Place,
    pub(super) permissions: u64,
    pub(super) text: &'a str,
    pub(super) message: &'a str,
}

impl Act<'_> {
    /// The interaction's payload.
    pub(super) fn fill(&self, id: u64, out: &mut String) {
        let filling = Filling {
            id,
            guild: ids::guild(self.server),
            channel: ids::channel(self.server, self.place),
            user: ids::user(self.server, self.member),
            member: self.member,
            permissions: self.permissions,
            text: self.text,
            message: self.message,
        };
        self.template.fill(&filling, out);
    }
}

impl Discord {
    pub(super) fn new(size: Size, http: String, gateway: String, verify_key: String) -> Self {
        let lines = (0..size.shards.max(1)).map(|_| Line::default()).collect();
        let inner = Inner {
            patience: size.patience,
            lines,
            endpoint: None,
            counter: 0,
            pending: HashMap::new(),
            places: HashMap::new(),
            commands: Vec::new(),
            registered: false,
            requests: BTreeMap::new(),
            unknown: Vec::new(),
            run: None,
        };
        let (inner, changed) = (RefCell::new(inner), Notify::new());
        Self { size, http, gateway, verify_key, inner, changed }
    }

    /// Sends interactions by HTTP from now on.
    pub(super) fn post_to(&self, endpoint: Option<Endpoint>) {
        self.inner.borrow_mut().endpoint = endpoint;
    }

    /// Sends an interaction and hands back the answer.
    pub(super) fn ask(&self, act: &Act<'_>) -> oneshot::Receiver<Value> {
        let (to, answer) = oneshot::channel();
        let now = Instant::now();
        self.inner.borrow_mut().send(act, now, Why::Asked(to));
        answer
    }

    /// The channel in which an interaction was made whose answer is read.
    pub(super) fn place_of(&self, interaction: u64) -> u64 {
        self.inner.borrow().places.get(&interaction).copied().unwrap_or_default()
    }

    /// An id of something that is made now.
    pub(super) fn mint(&self) -> u64 {
        let mut inner = self.inner.borrow_mut();
        inner.counter += 1;
        ids::now(inner.counter)
    }

    /// Signs beforehand what the run will send, if it is to be signed.
    pub(super) fn prepare(&self, mut run: Run) -> Run {
        if let Some(endpoint) = &mut self.inner.borrow_mut().endpoint {
            endpoint.prepare(&mut run);
        }
        run
    }

    /// Begins a run, with all that is to be in flight at once, if it goes by that.
    pub(super) fn begin(&self, mut run: Run) {
        let mut inner = self.inner.borrow_mut();
        let at_once = run.at_once();
        run.start();
        inner.run = Some(run);
        for _ in 0..at_once {
            inner.next(Instant::now());
        }
    }

    /// Waits until something is so.
    pub(super) async fn until(&self, so: impl Fn(&Self) -> bool) {
        loop {
            let mut changed = std::pin::pin!(self.changed.notified());
            changed.as_mut().enable();
            if so(self) {
                return;
            }
            changed.await;
        }
    }

    /// Whether the run has all its answers.
    pub(super) fn is_over(&self) -> bool {
        self.inner.borrow().run.as_ref().is_none_or(Run::is_over)
    }

    /// Sends the next interaction of the run, which ought to have been sent at `due`; `false` if it
    /// has no more.
    pub(super) fn next(&self, due: Instant) -> bool {
        self.inner.borrow_mut().next(due)
    }

    /// How many answers the run has, and how many it waits for.
    pub(super) fn progress(&self) -> (u64, usize) {
        let inner = self.inner.borrow();
        inner.run.as_ref().map_or((0, 0), |run| (run.answered(), run.in_flight()))
    }

    /// Ends the run.
    pub(super) fn end(&self) -> Option<Run> {
        let mut inner = self.inner.borrow_mut();
        inner.pending.clear();
        inner.run.take()
    }

    /// The bot's answer to an interaction.
    pub(super) fn answered(&self, id: u64, body: &[u8]) {
        if self.inner.borrow_mut().answered(id, body) {
            self.changed.notify_waiters();
        }
    }

    /// What it puts in the place of an answer that it had put off.
    pub(super) fn edited(&self, id: u64, body: &[u8]) {
        if self.inner.borrow_mut().edited(id, body) {
            self.changed.notify_waiters();
        }
    }

    /// A shard is there.
    pub(super) fn connected(&self, shard: usize, line: mpsc::UnboundedSender<Utf8Bytes>) -> bool {
        let mut inner = self.inner.borrow_mut();
        let Some(of_shard) = inner.lines.get_mut(shard) else { return false };
        of_shard.to = Some(line);
        drop(inner);
        self.changed.notify_waiters();
        true
    }

    /// A connection is gone.
    pub(super) fn left(&self, shard: usize, line: &mpsc::UnboundedSender<Utf8Bytes>) {
        if let Some(of_shard) = self.inner.borrow_mut().lines.get_mut(shard)
            && of_shard.to.as_ref().is_some_and(|other| other.same_channel(line))
        {
            of_shard.to = None;
        }
    }

    /// Sends an event to a shard.
    pub(super) fn emit(&self, shard: usize, event: &str, data: &str) {
        if let Some(line) = self.inner.borrow_mut().lines.get_mut(shard) {
            line.emit(event, data);
        }
    }

    /// Whether every shard is there.
    pub(super) fn is_connected(&self) -> bool {
        self.inner.borrow().lines.iter().all(|line| line.to.is_some())
    }

    /// Forgets what was of the bot before, but not the commands that it registered.
    pub(super) fn hang_up(&self) {
        let mut inner = self.inner.borrow_mut();
        for line in &mut inner.lines {
            line.to = None;
        }
        inner.endpoint = None;
        inner.pending.clear();
        inner.requests.clear();
    }

    /// Forgets the bot altogether.
    pub(super) fn forget(&self) {
        self.hang_up();
        let mut inner = self.inner.borrow_mut();
        (inner.run, inner.registered) = (None, false);
        inner.commands.clear();
        inner.places.clear();
    }

    /// Takes the commands; hands back what Discord makes of them.
    pub(super) fn register(&self, commands: Vec<Value>) -> String {
        let mut inner = self.inner.borrow_mut();
        inner.commands = commands;
        for (at, command) in inner.commands.iter_mut().enumerate() {
            let Some(command) = command.as_object_mut() else { continue };
            let id = (ids::APPLICATION + (1 << 22) + at as u64).to_string();
            for (field, value) in [
                ("id", json!(id)),
                ("application_id", json!(ids::APPLICATION.to_string())),
                ("version", json!(id)),
            ] {
                command.insert(field.to_owned(), value);
            }
            for (field, value) in [
                ("type", json!(1)),
                ("description", json!("")),
                ("default_member_permissions", Value::Null),
            ] {
                command.entry(field).or_insert(value);
            }
        }
        inner.registered = true;
        let all = json!(inner.commands).to_string();
        drop(inner);
        self.changed.notify_waiters();
        all
    }

    /// The commands that are registered.
    pub(super) fn commands(&self) -> Vec<Value> {
        self.inner.borrow().commands.clone()
    }

    /// Whether a bot has registered its commands.
    pub(super) fn is_registered(&self) -> bool {
        self.inner.borrow().registered
    }

    /// Counts a request.
    pub(super) fn count(&self, route: &'static str) {
        *self.inner.borrow_mut().requests.entry(route).or_default() += 1;
    }

    /// The requests that came, by route.
    pub(super) fn requests(&self) -> BTreeMap<&'static str, u64> {
        self.inner.borrow().requests.clone()
    }

    /// Notes a request that it does not know.
    pub(super) fn not_known(&self, request: String) {
        let unknown = &mut self.inner.borrow_mut().unknown;
        if unknown.len() < 10 {
            unknown.push(request);
        }
    }

    /// Takes the requests that it did not know.
    pub(super) fn take_unknown(&self) -> Vec<String> {
        std::mem::take(&mut self.inner.borrow_mut().unknown)
    }
}

impl Line {
    fn emit(&mut self, event: &str, data: &str) {
        let Some(to) = &self.to else { return };
        self.seq += 1;
        let seq = self.seq;
        let _ = to.send(format!(r#"{{"t":"{event}","s":{seq},"op":0,"d":{data}}}"#).into());
    }
}

impl Inner {
    /// Sends an interaction.
    fn send(&mut self, act: &Act<'_>, due: Instant, why: Why) {
        self.counter += 1;
        let id = ids::now(self.counter);
        if matches!(why, Why::Asked(_)) {
            self.places.insert(id, ids::channel(act.server, act.place));
        }
        self.pending.insert(id, Pending { due, sent: Instant::now(), why });
        if let Some(endpoint) = &self.endpoint {
            return endpoint.post(id, endpoint.sign(act, id));
        }
        let shard = ids::shard(ids::guild(act.server), self.lines.len());
        let Some(line) = self.lines.get_mut(shard) else { return };
        line.seq += 1;
        let mut text = String::with_capacity(4_096);
        text.push_str(r#"{"t":"INTERACTION_CREATE","s":"#);
        text.push_str(&line.seq.to_string());
        text.push_str(r#","op":0,"d":"#);
        act.fill(id, &mut text);
        text.push('}');
        if let Some(to) = &line.to {
            let _ = to.send(text.into());
        }
    }

    /// Sends the next interaction of the run; `false` if it has no more.
    fn next(&mut self, due: Instant) -> bool {
        let Some(mut run) = self.run.take_if(|run| run.take_place(due)) else { return false };
        match self.endpoint.as_mut().and_then(Endpoint::next_prepared) {
            Some(prepared) => {
                let pending = Pending { due, sent: Instant::now(), why: Why::Load(prepared.kind) };
                self.pending.insert(prepared.id, pending);
                if let Some(endpoint) = &self.endpoint {
                    endpoint.post(prepared.id, prepared.request);
                }
            }
            None => {
                let choice = run.draw();
                self.send(&choice.act(), due, Why::Load(choice.kind));
            }
        }
        self.run = Some(run);
        true
    }

    /// Whether somebody may wait for this.
    fn answered(&mut self, id: u64, body: &[u8]) -> bool {
        let Some(pending) = self.pending.remove(&id) else {
            return self.wrong(format!("an answer to {id}, which nobody waits for"));
        };
        let body = check::json(body);
        let callback = match serde_json::from_slice::<Callback<'_>>(body) {
            Ok(callback) => callback,
            Err(error) => {
                let text = String::from_utf8_lossy(body);
                return self.done(&pending, Err(format!("no answer at all ({error}): {text}")));
            }
        };
        if callback.defers() {
            self.pending.insert(id, pending);
            return false;
        }
        match pending.why {
            Why::Load(kind) => {
                let right = kind.expected().check(&callback);
                self.done(&pending, right)
            }
            Why::Asked(to) => {
                let _ = to.send(serde_json::from_slice(body).unwrap_or_default());
                true
            }
        }
    }

    fn edited(&mut self, id: u64, body: &[u8]) -> bool {
        // An answer can be edited after it was given.
        let Some(pending) = self.pending.remove(&id) else { return false };
        let body = check::json(body);
        match pending.why {
            Why::Load(kind) => {
                let right = kind.expected().check_words(&String::from_utf8_lossy(body));
                self.done(&pending, right)
            }
            Why::Asked(to) => {
                let data: Value = serde_json::from_slice(body).unwrap_or_default();
                let _ = to.send(json!({ "type": 4, "data": data }));
                true
            }
        }
    }

    /// Takes an answer of the run; sends the next. Whether the run is over.
    fn done(&mut self, pending: &Pending, right: Result<(), String>) -> bool {
        let (Some(run), Why::Load(kind)) = (&mut self.run, &pending.why) else { return true };
        let late = pending.sent.elapsed() > self.patience;
        let right = right.and_then(|()| match late {
            true => Err(format!("a late answer to /{kind}")),
            false => Ok(()),
        });
        if run.record(*kind, pending.due.elapsed(), right) {
            self.next(Instant::now());
        }
        self.run.as_ref().is_none_or(Run::is_over)
    }

    fn wrong(&mut self, what: String) -> bool {
        if let Some(run) = &mut self.run {
            run.wrong(what);
        }
        false
    }
}
