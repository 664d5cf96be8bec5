//! The only link between an anonymous row and its member: a keyed hash, whose key is destroyed when
//! the round or the seminar is closed.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use super::MemberId;

/// The key of the hashes of one round or seminar: a whole block of the hash function.
pub type Key = [u8; 64];

/// A member's hash under a key.
#[must_use]
pub fn member_hash(key: &Key, member: MemberId) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new(&(*key).into());
    mac.update(&member.0.to_be_bytes());
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_the_same_for_one_member_and_key_alone() {
        let (one, other) = ([1; 64], [2; 64]);
        assert_eq!(member_hash(&one, MemberId(7)), member_hash(&one, MemberId(7)));
        assert_ne!(member_hash(&one, MemberId(7)), member_hash(&one, MemberId(8)));
        assert_ne!(member_hash(&one, MemberId(7)), member_hash(&other, MemberId(7)));
    }
}
