use proptest::prelude::*;

use super::*;

mod book;
mod changes;

use book::{ALPHA, BETA, GLOSSARY, PAIRS, PLANS, PROMPTS, STANCES, THEMES};
use changes::CHANGES;

const BOOK: [(&str, &str); 4] = [
    ("corpus/themes.toml", THEMES),
    ("corpus/stances.toml", STANCES),
    ("corpus/beta.toml", BETA),
    ("corpus/alpha.toml", ALPHA),
];

/// What helps a group, in files beside it.
const AIDS: [(&str, &str); 4] = [
    ("corpus/prompts.toml", PROMPTS),
    ("corpus/pairs.toml", PAIRS),
    ("corpus/plans.toml", PLANS),
    ("corpus/glossary.toml", GLOSSARY),
];

/// The book with the files beside it.
fn with_aids() -> impl Iterator<Item = (&'static str, &'static str)> {
    BOOK.into_iter().chain(AIDS)
}

/// The book that ships.
pub(crate) fn shipped() -> Corpus {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../corpus");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<(String, String)> = files
        .map(|path| (path.display().to_string(), std::fs::read_to_string(path).unwrap()))
        .collect();
    parse(&files).unwrap()
}

/// The book with the first `old` in the file of that stem replaced.
fn with(stem: &str, old: &str, new: &str) -> Vec<(String, String)> {
    let file = format!("corpus/{stem}.toml");
    let mut found = false;
    let aids = AIDS.iter().any(|(name, _)| *name == file);
    let files = with_aids().take(if aids { BOOK.len() + AIDS.len() } else { BOOK.len() });
    let files = files.map(|(name, text)| {
        let text = if name == file && text.contains(old) {
            found = true;
            text.replacen(old, new, 1)
        } else {
            text.to_owned()
        };
        (name.to_owned(), text)
    });
    let files = files.collect();
    assert!(found, "no {old:?} in {file}");
    files
}

fn parse(files: &[(String, String)]) -> Result<Corpus, Mistakes> {
    Corpus::parse(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))
}

fn said(files: &[(String, String)]) -> String {
    parse(files).map_or_else(|mistakes| mistakes.to_string(), |_| String::new())
}

#[test]
fn a_whole_book() {
    let corpus = Corpus::parse(BOOK).unwrap();
    let ids = |quotes: &[Quote]| quotes.iter().map(|quote| quote.id.clone()).collect::<Vec<_>>();
    // In the order of the files' names, whatever order they came in.
    assert_eq!(ids(corpus.quotes()), ["alpha-1", "alpha-2", "beta-1"]);
    assert_eq!(corpus.themes().len(), 2);
    assert_eq!(corpus.authors(), ["Ana Alpha", "Ben Beta", "Otto Other"]);
    assert_eq!(corpus.work("beta").unwrap().translator.as_deref(), Some("Tess Translator"));
    assert_eq!(corpus.theme("power").unwrap().terms, ["power", "the state"]);
    assert_eq!(corpus.voice(corpus.quote("alpha-2").unwrap()), "Otto Other");
    assert_eq!(corpus.voice(corpus.quote("beta-1").unwrap()), "Ben Beta");
    assert_eq!(corpus.question("alpha-q2").unwrap().place, Some((2, 4)));
    assert_eq!(corpus.question("alpha-q1").unwrap().place, None);
    assert_eq!(corpus.problems()[0].stances[0].current, Current::Libertarian);
    assert_eq!(corpus.problems()[0].answers[0].work, "beta");
    assert!(corpus.quote("power").is_none() && corpus.theme("alpha-1").is_none());
}

#[test]
fn a_book_from_before_pairs_and_plans_still_loads() {
    let old = ["themes.toml", "alpha.toml", "beta.toml"];
    let files = BOOK.into_iter().filter(|(name, _)| old.iter().any(|old| name.ends_with(old)));
    let book = Corpus::parse(files).unwrap();
    assert!(book.problems().is_empty() && book.pairs().is_empty() && book.plans().is_empty());
    let quote = book.quote("alpha-1").unwrap();
    assert_eq!((&quote.reported, &quote.context, &quote.paraphrase), (&None, &None, &None));
    assert_eq!(book.question("alpha-q1").unwrap().level, None);
    assert_eq!(book.work("alpha").unwrap().date().as_deref(), Some("1958"));
    assert_eq!(book.work("beta").unwrap().date().as_deref(), Some("44 BC"));
    assert_eq!(book.name_of(Current::Libertarian), "libertarian");
}

#[test]
fn what_helps_a_group_is_read() {
    let book = Corpus::parse(with_aids()).unwrap();
    let pair = book.pair("pair-1").unwrap();
    assert_eq!(book.quotes_of(pair).unwrap().map(|quote| quote.id.as_str()), pair.quotes);
    assert_eq!(book.pair_in(book.question("beta-q1").unwrap()), Some(pair));
    assert_eq!(book.pair_in(book.question("alpha-q1").unwrap()), None);
    assert_eq!(book.prompt("closer-1").unwrap().moment, Moment::Closer);
    let plan = book.plan("first-hour").unwrap();
    assert_eq!(plan.minutes(), 60);
    assert_eq!(plan.reading, [Assignment { work: "alpha".into(), first: 3, last: 9 }]);
    let stages: Vec<_> = plan.steps.iter().map(|step| book.stage(&step.subject)).collect();
    let expected = [Stage::Opener, Stage::Close, Stage::Debate, Stage::Comparison];
    assert_eq!(stages, expected.map(Some));
    assert_eq!(book.stage(&Subject::Question("gone".into())), None);
    assert_eq!(book.dates().iter().map(|date| date.year).collect::<Vec<_>>(), [1793, 1871]);
}

#[test]
fn a_reading_can_bring_its_own_pairs_and_plans() {
    let rest = with_aids().filter(|(name, _)| !name.ends_with("plans.toml"));
    let gamma = BETA.replace("beta", "gamma").replace("What do the two", "What do they") + PLANS;
    let mut files: Vec<(&str, &str)> = rest.collect();
    files.push(("corpus/gamma.toml", &gamma));
    let book = Corpus::parse(files).unwrap();
    assert_eq!(book.plans().len(), 1);
    assert!(book.work("gamma").is_some());
}

#[test]
fn the_people_and_words_that_a_text_names_are_found() {
    let book = Corpus::parse(with_aids()).unwrap();
    for (text, named) in [
        ("The Paris Commune was no commune of Alpha’s.", vec!["paris-commune", "commune", "ana"]),
        ("Communes, communes!", vec!["commune"]),
        ("Ana Alpha and Alpha are one.", vec!["ana"]),
        ("Alphabets and an alpha in Paris", vec![]),
        ("", vec![]),
    ] {
        let found: Vec<&str> = book.named_in(text).iter().map(|gloss| gloss.id.as_str()).collect();
        assert_eq!(found, named, "{text}");
    }
}

#[test]
fn one_mistake() {
    let mut unlike = Vec::new();
    for (stem, old, new, expected) in CHANGES {
        let expected = match *expected {
            "" => String::new(),
            expected => format!("{stem}.toml:{expected}"),
        };
        let said = said(&with(stem, old, new)).replace("corpus/", "");
        if said != expected.replace("corpus/", "") {
            unlike.push(format!("{old} -> {new}\n  said: {said}\n  not:  {expected}"));
        }
    }
    assert!(unlike.is_empty(), "{}", unlike.join("\n"));
}

#[test]
fn lengths() {
    let quote = "The state will not go quietly, whatever its friends may say.";
    for (length, said_of_it) in [
        (499, ""),
        (500, ""),
        (501, "corpus/alpha.toml:26: the quote has 501 characters, but should have at most 500"),
    ] {
        let long: String = "é".repeat(length);
        assert_eq!(said(&with("alpha", quote, &long)), said_of_it);
    }
    let question = "Who is free?";
    let told = said(&with("alpha", question, &"é".repeat(301)));
    assert!(told.ends_with("the question has 301 characters, but should have at most 300"));
}

#[test]
fn broken_syntax_is_told_without_what_follows_from_it() {
    // Another entry asks for the quote on the broken line; that is no second mistake.
    let broken = with("alpha", "id = \"alpha-2\"", "id = \"alpha-2");
    assert_eq!(said(&broken), "corpus/alpha.toml:32: invalid basic string, expected `\"`");
    // The mistakes of other files are told all the same.
    let mut broken = with("alpha", "id = \"alpha-2\"", "id = ");
    broken[0].1 = broken[0].1.replace("about = \"Who rules.\"", "about = 3");
    let told = said(&broken);
    assert_eq!(told.lines().count(), 2, "{told}");
    assert!(told.contains("alpha.toml:32: "), "{told}");
    assert!(told.contains("themes.toml:4: `about` is an integer"), "{told}");
    // An array that is never closed swallows the rest of the file.
    let told = said(&with("alpha", "themes = [\"power\", \"liberty\"]", "themes = [\"power\""));
    assert!(told.starts_with("corpus/alpha.toml:31: "), "{told}");
    assert!(told.ends_with("lines more, which may follow from this)"), "{told}");
    assert_eq!(told.lines().count(), 5, "{told}");
}

#[test]
fn no_book_at_all() {
    let told = Corpus::parse([]).unwrap_err().to_string();
    assert_eq!(
        told,
        "themes.toml:1: there has to be a theme, [[theme]], in `themes.toml`\n\
         themes.toml:1: there has to be a work, in a file of its own beside `themes.toml`"
    );
    let told = Corpus::parse([("book/themes.toml", ""), ("book/a.toml", "")]).unwrap_err();
    assert_eq!(
        told.to_string(),
        "book/a.toml:1: the table [work] is missing\n\
         book/a.toml:1: the work has to have a section, [[section]]\n\
         book/themes.toml:1: there has to be a theme, [[theme]], in `themes.toml`"
    );
    let told = Corpus::parse([("notes.txt", "hello")]).unwrap_err();
    assert_eq!(told.to_string(), "notes.txt:1: the name of a corpus file ends in `.toml`");
}

#[test]
fn ten_mistakes_in_one_go() {
    let files = [
        ("themes.toml", THEMES.replace("name = \"Power\"", "nmae = \"Power\"")),
        (
            "beta.toml",
            BETA.replace("\"beta-1\"\ntext", "\"alpha-1\"\ntext").replace("-44", "44000"),
        ),
        ("stances.toml", STANCES.replace("libertarian", "liberal").replace("\"alpha-2\"", "\"x\"")),
        (
            "alpha.toml",
            ALPHA
                .replace("author = \"Ana Alpha\"\n", "")
                .replace("paragraph = 9", "paragraph = 10")
                .replace("[\"power\", \"liberty\"]", "[\"power\", 7]")
                .replace("kind = \"body\"", "kind = \"bdy\"")
                .replace("follow_ups = [\"What would make it go?\"]", "follow_ups = []"),
        ),
        ("gamma.toml", "[work\nid = 3".to_owned()),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text));
    insta::assert_snapshot!(said(&files), @"
    alpha.toml:1: `author` is missing
    alpha.toml:19: `kind` is `bdy`, but should be `body`, `introduction` or `notes`; did you mean `body`?
    alpha.toml:28: `themes` has an integer in it, but should be a list of strings
    alpha.toml:34: paragraph 10 is not in section 2, which has 3 to 9
    alpha.toml:44: `follow_ups` has 0 entries, but should have 1 to 2
    beta.toml:5: `year` is 44000, but should be from -3000 to 2100
    beta.toml:19: the id `alpha-1` is a quote's already, alpha.toml:24
    gamma.toml:1: unclosed table, expected `]`
    stances.toml:9: `current` is `liberal`, but should be `authoritarian`, `libertarian` or `marxist`; did you mean `libertarian`?
    themes.toml:3: unknown key `nmae`; did you mean `name`?
    ");
}

#[test]
fn depth_brings_it_down_no_more_than_length() {
    for (head, deep) in [("a = ", "["), ("a = ", "{b="), ("", "a."), ("[", "a."), ("", "[[")] {
        let text = format!("{head}{}", deep.repeat(50_000));
        assert!(Corpus::parse([("themes.toml", text.as_str())]).is_err());
    }
}

proptest! {
    #[test]
    fn no_text_brings_it_down(themes in any::<String>(), work in "\\PC*", stances in any::<String>()) {
        let files = [("themes.toml", &themes), ("w.toml", &work), ("stances.toml", &stances)];
        let _ = Corpus::parse(files.map(|(name, text)| (name, text.as_str())));
    }

    #[test]
    fn no_damage_brings_it_down(
        file in 0..BOOK.len() + AIDS.len(),
        at in any::<prop::sample::Index>(),
        cut in 0..40_usize,
        put in "[\\[\\]{}\"'=.,#0-9a-z\\n\\\\ é\u{301}]{0,12}",
    ) {
        let mut files: Vec<_> = with_aids().map(|(name, text)| (name, text.to_owned())).collect();
        let text = &mut files[file].1;
        let from = text.floor_char_boundary(at.index(text.len()));
        let to = text.ceil_char_boundary((from + cut).min(text.len()));
        text.replace_range(from..to, &put);
        if let Err(mistakes) = Corpus::parse(files.iter().map(|(name, text)| (*name, text.as_str()))) {
            prop_assert!(!mistakes.as_slice().is_empty());
            for mistake in mistakes.as_slice() {
                let lines = files.iter().find(|(name, _)| *name == mistake.file);
                let lines = lines.map_or(1, |(_, text)| text.split('\n').count());
                prop_assert!((1..=lines).contains(&mistake.line), "{mistake}");
            }
        }
    }
}
