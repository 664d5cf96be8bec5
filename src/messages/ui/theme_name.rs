//! What themes are called.

use domain::Theme;

use super::Language;

/// What a theme is called in the reader's language. One of the operator's own has the name that it
/// was given.
#[must_use]
pub fn theme_name(theme: &Theme) -> String {
    let id = format!("themes-{}", theme.id);
    let original = Language::default().catalog().known(&id);
    let of_book = original.is_some_and(|original| original == theme.name);
    let known = of_book.then(|| Language::current().catalog().known(&id)).flatten();
    known.unwrap_or_else(|| theme.name.clone())
}
