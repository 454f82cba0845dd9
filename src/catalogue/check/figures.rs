//! Checks on figures: that they can be drawn, and that every point lies where its words put it.

use kurbo::{Affine, BezPath, PathEl, Point, Shape};
use serde::Deserialize;
use serde_json::Value;

use super::{Doc, Inspection, Problem, report, steps};
use crate::catalogue::files::FIGURES;
use crate::catalogue::{Figure, Kind, StrokeRole};

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
            if closed && drawn.elements().last() != Some(&PathEl::ClosePath) {
                report(doc, &steps, "an edge that is not closed", "end it with Z", problems);
            }
            let ([width, height], bounds) = (figure.size, drawn.bounding_box());
            if bounds.x0 < 0.0 || bounds.y0 < 0.0 || bounds.x1 > width || bounds.y1 > height {
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
        for (place, drawn) in figure.points.iter().enumerate() {
            let steps = steps!["points", place, "at"];
            let point = inspection.of(Kind::Point).find(|point| point.stem() == drawn.code);
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
            let in_area = |area: &str| {
                let mut regions = figure.regions.iter().filter(|region| region.area == area);
                regions.any(|region| parse(&region.path).is_some_and(|path| lies_in(&[path], at)))
            };
            if !in_area(area) {
                let message = format!("{} does not lie in the area {area:?} of this figure", drawn.code);
                report(doc, &steps, message, "move the point or the region", problems);
            }
            if let Some(other) = figure.regions.iter().map(|it| &it.area).find(|other| *other != area && in_area(other))
            {
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
            let Some(point) = inspection.of(Kind::Point).find(|point| point.stem() == drawn.code) else { continue };
            for step in point.list("/location/find") {
                let wanted = step.get("landmark").and_then(Value::as_str).unwrap_or_default().to_lowercase();
                let mut names = figure.landmarks.iter().map(|landmark| &landmark.name).chain(&drawn.called);
                let same =
                    |name: &String| name.to_lowercase().contains(&wanted) || wanted.contains(&name.to_lowercase());
                if !names.any(same) {
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
