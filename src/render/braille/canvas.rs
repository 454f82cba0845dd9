//! A picture of dots and characters: lines are drawn on it, then what is marked finds its place.

use anstyle::Style;
use kurbo::{Affine, BezPath, PathEl, Point};
use unicode_width::UnicodeWidthStr;

use super::line::DotLine;
use super::names::{NameInMargin, ToName};
use crate::render::style::{ASIDE, HEADING, PLACE, of_role};
use crate::view::{Drawing, Mark, MarkKind, Role};
use guide::model::StrokeRole;
use guide::text::put_in_order;

/// What stands for a place, and how it looks: no other mark has its shape or its colour.
const MARKERS: [(MarkKind, char, Style); 3] = [
    (MarkKind::Point, '●', PLACE),
    (MarkKind::Ask, '○', of_role(Role::Ask)),
    (MarkKind::Avoid, '×', of_role(Role::Avoid)),
];

fn marker(kind: MarkKind) -> char {
    MARKERS.iter().find(|(known, ..)| *known == kind).map_or(' ', |(_, marker, _)| *marker)
}

/// What stands for a landmark that has its name beside it.
const CROSS: &str = "+";

/// A shorter bone falls apart when it is dashed.
const DOTS_FOR_DASHES: usize = 24;

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct DotCell {
    pub(super) dots: u8,
    /// How it looks; the looks of markers are their own.
    pub(super) look: Option<Style>,
    /// A character in place of dots; a space keeps the cell free.
    pub(super) face: Option<char>,
}

/// A point in the picture.
#[derive(Debug)]
pub(super) struct Placed {
    /// Where it is.
    at: Point,
    /// Where there was room for it.
    pub(super) cell: (i32, i32),
    pub(super) marker: char,
    /// Its name; those of others, too, where all have one place at this scale.
    pub(super) names: Vec<String>,
    /// The level, in words, of what is withheld.
    pub(super) level: &'static str,
}

impl Placed {
    /// Whether another, in a cell near this one, stands on the side of it where it is.
    fn keeps_order(&self, other: Point, x: i32, y: i32) -> bool {
        let (right, below) = (x - self.cell.0, y - self.cell.1);
        let kept = |cells: i32, dots: f64| f64::from(cells) * dots >= 0.0;
        (below != 0 || kept(right, other.x - self.at.x)) && (right.abs() > 1 || kept(below, other.y - self.at.y))
    }
}

#[derive(Debug, Clone)]
pub(super) struct Canvas {
    columns: usize,
    cells: Vec<DotCell>,
}

impl Canvas {
    /// Nothing is drawn on it.
    pub(super) fn empty(columns: usize, rows: usize) -> Self {
        Self { columns, cells: vec![DotCell::default(); columns * rows] }
    }

    fn index(&self, x: i32, y: i32) -> Option<usize> {
        let [x, y] = [usize::try_from(x).ok()?, usize::try_from(y).ok()?];
        (x < self.columns).then_some(y * self.columns + x)
    }

    fn at(&self, x: i32, y: i32) -> Option<DotCell> {
        self.cells.get(self.index(x, y)?).copied()
    }

    pub(super) fn change(&mut self, x: i32, y: i32, to: impl FnOnce(DotCell) -> DotCell) {
        if let Some(cell) = self.index(x, y).and_then(|index| self.cells.get_mut(index)) {
            *cell = to(*cell);
        }
    }

    fn is_free(&self, x: i32, y: i32) -> bool {
        self.at(x, y).is_some_and(|cell| cell.face.is_none())
    }

    fn is_marker(&self, x: i32, y: i32) -> bool {
        self.at(x, y)
            .is_some_and(|cell| cell.face.is_some_and(|face| MARKERS.iter().any(|(_, marker, _)| *marker == face)))
    }

    fn is_lit(&self, (x, y): (i32, i32)) -> bool {
        self.at(x.div_euclid(2), y.div_euclid(4)).is_some_and(|cell| cell.dots & bit(x, y) != 0)
    }

    pub(super) fn light(&mut self, (x, y): (i32, i32)) {
        self.change(x.div_euclid(2), y.div_euclid(4), |cell| DotCell { dots: cell.dots | bit(x, y), ..cell });
    }

    fn write(&mut self, x: i32, y: i32, text: &str) {
        self.write_in(x, y, text, None);
    }

    fn write_in(&mut self, x: i32, y: i32, text: &str, look: Option<Style>) {
        for (x, character) in (x..).zip(text.chars()) {
            self.change(x, y, |_| DotCell { face: Some(character), look, ..DotCell::default() });
        }
    }

    /// The lines, outline first; those of a role touch none of the roles before.
    pub(super) fn draw(&mut self, strokes: &[(StrokeRole, BezPath)], to_dots: Affine, details: bool) {
        for &role in StrokeRole::ALL.iter().filter(|role| details || **role != StrokeRole::Detail) {
            let before = self.clone();
            for (_, path) in strokes.iter().filter(|stroke| stroke.0 == role) {
                let traced = trace(to_dots * path);
                let dashed = role == StrokeRole::Bone && traced.len() >= DOTS_FOR_DASHES;
                for (step, (x, y)) in traced.into_iter().enumerate() {
                    let mut around = (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y)));
                    if !(dashed && step % 5 > 2 || around.any(|dot| before.is_lit(dot))) {
                        self.light((x, y));
                    }
                }
            }
        }
    }

    /// Puts the places to press on the lines; returns what there was no room for.
    pub(super) fn mark_points(&mut self, drawing: &Drawing, to_dots: Affine) -> (Vec<Placed>, Vec<String>) {
        let place = |at: [f64; 2]| to_dots * Point::new(at[0], at[1]);
        let pressed = drawing.marks.iter().filter(|mark| mark.kind != MarkKind::Landmark);
        // What is withheld must be seen.
        let (points, mut pressed): (Vec<&Mark>, Vec<&Mark>) = pressed.partition(|mark| mark.kind == MarkKind::Point);
        pressed.extend(points);
        let (mut points, mut left_out): (Vec<Placed>, Vec<String>) = (Vec::new(), Vec::new());
        for mark in &pressed {
            let (at, marker) = (place(mark.at), marker(mark.kind));
            // Twins move away from each other alike, so that both sides look the same.
            let same = pressed.iter().filter(|other| other.name == mark.name).map(|other| place(other.at));
            let twins = same.filter(|twin| twin.distance(at) > 1.0);
            let middles: Vec<i32> = twins.map(|twin| cell(at.x, 2) + cell(twin.x, 2)).collect();
            let fits = |&(x, y): &(i32, i32)| {
                let apart = !self.is_marker(x - 1, y) && !self.is_marker(x + 1, y);
                let room = middles.iter().all(|middle| (2 * x - middle).abs() > 1);
                self.is_free(x, y) && apart && room && points.iter().all(|other| other.keeps_order(at, x, y))
            };
            let here = |cell| points.iter().position(|point| (&point.cell, point.marker) == (cell, marker));
            let shared = near(at, 8.0).iter().find_map(here);
            if let Some((x, y)) = near(at, if shared.is_some() { 5.0 } else { 8.0 }).into_iter().find(fits) {
                self.write(x - 1, y, &format!(" {marker} "));
                points.push(Placed { at, cell: (x, y), marker, names: vec![mark.name.clone()], level: mark.level });
            } else if let Some(other) = shared.and_then(|shared| points.get_mut(shared)) {
                other.names.push(mark.name.clone());
            } else {
                left_out.push(format!("{marker} {} (no room)", mark.words()));
            }
        }
        (points, left_out)
    }

    /// Marks landmarks with letters; returns what they mean.
    pub(super) fn letter_landmarks(&mut self, drawing: &Drawing, to_dots: Affine) -> Vec<String> {
        let mut letters = 'a'..='z';
        let landmarks = drawing.marks.iter().filter(|mark| mark.kind == MarkKind::Landmark);
        let lettered = landmarks.filter_map(|mark| {
            let (x, y) = self.room_on_row(to_dots * Point::new(mark.at[0], mark.at[1]))?;
            let letter = letters.next()?;
            self.write_in(x, y, &letter.to_string(), Some(HEADING));
            Some(format!("{letter} {}", mark.name))
        });
        lettered.collect()
    }

    /// Marks landmarks with crosses; returns where.
    pub(super) fn cross_landmarks(&mut self, drawing: &Drawing, to_dots: Affine) -> Vec<ToName> {
        let landmarks = drawing.marks.iter().filter(|mark| mark.kind == MarkKind::Landmark);
        let crossed = landmarks.filter_map(|mark| {
            let cell = self.room_on_row(to_dots * Point::new(mark.at[0], mark.at[1]))?;
            self.write_in(cell.0, cell.1, CROSS, Some(HEADING));
            Some(ToName { name: mark.name.clone(), cells: vec![cell] })
        });
        crossed.collect()
    }

    /// The nearest free cell of the row where something is: on another row it would be another place.
    fn room_on_row(&self, at: Point) -> Option<(i32, i32)> {
        const FARTHEST: i32 = 5;
        let (x, y) = (cell(at.x, 2), cell(at.y, 4));
        (0..=FARTHEST).flat_map(|away| [x - away, x + away]).map(|x| (x, y)).find(|&(x, y)| self.is_free(x, y))
    }

    /// Writes names into the margins, with a dotted line to what each names.
    pub(super) fn name_in_margins(&mut self, names: &[NameInMargin]) {
        for name in names {
            for (row, (column, line)) in (name.row..).zip(&name.lines) {
                self.write(*column, row, line);
            }
            let [from, corner, to] = name.leader.map(|(x, y)| Point::new(f64::from(2 * x) + 0.5, f64::from(4 * y + 2)));
            let mut path = BezPath::new();
            path.move_to(from);
            path.line_to(corner);
            path.line_to(to);
            for (x, y) in trace(path).into_iter().step_by(2) {
                self.change(x.div_euclid(2), y.div_euclid(4), |cell| match cell.face {
                    None if cell.dots == 0 => DotCell { dots: bit(x, y), look: Some(ASIDE), ..cell },
                    None => DotCell { dots: cell.dots | bit(x, y), ..cell },
                    Some(_) => cell,
                });
            }
        }
    }

    /// Names points beside their markers; returns those that have no room there.
    pub(super) fn name_beside<'p>(&mut self, points: &'p [Placed]) -> Vec<&'p Placed> {
        let unnamed = points.iter().filter(|it| {
            let twin = points.iter().find(|twin| twin.names == it.names && twin.cell != it.cell);
            !self.label(it.cell, &it.names.join(", "), twin.map(|twin| twin.cell.0))
        });
        unnamed.collect()
    }

    /// Writes a name to the right or left of a marker, if there is nothing; between twins it could be taken for a place.
    fn label(&mut self, (x, y): (i32, i32), name: &str, twin: Option<i32>) -> bool {
        let long = i32::try_from(name.width()).unwrap_or(i32::MAX);
        let starts = [x + 2, x.saturating_sub(long) - 1].into_iter().filter(|_| name.chars().count() == name.width());
        let start = starts.filter(|start| twin.is_none_or(|twin| (twin > x) != (*start > x))).find(|&start| {
            let end = start.saturating_add(long);
            let next = if start > x { end } else { start - 1 };
            (start..end).all(|x| self.at(x, y) == Some(DotCell::default()))
                && self.at(next, y).is_none_or(|cell| cell.dots == 0 && matches!(cell.face, None | Some(' ')))
        });
        start.inspect(|&start| self.write(start, y, name)).is_some()
    }

    /// What stands in each row, painted where there is colour.
    pub(super) fn lines(&self, color: bool) -> Vec<DotLine> {
        let rows = self.cells.chunks(self.columns.max(1));
        rows.map(|row| {
            let mut line = DotLine::default();
            let used = row.iter().rposition(|cell| cell.face.unwrap_or_else(|| dotted(cell.dots)) != ' ');
            for cell in row.get(..used.map_or(0, |last| last + 1)).unwrap_or_default() {
                let face = cell.face.unwrap_or_else(|| dotted(cell.dots));
                line.push(face, style(*cell, face).filter(|_| color));
            }
            line
        })
        .collect()
    }
}

fn dotted(dots: u8) -> char {
    if dots == 0 { ' ' } else { char::from_u32(0x2800 + u32::from(dots)).unwrap_or(' ') }
}

/// How a character looks that marks a place.
pub(super) fn marker_style(character: char) -> Option<Style> {
    MARKERS.iter().find(|(_, marker, _)| *marker == character).map(|(.., style)| *style)
}

fn style(cell: DotCell, face: char) -> Option<Style> {
    marker_style(face).or(cell.look)
}

/// The paths in the drawing's units, mirrored ones twice. What is no path is left out.
pub(super) fn strokes(drawing: &Drawing) -> Vec<(StrokeRole, BezPath)> {
    let mirror = Affine::new([-1.0, 0.0, 0.0, 1.0, drawing.size[0], 0.0]);
    let mut strokes = Vec::new();
    for line in &drawing.lines {
        if let Ok(path) = BezPath::from_svg(&line.path) {
            strokes.extend(line.mirrored.then(|| (line.role, mirror * &path)));
            strokes.push((line.role, path));
        }
    }
    strokes
}

/// The dots of a path, one after the other.
pub(super) fn trace(path: BezPath) -> Vec<(i32, i32)> {
    let (mut dots, mut here, mut first) = (Vec::new(), (0, 0), (0, 0));
    let dot = |at: Point| (cell(at.x, 1), cell(at.y, 1));
    kurbo::flatten(path, 0.2, |element| match element {
        PathEl::MoveTo(to) => [here, first] = [dot(to); 2],
        PathEl::ClosePath => here = line(&mut dots, here, first),
        PathEl::LineTo(to) | PathEl::QuadTo(_, to) | PathEl::CurveTo(_, _, to) => here = line(&mut dots, here, dot(to)),
    });
    dots
}

/// Bresenham's line without its first dot unless it is the first of all; returns where it ends.
fn line(dots: &mut Vec<(i32, i32)>, (mut x, mut y): (i32, i32), end: (i32, i32)) -> (i32, i32) {
    let (across, down) = ((end.0 - x).abs(), (end.1 - y).abs());
    let mut error = across - down;
    loop {
        if dots.last() != Some(&(x, y)) {
            dots.push((x, y));
        }
        if (x, y) == end {
            return end;
        }
        let twice = 2 * error;
        if twice > -down {
            error -= down;
            x += (end.0 - x).signum();
        }
        if twice < across {
            error += across;
            y += (end.1 - y).signum();
        }
    }
}

/// The cells around a place so many dots away at most, nearest first. Other rows count more: twins stand side by side.
fn near(place: Point, dots_away: f64) -> Vec<(i32, i32)> {
    let (own_x, own_y) = (cell(place.x, 2), cell(place.y, 4));
    let away = |&(x, y): &(i32, i32)| {
        let across = 1.5 * (f64::from(2 * x) + 0.5 - place.x);
        let down = if y == own_y { 0.0 } else { (f64::from(4 * y) + 1.5 - place.y).abs() + 1.0 };
        (across * across + down * down).sqrt()
    };
    let around = (own_y - 2..=own_y + 2).flat_map(|y| (own_x - 4..=own_x + 4).map(move |x| (x, y)));
    let mut near: Vec<(i32, i32)> = around.filter(|cell| away(cell) <= dots_away).collect();
    // The bits of a distance, which is never negative, are in the order of distances.
    put_in_order(&mut near, |cell| (away(cell).to_bits(), ""));
    near
}

/// The bit of a dot among the eight of its character.
pub(super) fn bit(x: i32, y: i32) -> u8 {
    if y.rem_euclid(4) == 3 { 0x40 << x.rem_euclid(2) } else { 0x01 << (y.rem_euclid(4) + 3 * x.rem_euclid(2)) }
}

/// The cell, so many dots long, of the nearest dot.
#[expect(clippy::cast_possible_truncation, reason = "what is that far out is not drawn")]
pub(super) fn cell(dots: f64, long: i32) -> i32 {
    (dots.round().clamp(-1e4, 1e4) as i32).div_euclid(long)
}

pub(super) fn dots(cells: usize, long: u32) -> f64 {
    u32::try_from(cells).map_or(f64::MAX, |cells| f64::from(cells) * f64::from(long))
}
