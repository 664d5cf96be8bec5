//! The real program in the terminal, played from scripts.
mod cards;
mod exports;
mod consent;
mod program;
mod scripts;
mod seminar;
mod starting;
mod terminal;
mod transcripts;
