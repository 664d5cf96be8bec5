//! Why a request came to nothing.

use std::time::Duration;

/// Why a request came to nothing. No message holds a token or a member's words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(in super::super) enum ApiError {
    /// Discord does not know our token.
    #[error("Discord does not accept the token")]
    Unauthorized,
    /// Discord refused it for good.
    #[error("Discord refused it with {status}, code {code}: {message}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// Discord's own code; 0 if it gave none.
        code: u64,
        /// Discord's words.
        message: String,
        /// The fields of the body that it names.
        fields: Vec<String>,
    },
    /// There is no room under a limit for so long.
    #[error("there is no room under a limit of Discord for {0:?}")]
    Limited(Duration),
    /// Too many requests were refused lately; we hold back before Discord bans the address.
    #[error("too many requests were refused in the last ten minutes")]
    Held,
    /// It surely did not arrive.
    #[error("Discord cannot be reached: {0}")]
    Unreached(String),
    /// It may have arrived.
    #[error("the answer was lost: {0}")]
    Lost(String),
    /// Discord failed by itself.
    #[error("Discord failed with {0}")]
    Server(u16),
    /// It was refused by something in front of Discord, which decides nothing.
    #[error("something in front of Discord answered with {0}")]
    Intercepted(u16),
    /// It cannot be sent, or the answer cannot be read. A mistake of ours.
    #[error("it cannot be sent: {0}")]
    Invalid(String),
}

impl ApiError {
    /// Whether Discord surely did not act on it.
    pub(super) fn surely_not_sent(&self) -> bool {
        matches!(self, Self::Unreached(_) | Self::Intercepted(_))
    }

    /// Whether the same request may succeed a little later.
    pub(in super::super) fn may_pass(&self) -> bool {
        matches!(self, Self::Unreached(_) | Self::Lost(_) | Self::Server(_) | Self::Intercepted(_))
    }

    /// Whether Discord names this field of the body as wrong.
    pub(in super::super) fn names(&self, field: &str) -> bool {
        matches!(self, Self::Refused { fields, .. } if fields.iter().any(|it| it == field))
    }

    /// Discord's own code, if it gave one.
    pub(in super::super) fn code(&self) -> Option<u64> {
        match self {
            Self::Refused { code, .. } => Some(*code),
            _ => None,
        }
    }

    /// The HTTP status, if Discord has answered.
    pub(in super::super) fn status(&self) -> Option<u16> {
        match self {
            Self::Refused { status, .. } | Self::Server(status) => Some(*status),
            Self::Unauthorized => Some(401),
            _ => None,
        }
    }
}
