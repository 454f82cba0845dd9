//! The pictures of the ways: each has one, it is shown to whom it may be, and it moves in a session as the clock goes.

use std::collections::BTreeSet;
use std::fs;
use std::time::Duration;

use guide::model::{Bone, Hand, Joint, Kind, Position, RoutinePart, length, minus};
use guide::routine::{EntryName, Holds, Side, Stage as RoutineStage, Step, step_picture};
use guide::shelf::{Catalogue, check_directory};
use sciatica::render::{braille_picture, braille_poses, html};
use sciatica::session::{Look, Session, SessionOutcome, StepPicture, StepPlace, phases, run};
use sciatica::view::{Block, Card, Drawing, Handout, PageFrame, PageHead, Title, frame_drawing, way_drawings};
use sciatica::world::{Happening, Key};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::stage::{Act, Did, Emulator, Stage};
use crate::support::recipes::documents_with_recipes;
use crate::support::{Scratch, ask, documents, repository};

const DOTS: std::ops::RangeInclusive<char> = '\u{2801}'..='\u{28ff}';

fn has_dots(text: &str) -> bool {
    text.contains(|character| DOTS.contains(&character))
}

fn bundled() -> Catalogue {
    Catalogue::bundled(sciatica::bundle()).unwrap()
}

/// Every stretch and technique of ours, with those of the recipes.
fn entries() -> Vec<Value> {
    let has_ways = |path: &str| path.starts_with("stretches/") || path.starts_with("techniques/");
    documents_with_recipes().into_iter().filter(|(path, _)| has_ways(path)).map(|(_, entry)| entry).collect()
}

/// Every file of poses, by its id.
fn poses() -> Vec<Value> {
    documents_with_recipes().into_iter().filter(|(path, _)| path.starts_with("poses/")).map(|(_, it)| it).collect()
}

fn labels(entry: &Value) -> BTreeSet<&str> {
    entry["ways"].as_array().unwrap().iter().map(|way| way["label"].as_str().unwrap()).collect()
}

#[test]
fn every_way_of_every_stretch_and_technique_has_a_picture() {
    let drawn = poses();
    for entry in entries() {
        let picture = drawn.iter().find(|it| it["id"] == entry["id"]).unwrap_or_else(|| panic!("{}", entry["id"]));
        assert_eq!(labels(picture), labels(&entry), "{}", entry["id"]);
    }
}

/// What stands in a card about its pictures: the lines between the label of the way and its first step.
fn shows(name: &str, options: &[&str]) -> String {
    let answer = ask(&[&["show", name, "--width", "80", "--figure"], options].concat());
    answer.out
}

#[test]
fn a_card_shows_how_its_way_looks_and_says_what_is_done() {
    for entry in poses() {
        let id = entry["id"].as_str().unwrap();
        if bundled().poses(id).unwrap().is_none() {
            continue;
        }
        let first = ask(&["show", id, "--format", "json"]).data()[0]["ways"][0]["label"].clone();
        let way = entry["ways"].as_array().unwrap().iter().find(|way| way["label"] == first).unwrap();
        let card = shows(id, &[]);
        assert!(has_dots(&card), "{card}");
        let flowing = card.split_whitespace().collect::<Vec<_>>().join(" ");
        let captions = way["poses"].as_array().unwrap().iter().map(|it| &it["caption"]);
        for caption in captions.filter_map(Value::as_str) {
            // Beside another caption, only the beginning stands in one line.
            let start = caption.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
            assert!(flowing.contains(&start), "{id}: {caption}\n{card}");
        }
        let plain = ask(&["show", id, "--plain", "--figure"]).out;
        assert!(!has_dots(&plain), "{plain}");
        let mut captions = way["poses"].as_array().unwrap().iter();
        assert!(captions.all(|it| plain.contains(it["caption"].as_str().unwrap())), "{plain}");
    }
}

#[test]
fn no_picture_is_shown_of_what_is_withheld_or_struck() {
    let withheld = shows("knee-to-chest", &["--pregnant"]);
    assert!(withheld.contains("withheld") && !has_dots(&withheld), "{withheld}");
    for (id, with) in [("resting-positions", "pregnancy"), ("cat-cow", "disc-flare"), ("press-up", "spinal-stenosis")] {
        let json = ask(&["show", id, "--with", with, "--format", "json"]);
        let left: BTreeSet<String> = json.data()[0]["ways"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|way| way["label"].as_str().unwrap().to_owned())
            .collect();
        let card = shows(id, &["--with", with, "--full"]);
        let drawn = poses().into_iter().find(|it| it["id"] == id).unwrap();
        for way in drawn["ways"].as_array().unwrap() {
            let label = way["label"].as_str().unwrap();
            let words: Vec<&str> = way["poses"][0]["caption"].as_str().unwrap().split_whitespace().take(3).collect();
            let plain = ask(&["show", id, "--with", with, "--full", "--plain", "--figure"]).out;
            let is_told = plain.contains(way["poses"][0]["caption"].as_str().unwrap());
            let shared = drawn["ways"].as_array().unwrap().iter().filter(|it| {
                left.contains(it["label"].as_str().unwrap()) && it["poses"][0]["caption"] == way["poses"][0]["caption"]
            });
            assert_eq!(is_told, left.contains(label) || shared.count() > 0, "{id} {label} {words:?}\n{card}");
        }
    }
}

#[test]
fn an_answer_in_a_pipe_or_as_json_has_no_picture_unless_asked() {
    for options in [&[][..], &["--format", "json"], &["--format", "markdown"], &["--plain"]] {
        let answer = ask(&[&["show", "knee-to-chest"], options].concat());
        assert!(!has_dots(&answer.out) && !answer.out.contains("Seen from the side"), "{}", answer.out);
    }
}

/// The drawings of every way of ours.
fn drawings() -> Vec<(String, Vec<Drawing>)> {
    let catalogue = bundled();
    let mut drawn = Vec::new();
    for entry in entries() {
        let id = entry["id"].as_str().unwrap();
        for label in labels(&entry) {
            let Some(poses) = catalogue.poses(id).unwrap() else { continue };
            let step = step(id, label, None);
            if let Some(way) = step_picture(&step, poses) {
                drawn.push((format!("{id}: {label}"), way_drawings(&way)));
            }
        }
    }
    drawn
}

#[test]
fn pictures_keep_to_the_columns_and_grow_with_them() {
    for (name, poses) in drawings() {
        for width in [40, 60, 80, 120] {
            let lines = braille_poses(&poses, width, 24, false);
            assert!(lines.iter().all(|line| line.width() <= width), "{name} at {width}: {lines:#?}");
            assert!(lines.len() <= 24 * poses.len(), "{name} at {width}");
            assert!(lines.iter().filter(|line| has_dots(line)).count() >= 4, "{name} at {width}: {lines:#?}");
        }
        for pose in &poses {
            let lit = |columns| {
                let lines = braille_picture(pose, (columns, 40), false);
                let dots = lines.iter().flat_map(|line| line.chars()).filter(|it| DOTS.contains(it));
                dots.map(|it| (it as u32 & 0xff).count_ones()).sum::<u32>()
            };
            let grown = [20, 28, 40, 60, 120, 200].map(lit);
            // At its largest, a dot more or less depends on where the middle falls.
            assert!(grown[..4].is_sorted() && grown[3].abs_diff(grown[5]) * 20 <= grown[5], "{name}: {grown:?}");
        }
    }
}

#[test]
fn what_moves_is_painted_and_nothing_else() {
    const ACCENT: &str = "\u{1b}[1m\u{1b}[36m";
    for (name, poses) in drawings() {
        for (place, pose) in poses.iter().enumerate() {
            let lines = braille_picture(pose, (60, 24), true).join("\n");
            let has_arrow = pose.layers.iter().flat_map(|layer| &layer.shapes).any(|(tone, _)| tone.is_moving());
            assert_eq!(lines.contains(ACCENT), has_arrow, "{name} {place}");
            assert!(place == 0 || has_arrow, "{name}: nothing moves in pose {}", place + 1);
        }
    }
}

fn step(id: &str, way: &str, side: Option<Side>) -> Step {
    Step {
        stage: RoutineStage::Stretch,
        entry: Some(EntryName { kind: Kind::Stretch, id: id.to_owned(), title: id.to_owned() }),
        title: id.to_owned(),
        way: way.to_owned(),
        position: Position::Supine,
        moves: false,
        side,
        other_side: false,
        start: 0,
        setup: 10,
        holds: Holds { count: 2, each: 20, between: 5 },
        repetitions: None,
        pressure: None,
        instruction: Vec::new(),
        level: None,
        limits: Vec::new(),
        regions: Vec::new(),
    }
}

/// Holds a session of one step on a stage, and tells what stood on its terminal after each writing.
fn held(step: Step, script: Vec<(Duration, Act)>, look: Look, (columns, rows): (usize, usize)) -> (Stage, Vec<String>) {
    let catalogue = bundled();
    let id = step.entry.as_ref().unwrap().id.clone();
    let poses = catalogue.poses(&id).unwrap().unwrap();
    let pictures = vec![step_picture(&step, poses).map(StepPicture::of)];
    let routine = guide::routine::Routine {
        id: None,
        title: String::new(),
        asked_seconds: 0,
        steps: vec![step],
        left_out: Vec::new(),
    };
    let paint = |picture: &StepPicture, frame: &sciatica::session::Frame, room| {
        braille_picture(&frame_drawing(picture, frame), room, false)
    };
    let stop_lines = catalogue.routine_frame().unwrap().stop_lines.clone();
    let session = Session {
        steps: &routine.steps,
        phases: phases(&routine, &|_| ""),
        stop_lines: &stop_lines,
        pictures: &pictures,
        paint: &paint,
        look,
    };
    let mut stage = Stage::new(script).wide(columns).high(rows);
    if !look.plain {
        stage.begins_at_once();
    }
    let outcome = run(&mut stage, session).expect("a session that ends");
    assert!(matches!(outcome, SessionOutcome::Ended { .. }));
    let mut terminal = Emulator::new(columns);
    let mut screens = Vec::new();
    for (_, did) in &stage.log {
        if let Did::Wrote(text) = did {
            terminal.feed(text);
            screens.push(terminal.rows().join("\n"));
        }
    }
    (stage, screens)
}

const MOVING: Look = Look { plain: false, unicode: true, bell: false, still: false };
const LEAVE: Act = Act::Happens(Happening::Key(Key::Escape));

fn at(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// The columns of a large time, which stands at the left of a picture.
const TIME: usize = 29;

/// The rows of a screen that hold dots of a picture.
fn picture(screen: &str) -> String {
    let beside_time = screen.lines().map(|line| line.chars().skip(TIME).collect::<String>());
    beside_time.filter(|line| has_dots(line)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_session_moves_from_pose_to_pose_at_ten_frames_a_second_at_the_most() {
    let step = step("knee-to-chest", "Lying on your back", Some(Side::Right));
    let (stage, screens) = held(step, vec![(at(40), LEAVE)], MOVING, (80, 24));
    let seen: BTreeSet<String> = screens.iter().map(|screen| picture(screen)).filter(|it| !it.is_empty()).collect();
    assert!(seen.len() > 10, "{} pictures", seen.len());
    let writes: Vec<Duration> =
        stage.log.iter().filter(|(_, did)| matches!(did, Did::Wrote(_))).map(|(at, _)| *at).collect();
    for second in 0..40 {
        let frames = writes.iter().filter(|it| it.as_secs() == second).count();
        assert!(frames <= 13, "{frames} writings in second {second}");
    }
    // Nothing is taken away and drawn again where nothing is written above it.
    let erased = stage.log.iter().filter(|(_, did)| matches!(did, Did::Wrote(text) if text.contains("\u{1b}[J")));
    assert!(erased.count() <= 12);
}

#[test]
fn a_still_session_shows_one_picture_a_step() {
    let step = step("knee-to-chest", "Lying on your back", Some(Side::Right));
    let (_, screens) = held(step, vec![(at(40), LEAVE)], Look { still: true, ..MOVING }, (80, 24));
    let seen: BTreeSet<String> = screens.iter().map(|screen| picture(screen)).filter(|it| !it.is_empty()).collect();
    assert_eq!(seen.len(), 1, "{seen:#?}");
}

#[test]
fn a_pause_stops_the_picture_too() {
    let step = step("knee-to-chest", "Lying on your back", Some(Side::Right));
    let paused = Duration::from_millis(12_700);
    let (stage, _) = held(step, vec![(paused, Act::key(' ')), (at(33), LEAVE)], MOVING, (80, 24));
    let later = |(when, did): &&(Duration, Did)| {
        *when > paused + Duration::from_millis(500) && *when < at(33) && matches!(did, Did::Wrote(_))
    };
    assert_eq!(stage.log.iter().filter(later).collect::<Vec<_>>(), [] as [&(Duration, Did); 0]);
}

#[test]
fn a_small_or_plain_terminal_shows_words_alone() {
    for (look, size) in [(MOVING, (80, 9)), (MOVING, (28, 24)), (Look { plain: true, ..MOVING }, (80, 24))] {
        let step = step("knee-to-chest", "Lying on your back", None);
        let leave =
            if look.plain { vec![(at(20), Act::key('q')), (at(20), Act::enter())] } else { vec![(at(20), LEAVE)] };
        let (_, screens) = held(step, leave, look, size);
        assert!(screens.iter().all(|screen| !has_dots(screen)), "{size:?}");
    }
}

#[test]
fn the_picture_of_the_other_side_is_the_mirror_of_the_one() {
    let of_side = |side| {
        step_picture(
            &step("knee-to-chest", "Lying on your back", Some(side)),
            bundled().poses("knee-to-chest").unwrap().unwrap(),
        )
        .unwrap()
    };
    let (left, right) = (of_side(Side::Left), of_side(Side::Right));
    assert_ne!(left.near, right.near);
    assert_eq!(left.side().map(Hand::other), right.side());
    for (one, other) in left.mirrored().bodies().iter().zip(right.bodies()) {
        for joint in Joint::ALL {
            let apart = one.at(joint).zip(other.at(joint)).map(|(one, other)| length(minus(one, other)));
            assert_eq!(one.at(joint).is_some(), other.at(joint).is_some());
            assert!(apart.is_none_or(|apart| apart < 0.001), "{joint:?}");
        }
    }
}

#[test]
fn stretches_that_stand_by_themselves_or_apart_are_drawn_as_well() {
    let catalogue = bundled();
    for row in catalogue.index().practices(Kind::Stretch) {
        let stretch = catalogue.stretch(row.id).unwrap();
        let apart = [RoutinePart::Apart, RoutinePart::ByItself].contains(&stretch.part);
        assert!(!apart || catalogue.poses(row.id).unwrap().is_some(), "{}", row.id);
    }
}

/// Where a step presses a point of a limb, the limb is that of the step.
#[test]
fn a_step_that_presses_shows_its_place_on_its_own_side() {
    let catalogue = bundled();
    let code = "BL62";
    let figure = || catalogue.figure(catalogue.index().figures_of(code).place.unwrap()).unwrap();
    assert_eq!(figure().side, Some(Hand::Left));
    let drawn = |is_other_side| {
        let picture = StepPicture::Place(StepPlace { figure: figure(), code: code.to_owned(), is_other_side });
        let frame = sciatica::session::Frame {
            pose: 0,
            from: 0,
            body: guide::model::Body::default(),
            is_moving: false,
            shows_before: false,
        };
        braille_picture(&frame_drawing(&picture, &frame), (50, 14), false)
    };
    let column = |lines: &[String]| {
        let line = lines.iter().find(|line| line.contains('●')).expect("a place");
        line.chars().position(|character| character == '●').unwrap()
    };
    let [left, right] = [drawn(false), drawn(true)];
    assert!(left.iter().all(|line| line.width() <= 50) && left.len() <= 14, "{left:#?}");
    assert!(column(&left) > 25 && column(&right) < 25, "{left:#?} {right:#?}");
}

/// Writes the pictures of all ways as a page, for the contact sheets in `docs/`: `just pictures`.
#[test]
fn all_pictures_fit_a_page() {
    let card = |(name, poses): (String, Vec<Drawing>)| Card {
        title: Title { name, ..Title::default() },
        body: vec![Block::Drawings(poses)],
        ..Card::default()
    };
    let head = PageHead { title: "Movements".to_owned(), ..PageHead::default() };
    let page = Handout {
        frame: PageFrame { head, ..PageFrame::default() },
        cards: drawings().into_iter().map(card).collect(),
    };
    let html = html(&page, false).expect("a page");
    assert!(html.matches("<figure").count() >= drawings().len());
    if let Some(path) = std::env::var_os("MOVEMENTS") {
        std::fs::write(path, html).expect("a file to write");
    }
}

/// A number that looks random, and is the same from run to run, below 1.
fn random(seed: &mut u64) -> f64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    f64::from(u32::try_from(*seed >> 33).unwrap()) / f64::from(1_u32 << 31)
}

/// Whether a text names the joint, or a bone that ends there.
fn names(text: &str, joint: Joint) -> bool {
    let mut bones = Bone::ALL.into_iter().filter(|bone| bone.ends().contains(&joint));
    let shared = joint.words().rsplit(' ').next().unwrap();
    text.contains(shared) || bones.any(|bone| text.contains(bone.words()))
}

/// A catalogue of an entry and its poses alone. What else is wrong with it does not matter.
struct Alone {
    folder: Scratch,
    path: String,
}

impl Alone {
    fn with_the_entry(id: &str) -> Self {
        let folder = Scratch::new();
        let entry = ["stretches", "techniques"].map(|kind| format!("{kind}/{id}.json"));
        let entry = entry.into_iter().find(|it| repository("data").join(it).exists()).expect("an entry");
        folder.write(&entry, &fs::read(repository("data").join(&entry)).unwrap());
        Self { folder, path: format!("poses/{id}.json") }
    }

    /// What is wrong with these poses.
    fn problems(&self, document: &Value) -> Vec<String> {
        self.folder.write(&self.path, document.to_string().as_bytes());
        let found = check_directory(self.folder.path()).unwrap().into_iter();
        found.filter(|problem| problem.file == self.path).map(|problem| problem.to_string()).collect()
    }
}

#[test]
fn each_broken_picture_is_refused_with_its_reason() {
    let own = documents("data/poses").into_iter().find(|(path, _)| path == "knee-to-chest.json").unwrap().1;
    let alone = Alone::with_the_entry("knee-to-chest");
    let way = "/ways/0";
    let broken = [
        ("/id", json!("knee-to-nose"), "does not match the name of the file"),
        ("/ways/0/label", json!("Standing on your head"), "no way is labelled"),
        ("/ways/0/view", json!("front"), "one side is near"),
        ("/ways/0/near", json!("left"), "does not show somebody lying on the back"),
        ("/ways/0/frame", json!([0.5, 3.6]), "no frame for a body"),
        ("/ways/0/frame", json!([8.0, 2.0]), "leaves the frame"),
        ("/ways/0/props/0/to", json!([99.0, 3.3]), "a mat leaves the frame"),
        ("/ways/0/props/0/thing", json!("floor"), "nothing that is a mat, is in the picture"),
        ("/ways/0/poses/0/caption", json!("Lie down on your back with both of your knees bent"), "11 words"),
        ("/ways/0/poses/0/caption", json!(" "), "0 words"),
        ("/ways/0/poses/0/seconds", json!(0), "0 seconds in a pose"),
        ("/ways/0/poses/1/joints", json!({}), "nothing has moved"),
        ("/ways/0/poses/1/joints/head", own.pointer("/ways/0/poses/0/joints/head").unwrap().clone(), "is where it was"),
        ("/ways/0/poses/1/joints/left-hip", json!([4.1, 2.9]), "is not told in this view"),
        ("/ways/0/poses/1/foreshortened", json!({"right-thigh": 0.3}), "where 0.56 are right"),
        ("/ways/0/poses/1/foreshortened", json!({"right-thigh": 1.3}), "1.3 of the right thigh"),
        ("/ways/0/poses/0/rests", json!({}), "rests on nothing"),
        ("/ways/0/poses/1/rests", json!({"right-knee": "mat"}), "heads from a mat"),
        ("/ways/0/poses/1/holds", json!({"left-ankle": "right-forearm"}), "does not touch the right forearm"),
        ("/ways/0/poses/1/arrows", json!([{"joint": "head", "by": [0, -9]}]), "an arrow leaves the frame"),
        (
            "/ways/0/poses/1/arrows",
            json!([{"joint": "left-fingers", "by": [0, 1]}, {"joint": "head", "by": [0, 0.1]}, {"joint": "hip", "by": [0, 0.1]}]),
            "3 arrows",
        ),
        ("/ways/0/poses/0/joints/left-ankle", json!([6.05, 3.5]), "below a mat"),
        ("/ways/0/poses", json!([own.pointer("/ways/0/poses/0").unwrap()]), "1 poses"),
        ("/ways/0/hand", json!([{"part": "palm", "path": [[1, 1], [2, 2]]}]), "a hand beside a body"),
        ("/ways/0/poses/1/arrows", json!([{"by": [0, 1]}]), "without a beginning"),
    ];
    for (pointer, value, reason) in broken {
        let mut document = own.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        match document.pointer_mut(parent).unwrap() {
            Value::Object(fields) => drop(fields.insert(key.to_owned(), value)),
            other => panic!("{other}"),
        }
        let found = alone.problems(&document);
        assert!(found.iter().any(|it| it.contains(reason)), "{pointer}: {reason}: {found:#?}");
    }
    let mut twice = own.clone();
    let second = own.pointer(way).unwrap().clone();
    twice["ways"].as_array_mut().unwrap().push(second);
    assert!(alone.problems(&twice).iter().any(|it| it.contains("a second picture of this way")));
}

#[test]
fn a_movement_has_to_be_seen_in_its_poses() {
    for (id, reason) in [
        ("cat-cow", "rounding the low back"),
        ("bridge", "lifting your weight"),
        ("knee-rolls", "twisting"),
        ("press-up", "arching the low back"),
    ] {
        let mut document =
            documents("data/poses").into_iter().find(|(path, _)| *path == format!("{id}.json")).unwrap().1;
        let way = &mut document["ways"][0]["poses"];
        let last = way.as_array().unwrap().len();
        for later in 1..last {
            // Nothing has moved.
            way[later]["joints"] = json!({});
            way[later]["rests"] = json!({});
        }
        let found = Alone::with_the_entry(id).problems(&document);
        assert!(found.iter().any(|it| it.contains(reason)), "{id}: {found:#?}");
    }
}

#[test]
fn a_joint_that_is_moved_by_half_a_head_or_more_is_refused_by_its_name() {
    let (mut seed, mut tried, mut refused, mut named, mut passed) = (18, 0, 0, 0, String::new());
    for (id, document) in documents("data/poses").into_iter().map(|(_, it)| (it["id"].as_str().unwrap().to_owned(), it))
    {
        let alone = Alone::with_the_entry(&id);
        assert_eq!(alone.problems(&document), [] as [&str; 0], "{id}");
        for (way, drawn) in document["ways"].as_array().unwrap().iter().enumerate() {
            for (pose, told) in drawn["poses"].as_array().into_iter().flatten().enumerate() {
                for (joint, at) in told["joints"].as_object().into_iter().flatten() {
                    let (far, turn) = (0.5 + random(&mut seed) * 0.7, random(&mut seed) * std::f64::consts::TAU);
                    let moved = [turn.cos(), turn.sin()].map(|by| by * far);
                    let moved = [0, 1].map(|axis| ((at[axis].as_f64().unwrap() + moved[axis]) * 100.0).round() / 100.0);
                    let mut changed = document.clone();
                    changed["ways"][way]["poses"][pose]["joints"][joint] = moved.to_vec().into();
                    let found = alone.problems(&changed);
                    tried += 1;
                    refused += usize::from(!found.is_empty());
                    named += usize::from(found.iter().any(|it| names(it, Joint::parse(joint).unwrap())));
                    if found.is_empty() {
                        passed.push_str(&format!(
                            "{id} {} pose {}: {joint} {at} -> {moved:?}\n",
                            drawn["label"],
                            pose + 1
                        ));
                    }
                }
            }
        }
    }
    assert!(tried > 700 && refused * 100 >= tried * 95, "{refused} of {tried}:\n{passed}");
    assert!(named * 100 >= refused * 99, "{named} of {refused}");
}
