use proptest::prelude::*;

use super::*;

fn listed(ids: &[String]) -> Matches<'_> {
    Matches::listed(ids.iter().map(String::as_str).collect())
}

type Had = HashMap<String, Drawn>;

fn ids(range: std::ops::Range<usize>) -> Vec<String> {
    range.map(|n| format!("q-{n}")).collect()
}

/// Draws one, and notes it.
fn next(matches: &[String], had: &mut Had, neighbours: &[Neighbour], seed: u64) -> String {
    let draw = draw(&listed(matches), had, neighbours, seed).unwrap();
    let turn = had.values().map(|drawn| drawn.turn).max().unwrap_or(0) + 1;
    had.insert(draw.quote.clone(), Drawn { times: draw.times, turn });
    draw.quote
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_quote_comes_once_before_any_comes_twice(size in 1usize..40, seed: u64) {
        let (matches, mut had) = (ids(0..size), Had::new());
        let mut before: Vec<String> = Vec::new();
        for round in 0..4_u64 {
            let mut deck = Vec::new();
            for turn in 0..size as u64 {
                deck.push(next(&matches, &mut had, &[], seed.wrapping_add(round << 32 | turn)));
            }
            let mut sorted = deck.clone();
            sorted.sort();
            sorted.dedup();
            prop_assert_eq!(sorted.len(), size);
            if size >= 10 && round > 0 {
                let last = &before[size - 5..];
                prop_assert!(deck[..5].iter().all(|quote| !last.contains(quote)));
            } else if size > 5 && round > 0 {
                prop_assert!(!before[size - 5..].contains(&deck[0]));
            } else if size > 1 && round > 0 {
                prop_assert_ne!(&before[size - 1], &deck[0]);
            }
            before = deck;
        }
    }

    #[test]
    fn what_joins_comes_first_and_joins_the_round(rounds in 1i64..9, seed: u64) {
        let drawn = |turn| Drawn { times: rounds, turn };
        let mut had: Had = ids(0..12).into_iter().zip(1..).map(|(id, turn)| (id, drawn(turn))).collect();
        prop_assert_eq!(next(&ids(0..13), &mut had, &[], seed), "q-12");
        prop_assert_eq!(had["q-12"].times, rounds);
        // And what leaves and comes back is not drawn again in the same round.
        let two = [next(&ids(0..6), &mut had, &[], seed), next(&ids(0..6), &mut had, &[], seed)];
        prop_assert!((0..11).map(|n| next(&ids(0..13), &mut had, &[], seed + n)).all(|id| !two.contains(&id)));
    }

    #[test]
    fn neighbours_do_not_show_the_same_on_one_day(
        sizes in prop::array::uniform2(12usize..30),
        starts in prop::array::uniform2(0usize..30),
        swap: bool,
        seed: u64,
    ) {
        let mut dailies = [0, 1].map(|n| (ids(0..sizes[n]), Had::new(), starts[n]));
        for day in 0..400_usize {
            let mut shown: [Vec<String>; 2] = [Vec::new(), Vec::new()];
            let order = if swap && day % 2 == 0 { [1, 0] } else { [0, 1] };
            for one in order {
                let other = &dailies[1 - one];
                let neighbour = Neighbour {
                    shown: shown[1 - one].clone(),
                    last: last(&listed(&other.0), &other.1),
                };
                let (matches, had, start) = &mut dailies[one];
                if day >= *start {
                    let seed = seed.wrapping_add((day * 2 + one) as u64);
                    let quote = next(matches, had, &[neighbour], seed);
                    shown[one].push(quote);
                }
            }
            prop_assert!(shown[0].is_empty() || shown[0] != shown[1], "day {}: {:?}", day, shown);
        }
    }
}

#[test]
fn progress_counts_this_round() {
    let (matches, mut had) = (ids(0..3), Had::new());
    let mut seen = vec![progress(&listed(&matches), &had).come];
    for seed in 0..4 {
        next(&matches, &mut had, &[], seed);
        seen.push(progress(&listed(&matches), &had).come);
    }
    assert_eq!(seen, [0, 1, 2, 3, 1]);
    assert_eq!(draw(&listed(&[]), &had, &[], 1), None);
}
