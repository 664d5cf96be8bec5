//! The check against Discord's own description of its HTTP API.
//!
//! `COMMONPLACE_OPENAPI` names the file. With it, each request that the stand-in lets through and
//! each answer that it gives is held against the description; what does not fit is a violation.
//! Without it nothing is checked.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use jsonschema::error::ValidationErrorKind;
use jsonschema::{Registry, ValidationError, Validator};
use serde_json::{Value, json};

use crate::http::routes::Route;
use crate::http::{Answer, Sent};
use crate::journal::{Journal, lock};
use crate::refusal::Refusal;

/// The name under which the description is known to its own references.
const NAME: &str = "https://standin.test/openapi.json";

/// Where the description is not right, and why we know. A part of the finding's text.
const EXCEPTIONS: &[(&str, &str)] = &[
    (
        "answer at \"/errors",
        "the codes of a field's errors are numbers there; in the documentation they are names",
    ),
    (
        "answer at \"\": \"code\" is a required property",
        "a 429 has a code there; in the documentation it is optional",
    ),
    (
        "default_member_permissions\": \"",
        "permissions that are sent are numbers there; in the documentation they are strings",
    ),
];

/// Discord's description, with the validators made so far.
pub(crate) struct OpenApi {
    document: Value,
    registry: Registry<'static>,
    validators: Mutex<HashMap<String, Option<Arc<Validator>>>>,
}

impl std::fmt::Debug for OpenApi {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OpenApi")
    }
}

impl OpenApi {
    /// The description, if there is one. It is read once a process.
    pub(crate) fn from_environment() -> Option<&'static Self> {
        static READ: OnceLock<Option<OpenApi>> = OnceLock::new();
        READ.get_or_init(|| {
            let path = std::env::var_os("COMMONPLACE_OPENAPI")?;
            let text = std::fs::read_to_string(path).expect("COMMONPLACE_OPENAPI names a file");
            Some(Self::new(serde_json::from_str(&text).expect("the description is JSON")))
        })
        .as_ref()
    }

    fn new(document: Value) -> Self {
        let registry = Registry::new().add(NAME, document.clone());
        let registry = registry.and_then(jsonschema::RegistryBuilder::prepare);
        let registry = registry.expect("the description's references hold");
        Self { document, registry, validators: Mutex::default() }
    }

    /// Holds a request and its answer against the description.
    pub(crate) fn check(
        &self,
        journal: &Journal,
        route: &Route,
        query: &str,
        sent: &Result<Sent, Refusal>,
        answer: &Result<Answer, Refusal>,
    ) {
        let method = route.method.as_str().to_lowercase();
        let operation = format!("/paths/{}/{method}", escape(route.template));
        let report = |what: &str, found: String| {
            let text = format!("OpenAPI: {} {}: {what}{found}", route.method, route.template);
            if !EXCEPTIONS.iter().any(|(part, _)| text.contains(part)) {
                journal.violation(text);
            }
        };
        let Some(described) = self.document.pointer(&operation) else {
            return report("", "is not described".to_owned());
        };
        let body = match answer {
            Ok(Answer::Json(status, body)) => Some((*status, body.clone())),
            Ok(Answer::Empty) => None,
            Err(refusal) => Some((refusal.status, refusal.body())),
        };
        let status = body.as_ref().map_or(204, |(status, _)| *status);
        // A request that was refused is wrong already.
        if status < 300
            && let Ok(sent) = sent
        {
            self.check_query(route, described, query, &report);
            self.check_body(&operation, described, &sent.body, &report);
        }
        let Some(key) = self.status_key(described, status) else {
            return report("answer", format!(": no status {status} is described"));
        };
        if let Some((_, body)) = body {
            let pointer = match described["responses"][&key]["$ref"].as_str() {
                Some(reference) => reference.trim_start_matches('#').to_owned(),
                None => format!("{operation}/responses/{key}"),
            };
            let pointer = format!("{pointer}/content/application~1json/schema");
            if let Some(found) = self.validate(&pointer, &body) {
                report("answer", found);
            }
        }
    }

    fn check_query(
        &self,
        route: &Route,
        described: &Value,
        query: &str,
        report: &dyn Fn(&str, String),
    ) {
        let method = route.method.as_str().to_lowercase();
        for pair in query.split('&').filter(|pair| !pair.is_empty()) {
            let (name, text) = pair.split_once('=').unwrap_or((pair, ""));
            let known = described["parameters"].as_array().into_iter().flatten();
            let place = known.enumerate().find(|(_, known)| known["name"] == name);
            let Some((n, _)) = place else {
                report("query ", format!("{name} is not described"));
                continue;
            };
            let path = escape(route.template);
            let pointer = format!("/paths/{path}/{method}/parameters/{n}/schema");
            let as_text = self.validate(&pointer, &json!(text));
            let typed = serde_json::from_str::<Value>(&text.to_lowercase()).unwrap_or(json!(text));
            if let (Some(found), Some(_)) = (as_text, self.validate(&pointer, &typed)) {
                report("query ", format!("{name}{found}"));
            }
        }
    }

    fn check_body(
        &self,
        operation: &str,
        described: &Value,
        body: &Value,
        report: &dyn Fn(&str, String),
    ) {
        let request = &described["requestBody"];
        if body.is_null() {
            if request["required"] == json!(true) {
                report("request", ": there is no body".to_owned());
            }
            return;
        }
        if request.is_null() {
            return report("request", ": no body is described".to_owned());
        }
        let pointer = format!("{operation}/requestBody/content/application~1json/schema");
        let mut body = body.clone();
        name_attachments(&mut body);
        if let Some(found) = self.validate(&pointer, &body) {
            report("request", found);
        }
    }

    /// The name of a status among those described: itself, or its class.
    fn status_key(&self, described: &Value, status: u16) -> Option<String> {
        let class = format!("{}XX", status / 100);
        let all = described["responses"].as_object()?;
        [status.to_string(), class].into_iter().find(|key| all.contains_key(key))
    }

    /// What is wrong with a value, if anything.
    fn validate(&self, pointer: &str, value: &Value) -> Option<String> {
        let validator = {
            let mut validators = lock(&self.validators);
            let made = validators.entry(pointer.to_owned()).or_insert_with(|| {
                self.document.pointer(pointer)?;
                let fragment = pointer.replace('{', "%7B").replace('}', "%7D");
                let schema = json!({ "$ref": format!("{NAME}#{fragment}") });
                let options = jsonschema::options().with_registry(&self.registry);
                let made = options.build(&schema);
                Some(Arc::new(made.expect("the description holds JSON schemas")))
            });
            made.clone()
        }?;
        let findings: Vec<String> =
            validator.iter_errors(value).take(3).map(|e| explain(&e)).collect();
        (!findings.is_empty()).then(|| findings.join("; "))
    }
}

/// Writes the ids of attachments as strings. They are snowflakes in the description; in the
/// documentation's examples of uploads they are the numbers of the files.
fn name_attachments(body: &mut Value) {
    match body {
        Value::Object(fields) => {
            for item in
                fields.get_mut("attachments").and_then(Value::as_array_mut).into_iter().flatten()
            {
                if let Some(id) = item["id"].as_u64() {
                    item["id"] = json!(id.to_string());
                }
            }
            fields.values_mut().for_each(name_attachments);
        }
        Value::Array(items) => items.iter_mut().for_each(name_attachments),
        _ => {}
    }
}

/// A step of a JSON pointer.
fn escape(step: &str) -> String {
    step.replace('~', "~0").replace('/', "~1")
}

/// Says what is wrong: of a union, what is wrong with the branch that fits best.
fn explain(error: &ValidationError<'_>) -> String {
    let branches = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            context
        }
        _ => return brief(error),
    };
    let typed = |error: &ValidationError<'_>| {
        let path = error.instance_path().to_string();
        path.ends_with("/type")
    };
    let best = branches
        .iter()
        .filter(|branch| !branch.is_empty())
        .min_by_key(|branch| (branch.iter().any(&typed), branch.len()));
    match best.and_then(|branch| branch.first()) {
        Some(first) => explain(first),
        None => brief(error),
    }
}

fn brief(error: &ValidationError<'_>) -> String {
    let text: String = error.to_string().chars().take(200).collect();
    format!(" at {:?}: {text}", error.instance_path().to_string())
}
