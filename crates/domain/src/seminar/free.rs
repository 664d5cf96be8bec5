//! The questions that an agenda can still have. Few are gone through one by one; of many they are taken
//! from sets of places, so that a question of a large book is found as soon as one of a small.

use std::collections::BTreeMap;

use rand::{Rng, RngExt};
use roaring::RoaringBitmap;

use super::agenda::Wanted;
use crate::corpus::{Asked, Stage};
use crate::{Corpus, Question};

/// The stages that questions are for.
const STAGES: [Stage; 3] = [Stage::Close, Stage::Comparison, Stage::Application];

/// How many questions of a theme are few: to go through them takes some microseconds.
const FEW: u64 = 500;

/// The places of the questions that suit what is wanted.
pub(super) struct Free<'c> {
    corpus: &'c Corpus,
    /// Those of the work, if it is about one.
    of_work: Option<RoaringBitmap>,
    answered: RoaringBitmap,
    without: RoaringBitmap,
}

impl<'c> Free<'c> {
    pub(super) fn new(corpus: &'c Corpus, wanted: &Wanted) -> Self {
        let places = |ids: &std::collections::HashSet<String>| {
            ids.iter().filter_map(|id| corpus.place_of_question(id)).collect()
        };
        let of_work = |work: &String| corpus.questions_of(work).cloned().unwrap_or_default();
        Self {
            corpus,
            of_work: wanted.work.as_ref().map(of_work),
            answered: places(&wanted.answered),
            without: places(&wanted.without),
        }
    }

    /// Whether there are questions on a theme, answered or not.
    pub(super) fn asks(&self, theme: &str) -> bool {
        let of_work =
            |places: &RoaringBitmap| self.of_work.as_ref().is_none_or(|of| !of.is_disjoint(places));
        self.corpus.questions_on(theme).is_some_and(|asked| asked.all().any(of_work))
    }

    /// The question on a theme that suits best what was drawn so far: new to the group, of the kind and
    /// of the work that are rarest in it, and fit for its stage. Chance decides among equals.
    pub(super) fn next(
        &self,
        theme: &str,
        drawn: &[&Question],
        chance: &mut impl Rng,
    ) -> Option<&'c Question> {
        let asked = self.corpus.questions_on(theme)?;
        let all = || asked.all().fold(RoaringBitmap::new(), |all, places| all | places);
        let place = match asked.all().map(RoaringBitmap::len).sum::<u64>() {
            ..=FEW => self.best_of(&all(), drawn, chance),
            _ => self.best_in(asked, drawn, chance),
        };
        self.question(place?)
    }

    fn question(&self, place: u32) -> Option<&'c Question> {
        self.corpus.questions().get(usize::try_from(place).ok()?)
    }

    /// The best of some, which are gone through.
    fn best_of(
        &self,
        places: &RoaringBitmap,
        drawn: &[&Question],
        chance: &mut impl Rng,
    ) -> Option<u32> {
        let mut free = places - &self.without;
        if let Some(of_work) = &self.of_work {
            free &= of_work;
        }
        for drawn in drawn {
            self.corpus.place_of_question(&drawn.id).map(|place| free.remove(place));
        }
        free.into_iter().min_by_key(|place| {
            let question = self.question(*place);
            let among = |is: fn(&Question, &Question) -> bool| {
                drawn.iter().filter(|other| question.is_some_and(|it| is(it, other))).count()
            };
            (
                self.answered.contains(*place),
                among(|it, other| Stage::of(it.kind) == Stage::of(other.kind)),
                among(|it, other| it.work == other.work),
                question.is_some_and(|it| !self.corpus.fits_stage(it)),
                chance.random::<u32>(),
            )
        })
    }

    /// The same, from the sets of a theme.
    pub(super) fn best_in(
        &self,
        asked: &Asked,
        drawn: &[&Question],
        chance: &mut impl Rng,
    ) -> Option<u32> {
        let mut gone = self.without.clone();
        gone.extend(drawn.iter().filter_map(|it| self.corpus.place_of_question(&it.id)));
        let works = Works::of(self.corpus, drawn);
        let kinds = |stage: &Stage| drawn.iter().filter(|it| Stage::of(it.kind) == *stage).count();
        let mut stages = STAGES;
        stages.sort_by_key(kinds);
        for answered in [false, true] {
            for stages in stages.chunk_by(|one, other| kinds(one) == kinds(other)) {
                let [fit, unfit] = [true, false].map(|fit| {
                    let on_stages = stages.iter().filter_map(|stage| asked.at(*stage, fit));
                    self.left(on_stages, answered, &gone)
                });
                for work in works.rarest_first() {
                    let of_work = |places: &RoaringBitmap| any(&works.of_it(places, work), chance);
                    let place = [&fit, &unfit].into_iter().find_map(of_work);
                    if place.is_some() {
                        return place;
                    }
                }
            }
        }
        None
    }

    /// What is left of some places.
    fn left<'p>(
        &self,
        places: impl Iterator<Item = &'p RoaringBitmap>,
        answered: bool,
        gone: &RoaringBitmap,
    ) -> RoaringBitmap {
        let mut left = places.fold(RoaringBitmap::new(), |all, places| all | places);
        left -= gone;
        match answered {
            true => left &= &self.answered,
            false => left -= &self.answered,
        }
        if let Some(of_work) = &self.of_work {
            left &= of_work;
        }
        left
    }
}

/// The questions of the works that were drawn.
struct Works {
    all: RoaringBitmap,
    /// By how many of their work were drawn.
    by_times: BTreeMap<usize, RoaringBitmap>,
}

impl Works {
    fn of(corpus: &Corpus, drawn: &[&Question]) -> Self {
        let mut works = Self { all: RoaringBitmap::new(), by_times: BTreeMap::new() };
        for question in drawn {
            let Some(places) = corpus.questions_of(&question.work) else { continue };
            let times = drawn.iter().filter(|other| other.work == question.work).count();
            works.all |= places;
            *works.by_times.entry(times).or_default() |= places;
        }
        works
    }

    /// Those of some places that are of the drawn works of one number, or of another work.
    fn of_it(&self, places: &RoaringBitmap, drawn: Option<&RoaringBitmap>) -> RoaringBitmap {
        match drawn {
            Some(drawn) => places & drawn,
            None => places - &self.all,
        }
    }

    /// The other works, then those that were drawn, the rarest first.
    fn rarest_first(&self) -> impl Iterator<Item = Option<&RoaringBitmap>> {
        std::iter::once(None).chain(self.by_times.values().map(Some))
    }
}

/// One of some places, each as likely as the others.
fn any(places: &RoaringBitmap, chance: &mut impl Rng) -> Option<u32> {
    let many = u32::try_from(places.len()).ok().filter(|many| *many > 0)?;
    places.select(chance.random_range(..many))
}
