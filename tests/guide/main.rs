//! The guide as a reader, a contributor and a program meet it: a module a subject.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect is to stop there, and say where"
)]

use sciatica_testing as support;

mod additions;
mod answer_first;
mod architecture;
mod braille;
mod catalogue;
mod command_line;
mod completions;
mod declarations;
mod export;
mod facts;
mod figures;
mod handout;
mod hostile;
mod house;
mod leaflet;
mod listing;
mod look;
mod man;
mod mutations;
mod opened_page;
mod pager;
mod poses;
mod process;
mod profile;
mod profile_place;
mod random;
mod readme;
mod recipes;
mod routine;
mod schema;
mod screening;
mod search;
mod session;
#[cfg(unix)]
mod session_terminal;
mod stage;
#[cfg(unix)]
mod streams;
mod text;
mod text_forms;
mod transcripts;
mod triage;
mod week;
mod words;
mod writing;
