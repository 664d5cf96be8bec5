//! `commonplace import` as somebody at a terminal runs it.

#![cfg(unix)]
use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// The names of what is in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

fn told(command: &mut Command) {
    assert!(command.status().unwrap().success(), "{command:?}");
}

/// A pipe stands where the program writes first, and it waits there in the middle of a file.
#[test]
fn an_interrupt_leaves_no_part_of_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let (text, corpus) = (folder.path().join("roads.txt"), folder.path().join("corpus"));
    fs::create_dir(&corpus).unwrap();
    // It reads from a pipe as well, so that it does not come to write before the other is there.
    told(Command::new("mkfifo").arg(&text));
    let mut import = Command::new(env!("CARGO_BIN_EXE_commonplace"))
        .args(["import", "--out"])
        .args([&corpus, &text])
        .current_dir(folder.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let part = corpus.join(format!("roads.toml.{}.part", import.id()));
    told(Command::new("mkfifo").arg(&part));
    fs::write(&text, "road ".repeat(30_000)).unwrap();
    // Opens when the program opens it too.
    let mut pipe = fs::File::open(&part).unwrap();
    told(Command::new("kill").args(["-INT", &import.id().to_string()]));
    sleep(Duration::from_millis(300));
    // What is in the pipe is taken out, and the program comes to an end.
    pipe.read_to_end(&mut Vec::new()).unwrap();
    import.wait().unwrap();
    assert_eq!(names(&corpus), Vec::<String>::new());
}
