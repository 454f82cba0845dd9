//! The figures: every point is drawn where its words put it, on its own side, and shown where there is room and leave to.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::time::Duration;
use std::{env, fs};

use guide::shelf::Catalogue;
use sciatica::error::Exit;
use sciatica::world::World;
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::support::{Answer, FIXTURE, Keeper, ask, ask_in, documents, files_below, folder, no_folder, repository};

const ESC: char = '\u{1b}';
const DOTS: std::ops::RangeInclusive<char> = '\u{2800}'..='\u{28ff}';
/// Rows of a drawing that stands alone, and of a map.
const ROWS: usize = 24;
const ROWS_OF_A_MAP: usize = 42;
const UTF8: (&str, &str) = ("LANG", "C.UTF-8");

type At = [f64; 2];

/// Every figure of ours by its id.
fn figures() -> BTreeMap<String, Value> {
    let figures = documents("data/figures").into_iter();
    figures.map(|(_, figure)| (figure["id"].as_str().unwrap().to_owned(), figure)).collect()
}

fn list<'v>(figure: &'v Value, key: &str) -> &'v [Value] {
    figure[key].as_array().expect("a list")
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

fn number(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn pair(value: &Value) -> At {
    [number(&value[0]), number(&value[1])]
}

fn landmark(figure: &Value, id: &str) -> At {
    let found = list(figure, "landmarks").iter().find(|it| text(it, "id") == id);
    pair(&found.unwrap_or_else(|| panic!("{} has no landmark {id}", figure["id"]))["at"])
}

fn codes_of(figure: &Value) -> Vec<&str> {
    list(figure, "points").iter().map(|point| text(point, "code")).collect()
}

/// Where a point lies, read from its figure once more.
fn point(figure: &Value, code: &str) -> At {
    let found = list(figure, "points").iter().find(|it| text(it, "code") == code);
    let at = &found.unwrap_or_else(|| panic!("{} does not show {code}", figure["id"]))["at"];
    if at["between"].is_array() {
        let [one, other] = [0, 1].map(|end| landmark(figure, at["between"][end].as_str().unwrap()));
        along(one, other, number(&at["part"]))
    } else {
        let ([x, y], [right, down]) = (landmark(figure, text(at, "from")), pair(&at["by"]));
        let cun = number(&figure["cun"]);
        [x + right * cun, y + down * cun]
    }
}

fn along([ax, ay]: At, [bx, by]: At, part: f64) -> At {
    [ax + part * (bx - ax), ay + part * (by - ay)]
}

fn apart([ax, ay]: At, [bx, by]: At) -> f64 {
    (ax - bx).hypot(ay - by)
}

/// A point or a landmark of a figure.
fn spot(figure: &Value, name: &str) -> At {
    if codes_of(figure).contains(&name) { point(figure, name) } else { landmark(figure, name) }
}

/// The corners of a closed path of M, L, C and Z, its curves as short lines.
fn corners(path: &str) -> Vec<Vec<At>> {
    let mut areas: Vec<Vec<At>> = Vec::new();
    let mut words = path.split_whitespace().peekable();
    while let Some(letter) = words.next() {
        let mut numbers: Vec<f64> = Vec::new();
        while let Some(number) = words.next_if(|word| !word.chars().all(char::is_alphabetic)) {
            numbers.push(number.parse().expect("a number"));
        }
        let ends: Vec<At> = numbers.chunks(2).map(|it| [it[0], it[1]]).collect();
        match letter {
            "M" => areas.push(ends),
            "L" => areas.last_mut().unwrap().extend(ends),
            "C" => {
                for curve in ends.chunks(3) {
                    let area = areas.last_mut().unwrap();
                    let start = *area.last().unwrap();
                    for step in 1..=16 {
                        let t = f64::from(step) / 16.0;
                        let [a, b, c] =
                            [along(start, curve[0], t), along(curve[0], curve[1], t), along(curve[1], curve[2], t)];
                        area.push(along(along(a, b, t), along(b, c, t), t));
                    }
                }
            }
            "Z" => assert!(numbers.is_empty(), "{path}"),
            other => panic!("{other} in {path}"),
        }
    }
    areas
}

/// Whether a place lies within a path: a line to the right crosses its edge an odd number of times.
fn within(path: &str, [x, y]: At) -> bool {
    let mut crossed = 0;
    for area in corners(path) {
        let next = area.iter().cycle().skip(1);
        for (&[ax, ay], &[bx, by]) in area.iter().zip(next) {
            crossed += usize::from((ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax));
        }
    }
    crossed % 2 == 1
}

fn area_of(code: &str) -> String {
    let bundled = Catalogue::bundled(sciatica::bundle()).unwrap();
    bundled.index().point(code).unwrap_or_else(|| panic!("no {code}")).area.to_owned()
}

/// The codes of every point of ours.
fn codes() -> Vec<String> {
    Catalogue::bundled(sciatica::bundle()).unwrap().index().points().map(|row| row.code.to_owned()).collect()
}

// The data

#[test]
fn a_place_is_within_a_path_or_not() {
    let square = "M 0 0 L 10 0 L 10 10 L 0 10 Z";
    assert!(within(square, [5.0, 5.0]) && !within(square, [15.0, 5.0]) && !within(square, [5.0, -1.0]));
    let bulge = "M 0 0 C 0 -12 10 -12 10 0 L 10 10 L 0 10 Z";
    assert!(within(bulge, [5.0, -8.0]) && !within(bulge, [1.0, -8.0]) && !within(bulge, [-1.0, 5.0]));
}

#[test]
fn every_point_has_a_locator_and_a_figure_of_its_place() {
    let (bundled, figures) = (Catalogue::bundled(sciatica::bundle()).unwrap(), figures());
    assert!(codes().len() >= 14);
    for code in codes() {
        let shown: Vec<(&str, bool)> = figures
            .iter()
            .filter(|(_, figure)| codes_of(figure).contains(&code.as_str()))
            .map(|(id, figure)| (id.as_str(), figure["locator"].as_bool().unwrap()))
            .collect();
        let [locators, places] =
            [true, false].map(|locator| shown.iter().filter(|it| it.1 == locator).map(|it| it.0).collect::<Vec<_>>());
        let of_index = bundled.index().figures_of(&code);
        assert_eq!((locators.len(), places.len()), (1, 1), "{code}: {shown:?}");
        assert_eq!((of_index.locator, of_index.place), (Some(locators[0]), Some(places[0])), "{code}");
    }
    for (id, figure) in &figures {
        let codes = codes_of(figure);
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len(), "{id} shows a point twice");
        assert!(!codes.is_empty(), "{id} shows no point");
        assert_eq!(bundled.figure(id).unwrap().points.len(), codes.len(), "{id}");
    }
}

#[test]
fn every_point_lies_on_the_body_and_in_its_own_area_alone() {
    let mut looked_at = 0;
    for (id, figure) in figures() {
        let edges: Vec<&Value> = list(&figure, "strokes").iter().filter(|it| text(it, "role") == "outline").collect();
        assert!(!edges.is_empty(), "{id}");
        for code in codes_of(&figure) {
            let at = point(&figure, code);
            assert!(edges.iter().any(|edge| within(text(edge, "path"), at)), "{code} lies beside {id}: {at:?}");
            let areas: Vec<&str> = list(&figure, "regions")
                .iter()
                .filter(|region| within(text(region, "path"), at))
                .map(|region| text(region, "area"))
                .collect();
            assert_eq!(areas, [area_of(code)], "{code} on {id}");
            looked_at += 1;
        }
    }
    assert!(looked_at >= 28, "{looked_at}");
}

/// Where the standard gives a part of the way between two places, as we read it.
const PARTS: [(&str, &str, &str, &str, f64); 15] = [
    ("buttock-back", "GB30", "bony-knob", "base-of-spine", 1.0 / 3.0),
    ("body-back", "GB30", "bony-knob", "base-of-spine", 1.0 / 3.0),
    ("hip-side", "GB29", "bony-corner", "bony-knob", 0.5),
    ("body-front", "GB29", "bony-corner", "bony-knob-hip", 0.5),
    ("back-of-knee", "BL40", "cord-outer", "cord-inner", 0.5),
    ("back-of-knee", "BL40", "crease-behind-knee", "crease-inner-end", 0.5),
    ("body-back", "BL40", "crease-behind-knee", "crease-inner-end", 0.5),
    ("back-of-leg", "BL57", "knee-crease-middle", "heel-cord", 0.5),
    ("body-back", "BL57", "crease-behind-knee", "outer-ankle-bone-tip", 0.5),
    ("outer-ankle", "BL60", "outer-ankle-bone-tip", "heel-cord", 0.5),
    ("body-back", "BL60", "outer-ankle-bone-tip", "heel-cord", 0.5),
    ("inner-ankle", "KD3", "inner-ankle-bone-tip", "heel-cord", 0.5),
    ("body-front", "KD3", "inner-ankle-bone", "heel-cord", 0.5),
    ("sole", "KD1", "web", "heel", 1.0 / 3.0),
    // The mid-line, which is half-way between a point and its twin.
    ("lower-back", "mid-line", "BL25", "BL25 on the other side", 0.5),
];

#[test]
fn every_part_of_the_way_is_the_one_that_the_standard_gives() {
    // Of a part along the way, and beside it only where one end is a line that runs across it.
    const NEAR: f64 = 0.02;
    let figures = figures();
    for (id, code, one, other, part) in PARTS {
        let figure = &figures[id];
        let (from, at) = (spot(figure, one), spot(figure, code));
        let to = other.strip_suffix(" on the other side").map_or_else(
            || spot(figure, other),
            |twin| {
                let [x, y] = point(figure, twin);
                [number(&figure["size"][0]) - x, y]
            },
        );
        let [dx, dy] = [to[0] - from[0], to[1] - from[1]];
        let found = ((at[0] - from[0]) * dx + (at[1] - from[1]) * dy) / (dx * dx + dy * dy);
        assert!((found - part).abs() <= NEAR, "{id}: {code} lies {found:.3} of the way from {one} to {other}");
        let lies_on_a_line_across =
            one.starts_with("cord") || code == "mid-line" || (id, code) == ("body-back", "BL57");
        let beside = apart(at, along(from, to, part)) / dx.hypot(dy);
        assert!(lies_on_a_line_across || beside <= NEAR, "{id}: {code} lies beside the way from {one} to {other}");
    }
}

/// Which way a distance is measured.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Way {
    Across,
    Down,
    Straight,
}

/// Distances that `facts/points.md` gives, in cun: 1a, and under the points.
const DISTANCES: [(&str, &str, &str, Way, f64); 18] = [
    ("back-of-leg", "crease-behind-knee", "outer-ankle-bone-tip", Way::Down, 16.0),
    ("body-back", "crease-behind-knee", "outer-ankle-bone-tip", Way::Down, 16.0),
    // The dimple of the knee lies level with its crease.
    ("body-front", "dimple", "outer-ankle-bone", Way::Down, 16.0),
    ("back-of-leg", "knee-crease-middle", "BL57", Way::Down, 8.0),
    ("body-back", "BL40", "BL57", Way::Down, 8.0),
    ("lower-back", "mid-line", "BL23", Way::Across, 1.5),
    ("lower-back", "mid-line", "BL25", Way::Across, 1.5),
    ("body-back", "spine-knob", "BL23", Way::Across, 1.5),
    ("body-back", "spine-knob", "BL25", Way::Across, 1.5),
    ("lower-back", "tops-of-hip-bones", "BL25", Way::Down, 0.3),
    ("body-back", "tops-of-hip-bones", "BL25", Way::Down, 0.3),
    ("outer-shin", "outer-knee-dimple", "ST36", Way::Down, 3.0),
    ("body-front", "dimple", "ST36", Way::Down, 3.0),
    ("outer-shin", "bony-knob", "GB34", Way::Straight, 1.0),
    ("outer-shin", "edge-of-shin", "ST36", Way::Across, 0.8),
    ("outer-ankle", "outer-ankle-bone-lower-edge", "BL62", Way::Straight, 0.5),
    ("body-back", "outer-ankle-bone-tip", "BL62", Way::Straight, 0.5),
    ("top-of-foot", "web", "LV3", Way::Straight, 1.5),
];

#[test]
fn distances_are_those_of_the_cun_table() {
    const NEAR: f64 = 0.07;
    let figures = figures();
    for (id, one, other, way, cun) in DISTANCES {
        let figure = &figures[id];
        let ([ax, ay], [bx, by]) = (spot(figure, one), spot(figure, other));
        let units = match way {
            Way::Across => (ax - bx).abs(),
            Way::Down => (ay - by).abs(),
            Way::Straight => (ax - bx).hypot(ay - by),
        };
        let found = units / number(&figure["cun"]);
        // What is less than a finger is told by eye.
        let allowed = if cun < 1.0 { 0.25 } else { NEAR * cun };
        assert!((found - cun).abs() <= allowed, "{id}: {one} and {other} are {found:.2} cun apart, not {cun}");
    }
}

/// What the whole body and a closer look at it both show, each in its own cun.
const SHOWN_TWICE: [(&str, &str, &str); 3] = [
    ("lower-back", "spine-2-knobs-up", "spine-knob"),
    ("lower-back", "tops-of-hip-bones", "spine-2-knobs-up"),
    ("buttock-back", "bony-knob", "base-of-spine"),
];

#[test]
fn a_closer_look_has_the_cun_of_the_whole_body() {
    let figures = figures();
    for (id, one, other) in SHOWN_TWICE {
        let cun = |figure: &Value| apart(landmark(figure, one), landmark(figure, other)) / number(&figure["cun"]);
        let [close, whole] = [&figures[id], &figures["body-back"]].map(cun);
        assert!((close / whole - 1.0).abs() <= 0.07, "{id}: {close:.2} cun, and {whole:.2} on the whole body");
    }
}

/// The spine of a figure of both sides stands in its middle, where the mirror stands.
#[test]
fn the_spine_is_in_the_middle() {
    for (id, knob) in [
        ("lower-back", "spine-knob"),
        ("lower-back", "mid-line"),
        ("body-back", "base-of-spine"),
        ("buttock-back", "base-of-spine"),
    ] {
        let figure = &figures()[id];
        let (at, middle) = (landmark(figure, knob)[0], number(&figure["size"][0]) / 2.0);
        assert!((at - middle).abs() < 0.5, "{id}: {knob} at {at}, the middle at {middle}");
    }
}

/// What lies further to the left, and further to the right, in each view of a left limb, with a word for each end.
const LEFT_TO_RIGHT: [(&str, &str, &str, &str, &str); 8] = [
    ("hip-side", "bony-corner", "bony-knob", "front", "back"),
    ("back-of-knee", "cord-outer", "cord-inner", "outer", "inner"),
    ("back-of-leg", "outer-ankle-bone-tip", "heel-cord", "outer", "inner"),
    ("outer-ankle", "cord", "heel", "toes", "heel"),
    ("inner-ankle", "heel", "big-toe", "heel", "big toe"),
    ("outer-shin", "edge-of-shin", "bony-knob", "shin", "calf"),
    ("sole", "big-toe", "third-toe", "big toe", "little toe"),
    ("top-of-foot", "second-toe", "big-toe", "little toe", "big toe"),
];

#[test]
fn left_and_right_are_right_in_every_view() {
    let figures = figures();
    for (id, left, right, word_left, word_right) in LEFT_TO_RIGHT {
        let figure = &figures[id];
        assert!(landmark(figure, left)[0] < landmark(figure, right)[0], "{id}: {left} is not to the left of {right}");
        let directions = &figure["directions"];
        let said = [0, 1].map(|side| directions[side].as_str().unwrap().to_owned());
        assert!(said[0].contains(word_left) && said[1].contains(word_right), "{id}: {said:?}");
    }
    // Whoever stands with the left side towards you has the front to your left.
    let [corner, knob] = ["bony-corner", "bony-knob"].map(|id| landmark(&figures["hip-side"], id));
    assert!(corner[0] < knob[0] && corner[1] < knob[1], "{corner:?} {knob:?}");
    for (id, figure) in &figures {
        let (left_is, side) = (figure["left_is"].as_str(), figure["side"].as_str());
        if side.is_some() {
            assert_eq!((left_is, side), (None, Some("left")), "{id}");
            assert!(text(figure, "title").to_lowercase().contains("left"), "{id} does not say which side");
            assert!(list(figure, "points").iter().all(|it| it["mirrored"] != true), "{id}: a limb has no other side");
            continue;
        }
        let expected = match text(figure, "aspect") {
            "back" => ("left", ["left", "right"]),
            "front" => ("right", ["right", "left"]),
            other => panic!("{id} is seen from {other}, and of no one side"),
        };
        assert_eq!((left_is, side), (Some(expected.0), None), "{id}");
        for (place, word) in expected.1.into_iter().enumerate() {
            assert!(figure["directions"][place].as_str().unwrap().contains(word), "{id}: {}", figure["directions"]);
        }
        assert!(list(figure, "points").iter().all(|it| it["mirrored"] == true), "{id}: a point on one side only");
    }
}

#[test]
fn a_closer_look_lists_the_landmarks_that_lead_to_each_point() {
    for (id, figure) in figures().iter().filter(|(_, figure)| figure["locator"] == false) {
        for point in list(figure, "points") {
            let listed = point["landmarks"].as_array().map_or(0, Vec::len);
            assert!((1..=6).contains(&listed), "{} on {id}: {listed}", text(point, "code"));
        }
    }
}

/// Which of two lies nearer to the mid-line of the whole body.
const INNER_AND_OUTER: [(&str, &str, &str); 13] = [
    ("body-back", "BL23", "GB30"),
    ("body-back", "GB30", "bony-knob"),
    ("body-back", "heel-cord", "outer-ankle-bone-tip"),
    ("body-back", "BL60", "BL62"),
    ("body-front", "bony-corner", "bony-knob-hip"),
    ("body-front", "edge-of-shin", "ST36"),
    ("body-front", "ST36", "GB34"),
    ("body-front", "GB34", "bony-knob-knee"),
    ("body-front", "inner-ankle-bone", "outer-ankle-bone"),
    ("body-front", "KD3", "cord"),
    ("body-front", "cord", "GB40"),
    ("body-front", "LV3", "web"),
    ("body-front", "KD3", "LV3"),
];

#[test]
fn inner_and_outer_are_told_apart_on_the_whole_body() {
    let figures = figures();
    for (id, inner, outer) in INNER_AND_OUTER {
        let figure = &figures[id];
        let middle = number(&figure["size"][0]) / 2.0;
        let [near, far] = [inner, outer].map(|name| (spot(figure, name)[0] - middle).abs());
        assert!(near < far, "{id}: {inner} lies further out than {outer}");
    }
}

fn sentences(text: &str) -> usize {
    text.split_inclusive(['.', '!', '?']).filter(|it| it.chars().any(char::is_alphabetic)).count()
}

/// The codes that a text names.
fn named<'c>(said: &str, codes: &'c [String]) -> Vec<&'c str> {
    let words: BTreeSet<&str> = said.split(|c: char| !c.is_alphanumeric()).collect();
    codes.iter().map(String::as_str).filter(|code| words.contains(code)).collect()
}

#[test]
fn an_alternative_is_a_few_sentences_on_the_view_or_on_one_point() {
    let all = codes();
    for (id, figure) in figures() {
        let view = text(&figure, "alternative");
        assert_eq!(named(view, &all), [""; 0], "{id}: the words of the view name a point");
        assert!((3..=8).contains(&sentences(view)), "{id}: {} sentences", sentences(view));
        let mut all_words = vec![view];
        for point in list(&figure, "points") {
            let said = text(point, "alternative");
            assert_eq!(named(said, &all), [text(point, "code")], "{id}: {said}");
            assert!((1..=2).contains(&sentences(said)), "{id}: {said}");
            all_words.push(said);
        }
        for said in all_words {
            assert!(said.ends_with('.'), "{id}: {said}");
            let longest = said.split(['.', ';']).map(|it| it.split_whitespace().count()).max().unwrap();
            assert!(longest <= 35, "{id}: a sentence of {longest} words: {said}");
        }
    }
}

/// Enough without the drawing: the landmarks from which a point is told are in the words too.
#[test]
fn an_alternative_names_the_landmarks_that_lead_to_a_point() {
    for (id, figure) in figures().into_iter().filter(|(_, figure)| figure["locator"] == false) {
        for point in list(&figure, "points") {
            let said = words(&figure, &[text(point, "code")]).to_lowercase();
            let ends = point["at"]["between"].as_array().cloned().unwrap_or_else(|| vec![point["at"]["from"].clone()]);
            for end in ends {
                let mark = list(&figure, "landmarks").iter().find(|it| it["id"] == end).expect("a landmark");
                let name = text(mark, "name").to_lowercase();
                let mut words =
                    name.split(" (").next().unwrap().split(' ').filter(|word| *word != "of" && *word != "the");
                assert!(words.all(|it| said.contains(it)), "{id}: {} by {name:?}, which is left out", point["code"]);
            }
        }
    }
}

/// A drawing shows a point on both sides by two markers, so the words must say it too.
#[test]
fn an_alternative_says_that_a_point_is_on_both_sides() {
    for (id, figure) in figures() {
        for point in list(&figure, "points") {
            let said = text(point, "alternative");
            let says_both = said.contains("oth sides") || said.split_whitespace().any(|word| word == "each");
            assert_eq!(says_both, point["mirrored"] == true, "{id}: {said}");
        }
    }
}

#[test]
fn landmarks_and_lines_are_told_apart() {
    for (id, figure) in figures() {
        for (kind, key) in [("landmarks", "id"), ("landmarks", "name"), ("strokes", "id")] {
            let mut seen = BTreeSet::new();
            for item in list(&figure, kind) {
                assert!(seen.insert(text(item, key)), "{id}: two {kind} have the {key} {}", item[key]);
            }
        }
        assert!((1..=60).contains(&list(&figure, "strokes").len()), "{id}: {}", list(&figure, "strokes").len());
    }
}

// The drawing

/// Asks at a terminal.
fn at_terminal(variables: &[(&str, &str)], color: bool, arguments: &[&str]) -> Answer {
    let variable = |name: &str| variables.iter().find(|(key, _)| *key == name).map(|(_, value)| OsString::from(value));
    let world = World {
        variable: &variable,
        since_1970: &|| Duration::ZERO,
        stdout_is_terminal: true,
        terminal_size: &|| None,
        links: &|| false,
        pager: &|_, _| Err(std::io::ErrorKind::NotFound.into()),
        color: &|_| color,
        dialogue: &|| None,
        device: &|_| None,
        write_file: &|_, _, _| Err(std::io::ErrorKind::Unsupported.into()),
        write_page: &|_| Err(std::io::ErrorKind::Unsupported.into()),
        browse: &|_| Err(std::io::ErrorKind::Unsupported.into()),
        profile: &Keeper::default(),
        write_folder: &no_folder,
    };
    let arguments = ["sciatica"].iter().chain(arguments).map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = sciatica::run(arguments, &world, &mut out, &mut err);
    let text = |bytes| String::from_utf8(bytes).expect("an answer in UTF-8");
    Answer { exit, out: text(out), err: text(err) }
}

fn has_dots(text: &str) -> bool {
    text.contains(|c| DOTS.contains(&c))
}

/// A text without its line breaks.
fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a figure with these points.
fn words(figure: &Value, codes: &[&str]) -> String {
    let points = list(figure, "points").iter().filter(|point| codes.contains(&text(point, "code")));
    let said: Vec<&str> = [figure].into_iter().chain(points).map(|it| text(it, "alternative")).collect();
    said.join(" ")
}

/// What a map says of a figure of ours, and what the card of one point of it says.
fn words_of(id: &str, code: &str) -> [String; 2] {
    let figure = &figures()[id];
    [words(figure, &codes_of(figure)), words(figure, &[code])]
}

/// What the figures say of each point, sentence by sentence, with the figure.
fn said_of_points() -> Vec<(String, String, String)> {
    let mut said = Vec::new();
    for (id, figure) in figures() {
        for point in list(&figure, "points") {
            let sentences = text(point, "alternative").split_inclusive(". ").map(str::trim);
            said.extend(sentences.map(|it| (id.clone(), text(point, "code").to_owned(), it.to_owned())));
        }
    }
    said
}

/// The lines of a drawing: those that an answer has with `--figure`, and not with `--no-figure`.
fn drawing(question: &[&str], width: &str) -> Vec<String> {
    let answered = |wish: &str| ask(&[question, &["--width", width, wish]].concat());
    let (drawn, in_words) = (answered("--figure").out, answered("--no-figure").out);
    let (drawn, in_words): (Vec<&str>, Vec<&str>) = (drawn.lines().collect(), in_words.lines().collect());
    let before = drawn.iter().zip(&in_words).take_while(|(one, other)| one == other).count();
    let (drawn, in_words) = (&drawn[before..], &in_words[before..]);
    let after = drawn.iter().rev().zip(in_words.iter().rev()).take_while(|(one, other)| one == other).count();
    let lines: Vec<String> = drawn[..drawn.len() - after].iter().map(|line| (*line).to_owned()).collect();
    let [first, last] = [lines.iter().position(|it| !it.is_empty()), lines.iter().rposition(|it| !it.is_empty())];
    first.zip(last).map_or_else(Vec::new, |(first, last)| lines[first..=last].to_vec())
}

/// What stands for a point: to be pressed, to be asked about, to be left out.
const MARKERS: [char; 3] = ['●', '○', '×'];

/// The marker of a point that is withheld by this word.
fn closing(word: &str) -> char {
    if word == "AVOID" { '×' } else { '○' }
}

/// The line of left and right: the first below the picture.
fn below(drawn: &[String]) -> usize {
    let starts = drawn.iter().position(|line| has_dots(line)).expect("a picture");
    let ends = drawn[starts..].iter().position(|line| !has_dots(line) && !line.contains(MARKERS));
    starts + ends.expect("words below the picture")
}

/// Every question whose drawing is kept, by the name of its snapshot.
fn questions() -> Vec<(String, Vec<String>)> {
    let of_figure = |id: &str| {
        figures()[id]["points"].as_array().unwrap().iter().map(|it| text(it, "code").to_owned()).collect::<Vec<_>>()
    };
    let question = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
    let points =
        codes().into_iter().map(|code| (format!("show-{}", code.to_lowercase()), vec!["show".to_owned(), code]));
    let maps = [
        ("map", question(&["map"])),
        ("map-pregnant", question(&["map", "--pregnant"])),
        ("map-blood-thinners", question(&["map", "--with", "blood-thinners"])),
        ("map-foot", question(&["map", "--region", "foot"])),
        ("map-back", [question(&["map"]), of_figure("body-back")].concat()),
        ("map-front", [question(&["map"]), of_figure("body-front")].concat()),
    ];
    points.chain(maps.map(|(name, question)| (name.to_owned(), question))).collect()
}

/// What is drawn grows with the terminal.
const WIDTHS: [&str; 3] = ["40", "80", "120"];

/// Refresh with `SNAPSHOTS=overwrite cargo test --test guide figures`, and look at every file that changed.
#[test]
fn every_drawing_is_as_it_was_looked_at() {
    let root = repository("tests/snapshots/figures");
    let overwrite = env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite");
    let mut kept = BTreeSet::new();
    for (name, question) in questions() {
        let question: Vec<&str> = question.iter().map(String::as_str).collect();
        for width in WIDTHS {
            let drawn = drawing(&question, width).join("\n") + "\n";
            let file = format!("{name}-{width}.txt");
            let path = root.join(&file);
            if overwrite {
                fs::create_dir_all(&root).unwrap();
                fs::write(&path, &drawn).unwrap();
            }
            let before = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
            assert!(
                drawn == before,
                "tests/snapshots/figures/{file} was:\n{before}\nand is:\n{drawn}\nIf it is better so, refresh it with \
                 `SNAPSHOTS=overwrite cargo test --test guide figures`"
            );
            kept.insert(file);
        }
    }
    assert_eq!(files_below(&root).into_iter().collect::<BTreeSet<_>>(), kept, "files that no question gives");
}

#[test]
fn a_drawing_fits_into_its_columns_and_rows_and_says_left_and_right() {
    for (name, question) in questions() {
        let question: Vec<&str> = question.iter().map(String::as_str).collect();
        for width in ["40", "55", "71", "72", "80", "99", "200"] {
            let drawn = drawing(&question, width);
            let columns = width.parse::<usize>().unwrap().min(120);
            let rows = if question[0] == "map" { ROWS_OF_A_MAP } else { ROWS + columns.saturating_sub(72) / 4 };
            assert!(has_dots(&drawn.join("\n")), "{name} at {width}");
            // Two bodies stand below one another where they have no room beside.
            for drawn in drawn.split(String::is_empty) {
                assert!((10..=rows).contains(&drawn.len()), "{name} at {width}: {} rows", drawn.len());
                for line in drawn {
                    assert!(line.width() <= columns && line.trim_end() == line, "{name} at {width}: {line:?}");
                    assert!(!line.contains('\u{2800}'), "{name} at {width}: no space, and empty: {line:?}");
                }
                let said: Vec<&str> = drawn[below(drawn)].split_whitespace().collect();
                let of_body = said.starts_with(&["L", "R"]) || said.starts_with(&["R", "L"]);
                assert!(of_body || said.starts_with(&["\u{2190}"]), "{name} at {width}: {said:?}");
            }
        }
    }
}

#[test]
fn the_side_that_is_seen_stands_under_each_figure() {
    let (bundled, figures) = (Catalogue::bundled(sciatica::bundle()).unwrap(), figures());
    for code in codes() {
        let of_index = bundled.index().figures_of(&code);
        let [body, place] = [of_index.locator, of_index.place].map(|id| &figures[id.unwrap()]);
        let body = if text(body, "aspect") == "front" { "R L" } else { "L R" };
        let limb = text(place, "side") == "left";
        let place_begins = if limb { "\u{2190} " } else { "L R" };
        for (width, begins) in [("40", place_begins.to_owned()), ("80", format!("{body} {place_begins}"))] {
            let drawn = drawing(&["show", &code], width);
            let below = unwrapped(&drawn[below(&drawn)..].join(" "));
            assert!(below.starts_with(&begins), "{code} at {width}: {below}");
            // Of one limb, the words too; they may be wrapped, each at its own side.
            let said = [0, 1].map(|side| place["directions"][side].as_str().unwrap());
            let mut words = said.into_iter().flat_map(|it| it.split(' ').map(move |word| (word, said)));
            let words = words.all(|(word, said)| {
                let often = |text: &str| text.split(' ').filter(|it| *it == word).count();
                often(&below) >= often(&said.join(" "))
            });
            assert!(words || !limb, "{code} at {width}: {below}");
        }
    }
}

/// Where there is no room for both, the place itself is drawn.
#[test]
fn a_wide_terminal_shows_the_body_and_the_place_and_a_narrow_one_the_place() {
    let (bundled, figures) = (Catalogue::bundled(sciatica::bundle()).unwrap(), figures());
    for code in codes() {
        let of_index = bundled.index().figures_of(&code);
        let [body, place] = [of_index.locator, of_index.place].map(|id| figures[id.unwrap()].clone());
        let said = words(&place, &[&code]);
        let [body, place] = [&body, &place].map(|figure| text(figure, "title"));
        let start = |title: &str| title.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
        for (columns, both) in [("72", true), ("80", true), ("140", true), ("71", false), ("40", false)] {
            let answer = at_terminal(&[UTF8, ("COLUMNS", columns)], false, &["show", &code]);
            let lines = answer.out.lines().filter(|line| !line.contains(&code)).collect::<Vec<_>>().join("\n");
            assert_eq!((answer.exit, has_dots(&answer.out)), (Exit::Answered, true), "{code} at {columns}");
            assert!(lines.contains(&start(place)), "{code} at {columns}:\n{}", answer.out);
            assert_eq!(lines.contains(&start(body)), both, "{code} at {columns}:\n{}", answer.out);
            assert!(answer.out.contains(&format!("● {code}")) || answer.out.contains('●'), "{code} at {columns}");
        }
        let words = at_terminal(&[UTF8, ("COLUMNS", "39")], false, &["show", &code]).out;
        assert!(!has_dots(&words) && unwrapped(&words).contains(&said), "{code}:\n{words}");
        let unwanted = at_terminal(&[UTF8, ("COLUMNS", "80")], false, &["show", &code, "--no-figure"]).out;
        assert!(!has_dots(&unwanted) && !unwrapped(&unwanted).contains(&said[..40]), "{code}:\n{unwanted}");
    }
}

#[test]
fn nothing_is_drawn_where_it_cannot_be_seen() {
    let [of_map, of_card] = words_of("body-back", "GB30");
    let words = |question: &[&str]| if question[0] == "map" { &of_map } else { &of_card };
    let poor: [&[(&str, &str)]; 6] = [
        &[UTF8, ("TERM", "linux")],
        &[UTF8, ("TERM", "dumb")],
        &[("LANG", "C")],
        &[("LANG", "C.UTF-8"), ("LC_ALL", "POSIX")],
        &[],
        &[UTF8, ("SCIATICA_PLAIN", "1")],
    ];
    for variables in poor {
        for wish in [&[][..], &["--figure"]] {
            let map = at_terminal(variables, false, &[&["map"], wish].concat());
            assert_eq!((map.exit, has_dots(&map.out)), (Exit::Answered, false), "{variables:?} {wish:?}\n{}", map.out);
            assert!(unwrapped(&map.out).contains(&of_map), "{variables:?} {wish:?}: {}", map.out);
            let show = at_terminal(variables, false, &[&["show", "GB30"], wish].concat());
            assert_eq!((show.exit, has_dots(&show.out)), (Exit::Answered, false), "{variables:?}\n{}", show.out);
        }
    }
    for question in [&["map"][..], &["show", "GB30"]] {
        for form in [&["--plain"][..], &["--plain", "--figure"], &["--width", "39", "--figure"], &["--no-figure"]] {
            let arguments = [question, form].concat();
            for out in [at_terminal(&[UTF8], false, &arguments).out, ask(&arguments).out] {
                assert!(!has_dots(&out), "{arguments:?}:\n{out}");
                let says = unwrapped(&out).contains(words(question));
                assert_eq!(says, question[0] == "map" || form.contains(&"--figure"), "{arguments:?}:\n{out}");
            }
        }
        // In a pipe, only where it is asked for.
        assert!(!has_dots(&ask(question).out), "{question:?}");
        assert!(!has_dots(&ask(&[question, &["--width", "80"]].concat()).out), "{question:?}");
        assert!(has_dots(&ask(&[question, &["--figure"]].concat()).out), "{question:?}");
        assert!(has_dots(&ask_in(&[UTF8, ("TERM", "xterm")], &[question, &["--figure"]].concat()).out), "{question:?}");
        assert!(has_dots(&at_terminal(&[UTF8, ("TERM", "xterm")], false, question).out), "{question:?}");
    }
    assert!(unwrapped(&ask(&["map"]).out).contains(&of_map), "a map in a pipe says it in words");
    let show = ask(&["show", "GB30"]);
    assert!(!unwrapped(&show.out).contains(&of_card[..40]), "a card in a pipe is no longer than it was: {}", show.out);
}

#[test]
fn json_and_markdown_carry_no_dots() {
    let [of_map, of_card] = words_of("body-back", "GB30");
    let [_, hip] = words_of("buttock-back", "GB30");
    for wish in [&[][..], &["--figure"], &["--no-figure"]] {
        for question in [&["map"][..], &["show", "GB30"]] {
            let json = [question, &["--format", "json"], wish].concat();
            let markdown = [question, &["--format", "markdown"], wish].concat();
            let all = [at_terminal(&[UTF8], true, &json), ask(&json)];
            assert!(all.iter().all(|answer| !answer.out.contains(|c| DOTS.contains(&c) || c == '●')), "{json:?}");
            assert!(all.iter().all(|answer| !answer.data().is_empty() && answer.exit == Exit::Answered), "{json:?}");
            for answer in [at_terminal(&[UTF8], false, &markdown), ask(&markdown)] {
                assert!(!answer.out.contains(|c| DOTS.contains(&c) || c == '●'), "{markdown:?}:\n{}", answer.out);
                let said = unwrapped(&answer.out);
                let expected = question[0] == "map" || wish == ["--figure"];
                let back = if question[0] == "map" { &of_map } else { &of_card };
                assert_eq!(said.contains(back), expected, "{markdown:?}:\n{}", answer.out);
                assert_eq!(said.contains(&hip), expected && question[0] == "show", "{markdown:?}:\n{}", answer.out);
            }
        }
    }
}

/// How many rows of dots a drawing has.
fn dotted_rows(question: &[&str], width: &str) -> usize {
    drawing(question, width).iter().filter(|line| has_dots(line)).count()
}

#[test]
fn a_wider_terminal_never_shows_less_of_a_place() {
    for code in codes() {
        let rows = ["40", "60", "80", "100", "120"].map(|width| dotted_rows(&["show", &code], width));
        assert!(rows.is_sorted() && rows[0] < rows[4], "{code}: {rows:?}");
    }
}

#[test]
fn one_point_needs_no_more_rows_than_a_screen_has() {
    assert!(drawing(&["map", "GB30"], "71").len() <= ROWS && drawing(&["show", "GB30"], "71").len() <= ROWS);
}

#[test]
fn of_two_places_on_a_leg_the_higher_is_not_drawn_lower_on_the_whole_body() {
    for width in ["72", "76", "80", "90", "99", "100", "120"] {
        let row_of = |code: &str| {
            let drawn = drawing(&["show", code], width);
            let body: Vec<String> = drawn.iter().map(|line| line.chars().take(23).collect()).collect();
            let head = body.iter().position(|line| has_dots(line)).unwrap();
            body.iter().position(|line| line.contains('●')).unwrap() - head
        };
        assert!(row_of("GB34") <= row_of("ST36"), "at {width}");
    }
}

/// The codes that a map says are withheld, by the word.
fn withheld(map: &[&str]) -> (Vec<String>, BTreeMap<String, &'static str>) {
    let (mut open, mut closed) = (Vec::new(), BTreeMap::new());
    for entry in ask(&[map, &["--format", "json"]].concat()).data() {
        let code = text(&entry, "code").to_owned();
        match (entry["withheld"] == true, text(&entry, "level")) {
            (false, _) => open.push(code),
            (true, "ask") => drop(closed.insert(code, "ASK FIRST")),
            (true, "avoid") => drop(closed.insert(code, "AVOID")),
            (true, other) => panic!("{code} is withheld at the level {other:?}"),
        }
    }
    (open, closed)
}

#[test]
fn a_map_marks_every_point_and_those_that_are_withheld_by_the_word() {
    let profiles: [&[&str]; 7] = [
        &["map"],
        &["map", "--pregnant"],
        &["map", "--with", "blood-thinners"],
        &["map", "--with", "numb-skin"],
        &["map", "--cleared", "pregnancy"],
        &["map", "--region", "foot", "--pregnant"],
        &["map", "GB30", "BL60", "--pregnant", "--cleared", "pregnancy"],
    ];
    let mut seen = BTreeSet::new();
    for (map, width) in profiles.into_iter().flat_map(|map| [(map, "100"), (map, "80"), (map, "44")]) {
        let (open, closed) = withheld(map);
        let drawn = drawing(map, width);
        let words = drawn.join("\n");
        for code in open.iter().chain(closed.keys()) {
            let told = words.split([' ', ',', '\n']).filter(|word| word == code).count();
            assert_eq!(told, 1, "{code} in {map:?} at {width}:\n{words}");
        }
        for word in ["ASK FIRST", "AVOID"] {
            let expected = closed.values().any(|level| *level == word);
            assert_eq!(words.contains(&format!("{} {word}", closing(word))), expected, "{map:?} at {width}:\n{words}");
        }
        for (markers, there) in [(&['●'][..], !open.is_empty()), (&['○', '×'], !closed.is_empty())] {
            let pictures = drawn.iter().filter(|line| has_dots(line));
            let marked = pictures.map(|line| line.matches(markers).count()).sum::<usize>();
            assert!(if there { marked >= 2 } else { marked == 0 }, "{map:?} at {width}:\n{}", drawn.join("\n"));
        }
        // The words below say it too, whatever is drawn.
        let said = ask(&[map, &["--plain"]].concat()).out;
        for (code, word) in &closed {
            let line = said.lines().find(|line| line.starts_with(&format!("{word}: "))).unwrap_or_default();
            assert!(line.split([' ', ',']).any(|it| it == code), "{map:?}: {said}");
            seen.insert(*word);
        }
    }
    assert_eq!(seen, ["ASK FIRST", "AVOID"].into());
}

#[test]
fn a_withheld_point_is_never_drawn_by_show() {
    let bundled = Catalogue::bundled(sciatica::bundle()).unwrap();
    let precautions: Vec<&str> = bundled.index().precautions().map(|row| row.id).collect();
    let codes = codes();
    let (mut drawn, mut stopped) = (0, 0);
    for precaution in precautions {
        let declared = ["show", "--with", precaution];
        let all: Vec<&str> = declared.into_iter().chain(codes.iter().map(String::as_str)).collect();
        let records = ask(&[&all[..], &["--format", "json"]].concat()).data();
        for code in &codes {
            let record = records.iter().find(|it| it["code"] == **code);
            // A red flag in place of every point.
            let withheld = record.is_none_or(|it| it["withheld"] == true);
            let answer = at_terminal(&[UTF8, ("COLUMNS", "80")], false, &[&declared[..], &[code, "--figure"]].concat());
            assert_eq!(has_dots(&answer.out), !withheld, "{code} with {precaution}:\n{}", answer.out);
            assert_eq!(answer.out.contains('●'), !withheld, "{code} with {precaution}:\n{}", answer.out);
            assert_eq!(answer.exit == Exit::Stopped, withheld, "{code} with {precaution}: {:?}", answer.exit);
            *(if withheld { &mut stopped } else { &mut drawn }) += 1;
        }
    }
    assert!(drawn > 100 && stopped > 100, "{drawn} drawn, {stopped} withheld");
}

#[test]
fn nor_do_the_words_of_its_figure_stand_in_for_it() {
    for code in ["BL60", "LV3", "BL23"] {
        let bundled = Catalogue::bundled(sciatica::bundle()).unwrap();
        let [_, said] = words_of(bundled.index().figures_of(code).place.unwrap(), code);
        let forms: [&[&str]; 4] = [
            &["--figure", "--plain"],
            &["--figure", "--format", "markdown"],
            &["--figure", "--width", "39"],
            &["--figure", "--full"],
        ];
        for form in forms {
            let open = ask(&[&["show", code], form].concat());
            assert_eq!(unwrapped(&open.out).contains(&said), !form.contains(&"--full"), "{code} {form:?}");
            let closed = ask(&[&["show", code, "--pregnant"], form].concat());
            assert!(!unwrapped(&closed.out).contains(&said[..40]), "{code} {form:?}:\n{}", closed.out);
            assert_eq!((closed.exit, has_dots(&closed.out)), (Exit::Stopped, false), "{code} {form:?}");
        }
    }
    // Of two, the one that is not withheld.
    let both = ask(&["show", "ST36", "BL60", "--pregnant", "--cleared", "pregnancy", "--figure", "--width", "40"]);
    assert_eq!(both.exit, Exit::Stopped);
    assert!(has_dots(&both.out) && both.out.contains("Outer side of the left knee and shin"), "{}", both.out);
    assert!(!both.out.contains("Outer ankle of the left foot"), "{}", both.out);
}

/// Forms with words in place of a drawing.
const IN_WORDS: [&[&str]; 3] = [&["--plain"], &["--format", "markdown"], &["--width", "39"]];

/// Fails unless an answer holds what the figures of `shown` say of these points, and nothing that any says of others.
fn assert_tells(answer: &str, shown: &[&str], of: &[&str], asked: &str) {
    let answer = unwrapped(answer);
    for (figure, code, said) in said_of_points() {
        let expected = shown.contains(&figure.as_str()) && of.contains(&code.as_str());
        assert_eq!(answer.contains(&said), expected, "{asked}, {code} on {figure}: {said}\n{answer}");
    }
}

#[test]
fn the_words_tell_of_the_point_that_is_asked_for_alone() {
    let bundled = Catalogue::bundled(sciatica::bundle()).unwrap();
    for code in codes() {
        let of_index = bundled.index().figures_of(&code);
        let [body, place] = [of_index.locator.unwrap(), of_index.place.unwrap()];
        for form in IN_WORDS {
            let map = ask(&[&["map", &code], form].concat());
            assert_eq!(map.exit, Exit::Answered, "{code}: {}", map.err);
            assert_tells(&map.out, &[body], &[&code], &format!("map {code} {form:?}"));
            let show = ask(&[&["show", &code, "--figure"], form].concat());
            assert_eq!(show.exit, Exit::Answered, "{code}: {}", show.err);
            assert_tells(&show.out, &[body, place], &[&code], &format!("show {code} {form:?}"));
        }
        // On paper they stand beside the drawing.
        let page = ask(&["handout", &code, "--full"]);
        assert_eq!(page.out.matches("<desc ").count(), 2, "{code}");
        assert_tells(&page.out, &[body, place], &[&code], &format!("handout {code}"));
    }
}

#[test]
fn the_words_of_a_map_tell_the_level_in_place_of_where_a_withheld_point_is() {
    let bundled = Catalogue::bundled(sciatica::bundle()).unwrap();
    let bodies = ["body-back", "body-front"];
    let (mut told, mut seen) = (0, BTreeSet::new());
    for precaution in bundled.index().precautions() {
        let map = ["map", "--with", precaution.id];
        if ask(&map).exit == Exit::Stopped {
            continue;
        }
        let (open, closed) = withheld(&map);
        let open: Vec<&str> = open.iter().map(String::as_str).collect();
        for form in IN_WORDS {
            let answer = ask(&[&map[..], form].concat());
            let asked = format!("{map:?} {form:?}");
            assert_tells(&answer.out, &bodies, &open, &asked);
            let said = unwrapped(&answer.out);
            for (code, word) in &closed {
                assert!(said.contains(&format!(" {code}: {word}.")), "{asked}: {code}\n{said}");
                seen.insert(*word);
                told += 1;
            }
        }
    }
    assert!(told > 100 && seen == ["ASK FIRST", "AVOID"].into(), "{told} {seen:?}");
}

#[test]
fn no_form_tells_where_a_withheld_point_is_drawn() {
    for code in codes() {
        for question in [&["show", &code, "--figure"][..], &["show", &code], &["handout", &code], &["map", &code]] {
            for form in IN_WORDS.into_iter().chain([&["--width", "80"][..], &["--format", "json"]]) {
                let form = if question[0] == "handout" { &[] } else { form };
                let answer = ask(&[question, &["--pregnant"], form].concat());
                assert!(matches!(answer.exit, Exit::Answered | Exit::Stopped), "{question:?} {form:?}: {}", answer.err);
                assert_tells(&answer.out, &[], &[], &format!("{question:?} {form:?}"));
            }
        }
    }
}

#[test]
fn the_frozen_catalogue_draws_nothing_of_a_withheld_point_in_any_form() {
    let catalogue = folder(FIXTURE);
    for form in
        [&["--width", "80"][..], &["--width", "30"], &["--plain"], &["--format", "markdown"], &["--format", "json"]]
    {
        let question =
            |extra: &[&'static str]| [&["show", "GB30", "--figure", "--catalogue", &catalogue], form, extra].concat();
        let open = ask(&question(&[]));
        assert!(open.out.contains("HOWTOGB30"), "{form:?}: {}", open.out);
        let closed = ask(&question(&["--pregnant"]));
        assert_eq!(closed.exit, Exit::Stopped, "{form:?}");
        assert!(!closed.out.contains("HOWTO") && !has_dots(&closed.out), "{form:?}: {}", closed.out);
        let map = |extra: &[&'static str]| ask(&[&["map", "--catalogue", &catalogue], form, extra].concat()).out;
        let in_words = form != ["--format", "json"];
        assert_eq!(map(&[]).contains("HOWTOGB30") && map(&[]).contains("HOWTOLV3"), in_words, "{form:?}");
        assert!(!map(&["--pregnant"]).contains("HOWTO"), "{form:?}");
    }
}

#[test]
fn a_point_on_no_figure_is_no_error() {
    let catalogue = folder(FIXTURE);
    let asked =
        |arguments: &[&str]| ask(&[arguments, &["--figure", "--width", "80", "--catalogue", &catalogue]].concat());
    let show = asked(&["show", "BL40"]);
    assert_eq!((show.exit, has_dots(&show.out)), (Exit::Answered, false), "{}", show.out);
    let map = asked(&["map", "BL40"]);
    assert_eq!((map.exit, has_dots(&map.out)), (Exit::Answered, false), "{}", map.out);
    assert!(map.out.contains("BL40"), "{}", map.out);
}

#[test]
fn a_map_draws_what_is_asked_for() {
    let drawn = |question: &[&str]| drawing(question, "80").join("\n");
    let one = drawn(&["map", "GB30"]);
    assert!(one.contains("GB30") && !one.contains("BL23") && one.contains("from behind"), "{one}");
    assert!(!one.contains("from the front"), "a body with nothing on it: {one}");
    let foot = ask(&["map", "--region", "foot", "--format", "json"]).data();
    let areas: BTreeSet<&str> = foot.iter().map(|it| text(it, "region")).collect();
    assert_eq!(areas, ["foot"].into());
    let knee = ask(&["map", "--region", "knee", "--format", "json"]).data();
    assert_eq!(knee.iter().map(|it| text(it, "code")).collect::<Vec<_>>(), ["BL40"]);
    for (question, says) in [
        (&["map", "GB300"][..], "GB300"),
        (&["map", "cat-cow"], "cat-cow"),
        (&["map", "GB30", "--region", "foot"], "point"),
    ] {
        let answer = ask(question);
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Failed, ""), "{question:?}");
        assert!(answer.err.contains(says), "{question:?}: {}", answer.err);
    }
    let elbow = ask(&["map", "--region", "elbow"]);
    assert_eq!((elbow.exit, elbow.out.as_str()), (Exit::Usage, ""), "{}", elbow.err);
    let some = ask(&["map", "GB30", "GB300"]);
    assert_eq!(some.exit, Exit::Failed);
    assert!(some.out.contains("GB30") && some.err.contains("GB300"), "{} {}", some.out, some.err);
    let flag = ask(&["map", "--with", "suspected-clot", "--figure"]);
    assert_eq!((flag.exit, has_dots(&flag.out)), (Exit::Stopped, false), "{}", flag.out);
}

#[test]
fn each_marker_has_a_look_and_a_shape_of_its_own() {
    for question in [&["map", "--pregnant"][..], &["map"], &["show", "GB30"]] {
        let colored = at_terminal(&[UTF8, ("COLUMNS", "80")], true, question).out;
        let bare = at_terminal(&[UTF8, ("COLUMNS", "80")], false, question).out;
        assert_eq!(anstream::adapter::strip_str(&colored).to_string(), bare, "{question:?}");
        assert!(!bare.contains(ESC) && bare.contains(['●', '○', '×']), "{question:?}: {bare}");
        let look = [("●", "[1m", "[35m"), ("○", "[1m\u{1b}[4m", "[33m"), ("×", "[1m", "[31m")];
        for (marker, effects, hue) in look {
            let painted = format!("{ESC}{effects}{ESC}{hue}{marker}{ESC}[0m");
            assert_eq!(colored.matches(marker).count(), colored.matches(&painted).count(), "{question:?}: {colored}");
        }
        for line in colored.lines().filter(|line| has_dots(line)) {
            let painted = |(marker, effects, hue)| format!("{ESC}{effects}{ESC}{hue}{marker}{ESC}[0m");
            let rest = look.into_iter().map(painted).fold(line.to_owned(), |line, it| line.replace(&it, ""));
            let weights = ["[0m", "[1m", "[2m"].map(|weight| format!("{ESC}{weight}"));
            let rest = weights.iter().fold(rest, |rest, weight| rest.replace(weight, ""));
            assert!(!rest.contains(ESC), "{question:?}: the lines of the body have no colour: {line:?}");
        }
    }
}

#[test]
fn to_draw_and_not_to_draw_is_a_wrong_command_line() {
    for question in [&["map"][..], &["show", "GB30"]] {
        for wishes in [["--figure", "--no-figure"], ["--no-figure", "--figure"]] {
            let answer = ask(&[question, &wishes].concat());
            assert_eq!((answer.exit as i32, answer.out.as_str()), (2, ""), "{question:?} {wishes:?}");
            assert!(answer.err.contains("--figure") && answer.err.contains("--no-figure"), "{}", answer.err);
        }
    }
}
