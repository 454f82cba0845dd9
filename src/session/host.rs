//! Whoever leads through a session: carries effects out on a device, and hears what happens there.

use std::io;
use std::time::Duration;

use super::display::{Display, Haste};
use super::engine::{Effect, Engine, Input};
use super::keys::letter_of;
use super::outcome::SessionOutcome;
use super::progress::Ending;
use super::scene::Scene;
use super::telling::{KEYS, PLAIN_KEYS, ToldLine, event_lines, how_far_text, turns_page, untimed, where_text};
use crate::world::{Clocks, Device, Happening, Key, Signal};
use guide::text::clock;

/// Signals are looked at, and bells rung, this often.
const POLL: Duration = Duration::from_millis(100);
/// A key that means nothing tells the others no more often than this.
const TELL_KEYS: Duration = Duration::from_secs(2);
/// Longer than this between two looks at the clock, and nobody was there.
const AWAY: Duration = Duration::from_secs(2);

/// A session that is held.
pub(super) struct Host<'h> {
    pub(super) device: &'h mut dyn Device,
    pub(super) engine: Engine,
    pub(super) scene: Scene<'h>,
    pub(super) plain: bool,
    pub(super) display: Display,
    /// The first letter of a line that is not ended yet; in plain form.
    pub(super) line: Option<char>,
    pub(super) seen: Clocks,
    /// When a key that means nothing told the others.
    pub(super) told_keys: Option<Duration>,
}

/// What the reader typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typed {
    Letter(char),
    Enter,
    /// A key without a letter.
    Other,
}

impl Host<'_> {
    pub(super) fn redraw(&mut self, at_once: bool) -> io::Result<()> {
        let picture = self.scene.picture(&self.engine);
        let moves = picture.as_ref().is_some_and(|(_, frame)| frame.is_moving) && !self.engine.is_paused();
        let haste = match (at_once, moves) {
            (true, _) => Haste::AtOnce,
            (_, true) => Haste::Moving,
            _ => Haste::Usual,
        };
        let lines = |room| self.scene.lines(&self.engine, picture, room);
        self.display.redraw(self.device, self.seen.monotonic, haste, lines)
    }

    /// Waits a moment, and tells what happened, and whether nobody was there meanwhile.
    pub(super) fn look(&mut self) -> io::Result<(Option<Happening>, bool)> {
        let happening = self.device.wait(POLL)?;
        let before = self.seen;
        self.seen = self.device.now();
        let gap = |now: Duration, then: Duration| now.abs_diff(then) > AWAY;
        let away = gap(self.seen.monotonic, before.monotonic) || gap(self.seen.wall, before.wall);
        self.display.ring_on(self.device, self.seen.monotonic)?;
        if let Some(note) = self.device.voice_note() {
            self.tell(&note)?;
        }
        Ok((happening, away))
    }

    pub(super) fn signalled(&mut self, signal: Signal) -> io::Result<SessionOutcome> {
        self.device.hush();
        if signal != Signal::HangUp {
            self.display.clear(self.device)?;
            self.tell(&how_far_text(&self.engine, self.scene.steps))?;
        }
        Ok(SessionOutcome::Signalled(signal))
    }

    pub(super) fn suspend(&mut self) -> io::Result<()> {
        self.device.hush();
        self.display.clear(self.device)?;
        self.device.suspend()?;
        self.seen = self.device.now();
        Ok(())
    }

    /// What a key means: at once, or in plain form when its line is ended.
    pub(super) fn typed(&mut self, key: Key) -> Option<Typed> {
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

    pub(super) fn input(&mut self, key: Key) -> io::Result<Option<Input>> {
        let now = self.seen.monotonic;
        match self.typed(key) {
            Some(Typed::Letter(' ' | 'p')) => return Ok(Some(Input::Pause)),
            Some(Typed::Letter('n')) => return Ok(Some(Input::Next)),
            Some(Typed::Letter('b')) => return Ok(Some(Input::Back)),
            Some(Typed::Letter('r')) => return Ok(Some(Input::Repeat)),
            Some(Typed::Letter('x')) => return Ok(Some(Input::Hurts)),
            Some(Typed::Letter('q')) => return Ok(Some(Input::Quit)),
            Some(Typed::Letter('?')) => self.tell_keys()?,
            Some(Typed::Enter) => self.tell_at(vec![untimed(where_text(&self.engine, self.scene.steps))])?,
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

    pub(super) fn carry_out(&mut self, effects: Vec<Effect>) -> io::Result<Option<Ending>> {
        let mut ending = None;
        for effect in effects {
            match effect {
                Effect::Say(text) => self.device.say(&text),
                Effect::Hush => self.device.hush(),
                Effect::Ring(bell) => self.display.ring(bell, self.seen.monotonic),
                Effect::Tell(event) => {
                    if turns_page(event, &self.engine) {
                        self.display.turn_page();
                    }
                    self.tell_at(event_lines(event, &self.engine, self.plain))?;
                }
                Effect::End(how) => ending = Some(how),
            }
        }
        Ok(ending)
    }

    /// Tells lines, the first of them with its time.
    fn tell_at(&mut self, mut lines: Vec<ToldLine>) -> io::Result<()> {
        if let Some(line) = lines.first_mut() {
            line.first = format!("{}  ", clock(self.engine.elapsed().as_secs()));
        }
        self.display.tell(self.device, &lines)
    }

    pub(super) fn tell(&mut self, text: &str) -> io::Result<()> {
        self.display.tell(self.device, &[ToldLine { first: String::new(), text: text.to_owned() }])
    }
}
