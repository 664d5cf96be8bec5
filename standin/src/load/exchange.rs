//! Interactions on their way: what was sent and waits for its answer, over the gateway or by HTTP, and
//! whether the answer is right.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::{mpsc, oneshot};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use super::Kind;
use super::check::{self, Callback};
use super::http_way::Endpoint;
use super::ids;
use super::run::Run;
use super::template::{Filling, Template};

/// An interaction that waits for its answer.
pub(super) struct Pending {
    /// When it ought to have been sent, and when it was.
    due: Instant,
    sent: Instant,
    why: Why,
}

/// Who waits for an answer.
pub(super) enum Why {
    /// The run that is on.
    Load(Kind),
    /// Somebody who reads the answer.
    Asked(oneshot::Sender<Value>),
}

/// The connection of a shard.
#[derive(Default)]
pub(super) struct Line {
    pub(super) to: Option<mpsc::UnboundedSender<Utf8Bytes>>,
    seq: u64,
}

/// What was sent, and to whom.
pub(super) struct Exchange {
    patience: Duration,
    pub(super) lines: Vec<Line>,
    /// Where interactions go, if not over the gateway.
    pub(super) endpoint: Option<Endpoint>,
    pub(super) counter: u64,
    pub(super) pending: HashMap<u64, Pending>,
    /// Where interactions were made whose answers are read, for those who ask where an answer is.
    pub(super) places: HashMap<u64, u64>,
    pub(super) run: Option<Run>,
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

impl Line {
    pub(super) fn emit(&mut self, event: &str, data: &str) {
        let Some(to) = &self.to else { return };
        self.seq += 1;
        let seq = self.seq;
        let _ = to.send(format!(r#"{{"t":"{event}","s":{seq},"op":0,"d":{data}}}"#).into());
    }
}

impl Exchange {
    pub(super) fn new(shards: usize, patience: Duration) -> Self {
        Self {
            patience,
            lines: (0..shards.max(1)).map(|_| Line::default()).collect(),
            endpoint: None,
            counter: 0,
            pending: HashMap::new(),
            places: HashMap::new(),
            run: None,
        }
    }

    /// Sends an interaction.
    pub(super) fn send(&mut self, act: &Act<'_>, due: Instant, why: Why) {
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
    pub(super) fn next(&mut self, due: Instant) -> bool {
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
    pub(super) fn answered(&mut self, id: u64, body: &[u8]) -> bool {
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

    /// What was put in the place of an answer that had been put off. Whether somebody may wait for this.
    pub(super) fn edited(&mut self, id: u64, body: &[u8]) -> bool {
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
