//! The terminal that a session is done at, with the clocks and the voice beside it, and the browser.

mod browser;
#[cfg(windows)]
mod console;
#[cfg(unix)]
mod keyboard;
mod pager;
mod patient;
mod seat;
mod signals;
mod speaker;
mod terminal;

pub(crate) use browser::browse;
pub(crate) use pager::page;
pub(crate) use patient::{Patient, dialogue};
pub(crate) use seat::open;
pub(crate) use terminal::{terminal_size, wants_color};
