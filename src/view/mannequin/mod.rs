//! Poses as drawings: one body, of which a pose tells where the joints are.

mod limbs;
mod shape;
mod things;
mod words;

use super::drawing::{Drawing, Layer, Tone};
use super::figure::place_drawing;
use crate::session::{Frame, StepPicture};
use guide::model::{Body, HandPartName, Joint, PoseArrow, PoseView, PosedWay, Prop, PropThing};
use limbs::Seen;
use shape::{arrow, capsule};

/// Half the widths of the parts of a hand, in heights of the head, from the arm outwards.
const FOREARM: [f64; 2] = [0.42, 0.36];
const PALM: [f64; 2] = [0.40; 2];
const FINGER: [f64; 2] = [0.16, 0.13];
const THUMB: [f64; 2] = [0.20, 0.16];

/// The drawings of a way: one a pose, or a hand.
pub fn way_drawings(way: &PosedWay) -> Vec<Drawing> {
    if way.is_hand() {
        return vec![hand_drawing(way)];
    }
    let bodies = way.bodies();
    let several = bodies.len() > 1;
    let numbered = way.poses.iter().zip(&bodies).enumerate();
    let drawings = numbered.map(|(place, (pose, body))| {
        let before = place.checked_sub(1).and_then(|before| bodies.get(before));
        let title = if several { format!("{} {}", place + 1, pose.caption) } else { pose.caption.clone() };
        let moves = |joint: Joint| before.is_some_and(|before| before.at(joint) != body.at(joint));
        let layers = layers(way, body, &moves, None, &pose.arrows);
        drawing(way, title, words::pose(way, place), layers)
    });
    drawings.collect()
}

/// The drawing of a moment of a session.
pub fn frame_drawing(picture: &StepPicture, frame: &Frame) -> Drawing {
    let picture = match picture {
        StepPicture::Place(place) => return place_drawing(place),
        StepPicture::Movement(movement) => movement,
    };
    let way = &picture.way;
    if way.is_hand() {
        return hand_drawing(way);
    }
    let before = picture.bodies.get(frame.from).filter(|_| frame.from != frame.pose);
    let arrows = way.poses.get(frame.pose).map_or(&[][..], |pose| &pose.arrows);
    let target = picture.bodies.get(frame.pose).unwrap_or(&frame.body);
    let moves = |joint: Joint| before.is_some_and(|before| before.at(joint) != target.at(joint));
    drawing(
        way,
        String::new(),
        String::new(),
        layers(way, &frame.body, &moves, before.filter(|_| frame.shows_before), arrows),
    )
}

fn drawing(way: &PosedWay, title: String, alternative: String, layers: Vec<Layer>) -> Drawing {
    Drawing {
        title,
        alternative,
        size: way.frame,
        lines: Vec::new(),
        layers,
        marks: Vec::new(),
        is_mirrored: false,
        sides: [String::new(), String::new()],
    }
}

fn layers(
    way: &PosedWay,
    body: &Body,
    moves: &dyn Fn(Joint) -> bool,
    ghost: Option<&Body>,
    arrows: &[PoseArrow],
) -> Vec<Layer> {
    let view = way.view.unwrap_or(PoseView::Side);
    let seen = |body, is_before| Seen { body, view, near: way.near, moves, is_before };
    // The ground is drawn through to where the body touches it; and from behind, a pack lies on the back.
    let is_on_top = |prop: &&Prop| {
        let lies_on_back = prop.thing == PropThing::Pack && view == PoseView::Back;
        prop.thing.is_ground() && view != PoseView::Top || lies_on_back
    };
    let (ground, things): (Vec<&Prop>, Vec<&Prop>) = way.props.iter().partition(is_on_top);
    let [ground, things] = [ground, things].map(|props| props.into_iter().map(|prop| things::layer(prop, view)));
    let ghost = ghost.into_iter().flat_map(|ghost| seen(ghost, true).layers());
    things.chain(ghost).chain(seen(body, false).layers()).chain(ground).chain(arrow_layers(arrows, body)).collect()
}

fn arrow_layers(arrows: &[PoseArrow], body: &Body) -> impl Iterator<Item = Layer> {
    let spans = arrows.iter().filter_map(|it| Some((it.span(body)?, it.round)));
    spans.map(|(span, round)| {
        let shapes = arrow(span, round).into_iter().map(|it| (Tone::Arrow, it)).collect();
        Layer { shapes, ..Layer::default() }
    })
}

fn hand_drawing(way: &PosedWay) -> Drawing {
    let things = way.props.iter().map(|prop| things::layer(prop, PoseView::Side));
    let parts = way.hand.iter().map(|part| {
        let widths = match part.part {
            HandPartName::Forearm => FOREARM,
            HandPartName::Palm => PALM,
            HandPartName::Finger => FINGER,
            HandPartName::Thumb => THUMB,
        };
        let pieces = part.path.windows(2).filter_map(|pair| match pair {
            [from, to] => Some((Tone::Near, capsule([*from, *to], widths))),
            _ => None,
        });
        Layer { shapes: pieces.collect(), ..Layer::default() }
    });
    let nobody = Body::default();
    let arrows = way.poses.iter().flat_map(|pose| arrow_layers(&pose.arrows, &nobody));
    let layers = things.chain(parts).chain(arrows).collect();
    let caption = way.poses.first().map(|pose| pose.caption.clone()).unwrap_or_default();
    drawing(way, caption, words::hand(way), layers)
}
