//! Interactions by HTTP, the way in that needs no gateway: Discord posts each, signed, to an address
//! of ours, and takes the response as its first answer.
//!
//! The response tells us nothing: neither whether Discord took it, nor where a message went. Where that
//! has to be known, the answer goes out by a request of its own, as it does over the gateway
//! ([`Responder`](super::respond::Responder) decides).

mod connections;
mod events;
mod request;
mod signature;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use http_body_util::Full;
use hyper::body::{Body, Bytes};
use hyper::header::{ALLOW, CONTENT_TYPE, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use jiff::Timestamp;
use serenity::http::Route;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use super::event_handler::Intake;
use super::ids;
use super::interaction::ANSWER_WITHIN;
use super::membership::Membership;
use super::posted::{Outcome, PendingResponse, Signed};
use super::ready::AsBot;
use super::register;
use super::rest::{self, ApiError, Sender};
use crate::metrics::{EndpointOutcome, Metrics};
use domain::MemberId;
use events::Event;
use request::Refused;
use signature::PublicKey;

/// Where Discord posts interactions.
const INTERACTIONS: &str = "/interactions";
/// Where it posts webhook events.
const EVENTS: &str = "/events";
/// What Discord is told that only asks whether we are here.
const PONG: &str = r#"{"type":1}"#;

/// What has to be known before anything can be served.
#[derive(Clone, Debug)]
pub(super) struct Identity {
    key: PublicKey,
    as_bot: AsBot,
    pub(super) me: MemberId,
}

impl Identity {
    /// Asks Discord who we are, and by which key we can tell its requests.
    pub(super) async fn ask(sender: &Sender, patience: Duration) -> Result<Self, ApiError> {
        let invalid = |what: &str| ApiError::Invalid(what.to_owned());
        let user = rest::Request::get(Route::UserMe).within(patience);
        let application = register::application_request().within(patience);
        let (user, application) = tokio::try_join!(sender.send(user), sender.send(application))?;
        let me = ids::of(&user["id"]).ok_or(invalid("the bot has no number"))?;
        let id = ids::of(&application["id"]).ok_or(invalid("the application has no number"))?;
        let key = application["verify_key"].as_str().and_then(PublicKey::read);
        let servers = application["approximate_guild_count"].as_u64().unwrap_or_default();
        Ok(Self {
            key: key.ok_or(invalid("the application has no key"))?,
            as_bot: AsBot {
                application: id.cast_unsigned(),
                name: user["username"].as_str().unwrap_or_default().to_owned(),
                servers: usize::try_from(servers).unwrap_or(usize::MAX),
                listens: None,
            },
            me: MemberId(me),
        })
    }
}

/// Serves what Discord posts.
pub(super) struct Endpoint {
    listener: TcpListener,
    address: SocketAddr,
    identity: Identity,
}

impl Endpoint {
    /// Takes an address.
    pub(super) async fn open(address: SocketAddr, identity: Identity) -> std::io::Result<Self> {
        let listener = TcpListener::bind(address).await?;
        Ok(Self { address: listener.local_addr()?, listener, identity })
    }

    /// Serves until `stop`; then what is being answered is finished.
    pub(super) async fn serve(
        &self,
        intake: Arc<Intake>,
        membership: Arc<Membership>,
        metrics: Metrics,
        stop: CancellationToken,
    ) {
        let as_bot = AsBot { listens: Some(self.address), ..self.identity.as_bot.clone() };
        tracing::info!("interactions are served at http://{}{INTERACTIONS}", self.address);
        metrics.listening(true);
        intake.opened(&as_bot);
        let desk = Desk { key: self.identity.key, intake, membership, metrics: metrics.clone() };
        connections::serve(&self.listener, Arc::new(desk), &stop).await;
        metrics.listening(false);
    }
}

/// Answers requests.
struct Desk {
    key: PublicKey,
    intake: Arc<Intake>,
    membership: Arc<Membership>,
    metrics: Metrics,
}

type Page = Response<Full<Bytes>>;

impl Desk {
    /// Answers one request.
    async fn answer<B>(&self, request: Request<B>) -> Page
    where
        B: Body<Data = Bytes>,
    {
        let received = Instant::now();
        let path = request.uri().path();
        let (interaction, event) = (path == INTERACTIONS, path == EVENTS);
        let (outcome, page) = if !interaction && !event {
            (EndpointOutcome::Malformed, plain(StatusCode::NOT_FOUND, "/interactions or /events\n"))
        } else if request.method() != Method::POST {
            let mut page = plain(StatusCode::METHOD_NOT_ALLOWED, "POST only\n");
            page.headers_mut().insert(ALLOW, HeaderValue::from_static("POST"));
            (EndpointOutcome::Malformed, page)
        } else {
            match request::read(request, &self.key, Timestamp::now().as_second()).await {
                Ok(signed) if interaction => self.interaction(signed, received).await,
                Ok(signed) => self.event(&signed).await,
                Err(refused) => refusal(refused),
            }
        };
        self.metrics.endpoint_request(outcome);
        page
    }

    async fn interaction(&self, signed: Signed, received: Instant) -> (EndpointOutcome, Page) {
        let (pending, outcome) = PendingResponse::new();
        Arc::clone(&self.intake).take_posted(signed, received, pending);
        let deadline = (received + ANSWER_WITHIN).into();
        match tokio::time::timeout_at(deadline, outcome).await {
            Ok(Ok(Outcome::Answer { kind, body })) => {
                let mut page = Response::new(Full::new(body));
                if let Ok(kind) = HeaderValue::try_from(kind) {
                    page.headers_mut().insert(CONTENT_TYPE, kind);
                }
                (EndpointOutcome::Answered, page)
            }
            Ok(Ok(Outcome::Pong)) => {
                (EndpointOutcome::Ping, typed(StatusCode::OK, "application/json", PONG))
            }
            Ok(Ok(Outcome::Elsewhere)) => (EndpointOutcome::Elsewhere, empty(StatusCode::ACCEPTED)),
            // Should Discord itself have sent it again, it is to wait for the one answer.
            Ok(Ok(Outcome::Repeated)) => (EndpointOutcome::Repeated, empty(StatusCode::ACCEPTED)),
            Ok(Ok(Outcome::Unreadable)) => (
                EndpointOutcome::Malformed,
                plain(StatusCode::BAD_REQUEST, "this is no interaction\n"),
            ),
            Ok(Err(_)) | Err(_) => {
                (EndpointOutcome::Unanswered, plain(StatusCode::SERVICE_UNAVAILABLE, "no answer\n"))
            }
        }
    }

    async fn event(&self, signed: &Signed) -> (EndpointOutcome, Page) {
        match signed.text().and_then(Event::read) {
            Some(Event::Added(server)) => self.membership.used_in(server).await,
            Some(Event::Removed) => self.membership.look_soon(),
            Some(Event::Ping) => return (EndpointOutcome::Ping, acknowledged()),
            Some(Event::Other) => {}
            None => {
                let page = plain(StatusCode::BAD_REQUEST, "this is no webhook event\n");
                return (EndpointOutcome::Malformed, page);
            }
        }
        (EndpointOutcome::Event, acknowledged())
    }
}

fn refusal(refused: Refused) -> (EndpointOutcome, Page) {
    match refused {
        Refused::Signature => (
            EndpointOutcome::BadSignature,
            plain(StatusCode::UNAUTHORIZED, "invalid request signature\n"),
        ),
        Refused::Time { ahead } => {
            tracing::warn!(
                ahead,
                "a request of another time was refused; if there are many, the clock of this \
                 machine is not set well"
            );
            (
                EndpointOutcome::WrongTime,
                plain(StatusCode::UNAUTHORIZED, "too old, or ahead of its time\n"),
            )
        }
        Refused::TooLarge => {
            (EndpointOutcome::Malformed, plain(StatusCode::PAYLOAD_TOO_LARGE, "too large\n"))
        }
        Refused::Unfinished => {
            (EndpointOutcome::Malformed, plain(StatusCode::REQUEST_TIMEOUT, "too slow\n"))
        }
    }
}

/// What Discord wants to hear of an event, with the type that it demands even here.
fn acknowledged() -> Page {
    typed(StatusCode::NO_CONTENT, "application/json", "")
}

fn empty(status: StatusCode) -> Page {
    let mut page = Response::new(Full::default());
    *page.status_mut() = status;
    page
}

fn plain(status: StatusCode, text: &'static str) -> Page {
    typed(status, "text/plain; charset=utf-8", text)
}

fn typed(status: StatusCode, kind: &'static str, text: &'static str) -> Page {
    let mut page = Response::new(Full::new(Bytes::from_static(text.as_bytes())));
    *page.status_mut() = status;
    page.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    page
}
