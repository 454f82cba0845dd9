//! Checks on the pictures of ways: that they belong to a way, and can be drawn.

use std::collections::BTreeSet;

use super::inspection::Inspection;
use super::locate::{PathStep, steps};
use super::parse::{CheckedFile, Parsed};
use super::problem::Problem;
use crate::model::files::path_of;
use crate::model::{
    Body, Hand, HandPart, HandPartName, Kind, Movement, PoseView, PosedWay, Position, PropThing, Spot, length, minus,
};

/// Words of a caption, so that it stands below a picture.
const MOST_WORDS: usize = 8;
/// Poses of a movement.
const MOST_POSES: usize = 4;
const MOST_ARROWS: usize = 2;
/// A body that stands with its arms raised is not as tall.
const LARGEST_FRAME: f64 = 12.0;
/// Seconds in one pose.
const LONGEST_POSE: u8 = 20;

/// A way with its picture.
pub(super) struct Drawn<'i, 't> {
    pub(super) file: &'i CheckedFile<'t>,
    /// Its place in the file.
    place: usize,
    pub(super) way: &'i PosedWay,
    /// The body in each of its poses.
    pub(super) bodies: Vec<Body>,
    /// What the entry says of it.
    pub(super) said: Option<WaySaid>,
}

/// What an entry says of a way.
pub(super) struct WaySaid {
    pub(super) positions: Vec<Position>,
    /// `None` of a way of pressing.
    pub(super) movements: Option<Vec<Movement>>,
}

impl Drawn<'_, '_> {
    /// The steps to a field of the way, and below it.
    pub(super) fn steps<'s>(&self, below: &[PathStep<'s>]) -> Vec<PathStep<'s>> {
        steps!["ways", self.place].into_iter().chain(below.iter().cloned()).collect()
    }

    /// Reports what is wrong with a pose.
    pub(super) fn report(
        &self,
        pose: usize,
        field: &'static str,
        message: &str,
        remedy: &str,
        problems: &mut Vec<Problem>,
    ) {
        self.file.report(&self.steps(&steps!["poses", pose, field]), message, remedy, problems);
    }

    /// Which way the front of the body is from its trunk: 1 clockwise, -1 counterclockwise; `None` where the picture shows no
    /// side.
    pub(super) fn front(&self) -> Option<f64> {
        let near = self.way.near.filter(|_| self.way.view == Some(PoseView::Side))?;
        Some(if near == Hand::Right { 1.0 } else { -1.0 })
    }
}

/// Every way that has a picture.
pub(super) fn drawn<'i, 't>(inspection: &'i Inspection<'t>) -> impl Iterator<Item = Drawn<'i, 't>> {
    inspection.poses.iter().flat_map(move |Parsed { file, content }| {
        let ways = content.ways.open().iter().enumerate();
        ways.map(move |(place, way)| Drawn {
            file,
            place,
            way,
            bodies: way.bodies(),
            said: said(inspection, &content.id, &way.label),
        })
    })
}

fn said(inspection: &Inspection<'_>, id: &str, label: &str) -> Option<WaySaid> {
    let of_stretch = inspection.ask_stretch(id, |stretch| {
        let way = stretch.ways.open().iter().find(|way| way.label == label)?;
        Some(WaySaid { positions: way.positions.clone(), movements: Some(way.movements.clone()) })
    });
    let of_technique = || {
        inspection.ask_technique(id, |technique| {
            let way = technique.ways.open().iter().find(|way| way.label == label)?;
            Some(WaySaid { positions: way.positions.clone(), movements: None })
        })
    };
    of_stretch.or_else(of_technique).flatten()
}

/// A file of poses bears the name of a stretch or technique, and stands beside it: what is added draws nothing of ours.
pub(super) fn poses_belong_to_an_entry(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content } in &inspection.poses {
        file.has_to_bear("id", &content.id, problems);
        let is_here = |kind| inspection.present.contains(&path_of(kind, &content.id));
        if ![Kind::Stretch, Kind::Technique].into_iter().any(is_here) {
            let message = format!("no stretch or technique is called {:?} here", content.id);
            file.report(&steps!["id"], message, "add it, or correct the id", problems);
        }
    }
}

/// A way is drawn once, under its label.
pub(super) fn drawn_ways_exist(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for drawn in drawn(inspection) {
        let (label, steps) = (&drawn.way.label, drawn.steps(&steps!["label"]));
        if drawn.said.is_none() {
            let message = format!("no way is labelled {label:?} there");
            drawn.file.report(&steps, message, "use the label as it stands in the entry", problems);
        }
        if !seen.insert((drawn.file.path, label)) {
            drawn.file.report(&steps, "a second picture of this way", "keep one of the two", problems);
        }
    }
}

/// A rest has one pose, a movement two to four; a way of pressing has one, or a hand.
pub(super) fn ways_have_the_poses_that_they_need(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection) {
        let way = drawn.way;
        let movements = drawn.said.as_ref().and_then(|said| said.movements.as_deref());
        let poses = match movements {
            Some(movements) if !movements.contains(&Movement::Stillness) => 2..=MOST_POSES,
            _ => 1..=1,
        };
        let mut report = |field: &'static str, message: &str, remedy: &str| {
            drawn.file.report(&drawn.steps(&steps![field]), message, remedy, problems);
        };
        if !poses.contains(&way.poses.len()) {
            let wanted = if *poses.end() == 1 { "one".to_owned() } else { format!("2 to {MOST_POSES}") };
            report("poses", &format!("{} poses", way.poses.len()), &format!("draw {wanted}"));
        }
        if way.is_hand() && movements.is_some() {
            report("hand", "a hand, where a body moves", "draw poses");
        }
        if way.is_hand() && way.poses.iter().any(|pose| !pose.joints.is_empty()) {
            report("hand", "a hand beside a body", "keep one of the two");
        }
        if way.view.is_some() == way.is_hand() {
            report("view", "a body is seen from somewhere, a hand from near", "give the view, or take it out");
        }
        if way.near.is_some() != (way.view == Some(PoseView::Side)) {
            report("near", "seen from the side, one side is near", "give near for that view alone");
        }
    }
}

/// Captions stand beside pictures, where few words have room; and nobody stays in a pose for no time, or for long.
pub(super) fn captions_are_short(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection) {
        for (pose, told) in drawn.way.poses.iter().enumerate() {
            let words = told.caption.split_whitespace().count();
            if !(1..=MOST_WORDS).contains(&words) {
                let remedy = format!("use 1 to {MOST_WORDS}");
                drawn.report(pose, "caption", &format!("{words} words"), &remedy, problems);
            }
            if !(1..=LONGEST_POSE).contains(&told.seconds) {
                let message = format!("{} seconds in a pose", told.seconds);
                drawn.report(pose, "seconds", &message, &format!("use 1 to {LONGEST_POSE}"), problems);
            }
        }
    }
}

/// Nothing leaves the frame: joints, things, arrows.
pub(super) fn nothing_leaves_the_frame(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection) {
        let [width, height] = drawn.way.frame;
        if drawn.way.frame.into_iter().any(|side| !(1.0..=LARGEST_FRAME).contains(&side)) {
            let remedy = format!("use 1 to {LARGEST_FRAME} heads each way");
            drawn.file.report(&drawn.steps(&steps!["frame"]), "no frame for a body", &remedy, problems);
            continue;
        }
        let is_out = |[x, y]: Spot| !((0.0..=width).contains(&x) && (0.0..=height).contains(&y));
        let mut report = |steps: &[PathStep<'_>], what: &str| {
            let remedy = "move it in, or make the frame larger";
            drawn.file.report(&drawn.steps(steps), format!("{what} leaves the frame"), remedy, problems);
        };
        for (place, prop) in drawn.way.props.iter().enumerate().filter(|(_, it)| is_out(it.from) || is_out(it.to)) {
            report(&steps!["props", place], prop.thing.words());
        }
        for (place, (pose, body)) in drawn.way.poses.iter().zip(&drawn.bodies).enumerate() {
            for (joint, _) in body.joints().filter(|(joint, at)| pose.joints.has(*joint) && is_out(*at)) {
                report(&steps!["poses", place, "joints", joint.id()], joint.words());
            }
            let ends = pose.arrows.iter().map(|arrow| arrow.span(body).map(|[_, end]| end));
            for (number, end) in ends.enumerate() {
                match end {
                    None => report(&steps!["poses", place, "arrows", number], "an arrow from nowhere"),
                    Some(end) if is_out(end) => report(&steps!["poses", place, "arrows", number], "an arrow"),
                    Some(_) => {}
                }
            }
        }
        let is_part_out = |part: &HandPart| part.path.iter().any(|at| is_out(*at));
        for (place, part) in drawn.way.hand.iter().enumerate().filter(|(_, part)| is_part_out(part)) {
            report(&steps!["hand", place], part.part.words());
        }
    }
}

/// More arrows than two, and nobody sees which way.
pub(super) fn arrows_are_few(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for drawn in drawn(inspection) {
        for (pose, told) in drawn.way.poses.iter().enumerate() {
            if told.arrows.len() > MOST_ARROWS {
                let (message, remedy) = (format!("{} arrows", told.arrows.len()), format!("keep {MOST_ARROWS}"));
                drawn.report(pose, "arrows", &message, &remedy, problems);
            }
            if told.arrows.iter().any(|arrow| arrow.joint.is_some() == arrow.at.is_some()) {
                drawn.report(pose, "arrows", "an arrow without a beginning, or with two", "give joint or at", problems);
            }
        }
    }
}

/// A hand has a palm, fingers and a thumb, and touches what it presses.
pub(super) fn hands_are_whole(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    const NEAR: f64 = 0.6;
    for drawn in drawn(inspection).filter(|drawn| drawn.way.is_hand()) {
        let hand = &drawn.way.hand;
        let mut report = |steps: &[PathStep<'_>], message: &str, remedy: &str| {
            drawn.file.report(&drawn.steps(steps), message, remedy, problems);
        };
        for wanted in [HandPartName::Palm, HandPartName::Finger, HandPartName::Thumb] {
            if !hand.iter().any(|part| part.part == wanted) {
                report(&steps!["hand"], &format!("no {}", wanted.words()), "draw it");
            }
        }
        for (place, part) in hand.iter().enumerate() {
            if !(2..=5).contains(&part.path.len()) {
                report(&steps!["hand", place, "path"], "no part of a hand", "give 2 to 5 places");
            }
        }
        let skin = drawn.way.props.iter().filter(|prop| prop.thing == PropThing::Skin);
        let mut spots = hand.iter().flat_map(|part| &part.path);
        let touches = |at: &Spot| skin.clone().any(|prop| distance(*at, prop.from, prop.to) <= NEAR);
        if !spots.any(touches) {
            report(&steps!["hand"], "touches no skin", "let it rest on a prop that is skin");
        }
    }
}

/// How far a place is from the line between two others.
pub(super) fn distance(at: Spot, from: Spot, to: Spot) -> f64 {
    let ([x, y], [dx, dy]) = (minus(at, from), minus(to, from));
    let squared = dx * dx + dy * dy;
    let part = if squared > 0.0 { ((x * dx + y * dy) / squared).clamp(0.0, 1.0) } else { 0.0 };
    length([x - part * dx, y - part * dy])
}
