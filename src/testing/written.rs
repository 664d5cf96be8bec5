//! Texts that are too long to read in a test are kept in files, which a test writes.

use std::fs;
use std::path::Path;

/// Holds a text to the file that shows it; `UPDATE_DOCS=1` writes the file.
#[track_caller]
pub(crate) fn assert_written(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, text).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    if written != text {
        let lines = written.lines().zip(text.lines()).take_while(|(old, new)| old == new).count();
        let (old, new) = (written.lines().nth(lines), text.lines().nth(lines));
        panic!(
            "{file} is out of date at line {}:\n- {}\n+ {}\nwrite it anew: UPDATE_DOCS=1 cargo test --lib",
            lines + 1,
            old.unwrap_or_default(),
            new.unwrap_or_default(),
        );
    }
}
