//! Every word that a member reads, one file a subject. The sentences are in `locales/`.

pub mod ui;
