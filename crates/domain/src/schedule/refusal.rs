//! Why a post was late.

use jiff::SignedDuration;

/// How a post has fared on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fared {
    /// How often it was tried.
    pub attempts: u32,
    /// What refused it last, if anything did.
    pub refusal: Option<Refusal>,
    /// How long it has waited for a rate limit.
    pub limited: SignedDuration,
}

/// What refused an attempt to post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A rate limit.
    RateLimit,
    /// The platform could not be reached, or failed.
    Unavailable,
    /// There was no answer: it may have gone out.
    Unknown,
    /// A permission is missing.
    Forbidden,
    /// The channel or the message is gone, or hidden from us.
    NotFound,
    /// It is not something that can be posted.
    Invalid,
}

impl Refusal {
    const ALL: [Self; 6] = [
        Self::RateLimit,
        Self::Unavailable,
        Self::Unknown,
        Self::Forbidden,
        Self::NotFound,
        Self::Invalid,
    ];

    /// Its word in the database and the log.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::RateLimit => "rate_limit",
            Self::Unavailable => "unavailable",
            Self::Unknown => "unknown",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not_found",
            Self::Invalid => "invalid",
        }
    }

    /// The refusal of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|refusal| refusal.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::Refusal;

    #[test]
    fn a_refusal_comes_back_from_its_word() {
        for refusal in Refusal::ALL {
            assert_eq!(Refusal::from_word(refusal.word()), Some(refusal));
        }
        assert_eq!(Refusal::from_word("moonshine"), None);
    }
}
