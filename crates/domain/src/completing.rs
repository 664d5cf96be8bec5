//! What somebody may mean who has begun to type, the likeliest first. It has to keep up with the keys.

use crate::search::List;
use crate::{Corpus, fold};

/// From how many entries on a list is worth an index. To go through fewer takes a millisecond.
const LONG: usize = 2_000;

impl Corpus {
    /// Up to `most` questions and pairs of quotes that somebody may mean who has typed so far, each with its id
    /// and its text, by what is shown of it: `id: text`.
    #[must_use]
    pub fn questions_completing(&self, typed: &str, most: usize) -> Vec<(&str, &str)> {
        let entries = || {
            let pairs = self.pairs.iter().map(|pair| (pair.id.as_str(), pair.dispute.as_str()));
            self.questions.iter().map(|it| (it.id.as_str(), it.text.as_str())).chain(pairs)
        };
        let names = || entries().map(|(id, text)| (format!("{id}: {text}"), id));
        if self.questions.len() < LONG {
            let places = likeliest(names(), typed, most);
            let all: Vec<(&str, &str)> = entries().collect();
            return places.into_iter().filter_map(|place| all.get(place).copied()).collect();
        }
        let list = self.question_list.get_or_init(|| List::of(names()));
        let places = list.completing(&typed_text(typed), most).into_iter();
        places.filter_map(|place| self.asked(place)).collect()
    }

    /// The id and the text of a question, or after those of a pair.
    fn asked(&self, place: usize) -> Option<(&str, &str)> {
        match self.questions.get(place) {
            Some(question) => Some((&question.id, &question.text)),
            None => {
                let pair = self.pairs.get(place.checked_sub(self.questions.len())?)?;
                Some((&pair.id, &pair.dispute))
            }
        }
    }
}

/// The places of up to `most` of some entries, each as it is shown and by what is meant. First come those
/// that begin with what was typed, then those in which a word does, then those that are shown with all of
/// its words in another order, then those that are shown with it.
#[must_use]
pub fn likeliest<N: AsRef<str>, V: AsRef<str>>(
    entries: impl IntoIterator<Item = (N, V)>,
    typed: &str,
    most: usize,
) -> Vec<usize> {
    let typed = typed_text(typed);
    let several = words(&typed).nth(1).is_some();
    let rank = |name: &str, value: &str| {
        let (name, value) = (folded(name), folded(value));
        let begins = |text: &str| text.starts_with(&typed);
        let word = |text: &str| text.contains(&typed) && words(text).any(begins);
        let each =
            |text: &str| words(&typed).all(|typed| words(text).any(|word| word.starts_with(typed)));
        match () {
            () if begins(&name) || begins(&value) => Some(0),
            () if word(&name) || word(&value) => Some(1),
            () if several && each(&name) => Some(2),
            () if name.contains(&typed) => Some(3),
            () => None,
        }
    };
    let entries = entries.into_iter().enumerate();
    let ranked = entries
        .filter_map(|(place, (name, value))| Some((rank(name.as_ref(), value.as_ref())?, place)));
    let mut ranked: Vec<(i32, usize)> = ranked.collect();
    ranked.sort_unstable();
    ranked.into_iter().take(most).map(|(_, place)| place).collect()
}

/// What was typed, as it is looked for.
fn typed_text(typed: &str) -> String {
    folded(typed.trim().trim_start_matches('/'))
}

/// Text as people type it: `guerin`, `buenos aires`.
pub(crate) fn folded(text: &str) -> String {
    fold(text).replace('_', " ")
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::tests::shipped;

    fn in_list(list: &List, typed: &str, most: usize) -> Vec<usize> {
        list.completing(&typed_text(typed), most)
    }

    #[test]
    fn what_completes_a_question_is_found_in_a_long_list_as_in_a_short() {
        let book = shipped();
        let mut long = shipped();
        let many = long.questions.len();
        while long.questions.len() < LONG {
            let more = long.questions.iter().take(many).enumerate().map(|(number, question)| {
                let id = format!("{}-{}", question.id, number + long.questions.len());
                crate::Question { id, ..question.clone() }
            });
            let more: Vec<_> = more.collect();
            long.questions.extend(more);
        }
        let names = |book: &Corpus| -> Vec<(String, String)> {
            let questions = book.questions.iter().map(|it| (&it.id, &it.text));
            let pairs = book.pairs.iter().map(|it| (&it.id, &it.dispute));
            let all = questions.chain(pairs);
            all.map(|(id, text)| (format!("{id}: {text}"), id.clone())).collect()
        };
        let mut typed: Vec<String> = [
            "",
            "g",
            "guerin-q1",
            "q1",
            "q",
            "1",
            "pair",
            "pair-1",
            "?",
            ": ",
            "/serge",
            "自",
            "zzzz",
            "e o",
            "_w",
            "s, a",
        ]
        .map(str::to_owned)
        .into();
        for (name, _) in names(&book).iter().step_by(70) {
            let letters: Vec<char> = name.chars().collect();
            for (start, length) in [(0, 4), (0, 20), (9, 3), (14, 9), (20, 12), (25, 2), (13, 1)] {
                typed.push(letters.iter().skip(start).take(length).collect());
            }
            let words: Vec<&str> = words(name).collect();
            typed.extend(words.windows(3).step_by(4).map(|it| format!("{} {}", it[2], it[0])));
            typed.push(name.clone());
        }
        for book in [&book, &long] {
            let names = names(book);
            for typed in &typed {
                let most = [25, 3][typed.len() % 2];
                let wanted = likeliest(names.iter().map(|(n, v)| (n, v)), typed, most);
                let wanted: Vec<&str> = wanted.iter().map(|at| names[*at].1.as_str()).collect();
                let found = book.questions_completing(typed, most).into_iter();
                let found: Vec<&str> = found.map(|(id, _)| id).collect();
                assert_eq!(found, wanted, "{typed} {most}");
            }
        }
        assert!(long.question_list.get().is_some() && book.question_list.get().is_none());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]
        #[test]
        fn a_list_finds_what_going_through_it_finds(
            entries in prop::collection::vec(("[abAé_,: ]{0,9}", "[ab-]{0,4}"), 0..12),
            typed in "[abé_,: /-]{0,5}",
            most in 0usize..6,
        ) {
            let names = || entries.iter().map(|(name, value)| (name.clone(), value.as_str()));
            let list = List::of(names());
            prop_assert_eq!(in_list(&list, &typed, most), likeliest(names(), &typed, most));
        }
    }
}
