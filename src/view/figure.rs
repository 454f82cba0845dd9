//! Figures with what is marked on them, as drawings.

use super::document::{Drawing, DrawnLine, LineRole, Mark, MarkKind};
use super::words::level_word;
use crate::catalogue::{Figure, Hand, PointRow, StrokeRole};
use crate::screening::Verdict;

/// How near a landmark may lie to a point before its mark would hide the other, in drawing units.
const HIDDEN_BELOW: f64 = 4.0;

/// A figure with one point: on the whole body only where it is, on a part of it with the landmarks that lead there.
pub fn of_point(figure: &Figure, code: &str) -> Drawing {
    let mut drawing = drawing(figure);
    mark(figure, code, MarkKind::Point, code, &mut drawing);
    if !figure.locator {
        let points: Vec<[f64; 2]> = drawing.marks.iter().map(|mark| mark.at).collect();
        let hidden = |at: [f64; 2]| points.iter().any(|point| are_near(*point, at));
        let landmarks = figure.landmarks.iter().filter(|landmark| !hidden(landmark.at));
        let landmarks = landmarks.map(|it| Mark { kind: MarkKind::Landmark, at: it.at, name: it.name.clone() });
        drawing.marks.extend(landmarks);
    }
    drawing
}

/// A figure with many points; one that is withheld says so.
pub(super) fn of_points(figure: &Figure, points: &[(PointRow<'_>, Verdict<'_>)]) -> Drawing {
    let mut drawing = drawing(figure);
    for (row, verdict) in points {
        match verdict.level.filter(|_| verdict.withheld) {
            Some(level) => {
                let name = format!("{} {}", row.code, level_word(level));
                mark(figure, row.code, MarkKind::Withheld, &name, &mut drawing);
            }
            None => mark(figure, row.code, MarkKind::Point, row.code, &mut drawing),
        }
    }
    drawing
}

fn mark(figure: &Figure, code: &str, kind: MarkKind, name: &str, drawing: &mut Drawing) {
    for drawn in figure.points.iter().filter(|drawn| drawn.code == code) {
        let Some(at) = figure.place(&drawn.at) else { continue };
        let both = drawn.mirrored.then(|| figure.mirror(at));
        drawing.marks.extend([Some(at), both].into_iter().flatten().map(|at| Mark { kind, at, name: name.to_owned() }));
    }
}

fn drawing(figure: &Figure) -> Drawing {
    let lines = figure.strokes.iter().map(|stroke| DrawnLine {
        role: role(stroke.role),
        path: stroke.path.clone(),
        mirrored: stroke.mirrored,
    });
    Drawing {
        title: figure.title.clone(),
        alternative: figure.alternative.clone(),
        size: figure.size,
        lines: lines.collect(),
        marks: Vec::new(),
        sides: sides(figure),
    }
}

/// A wrong side is the likeliest mistake of a picture: L and R stand below each.
fn sides(figure: &Figure) -> [String; 2] {
    let [left, right] = &figure.directions;
    match (figure.left_is, figure.side) {
        (Some(Hand::Left), _) => ["L".to_owned(), "R".to_owned()],
        (Some(Hand::Right), _) => ["R".to_owned(), "L".to_owned()],
        (None, Some(Hand::Left)) => [format!("L: {left}"), right.clone()],
        (None, Some(Hand::Right)) => [format!("R: {left}"), right.clone()],
        (None, None) => [left.clone(), right.clone()],
    }
}

fn role(role: StrokeRole) -> LineRole {
    match role {
        StrokeRole::Outline => LineRole::Outline,
        StrokeRole::Bone => LineRole::Bone,
        StrokeRole::Tendon => LineRole::Tendon,
        StrokeRole::Crease => LineRole::Crease,
        StrokeRole::Detail => LineRole::Detail,
    }
}

/// Whether two places lie this near to each other.
fn are_near([ax, ay]: [f64; 2], [bx, by]: [f64; 2]) -> bool {
    (ax - bx).powi(2) + (ay - by).powi(2) < HIDDEN_BELOW.powi(2)
}
