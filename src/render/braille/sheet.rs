//! Drawings for a terminal: lines in braille dots, two by four a character, and what is marked on them in characters.

use kurbo::{Affine, Rect, Shape};
use unicode_width::UnicodeWidthStr;

use super::canvas::{Canvas, cell, dots, marker_style, strokes};
use super::line::DotLine;
use super::names::{Margins, ToName, margin};
use crate::view::{Drawing, Mark, MarkKind};
use guide::text::wrap;

/// Between drawings that stand side by side.
const GAP: usize = 4;
/// With fewer columns each, one drawing is better than two.
const NARROWEST: usize = 34;
/// Columns of the whole body beside a closer look.
const LOCATOR: usize = 23;
/// Title and sides of a place, and a legend of two lines.
const ROWS_AROUND_A_PLACE: usize = 4;
/// With so many columns landmarks have their names beside them, with fewer a letter.
const WIDE_SCREEN: usize = 100;
/// Dots for the height of a head: so many that poses side by side can be told apart, with fewer than the least nobody sees
/// what a body does, and with more than the most it fills the screen.
const FEWEST_DOTS_A_HEAD: f64 = 7.0;
const LEAST_DOTS_A_HEAD: f64 = 4.5;
const MOST_DOTS_A_HEAD: f64 = 12.0;
/// With fewer rows, a body is no longer a body.
const FEWEST_ROWS: usize = 6;
/// With fewer dots on the shorter side, details run into the lines that matter.
const DOTS_FOR_DETAIL: f64 = 56.0;

/// Drawings side by side, or the last alone where there is no room; nothing where even that has none. Of a place, the closer
/// look gets the room that the whole body does not need.
pub fn braille(drawings: &[Drawing], width: usize, height: usize, color: bool) -> Vec<String> {
    let last = drawings.get(drawings.len().saturating_sub(1)..).unwrap_or_default();
    let share = (width + GAP) / drawings.len().max(1);
    let columns = match drawings {
        [body, place] if !has_landmarks(body) && has_landmarks(place) => {
            vec![LOCATOR, width.saturating_sub(LOCATOR + GAP)]
        }
        _ => vec![share.saturating_sub(GAP); drawings.len()],
    };
    let in_words = width >= WIDE_SCREEN;
    if drawings.len() < 2 || share >= NARROWEST + GAP {
        // Legends differ; with room for two lines of it the whole body is as large beside one place of a leg as beside another.
        let around = if drawings.len() < 2 || in_words { 0 } else { ROWS_AROUND_A_PLACE };
        within(drawings, &columns, [height, height.saturating_sub(around)], in_words, color)
    } else {
        within(last, &[width], [height; 2], in_words, color)
    }
}

/// Poses in their order, as many side by side as can be told apart, the others below them.
pub fn braille_poses(drawings: &[Drawing], width: usize, height: usize, color: bool) -> Vec<String> {
    let narrowest = drawings.iter().map(|drawing| columns_of(drawing.size[0] * FEWEST_DOTS_A_HEAD)).max();
    let fitting = (width + GAP) / (narrowest.unwrap_or(NARROWEST).max(1) + GAP);
    let rows = drawings.len().div_ceil(fitting.max(1)).max(1);
    let beside = drawings.len().div_ceil(rows).max(1);
    let columns = (width + GAP) / beside - GAP;
    drawings.chunks(beside).flat_map(|row| within(row, &vec![columns; row.len()], [height; 2], false, color)).collect()
}

/// One drawing without words, in so many columns and rows at the most.
pub fn braille_picture(drawing: &Drawing, (columns, rows): (usize, usize), color: bool) -> Vec<String> {
    let picture = sheet(drawing, columns, rows, false, color).map(|[_, picture, ..]| picture).unwrap_or_default();
    picture.into_iter().map(DotLine::written).collect()
}

/// Drawings side by side, each in its columns: so many rows in all, and their pictures at most.
fn within(
    shown: &[Drawing],
    columns: &[usize],
    [height, mut rows]: [usize; 2],
    in_words: bool,
    color: bool,
) -> Vec<String> {
    while rows >= FEWEST_ROWS {
        let placed = shown.iter().zip(columns);
        let sheets = placed.filter_map(|(drawing, columns)| sheet(drawing, *columns, rows, in_words, color));
        let lines = beside(&sheets.collect::<Vec<_>>(), columns);
        if lines.len() <= height {
            return lines;
        }
        // What the words need, the pictures give.
        rows = rows.saturating_sub(lines.len() - height);
    }
    Vec::new()
}

/// On which sides names stand: beside what is wider than it is tall on one alone, where most of what they name lies.
fn sides_of_names(drawing: &Drawing) -> [bool; 2] {
    let [wide, tall] = drawing.size;
    if wide <= tall {
        return [true; 2];
    }
    let on_left = drawing.marks.iter().filter(|mark| mark.at[0] < wide / 2.0).count();
    let is_left = 2 * on_left > drawing.marks.len();
    [is_left, !is_left]
}

fn has_landmarks(drawing: &Drawing) -> bool {
    drawing.marks.iter().any(|mark| mark.kind == MarkKind::Landmark)
}

/// The names that stand in the margins: on a map, the points; on a wide screen, the landmarks that lead to a point.
fn names_in_margins(drawing: &Drawing, in_words: bool) -> impl Iterator<Item = &str> {
    let first = drawing.marks.first().map_or("", |mark| &mark.name);
    let is_map = !has_landmarks(drawing) && drawing.marks.iter().any(|mark| mark.name != first);
    let is_named = move |mark: &&Mark| is_map || in_words && mark.kind == MarkKind::Landmark;
    drawing.marks.iter().filter(is_named).map(|mark| mark.name.as_str())
}

/// What stands below one another for a drawing: title, picture, sides, legend.
type Sheet = [Vec<DotLine>; 4];

fn sheet(drawing: &Drawing, columns: usize, rows: usize, in_words: bool, color: bool) -> Option<Sheet> {
    let strokes = strokes(drawing);
    let across = drawing.size[0];
    // What is empty above and below would cost rows; but poses side by side stand on one floor.
    let frame = Some(Rect::new(0.0, 0.0, across, drawing.size[1])).filter(|_| !drawing.layers.is_empty());
    let drawn = || strokes.iter().map(|(_, path)| path.bounding_box()).reduce(|one, other| one.union(other));
    let around = frame.or_else(drawn)?;
    let down = around.height();
    // With its middle between two cells, a body looks the same on both sides and its legs stay apart.
    let margin = margin(names_in_margins(drawing, in_words));
    let names = sides_of_names(drawing);
    let [left, right] = names.map(|stands| if stands { margin } else { 0 });
    let half = columns.saturating_sub(left + right) / 2;
    let middle = left + half;
    let fitting = f64::min((dots(half, 4) - 1.0) / across, (dots(rows, 4) - 1.0) / down);
    let [least, most] = if frame.is_some() { [LEAST_DOTS_A_HEAD, MOST_DOTS_A_HEAD] } else { [0.0, f64::INFINITY] };
    let scale = Some(fitting.min(most)).filter(|scale| scale.is_finite() && *scale > least)?;
    let edge = dots(middle, 2) - 0.5 - across * scale / 2.0;
    let mirror = Affine::new([-1.0, 0.0, 0.0, 1.0, across, 0.0]);
    let mirror = if drawing.is_mirrored { mirror } else { Affine::IDENTITY };
    let to_dots = Affine::translate((edge, -around.y0 * scale)) * Affine::scale(scale) * mirror;
    let [left, tall] = [cell(edge, 2), cell(down * scale, 4) + 1].map(|it| usize::try_from(it).unwrap_or_default());
    let mut canvas = Canvas::empty(columns, tall);
    canvas.draw(&strokes, to_dots, f64::min(across, down) * scale >= DOTS_FOR_DETAIL);
    canvas.fill(&drawing.layers, to_dots);
    let legend = legend(&mut canvas, drawing, to_dots, (margin, names), [middle - half, middle + half, tall]);
    let title = wrap(&drawing.title, columns, "", "").into_iter();
    let title = title.map(|line| format!("{}{line}", " ".repeat(columns.saturating_sub(line.width()) / 2)));
    let sides = sides(&drawing.sides, left, 2 * middle.saturating_sub(left), columns);
    // Legends have markers.
    let style = |character| marker_style(character).filter(|_| color);
    let legend = flow(&legend, columns).iter().map(|line| DotLine::of(line, style)).collect();
    let words = |lines: Vec<String>| lines.iter().map(|line| DotLine::of(line, |_| None)).collect();
    Some([words(title.collect()), canvas.lines(color), words(sides), legend])
}

/// Marks what is on a drawing and names it; returns what is to be explained below.
fn legend(
    canvas: &mut Canvas,
    drawing: &Drawing,
    to_dots: Affine,
    (margin, sides): (usize, [bool; 2]),
    extents: [usize; 3],
) -> Vec<String> {
    let (points, left_out) = canvas.mark_points(drawing, to_dots);
    let [start, end, rows] = extents.map(|it| i32::try_from(it).unwrap_or_default());
    let margins = Margins { picture: [start, end], rows, sides };
    if margin == 0 {
        let mut explained = canvas.letter_landmarks(drawing, to_dots);
        for point in canvas.name_beside(&points) {
            let words = format!("{} {} {}", point.marker, point.names.join(", "), point.level).trim_end().to_owned();
            explained.extend(Some(words).filter(|words| !explained.contains(words)));
        }
        return explained.into_iter().chain(left_out).collect();
    }
    let mut named = canvas.cross_landmarks(drawing, to_dots);
    let on_map = !has_landmarks(drawing);
    let beside = if on_map { points.iter().collect() } else { canvas.name_beside(&points) };
    for (name, cell) in beside.into_iter().flat_map(|point| point.names.iter().map(|name| (name, point.cell))) {
        match named.iter_mut().find(|it| it.name == *name) {
            Some(twin) => twin.cells.push(cell),
            None => named.push(ToName { name: name.clone(), cells: vec![cell] }),
        }
    }
    canvas.name_in_margins(&margins.place(named));
    let mut levels: Vec<String> = Vec::new();
    for point in points.iter().filter(|point| !point.level.is_empty()) {
        let words = format!("{} {}", point.marker, point.level);
        levels.extend(Some(words).filter(|words| !levels.contains(words)));
    }
    levels.into_iter().chain(left_out).collect()
}

/// Sheets side by side: titles end, pictures are centred and words begin on the same line.
fn beside(sheets: &[Sheet], columns: &[usize]) -> Vec<String> {
    let mut lines = Vec::new();
    for part in 0..4 {
        let parts: Vec<&[DotLine]> = sheets.iter().filter_map(|sheet| sheet.get(part)).map(Vec::as_slice).collect();
        let tall = parts.iter().map(|part| part.len()).max().unwrap_or_default();
        for row in 0..tall {
            let (mut line, mut start) = (DotLine::default(), 0);
            for (lines, columns) in parts.iter().zip(columns) {
                let above = [tall - lines.len(), (tall - lines.len()) / 2, 0, 0].get(part).copied().unwrap_or_default();
                if let Some(own) = row.checked_sub(above).and_then(|row| lines.get(row)) {
                    line.put_at(start, own);
                }
                start += columns + GAP;
            }
            lines.push(line.written());
        }
    }
    lines
}

/// Columns of so many dots.
fn columns_of(dots_across: f64) -> usize {
    usize::try_from(cell(dots_across + 1.0, 2)).unwrap_or(usize::MAX)
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
