//! What takes minutes: every answer to every pair of precautions, tens of thousands of routines, a thousand broken catalogues.
//! `cargo test --test walks`; plain `cargo test` leaves it out.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that meets what it does not expect is to stop there, and say where"
)]

mod additions;
mod catalogue;
mod folders;
mod mutations;
mod routine;
mod screening;
