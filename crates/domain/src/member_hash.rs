//! The only link between an anonymous row and its member: a keyed hash, whose key lies outside of the
//! database and is destroyed when the round or the seminar is closed.
//!
//! Each purpose has a hash of its own. Without the key nobody can tell that the author of an answer
//! and a voter are one: a vote may bear a name.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::{AnswerId, ItemId, MemberId, Part, RoundId, SeminarId, StatementId};

/// The key of the hashes of one round or seminar: a whole block of the hash function.
pub type Key = [u8; 64];

/// What a key is called where it must not be itself. It tells nothing of the key.
pub type KeyId = [u8; 16];

/// A member's hash under a key.
pub type MemberHash = [u8; 32];

/// What a row is that a hash links to its member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// An answer in one part of a round.
    Answer(Part),
    /// What somebody thinks of an answer.
    Rating(AnswerId),
    /// A vote on a statement.
    Vote(StatementId),
    /// Somebody who takes part in a round without a name.
    Participant(RoundId),
    /// The side that somebody argues in a debate.
    Side(ItemId),
    /// The wish for another facilitator.
    Recall(SeminarId),
}

impl Purpose {
    fn bytes(self) -> [u8; 9] {
        let (tag, id) = match self {
            Self::Answer(Part::Card) => (1, 0),
            Self::Answer(Part::Own) => (2, 0),
            Self::Rating(answer) => (3, answer.0),
            Self::Vote(statement) => (4, statement.0),
            Self::Participant(round) => (5, round.0),
            Self::Side(item) => (6, item.0),
            Self::Recall(seminar) => (7, seminar.0),
        };
        let mut bytes = [tag; 9];
        bytes[1..].copy_from_slice(&id.to_be_bytes());
        bytes
    }
}

/// What a key is called.
#[must_use]
pub fn key_id(key: &Key) -> KeyId {
    let hash = keyed(key, b"id");
    std::array::from_fn(|index| hash[index])
}

/// What links one row to its member.
#[must_use]
pub fn member_hash(key: &Key, member: MemberId, purpose: Purpose) -> MemberHash {
    for_purpose(key, &bare_hash(key, member), purpose)
}

/// The hash of a member for one purpose, made of the [bare one](bare_hash).
#[must_use]
pub fn for_purpose(key: &Key, bare: &MemberHash, purpose: Purpose) -> MemberHash {
    keyed(key, &[bare.as_slice(), &purpose.bytes()].concat())
}

/// A member's hash under a key for no purpose, as it was stored once.
#[must_use]
pub fn bare_hash(key: &Key, member: MemberId) -> MemberHash {
    keyed(key, &member.0.to_be_bytes())
}

fn keyed(key: &Key, bytes: &[u8]) -> MemberHash {
    let mut mac = Hmac::<Sha256>::new(&(*key).into());
    mac.update(bytes);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const ALL: [Purpose; 9] = [
        Purpose::Answer(Part::Card),
        Purpose::Answer(Part::Own),
        Purpose::Rating(AnswerId(1)),
        Purpose::Rating(AnswerId(2)),
        Purpose::Vote(StatementId(1)),
        Purpose::Participant(RoundId(1)),
        Purpose::Participant(RoundId(2)),
        Purpose::Side(ItemId(1)),
        Purpose::Recall(SeminarId(1)),
    ];

    #[test]
    fn a_hash_is_the_same_for_one_member_key_and_purpose_alone() {
        let mut seen = HashSet::new();
        for key in [[1; 64], [2; 64]] {
            for member in [MemberId(7), MemberId(8)] {
                for purpose in ALL {
                    let hash = member_hash(&key, member, purpose);
                    assert_eq!(hash, member_hash(&key, member, purpose));
                    assert!(seen.insert(hash), "{member} {purpose:?}");
                }
            }
        }
    }

    #[test]
    fn a_key_is_called_by_no_part_of_itself() {
        assert_ne!(key_id(&[1; 64]), key_id(&[2; 64]));
        assert_ne!(key_id(&[1; 64]), [1; 16]);
    }
}
