//! What Discord says when it refuses.

use std::borrow::Cow;
use std::fmt;

use serde_json::{Value, json};

/// A refused request: Discord's status, error code and words.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// The HTTP status.
    pub status: u16,
    /// Discord's own error code.
    pub code: u32,
    /// Discord's own words.
    pub message: Cow<'static, str>,
    /// Which fields were wrong, for code 50035.
    pub errors: Option<Value>,
}

macro_rules! refusals {
    ($($name:ident = $status:literal $code:literal $message:literal;)*) => {
        #[allow(missing_docs, reason = "the messages say it")]
        impl Refusal {
            $(pub const $name: Self = Self {
                status: $status, code: $code, message: Cow::Borrowed($message), errors: None,
            };)*
        }
    };
}

refusals! {
    NOT_FOUND = 404 0 "404: Not Found";
    METHOD_NOT_ALLOWED = 405 0 "405: Method Not Allowed";
    UNAUTHORIZED = 401 0 "401: Unauthorized";
    UNKNOWN_CHANNEL = 404 10003 "Unknown Channel";
    UNKNOWN_GUILD = 404 10004 "Unknown Guild";
    UNKNOWN_MEMBER = 404 10007 "Unknown Member";
    UNKNOWN_MESSAGE = 404 10008 "Unknown Message";
    UNKNOWN_ROLE = 404 10011 "Unknown Role";
    UNKNOWN_USER = 404 10013 "Unknown User";
    UNKNOWN_WEBHOOK = 404 10015 "Unknown Webhook";
    UNKNOWN_INTERACTION = 404 10062 "Unknown interaction";
    UNKNOWN_COMMAND = 404 10063 "Unknown application command";
    UNKNOWN_EVENT = 404 10070 "Unknown Guild Scheduled Event";
    UNKNOWN_TAG = 404 10087 "Unknown Tag";
    TOO_MANY_FOLLOW_UPS = 400 40094 "This interaction has hit the maximum number of follow up messages";
    TOO_MANY_PINS = 400 30003 "Maximum number of pins reached (250)";
    TOO_MANY_COMMANDS = 400 30032 "Maximum number of application commands reached (100)";
    TOO_MANY_EVENTS = 400 30038
        "Maximum number of uncompleted guild scheduled events reached (100)";
    NO_MUTUAL_SERVER = 403 50278
        "Cannot send messages to this user due to having no mutual guilds";
    TOO_LARGE = 413 40005 "Request entity too large";
    ALREADY_CROSSPOSTED = 400 40033 "This message has already been crossposted.";
    FORUM_TAKES_NO_MESSAGES = 400 40058 "Cannot send a message in a forum channel";
    ALREADY_ACKNOWLEDGED = 400 40060 "Interaction has already been acknowledged.";
    TAG_REQUIRED = 400 40067 "A tag is required to create a forum post in this channel";
    MISSING_ACCESS = 403 50001 "Missing Access";
    NOT_IN_DMS = 403 50003 "Cannot execute action on a DM channel";
    NOT_YOUR_MESSAGE = 403 50005 "Cannot edit a message authored by another user";
    EMPTY_MESSAGE = 400 50006 "Cannot send an empty message";
    CANNOT_DM = 403 50007 "Cannot send messages to this user";
    NOT_A_TEXT_CHANNEL = 400 50008 "Cannot send messages in a non-text channel";
    MISSING_PERMISSIONS = 403 50013 "Missing Permissions";
    SYSTEM_MESSAGE = 403 50021 "Cannot execute action on a system message";
    WRONG_CHANNEL_TYPE = 400 50024 "Cannot execute action on this channel type";
    INVALID_WEBHOOK_TOKEN = 401 50027 "Invalid Webhook Token";
    INVALID_RECIPIENT = 400 50033 "Invalid Recipient(s)";
    FILE_TOO_LARGE = 400 50045 "File uploaded exceeds the maximum size";
    THREAD_ARCHIVED = 400 50083 "Thread is archived";
    INVALID_JSON = 400 50109 "The request body contains invalid JSON.";
    FILE_NOT_FOUND = 400 50146 "Uploaded file not found.";
    NO_REPLY_WITHOUT_HISTORY = 400 160002
        "Cannot reply without permission to read message history";
    THREAD_EXISTS = 400 160004 "A thread has already been created for this message";
    THREAD_LOCKED = 403 160005 "Thread is locked";
    TOO_MANY_THREADS = 400 160006 "Maximum number of active threads reached";
    FINISHED_EVENT = 400 180000 "Cannot update a finished event";
    BLOCKED_BY_AUTOMOD = 400 200000 "Message was blocked by automatic moderation";
    NAME_BLOCKED_BY_AUTOMOD = 400 200001 "Title was blocked by automatic moderation";
    BLOCKED_LINK = 400 240000 "Message blocked by harmful links filter";
}

impl Refusal {
    /// A body that breaks a limit: one error at one place.
    pub(crate) fn form(path: &str, code: &str, message: impl Into<String>) -> Self {
        let mut form = crate::shapes::Findings::default();
        form.add(path, code, message);
        form.refusal()
    }

    /// The JSON body of the answer.
    pub(crate) fn body(&self) -> Value {
        let mut body = json!({ "message": self.message, "code": self.code });
        if let Some(errors) = &self.errors {
            body["errors"] = errors.clone();
        }
        body
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.status, self.code, self.message)?;
        match &self.errors {
            Some(errors) => write!(f, ": {errors}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Refusal {}
