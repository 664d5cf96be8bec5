use super::super::Error;
use super::*;

async fn settings(home: &Home, server: i64) -> Option<String> {
    home.store.settings(ServerId(server)).await.unwrap().timezone
}

/// A write that leaves its number, then ends as `how` says.
async fn write(store: Store, number: i64, how: &'static str) -> Result<i64, Error> {
    store
        .write(move |db| {
            Box::pin(async move {
                sqlx::query("insert into settings (server, timezone) values (?, 'UTC')")
                    .bind(number)
                    .execute(&mut *db)
                    .await?;
                match how {
                    "panics" => panic!("as it should"),
                    "fails" => {
                        sqlx::query("insert into nowhere values (1)").execute(db).await?;
                    }
                    _ => {}
                }
                Ok(number)
            })
        })
        .await
}

#[tokio::test]
async fn of_many_at_once_a_failure_spoils_no_other() {
    let home = Home::new().await;
    let how = |number: i64| match number % 5 {
        1 => "fails",
        2 => "panics",
        _ => "works",
    };
    let writes = (0..200).map(|number| write(home.store.clone(), number, how(number)));
    let done = futures_util::future::join_all(writes).await;
    for (number, done) in (0..).zip(done) {
        let kept = settings(&home, number).await.is_some();
        match how(number) {
            "works" => assert_eq!((done.unwrap(), kept), (number, true)),
            "panics" => assert!(matches!(done, Err(Error::Panicked)) && !kept),
            _ => assert!(matches!(done, Err(Error::Database(_))) && !kept),
        }
    }
}

#[tokio::test]
async fn writes_that_wait_share_a_transaction() {
    let home = Home::new().await;
    // The first write holds the writer until the others wait behind it.
    let (go, held) = tokio::sync::oneshot::channel::<()>();
    let first = home.store.write(move |_| {
        Box::pin(async move {
            held.await.ok();
            Ok(())
        })
    });
    let rest = (0..50).map(|number| write(home.store.clone(), number, "works"));
    let rest = futures_util::future::join_all(rest);
    let release = async {
        tokio::task::yield_now().await;
        tokio::task::yield_now().await;
        go.send(()).unwrap();
    };
    let before = log_frames(&home);
    let (first, rest, ()) = tokio::join!(first, rest, release);
    first.unwrap();
    assert!(rest.iter().all(Result::is_ok));
    // 50 rows of one table fit on a page or two: apart they would log at least a page each.
    let logged = log_frames(&home) - before;
    assert!(logged < 20, "{logged} pages were logged");
}

/// Pages in the log, from its size: a header of 32 bytes, and 24 bytes before each page of 4096.
fn log_frames(home: &Home) -> u64 {
    let log = home.path().with_extension("db-wal");
    std::fs::metadata(log).map_or(0, |log| log.len().saturating_sub(32) / (4096 + 24))
}

#[tokio::test]
async fn a_write_stands_when_its_asker_has_gone() {
    let home = Home::new().await;
    let mut write = Box::pin(write(home.store.clone(), 7, "works"));
    // Polled once, so that it is in the queue, and dropped.
    let _ = futures_util::FutureExt::now_or_never(&mut write);
    drop(write);
    home.store.save_filter(HERE, "{}".to_owned()).await.unwrap();
    assert_eq!(settings(&home, 7).await.as_deref(), Some("UTC"));
}

#[tokio::test]
async fn a_full_disk_fails_what_does_not_fit_and_nothing_else() {
    let mut home = Home::new().await;
    limit(&home, 0).await;
    let text = "x".repeat(100_000);
    let big = |number| home.store.save_filter(ServerId(number), text.clone());
    let big = futures_util::future::join_all((0..5).map(big)).await;
    for refused in big {
        assert!(matches!(refused, Err(Error::Full)), "{refused:?}");
    }
    assert!(matches!(home.store.save_filter(HERE, text.clone()).await, Err(Error::Full)));
    // Where there is room again, it goes on.
    limit(&home, 1_000_000).await;
    let id = home.store.save_filter(HERE, text.clone()).await.unwrap();
    home.reopen().await;
    assert_eq!(home.store.filter(HERE, id).await.unwrap(), Some(text));
}

/// Lets the file grow to so many pages and no further, as a full disk would.
async fn limit(home: &Home, pages: u32) {
    home.store
        .write(move |db| {
            Box::pin(async move {
                let limit = format!("pragma max_page_count = {}", pages.max(1));
                sqlx::query(sqlx::AssertSqlSafe(limit)).execute(db).await?;
                Ok(())
            })
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn after_the_end_nothing_is_written() {
    let home = Home::new().await;
    home.store.close().await;
    assert!(matches!(write(home.store.clone(), 1, "works").await, Err(Error::Closed)));
}
