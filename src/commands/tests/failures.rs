//! Every statement of every command fails in turn: the member reads one sentence with a number, and
//! nothing is half done.

use std::collections::BTreeSet;

use super::isolation::{busy, everything, everywhere, tries};
use crate::commands::fixture::Group;
use crate::store::{Error, Location};

/// What a statement fails with.
const ERRORS: [fn() -> Error; 2] =
    [|| Error::Full, || Error::Unreadable("as the test wants it".to_owned())];

#[tokio::test]
async fn whichever_statement_of_a_command_fails_nothing_is_half_done() {
    let mut group = busy().await;
    let failpoints = group.services.store().failpoints().clone();
    let before = kept(&group).await;
    let (mut failed, mut lines) = (0, 0);
    for line in everything(&group) {
        lines += 1;
        for (nth, error) in (1..).zip(ERRORS.into_iter().cycle()) {
            let told = format!("statement {nth} of {line:?}");
            let kept = failpoints.passed(Location::Commit);
            failpoints.fail_nth_with(Location::Statement, nth, error());
            // If it has fewer statements, it fails at its end, so that nothing of it is kept.
            failpoints.fail_nth(Location::Commit, 1);
            let said = tries(&mut group, "mia", line.clone()).await;
            let armed = failpoints.armed();
            failpoints.disarm();
            if !armed.contains(&Location::Statement) {
                failed += 1;
                assert!(
                    said.contains("Something went wrong") && said.contains("0000-"),
                    "{told}: {said}"
                );
            }
            if failpoints.passed(Location::Commit) > kept && armed.contains(&Location::Commit) {
                panic!("{told} was kept: {said}");
            }
            if armed.contains(&Location::Statement) {
                break;
            }
        }
    }
    assert_eq!(before, kept(&group).await);
    // The rest of a command that keeps something twice would not have been reached above.
    let mut twice = BTreeSet::new();
    for line in everything(&group) {
        let (name, kept) = (line.name.clone(), failpoints.passed(Location::Commit));
        tries(&mut group, "mia", line).await;
        if failpoints.passed(Location::Commit) > kept + 1 {
            twice.insert(name);
        }
    }
    assert_eq!(twice, BTreeSet::new());
    println!("{lines} commands, {failed} failed statements");
    assert!(failed > 1_000, "{failed}");
}

/// Everything in the database but how often a quote was served, which is written later and counts
/// even if it was not shown.
async fn kept(group: &Group) -> BTreeSet<String> {
    let mut rows = everywhere(group).await;
    rows.retain(|row| !row.starts_with("servings: "));
    rows
}
