//! Completions and manual pages, made from the command line's own definition.

use std::fs;
use std::io::{self, Write as _};
use std::path::Path;

use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;

/// Prints what a shell needs to complete the command line.
pub(crate) fn completions(mut line: Command, shell: Shell) -> Result<(), String> {
    let name = line.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut line, name, &mut script);
    io::stdout().write_all(&script).map_err(|error| format!("It cannot be printed: {error}."))
}

/// Prints the manual page, or writes one for each subcommand into a folder.
pub(crate) fn pages(line: Command, folder: Option<&Path>) -> Result<(), String> {
    let Some(folder) = folder else {
        return Man::new(line)
            .render(&mut io::stdout())
            .map_err(|error| format!("It cannot be printed: {error}."));
    };
    let written = fs::create_dir_all(folder).and_then(|()| clap_mangen::generate_to(line, folder));
    written.map_err(|error| format!("{} cannot be written: {error}.", folder.display()))
}
