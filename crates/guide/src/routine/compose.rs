//! Chooses what fits into the time, and how much of each.

use std::collections::BTreeMap;

use super::candidate::{Candidate, FittingWay, Gathered, Gatherer};
use super::left_out::{LeftOut, Reason};
use super::repertoire::Repertoire;
use super::request::Request;
use super::step::{Routine, Stage};
use super::timing::{Chosen, Plan, shortest};
use crate::model::{NamedRoutine, Position, RoutineFrame};
use crate::shelf::CatalogueError;

/// The order in which stages take turns until the time is used up. What comes early has the first claim on it.
const TURNS: [Stage; 14] = {
    use Stage::{Press, Rest, Stretch, WarmUp};
    [Press, Stretch, WarmUp, Press, Press, Stretch, Rest, Press, Stretch, Press, Stretch, Press, Stretch, Stretch]
};

/// The stages in which what is left over takes its turn.
const LEFT_OVER: [Stage; 4] = [Stage::Press, Stage::Stretch, Stage::WarmUp, Stage::Rest];

/// Composes a routine: one that has a name, or out of everything that this reader may do and that fits.
///
/// It is never longer than was asked for. The same question gives the same routine.
///
/// # Errors
/// The frame of all routines cannot be parsed. An empty routine is none: see [`Routine::steps`].
pub fn compose(
    repertoire: &Repertoire<'_>,
    request: &Request<'_>,
    named: Option<&NamedRoutine>,
) -> Result<Routine, CatalogueError> {
    let gatherer = Gatherer { repertoire, request };
    let Gathered { mut candidates, mut left_out } =
        named.map_or_else(|| gatherer.all(), |named| gatherer.named(&named.steps));
    if named.is_none() {
        put_in_order(&mut candidates, request);
    }
    let frame = repertoire.catalogue.routine_frame()?;
    let budget = u32::from(request.minutes) * 60;
    let begin_in = request.place.and_then(|place| place.positions.first().copied()).unwrap_or(Position::Standing);
    let mut plan =
        Plan { chosen: Vec::new(), arrive: shortest(&frame.arrive), rest: shortest(&frame.rest), sides: request.sides };
    let settled = settle(&candidates, begin_in);
    left_out.extend(select_most(&settled, &mut plan, budget, frame));
    fill(&mut plan, budget, frame);
    left_out.sort_unstable();
    let steps = if plan.chosen.is_empty() { Vec::new() } else { plan.steps(frame, begin_in) };
    Ok(Routine {
        id: named.map(|named| named.id.clone()),
        title: named.map_or_else(|| title(request), |named| named.title.clone()),
        asked_seconds: budget,
        steps,
        left_out,
    })
}

fn title(request: &Request<'_>) -> String {
    request.place.map_or_else(|| "A routine".to_owned(), |place| format!("A routine {}", place.title))
}

/// Stage after stage. Points from the back to the foot; stretches by position, so that nobody turns over for each.
fn put_in_order(candidates: &mut [Candidate], request: &Request<'_>) {
    let stance = |candidate: &Candidate| {
        let position = candidate.ways.first().and_then(|way| way.positions.first());
        let order = request.place.map_or(Position::ALL.as_slice(), |place| &place.positions);
        order.iter().position(|known| Some(known) == position).unwrap_or(order.len())
    };
    candidates.sort_by_cached_key(|candidate| {
        let stance = if candidate.stage == Stage::Press { 0 } else { stance(candidate) };
        (candidate.stage, stance, candidate.rank, candidate.name.id.clone())
    });
}

/// Settles the way and position of each candidate: where it can be done as the one before is, nobody has to move.
fn settle(candidates: &[Candidate], begin_in: Position) -> Vec<Chosen<'_>> {
    let mut position = begin_in;
    let mut settled = Vec::new();
    for candidate in candidates {
        let stays = |way: &&FittingWay| way.positions.contains(&position);
        let staying = candidate.ways.iter().filter(|_| !candidate.in_that_order).find(stays);
        let Some(way) = staying.or(candidate.ways.first()) else { continue };
        if !stays(&way) {
            position = way.positions.first().copied().unwrap_or(position);
        }
        settled.push(Chosen::new(candidate, way, position));
    }
    settled
}

/// Selects; and where one thing took all the time, sees whether more than one fits without it: then it is that which is
/// left out. A short routine is better for several small things than for one.
fn select_most<'k>(settled: &[Chosen<'k>], plan: &mut Plan<'k>, budget: u32, frame: &RoutineFrame) -> Vec<LeftOut> {
    let empty = plan.clone();
    let left_out = select(settled, plan, budget, frame);
    let [only] = plan.chosen.as_slice() else { return left_out };
    let only = only.candidate.name.clone();
    let others: Vec<Chosen<'k>> = settled.iter().filter(|it| it.candidate.name != only).copied().collect();
    let mut without = empty;
    let mut left_out_then = select(&others, &mut without, budget, frame);
    if without.chosen.len() < 2 {
        return left_out;
    }
    *plan = without;
    left_out_then.push(LeftOut::of(Reason::Time, only));
    left_out_then
}

/// Takes candidates in turns, each with its least amount, as long as there is time; returns the others.
fn select<'k>(settled: &[Chosen<'k>], plan: &mut Plan<'k>, budget: u32, frame: &RoutineFrame) -> Vec<LeftOut> {
    let mut taken: Vec<usize> = Vec::new();
    let mut left_out = Vec::new();
    let mut queues = Queues::new(settled);
    let turns = TURNS.into_iter().map(|stage| (stage, 1));
    let all = LEFT_OVER.into_iter().map(|stage| (stage, usize::MAX));
    for (stage, at_most) in turns.chain(all) {
        for place in queues.take(stage, at_most) {
            let mut places = taken.clone();
            places.push(place);
            places.sort_unstable();
            let chosen = places.iter().filter_map(|place| settled.get(*place).copied()).collect();
            let larger = Plan { chosen, ..plan.clone() };
            let Some(candidate) = settled.get(place).map(|it| it.candidate) else { continue };
            let reason = if stage == Stage::Press && is_too_much_pressing(&larger, frame) {
                Reason::Enough
            } else if larger.seconds() > budget {
                Reason::Time
            } else {
                (taken, *plan) = (places, larger);
                continue;
            };
            left_out.push(LeftOut::of(reason, candidate.name.clone()));
        }
    }
    left_out
}

fn is_too_much_pressing(plan: &Plan<'_>, frame: &RoutineFrame) -> bool {
    let points = plan.chosen.iter().filter(|it| it.candidate.stage == Stage::Press).count();
    points > frame.points_at_most || plan.pressing_seconds() > frame.pressing_seconds_at_most.into()
}

/// Candidates of each stage, one of each place of the body before the second of any.
struct Queues {
    by_stage: Vec<(Stage, Vec<usize>)>,
}

impl Queues {
    fn new(settled: &[Chosen<'_>]) -> Self {
        let mut by_stage: Vec<(Stage, Vec<usize>)> = Vec::new();
        for stage in LEFT_OVER {
            // How many of the same place come before it, then its own order.
            let mut ranked: Vec<(usize, usize, usize)> = Vec::new();
            let mut of_place: BTreeMap<(usize, Option<&str>), usize> = BTreeMap::new();
            for (place, chosen) in settled.iter().enumerate().filter(|(_, it)| it.candidate.stage == stage) {
                let before = of_place.entry(place_of_body(chosen.candidate)).or_default();
                ranked.push((*before, chosen.candidate.rank, place));
                *before += 1;
            }
            ranked.sort_unstable();
            by_stage.push((stage, ranked.into_iter().map(|(_, _, place)| place).collect()));
        }
        Self { by_stage }
    }

    fn take(&mut self, stage: Stage, at_most: usize) -> Vec<usize> {
        let queue = self.by_stage.iter_mut().find(|(known, _)| *known == stage);
        queue.map(|(_, queue)| queue.drain(..at_most.min(queue.len())).collect()).unwrap_or_default()
    }
}

/// Its area, where it is a point; else its first region.
fn place_of_body(candidate: &Candidate) -> (usize, Option<&str>) {
    match candidate.stage {
        Stage::Press => (candidate.rank, None),
        _ => (0, candidate.regions.first().map(String::as_str)),
    }
}

/// Longer walks and rests grow in small portions, so that they share what is left; in seconds.
const PORTION: u32 = 5;

/// Uses the time that is left: more of each in turns, then longer walks and rests, then a longer beginning and end.
fn fill(plan: &mut Plan<'_>, budget: u32, frame: &RoutineFrame) {
    grow(plan, budget, frame);
    lengthen(plan, budget);
    let spare = budget.saturating_sub(plan.seconds());
    plan.rest = longer(plan.rest, spare, frame.rest.seconds.max);
    let spare = budget.saturating_sub(plan.seconds());
    plan.arrive = longer(plan.arrive, spare, frame.arrive.seconds.max);
}

/// More of each in turns. What that adds is counted step by step: a sum over all at each trial would take long.
fn grow(plan: &mut Plan<'_>, budget: u32, frame: &RoutineFrame) {
    // Walks and rests first, of which more does no harm.
    let lasts = |place: &usize| plan.chosen.get(*place).is_some_and(|it| it.way.course.lasts());
    let (mut order, others): (Vec<usize>, Vec<usize>) = (0..plan.chosen.len()).partition(lasts);
    order.extend(others);
    let (mut seconds, mut pressing) = (plan.seconds(), plan.pressing_seconds());
    let sides = plan.sides;
    let mut grew = true;
    while grew {
        grew = false;
        for place in order.iter().copied() {
            let Some(chosen) = plan.chosen.get_mut(place) else { continue };
            let Some(more) = chosen.way.course.more(chosen.amount) else { continue };
            let larger = Chosen { amount: more, ..*chosen };
            let in_all = seconds + larger.doing_seconds(sides) - chosen.doing_seconds(sides);
            let pressed = pressing + larger.pressing_seconds(sides) - chosen.pressing_seconds(sides);
            if in_all <= budget && pressed <= frame.pressing_seconds_at_most.into() {
                (*chosen, seconds, pressing) = (larger, in_all, pressed);
                grew = true;
            }
        }
    }
}

/// Longer walks and rests, a portion at a time.
fn lengthen(plan: &mut Plan<'_>, budget: u32) {
    let mut seconds = plan.seconds();
    let sides = plan.sides;
    let mut grew = true;
    while grew {
        grew = false;
        for chosen in plan.chosen.iter_mut().filter(|it| it.way.course.lasts()) {
            let spare = budget.saturating_sub(seconds) / chosen.count_sides(sides).max(1);
            let amount = chosen.way.course.longer(chosen.amount, spare.min(PORTION));
            let longer = Chosen { amount, ..*chosen };
            grew |= amount != chosen.amount;
            seconds = seconds + longer.doing_seconds(sides) - chosen.doing_seconds(sides);
            *chosen = longer;
        }
    }
}

fn longer(seconds: u32, spare: u32, most: u16) -> u32 {
    (seconds + spare).min(u32::from(most)).max(seconds)
}
