mod beside;
mod books;
mod command;
mod files;
mod findings;
mod fonts;
mod formats;
mod handed;
mod notes;
mod plain;
mod printed;
mod readings;
mod refusals;
mod second;
mod web;

use super::*;
use domain::Corpus;

/// The themes that ship.
fn themes() -> Vec<Theme> {
    let text = include_str!("../../../corpus/themes.toml");
    let work = include_str!("../../../corpus/guerin-three-problems.toml");
    let serge = include_str!("../../../corpus/serge-planned-economies.toml");
    let files = [
        ("themes.toml", text),
        ("guerin-three-problems.toml", work),
        ("serge-planned-economies.toml", serge),
    ];
    Corpus::parse(files).unwrap().themes().to_vec()
}

fn imported(name: &str, bytes: &[u8]) -> Imported {
    let themes = themes();
    let options = Options { themes: &themes, ..Options::default() };
    import(&Given { name, bytes }, &options).unwrap()
}

/// The work file has to be one that the bot reads.
fn parsed(imported: &Imported) -> Corpus {
    let name = format!("{}.toml", imported.work.id);
    let themes = include_str!("../../../corpus/themes.toml");
    Corpus::parse([("themes.toml", themes), (name.as_str(), imported.toml.as_str())])
        .unwrap_or_else(|mistakes| panic!("{mistakes}\n{}", imported.toml))
}

fn texts(imported: &Imported) -> Vec<&str> {
    imported.paragraphs.iter().map(|paragraph| paragraph.text.as_str()).collect()
}
