//! The HTTP side: one way in for all requests, a table of routes, and plain functions behind it.

pub(crate) mod body;
mod channels;
mod commands;
mod events;
mod guilds;
mod interactions;
mod messages;
mod pins;
pub(crate) mod routes;
mod threads;

use std::sync::Arc;
use std::time::{Instant, SystemTime};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ws::WebSocketUpgrade;
use axum::extract::{ConnectInfo, RawQuery, Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use serde_json::Value;

pub(crate) use self::body::{Sent, Upload};
use self::routes::Route;
use crate::Shared;
use crate::faults::Fault;
use crate::id::Id;
use crate::journal;
use crate::limiter::Verdict;
use crate::line::Cut;
use crate::refusal::Refusal;
use crate::world::World;

/// What a handler answers.
#[derive(Debug)]
pub(crate) enum Answer {
    Json(u16, Value),
    /// 204.
    Empty,
}

/// A request, parsed and matched.
#[derive(Debug)]
pub(crate) struct Call<'a> {
    params: &'a [(&'static str, String)],
    query: &'a str,
    pub(crate) body: &'a Value,
    pub(crate) files: &'a [Upload],
}

impl Call<'_> {
    pub(crate) fn text(&self, name: &str) -> &str {
        self.params.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    pub(crate) fn id(&self, name: &'static str) -> Result<Id, Refusal> {
        let text = self.text(name);
        text.parse().map_err(|_| {
            Refusal::form(name, "NUMBER_TYPE_COERCE", format!("Value \"{text}\" is not snowflake."))
        })
    }

    pub(crate) fn query(&self, name: &str) -> Option<&str> {
        let pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    pub(crate) fn wants(&self, name: &str) -> bool {
        matches!(self.query(name), Some("true" | "True" | "1"))
    }
}

/// A handler: it holds the world's lock and does not wait.
pub(crate) type Handler = fn(&mut World, &Call<'_>) -> Result<Answer, Refusal>;

/// The whole service.
pub(crate) fn service(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/gateway", any(gateway))
        .route("/gateway/", any(gateway))
        .route("/attachments/{channel}/{id}/{name}", any(attachment))
        .fallback(api)
        .with_state(shared)
}

async fn gateway(
    State(shared): State<Arc<Shared>>,
    RawQuery(query): RawQuery,
    ConnectInfo(line): ConnectInfo<Cut>,
    upgrade: WebSocketUpgrade,
) -> Response {
    if shared.gateway.refuses() {
        line.cut();
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let query = query.unwrap_or_default();
    let version = query.split('&').find_map(|pair| pair.strip_prefix("v=")).map(str::to_owned);
    if query.split('&').any(|pair| pair.starts_with("encoding=") && pair != "encoding=json") {
        shared.journal.violation("gateway: an encoding other than json was asked for");
    }
    upgrade.on_upgrade(move |socket| crate::gateway::serve(socket, shared, version))
}

async fn attachment(
    State(shared): State<Arc<Shared>>,
    axum::extract::Path((_, id, _)): axum::extract::Path<(u64, u64, String)>,
) -> Response {
    let world = shared.world();
    let mut files = world.messages.values().flat_map(|message| &message.attachments);
    let file = files.find(|file| file.id == Id(id)).or_else(|| world.uploads.get(&Id(id)));
    match file {
        Some(file) => {
            let kind = [(header::CONTENT_TYPE, file.content_type.clone())];
            (kind, file.bytes.to_vec()).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Takes the response to an interaction as its first answer: what a callback would be refused, it is
/// refused as well.
pub(crate) async fn inline(
    shared: &Shared,
    interaction: Id,
    token: &str,
    headers: &HeaderMap,
    body: Bytes,
) {
    let path = format!("/interactions/{interaction}/{token}/callback");
    let seen = Seen {
        at: SystemTime::now(),
        start: Instant::now(),
        route: routes::find(&Method::POST, &path),
        method: Method::POST,
        path,
        query: String::new(),
        headers: headers.clone(),
        inline: true,
        sent: body::read(headers, Body::from(body)).await,
    };
    let answer = match (&seen.route, &seen.sent) {
        (Some((route, params)), Ok(sent)) => {
            let call = Call { params, query: "", body: &sent.body, files: &sent.files };
            (route.handler)(&mut shared.world(), &call)
        }
        (_, Err(refusal)) => Err(refusal.clone()),
        (None, _) => Err(Refusal::NOT_FOUND),
    };
    record(shared, &seen, &answer, false);
    seen.check(shared, &answer);
}

/// A request as the log is to have it.
struct Seen {
    at: SystemTime,
    start: Instant,
    method: Method,
    path: String,
    query: String,
    headers: HeaderMap,
    /// Whether it is the response to an interaction, and no request.
    inline: bool,
    route: Option<(&'static Route, Vec<(&'static str, String)>)>,
    sent: Result<Sent, Refusal>,
}

async fn api(
    State(shared): State<Arc<Shared>>,
    ConnectInfo(line): ConnectInfo<Cut>,
    request: Request,
) -> Response {
    let seen = Seen::read(&shared, request).await;
    let fault = shared.faults.next(&seen.method, &seen.path);
    if let Some(Fault::Delay(time)) = fault {
        tokio::time::sleep(time).await;
    }
    let unhandled = fault.as_ref().and_then(Fault::instead);
    let (verdict, answer) = match unhandled {
        Some(answer) => (Verdict::unlimited(), answer),
        None if matches!(fault, Some(Fault::DropBefore)) => {
            (Verdict::unlimited(), Ok(Answer::Empty))
        }
        None => handle(&shared, &seen),
    };
    let cut = matches!(fault, Some(Fault::DropBefore | Fault::DropAfter));
    record(&shared, &seen, &answer, cut);
    if cut {
        line.cut();
    }
    if fault.is_none() {
        seen.check(&shared, &answer);
    }
    respond(&verdict, answer, fault.as_ref())
}

impl Seen {
    /// Holds it against Discord's own description, if there is one.
    fn check(&self, shared: &Shared, answer: &Result<Answer, Refusal>) {
        if let (Some(openapi), Some((route, _))) = (shared.openapi, &self.route) {
            openapi.check(&shared.journal, route, &self.query, &self.sent, answer);
        }
    }

    async fn read(shared: &Shared, request: Request) -> Self {
        let (at, start) = (SystemTime::now(), Instant::now());
        let (parts, body) = request.into_parts();
        let whole = parts.uri.path();
        let path = whole.strip_prefix("/api/v10").map(str::to_owned);
        let path = path.unwrap_or_else(|| {
            shared.journal.violation(format!("{} {whole}: not under /api/v10", parts.method));
            whole.to_owned()
        });
        let sent = body::read(&parts.headers, body).await;
        Self {
            at,
            start,
            route: routes::find(&parts.method, &path),
            method: parts.method,
            query: parts.uri.query().unwrap_or_default().to_owned(),
            headers: parts.headers,
            inline: false,
            path,
            sent,
        }
    }
}

/// Checks and handles one request.
fn handle(shared: &Shared, seen: &Seen) -> (Verdict, Result<Answer, Refusal>) {
    if !seen.headers.contains_key(header::USER_AGENT) {
        shared.journal.violation(format!("{} {}: no User-Agent", seen.method, seen.path));
    }
    let Some((route, params)) = &seen.route else {
        shared.journal.violation(format!("{} {}: no such route", seen.method, seen.path));
        let refusal = if routes::path_exists(&seen.path) {
            Refusal::METHOD_NOT_ALLOWED
        } else {
            Refusal::NOT_FOUND
        };
        return (Verdict::unlimited(), Err(refusal));
    };
    let given = seen.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    if route.needs_token
        && given.and_then(|given| given.strip_prefix("Bot ")) != Some(&shared.token)
    {
        return (Verdict::unlimited(), Err(Refusal::UNAUTHORIZED));
    }
    let verdict = shared.limiter.ask(route, params);
    if let Some(body) = verdict.refusal_body() {
        return (verdict, Ok(Answer::Json(429, body)));
    }
    let sent = match &seen.sent {
        Ok(sent) => sent,
        Err(refusal) => return (verdict, Err(refusal.clone())),
    };
    let call = Call { params, query: &seen.query, body: &sent.body, files: &sent.files };
    let answer = (route.handler)(&mut shared.world(), &call);
    (verdict, answer)
}

fn record(shared: &Shared, seen: &Seen, answer: &Result<Answer, Refusal>, cut: bool) {
    let (status, code) = match answer {
        Ok(Answer::Json(status, body)) => (*status, body["code"].as_u64().unwrap_or(0)),
        Ok(Answer::Empty) => (204, 0),
        Err(refusal) => (refusal.status, u64::from(refusal.code)),
    };
    shared.journal.count_status(status);
    if !shared.options.log {
        return;
    }
    let sent = seen.sent.as_ref().ok();
    shared.journal.request(journal::Request {
        at: seen.at,
        method: seen.method.to_string(),
        path: seen.path.clone(),
        route: seen.route.as_ref().map_or("", |(route, _)| route.template),
        inline: seen.inline,
        query: seen.query.clone(),
        with_token: seen.headers.contains_key(header::AUTHORIZATION),
        body: sent.map_or(Value::Null, |sent| sent.body.clone()),
        files: sent.map_or(Vec::new(), |sent| {
            sent.files.iter().map(|file| file.filename.clone()).collect()
        }),
        status: if cut { 0 } else { status },
        code: u32::try_from(code).unwrap_or(u32::MAX),
        took: seen.start.elapsed(),
    });
}

fn respond(verdict: &Verdict, answer: Result<Answer, Refusal>, fault: Option<&Fault>) -> Response {
    let mut response = match (fault, answer) {
        (Some(Fault::Answer { status, body }), _) => {
            (status_code(*status), Body::from(body.clone())).into_response()
        }
        (_, Ok(Answer::Json(status, body))) => json(status, &body),
        (_, Ok(Answer::Empty)) => StatusCode::NO_CONTENT.into_response(),
        (_, Err(refusal)) => json(refusal.status, &refusal.body()),
    };
    for (name, value) in verdict.headers() {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    for (name, value) in fault.map(Fault::headers).unwrap_or_default() {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
    response
}

fn json(status: u16, body: &Value) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (status_code(status), kind, body.to_string()).into_response()
}

fn status_code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}
