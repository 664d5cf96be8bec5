//! The lot that decides who facilitates.

use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

use super::Participant;
use crate::MemberId;

/// Draws who facilitates next: one of those who volunteer, else one of all who may; not who has it
/// `now`, if there is another, and never one of `barred`. The same seed draws the same. `None` if
/// there is nobody.
#[must_use]
pub fn draw<'p>(
    roster: &'p [Participant],
    now: Option<MemberId>,
    barred: &[MemberId],
    seed: u64,
) -> Option<&'p Participant> {
    let mut chance = ChaCha8Rng::seed_from_u64(seed);
    let able: Vec<&Participant> =
        roster.iter().filter(|it| it.eligible && !barred.contains(&it.member)).collect();
    let willing: Vec<&Participant> = able.iter().copied().filter(|it| it.volunteers).collect();
    let among = if willing.is_empty() { able } else { willing };
    let others: Vec<&Participant> =
        among.iter().copied().filter(|it| Some(it.member) != now).collect();
    others.choose(&mut chance).or_else(|| among.first()).copied()
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::prelude::*;

    use super::*;

    fn participant(member: i64, eligible: bool, volunteers: bool) -> Participant {
        Participant {
            member: MemberId(member),
            name: format!("member {member}"),
            joined_at: jiff::Timestamp::UNIX_EPOCH,
            eligible,
            volunteers,
            spoken: 0,
            joined_among_unnamed: None,
        }
    }

    fn drawn(roster: &[Participant], now: Option<i64>, barred: &[i64]) -> Vec<i64> {
        let barred: Vec<MemberId> = barred.iter().copied().map(MemberId).collect();
        let by = |seed| draw(roster, now.map(MemberId), &barred, seed).map(|it| it.member.0);
        let mut all: Vec<i64> = (0..60).filter_map(by).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    #[test]
    fn volunteers_first_then_all_who_may_then_nobody() {
        let (yes, no) = (true, false);
        let all = [(1, yes, yes), (2, yes, yes), (3, yes, no), (4, no, yes), (5, no, no)]
            .map(|(member, eligible, volunteers)| participant(member, eligible, volunteers));
        for (roster, now, barred, comes) in [
            (&all[..], None, &[][..], &[1, 2][..]),
            (&all, Some(1), &[], &[2]),
            (&all, Some(9), &[], &[1, 2]),
            (&all, Some(1), &[2], &[1]),
            (&all, None, &[1, 2], &[3]),
            (&all, None, &[1, 2, 3], &[]),
            (&all[2..], None, &[], &[3]),
            (&all[2..], Some(3), &[], &[3]),
            (&all[3..], None, &[], &[]),
            (&[], None, &[], &[]),
        ] {
            assert_eq!(drawn(roster, now, barred), comes, "{now:?} {barred:?}");
        }
    }

    #[test]
    fn the_lot_is_fair() {
        let roster: Vec<Participant> = (0..5).map(|it| participant(it, true, true)).collect();
        let mut times: HashMap<i64, u32> = HashMap::new();
        for seed in 0..4_000 {
            let drawn = draw(&roster, Some(MemberId(0)), &[], seed).unwrap();
            *times.entry(drawn.member.0).or_default() += 1;
        }
        assert_eq!(times.len(), 4);
        assert!(times.values().all(|times| (850..1_150).contains(times)), "{times:?}");
    }

    proptest! {
        #[test]
        fn whoever_is_drawn_may_and_was_not_recalled(
            people in prop::collection::vec((any::<bool>(), any::<bool>()), 0..12),
            now in 0i64..12,
            barred in prop::collection::vec(0i64..12, 0..4),
            seed: u64,
        ) {
            let roster: Vec<Participant> = (0i64..)
                .zip(people)
                .map(|(member, (eligible, volunteers))| participant(member, eligible, volunteers))
                .collect();
            let barred: Vec<MemberId> = barred.into_iter().map(MemberId).collect();
            let drawn = draw(&roster, Some(MemberId(now)), &barred, seed);
            let may = |it: &Participant| it.eligible && !barred.contains(&it.member);
            prop_assert_eq!(drawn.is_some(), roster.iter().any(may));
            if let Some(drawn) = drawn {
                prop_assert!(may(drawn));
                let willing = roster.iter().any(|it| may(it) && it.volunteers);
                prop_assert_eq!(drawn.volunteers, willing);
                prop_assert_eq!(draw(&roster, Some(MemberId(now)), &barred, seed), Some(drawn));
            }
        }
    }
}
