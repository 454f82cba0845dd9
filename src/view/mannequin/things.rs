//! The things around a body.

use super::shape::{at, capsule, circle, line, unit};
use crate::view::drawing::{Layer, Tone};
use guide::model::{PoseView, Prop, PropThing, Spot, direction, length, middle, minus, plus};
use std::f64::consts::PI;

/// Heights and thicknesses, in heights of the head. A seat of 46 cm is two of a head of 23 cm; the back of a chair is as high
/// above it.
const SEAT: f64 = 2.0;
const CHAIR_BACK: f64 = 2.0;
const CHAIR_BACK_LEANS: f64 = 0.25;
const MAT: f64 = 0.2;
const MATTRESS: f64 = 0.55;
const TABLE: f64 = 3.2;
const RAIL: f64 = 0.07;
const RIM: f64 = 0.12;
/// Where warmth begins beside what is warm, and how far on; lying on a body, beyond the body.
const WARMTH: [f64; 2] = [0.4, 0.75];
const WARMTH_BEYOND_BODY: f64 = 0.95;

/// A thing as a layer.
pub(super) fn layer(prop: &Prop, view: PoseView) -> Layer {
    // On the back of a body, it would vanish in it.
    let lies_on_body = prop.thing == PropThing::Pack && view == PoseView::Back;
    let rim = lies_on_body.then(|| (Tone::Empty, capsule([prop.from, prop.to], [prop.thing.radius() + RIM; 2])));
    let tone = if prop.thing == PropThing::Pack { Tone::Arrow } else { Tone::Thing };
    let start = if lies_on_body { WARMTH_BEYOND_BODY } else { WARMTH[0] };
    let warmth = if prop.thing == PropThing::Pack { warmth(prop, start) } else { Vec::new() };
    let shapes = shapes(prop, view).into_iter().chain(warmth).map(|shape| (tone, shape));
    // Empty, it would look like a hole between the limbs that lie around it.
    let filling = (prop.thing == PropThing::Pillow).then(|| (Tone::Before, cushion(prop)));
    Layer { shapes: rim.into_iter().chain(filling).chain(shapes).collect(), ..Layer::default() }
}

fn cushion(prop: &Prop) -> Vec<Spot> {
    capsule([prop.from, prop.to], [prop.thing.radius(); 2])
}

/// Three waves that rise from what is warm, away from the body: seen from its beginning, to the left.
fn warmth(prop: &Prop, start: f64) -> Vec<Vec<Spot>> {
    /// Pieces of a wave, and how far it swings.
    const PIECES: u8 = 8;
    const SWING: f64 = 0.12;
    let [dx, dy] = unit(minus(prop.to, prop.from));
    let away = [dy, -dx];
    let waves = [0.0, 0.5, 1.0].map(|part| {
        let foot = plus(prop.from, minus(prop.to, prop.from).map(|way| way * part));
        let place = move |piece: u8| {
            let part = f64::from(piece) / f64::from(PIECES);
            let [_, swing] = direction(part * 2.0 * PI);
            at(foot, away, [start + part * WARMTH[1], swing * SWING])
        };
        (0..PIECES).map(move |piece| line(place(piece), place(piece + 1)))
    });
    waves.into_iter().flatten().collect()
}

fn shapes(prop: &Prop, view: PoseView) -> Vec<Vec<Spot>> {
    let (from, to) = (prop.from, prop.to);
    let below = |[x, y]: Spot, deep: f64| [x, y + deep];
    let slab = |deep: f64| vec![from, to, below(to, deep), below(from, deep)];
    match prop.thing {
        PropThing::Floor | PropThing::Wall | PropThing::Skin => vec![line(from, to)],
        // From above, a mat is what lies around the body.
        PropThing::Mat | PropThing::Bed if view == PoseView::Top => {
            vec![vec![from, [to[0], from[1]], to, [from[0], to[1]]]]
        }
        PropThing::Mat => vec![slab(MAT)],
        PropThing::Bed => vec![slab(MATTRESS)],
        PropThing::Table => {
            let leg = |top: Spot| line(top, below(top, TABLE));
            vec![slab(RAIL * 2.0), leg(from), leg(to)]
        }
        PropThing::Chair => chair(from, to, view),
        PropThing::Pillow | PropThing::Pack => vec![cushion(prop)],
        PropThing::Ball | PropThing::Roller => {
            vec![circle(middle(from, to), length(minus(to, from)) / 2.0)]
        }
    }
}

/// From the side, with its back behind the seat; from elsewhere, with both posts of it.
fn chair(front: Spot, back: Spot, view: PoseView) -> Vec<Vec<Spot>> {
    let post = |from: Spot, [x, y]: Spot| capsule([from, [from[0] + x, from[1] + y]], [RAIL; 2]);
    let behind = (back[0] - front[0]).signum();
    // The upper edge is what carries.
    let [front, back] = [front, back].map(|[x, y]| [x, y + RAIL]);
    let seat = capsule([front, back], [RAIL; 2]);
    let legs = [front, back].map(|corner| post(corner, [0.0, SEAT - RAIL]));
    let up = match view {
        PoseView::Side => vec![post(back, [CHAIR_BACK_LEANS * behind, -CHAIR_BACK])],
        _ => [front, back].map(|corner| post(corner, [0.0, -CHAIR_BACK])).to_vec(),
    };
    [seat].into_iter().chain(legs).chain(up).collect()
}
