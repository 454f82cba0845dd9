//! Colours and weights for roles. They repeat what the words say.

use anstyle::{AnsiColor, Style};

use crate::view::Role;

/// The style of a label.
pub(super) fn of_role(role: Role) -> Style {
    match role {
        Role::RedFlag | Role::Avoid => AnsiColor::Red.on_default().bold(),
        Role::Ask => AnsiColor::Yellow.on_default().bold(),
        Role::Adapt => AnsiColor::Cyan.on_default().bold(),
        Role::Neutral => HEADING,
    }
}

/// The style of headings.
pub(super) const HEADING: Style = Style::new().bold();
/// The style of what stands beside.
pub(super) const ASIDE: Style = Style::new().dimmed();

/// Text in a style, when there is colour.
pub(super) fn paint(text: &str, style: Style, color: bool) -> String {
    if color && !text.is_empty() { format!("{style}{text}{style:#}") } else { text.to_owned() }
}
