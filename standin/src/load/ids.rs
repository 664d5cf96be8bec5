//! Numbers of servers, channels and people, so made that none need be kept: each tells what it is of.

use std::time::{SystemTime, UNIX_EPOCH};

/// The first millisecond of 2015, where Discord's ids begin to count.
const EPOCH: u64 = 1_420_070_400_000;
/// When the first server, the first account and the application were made, by their ids.
const SERVERS_FROM: u64 = 200_000_000_000;
const PEOPLE_FROM: u64 = 150_000_000_000;

/// The application, and its account.
pub(super) const APPLICATION: u64 = (190_000_000_000 << 22) | 6;

/// The place where quotes are asked for and questions answered, and the one where a seminar meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    General,
    Seminar,
}

pub(super) fn guild(number: usize) -> u64 {
    ((SERVERS_FROM + number as u64) << 22) | 1
}

pub(super) fn channel(number: usize, place: Place) -> u64 {
    let which = match place {
        Place::General => 2,
        Place::Seminar => 3,
    };
    guild(number) & !0x3F_FFFF | which
}

/// The server that a channel is of.
pub(super) const fn guild_of(channel: u64) -> u64 {
    channel & !0x3F_FFFF | 1
}

/// Which server it is.
pub(super) fn number_of(guild: u64) -> usize {
    usize::try_from((guild >> 22).saturating_sub(SERVERS_FROM)).unwrap_or(usize::MAX)
}

pub(super) fn user(server: usize, member: usize) -> u64 {
    ((PEOPLE_FROM + server as u64 * 1_000 + member as u64) << 22) | 5
}

/// The shard that is told what happens in a server.
pub(super) fn shard(guild: u64, shards: usize) -> usize {
    usize::try_from((guild >> 22) % shards.max(1) as u64).unwrap_or_default()
}

/// An id of something that is made now; `counter` keeps those of one millisecond apart.
pub(super) fn now(counter: u64) -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let millis = u64::try_from(since.as_millis()).unwrap_or_default();
    (millis.saturating_sub(EPOCH) << 22) | (counter & 0x3F_FFFF)
}

/// The message with which an interaction is answered.
pub(super) const fn answer_to(interaction: u64) -> u64 {
    interaction + (1 << 22)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_tells_what_it_is_of() {
        for number in [0, 1, 9_999] {
            let id = guild(number);
            assert_eq!(number_of(id), number);
            for place in [Place::General, Place::Seminar] {
                assert_eq!(guild_of(channel(number, place)), id);
            }
            assert_eq!(shard(id, 4), shard(channel(number, Place::General), 4));
        }
        assert_ne!(user(0, 1), user(1, 0));
        assert_ne!(now(1), now(2));
    }

    #[test]
    fn servers_are_spread_over_the_shards() {
        let counts = (0..1_000).fold([0; 4], |mut counts, number| {
            counts[shard(guild(number), 4)] += 1;
            counts
        });
        assert_eq!(counts, [250; 4]);
    }
}
