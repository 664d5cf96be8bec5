use super::*;
use crate::corpus::tests::shipped;
use crate::fold;

/// A corpus of quotes with these texts.
fn of(texts: &[&str]) -> Corpus {
    let mut book = Corpus::default();
    for (number, text) in texts.iter().enumerate() {
        book.quotes.push(Quote {
            id: number.to_string(),
            work: "letter".to_owned(),
            text: (*text).to_owned(),
            section: 1,
            paragraph: 1,
            themes: Vec::new(),
            speaker: Some("Łucja Œuvray".to_owned()),
            reported: None,
            context: None,
            paraphrase: None,
        });
    }
    book
}

fn ids(book: &Corpus, typed: &str) -> Vec<String> {
    let found = book.search_all(&Query::parse(typed).unwrap());
    found.into_iter().map(|quote| quote.id.clone()).collect()
}

#[test]
fn what_is_searched_for_is_found_as_people_type_it() {
    let texts = [
        "权力属于人民，自由是城市的习惯。",
        "L’État and the Straße, an œuvre of Łódź: they don’t know self-government.",
        "ประชาชนมีเสรีภาพ",
        "자유는 인민의 것이다",
        "自由は人民の手の中にある。マルクス主義",
        "Every federation was a union of workers’ councils.",
    ];
    let book = of(&texts);
    for (typed, found) in [
        ("自由", &["0", "4"][..]),
        ("「人民」", &["0", "4"]),
        ("由自", &[]),
        ("เสรีภาพ", &["2"]),
        ("자유", &["3"]),
        ("マルクス", &["4"]),
        ("oeuvre", &["1"]),
        ("strasse", &["1"]),
        ("LODZ", &["1"]),
        ("état", &["1"]),
        ("l'etat", &["1"]),
        ("don't", &["1"]),
        ("self-government", &["1"]),
        ("\"self-government\"", &["1"]),
        ("self government", &["1"]),
        ("self-gov*", &["1"]),
        ("federati*", &["5"]),
        ("federated", &["5"]),
        ("worker council*", &["5"]),
        ("\"workers councils\"", &["5"]),
        ("\"councils workers\"", &[]),
        ("nowhere", &[]),
    ] {
        assert_eq!(ids(&book, typed), found, "{typed}");
    }
    assert_eq!(ids(&book, "oeuvray").len(), texts.len());
    // The end of a text and the beginning of a name are no phrase.
    assert_eq!(ids(&book, "\"councils Łucja\""), [""; 0]);
}

#[test]
fn a_beginning_finds_what_the_word_finds() {
    let texts = [
        "They organised themselves.",
        "The universe is wide.",
        "A federal state federated.",
        "Economies of nations.",
        "An organ plays.",
    ];
    let made = of(&texts);
    for book in [&shipped(), &made] {
        for word in [
            "federation",
            "organisation",
            "organization",
            "university",
            "revolution",
            "dictatorship",
            "bureaucracy",
            "management",
            "economic",
            "centralization",
            "freedom",
            "necessity",
            "institutions",
        ] {
            let whole = ids(book, word);
            let letters: Vec<char> = word.chars().collect();
            for length in 3..letters.len() {
                let begun: String = letters.iter().take(length).collect();
                let found = ids(book, &format!("{begun}*"));
                let lost: Vec<_> = whole.iter().filter(|id| !found.contains(id)).collect();
                assert!(lost.is_empty(), "{begun}* does not find {lost:?} of {word}");
            }
        }
    }
    assert_eq!(ids(&made, "organisat*"), ["0"]);
}

#[test]
fn the_best_comes_first() {
    let book = of(&[
        "A council met in a town that had many other things to do on that day.",
        "A council, a council, and again a council.",
        "Nobody met.",
    ]);
    assert_eq!(ids(&book, "council"), ["1", "0"]);
    let any = book.search_any(&Query::parse("council nobody").unwrap());
    assert_eq!(any.len(), 3);
    assert_eq!(any[0].id, "2", "what is rare counts more");
}

proptest::proptest! {
    #[test]
    fn every_word_of_a_quote_finds_it(text in "[a-zé自由ß’\\- ]{1,40}") {
        let book = of(&[&text]);
        for word in text.split_whitespace() {
            if Query::parse(word).is_some() {
                proptest::prop_assert_eq!(ids(&book, word).len(), 1, "{}", word);
            }
        }
    }
}

/// What completes a quote by reading all of them, as [`Corpus::quotes_completing`] says.
fn by_reading(book: &Corpus, typed: &str, most: usize) -> Vec<String> {
    let typed = fold(typed.trim());
    let given: Vec<String> = words(&typed).collect();
    let rank = |quote: &Quote| {
        let own: Vec<String> = words(&quote.text).chain(words(book.voice(quote))).collect();
        let begins = |typed: &String| own.iter().any(|word| word.starts_with(typed));
        let in_id =
            quote.id.match_indices('-').any(|(at, _)| quote.id[at + 1..].starts_with(&typed));
        match () {
            () if quote.id.starts_with(&typed) => Some(0),
            () if in_id || (!given.is_empty() && given.iter().all(begins)) => Some(1),
            () if given.len() == 1 && own.iter().any(|word| word.contains(&given[0])) => Some(2),
            () => None,
        }
    };
    let ranked = book.quotes.iter().filter_map(|quote| Some((rank(quote)?, quote.id.clone())));
    let mut ranked: Vec<(i32, String)> = ranked.collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.into_iter().take(most).map(|(_, id)| id).collect()
}

#[test]
fn what_completes_a_quote_is_found_without_reading_all() {
    let book = shipped();
    let first = &book.quotes[0];
    let shown = format!("{}: {}", first.id, first.text);
    assert_eq!(book.quotes_completing(&shown, 25), [first]);
    let mut typed: Vec<String> =
        ["", "g", "guerin-1", "1", "23", "se", "serge", "narch", "?", "zzzz", "自"]
            .map(str::to_owned)
            .into();
    for quote in book.quotes.iter().step_by(11) {
        let words: Vec<&str> = quote.text.split(' ').collect();
        typed.extend(words.iter().take(4).map(|word| (*word).to_owned()));
        typed.extend(words.iter().take(4).map(|word| word.chars().take(2).collect()));
        typed.extend(words.windows(2).take(4).map(|two| format!("{} {}", two[1], &two[0])));
    }
    for typed in typed {
        for most in [3, 25, 1000] {
            let found = book.quotes_completing(&typed, most).into_iter();
            let found: Vec<String> = found.map(|quote| quote.id.clone()).collect();
            assert_eq!(found, by_reading(&book, &typed, most), "{typed} {most}");
        }
    }
}
