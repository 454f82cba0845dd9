//! Lists as tables. The only file that names `comfy_table`.

use comfy_table::{Attribute, Color, ContentArrangement, LineStyle, Table, TableStyle};

use super::terminal::Terminal;
use crate::view::{Cell, List, Role};
use guide::text::wrap;

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
    table.set_header(list.columns.iter().copied());
    for row in &list.rows {
        table.add_row(row.iter().map(|cell| styled(cell, color)));
    }
    let mut text = table.trim_fmt();
    text.push('\n');
    text
}

fn styled(cell: &Cell, color: bool) -> comfy_table::Cell {
    let styled = comfy_table::Cell::new(&cell.text);
    let hue = match cell.role {
        Role::RedFlag | Role::Avoid => Color::Red,
        Role::Ask => Color::Yellow,
        Role::Adapt => Color::Cyan,
        Role::Neutral => return styled,
    };
    if color { styled.fg(hue).add_attribute(Attribute::Bold) } else { styled }
}

fn records(list: &List, terminal: &Terminal) -> String {
    let mut text = String::new();
    for row in &list.rows {
        for (column, cell) in list.columns.iter().zip(row) {
            let lines = wrap(&format!("{column}: {}", cell.text), terminal.prose_width(), "", "  ");
            text.extend(lines.iter().flat_map(|line| [line.trim_end(), "\n"]));
        }
        text.push('\n');
    }
    text
}
