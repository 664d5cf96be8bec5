//! What a file says about itself apart from its text.

/// What a file says about itself apart from its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) title: Option<String>,
    pub(crate) author: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) year: Option<i16>,
    pub(crate) translator: Option<String>,
    /// Whether title and author are what the file's maker meant, and no program's leftovers.
    pub(crate) certain: bool,
    /// Whether the year is when this edition was made.
    pub(crate) is_edition: bool,
}

/// Whether a title or a name is what a program put there: the name of a file, a placeholder.
pub(crate) fn is_leftover(text: &str) -> bool {
    const ENDS: &[&str] = &[
        "dvi", "tex", "doc", "docx", "pdf", "indd", "qxd", "ps", "odt", "rtf", "txt", "htm",
        "html", "pages", "md", "wpd", "p65", "pmd", "pub", "xls", "ppt", "fm", "eps", "cdr", "sgm",
        "xml",
    ];
    let lower = text.to_lowercase();
    let end = lower.rsplit_once('.').map_or("", |(_, end)| end);
    // `Doc1`, `Dokument2`.
    let bare = lower.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_counted =
        bare.len() < lower.len() && ["doc", "document", "dokument", "documento"].contains(&bare);
    ENDS.contains(&end)
        || is_counted
        || text.contains('\\')
        || (text.contains('/') && !text.contains(' '))
        || lower.starts_with("microsoft word -")
        || matches!(
            lower.as_str(),
            "untitled"
                | "untitled document"
                | "unknown"
                | "user"
                | "admin"
                | "administrator"
                | "author"
                | "title"
                | "owner"
                | "anonymous"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_no_titles() {
        for (text, expected) in [
            ("roads.dvi", true),
            ("C:\\roads", true),
            ("Microsoft Word - roads", true),
            ("Doc1", true),
            ("Untitled Document", true),
            ("Doctrine 2", false),
            ("Otto Stein Jr.", false),
            ("Roads, Vol. 2", false),
            ("Either/Or, a Fragment", false),
        ] {
            assert_eq!(is_leftover(text), expected, "{text}");
        }
    }
}
