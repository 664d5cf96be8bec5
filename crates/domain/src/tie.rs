//! The only tie between an anonymous response and its member: a keyed hash, whose key goes when
//! the round is settled.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::MemberId;

/// The key of one round’s ties: a whole block of the hash.
pub type Key = [u8; 64];

/// The tie of a member under a round's key.
#[must_use]
pub fn tie(key: &Key, member: MemberId) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new(&(*key).into());
    mac.update(&member.0.to_be_bytes());
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_the_same_for_one_member_and_key_alone() {
        let (one, other) = ([1; 64], [2; 64]);
        assert_eq!(tie(&one, MemberId(7)), tie(&one, MemberId(7)));
        assert_ne!(tie(&one, MemberId(7)), tie(&one, MemberId(8)));
        assert_ne!(tie(&one, MemberId(7)), tie(&other, MemberId(7)));
    }
}
