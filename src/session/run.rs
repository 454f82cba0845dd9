//! Carries a session out on a device.

use std::io;
use std::time::Duration;

use serde::Serialize;

use super::display::{Display, Haste};
use super::engine::{Effect, Ending, Engine, Input, SessionProgress};
use super::foot::{FootLines, words};
use super::keys::letter_of;
use super::look::Look;
use super::motion::{Frame, Moment, StepPicture};
use super::phases::Phase;
use super::telling::{HOW_IS_IT, KEYS, PLAIN_KEYS, event_text, where_text};
use crate::world::{Clocks, Device, Happening, Key, Signal};
use guide::routine::Step;
use guide::text::clock;

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

/// Draws a moment of a movement in so many columns and rows at the most: lines, painted.
pub type Painter<'p> = dyn Fn(&StepPicture, &Frame, (usize, usize)) -> Vec<String> + 'p;

/// What came of a session.
#[derive(Debug, PartialEq, Eq)]
pub enum SessionOutcome {
    /// It ended.
    Ended {
        /// How.
        ending: Ending,
        /// What was done.
        progress: SessionProgress,
        /// How the reader feels, if they were asked and said so.
        feeling: Option<Feeling>,
    },
    /// The system ended it.
    Signalled(Signal),
}

/// How a reader feels after a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Feeling {
    /// Better.
    Better,
    /// The same.
    Same,
    /// Worse.
    Worse,
    /// It moved further down the leg.
    FurtherDown,
}

impl Feeling {
    fn of_letter(letter: char) -> Option<Self> {
        match letter {
            'b' => Some(Self::Better),
            's' => Some(Self::Same),
            'w' => Some(Self::Worse),
            'f' | 'd' => Some(Self::FurtherDown),
            _ => None,
        }
    }
}

/// Signals are looked at, and bells rung, this often.
const POLL: Duration = Duration::from_millis(100);
/// A key that means nothing tells the others no more often than this.
const TELL_KEYS: Duration = Duration::from_secs(2);
/// Columns and rows of a picture.
const NARROWEST_PICTURE: usize = 30;
const WIDEST_PICTURE: usize = 56;
const LOWEST_PICTURE: usize = 5;
const HIGHEST_PICTURE: usize = 15;
/// Rows that stay for the text above it.
const ROWS_FOR_TEXT: usize = 4;
/// Longer than this between two looks at the clock, and nobody was there.
const AWAY: Duration = Duration::from_secs(2);

/// Holds a session. The device keeps the terminal until the end; whoever calls this gives it back.
///
/// # Errors
/// The terminal fails.
pub fn run(device: &mut dyn Device, session: Session<'_>) -> io::Result<SessionOutcome> {
    let now = device.now();
    let Session { steps, phases, stop_lines, pictures, paint, look } = session;
    let shown = Shown { pictures, paint, is_still: look.still };
    let (engine, effects) = Engine::begin(phases, now.monotonic);
    let (plain, display) = (look.plain, Display::new(look));
    Host { device, engine, steps, stop_lines, shown, plain, display, line: None, seen: now, told_keys: None }
        .hold(effects)
}

struct Host<'h> {
    device: &'h mut dyn Device,
    engine: Engine,
    steps: &'h [Step],
    stop_lines: &'h [String],
    shown: Shown<'h>,
    plain: bool,
    display: Display,
    /// The first letter of a line that is not ended yet; in plain form.
    line: Option<char>,
    seen: Clocks,
    /// When a key that means nothing told the others.
    told_keys: Option<Duration>,
}

/// The pictures of the steps, and how they are shown.
struct Shown<'h> {
    pictures: &'h [Option<StepPicture>],
    paint: &'h Painter<'h>,
    is_still: bool,
}

impl Shown<'_> {
    /// The picture of the step that is on, and where the body is in it.
    fn now(&self, engine: &Engine, steps: &[Step]) -> Option<(&StepPicture, Frame)> {
        let phase = engine.phase()?;
        let picture = self.pictures.get(phase.step)?.as_ref()?;
        let moment = Moment {
            kind: phase.kind,
            elapsed: engine.elapsed_in_phase(),
            length: engine.elapsed_in_phase() + engine.left(),
            repetitions: steps.get(phase.step).and_then(|step| step.repetitions).unwrap_or(1),
        };
        Some((picture, picture.frame(moment, self.is_still)))
    }
}

/// What the reader typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Typed {
    Letter(char),
    Enter,
    /// A key without a letter.
    Other,
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
            let effects = self.engine.advance(self.seen.monotonic, input);
            ending = self.carry_out(effects)?;
            self.redraw(happening.is_some())?;
        }
        self.display.clear(self.device)?;
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

    fn redraw(&mut self, at_once: bool) -> io::Result<()> {
        let now = self.shown.now(&self.engine, self.steps);
        let moves = now.as_ref().is_some_and(|(_, frame)| frame.is_moving) && !self.engine.is_paused();
        let haste = match (at_once, moves) {
            (true, _) => Haste::AtOnce,
            (_, true) => Haste::Moving,
            _ => Haste::Usual,
        };
        let paint = self.shown.paint;
        let lines = |columns: usize, rows: usize| {
            let words = words(&self.engine, self.steps, self.stop_lines, columns);
            let room =
                (columns.saturating_sub(1).min(WIDEST_PICTURE), rows.saturating_sub(words.len() + ROWS_FOR_TEXT));
            let has_room = room.0 >= NARROWEST_PICTURE && room.1 >= LOWEST_PICTURE;
            let room = (room.0, room.1.min(HIGHEST_PICTURE));
            let picture = now.filter(|_| has_room).map(|(picture, frame)| paint(picture, &frame, room));
            FootLines { picture: picture.unwrap_or_default(), picture_width: room.0, words }
        };
        self.display.redraw(self.device, self.seen.monotonic, haste, lines)
    }

    /// Waits a moment, and tells what happened, and whether nobody was there meanwhile.
    fn look(&mut self) -> io::Result<(Option<Happening>, bool)> {
        let happening = self.device.wait(POLL)?;
        let before = self.seen;
        self.seen = self.device.now();
        let gap = |now: Duration, then: Duration| now.abs_diff(then) > AWAY;
        let away = gap(self.seen.monotonic, before.monotonic) || gap(self.seen.wall, before.wall);
        self.display.ring_on(self.device, self.seen.monotonic)?;
        if let Some(note) = self.device.lost_voice() {
            self.tell(&format!("No voice: {note}."))?;
        }
        Ok((happening, away))
    }

    fn signalled(&mut self, signal: Signal) -> io::Result<SessionOutcome> {
        self.device.hush();
        if signal != Signal::HangUp {
            self.display.clear(self.device)?;
        }
        Ok(SessionOutcome::Signalled(signal))
    }

    fn suspend(&mut self) -> io::Result<()> {
        self.device.hush();
        self.display.clear(self.device)?;
        self.device.suspend()?;
        self.seen = self.device.now();
        Ok(())
    }

    /// What a key means: at once, or in plain form when its line is ended.
    fn typed(&mut self, key: Key) -> Option<Typed> {
        let letter = match key {
            Key::Char(letter) => letter_of(letter),
            Key::Right => 'n',
            Key::Left => 'b',
            Key::Escape => 'q',
            Key::Enter => return Some(self.line.take().map_or(Typed::Enter, Typed::Letter)),
            Key::Other => return (!self.plain).then_some(Typed::Other),
        };
        if self.plain {
            self.line.get_or_insert(letter);
            None
        } else {
            Some(Typed::Letter(letter))
        }
    }

    fn input(&mut self, key: Key) -> io::Result<Option<Input>> {
        let now = self.seen.monotonic;
        match self.typed(key) {
            Some(Typed::Letter(' ' | 'p')) => return Ok(Some(Input::Pause)),
            Some(Typed::Letter('n')) => return Ok(Some(Input::Next)),
            Some(Typed::Letter('b')) => return Ok(Some(Input::Back)),
            Some(Typed::Letter('r')) => return Ok(Some(Input::Repeat)),
            Some(Typed::Letter('x')) => return Ok(Some(Input::Hurts)),
            Some(Typed::Letter('q')) => return Ok(Some(Input::Quit)),
            Some(Typed::Letter('?')) => self.tell_keys()?,
            Some(Typed::Enter) => self.tell_at(&where_text(&self.engine, self.steps))?,
            Some(_) if self.told_keys.is_none_or(|told| now.saturating_sub(told) > TELL_KEYS) => {
                self.tell_keys()?;
                self.told_keys = Some(now);
            }
            _ => {}
        }
        Ok(None)
    }

    fn tell_keys(&mut self) -> io::Result<()> {
        self.tell(if self.plain { PLAIN_KEYS } else { KEYS })
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> io::Result<Option<Ending>> {
        let mut ending = None;
        for effect in effects {
            match effect {
                Effect::Say(text) => self.device.say(&text),
                Effect::Hush => self.device.hush(),
                Effect::Ring(bell) => self.display.ring(bell, self.seen.monotonic),
                Effect::Tell(event) => {
                    if let Some(text) = event_text(event, &self.engine, self.plain) {
                        self.tell_at(&text)?;
                    }
                }
                Effect::End(how) => ending = Some(how),
            }
        }
        Ok(ending)
    }

    /// Asks how it is now, or learns that the system wants an end.
    fn ask_how_it_is(&mut self) -> io::Result<Result<Option<Feeling>, Signal>> {
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

    fn tell_at(&mut self, text: &str) -> io::Result<()> {
        let at = clock(self.engine.elapsed().as_secs());
        self.display.tell(self.device, text, &format!("{at}  "))
    }

    fn tell(&mut self, text: &str) -> io::Result<()> {
        self.display.tell(self.device, text, "")
    }
}
