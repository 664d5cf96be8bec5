//! Session plans: what a group reads beforehand, and what it then does, minute by minute.

use super::check::{Check, LONGEST_NAME, LONGEST_TEXT, Sort};
use super::mistake::Spot;
use super::read::{At, Field, Fields};
use super::{Corpus, Kind, Moment};

/// The longest step, in minutes.
const LONGEST_STEP: u16 = 180;

/// A session that somebody has thought out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Its id; never reused.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What it is about, in a sentence of ours.
    pub about: String,
    /// What members read beforehand.
    pub reading: Vec<Assignment>,
    /// What they then do, in order.
    pub steps: Vec<PlanStep>,
}

/// Paragraphs of one work, to be read before a session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Assignment {
    /// The id of the work.
    pub work: String,
    /// The first paragraph.
    pub first: u16,
    /// The last paragraph.
    pub last: u16,
}

/// One step of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// What it is about.
    pub subject: Subject,
}

/// What a step is about: an id of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// An opener or a closer.
    Prompt(String),
    /// A question.
    Question(String),
    /// A problem to debate.
    Problem(String),
}

/// How far a session has come: it goes from an easy start to the text, on to what is disputed,
/// then to the group's own life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// A sentence from everybody.
    Opener,
    /// A close reading.
    Close,
    /// A debate of dealt stances.
    Debate,
    /// A comparison of authors.
    Comparison,
    /// An application to the group's own life and time.
    Application,
    /// A last word from everybody.
    Closer,
}

impl Corpus {
    /// The session plans, in the order of their files.
    #[must_use]
    pub fn plans(&self) -> &[Plan] {
        &self.plans
    }

    /// The plan of that id.
    #[must_use]
    pub fn plan(&self, id: &str) -> Option<&Plan> {
        self.plans.iter().find(|plan| plan.id == id)
    }

    /// The stage that a step belongs to; `None` for what is not in this book.
    #[must_use]
    pub fn stage(&self, subject: &Subject) -> Option<Stage> {
        match subject {
            Subject::Prompt(id) => Some(match self.prompt(id)?.moment {
                Moment::Opener => Stage::Opener,
                Moment::Closer => Stage::Closer,
            }),
            Subject::Question(id) => Some(Stage::of(self.question(id)?.kind)),
            Subject::Problem(id) => {
                self.problems.iter().any(|problem| problem.id == *id).then_some(Stage::Debate)
            }
        }
    }
}

impl Plan {
    /// How long it takes, in minutes.
    #[must_use]
    pub fn minutes(&self) -> u16 {
        self.steps.iter().map(|step| step.minutes).fold(0, u16::saturating_add)
    }
}

impl Stage {
    /// The stage of a question.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        match kind {
            Kind::Close | Kind::Author => Self::Close,
            Kind::Comparison => Self::Comparison,
            Kind::Application => Self::Application,
        }
    }
}

#[derive(Debug)]
pub(super) struct PlanDraft {
    pub(super) id: Field<String>,
    spot: Spot,
    title: Field<String>,
    about: Field<String>,
    reading: Vec<AssignmentDraft>,
    steps: Vec<StepDraft>,
}

#[derive(Debug)]
struct AssignmentDraft {
    work: Field<String>,
    first: Field<u16>,
    last: Field<u16>,
}

#[derive(Debug)]
struct StepDraft {
    spot: Spot,
    minutes: Field<u16>,
    prompt: Field<String>,
    question: Field<String>,
    problem: Field<String>,
}

pub(super) fn read(file: &mut Fields<'_>) -> Vec<PlanDraft> {
    file.tables("plan", |plan| PlanDraft {
        id: plan.text("id"),
        spot: plan.spot(),
        title: plan.text("title"),
        about: plan.text("about"),
        reading: plan.tables("reading", |reading| AssignmentDraft {
            work: reading.text("work"),
            first: reading.number("first", 1, u16::MAX),
            last: reading.number("last", 1, u16::MAX),
        }),
        steps: plan.tables("step", |step| StepDraft {
            spot: step.spot(),
            minutes: step.number("minutes", 1, LONGEST_STEP),
            prompt: step.optional_text("prompt"),
            question: step.optional_text("question"),
            problem: step.optional_text("problem"),
        }),
    })
}

pub(super) fn check(check: &mut Check<'_>) {
    let draft = check.draft;
    for plan in &draft.plans {
        check.text("the title", &plan.title, LONGEST_NAME);
        check.text("the text about it", &plan.about, LONGEST_TEXT);
        if plan.steps.is_empty() {
            check.say(plan.spot, "the plan has to have a step, [[plan.step]]");
        }
        for assignment in &plan.reading {
            check_assignment(check, assignment);
        }
        for step in &plan.steps {
            check_step(check, step);
        }
    }
}

fn check_assignment(check: &mut Check<'_>, assignment: &AssignmentDraft) {
    let AssignmentDraft { work, first, last } = assignment;
    if let Some(work) = work {
        check.reference(work, Sort::Work);
    }
    let (Some(first), Some(last)) = (first, last) else { return };
    if last.value < first.value {
        let reason = format!("the reading ends before its first paragraph, {}", first.value);
        check.say(last.spot, reason);
    }
    let works = &check.draft.works;
    let known = work.as_ref().and_then(|work| works.iter().find(|it| it.stem == work.value));
    let end = known.and_then(|work| work.sections.last()?.last.as_ref());
    if let Some(At { value: end, .. }) = end
        && last.value > *end
    {
        let reason = format!("paragraph {} is not in this work, which has {end}", last.value);
        check.say(last.spot, reason);
    }
}

fn check_step(check: &mut Check<'_>, step: &StepDraft) {
    let mut named = 0;
    for (id, sort) in [
        (&step.prompt, Sort::Prompt),
        (&step.question, Sort::Question),
        (&step.problem, Sort::Problem),
    ] {
        if let Some(id) = id {
            check.reference(id, sort);
            named += 1;
        }
    }
    if named != 1 {
        check.say(step.spot, "a step has one `prompt`, `question` or `problem`");
    }
}

impl PlanDraft {
    pub(super) fn build(self) -> Option<Plan> {
        Some(Plan {
            id: self.id?.value,
            title: self.title?.value,
            about: self.about?.value,
            reading: self.reading.into_iter().filter_map(AssignmentDraft::build).collect(),
            steps: self.steps.into_iter().filter_map(StepDraft::build).collect(),
        })
    }
}

impl AssignmentDraft {
    fn build(self) -> Option<Assignment> {
        let (work, first, last) = (self.work?.value, self.first?.value, self.last?.value);
        Some(Assignment { work, first, last })
    }
}

impl StepDraft {
    fn build(self) -> Option<PlanStep> {
        let prompt = self.prompt.map(|id| Subject::Prompt(id.value));
        let question = self.question.map(|id| Subject::Question(id.value));
        let problem = self.problem.map(|id| Subject::Problem(id.value));
        Some(PlanStep { minutes: self.minutes?.value, subject: prompt.or(question).or(problem)? })
    }
}
