//! What Discord's answers tell about its limits, kept so that we do not run into them. Time comes
//! in as a parameter.
//!
//! A bucket is remembered while it tells something: while requests are under way in it, and until
//! it resets. So the memory is bounded by what goes on at one time.

use std::collections::{HashMap, VecDeque};
use std::time::{Duration, Instant};

use reqwest::Method;
use serenity::http::{RatelimitingBucket, Route};

use super::headers::{Attempt, ResponseMeta, Room};

/// Requests in any [`WINDOW`], all routes together; Discord allows 50 a second.
const GLOBAL: usize = 48;
/// A little more than a second: on their way, requests can move closer together.
const WINDOW: Duration = Duration::from_millis(1_050);
const SECOND: Duration = Duration::from_secs(1);
/// How long a request waits before it asks again whether the first of its route has come back.
const GLANCE: Duration = Duration::from_millis(25);
/// Idle buckets are thrown out when there are this many.
const SWEEP: usize = 256;

/// Which bucket a request falls in: the method, the route, and the server or channel in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key {
    method: u8,
    route: RatelimitingBucket,
}

impl Key {
    pub(super) fn new(method: &Method, route: &Route<'_>) -> Self {
        let method = match *method {
            Method::GET => 0,
            Method::POST => 1,
            Method::PUT => 2,
            Method::PATCH => 3,
            _ => 4,
        };
        Self { method, route: route.ratelimiting_bucket() }
    }
}

/// All that is known of the limits.
pub(super) struct RateLimiter {
    /// How many requests of ours fit in any [`WINDOW`].
    most: usize,
    routes: HashMap<Key, Bucket>,
    /// When the latest requests were sent, at most `most` of them. Wherever Discord's second
    /// begins, none holds more.
    sent: VecDeque<Instant>,
    /// Nothing may be sent before this.
    shut_until: Option<Instant>,
}

#[derive(Default)]
struct Bucket {
    under_way: u32,
    /// What is left until when; unknown before the first answer.
    room: Option<(u32, Instant)>,
}

impl RateLimiter {
    /// Keeps to a part of the global limit: other processes use the rest of it.
    pub(super) fn new(share: f64) -> Self {
        Self {
            most: share_of(GLOBAL, share),
            routes: HashMap::new(),
            sent: VecDeque::new(),
            shut_until: None,
        }
    }

    /// Takes a place in the bucket, to be given back with [`RateLimiter::leave`]; or says when to ask
    /// again.
    pub(super) fn enter(&mut self, key: Key, now: Instant) -> Result<(), Instant> {
        if let Some(until) = self.shut_until.filter(|until| *until > now) {
            return Err(until);
        }
        let bucket = self.routes.entry(key).or_default();
        bucket.room = bucket.room.filter(|(_, resets)| *resets > now);
        match &mut bucket.room {
            Some((0, resets)) => return Err(*resets),
            // One request finds out how much room there is; the others wait for it.
            None if bucket.under_way > 0 => return Err(now + GLANCE),
            _ => {}
        }
        if self.sent.len() >= self.most {
            match self.sent.front() {
                Some(first) if now < *first + WINDOW => return Err(*first + WINDOW),
                _ => self.sent.pop_front(),
            };
        }
        self.sent.push_back(now);
        if let Some((left, _)) = &mut bucket.room {
            *left -= 1;
        }
        bucket.under_way += 1;
        self.sweep(now);
        Ok(())
    }

    /// Gives a place back.
    pub(super) fn leave(&mut self, key: Key) {
        if let Some(bucket) = self.routes.get_mut(&key) {
            bucket.under_way = bucket.under_way.saturating_sub(1);
            if bucket.under_way == 0 && bucket.room.is_none() {
                self.routes.remove(&key);
            }
        }
    }

    /// Takes in what an answer told.
    pub(super) fn learn(&mut self, key: Key, told: &ResponseMeta, now: Instant) {
        if let Some(Room { remaining, resets_in }) = told.room {
            let bucket = self.routes.entry(key).or_default();
            let resets = now + resets_in;
            // Requests that are under way have taken their places already.
            let others = bucket.under_way.saturating_sub(1);
            let left = match bucket.room {
                // Answers can overtake each other; the lower number is the later one.
                Some((left, known)) if known + SECOND > resets && known > now => {
                    left.min(remaining)
                }
                _ => remaining.saturating_sub(others),
            };
            bucket.room = Some((left, resets));
        }
        if let Attempt::Limited(pause) = told.verdict {
            if told.global {
                self.shut_until = Some(now + pause);
            } else {
                self.routes.entry(key).or_default().room = Some((0, now + pause));
            }
        }
    }

    fn sweep(&mut self, now: Instant) {
        if self.routes.len() >= SWEEP {
            self.routes.retain(|_, bucket| {
                bucket.under_way > 0 || bucket.room.is_some_and(|(_, resets)| resets > now)
            });
        }
    }
}

/// A part of a limit, rounded down; at least 1.
pub(super) fn share_of(limit: usize, share: f64) -> usize {
    (limit as f64 * share).floor().clamp(1.0, limit as f64) as usize
}

#[cfg(test)]
mod tests {
    use serde_json::Value;
    use serenity::model::id::ChannelId;

    use super::*;

    fn key(channel: u64) -> Key {
        Key::new(&Method::POST, &Route::ChannelMessages { channel_id: ChannelId::new(channel) })
    }

    fn told(remaining: u32, resets_in: f64) -> ResponseMeta {
        let resets_in = Duration::from_secs_f64(resets_in);
        ResponseMeta::of(
            Attempt::Done(Value::Null),
            200,
            Some(Room { remaining, resets_in }),
            false,
        )
    }

    fn limited(pause: f64, global: bool) -> ResponseMeta {
        ResponseMeta::of(Attempt::Limited(Duration::from_secs_f64(pause)), 429, None, global)
    }

    fn after(start: Instant, seconds: f64) -> Instant {
        start + Duration::from_secs_f64(seconds)
    }

    #[test]
    fn a_bucket_is_used_up_and_then_waited_for() {
        let (mut limits, now) = (RateLimiter::new(1.0), Instant::now());
        limits.enter(key(1), now).unwrap();
        assert_eq!(limits.enter(key(1), now), Err(now + GLANCE), "its room is not known yet");
        limits.learn(key(1), &told(2, 5.0), now);
        limits.leave(key(1));
        limits.enter(key(1), now).unwrap();
        limits.enter(key(1), now).unwrap();
        assert_eq!(limits.enter(key(1), now), Err(after(now, 5.0)));
        limits.enter(key(2), now).unwrap();
        limits.leave(key(1));
        limits.leave(key(1));
        limits.enter(key(1), after(now, 5.1)).unwrap();
    }

    #[test]
    fn answers_that_overtake_each_other_give_no_room_twice() {
        let (mut limits, now) = (RateLimiter::new(1.0), Instant::now());
        limits.enter(key(1), now).unwrap();
        limits.learn(key(1), &told(4, 5.0), now);
        limits.leave(key(1));
        for _ in 0..4 {
            limits.enter(key(1), now).unwrap();
        }
        for remaining in [2, 3, 0, 1] {
            limits.learn(key(1), &told(remaining, 5.0), now);
            limits.leave(key(1));
        }
        assert!(limits.enter(key(1), now).is_err());
    }

    #[test]
    fn a_429_shuts_its_route_or_everything() {
        let (mut limits, now) = (RateLimiter::new(1.0), Instant::now());
        limits.learn(key(1), &limited(2.0, false), now);
        assert_eq!(limits.enter(key(1), now), Err(after(now, 2.0)));
        limits.enter(key(2), now).unwrap();
        limits.learn(key(2), &limited(3.0, true), now);
        assert_eq!(limits.enter(key(3), now), Err(after(now, 3.0)));
        limits.enter(key(3), after(now, 3.0)).unwrap();
    }

    #[test]
    fn no_second_holds_more_than_its_share() {
        let (mut limits, now) = (RateLimiter::new(1.0), Instant::now());
        let mut sent = Vec::new();
        let mut at = now;
        for channel in 1..=500 {
            // Somebody who sends as soon as it is allowed, with a pause now and then.
            at += Duration::from_millis(if channel % 60 == 0 { 700 } else { 1 });
            while let Err(later) = limits.enter(key(channel), at) {
                at = later;
            }
            sent.push(at);
        }
        for (index, first) in sent.iter().enumerate() {
            let second = sent[index..].iter().take_while(|at| **at < *first + SECOND).count();
            assert!(second <= GLOBAL, "{second} requests within a second");
        }
        assert!(at < after(now, 500.0 / 30.0), "it is no slower than it need be");
    }

    #[test]
    fn processes_that_share_a_limit_keep_it_together() {
        for shares in [vec![0.5, 0.5], vec![0.7, 0.2, 0.1], vec![0.01, 0.98]] {
            let now = Instant::now();
            let sent = shares.iter().map(|share| {
                let mut limits = RateLimiter::new(*share);
                (1..=500).take_while(|channel| limits.enter(key(*channel), now).is_ok()).count()
            });
            let sent: Vec<usize> = sent.collect();
            assert!(sent.iter().all(|sent| *sent > 0), "{sent:?}");
            assert!(sent.iter().sum::<usize>() <= 50, "{sent:?}");
        }
    }

    #[test]
    fn idle_buckets_are_freed() {
        let (mut limits, start) = (RateLimiter::new(1.0), Instant::now());
        for channel in 1..=20_000 {
            let now = after(start, channel as f64 / 40.0);
            limits.enter(key(channel), now).unwrap();
            limits.learn(key(channel), &told(4, 5.0), now);
            limits.leave(key(channel));
        }
        assert!(limits.routes.len() <= SWEEP, "{}", limits.routes.len());
    }
}
