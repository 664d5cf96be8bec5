use std::sync::LazyLock;

use super::*;
use crate::Kind;
use crate::corpus::Level;

static BOOK: LazyLock<Corpus> = LazyLock::new(crate::corpus::tests::shipped);

fn on(themes: &[&str]) -> Wanted {
    Wanted { themes: themes.iter().map(|it| (*it).to_owned()).collect(), ..Wanted::default() }
}

#[test]
fn the_themes_are_covered_evenly_and_in_order() {
    for seed in 0..200 {
        let drawn = draw(&BOOK, &on(&["power", "liberty"]), seed);
        assert_eq!(drawn.len(), 3);
        let on = |theme: &str| drawn.iter().filter(|question| question.theme == theme).count();
        assert!(on("power").abs_diff(on("liberty")) == 1);
        assert!(drawn.is_sorted_by_key(|question| Stage::of(question.kind)));
        let kinds: HashSet<Stage> = drawn.iter().map(|question| Stage::of(question.kind)).collect();
        assert_eq!(kinds.len(), 3, "{drawn:?}");
        let works: HashSet<&str> = drawn.iter().map(|question| question.work.as_str()).collect();
        assert_eq!(works.len(), 2, "{drawn:?}");
    }
}

#[test]
fn a_comparison_sets_a_pair_against_each_other_where_there_is_one() {
    for seed in 0..50 {
        let drawn = draw(&BOOK, &on(&["planning"]), seed);
        let comparison = drawn.iter().find(|question| question.kind == Kind::Comparison).unwrap();
        assert!(BOOK.pair_in(comparison).is_some(), "{}", comparison.id);
        let easy = drawn.iter().find(|question| question.kind == Kind::Application).unwrap();
        assert_eq!(easy.level, Some(Level::Easy));
    }
}

#[test]
fn one_theme_gives_three_different_questions() {
    let drawn = draw(&BOOK, &on(&["power"]), 1);
    let ids: HashSet<&str> = drawn.iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids.len(), 3);
}

#[test]
fn of_the_whole_book_no_theme_comes_twice() {
    let drawn = draw(&BOOK, &Wanted::default(), 1);
    let themes: HashSet<&str> = drawn.iter().map(|question| question.theme.as_str()).collect();
    assert_eq!((drawn.len(), themes.len()), (EVENING, EVENING));
}

#[test]
fn a_work_gives_its_own_questions() {
    let wanted =
        Wanted { work: Some("guerin-three-problems".to_owned()), ..on(&["power", "liberty"]) };
    let drawn = draw(&BOOK, &wanted, 1);
    assert!(!drawn.is_empty());
    assert!(drawn.iter().all(|question| question.work == "guerin-three-problems"));
}

#[test]
fn what_was_answered_comes_only_where_no_other_is_left() {
    let all: Vec<&Question> =
        BOOK.questions().iter().filter(|question| question.theme == "power").collect();
    let (new, old) = all.split_at(2);
    let answered = old.iter().map(|question| question.id.clone()).collect();
    let drawn = draw(&BOOK, &Wanted { answered, ..on(&["power"]) }, 1);
    for question in new {
        assert!(drawn.contains(question));
    }
    assert_eq!(drawn.len(), 3);
    let without = all.iter().map(|question| question.id.clone()).collect();
    assert!(another(&BOOK, &Wanted { without, ..on(&["power"]) }, "power", 1).is_none());
}

#[test]
fn a_debate_goes_through_the_problems_of_its_themes() {
    assert_eq!(problems(&BOOK, &[]).len(), 3);
    let one = problems(&BOOK, &["power".to_owned()]);
    assert_eq!(one.iter().map(|problem| problem.id.as_str()).collect::<Vec<_>>(), ["power"]);
    for problem in BOOK.problems() {
        assert!(BOOK.theme(&theme_of(&BOOK, problem)).is_some(), "{}", problem.id);
    }
}

/// The questions on a theme that suit best, found by going through all of them.
fn best(wanted: &Wanted, theme: &str, drawn: &[&Question]) -> HashSet<&'static str> {
    let free = BOOK.questions().iter().filter(|question| {
        question.theme == theme
            && wanted.work.as_ref().is_none_or(|work| question.work == *work)
            && !wanted.without.contains(&question.id)
            && !drawn.iter().any(|other| other.id == question.id)
    });
    let key = |question: &&Question| {
        let same = |other: &&&Question| Stage::of(other.kind) == Stage::of(question.kind);
        let of_work = |other: &&&Question| other.work == question.work;
        (
            wanted.answered.contains(&question.id),
            drawn.iter().filter(same).count(),
            drawn.iter().filter(of_work).count(),
            !BOOK.fits_stage(question),
        )
    };
    let free: Vec<&Question> = free.collect();
    let least = free.iter().map(key).min();
    let best = free.into_iter().filter(|question| Some(key(question)) == least);
    best.map(|question| question.id.as_str()).collect()
}

#[test]
fn each_of_those_that_suit_best_is_drawn_as_if_all_were_gone_through() {
    let mut chance = ChaCha8Rng::seed_from_u64(16);
    let mut some = |share: f64| -> Vec<&'static Question> {
        let questions = BOOK.questions().iter();
        questions.filter(|_| rand::RngExt::random_bool(&mut chance, share)).collect()
    };
    let ids = |some: Vec<&Question>| some.into_iter().map(|it| it.id.clone()).collect();
    let mut several = 0;
    for case in 0..12 {
        let share = [0.0, 0.3, 0.9, 1.0][case % 4];
        let work = &BOOK.works()[case % BOOK.works().len()].id;
        let wanted = Wanted {
            work: (case % 3 == 0).then(|| work.clone()),
            answered: ids(some(share)),
            without: ids(some([0.0, 0.2][case % 2])),
            ..Wanted::default()
        };
        let drawn = some([0.0, 0.02, 0.2][case % 3]);
        let free = Free::new(&BOOK, &wanted);
        for theme in BOOK.themes() {
            let best = best(&wanted, &theme.id, &drawn);
            let asked = BOOK.questions_on(&theme.id).unwrap();
            let one = |seed| free.next(&theme.id, &drawn, &mut ChaCha8Rng::seed_from_u64(seed));
            let from_sets = |seed| {
                let place = free.best_in(asked, &drawn, &mut ChaCha8Rng::seed_from_u64(seed));
                BOOK.questions().get(usize::try_from(place?).unwrap())
            };
            let ways: [&dyn Fn(u64) -> Option<&'static Question>; 2] = [&one, &from_sets];
            for next in ways {
                let next = (0..200).filter_map(next);
                let next: HashSet<&str> = next.map(|question| question.id.as_str()).collect();
                assert_eq!(next, best, "{wanted:?} {}", theme.id);
            }
            several += usize::from(best.len() > 2);
        }
    }
    assert!(several > 20, "{several}");
}

#[test]
fn a_work_is_asked_about_on_the_themes_that_it_has_questions_on() {
    for work in BOOK.works() {
        let wanted = Wanted { work: Some(work.id.clone()), ..Wanted::default() };
        let asked = BOOK.themes().iter().filter(|theme| {
            let on = |question: &&Question| question.theme == theme.id && question.work == work.id;
            BOOK.questions().iter().any(|question| on(&question))
        });
        let asked: Vec<&str> = asked.map(|theme| theme.id.as_str()).collect();
        assert_eq!(themes(&BOOK, &wanted), asked);
    }
}
