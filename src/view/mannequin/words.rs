//! A picture of a way in words, enough without it.

use guide::model::{Bone, Joint, PosedWay, PropThing};

/// A pose: from where it is seen, what carries the body, what the hands hold, what has moved.
pub(super) fn pose(way: &PosedWay, place: usize) -> String {
    let Some(pose) = way.poses.get(place) else { return String::new() };
    let mut told = Vec::new();
    if place == 0 {
        let view = way.view.map_or("", guide::model::PoseView::words);
        let near = way.near.map(|near| format!(", the {} side near", near.words())).unwrap_or_default();
        told.push(format!("Seen {view}{near}."));
    }
    for thing in PropThing::ALL {
        let on: Vec<&str> = way.rests(place).filter(|(_, on)| *on == thing).map(|(joint, _)| joint.words()).collect();
        if !on.is_empty() {
            told.push(format!("On {}: {}.", thing.words(), on.join(", ")));
        }
    }
    let holds: Vec<String> =
        pose.holds.iter().map(|(joint, bone)| format!("{} on {}", joint.words(), bone.words())).collect();
    if !holds.is_empty() {
        told.push(format!("Touching: {}.", holds.join(", ")));
    }
    let moved = moved(way, place);
    if !moved.is_empty() {
        told.push(format!("Moved: {}.", moved.join(", ")));
    }
    told.join(" ")
}

/// The bones of which an end has moved, the largest: limbs by their name, the rest by its own.
fn moved(way: &PosedWay, place: usize) -> Vec<&'static str> {
    let Some(pose) = way.poses.get(place).filter(|_| place > 0) else { return Vec::new() };
    let is_told = |bone: &Bone| bone.ends().iter().any(|joint: &Joint| pose.joints.has(*joint));
    let is_large = |bone: &Bone| {
        !matches!(
            bone,
            Bone::LeftCollar
                | Bone::RightCollar
                | Bone::LeftPelvis
                | Bone::RightPelvis
                | Bone::LeftHand
                | Bone::RightHand
                | Bone::LeftFoot
                | Bone::RightFoot
        )
    };
    Bone::ALL.into_iter().filter(|bone| is_large(bone) && is_told(bone)).map(Bone::words).collect()
}

/// A hand: on what it lies.
pub(super) fn hand(way: &PosedWay) -> String {
    let on: Vec<&str> = way.props.iter().map(|prop| prop.thing.words()).collect();
    format!("A hand from near, on {}.", on.join(", "))
}
