//! The bot as a process: started, measured by what the kernel counts of it alone, and stopped.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};
use rustix::thread::{CpuSet, sched_getaffinity, sched_setaffinity};
use serde::Serialize;
use tokio::process::{Child, Command};

/// So many lines of what a bot wrote are told when it fails.
const LAST_WORDS: usize = 20;
/// How long a bot may take to stop by itself.
const PATIENCE: Duration = Duration::from_secs(15);

/// A process's memory, in kibibytes, as the kernel gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Memory {
    /// Resident: `VmRSS`.
    pub resident: u64,
    /// The most that was ever resident: `VmHWM`.
    pub most: u64,
    /// Of what is resident, that which no file is behind: `RssAnon`.
    pub anonymous: u64,
}

impl Memory {
    fn parse(status: &str) -> Self {
        let of = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let number = line.and_then(|line| line.split_whitespace().next());
            number.and_then(|number| number.parse().ok()).unwrap_or(0)
        };
        Self { resident: of("VmRSS:"), most: of("VmHWM:"), anonymous: of("RssAnon:") }
    }
}

/// The processor time that a process has used, all its threads together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CpuTime(Duration);

impl CpuTime {
    /// From the line `stat` of a process, whose second field may hold anything in its brackets.
    fn parse(stat: &str, ticks_a_second: u64) -> Option<Self> {
        let (_, fields) = stat.rsplit_once(')')?;
        let mut numbers = fields.split_whitespace().skip(11);
        let user: u64 = numbers.next()?.parse().ok()?;
        let system: u64 = numbers.next()?.parse().ok()?;
        Some(Self(Duration::from_millis((user + system) * 1_000 / ticks_a_second.max(1))))
    }

    pub(super) fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    /// What this process has used itself.
    pub(super) fn own() -> io::Result<Self> {
        Self::of("self")
    }

    fn of(process: &str) -> io::Result<Self> {
        let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
        Self::parse(&stat, rustix::param::clock_ticks_per_second()).ok_or_else(|| {
            io::Error::other("the kernel's count of processor time is not understood")
        })
    }
}

/// A bot that runs.
#[derive(Debug)]
pub(super) struct Bot {
    child: Child,
    pid: Pid,
    log: PathBuf,
    /// When it was started.
    pub(super) started: Instant,
}

impl Bot {
    /// Starts a command line of the shell's, with what the bot says going to a file.
    pub(super) fn start(
        command: &str,
        environment: &[(&str, String)],
        log: &Path,
    ) -> io::Result<Self> {
        let out = File::options().create(true).append(true).open(log)?;
        let started = Instant::now();
        let child = Command::new("sh")
            .arg("-c")
            .arg(format!("exec {command}"))
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(out.try_clone()?)
            .stderr(out)
            .kill_on_drop(true)
            .spawn()?;
        let pid = child.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
        let pid = pid.ok_or_else(|| io::Error::other("the bot has ended at once"))?;
        Ok(Self { child, pid, log: log.to_owned(), started })
    }

    pub(super) fn cpu(&self) -> io::Result<CpuTime> {
        CpuTime::of(&self.pid.to_string())
    }

    pub(super) fn memory(&self) -> io::Result<Memory> {
        Ok(Memory::parse(&fs::read_to_string(format!("/proc/{}/status", self.pid))?))
    }

    /// Whether it has ended by itself.
    pub(super) fn ended(&mut self) -> bool {
        self.child.try_wait().is_ok_and(|status| status.is_some())
    }

    /// The last lines that it wrote.
    pub(super) fn last_words(&self) -> String {
        let text = fs::read_to_string(&self.log).unwrap_or_default();
        let lines: Vec<&str> = text.lines().collect();
        lines[lines.len().saturating_sub(LAST_WORDS)..].join("\n")
    }

    /// Asks it to stop, and kills it if it does not.
    pub(super) async fn stop(mut self) -> io::Result<()> {
        if !self.ended() {
            let _ = kill_process(self.pid, Signal::TERM);
        }
        match tokio::time::timeout(PATIENCE, self.child.wait()).await {
            Ok(status) => status.map(|_| ()),
            Err(_) => self.child.kill().await,
        }
    }
}

/// Which cores the driver and the bots run on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cores {
    driver: CpuSet,
    bots: CpuSet,
}

impl Cores {
    /// The first core for the driver, the others for the bots.
    pub(super) fn apart() -> io::Result<Self> {
        let all = sched_getaffinity(None)?;
        let (mut driver, mut bots) = (CpuSet::new(), CpuSet::new());
        for core in (0..CpuSet::MAX_CPU).filter(|core| all.is_set(*core)) {
            let set = if driver.count() == 0 { &mut driver } else { &mut bots };
            set.set(core);
        }
        if bots.count() == 0 {
            return Err(io::Error::other("there is one core only, so that nothing can be pinned"));
        }
        Ok(Self { driver, bots })
    }

    /// Starts something on the bots' cores, which a child inherits.
    pub(super) fn for_bot<T>(self, start: impl FnOnce() -> T) -> io::Result<T> {
        sched_setaffinity(None, &self.bots)?;
        let started = start();
        sched_setaffinity(None, &self.driver)?;
        Ok(started)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_kernel_says_of_memory_is_read() {
        let status =
            "Name:\tbot\nVmHWM:\t   20480 kB\nVmRSS:\t   16384 kB\nRssAnon:\t    9000 kB\n";
        let wanted = Memory { resident: 16_384, most: 20_480, anonymous: 9_000 };
        assert_eq!(Memory::parse(status), wanted);
        assert_eq!(Memory::parse(""), Memory::default());
    }

    #[test]
    fn what_the_kernel_says_of_processor_time_is_read() {
        let stat = "42 (a (strange) name) S 1 42 42 0 -1 4194304 5 0 0 0 150 50 0 0 20 0 3 0 9";
        assert_eq!(CpuTime::parse(stat, 100), Some(CpuTime(Duration::from_secs(2))));
        assert_eq!(CpuTime::parse("42 (name)", 100), None);
    }

    #[tokio::test]
    async fn a_process_is_measured_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let log = folder.path().join("log");
        let environment = [("WORD", "hello".to_owned())];
        let busy = "sh -c 'echo $WORD; while :; do :; done'";
        let bot = Bot::start(busy, &environment, &log).expect("started");
        let start = Instant::now();
        while bot.cpu().expect("counted").0.is_zero() && start.elapsed() < Duration::from_secs(30) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert!(!bot.cpu().expect("counted").0.is_zero());
        assert!(bot.memory().expect("counted").resident > 0);
        assert_eq!(bot.last_words(), "hello");
        bot.stop().await.expect("stopped");
    }
}
