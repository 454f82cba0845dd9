//! Figures with what is marked on them, as drawings.

use super::document::{Drawing, DrawnLine, LineRole, Mark, MarkKind};
use super::words::level_word;
use crate::catalogue::{DrawnPoint, Figure, Hand, PointRow, StrokeRole};
use crate::screening::{Level, Verdict};

/// How near a landmark may lie to a point before its mark would hide the other, in drawing units.
const HIDDEN_BELOW: f64 = 4.0;

/// A figure with one point: on the whole body only where it is, on a part of it with the landmarks that lead there.
pub fn of_point(figure: &Figure, code: &str) -> Drawing {
    let mut drawing = drawing(figure);
    for drawn in figure.points.iter().filter(|drawn| drawn.code == code) {
        shown(figure, drawn, &mut drawing);
    }
    if !figure.locator {
        let points: Vec<[f64; 2]> = drawing.marks.iter().map(|mark| mark.at).collect();
        let hidden = |at: [f64; 2]| points.iter().any(|point| are_near(*point, at));
        let landmarks = figure.landmarks.iter().filter(|landmark| !hidden(landmark.at));
        let landmarks = landmarks.map(|it| Mark { kind: MarkKind::Landmark, at: it.at, name: it.name.clone() });
        drawing.marks.extend(landmarks);
    }
    drawing
}

/// A figure with many points; of one that is withheld the words tell the level, and no place.
pub(super) fn of_points(figure: &Figure, points: &[(PointRow<'_>, Verdict<'_>)]) -> Drawing {
    let mut drawing = drawing(figure);
    for drawn in &figure.points {
        let Some((_, verdict)) = points.iter().find(|(row, _)| row.code == drawn.code) else { continue };
        match verdict.level.filter(|_| verdict.withheld) {
            Some(level) => withheld(figure, drawn, level, &mut drawing),
            None => shown(figure, drawn, &mut drawing),
        }
    }
    drawing
}

fn shown(figure: &Figure, drawn: &DrawnPoint, drawing: &mut Drawing) {
    mark(figure, drawn, MarkKind::Point, &drawn.code, drawing);
    tell(&drawn.alternative, drawing);
}

fn withheld(figure: &Figure, drawn: &DrawnPoint, level: Level, drawing: &mut Drawing) {
    let level = level_word(level);
    mark(figure, drawn, MarkKind::Withheld, &format!("{} {level}", drawn.code), drawing);
    tell(&format!("{}: {level}.", drawn.code), drawing);
}

fn mark(figure: &Figure, drawn: &DrawnPoint, kind: MarkKind, name: &str, drawing: &mut Drawing) {
    let Some(at) = figure.place(&drawn.at) else { return };
    let both = drawn.mirrored.then(|| figure.mirror(at));
    drawing.marks.extend([Some(at), both].into_iter().flatten().map(|at| Mark { kind, at, name: name.to_owned() }));
}

/// Adds to the words of a drawing.
fn tell(words: &str, drawing: &mut Drawing) {
    drawing.alternative.push(' ');
    drawing.alternative.push_str(words);
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
