//! The map of a theme or a seminar: its picture, and the same in words.

use super::ui::limits::{ATTACHMENT_DESCRIPTION, length};
use super::ui::spoiler::concealed;
use super::ui::{
    Block, Key, MapDrawing, Picture, QuestionRow, Text, WorkStrip, string, text, truncate,
};
use domain::record::{MappedQuestion, MappedWork, Standing, ThemeMap, Touch};

/// Questions in a picture: with more it is no longer read on a phone.
const QUESTIONS: usize = 10;
/// Works in a picture and in the list under it.
const WORKS: usize = 3;

/// The picture of a map. Where nothing was asked there is none.
#[must_use]
pub fn picture(title: &str, map: &ThemeMap) -> Option<Picture> {
    if map.questions.is_empty() {
        return None;
    }
    let answers = map.questions.iter().map(|question| question.answers).sum();
    let count = count(map.questions.len(), answers);
    let drawn = (map.questions.len() > QUESTIONS).then_some(QUESTIONS);
    let count = string!("map-drawn", count = count, drawn = drawn);
    let questions = map.questions.iter().take(QUESTIONS).zip(1..);
    let drawing = MapDrawing {
        title: concealed(title),
        questions: questions.map(|(question, number)| row(question, number)).collect(),
        works: works(map).map(|(letter, work)| strip(work, letter)).collect(),
        answer_key: [string!("map-met"), string!("map-parted"), string!("map-other")],
        passage_key: [string!("map-argued"), string!("map-read"), string!("map-untouched")],
        count: count.clone(),
    };
    Some(Picture { file: FILE.to_owned(), alt: alt(title, &count, map), map: drawing })
}

/// The name of its file.
const FILE: &str = "map.png";

/// "3 questions · 12 answers".
#[must_use]
pub fn count(questions: usize, answers: usize) -> String {
    string!("map-count", questions = questions, answers = answers)
}

/// The works of a map with what was read of each, by the letters of the picture.
#[must_use]
pub fn passages(map: &ThemeMap) -> Vec<Block> {
    let line = |(letter, work): (char, &MappedWork)| {
        text!(
            "map-passages-line",
            letter = letter.to_string(),
            author = &work.author,
            title = &work.title,
            argued = work.count(Touch::Argued),
            read = work.count(Touch::Read),
            untouched = work.count(Touch::Untouched),
        )
    };
    let lines: Vec<Text> = works(map).map(line).collect();
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::Text(text!("map-passages")), Block::List(lines)]
}

fn works(map: &ThemeMap) -> impl Iterator<Item = (char, &MappedWork)> {
    ('A'..='Z').zip(&map.works).take(WORKS)
}

fn row(question: &MappedQuestion, number: usize) -> QuestionRow {
    let MappedQuestion { answers, met, parted, standing, .. } = *question;
    QuestionRow {
        number,
        words: concealed(&question.text),
        met,
        parted,
        other: answers.saturating_sub(met + parted),
        standing,
        outcome: string!("map-standing", standing = key(standing)),
    }
}

fn strip(work: &MappedWork, letter: char) -> WorkStrip {
    let words = string!("map-work", author = &work.author, title = &work.title);
    WorkStrip { letter, words, passages: work.passages.clone() }
}

/// What the picture says: whole sentences, as many as fit.
fn alt(title: &str, count: &str, map: &ThemeMap) -> String {
    let question = |(question, number): (&MappedQuestion, usize)| {
        string!(
            "map-alt-question",
            number = number,
            answers = question.answers,
            met = question.met,
            parted = question.parted,
            standing = key(question.standing),
        )
    };
    let work = |(_, work): (char, &MappedWork)| {
        string!(
            "map-alt-work",
            author = &work.author,
            title = &work.title,
            argued = work.count(Touch::Argued),
            read = work.count(Touch::Read),
            untouched = work.count(Touch::Untouched),
        )
    };
    let title = truncate(&concealed(title), ATTACHMENT_DESCRIPTION / 4);
    let mut alt = string!("map-alt-title", title = title, count = count);
    let questions = map.questions.iter().take(QUESTIONS).zip(1..).map(question);
    for sentence in questions.chain(works(map).map(work)) {
        if length(&alt) + 1 + length(&sentence) > ATTACHMENT_DESCRIPTION {
            break;
        }
        alt.push(' ');
        alt.push_str(&sentence);
    }
    alt
}

fn key(standing: Standing) -> Key {
    Key(match standing {
        Standing::Agreed => "agreed",
        Standing::Dissent => "dissent",
        Standing::Answered => "answered",
        Standing::Unanswered => "unanswered",
        Standing::Open => "open",
    })
}
