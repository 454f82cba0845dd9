//! The catalogue of `sciatica` as a library: its files, what they say, whom what is for, and routines of it.
//!
//! A question runs one way: [`shelf`] opens a catalogue, [`query`] finds entries, [`screening`] decides what this reader may
//! be shown, [`routine`] puts what is left into time. Nothing here prints, or knows a command line or a terminal.

pub mod check;
pub mod index;
pub mod model;
pub mod query;
pub mod routine;
pub mod screening;
pub mod shelf;
pub mod text;
