//! A whole seminar of each format, as its members read it. The scripts and what comes out of them
//! stand in `transcripts/`; `UPDATE_TRANSCRIPTS=1 cargo test --test console` writes these anew.

use std::fs;
use std::path::Path;

use crate::program::Desk;

fn plays(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/console/transcripts");
    let script = fs::read_to_string(folder.join(format!("{name}.script"))).unwrap();
    let ran = Desk::new().plays_of_the_book(&script);
    let file = folder.join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
        fs::write(file, &ran).unwrap();
        return ran;
    }
    let shown = fs::read_to_string(file).unwrap();
    assert_eq!(shown, ran, "write it anew with UPDATE_TRANSCRIPTS=1 cargo test --test console");
    ran
}

#[test]
fn a_plain_seminar() {
    let said = plays("plain");
    assert!(said.contains("What came of it: On power"), "{said}");
}

#[test]
fn a_debate() {
    let said = plays("debate");
    assert!(said.contains("What came of it: Who leads?"), "{said}");
}
