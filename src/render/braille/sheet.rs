//! Drawings for a terminal: lines in braille dots, two by four a character, and what is marked on them in characters.

use kurbo::{Affine, Shape};
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, MARKERS, cell, dots, strokes};
use crate::render::style::paint;
use crate::view::Drawing;
use guide::text::wrap;

/// Between drawings that stand side by side.
const GAP: usize = 4;
/// With fewer columns each, one drawing is better than two.
const NARROWEST: usize = 34;
/// With fewer rows, a body is no longer a body.
const FEWEST_ROWS: usize = 6;
/// With fewer dots on the shorter side, details run into the lines that matter.
const DOTS_FOR_DETAIL: f64 = 56.0;

/// Drawings side by side, or the last alone where there is no room; nothing where even that has none.
pub fn braille(drawings: &[Drawing], width: usize, height: usize, color: bool) -> Vec<String> {
    let last = drawings.get(drawings.len().saturating_sub(1)..).unwrap_or_default();
    let share = (width + GAP) / drawings.len().max(1);
    let (shown, columns) = if share >= NARROWEST + GAP { (drawings, share - GAP) } else { (last, width) };
    let mut rows = height;
    while rows >= FEWEST_ROWS {
        let sheets: Vec<Sheet> = shown.iter().filter_map(|drawing| sheet(drawing, columns, rows)).collect();
        let lines = beside(&sheets, columns, color);
        if lines.len() <= height {
            return lines;
        }
        // What the words need, the pictures give.
        rows = rows.saturating_sub(lines.len() - height);
    }
    Vec::new()
}

/// What stands below one another for a drawing: title, picture, sides, legend.
type Sheet = [Vec<String>; 4];

fn sheet(drawing: &Drawing, columns: usize, rows: usize) -> Option<Sheet> {
    let strokes = strokes(drawing);
    let across = drawing.size[0];
    // What is empty above and below would cost rows.
    let around = strokes.iter().map(|(_, path)| path.bounding_box()).reduce(|one, other| one.union(other))?;
    let down = around.height();
    // With its middle between two cells, a body looks the same on both sides and its legs stay apart.
    let middle = columns / 2;
    let fitting = f64::min((dots(middle, 4) - 1.0) / across, (dots(rows, 4) - 1.0) / down);
    let scale = Some(fitting).filter(|scale| scale.is_finite() && *scale > 0.0)?;
    let edge = dots(middle, 2) - 0.5 - across * scale / 2.0;
    let to_dots = Affine::translate((edge, -around.y0 * scale)) * Affine::scale(scale);
    let [left, tall] = [cell(edge, 2), cell(down * scale, 4) + 1].map(|it| usize::try_from(it).unwrap_or_default());
    let mut canvas = Canvas::empty(columns, tall);
    canvas.draw(&strokes, to_dots, f64::min(across, down) * scale >= DOTS_FOR_DETAIL);
    let legend = canvas.mark(drawing, to_dots);
    let title = wrap(&drawing.title, columns, "", "").into_iter();
    let title = title.map(|line| format!("{}{line}", " ".repeat(columns.saturating_sub(line.width()) / 2)));
    let sides = sides(&drawing.sides, left, 2 * middle.saturating_sub(left), columns);
    Some([title.collect(), canvas.lines(), sides, flow(&legend, columns)])
}

/// Sheets side by side: titles end, pictures are centred and words begin on the same line.
fn beside(sheets: &[Sheet], columns: usize, color: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for part in 0..4 {
        let parts: Vec<&[String]> = sheets.iter().filter_map(|sheet| sheet.get(part)).map(Vec::as_slice).collect();
        let tall = parts.iter().map(|part| part.len()).max().unwrap_or_default();
        for row in 0..tall {
            let mut line = String::new();
            for (place, lines) in parts.iter().enumerate() {
                let above = [tall - lines.len(), (tall - lines.len()) / 2, 0, 0].get(part).copied().unwrap_or_default();
                let text = row.checked_sub(above).and_then(|row| lines.get(row)).map_or("", String::as_str);
                line.push_str(&" ".repeat((place * (columns + GAP)).saturating_sub(line.width())));
                line.push_str(text);
            }
            line.truncate(line.trim_end().len());
            // Pictures and legends have markers.
            for (_, marker, style) in MARKERS.into_iter().filter(|_| color && matches!(part, 1 | 3)) {
                line = line.replace(marker, &paint(&marker.to_string(), style, color));
            }
            lines.push(line);
        }
    }
    lines
}

/// The words for left and right at the edges of the picture; where they are longer, at those of the column.
fn sides([left, right]: &[String; 2], start: usize, wide: usize, columns: usize) -> Vec<String> {
    let span = (left.width() + 2 + right.width()).max(wide);
    let start = start.saturating_sub((span - wide) / 2);
    let half = if span > columns { columns.saturating_sub(2) / 2 } else { span };
    let [left, right] = [left, right].map(|words| wrap(words, half, "", ""));
    let row = |row| {
        let [left, right] = [&left, &right].map(|lines| lines.get(row).map_or("", String::as_str));
        let between = span.min(columns).saturating_sub(left.width() + right.width());
        format!("{}{left}{}{right}", " ".repeat(start), " ".repeat(between))
    };
    (0..left.len().max(right.len())).map(row).collect()
}

/// Items in lines, apart from one another and each in one piece where there is room.
fn flow(items: &[String], columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for item in items {
        match lines.last_mut() {
            Some(line) if line.width() + 2 + item.width() <= columns => line.push_str(&format!("  {item}")),
            _ => lines.extend(wrap(item, columns, "", "  ")),
        }
    }
    lines
}
