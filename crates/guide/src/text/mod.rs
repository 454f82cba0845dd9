//! Text, whatever it is about: how names are compared, what a terminal can show, lines, amounts in words.

mod amounts;
mod ascii;
mod control;
mod fold;
mod order;
mod quoted;
mod stems_held;
mod terms;
mod told;
mod wrap;

pub use amounts::{clock, clock_or_seconds, counted, minutes_or_seconds, spoken_duration};
pub use ascii::ascii;
pub use control::{acts_on_a_terminal, first_unseen, printable};
pub use fold::{fold, fold_but_tones, search_words};
pub(crate) use order::inserted;
pub use order::put_in_order;
pub use quoted::{did_you_mean, quoted};
pub use stems_held::stems_held;
pub(crate) use terms::{EverydaySpeech, MOST_WORDS_OF_A_TERM, Term, Weight, run, stems, terms};
pub use terms::{stem, words};
pub(crate) use told::{durations, times_a_day};
pub use wrap::{NO_BREAK, wrap};
