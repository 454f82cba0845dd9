//! Fills the layers of a drawing with dots.

use kurbo::{Affine, BezPath, Point};

use super::canvas::{Canvas, DotCell, bit, cell, trace};
use crate::view::{Layer, Tone};

impl Canvas {
    /// Fills the layers, the farthest first: each takes away what it covers, and the dots around it.
    pub(super) fn fill(&mut self, layers: &[Layer], to_dots: Affine) {
        for layer in layers {
            let shapes = layer.shapes.iter().map(|(tone, edge)| {
                let edge: Vec<Point> = edge.iter().map(|[x, y]| to_dots * Point::new(*x, *y)).collect();
                (*tone, edge)
            });
            let shapes: Vec<(Tone, Vec<Point>)> = shapes.collect();
            let covers = shapes.iter().filter(|(tone, _)| tone.covers());
            let covered: Vec<(i32, i32)> = covers.flat_map(|(_, edge)| within(edge)).collect();
            for (x, y) in &covered {
                for (x, y) in (x - 1..=x + 1).flat_map(|x| (y - 1..=y + 1).map(move |y| (x, y))) {
                    self.put_out((x, y));
                }
            }
            for (tone, edge) in &shapes {
                self.fill_shape(*tone, edge);
            }
        }
    }

    fn fill_shape(&mut self, tone: Tone, edge: &[Point]) {
        let is_lit = |(x, y): &(i32, i32)| match tone {
            Tone::Near | Tone::Moving | Tone::Arrow => true,
            Tone::Far | Tone::FarMoving => (x + y).rem_euclid(2) == 0,
            Tone::Before => x.rem_euclid(2) == 0 && (y + x / 2).rem_euclid(2) == 0,
            Tone::Thing | Tone::Empty => false,
        };
        for dot in within(edge) {
            if tone == Tone::Empty {
                self.put_out(dot);
            } else if is_lit(&dot) {
                self.light(dot);
                self.change(dot.0.div_euclid(2), dot.1.div_euclid(4), |cell| DotCell {
                    moves: cell.moves || tone.is_moving(),
                    ..cell
                });
            }
        }
        if tone == Tone::Thing
            && let [first, .., last] = edge
        {
            let mut path = BezPath::new();
            path.move_to(*last);
            path.line_to(*first);
            edge.iter().skip(1).for_each(|corner| path.line_to(*corner));
            for dot in trace(path) {
                self.light(dot);
            }
        }
    }

    fn put_out(&mut self, (x, y): (i32, i32)) {
        self.change(x.div_euclid(2), y.div_euclid(4), |cell| {
            let dots = cell.dots & !bit(x, y);
            DotCell { dots, moves: cell.moves && dots != 0, ..cell }
        });
    }
}

/// The dots within an edge, at least those nearest to its corners.
fn within(edge: &[Point]) -> Vec<(i32, i32)> {
    let ys = edge.iter().map(|corner| corner.y);
    let (top, bottom) = ys.fold((f64::INFINITY, f64::NEG_INFINITY), |(top, bottom), y| (top.min(y), bottom.max(y)));
    let mut dots = Vec::new();
    for y in cell(top, 1)..=cell(bottom, 1) {
        let level = f64::from(y).clamp(top, bottom);
        let sides = edge.iter().zip(edge.iter().cycle().skip(1));
        let crossed = sides.filter_map(|(one, other)| {
            let (low, high) = (one.y.min(other.y), one.y.max(other.y));
            let part = if high > low { (level - one.y) / (other.y - one.y) } else { 0.0 };
            (low..=high).contains(&level).then_some(one.x + (other.x - one.x) * part)
        });
        // Every shape is convex: a row of it has one beginning and one end.
        let (left, right) =
            crossed.fold((f64::INFINITY, f64::NEG_INFINITY), |(left, right), x| (left.min(x), right.max(x)));
        if left <= right {
            dots.extend((cell(left, 1)..=cell(right, 1)).map(|x| (x, y)));
        }
    }
    dots
}
