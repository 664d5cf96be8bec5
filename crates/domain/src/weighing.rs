//! Weighing: what members think of one another's answers, and what that says of the group.

use std::collections::HashMap;

use super::{Answer, AnswerId, MemberId, Part, RoundDetails};

/// What a member thinks of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Opinion {
    /// They agree.
    Agree,
    /// They have no opinion, or keep it.
    Pass,
    /// They disagree.
    Disagree,
}

/// How many think what of an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// How many agree.
    pub agree: usize,
    /// How many passed.
    pub pass: usize,
    /// How many disagree.
    pub disagree: usize,
}

/// What the group thinks of an answer, where that is clear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaning {
    /// It agrees, all but a few.
    OneMind,
    /// It is split.
    Split,
}

/// So many must have weighed an answer before anything is said of it. With fewer, whoever knows
/// one opinion could read the others off the counts.
const WEIGHED: usize = 3;
/// Of one mind is a group in which at most one of so many who speak disagrees.
const FEW: usize = 5;
/// A group is split in which there are so many on each side …
const SIDE: usize = 2;
/// … and neither side is more than so many times the other.
const EVEN: usize = 2;

impl Opinion {
    /// All, in the order of their buttons.
    pub const ALL: [Self; 3] = [Self::Agree, Self::Pass, Self::Disagree];

    /// The word for it in a command line and in the database.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Agree => "agree",
            Self::Pass => "pass",
            Self::Disagree => "disagree",
        }
    }

    /// The opinion of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|opinion| opinion.name() == name)
    }
}

impl Tally {
    /// How many have weighed the answer.
    #[must_use]
    pub fn weighed(self) -> usize {
        self.agree + self.pass + self.disagree
    }

    /// How many have said something for or against it.
    #[must_use]
    pub fn spoken(self) -> usize {
        self.agree + self.disagree
    }

    /// Whether its counts may be told: at least three have weighed this very answer. That is more
    /// than that three have weighed anything, and still holds once nothing ties the opinions.
    #[must_use]
    pub fn told(self) -> bool {
        self.weighed() >= WEIGHED
    }

    /// What the group thinks of an answer that so many could weigh.
    ///
    /// It is of one mind when at least three, and more than half of those who could, have spoken
    /// for or against, and at most one in five of them against. It is split when there are at least
    /// two on each side and neither is more than twice the other; of a few in a large group that
    /// would say nothing, so there too more than half must have spoken. Of everything else nothing
    /// is said: neither is an answer that nearly all disagree with held up as such, since its
    /// member would stand there alone.
    #[must_use]
    pub fn leaning(self, could: usize) -> Option<Leaning> {
        let spoken = self.spoken();
        if spoken < WEIGHED || spoken * 2 <= could {
            return None;
        }
        let (less, more) = (self.agree.min(self.disagree), self.agree.max(self.disagree));
        if self.disagree * FEW <= spoken {
            return Some(Leaning::OneMind);
        }
        (less >= SIDE && more <= less * EVEN).then_some(Leaning::Split)
    }
}

impl RoundDetails {
    /// The answers that can be weighed: in a debate only what members say in their own name.
    pub fn weighable(&self) -> impl Iterator<Item = &Answer> {
        let own = self.responses.iter().filter(|response| response.part == Part::Own);
        own.filter(|response| self.round.shows(response))
    }

    /// How many think what of an answer.
    #[must_use]
    pub fn tally(&self, id: AnswerId) -> Tally {
        self.tallies.get(&id).copied().unwrap_or_default()
    }

    /// How many could weigh each answer: all who took part in this round but the one who gave it.
    /// It goes by what stays as it is when the round is over, so that the record does not change
    /// with those who join later.
    #[must_use]
    pub fn could_weigh(&self) -> usize {
        let answered = self.responses.iter().filter(|response| response.part == Part::Own).count();
        answered.max(self.round.awaited).saturating_sub(1)
    }

    /// The answers of which something can be said, the clearest first.
    #[must_use]
    pub fn leaning(&self, leaning: Leaning) -> Vec<(&Answer, Tally)> {
        let could = self.could_weigh();
        let mut found: Vec<(&Answer, Tally)> = self
            .weighable()
            .map(|response| (response, self.tally(response.id)))
            .filter(|(_, tally)| tally.leaning(could) == Some(leaning))
            .collect();
        found.sort_by_key(|(_, tally)| match leaning {
            Leaning::OneMind => (tally.disagree, usize::MAX - tally.agree),
            Leaning::Split => (tally.agree.abs_diff(tally.disagree), usize::MAX - tally.spoken()),
        });
        found
    }
}

/// The answers that a member weighs, in an order of their own, so that not everybody weighs the
/// same few first.
#[must_use]
pub fn in_turn(it: &RoundDetails, member: MemberId, own: Option<AnswerId>) -> Vec<&Answer> {
    let mut others: Vec<&Answer> =
        it.weighable().filter(|response| Some(response.id) != own).collect();
    // Any odd factor mixes the random numbers of the answers; the member's is their own.
    let factor = member.0 | 1;
    others.sort_by_key(|response| response.id.0.wrapping_mul(factor));
    others
}

/// Where a member goes on: the first answer they have not weighed, after the one at hand if there
/// is one.
#[must_use]
pub fn goes_on<'r>(
    turn: &[&'r Answer],
    said: &HashMap<AnswerId, Opinion>,
    after: Option<AnswerId>,
) -> Option<&'r Answer> {
    let place = turn.iter().position(|response| Some(response.id) == after);
    let (before, rest) = turn.split_at(place.map_or(0, |place| place + 1));
    rest.iter().chain(before).find(|response| !said.contains_key(&response.id)).copied()
}

/// A number that tells one wording from another, so that nobody weighs words they have not seen.
#[must_use]
pub fn wording(text: &str) -> u32 {
    // Fowler, Noll and Vo's hash: short, and the same in every version.
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tally(agree: usize, pass: usize, disagree: usize) -> Tally {
        Tally { agree, pass, disagree }
    }

    #[test]
    fn a_group_is_of_one_mind_or_split_or_neither() {
        use Leaning::{OneMind, Split};
        for (agree, pass, disagree, could, leaning) in [
            (0, 0, 0, 5, None),
            // Too few to say anything.
            (2, 0, 0, 2, None),
            (3, 0, 0, 3, Some(OneMind)),
            (3, 9, 0, 11, None),
            (5, 0, 0, 10, None),
            (6, 0, 0, 10, Some(OneMind)),
            // One of five may think otherwise, one of four is not all but a few.
            (4, 0, 1, 5, Some(OneMind)),
            (3, 0, 1, 5, None),
            (8, 0, 2, 11, Some(OneMind)),
            (7, 0, 2, 11, None),
            (2, 0, 2, 4, Some(Split)),
            (2, 0, 1, 3, None),
            (4, 0, 2, 6, Some(Split)),
            (5, 0, 2, 7, None),
            (2, 3, 4, 9, Some(Split)),
            (2, 0, 2, 11, None),
            // Nobody is held up whom all disagree with.
            (0, 0, 6, 6, None),
            (1, 0, 5, 6, None),
        ] {
            let found = tally(agree, pass, disagree).leaning(could);
            assert_eq!(found, leaning, "{agree} {pass} {disagree} of {could}");
        }
    }

    #[test]
    fn counts_are_told_from_three_on() {
        assert!(!tally(1, 1, 0).told());
        assert!(tally(1, 1, 1).told());
    }

    #[test]
    fn another_wording_has_another_number() {
        assert_eq!(wording("Nobody rules."), wording("Nobody rules."));
        assert_ne!(wording("Nobody rules."), wording("Nobody ruled."));
    }

    proptest! {
        #[test]
        fn what_is_said_of_the_group_gives_nobody_away(
            agree in 0_usize..30, pass in 0_usize..30, disagree in 0_usize..30, could in 0_usize..60,
        ) {
            let tally = tally(agree, pass, disagree);
            if let Some(leaning) = tally.leaning(could) {
                prop_assert!(tally.told());
                prop_assert!(agree > 0);
                prop_assert!(tally.spoken() * 2 > could);
                if leaning == Leaning::Split {
                    prop_assert!(agree >= 2 && disagree >= 2);
                    prop_assert!(agree <= 2 * disagree && disagree <= 2 * agree);
                } else {
                    prop_assert!(agree >= 4 * disagree);
                }
            }
        }
    }
}
