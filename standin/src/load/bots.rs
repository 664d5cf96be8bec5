//! The bots that are measured: those that were named, and those to compare with.

use std::io;
use std::path::Path;

use super::Arguments;

/// Where each peer's program is in the folder of peers, and what starts it.
const PEERS: [(&str, &str, &str); 3] = [
    ("serenity + sqlx", "", "serenity-sqlx/target/release/peer-serenity-sqlx"),
    ("twilight + rusqlite", "", "twilight-rusqlite/target/release/peer-twilight-rusqlite"),
    ("discord.js + better-sqlite3", "node ", "discordjs/bot.mjs"),
];

/// Their names, and the commands that start them.
pub(super) fn all(arguments: &Arguments) -> io::Result<Vec<(String, String)>> {
    let mut bots = Vec::new();
    let beside = || std::env::current_exe().map(|this| this.with_file_name("commonplace"));
    let ours = match &arguments.ours {
        None if arguments.compare => Some(beside()?),
        named => named.clone(),
    };
    bots.extend(ours.map(|program| ("Commonplace".to_owned(), quoted(&program))));
    bots.extend_from_slice(&arguments.bots);
    if arguments.compare {
        for (name, with, program) in PEERS {
            let program = arguments.peers.join(program);
            if !program.exists() {
                let what = format!("{} is not built; see standin/peers/build", program.display());
                return Err(io::Error::other(what));
            }
            for synchronous in ["NORMAL", "FULL"] {
                let command = format!("env SYNCHRONOUS={synchronous} {with}{}", quoted(&program));
                bots.push((format!("{name}, {synchronous}"), command));
            }
        }
    }
    match bots.is_empty() {
        true => Err(io::Error::other("there is no bot to measure; name one with --bot")),
        false => Ok(bots),
    }
}

/// A path as the shell takes it for one word.
fn quoted(path: &Path) -> String {
    format!("'{}'", path.display().to_string().replace('\'', r"'\''"))
}

/// What a bot finds in its environment. Commonplace has names of its own, and limits for an hour that
/// a load would meet in a second.
pub(super) fn environment(
    api: &str,
    folder: &Path,
    listen: Option<&str>,
) -> Vec<(&'static str, String)> {
    let token = "MTkwMDAwMDAwMDAw.standin.load";
    let database = folder.join("bot.db").display().to_string();
    let much = "1000000".to_owned();
    let mut all = vec![
        ("DISCORD_TOKEN", token.to_owned()),
        ("DISCORD_API", api.to_owned()),
        ("DATABASE", database.clone()),
        ("COMMONPLACE_DISCORD_PROXY", api.to_owned()),
        ("COMMONPLACE_DATABASE_PATH", database),
        ("COMMONPLACE_DATABASE_BACKUPS", "0".to_owned()),
        ("COMMONPLACE_LIMITS_ANSWERS_PER_MEMBER", much.clone()),
        ("COMMONPLACE_LIMITS_ANSWERS_PER_SERVER", much.clone()),
        ("COMMONPLACE_LIMITS_QUESTIONS_PER_MEMBER", much.clone()),
        ("COMMONPLACE_LIMITS_QUESTIONS_PER_SERVER", much),
    ];
    if let Some(listen) = listen {
        all.push(("LISTEN", listen.to_owned()));
        all.push(("COMMONPLACE_DISCORD_LISTEN", listen.to_owned()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_one_word_for_the_shell() {
        assert_eq!(quoted(Path::new("/a b/it's")), r"'/a b/it'\''s'");
    }
}
