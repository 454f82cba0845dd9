//! Checks on figures: that they can be drawn, and that every point lies where its words put it.

use std::collections::{BTreeMap, BTreeSet};

use kurbo::{Affine, BezPath, PathEl, Point, Shape};

use super::inspection::Inspection;
use super::locate::steps;
use super::parse::Parsed;
use super::problem::Problem;
use crate::model::files::path_of;
use crate::model::{DrawnPoint, Figure, FigureAspect, Hand, Kind, StrokeRole};

/// What is measured in nothing cannot be drawn.
pub(super) fn figures_have_a_measure(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: figure } in &inspection.figures {
        for (place, length) in figure.size.into_iter().enumerate().filter(|(_, length)| !is_length(*length)) {
            file.report(&steps!["size", place], format!("{length} is no length"), "give one above 0", problems);
        }
        if !is_length(figure.cun) {
            let message = format!("{} is no length", figure.cun);
            file.report(&steps!["cun"], message, "give the drawing units of one cun", problems);
        }
    }
}

/// Lines, landmarks and points are told apart by their names.
pub(super) fn nothing_is_drawn_twice(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: figure } in &inspection.figures {
        let strokes = figure.strokes.iter().map(|stroke| &stroke.id).enumerate();
        let landmarks = figure.landmarks.iter().map(|landmark| &landmark.id).enumerate();
        let points = figure.points.iter().map(|drawn| &drawn.code).enumerate();
        let strokes = strokes.map(|it| (("strokes", "id", "line"), it));
        let landmarks = landmarks.map(|it| (("landmarks", "id", "landmark"), it));
        let points = points.map(|it| (("points", "code", "point"), it));
        let mut seen = BTreeSet::new();
        for ((list, key, one), (place, id)) in strokes.chain(landmarks).chain(points) {
            if !seen.insert((one, id)) {
                let message = format!("a second {one} is called {id:?}");
                file.report(&steps![list, place, key], message, "call it otherwise, or take it out", problems);
            }
        }
    }
}

/// A figure shows both sides of the body, and where left is, or one limb, and which: its title says so.
pub(super) fn sides_are_told(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: figure } in &inspection.figures {
        if figure.left_is.is_some() == figure.side.is_some() {
            let remedy = "give left_is for both sides of the body, or side for one limb, and null for the other";
            file.report(&steps!["side"], "does not tell which side is drawn", remedy, problems);
        } else if let Some(side) = figure.side
            && !figure.title.to_lowercase().split_whitespace().any(|word| word == side.id())
        {
            let message = format!("does not say that it is the {} one", side.id());
            file.report(&steps!["title"], message, "name the side: a wrong one is the likeliest mistake", problems);
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
            file.report(&steps!["left_is"], message, "correct it, or the aspect", problems);
        }
        for (place, drawn) in figure.points.iter().enumerate() {
            if drawn.mirrored && figure.left_is.is_none() {
                let message = format!("{} lies on a limb, which has no other side", drawn.code);
                file.report(&steps!["points", place, "mirrored"], message, "take it out", problems);
            }
        }
    }
}

/// The areas of a figure are those of `catalogue.json`.
pub(super) fn areas_exist(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let Some(areas) = inspection.areas() else { return };
    for Parsed { file, content: figure } in &inspection.figures {
        for (place, region) in figure.regions.iter().enumerate() {
            if !areas.contains(region.area.as_str()) {
                let message = format!("no area is called {:?}", region.area);
                file.report(&steps!["regions", place, "area"], message, "use an area of catalogue.json", problems);
            }
        }
    }
}

/// An answer draws a point once on the body and once from near, so a second figure of a kind would never be seen.
pub(super) fn points_are_shown_once(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    // A figure shows where a point lies, not one that takes its place.
    let is_ours = |code: &str| inspection.present.contains(&path_of(Kind::Point, code));
    let mut shown: BTreeMap<(bool, &str), String> = BTreeMap::new();
    for Parsed { file, content: figure } in &inspection.figures {
        for (place, drawn) in figure.points.iter().enumerate() {
            let first = shown.entry((figure.locator, &drawn.code)).or_insert_with_key(|(locator, code)| {
                let of_base = inspection.base.filter(|_| !is_ours(code));
                of_base.and_then(|base| base.figure_of(code, *locator)).unwrap_or_else(|| file.path.to_owned())
            });
            if first != file.path {
                let what = if figure.locator { "on the whole body" } else { "from near" };
                let message = format!("{} is drawn {what} already, in {first}", drawn.code);
                file.report(&steps!["points", place, "code"], message, "keep one of the two", problems);
            }
        }
    }
}

/// A point that is withheld, or not asked for, must not be told of by the words of the figure, or of another point.
pub(super) fn words_tell_of_their_own_point(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: figure } in &inspection.figures {
        let of_points = figure.points.iter().enumerate();
        let of_points = of_points.map(|(place, drawn)| {
            (steps!["points", place, "alternative"].to_vec(), drawn.alternative.as_str(), Some(drawn.code.as_str()))
        });
        let of_figure = (steps!["alternative"].to_vec(), figure.alternative.as_str(), None);
        for (steps, words, own) in of_points.chain([of_figure]) {
            let mut named = words.split(|c: char| !c.is_alphanumeric());
            if let Some(other) = named.find(|word| Some(*word) != own && inspection.ask_point(word, |_| ()).is_some()) {
                let remedy = "tell of each point in its own alternative alone";
                file.report(&steps, format!("tells of {other}"), remedy, problems);
            }
        }
    }
}

/// A path is made of absolute moves, lines, curves and ends; an outline and a region are closed; nothing leaves the page.
pub(super) fn paths_can_be_drawn(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: figure } in &inspection.figures {
        let strokes = figure.strokes.iter().map(|stroke| (&stroke.path, stroke.role == StrokeRole::Outline));
        let regions = figure.regions.iter().map(|region| (&region.path, true));
        let of_stroke = (0..figure.strokes.len()).map(|place| ("strokes", place));
        let places = of_stroke.chain((0..figure.regions.len()).map(|place| ("regions", place)));
        for ((path, closed), (list, place)) in strokes.chain(regions).zip(places) {
            let steps = steps![list, place, "path"];
            let Some(drawn) = parse(path) else {
                let remedy = "use absolute M, L, C and Z with numbers";
                file.report(&steps, "a path that cannot be drawn", remedy, problems);
                continue;
            };
            if closed && !is_closed(&drawn) {
                file.report(&steps, "an edge that is not closed", "end each part of it with Z", problems);
            }
            let ([width, height], bounds) = (figure.size, drawn.bounding_box());
            let leaves = bounds.x0 < 0.0 || bounds.y0 < 0.0 || bounds.x1 > width || bounds.y1 > height;
            if leaves && figure.size.into_iter().all(is_length) {
                file.report(&steps, "leaves the page", "keep it within the size", problems);
            }
        }
    }
}

/// Landmarks lie on the body, or at its edge.
pub(super) fn landmarks_lie_on_the_body(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const AT_THE_EDGE: f64 = 6.0;
    for Parsed { file, content: figure } in &inspection.figures {
        let body = body(figure);
        for (place, landmark) in figure.landmarks.iter().enumerate() {
            let near = |path: &BezPath| distance(path, landmark.at) <= AT_THE_EDGE;
            if !lies_in(&body, landmark.at) && !body.iter().any(near) {
                let message = format!("{:?} lies beside the body", landmark.name);
                file.report(&steps!["landmarks", place, "at"], message, "move it on to the body", problems);
            }
        }
    }
}

/// A point lies on the body, in its own area and in no other, on both sides where it is mirrored.
pub(super) fn points_lie_in_their_areas(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: figure } in &inspection.figures {
        let regions = figure.regions.iter();
        let regions = regions.map(|region| (region.area.as_str(), parse(&region.path).into_iter().collect()));
        let (body, regions) = (body(figure), regions.collect::<Vec<_>>());
        for (place, drawn) in figure.points.iter().enumerate() {
            let Some(area) = inspection.ask_point(&drawn.code, |point| point.area.clone()) else {
                if !inspection.has(Kind::Point, &drawn.code) {
                    let steps = steps!["points", place, "code"];
                    let message = format!("no point is called {:?}", drawn.code);
                    file.report(&steps, message, "name a point that is there", problems);
                }
                continue;
            };
            for (message, remedy) in misplaced(figure, drawn, &area, &body, &regions) {
                file.report(&steps!["points", place, "at"], message, remedy, problems);
            }
        }
    }
}

/// What is wrong with the place of a point of this area, and what to do.
fn misplaced(
    figure: &Figure,
    drawn: &DrawnPoint,
    area: &str,
    body: &[BezPath],
    regions: &[(&str, Vec<BezPath>)],
) -> Vec<(String, &'static str)> {
    let code = &drawn.code;
    let Some(at) = figure.place(&drawn.at) else {
        let remedy = "give between and part, or from and by, with landmarks of this figure";
        return vec![("a place that cannot be found".to_owned(), remedy)];
    };
    let mut found = Vec::new();
    let mirrored = drawn.mirrored.then(|| figure.mirror(at));
    if [Some(at), mirrored].into_iter().flatten().any(|at| !lies_in(body, at)) {
        found.push((format!("{code} lies beside the body"), "move it on to the body"));
    }
    let around = regions.iter().filter(|(_, path)| lies_in(path, at)).map(|(area, _)| *area);
    let (own, others): (Vec<&str>, Vec<&str>) = around.partition(|around| *around == area);
    if own.is_empty() {
        let message = format!("{code} does not lie in the area {area:?} of this figure");
        found.push((message, "move the point or the region"));
    }
    if let Some(other) = others.first() {
        found.push((format!("{code} lies in the area {other:?} too"), "keep the regions apart"));
    }
    found
}

/// What the steps of a point name is drawn where the place is shown, and nothing else, which would lead astray.
pub(super) fn landmarks_of_steps_are_drawn(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: figure } in inspection.figures.iter().filter(|it| !it.content.locator) {
        for (place, drawn) in figure.points.iter().enumerate() {
            let steps = inspection.ask_point(&drawn.code, |point| {
                let steps = point.location.find.open().iter();
                steps.map(|step| (step.landmark.to_lowercase(), step.text.to_lowercase())).collect::<Vec<_>>()
            });
            let Some(steps) = steps else { continue };
            let of_figure = |id: &String| figure.landmarks.iter().find(|landmark| landmark.id == *id);
            // Where none is listed, all are shown.
            let all = figure.landmarks.iter().filter(|_| drawn.landmarks.is_empty()).map(|landmark| &landmark.name);
            let mut names: Vec<String> = all.chain(&drawn.called).map(|name| name.to_lowercase()).collect();
            for (listed, id) in drawn.landmarks.iter().enumerate() {
                let at = steps!["points", place, "landmarks", listed];
                let Some(landmark) = of_figure(id) else {
                    let message = format!("no landmark of this figure is called {id:?}");
                    file.report(&at, message, "use the id of a landmark that is there", problems);
                    continue;
                };
                let name = landmark.name.to_lowercase();
                if !steps.iter().any(|(_, text)| words_of(&name).any(|word| is_told_by(word, text))) {
                    let message = format!("no step of {} names {:?}", drawn.code, landmark.name);
                    file.report(&at, message, "take it out, or call it as a step does", problems);
                }
                names.push(name);
            }
            let is_drawn = |wanted: &str| names.iter().any(|name| name.contains(wanted) || wanted.contains(&**name));
            for (wanted, _) in steps.iter().filter(|(wanted, _)| !is_drawn(wanted)) {
                let message = format!("the steps of {} name {wanted:?}, which is not drawn", drawn.code);
                let remedy = "draw it and list it in its landmarks, or say what it is called";
                file.report(&steps!["points", place], message, remedy, problems);
            }
        }
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric())
}

/// Whether a word that says something stands in a text.
fn is_told_by(word: &str, text: &str) -> bool {
    const SAYS_SOMETHING: usize = 3;
    word.len() >= SAYS_SOMETHING && word != "the" && words_of(text).any(|told| told == word)
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
