//! Why a file is not imported.

/// A file that cannot become a work; each says so in one sentence, and nothing is written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[allow(missing_docs, reason = "each variant's message says what it is")]
pub enum Refusal {
    #[error("The file is empty.")]
    Empty,
    #[error("The file has {0} MB, and more than {1} MB are not imported.")]
    TooLarge(u64, u64),
    #[error("The file holds no text: it looks like {0}.")]
    Binary(&'static str),
    #[error("This is {0}: save it as PDF, HTML or plain text, and import that.")]
    OtherFormat(&'static str),
    #[error(
        "The work file that is there is of another text, “{0}”: hardly a line is the same. Give this text another name."
    )]
    OtherWork(String),
    #[error("This is an archive of files and no book: unpack it, and import the text in it.")]
    Archive,
    #[error(
        "This is a list of highlights out of several books (Kindle clippings), not one text: import the book."
    )]
    Clippings,
    #[error("There are no words in this file.")]
    NoWords,
    #[error(
        "The PDF has no text layer, only pictures of pages: run it through text recognition first."
    )]
    Pictures,
    #[error(
        "The fonts of the PDF do not say which letters they draw: run it through text recognition first."
    )]
    Unreadable,
    #[error("The file is locked with a password: save a copy without it, and import that.")]
    Encrypted,
    #[error("The EPUB unpacks to more than {0} MB, which no book does.")]
    Bomb(u64),
    #[error("The EPUB names a file outside itself, `{0}`.")]
    Escape(String),
    #[error("The page nests its elements more than {0} deep.")]
    TooDeep(usize),
    #[error("The {format} is damaged: {reason}.")]
    Damaged { format: &'static str, reason: String },
    #[error("The text has more than {0} paragraphs: import it in parts.")]
    TooLong(usize),
}
