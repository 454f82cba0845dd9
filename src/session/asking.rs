//! What a session asks: whether to begin, and how it is at the end.

use std::io;

use super::engine::Input;
use super::host::{Host, Typed};
use super::outcome::{Feeling, SessionOutcome};
use super::progress::Ending;
use super::telling::{BEGIN, HOW_IS_IT};
use crate::world::{Happening, Signal};

impl Host<'_> {
    /// Waits until the reader is ready; gives the outcome where they do not want to begin.
    pub(super) fn wait_to_begin(&mut self) -> io::Result<Option<SessionOutcome>> {
        self.tell(BEGIN)?;
        loop {
            let ending = match self.look()?.0 {
                Some(Happening::Signal(Signal::Stop)) => {
                    self.suspend()?;
                    self.tell(BEGIN)?;
                    None
                }
                Some(Happening::Signal(signal)) => return self.signalled(signal).map(Some),
                Some(Happening::Key(key)) => match self.typed(key) {
                    Some(Typed::Enter | Typed::Letter(' ')) => return Ok(None),
                    Some(_) => self.input(key)?.and_then(|input| match input {
                        Input::Quit => Some(Ending::Quit),
                        Input::Hurts => Some(Ending::Hurts),
                        _ => None,
                    }),
                    None => None,
                },
                Some(Happening::Resized) | None => None,
            };
            if let Some(ending) = ending {
                let progress = self.engine.progress().clone();
                return Ok(Some(SessionOutcome::Ended { ending, progress, feeling: None }));
            }
        }
    }

    /// Asks how it is now, or learns that the system wants an end.
    pub(super) fn ask_how_it_is(&mut self) -> io::Result<Result<Option<Feeling>, Signal>> {
        self.tell(HOW_IS_IT)?;
        loop {
            match self.look()?.0 {
                Some(Happening::Signal(Signal::Stop)) => {
                    self.suspend()?;
                    self.tell(HOW_IS_IT)?;
                }
                Some(Happening::Signal(signal)) => return Ok(Err(signal)),
                Some(Happening::Key(key)) => match self.typed(key) {
                    Some(Typed::Enter | Typed::Letter('q')) => return Ok(Ok(None)),
                    Some(Typed::Letter(letter)) => match Feeling::of_letter(letter) {
                        Some(feeling) => return Ok(Ok(Some(feeling))),
                        None => self.tell(HOW_IS_IT)?,
                    },
                    Some(Typed::Other) | None => {}
                },
                Some(Happening::Resized) | None => {}
            }
        }
    }
}
