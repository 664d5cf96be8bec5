//! Files are written whole or not at all, whenever somebody presses Ctrl-C.

use std::fs;
use std::io::{Error, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Held while a file is being written.
static WRITING: Mutex<()> = Mutex::new(());

/// What a program that was interrupted ends with.
const INTERRUPTED: i32 = 130;

/// Ends the program at Ctrl-C; in the middle of a file, after that file.
pub async fn end_on_interrupt() {
    if tokio::signal::ctrl_c().await.is_ok() {
        let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        std::process::exit(INTERRUPTED);
    }
}

/// Writes beside the target, and then puts it in the target's place.
pub(super) fn write(target: &Path, text: &str) -> Result<(), Error> {
    let _writing = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    fs::create_dir_all(folder.unwrap_or(Path::new(".")))?;
    let part = target.with_extension(format!("toml.{}.part", std::process::id()));
    let written = fs::File::create(&part).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    let renamed = written.and_then(|()| fs::rename(&part, target));
    if renamed.is_err() {
        let _ = fs::remove_file(&part);
    }
    renamed
}
