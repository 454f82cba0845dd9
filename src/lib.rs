//! A self-care guide for people with sciatica: where to press, how hard, how long, and who must not.
//!
//! A question runs one way: the command line opens a catalogue of [`guide`] and asks it, [`view`] puts what this reader may be
//! shown into words, [`render`] into bytes. See `ARCHITECTURE.md`.

mod bundle;
pub mod commands;
pub mod error;
pub mod render;
mod run;
pub mod session;
pub mod view;
pub mod world;

pub use bundle::bundle;
pub use run::run;
