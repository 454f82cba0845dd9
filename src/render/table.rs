//! Lists as tables. The only file that names `comfy_table`.

use anstyle::{AnsiColor, Effects, Style};
use comfy_table::{Attribute, Color, ColumnConstraint, ContentArrangement, LineStyle, Table, TableStyle};

use super::style::{self, of_role, paint};
use super::terminal::Terminal;
use crate::view::{Cell, List, Role};
use guide::text::{fold, stem, wrap};

/// One rule, under the header: a rule under every row makes a list twice as long and no clearer.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// A list as a table, or as records where a table does not fit.
pub(super) fn list(list: &List, terminal: &Terminal) -> String {
    match terminal.table_width() {
        Some(width) => table(list, width, terminal.color),
        None => records(list, terminal),
    }
}

fn table(list: &List, width: usize, color: bool) -> String {
    let mut table = Table::new();
    // The library would ask the terminal itself; width and colour are decided already.
    table.load_style(STYLE);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.force_no_tty();
    table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
    if color {
        crossterm::style::force_color_output(true);
        table.enforce_styling();
    }
    let hidden = usize::from(list.is_grouped);
    if !list.is_grouped {
        table.set_header(list.columns.iter().copied());
    }
    let mut group = None;
    let mut headings = Vec::new();
    for row in &list.rows {
        let heading = row.first().filter(|_| list.is_grouped);
        if let Some(heading) = heading.filter(|heading| group != Some(&heading.text)) {
            table.add_row([HEADING]);
            headings.push(paint(&heading.text, heading_style(heading.role), color));
            group = Some(&heading.text);
        }
        table.add_row(row.iter().skip(hidden).map(|cell| styled(cell, color)));
    }
    if let Some(column) = table.column_mut(list.typed - hidden) {
        column.set_constraint(ColumnConstraint::ContentWidth);
    }
    if list.is_grouped
        && let Some(column) = table.column_mut(0)
    {
        column.set_padding((2, 1));
    }
    let mut headings = headings.into_iter();
    let lines = table.trim_fmt();
    let lines = lines.lines().map(|line| match line.trim() {
        HEADING => headings.next().unwrap_or_default(),
        _ if color => marked(line, &list.marked),
        _ => line.to_owned(),
    });
    lines.fold(String::new(), |text, line| text + &line + "\n")
}

/// Holds the place of a heading in a table: its text would widen a column.
const HEADING: &str = "\u{1}";

fn heading_style(role: Role) -> Style {
    if role == Role::Neutral { style::HEADING } else { of_role(role) }
}

/// A line with the words in bold that are one of these but for their endings.
fn marked(line: &str, stems: &[String]) -> String {
    let is_one = |word: &str| stems.contains(&stem(&fold(word)));
    let words = line.split_inclusive(|c: char| !c.is_alphanumeric());
    words.fold(String::new(), |line, word| {
        let bare = word.trim_end_matches(|c: char| !c.is_alphanumeric());
        let behind = word.get(bare.len()..).unwrap_or_default();
        line + &paint(bare, style::HEADING, !bare.is_empty() && is_one(bare)) + behind
    })
}

fn styled(cell: &Cell, color: bool) -> comfy_table::Cell {
    let styled = comfy_table::Cell::new(&cell.text);
    if !color || cell.role == Role::Neutral {
        return styled;
    }
    // The looks of `of_role`, in this library's words.
    let look = of_role(cell.role);
    let styled = match look.get_fg_color() {
        Some(anstyle::Color::Ansi(hue)) => styled.fg(hue_of(hue)),
        _ => styled,
    };
    let effects = [
        (Effects::BOLD, Attribute::Bold),
        (Effects::UNDERLINE, Attribute::Underlined),
        (Effects::INVERT, Attribute::Reverse),
    ];
    let has = |effect| look.get_effects().contains(effect);
    effects.into_iter().filter(|(effect, _)| has(*effect)).fold(styled, |cell, (_, it)| cell.add_attribute(it))
}

fn hue_of(hue: AnsiColor) -> Color {
    match hue {
        AnsiColor::Red => Color::DarkRed,
        AnsiColor::Yellow => Color::DarkYellow,
        AnsiColor::Blue => Color::DarkBlue,
        AnsiColor::Cyan => Color::DarkCyan,
        AnsiColor::Green => Color::DarkGreen,
        _ => Color::White,
    }
}

fn records(list: &List, terminal: &Terminal) -> String {
    let mut text = String::new();
    let hidden = usize::from(list.is_grouped);
    let mut group = None;
    for row in &list.rows {
        let heading = row.first().filter(|_| list.is_grouped);
        if let Some(heading) = heading.filter(|heading| group != Some(&heading.text)) {
            text.push_str(&heading.text);
            text.push_str("\n\n");
            group = Some(&heading.text);
        }
        for (column, cell) in list.columns.iter().zip(row).skip(hidden) {
            let lines = wrap(&format!("{column}: {}", cell.text), terminal.prose_width(), "", "  ");
            text.extend(lines.iter().flat_map(|line| [line.trim_end(), "\n"]));
        }
        text.push('\n');
    }
    text
}
