//! One request, and what may be done about it when it fails.

use std::borrow::Cow;
use std::time::Duration;

use reqwest::header::{CONTENT_LENGTH, CONTENT_TYPE};
use reqwest::{Method, RequestBuilder};
use serde_json::Value;
use serenity::http::Route;

use super::rate_limiter::Key;
use super::{ApiError, multipart};

/// Where serenity's routes lead; a proxy stands in its place.
const DISCORD: &str = "https://discord.com";

/// One request.
pub(in super::super) struct Request<'a> {
    pub(super) method: Method,
    route: Route<'a>,
    /// A path that serenity has no route for; the route is one with the same limits.
    path: Option<Cow<'static, str>>,
    query: &'a [(&'static str, String)],
    body: Option<Value>,
    files: Vec<Upload>,
    /// How long one try may take.
    pub(super) limit: Duration,
    /// How long all tries together may take.
    pub(super) patience: Duration,
    /// Whether doing it twice does no harm.
    pub(super) repeatable: bool,
    /// Whether it carries our token; an interaction's own token is enough for its answers.
    pub(super) auth: bool,
    /// Whether it is the one answer to an interaction.
    pub(super) answers: bool,
    /// Whether it is tried for as long as it has patience, however often that is.
    pub(super) persists: bool,
}

/// A file that goes with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Upload {
    /// Its name, with an ending.
    pub(in super::super) name: String,
    /// Its bytes.
    pub(in super::super) bytes: Vec<u8>,
    /// What it shows, for who cannot see it.
    pub(in super::super) description: Option<String>,
}

impl<'a> Request<'a> {
    fn new(method: Method, route: Route<'a>) -> Self {
        let repeatable = method != Method::POST;
        Self {
            method,
            route,
            path: None,
            query: &[],
            body: None,
            files: Vec::new(),
            limit: Duration::from_secs(10),
            patience: Duration::from_secs(40),
            repeatable,
            auth: true,
            answers: false,
            persists: false,
        }
    }

    pub(in super::super) fn get(route: Route<'a>) -> Self {
        Self::new(Method::GET, route)
    }

    /// Sends it to another path of the API.
    pub(in super::super) fn at(self, path: impl Into<Cow<'static, str>>) -> Self {
        Self { path: Some(path.into()), ..self }
    }

    /// A PUT that says everything by its path.
    pub(in super::super) fn put_empty(route: Route<'a>) -> Self {
        Self::new(Method::PUT, route)
    }

    pub(in super::super) fn put(route: Route<'a>, body: Value) -> Self {
        Self::new(Method::PUT, route).body(body)
    }

    pub(in super::super) fn patch(route: Route<'a>, body: Value) -> Self {
        Self::new(Method::PATCH, route).body(body)
    }

    pub(in super::super) fn delete(route: Route<'a>) -> Self {
        Self::new(Method::DELETE, route)
    }

    /// A POST; unless `repeatable`, it is only sent again when it surely did not arrive.
    pub(in super::super) fn post(route: Route<'a>, body: Value, repeatable: bool) -> Self {
        Self { repeatable, ..Self::new(Method::POST, route).body(body) }
    }

    /// The answer to an interaction, which has to be there within `left`.
    pub(in super::super) fn answer(route: Route<'a>, body: Value, left: Duration) -> Self {
        let call = Self::post(route, body, true).within(left);
        // A try that hangs leaves time for another.
        Self { auth: false, answers: true, limit: left.mul_f64(0.6), ..call }
    }

    /// What follows the answer to an interaction.
    pub(in super::super) fn unsigned(self) -> Self {
        Self { auth: false, ..self }
    }

    /// Sets how long all tries together may take.
    pub(in super::super) fn within(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// Has it tried again and again until its patience is over: nobody else will.
    pub(in super::super) fn persistent(self) -> Self {
        Self { persists: true, ..self }
    }

    pub(in super::super) fn query(self, query: &'a [(&'static str, String)]) -> Self {
        Self { query, ..self }
    }

    pub(in super::super) fn files(self, files: Vec<Upload>) -> Self {
        Self { files, ..self }
    }

    fn body(self, body: Value) -> Self {
        Self { body: Some(body), ..self }
    }

    /// The bucket it falls in; none for what an interaction's token pays for.
    pub(super) fn key(&self) -> Option<Key> {
        self.auth.then(|| Key::new(&self.method, &self.route))
    }

    pub(super) fn url(&self, base: &str) -> String {
        let mut url = match &self.path {
            Some(path) => format!("{base}/api/v10{path}"),
            None => self.route.path().replacen(DISCORD, base, 1),
        };
        for (at, (name, value)) in self.query.iter().enumerate() {
            url.push(if at == 0 { '?' } else { '&' });
            url.push_str(name);
            url.push('=');
            url.push_str(value);
        }
        url
    }

    /// Puts in the body: JSON, or a form with the JSON and the files.
    pub(super) fn fill(&self, request: RequestBuilder) -> Result<RequestBuilder, ApiError> {
        let Some(body) = &self.body else {
            return Ok(if self.method == Method::GET {
                request
            } else {
                request.header(CONTENT_LENGTH, 0)
            });
        };
        let json =
            serde_json::to_string(body).map_err(|error| ApiError::Invalid(error.to_string()))?;
        if self.files.is_empty() {
            return Ok(request.header(CONTENT_TYPE, "application/json").body(json));
        }
        let (kind, body) = multipart(&json, &self.files);
        Ok(request.header(CONTENT_TYPE, kind).body(body))
    }
}
