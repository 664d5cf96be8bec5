//! What is found on Discord: who we are there, what is registered, and where we may not post.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use commonplace::command::Platform;
use commonplace::command::posting::{self, Posts, Use, Venue};
use commonplace::config::{Config, Token};
use commonplace::frontends::discord::{
    self, CommandChanges, EndpointUrls, Inspection, Options, PrivilegedIntent,
};
use commonplace::server_corpora::Books;
use commonplace::store::{self, Store};
use domain::seminar::SeminarState;
use domain::{ChannelId, Corpus, RoleId, ServerId};

use super::finding::{Finding, Findings, Subject};

/// How long Discord may take to answer.
const PATIENCE: Duration = Duration::from_secs(10);
/// With fewer logins than this a few restarts more end the day.
const FEW_LOGINS: u32 = 50;

/// Looks at everything on Discord.
pub(super) async fn look(
    findings: &mut Findings,
    config: &Config,
    token: Token,
    corpus: Option<Corpus>,
    store: Option<Store>,
) {
    let options = Options {
        proxy: config.discord.proxy.clone(),
        guild: config.discord.guild.map(|id| ServerId(id.cast_signed())),
        listen: config.discord.listen,
        patience: PATIENCE,
        ..Options::new(token.reveal())
    };
    let inspection = match discord::inspect(&options).await {
        Ok(inspection) => inspection,
        Err(error) => return findings.add(Finding::wrong(Subject::Discord, error)),
    };
    identity(findings, &inspection);
    findings.add(way_in(&inspection.endpoint, config.discord.listen));
    shards(findings, config, &inspection);
    commands(findings, &inspection.commands);
    links(findings, &inspection);
    user_install(findings, &inspection);
    let link = discord::invite(inspection.application);
    findings.add(Finding::ok(Subject::Invite, format!("{link} asks for exactly what it needs")));
    if let (Some(corpus), Some(store)) = (corpus, store)
        && let Err(error) = channels(findings, &inspection, corpus, &store).await
    {
        findings.add(Finding::wrong(Subject::Channel, error));
    }
}

/// Whether the shards that the processes divide are enough.
fn shards(findings: &mut Findings, config: &Config, inspection: &Inspection) {
    let Some(shards) = &config.discord.shards else { return };
    let (total, recommended) = (shards.total(), inspection.recommended_shards);
    let found = format!("{total} shards, of which this process runs {shards}");
    findings.add(match total < recommended {
        false => Finding::ok(Subject::Discord, found),
        true => Finding::warning(
            Subject::Discord,
            format!("{found}; Discord recommends {recommended}"),
            "Plan for more: with 2,500 servers in one shard, Discord refuses it. With twice as many \
             shards no server has to be moved.",
        ),
    });
}

fn identity(findings: &mut Findings, inspection: &Inspection) {
    let Inspection { name, application, servers, .. } = inspection;
    let servers = match servers {
        None => String::new(),
        Some(1) => ", in 1 server".to_owned(),
        Some(servers) => format!(", in about {servers} servers"),
    };
    let who = format!("the token is that of {name} (application {application}){servers}");
    findings.add(match inspection.logins_left {
        Some(left @ 0..FEW_LOGINS) => Finding::warning(
            Subject::Discord,
            format!("{who}; only {left} logins are left today"),
            "Find out why it is started so often.",
        ),
        _ => Finding::ok(Subject::Discord, who),
    });
    findings.add(match inspection.intents.as_slice() {
        [] => Finding::ok(Subject::Intents, "no privileged intent is on, and none is needed"),
        on => Finding::warning(
            Subject::Intents,
            format!("{} is on, and not needed", named(on)),
            "Turn it off on the Bot page at https://discord.com/developers/applications.",
        ),
    });
}

/// Interactions come by one way alone: the wrong one makes the bot deaf.
fn way_in(urls: &EndpointUrls, listen: Option<SocketAddr>) -> Finding {
    let subject = Subject::Endpoint;
    match (&urls.interactions, listen, &urls.events) {
        (None, None, _) => Finding::ok(subject, "interactions come over the gateway"),
        (Some(url), Some(address), Some(_)) => Finding::ok(
            subject,
            format!("interactions and webhook events come by HTTP, from {url} to {address}"),
        ),
        (Some(url), Some(address), None) => Finding::ok(
            subject,
            format!(
                "interactions come by HTTP, from {url} to {address}; without webhook events a new \
                 server is noticed at its first command"
            ),
        ),
        (Some(url), None, _) => Finding::error(
            subject,
            format!(
                "Discord sends interactions to {url} and none over the gateway, so nobody is answered"
            ),
            "Take the Interactions Endpoint URL away on the General Information page at \
             https://discord.com/developers/applications, or set `listen` under [discord].",
        ),
        (None, Some(address), _) => Finding::error(
            subject,
            format!(
                "Discord sends interactions over the gateway, but the bot listens for them at \
                 {address}, so nobody is answered"
            ),
            "Enter the Interactions Endpoint URL on the General Information page at \
             https://discord.com/developers/applications, while the bot runs, or unset `listen` under \
             [discord].",
        ),
    }
}

/// As Discord's portal calls them.
fn named(intents: &[PrivilegedIntent]) -> String {
    let names = intents.iter().map(|intent| match intent {
        PrivilegedIntent::Presence => "Presence Intent",
        PrivilegedIntent::ServerMembers => "Server Members Intent",
        PrivilegedIntent::MessageContent => "Message Content Intent",
    });
    names.collect::<Vec<_>>().join(" and ")
}

fn commands(findings: &mut Findings, changes: &CommandChanges) {
    let CommandChanges { same, missing, changed, unknown } = changes;
    let different: Vec<String> =
        [("missing", missing), ("of another version", changed), ("not ours", unknown)]
            .into_iter()
            .filter(|(_, names)| !names.is_empty())
            .map(|(what, names)| format!("{what}: {}", names.join(", ")))
            .collect();
    let advice = "The next start of the bot registers them.";
    findings.add(if different.is_empty() {
        Finding::ok(Subject::Commands, format!("all {same} are registered"))
    } else if *same == 0 && changed.is_empty() && unknown.is_empty() {
        Finding::warning(Subject::Commands, "none is registered yet", advice)
    } else {
        Finding::warning(
            Subject::Commands,
            format!("{same} are registered as they should be; {}", different.join("; ")),
            advice,
        )
    });
}

fn links(findings: &mut Findings, inspection: &Inspection) {
    let asked = [
        ("a privacy policy", inspection.has_privacy_policy),
        ("terms of service", inspection.has_terms),
    ];
    let missing: Vec<&str> =
        asked.iter().filter(|(_, there)| !there).map(|(what, _)| *what).collect();
    findings.add(if missing.is_empty() {
        Finding::ok(Subject::Links, "the application links to its privacy policy and its terms")
    } else {
        Finding::warning(
            Subject::Links,
            format!(
                "the application has no link to {}, which Discord asks for",
                missing.join(" or ")
            ),
            "Publish them (PRIVACY.md and TERMS.md are templates), and enter the addresses on the \
             General Information page at https://discord.com/developers/applications.",
        )
    });
}

fn user_install(findings: &mut Findings, inspection: &Inspection) {
    findings.add(if inspection.user_install {
        Finding::ok(Subject::Invite, "members can also add it to their own account")
    } else {
        Finding::warning(
            Subject::Invite,
            "members cannot add it to their own account, so `/quote` and `/kept` work in servers only",
            "Turn on User Install on the Installation page at \
             https://discord.com/developers/applications.",
        )
    });
}

/// Every channel that a server has us post in.
async fn channels(
    findings: &mut Findings,
    inspection: &Inspection,
    corpus: Corpus,
    store: &Store,
) -> store::Result<()> {
    let platform = inspection.platform();
    let books = Books::new(Arc::new(corpus), store.clone()).await?;
    for server in store.servers_set_up().await? {
        let mut reads = store.read(server);
        let (schedules, settings) = (reads.schedules().await?, reads.settings().await?);
        let mut seminars = reads.seminars().await?;
        seminars.retain(|seminar| seminar.state == SeminarState::Open);
        let posts =
            Posts { schedules: &schedules, seminars: &seminars, problems: settings.channel };
        let corpus = books.of(server).await?;
        let before = inspection.unanswered();
        let venues = posting::survey(platform, &corpus, server, posts).await;
        for venue in &venues {
            for finding in of_venue(venue) {
                findings.add(finding.at(server, Some(venue.place)));
            }
        }
        if let (Some(role), Some(venue)) = (settings.facilitators, venues.last()) {
            findings.add(facilitators(platform, server, venue.place, role).await);
        }
        if inspection.unanswered() > before {
            let finding = "Discord did not say everything about this server";
            findings
                .add(Finding::warning(Subject::Server, finding, "Run it again.").at(server, None));
        }
    }
    Ok(())
}

fn of_venue(venue: &Venue) -> Vec<Finding> {
    let uses: Vec<String> = venue
        .uses
        .iter()
        .map(|of| match of {
            Use::Daily(number) => format!("daily {number}"),
            Use::Seminar(number) => format!("seminar {number}"),
            Use::Problems => "messages about problems".to_owned(),
        })
        .collect();
    let uses = uses.join(", ");
    if venue.troubles.is_empty() {
        return vec![Finding::ok(Subject::Channel, format!("nothing is missing ({uses})"))];
    }
    let wrong = |trouble| Finding::wrong(Subject::Channel, format!("for {uses}: {trouble}"));
    venue.troubles.iter().map(wrong).collect()
}

/// The role of the facilitators. Discord tells of a role in a channel.
async fn facilitators(
    platform: &dyn Platform,
    server: ServerId,
    place: ChannelId,
    role: RoleId,
) -> Finding {
    let finding = match platform.role(server, place, role).await {
        Some(_) => Finding::ok(Subject::Server, "the facilitators' role is there"),
        None => Finding::error(
            Subject::Server,
            "the facilitators' role is deleted, so only members with Manage Server facilitate",
            "Choose another: `/settings facilitators:`.",
        ),
    };
    finding.at(server, None)
}
