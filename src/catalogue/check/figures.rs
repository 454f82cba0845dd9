//! Checks on figures: that they can be drawn, and that every point lies where its words put it.

use std::collections::{BTreeMap, BTreeSet};

use kurbo::{Affine, BezPath, PathEl, Point, Shape};
use serde::Deserialize;
use serde_json::Value;

use super::rules::areas;
use super::{Doc, Inspection, Problem, report, steps};
use crate::catalogue::files::FIGURES;
use crate::catalogue::{Figure, FigureAspect, Hand, Kind, StrokeRole};

/// The file of a figure bears its id.
pub(super) fn files_are_named_after_their_figures(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.below(FIGURES) {
        let id = doc.text("/id");
        if id != doc.stem() {
            let remedy = format!("rename the file to {id}.json, or correct the id");
            report(doc, &steps!["id"], format!("{id:?} does not match the name of the file"), &remedy, problems);
        }
    }
}

/// What is measured in nothing cannot be drawn.
pub(super) fn figures_have_a_measure(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (doc, figure) in figures(inspection) {
        for (place, length) in figure.size.into_iter().enumerate().filter(|(_, length)| !is_length(*length)) {
            report(doc, &steps!["size", place], format!("{length} is no length"), "give one above 0", problems);
        }
        if !is_length(figure.cun) {
            let message = format!("{} is no length", figure.cun);
            report(doc, &steps!["cun"], message, "give the drawing units of one cun", problems);
        }
    }
}

/// Lines, landmarks and points are told apart by their names.
pub(super) fn nothing_is_drawn_twice(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.below(FIGURES) {
        for (list, key, one) in
            [("strokes", "id", "line"), ("landmarks", "id", "landmark"), ("points", "code", "point")]
        {
            let mut seen = BTreeSet::new();
            for (place, item) in doc.list(&format!("/{list}")).iter().enumerate() {
                let id = item.get(key).and_then(Value::as_str).unwrap_or_default();
                if !seen.insert(id) {
                    let message = format!("a second {one} is called {id:?}");
                    report(doc, &steps![list, place, key], message, "call it otherwise, or take it out", problems);
                }
            }
        }
    }
}

/// A figure shows both sides of the body, and where left is, or one limb, and which: L and R stand below it.
pub(super) fn sides_are_told(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (doc, figure) in figures(inspection) {
        if figure.left_is.is_some() == figure.side.is_some() {
            let remedy = "give left_is for both sides of the body, or side for one limb, and null for the other";
            report(doc, &steps!["side"], "does not tell which side is drawn", remedy, problems);
        }
        let seen = match figure.aspect {
            FigureAspect::Back => Some(Hand::Left),
            FigureAspect::Front => Some(Hand::Right),
            _ => None,
        };
        if let (Some(seen), Some(told)) = (seen, figure.left_is)
            && seen != told
        {
            let message = format!("seen {}, left is on the {}", figure.aspect.words(), seen.words());
            report(doc, &steps!["left_is"], message, "correct it, or the aspect", problems);
        }
        for (place, drawn) in figure.points.iter().enumerate() {
            if drawn.mirrored && figure.left_is.is_none() {
                let message = format!("{} lies on a limb, which has no other side", drawn.code);
                report(doc, &steps!["points", place, "mirrored"], message, "take it out", problems);
            }
        }
    }
}

/// The areas of a figure are those of `catalogue.json`.
pub(super) fn areas_exist(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(areas) = areas(inspection) else { return };
    for (doc, figure) in figures(inspection) {
        for (place, region) in figure.regions.iter().enumerate() {
            if !areas.contains(region.area.as_str()) {
                let message = format!("no area is called {:?}", region.area);
                report(doc, &steps!["regions", place, "area"], message, "use an area of catalogue.json", problems);
            }
        }
    }
}

/// An answer draws a point once on the body and once from near, so a second figure of a kind would never be seen.
pub(super) fn points_are_shown_once(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let mut shown: BTreeMap<(bool, String), &str> = BTreeMap::new();
    for (doc, figure) in figures(inspection) {
        for (place, drawn) in figure.points.into_iter().enumerate() {
            let what = if figure.locator { "on the whole body" } else { "from near" };
            let message = format!("{} is drawn {what} already, in", drawn.code);
            let first = *shown.entry((figure.locator, drawn.code)).or_insert(doc.path);
            if first != doc.path {
                let steps = steps!["points", place, "code"];
                report(doc, &steps, format!("{message} {first}"), "keep one of the two", problems);
            }
        }
    }
}

/// A point that is withheld, or not asked for, must not be told of by the words of the figure, or of another point.
pub(super) fn words_tell_of_their_own_point(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let codes: BTreeSet<&str> = inspection.of(Kind::Point).map(Doc::stem).collect();
    for (doc, figure) in figures(inspection) {
        let of_points = figure.points.iter().enumerate();
        let of_points = of_points.map(|(place, drawn)| {
            (steps!["points", place, "alternative"].to_vec(), drawn.alternative.as_str(), Some(drawn.code.as_str()))
        });
        let of_figure = (steps!["alternative"].to_vec(), figure.alternative.as_str(), None);
        for (steps, words, own) in of_points.chain([of_figure]) {
            let mut named = words.split(|c: char| !c.is_alphanumeric()).filter(|word| codes.contains(word));
            if let Some(other) = named.find(|word| Some(*word) != own) {
                let remedy = "tell of each point in its own alternative alone";
                report(doc, &steps, format!("tells of {other}"), remedy, problems);
            }
        }
    }
}

/// A path is made of absolute moves, lines, curves and ends; an outline and a region are closed; nothing leaves the page.
pub(super) fn paths_can_be_drawn(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (doc, figure) in figures(inspection) {
        let strokes = figure.strokes.iter().map(|stroke| (&stroke.path, stroke.role == StrokeRole::Outline));
        let regions = figure.regions.iter().map(|region| (&region.path, true));
        let of_stroke = (0..figure.strokes.len()).map(|place| ("strokes", place));
        let places = of_stroke.chain((0..figure.regions.len()).map(|place| ("regions", place)));
        for ((path, closed), (list, place)) in strokes.chain(regions).zip(places) {
            let steps = steps![list, place, "path"];
            let Some(drawn) = parse(path) else {
                let remedy = "use absolute M, L, C and Z with numbers";
                report(doc, &steps, "a path that cannot be drawn", remedy, problems);
                continue;
            };
            if closed && !is_closed(&drawn) {
                report(doc, &steps, "an edge that is not closed", "end each part of it with Z", problems);
            }
            let ([width, height], bounds) = (figure.size, drawn.bounding_box());
            let leaves = bounds.x0 < 0.0 || bounds.y0 < 0.0 || bounds.x1 > width || bounds.y1 > height;
            if leaves && figure.size.into_iter().all(is_length) {
                report(doc, &steps, "leaves the page", "keep it within the size", problems);
            }
        }
    }
}

/// Landmarks lie on the body, or at its edge.
pub(super) fn landmarks_lie_on_the_body(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const AT_THE_EDGE: f64 = 6.0;
    for (doc, figure) in figures(inspection) {
        let body = body(&figure);
        for (place, landmark) in figure.landmarks.iter().enumerate() {
            let near = |path: &BezPath| distance(path, landmark.at) <= AT_THE_EDGE;
            if !lies_in(&body, landmark.at) && !body.iter().any(near) {
                let message = format!("{:?} lies beside the body", landmark.name);
                report(doc, &steps!["landmarks", place, "at"], message, "move it on to the body", problems);
            }
        }
    }
}

/// A point lies on the body, in its own area and in no other, on both sides where it is mirrored.
pub(super) fn points_lie_in_their_areas(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (doc, figure) in figures(inspection) {
        let body = body(&figure);
        let regions: Vec<(&str, Vec<BezPath>)> = figure
            .regions
            .iter()
            .map(|region| (region.area.as_str(), parse(&region.path).into_iter().collect()))
            .collect();
        for (place, drawn) in figure.points.iter().enumerate() {
            let steps = steps!["points", place, "at"];
            let point = inspection.entry(Kind::Point, &drawn.code);
            let Some(area) = point.map(|point| point.text("/area")) else {
                if !inspection.has(Kind::Point, &drawn.code) {
                    let steps = steps!["points", place, "code"];
                    let message = format!("no point is called {:?}", drawn.code);
                    report(doc, &steps, message, "name a point that is there", problems);
                }
                continue;
            };
            let Some(at) = figure.place(&drawn.at) else {
                let remedy = "give between and part, or from and by, with landmarks of this figure";
                report(doc, &steps, "a place that cannot be found", remedy, problems);
                continue;
            };
            let mirrored = drawn.mirrored.then(|| figure.mirror(at));
            for at in [Some(at), mirrored].into_iter().flatten() {
                if !lies_in(&body, at) {
                    report(
                        doc,
                        &steps,
                        format!("{} lies beside the body", drawn.code),
                        "move it on to the body",
                        problems,
                    );
                }
            }
            let around: Vec<&str> =
                regions.iter().filter(|(_, path)| lies_in(path, at)).map(|(area, _)| *area).collect();
            if !around.contains(&area) {
                let message = format!("{} does not lie in the area {area:?} of this figure", drawn.code);
                report(doc, &steps, message, "move the point or the region", problems);
            }
            if let Some(other) = around.iter().find(|other| **other != area) {
                let message = format!("{} lies in the area {other:?} too", drawn.code);
                report(doc, &steps, message, "keep the regions apart", problems);
            }
        }
    }
}

/// What the steps of a point tell a finger to feel is drawn where the place is shown.
pub(super) fn landmarks_of_steps_are_drawn(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for (doc, figure) in figures(inspection).filter(|(_, figure)| !figure.locator) {
        for (place, drawn) in figure.points.iter().enumerate() {
            let Some(point) = inspection.entry(Kind::Point, &drawn.code) else { continue };
            let names = figure.landmarks.iter().map(|landmark| &landmark.name).chain(&drawn.called);
            let names: Vec<String> = names.map(|name| name.to_lowercase()).collect();
            for step in point.list("/location/find") {
                let wanted = step.get("landmark").and_then(Value::as_str).unwrap_or_default().to_lowercase();
                if !names.iter().any(|name| name.contains(&wanted) || wanted.contains(name.as_str())) {
                    let message = format!("the steps of {} name {wanted:?}, which is not drawn", drawn.code);
                    report(doc, &steps!["points", place], message, "draw it, or say what it is called", problems);
                }
            }
        }
    }
}

fn figures<'i, 't>(inspection: &'i Inspection<'t>) -> impl Iterator<Item = (&'i Doc<'t>, Figure)> {
    inspection.below(FIGURES).filter_map(|doc| Some((doc, Figure::deserialize(&doc.value).ok()?)))
}

/// A path of the letters that are allowed.
fn parse(path: &str) -> Option<BezPath> {
    let allowed = |c: char| matches!(c, 'M' | 'L' | 'C' | 'Z' | ' ' | '.' | '-') || c.is_ascii_digit();
    let path = path.chars().all(allowed).then(|| BezPath::from_svg(path).ok())??;
    (!path.elements().is_empty()).then_some(path)
}

/// Whether each part of a path ends where it began.
fn is_closed(path: &BezPath) -> bool {
    let is_end = |element: &PathEl| *element == PathEl::ClosePath;
    let mut pairs = path.elements().windows(2);
    let begins_unended = |pair: &[PathEl]| matches!(pair, [before, PathEl::MoveTo(_)] if !is_end(before));
    path.elements().last().is_some_and(is_end) && !pairs.any(begins_unended)
}

fn is_length(number: f64) -> bool {
    number.is_finite() && number > 0.0
}

/// The closed edges of the body, mirrored ones too.
fn body(figure: &Figure) -> Vec<BezPath> {
    let [width, _] = figure.size;
    let mirror = Affine::new([-1.0, 0.0, 0.0, 1.0, width, 0.0]);
    let outlines = figure.strokes.iter().filter(|stroke| stroke.role == StrokeRole::Outline);
    let drawn = outlines.filter_map(|stroke| Some((parse(&stroke.path)?, stroke.mirrored)));
    drawn.flat_map(|(path, mirrored)| mirrored.then(|| mirror * path.clone()).into_iter().chain([path])).collect()
}

fn lies_in(paths: &[BezPath], [x, y]: [f64; 2]) -> bool {
    paths.iter().any(|path| path.contains(Point::new(x, y)))
}

/// How far a place is from an edge.
fn distance(path: &BezPath, [x, y]: [f64; 2]) -> f64 {
    use kurbo::ParamCurveNearest;
    const ACCURACY: f64 = 0.5;
    let squared = path.segments().map(|segment| segment.nearest(Point::new(x, y), ACCURACY).distance_sq);
    squared.fold(f64::INFINITY, f64::min).sqrt()
}
