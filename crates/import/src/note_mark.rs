//! The mark of a note in running text while it is still being worked on: one character for each
//! note, from an area of Unicode that no text uses, so that repairs move it with its words.

/// The first of the characters, and how many there are.
const FIRST: u32 = 0xF_0000;
const COUNT: u32 = 0xFFFE;

/// The mark of a note, by the index of the note.
pub(crate) fn mark(note: usize) -> Option<char> {
    let offset = u32::try_from(note).ok().filter(|offset| *offset < COUNT)?;
    char::from_u32(FIRST + offset)
}

/// The index of the note that a character marks.
pub(crate) fn note(c: char) -> Option<usize> {
    let offset = u32::from(c).checked_sub(FIRST).filter(|offset| *offset < COUNT)?;
    usize::try_from(offset).ok()
}

/// Whether a text has such a mark: each starts with the same byte, which hardly a text has.
pub(crate) fn has(text: &str) -> bool {
    text.as_bytes().contains(&0xF3) && text.chars().any(is_mark)
}

/// Whether a character marks a note.
pub(crate) fn is_mark(c: char) -> bool {
    note(c).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_leads_back_to_its_note() {
        for index in [0, 1, 65_000] {
            assert_eq!(mark(index).and_then(note), Some(index));
        }
        assert_eq!((note('a'), mark(70_000)), (None, None));
    }
}
