//! Splits what is too long for one message into pages.

use super::split::split;
use super::{Block, rendered_length};

/// How long a page of blocks may be when it is rendered. A message of components takes 4,000
/// characters, and its title and its footer need some of them.
pub const PAGE: usize = 3_500;

/// Puts blocks on pages of at most `limit` characters, in their order. The blocks of a group stay
/// on one page if one holds them all. What somebody said goes on on the next page if no page holds
/// it; any other block that no page holds has one to itself.
#[must_use]
pub fn paginate(groups: impl IntoIterator<Item = Vec<Block>>, limit: usize) -> Vec<Vec<Block>> {
    let mut pages: Vec<Vec<Block>> = Vec::new();
    let mut taken = limit;
    for group in groups {
        let whole: usize = group.iter().map(rendered_length).sum();
        if taken + whole > limit {
            // The group begins a page, and if it is too long its blocks follow one by one.
            taken = limit;
        }
        for block in group.into_iter().flat_map(|block| split(block, limit)) {
            let needed = rendered_length(&block);
            match pages.last_mut() {
                Some(page) if taken + needed <= limit => {
                    page.push(block);
                    taken += needed;
                }
                _ => {
                    pages.push(vec![block]);
                    taken = needed;
                }
            }
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::Text;
    use super::*;

    fn said(text: &str) -> Block {
        Block::Said { by: Text::from("Ana"), text: text.to_owned() }
    }

    #[test]
    fn groups_stay_together_where_a_page_holds_them() {
        let limit = 3 * rendered_length(&said("xxxxx"));
        let groups = [
            vec![said("1xxxx"), said("2xxxx")],
            vec![said("3xxxx"), said("4xxxx")],
            vec![said("5xxxx")],
        ];
        let pages = paginate(groups.clone(), limit);
        assert_eq!(pages, [groups[0].clone(), [&groups[1][..], &groups[2]].concat()]);
        assert!(paginate([], limit).is_empty());
    }

    #[test]
    fn what_no_page_holds_goes_on_on_the_next() {
        let long = "It was so. ".repeat(600);
        let pages = paginate([vec![said("Short.")], vec![said(long.trim())]], PAGE);
        let whole: usize = pages.concat().iter().map(rendered_length).sum();
        assert!(pages.len() == 4 && whole > 2 * PAGE, "{}", pages.len());
        for page in &pages {
            assert!(page.iter().map(rendered_length).sum::<usize>() <= PAGE);
        }
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_only_a_single_block_is_over_a_page(
            groups in prop::collection::vec(prop::collection::vec(0_usize..300, 0..4), 0..12),
            limit in 0_usize..400,
        ) {
            let numbered = groups.iter().enumerate();
            let groups: Vec<Vec<Block>> = numbered
                .map(|(number, group)| {
                    let block = |it: &usize| Block::Text(format!("{number}{}", "x".repeat(*it)).into());
                    group.iter().map(block).collect()
                })
                .collect();
            let pages = paginate(groups.clone(), limit);
            prop_assert_eq!(pages.concat(), groups.concat());
            for page in &pages {
                let taken: usize = page.iter().map(rendered_length).sum();
                prop_assert!(!page.is_empty() && (taken <= limit || page.len() == 1));
            }
            for group in groups.iter().filter(|group| group.len() > 1) {
                let taken: usize = group.iter().map(rendered_length).sum();
                let together = pages.iter().any(|page| page.windows(group.len()).any(|it| it == group));
                prop_assert!(taken > limit || together);
            }
        }
    }
}
