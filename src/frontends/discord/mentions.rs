//! What Discord writes as a number between `<` and `>`, as its readers see it: members, roles,
//! channels, emoji, times, commands. No number is left in what a member wrote.

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::messages::discord;

/// Something that stands between `<` and `>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Mention {
    User(u64),
    Role(u64),
    Channel(u64),
    /// Its name is there: `:wave:`.
    Emoji(String),
    /// A custom emoji has a name, a command has one as well: `/seminar open`.
    Command(String),
    /// An instant, and the letter that says how it is shown.
    Time(Timestamp, char),
    /// A page of the server's own, such as its rules.
    Guide(String),
}

/// The names that numbers stand for, as far as they are known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) users: HashMap<u64, String>,
    /// The names of users where no member's is known.
    pub(super) global: HashMap<u64, String>,
    pub(super) roles: HashMap<u64, String>,
    pub(super) channels: HashMap<u64, String>,
    /// Whose clock times are told by.
    pub(super) zone: Option<TimeZone>,
}

/// Words, or a mention among them.
enum Piece<'t> {
    Words(&'t str),
    Mention(Mention),
}

/// The mentions in a text, in order.
pub(super) fn mentions(text: &str) -> impl Iterator<Item = Mention> {
    pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Mention(mention) => Some(mention),
        Piece::Words(_) => None,
    })
}

/// A text with names in the place of numbers; whoever has no name we know is somebody.
pub(super) fn readable(text: &str, names: &Names) -> String {
    let shown = |piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Mention(mention) => mention.shown(names),
    };
    pieces(text).into_iter().map(shown).collect()
}

impl Mention {
    fn shown(self, names: &Names) -> String {
        match self {
            Self::User(id) => {
                let name = names.users.get(&id).or_else(|| names.global.get(&id));
                discord::member(name.map(String::as_str))
            }
            Self::Role(id) => discord::role(names.roles.get(&id).map(String::as_str)),
            Self::Channel(id) => discord::channel(names.channels.get(&id).map(String::as_str)),
            Self::Emoji(name) => format!(":{name}:"),
            Self::Command(name) => format!("/{name}"),
            Self::Time(at, style) => {
                let zone = names.zone.clone().unwrap_or(TimeZone::UTC);
                discord::instant(&at.to_zoned(zone), style)
            }
            Self::Guide(page) => discord::guide(&page),
        }
    }

    fn parse(inside: &str) -> Option<Self> {
        let number = |text: &str| text.parse::<u64>().ok();
        if let Some(id) = inside.strip_prefix("@&") {
            return number(id).map(Self::Role);
        }
        if let Some(id) = inside.strip_prefix('@') {
            return number(id.trim_start_matches('!')).map(Self::User);
        }
        if let Some(id) = inside.strip_prefix('#') {
            return number(id).map(Self::Channel);
        }
        if let Some(time) = inside.strip_prefix("t:") {
            let (second, style) = time.split_once(':').unwrap_or((time, "f"));
            let at = Timestamp::from_second(second.parse().ok()?).ok()?;
            return Some(Self::Time(at, style.chars().next()?));
        }
        if let Some(command) = inside.strip_prefix('/') {
            let (name, id) = command.rsplit_once(':')?;
            return number(id).filter(|_| !name.is_empty()).map(|_| Self::Command(name.to_owned()));
        }
        if let Some(page) = inside.strip_prefix("id:") {
            return Some(Self::Guide(page.to_owned()));
        }
        let emoji = inside.strip_prefix('a').unwrap_or(inside).strip_prefix(':')?;
        let (name, id) = emoji.split_once(':')?;
        number(id).filter(|_| !name.is_empty()).map(|_| Self::Emoji(name.to_owned()))
    }
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let (mut rest, mut words) = (text, 0);
    while let Some(at) = rest.find('<') {
        let (before, after) = rest.split_at(at);
        let mention = after[1..].split_once('>').and_then(|(inside, tail)| {
            let mention = Mention::parse(inside)?;
            Some((mention, tail))
        });
        let Some((mention, tail)) = mention else {
            rest = &after[1..];
            continue;
        };
        let end = text.len() - rest.len() + before.len();
        pieces.extend([Piece::Words(&text[words..end]), Piece::Mention(mention)]);
        rest = tail;
        words = text.len() - tail.len();
    }
    pieces.push(Piece::Words(&text[words..]));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        Names {
            users: HashMap::from([(6, "Ben".to_owned())]),
            roles: HashMap::from([(8, "readers".to_owned())]),
            channels: HashMap::from([(9, "general".to_owned())]),
            ..Names::default()
        }
    }

    #[test]
    fn a_text_reads_as_its_readers_see_it() {
        for (written, read) in [
            ("Plain.", "Plain."),
            ("I agree with <@6> and <@!6>.", "I agree with @Ben and @Ben."),
            ("<@77> and <@&77> in <#77>", "@someone and @a role in #a channel"),
            ("see <#9>, <@&8>", "see #general, @readers"),
            ("a < b, <b> and <", "a < b, <b> and <"),
            ("Yes <:wave:123><a:spin:45>!", "Yes :wave::spin:!"),
            ("<<@6>> <:no:x> <:a:1:2>", "<@Ben> <:no:x> <:a:1:2>"),
            ("</seminar open:12> then", "/seminar open then"),
            ("<t:1770000000:R>", "Mon 2 Feb 2026 02:40 UTC"),
            ("<t:1770000000>", "Mon 2 Feb 2026 02:40 UTC"),
            ("<t:1770000000:D> at <t:1770000000:t>", "Mon 2 Feb 2026 at 02:40"),
            ("<t:99999999999999999:R>", "<t:99999999999999999:R>"),
            ("<id:browse> <id:customize>", "Browse Channels Channels & Roles"),
            ("ünï <@6> cödé", "ünï @Ben cödé"),
        ] {
            assert_eq!(readable(written, &names()), read);
        }
    }

    #[test]
    fn times_are_told_by_the_clock_of_the_server() {
        let zone = TimeZone::get("Europe/Paris").ok();
        let names = Names { zone, ..Names::default() };
        assert_eq!(readable("<t:1770000000:F>", &names), "Mon 2 Feb 2026 03:40 Europe/Paris");
    }

    #[test]
    fn the_mentions_of_a_text_are_found_in_order() {
        let found: Vec<Mention> = mentions("<@6> says <#9> <@6>").collect();
        assert_eq!(found, [Mention::User(6), Mention::Channel(9), Mention::User(6)]);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[<>@#&/:!at0-9é ]{0,40}") {
            let _ = readable(&text, &names());
        }

        #[test]
        fn no_number_of_a_mention_is_left(id in 10_000_000_000_000_000_u64..) {
            for mark in ["@", "@!", "@&", "#", ":a:", "a:b:", "/c:"] {
                let read = readable(&format!("x<{mark}{id}>y"), &Names::default());
                proptest::prop_assert!(!read.contains(&id.to_string()), "{read}");
            }
        }
    }
}
