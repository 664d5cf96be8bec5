//! What a picture shows, and that any words give one.

use super::*;
use crate::messages::ui::{MapDrawing, QuestionRow, WorkStrip};
use domain::record::{Standing, Touch};

fn row(number: usize, words: &str, answers: [usize; 3], standing: Standing) -> QuestionRow {
    let [met, parted, other] = answers;
    let outcome = format!("{standing:?}").to_lowercase();
    QuestionRow { number, words: words.to_owned(), met, parted, other, standing, outcome }
}

fn picture(title: &str, questions: Vec<QuestionRow>, works: &[(&str, &[Touch])]) -> Picture {
    let strip = |((words, passages), letter): (&(&str, &[Touch]), char)| WorkStrip {
        letter,
        words: (*words).to_owned(),
        passages: passages.to_vec(),
    };
    let map = MapDrawing {
        title: title.to_owned(),
        count: "2 questions · 7 answers".to_owned(),
        questions,
        works: works.iter().zip('A'..).map(strip).collect(),
        answer_key: ["most agree", "opinions differ", "other answers"].map(str::to_owned),
        passage_key: ["argued over", "read", "not touched"].map(str::to_owned),
    };
    Picture { file: "map.png".to_owned(), alt: "A map.".to_owned(), map }
}

/// Width and height, as the head of a PNG has them.
fn size(png: &[u8]) -> (u32, u32) {
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    (number(16), number(20))
}

fn words(svg: &str) -> Vec<String> {
    let texts = svg.split("</text>").filter_map(|part| part.rsplit_once('>'));
    texts.map(|(_, words)| words.to_owned()).filter(|words| !words.trim().is_empty()).collect()
}

#[test]
fn a_map_shows_questions_and_passages() {
    use Touch::{Argued, Read, Untouched};
    let questions = vec![
        row(1, "Who rules & why?", [2, 1, 1], Standing::Dissent),
        row(2, "Кто правит?", [0, 0, 3], Standing::Open),
    ];
    let drawn = picture("Power", questions, &[("Guérin, Anarchism", &[Argued, Read, Untouched])]);
    let svg = svg(&drawn).unwrap();
    assert_eq!(
        words(&svg),
        [
            "Power",
            "2 questions · 7 answers",
            "1",
            "Who rules &amp; why?",
            "4",
            "dissent",
            "2",
            "Кто правит?",
            "3",
            "open",
            "A",
            "Guérin, Anarchism",
            "most agree",
            "opinions differ",
            "other answers",
            "argued over",
            "read",
            "not touched",
        ]
    );
    insta::assert_snapshot!(svg.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n"), @r##"
    <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="860" font-family="Noto Sans">
    <rect width="1200" height="860" fill="#fbfaf6"/>
    <text x="56" y="104" font-size="60" font-weight="700" fill="#23211d" text-anchor="start">Power</text>
    <text x="56" y="164" font-size="40" font-weight="400" fill="#5d584e" text-anchor="start">2 questions · 7 answers</text>
    <path d="M56 192H1144" stroke="#d9d3c5" stroke-width="3"/>
    <path d="M56 592H1144" stroke="#d9d3c5" stroke-width="3"/>
    <text x="56" y="266" font-size="44" font-weight="700" fill="#23211d" text-anchor="start">1</text>
    <text x="128" y="266" font-size="40" font-weight="400" fill="#23211d" text-anchor="start">Who rules &amp; why?</text>
    <rect x="128" y="292" width="40" height="40" fill="#2c6148"/>
    <rect x="176" y="292" width="40" height="40" fill="#2c6148"/>
    <path d="M224 292V332H264Z" fill="#8f2d2d"/>
    <rect x="226.0" y="294.0" width="36" height="36" fill="none" stroke="#8f2d2d" stroke-width="4"/>
    <rect x="274.0" y="294.0" width="36" height="36" fill="none" stroke="#5d584e" stroke-width="4"/>
    <text x="332" y="326" font-size="36" font-weight="700" fill="#23211d" text-anchor="start">4</text>
    <circle cx="984" cy="312" r="18" fill="#2c6148"/>
    <path d="M975 313l6 7 12-14" fill="none" stroke="#fbfaf6" stroke-width="5"/>
    <path d="M997 309l13 13-13 13-13-13z" fill="#8f2d2d" stroke="#fbfaf6" stroke-width="4"/>
    <text x="1144" y="325" font-size="36" font-weight="400" fill="#23211d" text-anchor="end">dissent</text>
    <text x="56" y="414" font-size="44" font-weight="700" fill="#23211d" text-anchor="start">2</text>
    <text x="128" y="414" font-size="40" font-weight="400" fill="#23211d" text-anchor="start">Кто правит?</text>
    <rect x="130.0" y="442.0" width="36" height="36" fill="none" stroke="#5d584e" stroke-width="4"/>
    <rect x="178.0" y="442.0" width="36" height="36" fill="none" stroke="#5d584e" stroke-width="4"/>
    <rect x="226.0" y="442.0" width="36" height="36" fill="none" stroke="#5d584e" stroke-width="4"/>
    <text x="284" y="474" font-size="36" font-weight="700" fill="#23211d" text-anchor="start">3</text>
    <circle cx="1019" cy="460" r="16" fill="none" stroke="#5d584e" stroke-width="4"/>
    <path d="M1010 458h4v4h-4zM1017 458h4v4h-4zM1024 458h4v4h-4z" fill="#5d584e"/>
    <text x="1144" y="473" font-size="36" font-weight="400" fill="#23211d" text-anchor="end">open</text>
    <text x="56" y="666" font-size="44" font-weight="700" fill="#23211d" text-anchor="start">A</text>
    <text x="128" y="666" font-size="40" font-weight="400" fill="#23211d" text-anchor="start">Guérin, Anarchism</text>
    <rect x="128" y="688" width="24" height="48" fill="#23211d"/>
    <rect x="164" y="710" width="24" height="26" fill="#23211d"/>
    <rect x="200" y="728" width="24" height="8" fill="#5d584e"/>
    <rect x="128" y="524" width="34" height="34" fill="#2c6148"/>
    <text x="176" y="554" font-size="36" font-weight="400" fill="#5d584e" text-anchor="start">most agree</text>
    <path d="M409 524V558H443Z" fill="#8f2d2d"/>
    <rect x="411.0" y="526.0" width="30" height="30" fill="none" stroke="#8f2d2d" stroke-width="4"/>
    <text x="457" y="554" font-size="36" font-weight="400" fill="#5d584e" text-anchor="start">opinions differ</text>
    <rect x="746.0" y="526.0" width="30" height="30" fill="none" stroke="#5d584e" stroke-width="4"/>
    <text x="792" y="554" font-size="36" font-weight="400" fill="#5d584e" text-anchor="start">other answers</text>
    <rect x="136" y="764" width="16" height="34" fill="#23211d"/>
    <text x="176" y="794" font-size="36" font-weight="400" fill="#5d584e" text-anchor="start">argued over</text>
    <rect x="431" y="780" width="16" height="18" fill="#23211d"/>
    <text x="471" y="794" font-size="36" font-weight="400" fill="#5d584e" text-anchor="start">read</text>
    <rect x="597" y="790" width="16" height="8" fill="#5d584e"/>
    <text x="637" y="794" font-size="36" font-weight="400" fill="#5d584e" text-anchor="start">not touched</text>
    </svg>
    "##);
    let png = png(&drawn).unwrap();
    assert_eq!(size(&png).0, 1_200);
    assert!(png.len() < 200_000, "{}", png.len());
    assert_eq!(png, super::png(&drawn).unwrap(), "a second attempt sends the same file");
}

#[test]
fn words_that_the_font_lacks_are_left_out_and_their_numbers_stay() {
    let questions = vec![
        row(1, "权力属于谁？", [1, 0, 0], Standing::Agreed),
        row(2, "مَن يحكم؟", [0, 1, 0], Standing::Answered),
        row(3, "Who ▇▇▇ and \u{202e}why", [0, 0, 0], Standing::Unanswered),
    ];
    let drawn = picture("צדק", questions, &[("孙子兵法", &[Touch::Read])]);
    let svg = svg(&drawn).unwrap();
    let shown = words(&svg);
    assert_eq!(
        shown[..9],
        ["2 questions · 7 answers", "1", "1", "agreed", "2", "1", "answered", "3", "0",]
    );
    assert!(shown.contains(&"A".to_owned()));
    png(&drawn).unwrap();
}

#[test]
fn every_word_of_the_messages_is_in_the_font() {
    let map = domain::record::ThemeMap {
        questions: [
            Standing::Agreed,
            Standing::Dissent,
            Standing::Answered,
            Standing::Unanswered,
            Standing::Open,
        ]
        .map(|standing| domain::record::MappedQuestion {
            text: "Why?".to_owned(),
            answers: 3,
            met: 1,
            parted: 1,
            standing,
        })
        .to_vec(),
        works: Vec::new(),
    };
    let drawn = crate::messages::map::picture("Power", &map).unwrap();
    let MapDrawing { answer_key, passage_key, questions, .. } = drawn.map;
    let outcomes = questions.into_iter().map(|row| row.outcome);
    for words in answer_key.into_iter().chain(passage_key).chain(outcomes) {
        assert!(font::width(&words, 36, font::Weight::Regular).is_some(), "{words}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(16))]
    #[test]
    fn any_words_and_counts_make_a_picture(
        title in ".{0,80}",
        texts in proptest::collection::vec(".{0,200}", 1..11),
        counts in proptest::array::uniform3(0_usize..400),
        passages in 0_usize..2_000,
    ) {
        let questions = texts.iter().zip(1..);
        let questions = questions.map(|(text, number)| row(number, text, counts, Standing::Open));
        let touches = vec![Touch::Argued; passages];
        let drawn = picture(&title, questions.collect(), &[(&title, &touches)]);
        let (width, height) = size(&png(&drawn).unwrap());
        proptest::prop_assert_eq!(width, 1_200);
        proptest::prop_assert!((200..1_400).contains(&height), "{}", height);
    }
}

#[test]
fn the_picture_in_the_docs_is_one_of_these() {
    use Touch::{Argued, Read, Untouched};
    let questions = [
        ("What should replace the state that was overthrown?", [4, 2, 3], Standing::Agreed),
        ("Who watches those who plan for everybody?", [2, 3, 2], Standing::Dissent),
        ("Which abuse would a recall by the electors stop?", [0, 1, 4], Standing::Answered),
        ("What could we try out before we meet again?", [0, 0, 3], Standing::Open),
    ];
    let mapped = questions.map(|(text, [met, parted, other], standing)| {
        let answers = met + parted + other;
        domain::record::MappedQuestion { text: text.to_owned(), answers, met, parted, standing }
    });
    let passages = |argued: &[usize], read: &[usize], all: usize| {
        let touch = |at| match at {
            at if argued.contains(&at) => Argued,
            at if read.contains(&at) => Read,
            _ => Untouched,
        };
        (0..all).map(touch).collect()
    };
    let work = |author: &str, title: &str, passages| {
        let (author, title) = (author.to_owned(), title.to_owned());
        domain::record::MappedWork { author, title, passages }
    };
    let works = vec![
        work("Daniel Guérin", "Three Problems of the Revolution", passages(&[2, 3, 9], &[14], 23)),
        work("Victor Serge", "Planned Economies", passages(&[0, 1, 2, 11], &[6, 16], 17)),
    ];
    let map = domain::record::ThemeMap { questions: mapped.to_vec(), works };
    let drawn = crate::messages::map::picture("On power", &map).unwrap();
    let png = png(&drawn).unwrap();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/map.png");
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &png).unwrap();
    }
    let shown = std::fs::read(path).unwrap();
    assert_eq!(size(&shown), size(&png), "write it anew: UPDATE_DOCS=1 cargo test --lib");
}
