//! Numbers for places, roles and members. A place's number is its name, written in base 38, so that
//! nothing has to be kept to know after a restart where a schedule posts.

use sha2::{Digest, Sha256};

use crate::command::ChannelKind;
use domain::{ChannelId, MemberId, RoleId};

/// The letters of a name; a name fills up with the first.
const LETTERS: &[u8; 38] = b" abcdefghijklmnopqrstuvwxyz0123456789-";
/// The most letters: 38 to the power of 12 is just less than 2 to the power of 63.
pub(super) const LONGEST: usize = 12;
/// A channel of this name is a forum, and so is one whose name ends so: `club-forum`.
const FORUM: &str = "forum";

/// The number of a channel; `None` if its name has too many letters, or others than a–z, 0–9, `-`.
pub(super) fn channel(name: &str) -> Option<ChannelId> {
    number(name).map(ChannelId)
}

/// The number of a thread.
pub(super) fn thread(name: &str) -> Option<ChannelId> {
    number(name).map(|number| ChannelId(-number))
}

/// The number of a role.
pub(super) fn role(name: &str) -> Option<RoleId> {
    number(name).map(RoleId)
}

/// A place's name, or its number if no name of ours has it.
pub(super) fn of_place(place: ChannelId) -> String {
    name(place.0.unsigned_abs()).unwrap_or_else(|| place.to_string())
}

/// A role's name, or its number if no name of ours has it.
pub(super) fn of_role(role: RoleId) -> String {
    name(role.0.unsigned_abs()).unwrap_or_else(|| role.to_string())
}

/// What kind of place it is; `None` if there is no such place.
pub(super) fn kind(place: ChannelId) -> Option<ChannelKind> {
    let name = name(place.0.unsigned_abs())?;
    Some(match () {
        () if place.0 < 0 => ChannelKind::Thread,
        () if name == FORUM || name.ends_with(&format!("-{FORUM}")) => ChannelKind::Forum,
        () => ChannelKind::Channel,
    })
}

/// The number of a member; capitals make no difference.
pub(super) fn member(name: &str) -> MemberId {
    let digest = Sha256::digest(name.to_lowercase());
    let bits = digest.iter().take(8).fold(0_i64, |bits, byte| (bits << 8) | i64::from(*byte));
    MemberId(bits & i64::MAX)
}

/// A title as a place's name, as near as it gets.
pub(super) fn slug(title: &str, longest: usize) -> String {
    let mut slug = String::new();
    for word in title.split(|c: char| !c.is_alphanumeric()) {
        let word: String =
            word.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        let room = longest.saturating_sub(slug.len() + usize::from(!slug.is_empty()));
        if word.is_empty() || room == 0 {
            continue;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(room));
    }
    slug
}

fn number(name: &str) -> Option<i64> {
    if name.is_empty() || name.len() > LONGEST {
        return None;
    }
    name.bytes().try_fold(0_i64, |number, byte| {
        let letter = LETTERS.iter().position(|letter| *letter == byte).filter(|at| *at > 0)?;
        Some(number * 38 + i64::try_from(letter).ok()?)
    })
}

fn name(mut number: u64) -> Option<String> {
    let mut letters = Vec::new();
    while number > 0 {
        letters.push(*LETTERS.get(usize::try_from(number % 38).ok()?)?);
        number /= 38;
    }
    letters.reverse();
    let good = !letters.is_empty() && letters.len() <= LONGEST && !letters.contains(&b' ');
    good.then(|| String::from_utf8(letters).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_comes_back() {
        for name in ["general", "reading-room", "a", "999999999999", "------------"] {
            assert_eq!(of_place(channel(name).unwrap()), name);
            assert_eq!(of_place(thread(name).unwrap()), name);
            assert_eq!(kind(thread(name).unwrap()), Some(ChannelKind::Thread));
        }
        for bad in ["", "General", "a b", "thirteen-long", "café"] {
            assert_eq!(channel(bad), None, "{bad}");
        }
        assert_eq!(kind(ChannelId(i64::MIN)), None);
        for (name, of) in [
            ("forum", ChannelKind::Forum),
            ("club-forum", ChannelKind::Forum),
            ("forum-talk", ChannelKind::Channel),
            ("platform", ChannelKind::Channel),
        ] {
            assert_eq!(kind(channel(name).unwrap()), Some(of), "{name}");
        }
    }

    #[test]
    fn a_title_becomes_a_name() {
        assert_eq!(slug("Guérin: The State", 12), "gurin-the-st");
        assert_eq!(slug("…", 12), "");
    }

    proptest::proptest! {
        #[test]
        fn any_number_is_a_name_or_none(number: i64) {
            let name = of_place(ChannelId(number));
            if kind(ChannelId(number)).is_some() {
                let back = if number < 0 { thread(&name) } else { channel(&name) };
                proptest::prop_assert_eq!(back, Some(ChannelId(number)));
            }
        }
    }
}
