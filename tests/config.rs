//! The configuration: what is read, what is overridden, and everything that is wrong at once.
use jiff::SignedDuration;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use commonplace::config::{Config, KEYS, SHIPPED, token};

fn environment(pairs: &[(&str, &str)]) -> Vec<(OsString, OsString)> {
    pairs.iter().map(|(name, value)| (name.into(), value.into())).collect()
}

/// Reads a file with this text; gives what is wrong with the file's path left out.
fn load(text: &str, pairs: &[(&str, &str)]) -> Result<Config, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("some.toml");
    std::fs::write(&path, text).unwrap();
    Config::load(Some(&path), environment(pairs))
        .map_err(|mistakes| mistakes.to_string().replace(&*path.to_string_lossy(), "some.toml"))
}

#[test]
fn the_shipped_file_explains_every_key_and_holds_the_defaults() {
    for key in KEYS {
        let section = SHIPPED.split(&format!("[{}]\n", key.section)).nth(1);
        let section = section.unwrap().split("\n[").next().unwrap();
        let line = format!("{} = ", key.name);
        let line = if key.optional { format!("\n# {line}") } else { format!("\n{line}") };
        assert!(section.contains(&line), "{} {}", key.section, key.name);
    }
    let all: Vec<String> = SHIPPED
        .lines()
        .map(|line| match line.strip_prefix("# ").filter(|rest| rest.contains(" = ")) {
            Some(commented_out) => commented_out.to_owned(),
            None => line.to_owned(),
        })
        .collect();
    // What is commented out would be read as well.
    load(&all.join("\n"), &[]).unwrap();
    assert_eq!(load(SHIPPED, &[]).unwrap(), load("", &[]).unwrap());
}

#[test]
fn the_environment_overrides_the_file() {
    let text = "[database]\npath = \"a.db\"\n[discord]\nguild = 17\nproxy = \"http://x/\"\n";
    let config = load(
        text,
        &[
            ("COMMONPLACE_DATABASE_PATH", "b.db"),
            ("COMMONPLACE_DISCORD_GUILD", ""),
            ("COMMONPLACE_DAILY_GRACE", "3"),
            ("COMMONPLACE_OPENAPI", "somewhere"),
            ("COMMONPLACE_READINGS", "somewhere"),
            ("COMMONPLACE_PORT_80_TCP", "set by Kubernetes"),
            ("PATH", "/bin"),
        ],
    );
    let config = config.unwrap();
    assert_eq!(config.database.path, PathBuf::from("b.db"));
    assert_eq!(config.discord.guild, None);
    assert_eq!(config.discord.proxy.as_deref(), Some("http://x"));
    assert_eq!(config.daily.grace, SignedDuration::from_hours(3));
    assert_eq!(load(text, &[]).unwrap().discord.guild, Some(17));
}

#[test]
fn a_process_runs_some_of_the_shards_and_uses_its_share() {
    let none = load("", &[]).unwrap();
    assert_eq!((none.discord.shards, none.discord.share), (None, 1.0));
    let text = "[discord]\nshards = \"0-1, 4-5/8\"\nshare = 0.25\n";
    let config = load(text, &[]).unwrap();
    let shards = config.discord.shards.unwrap();
    assert_eq!((shards.to_string().as_str(), config.discord.share), ("0-1,4-5/8", 0.25));
    let set = [("COMMONPLACE_DISCORD_SHARDS", "3/16"), ("COMMONPLACE_DISCORD_SHARE", "1")];
    let config = load(text, &set).unwrap();
    let shards = config.discord.shards.unwrap();
    assert_eq!((shards.to_string().as_str(), config.discord.share), ("3/16", 1.0));
    for (key, wrong) in [
        ("shards", "\"16/16\""),
        ("shards", "\"0-7\""),
        ("shards", "8"),
        ("share", "0"),
        ("share", "0.0"),
        ("share", "1.5"),
        ("share", "-0.5"),
        ("share", "nan"),
        ("share", "\"half\""),
    ] {
        let told = load(&format!("[discord]\n{key} = {wrong}\n"), &[]).unwrap_err();
        assert!(told.contains(&format!("`{key}` wants")) && told.contains(":2:"), "{told}");
    }
}

#[test]
fn every_mistake_is_told_with_its_line_and_the_nearest_key() {
    let text = "\
pathh = \"x\"
[database]
pth = \"a\"
path = 3
token = \"very secret\"
[discrod]
proxy = \"x\"
[discord]
proxy = \"ftp://x\"
guild = \"abc\"
grace = 4
[daily]
grace = 99
";
    let wrong =
        load(text, &[("COMMONPLACE_DAILY_GRACE", "soon"), ("COMMONPLACE_DATABSE_PATH", "x")]);
    let wrong = wrong.unwrap_err();
    assert!(!wrong.contains("very secret"));
    insta::assert_snapshot!(wrong, @r#"
        some.toml:1: `pathh` stands under no section. Did you mean `path` under `[database]`?
        some.toml:3: there is no key `pth` in `[database]`. Did you mean `path`?
        some.toml:4: `path` wants a path in quotation marks, not 3.
        some.toml:5: a token does not belong in this file, which others may read. Put it in the environment variable DISCORD_TOKEN, or in a file named in DISCORD_TOKEN_FILE. If others may have seen it, reset it at Discord.
        some.toml:6: there is no section `[discrod]`. Did you mean `[discord]`?
        some.toml:9: `proxy` wants an address that starts with http:// or https://, not "ftp://x".
        some.toml:10: `guild` wants the id of a server, a long number, not "abc".
        some.toml:11: there is no key `grace` in `[discord]`. It belongs under `[daily]`.
        some.toml:13: `grace` wants a whole number from 0 to 24, not 99.
        COMMONPLACE_DAILY_GRACE: it wants a whole number from 0 to 24.
        COMMONPLACE_DATABSE_PATH: there is no such key. Did you mean COMMONPLACE_DATABASE_PATH?
        "#);
}

#[test]
fn broken_toml_is_told_with_its_lines() {
    insta::assert_snapshot!(load("[database\npath = \"a\"\n= 3\n", &[]).unwrap_err(), @r#"
        some.toml:1: unclosed table, expected `]`
        some.toml:3: unquoted keys cannot be empty, expected letters, numbers, `-`, `_`
        "#);
}

#[test]
fn a_file_that_was_named_has_to_be_there() {
    let wrong = Config::load(Some(Path::new("no/such.toml")), environment(&[])).unwrap_err();
    insta::assert_snapshot!(wrong, @"no/such.toml: it cannot be read: no such file or directory.");
}

#[test]
fn a_token_shows_itself_to_nobody() {
    let found = token(|name| (name == "DISCORD_TOKEN").then(|| "  Bot abc.def \n".into()));
    let found = found.unwrap();
    assert_eq!(found.reveal(), "abc.def");
    assert!(!format!("{found:?}").contains("abc"));
}

#[test]
fn the_usual_slips_are_told_in_plain_words() {
    let text =
        "[daily]\ngrace = “3”\n[corpus]\ndir = \"C:\\Users\\me\"\n[readings]\nmegabytes: 3\n";
    insta::assert_snapshot!(load(text, &[]).unwrap_err(), @r#"
    some.toml:2: it has typographic quotation marks. Write plain ones: "
    some.toml:4: a \ in quotation marks has a meaning of its own. Write / in a path, or \\
    some.toml:6: a value follows after `=`, not after `:`
    "#);
}

#[test]
fn quotation_marks_around_a_variable_are_left_out() {
    let variables = [("COMMONPLACE_DATABASE_PATH", "\"x.db\""), ("COMMONPLACE_DAILY_GRACE", "'4'")];
    let config = load("", &variables).unwrap();
    assert_eq!(config.database.path, PathBuf::from("x.db"));
    assert_eq!(config.daily.grace, SignedDuration::from_hours(4));
}

#[test]
fn a_port_alone_is_open_to_this_machine_only() {
    let listen = |value: &str| {
        let config = load(&format!("[telemetry]\nlisten = {value}\n"), &[]);
        config.map(|config| config.telemetry.listen.unwrap().to_string())
    };
    for (value, address) in [
        ("9464", "127.0.0.1:9464"),
        ("\"9464\"", "127.0.0.1:9464"),
        ("\"localhost:9464\"", "127.0.0.1:9464"),
        ("\"0.0.0.0:9464\"", "0.0.0.0:9464"),
        ("\"[::1]:9464\"", "[::1]:9464"),
    ] {
        assert_eq!(listen(value).as_deref(), Ok(address), "{value}");
    }
    for value in ["70000", "\"here:9464\"", "true"] {
        let wrong = listen(value).unwrap_err();
        assert!(wrong.contains("wants a port, or an address with a port"), "{wrong}");
    }
    assert_eq!(load("", &[]).unwrap().telemetry.listen, None);
}

#[test]
fn a_log_is_text_or_json() {
    use commonplace::config::LogFormat;
    let format = |value: &str| load(&format!("[log]\nformat = {value}\n"), &[]);
    assert_eq!(format("\"json\"").unwrap().log.format, LogFormat::Json);
    assert_eq!(load("", &[]).unwrap().log.format, LogFormat::Text);
    let wrong = format("\"xml\"").unwrap_err();
    assert!(wrong.contains("`format` wants \"text\" or \"json\", not \"xml\"."), "{wrong}");
}
