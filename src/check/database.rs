//! What is found in the database and on its disk.

use std::path::{Path, PathBuf};

use commonplace::backups::Backups;
use commonplace::clock::Clock;
use commonplace::config::Config;
use commonplace::store::{self, Mode, OpenError, Store, Unlinked};
use domain::schedule::Schedule;
use jiff::SignedDuration;
use jiff::tz::TimeZone;

use super::finding::{Finding, Findings, Subject};
use super::setup::readable_by_others;
use crate::copies::{self, counted, shown};

/// Less room than this is soon none.
const LITTLE_ROOM: u64 = 200_000_000;
/// With less room than this, the next large answer may not be written.
const NO_ROOM: u64 = 10_000_000;

/// The bot copies its database once a day; a copy older than this should have been followed by another.
const OLD: SignedDuration = SignedDuration::from_hours(49);

/// Looks at the database; hands it back if it can be read.
pub(super) async fn look(findings: &mut Findings, config: &Config) -> Option<Store> {
    let path = std::path::absolute(&config.database.path).unwrap_or(config.database.path.clone());
    let store = open(findings, &path).await;
    room(findings, &path);
    let store = match &config.discord.shards {
        Some(shards) => store?.for_shards(shards.clone()),
        None => store?,
    };
    for file in beside(&path) {
        readable_by_others(findings, Subject::Database, &file);
    }
    owner(findings, &path);
    copied(findings, config);
    unlinked(findings, &store).await;
    if let Err(unfinished) = store.refuse_unfinished(&path).await {
        findings.add(Finding::wrong(Subject::Database, unfinished));
    }
    foreign(findings, &store).await;
    match time_zones(&store).await {
        Ok(finding) => finding.into_iter().for_each(|finding| findings.add(finding)),
        Err(error) => findings.add(Finding::wrong(Subject::TimeZones, error)),
    }
    Some(store)
}

async fn open(findings: &mut Findings, path: &Path) -> Option<Store> {
    let subject = Subject::Database;
    match Store::open(path, Mode::Look).await {
        Ok(store) => match about(&store, path).await {
            Ok(finding) => {
                findings.add(finding);
                Some(store)
            }
            Err(damaged) => {
                findings.add(damaged);
                store.close().await;
                None
            }
        },
        Err(OpenError::Missing(_)) => {
            findings.add(missing(path));
            None
        }
        Err(error @ OpenError::Empty(_)) => {
            let advice = "Or put a copy in its place with `commonplace restore`.";
            findings.add(Finding::warning(subject, error, advice));
            None
        }
        Err(error @ OpenError::Older(_)) => {
            let advice = "Make a copy first.";
            findings.add(Finding::warning(subject, error, advice));
            None
        }
        Err(error) => {
            findings.add(Finding::wrong(subject, error));
            None
        }
    }
}

/// What is in it, or that it is damaged.
async fn about(store: &Store, path: &Path) -> Result<Finding, Finding> {
    let damaged = |why: String| {
        Finding::error(
            Subject::Database,
            format!("{} is damaged{why}", shown(path)),
            "Put a copy in its place: `commonplace restore COPY` keeps the damaged file beside it.",
        )
    };
    let failed = |error: store::Error| damaged(format!(": {error}"));
    if !store.is_sound().await.map_err(failed)? {
        return Err(damaged(String::new()));
    }
    let contents = store.contents().await.map_err(failed)?;
    let version = store.schema_version().await.map_err(failed)?;
    // What was written last is in the log beside it.
    let sizes = beside(path).into_iter().filter(|file| !file.to_string_lossy().ends_with("-shm"));
    let size =
        sizes.filter_map(|file| std::fs::metadata(file).ok()).map(|it| it.len()).sum::<u64>();
    let size = size / 1000;
    let (path, counted) = (shown(path), counted(&contents));
    Ok(Finding::ok(
        Subject::Database,
        format!("{path} is sound ({size} KB, tables of version {version}): {counted}"),
    ))
}

/// A database that is still to be made.
fn missing(path: &Path) -> Finding {
    match can_be_made(path) {
        Ok(()) => Finding::ok(
            Subject::Database,
            format!("{} is not there yet; the first start makes it", shown(path)),
        ),
        Err(error) => Finding::wrong(Subject::Database, error),
    }
}

/// Whether a first start could make the database: what it would say if not.
fn can_be_made(path: &Path) -> Result<(), OpenError> {
    let folder = path.parent().unwrap_or(path);
    if !folder.is_dir() {
        return Err(OpenError::NoFolder(path.to_owned()));
    }
    // Permissions alone do not tell: the disk may be read-only.
    match tempfile::tempfile_in(folder) {
        Ok(_) => Ok(()),
        Err(_) => Err(OpenError::ReadOnly(path.to_owned())),
    }
}

/// The file, and what is kept beside it while the bot runs.
fn beside(path: &Path) -> Vec<PathBuf> {
    let files =
        ["", "-wal", "-shm", "-keys", "-sessions"].map(|ending| store::beside(path, ending));
    files.into_iter().filter(|file| file.exists()).collect()
}

#[cfg(unix)]
fn owner(findings: &mut Findings, path: &Path) {
    use std::os::unix::fs::MetadataExt as _;
    let Ok(file) = std::fs::metadata(path) else { return };
    let here = rustix::process::geteuid();
    let (owner, us) = (file.uid(), here.as_raw());
    // Root opens everything, and looks after what belongs to the bot's own user.
    if owner != us && !here.is_root() {
        findings.add(Finding::warning(
            Subject::Database,
            format!("{} belongs to user {owner}, and you are {us}", shown(path)),
            "Run the bot as its owner, or give it to the user that the bot runs as: chown.",
        ));
    }
}

#[cfg(not(unix))]
fn owner(_: &mut Findings, _: &Path) {}

fn room(findings: &mut Findings, path: &Path) {
    let Some(free) = store::free_space(path) else { return };
    let megabytes = format!("{} MB are free", free / 1_000_000);
    let size = std::fs::metadata(path).map(|file| file.len()).unwrap_or_default();
    findings.add(match free {
        ..NO_ROOM => Finding::error(Subject::Disk, megabytes, "Make room."),
        free if free < LITTLE_ROOM.max(2 * size) => Finding::warning(
            Subject::Disk,
            megabytes,
            "Make room: a copy or an update of the database needs as much again.",
        ),
        _ => Finding::ok(Subject::Disk, megabytes),
    });
}

/// Servers of other shards, for which this process does nothing.
async fn foreign(findings: &mut Findings, store: &Store) {
    let Some(shards) = store.shards() else { return };
    findings.add(match store.foreign_servers().await {
        Ok(0) => {
            Finding::ok(Subject::Database, format!("all servers in it are in shards {shards}"))
        }
        Ok(servers) => Finding::warning(
            Subject::Database,
            format!(
                "{servers} of its servers are not in shards {shards}, and nothing is posted in them"
            ),
            "Stop this process and the one that runs their shards, and take them to its file: \
             `commonplace move`.",
        ),
        Err(error) => Finding::wrong(Subject::Database, error),
    });
}

/// What a restored copy has lost.
async fn unlinked(findings: &mut Findings, store: &Store) {
    let found = store.unlinked().await.unwrap_or_default();
    if found != Unlinked::default() {
        findings.add(Finding::warning(
            Subject::Database,
            copies::unlinked(found),
            "Close these rounds when their answers are in.",
        ));
    }
}

/// The copies that the running bot makes by itself.
fn copied(findings: &mut Findings, config: &Config) {
    let backups = Backups::new(&config.database.path, config.database.backups);
    let (folder, keep, state) = (shown(backups.folder()), backups.keep(), backups.state());
    let subject = Subject::Backups;
    findings.add(match (keep, state.last_success) {
        (0, _) => Finding::ok(subject, "the bot makes none: `backups` under [database] is 0"),
        (_, None) => {
            Finding::ok(subject, format!("the running bot makes one a day in {folder}, and keeps {keep}"))
        }
        (_, Some(at)) => {
            let time = at.strftime("%Y-%m-%d %H:%M UTC");
            let found = format!("{} of {keep} are in {folder}, the newest of {time}", state.kept);
            match Clock::System.now().duration_since(at) > OLD {
                false => Finding::ok(subject, found),
                true => Finding::warning(
                    subject,
                    found,
                    "The bot makes one a day while it runs. If it does, its log says why it made none.",
                ),
            }
        }
    });
}

/// The time zones of dailies and settings that this program does not know.
async fn time_zones(store: &Store) -> store::Result<Vec<Finding>> {
    let subject = Subject::TimeZones;
    let (mut unknown, mut dailies) = (Vec::new(), 0);
    for server in store.servers_set_up().await? {
        let mut reads = store.read(server);
        let schedules: Vec<Schedule> = reads.schedules().await?;
        dailies += schedules.len();
        let zones = schedules
            .iter()
            .map(|daily| (format!("daily {}", daily.number), daily.timezone.as_str()));
        let settings = reads.settings().await?;
        let setting = settings.timezone.as_deref().map(|zone| ("/settings".to_owned(), zone));
        for (whose, zone) in zones.chain(setting) {
            if TimeZone::get(zone).is_err() {
                let finding = format!("{whose} has the time zone {zone}, which is not known");
                let advice = "Choose another: `/daily remove` and `add`, or `/settings timezone:`.";
                unknown.push(Finding::error(subject, finding, advice).at(server, None));
            }
        }
    }
    if unknown.is_empty() {
        let known = match dailies {
            1 => "that of 1 daily is known".to_owned(),
            dailies => format!("those of {dailies} dailies are known"),
        };
        unknown.push(Finding::ok(subject, known));
    }
    Ok(unknown)
}
