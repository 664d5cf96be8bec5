//! Characters that turn the direction of writing, and what ends the turns that are open.

/// The turns of direction that are open at the end of a text, the outermost first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Turns(Vec<char>);

impl Turns {
    /// What is open at the end of a text.
    pub(super) fn of(text: &str) -> Self {
        let mut turns = Self::default();
        turns.read(text);
        turns
    }

    /// Goes on with more text.
    pub(super) fn read(&mut self, text: &str) {
        for c in text.chars() {
            if ends(c).is_some() {
                self.0.push(c);
            } else if self.0.last().is_some_and(|open| ends(*open) == Some(c)) {
                self.0.pop();
            }
        }
    }

    /// How many are open.
    pub(super) fn depth(&self) -> usize {
        self.0.len()
    }

    /// What ends them.
    pub(super) fn closing(&self) -> String {
        self.0.iter().rev().filter_map(|open| ends(*open)).collect()
    }

    /// What opens them again.
    pub(super) fn opening(&self) -> String {
        self.0.iter().collect()
    }
}

/// Text without anything that turns its direction.
pub(in super::super) fn without_turns(text: &str) -> String {
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !turns(c)).collect()
}

/// What ends the turn that a character begins.
fn ends(c: char) -> Option<char> {
    match c {
        '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => Some('\u{202c}'),
        '\u{2066}'..='\u{2068}' => Some('\u{2069}'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_closed_from_the_inside() {
        for (text, opening, closing) in [
            ("plain", "", ""),
            ("a\u{202e}b", "\u{202e}", "\u{202c}"),
            ("a\u{2067}b\u{202b}c", "\u{2067}\u{202b}", "\u{202c}\u{2069}"),
            ("\u{2067}a\u{2069}\u{202c}", "", ""),
        ] {
            let turns = Turns::of(text);
            let told = (turns.opening(), turns.closing(), turns.depth());
            let depth = opening.chars().count();
            assert_eq!(told, (opening.to_owned(), closing.to_owned(), depth), "{text:?}");
        }
    }

    #[test]
    fn names_turn_nothing() {
        assert_eq!(without_turns("Own \u{202e}live\u{2066} \u{200f}א"), "Own live \u{200f}א");
    }
}
