//! A payload of Discord's, prepared once, with gaps for what differs from one to the next.

use std::fmt::Write as _;

use serde_json::Value;

/// What fills a gap. In the JSON that a template is made of, a gap is the text `@name@`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    Id,
    Token,
    Guild,
    Channel,
    User,
    Name,
    Permissions,
    Text,
    /// A whole value, in place of the text.
    Message,
}

const GAPS: [(&str, Gap); 9] = [
    ("id", Gap::Id),
    ("token", Gap::Token),
    ("guild", Gap::Guild),
    ("channel", Gap::Channel),
    ("user", Gap::User),
    ("name", Gap::Name),
    ("permissions", Gap::Permissions),
    ("text", Gap::Text),
    ("message", Gap::Message),
];

/// What fills the gaps of one payload.
#[derive(Clone, Copy, Debug)]
pub(super) struct Filling<'a> {
    pub(super) id: u64,
    pub(super) guild: u64,
    pub(super) channel: u64,
    pub(super) user: u64,
    /// Which member of the server it is.
    pub(super) member: usize,
    pub(super) permissions: u64,
    /// JSON between its quotation marks: nothing in it is escaped any more.
    pub(super) text: &'a str,
    /// JSON.
    pub(super) message: &'a str,
}

/// A prepared payload.
#[derive(Debug)]
pub(super) struct Template {
    /// Text, and the gap after it.
    pieces: Vec<(Box<str>, Option<Gap>)>,
}

impl Template {
    pub(super) fn new(payload: &Value) -> Self {
        let json = payload.to_string().replace("\"@message@\"", "@message@");
        let mut pieces = Vec::new();
        let mut rest = json.as_str();
        let mut text = String::new();
        while let Some((before, after)) = rest.split_once('@') {
            text.push_str(before);
            let gap = GAPS
                .iter()
                .find_map(|(name, gap)| Some((after.strip_prefix(name)?.strip_prefix('@')?, *gap)));
            match gap {
                Some((after, gap)) => {
                    pieces.push((std::mem::take(&mut text).into(), Some(gap)));
                    rest = after;
                }
                None => {
                    text.push('@');
                    rest = after;
                }
            }
        }
        text.push_str(rest);
        pieces.push((text.into(), None));
        Self { pieces }
    }

    /// Appends the payload.
    pub(super) fn fill(&self, with: &Filling<'_>, out: &mut String) {
        for (text, gap) in &self.pieces {
            out.push_str(text);
            let number = match gap {
                None => continue,
                Some(Gap::Text) => {
                    out.push_str(with.text);
                    continue;
                }
                Some(Gap::Message) => {
                    out.push_str(with.message);
                    continue;
                }
                Some(Gap::Token) => {
                    token(with.id, out);
                    continue;
                }
                Some(Gap::Id) => with.id,
                Some(Gap::Guild) => with.guild,
                Some(Gap::Channel) => with.channel,
                Some(Gap::User) => with.user,
                Some(Gap::Name) => with.member as u64,
                Some(Gap::Permissions) => with.permissions,
            };
            let _ = write!(out, "{number}");
        }
    }
}

/// What an interaction's token begins with: "interaction:" in Base64.
const TOKEN: &str = "aW50ZXJhY3Rpb246";
/// What follows the id, so that a token is as long as one of Discord's.
const REST_OF_TOKEN: &str = "c3RhbmRpbi1sb2FkLWhhcy1ub3RoaW5nLXRvLWhpZGUtYW5kLW5vdGhpbmctdG8t\
    c2F5LWJ1dC1hLXRva2VuLWhhcy1hYm91dC10d28taHVuZHJlZC1sZXR0ZXJzLXNvLXRoaXMtb25lLWhhcy1h\
    cy1tYW55";

fn token(id: u64, out: &mut String) {
    let _ = write!(out, "{TOKEN}{id}{REST_OF_TOKEN}");
}

/// The id of the interaction that a token is of.
pub(super) fn id_in_token(token: &str) -> Option<u64> {
    let rest = token.strip_prefix(TOKEN)?;
    rest.strip_suffix(REST_OF_TOKEN)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_payload_is_filled_where_its_gaps_are() {
        let template = Template::new(&json!({
            "id": "@id@", "token": "@token@", "at": "ana@example.org", "message": "@message@",
            "who": "member @name@", "text": "@text@", "nothing": "@nothing@",
        }));
        let mut out = String::new();
        let filling = Filling {
            id: 17,
            guild: 1,
            channel: 2,
            user: 3,
            member: 4,
            permissions: 5,
            text: "power",
            message: r#"{"id":"9"}"#,
        };
        template.fill(&filling, &mut out);
        let read: Value = serde_json::from_str(&out).expect("JSON");
        let token = read["token"].as_str().expect("a token");
        assert_eq!(id_in_token(token), Some(17));
        let wanted = json!({
            "id": "17", "token": token, "at": "ana@example.org", "message": { "id": "9" },
            "who": "member 4", "text": "power", "nothing": "@nothing@",
        });
        assert_eq!(read, wanted);
        assert_eq!(id_in_token("aW50ZXJhY3Rpb246x"), None);
    }
}
