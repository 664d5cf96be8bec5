//! Whether a request comes from Discord: it signs the time and the body of each (Ed25519).

use ring::signature::{ED25519, UnparsedPublicKey};

use super::super::posted::CLOCKS_DIFFER;

/// The application's public key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PublicKey([u8; 32]);

impl PublicKey {
    /// Reads a `verify_key`: 64 hexadecimal digits.
    pub(super) fn read(hex: &str) -> Option<Self> {
        bytes(hex.as_bytes()).map(Self)
    }

    /// Whether `signature`, in hexadecimal digits, is the application's own of `message`.
    pub(super) fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        bytes::<64>(signature).is_some_and(|signature| {
            UnparsedPublicKey::new(&ED25519, self.0).verify(message, &signature).is_ok()
        })
    }
}

/// The time of `X-Signature-Timestamp`, in seconds since 1970.
pub(super) fn timestamp(header: &[u8]) -> Option<i64> {
    let digits = std::str::from_utf8(header).ok()?;
    let plain = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    plain.then(|| digits.parse().ok()).flatten()
}

/// Whether a time is near enough to ours.
pub(super) fn is_current(signed_at: i64, now: i64) -> bool {
    signed_at.abs_diff(now) <= CLOCKS_DIFFER.unsigned_abs()
}

fn bytes<const N: usize>(hex: &[u8]) -> Option<[u8; N]> {
    let digit = |digit: u8| char::from(digit).to_digit(16).and_then(|it| u8::try_from(it).ok());
    let (pairs, []) = hex.as_chunks::<2>() else { return None };
    let mut bytes = [0; N];
    if pairs.len() != N {
        return None;
    }
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The second test of RFC 8032, section 7.1.
    const KEY: &str = "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c";
    const SIGNATURE: &str = "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
                             085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00";

    #[test]
    fn only_the_applications_own_signature_of_the_very_same_bytes_is_good() {
        let key = PublicKey::read(KEY).unwrap();
        let signature = SIGNATURE.as_bytes();
        assert!(key.signed(&[0x72], signature));
        assert!(key.signed(&[0x72], SIGNATURE.to_uppercase().as_bytes()));
        assert!(!key.signed(&[0x73], signature));
        assert!(!key.signed(&[], signature));
        assert!(!PublicKey::read(&"0".repeat(64)).unwrap().signed(&[0x72], signature));
        for at in 0..signature.len() {
            let mut other = signature.to_vec();
            other[at] = if other[at] == b'0' { b'1' } else { b'0' };
            assert!(!key.signed(&[0x72], &other), "digit {at}");
            assert!(!key.signed(&[0x72], &signature[..at]), "{at} digits");
            other[at] = b'+';
            assert!(!key.signed(&[0x72], &other), "no digit at {at}");
        }
    }

    #[test]
    fn a_key_is_64_hexadecimal_digits() {
        let wrong = ["", "3d", &KEY[1..], &format!("{KEY}00"), &KEY.replace('c', "ç")];
        for wrong in wrong {
            assert_eq!(PublicKey::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_time_is_digits_and_near_ours() {
        assert_eq!(timestamp(b"1700000000"), Some(1_700_000_000));
        for wrong in ["", "-1", "+1", "1.5", " 1", "1e9", "99999999999999999999", "\u{661}"] {
            assert_eq!(timestamp(wrong.as_bytes()), None, "{wrong}");
        }
        for (signed_at, current) in
            [(0, true), (300, true), (-300, true), (301, false), (-301, false)]
        {
            assert_eq!(
                is_current(1_700_000_000 + signed_at, 1_700_000_000),
                current,
                "{signed_at}"
            );
        }
        assert!(!is_current(i64::MAX, -1));
    }
}
