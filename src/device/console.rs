//! The keys as the console of Windows tells them.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use sciatica::world::{Happening, Key, Signal};

/// What is pressed, at most this long from now.
pub(super) fn next(at_most: Duration) -> io::Result<Option<Happening>> {
    if !event::poll(at_most)? {
        return Ok(None);
    }
    Ok(match event::read()? {
        Event::Key(key) => happening(key),
        Event::Resize(..) => Some(Happening::Resized),
        _ => None,
    })
}

fn happening(key: KeyEvent) -> Option<Happening> {
    // A key is told when it is let go, too.
    if key.kind == KeyEventKind::Release {
        return None;
    }
    // AltGr, which types characters, is both.
    let typed = matches!(key.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT), modifiers
        if modifiers.is_empty() || modifiers == KeyModifiers::CONTROL | KeyModifiers::ALT);
    let control = !typed && key.modifiers.contains(KeyModifiers::CONTROL);
    Some(match key.code {
        KeyCode::Char('c') if control => Happening::Signal(Signal::Interrupt),
        KeyCode::Char('d') if control => return None,
        KeyCode::Char(character) if typed => Happening::Key(Key::Char(character)),
        KeyCode::Enter => Happening::Key(Key::Enter),
        KeyCode::Left => Happening::Key(Key::Left),
        KeyCode::Right => Happening::Key(Key::Right),
        KeyCode::Esc => Happening::Key(Key::Escape),
        _ => Happening::Key(Key::Other),
    })
}
