//! The letters that the names of glyphs stand for, where a table of names has none.

/// The text of a name such as `f_f_i`, `uni0416` or `a.alt`.
pub(super) fn text(name: &str) -> Option<String> {
    // What comes after a dot is only a variant.
    let base = name.split('.').next().filter(|base| !base.is_empty())?;
    let parts: Option<Vec<String>> = base.split('_').map(part).collect();
    parts.map(|parts| parts.concat())
}

fn part(name: &str) -> Option<String> {
    if let Some((_, text)) = NAMES.iter().find(|(known, _)| *known == name) {
        return Some((*text).to_owned());
    }
    if let Some(letter) = greek(name) {
        return Some(letter.to_string());
    }
    if let Some(hex) = name.strip_prefix("uni").filter(|hex| hex.len() >= 4 && hex.len() % 4 == 0) {
        let units: Option<Vec<u16>> = hex
            .as_bytes()
            .chunks(4)
            .map(|unit| u16::from_str_radix(std::str::from_utf8(unit).ok()?, 16).ok())
            .collect();
        return String::from_utf16(&units?).ok();
    }
    if let Some(hex) = name.strip_prefix('u').filter(|hex| (4..=6).contains(&hex.len())) {
        return u32::from_str_radix(hex, 16).ok().and_then(char::from_u32).map(String::from);
    }
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(letter), None) if letter.is_alphabetic() => Some(letter.to_string()),
        _ => None,
    }
}

/// The small letters of Greek, from alpha on; the large ones have a capital in their names.
const GREEK: &[&str] = &[
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
    "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma1", "sigma", "tau", "upsilon", "phi",
    "chi", "psi", "omega",
];

fn greek(name: &str) -> Option<char> {
    let lower = name.to_ascii_lowercase();
    let at = GREEK.iter().position(|known| *known == lower)? as u32;
    let first = if lower == name { 'α' } else { 'Α' };
    char::from_u32(u32::from(first) + at)
}

const NAMES: &[(&str, &str)] = &[
    ("ff", "ff"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("ft", "ft"),
    ("st", "st"),
    ("ct", "ct"),
    ("fj", "fj"),
    ("Th", "Th"),
    ("tt", "tt"),
    ("space", " "),
    ("nbspace", " "),
    ("hyphen", "-"),
    ("sfthyphen", "-"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("period", "."),
    ("comma", ","),
    ("colon", ":"),
    ("semicolon", ";"),
    ("exclam", "!"),
    ("question", "?"),
    ("quoteright", "’"),
    ("quoteleft", "‘"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("endash", "–"),
    ("emdash", "—"),
    ("minus", "−"),
    ("braceleft", "{"),
    ("braceright", "}"),
    ("bar", "|"),
    ("bardbl", "‖"),
    ("backslash", "\\"),
    ("prime", "′"),
    ("asteriskmath", "∗"),
    ("periodcentered", "·"),
    ("bullet", "•"),
    ("multiply", "×"),
    ("divide", "÷"),
    ("plusminus", "±"),
    ("lessequal", "≤"),
    ("greaterequal", "≥"),
    ("notequal", "≠"),
    ("equivalence", "≡"),
    ("similar", "∼"),
    ("approxequal", "≈"),
    ("propersubset", "⊂"),
    ("propersuperset", "⊃"),
    ("reflexsubset", "⊆"),
    ("union", "∪"),
    ("intersection", "∩"),
    ("emptyset", "∅"),
    ("infinity", "∞"),
    ("partialdiff", "∂"),
    ("gradient", "∇"),
    ("universal", "∀"),
    ("existential", "∃"),
    ("logicaland", "∧"),
    ("logicalor", "∨"),
    ("logicalnot", "¬"),
    ("arrowleft", "←"),
    ("arrowdblright", "⇒"),
    ("arrowdblleft", "⇐"),
    ("arrowdblboth", "⇔"),
    ("summation", "∑"),
    ("product", "∏"),
    ("integral", "∫"),
    ("radical", "√"),
    ("angbracketleft", "⟨"),
    ("angbracketright", "⟩"),
    ("perpendicular", "⊥"),
    ("circlemultiply", "⊗"),
    ("circleplus", "⊕"),
    ("plus", "+"),
    ("equal", "="),
    ("less", "<"),
    ("greater", ">"),
    ("slash", "/"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("bracketleft", "["),
    ("bracketright", "]"),
    ("element", "∈"),
    ("epsilon1", "ϵ"),
    ("phi1", "φ"),
    ("theta1", "ϑ"),
    ("arrowright", "→"),
    ("dotlessi", "ı"),
    ("dotlessj", "ȷ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, expected) in [
            ("f_f_i", Some("ffi")),
            ("ffl", Some("ffl")),
            ("uni0416", Some("Ж")),
            ("u1D400", Some("𝐀")),
            ("a.alt", Some("a")),
            ("T_h.liga", Some("Th")),
            ("gamma", Some("γ")),
            ("Omega", Some("Ω")),
            ("sigma", Some("σ")),
            ("braceleft", Some("{")),
            ("g23", None),
            (".notdef", None),
        ] {
            assert_eq!(text(name).as_deref(), expected, "{name}");
        }
    }
}
