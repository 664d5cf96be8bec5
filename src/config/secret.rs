//! The one secret: Discord's token, from the environment or from a file, never from `config.toml`.

use super::text;
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

    /// Whether it has the three parts of Discord's own tokens.
    #[must_use]
    pub fn looks_real(&self) -> bool {
        self.0.split('.').filter(|part| !part.is_empty()).count() == 3
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
    #[error(
        "{0} has more than one line. Keep the token alone: one line, without a comment and \
         without other variables."
    )]
    SeveralLines(&'static str),
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
            shaped("DISCORD_TOKEN", &value)
        }
        (None, Some(path)) => {
            let path = PathBuf::from(path);
            match std::fs::read(&path) {
                Ok(bytes) => {
                    let value =
                        text::decoded(&bytes).ok_or(NoToken::Misshapen("DISCORD_TOKEN_FILE"))?;
                    shaped("DISCORD_TOKEN_FILE", &value)
                }
                Err(error) => Err(NoToken::Unreadable(path, error)),
            }
        }
    }
}

/// The token in what people paste: with signs, the word `Bot`, the name of the variable or a byte order
/// mark around it, and an empty line below.
fn shaped(variable: &'static str, text: &str) -> Result<Token, NoToken> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.lines().filter(|line| !line.trim().is_empty()).count() > 1 {
        return Err(NoToken::SeveralLines(variable));
    }
    let text = text.strip_prefix("DISCORD_TOKEN=").unwrap_or(text);
    let text = text.trim_matches(|c: char| c.is_whitespace() || "\"'“”‘’`<>,;".contains(c));
    let text = match text.split_once([' ', ':']) {
        Some((word, token)) if word.eq_ignore_ascii_case("bot") => token.trim(),
        _ => text,
    };
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    match !text.is_empty() && text.chars().all(fits) {
        true => Ok(Token(text.to_owned())),
        false => Err(NoToken::Misshapen(variable)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<String> {
        shaped("DISCORD_TOKEN", text).ok().map(|token| token.0)
    }

    #[test]
    fn a_token_is_found_in_what_people_paste() {
        for pasted in [
            "abc.DEF-1_2",
            " abc.DEF-1_2\r\n",
            "\"abc.DEF-1_2\"",
            "'Bot abc.DEF-1_2'",
            "Bot abc.DEF-1_2",
            "“abc.DEF-1_2”",
            "DISCORD_TOKEN=\"abc.DEF-1_2\"\n",
            "<abc.DEF-1_2>",
            "abc.DEF-1_2,",
            "abc.DEF-1_2;\n",
            "bot:abc.DEF-1_2",
            "\u{feff}abc.DEF-1_2\r\n\r\n",
        ] {
            assert_eq!(of(pasted).as_deref(), Some("abc.DEF-1_2"), "{pasted:?}");
        }
    }

    #[test]
    fn what_is_no_token_is_told_as_such() {
        for pasted in ["", "  ", "\"\"", "abc def", "abc\"def", "tokén", "abc/def", "key=abc"] {
            assert_eq!(of(pasted), None, "{pasted:?}");
        }
        let two = shaped("DISCORD_TOKEN_FILE", "abc\n# my bot").unwrap_err();
        assert!(matches!(two, NoToken::SeveralLines("DISCORD_TOKEN_FILE")), "{two}");
    }

    #[test]
    fn a_file_of_notepads_is_read() {
        let utf16 = |text: &str, mark: [u8; 2], write: fn(u16) -> [u8; 2]| {
            mark.into_iter().chain(text.encode_utf16().flat_map(write)).collect::<Vec<u8>>()
        };
        for bytes in [
            utf16("abc\r\n", [0xff, 0xfe], u16::to_le_bytes),
            utf16("abc\r\n", [0xfe, 0xff], u16::to_be_bytes),
            "\u{feff}abc\r\n".as_bytes().to_vec(),
        ] {
            assert_eq!(text::decoded(&bytes).and_then(|text| of(&text)).as_deref(), Some("abc"));
        }
        for broken in [&[0xff, 0xfe, 0x41][..], &[0xff, 0xfe, 0x00, 0xd8], &[0xc3]] {
            assert_eq!(text::decoded(broken), None);
        }
    }
}
