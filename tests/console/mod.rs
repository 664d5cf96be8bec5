//! The real program in the terminal, played from scripts.
mod cards;
mod check;
mod consent;
mod exports;
mod meetings;
mod moving;
mod privacy;
mod program;
mod revisit;
mod scripts;
mod seminar;
mod starting;
mod terminal;
mod transcripts;
