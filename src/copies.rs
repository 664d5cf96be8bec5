//! `backup` and `restore`: a copy of the database, and one put back; each says which file it was and
//! what is in it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use commonplace::config::Config;
use commonplace::store::{self, Contents, Mode, OpenError, Store, Unlinked};
use jiff::Timestamp;

pub(crate) async fn backup(config: &Config, to: &Path) -> Result<ExitCode, OpenError> {
    let path = &config.database.path;
    store::backup(&whole(path), &whole(to)).await?;
    anstream::println!("{} is copied to {}: {}.", shown(path), shown(to), contents(to).await);
    Ok(ExitCode::SUCCESS)
}

pub(crate) async fn restore(config: &Config, from: &Path) -> Result<ExitCode, OpenError> {
    let path = &config.database.path;
    let mark = Timestamp::now().strftime("replaced-%Y%m%dT%H%M%S%.3fZ").to_string();
    let restored = store::restore(&whole(path), &whole(from), &mark).await?;
    anstream::println!("{} is now {}: {}.", shown(from), shown(path), contents(path).await);
    match restored.kept {
        Some(kept) => anstream::println!("What was there before is kept as {}.", shown(&kept)),
        None => anstream::println!("There was nothing there before."),
    }
    if restored.unlinked != Unlinked::default() {
        anstream::println!("{}", unlinked(restored.unlinked));
    }
    if restored.other_owner {
        anstream::println!(
            "It belongs to you now, and not to whom the folder or the file before belonged: give it \
             to the user that the bot runs as (chown)."
        );
    }
    Ok(ExitCode::SUCCESS)
}

/// What nobody can change any more, and what comes of it.
pub(crate) fn unlinked(found: Unlinked) -> String {
    let Unlinked { rounds, answers } = found;
    let round = if rounds == 1 { "open round" } else { "open rounds" };
    let answer = if answers == 1 { "anonymous answer" } else { "anonymous answers" };
    format!(
        "What ties anonymous answers to their members is in no copy. In {rounds} {round}, {answers} \
         {answer} and what was voted can no longer be changed or withdrawn; who answers or votes \
         there again is told so."
    )
}

/// A path as it is from the root, so that nobody has to guess which file is meant.
fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

pub(crate) fn shown(path: &Path) -> String {
    whole(path).display().to_string()
}

/// "2 servers, 140 answers, the last question on 2026-05-01"; what cannot be read says why.
async fn contents(path: &Path) -> String {
    let found = async {
        let store = Store::open(path, Mode::Look).await.map_err(|it| it.to_string())?;
        let contents = store.contents().await.map_err(|error| error.to_string())?;
        store.close().await;
        Ok::<_, String>(counted(&contents))
    };
    found.await.unwrap_or_else(|error| error)
}

/// "2 servers, 140 answers, the last question on 2026-05-01".
pub(crate) fn counted(contents: &Contents) -> String {
    let of = |number: usize, what: &str| match number {
        1 => format!("1 {what}"),
        number => format!("{number} {what}s"),
    };
    let counts = [of(contents.servers, "server"), of(contents.answers, "answer")].join(", ");
    match contents.last_question {
        Some(at) => format!("{counts}, the last question on {}", at.strftime("%Y-%m-%d")),
        None => format!("{counts}, no question yet"),
    }
}
