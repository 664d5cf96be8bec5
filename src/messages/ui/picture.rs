//! A picture in a card. It is data: a frontend that can show pictures draws it, another one writes
//! what it says.

use serde::{Deserialize, Serialize};

use domain::record::{Standing, Touch};

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The name of its file, with an ending.
    pub file: String,
    /// What it says, for who cannot see it: at most 1,024 characters.
    pub alt: String,
    /// What is drawn.
    pub map: MapDrawing,
}

/// A theme's map, ready to be drawn. Words that the font lacks are left out: each row has a number or
/// a letter as well, and the card says the same in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapDrawing {
    /// What it is a map of.
    pub title: String,
    /// How much there is.
    pub count: String,
    /// What was asked.
    pub questions: Vec<QuestionRow>,
    /// What was read.
    pub works: Vec<WorkStrip>,
    /// What the three marks for answers mean: most agree, opinions differ, any other.
    pub answer_key: [String; 3],
    /// What the three marks for passages mean: argued over, read, never touched.
    pub passage_key: [String; 3],
}

/// A question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionRow {
    /// Its number in the card.
    pub number: usize,
    /// What was asked.
    pub words: String,
    /// Answers on which most agree.
    pub met: usize,
    /// Answers on which opinions differ.
    pub parted: usize,
    /// The other answers.
    pub other: usize,
    /// What became of it.
    pub standing: Standing,
    /// The same in words.
    pub outcome: String,
}

/// A work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkStrip {
    /// Its letter in the card.
    pub letter: char,
    /// Author and title.
    pub words: String,
    /// Its passages in their order.
    pub passages: Vec<Touch>,
}
