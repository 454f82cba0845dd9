//! Text in its forms, whatever it is about.

mod amounts;
mod ascii;
mod control;
mod fold;
mod wrap;
