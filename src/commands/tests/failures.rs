//! Every statement of every command fails in turn: the member reads one sentence with a number, and
//! nothing is half done.

use std::collections::BTreeSet;

use super::isolation::{busy, everything, everywhere, tries};
use crate::store::{Error, Location};

/// What a statement fails with.
const ERRORS: [fn() -> Error; 2] =
    [|| Error::Full, || Error::Unreadable("as the test wants it".to_owned())];

#[tokio::test]
async fn whichever_statement_of_a_command_fails_nothing_is_half_done() {
    let mut group = busy().await;
    let failpoints = group.services.store().failpoints().clone();
    let before = everywhere(&group).await;
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
    assert_eq!(before, everywhere(&group).await);
    // The rest of a command that keeps something twice is not reached above: these two keep their
    // filter first, which is nothing that anybody sees.
    let mut twice = BTreeSet::new();
    for line in everything(&group) {
        let (name, kept) = (line.name.clone(), failpoints.passed(Location::Commit));
        tries(&mut group, "mia", line).await;
        if failpoints.passed(Location::Commit) > kept + 1 {
            twice.insert(name);
        }
    }
    assert_eq!(twice, BTreeSet::from(["question".to_owned(), "quote".to_owned()]));
    println!("{lines} commands, {failed} failed statements");
    assert!(failed > 1_000, "{failed}");
}
