//! `/privacy` and `commonplace privacy` from outside: what they say, write and leave.

use std::fs;

use crate::console::program::{ConsoleHarness, run};

const SCRIPT: &str = r#"
    @ana /question text:"Who rules?"
    @ben /answer text:"A quagga rules." round:1
    @ana /question text:"Who works?"
    @ben /answer text:"A quagga hides." round:2 anonymous:true
"#;

/// Ben's number, as the console gives it.
fn ben(harness: &ConsoleHarness) -> String {
    assert_eq!(harness.play("@ben /privacy export").code, Some(0));
    let copy = fs::read_to_string(harness.path("about-me.json")).unwrap();
    // He himself reads what has no name yet.
    assert!(copy.contains("A quagga rules.") && copy.contains("A quagga hides."), "{copy}");
    let copy: serde_json::Value = serde_json::from_str(&copy).unwrap();
    copy["member"].as_str().unwrap().to_owned()
}

#[test]
fn the_operator_shows_copies_and_erases() {
    let harness = ConsoleHarness::new();
    assert_eq!(harness.play(SCRIPT).code, Some(0));
    let id = ben(&harness);
    let privacy = |arguments: &[&str]| {
        let mut all = vec!["privacy"];
        all.extend(arguments);
        all.extend(["--member", &id]);
        run(&mut harness.program(&all), "")
    };
    let shown = privacy(&["show"]);
    assert_eq!(shown.code, Some(0), "{shown:?}");
    insta::assert_snapshot!(shown.out, @"
    server 1
      answers     1
      told        1
    What they answered without their name is not shown: it is for them alone.
    ");
    let copied = privacy(&["export", "--out", "ben.json"]);
    assert_eq!(copied.code, Some(0), "{copied:?}");
    let copy = fs::read_to_string(harness.path("ben.json")).unwrap();
    assert!(copy.contains("A quagga rules."), "{copy}");
    assert!(!copy.contains("hides"), "the operator reads what has no name: {copy}");
    assert_eq!(privacy(&["export", "--out", "ben.json"]).code, Some(1), "it is overwritten");
    let dry = privacy(&["erase", "--dry-run"]);
    assert_eq!((dry.code, dry.out.as_str()), (Some(0), shown.out.as_str()));
    let erased = privacy(&["erase"]);
    assert_eq!(erased.code, Some(0), "{erased:?}");
    assert!(erased.out.contains("Servers: 1, answers: 2."), "{}", erased.out);
    for file in ["commonplace.db", "commonplace.db-wal"] {
        let bytes = fs::read(harness.path(file)).unwrap_or_default();
        assert!(!bytes.windows(6).any(|window| window == b"quagga"), "{file}");
    }
    let record = harness.play("@ana /record theme:none").out;
    assert!(record.contains("1 answer was withdrawn."), "{record}");
}

#[test]
fn what_cannot_be_done_is_said_with_its_status() {
    let harness = ConsoleHarness::new();
    let none = run(&mut harness.program(&["privacy", "show", "--member", "7"]), "");
    assert_eq!(none.code, Some(1), "{none:?}");
    let wrong = run(&mut harness.program(&["privacy", "erase", "--member", "ben"]), "");
    assert_eq!(wrong.code, Some(2), "{wrong:?}");
    harness.play(SCRIPT);
    let nobody = run(&mut harness.program(&["privacy", "erase", "--member", "7"]), "");
    assert_eq!((nobody.code, nobody.out.as_str()), (Some(0), "Nothing is held of 7.\n"));
}
