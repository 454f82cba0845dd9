//! Where a body is at a moment of a phase.

use std::time::Duration;

use super::phases::PhaseKind;
use guide::model::{Body, Figure, PosedWay};

/// The way from one pose to the next takes so long, and no more than such a part of the pose.
const LONGEST_WAY: f64 = 1.5;
const WAY_PART: f64 = 0.6;

/// How a step looks.
#[derive(Debug)]
pub enum StepPicture {
    /// As a movement.
    Movement(StepMovement),
    /// As the place to press.
    Place(StepPlace),
}

/// A way of a step, as it is shown.
#[derive(Debug)]
pub struct StepMovement {
    /// The way.
    pub way: PosedWay,
    /// The body in each of its poses.
    pub bodies: Vec<Body>,
}

/// The place that a step presses.
#[derive(Debug)]
pub struct StepPlace {
    /// The figure on which it lies.
    pub figure: Figure,
    /// The code of the point.
    pub code: String,
    /// Whether it is on the side that is not drawn.
    pub is_other_side: bool,
}

/// A body at a moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// The pose in which it is, or to which it goes.
    pub pose: usize,
    /// The pose from which it comes; the same where it comes from none.
    pub from: usize,
    /// Where it is.
    pub body: Body,
    /// Whether it is on its way.
    pub is_moving: bool,
    /// Whether where it was before is shown, too, because nothing moves.
    pub shows_before: bool,
}

/// A phase, as far as it matters here.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    pub(super) kind: PhaseKind,
    pub(super) elapsed: Duration,
    pub(super) length: Duration,
    /// How often the movement is done within a hold.
    pub(super) repetitions: u16,
}

impl StepPicture {
    /// A way that is to be shown.
    pub fn of(way: PosedWay) -> Self {
        Self::Movement(StepMovement { bodies: way.bodies(), way })
    }

    /// The body at a moment. One that is `still` is where the movement leads, and a place stays where it is.
    pub(super) fn frame(&self, moment: Moment, still: bool) -> Frame {
        match self {
            Self::Movement(movement) => movement.frame(moment, still),
            Self::Place(_) => Frame { pose: 0, from: 0, body: Body::default(), is_moving: false, shows_before: false },
        }
    }
}

impl StepMovement {
    fn frame(&self, moment: Moment, still: bool) -> Frame {
        let seconds: Vec<f64> = self.way.poses.iter().map(|pose| f64::from(pose.seconds)).collect();
        let own: f64 = seconds.iter().sum();
        let (elapsed, length) = (moment.elapsed.as_secs_f64(), moment.length.as_secs_f64());
        let (pose, from, part) = match moment.kind {
            _ if still || seconds.len() < 2 => (longest(&seconds), 0, 1.0),
            PhaseKind::Hold { .. } => {
                let repetitions = repetitions(&seconds, length, moment.repetitions);
                at(&in_tempo(&seconds, length / repetitions), elapsed)
            }
            // Back to where the next one begins.
            PhaseKind::Release => (0, seconds.len() - 1, (elapsed / LONGEST_WAY).min(1.0)),
            // What comes is shown beforehand.
            PhaseKind::Breathe | PhaseKind::Prepare | PhaseKind::ChangeSides if own > 0.0 => at(&seconds, elapsed),
            _ => (0, 0, 1.0),
        };
        let body = match (self.bodies.get(from), self.bodies.get(pose)) {
            (Some(before), Some(body)) if part < 1.0 => before.towards(body, eased(part)),
            (_, body) => body.cloned().unwrap_or_default(),
        };
        Frame { pose, from, body, is_moving: part < 1.0 && from != pose, shows_before: still }
    }
}

/// The pose in which a body stays longest; of equals the last.
fn longest(seconds: &[f64]) -> usize {
    let places = seconds.iter().enumerate();
    places.max_by(|(_, one), (_, other)| one.total_cmp(other)).map_or(0, |(place, _)| place)
}

/// How often the poses are gone through in a hold: as often as is told; else, where no pose is held longer than the others, as
/// often as their own tempo has room.
fn repetitions(seconds: &[f64], length: f64, told: u16) -> f64 {
    let most = seconds.iter().copied().fold(0.0, f64::max);
    let is_held = seconds.iter().filter(|pose| **pose >= most).count() == 1;
    let own = seconds.iter().sum::<f64>().max(1.0);
    let told = f64::from(told.max(1));
    if is_held || told > 1.0 { told } else { (length / own).round().max(1.0) }
}

/// The poses in so many seconds: the one that is held gets what the others leave; where that is nothing, all go faster, and
/// where none is held, all go alike.
fn in_tempo(seconds: &[f64], length: f64) -> Vec<f64> {
    let own: f64 = seconds.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let held = longest(seconds);
    let most = seconds.get(held).copied().unwrap_or_default();
    let is_held = seconds.iter().filter(|pose| **pose >= most).count() == 1;
    let left = length - (own - most);
    let place = |(place, pose): (usize, &f64)| match is_held && left >= 1.0 {
        true if place == held => left,
        true => *pose,
        false => pose * length / own,
    };
    seconds.iter().enumerate().map(place).collect()
}

/// The pose at a time, the one before it, and which part of the way is behind.
fn at(seconds: &[f64], elapsed: f64) -> (usize, usize, f64) {
    let round: f64 = seconds.iter().sum::<f64>().max(f64::MIN_POSITIVE);
    let is_first_round = elapsed < round;
    // What is over of whole rounds.
    let mut left = elapsed - (elapsed / round).trunc() * round;
    for (pose, stays) in seconds.iter().enumerate() {
        if left < *stays || pose + 1 == seconds.len() {
            let way = LONGEST_WAY.min(stays * WAY_PART).max(f64::MIN_POSITIVE);
            let from = if pose > 0 {
                pose - 1
            } else if is_first_round {
                pose
            } else {
                seconds.len() - 1
            };
            return (pose, from, (left / way).min(1.0));
        }
        left -= stays;
    }
    (0, 0, 1.0)
}

/// Slow at both ends.
fn eased(part: f64) -> f64 {
    part * part * (3.0 - 2.0 * part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pose_that_is_held_gets_what_time_the_others_leave() {
        assert_eq!(in_tempo(&[2.0, 6.0], 20.0), [2.0, 18.0]);
        assert_eq!(in_tempo(&[2.0, 6.0], 2.0), [0.5, 1.5]);
        assert_eq!(in_tempo(&[1.0, 1.0], 4.0), [2.0, 2.0]);
    }

    #[test]
    fn what_is_not_held_goes_on_in_its_own_tempo() {
        assert_eq!(format!("{}", repetitions(&[1.0, 1.0, 1.0, 1.0], 120.0, 1)), "30");
        assert_eq!(format!("{}", repetitions(&[2.0, 6.0], 30.0, 1)), "1");
        assert_eq!(format!("{}", repetitions(&[2.0, 6.0], 30.0, 5)), "5");
    }

    #[test]
    fn a_movement_begins_where_it_is_and_comes_round_again() {
        assert_eq!(at(&[4.0, 4.0], 0.0), (0, 0, 0.0));
        assert_eq!(at(&[4.0, 4.0], 4.75), (1, 0, 0.5));
        assert_eq!(at(&[4.0, 4.0], 7.5), (1, 0, 1.0));
        assert_eq!(at(&[4.0, 4.0], 8.0), (0, 1, 0.0));
    }
}
