//! The corpus that ships, as its tests read it.

use std::fs;
use std::path::Path;

use domain::Corpus;

/// Reads the folder `corpus/`.
pub(crate) fn book() -> Corpus {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let files: Vec<(String, String)> = fs::read_dir(&folder)
        .expect("the folder corpus")
        .map(|entry| entry.expect("an entry of the folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| {
            let name = format!("corpus/{}", path.file_name().unwrap().to_string_lossy());
            (name, fs::read_to_string(&path).expect("a readable file"))
        })
        .collect();
    Corpus::parse(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))
        .unwrap_or_else(|mistakes| panic!("{mistakes}"))
}

/// Fails with all complaints at once.
pub(crate) fn none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}
