//! What must hold of every routine, whoever asks, and what walks through them.
//!
//! Each routine is compared with what screening says of each entry, and with what the request says fits; neither is
//! asked of the code that composes.

use std::collections::{BTreeMap, BTreeSet};
use std::thread;

use guide::model::{
    Kind, Movement, NamedRoutine, Place, Position, Reach, RoutineFrame, RoutinePart, Span, Target, Thing,
};
use guide::routine::{LeftOut, Reason, Repertoire, Request, Routine, Side, Sides, Stage, Step, compose};
use guide::screening::{AllowedStretch, AllowedWay, Reader, screen};
use guide::shelf::Catalogue;
use sciatica::session::{PhaseKind, phases};

use crate::screening::{Extent, reader};

pub const MINUTES: [u16; 6] = [3, 5, 10, 15, 20, 30];
/// The part of what was asked that a routine fills, unless nothing else fits.
pub const NEARLY_ALL: u32 = 80;
/// A speaker's words a minute, slow.
const WORDS_A_MINUTE: u32 = 150;

// What a reader may do, asked of screening alone

/// A way that a reader may do, as its permit says.
struct Allowed {
    positions: Vec<Position>,
    movements: Vec<Movement>,
    each_side: bool,
    hold_seconds: Span,
    times: Span,
    pressure: Option<u8>,
    partner: bool,
    needs: Vec<Vec<Thing>>,
}

/// What screening leaves a reader of one entry.
#[derive(Default)]
pub struct Left {
    /// By label; `None` where the entry is withheld.
    ways: Option<BTreeMap<String, Allowed>>,
    struck: BTreeSet<String>,
    regions: Vec<String>,
    area: String,
    apart: bool,
}

fn of_pressing(way: &AllowedWay<'_>, bilateral: bool) -> (String, Allowed) {
    // Who bends forward to the foot rests it on something.
    let stool = way.positions.contains(&Position::BendingForward).then_some(Thing::Chair);
    let allowed = Allowed {
        positions: way.positions.clone(),
        movements: Vec::new(),
        each_side: bilateral && !way.both_sides_at_once,
        hold_seconds: way.dose.hold_seconds,
        times: way.dose.rounds,
        pressure: Some(way.dose.pressure),
        partner: way.reach == Reach::Partner,
        needs: way.tool.thing().into_iter().chain(stool).map(|thing| vec![thing]).collect(),
    };
    (way.label.to_owned(), allowed)
}

fn of_stretching(way: &AllowedStretch<'_>) -> (String, Allowed) {
    let (repetitions, sets) = (way.dosing.repetitions, way.dosing.sets);
    let allowed = Allowed {
        positions: way.positions.clone(),
        movements: way.movements.to_vec(),
        each_side: way.each_side,
        hold_seconds: way.dosing.hold_seconds,
        times: Span { min: repetitions.min * sets.min, max: repetitions.max * sets.max },
        pressure: None,
        partner: false,
        needs: way.equipment.iter().map(|needed| needed.any_of.clone()).collect(),
    };
    (way.label.to_owned(), allowed)
}

fn labels(labels: &[&str]) -> BTreeSet<String> {
    labels.iter().map(|&label| label.to_owned()).collect()
}

/// What screening leaves a reader, by entry.
pub type Screening = BTreeMap<(Kind, String), Left>;

pub fn screening(catalogue: &Catalogue, reader: &Reader<'_>) -> Screening {
    let targets = catalogue.index().screened();
    let targets = targets.map(|facets| (facets.kind, facets.id.to_owned()));
    targets.map(|(kind, id)| ((kind, id.clone()), left(catalogue, reader, kind, &id))).collect()
}

fn left(catalogue: &Catalogue, reader: &Reader<'_>, kind: Kind, id: &str) -> Left {
    let facets = catalogue.index().facets(Target { kind, id }).unwrap();
    let verdict = reader.judge(&facets);
    let mut left = Left {
        regions: facets.regions.iter().map(|&region| region.to_owned()).collect(),
        area: facets.area.unwrap_or_default().to_owned(),
        ..Left::default()
    };
    match kind {
        Kind::Point => {
            let screened = screen(catalogue.point(id).unwrap(), verdict);
            let bilateral = screened.entry().bilateral;
            if let Some(permit) = screened.permit() {
                left.ways = Some(permit.ways.iter().map(|way| of_pressing(way, bilateral)).collect());
                left.struck = labels(&permit.struck);
            }
        }
        Kind::Stretch => {
            let screened = screen(catalogue.stretch(id).unwrap(), verdict);
            left.apart = matches!(screened.entry().part, RoutinePart::Apart | RoutinePart::ByItself);
            if let Some(permit) = screened.permit() {
                left.ways = Some(permit.ways.iter().map(of_stretching).collect());
                left.struck = labels(&permit.struck);
            }
        }
        _ => {
            let screened = screen(catalogue.technique(id).unwrap(), verdict);
            if let Some(permit) = screened.permit() {
                left.ways = Some(permit.ways.iter().map(|way| of_pressing(way, true)).collect());
                left.struck = labels(&permit.struck);
            }
        }
    }
    left
}

// What was asked

/// A request together with who asks.
#[derive(Debug)]
pub struct Asked<'a> {
    pub declared: &'a [String],
    pub request: Request<'a>,
    pub named: Option<&'a NamedRoutine>,
}

impl<'a> Asked<'a> {
    pub fn new(declared: &'a [String], minutes: u16, place: Option<&'a Place>) -> Self {
        let request = Request {
            minutes,
            place,
            region: None,
            sides: Sides::Both,
            at_hand: Vec::new(),
            partner: false,
            gentle: false,
        };
        Self { declared, request, named: None }
    }

    /// A routine that has a name, at its usual place.
    pub fn named(declared: &'a [String], named: &'a NamedRoutine, catalogue: &'a Catalogue) -> Self {
        let places = &frame(catalogue).places;
        let place = named.place.as_ref().map(|id| places.iter().find(|place| place.id == *id).expect("its place"));
        let mut asked = Self::new(declared, named.minutes, place);
        asked.request.at_hand.clone_from(&named.at_hand);
        asked.named = Some(named);
        asked
    }

    pub fn compose(&self, repertoire: &Repertoire<'_>) -> Routine {
        compose(repertoire, &self.request, self.named).expect("a routine")
    }

    /// Whether a precaution holds: declared, implied by one that is, or for everybody in the routine.
    fn holds(&self, catalogue: &Catalogue, precaution: &str) -> bool {
        let named = self.named.into_iter().flat_map(|named| &named.holds);
        self.declared.iter().chain(named).any(|id| catalogue.index().declared_with(id).contains(&precaution))
    }

    fn is_there(&self, thing: Thing) -> bool {
        const TO_BE_NAMED: [Thing; 3] = [Thing::Ball, Thing::Roller, Thing::WarmPack];
        let of_place = self.request.place.map_or(!TO_BE_NAMED.contains(&thing), |it| it.at_hand.contains(&thing));
        of_place || self.request.at_hand.contains(&thing)
    }

    fn fits(&self, way: &Allowed) -> bool {
        const NOT_GENTLE: [Movement; 5] = [
            Movement::EndRangeFlexion,
            Movement::HamstringPull,
            Movement::NerveGlide,
            Movement::Lifting,
            Movement::CrossedLegs,
        ];
        let request = &self.request;
        let there = |position: &Position| request.place.is_none_or(|place| place.positions.contains(position));
        way.positions.iter().any(there)
            && (request.partner || !way.partner)
            && way.needs.iter().all(|any_of| any_of.iter().any(|thing| self.is_there(*thing)))
            && !(request.gentle && way.movements.iter().any(|movement| NOT_GENTLE.contains(movement)))
    }

    /// The ways that the routine may use of an entry that it can hold; `None` where it does not look at the entry.
    fn prefers(&self, kind: Kind, id: &str, left: &Left) -> Option<Vec<&'a str>> {
        match self.named {
            Some(named) => {
                let step = named.steps.iter().find(|step| step.entry == id)?;
                Some(step.ways.iter().map(String::as_str).collect())
            }
            // Techniques come in for a thing that is at hand and of no other use: the walk looks at those that did.
            None => (kind != Kind::Technique && self.is_in_region(left)).then(Vec::new),
        }
    }

    fn is_in_region(&self, left: &Left) -> bool {
        self.request.region.is_none_or(|wish| {
            left.regions.iter().any(|region| region == wish.region)
                && wish.area.is_none_or(|area| left.area.is_empty() || left.area == area)
        })
    }
}

// What must hold of every routine

pub fn assert_sound(catalogue: &Catalogue, asked: &Asked<'_>, screening: &Screening, routine: &Routine) {
    assert_in_time(catalogue, asked, routine);
    assert_permitted(asked, screening, routine);
    assert_pressing_within_its_limits(catalogue, asked, routine);
    assert_everything_has_its_place(asked, screening, routine);
    assert_reasons(catalogue, asked, screening, &routine.left_out);
    assert_spoken_in_time(catalogue, asked, routine);
}

fn assert_in_time(catalogue: &Catalogue, asked: &Asked<'_>, routine: &Routine) {
    let budget = u32::from(asked.request.minutes) * 60;
    assert_eq!(routine.asked_seconds, budget);
    assert!(routine.seconds() <= budget, "{} s of {budget}: {asked:?}", routine.seconds());
    let mut start = 0;
    for step in &routine.steps {
        assert_eq!(step.start, start, "{} starts at the wrong time: {asked:?}", step.title);
        assert!(step.holds.each > 0 && step.holds.count > 0, "{} of no length: {asked:?}", step.title);
        start += step.setup + step.holds.each * u32::from(step.holds.count);
        start += step.holds.between * u32::from(step.holds.count - 1);
    }
    assert_eq!(start, routine.seconds(), "{asked:?}");
    assert!(routine.steps.iter().map(|step| step.stage).is_sorted(), "stages out of order: {asked:?}");
    if let [first, between @ .., last] = routine.steps.as_slice() {
        assert_eq!((first.stage, last.stage), (Stage::Arrive, Stage::Rest), "{asked:?}");
        assert!(first.entry.is_none() && last.entry.is_none(), "{asked:?}");
        assert!(!between.is_empty() && between.iter().all(|step| step.entry.is_some()), "nothing to do: {asked:?}");
        let frame = frame(catalogue);
        for (step, pause) in [(first, &frame.arrive), (last, &frame.rest)] {
            let most = u32::from(pause.seconds.max);
            assert!((u32::from(pause.seconds.min)..=most).contains(&step.seconds()), "{}: {asked:?}", step.title);
        }
    }
    // One that has a name cannot be cut down to any length: its steps keep their least.
    let free = asked.named.is_none_or(|named| asked.request.minutes >= named.minutes);
    // In the shortest time a single entry with limits to be said may not fit.
    let too_short = routine.steps.is_empty() && MINUTES[..2].contains(&asked.request.minutes);
    if free && !too_short && routine.seconds() * 100 < budget * NEARLY_ALL {
        let time = routine.left_out.iter().find(|item| item.reason == Reason::Time);
        assert!(time.is_none(), "{} s of {budget}, and no time for {time:?}: {asked:?}", routine.seconds());
    }
}

fn assert_permitted(asked: &Asked<'_>, screening: &Screening, routine: &Routine) {
    for step in &routine.steps {
        let Some(entry) = &step.entry else { continue };
        let left = &screening[&(entry.kind, entry.id.clone())];
        let ways = left.ways.as_ref().unwrap_or_else(|| panic!("{} is withheld: {asked:?}", entry.id));
        assert!(!left.struck.contains(&step.way), "{}, {} is struck: {asked:?}", entry.id, step.way);
        let way = ways.get(&step.way).unwrap_or_else(|| panic!("{} has no way {}: {asked:?}", entry.id, step.way));
        assert!(asked.fits(way), "{}, {} does not fit: {asked:?}", entry.id, step.way);
        assert!(way.positions.contains(&step.position), "{} is not done {:?}: {asked:?}", entry.id, step.position);
        let place = asked.request.place.is_none_or(|place| place.positions.contains(&step.position));
        assert!(place && asked.is_in_region(left), "{} {:?}: {asked:?}", entry.id, step.position);
        assert_dose(asked, step, way);
        let expected: Vec<Option<Side>> =
            if way.each_side { asked.request.sides.in_order().iter().copied().map(Some).collect() } else { vec![None] };
        let own: Vec<&Step> = routine.steps.iter().filter(|it| it.entry.as_ref() == Some(entry)).collect();
        let sides: Vec<Option<Side>> = own.iter().map(|step| step.side).collect();
        assert_eq!(sides, expected, "each side of {} once, in order: {asked:?}", entry.id);
        let same = |it: &&Step| (it.holds, &it.way, it.pressure) == (step.holds, &step.way, step.pressure);
        assert!(own.iter().all(same), "unequal sides of {}: {asked:?}", entry.id);
        let others: Vec<bool> = own.iter().map(|step| step.other_side).collect();
        assert_eq!(others, (0..own.len()).map(|place| place > 0).collect::<Vec<_>>(), "{asked:?}");
    }
}

/// Neither harder, nor longer, nor more often than the dose allows, the limits of this reader applied.
fn assert_dose(asked: &Asked<'_>, step: &Step, way: &Allowed) {
    /// What lasts as long as this may be shorter than its dose, down to a minute.
    const LASTING: u16 = 300;
    let what = || format!("{} {:?} {:?}: {asked:?}", step.title, step.holds, step.repetitions);
    let hold = u32::from(way.hold_seconds.min)..=u32::from(way.hold_seconds.max);
    let times = way.times.min..=way.times.max;
    match (way.pressure, step.repetitions) {
        (Some(pressure), repetitions) => {
            assert!(step.stage == Stage::Press && repetitions.is_none(), "{}", what());
            assert!(step.pressure.is_some_and(|it| it > 0 && it <= pressure), "too hard: {}", what());
            assert!(step.holds.each <= *hold.end(), "too long: {}", what());
            assert!(asked.request.gentle || step.holds.each >= *hold.start(), "too short: {}", what());
            assert!(times.contains(&step.holds.count), "too often: {}", what());
        }
        (None, Some(repetitions)) => {
            assert!(step.pressure.is_none() && step.holds.count == 1, "{}", what());
            assert!(times.contains(&repetitions), "too often: {}", what());
            assert!(hold.contains(&(step.holds.each / u32::from(repetitions))), "too long: {}", what());
        }
        (None, None) if way.hold_seconds.max >= LASTING => {
            assert!(step.holds.count == 1 && step.holds.each <= *hold.end(), "too long: {}", what());
            assert!(step.holds.each >= 60.min(*hold.start()), "hardly begun: {}", what());
        }
        (None, None) => {
            assert!(step.pressure.is_none() && times.contains(&step.holds.count), "too often: {}", what());
            assert!(hold.contains(&step.holds.each), "too long: {}", what());
        }
    }
}

fn assert_pressing_within_its_limits(catalogue: &Catalogue, asked: &Asked<'_>, routine: &Routine) {
    let frame = frame(catalogue);
    let a_side_at_most = u32::from(catalogue.manifest().session.seconds_a_side_at_most);
    assert!(frame.points_at_most <= 6 && frame.pressing_seconds_at_most <= 900);
    assert!(a_side_at_most <= 120);
    let pressed: Vec<&Step> = routine.steps.iter().filter(|step| step.pressure.is_some()).collect();
    let entries: BTreeSet<_> = pressed.iter().filter_map(|step| step.entry.as_ref()).collect();
    assert!(entries.len() <= frame.points_at_most, "{} points: {asked:?}", entries.len());
    let work = |step: &&Step| step.holds.each * u32::from(step.holds.count);
    let all: u32 = pressed.iter().map(work).sum();
    assert!(all <= frame.pressing_seconds_at_most.into(), "{all} s of pressing: {asked:?}");
    for step in &pressed {
        assert!(work(step) <= a_side_at_most, "{} for {} s: {asked:?}", step.title, work(step));
    }
    let ranks: Vec<usize> = pressed
        .iter()
        .filter_map(|step| step.entry.as_ref().filter(|entry| entry.kind == Kind::Point))
        .map(|entry| catalogue.index().point(&entry.id).expect("a point").rank)
        .collect();
    assert!(ranks.is_sorted(), "points from the foot to the back: {asked:?}");
}

/// Every entry that could be in it is in it, or left out with the reason that is the reason.
fn assert_everything_has_its_place(asked: &Asked<'_>, screening: &Screening, routine: &Routine) {
    let done: BTreeSet<(Kind, &str)> =
        routine.steps.iter().filter_map(|step| step.entry.as_ref()).map(|it| (it.kind, it.id.as_str())).collect();
    let mut whole: BTreeMap<(Kind, &str), &Reason> = BTreeMap::new();
    let mut struck: BTreeSet<(&str, &str)> = BTreeSet::new();
    for item in &routine.left_out {
        if let Some(way) = &item.way {
            struck.insert((&item.entry.id, way));
        } else {
            let twice = whole.insert((item.entry.kind, item.entry.id.as_str()), &item.reason);
            assert!(twice.is_none(), "{} is left out twice: {asked:?}", item.entry.id);
        }
    }
    for ((kind, id), left) in screening {
        let Some(preferred) = asked.prefers(*kind, id, left) else { continue };
        let (done, reason) = (done.contains(&(*kind, id)), whole.get(&(*kind, id.as_str())));
        assert!(!(done && reason.is_some()), "{id} is done, and left out for {reason:?}: {asked:?}");
        let Some(ways) = &left.ways else {
            assert!(
                matches!(reason, Some(Reason::Avoid | Reason::Ask | Reason::OutOfReach)),
                "{id} is withheld, {reason:?}: {asked:?}"
            );
            continue;
        };
        let of_use = |label: &str| preferred.is_empty() || preferred.contains(&label);
        for label in left.struck.iter().filter(|label| of_use(label)) {
            assert!(struck.contains(&(id, label)), "{id}, {label} is struck, and nobody says so: {asked:?}");
        }
        let usable: Vec<&Allowed> = ways.iter().filter(|(label, _)| of_use(label)).map(|(_, way)| way).collect();
        let as_it_should_be = match reason {
            None => done || (usable.is_empty() && left.struck.iter().any(|label| of_use(label))),
            Some(Reason::Apart | Reason::ByItself) => left.apart,
            Some(Reason::Time) => usable.iter().any(|way| asked.fits(way)),
            Some(Reason::Enough) => *kind != Kind::Stretch && usable.iter().any(|way| asked.fits(way)),
            Some(Reason::Needs(_) | Reason::Partner | Reason::Place | Reason::Gentle) => {
                !usable.is_empty() && !usable.iter().any(|way| asked.fits(way))
            }
            Some(Reason::Avoid | Reason::Ask | Reason::OutOfReach) => false,
        };
        assert!(as_it_should_be, "{id}: done {done}, left out for {reason:?}: {asked:?}");
    }
}

/// No reason without its ground: the precautions that were declared, the thing that is not there.
fn assert_reasons(catalogue: &Catalogue, asked: &Asked<'_>, screening: &Screening, left_out: &[LeftOut]) {
    for item in left_out {
        let what = || format!("{item:?}: {asked:?}");
        let left = &screening[&(item.entry.kind, item.entry.id.clone())];
        let of_rules = matches!(item.reason, Reason::Avoid | Reason::Ask | Reason::OutOfReach);
        assert_eq!(of_rules, !item.precautions.is_empty(), "{}", what());
        assert!(item.precautions.iter().all(|id| asked.holds(catalogue, id)), "{}", what());
        match &item.way {
            Some(way) => assert!(of_rules && left.struck.contains(way), "{}", what()),
            None => assert_eq!(of_rules, left.ways.is_none(), "{}", what()),
        }
        let holds = match &item.reason {
            Reason::Needs(things) => {
                let things = Thing::ALL.iter().filter(|thing| things.iter().any(|id| id == thing.id()));
                !things.clone().any(|thing| asked.is_there(*thing)) && things.count() > 0
            }
            Reason::Partner => !asked.request.partner,
            Reason::Place => asked.request.place.is_some(),
            Reason::Gentle => asked.request.gentle,
            Reason::Avoid
            | Reason::Ask
            | Reason::OutOfReach
            | Reason::Apart
            | Reason::ByItself
            | Reason::Enough
            | Reason::Time => true,
        };
        assert!(holds, "{}", what());
    }
}

/// What is said while getting ready, breathing or changing sides is said before that is over.
fn assert_spoken_in_time(catalogue: &Catalogue, asked: &Asked<'_>, routine: &Routine) {
    let manifest = catalogue.manifest();
    let phases = phases(routine, &|pressure| manifest.pressure_words(pressure));
    assert_eq!(phases.iter().map(|phase| phase.seconds).sum::<u32>(), routine.seconds(), "{asked:?}");
    for phase in phases.iter().filter(|phase| !matches!(phase.kind, PhaseKind::Hold { .. })) {
        let words = u32::try_from(phase.say.split_whitespace().count()).expect("a number");
        let seconds = (words * 60).div_ceil(WORDS_A_MINUTE);
        assert!(seconds <= phase.seconds, "{seconds} s to say in {} s: {}: {asked:?}", phase.seconds, phase.say);
    }
}

// The walk

pub fn frame(catalogue: &Catalogue) -> &RoutineFrame {
    catalogue.routine_frame().expect("what every routine is made of")
}

pub fn bundled() -> Catalogue {
    Catalogue::bundled(sciatica::bundle()).expect("the guide that ships")
}

pub fn open_precautions(catalogue: &Catalogue) -> Vec<&str> {
    catalogue.index().precautions().filter(|row| row.red_flag.is_none()).map(|row| row.id).collect()
}

/// Everywhere, and each place.
pub fn places(catalogue: &Catalogue) -> Vec<Option<&Place>> {
    std::iter::once(None).chain(frame(catalogue).places.iter().map(Some)).collect()
}

/// What a walk came by.
#[derive(Default)]
pub struct Came {
    pub routines: usize,
    pub empty: usize,
    pub short: usize,
    pub steps: usize,
    pub left_out: BTreeSet<&'static str>,
}

impl Came {
    pub fn by(&mut self, routine: &Routine) {
        self.routines += 1;
        self.empty += usize::from(routine.steps.is_empty());
        self.short += usize::from(routine.seconds() * 100 < routine.asked_seconds * NEARLY_ALL);
        self.steps += routine.steps.len();
        self.left_out.extend(routine.left_out.iter().map(|item| item.reason.id()));
    }

    fn with(mut self, other: Self) -> Self {
        self.routines += other.routines;
        self.empty += other.empty;
        self.short += other.short;
        self.steps += other.steps;
        self.left_out.extend(other.left_out);
        self
    }
}

/// Walks every profile, on as many threads as the machine has.
pub fn walk(profiles: &[Vec<String>], step: impl Fn(&Catalogue, &[String], &mut Came) + Sync) -> Came {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let walks: Vec<_> = (0..threads)
            .map(|first| {
                let step = &step;
                scope.spawn(move || {
                    let (catalogue, mut came) = (bundled(), Came::default());
                    for profile in profiles.iter().skip(first).step_by(threads) {
                        step(&catalogue, profile, &mut came);
                    }
                    came
                })
            })
            .collect();
        walks.into_iter().map(|walk| walk.join().expect("a walk to its end")).fold(Came::default(), Came::with)
    })
}

pub fn repertoire<'c>(catalogue: &'c Catalogue, reader: &'c Reader<'c>) -> Repertoire<'c> {
    Repertoire::whole(catalogue, reader).expect("a repertoire")
}

/// What else can be asked for, beside minutes and place.
pub fn variants<'a>(plain: &Asked<'a>) -> Vec<Asked<'a>> {
    let with = |change: &dyn Fn(&mut Request<'a>)| {
        let mut request = plain.request.clone();
        change(&mut request);
        Asked { declared: plain.declared, request, named: plain.named }
    };
    vec![
        with(&|request| request.gentle = true),
        with(&|request| request.sides = Sides::Left),
        with(&|request| request.sides = Sides::Right),
        with(&|request| request.partner = true),
        with(&|request| request.at_hand.extend([Thing::Ball, Thing::Roller])),
        with(&|request| request.at_hand.extend_from_slice(&Thing::ALL)),
        with(&|request| {
            request.gentle = true;
            request.partner = true;
            request.at_hand.extend_from_slice(&Thing::ALL);
        }),
    ]
}

/// Whoever asks, in every place, gets what is permitted within the time.
pub fn assert_every_place_gets_what_is_permitted(extent: Extent) {
    let catalogue = bundled();
    let profiles = extent.readers(&open_precautions(&catalogue));
    let came = walk(&profiles, |catalogue, declared, came| {
        let reader = reader(catalogue, declared);
        let repertoire = repertoire(catalogue, &reader);
        let screening = screening(catalogue, &reader);
        for place in places(catalogue) {
            for minutes in MINUTES {
                let asked = Asked::new(declared, minutes, place);
                let routine = asked.compose(&repertoire);
                assert_sound(catalogue, &asked, &screening, &routine);
                came.by(&routine);
            }
        }
    });
    assert_eq!(came.routines, profiles.len() * 5 * MINUTES.len());
    assert!(came.steps > came.routines * 3, "{} steps in {} routines", came.steps, came.routines);
    for reason in ["avoid", "ask", "needs", "partner", "place", "time", "enough", "apart"] {
        assert!(came.left_out.contains(reason), "nothing was ever left out for {reason}: {:?}", came.left_out);
    }
}
