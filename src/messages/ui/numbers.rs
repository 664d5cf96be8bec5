//! Numbers as a language writes them: 12,000 or 12.000.

use fluent_bundle::FluentValue;
use icu_decimal::DecimalFormatter;
use icu_locale_core::Locale;

use super::Language;

/// No language groups the digits of a smaller number.
const FIRST_GROUPED: f64 = 1_000.0;

/// A number with its digits in groups; `None` for what is none, or is not to be grouped.
pub(super) fn grouped(value: &FluentValue<'_>, language: Language) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    if !number.options.use_grouping || number.value.abs() < FIRST_GROUPED {
        return None;
    }
    let locale: Locale = language.tag().parse().ok()?;
    let formatter = DecimalFormatter::try_new(locale.into(), Default::default()).ok()?;
    Some(formatter.format(&number.as_string().parse().ok()?).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::ui::{Argument, Catalog};

    #[test]
    fn counts_are_grouped_as_the_language_does_and_ids_are_not() {
        for (language, thousand, ten_thousand) in [
            (Language::English, "1,200", "12,000"),
            (Language::French, "1\u{202f}200", "12\u{202f}000"),
            (Language::Spanish, "1200", "12.000"),
            (Language::German, "1.200", "12.000"),
        ] {
            let catalog = Catalog::new(language, ["m = { $n }"]);
            let shown = |n: Argument| catalog.string("m", &[("n", n)]);
            assert_eq!(shown(1_200_usize.into()), thousand, "{language:?}");
            assert_eq!(shown(12_000_u64.into()), ten_thousand, "{language:?}");
            assert_eq!(shown(999_u32.into()), "999");
            assert_eq!(shown(12_000_i64.into()), "12000");
        }
    }
}
