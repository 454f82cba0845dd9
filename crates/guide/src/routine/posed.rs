//! How a step of a routine looks.

use super::step::{Side, Step};
use crate::model::{Hand, PosedWay, Poses, unmarked};

/// How a step looks, for its side; `None` where nobody has drawn it. A step is made of what screening permits, and so is this.
pub fn step_picture(step: &Step, poses: Poses) -> Option<PosedWay> {
    step.entry.as_ref().filter(|entry| entry.id == poses.id)?;
    let way = poses.ways.into_open().into_iter().find(|way| unmarked(&way.label) == unmarked(&step.way))?;
    let side = step.side.map(|side| match side {
        Side::Left => Hand::Left,
        Side::Right => Hand::Right,
    });
    let is_other = side.zip(way.side()).is_some_and(|(wanted, drawn)| wanted != drawn);
    Some(if is_other { way.mirrored() } else { way })
}
