//! Holds the source to the map in `src/lib.rs`.

mod cycles;
mod documents;
mod files;
mod imports;
mod kept;
mod plans;
mod sentences;
mod sight;
mod source;
mod sql;

/// Fails with what breaks a rule, one a line.
#[track_caller]
fn none(breaches: &[String]) {
    assert!(breaches.is_empty(), "{} breaches:\n{}", breaches.len(), breaches.join("\n"));
}
