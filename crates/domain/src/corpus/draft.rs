//! The corpus as its files have it: each value with its place, and some of them missing.

use super::glossary::GlossaryDraft;
use super::mistake::Spot;
use super::pair::{self, PairDraft};
use super::plan::{self, PlanDraft};
use super::prompt::{self, PromptDraft};
use super::read::{At, Field, Fields};
use super::{Current, Kind, Level, SectionKind};

/// Everything that was read, in the order of the files.
#[derive(Debug, Default)]
pub(super) struct Draft {
    /// Where `themes.toml` starts, if there is one.
    pub(super) themes_spot: Option<Spot>,
    pub(super) themes: Vec<ThemeDraft>,
    pub(super) works: Vec<WorkDraft>,
    pub(super) problems: Vec<ProblemDraft>,
    pub(super) stances: Vec<StanceDraft>,
    pub(super) answers: Vec<AnswerDraft>,
    pub(super) currents: Vec<CurrentDraft>,
    pub(super) pairs: Vec<PairDraft>,
    pub(super) plans: Vec<PlanDraft>,
    pub(super) prompts: Vec<PromptDraft>,
    pub(super) glossary: GlossaryDraft,
}

#[derive(Debug)]
pub(super) struct ThemeDraft {
    pub(super) id: Field<String>,
    pub(super) name: Field<String>,
    pub(super) about: Field<String>,
    pub(super) terms: Field<Vec<At<String>>>,
}

/// A whole work file.
#[derive(Debug)]
pub(super) struct WorkDraft {
    /// The stem of its file.
    pub(super) stem: String,
    /// Its first line.
    pub(super) spot: Spot,
    pub(super) head: Option<HeadDraft>,
    /// Whether there is anything called `work`, if only of the wrong type.
    pub(super) has_head: bool,
    pub(super) sections: Vec<SectionDraft>,
    pub(super) quotes: Vec<QuoteDraft>,
    pub(super) questions: Vec<QuestionDraft>,
    /// The whole text, if the operator has it.
    pub(super) paragraphs: Vec<ParagraphDraft>,
    pub(super) notes: Vec<NoteDraft>,
}

#[derive(Debug)]
pub(super) struct ParagraphDraft {
    pub(super) number: Field<u16>,
    pub(super) text: Field<String>,
}

#[derive(Debug)]
pub(super) struct NoteDraft {
    pub(super) label: Field<String>,
    pub(super) paragraph: Field<u16>,
    pub(super) marked_in: Field<u16>,
    pub(super) by_editor: Field<bool>,
}

/// The `[work]` table.
#[derive(Debug)]
pub(super) struct HeadDraft {
    pub(super) id: Field<String>,
    pub(super) title: Field<String>,
    pub(super) author: Field<String>,
    pub(super) year: Field<i16>,
    pub(super) dated: Field<String>,
    pub(super) translator: Field<String>,
    pub(super) language: Field<String>,
    pub(super) source: Field<String>,
    pub(super) rights: Field<String>,
}

#[derive(Debug)]
pub(super) struct SectionDraft {
    pub(super) number: Field<u16>,
    pub(super) title: Field<String>,
    pub(super) kind: Field<SectionKind>,
    pub(super) first: Field<u16>,
    pub(super) last: Field<u16>,
}

#[derive(Debug)]
pub(super) struct QuoteDraft {
    pub(super) id: Field<String>,
    pub(super) text: Field<String>,
    pub(super) section: Field<u16>,
    pub(super) paragraph: Field<u16>,
    pub(super) themes: Field<Vec<At<String>>>,
    pub(super) speaker: Field<String>,
    pub(super) reported: Field<String>,
    pub(super) context: Field<String>,
    pub(super) paraphrase: Field<String>,
}

#[derive(Debug)]
pub(super) struct QuestionDraft {
    pub(super) id: Field<String>,
    pub(super) kind: Field<Kind>,
    pub(super) theme: Field<String>,
    pub(super) text: Field<String>,
    pub(super) quotes: Field<Vec<At<String>>>,
    pub(super) follow_ups: Field<Vec<At<String>>>,
    pub(super) level: Field<Level>,
    pub(super) context: Field<String>,
    /// Read for the author's own questions, and unknown keys in all others.
    pub(super) place: Option<(Field<u16>, Field<u16>)>,
    /// Read as the place is.
    pub(super) speaker: Field<String>,
}

#[derive(Debug)]
pub(super) struct ProblemDraft {
    pub(super) id: Field<String>,
    pub(super) title: Field<String>,
    pub(super) about: Field<String>,
}

#[derive(Debug)]
pub(super) struct StanceDraft {
    pub(super) id: Field<String>,
    pub(super) problem: Field<String>,
    pub(super) current: Field<Current>,
    pub(super) text: Field<String>,
    pub(super) quotes: Field<Vec<At<String>>>,
    pub(super) against: Field<Vec<At<String>>>,
}

/// What a current is called, where its plain name would take a side.
#[derive(Debug)]
pub(super) struct CurrentDraft {
    pub(super) current: Field<Current>,
    pub(super) name: Field<String>,
    pub(super) about: Field<String>,
}

#[derive(Debug)]
pub(super) struct AnswerDraft {
    pub(super) problem: Field<String>,
    pub(super) work: Field<String>,
    pub(super) text: Field<String>,
    pub(super) quotes: Field<Vec<At<String>>>,
}

const SECTION_KINDS: &[(&str, SectionKind)] = &[
    ("body", SectionKind::Body),
    ("introduction", SectionKind::Introduction),
    ("notes", SectionKind::Notes),
];

/// Whether a note is the editors'.
const VOICES: &[(&str, bool)] = &[("author", false), ("editor", true)];

const KINDS: &[(&str, Kind)] = &[
    ("close", Kind::Close),
    ("comparison", Kind::Comparison),
    ("application", Kind::Application),
    ("author", Kind::Author),
];

const LEVELS: &[(&str, Level)] =
    &[("easy", Level::Easy), ("middle", Level::Middle), ("text", Level::Text)];

const CURRENTS: &[(&str, Current)] = &[
    ("authoritarian", Current::Authoritarian),
    ("libertarian", Current::Libertarian),
    ("marxist", Current::Marxist),
];

/// From before the first alphabet to after our time; there is no year 0.
pub(super) const YEARS: (i16, i16) = (-3000, 2100);

impl Draft {
    /// Reads `themes.toml`.
    pub(super) fn read_themes(&mut self, file: &mut Fields<'_>) {
        self.themes_spot = Some(file.spot());
        self.themes.extend(file.tables("theme", |theme| ThemeDraft {
            id: theme.text("id"),
            name: theme.text("name"),
            about: theme.text("about"),
            terms: theme.texts("terms"),
        }));
    }

    /// Reads `stances.toml`.
    pub(super) fn read_stances(&mut self, file: &mut Fields<'_>) {
        self.problems.extend(file.tables("problem", |problem| ProblemDraft {
            id: problem.text("id"),
            title: problem.text("title"),
            about: problem.text("about"),
        }));
        self.stances.extend(file.tables("stance", |stance| StanceDraft {
            id: stance.text("id"),
            problem: stance.text("problem"),
            current: stance.choice("current", CURRENTS),
            text: stance.text("text"),
            quotes: stance.texts("quotes"),
            against: stance.optional_texts("against"),
        }));
        self.currents.extend(file.tables("current", |current| CurrentDraft {
            current: current.choice("current", CURRENTS),
            name: current.text("name"),
            about: current.optional_text("about"),
        }));
        self.answers.extend(file.tables("answer", |answer| AnswerDraft {
            problem: answer.text("problem"),
            work: answer.text("work"),
            text: answer.text("text"),
            quotes: answer.texts("quotes"),
        }));
    }

    /// Reads the file of a work.
    pub(super) fn read_work(&mut self, stem: &str, file: &mut Fields<'_>) {
        self.works.push(WorkDraft {
            stem: stem.to_owned(),
            spot: file.spot(),
            head: file.table("work", read_head),
            has_head: file.has("work"),
            sections: file.tables("section", read_section),
            quotes: file.tables("quote", read_quote),
            questions: file.tables("question", read_question),
            paragraphs: file.tables("paragraph", |paragraph| ParagraphDraft {
                number: paragraph.number("number", 1, u16::MAX),
                text: paragraph.text("text"),
            }),
            notes: file.tables("note", |note| NoteDraft {
                label: note.text("label"),
                paragraph: note.number("paragraph", 1, u16::MAX),
                marked_in: note.optional_number("marked_in", 1, u16::MAX),
                by_editor: note.choice("voice", VOICES),
            }),
        });
        self.read_aids(file);
    }

    /// Reads what helps a group with its readings. It may be in any file but `themes.toml` and
    /// `stances.toml`, so that a reading can bring its own.
    pub(super) fn read_aids(&mut self, file: &mut Fields<'_>) {
        self.prompts.extend(prompt::read(file));
        self.pairs.extend(pair::read(file));
        self.plans.extend(plan::read(file));
        self.glossary.read(file);
    }
}

fn read_head(work: &mut Fields<'_>) -> HeadDraft {
    HeadDraft {
        id: work.text("id"),
        title: work.text("title"),
        author: work.text("author"),
        year: work.number("year", YEARS.0, YEARS.1),
        dated: work.optional_text("dated"),
        translator: work.optional_text("translator"),
        language: work.text("language"),
        source: work.text("source"),
        rights: work.text("rights"),
    }
}

fn read_section(section: &mut Fields<'_>) -> SectionDraft {
    SectionDraft {
        number: section.number("number", 1, u16::MAX),
        title: section.text("title"),
        kind: section.choice("kind", SECTION_KINDS),
        first: section.number("first", 1, u16::MAX),
        last: section.number("last", 1, u16::MAX),
    }
}

fn read_quote(quote: &mut Fields<'_>) -> QuoteDraft {
    QuoteDraft {
        id: quote.text("id"),
        text: quote.text("text"),
        section: quote.number("section", 1, u16::MAX),
        paragraph: quote.number("paragraph", 1, u16::MAX),
        themes: quote.texts("themes"),
        speaker: quote.optional_text("speaker"),
        reported: quote.optional_text("reported"),
        context: quote.optional_text("context"),
        paraphrase: quote.optional_text("paraphrase"),
    }
}

fn read_question(question: &mut Fields<'_>) -> QuestionDraft {
    let kind = question.choice("kind", KINDS);
    let authors_own = kind.as_ref().is_some_and(|kind| kind.value == Kind::Author);
    // Where the kind cannot be read, a place that is there is not complained of.
    let place =
        authors_own || (kind.is_none() && (question.has("section") || question.has("paragraph")));
    let speaker = if place { question.optional_text("speaker") } else { None };
    QuestionDraft {
        id: question.text("id"),
        kind,
        theme: question.text("theme"),
        text: question.text("text"),
        quotes: question.texts("quotes"),
        follow_ups: question.texts("follow_ups"),
        level: question.optional_choice("level", LEVELS),
        context: question.optional_text("context"),
        speaker,
        place: place.then(|| {
            let section = question.number("section", 1, u16::MAX);
            (section, question.number("paragraph", 1, u16::MAX))
        }),
    }
}
