//! Many dailies due in one minute. `DAILIES` says how many; 50,000 take some twenty minutes at the
//! pace that Discord allows.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use commonplace::clock::Clock;
use commonplace::store::{Mode, NewSchedule, Store};
use domain::schedule::{Days, Filter};
use domain::{ChannelId, ChannelKind, MemberId, RequestId, ServerId};
use jiff::{SignedDuration, Timestamp};
use standin::{Rate, Rates, Standin};

use crate::discord::harness::{Bot, SOON, hurried, lenient, said};

/// How many dailies a server has.
const EACH: usize = 5;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs minutes; run with DAILIES=50000 -- --ignored --nocapture many"]
async fn many_dailies_go_out_at_discords_pace() {
    let count: usize = std::env::var("DAILIES").map_or(1_000, |count| count.parse().unwrap());
    let rates = Rates { global: Some(Rate::new(50, Duration::from_secs(1))), ..Rates::off() };
    let services = standin::Options { rates, keep_messages: 50, log: false, ..lenient() };
    let discord = Standin::start(services).await;
    let servers: Vec<_> =
        (0..count.div_ceil(EACH)).map(|number| discord.server(&format!("Club {number}"))).collect();
    let channels: Vec<_> = servers.iter().map(|server| server.channel("daily")).collect();

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("book.db");
    let now: Timestamp = "2026-11-23T08:59:40Z".parse().unwrap();
    let store = Store::open(&path, Mode::Bot).await.unwrap();
    let adds = (0..count).map(async |number| {
        let club = number / EACH;
        let new = NewSchedule {
            place: ChannelId(channels[club].id.to_string().parse().unwrap()),
            kind: ChannelKind::Channel,
            request: RequestId(i64::try_from(number).unwrap()),
            maker: MemberId(1),
            time: "9:00".parse().unwrap(),
            days: Days::ALL,
            timezone: "UTC".to_owned(),
            filter: Filter::default(),
            role: None,
            thread: false,
            next_at: now + SignedDuration::from_secs(20),
            now,
        };
        let server = ServerId(servers[club].id.to_string().parse().unwrap());
        store.change(server, async |tx| tx.add_schedule(&new).await).await
    });
    for add in futures_util::future::join_all(adds).await {
        add.unwrap();
    }
    store.close().await;

    let mut options = hurried(&discord);
    // At its own pace: put forward, the hours within which a daily is still posted would be over.
    options.clock = Clock::fast(now, 1);
    let _bot = Bot::start(path, options);
    discord.ready().await;
    discord.command("help", SOON).await;
    let (owner, general) = (servers[0].owner(), servers[0].channel("general"));
    let (began, mut waits) = (Instant::now(), Vec::new());
    let mut first_round = None;
    loop {
        let asked = Instant::now();
        said(&owner, &general, "quote theme:power").await;
        waits.push(asked.elapsed());
        let posts: HashMap<usize, usize> =
            channels.iter().map(|channel| channel.messages().len()).enumerate().collect();
        let total: usize = posts.values().sum();
        if first_round.is_none() && posts.values().all(|posts| *posts > 0) {
            first_round = Some((began.elapsed(), posts.values().copied().max()));
        }
        if total >= count {
            break;
        }
        assert!(
            began.elapsed() < Duration::from_secs(60 + count as u64 / 20),
            "{total} of {count}"
        );
        tokio::time::sleep(Duration::from_millis(500)).await;
    }
    let took = began.elapsed();
    waits.sort();
    println!(
        "{count} dailies of {} servers in {took:.1?}: {:.1} a second; every server had its first \
         after {first_round:?}; {} commands meanwhile, the slowest answered in {:.0?}",
        servers.len(),
        count as f64 / took.as_secs_f64(),
        waits.len(),
        waits[waits.len() - 1],
    );
    let refused = discord.invalid_requests();
    println!("{refused} requests were refused");
    // Discord bans an address after 10,000 in ten minutes.
    assert!(refused < 1_000, "{refused}");
}
