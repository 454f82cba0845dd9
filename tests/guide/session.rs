//! A routine with a clock: the state machine by itself, and run on a stage.

use std::collections::HashMap;
use std::time::Duration;

use guide::model::{Basis, Claim, Kind, NamedRoutine, Position};
use guide::routine::{
    EntryName, Holds, Repertoire, Request, Routine, Side, Sides, Stage as RoutineStage, Step, compose,
};
use guide::screening::Profile;
use guide::shelf::Catalogue;
use proptest::prelude::*;
use sciatica::session::{
    Bell, Effect, Ending, Engine, Event, Feeling, Input, Look, Phase, PhaseKind, Session, SessionOutcome,
    SessionProgress, phases, run,
};
use sciatica::world::{Happening, Key, Signal};

use crate::stage::{Act, Did, Emulator, LOST, SUSPENDED, Stage};

// What is done

fn catalogue() -> Catalogue {
    Catalogue::bundled(sciatica::bundle()).unwrap()
}

/// Composes a routine for somebody who declared nothing.
fn composed(
    catalogue: &Catalogue,
    named: Option<&NamedRoutine>,
    place: Option<&str>,
    minutes: u16,
    sides: Sides,
) -> Routine {
    let place = named.and_then(|it| it.place.as_deref()).or(place);
    let places = &catalogue.routine_frame().unwrap().places;
    let request = Request {
        minutes,
        place: place.map(|id| places.iter().find(|place| place.id == id).unwrap()),
        region: None,
        sides,
        at_hand: named.map(|named| named.at_hand.clone()).unwrap_or_default(),
        partner: false,
        gentle: false,
    };
    let reader = catalogue.reader(Profile::new(Vec::new(), Vec::new())).unwrap();
    let repertoire = Repertoire::whole(catalogue, &reader).unwrap();
    compose(&repertoire, &request, named).unwrap()
}

/// Five minutes: arrive, a warm-up, both sides of a point, rest.
fn sample() -> Routine {
    let hold = |count, each, between| Holds { count, each, between };
    let named = |title: &str, about: &str, step: Step| {
        let entry = step.entry.map(|entry| EntryName { title: title.to_owned(), ..entry });
        Step { title: title.to_owned(), entry, instruction: vec![claim(about)], ..step }
    };
    let breathe = "Find a position that eases your back and leg. Let your breath become slow and easy.";
    let tilt = "Tuck your tailbone under, so that the low back comes towards the wall. Let go slowly.";
    let press = "Curl your toes. The place is the dip in the sole. Make small slow circles in the dip.";
    let thumb = Step { pressure: Some(3), ..step(RoutineStage::Press, true, hold(2, 30, 5)) };
    let sole = |side, other_side, setup| {
        named("KD1 Bubbling Spring", press, Step { side: Some(side), other_side, setup, ..thumb.clone() })
    };
    let tilting = Step { setup: 25, repetitions: Some(10), ..step(RoutineStage::WarmUp, true, hold(1, 40, 0)) };
    let mut steps = vec![
        named("Arrive and breathe", breathe, step(RoutineStage::Arrive, false, hold(1, 23, 0))),
        named("Pelvic tilt", tilt, tilting),
        Step { moves: true, position: Position::Sitting, ..sole(Side::Left, false, 48) },
        sole(Side::Right, true, 6),
        named("Rest a moment", breathe, step(RoutineStage::Rest, false, hold(1, 28, 0))),
    ];
    let mut start = 0;
    for step in &mut steps {
        step.start = start;
        start += step.seconds();
    }
    assert_eq!(start, 300);
    Routine { id: None, title: "A sample".to_owned(), asked_seconds: start, steps, left_out: Vec::new() }
}

/// Every routine that has a name, and one for each place.
fn bundled_routines() -> Vec<Routine> {
    let catalogue = catalogue();
    let named = catalogue.index().routines().map(|row| catalogue.named_routine(row.id).unwrap());
    let named = named.map(|named| composed(&catalogue, Some(&named), None, named.minutes, Sides::Both));
    let places = catalogue.routine_frame().unwrap().places.iter().map(|place| Some(place.id.as_str())).chain([None]);
    let sides = [Sides::Both, Sides::Left];
    let anywhere = places.flat_map(|place| sides.map(|side| composed(&catalogue, None, place, 15, side)));
    let routines: Vec<Routine> = named.chain(anywhere).collect();
    assert!(routines.len() >= 12 && routines.iter().all(|it| it.steps.len() > 3), "{routines:?}");
    routines
}

fn phases_of(routine: &Routine) -> Vec<Phase> {
    phases(routine, &|_| "firm and comfortable")
}

fn seconds(seconds: u32) -> Duration {
    Duration::from_secs(seconds.into())
}

fn millis(millis: u64) -> Duration {
    Duration::from_millis(millis)
}

/// Something to do in a routine that was never composed.
#[derive(Debug, Clone)]
struct Doing {
    stage: RoutineStage,
    each_side: bool,
    setup: u32,
    change: u32,
    holds: Holds,
}

fn claim(text: &str) -> Claim {
    Claim { text: text.to_owned(), sources: Vec::new(), basis: Basis::Editorial, why: None }
}

fn step(stage: RoutineStage, entry: bool, holds: Holds) -> Step {
    let entry = entry.then(|| EntryName { kind: Kind::Stretch, id: "bow".to_owned(), title: "Bow".to_owned() });
    Step {
        stage,
        entry,
        title: "Bow".to_owned(),
        way: String::new(),
        position: Position::Standing,
        moves: false,
        side: None,
        other_side: false,
        start: 0,
        setup: 0,
        holds,
        repetitions: None,
        pressure: None,
        instruction: vec![claim("Bow to the wall.")],
        level: None,
        limits: Vec::new(),
        regions: Vec::new(),
    }
}

fn routine_of(doings: &[Doing]) -> Routine {
    let breathe = |stage| step(stage, false, Holds { count: 1, each: 20, between: 0 });
    let mut steps = vec![breathe(RoutineStage::Arrive)];
    for doing in doings {
        let sides: &[Option<Side>] = if doing.each_side { &[Some(Side::Left), Some(Side::Right)] } else { &[None] };
        for (place, side) in sides.iter().enumerate() {
            let setup = if place > 0 { doing.change } else { doing.setup };
            steps.push(Step { side: *side, other_side: place > 0, setup, ..step(doing.stage, true, doing.holds) });
        }
    }
    steps.push(breathe(RoutineStage::Rest));
    let mut start = 0;
    for step in &mut steps {
        step.start = start;
        start += step.seconds();
    }
    Routine { id: None, title: "Bows".to_owned(), asked_seconds: start, steps, left_out: Vec::new() }
}

fn any_doing() -> impl Strategy<Value = Doing> {
    let stage = prop_oneof![Just(RoutineStage::WarmUp), Just(RoutineStage::Press), Just(RoutineStage::Stretch)];
    let holds = (1_u16..4, 1_u32..90, 0_u32..8).prop_map(|(count, each, between)| Holds { count, each, between });
    (stage, any::<bool>(), 0_u32..40, 0_u32..20, holds).prop_map(|(stage, each_side, setup, change, holds)| Doing {
        stage,
        each_side,
        setup,
        change,
        holds,
    })
}

fn any_routine() -> impl Strategy<Value = Routine> {
    prop::collection::vec(any_doing(), 0..5).prop_map(|doings| routine_of(&doings))
}

fn any_input() -> impl Strategy<Value = Input> {
    let moves = prop_oneof![Just(Input::Pause), Just(Input::Next), Just(Input::Back), Just(Input::Repeat)];
    prop_oneof![12 => moves, 3 => Just(Input::Away), 1 => Just(Input::Hurts), 1 => Just(Input::Quit)]
}

/// How long it is until the next look at the clock: mostly as in a session, at times far longer.
fn any_while() -> impl Strategy<Value = Duration> {
    prop_oneof![8 => 0_u64..400, 4 => 0_u64..5_000, 1 => 0_u64..200_000].prop_map(millis)
}

/// Advances without a key, a tenth of a second at a time, until the end; gives each effect with its time.
fn carried_on(engine: &mut Engine, now: &mut Duration) -> Vec<(Duration, Effect)> {
    let mut effects = Vec::new();
    while !effects.iter().any(|(_, effect)| matches!(effect, Effect::End(_))) {
        assert!(*now < Duration::from_secs(36_000), "it never ends: {engine:?}");
        *now += millis(100);
        effects.extend(engine.advance(*now, None).into_iter().map(|effect| (*now, effect)));
    }
    effects
}

fn began(effects: &[(Duration, Effect)]) -> Vec<usize> {
    let place = |(_, effect): &(Duration, Effect)| match effect {
        Effect::Tell(Event::Began(place)) => Some(*place),
        _ => None,
    };
    effects.iter().filter_map(place).collect()
}

/// What a hold of each step is worth, of a session that was done to its end.
fn whole(routine: &Routine) -> SessionProgress {
    let held = routine.steps.iter().map(|step| seconds(step.holds.work())).collect();
    let all = vec![true; routine.steps.len()];
    SessionProgress { held, finished: all.clone(), begun: all }
}

/// Nobody held one side for longer than the other.
fn assert_equal_sides(routine: &Routine, progress: &SessionProgress) {
    let mut sides: HashMap<(&str, &str), [Duration; 2]> = HashMap::new();
    let mut both = 0;
    for (step, held) in routine.steps.iter().zip(&progress.held) {
        let Some(side) = step.side else { continue };
        both += 1;
        sides.entry((&step.title, &step.way)).or_default()[usize::from(side == Side::Right)] += *held;
    }
    assert_eq!(sides.is_empty(), both == 0);
    for (what, [left, right]) in sides {
        assert_eq!(left, right, "{what:?}");
    }
}

// The state machine

#[test]
fn the_phases_of_every_bundled_routine_add_up_to_it() {
    for routine in bundled_routines() {
        let phases = phases_of(&routine);
        assert_eq!(phases.iter().map(|phase| phase.seconds).sum::<u32>(), routine.seconds(), "{}", routine.title);
        assert!(routine.seconds() <= routine.asked_seconds, "{}", routine.title);
        let mut at = 0;
        for (place, step) in routine.steps.iter().enumerate() {
            assert_eq!(step.start, at, "{}: {}", routine.title, step.title);
            let of_step = phases.iter().filter(|phase| phase.step == place);
            at += of_step.map(|phase| phase.seconds).sum::<u32>();
        }
        assert!(phases.iter().all(|phase| !phase.say.trim().is_empty()), "{phases:?}");
    }
}

#[test]
fn every_bundled_routine_done_to_its_end_holds_both_sides_alike() {
    for routine in bundled_routines() {
        let (mut engine, first) = Engine::begin(phases_of(&routine), Duration::ZERO);
        let mut effects: Vec<_> = first.into_iter().map(|effect| (Duration::ZERO, effect)).collect();
        let mut now = Duration::ZERO;
        effects.extend(carried_on(&mut engine, &mut now));
        assert_eq!(now, seconds(routine.seconds()), "{}", routine.title);
        let places: Vec<usize> = (0..phases_of(&routine).len()).collect();
        assert_eq!(began(&effects), places, "{}", routine.title);
        assert_eq!(engine.progress(), &whole(&routine), "{}", routine.title);
        if routine.steps.iter().any(|step| step.other_side) {
            assert_equal_sides(&routine, engine.progress());
        } else {
            assert!(routine.steps.iter().all(|step| step.side != Some(Side::Right)), "{}", routine.title);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn phases_add_up_to_any_routine(routine in any_routine()) {
        let phases = phases_of(&routine);
        prop_assert_eq!(phases.iter().map(|phase| phase.seconds).sum::<u32>(), routine.seconds());
        let places: Vec<usize> = phases.iter().map(|phase| phase.step).collect();
        prop_assert!(places.is_sorted());
        for phase in &phases {
            prop_assert!(phase.cues.iter().all(|cue| cue.left < phase.seconds), "{:?}", phase);
            prop_assert!(phase.cues.is_sorted_by(|one, next| one.left > next.left), "{:?}", phase);
        }
    }

    #[test]
    fn time_is_never_negative_and_never_more_than_there_is(
        routine in any_routine(),
        script in prop::collection::vec((any_while(), prop::option::of(any_input())), 1..120),
    ) {
        let phases = phases_of(&routine);
        let (mut engine, first) = Engine::begin(phases.clone(), Duration::ZERO);
        prop_assert!(!first.is_empty());
        let (mut now, mut over, mut reached) = (Duration::ZERO, false, 0);
        for (time, input) in script {
            now += time;
            let was_paused = engine.is_paused();
            let before = engine.elapsed();
            let effects = engine.advance(now, input);
            let ends = effects.iter().filter(|effect| matches!(effect, Effect::End(_))).count();
            if over {
                prop_assert!(effects.is_empty(), "after the end: {:?}", effects);
                continue;
            }
            prop_assert!(ends <= 1);
            over = ends == 1;
            prop_assert!(!over || matches!(effects.last(), Some(Effect::End(_))), "{:?}", effects);
            if let Some(phase) = engine.phase() {
                prop_assert!(engine.left() <= seconds(phase.seconds), "{:?}", engine);
                prop_assert_eq!(engine.left() + engine.elapsed_in_phase(), seconds(phase.seconds));
            } else {
                prop_assert!(over);
            }
            prop_assert!(engine.elapsed() <= engine.total());
            // A single look at the clock may lead to a step and away from it again.
            let begun = effects.iter().filter_map(|it| if let Effect::Tell(Event::Began(place)) = it { Some(*place) } else { None });
            reached = begun.chain([engine.place(), reached]).max().unwrap_or_default();
            if was_paused && input.is_none() {
                prop_assert_eq!(engine.elapsed(), before, "a pause adds progress");
                prop_assert!(effects.is_empty(), "{:?}", effects);
            }
            if !matches!(input, Some(Input::Back | Input::Repeat)) {
                prop_assert!(engine.elapsed() >= before, "{:?} goes back", input);
            }
            // Nothing was held in a step to which it never came.
            let to = phases.get(reached).map_or(routine.steps.len(), |phase| phase.step + 1);
            prop_assert!(engine.progress().held[to..].iter().all(Duration::is_zero), "{:?}", engine.progress());
            prop_assert!(engine.progress().finished[to..].iter().all(|finished| !finished), "{:?}", engine.progress());
        }
    }

    #[test]
    fn each_side_of_each_step_comes_exactly_once_however_often_it_pauses(
        routine in any_routine(),
        script in prop::collection::vec(
            (any_while(), prop::option::of(prop_oneof![Just(Input::Pause), Just(Input::Away)])),
            0..60,
        ),
    ) {
        let phases = phases_of(&routine);
        let (mut engine, first) = Engine::begin(phases.clone(), Duration::ZERO);
        let mut effects: Vec<_> = first.into_iter().map(|effect| (Duration::ZERO, effect)).collect();
        let mut now = Duration::ZERO;
        for (time, input) in script {
            now += time;
            effects.extend(engine.advance(now, input).into_iter().map(|effect| (now, effect)));
        }
        if engine.is_paused() {
            effects.extend(engine.advance(now, Some(Input::Pause)).into_iter().map(|effect| (now, effect)));
        }
        if !effects.iter().any(|(_, effect)| matches!(effect, Effect::End(_))) {
            effects.extend(carried_on(&mut engine, &mut now));
        }
        prop_assert_eq!(began(&effects), (0..phases.len()).collect::<Vec<_>>());
        let sides: Vec<_> = began(&effects).into_iter().map(|place| &phases[place])
            .filter(|phase| matches!(phase.kind, PhaseKind::Prepare | PhaseKind::ChangeSides))
            .map(|phase| (phase.step, phase.side)).collect();
        let expected: Vec<_> = routine.steps.iter().enumerate().filter(|(_, step)| step.entry.is_some())
            .map(|(place, step)| (place, step.side)).collect();
        prop_assert_eq!(sides, expected);
        prop_assert_eq!(engine.progress(), &whole(&routine));
        assert_equal_sides(&routine, engine.progress());
        prop_assert_eq!(engine.elapsed(), engine.total());
    }

    #[test]
    fn a_pause_of_any_length_changes_nothing_that_is_done(
        routine in any_routine(),
        at in 0_u64..60_000,
        pauses in prop::collection::vec(0_u64..10_000_000, 2),
        away in any::<bool>(),
    ) {
        let at = millis(at).min(seconds(routine.seconds()) / 2);
        let done = |pause: u64| {
            let (mut engine, _) = Engine::begin(phases_of(&routine), Duration::ZERO);
            engine.advance(at, None);
            if away {
                engine.advance(at + millis(pause), Some(Input::Away));
            } else {
                engine.advance(at, Some(Input::Pause));
            }
            let mut now = at + millis(pause);
            engine.advance(now, None);
            let paused = (engine.place(), engine.left(), engine.elapsed());
            engine.advance(now, Some(Input::Pause));
            let go_on = now;
            let effects = carried_on(&mut engine, &mut now);
            let effects: Vec<_> = effects.into_iter().map(|(at, effect)| (at.abs_diff(go_on), effect)).collect();
            (paused, effects, engine.progress().clone())
        };
        prop_assert_eq!(done(pauses[0]), done(pauses[1]));
    }

    #[test]
    fn each_cue_comes_at_its_second_once_or_not_at_all(
        routine in any_routine(),
        ticks in prop::collection::vec(prop_oneof![6 => 1_u64..900, 2 => 900_u64..1_100, 1 => 1_100_u64..9_000], 40),
    ) {
        let phases = phases_of(&routine);
        let mut due = Vec::new();
        let mut start = 0;
        for phase in &phases {
            start += phase.seconds;
            due.extend(phase.cues.iter().map(|cue| (seconds(start - cue.left), *cue)));
        }
        let is_cue = |text: &str| due.iter().any(|(_, cue)| cue.say == text);
        let (mut engine, _) = Engine::begin(phases.clone(), Duration::ZERO);
        let (mut now, mut said, mut told, mut looks) = (Duration::ZERO, Vec::new(), Vec::new(), Vec::new());
        for tick in ticks.iter().cycle() {
            now += millis(*tick);
            looks.push(now);
            let effects = engine.advance(now, None);
            for effect in &effects {
                match effect {
                    Effect::Say(text) if is_cue(text) => said.push((now, text.clone())),
                    Effect::Tell(Event::Cue(text)) => told.push((now, (*text).to_owned())),
                    _ => {}
                }
            }
            if effects.iter().any(|effect| matches!(effect, Effect::End(_))) {
                break;
            }
        }
        let seen = |(due, cue): &(Duration, sciatica::session::Cue)| {
            let at = looks.iter().copied().find(|look| look >= due)?;
            (at.abs_diff(*due) <= Duration::from_secs(1)).then_some((at, *cue))
        };
        let heard: Vec<_> = due.iter().filter_map(seen).collect();
        let expected: Vec<_> = heard.iter().map(|(at, cue)| (*at, cue.say.to_owned())).collect();
        prop_assert_eq!(said, expected);
        let expected: Vec<_> =
            heard.iter().filter(|(_, cue)| !cue.countdown).map(|(at, cue)| (*at, cue.say.to_owned())).collect();
        prop_assert_eq!(told, expected);
    }
}

/// One hold of so many seconds, between two pauses of 20 seconds; getting ready takes 10.
fn one_hold(each: u32) -> Routine {
    let holds = Holds { count: 1, each, between: 0 };
    routine_of(&[Doing { stage: RoutineStage::Stretch, each_side: false, setup: 10, change: 0, holds }])
}

/// Two sides of two holds of 30 seconds: 0 arrive, 20 get ready, 30 to 95 left, 101 to 166 right, then rest to 186.
fn two_sides() -> Routine {
    let holds = Holds { count: 2, each: 30, between: 5 };
    routine_of(&[Doing { stage: RoutineStage::Press, each_side: true, setup: 10, change: 6, holds }])
}

#[test]
fn a_hold_is_announced_halved_and_counted_down() {
    let (mut engine, _) = Engine::begin(phases_of(&one_hold(40)), Duration::ZERO);
    let mut now = Duration::ZERO;
    let said: Vec<_> = carried_on(&mut engine, &mut now)
        .into_iter()
        .filter_map(|(at, effect)| if let Effect::Say(text) = effect { Some((at.as_secs(), text)) } else { None })
        .collect();
    let said: Vec<(u64, &str)> = said.iter().map(|(at, text)| (*at, text.as_str())).collect();
    let expected = [(30, "Start."), (50, "Half-way."), (60, "10 seconds."), (67, "3"), (68, "2"), (69, "1")];
    assert_eq!(said[1..7], expected);
    assert!(said[0].1.starts_with("Bow.") && said[7].1.starts_with("Release slowly. Bow."), "{said:?}");
    assert_eq!(said[8], (90, "That was all."));
}

#[test]
fn short_holds_are_not_talked_over() {
    for (each, expected) in [
        (5, &[][..]),
        (8, &["3", "2", "1"]),
        (19, &["3", "2", "1"]),
        (20, &["Half-way.", "3", "2", "1"]),
        (30, &["Half-way.", "10 seconds.", "3", "2", "1"]),
    ] {
        let phases = phases_of(&one_hold(each));
        let cues: Vec<&str> = phases.iter().flat_map(|phase| &phase.cues).map(|cue| cue.say).collect();
        assert_eq!(cues, expected, "{each} s");
    }
}

#[test]
fn bells_tell_the_start_from_the_change_and_from_the_end() {
    let (mut engine, _) = Engine::begin(phases_of(&two_sides()), Duration::ZERO);
    let effects = carried_on(&mut engine, &mut Duration::from_millis(0));
    let rung: Vec<_> = effects
        .iter()
        .filter_map(|(at, effect)| if let Effect::Ring(bell) = effect { Some((at.as_secs(), *bell)) } else { None })
        .collect();
    let expected = [
        (30, Bell::Start),
        (65, Bell::Start),
        (95, Bell::ChangeSides),
        (101, Bell::Start),
        (136, Bell::Start),
        (186, Bell::Done),
    ];
    assert_eq!(rung, expected);
    assert_eq!([Bell::Start, Bell::ChangeSides, Bell::Done].map(Bell::rings), [1, 2, 3]);
}

#[test]
fn away_pauses_at_the_time_when_somebody_was_last_seen() {
    let (mut engine, _) = Engine::begin(phases_of(&two_sides()), Duration::ZERO);
    engine.advance(millis(40_250), None);
    let (place, left) = (engine.place(), engine.left());
    let effects = engine.advance(seconds(4_000), Some(Input::Away));
    assert_eq!(effects, [Effect::Hush, Effect::Tell(Event::Away)]);
    assert!(engine.is_paused());
    assert_eq!((engine.place(), engine.left()), (place, left));
    assert_eq!(left, millis(60_000 - 40_250));
    // Away again, when nothing runs, is nothing.
    assert_eq!(engine.advance(seconds(9_000), Some(Input::Away)), []);
    assert_eq!(engine.advance(seconds(9_001), Some(Input::Pause)), [Effect::Tell(Event::WentOn)]);
    engine.advance(seconds(9_000) + left + millis(999), None);
    assert_eq!(engine.place(), place);
    engine.advance(seconds(9_001) + left, None);
    assert_eq!(engine.place(), place + 1);
}

#[test]
fn it_hurts_stops_in_every_phase_and_says_so() {
    let phases = phases_of(&two_sides());
    let mut start = 0;
    for (place, phase) in phases.iter().enumerate() {
        for paused in [false, true] {
            let (mut engine, _) = Engine::begin(phases.clone(), Duration::ZERO);
            let now = seconds(start) + millis(500);
            engine.advance(now, paused.then_some(Input::Pause));
            assert_eq!(engine.place(), place);
            let effects = engine.advance(now + millis(100), Some(Input::Hurts));
            let stop = Effect::Say("Stop. Let go slowly.".to_owned());
            assert_eq!(effects, [stop, Effect::End(Ending::Hurts)], "{phase:?}");
            assert!(!engine.progress().finished[phase.step]);
            let counts = matches!(phase.kind, PhaseKind::Hold { .. } | PhaseKind::Breathe);
            let held: Duration = engine.progress().held[phase.step..].iter().sum();
            let in_this = millis(if !counts {
                0
            } else if paused {
                500
            } else {
                600
            });
            let before = phases[..place].iter().filter(|it| it.step == phase.step && it.cues == phases[4].cues);
            assert_eq!(held, in_this + seconds(30) * u32::try_from(before.count()).unwrap(), "{phase:?}");
            assert_eq!(engine.advance(now + seconds(5), Some(Input::Next)), [], "after the end");
        }
        start += phase.seconds;
    }
}

#[test]
fn the_end_is_the_end_whichever_way_it_came() {
    let inputs = [Input::Pause, Input::Next, Input::Back, Input::Repeat, Input::Hurts, Input::Quit, Input::Away];
    for last in [None, Some(Input::Quit), Some(Input::Hurts)] {
        let (mut engine, _) = Engine::begin(phases_of(&one_hold(10)), Duration::ZERO);
        let now = if last.is_some() { seconds(5) } else { seconds(60) };
        assert!(matches!(engine.advance(now, last).last(), Some(Effect::End(_))));
        let progress = engine.progress().clone();
        for input in inputs.map(Some).into_iter().chain([None]) {
            assert_eq!(engine.advance(seconds(100), input), [], "{last:?} {input:?}");
            assert_eq!(engine.progress(), &progress);
        }
    }
    let (mut engine, effects) = Engine::begin(Vec::new(), Duration::ZERO);
    assert!(effects.contains(&Effect::End(Ending::Done)), "{effects:?}");
    assert_eq!((engine.advance(seconds(9), Some(Input::Next)), engine.left()), (Vec::new(), Duration::ZERO));
}

#[test]
fn next_goes_to_the_next_step_and_back_to_this_one_or_the_one_before() {
    let phases = phases_of(&two_sides());
    let first_of = |step: usize| phases.iter().position(|phase| phase.step == step).unwrap();
    // Into a second of the session, a key, and the step to whose first phase it leads.
    for (at, input, step) in [
        (5_000, Input::Next, 1),
        (25_000, Input::Next, 2),
        (45_000, Input::Next, 2),
        (97_000, Input::Next, 3),
        (140_000, Input::Next, 3),
        (500, Input::Back, 0),
        (10_000, Input::Back, 0),
        (21_000, Input::Back, 0),
        (23_000, Input::Back, 0),
        (23_100, Input::Back, 1),
        (80_000, Input::Back, 1),
        (96_000, Input::Back, 1),
        (99_000, Input::Back, 2),
        (103_000, Input::Back, 2),
        (167_000, Input::Back, 2),
        (175_000, Input::Back, 3),
    ] {
        let (mut engine, _) = Engine::begin(phases.clone(), Duration::ZERO);
        engine.advance(millis(at), None);
        let effects = engine.advance(millis(at), Some(input));
        let place = first_of(step);
        assert_eq!(engine.place(), place, "{input:?} at {at} ms");
        assert_eq!(engine.left(), seconds(phases[place].seconds), "{input:?} at {at} ms");
        assert!(effects.contains(&Effect::Tell(Event::Began(place))), "{effects:?}");
        assert!(effects.contains(&Effect::Say(phases[place].say.clone())), "{effects:?}");
    }
    let (mut engine, _) = Engine::begin(phases, Duration::ZERO);
    engine.advance(seconds(170), None);
    assert_eq!(engine.advance(seconds(170), Some(Input::Next)).last(), Some(&Effect::End(Ending::Done)));
    assert_eq!(engine.progress().finished, [true, true, true, false]);
}

#[test]
fn what_was_skipped_is_not_counted_as_done() {
    let (mut engine, _) = Engine::begin(phases_of(&two_sides()), Duration::ZERO);
    engine.advance(seconds(40), None);
    engine.advance(seconds(40), Some(Input::Next));
    carried_on(&mut engine, &mut seconds(40));
    assert_eq!(engine.progress().held, [20, 10, 60, 20].map(seconds));
    assert_eq!(engine.progress().finished, [true, false, true, true]);
}

#[test]
fn said_again_is_the_instruction_with_all_the_time_that_it_takes() {
    let phases = phases_of(&two_sides());
    let (mut engine, _) = Engine::begin(phases.clone(), Duration::ZERO);
    engine.advance(seconds(28), None);
    let effects = engine.advance(seconds(28), Some(Input::Repeat));
    assert!(effects.contains(&Effect::Say(phases[1].say.clone())), "{effects:?}");
    assert_eq!((engine.place(), engine.left()), (1, seconds(10)));
    // Within a hold the clock goes on.
    engine.advance(seconds(48), None);
    let (place, left) = (engine.place(), engine.left());
    let effects = engine.advance(seconds(48), Some(Input::Repeat));
    let again = [Effect::Say(phases[place].words.text()), Effect::Tell(Event::Again)];
    assert_eq!(effects, again);
    assert!(phases[place].words.text().contains("Bow to the wall."), "{:?}", phases[place]);
    assert_eq!((engine.place(), engine.left()), (place, left));
}

#[test]
fn said_again_on_the_second_side_is_the_whole_instruction_and_no_release() {
    for phase in phases_of(&two_sides()).iter().filter(|phase| matches!(phase.kind, PhaseKind::Hold { .. })) {
        assert!(!phase.words.text().contains("Release slowly."), "{phase:?}");
        assert!(phase.words.text().len() > "Now the right side.".len() * 2, "{phase:?}");
    }
}

#[test]
fn deadlines_do_not_drift() {
    let routine = routine_of(&vec![
        Doing {
            stage: RoutineStage::Press,
            each_side: true,
            setup: 7,
            change: 5,
            holds: Holds { count: 2, each: 11, between: 3 },
        };
        6
    ]);
    assert!(seconds(routine.seconds()) > millis(370_000), "{}", routine.seconds());
    let (mut engine, _) = Engine::begin(phases_of(&routine), seconds(17));
    for tick in 1..=10_000 {
        engine.advance(seconds(17) + millis(37) * tick, None);
        assert_eq!(engine.elapsed(), millis(37) * tick);
    }
}

// On a stage

const SCREEN: Look = Look { plain: false, unicode: true, bell: true, still: false };
const PLAIN: Look = Look { plain: true, ..SCREEN };

fn stop_lines() -> Vec<String> {
    catalogue().routine_frame().unwrap().stop_lines.clone()
}

/// Runs a routine on a stage, at once.
fn held(stage: &mut Stage, routine: &Routine, look: Look) -> SessionOutcome {
    if !look.plain {
        stage.begins_at_once();
    }
    offered(stage, routine, look)
}

/// Runs a routine on a stage, as soon as somebody begins.
fn offered(stage: &mut Stage, routine: &Routine, look: Look) -> SessionOutcome {
    let stop_lines = stop_lines();
    let session = Session {
        steps: &routine.steps,
        phases: phases_of(routine),
        stop_lines: &stop_lines,
        pictures: &[],
        paint: &|_, _, _| Vec::new(),
        look,
    };
    run(stage, session).expect("a session that ends")
}

/// A key for the question at the end of a routine, two seconds after it.
fn answer(routine: &Routine, act: Act) -> (Duration, Act) {
    (seconds(routine.seconds() + 2), act)
}

/// Runs a routine to its end, and says nothing about it.
fn held_to_the_end(routine: &Routine, look: Look) -> Stage {
    let mut stage = Stage::new([answer(routine, Act::enter())]).lagging(millis(60));
    let outcome = held(&mut stage, routine, look);
    assert_eq!(outcome, SessionOutcome::Ended { ending: Ending::Done, progress: whole(routine), feeling: None });
    stage
}

/// What is to be said in a routine, and when.
fn script_of(routine: &Routine) -> Vec<(Duration, String)> {
    let mut said = Vec::new();
    let mut start = 0;
    for phase in phases_of(routine) {
        said.push((seconds(start), phase.say.clone()));
        start += phase.seconds;
        said.extend(phase.cues.iter().map(|cue| (seconds(start - cue.left), cue.say.to_owned())));
    }
    said.push((seconds(start), "That was all.".to_owned()));
    said
}

/// What stands on a terminal, its line breaks taken out.
fn flowing(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Shows what was done on a stage on a terminal, so many columns wide at first, and looks at it after each writing.
fn shown(stage: &Stage, columns: usize, mut look: impl FnMut(&Emulator, usize, &str)) -> Emulator {
    let mut terminal = Emulator::new(columns);
    let mut columns = columns;
    for (_, did) in &stage.log {
        match did {
            Did::Wrote(text) => {
                terminal.feed(text);
                look(&terminal, columns, text);
            }
            Did::Resized(to) => {
                columns = *to;
                terminal.resize(*to);
            }
            _ => {}
        }
    }
    terminal
}

/// What is written of a phase, in pieces that stand together: on a screen, a step is told as steps.
fn parts(phase: &Phase, look: Look) -> Vec<String> {
    let words = &phase.words;
    match phase.kind {
        _ if look.plain => vec![phase.say.clone()],
        PhaseKind::ChangeSides => vec![phase.say.clone()],
        PhaseKind::Prepare => [&words.heading].into_iter().chain(&words.steps).chain(&words.notes).cloned().collect(),
        _ => Vec::new(),
    }
}

#[test]
fn a_whole_session_goes_to_its_end_in_both_forms() {
    for routine in bundled_routines() {
        for look in [SCREEN, PLAIN] {
            let stage = held_to_the_end(&routine, look);
            let written = flowing(&shown(&stage, 80, |_, _, _| {}).lines().join(" "));
            for phase in phases_of(&routine).iter().filter(|phase| !matches!(phase.kind, PhaseKind::Hold { .. })) {
                for part in parts(phase, look) {
                    assert!(written.contains(&flowing(&part)), "{}: {part:?} in {written}", routine.title);
                }
            }
            assert!(written.ends_with("Enter: no answer."), "{written}");
        }
    }
}

#[test]
fn nothing_is_said_late() {
    for routine in bundled_routines() {
        for look in [SCREEN, PLAIN] {
            let said = held_to_the_end(&routine, look).said();
            let script = script_of(&routine);
            let texts = |said: &[(Duration, String)]| said.iter().map(|(_, text)| text.clone()).collect::<Vec<_>>();
            assert_eq!(texts(&said), texts(&script), "{}", routine.title);
            for ((at, text), (due, _)) in said.iter().zip(&script) {
                assert!(
                    at >= due && at.abs_diff(*due) <= millis(250),
                    "{}: {text:?} at {at:?}, due {due:?}",
                    routine.title
                );
            }
        }
    }
}

#[test]
fn nothing_is_said_over_the_next_at_150_words_a_minute() {
    let catalogue = catalogue();
    let places = catalogue.routine_frame().unwrap().places.iter().map(|place| Some(place.id.as_str()));
    let lengths = [3, 5, 10, 20, 30].map(|minutes| (minutes, Sides::Both)).into_iter().chain([(10, Sides::Right)]);
    let composed = places.flat_map(|place| {
        let catalogue = &catalogue;
        lengths.clone().map(move |(minutes, sides)| composed(catalogue, None, place, minutes, sides))
    });
    let routines: Vec<Routine> =
        composed.filter(|routine| !routine.steps.is_empty()).chain(bundled_routines()).chain([sample()]).collect();
    assert!(routines.len() > 25);
    for routine in routines {
        let said = held_to_the_end(&routine, SCREEN).said();
        for pair in said.windows(2) {
            let [(at, text), (next, _)] = pair else { panic!("{pair:?}") };
            let words = u32::try_from(text.split_whitespace().count()).unwrap();
            assert!(*at + millis(400) * words <= *next, "{}: {words} words at {at:?}: {pair:?}", routine.title);
        }
    }
}

#[test]
fn bells_can_be_told_apart() {
    let routine = sample();
    let stage = held_to_the_end(&routine, SCREEN);
    let mut patterns: Vec<Vec<Duration>> = Vec::new();
    for at in stage.rang() {
        match patterns.last_mut() {
            Some(pattern) if at.abs_diff(*pattern.last().unwrap()) < millis(900) => pattern.push(at),
            _ => patterns.push(vec![at]),
        }
    }
    let mut expected = Vec::new();
    let mut start = 0;
    for phase in phases_of(&routine) {
        match phase.kind {
            PhaseKind::Hold { .. } => expected.push((seconds(start), 1)),
            PhaseKind::ChangeSides => expected.push((seconds(start), 2)),
            _ => {}
        }
        start += phase.seconds;
    }
    expected.push((seconds(start), 3));
    assert!([1, 2, 3].iter().all(|rings| expected.iter().any(|(_, it)| it == rings)), "{expected:?}");
    assert_eq!(patterns.len(), expected.len(), "{patterns:?}");
    for (pattern, (due, rings)) in patterns.iter().zip(expected) {
        assert_eq!(pattern.len(), rings, "{pattern:?}");
        assert!(pattern[0] >= due && pattern[0].abs_diff(due) < millis(500), "{pattern:?}, due {due:?}");
        for pair in pattern.windows(2) {
            let between = pair[1].abs_diff(pair[0]);
            assert!(between >= millis(300) && between < millis(600), "{pattern:?}");
        }
    }
    let silent = held_to_the_end(&routine, Look { bell: false, ..SCREEN });
    assert_eq!(silent.rang(), []);
}

#[test]
fn plain_form_never_moves_the_cursor_and_never_counts_down() {
    let routine = sample();
    let total = phases_of(&routine).len();
    let keys = [(millis(1_500), Act::enter()), (millis(3_000), Act::Resize(30)), (millis(4_000), Act::Resize(120))];
    let mut stage = Stage::new(keys.into_iter().chain([answer(&routine, Act::enter())]));
    held(&mut stage, &routine, PLAIN);
    let written = stage.written();
    assert!(!written.contains(|c: char| c.is_control() && c != '\n'), "{written:?}");
    let lines: Vec<&str> = written.lines().collect();
    assert!(lines.len() > total && written.ends_with('\n'), "{written}");
    for line in &lines {
        assert!(!line.starts_with('[') && !["1", "2", "3"].contains(&line.split("  ").last().unwrap()), "{line}");
    }
    for told in ["Start: 0:40.", "Start 1 of 2: 0:30.", "Half-way.", "10 seconds.", "Now the right side."] {
        assert!(written.contains(told), "{told}: {written}");
    }
    // Each event has its time.
    let timed = lines.iter().filter(|line| line.as_bytes()[1] == b':').count();
    assert_eq!(timed, lines.len() - 1, "{written}");
}

#[test]
fn enter_tells_where_it_is() {
    for look in [SCREEN, PLAIN] {
        let routine = sample();
        let script = [
            (millis(60_050), Act::enter()),
            (millis(61_000), Act::key('p')),
            (millis(61_000), Act::enter()),
            (millis(62_000), Act::enter()),
            (millis(63_000), Act::key('q')),
            (millis(63_050), Act::enter()),
        ];
        let mut stage = Stage::new(script);
        let outcome = held(&mut stage, &routine, look);
        assert!(matches!(outcome, SessionOutcome::Ended { ending: Ending::Quit, feeling: None, .. }), "{outcome:?}");
        let written = flowing(&shown(&stage, 80, |_, _, _| {}).lines().join(" "));
        let here = "1:00 Step 2 of 5: go. Pelvic tilt. 0:28 left, of 5:00 in all.";
        assert!(written.contains(&(here.to_owned())), "{here}: {written}");
        assert!(written.contains("1:01 Step 2 of 5: go. Pelvic tilt. 0:27 left, of 5:00 in all. Paused."), "{written}");
    }
}

#[test]
fn a_question_mark_tells_every_key_of_the_form() {
    let routine = sample();
    for (look, own) in [(SCREEN, "space pause"), (PLAIN, "p pause")] {
        let script =
            [(seconds(1), Act::key('?')), (seconds(2), Act::enter()), (seconds(3), Act::signal(Signal::Terminate))];
        let mut stage = Stage::new(script);
        held(&mut stage, &routine, look);
        let written = flowing(&shown(&stage, 80, |_, _, _| {}).lines().join(" "));
        for key in [own, "n next", "b back", "r say it again", "x it hurts", "q end", "Enter"] {
            assert!(written.contains(key), "{key}: {written}");
        }
    }
}

#[test]
fn a_key_that_means_nothing_tells_every_key_and_not_again_at_once() {
    let routine = sample();
    for key in [Key::Char('h'), Key::Char('1'), Key::Char('漢'), Key::Other] {
        let pressed = |at: u32| (millis(u64::from(at)), Act::Happens(Happening::Key(key)));
        let script = [pressed(1_000), pressed(1_200), pressed(1_400), pressed(9_000)];
        let mut stage = Stage::new(script.into_iter().chain([(seconds(12), Act::signal(Signal::Terminate))]));
        held(&mut stage, &routine, SCREEN);
        let told = stage.written().matches("space pause or go on").count();
        assert_eq!(told, 2, "{key:?}: {}", stage.written());
    }
    let script =
        [(seconds(1), Act::key('h')), (seconds(2), Act::enter()), (seconds(3), Act::signal(Signal::Terminate))];
    let mut stage = Stage::new(script);
    held(&mut stage, &routine, PLAIN);
    assert!(stage.written().contains("x it hurts, q end; each with Enter."), "{}", stage.written());
}

#[test]
fn it_hurts_is_the_same_key_in_every_alphabet() {
    let routine = sample();
    for (look, enter) in [(SCREEN, None), (PLAIN, Some((seconds(31), Act::enter())))] {
        for key in ['x', 'X', 'ｘ', 'Ｘ', 'ч', 'Ч', 'х', 'χ', 'Χ', 'ס', 'ء', 'ㅌ', 'ป'] {
            let mut stage = Stage::new([(seconds(30), Act::key(key))].into_iter().chain(enter));
            let outcome = held(&mut stage, &routine, look);
            assert!(matches!(outcome, SessionOutcome::Ended { ending: Ending::Hurts, .. }), "{key:?}: {outcome:?}");
        }
    }
}

#[test]
fn letters_arrows_and_escape_do_what_they_say() {
    let routine = sample();
    let starts_again = |stage: &Stage| stage.said().iter().filter(|(at, _)| *at > seconds(30)).count();
    let place = |stage: &Stage| stage.said().last().unwrap().1.clone();
    let first_words = |step: usize| phases_of(&routine).iter().find(|it| it.step == step).unwrap().say.clone();
    for (key, says) in [
        (Key::Char('n'), Some(first_words(2))),
        (Key::Char('N'), Some(first_words(2))),
        (Key::Right, Some(first_words(2))),
        (Key::Char('b'), Some(first_words(1))),
        (Key::Left, Some(first_words(1))),
        (Key::Char('r'), Some(first_words(1))),
        (Key::Char('z'), None),
        (Key::Other, None),
    ] {
        let script = [(seconds(40), Act::Happens(Happening::Key(key))), (seconds(41), Act::signal(Signal::Terminate))];
        let mut stage = Stage::new(script);
        held(&mut stage, &routine, SCREEN);
        match says {
            Some(text) => assert_eq!(place(&stage), text, "{key:?}"),
            None => assert_eq!(starts_again(&stage), 0, "{key:?}"),
        }
    }
    for key in [Key::Char('q'), Key::Char('Q'), Key::Escape] {
        let mut stage = Stage::new([(seconds(40), Act::Happens(Happening::Key(key)))]);
        let outcome = held(&mut stage, &routine, SCREEN);
        assert!(
            matches!(outcome, SessionOutcome::Ended { ending: Ending::Quit, feeling: None, .. }),
            "{key:?}: {outcome:?}"
        );
        assert!(stage.log.contains(&(seconds(40), Did::Hushed)), "{:?}", stage.log);
    }
}

#[test]
fn in_plain_form_a_letter_waits_for_enter() {
    let routine = sample();
    let script = [(seconds(30), Act::key('x')), (seconds(31), Act::key('y')), (seconds(40), Act::enter())];
    let mut stage = Stage::new(script);
    let outcome = held(&mut stage, &routine, PLAIN);
    let SessionOutcome::Ended { ending: Ending::Hurts, progress, .. } = outcome else { panic!("{outcome:?}") };
    assert_eq!(progress.held[0], seconds(23), "the clock went on until Enter");
    assert_eq!(stage.said().last().unwrap(), &(seconds(40), "Stop. Let go slowly.".to_owned()));
    // On a screen it does not.
    let mut stage = Stage::new([(seconds(30), Act::key('x'))]);
    let outcome = held(&mut stage, &routine, SCREEN);
    assert!(matches!(outcome, SessionOutcome::Ended { ending: Ending::Hurts, feeling: None, .. }), "{outcome:?}");
    assert_eq!(stage.said().last().unwrap(), &(seconds(30), "Stop. Let go slowly.".to_owned()));
}

#[test]
fn a_pause_stops_the_clock_and_the_voice() {
    let routine = sample();
    for (look, key) in [(SCREEN, ' '), (SCREEN, 'p'), (PLAIN, ' '), (PLAIN, 'p')] {
        let pause = |at: u32| [(seconds(at), Act::key(key)), (seconds(at) + millis(1), Act::enter())];
        let end = [(seconds(routine.seconds() + 1_002), Act::enter())];
        let script = pause(60).into_iter().chain(pause(1_060)).chain(end);
        let script = script.filter(|(at, act)| {
            look.plain || at.subsec_millis() == 0 || !matches!(act, Act::Happens(Happening::Key(Key::Enter)))
        });
        let mut stage = Stage::new(script);
        let outcome = held(&mut stage, &routine, look);
        assert_eq!(outcome, SessionOutcome::Ended { ending: Ending::Done, progress: whole(&routine), feeling: None });
        let said = stage.said();
        assert!(said.iter().all(|(at, _)| *at <= seconds(60) || *at > seconds(1_060)), "{said:?}");
        assert_eq!(said.last().unwrap().0.as_secs(), u64::from(routine.seconds()) + 1_000);
        assert!(stage.log.iter().any(|(at, did)| *did == Did::Hushed && at.as_secs() == 60), "{look:?}");
        let written = stage.written();
        if look.plain {
            assert!(written.contains("Paused. p and Enter goes on.\n") && written.contains("Going on.\n"), "{written}");
        } else {
            assert!(written.contains("PAUSED"), "{written}");
        }
    }
}

/// A stop line; in very few columns the beginning of the shortest.
fn is_stop_line(row: &str, stop_lines: &[String]) -> bool {
    let shortest = stop_lines.last().unwrap();
    stop_lines.iter().any(|line| line == row) || (row.len() > 10 && shortest.starts_with(row))
}

/// The lines that are redrawn stand whole at the foot of the terminal, and nowhere else.
fn assert_whole_foot(terminal: &Emulator, columns: usize, stop_lines: &[String]) {
    let mut rows = terminal.rows();
    let next = rows.iter().rposition(|row| row.starts_with("Next: ")).map(|place| rows.remove(place));
    assert_eq!(next.is_some(), columns >= 40, "{columns}: {rows:#?}");
    let [.., what, bar, stop] = &rows[..] else { panic!("{rows:#?}") };
    assert!(
        what.starts_with("Step ") && bar.starts_with('[') && is_stop_line(stop, stop_lines),
        "{columns}: {rows:#?}"
    );
    let time = bar.rsplit(' ').next().unwrap();
    assert!(columns < 30 || (time.contains(':') && time.len() >= 4), "{columns}: {bar}");
    assert!([what, bar, stop].iter().all(|row| row.chars().count() < columns), "{columns}: {rows:#?}");
}

/// Whether this draws the three lines, and not a line above them.
fn is_drawing(text: &str) -> bool {
    text.contains("\r\n[") && !text.ends_with("\r\n")
}

/// Of each of the three lines there is one at the most.
fn assert_nothing_left_over(terminal: &Emulator, stop_lines: &[String]) {
    let rows = terminal.rows();
    let count = |is: &dyn Fn(&str) -> bool| rows.iter().filter(|row| is(row)).count();
    assert!(count(&|row| row.starts_with("Step ")) <= 1, "{rows:#?}");
    assert!(count(&|row| row.contains("[#") || row.contains("[.") || row.contains("....")) <= 1, "{rows:#?}");
    assert!(count(&|row| is_stop_line(row, stop_lines)) <= 1, "{rows:#?}");
}

#[test]
fn resizing_leaves_whole_lines_and_nothing_else() {
    let routine = sample();
    let stop_lines = stop_lines();
    let widths = [120, 30, 120, 29, 31, 45, 60, 61, 62, 119, 120, 80, 40, 20, 30, 120];
    let mut script: Vec<(Duration, Act)> = Vec::new();
    for round in 0..20 {
        for (place, columns) in widths.iter().enumerate() {
            let at = seconds(round * 14) + millis(800 * place as u64 + 30 * u64::from(round));
            script.push((at, Act::Resize(*columns)));
            // Now and then a line is written above, at the new width or before it is drawn anew.
            match (place + round as usize) % 5 {
                0 => script.push((at, Act::enter())),
                1 => script.push((at + millis(5), Act::key('?'))),
                2 => script.push((at + millis(10), Act::Resize(30))),
                _ => {}
            }
        }
    }
    script.push(answer(&routine, Act::key('b')));
    let mut stage = Stage::new(script).wide(120);
    let outcome = held(&mut stage, &routine, SCREEN);
    assert!(matches!(outcome, SessionOutcome::Ended { ending: Ending::Done, feeling: Some(Feeling::Better), .. }));
    let (mut drawn, mut narrow) = (0, 0);
    let terminal = shown(&stage, 120, |terminal, columns, text| {
        assert_nothing_left_over(terminal, &stop_lines);
        if is_drawing(text) {
            assert_whole_foot(terminal, columns, &stop_lines);
            drawn += 1;
            narrow += usize::from(columns == 30);
        }
    });
    assert!(drawn > 300 && narrow > 30, "{drawn} {narrow}");
    let written = flowing(&terminal.lines().join(" "));
    assert!(written.ends_with("Enter: no answer."), "{written}");
}

#[test]
fn the_lines_are_redrawn_as_soon_as_they_change_and_never_leave() {
    let routine = sample();
    let mut stage = Stage::new([(seconds(50), Act::key('q'))]).wide(100);
    held(&mut stage, &routine, SCREEN);
    let drawn: Vec<Duration> = stage
        .log
        .iter()
        .filter(|(_, did)| matches!(did, Did::Wrote(text) if text.contains('[')))
        .map(|(at, _)| *at)
        .collect();
    assert!((50..50 * 6).contains(&drawn.len()), "{}", drawn.len());
    assert!(drawn.windows(2).all(|pair| pair[1].abs_diff(pair[0]) <= millis(1_400)), "{drawn:?}");
    assert!(stage.written().contains("Stop if it gets sharper, shoots, tingles, or moves down the leg."));
}

#[test]
fn no_width_is_too_narrow_and_none_too_wide() {
    let routine = sample();
    for columns in (1..70).chain([100, 119, 120, 121, 500, 5_000]) {
        let script = [
            (seconds(1), Act::enter()),
            (seconds(2), Act::key('?')),
            (seconds(3), Act::key(' ')),
            (seconds(90), Act::key('q')),
        ];
        let mut stage = Stage::new(script).wide(columns);
        held(&mut stage, &routine, SCREEN);
        let stop_lines = stop_lines();
        shown(&stage, columns, |terminal, columns, text| {
            if columns >= 30 && is_drawing(text) {
                assert_whole_foot(terminal, columns, &stop_lines);
                assert_nothing_left_over(terminal, &stop_lines);
            }
        });
    }
}

#[test]
fn without_unicode_there_is_only_ascii() {
    let mut routine = sample();
    for step in &mut routine.steps {
        step.title = "Huántiào · 環跳 … “x”".to_owned();
        step.instruction.push(claim("Lean in – not far: ½ a hand’s width."));
    }
    for plain in [false, true] {
        for columns in [30, 80] {
            let script = [
                (seconds(1), Act::enter()),
                (seconds(2), Act::key('?')),
                (seconds(3), Act::enter()),
                (seconds(5), Act::LoseVoice),
            ];
            let mut stage = Stage::new(script.into_iter().chain([answer(&routine, Act::enter())])).wide(columns);
            held(&mut stage, &routine, Look { plain, unicode: false, ..SCREEN });
            let written = stage.written();
            assert!(written.is_ascii(), "{written}");
            assert!(written.contains("Huantiao"), "{written}");
            if !plain {
                let stop_lines = stop_lines();
                shown(&stage, columns, |terminal, _, _| assert_nothing_left_over(terminal, &stop_lines));
            }
        }
    }
    let stage = held_to_the_end(&routine, SCREEN);
    assert!(stage.written().contains("環跳"));
}

#[test]
fn characters_that_take_more_room_in_ascii_still_fit() {
    let mut routine = sample();
    routine.steps[0].title = "…".repeat(50);
    let mut stage = Stage::new([(seconds(20), Act::key('q'))]).wide(30);
    held(&mut stage, &routine, Look { unicode: false, ..SCREEN });
    let stop_lines = stop_lines();
    shown(&stage, 30, |terminal, columns, text| {
        if is_drawing(text) {
            assert_whole_foot(terminal, columns, &stop_lines);
        }
    });
}

#[test]
fn a_lost_voice_is_told_once_and_the_session_goes_on() {
    let routine = sample();
    for look in [SCREEN, PLAIN] {
        for at in [seconds(3), seconds(60), seconds(routine.seconds() + 1)] {
            let mut stage = Stage::new([(at, Act::LoseVoice), answer(&routine, Act::enter())]);
            let outcome = held(&mut stage, &routine, look);
            assert_eq!(
                outcome,
                SessionOutcome::Ended { ending: Ending::Done, progress: whole(&routine), feeling: None }
            );
            assert_eq!(stage.written().matches(&format!("No voice: {LOST}.")).count(), 1, "{look:?} {at:?}");
        }
    }
}

/// A state of a session, the script that leads there, and a moment in it.
type Moment = (&'static str, Vec<(Duration, Act)>, Duration);

/// A moment of each state of a session.
fn moments(routine: &Routine) -> Vec<Moment> {
    let mut moments = Vec::new();
    let mut start = 0;
    for phase in phases_of(routine) {
        let state = match phase.kind {
            PhaseKind::Breathe => "breathe",
            PhaseKind::Prepare => "prepare",
            PhaseKind::ChangeSides => "change sides",
            PhaseKind::Hold { .. } => "hold",
            PhaseKind::Release => "release",
        };
        moments.push((state, Vec::new(), seconds(start) + millis(1_500)));
        start += phase.seconds;
    }
    let pause = [(seconds(100), Act::key(' ')), (seconds(100) + millis(1), Act::enter())];
    moments.push(("paused", pause.to_vec(), seconds(130)));
    moments.push(("end question", Vec::new(), seconds(start) + millis(1_500)));
    moments
}

#[test]
fn a_signal_ends_it_in_every_state() {
    let routine = sample();
    for look in [SCREEN, PLAIN] {
        for (state, script, at) in moments(&routine) {
            for signal in [Signal::Interrupt, Signal::Quit, Signal::Terminate, Signal::HangUp] {
                let mut stage = Stage::new(script.iter().copied().chain([(at, Act::signal(signal))]));
                assert_eq!(held(&mut stage, &routine, look), SessionOutcome::Signalled(signal), "{state} {look:?}");
                let (when, last) =
                    stage.log.iter().rfind(|(_, did)| matches!(did, Did::Hushed | Did::Said(_))).unwrap();
                assert_eq!((when, last), (&at, &Did::Hushed), "{state}");
                // Somebody who is still there finds no half-drawn lines; a terminal that is gone is not written to.
                let late = stage.log.iter().any(|(when, did)| *when == at && matches!(did, Did::Wrote(_)));
                if signal == Signal::HangUp {
                    assert!(!late, "{state}");
                } else {
                    let rows = shown(&stage, 80, |_, _, _| {}).rows();
                    assert!(!rows.iter().any(|row| row.starts_with('[')), "{state}: {rows:#?}");
                }
            }
        }
    }
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_comes_back_paused() {
    let routine = sample();
    for (look, go_on) in [(SCREEN, ' '), (PLAIN, 'p')] {
        for (state, script, at) in
            moments(&routine).into_iter().filter(|(state, ..)| !["paused", "end question"].contains(state))
        {
            let back = at + SUSPENDED;
            let enter = look.plain.then_some((back + millis(2_001), Act::enter()));
            let waited = SUSPENDED + seconds(2);
            let end = (seconds(routine.seconds() + 2) + waited, Act::enter());
            let script =
                script.into_iter().chain([(at, Act::signal(Signal::Stop)), (back + seconds(2), Act::key(go_on))]);
            let mut stage = Stage::new(script.chain(enter).chain([end]));
            let outcome = held(&mut stage, &routine, look);
            assert_eq!(
                outcome,
                SessionOutcome::Ended { ending: Ending::Done, progress: whole(&routine), feeling: None },
                "{state}"
            );
            let place = stage.log.iter().position(|(_, did)| *did == Did::Suspended).unwrap();
            let before = &stage.log[..place];
            let hushed = before.iter().rposition(|(_, did)| *did == Did::Hushed).unwrap();
            assert!(!before[hushed..].iter().any(|(_, did)| matches!(did, Did::Said(_))), "{state}");
            let after = &stage.log[place..];
            let next_word = after.iter().find(|(_, did)| matches!(did, Did::Said(_))).unwrap();
            assert!(next_word.0 >= back + seconds(2), "{state}: {next_word:?}");
            let written = stage.written();
            assert!(written.contains("Paused: nobody was here for a while."), "{state}: {written}");
            if !look.plain {
                let mut terminal = Emulator::new(80);
                for (_, did) in before {
                    if let Did::Wrote(text) = did {
                        terminal.feed(text);
                    }
                }
                assert!(terminal.rows().iter().all(|row| !row.starts_with('[')), "{state}: {:#?}", terminal.rows());
            }
        }
    }
}

#[test]
fn ctrl_z_at_the_question_at_the_end_asks_it_again() {
    let routine = sample();
    for look in [SCREEN, PLAIN] {
        let at = seconds(routine.seconds() + 3);
        let back = at + SUSPENDED;
        let script =
            [(at, Act::signal(Signal::Stop)), (back + seconds(1), Act::key('s')), (back + seconds(2), Act::enter())];
        let mut stage = Stage::new(script);
        let outcome = held(&mut stage, &routine, look);
        assert!(matches!(outcome, SessionOutcome::Ended { feeling: Some(Feeling::Same), .. }), "{outcome:?}");
        assert!(stage.log.iter().any(|(_, did)| *did == Did::Suspended));
        assert_eq!(flowing(&stage.written()).matches("How is it now?").count(), 2);
    }
}

#[test]
fn a_machine_that_slept_comes_back_paused_and_says_so() {
    let routine = sample();
    let hour = seconds(3_600);
    let gaps = [
        ("both clocks", Act::Gap { monotonic: hour, wall: hour }, hour),
        ("the wall clock alone", Act::Gap { monotonic: Duration::ZERO, wall: hour }, Duration::ZERO),
        ("the monotonic clock alone", Act::Gap { monotonic: hour, wall: Duration::ZERO }, hour),
        ("just over two seconds", Act::Gap { monotonic: millis(2_100), wall: millis(2_100) }, millis(2_100)),
        ("the wall clock, set back", Act::SetBack(hour), Duration::ZERO),
    ];
    for look in [SCREEN, PLAIN] {
        for (which, gap, passed) in gaps {
            let go_on = if look.plain { Act::key('p') } else { Act::key(' ') };
            let back = seconds(60) + passed + seconds(100);
            let script = [(seconds(60), gap), (back, go_on)].into_iter();
            let enter = look.plain.then_some((back + millis(1), Act::enter()));
            let end = (seconds(routine.seconds() + 5) + passed + seconds(100), Act::enter());
            let mut stage = Stage::new(script.chain(enter).chain([end]));
            let outcome = held(&mut stage, &routine, look);
            assert_eq!(
                outcome,
                SessionOutcome::Ended { ending: Ending::Done, progress: whole(&routine), feeling: None },
                "{which}"
            );
            let said = stage.said();
            let silent = seconds(60)..back;
            assert!(said.iter().all(|(at, _)| !silent.contains(at)), "{which}: {said:?}");
            let written = flowing(&shown(&stage, 80, |_, _, _| {}).lines().join(" "));
            assert_eq!(written.matches("Paused: nobody was here for a while.").count(), 1, "{which}: {written}");
        }
    }
    // A busy machine is not asleep.
    let gap = Act::Gap { monotonic: millis(1_500), wall: millis(1_500) };
    let mut stage = Stage::new([(seconds(60), gap), answer(&routine, Act::enter())]);
    held(&mut stage, &routine, SCREEN);
    assert!(!stage.written().contains("Paused"));
}

#[test]
fn the_key_that_wakes_a_machine_is_no_wish_to_go_on_but_may_be_one_to_stop() {
    let routine = sample();
    let hour = seconds(3_600);
    let mut stage = Stage::new([(seconds(60), Act::Woken(hour, ' ')), (seconds(90) + hour, Act::key('q'))]);
    held(&mut stage, &routine, SCREEN);
    assert!(stage.said().iter().all(|(at, _)| *at <= seconds(60)), "{:?}", stage.said());
    assert!(stage.written().contains("PAUSED"));
    for (key, ending) in [('x', Ending::Hurts), ('q', Ending::Quit)] {
        let mut stage = Stage::new([(seconds(60), Act::Woken(hour, key))]);
        let outcome = held(&mut stage, &routine, SCREEN);
        let SessionOutcome::Ended { ending: how, progress, .. } = outcome else { panic!("{outcome:?}") };
        assert_eq!(how, ending);
        assert!(progress.held[1] <= seconds(12), "the hour is not counted: {progress:?}");
    }
}

#[test]
fn at_the_end_each_answer_is_heard() {
    let routine = sample();
    let (done, enter) = (routine.seconds(), Act::enter());
    for look in [SCREEN, PLAIN] {
        for (typed, feeling) in [
            ("b", Some(Feeling::Better)),
            ("B", Some(Feeling::Better)),
            ("s", Some(Feeling::Same)),
            ("w", Some(Feeling::Worse)),
            ("f", Some(Feeling::FurtherDown)),
            ("", None),
        ] {
            let letter = typed.chars().next().map(Act::key);
            let acts = letter.into_iter().chain((look.plain || letter.is_none()).then_some(enter));
            let script = acts.enumerate().map(|(place, act)| (seconds(done + 1) + millis(place as u64), act));
            let mut stage = Stage::new(script);
            let outcome = held(&mut stage, &routine, look);
            assert_eq!(
                outcome,
                SessionOutcome::Ended { ending: Ending::Done, progress: whole(&routine), feeling },
                "{typed}"
            );
        }
        // What is no answer asks again.
        let letters = [Act::key('z'), enter, Act::key('w'), enter];
        let acts =
            letters.into_iter().filter(|act| look.plain || !matches!(act, Act::Happens(Happening::Key(Key::Enter))));
        let mut stage = Stage::new(acts.zip(done + 1..).map(|(act, at)| (seconds(at), act)));
        let outcome = held(&mut stage, &routine, look);
        assert!(matches!(outcome, SessionOutcome::Ended { feeling: Some(Feeling::Worse), .. }), "{outcome:?}");
        assert_eq!(flowing(&stage.written()).matches("How is it now?").count(), 2);
    }
}

// Before it begins, and around it

#[test]
fn enter_or_space_begins_and_until_then_nothing_is_said() {
    let routine = sample();
    for begin in [Act::enter(), Act::key(' ')] {
        let script = [(seconds(1), Act::key('n')), (seconds(2), Act::Resize(60)), (seconds(60), begin)];
        let mut stage = Stage::new(script.into_iter().chain([(seconds(65), Act::key('q'))]));
        offered(&mut stage, &routine, SCREEN);
        let said = stage.said();
        assert_eq!(said.first().map(|(at, text)| (*at, text.starts_with("Arrive"))), Some((seconds(60), true)));
        assert!(stage.written().contains("0:00  Arrive and breathe."), "the clock starts with the key");
        assert_eq!(stage.written().matches("Press Enter to begin.").count(), 1);
    }
    // Whoever speaks plainly is not kept waiting.
    let mut stage = Stage::new([(seconds(5), Act::key('q')), (seconds(6), Act::enter())]);
    offered(&mut stage, &routine, PLAIN);
    assert!(!stage.written().contains("Press Enter") && stage.said()[0].0 == Duration::ZERO);
}

#[test]
fn a_slow_voice_tells_to_its_end_what_to_do_before_the_clock_goes_on() {
    let routine = sample();
    let said_by = |a_word: u64| {
        let mut stage = Stage::new([(seconds(1_000), Act::enter())]).speaking(millis(a_word));
        let outcome = held(&mut stage, &routine, SCREEN);
        assert!(matches!(outcome, SessionOutcome::Ended { ending: Ending::Done, .. }), "{outcome:?}");
        stage.said()
    };
    assert_eq!(said_by(350), said_by(0), "a usual voice changes nothing");
    // The words before the first hold, and from them to its start.
    let told = |said: &[(Duration, String)]| {
        let at = |words: &str| said.iter().find(|(_, text)| text.contains(words)).unwrap().clone();
        let ((told_at, words), (start, _)) = (at("Tuck your tailbone"), at("Start."));
        (u32::try_from(words.split_whitespace().count()).unwrap(), start.abs_diff(told_at))
    };
    let (words, pause) = told(&said_by(1_200));
    let spoken = millis(1_200) * words;
    assert!(spoken > seconds(25) && pause.abs_diff(spoken) < millis(300), "{spoken:?} {pause:?}");
    // One that never ends doubles the pause at most.
    let (_, pause) = told(&said_by(60_000));
    assert!(pause.abs_diff(seconds(50)) < millis(300), "{pause:?}");
}

#[test]
fn whoever_waits_can_leave_in_every_way() {
    let routine = sample();
    for (key, expected) in [('q', Ending::Quit), ('x', Ending::Hurts), ('ч', Ending::Hurts)] {
        let mut stage = Stage::new([(seconds(3), Act::key(key))]);
        let outcome = offered(&mut stage, &routine, SCREEN);
        assert!(matches!(outcome, SessionOutcome::Ended { ending, .. } if ending == expected), "{key}: {outcome:?}");
        assert_eq!(stage.said(), [], "{key}");
    }
    let mut stage = Stage::new([(seconds(3), Act::signal(Signal::Interrupt))]);
    assert_eq!(offered(&mut stage, &routine, SCREEN), SessionOutcome::Signalled(Signal::Interrupt));
}

#[test]
fn ctrl_c_leaves_one_line_on_how_far_it_came() {
    let routine = sample();
    for look in [SCREEN, PLAIN] {
        let mut stage = Stage::new([(millis(50_500), Act::signal(Signal::Interrupt))]);
        held(&mut stage, &routine, look);
        let rows = shown(&stage, 80, |_, _, _| {}).rows();
        let last = rows.iter().rfind(|row| !row.is_empty()).unwrap();
        assert_eq!(last.trim(), "Stopped at 0:50 of 5:00, in step 2 of 5: Pelvic tilt.", "{rows:#?}");
    }
}

#[test]
fn the_text_of_a_step_is_written_whole_again_when_the_size_changes() {
    let routine = sample();
    let widths = [(100, 40), (101, 120), (102, 60)];
    let script = widths.map(|(at, columns)| (seconds(at), Act::Resize(columns)));
    let mut stage = Stage::new(script.into_iter().chain([(seconds(110), Act::key('q'))]));
    held(&mut stage, &routine, SCREEN);
    let words = phases_of(&routine).into_iter().find(|phase| phase.step == 2).unwrap().words;
    let mut seen = Vec::new();
    shown(&stage, 80, |terminal, columns, text| {
        if text.starts_with("\u{1b}[H\u{1b}[J") {
            let rows = terminal.rows();
            let whole = flowing(&rows.join(" "));
            for part in [&words.heading].into_iter().chain(&words.steps).chain(&words.notes) {
                assert_eq!(whole.matches(&flowing(part)).count(), 1, "{columns}: {part}: {rows:#?}");
            }
            assert!(rows.iter().all(|row| row.chars().count() < columns), "{columns}: {rows:#?}");
            assert!(rows.iter().any(|row| row.starts_with("Step 3 of 5")), "the foot, too: {rows:#?}");
            seen.push(columns);
        }
    });
    assert_eq!(seen, widths.map(|(_, columns)| columns));
}

#[test]
fn the_time_that_is_left_stands_large_where_there_is_room_and_what_is_next_below() {
    let routine = sample();
    for (columns, rows, unicode, is_large) in [
        (80, 24, true, true),
        (120, 40, false, true),
        (40, 24, true, true),
        (40, 12, true, false),
        (30, 24, true, false),
    ] {
        let mut stage = Stage::new([(seconds(30), Act::key('q'))]).wide(columns).high(rows);
        held(&mut stage, &routine, Look { unicode, ..SCREEN });
        let dots = if unicode { "\u{28ff}" } else { "#" }.repeat(6);
        let mut is_drawn = false;
        let terminal = shown(&stage, columns, |terminal, _, text| {
            is_drawn |= terminal.rows().iter().any(|row| row.starts_with(&dots));
            assert!(!is_drawing(text) || terminal.rows().iter().any(|row| row.starts_with("Next: ")) == is_large);
        });
        assert_eq!(is_drawn, is_large, "{columns} {rows}");
        assert!(!terminal.rows().iter().any(|row| row.starts_with(&dots)), "it is taken away at the end");
        assert_eq!(stage.written().contains("Next: KD1 Bubbling Spring, left"), is_large);
    }
}

#[test]
fn breathing_starts_when_the_words_have_ended() {
    for routine in bundled_routines() {
        let phases = phases_of(&routine);
        for place in [0, routine.steps.len() - 1] {
            let of_step: Vec<&Phase> = phases.iter().filter(|phase| phase.step == place).collect();
            let [listen, breathe] = of_step[..] else { panic!("{of_step:?}") };
            assert_eq!((listen.kind, breathe.kind), (PhaseKind::Prepare, PhaseKind::Breathe));
            let words = u32::try_from(listen.say.split_whitespace().count()).unwrap();
            assert!(listen.seconds * 150 >= words * 60 && breathe.seconds >= 8, "{of_step:?}");
        }
    }
}

#[test]
fn three_minutes_at_a_desk_hold_more_than_one_thing() {
    let catalogue = catalogue();
    let desk = catalogue.named_routine("desk").unwrap();
    let routine = composed(&catalogue, Some(&desk), None, 3, Sides::Both);
    let entries: Vec<&str> = routine.steps.iter().filter_map(|step| Some(step.entry.as_ref()?.id.as_str())).collect();
    assert!(entries.len() > 1 && routine.seconds() <= 180, "{entries:?}");
}
