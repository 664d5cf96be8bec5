//! The languages that members read, and which of them is written now.
//!
//! The language of a text is ambient, like its reader: a sentence asks for none, and whoever knows
//! who will read it sets the [scope](Language::scope). A private reply is in its member's language;
//! whatever others see is in the server's.

use std::sync::OnceLock;

use tokio::task_local;

use super::Catalog;

task_local! {
    static SPOKEN: Language;
    /// That of the member whose request is carried out.
    static OWN: Language;
}

/// A language that members can read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English: what every other language is translated from.
    #[default]
    English,
    /// French.
    French,
    /// Spanish.
    Spanish,
    /// German.
    German,
}

impl Language {
    /// All of them, the original first.
    pub const ALL: [Self; 4] = [Self::English, Self::French, Self::Spanish, Self::German];

    /// The one that is written now: that of the innermost scope, English outside of any.
    #[must_use]
    pub fn current() -> Self {
        SPOKEN.try_with(|spoken| *spoken).unwrap_or_default()
    }

    /// That of the member whose request is carried out; outside of one, the current.
    #[must_use]
    pub fn own() -> Self {
        OWN.try_with(|own| *own).unwrap_or_else(|_| Self::current())
    }

    /// Its tag, which is also the name of its folder in `locales/`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
            Self::Spanish => "es",
            Self::German => "de",
        }
    }

    /// What it calls itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::French => "français",
            Self::Spanish => "español",
            Self::German => "Deutsch",
        }
    }

    /// The language of a locale such as `fr`, `es-419` or `en-GB`, if it is one of ours.
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        let tag = locale.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(tag))
    }

    /// Its messages.
    pub fn catalog(self) -> &'static Catalog {
        static CATALOGS: [OnceLock<Catalog>; Language::ALL.len()] =
            [const { OnceLock::new() }; Language::ALL.len()];
        CATALOGS[self as usize].get_or_init(|| Catalog::embedded(self))
    }

    /// Writes in this language while `work` runs. What `work` spawns does not know of it.
    pub fn scope<F: Future>(self, work: F) -> impl Future<Output = F::Output> {
        SPOKEN.scope(self, work)
    }

    /// Writes in this language while `work` runs, which a member asks for who reads `own`.
    pub fn request_scope<F: Future>(self, own: Self, work: F) -> impl Future<Output = F::Output> {
        OWN.scope(own, SPOKEN.scope(self, work))
    }

    /// Writes in this language while `write` runs.
    pub fn sync_scope<T>(self, write: impl FnOnce() -> T) -> T {
        SPOKEN.sync_scope(self, write)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_is_read_by_its_language() {
        for (locale, language) in [
            ("en-US", Some(Language::English)),
            ("en-GB", Some(Language::English)),
            ("fr", Some(Language::French)),
            ("es-419", Some(Language::Spanish)),
            ("es-ES", Some(Language::Spanish)),
            ("DE", Some(Language::German)),
            ("it", None),
            ("est", None),
            ("", None),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }

    #[tokio::test]
    async fn the_innermost_scope_counts_and_ends() {
        assert_eq!(Language::current(), Language::English);
        let seen = Language::French.scope(async {
            tokio::task::yield_now().await;
            let inner = Language::German.sync_scope(Language::current);
            (inner, Language::current())
        });
        assert_eq!(seen.await, (Language::German, Language::French));
        assert_eq!(Language::current(), Language::English);
    }
}
