//! The messages of one language, and how one of them is filled in.

use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::LanguageIdentifier;

use super::sources::{Sources, references};
use super::{Argument, Language, Text, command_names, markup, numbers};

static LOCALES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// The messages of one language.
///
/// A message is parsed when it is first shown: parsed, all of them take ten times their text, and a
/// group sees few of them, in one language.
pub struct Catalog {
    language: Language,
    sources: Sources,
    /// Those that were shown.
    bundle: RwLock<Bundle>,
}

type Bundle = FluentBundle<FluentResource>;

impl std::fmt::Debug for Catalog {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalog").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Catalog {
    pub(super) fn embedded(language: Language) -> Self {
        let folder = LOCALES.get_dir(language.tag());
        let files = folder.into_iter().flat_map(Dir::files);
        // What a translation was made of is no message.
        let messages = files.filter(|file| file.path().extension().is_some_and(|it| it == "ftl"));
        let messages = messages.filter_map(|file| Some((file.path(), file.contents_utf8()?)));
        Self::of(language, Sources::files(messages))
    }

    /// The messages of Fluent sources. What cannot be read is logged and left out.
    pub fn new(language: Language, sources: impl IntoIterator<Item = &'static str>) -> Self {
        Self::of(language, Sources::texts(sources))
    }

    fn of(language: Language, sources: Sources) -> Self {
        Self { language, sources, bundle: RwLock::new(Self::empty(language)) }
    }

    fn empty(language: Language) -> Bundle {
        let id: LanguageIdentifier = language.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // The marks that isolate right-to-left text show as boxes in some of Discord's clients.
        bundle.set_use_isolating(false);
        // NUMBER, with which a message asks for an ordinal.
        if let Err(error) = bundle.add_builtins() {
            tracing::error!(%error, "the functions of messages are not there");
        }
        bundle.set_formatter(Some(|value, _| numbers::grouped(value, Language::current())));
        bundle
    }

    /// Forgets what was parsed, after many messages were shown that are not soon shown again. The next
    /// to be shown is parsed anew.
    pub fn forget(&self) {
        let empty = Self::empty(self.language);
        *self.bundle.write().unwrap_or_else(PoisonError::into_inner) = empty;
    }

    /// The message `id` (or `id.attribute`) with its variables filled in. Shows the id, and logs an
    /// error, if there is no such message; one that is not translated is shown in English.
    pub fn text(&self, id: &str, arguments: &[(&str, Argument)]) -> Text {
        match self.pattern(id, arguments) {
            Some(pattern) => {
                let text = markup::parse(&pattern, arguments);
                // The original has the commands' own names.
                match self.language == Language::default() {
                    true => text,
                    false => command_names::localize(text, self.language),
                }
            }
            None if self.language != Language::default() => {
                tracing::error!(id, language = self.language.tag(), "a message is not translated");
                Language::default().catalog().text(id, arguments)
            }
            None => {
                tracing::error!(id, "no such message");
                Text::from(id)
            }
        }
    }

    /// The words of the message `id` if there is one.
    pub fn known(&self, id: &str) -> Option<String> {
        Some(markup::parse(&self.pattern(id, &[])?, &[]).words())
    }

    /// The words of the message `id`, as [`Catalog::text`] gives it.
    pub fn string(&self, id: &str, arguments: &[(&str, Argument)]) -> String {
        self.text(id, arguments).words()
    }

    /// The message with a placeholder for each argument that is text, so that what members wrote
    /// is never read as markup.
    fn pattern(&self, id: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        let (message, attribute) = match id.split_once('.') {
            Some((message, attribute)) => (message, Some(attribute)),
            None => (id, None),
        };
        if !self.bundle().has_message(message) {
            self.parse(message, self.sources.find(message)?);
        }
        let bundle = self.bundle();
        let message = bundle.get_message(message)?;
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute)?.value(),
            None => message.value()?,
        };
        let values = arguments.iter().enumerate().map(|(index, (name, argument))| {
            let value = match argument {
                Argument::Number(number) => FluentValue::from(*number),
                Argument::Id(number) => match FluentValue::from(*number) {
                    FluentValue::Number(FluentNumber { value, options }) => {
                        let options = FluentNumberOptions { use_grouping: false, ..options };
                        FluentValue::Number(FluentNumber { value, options })
                    }
                    other => other,
                },
                Argument::Key(key) => FluentValue::from(*key),
                Argument::Text(_) => FluentValue::from(markup::placeholder(index).to_string()),
            };
            (*name, value)
        });
        let values: FluentArgs<'_> = values.collect();
        let mut errors = Vec::new();
        // The formatter of numbers knows no language but the current.
        let shown =
            self.language.sync_scope(|| bundle.format_pattern(pattern, Some(&values), &mut errors));
        if !errors.is_empty() {
            tracing::error!(id, ?errors, "a message could not be filled in");
        }
        Some(shown.into_owned())
    }

    fn bundle(&self) -> RwLockReadGuard<'_, Bundle> {
        self.bundle.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Parses a message, and whatever it refers to.
    fn parse(&self, id: &str, source: &'static str) {
        let mut bundle = self.bundle.write().unwrap_or_else(PoisonError::into_inner);
        let mut wanted = vec![(id, source)];
        while let Some((id, source)) = wanted.pop() {
            // Another caller may have been faster.
            if bundle.has_message(id) {
                continue;
            }
            let resource =
                FluentResource::try_new(source.to_owned()).unwrap_or_else(|(read, errors)| {
                    tracing::error!(?errors, id, "a message has mistakes");
                    read
                });
            // A term that is there already is no mistake, and refers to nothing new.
            if bundle.add_resource(resource).is_ok() {
                let referred = references(source);
                wanted.extend(referred.filter_map(|id| Some((id, self.sources.find(id)?))));
            }
        }
    }
}
