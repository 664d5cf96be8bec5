//! A session: what a group reads beforehand, and what it then does, minute by minute. It comes from
//! a plan of the book, or is drawn and builds up in the same way.

use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::agenda::{self, Wanted};
use super::{Item, Seminar};
use crate::corpus::{Assignment, Moment, Plan, PlanStep, Stage, Subject};
use crate::{Corpus, Question, Quote};

/// How long an opener and a closer take, in minutes.
const ROUND: u16 = 5;
/// Questions take a whole number of these, where there is time for that.
const GRAIN: u16 = 5;

/// What a group reads and does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Session {
    /// What members read beforehand, in the order of the works.
    pub reading: Vec<Assignment>,
    /// What they then do, in order.
    pub steps: Vec<PlanStep>,
}

impl From<&Plan> for Session {
    fn from(plan: &Plan) -> Self {
        Self { reading: plan.reading.clone(), steps: plan.steps.clone() }
    }
}

/// Draws a session of this many minutes: an opener, close reading, comparison, application, a closer.
/// The same seed draws the same.
#[must_use]
pub fn draw(corpus: &Corpus, wanted: &Wanted, minutes: u16, seed: u64) -> Session {
    let questions = agenda::draw(corpus, wanted, seed);
    let opener = prompt(corpus, wanted, Moment::Opener, seed);
    let closer = prompt(corpus, wanted, Moment::Closer, seed);
    let framed = [&opener, &closer].into_iter().flatten().count();
    let framed = u16::try_from(framed).unwrap_or_default() * ROUND;
    let shares = shares(&questions, minutes.saturating_sub(framed));
    let asked = questions.iter().zip(shares).map(|(question, minutes)| PlanStep {
        minutes,
        subject: Subject::Question(question.id.clone()),
    });
    let framing =
        |id: Option<String>| id.map(|id| PlanStep { minutes: ROUND, subject: Subject::Prompt(id) });
    let steps = framing(opener).into_iter().chain(asked).chain(framing(closer)).collect();
    Session { reading: reading(corpus, &questions), steps }
}

/// What to read before questions are asked: the sections of their quotes.
#[must_use]
pub fn reading(corpus: &Corpus, questions: &[&Question]) -> Vec<Assignment> {
    let quotes = questions.iter().flat_map(|question| &question.quotes);
    join(corpus, sections(corpus, quotes))
}

/// What to read before a seminar: what its plan says, and what the rest of its agenda is about.
#[must_use]
pub fn assigned(corpus: &Corpus, seminar: &Seminar) -> Vec<Assignment> {
    let plan = seminar.plan.as_deref().and_then(|id| corpus.plan(id));
    let session = plan.map(Session::from).unwrap_or_default();
    let planned = |subject: &Subject| session.steps.iter().any(|step| step.subject == *subject);
    let subjects = seminar.agenda.iter().filter_map(subject);
    let quotes = subjects
        .filter(|subject| !planned(subject))
        .flat_map(|subject| quotes_of(corpus, &subject));
    let quotes: Vec<&String> = quotes.collect();
    let parts = sections(corpus, quotes).chain(session.reading.iter().cloned());
    join(corpus, parts)
}

fn subject(item: &Item) -> Option<Subject> {
    match (&item.problem, &item.question) {
        (Some(problem), _) => Some(Subject::Problem(problem.clone())),
        (None, Some(question)) => Some(Subject::Question(question.clone())),
        (None, None) => None,
    }
}

fn quotes_of<'c>(corpus: &'c Corpus, subject: &Subject) -> Vec<&'c String> {
    match subject {
        Subject::Prompt(_) => Vec::new(),
        Subject::Question(id) => {
            corpus.question(id).into_iter().flat_map(|it| &it.quotes).collect()
        }
        Subject::Problem(id) => {
            let problem = corpus.problems().iter().find(|problem| problem.id == *id);
            let stances = problem.into_iter().flat_map(|problem| &problem.stances);
            stances.flat_map(|stance| stance.quotes.iter().chain(&stance.against)).collect()
        }
    }
}

fn sections<'c>(
    corpus: &'c Corpus,
    quotes: impl IntoIterator<Item = &'c String>,
) -> impl Iterator<Item = Assignment> {
    quotes.into_iter().filter_map(|id| section(corpus, corpus.quote(id)?))
}

/// The parts in the order of the works, with those that touch as one.
fn join(corpus: &Corpus, parts: impl IntoIterator<Item = Assignment>) -> Vec<Assignment> {
    let mut parts: Vec<Assignment> = parts.into_iter().collect();
    let rank = |part: &Assignment| corpus.works().iter().position(|work| work.id == part.work);
    parts.sort_by_key(|part| (rank(part), part.first, part.last));
    let mut joined: Vec<Assignment> = Vec::new();
    for part in parts {
        match joined.last_mut() {
            Some(before)
                if before.work == part.work && part.first <= before.last.saturating_add(1) =>
            {
                before.last = before.last.max(part.last);
            }
            _ => joined.push(part),
        }
    }
    joined
}

fn section(corpus: &Corpus, quote: &Quote) -> Option<Assignment> {
    let section = corpus.work(&quote.work)?.section(quote.section)?;
    // A note is read where it is, and not with all the others.
    let notes = section.kind == crate::corpus::SectionKind::Notes;
    let (first, last) =
        if notes { (quote.paragraph, quote.paragraph) } else { (section.first, section.last) };
    Some(Assignment { work: quote.work.clone(), first, last })
}

/// An opener or a closer, one that is new to the group if there is one.
fn prompt(corpus: &Corpus, wanted: &Wanted, moment: Moment, seed: u64) -> Option<String> {
    let all = corpus.prompts().iter().filter(|prompt| prompt.moment == moment);
    let (had, new): (Vec<&String>, Vec<&String>) =
        all.map(|prompt| &prompt.id).partition(|id| wanted.answered.contains(*id));
    let choice = if new.is_empty() { had } else { new };
    // Otherwise openers and closers would always come in the same couples.
    let seed = seed.wrapping_add(u64::from(moment == Moment::Closer));
    choice.choose(&mut ChaCha8Rng::seed_from_u64(seed)).map(|id| (*id).clone())
}

/// Divides the minutes among the questions; disputed ones take longest.
fn shares(questions: &[&Question], minutes: u16) -> Vec<u16> {
    let weights: Vec<u32> =
        questions.iter().map(|question| weight(Stage::of(question.kind))).collect();
    let all: u32 = weights.iter().sum::<u32>().max(1);
    let mut shares: Vec<u16> = weights
        .iter()
        .map(|weight| u16::try_from(u32::from(minutes) * weight / all).unwrap_or(u16::MAX))
        .map(|share| if share >= GRAIN { share - share % GRAIN } else { share.max(1) })
        .collect();
    let given = shares.iter().fold(0, |sum: u16, share| sum.saturating_add(*share));
    let heaviest = weights.iter().enumerate().max_by_key(|(_, weight)| **weight);
    if let Some(share) = heaviest.and_then(|(index, _)| shares.get_mut(index)) {
        *share = share.saturating_add(minutes.saturating_sub(given));
    }
    shares
}

fn weight(stage: Stage) -> u32 {
    match stage {
        Stage::Debate | Stage::Comparison => 4,
        Stage::Close | Stage::Application => 3,
        Stage::Opener | Stage::Closer => 1,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    static BOOK: LazyLock<Corpus> = LazyLock::new(crate::corpus::tests::shipped);

    fn on(themes: &[&str]) -> Wanted {
        Wanted { themes: themes.iter().map(|it| (*it).to_owned()).collect(), ..Wanted::default() }
    }

    fn stages(session: &Session) -> Vec<Stage> {
        session.steps.iter().filter_map(|step| BOOK.stage(&step.subject)).collect()
    }

    proptest! {
        #[test]
        fn a_drawn_session_builds_up_and_fills_its_time(seed: u64, minutes in 30u16..180) {
            let session = draw(&BOOK, &on(&["power", "liberty"]), minutes, seed);
            prop_assert_eq!(
                stages(&session),
                [Stage::Opener, Stage::Close, Stage::Comparison, Stage::Application, Stage::Closer]
            );
            prop_assert_eq!(session.steps.iter().map(|step| step.minutes).sum::<u16>(), minutes);
        }

        #[test]
        fn every_quote_of_a_drawn_session_is_read_beforehand(seed: u64) {
            let session = draw(&BOOK, &Wanted::default(), 90, seed);
            for step in &session.steps {
                let Subject::Question(id) = &step.subject else { continue };
                for quote in BOOK.question(id).unwrap().quotes.iter().filter_map(|id| BOOK.quote(id)) {
                    let read = session.reading.iter().any(|part| {
                        part.work == quote.work && (part.first..=part.last).contains(&quote.paragraph)
                    });
                    prop_assert!(read, "{}", quote.id);
                }
            }
            let apart = session.reading.windows(2).all(|pair| {
                pair[0].work != pair[1].work || pair[0].last + 1 < pair[1].first
            });
            prop_assert!(apart, "{:?}", session.reading);
        }
    }

    #[test]
    fn an_hour_is_divided_like_the_hours_of_the_plans() {
        let session = draw(&BOOK, &on(&["planning"]), 60, 1);
        let minutes: Vec<u16> = session.steps.iter().map(|step| step.minutes).collect();
        assert_eq!(minutes, [5, 15, 20, 15, 5]);
    }

    #[test]
    fn prompts_that_the_group_had_come_last() {
        let openers = BOOK.prompts().iter().filter(|prompt| prompt.moment == Moment::Opener);
        let (last, had) = openers
            .map(|prompt| prompt.id.clone())
            .collect::<Vec<_>>()
            .split_last()
            .map(|(last, had)| (last.clone(), had.to_vec()))
            .unwrap();
        let wanted = Wanted { answered: had.into_iter().collect(), ..on(&["power"]) };
        for seed in 0..20 {
            assert_eq!(prompt(&BOOK, &wanted, Moment::Opener, seed), Some(last.clone()));
        }
    }

    #[test]
    fn a_plan_is_a_session() {
        let plan = &BOOK.plans()[0];
        let session = Session::from(plan);
        assert_eq!((&session.reading, &session.steps), (&plan.reading, &plan.steps));
    }

    #[test]
    fn sections_that_touch_are_one_reading() {
        let ids = ["guerin-q5", "guerin-q2", "serge-q44"];
        let questions: Vec<&Question> = ids.iter().filter_map(|id| BOOK.question(id)).collect();
        let parts = reading(&BOOK, &questions);
        let shown: Vec<String> = parts
            .iter()
            .map(|part| format!("{} {}–{}", part.work, part.first, part.last))
            .collect();
        assert_eq!(
            shown,
            [
                "guerin-three-problems 1–9",
                "guerin-three-problems 23–25",
                "serge-planned-economies 6–8"
            ]
        );
    }

    #[test]
    fn little_time_is_still_divided() {
        let question = BOOK.question("guerin-q5").unwrap();
        assert_eq!(shares(&[question, question, question], 4), [1, 1, 2]);
        assert_eq!(shares(&[], 50), Vec::<u16>::new());
    }
}
