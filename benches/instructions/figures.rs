//! Counts as they are kept, and what has moved since.

use std::collections::BTreeMap;

use serde::Deserialize;

/// By how many percent a count may move without being told.
const TOLERANCE: f64 = 3.0;

/// What stands at the top of the file.
const HEAD: &str = "\
# How many instructions each operation takes, as `.ci/run` compares them; see docs/performance.md.
# Written by `UPDATE_INSTRUCTIONS=1 cargo run --profile counts -p benches --bin instructions`.

";

/// How many instructions an operation takes.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Count {
    pub(crate) name: String,
    pub(crate) instructions: u64,
}

/// All counts of one build.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figures {
    pub(crate) rustc: String,
    pub(crate) counts: Vec<Count>,
}

#[derive(Deserialize)]
struct File {
    rustc: String,
    instructions: BTreeMap<String, u64>,
}

impl Figures {
    pub(crate) fn read(text: &str) -> Result<Self, toml::de::Error> {
        let File { rustc, instructions } = toml::from_str(text)?;
        let counts = instructions.into_iter();
        let counts = counts.map(|(name, instructions)| Count { name, instructions }).collect();
        Ok(Self { rustc, counts })
    }

    pub(crate) fn text(&self) -> String {
        let mut text = format!("{HEAD}rustc = \"{}\"\n\n[instructions]\n", self.rustc);
        for Count { name, instructions } in &self.counts {
            text += &format!("\"{name}\" = {instructions}\n");
        }
        text
    }

    fn of(&self, name: &str) -> Option<u64> {
        self.counts.iter().find(|count| count.name == name).map(|count| count.instructions)
    }
}

/// What to print, and whether an operation takes more than it did.
pub(crate) fn compare(before: &Figures, now: &Figures) -> (String, bool) {
    let mut table =
        format!("{:<34} {:>12} {:>12} {:>8}\n", "instructions", "before", "now", "moved");
    let (mut more, mut less) = (false, false);
    for Count { name, instructions } in &now.counts {
        let was = before.of(name);
        let moved = was.map(|was| 100.0 * (*instructions as f64 / was.max(1) as f64 - 1.0));
        let of_note = match moved {
            None => "  new",
            Some(moved) if moved > TOLERANCE => "  more",
            Some(moved) if moved < -TOLERANCE => "  less",
            Some(_) => "",
        };
        more |= of_note == "  more" || was.is_none();
        less |= of_note == "  less";
        let was = was.map_or_else(|| "-".to_owned(), |was| was.to_string());
        let moved = moved.map_or_else(|| "-".to_owned(), |moved| format!("{moved:+.1} %"));
        table += &format!("{name:<34} {was:>12} {instructions:>12} {moved:>8}{of_note}\n");
    }
    let gone = before.counts.iter().filter(|count| now.of(&count.name).is_none());
    for Count { name, .. } in gone {
        table += &format!("{name:<34} is not counted any more\n");
    }
    if before.rustc != now.rustc {
        table += &format!(
            "\nnot compared: the figures are those of {}, and this is {}.\n{ACCEPT}",
            before.rustc, now.rustc
        );
        return (table, false);
    }
    if more {
        table +=
            &format!("\nSome operations take more than {TOLERANCE} % more, or are new.\n{ACCEPT}");
    } else if less {
        table += &format!("\nSome operations take less. Please keep the gain.\n{ACCEPT}");
    }
    (table, more)
}

const ACCEPT: &str = "\
To see why: KEEP_COUNTS=folder keeps what was counted, for callgrind_annotate.
To accept it: UPDATE_INSTRUCTIONS=1 cargo run --profile counts -p benches --bin instructions\n";

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(rustc: &str, counts: &[(&str, u64)]) -> Figures {
        let counts = counts.iter().map(|(name, instructions)| Count {
            name: (*name).to_owned(),
            instructions: *instructions,
        });
        Figures { rustc: rustc.to_owned(), counts: counts.collect() }
    }

    #[test]
    fn what_takes_more_fails_and_what_takes_less_is_told() {
        let before = figures("1", &[("draw", 1_000), ("search", 2_000)]);
        for (draw, search, told, fails) in [
            (1_029, 1_941, "", false),
            (1_031, 2_000, "take more than 3 % more", true),
            (1_000, 1_900, "Please keep the gain", false),
            (1_031, 1_900, "take more than 3 % more", true),
        ] {
            let (table, failed) =
                compare(&before, &figures("1", &[("draw", draw), ("search", search)]));
            assert_eq!(failed, fails, "{table}");
            assert!(table.contains(told), "{table}");
            assert_eq!(table.contains(ACCEPT), !told.is_empty(), "{table}");
        }
    }

    #[test]
    fn what_is_new_has_to_be_accepted_and_what_is_gone_is_told() {
        let before = figures("1", &[("draw", 1_000)]);
        let (table, failed) = compare(&before, &figures("1", &[("search", 5)]));
        assert!(
            failed && table.contains("draw") && table.contains("not counted any more"),
            "{table}"
        );
    }

    #[test]
    fn figures_of_another_compiler_are_not_compared() {
        let before = figures("1", &[("draw", 1_000)]);
        let (table, failed) = compare(&before, &figures("2", &[("draw", 9_000)]));
        assert!(!failed && table.contains("not compared"), "{table}");
    }

    #[test]
    fn what_is_written_is_read() {
        let figures = figures("rustc 1", &[("a quote", 1), ("draw", 2)]);
        assert_eq!(Figures::read(&figures.text()).unwrap(), figures);
    }
}
