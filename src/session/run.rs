//! Holds a session from its beginning to its end.

use std::io;

use super::display::Display;
use super::engine::{Effect, Engine, Input};
use super::host::Host;
use super::look::Look;
use super::motion::StepPicture;
use super::outcome::SessionOutcome;
use super::phases::Phase;
use super::progress::Ending;
use super::scene::{Painter, Scene};
use crate::world::{Device, Happening, Signal};
use guide::routine::Step;

/// What is done in a session, and how it is shown.
pub struct Session<'s> {
    /// The steps of the routine.
    pub steps: &'s [Step],
    /// Its phases.
    pub phases: Vec<Phase>,
    /// The stop rule on one line, the longest first.
    pub stop_lines: &'s [String],
    /// How the steps look, in their order; `None` of those that have no picture.
    pub pictures: &'s [Option<StepPicture>],
    /// Draws a picture in so many columns and rows at the most.
    pub paint: &'s Painter<'s>,
    /// How it looks.
    pub look: Look,
}

/// Holds a session. The device keeps the terminal until the end; whoever calls this gives it back.
///
/// # Errors
/// The terminal fails.
pub fn run(device: &mut dyn Device, session: Session<'_>) -> io::Result<SessionOutcome> {
    let now = device.now();
    let Session { steps, phases, stop_lines, pictures, paint, look } = session;
    let Look { plain, unicode, still: is_still, .. } = look;
    let scene = Scene { steps, stop_lines, pictures, paint, is_still, unicode };
    let (engine, effects) = Engine::begin(phases.clone(), now.monotonic);
    let display = Display::new(look);
    let mut host = Host { device, engine, scene, plain, display, line: None, seen: now, told_keys: None };
    if plain {
        return host.hold(effects);
    }
    if let Some(outcome) = host.wait_to_begin()? {
        return Ok(outcome);
    }
    // Its clock starts now. What was to be done at first was not done before.
    let (engine, effects) = Engine::begin(phases, host.seen.monotonic);
    host.engine = engine;
    host.hold(effects)
}

impl Host<'_> {
    fn hold(&mut self, effects: Vec<Effect>) -> io::Result<SessionOutcome> {
        let mut ending = self.carry_out(effects)?;
        while ending.is_none() {
            let (happening, mut away) = self.look()?;
            let mut input = match happening {
                Some(Happening::Signal(Signal::Stop)) => {
                    self.suspend()?;
                    away = true;
                    None
                }
                Some(Happening::Signal(signal)) => return self.signalled(signal),
                Some(Happening::Key(key)) => self.input(key)?,
                Some(Happening::Resized) | None => None,
            };
            if away {
                let effects = self.engine.advance(self.seen.monotonic, Some(Input::Away));
                self.carry_out(effects)?;
                // The key that woke the machine is no wish to go on.
                input = input.filter(|input| *input != Input::Pause);
            }
            self.engine.hear(self.device.is_speaking());
            let effects = self.engine.advance(self.seen.monotonic, input);
            ending = self.carry_out(effects)?;
            self.redraw(happening.is_some())?;
        }
        self.display.clear(self.device)?;
        self.display.turn_page();
        let ending = ending.unwrap_or(Ending::Quit);
        let feeling = match ending {
            Ending::Done => match self.ask_how_it_is()? {
                Ok(feeling) => feeling,
                Err(signal) => return self.signalled(signal),
            },
            Ending::Quit | Ending::Hurts => None,
        };
        Ok(SessionOutcome::Ended { ending, progress: self.engine.progress().clone(), feeling })
    }
}
