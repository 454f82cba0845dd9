//! Figures with what is marked on them, as drawings.

use super::drawing::{Drawing, Mark, MarkKind};
use super::words::level_word;
use crate::session::StepPlace;
use guide::index::PointRow;
use guide::model::{DrawnPoint, Figure, Hand, Level};
use guide::screening::Verdict;

/// A figure with one point: on the whole body only where it is, on a part of it with the landmarks that lead there.
pub fn point_drawing(figure: &Figure, code: &str) -> Drawing {
    let mut drawing = drawing(figure);
    for drawn in figure.points.iter().filter(|drawn| drawn.code == code) {
        shown(figure, drawn, &mut drawing);
    }
    if !figure.locator {
        let leads_to_it = |id: &String| {
            let mut drawn = figure.points.iter().filter(|drawn| drawn.code == code);
            drawn.any(|drawn| drawn.landmarks.is_empty() || drawn.landmarks.contains(id))
        };
        let landmarks = figure.landmarks.iter().filter(|landmark| leads_to_it(&landmark.id));
        let landmarks =
            landmarks.map(|it| Mark { kind: MarkKind::Landmark, at: it.at, name: it.name.clone(), level: "" });
        drawing.marks.extend(landmarks.collect::<Vec<_>>());
    }
    drawing
}

/// The place that a step presses, without what leads there, on the side of the step.
pub(super) fn place_drawing(place: &StepPlace) -> Drawing {
    let mut drawing = drawing(&place.figure);
    for drawn in place.figure.points.iter().filter(|drawn| drawn.code == place.code) {
        shown(&place.figure, drawn, &mut drawing);
    }
    Drawing { is_mirrored: place.is_other_side, ..drawing }
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
    mark(figure, drawn, (MarkKind::Point, ""), &drawn.alternative, drawing);
}

fn withheld(figure: &Figure, drawn: &DrawnPoint, level: Level, drawing: &mut Drawing) {
    let kind = if level == Level::Avoid { MarkKind::Avoid } else { MarkKind::Ask };
    let (code, word) = (&drawn.code, level_word(level));
    mark(figure, drawn, (kind, word), &format!("{code}: {word}."), drawing);
}

/// Marks a point, where its landmarks are there, and adds to the words of the drawing.
fn mark(
    figure: &Figure,
    drawn: &DrawnPoint,
    (kind, level): (MarkKind, &'static str),
    words: &str,
    drawing: &mut Drawing,
) {
    let at = figure.place(&drawn.at);
    let mirrored = at.filter(|_| drawn.mirrored).map(|at| figure.mirror(at));
    let places = at.into_iter().chain(mirrored);
    drawing.marks.extend(places.map(|at| Mark { kind, at, name: drawn.code.clone(), level }));
    drawing.alternative.push(' ');
    drawing.alternative.push_str(words);
}

fn drawing(figure: &Figure) -> Drawing {
    Drawing {
        title: figure.title.clone(),
        alternative: figure.alternative.clone(),
        size: figure.size,
        lines: figure.strokes.clone(),
        layers: Vec::new(),
        marks: Vec::new(),
        is_mirrored: false,
        sides: sides(figure),
    }
}

/// A wrong side is the likeliest mistake of a picture: L and R stand below what shows both. One limb has its side in its
/// title, and below it what lies which way.
fn sides(figure: &Figure) -> [String; 2] {
    let [left, right] = &figure.directions;
    match figure.left_is {
        Some(Hand::Left) => ["L".to_owned(), "R".to_owned()],
        Some(Hand::Right) => ["R".to_owned(), "L".to_owned()],
        // An arrow stays beside its word.
        None => [format!("\u{2190}\u{a0}{left}"), format!("{right}\u{a0}\u{2192}")],
    }
}
