//! Rebuilds when a migration, a page of the book or a message changes.

fn main() {
    // A new migration alone is no change of source that cargo would notice.
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=corpus");
    println!("cargo:rerun-if-changed=locales");
}
