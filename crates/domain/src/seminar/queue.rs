//! Whose turn it is to speak: who has spoken least comes first, then who asked first.

use crate::MemberId;

/// Who speaks in a seminar, and who waits. Nobody waits while nobody speaks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// Whose turn it is.
    pub speaking: Option<Asker>,
    /// Who comes next, in order.
    pub waiting: Vec<Asker>,
    /// Whether a message shows it.
    pub board: bool,
}

/// Who asked for a turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// The number of the turn; who asked later has a higher one.
    pub turn: i64,
    /// Who.
    pub member: MemberId,
    /// The name they go by.
    pub name: String,
    /// How many turns they took before.
    pub spoken: usize,
}

impl Queue {
    /// Puts those who wait in order.
    #[must_use]
    pub fn lined_up(speaking: Option<Asker>, mut waiting: Vec<Asker>, board: bool) -> Self {
        waiting.sort_by_key(|asker| (asker.spoken, asker.turn));
        Self { speaking, waiting, board }
    }

    /// Whether it is a member's turn.
    #[must_use]
    pub fn speaks(&self, member: MemberId) -> bool {
        self.speaking.as_ref().is_some_and(|asker| asker.member == member)
    }

    /// As which a member comes next, counted from 1; `None` if they do not wait.
    #[must_use]
    pub fn position(&self, member: MemberId) -> Option<usize> {
        let index = self.waiting.iter().position(|asker| asker.member == member);
        index.map(|before| before + 1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn asker(turn: i64, spoken: usize) -> Asker {
        Asker { turn, member: MemberId(turn), name: format!("member {turn}"), spoken }
    }

    fn order(waiting: Vec<Asker>) -> Vec<i64> {
        let queue = Queue::lined_up(None, waiting, false);
        queue.waiting.iter().map(|asker| asker.turn).collect()
    }

    #[test]
    fn who_has_spoken_least_comes_first_and_then_who_asked_first() {
        for (asked, comes) in [
            (vec![], vec![]),
            (vec![(1, 0), (2, 0), (3, 0)], vec![1, 2, 3]),
            (vec![(3, 0), (1, 0), (2, 0)], vec![1, 2, 3]),
            (vec![(1, 2), (2, 1), (3, 0)], vec![3, 2, 1]),
            (vec![(1, 1), (2, 0), (3, 1), (4, 0)], vec![2, 4, 1, 3]),
        ] {
            let asked = asked.into_iter().map(|(turn, spoken)| asker(turn, spoken)).collect();
            assert_eq!(order(asked), comes);
        }
    }

    #[test]
    fn everybody_knows_their_position() {
        let queue = Queue::lined_up(Some(asker(9, 0)), vec![asker(1, 1), asker(2, 0)], true);
        assert!(queue.speaks(MemberId(9)) && !queue.speaks(MemberId(1)));
        assert_eq!(queue.position(MemberId(2)), Some(1));
        assert_eq!(queue.position(MemberId(1)), Some(2));
        assert_eq!(queue.position(MemberId(9)), None);
        assert_eq!(queue.position(MemberId(5)), None);
    }

    proptest! {
        #[test]
        fn nobody_is_lost_and_nobody_overtaken(spoken in prop::collection::vec(0usize..4, 0..20)) {
            let waiting: Vec<Asker> =
                (0i64..).zip(&spoken).map(|(turn, spoken)| asker(turn, *spoken)).collect();
            let queue = Queue::lined_up(None, waiting.iter().rev().cloned().collect(), false);
            prop_assert_eq!(queue.waiting.len(), waiting.len());
            for pair in queue.waiting.windows(2) {
                let (first, then) = (&pair[0], &pair[1]);
                prop_assert!(
                    first.spoken < then.spoken
                        || first.spoken == then.spoken && first.turn < then.turn
                );
            }
        }

        #[test]
        fn where_all_ask_again_at_once_all_speak_as_often(members in 1i64..9, turns in 0i64..40) {
            let mut waiting: Vec<Asker> = (0..members).map(|turn| asker(turn, 0)).collect();
            for turn in 0..turns {
                waiting = Queue::lined_up(None, waiting, false).waiting;
                let spoke = waiting.remove(0);
                waiting.push(Asker { turn: members + turn, spoken: spoke.spoken + 1, ..spoke });
            }
            let least = waiting.iter().map(|it| it.spoken).min();
            let most = waiting.iter().map(|it| it.spoken).max();
            prop_assert!(most <= least.map(|least| least + 1), "{waiting:?}");
        }
    }
}
