//! Drawings for a terminal: lines in braille dots, two by four a character, and what is marked on them in characters.

mod canvas;

use kurbo::{Affine, Shape};
use unicode_width::UnicodeWidthStr;

use super::style::{of_role, paint};
use super::wrap::wrap;
use crate::view::{Drawing, Role};
use canvas::{Canvas, cell, dots, strokes};

/// Between drawings that stand side by side.
const GAP: usize = 4;
/// With fewer columns each, one drawing is better than two.
const NARROWEST: usize = 34;
/// With fewer rows, a body is no longer a body.
const FEWEST_ROWS: usize = 6;
/// With fewer dots on the shorter side, details run into the lines that matter.
const DOTS_FOR_DETAIL: f64 = 56.0;

/// Drawings side by side, or the last alone where there is no room; nothing where even that has none.
pub(super) fn drawings(drawings: &[Drawing], width: usize, height: usize, color: bool) -> Vec<String> {
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
            for marker in ["●", "×"].into_iter().filter(|_| matches!(part, 1 | 3)) {
                line = line.replace(marker, &paint(marker, of_role(Role::RedFlag), color));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{DrawnLine, LineRole, Mark, MarkKind};

    fn line(path: &str, mirrored: bool) -> DrawnLine {
        DrawnLine { role: LineRole::Outline, path: path.to_owned(), mirrored }
    }

    fn drawing(lines: Vec<DrawnLine>, marks: &[(MarkKind, [f64; 2], &str)]) -> Drawing {
        let marks = marks.iter().map(|&(kind, at, name)| Mark { kind, at, name: name.to_owned() });
        Drawing {
            title: "A box".to_owned(),
            alternative: String::new(),
            size: [40.0, 40.0],
            lines,
            marks: marks.collect(),
            sides: ["L".to_owned(), "R".to_owned()],
        }
    }

    fn square(marks: &[(MarkKind, [f64; 2], &str)]) -> Drawing {
        drawing(vec![line("M 0 0 L 40 0 L 40 40 L 0 40 Z", false)], marks)
    }

    fn drawn(drawing: &Drawing, width: usize, height: usize) -> Vec<String> {
        drawings(std::slice::from_ref(drawing), width, height, false)
    }

    #[test]
    fn a_square_is_a_square() {
        let lines = drawn(&square(&[]), 16, 8);
        let (rim, sole) = ("  ⡏⠉⠉⠉⠉⠉⠉⠉⠉⠉⠉⢹", "  ⣇⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣸");
        let wall = "  ⡇          ⢸";
        assert_eq!(lines, ["     A box", rim, wall, wall, wall, wall, sole, "  L          R"]);
    }

    #[test]
    fn a_mirrored_line_is_drawn_on_both_sides() {
        let lines = drawn(&drawing(vec![line("M 0 0 L 10 40", true)], &[]), 16, 8);
        let sides =
            ["  ⢣          ⡜", "  ⠘⡄        ⢠⠃", "   ⢣        ⡜", "   ⠘⡄      ⢠⠃", "    ⢣      ⡜", "    ⠘⡄    ⢠⠃"];
        assert_eq!(lines[1..7], sides);
    }

    #[test]
    fn nothing_is_wider_or_taller_than_there_is_room() {
        let marks = [
            (MarkKind::Landmark, [0.0, 0.0], "a long word for the upper corner of the box, on the left"),
            (MarkKind::Landmark, [40.0, 40.0], "corner"),
            (MarkKind::Point, [40.0, 20.0], "GB30"),
            (MarkKind::Withheld, [20.0, 20.0], "BL40 not for you"),
        ];
        let mut long = square(&marks);
        long.title = "A box with a title that is longer than most of the columns are wide".to_owned();
        long.sides = ["L: towards the left side of the box".to_owned(), "towards its right side".to_owned()];
        for width in NARROWEST..=120 {
            for lines in [drawn(&long, width, 24), drawings(&[long.clone(), square(&marks)], width, 24, false)] {
                assert!((10..=24).contains(&lines.len()), "{lines:#?}");
                for line in lines {
                    assert!(line.width() <= width, "{line}");
                    assert_eq!(line, line.trim_end());
                    assert!(!line.contains('\u{2800}'), "{line}");
                }
            }
        }
    }

    #[test]
    fn two_stand_side_by_side_where_there_is_room() {
        let mut detail = square(&[]);
        detail.title = "A detail".to_owned();
        let both = [square(&[]), detail];
        let titles = |width| drawings(&both, width, 24, false)[0].split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!([titles(80), titles(72), titles(71)], ["A box A detail", "A box A detail", "A detail"]);
        let beside = drawings(&both, 80, 24, false);
        assert_eq!(beside[1].matches('⡏').count(), 2, "{beside:#?}");
        assert!(drawings(&both, 80, 5, false).is_empty());
    }

    #[test]
    fn cells_beside_a_marker_are_free_and_hide_nothing_silently() {
        let lines = vec![line("M 0 0 L 0 40", true), line("M 0 20 L 40 20", false)];
        let marks = [
            (MarkKind::Landmark, [20.5, 20.0], "hidden"),
            (MarkKind::Landmark, [4.0, 20.0], "knob"),
            (MarkKind::Point, [20.5, 20.0], "GB30"),
        ];
        let lines = drawn(&drawing(lines, &marks), 40, 12);
        assert!(lines.iter().any(|line| line.contains("⠒ ● ⠒") || line.contains("⠤ ● ⠤")), "{lines:#?}");
        assert_eq!(lines.last().map(String::as_str), Some("a knob  ● GB30"));
    }

    #[test]
    fn points_at_one_place_share_a_marker_but_never_one_that_is_withheld() {
        let at = |name| (MarkKind::Point, [20.5, 20.0], name);
        let crowd = [at("KD1"), at("KD2"), at("KD3"), at("KD4"), at("KD5"), (MarkKind::Withheld, [20.5, 20.0], "LV3")];
        let lines = drawn(&square(&crowd), 40, 12);
        let legend = lines.last().map(String::as_str);
        assert_eq!(legend, Some("× LV3  ●1 KD1, KD2, KD3, KD4, KD5"), "{lines:#?}");
    }

    #[test]
    fn a_point_has_its_name_beside_it_or_a_digit() {
        let marks = [
            (MarkKind::Point, [20.5, 4.0], "GB30"),
            (MarkKind::Withheld, [3.0, 30.0], "BL40 not for you"),
            (MarkKind::Point, [40.0, 30.0], "BL57"),
        ];
        let mut narrow = square(&marks);
        narrow.lines.push(line("M 8 10 L 8 40", true));
        let lines = drawn(&narrow, 36, 14);
        assert!(lines.iter().any(|line| line.contains("● GB30")), "{lines:#?}");
        assert!(lines.iter().any(|line| line.contains("×1") && line.contains("● BL57")), "{lines:#?}");
        assert_eq!(lines.last().map(String::as_str), Some("×1 BL40 not for you  ● GB30  ● BL57"));
        let colored = drawings(&[narrow], 36, 14, true).join("\n");
        assert!(colored.contains("\u{1b}[1m\u{1b}[31m×\u{1b}[0m1"), "{colored:?}");
        assert_eq!(anstream::adapter::strip_str(&colored).to_string(), lines.join("\n"));
    }
}
