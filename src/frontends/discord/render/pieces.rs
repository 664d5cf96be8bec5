//! Words cut into pieces that belong together: a line can be broken between any two.

/// The pieces of a text, one behind the other in one string.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pieces {
    text: String,
    /// Where each piece ends.
    ends: Vec<usize>,
}

impl Pieces {
    /// Room for that many bytes, cut at every letter.
    pub(super) fn with_capacity(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), ends: Vec::with_capacity(bytes) }
    }

    /// A text that is never cut.
    pub(super) fn whole(text: &str) -> Self {
        let mut pieces = Self::default();
        pieces.push(text);
        pieces
    }

    /// Adds a piece.
    pub(super) fn push(&mut self, piece: &str) {
        self.text.push_str(piece);
        self.ends.push(self.text.len());
    }

    /// Adds each letter of an ASCII text as a piece.
    pub(super) fn push_each(&mut self, letters: &str) {
        let before = self.text.len();
        self.text.push_str(letters);
        self.ends.extend(before + 1..=self.text.len());
    }

    /// Adds what belongs to the piece that comes next.
    pub(super) fn begin(&mut self, mark: char) {
        self.text.push(mark);
    }

    /// Adds other pieces.
    pub(super) fn append(&mut self, other: &Self) {
        let before = self.text.len();
        self.text.push_str(&other.text);
        self.ends.extend(other.ends.iter().map(|end| before + end));
    }

    /// All of them together.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// How many they are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Each of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).filter_map(|(start, end)| self.text.get(start..*end))
    }

    /// Takes pieces off the front.
    pub(super) fn drop_first(&mut self, count: usize) {
        let Some(cut) = count.checked_sub(1).and_then(|last| self.ends.get(last).copied()) else {
            return;
        };
        self.text.drain(..cut);
        self.ends.drain(..count);
        self.ends.iter_mut().for_each(|end| *end -= cut);
    }

    /// Adds to the front of the first piece.
    pub(super) fn prepend(&mut self, words: &str) {
        if self.is_empty() {
            return;
        }
        self.text.insert_str(0, words);
        self.ends.iter_mut().for_each(|end| *end += words.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> Pieces {
        let mut pieces = Pieces::default();
        words.iter().for_each(|word| pieces.push(word));
        pieces
    }

    #[test]
    fn pieces_are_taken_off_the_front_and_added_to_both_ends() {
        let mut pieces = of(&["é", "b", "", "cd"]);
        pieces.push_each("ef");
        pieces.append(&Pieces::default());
        pieces.begin('\\');
        pieces.push("*");
        assert_eq!(pieces.iter().collect::<Vec<_>>(), ["é", "b", "", "cd", "e", "f", "\\*"]);
        pieces.drop_first(0);
        pieces.drop_first(2);
        pieces.prepend("> ");
        assert_eq!(pieces.iter().collect::<Vec<_>>(), ["> ", "cd", "e", "f", "\\*"]);
        assert_eq!((pieces.text(), pieces.len()), ("> cdef\\*", 5));
        pieces.drop_first(5);
        pieces.prepend("lost");
        assert!(pieces.is_empty() && pieces.text().is_empty());
    }
}
