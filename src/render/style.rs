//! Colours and weights, one look a role. They repeat what the words say.

use anstyle::{AnsiColor, Style};

use crate::view::Role;

/// The style of a label.
pub(super) const fn of_role(role: Role) -> Style {
    match role {
        Role::RedFlag => AnsiColor::Red.on_default().bold().invert(),
        Role::Today => AnsiColor::Red.on_default().bold().underline(),
        Role::Soon => AnsiColor::Blue.on_default().bold(),
        Role::Avoid => AnsiColor::Red.on_default().bold(),
        Role::Ask => AnsiColor::Yellow.on_default().bold().underline(),
        Role::Adapt => AnsiColor::Cyan.on_default().bold(),
        Role::Open => AnsiColor::Green.on_default().bold(),
        Role::Neutral => HEADING,
    }
}

/// The style of the place to press.
pub(super) const PLACE: Style = AnsiColor::Magenta.on_default().bold();
/// The style of what moves in a picture.
pub(super) const MOVING: Style = AnsiColor::Cyan.on_default().bold();
/// The style of headings.
pub(crate) const HEADING: Style = Style::new().bold();
/// The style of what stands beside.
pub(super) const ASIDE: Style = Style::new().dimmed();

/// Text in a style, when there is colour.
pub(crate) fn paint(text: &str, style: Style, color: bool) -> String {
    if color && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
}
