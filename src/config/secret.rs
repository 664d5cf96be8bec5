//! The one secret: Discord's token, from the environment or from a file, never from `config.toml`.

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;

/// Discord's token. It shows itself to nobody who prints it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The token itself, for the one who sends it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

/// Why there is no token to use.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum NoToken {
    #[error(
        "There is no token for Discord. Make a bot at https://discord.com/developers, and put its \
         token in the environment variable DISCORD_TOKEN or in a file named in \
         DISCORD_TOKEN_FILE. `commonplace console` needs none."
    )]
    Missing,
    #[error("DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set. Unset one of them.")]
    Both,
    #[error("{0} is set, but what it holds cannot be a token of Discord's. Copy it again.")]
    Misshapen(&'static str),
    #[error("{}, which DISCORD_TOKEN_FILE names, cannot be read: {}.", .0.display(), super::why(.1))]
    Unreadable(PathBuf, std::io::Error),
}

/// Finds the token. `variable` looks up the environment.
///
/// # Errors
/// A sentence for the operator: none is set, two are, or it is not one.
pub fn token(variable: impl Fn(&str) -> Option<OsString>) -> Result<Token, NoToken> {
    let set = |name: &str| variable(name).filter(|value| !value.is_empty());
    match (set("DISCORD_TOKEN"), set("DISCORD_TOKEN_FILE")) {
        (None, None) => Err(NoToken::Missing),
        (Some(_), Some(_)) => Err(NoToken::Both),
        (Some(value), None) => {
            let value = value.into_string().map_err(|_| NoToken::Misshapen("DISCORD_TOKEN"))?;
            shaped(&value).ok_or(NoToken::Misshapen("DISCORD_TOKEN"))
        }
        (None, Some(path)) => {
            let path = PathBuf::from(path);
            match std::fs::read_to_string(&path) {
                Ok(value) => shaped(&value).ok_or(NoToken::Misshapen("DISCORD_TOKEN_FILE")),
                Err(error) => Err(NoToken::Unreadable(path, error)),
            }
        }
    }
}

/// A token in one printable word; some copy the word `Bot` with it.
fn shaped(text: &str) -> Option<Token> {
    let text = text.trim();
    let text = text.strip_prefix("Bot ").unwrap_or(text).trim();
    let word = !text.is_empty() && text.chars().all(|c| c.is_ascii_graphic());
    word.then(|| Token(text.to_owned()))
}
