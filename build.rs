//! Rebuilds when a migration or a page of the book changes.

fn main() {
    // A new migration alone is no change of source that cargo would notice.
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=corpus");
}
