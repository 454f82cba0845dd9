//! Screening, exhaustively: no output tells how to do what is withheld, and declaring more never loosens anything.
//!
//! Every how-to text of the frozen catalogue carries a marker of its entry, `HOWTOGB30`; what belongs to one way carries
//! that way too, `HOWTOGB30WAY2`, and so do easier versions, `HOWTOGB30EASIER`, and disputes about dose and pressure,
//! `HOWTOGB30SAID`. Its holds are numbers that stand nowhere else.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::Index;
use sciatica::catalogue::{Catalogue, Kind, Span, Target};
use sciatica::error::Exit;
use sciatica::query::{self, Stance};
use sciatica::screening::{Dose, Dosing, Level, Profile, Reader, Verdict, screen};
use serde_json::Value;

use crate::support::{Answer, FIXTURE, Keeper, ask, ask_in, ask_keeping, documents, each_text, folder, repository};

/// An entry of the frozen catalogue that tells how to do something, with the holds of each of its ways.
struct Planted {
    kind: Kind,
    id: &'static str,
    ways: &'static [[&'static str; 2]],
}

const ENTRIES: [Planted; 8] = [
    Planted { kind: Kind::Point, id: "BL25", ways: &[["47", "59"]] },
    Planted { kind: Kind::Point, id: "GB30", ways: &[["41", "53"], ["23", "29"], ["13", "19"]] },
    Planted { kind: Kind::Point, id: "BL40", ways: &[["14", "17"], ["16", "18"]] },
    Planted { kind: Kind::Point, id: "LV3", ways: &[["37", "43"], ["32", "35"]] },
    Planted { kind: Kind::Stretch, id: "arch-and-round", ways: &[["71", "73"], ["61", "67"]] },
    Planted { kind: Kind::Stretch, id: "knee-rock", ways: &[["31", "34"]] },
    Planted { kind: Kind::Technique, id: "ball-at-wall", ways: &[["38", "39"]] },
    Planted { kind: Kind::Technique, id: "thumb-press", ways: &[["51", "57"], ["44", "46"]] },
];

/// The page of the frozen catalogue with a dispute about dose, which is not for a reader who declared anything.
const PAGE: &str = "how-long";

/// Its precautions, with what each alone does to the entries: `-` nothing, `l` limits, `a` ask first, `x` avoid.
const PRECAUTIONS: [(&str, &str); 9] = [
    ("blood-thinners", "aaxa --xa"),
    ("frail", "llll llxl"),
    ("heart-condition", "al-l --al"),
    ("narrow-canal", "---- l---"),
    ("new-hip", "-x-l -xxx"),
    ("numb-skin", "--ll ---l"),
    ("pacemaker", "---- ----"),
    ("pregnancy", "xaax lxxa"),
    ("suspected-clot", "--xx ---x"),
];

const UTF_8: (&str, &str) = ("LANG", "C.UTF-8");
const ASCII: (&str, &str) = ("LANG", "C");

fn marker(id: &str) -> String {
    format!("howto{}", id.replace('-', "").to_lowercase())
}

fn planted_ids() -> Vec<&'static str> {
    ENTRIES.iter().map(|entry| entry.id).collect()
}

fn fixture() -> Catalogue {
    Catalogue::in_directory(&repository(FIXTURE)).expect("a catalogue without problems")
}

fn ids() -> Vec<&'static str> {
    PRECAUTIONS.iter().map(|(id, _)| *id).collect()
}

/// Nothing, every precaution, and every pair.
fn profiles(ids: &[&str]) -> Vec<Vec<String>> {
    let mut profiles = vec![Vec::new()];
    for (place, one) in ids.iter().enumerate() {
        profiles.push(vec![(*one).to_owned()]);
        profiles.extend(ids.iter().skip(place + 1).map(|other| vec![(*one).to_owned(), (*other).to_owned()]));
    }
    profiles
}

/// Every form of an answer: format and shape, with and without citations, for cards also whole; and without UTF-8.
fn forms(cards: bool) -> Vec<(Vec<&'static str>, (&'static str, &'static str))> {
    let shapes: [&[&str]; 6] =
        [&[], &["--width", "80"], &["--width", "40"], &["--plain"], &["--format", "json"], &["--format", "markdown"]];
    // A list cites nothing, and is always whole.
    let extents: &[&[&str]] =
        if cards { &[&[], &["--full"], &["--sources"], &["--full", "--sources"]] } else { &[&[]] };
    let mut forms: Vec<_> =
        shapes.iter().flat_map(|shape| extents.iter().map(|extent| ([*shape, extent].concat(), UTF_8))).collect();
    let most = extents.last().copied().unwrap_or_default();
    forms.extend(shapes.iter().take(4).map(|shape| ([*shape, most].concat(), ASCII)));
    forms
}

/// Asks in every form; `question` is what stands before the options.
///
/// A pair is not asked without UTF-8: that only spells in ASCII what the other forms say.
fn in_every_form(question: &[&str], profile: &[String], mut look: impl FnMut(&[String], &Answer)) {
    let catalogue = folder(FIXTURE);
    let forms = forms(matches!(question[0], "show" | "learn")).into_iter();
    for (form, locale) in forms.filter(|(_, locale)| profile.len() < 2 || *locale == UTF_8) {
        let mut arguments: Vec<String> = question.iter().chain(&form).map(|&it| it.to_owned()).collect();
        arguments.extend(["--catalogue".to_owned(), catalogue.clone()]);
        if !profile.is_empty() {
            arguments.extend(["--with".to_owned(), profile.join(",")]);
        }
        look(&arguments, &ask_in(&[locale], &arguments));
    }
}

fn target(catalogue: &Catalogue, id: &str) -> Target<'static> {
    let found = ENTRIES.iter().find(|entry| entry.id == id).expect("an entry of the table");
    assert!(catalogue.index().facets(Target { kind: found.kind, id: found.id }).is_some(), "{id} is not there");
    Target { kind: found.kind, id: found.id }
}

fn reader<'c>(catalogue: &'c Catalogue, declared: &[String]) -> Reader<'c> {
    Reader::new(catalogue, Profile::new(declared.to_vec(), Vec::new())).expect("a reader")
}

fn verdict<'c>(catalogue: &'c Catalogue, reader: &Reader<'c>, entry: Target<'_>) -> Verdict<'c> {
    reader.judge(&catalogue.index().facets(entry).expect("an entry with how-to"))
}

/// What screening withholds from a reader whom no clinician has cleared.
#[derive(Default)]
struct Hidden {
    /// Entries whose how-to is withheld.
    entries: Vec<&'static str>,
    /// Texts that no answer may hold, in lower case.
    texts: Vec<String>,
    /// Numbers that no answer may hold as a word.
    numbers: Vec<&'static str>,
}

impl Hidden {
    fn everything() -> Self {
        let mut hidden = Self::default();
        for entry in &ENTRIES {
            hidden.hide(entry);
        }
        hidden.texts.push(marker(PAGE));
        hidden
    }

    fn from(catalogue: &Catalogue, profile: &[String]) -> Self {
        let reader = reader(catalogue, profile);
        if reader.red_flags().next().is_some() {
            return Self::everything();
        }
        let mut hidden = Self::default();
        for entry in &ENTRIES {
            let verdict = verdict(catalogue, &reader, target(catalogue, entry.id));
            if verdict.withheld {
                hidden.hide(entry);
                continue;
            }
            let open: Vec<usize> = verdict.open_ways().collect();
            for (place, numbers) in entry.ways.iter().enumerate().filter(|(place, _)| !open.contains(place)) {
                hidden.texts.push(format!("{}way{}", marker(entry.id), place + 1));
                hidden.texts.push(format!("{}easier", marker(entry.id)));
                hidden.numbers.extend(numbers);
            }
            if verdict.level.is_some() {
                hidden.texts.push(format!("{}said", marker(entry.id)));
            }
        }
        if !profile.is_empty() {
            hidden.texts.push(marker(PAGE));
        }
        hidden
    }

    fn hide(&mut self, entry: &Planted) {
        self.entries.push(entry.id);
        self.texts.push(marker(entry.id));
        self.numbers.extend(entry.ways.iter().flatten());
    }

    fn assert_texts_untold(&self, arguments: &[String], answer: &Answer) {
        let text = format!("{}\n{}", answer.out, answer.err).to_lowercase();
        for hidden in &self.texts {
            assert!(!text.contains(hidden), "{arguments:?} tells what is withheld, {hidden}:\n{text}");
        }
    }

    fn assert_untold(&self, arguments: &[String], answer: &Answer) {
        self.assert_texts_untold(arguments, answer);
        let text = format!("{}\n{}", answer.out, answer.err).to_lowercase();
        let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        for number in &self.numbers {
            assert!(!words.contains(number), "{arguments:?} tells a dose that is withheld, {number}:\n{text}");
        }
    }
}

fn count(text: &str, marker: &str) -> usize {
    text.matches(marker).count()
}

#[test]
fn tells_all_how_to_when_nothing_is_declared() {
    for entry in &ENTRIES {
        let path = format!("{}/{}.json", entry.kind.folder(), entry.id);
        let file = std::fs::read_to_string(repository(FIXTURE).join(path)).unwrap().to_lowercase();
        let marker = marker(entry.id);
        in_every_form(&["show", entry.id], &[], |arguments, answer| {
            let text = answer.out.to_lowercase();
            assert!(text.contains(&marker), "{arguments:?} does not tell how to do {}:\n{text}", entry.id);
            assert!(text.contains(entry.ways[0][0]), "{arguments:?} does not tell the dose of {}:\n{text}", entry.id);
            if arguments.iter().any(|it| it == "--full") {
                let parts = (1..=entry.ways.len()).map(|way| format!("{marker}way{way}"));
                let parts = parts.chain([format!("{marker}easier"), format!("{marker}said")]);
                for part in parts.filter(|part| file.contains(part)) {
                    assert!(text.contains(&part), "{arguments:?} leaves {part} out:\n{text}");
                }
            }
            if arguments.iter().any(|it| it == "json") {
                assert_eq!(count(&text, &marker), count(&file, &marker), "{arguments:?} leaves how-to out:\n{text}");
            }
            assert_eq!(answer.exit, Exit::Answered);
        });
    }
}

#[test]
fn tells_a_dispute_about_dose_on_a_page_to_who_declared_nothing() {
    in_every_form(&["learn", PAGE], &[], |arguments, answer| {
        let whole = arguments.iter().any(|it| it == "--full" || it == "json");
        assert_eq!(answer.out.to_lowercase().contains(&marker(PAGE)), whole, "{arguments:?}:\n{}", answer.out);
    });
}

#[test]
fn the_markers_tell_the_entries_and_their_ways_apart() {
    for one in &ENTRIES {
        for other in ENTRIES.iter().filter(|other| other.id != one.id) {
            assert!(!marker(one.id).starts_with(&marker(other.id)), "{} and {}", one.id, other.id);
        }
        assert!(one.ways.len() < 10, "way 1 of {} would hide way 10", one.id);
    }
    // Every how-to text carries one: a text without it would leak unseen.
    for (path, entry) in documents(FIXTURE) {
        let id = entry["code"].as_str().or(entry["id"].as_str()).unwrap_or_default();
        if planted_ids().contains(&id) {
            for text in how_to_texts(&entry) {
                assert!(text.to_lowercase().contains(&marker(id)), "{path} has how-to without a marker: {text}");
            }
        }
    }
    let planted = |kind: Kind| ENTRIES.iter().filter(|entry| entry.kind == kind).count();
    for kind in [Kind::Point, Kind::Stretch, Kind::Technique] {
        let files = documents(&format!("{FIXTURE}/{}", kind.folder())).len();
        assert_eq!(planted(kind), files, "a {} of the frozen catalogue is in no test", kind.id());
    }
}

#[test]
fn withholds_in_every_form_of_show_what_a_precaution_or_a_pair_withholds() {
    let catalogue = fixture();
    // All at once: the markers tell them apart. A page is among them.
    let question: Vec<&str> = ["show"].into_iter().chain(planted_ids()).chain([PAGE]).collect();
    for profile in profiles(&ids()) {
        let hidden = Hidden::from(&catalogue, &profile);
        in_every_form(&question, &profile, |arguments, answer| {
            hidden.assert_untold(arguments, answer);
            assert_eq!(answer.exit == Exit::Stopped, !hidden.entries.is_empty(), "{arguments:?}");
        });
    }
}

#[test]
fn withholds_one_entry_and_stops_with_3_whatever_the_form() {
    let catalogue = fixture();
    for profile in profiles(&ids()).into_iter().filter(|profile| profile.len() == 1) {
        let hidden = Hidden::from(&catalogue, &profile);
        for id in planted_ids() {
            for form in [&[][..], &["--full", "--plain"], &["--format", "json"], &["--full", "--format", "markdown"]] {
                let directory = folder(FIXTURE);
                let arguments = [&["show", id, "--with", &profile[0], "--catalogue", &directory], form].concat();
                let arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
                let answer = ask(&arguments);
                hidden.assert_untold(&arguments, &answer);
                let stopped = hidden.entries.contains(&id);
                assert_eq!(answer.exit == Exit::Stopped, stopped, "{arguments:?}");
                assert_eq!(answer.out.to_lowercase().contains(&marker(id)), !stopped, "{arguments:?}:\n{}", answer.out);
            }
        }
    }
}

#[test]
fn withholds_in_lists_what_a_precaution_or_a_pair_withholds() {
    let catalogue = fixture();
    for profile in profiles(&ids()) {
        let hidden = Hidden::from(&catalogue, &profile);
        for question in ["points", "stretches", "techniques"] {
            in_every_form(&[question], &profile, |arguments, answer| hidden.assert_untold(arguments, answer));
        }
    }
}

/// Routines and sessions that take in as much of the frozen catalogue as fits: between them every entry and every way.
const ROUTINES: [&[&str]; 6] = [
    &["routine", "--minutes", "120", "--tools", "ball,chair", "--partner"],
    &["routine", "--minutes", "60", "--place", "floor"],
    &["routine", "--minutes", "30", "--place", "standing", "--tools", "ball", "--gentle"],
    &["routine", "short-break", "--minutes", "60", "--tools", "ball", "--sources"],
    &["session", "--minutes", "120", "--tools", "ball,chair", "--partner", "--plan"],
    &["session", "short-break", "--minutes", "40", "--side", "left", "--plan"],
];

#[test]
fn withholds_in_routines_and_sessions_what_a_precaution_or_a_pair_withholds() {
    let catalogue = fixture();
    let mut told: BTreeSet<&str> = BTreeSet::new();
    for profile in profiles(&ids()) {
        let hidden = Hidden::from(&catalogue, &profile);
        for question in ROUTINES {
            in_every_form(question, &profile, |arguments, answer| {
                // Any number may be the time at which a step starts; without its texts no step tells how.
                hidden.assert_texts_untold(arguments, answer);
                let text = answer.out.to_lowercase();
                let stopped = profile.iter().any(|id| id == "suspected-clot");
                assert_eq!(answer.exit == Exit::Stopped, stopped, "{arguments:?}");
                told.extend(planted_ids().into_iter().filter(|id| text.contains(&marker(id))));
            });
        }
    }
    assert!(told.len() >= 6, "only {told:?} were ever in a routine, so this proves little");
}

#[test]
fn withholds_on_the_personal_page_what_a_precaution_or_a_pair_withholds() {
    let catalogue = fixture();
    for profile in profiles(&ids()) {
        let hidden = Hidden::from(&catalogue, &profile);
        in_every_form(&["precautions"], &profile, |arguments, answer| hidden.assert_untold(arguments, answer));
    }
}

#[test]
fn withholds_in_a_search_for_the_very_words_of_the_how_to() {
    let catalogue = fixture();
    let markers: Vec<String> = planted_ids().into_iter().map(marker).collect();
    let question: Vec<&str> = ["search"].into_iter().chain(markers.iter().map(String::as_str)).collect();
    for profile in profiles(&ids()) {
        let hidden = Hidden::from(&catalogue, &profile);
        in_every_form(&question, &profile, |arguments, answer| {
            hidden.assert_untold(arguments, answer);
            if arguments.iter().any(|it| it == "json") && answer.exit == Exit::Answered {
                let found: BTreeSet<String> =
                    answer.data().iter().map(|hit| hit["id"].as_str().unwrap().to_owned()).collect();
                for id in planted_ids() {
                    assert!(found.contains(id), "{arguments:?} does not find {id}, so it proves nothing");
                }
            }
        });
    }
}

#[test]
fn withholds_on_the_right_now_page_what_a_precaution_or_a_pair_withholds() {
    let catalogue = fixture();
    let of_the_page = ["knee-rock", "GB30", "BL40"];
    for profile in profiles(&ids()) {
        let hidden = Hidden::from(&catalogue, &profile);
        for question in [&["now"][..], &["show", "right-now"], &["learn", "right-now"]] {
            in_every_form(question, &profile, |arguments, answer| {
                hidden.assert_untold(arguments, answer);
                let tells = |id: &str| answer.out.to_lowercase().contains(&marker(id));
                if profile.is_empty() {
                    assert!(tells("knee-rock") && tells("GB30"), "{arguments:?}: {}", answer.out);
                }
                let limits = |id: &&str| verdict(&catalogue, &reader(&catalogue, &profile), target(&catalogue, id));
                for id in of_the_page.iter().filter(|id| limits(id).withheld) {
                    let command = format!("sciatica show {id}");
                    assert!(!answer.out.contains(&command), "{arguments:?} leads to {id}: {}", answer.out);
                }
            });
        }
    }
}

#[test]
fn a_page_whose_reader_is_not_known_tells_only_what_no_rule_touches() {
    let keeper = Keeper::of("{");
    let catalogue = folder(FIXTURE);
    for form in [&[][..], &["--width", "80"], &["--plain"], &["--format", "json"], &["--format", "markdown"]] {
        let arguments = [&["now", "--catalogue", &catalogue][..], form].concat();
        let answer = ask_keeping(&keeper, &[UTF_8], &arguments);
        assert_eq!(answer.exit, Exit::Answered, "{form:?}: {}", answer.err);
        let out = answer.out.to_lowercase();
        assert!(out.contains("stand up and walk") && out.contains("a foot newly drags"), "{form:?}: {out}");
        assert!(!out.contains("howto"), "{form:?}: {out}");
        assert!(answer.err.contains("cannot be used"), "{form:?}: {}", answer.err);
    }
}

#[test]
fn withholds_in_pages_to_read_what_tells_of_doses() {
    let catalogue = fixture();
    for profile in profiles(&ids()).into_iter().skip(1) {
        let hidden = Hidden::from(&catalogue, &profile);
        for form in [&["--full"][..], &["--format", "json"], &["--full", "--format", "markdown"]] {
            let directory = folder(FIXTURE);
            let profile = profile.join(",");
            let arguments = [&["learn", PAGE, "--with", &profile, "--catalogue", &directory], form].concat();
            let arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
            hidden.assert_untold(&arguments, &ask(&arguments));
        }
    }
}

#[test]
fn precautions_tell_how_to_do_nothing_whatever_is_declared() {
    let hidden = Hidden::everything();
    let question: Vec<&str> = ["precautions"].into_iter().chain(ids()).chain(planted_ids()).collect();
    let cited: Vec<&str> = question.iter().copied().chain(["--sources"]).collect();
    for profile in profiles(&ids()).into_iter().filter(|profile| profile.len() < 2) {
        for question in [&question, &cited] {
            in_every_form(question, &profile, |arguments, answer| {
                hidden.assert_untold(arguments, answer);
                let raised = profile.iter().any(|id| id == "suspected-clot");
                assert_eq!(answer.exit, if raised { Exit::Stopped } else { Exit::Answered }, "{arguments:?}");
            });
        }
    }
}

#[test]
fn no_answer_to_a_check_tells_how_to_do_anything() {
    let catalogue = folder(FIXTURE);
    let fixture = fixture();
    let flags = fixture.index().red_flags().map(|row| row.id.to_owned());
    let answers: Vec<String> = flags.chain(fixture.index().precautions().map(|row| row.id.to_owned())).collect();
    for (one, other) in answers.iter().flat_map(|one| answers.iter().map(move |other| (one, other))) {
        for shape in [&["--width", "80"][..], &["--plain"], &["--format", "json"], &["--format", "markdown"]] {
            let words = format!("{one},{other}");
            let answer = ask(&[&["check", "--catalogue", &catalogue, "--answers", &words], shape].concat());
            let text = (answer.out + &answer.err).to_lowercase();
            let told = planted_ids().into_iter().find(|id| text.contains(&marker(id)));
            assert!(told.is_none() && !text.contains(&marker(PAGE)), "{words} {shape:?} tells {told:?}:\n{text}");
        }
    }
}

#[test]
fn nothing_else_in_the_catalogue_tells_how_to_do_anything() {
    let catalogue = folder(FIXTURE);
    let hidden = Hidden::everything();
    let questions: [&[&str]; 19] = [
        &["points"],
        &["stretches"],
        &["techniques"],
        &["precautions"],
        &["red-flags"],
        &["learn"],
        &["learn", "how-it-works", "--full"],
        &["check", "--answers", "none"],
        &["check", "--answers", "pregnancy,not-better"],
        &["check", "--answers", "numb-skin"],
        &["check", "--answers", "numb-skin,not:numb-between-legs"],
        &["sources"],
        &["sources", "--disputes"],
        &["sources", "seed-003"],
        &["show", "seed-003"],
        &["show", "pregnancy"],
        &["show", "suspected-clot-leg"],
        &["show", "BL54"],
        &["show", "nothing"],
    ];
    for question in questions {
        let shapes: [&[&str]; 6] = [
            &[],
            &["--width", "80"],
            &["--width", "40"],
            &["--plain"],
            &["--format", "json"],
            &["--format", "markdown"],
        ];
        for shape in shapes {
            let arguments: Vec<String> =
                question.iter().chain(shape).chain(&["--catalogue", &catalogue]).map(|&it| it.to_owned()).collect();
            hidden.assert_untold(&arguments, &ask(&arguments));
        }
    }
}

#[test]
fn each_precaution_alone_does_what_its_rules_say() {
    let catalogue = fixture();
    for (id, expected) in PRECAUTIONS {
        let reader = reader(&catalogue, &[id.to_owned()]);
        let found: String = ENTRIES
            .iter()
            .map(|entry| {
                let verdict = verdict(&catalogue, &reader, target(&catalogue, entry.id));
                assert_eq!(verdict.withheld, verdict.level >= Some(Level::Ask), "{id} {}", entry.id);
                match verdict.level {
                    None => '-',
                    Some(Level::Adapt) => 'l',
                    Some(Level::Ask) => 'a',
                    Some(Level::Avoid) => 'x',
                }
            })
            .collect();
        assert_eq!(found, expected.replace(' ', ""), "{id} on {:?}", planted_ids());
    }
}

#[test]
fn withheld_parts_are_null_in_json() {
    let catalogue = folder(FIXTURE);
    let answer = ask(&["show", "GB30", "--pregnant", "--format", "json", "--catalogue", &catalogue]);
    let point = &answer.data()[0];
    for part in ["find", "off_if", "ways", "struck_ways"] {
        assert!(point[part].is_null(), "{part} of a withheld entry is not null");
    }
    let disputes = point["disputes"].as_array().unwrap();
    let told = |about: &str| disputes.iter().filter(|it| it["about"] == about).all(|it| !it["says"].is_null());
    assert!(told("location") && !told("pressure") && !told("dose"));
    assert_eq!((&point["level"], &point["withheld"]), (&"ask".into(), &true.into()));

    for (id, parts) in [
        ("knee-rock", &["ways", "struck_ways", "easier", "mistakes"][..]),
        ("thumb-press", &["ways", "struck_ways", "mistakes"]),
    ] {
        let answer = ask(&["show", id, "--pregnant", "--format", "json", "--catalogue", &catalogue]);
        let entry = &answer.data()[0];
        assert_eq!(entry["withheld"], true, "{id}");
        for part in parts {
            let field = entry.get(*part).unwrap_or_else(|| panic!("{id} has no {part}"));
            assert!(field.is_null(), "{part} of {id}, which is withheld, is not null");
        }
    }
}

#[test]
fn leaves_out_easier_versions_where_a_way_is_struck_since_they_may_be_of_that_way() {
    let catalogue = folder(FIXTURE);
    let show = |with: &str| {
        let question = ["show", "arch-and-round", "--with", with, "--format", "json", "--catalogue", &catalogue];
        ask(&question).data()[0].clone()
    };
    let (struck, whole) = (show("narrow-canal"), show("none"));
    assert_eq!((struck["ways"].as_array().unwrap().len(), whole["ways"].as_array().unwrap().len()), (1, 2));
    assert_eq!((struck["easier"].as_array().unwrap().len(), whole["easier"].as_array().unwrap().len()), (0, 1));
    assert!(struck["struck_ways"][0].as_str().unwrap().starts_with("Arch, then round up"));
}

#[test]
fn shows_numbers_without_their_grounds_where_a_limit_changed_them() {
    let catalogue = folder(FIXTURE);
    for (id, grounds) in [("arch-and-round", "dosage_why"), ("thumb-press", "dose_why"), ("GB30", "dose_why")] {
        let show = |with: &str| {
            ask(&["show", id, "--with", with, "--format", "json", "--catalogue", &catalogue]).data()[0].clone()
        };
        let (limited, whole) = (show("frail"), show("none"));
        assert_eq!(limited["ways"][0]["hold_seconds"]["max"], 28, "{id}");
        assert!(limited["ways"][0][grounds].is_null() && !whole["ways"][0][grounds].is_null(), "{id}");
    }
}

/// What a reader may see of an entry.
#[derive(Debug, PartialEq, Eq)]
struct Outcome {
    level: Option<Level>,
    withheld: bool,
    /// The numbers of each way that is left, by its label; empty when withheld.
    ways: BTreeMap<String, Numbers>,
}

/// The dose of a way of pressing, or the dosing of a way of stretching.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Numbers {
    pressure: Option<u8>,
    hold_seconds: Span,
    others: Vec<Span>,
}

impl From<Dose> for Numbers {
    fn from(dose: Dose) -> Self {
        Self { pressure: Some(dose.pressure), hold_seconds: dose.hold_seconds, others: vec![dose.rounds, dose.per_day] }
    }
}

impl From<Dosing> for Numbers {
    fn from(dosing: Dosing) -> Self {
        let others = vec![dosing.repetitions, dosing.sets, dosing.per_day];
        Self { pressure: None, hold_seconds: dosing.hold_seconds, others }
    }
}

/// The ways that a reader may see; `None` without a permit.
fn permitted(catalogue: &Catalogue, entry: Target<'_>, verdict: Verdict<'_>) -> Option<Vec<(String, Numbers)>> {
    let id = entry.id;
    match entry.kind {
        Kind::Point => screen(catalogue.point(id).unwrap(), verdict)
            .permit()
            .map(|permit| permit.ways.iter().map(|way| (way.label.to_owned(), way.dose.into())).collect()),
        Kind::Stretch => screen(catalogue.stretch(id).unwrap(), verdict)
            .permit()
            .map(|permit| permit.ways.iter().map(|way| (way.label.to_owned(), way.dosing.into())).collect()),
        _ => screen(catalogue.technique(id).unwrap(), verdict)
            .permit()
            .map(|permit| permit.ways.iter().map(|way| (way.label.to_owned(), way.dose.into())).collect()),
    }
}

fn outcome(catalogue: &Catalogue, entry: Target<'_>, declared: &[String], cleared: &[String]) -> Outcome {
    let reader = Reader::new(catalogue, Profile::new(declared.to_vec(), cleared.to_vec())).unwrap();
    outcome_for(catalogue, &reader, entry)
}

fn outcome_for<'c>(catalogue: &'c Catalogue, reader: &Reader<'c>, entry: Target<'_>) -> Outcome {
    let what = format!("{} for {:?}", entry.id, reader.profile());
    let verdict = verdict(catalogue, reader, entry);
    let strongest = verdict.findings.iter().map(|finding| finding.level).max();
    assert_eq!(verdict.level, strongest, "the level of {what} is not its strongest finding's");
    let (level, withheld) = (verdict.level, verdict.withheld);
    if withheld {
        // Every permit refuses, so the entry need not be parsed more than this once.
        return Outcome { level, withheld, ways: BTreeMap::new() };
    }
    let limits: Vec<_> = verdict.findings.iter().map(|it| (it.rule.limit, it.ways.clone())).collect();
    let open: Vec<usize> = verdict.open_ways().collect();
    let permitted = permitted(catalogue, entry, verdict).expect("a permit for what is not withheld");
    assert_eq!(permitted.len(), open.len(), "{what}");
    for ((label, numbers), place) in permitted.iter().zip(open) {
        let selecting = |ways: &Option<Vec<usize>>| ways.as_ref().is_none_or(|ways| ways.contains(&place));
        for (limit, _) in limits.iter().filter(|(_, ways)| selecting(ways)) {
            let most = limit.hold_seconds_at_most.unwrap_or(u16::MAX);
            let hardest = limit.pressure_at_most.unwrap_or(u8::MAX);
            let held = numbers.hold_seconds.min <= most && numbers.hold_seconds.max <= most;
            assert!(held && numbers.pressure <= Some(hardest), "a limit does not hold for {what}, {label}");
        }
    }
    Outcome { level, withheld, ways: permitted.into_iter().collect() }
}

/// Every question about adding one precaution, answered: nothing got looser.
fn assert_no_looser(what: &str, before: &Outcome, after: &Outcome) {
    assert!(after.level >= before.level, "{what}: the level fell from {before:?} to {after:?}");
    assert!(after.withheld || !before.withheld, "{what}: what was withheld came back");
    for (label, numbers) in &after.ways {
        let Some(old) = before.ways.get(label) else { panic!("{what}: the way {label:?} came back") };
        assert_eq!(*numbers, tighter(numbers, old), "{what}: the dose of {label:?} grew from {old:?}");
    }
}

fn tighter(one: &Numbers, other: &Numbers) -> Numbers {
    let span = |one: Span, other: Span| Span { min: one.min.min(other.min), max: one.max.min(other.max) };
    Numbers {
        pressure: one.pressure.min(other.pressure),
        hold_seconds: span(one.hold_seconds, other.hold_seconds),
        others: one.others.iter().zip(&other.others).map(|(one, other)| span(*one, *other)).collect(),
    }
}

/// The ways that two readers both may see, within the limits of both.
fn shared(one: &Outcome, other: &Outcome) -> BTreeMap<String, Numbers> {
    let both = one.ways.iter().filter_map(|(label, numbers)| Some((label, tighter(numbers, other.ways.get(label)?))));
    both.map(|(label, numbers)| (label.clone(), numbers)).collect()
}

#[test]
fn withholds_by_giving_no_permit() {
    let catalogue = fixture();
    for profile in profiles(&ids()) {
        let reader = reader(&catalogue, &profile);
        for id in planted_ids() {
            let entry = target(&catalogue, id);
            let verdict = verdict(&catalogue, &reader, entry);
            let withheld = verdict.withheld;
            assert_eq!(permitted(&catalogue, entry, verdict).is_none(), withheld, "{id} for {profile:?}");
        }
    }
}

#[test]
fn withholds_an_entry_that_was_judged_as_another() {
    let catalogue = fixture();
    let reader = reader(&catalogue, &[]);
    for one in planted_ids() {
        for other in planted_ids().into_iter().filter(|other| *other != one) {
            let verdict = verdict(&catalogue, &reader, target(&catalogue, other));
            assert!(!verdict.withheld);
            assert!(permitted(&catalogue, target(&catalogue, one), verdict).is_none(), "{one} judged as {other}");
        }
    }
}

#[test]
fn adding_any_precaution_to_any_set_of_them_loosens_nothing() {
    let catalogue = fixture();
    let ids = ids();
    let set = |bits: usize| -> Vec<String> {
        ids.iter().enumerate().filter(|(place, _)| bits >> place & 1 == 1).map(|(_, id)| (*id).to_owned()).collect()
    };
    for id in planted_ids() {
        let entry = target(&catalogue, id);
        for cleared in [false, true] {
            let outcomes: Vec<Outcome> = (0..1 << ids.len())
                .map(|bits| outcome(&catalogue, entry, &set(bits), &if cleared { set(bits) } else { Vec::new() }))
                .collect();
            for (bits, before) in outcomes.iter().enumerate() {
                for more in (0..ids.len()).map(|place| bits | 1 << place).filter(|&more| more != bits) {
                    let what = format!("{id}, {:?} to {:?}, cleared: {cleared}", set(bits), set(more));
                    assert_no_looser(&what, before, &outcomes[more]);
                }
            }
        }
    }
}

#[test]
fn the_limits_of_two_precautions_are_the_tighter_of_each() {
    let catalogue = fixture();
    let mut compared = 0;
    for profile in profiles(&ids()).into_iter().filter(|profile| profile.len() == 2) {
        for id in planted_ids() {
            let entry = target(&catalogue, id);
            let cleared = |ids: &[String]| outcome(&catalogue, entry, ids, ids);
            let (one, other, both) = (cleared(&profile[..1]), cleared(&profile[1..]), cleared(&profile));
            let expected = shared(&one, &other);
            compared += expected.len();
            assert_eq!(both.ways, expected, "{id} for {profile:?}");
        }
    }
    assert!(compared > 100, "only {compared} ways were compared");
}

#[test]
fn a_clinicians_word_lifts_ask_within_the_limits_and_never_avoid() {
    let catalogue = fixture();
    for profile in profiles(&ids()).into_iter().skip(1) {
        for id in planted_ids() {
            let entry = target(&catalogue, id);
            let asked = outcome(&catalogue, entry, &profile, &[]);
            for cleared in [&profile[..1], &profile[..]] {
                let agreed = outcome(&catalogue, entry, &profile, cleared);
                assert!(
                    agreed.level <= asked.level && agreed.level.is_some() == asked.level.is_some(),
                    "{id}, {profile:?}"
                );
                match asked.level {
                    Some(Level::Avoid) => assert!(agreed.withheld, "{id} for {profile:?}: cleared in spite of avoid"),
                    Some(Level::Ask) if cleared.len() == profile.len() => {
                        assert!(!agreed.withheld, "{id} for {profile:?}: not lifted");
                    }
                    _ => {}
                }
            }
        }
    }
    let catalogue = folder(FIXTURE);
    let arguments = ["show", "GB30", "--with", "frail", "--cleared", "pregnancy", "--format", "json", "--catalogue"];
    let point = &ask(&[&arguments[..], &[&catalogue]].concat()).data()[0];
    let ways = point["ways"].as_array().unwrap();
    assert_eq!(ways.len(), 1, "the ball and the palm came back");
    assert_eq!((&ways[0]["pressure"], &ways[0]["hold_seconds"]["max"]), (&1.into(), &28.into()));
    // On a stretch a clinician's word brings the way back that was struck, within its limit.
    let arguments = ["show", "arch-and-round", "--cleared", "pregnancy", "--format", "json", "--catalogue", &catalogue];
    let stretch = &ask(&arguments).data()[0];
    let most: Vec<&Value> = stretch["ways"].as_array().unwrap().iter().map(|it| &it["hold_seconds"]["max"]).collect();
    assert_eq!(most, [27, 67]);
}

#[test]
fn withholds_bl60_in_pregnancy_even_when_cleared() {
    for arguments in [vec!["--pregnant"], vec!["--with", "pregnant"], vec!["--cleared", "pregnancy"]] {
        let answer = ask(&[&["show", "BL60", "--format", "json"], &arguments[..]].concat());
        assert_eq!(answer.exit, Exit::Stopped, "{arguments:?}");
        let point = &answer.data()[0];
        assert_eq!((&point["level"], &point["withheld"], &point["ways"]), (&"avoid".into(), &true.into(), &().into()));
    }
}

/// Every entry with how-to of a catalogue.
fn practices(catalogue: &Catalogue) -> Vec<Target<'_>> {
    let entries = catalogue.index().screened();
    entries.map(|facets| Target { kind: Kind::parse(facets.kind).unwrap(), id: facets.id }).collect()
}

#[test]
fn adding_any_precaution_of_the_bundled_catalogue_loosens_nothing() {
    let catalogue = Catalogue::bundled().unwrap();
    let ids: Vec<&str> = catalogue.index().precautions().map(|row| row.id).collect();
    let entries = practices(&catalogue);
    let outcomes = |declared: &[String], clears: bool| -> Vec<Outcome> {
        let cleared = if clears { declared.to_vec() } else { Vec::new() };
        let reader = Reader::new(&catalogue, Profile::new(declared.to_vec(), cleared)).unwrap();
        entries.iter().map(|entry| outcome_for(&catalogue, &reader, *entry)).collect()
    };
    let nobody = outcomes(&[], false);
    for (entry, nobody) in entries.iter().zip(&nobody) {
        assert_eq!((nobody.level, nobody.withheld), (None, false), "{} is withheld from everybody", entry.id);
    }
    for clears in [false, true] {
        let alone: BTreeMap<&str, Vec<Outcome>> =
            ids.iter().map(|&id| (id, outcomes(&[id.to_owned()], clears))).collect();
        for profile in profiles(&ids).into_iter().filter(|profile| profile.len() == 2) {
            let both = outcomes(&profile, clears);
            let (one, other) = (&alone[profile[0].as_str()], &alone[profile[1].as_str()]);
            for (place, entry) in entries.iter().enumerate() {
                for (id, one) in profile.iter().zip([&one[place], &other[place]]) {
                    assert_no_looser(&format!("{}, nothing to {id}", entry.id), &nobody[place], one);
                    let what = format!("{}, {id} to {profile:?}, cleared: {clears}", entry.id);
                    assert_no_looser(&what, one, &both[place]);
                }
                if !both[place].withheld {
                    let expected = shared(&one[place], &other[place]);
                    assert_eq!(both[place].ways, expected, "{} for {profile:?}", entry.id);
                }
            }
        }
    }
}

/// What of each precaution a reader says: nothing; that it applies; that a clinician agreed in spite of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Nothing,
    Agreed,
    Applies,
}

fn said() -> impl Strategy<Value = (Index, Said)> {
    (any::<Index>(), prop_oneof![2 => Just(Said::Agreed), 1 => Just(Said::Applies)])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// One reader says at least as much of every precaution as another; of some a clinician's agreement is missing.
    #[test]
    fn saying_more_loosens_nothing_however_much_was_said(
        words in proptest::collection::vec(said(), 0..9),
        more in proptest::collection::vec(said(), 1..5),
    ) {
        let catalogue = Catalogue::bundled().unwrap();
        let ids: Vec<&str> = catalogue.index().precautions().map(|row| row.id).collect();
        let add = |said: &mut [Said], words: Vec<(Index, Said)>| {
            for (place, word) in words {
                let place = place.index(ids.len());
                said[place] = said[place].max(word);
            }
        };
        let mut said = vec![Said::Nothing; ids.len()];
        add(&mut said, words);
        let mut said_more = said.clone();
        add(&mut said_more, more);
        let reader = |said: &[Said]| {
            let of = |wanted: &[Said]| -> Vec<String> {
                let chosen = ids.iter().zip(said).filter(|(_, word)| wanted.contains(word));
                chosen.map(|(id, _)| (*id).to_owned()).collect()
            };
            Reader::new(&catalogue, Profile::new(of(&[Said::Applies, Said::Agreed]), of(&[Said::Agreed]))).unwrap()
        };
        let (before, after) = (reader(&said), reader(&said_more));
        for entry in practices(&catalogue) {
            let what = format!("{}, {:?} to {:?}", entry.id, before.profile(), after.profile());
            let (before, after) = (outcome_for(&catalogue, &before, entry), outcome_for(&catalogue, &after, entry));
            assert_no_looser(&what, &before, &after);
        }
    }
}

/// The texts of an entry that tell how to do something, in the order of its file.
fn how_to_texts(entry: &Value) -> Vec<&str> {
    let mut texts = texts_of_ways(entry, |_| true);
    for list in ["/location/find", "/location/off_if", "/easier", "/mistakes"] {
        let claims = entry.pointer(list).and_then(Value::as_array).into_iter().flatten();
        texts.extend(claims.filter_map(|claim| claim["text"].as_str()));
    }
    texts
}

/// The steps of the ways of an entry, for the places that are wanted.
fn texts_of_ways(entry: &Value, wanted: impl Fn(usize) -> bool) -> Vec<&str> {
    let ways = entry["ways"].as_array().into_iter().flatten().enumerate().filter(|(place, _)| wanted(*place));
    let steps = ways.flat_map(|(_, way)| way["steps"].as_array().into_iter().flatten());
    steps.filter_map(|step| step["text"].as_str()).collect()
}

/// What the disputes about pressure and dose of a file say, what is shown in their place, and why.
fn texts_of_doses_disputed(file: &Value) -> Vec<&str> {
    let disputes = file["disputes"].as_array().into_iter().flatten();
    let about_dose = disputes.filter(|dispute| dispute["about"] == "pressure" || dispute["about"] == "dose");
    about_dose
        .flat_map(|dispute| {
            let said = dispute["says"].as_array().into_iter().flatten().map(|said| &said["text"]);
            said.chain([&dispute["shown"]]).filter_map(Value::as_str)
        })
        .collect()
}

/// The words of a text without what lies between them: an answer breaks lines, and puts a full stop of its own.
fn words_of(text: &str) -> String {
    let mut words = String::from(" ");
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let _ = write!(words, "{} ", word.to_lowercase());
    }
    words
}

/// The files of the guide that ships, by kind and id.
fn files() -> BTreeMap<(Kind, String), Value> {
    let mut files = BTreeMap::new();
    for kind in Kind::ALL {
        for (path, file) in documents(&format!("data/{}", kind.folder())) {
            files.insert((kind, path.trim_end_matches(".json").to_owned()), file);
        }
    }
    files
}

/// What search quotes of an entry, and everything else that it quotes.
fn lines_found(catalogue: &Catalogue, reader: &Reader<'_>, question: &str) -> Vec<(Kind, String, Stance, String)> {
    let found = query::search(catalogue, reader, question).expect("a hit for words that stand there");
    let hits = found.hits.iter().map(|hit| {
        let line = hit.line.as_deref().unwrap_or_default().to_owned();
        (hit.entry.kind, hit.entry.id.to_owned(), hit.stance, line)
    });
    hits.collect()
}

#[test]
fn search_quotes_no_how_to_of_an_entry_that_a_precaution_touches() {
    let catalogue = fixture();
    for (declared, _) in PRECAUTIONS {
        let reader = reader(&catalogue, &[declared.to_owned()]);
        for (path, entry) in
            ["points", "stretches", "techniques"].into_iter().flat_map(|kind| documents(&format!("{FIXTURE}/{kind}")))
        {
            let id = path.trim_end_matches(".json");
            let touched = verdict(&catalogue, &reader, target(&catalogue, id)).level.is_some();
            let texts = how_to_texts(&entry);
            let labels = entry["ways"].as_array().unwrap().iter().filter_map(|way| way["label"].as_str());
            for text in texts.into_iter().chain(labels) {
                let lines = lines_found(&catalogue, &reader, text);
                let own = lines.iter().find(|(_, found, ..)| found == id).expect("the entry that says so");
                let expected = if touched { (Stance::Withheld, "") } else { (Stance::Shown, text) };
                assert_eq!((own.2, own.3.as_str()), expected, "{declared}, {id}, search {text:?}");
            }
        }
    }
}

#[test]
fn search_quotes_a_dispute_about_dose_or_pressure_to_nobody() {
    let catalogue = fixture();
    for declared in [&[][..], &["pacemaker".to_owned()], &["frail".to_owned()]] {
        let reader = reader(&catalogue, declared);
        let mut asked = 0;
        for (path, file) in documents(FIXTURE) {
            for text in texts_of_doses_disputed(&file) {
                asked += 1;
                let lines = lines_found(&catalogue, &reader, text);
                let said: Vec<_> =
                    lines.iter().filter(|(.., line)| line.contains("SAID") || line.contains(text)).collect();
                assert!(said.is_empty(), "{path}, search {text:?}: {said:?}");
                let id = Path::new(&path).file_stem().unwrap().to_str().unwrap();
                assert!(lines.iter().any(|(_, found, ..)| found == id), "{path} is not found by {text:?}");
            }
        }
        assert!(asked > 10, "only {asked} texts");
    }
    // What is not about how to do it is quoted, as what others say.
    let lines = lines_found(&catalogue, &reader(&catalogue, &[]), "unblocks a flow along a channel");
    assert_eq!((lines[0].1.as_str(), lines[0].2), ("how-it-works", Stance::Disputed), "{lines:?}");
    assert!(
        lines[0].3.contains("says: Pressing unblocks") && lines[0].3.contains("This guide: Tradition"),
        "{lines:?}"
    );
}

#[test]
fn search_in_our_guide_quotes_no_how_to_that_a_precaution_withholds() {
    let catalogue = Catalogue::bundled().unwrap();
    let files = files();
    let mut asked = 0;
    for entry in practices(&catalogue) {
        let file = &files[&(entry.kind, entry.id.to_owned())];
        let touching = query::touching(catalogue.index(), &catalogue.index().facets(entry).unwrap());
        // One precaution of each level: the class of a text does not depend on which of them it is.
        let mut levels = BTreeMap::new();
        for (row, level) in touching.iter().filter(|(row, _)| row.red_flag.is_none()) {
            levels.entry(*level).or_insert(row.id);
        }
        for declared in levels.into_values() {
            let reader = reader(&catalogue, &[declared.to_owned()]);
            for text in how_to_texts(file) {
                asked += 1;
                for (kind, id, stance, line) in lines_found(&catalogue, &reader, text) {
                    let own = (kind, id.as_str()) == (entry.kind, entry.id);
                    let quoted = own && stance == Stance::Shown && words_of(&line).contains(&words_of(text));
                    assert!(!quoted, "{declared}: search {text:?} quotes {id}: {line}");
                }
            }
        }
    }
    assert!(asked > 500, "only {asked} texts");
}

#[test]
fn search_in_our_guide_quotes_a_dispute_about_dose_or_pressure_to_nobody() {
    let catalogue = Catalogue::bundled().unwrap();
    let reader = reader(&catalogue, &[]);
    let mut asked = 0;
    for ((kind, id), file) in &files() {
        for text in texts_of_doses_disputed(file) {
            asked += 1;
            for (found, entry, stance, line) in lines_found(&catalogue, &reader, text) {
                let disputed = (found, &entry) == (*kind, id) && stance == Stance::Disputed;
                assert!(
                    !(disputed && words_of(&line).contains(&words_of(text))),
                    "search {text:?} quotes {id}: {line}"
                );
            }
        }
    }
    assert!(asked > 40, "only {asked} texts");
}

/// Every text of the guide that is not how-to, and the how-to that this reader may see, as words.
fn told_anyway(files: &BTreeMap<(Kind, String), Value>, verdicts: &BTreeMap<(Kind, String), Verdict<'_>>) -> String {
    const HOW_TO: [&str; 4] = ["ways", "location", "easier", "mistakes"];
    let mut told = String::new();
    let mut tell = |text: &str| told.push_str(&words_of(text));
    for (key, file) in files {
        each_text(file, &mut Vec::new(), &mut |keys, text| {
            let of_how_to = verdicts.contains_key(key) && keys.iter().any(|key| HOW_TO.contains(key));
            if !of_how_to || keys.contains(&"standard") {
                tell(text);
            }
        });
        let Some(verdict) = verdicts.get(key).filter(|verdict| !verdict.withheld) else { continue };
        let open: Vec<usize> = verdict.open_ways().collect();
        texts_of_ways(file, |place| open.contains(&place)).into_iter().for_each(&mut tell);
        for list in ["/location/find", "/location/off_if", "/easier", "/mistakes"] {
            let claims = file.pointer(list).and_then(Value::as_array).into_iter().flatten();
            claims.filter_map(|claim| claim["text"].as_str()).for_each(&mut tell);
        }
    }
    told
}

#[test]
fn withholds_of_our_guide_every_step_that_a_precaution_withholds_or_strikes() {
    let catalogue = Catalogue::bundled().unwrap();
    let files = files();
    let index = catalogue.index();
    let mut looked_for = 0;
    for declared in index.precautions().filter(|row| row.red_flag.is_none()).map(|row| row.id) {
        let reader = reader(&catalogue, &[declared.to_owned()]);
        let verdicts: BTreeMap<(Kind, String), Verdict<'_>> = practices(&catalogue)
            .into_iter()
            .map(|entry| ((entry.kind, entry.id.to_owned()), verdict(&catalogue, &reader, entry)))
            .collect();
        let told = told_anyway(&files, &verdicts);
        let mut hidden: Vec<(&str, &str, String)> = Vec::new();
        for (key, verdict) in &verdicts {
            let open: Vec<usize> = verdict.open_ways().collect();
            let texts = if verdict.withheld {
                how_to_texts(&files[key])
            } else {
                texts_of_ways(&files[key], |place| !open.contains(&place))
            };
            // A sentence that something open says too is no secret.
            let secret =
                texts.into_iter().map(|text| (text, words_of(text))).filter(|(_, words)| !told.contains(words));
            hidden.extend(secret.map(|(text, words)| (key.1.as_str(), text, words)));
        }
        looked_for += hidden.len();
        let touched: Vec<&str> =
            verdicts.iter().filter(|(_, verdict)| verdict.level.is_some()).map(|((_, id), _)| id.as_str()).collect();
        let show: Vec<&str> = ["show"].into_iter().chain(touched).collect();
        let whole: Vec<&str> = show.iter().copied().chain(["--full", "--sources"]).collect();
        let forms: [&[&str]; 5] =
            [&["--width", "80"], &[], &["--plain"], &["--format", "json"], &["--format", "markdown"]];
        // What is not whole is a part of what is, so one form of it will do.
        let questions: [(&[&str], usize); 6] = [
            (&show, 1),
            (&whole, 5),
            (&["points"], 5),
            (&["stretches"], 5),
            (&["techniques"], 5),
            (&["precautions"], 5),
        ];
        for (question, many) in questions.iter().filter(|(question, _)| question[0] != "show" || show.len() > 1) {
            for form in forms.iter().take(*many) {
                let arguments = [*question, &["--with", declared][..], *form].concat();
                let answer = words_of(&ask(&arguments).out);
                for (id, text, words) in &hidden {
                    assert!(!answer.contains(words), "{arguments:?} tells of {id}: {text}");
                }
            }
        }
        // Each of them as a search of its own, at the end of which the whole line would stand.
        for (id, text, words) in &hidden {
            for (.., line) in lines_found(&catalogue, &reader, text) {
                assert!(!words_of(&line).contains(words), "--with {declared}: search {text:?} tells of {id}: {line}");
            }
        }
    }
    assert!(looked_for > 1000, "only {looked_for} texts");
}

/// The levels of a list of our guide, by id.
fn levels(question: &[&str]) -> BTreeMap<String, Option<String>> {
    let answer = ask(&[question, &["--format", "json"]].concat());
    let level = |line: &Value| line["level"].as_str().map(str::to_owned);
    answer.data().iter().map(|line| (line["id"].as_str().unwrap().to_owned(), level(line))).collect()
}

/// The labels of the ways of an entry of our guide: those that are left, and those that a rule struck.
fn labels(id: &str, declared: &[&str]) -> (Vec<String>, Vec<String>) {
    let answer = ask(&[&["show", id, "--format", "json"], declared].concat());
    let entry = &answer.data()[0];
    let texts = |list: &Value| -> Vec<String> {
        let label = |each: &Value| each["label"].as_str().or(each.as_str()).unwrap().to_owned();
        list.as_array().into_iter().flatten().map(label).collect()
    };
    (texts(&entry["ways"]), texts(&entry["struck_ways"]))
}

fn assert_avoids(levels: &BTreeMap<String, Option<String>>, ids: &[&str]) {
    for id in ids {
        let level = levels.get(*id).unwrap_or_else(|| panic!("{id} is not in the list"));
        assert_eq!(level.as_deref(), Some("avoid"), "{id}");
    }
}

#[test]
fn avoids_arching_with_spinal_stenosis_and_keeps_the_half_of_cat_and_cow_that_rounds_up() {
    let with = &["--with", "spinal-stenosis"];
    let levels = levels(&[&["stretches"], &with[..]].concat());
    assert_avoids(&levels, &["swan", "press-up", "standing-back-bend"]);
    assert_eq!(levels["cat-cow"].as_deref(), Some("adapt"));
    let (left, struck) = labels("cat-cow", with);
    assert_eq!((left, struck), (vec!["Round up only".to_owned()], vec!["Round up, then sink".to_owned()]));
    let text = ask(&["show", "cat-cow", "--full", "--with", "spinal-stenosis"]).out;
    assert!(!words_of(&text).contains(" let your belly sink "), "{text}");
}

#[test]
fn strikes_in_pregnancy_every_way_of_stretching_on_the_back_or_the_front() {
    let mut struck = 0;
    for ((kind, id), file) in files().iter().filter(|((kind, _), _)| matches!(kind, Kind::Stretch | Kind::Technique)) {
        let flat: BTreeSet<&str> = file["ways"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|way| way["positions"].as_array().unwrap().iter().any(|it| it == "supine" || it == "prone"))
            .map(|way| way["label"].as_str().unwrap())
            .collect();
        struck += flat.len();
        for declared in [&["--pregnant"][..], &["--cleared", "pregnancy"]] {
            let (left, _) = labels(id, declared);
            let lying: Vec<&String> = left.iter().filter(|label| flat.contains(label.as_str())).collect();
            assert!(lying.is_empty(), "{kind:?} {id} {declared:?} keeps {lying:?}");
        }
    }
    assert!(struck > 10, "only {struck} ways");
}

#[test]
fn keeps_in_pregnancy_walking_rest_on_the_side_and_rounding_up() {
    let levels = levels(&["stretches", "--pregnant"]);
    for id in ["walking", "resting-positions", "seated-cat", "pelvic-tilt"] {
        assert!(matches!(levels[id].as_deref(), None | Some("adapt")), "{id}: {:?}", levels[id]);
    }
    let has = |id: &str, words: &[&str], not: &[&str]| {
        let (left, _) = labels(id, &["--pregnant"]);
        assert!(!left.is_empty(), "{id} has no way left");
        let holds = |label: &String| words.iter().all(|word| label.to_lowercase().contains(word));
        assert!(left.iter().any(holds), "{id} keeps no way called {words:?}: {left:?}");
        let says = |label: &&String| not.iter().any(|word| label.to_lowercase().contains(word));
        assert_eq!(left.iter().find(says), None, "{id} keeps a way that should be struck");
    };
    has("walking", &[], &[]);
    has("resting-positions", &["side"], &["on your back", "on your front"]);
    has("seated-cat", &["round"], &["arch"]);
    has("pelvic-tilt", &["hands and knees"], &["on your back"]);
}

#[test]
fn avoids_bending_and_crossing_a_new_hip() {
    let levels = levels(&["stretches", "--with", "hip-replacement"]);
    assert_avoids(&levels, &["knee-to-chest", "both-knees-to-chest", "figure-four-lying", "figure-four-seated"]);
}

#[test]
fn a_precaution_that_raises_a_red_flag_ends_every_command() {
    let catalogues = [vec!["--catalogue".to_owned(), folder(FIXTURE)], Vec::new()];
    for catalogue in &catalogues {
        let opened = match catalogue.get(1) {
            Some(directory) => Catalogue::in_directory(Path::new(directory)),
            None => Catalogue::bundled(),
        };
        let opened = opened.unwrap();
        let raising: Vec<(&str, &str)> =
            opened.index().precautions().filter_map(|row| Some((row.id, row.red_flag?))).collect();
        assert!(!raising.is_empty());
        for (id, flag) in raising {
            for question in COMMANDS_WITH {
                for with in [id.to_owned(), format!("pregnancy,{id}")] {
                    for option in ["--with", "--cleared"] {
                        let mut arguments: Vec<String> = question.iter().map(|&it| it.to_owned()).collect();
                        arguments.extend([option.to_owned(), with.clone()]);
                        arguments.extend(catalogue.iter().cloned());
                        let answer = ask(&arguments);
                        assert_eq!(answer.exit, Exit::Stopped, "{arguments:?}");
                        let title = opened.red_flag(flag).unwrap().title;
                        assert!(answer.out.contains(&title), "{arguments:?} does not name the flag:\n{}", answer.out);
                        let goes_on = ["Press it", "Do it"].iter().any(|it| answer.out.contains(it));
                        assert!(!goes_on, "{arguments:?} goes on:\n{}", answer.out);
                        arguments.extend(["--format".to_owned(), "json".to_owned()]);
                        let data = ask(&arguments).data();
                        assert_eq!((data.len(), &data[0]["id"]), (1, &flag.into()), "{arguments:?}");
                    }
                }
            }
        }
    }
}

/// A question for every command that takes `--with`.
const COMMANDS_WITH: [&[&str]; 13] = [
    &["show", "GB30"],
    &["points"],
    &["stretches"],
    &["techniques"],
    &["precautions"],
    &["precautions", "pregnancy"],
    &["learn"],
    &["learn", "right-now"],
    &["search", "pain"],
    &["routine"],
    &["routine", "--minutes", "30", "--place", "floor"],
    &["session", "--plan"],
    &["handout", "GB30"],
];

/// Every command that takes `--with`, answering from the frozen catalogue.
fn every_command_with(words: &[&str]) -> Vec<(Vec<String>, Answer)> {
    let catalogue = folder(FIXTURE);
    let asked = COMMANDS_WITH.iter().map(|&question| {
        let arguments = [question, words, &["--catalogue", &catalogue]].concat();
        let arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
        let answer = ask(&arguments);
        (arguments, answer)
    });
    asked.collect()
}

#[test]
fn a_word_that_is_not_understood_is_never_ignored() {
    for option in ["--with", "--cleared"] {
        for word in ["", " ", ",", "pregnancy,", ",pregnancy"] {
            for (arguments, answer) in every_command_with(&[option, word]) {
                assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{arguments:?}");
                assert!(answer.err.starts_with("error: a precaution without a name"), "{arguments:?}: {}", answer.err);
            }
        }
        for word in ["gluten", "pregnanci", "GB30", "seed-003", "pregnancy,gluten"] {
            for (arguments, answer) in every_command_with(&[option, word]) {
                assert_eq!(answer.exit, Exit::Usage, "{arguments:?}");
                assert_eq!(answer.out, "", "{arguments:?}");
                assert!(answer.err.starts_with("error: no precaution is called"), "{arguments:?}: {}", answer.err);
                assert!(answer.err.contains("ask your doctor or pharmacist, or leave it out"), "{}", answer.err);
            }
        }
    }
    let near = &every_command_with(&["--with", "pregnanci"])[0].1;
    assert!(near.err.contains("did you mean pregnancy"), "{}", near.err);
}

#[test]
fn a_word_with_two_meanings_is_an_error_with_the_choice() {
    for (arguments, answer) in every_command_with(&["--with", "clot"]) {
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{arguments:?}");
        assert!(answer.err.contains("--with suspected-clot"), "{}", answer.err);
        assert!(answer.err.contains("--with blood-thinners"), "{}", answer.err);
    }
    let bundled = ask(&["show", "BL57", "--with", "clot"]);
    assert_eq!((bundled.exit, bundled.out.as_str()), (Exit::Usage, ""));
    assert!(bundled.err.contains("suspected-clot") && bundled.err.contains("past-clot"), "{}", bundled.err);
}

#[test]
fn none_says_that_the_reader_was_asked() {
    let catalogue = folder(FIXTURE);
    let answer = ask(&["show", "GB30", "--with", "none", "--catalogue", &catalogue]);
    assert_eq!(answer.exit, Exit::Answered);
    assert!(answer.out.contains("No rule here speaks against it for what you told us."), "{}", answer.out);
    let silent = ask(&["show", "GB30", "--catalogue", &catalogue]);
    assert!(silent.out.contains("You have declared nothing"), "{}", silent.out);
    for (with, screened) in [(&["--with", "none"][..], true), (&[], false), (&["--with", "frail"], true)] {
        let arguments = [&["points", "--format", "json", "--catalogue", &catalogue], with].concat();
        let answer: serde_json::Value = serde_json::from_str(&ask(&arguments).out).unwrap();
        assert_eq!(answer["screened"], screened, "{arguments:?}");
    }
}

#[test]
fn none_is_understood_however_it_is_written() {
    let asked = every_command_with(&["--with", "none"]);
    for word in ["NONE", "None", " none ", "n-o-n-e"] {
        for ((arguments, answer), (_, expected)) in every_command_with(&["--with", word]).iter().zip(&asked) {
            assert_eq!(answer, expected, "{arguments:?}");
        }
    }
    // A clinician cannot have agreed in spite of nothing.
    for (arguments, answer) in every_command_with(&["--cleared", "none"]) {
        assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{arguments:?}");
    }
}

#[test]
fn none_together_with_a_precaution_is_an_error() {
    for words in
        [&["--with", "none,frail"][..], &["--with", "none", "--pregnant"], &["--with", "none", "--cleared", "frail"]]
    {
        for (arguments, answer) in every_command_with(words) {
            assert_eq!((answer.exit, answer.out.as_str()), (Exit::Usage, ""), "{arguments:?}");
        }
    }
}
