//! A move ends between any two of its steps, and is given again.

use super::*;

/// How far a move comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Until {
    Opened,
    Arriving,
    Departed,
    Arrived,
}

const ALL: [Until; 4] = [Until::Opened, Until::Arriving, Until::Departed, Until::Arrived];

/// Moves up to a step, and ends without closing anything.
async fn cut_short(files: &Files, until: Until) {
    let mut moving = files.begin().await.unwrap();
    if until >= Until::Arriving {
        moving.arrive(HERE, 5).await.unwrap();
    }
    if until >= Until::Departed {
        moving.depart(HERE, 5).await.unwrap();
    }
    if until >= Until::Arrived {
        moving.arrived(HERE).await.unwrap();
    }
    drop(moving);
}

#[tokio::test]
async fn a_move_that_was_cut_short_is_ended_by_the_next() {
    for until in ALL {
        let files = Files::new().await;
        let before = rows_in(&files.from, HERE).await;
        cut_short(&files, until).await;
        // It is whole where it counts.
        let counts = if until >= Until::Departed { &files.to } else { &files.from };
        assert_eq!(rows_in(counts, HERE).await, before, "{until:?}");
        files.moves().await.unwrap_or_else(|error| panic!("{until:?}: {error}"));
        assert_eq!(rows_in(&files.to, HERE).await, before, "{until:?}");
        assert_eq!(rows_in(&files.from, HERE).await, Rows::new(), "{until:?}");
        open(&files.to).await.close().await;
        open(&files.from).await.close().await;
    }
}

#[tokio::test]
async fn no_bot_starts_where_a_server_is_arriving() {
    for until in ALL {
        let files = Files::new().await;
        cut_short(&files, until).await;
        let unfinished = [Until::Arriving, Until::Departed].contains(&until);
        for mode in [Mode::Bot, Mode::Change] {
            let opened = Store::open(&files.to, mode).await;
            match opened {
                Err(OpenError::Unfinished { from, server, .. }) => {
                    assert!(unfinished, "{until:?}");
                    assert_eq!((from, server), (files.from.clone(), HERE));
                }
                Ok(store) => {
                    assert!(!unfinished, "{until:?}");
                    store.close().await;
                }
                Err(error) => panic!("{until:?}: {error}"),
            }
        }
        // The other file is free, with the server or without it.
        open(&files.from).await.close().await;
    }
}

/// What its members do before the move is given again is not lost.
#[tokio::test]
async fn the_server_goes_on_in_the_source_until_it_has_departed() {
    let files = Files::new().await;
    cut_short(&files, Until::Arriving).await;
    let store = open(&files.from).await;
    pose(&store, HERE, 4_000).await;
    store.close().await;
    let now = rows_in(&files.from, HERE).await;
    files.moves().await.unwrap();
    assert_eq!(rows_in(&files.to, HERE).await, now);
}

/// The copy counts by then: what a bot writes anew in the source must not replace it.
#[tokio::test]
async fn a_server_that_has_departed_is_not_copied_over_by_what_came_after() {
    let files = Files::new().await;
    let before = rows_in(&files.from, HERE).await;
    cut_short(&files, Until::Departed).await;
    let store = open(&files.from).await;
    pose(&store, HERE, 4_000).await;
    store.close().await;
    let refused = files.moves().await.unwrap_err();
    assert!(matches!(refused, MoveError::Taken(HERE, _)), "{refused}");
    assert_eq!(rows_in(&files.to, HERE).await, before);
    // It has arrived all the same.
    open(&files.to).await.close().await;
}

#[tokio::test]
async fn only_the_move_from_the_same_file_ends_what_was_cut_short() {
    let files = Files::new().await;
    cut_short(&files, Until::Departed).await;
    let third = files.from.with_file_name("third.db");
    let store = open(&third).await;
    pose(&store, ServerId(3), 1).await;
    store.close().await;
    let refused = moves(&third, &files.to, &Which::Server(ServerId(3)), 1).await.unwrap_err();
    assert!(matches!(&refused, MoveError::Open(OpenError::Unfinished { .. })), "{refused}");
    // Nor does anybody move on from there.
    let refused = moves(&files.to, &third, &Which::Server(HERE), 1).await.unwrap_err();
    assert!(matches!(&refused, MoveError::Open(OpenError::Unfinished { .. })), "{refused}");
    files.moves().await.unwrap();
    moves(&third, &files.to, &Which::Server(ServerId(3)), 1).await.unwrap_err();
}
