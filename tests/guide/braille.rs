//! Drawings for a terminal, in dots.

use guide::model::{Stroke, StrokeRole};
use sciatica::render::braille;
use sciatica::view::{Drawing, Mark, MarkKind};
use unicode_width::UnicodeWidthStr;

/// With fewer columns each, one drawing is better than two.
const NARROWEST: usize = 34;

fn line(path: &str, mirrored: bool) -> Stroke {
    Stroke { id: String::new(), role: StrokeRole::Outline, path: path.to_owned(), mirrored }
}

fn drawing(lines: Vec<Stroke>, marks: &[(MarkKind, [f64; 2], &str)]) -> Drawing {
    let marks = marks.iter().map(|&(kind, at, name)| Mark { kind, at, name: name.to_owned(), level: "" });
    Drawing {
        title: "A box".to_owned(),
        alternative: String::new(),
        size: [40.0, 40.0],
        lines,
        layers: Vec::new(),
        marks: marks.collect(),
        is_mirrored: false,
        sides: ["L".to_owned(), "R".to_owned()],
    }
}

fn square(marks: &[(MarkKind, [f64; 2], &str)]) -> Drawing {
    drawing(vec![line("M 0 0 L 40 0 L 40 40 L 0 40 Z", false)], marks)
}

fn drawn(drawing: &Drawing, width: usize, height: usize) -> Vec<String> {
    braille(std::slice::from_ref(drawing), width, height, false)
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
    let sides = ["  ⢣          ⡜", "  ⠘⡄        ⢠⠃", "   ⢣        ⡜", "   ⠘⡄      ⢠⠃", "    ⢣      ⡜", "    ⠘⡄    ⢠⠃"];
    assert_eq!(lines[1..7], sides);
}

#[test]
fn nothing_is_wider_or_taller_than_there_is_room() {
    let marks = [
        (MarkKind::Landmark, [0.0, 0.0], "a long word for the upper corner of the box, on the left"),
        (MarkKind::Landmark, [40.0, 40.0], "corner"),
        (MarkKind::Point, [40.0, 20.0], "GB30"),
        (MarkKind::Avoid, [20.0, 20.0], "BL40 not for you"),
    ];
    let mut long = square(&marks);
    long.title = "A box with a title that is longer than most of the columns are wide".to_owned();
    long.sides = ["\u{2190} towards the left side of the box".to_owned(), "towards its right side".to_owned()];
    for width in NARROWEST..=120 {
        for lines in [drawn(&long, width, 24), braille(&[long.clone(), square(&marks)], width, 24, false)] {
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
    let titles = |width| braille(&both, width, 24, false)[0].split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!([titles(80), titles(72), titles(71)], ["A box A detail", "A box A detail", "A detail"]);
    let beside = braille(&both, 80, 24, false);
    assert_eq!(beside[1].matches('⡏').count(), 2, "{beside:#?}");
    assert!(braille(&both, 80, 5, false).is_empty());
}

#[test]
fn cells_beside_a_marker_are_free_and_a_letter_stays_on_its_row() {
    let lines = vec![line("M 0 0 L 0 40", true), line("M 0 20 L 40 20", false)];
    let marks = [
        (MarkKind::Landmark, [20.5, 20.0], "dip"),
        (MarkKind::Landmark, [4.0, 20.0], "knob"),
        (MarkKind::Point, [20.5, 20.0], "GB30"),
    ];
    let lines = drawn(&drawing(lines, &marks), 40, 12);
    let row = lines.iter().find(|line| line.contains('●')).expect("a marker");
    assert!(row.contains("a ● ⠤") && row.contains('b'), "{lines:#?}");
    assert_eq!(lines.last().map(String::as_str), Some("a dip  b knob  ● GB30"));
}

#[test]
fn a_wide_screen_has_words_in_place_of_letters() {
    let marks = [(MarkKind::Landmark, [4.0, 20.0], "knob"), (MarkKind::Point, [30.0, 30.0], "GB30")];
    let lines = drawn(&square(&marks), 100, 24);
    let row = lines.iter().find(|line| line.contains('+')).expect("a landmark");
    assert!(row.trim_start().starts_with("knob ⠠"), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("● GB30")), "{lines:#?}");
    assert_eq!(lines.last().map(|line| line.split_whitespace().collect()), Some(vec!["L", "R"]), "{lines:#?}");
}

#[test]
fn points_at_one_place_share_a_marker_but_never_one_that_is_withheld() {
    let at = |name| (MarkKind::Point, [20.5, 20.0], name);
    let crowd = [at("KD1"), at("KD2"), at("KD3"), at("KD4"), at("KD5"), (MarkKind::Avoid, [20.5, 20.0], "LV3")];
    let drawn = drawn(&square(&crowd), 40, 12);
    let all = drawn.join("\n");
    assert_eq!([all.matches('●').count(), all.matches('×').count()], [1, 1], "{drawn:#?}");
    for (_, _, name) in crowd {
        assert_eq!(all.matches(name).count(), 1, "{name}: {drawn:#?}");
    }
}

#[test]
fn on_a_map_each_point_has_its_name_beside_the_body() {
    let mut marks = square(&[
        (MarkKind::Point, [20.5, 4.0], "GB30"),
        (MarkKind::Avoid, [3.0, 30.0], "BL40"),
        (MarkKind::Point, [38.0, 30.0], "BL57"),
    ]);
    marks.marks[1].level = "AVOID";
    let lines = drawn(&marks, 40, 14);
    let row = |marker| lines.iter().find(|line| line.contains(marker)).expect("a marker").trim_start();
    assert!(row('×').starts_with("BL40 ⠠") && row('×').ends_with("⠠ BL57"), "{lines:#?}");
    assert_eq!(lines.last().map(String::as_str), Some("× AVOID"));
    let colored = braille(&[marks], 40, 14, true).join("\n");
    assert!(colored.contains("\u{1b}[1m\u{1b}[31m×\u{1b}[0m"), "{colored:?}");
    assert_eq!(anstream::adapter::strip_str(&colored).to_string(), lines.join("\n"));
}
