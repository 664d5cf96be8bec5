//! Ratings: what members think of one another's answers, and what that says of the group.

use std::collections::HashMap;

use super::{Answer, AnswerId, MemberId, Part, RoundDetails, RoundState};

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
    /// Nearly all agree.
    Agreed,
    /// Opinions differ.
    Split,
}

/// An answer shows no counts before it has this many ratings: with fewer, somebody who knows one
/// opinion could work out the others.
const LEAST_RATINGS: usize = 3;
/// Consensus: at most one in this many disagrees.
const FEW: usize = 5;
/// A split has at least this many on each side …
const SIDE: usize = 2;
/// … and neither side is more than this many times the other.
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
    /// How many have rated the answer.
    #[must_use]
    pub fn ratings(self) -> usize {
        self.agree + self.pass + self.disagree
    }

    /// How many agree or disagree.
    #[must_use]
    pub fn opinions(self) -> usize {
        self.agree + self.disagree
    }

    /// Whether its counts may be shown: at least three have rated this very answer. To count those
    /// who have rated any answer would show less, and would not survive the round's end, when the
    /// ratings lose their members.
    #[must_use]
    pub fn told(self) -> bool {
        self.ratings() >= LEAST_RATINGS
    }

    /// What the group thinks of an answer that `could` members could rate.
    ///
    /// It agrees when at least three, and more than half of those who could, agree or disagree, and
    /// at most one in five of them disagrees. It is split when there are at least two on each side
    /// and neither is more than twice the other; a few voices in a large group say nothing, so
    /// there too more than half must have an opinion. Anything else has no leaning: an answer that
    /// nearly all disagree with is not pointed out, since its member would be shamed.
    #[must_use]
    pub fn leaning(self, could: usize) -> Option<Leaning> {
        let opinions = self.opinions();
        if opinions < LEAST_RATINGS || opinions * 2 <= could {
            return None;
        }
        let (less, more) = (self.agree.min(self.disagree), self.agree.max(self.disagree));
        if self.disagree * FEW <= opinions {
            return Some(Leaning::Agreed);
        }
        (less >= SIDE && more <= less * EVEN).then_some(Leaning::Split)
    }
}

impl RoundDetails {
    /// The answers that can be rated: in a debate only what members say in their own name.
    pub fn ratable(&self) -> impl Iterator<Item = &Answer> {
        let own = self.responses.iter().filter(|response| response.part == Part::Own);
        own.filter(|response| self.round.shows(response))
    }

    /// The answer that a member rates, if it can be rated now and has the words that they read.
    #[must_use]
    pub fn rated_answer(&self, id: AnswerId, words: u32) -> Option<&Answer> {
        let revealed = self.round.state == RoundState::Revealed;
        let mut ratable = self.ratable().filter(|_| revealed);
        ratable.find(|answer| answer.id == id && wording(&answer.text) == words)
    }

    /// How many think what of an answer.
    #[must_use]
    pub fn tally(&self, id: AnswerId) -> Tally {
        self.tallies.get(&id).copied().unwrap_or_default()
    }

    /// How many could rate each answer: all who took part in this round but its own member. It
    /// counts only what stays when the round is over, so that the record does not change when
    /// somebody joins later.
    #[must_use]
    pub fn could_rate(&self) -> usize {
        let answered = self.responses.iter().filter(|response| response.part == Part::Own).count();
        answered.max(self.round.awaited).saturating_sub(1)
    }

    /// The answers of which something can be said, the clearest first.
    #[must_use]
    pub fn leaning(&self, leaning: Leaning) -> Vec<(&Answer, Tally)> {
        let could = self.could_rate();
        let mut found: Vec<(&Answer, Tally)> = self
            .ratable()
            .map(|response| (response, self.tally(response.id)))
            .filter(|(_, tally)| tally.leaning(could) == Some(leaning))
            .collect();
        found.sort_by_key(|(_, tally)| match leaning {
            Leaning::Agreed => (tally.disagree, usize::MAX - tally.agree),
            Leaning::Split => (tally.agree.abs_diff(tally.disagree), usize::MAX - tally.opinions()),
        });
        found
    }
}

/// The others' answers in an order of the member's own, so that not everybody rates the same few
/// first.
#[must_use]
pub fn others_for(details: &RoundDetails, member: MemberId, own: Option<AnswerId>) -> Vec<&Answer> {
    let mut others: Vec<&Answer> =
        details.ratable().filter(|response| Some(response.id) != own).collect();
    // Any odd factor mixes the random numbers of the answers; each member has their own.
    let factor = member.0 | 1;
    others.sort_by_key(|response| response.id.0.wrapping_mul(factor));
    others
}

/// The answer that a member rates next: the first without their opinion, after the one at hand if
/// there is one.
#[must_use]
pub fn next<'r>(
    others: &[&'r Answer],
    opinions: &HashMap<AnswerId, Opinion>,
    after: Option<AnswerId>,
) -> Option<&'r Answer> {
    let index = others.iter().position(|response| Some(response.id) == after);
    let (before, rest) = others.split_at(index.map_or(0, |index| index + 1));
    rest.iter().chain(before).find(|response| !opinions.contains_key(&response.id)).copied()
}

/// A number that tells one wording from another, so that nobody rates words they have not seen.
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
    fn a_group_agrees_or_is_split_or_neither() {
        use Leaning::{Agreed, Split};
        for (agree, pass, disagree, could, leaning) in [
            (0, 0, 0, 5, None),
            // Too few to say anything.
            (2, 0, 0, 2, None),
            (3, 0, 0, 3, Some(Agreed)),
            (3, 9, 0, 11, None),
            (5, 0, 0, 10, None),
            (6, 0, 0, 10, Some(Agreed)),
            // One of five may think otherwise, one of four is not all but a few.
            (4, 0, 1, 5, Some(Agreed)),
            (3, 0, 1, 5, None),
            (8, 0, 2, 11, Some(Agreed)),
            (7, 0, 2, 11, None),
            (2, 0, 2, 4, Some(Split)),
            (2, 0, 1, 3, None),
            (4, 0, 2, 6, Some(Split)),
            (5, 0, 2, 7, None),
            (2, 3, 4, 9, Some(Split)),
            (2, 0, 2, 11, None),
            // An answer that all disagree with is not pointed out.
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
                prop_assert!(tally.opinions() * 2 > could);
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
