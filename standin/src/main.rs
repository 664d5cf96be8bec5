//! Runs a stand-in by itself, for trials by hand and under load.

fn main() {}
