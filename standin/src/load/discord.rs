//! The load's own Discord: as much of it as bots need, and no more than it takes to match an answer
//! to its interaction and to see that it is right.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::{Notify, mpsc, oneshot};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use super::exchange::{Act, Exchange, Why};
use super::http_way::Endpoint;
use super::ids;
use super::run::Run;

/// How big it is, and how patient.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    pub(super) servers: usize,
    pub(super) members: usize,
    pub(super) shards: usize,
    /// How long it waits for an answer.
    pub(super) patience: Duration,
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
    exchange: Exchange,
    commands: Vec<Value>,
    registered: bool,
    requests: BTreeMap<&'static str, u64>,
    /// Requests that it does not know.
    unknown: Vec<String>,
}

impl Discord {
    pub(super) fn new(size: Size, http: String, gateway: String, verify_key: String) -> Self {
        let inner = Inner {
            exchange: Exchange::new(size.shards, size.patience),
            commands: Vec::new(),
            registered: false,
            requests: BTreeMap::new(),
            unknown: Vec::new(),
        };
        let (inner, changed) = (RefCell::new(inner), Notify::new());
        Self { size, http, gateway, verify_key, inner, changed }
    }

    /// Sends interactions by HTTP from now on.
    pub(super) fn post_to(&self, endpoint: Option<Endpoint>) {
        self.inner.borrow_mut().exchange.endpoint = endpoint;
    }

    /// Sends an interaction and hands back the answer.
    pub(super) fn ask(&self, act: &Act<'_>) -> oneshot::Receiver<Value> {
        let (to, answer) = oneshot::channel();
        let now = Instant::now();
        self.inner.borrow_mut().exchange.send(act, now, Why::Asked(to));
        answer
    }

    /// The channel in which an interaction was made whose answer is read.
    pub(super) fn place_of(&self, interaction: u64) -> u64 {
        self.inner.borrow().exchange.places.get(&interaction).copied().unwrap_or_default()
    }

    /// An id of something that is made now.
    pub(super) fn mint(&self) -> u64 {
        let mut inner = self.inner.borrow_mut();
        inner.exchange.counter += 1;
        ids::now(inner.exchange.counter)
    }

    /// Signs beforehand what the run will send, if it is to be signed.
    pub(super) fn prepare(&self, mut run: Run) -> Run {
        if let Some(endpoint) = &mut self.inner.borrow_mut().exchange.endpoint {
            endpoint.prepare(&mut run);
        }
        run
    }

    /// Begins a run, with all that is to be in flight at once, if it goes by that.
    pub(super) fn begin(&self, mut run: Run) {
        let mut inner = self.inner.borrow_mut();
        let at_once = run.at_once();
        run.start();
        inner.exchange.run = Some(run);
        for _ in 0..at_once {
            inner.exchange.next(Instant::now());
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
        self.inner.borrow().exchange.run.as_ref().is_none_or(Run::is_over)
    }

    /// Sends the next interaction of the run, which ought to have been sent at `due`; `false` if it
    /// has no more.
    pub(super) fn next(&self, due: Instant) -> bool {
        self.inner.borrow_mut().exchange.next(due)
    }

    /// How many answers the run has, and how many it waits for.
    pub(super) fn progress(&self) -> (u64, usize) {
        let inner = self.inner.borrow();
        inner.exchange.run.as_ref().map_or((0, 0), |run| (run.answered(), run.in_flight()))
    }

    /// Ends the run.
    pub(super) fn end(&self) -> Option<Run> {
        let mut inner = self.inner.borrow_mut();
        inner.exchange.pending.clear();
        inner.exchange.run.take()
    }

    /// The bot's answer to an interaction.
    pub(super) fn answered(&self, id: u64, body: &[u8]) {
        if self.inner.borrow_mut().exchange.answered(id, body) {
            self.changed.notify_waiters();
        }
    }

    /// What it puts in the place of an answer that it had put off.
    pub(super) fn edited(&self, id: u64, body: &[u8]) {
        if self.inner.borrow_mut().exchange.edited(id, body) {
            self.changed.notify_waiters();
        }
    }

    /// A shard is there.
    pub(super) fn connected(&self, shard: usize, line: mpsc::UnboundedSender<Utf8Bytes>) -> bool {
        let mut inner = self.inner.borrow_mut();
        let Some(of_shard) = inner.exchange.lines.get_mut(shard) else { return false };
        of_shard.to = Some(line);
        drop(inner);
        self.changed.notify_waiters();
        true
    }

    /// A connection is gone.
    pub(super) fn left(&self, shard: usize, line: &mpsc::UnboundedSender<Utf8Bytes>) {
        if let Some(of_shard) = self.inner.borrow_mut().exchange.lines.get_mut(shard)
            && of_shard.to.as_ref().is_some_and(|other| other.same_channel(line))
        {
            of_shard.to = None;
        }
    }

    /// Sends an event to a shard.
    pub(super) fn emit(&self, shard: usize, event: &str, data: &str) {
        if let Some(line) = self.inner.borrow_mut().exchange.lines.get_mut(shard) {
            line.emit(event, data);
        }
    }

    /// Whether every shard is there.
    pub(super) fn is_connected(&self) -> bool {
        self.inner.borrow().exchange.lines.iter().all(|line| line.to.is_some())
    }

    /// Forgets what was of the bot before, but not the commands that it registered.
    pub(super) fn hang_up(&self) {
        let mut inner = self.inner.borrow_mut();
        for line in &mut inner.exchange.lines {
            line.to = None;
        }
        inner.exchange.endpoint = None;
        inner.exchange.pending.clear();
        inner.requests.clear();
    }

    /// Forgets the bot altogether.
    pub(super) fn forget(&self) {
        self.hang_up();
        let mut inner = self.inner.borrow_mut();
        inner.exchange.run = None;
        inner.registered = false;
        inner.commands.clear();
        inner.exchange.places.clear();
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
