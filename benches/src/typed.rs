//! What somebody types who completes something.

/// A quote: nothing, one letter, the begin of a common and of a rare word, a piece from within words, two
/// words, an id, nothing that there is.
pub const QUOTE: [&str; 9] = ["", "s", "fre", "plagi", "olut", "the s", "a p", "r1-", "zzzz"];

/// A question: nothing, the begin of an id, of a word that all have, of one that few have, a piece from
/// within a word that all have, two words, pieces of two, nothing that there is.
pub const QUESTION: [&str; 8] = ["", "r", "foll", "fre", "assag", "whom what", "ollows fr", "zzzz"];
