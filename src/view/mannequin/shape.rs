//! Shapes of which a body and the things around it are made: the corners of their edges.

use std::f64::consts::{FRAC_PI_2, PI};

use guide::model::{Spot, Turn, angle, direction, length, minus, plus};

/// Corners of half a circle.
const CORNERS: u8 = 7;
/// Half the width of a line.
const LINE: f64 = 0.055;

/// A limb between two places, half as wide at each as told.
pub(super) fn capsule([from, to]: [Spot; 2], [of_from, of_to]: [f64; 2]) -> Vec<Spot> {
    let ahead = angle([1.0, 0.0], minus(to, from));
    let half = |middle: Spot, radius: f64, start: f64| {
        (0..=CORNERS).map(move |corner| {
            let way = direction(start + PI * f64::from(corner) / f64::from(CORNERS));
            plus(middle, way.map(|part| part * radius))
        })
    };
    half(from, of_from, ahead + FRAC_PI_2).chain(half(to, of_to, ahead - FRAC_PI_2)).collect()
}

/// A line between two places.
pub(super) fn line(from: Spot, to: Spot) -> Vec<Spot> {
    capsule([from, to], [LINE; 2])
}

/// A circle.
pub(super) fn circle(middle: Spot, radius: f64) -> Vec<Spot> {
    capsule([middle; 2], [radius; 2])
}

/// An ellipse with its longer axis along a way.
pub(super) fn ellipse(middle: Spot, along: Spot, [long, wide]: [f64; 2]) -> Vec<Spot> {
    let ahead = unit(along);
    let corners = (0..2 * CORNERS).map(|corner| {
        let [cos, sin] = direction(PI * f64::from(corner) / f64::from(CORNERS));
        at(middle, ahead, [long * cos, wide * sin])
    });
    corners.collect()
}

/// An arrow, straight or round: its shaft and its head.
pub(super) fn arrow([from, to]: [Spot; 2], round: Option<Turn>) -> Vec<Vec<Spot>> {
    /// Length of the head, and half its width.
    const HEAD: [f64; 2] = [0.36, 0.26];
    /// Places on a round shaft.
    const PLACES: u8 = 9;
    let way = minus(to, from);
    let aside = match round {
        None => 0.0,
        Some(Turn::Clockwise) => -0.45,
        Some(Turn::Counterclockwise) => 0.45,
    } * length(way);
    let ahead = unit(way);
    let on_shaft = |place: u8| {
        let part = f64::from(place) / f64::from(PLACES);
        // A parabola is round enough.
        at(from, ahead, [part * length(way), aside * 4.0 * part * (1.0 - part)])
    };
    let shaft: Vec<Spot> = (0..=PLACES).map(on_shaft).collect();
    let last = if round.is_none() { ahead } else { unit(minus(to, on_shaft(PLACES - 1))) };
    let neck = at(to, last, [-HEAD[0], 0.0]);
    let head = vec![to, at(neck, last, [0.0, HEAD[1]]), at(neck, last, [0.0, -HEAD[1]])];
    let pieces = shaft.windows(2).filter_map(|pair| match pair {
        [one, other] if round.is_some() => Some(line(*one, *other)),
        _ => None,
    });
    let straight = round.is_none().then(|| line(from, neck));
    pieces.chain(straight).chain([head]).collect()
}

/// A place so far ahead and to the right of another.
pub(super) fn at(from: Spot, ahead: Spot, [along, aside]: [f64; 2]) -> Spot {
    plus(from, [ahead[0] * along - ahead[1] * aside, ahead[1] * along + ahead[0] * aside])
}

/// A way as long as one head.
pub(super) fn unit(way: Spot) -> Spot {
    let long = length(way);
    if long > 0.0 { way.map(|part| part / long) } else { [0.0, 1.0] }
}
