//! Makes the corpus of a draft in which nothing is missing.

use super::draft::{
    AnswerDraft, CurrentDraft, Draft, HeadDraft, NoteDraft, ParagraphDraft, ProblemDraft,
    QuestionDraft, QuoteDraft, SectionDraft, StanceDraft, ThemeDraft,
};
use super::pair::PairDraft;
use super::plan::PlanDraft;
use super::prompt::PromptDraft;
use super::read::{At, Field};
use super::{
    Corpus, CurrentName, Entry, Note, Position, Problem, Question, Quote, Section, Stance, Text,
    Theme, Work,
};

/// Makes the corpus. What is incomplete is left out, so the draft has to be without mistakes.
pub(super) fn build(draft: Draft) -> Corpus {
    let mut corpus = Corpus::default();
    for theme in draft.themes {
        corpus.themes.extend(build_theme(theme));
    }
    for work in draft.works {
        let sections = work.sections.into_iter().filter_map(build_section).collect();
        let text = build_text(work.paragraphs, work.notes);
        corpus.works.extend(work.head.and_then(|head| build_work(head, sections, text)));
        let quotes = work.quotes.into_iter();
        corpus.quotes.extend(quotes.filter_map(|quote| build_quote(quote, &work.stem)));
        let questions = work.questions.into_iter();
        corpus
            .questions
            .extend(questions.filter_map(|question| build_question(question, &work.stem)));
    }
    corpus.problems = draft.problems.into_iter().filter_map(build_problem).collect();
    for stance in draft.stances {
        let Some((problem, stance)) = build_stance(stance) else {
            continue;
        };
        if let Some(problem) = corpus.problems.iter_mut().find(|found| found.id == problem) {
            problem.stances.push(stance);
        }
    }
    for answer in draft.answers {
        let Some((problem, answer)) = build_answer(answer) else {
            continue;
        };
        if let Some(problem) = corpus.problems.iter_mut().find(|found| found.id == problem) {
            problem.answers.push(answer);
        }
    }
    corpus.currents = draft.currents.into_iter().filter_map(build_current).collect();
    corpus.prompts = draft.prompts.into_iter().filter_map(PromptDraft::build).collect();
    corpus.pairs = draft.pairs.into_iter().filter_map(PairDraft::build).collect();
    corpus.plans = draft.plans.into_iter().filter_map(PlanDraft::build).collect();
    (corpus.glossary, corpus.dates) = draft.glossary.build();
    index(&mut corpus);
    corpus
}

fn index(corpus: &mut Corpus) {
    let themes = corpus.themes.iter().map(|theme| &theme.id).enumerate();
    let works = corpus.works.iter().map(|work| &work.id).enumerate();
    let quotes = corpus.quotes.iter().map(|quote| &quote.id).enumerate();
    let questions = corpus.questions.iter().map(|question| &question.id).enumerate();
    corpus.by_id = themes
        .map(|(index, id)| (id.clone(), Entry::Theme(index)))
        .chain(works.map(|(index, id)| (id.clone(), Entry::Work(index))))
        .chain(quotes.map(|(index, id)| (id.clone(), Entry::Quote(index))))
        .chain(questions.map(|(index, id)| (id.clone(), Entry::Question(index))))
        .collect();
}

fn build_theme(draft: ThemeDraft) -> Option<Theme> {
    Some(Theme {
        id: draft.id?.value,
        name: draft.name?.value,
        about: draft.about?.value,
        terms: values(draft.terms)?,
    })
}

fn build_work(draft: HeadDraft, sections: Vec<Section>, text: Text) -> Option<Work> {
    Some(Work {
        text,
        id: draft.id?.value,
        title: draft.title?.value,
        author: draft.author?.value,
        year: draft.year?.value,
        dated: draft.dated.map(|date| date.value),
        translator: draft.translator.map(|name| name.value),
        language: draft.language?.value,
        source: draft.source?.value,
        rights: draft.rights?.value,
        sections,
    })
}

fn build_text(paragraphs: Vec<ParagraphDraft>, notes: Vec<NoteDraft>) -> Text {
    let paragraphs = paragraphs
        .into_iter()
        .filter_map(|paragraph| Some((paragraph.number?.value, paragraph.text?.value)));
    let notes = notes.into_iter().filter_map(|note| {
        Some(Note {
            label: note.label?.value,
            paragraph: note.paragraph?.value,
            marked_in: note.marked_in.map(|number| number.value),
            by_editor: note.by_editor?.value,
        })
    });
    Text { paragraphs: paragraphs.collect(), notes: notes.collect() }
}

fn build_section(draft: SectionDraft) -> Option<Section> {
    Some(Section {
        number: draft.number?.value,
        title: draft.title?.value,
        kind: draft.kind?.value,
        first: draft.first?.value,
        last: draft.last?.value,
    })
}

fn build_quote(draft: QuoteDraft, work: &str) -> Option<Quote> {
    Some(Quote {
        id: draft.id?.value,
        work: work.to_owned(),
        text: draft.text?.value,
        section: draft.section?.value,
        paragraph: draft.paragraph?.value,
        themes: values(draft.themes)?,
        speaker: draft.speaker.map(|name| name.value),
        reported: draft.reported.map(|whose| whose.value),
        context: draft.context.map(|context| context.value),
        paraphrase: draft.paraphrase.map(|paraphrase| paraphrase.value),
    })
}

fn build_question(draft: QuestionDraft, work: &str) -> Option<Question> {
    let place = match draft.place {
        Some((section, paragraph)) => Some((section?.value, paragraph?.value)),
        None => None,
    };
    Some(Question {
        id: draft.id?.value,
        work: work.to_owned(),
        kind: draft.kind?.value,
        theme: draft.theme?.value,
        text: draft.text?.value,
        quotes: values(draft.quotes)?,
        follow_ups: values(draft.follow_ups)?,
        level: draft.level.map(|level| level.value),
        context: draft.context.map(|context| context.value),
        speaker: draft.speaker.map(|name| name.value),
        place,
    })
}

fn build_problem(draft: ProblemDraft) -> Option<Problem> {
    Some(Problem {
        id: draft.id?.value,
        title: draft.title?.value,
        about: draft.about?.value,
        stances: Vec::new(),
        answers: Vec::new(),
    })
}

fn build_stance(draft: StanceDraft) -> Option<(String, Stance)> {
    let stance = Stance {
        id: draft.id?.value,
        current: draft.current?.value,
        text: draft.text?.value,
        quotes: values(draft.quotes)?,
        against: values(draft.against).unwrap_or_default(),
    };
    Some((draft.problem?.value, stance))
}

fn build_current(draft: CurrentDraft) -> Option<CurrentName> {
    Some(CurrentName {
        current: draft.current?.value,
        name: draft.name?.value,
        about: draft.about.map(|about| about.value),
    })
}

fn build_answer(draft: AnswerDraft) -> Option<(String, Position)> {
    let answer = Position {
        work: draft.work?.value,
        text: draft.text?.value,
        quotes: values(draft.quotes)?,
    };
    Some((draft.problem?.value, answer))
}

pub(super) fn values(list: Field<Vec<At<String>>>) -> Option<Vec<String>> {
    Some(list?.value.into_iter().map(|item| item.value).collect())
}
