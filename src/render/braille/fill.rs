//! Fills the layers of a drawing with dots.

use kurbo::{Affine, BezPath, Point};

use super::canvas::{Canvas, DotCell, bit, cell, trace};
use crate::render::style::MOVING;
use crate::view::{Layer, Tone};

/// Dots beside one another.
#[derive(Debug, Clone, Copy)]
struct DotRow {
    y: i32,
    left: i32,
    right: i32,
}

impl DotRow {
    /// The dots to its right and below it, too. A gap all around would leave little of a small body.
    fn with_gap(self) -> impl Iterator<Item = Self> {
        (self.y..=self.y + 1).map(move |y| Self { y, left: self.left, right: self.right + 1 })
    }

    /// The cells in which it lies, each with those of its dots that are lit.
    fn cells(self, is_lit: impl Fn(i32, i32) -> bool) -> impl Iterator<Item = ((i32, i32), u8)> {
        let Self { y, left, right } = self;
        (left.div_euclid(2)..=right.div_euclid(2)).map(move |x| {
            let lit = |dot| if (left..=right).contains(&dot) && is_lit(dot, y) { bit(dot, y) } else { 0 };
            ((x, y.div_euclid(4)), lit(2 * x) | lit(2 * x + 1))
        })
    }
}

impl Canvas {
    /// Fills the layers, the farthest first: each takes away what it covers, and a gap beside it.
    pub(super) fn fill(&mut self, layers: &[Layer], to_dots: Affine) {
        for layer in layers {
            let [shapes, joins] = [&layer.shapes, &layer.joins].map(|shapes| {
                let shapes = shapes.iter().map(|(tone, edge)| {
                    let edge: Vec<Point> = edge.iter().map(|[x, y]| to_dots * Point::new(*x, *y)).collect();
                    (*tone, rows_within(&edge), edge)
                });
                shapes.collect::<Vec<(Tone, Vec<DotRow>, Vec<Point>)>>()
            });
            for row in shapes.iter().filter(|(tone, ..)| tone.covers()).flat_map(|(_, rows, _)| rows) {
                row.with_gap().for_each(|row| self.put_out(row));
            }
            for (tone, rows, edge) in joins.iter().chain(&shapes) {
                match tone {
                    Tone::Thing => self.light_edge(edge),
                    Tone::Empty => rows.iter().for_each(|row| self.put_out(*row)),
                    tone => rows.iter().for_each(|row| self.light_row(*row, *tone)),
                }
            }
        }
    }

    fn light_edge(&mut self, edge: &[Point]) {
        let Some(last) = edge.last() else { return };
        let mut path = BezPath::new();
        path.move_to(*last);
        for corner in edge {
            path.line_to(*corner);
        }
        for dot in trace(path) {
            self.light(dot);
        }
    }

    /// What is far, and what was before, is lighter: fewer of its dots are lit.
    fn light_row(&mut self, row: DotRow, tone: Tone) {
        let is_lit = |x: i32, y: i32| match tone {
            Tone::Far | Tone::FarMoving => (x + y).rem_euclid(2) == 0,
            Tone::Before => x.rem_euclid(2) == 0 && (y + x / 2).rem_euclid(2) == 0,
            _ => true,
        };
        for ((x, y), lit) in row.cells(is_lit) {
            let look = (tone.is_moving() && lit != 0).then_some(MOVING);
            self.change(x, y, |cell| DotCell { dots: cell.dots | lit, look: cell.look.or(look), ..cell });
        }
    }

    fn put_out(&mut self, row: DotRow) {
        for ((x, y), lit) in row.cells(|_, _| true) {
            self.change(x, y, |cell| {
                let dots = cell.dots & !lit;
                DotCell { dots, look: cell.look.filter(|_| dots != 0), ..cell }
            });
        }
    }
}

/// The dots within the edge of a convex shape, at least those nearest to its corners.
fn rows_within(edge: &[Point]) -> Vec<DotRow> {
    let ys = edge.iter().map(|corner| corner.y);
    let (top, bottom) = ys.fold((f64::INFINITY, f64::NEG_INFINITY), |(top, bottom), y| (top.min(y), bottom.max(y)));
    let row = |y: i32| {
        let level = f64::from(y).clamp(top, bottom);
        let sides = edge.iter().zip(edge.iter().cycle().skip(1));
        let crossed = sides.filter_map(|(one, other)| {
            let (low, high) = (one.y.min(other.y), one.y.max(other.y));
            let part = if high > low { (level - one.y) / (other.y - one.y) } else { 0.0 };
            (low..=high).contains(&level).then_some(one.x + (other.x - one.x) * part)
        });
        let (left, right) =
            crossed.fold((f64::INFINITY, f64::NEG_INFINITY), |(left, right), x| (left.min(x), right.max(x)));
        (left <= right).then(|| DotRow { y, left: cell(left, 1), right: cell(right, 1) })
    };
    if top <= bottom { (cell(top, 1)..=cell(bottom, 1)).filter_map(row).collect() } else { Vec::new() }
}
