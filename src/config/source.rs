//! Where a configuration comes from: for somebody who wonders why a key has no effect.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::USUAL;
use super::keys::KEYS;

/// Where a configuration comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The file that is read, from the root; `None` if the defaults are used.
    pub file: Option<PathBuf>,
    /// Files that look as if they were meant, where none is read.
    pub look_alikes: Vec<PathBuf>,
    /// The variables that override keys.
    pub variables: Vec<String>,
}

impl Source {
    /// What [`Config::load`](super::Config::load) reads.
    #[must_use]
    pub fn of(
        named: Option<&Path>,
        environment: impl IntoIterator<Item = (OsString, OsString)>,
    ) -> Self {
        let path = named.unwrap_or(Path::new(USUAL));
        let file = path.exists().then(|| whole(path));
        let look_alikes = if file.is_none() { look_alikes(path) } else { Vec::new() };
        let ours = |name: &String| KEYS.iter().any(|key| key.variable() == *name);
        let set = environment.into_iter().filter(|(_, value)| !value.is_empty());
        let mut variables: Vec<String> =
            set.filter_map(|(name, _)| name.into_string().ok()).filter(ours).collect();
        variables.sort();
        Self { file, look_alikes, variables }
    }
}

/// `config.toml.txt`, as Notepad saves it, or `Config.toml`.
fn look_alikes(path: &Path) -> Vec<PathBuf> {
    let folder = path.parent().filter(|folder| *folder != Path::new(""));
    let folder = folder.unwrap_or(Path::new("."));
    let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_lowercase();
    let similar = |name: &str| {
        let name = name.to_lowercase();
        name.starts_with(&stem)
            && [".toml", ".toml.txt", ".tml", ".txt"].iter().any(|it| name.ends_with(it))
    };
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut found: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_str().is_some_and(similar))
        .map(|entry| whole(&entry.path()))
        .collect();
    found.sort();
    found
}

fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_notepad_saves_looks_as_if_it_were_meant() {
        let folder = tempfile::tempdir().unwrap();
        let usual = folder.path().join("config.toml");
        for name in ["config.toml.txt", "Config.toml", "config (1).toml", "notes.txt"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let source = Source::of(Some(&usual), []);
        let names: Vec<_> =
            source.look_alikes.iter().map(|path| path.file_name().unwrap().to_owned()).collect();
        assert_eq!(source.file, None);
        assert_eq!(names, ["Config.toml", "config (1).toml", "config.toml.txt"]);

        std::fs::write(&usual, "").unwrap();
        let variables =
            [("COMMONPLACE_DAILY_GRACE", "3"), ("COMMONPLACE_LOG", "info"), ("HOME", "/")];
        let source = Source::of(Some(&usual), variables.map(|(a, b)| (a.into(), b.into())));
        assert_eq!(source.file, Some(usual));
        assert_eq!(source.look_alikes, [""; 0].map(PathBuf::from));
        assert_eq!(source.variables, ["COMMONPLACE_DAILY_GRACE"]);
    }
}
