//! What a member reads about a file that cannot be added, or that has to be looked at first.

use crate::messages::ui::{Key, Text, text};
use import::{Doubt, PageOrderDoubt, Refusal};

/// Why a file is not read, and what to do.
pub(super) fn refusal(refusal: &Refusal) -> Text {
    let reason = match refusal {
        Refusal::Empty => "empty",
        Refusal::NoWords => "no-words",
        Refusal::TooLarge(..) | Refusal::TooLong(_) | Refusal::Bomb(_) => "too-long",
        Refusal::Binary(_) => "no-text",
        Refusal::OtherFormat(_) => "other-format",
        Refusal::Archive => "archive",
        Refusal::Clippings => "clippings",
        Refusal::Pictures | Refusal::Unreadable => "no-letters",
        Refusal::Encrypted => "locked",
        // The last one is about a work file, which members have none of.
        Refusal::Escape(_)
        | Refusal::TooDeep(_)
        | Refusal::Damaged { .. }
        | Refusal::OtherWork(_) => "damaged",
    };
    text!("reading-refused", reason = Key(reason))
}

/// What a member should look at, the gravest first. What only concerns a work file is left out;
/// what comes once for each place is counted.
pub(super) fn doubts(doubts: &[Doubt]) -> Vec<Text> {
    let count = |same: fn(&Doubt) -> bool| doubts.iter().filter(|doubt| same(doubt)).count();
    let joined = count(|doubt| matches!(doubt, Doubt::PageStart { .. }));
    let mended = count(|doubt| matches!(doubt, Doubt::Repair { .. }));
    let missing = count(|doubt| matches!(doubt, Doubt::MissingPage(_)));
    let counted = [
        (missing > 0).then(|| text!("reading-doubt-missing-pages", count = missing)),
        (joined > 0).then(|| text!("reading-doubt-joined", count = joined)),
        (mended > 0).then(|| text!("reading-doubt-mended", count = mended)),
    ];
    doubts.iter().filter_map(doubt).chain(counted.into_iter().flatten()).collect()
}

fn doubt(doubt: &Doubt) -> Option<Text> {
    Some(match doubt {
        Doubt::NoTitle(_) => text!("reading-doubt-no-title"),
        Doubt::NoAuthor => text!("reading-doubt-no-author"),
        Doubt::NoYear => text!("reading-doubt-no-year"),
        // In words, since a number would be shown with its thousands apart.
        Doubt::GuessedYear(year) => text!("reading-doubt-guessed-year", year = year.to_string()),
        Doubt::EditionYear => text!("reading-doubt-edition-year"),
        Doubt::NotesWithoutMark(labels) => text!("reading-doubt-notes", count = labels.len()),
        Doubt::NoBody => text!("reading-doubt-no-body"),
        Doubt::Introduction(count) => text!("reading-doubt-introduction", count = *count),
        Doubt::WrongBytes { .. } => text!("reading-doubt-wrong-bytes"),
        Doubt::TooManyPages => text!("reading-doubt-too-many-pages"),
        Doubt::UnreadableFonts => text!("reading-doubt-fonts"),
        Doubt::EmptyPages(pages) => text!("reading-doubt-empty-pages", count = pages.len()),
        Doubt::PageOrder(order) => {
            let moved = matches!(
                order,
                PageOrderDoubt::MovedWithGaps(_)
                    | PageOrderDoubt::MovedAmbiguously(_)
                    | PageOrderDoubt::Torn
            );
            text!("reading-doubt-page-order", moved = moved)
        }
        Doubt::ForeignTerms { .. } => text!("reading-doubt-foreign"),
        Doubt::NoRights
        | Doubt::SectionsAnew
        | Doubt::MissingPage(_)
        | Doubt::PageStart { .. }
        | Doubt::Repair { .. } => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_what_a_member_can_do() {
        let refusals = [
            Refusal::Empty,
            Refusal::NoWords,
            Refusal::TooLong(9),
            Refusal::Binary("a picture"),
            Refusal::OtherFormat("a Word file"),
            Refusal::Archive,
            Refusal::Clippings,
            Refusal::Pictures,
            Refusal::Encrypted,
            Refusal::Damaged { format: "EPUB", reason: "no end".to_owned() },
        ];
        let lines: Vec<String> = refusals.iter().map(|it| refusal(it).plain_words()).collect();
        insta::assert_snapshot!(lines.join("\n"), @"
        That file is empty.
        There are no words in that file.
        That text is too long for me. Add it in parts.
        That file holds no text. I read .txt, .md, .html, .epub and .pdf files.
        I do not read this kind of file. Save it as PDF, HTML or plain text, and add that.
        That is an archive of several files. Unpack it, and add the text in it.
        Those are passages marked in several books. Add the text of one book.
        I cannot read the letters in that PDF: they are pictures. Run text recognition (OCR) on it first.
        That file is locked with a password. Save a copy without it, and add that.
        I cannot read that file: it may be damaged. Save it again, or try another format.
        ");
    }

    #[test]
    fn doubts_are_in_a_members_words() {
        let repair = Doubt::Repair {
            place: "line 1".to_owned(),
            before: "thestate".to_owned(),
            after: "the state".to_owned(),
        };
        let found = [
            Doubt::NoTitle("Letter".to_owned()),
            Doubt::NoAuthor,
            Doubt::NoYear,
            Doubt::GuessedYear(1958),
            Doubt::EditionYear,
            Doubt::NoRights,
            Doubt::NotesWithoutMark(vec!["3".to_owned()]),
            Doubt::NoBody,
            Doubt::Introduction(4),
            Doubt::PageStart { place: "page 2, line 1".to_owned() },
            Doubt::PageStart { place: "page 3, line 1".to_owned() },
            Doubt::SectionsAnew,
            Doubt::MissingPage("b.xhtml".to_owned()),
            Doubt::WrongBytes { count: 3, encoding: "UTF-8" },
            Doubt::TooManyPages,
            Doubt::UnreadableFonts,
            Doubt::EmptyPages(vec![2, 4]),
            Doubt::PageOrder(PageOrderDoubt::Torn),
            Doubt::PageOrder(PageOrderDoubt::Weak),
            repair,
            Doubt::ForeignTerms { language: "fr".to_owned() },
        ];
        let lines: Vec<String> = doubts(&found).iter().map(Text::plain_words).collect();
        insta::assert_snapshot!(lines.join("\n"), @"
        I found no title, and took the file's name. You can give one with `title:`.
        I found no author. Add one with `author:`.
        I found no year. Add it with `year:`.
        I found no year. 1958 is the latest year in the text. If that is wrong, give the right one with `year:`.
        The year may be that of a newer edition. If it is, give the first one with `year:`.
        1 note has no mark in the text.
        I could not tell which part the author wrote.
        I took the first 4 paragraphs for an introduction by the editors.
        Some letters cannot be read. They show as �.
        That PDF is too long. I did not read its last pages.
        I cannot read some letters in that PDF, so words are missing.
        2 pages have no words: they are empty, or pictures.
        I put the pages in another order. Check that each goes on where the one before ends.
        The pages may be in the wrong order. Check that each goes on where the one before ends.
        The text is not in English, and I know the themes in English only. I chose no quotes or questions from it.
        1 page of the book is not in the file.
        2 paragraphs go on from one page to the next. Each may be two.
        I mended 1 misprint, and may be wrong.
        ");
    }
}
