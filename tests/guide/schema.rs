//! The schemas: as they are committed, true to our files, and strict.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use guide::shelf::check_directory;
use jsonschema::{Validator, draft202012};
use sciatica::error::Exit;
use serde_json::{Value, json};

use crate::process::run;
use crate::support::{FIXTURE, Scratch, ask, documents, repository};

/// Each kind with a file of ours, a field that is needed, and a field that takes the words of a closed list, if it has one.
const KINDS: [(&str, &str, &str, Option<&str>); 19] = [
    ("point", "points/GB30.json", "/ways/0/hold_seconds/max", Some("/ways/0/tool")),
    ("stretch", "stretches/cat-cow.json", "/ways/0/dosage/sets", Some("/ways/0/movements/0")),
    ("technique", "techniques/thumb.json", "/evidence/basis", Some("/ways/0/positions/0")),
    ("precaution", "precautions/pregnancy.json", "/rules/0/because/text", Some("/rules/0/level")),
    ("red-flag", "red-flags/saddle-numbness.json", "/do", Some("/urgency")),
    ("topic", "topics/evidence.json", "/disputes/0/shown", Some("/disputes/0/about")),
    ("source", "sources/standard.json", "/0/grade", Some("/0/document")),
    ("routine", "routines/desk.json", "/steps/0/entry", Some("/about/0/basis")),
    ("figure", "figures/body-back.json", "/landmarks/0/at", Some("/strokes/0/role")),
    ("poses", "poses/cat-cow.json", "/ways/0/poses/0/caption", Some("/ways/0/props/0/thing")),
    ("rules", "rules/pregnancy.json", "/precaution", Some("/rules/0/level")),
    ("meridian", "meridians/example.json", "/letters", None),
    ("catalogue", "catalogue.json", "/movement_rules/0/text", Some("/stop/basis")),
    ("everyday-words", "everyday-words.json", "/same/0/said", None),
    ("not-covered", "not-covered.json", "/0/answer", Some("/0/answer/basis")),
    ("homonyms", "homonyms.json", "/0/choices/0/text", None),
    ("meridians", "meridians.json", "/0/letters", None),
    ("routine-frame", "routine.json", "/places/0/positions", Some("/places/0/at_hand/0")),
    ("triage", "triage.json", "/screens/0/heading", Some("/reminder/basis")),
];

/// The kind of a file, by where it stands.
fn kind_of(path: &str) -> &'static str {
    let same_place = |other: &str| match path.split_once('/') {
        Some((folder, _)) => other.starts_with(&format!("{folder}/")),
        None => other == path,
    };
    KINDS.iter().find(|(_, file, ..)| same_place(file)).unwrap_or_else(|| panic!("{path} is of no kind")).0
}

fn printed(kind: &str) -> String {
    let ran = run(&["catalogue", "schema", kind]);
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""), "{kind}");
    ran.out
}

fn schema(kind: &str) -> Value {
    serde_json::from_str(&printed(kind)).unwrap()
}

fn validator(kind: &str) -> Validator {
    draft202012::new(&schema(kind)).unwrap()
}

fn ours(path: &str) -> Value {
    // Of some kinds our own catalogue has no file.
    let homes = ["data", "tests/fixtures/additions"].map(|home| repository(home).join(path));
    let text = homes.iter().find_map(|path| fs::read_to_string(path).ok());
    serde_json::from_str(&text.unwrap()).unwrap()
}

#[test]
fn prints_each_as_it_is_committed() {
    for (kind, ..) in KINDS {
        let committed = fs::read_to_string(repository("data/schema").join(format!("{kind}.json"))).unwrap();
        assert_eq!(printed(kind), committed, "{kind}");
    }
    let committed: BTreeSet<String> = documents("data/schema").into_iter().map(|(path, _)| path).collect();
    assert_eq!(committed, KINDS.iter().map(|(kind, ..)| format!("{kind}.json")).collect());
}

#[test]
fn a_kind_that_is_none_is_told_all_kinds() {
    for (kind, nearest) in [("points", "point"), ("redflag", "red-flag"), ("", ""), ("rumour", "")] {
        let ran = run(&["catalogue", "schema", kind]);
        assert_eq!((ran.exit, ran.out.as_str()), (2, ""), "{kind:?}");
        for (known, ..) in KINDS {
            assert!(ran.err.contains(known), "{kind:?}: {known} is not named: {}", ran.err);
        }
        assert!(ran.err.contains(&format!("schema {nearest}\n")) || nearest.is_empty(), "{kind:?}: {}", ran.err);
    }
    let ran = run(&["catalogue", "schema"]);
    assert_eq!((ran.exit, ran.out.as_str()), (2, ""));
}

#[test]
fn each_is_a_schema_of_the_draft_that_it_names() {
    for (kind, ..) in KINDS {
        let schema = schema(kind);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{kind}");
        assert!(draft202012::meta::is_valid(&schema), "{kind}");
    }
}

/// Visits every object of a schema that tells of fields.
fn each_object<'v>(schema: &'v Value, visit: &mut dyn FnMut(&'v Value)) {
    if schema["properties"].is_object() {
        visit(schema);
    }
    let below = schema.as_object().into_iter().flat_map(|fields| fields.values());
    below.chain(schema.as_array().into_iter().flatten()).for_each(|value| each_object(value, visit));
}

#[test]
fn every_field_is_explained_and_no_other_is_allowed() {
    for (kind, ..) in KINDS {
        let (schema, mut fields) = (schema(kind), 0);
        each_object(&schema, &mut |object| {
            assert_eq!(object["additionalProperties"], false, "{kind}: {object}");
            for (field, told) in object["properties"].as_object().unwrap() {
                let description = told["description"].as_str().unwrap_or_default();
                assert!(description.ends_with('.'), "{kind}: {field} is not explained: {told}");
                assert!(!description.contains("[`") && !description.contains('\n'), "{kind}, {field}: {description}");
                fields += 1;
            }
        });
        assert!(fields >= 5, "{kind}: {fields} fields");
    }
}

#[test]
fn every_file_of_ours_passes() {
    let validators: BTreeMap<&str, Validator> = KINDS.iter().map(|(kind, ..)| (*kind, validator(kind))).collect();
    for folder in ["data", FIXTURE] {
        let mut passed = BTreeMap::new();
        for (path, document) in documents(folder) {
            let kind = kind_of(&path);
            let problems: Vec<String> =
                validators[kind].iter_errors(&document).map(|it| format!("{}: {it}", it.instance_path())).collect();
            assert!(problems.is_empty(), "{folder}/{path}: {problems:?}");
            *passed.entry(kind).or_insert(0) += 1;
        }
        // Two kinds stand in additions alone.
        assert_eq!(passed.len(), KINDS.len() - 2, "{folder}: {passed:?}");
    }
}

fn without(document: &Value, pointer: &str) -> Value {
    let mut document = document.clone();
    let (parent, field) = pointer.rsplit_once('/').unwrap();
    let taken = document.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(field);
    assert!(taken.is_some(), "{pointer} is not there");
    document
}

#[test]
fn refuses_a_file_without_a_field() {
    for (kind, path, needed, _) in KINDS {
        assert!(!validator(kind).is_valid(&without(&ours(path), needed)), "{kind} without {needed}");
    }
}

#[test]
fn refuses_a_field_that_is_unknown_at_the_top_and_below() {
    for (kind, path, needed, _) in KINDS {
        let validator = validator(kind);
        let below = needed.rsplit_once('/').unwrap().0;
        let top = if ours(path).is_array() { "/0" } else { "" };
        for place in [top, below] {
            let mut document = ours(path);
            document.pointer_mut(place).unwrap()["colour"] = json!("red");
            assert!(!validator.is_valid(&document), "{kind} with a colour in {place:?}");
        }
    }
}

#[test]
fn refuses_a_word_that_is_not_of_its_list() {
    for (kind, path, _, word) in KINDS {
        let text = printed(kind);
        // Who adds a closed list to one of these has to try it.
        assert_eq!(text.contains("\"enum\""), word.is_some(), "{kind}");
        let Some(place) = word else { continue };
        for wrong in [json!("rumour"), json!(""), json!(1), json!(null)] {
            let mut document = ours(path);
            *document.pointer_mut(place).unwrap_or_else(|| panic!("{path} has no {place}")) = wrong.clone();
            assert!(!validator(kind).is_valid(&document), "{kind} with {wrong} as {place}");
        }
    }
}

#[test]
fn refuses_a_number_that_does_not_fit() {
    for (place, wrong) in [("/ways/0/pressure", 300), ("/ways/0/pressure", -1), ("/ways/0/rounds/min", 70_000)] {
        let mut document = ours("points/GB30.json");
        *document.pointer_mut(place).unwrap() = json!(wrong);
        assert!(!validator("point").is_valid(&document), "{wrong} as {place}");
    }
}

#[test]
fn a_file_may_name_its_schema() {
    let scratch = Scratch::copy_of(FIXTURE);
    for (path, mut document) in documents(FIXTURE) {
        let kind = kind_of(&path);
        if document.is_object() {
            let up = if path.contains('/') { ".." } else { "." };
            document["$schema"] = json!(format!("{up}/schema/{kind}.json"));
            assert!(validator(kind).is_valid(&document), "{path}");
            scratch.write(&path, document.to_string().as_bytes());
        }
    }
    assert_eq!(check_directory(scratch.path()).unwrap(), []);
    let found = ask(&["search", "schema", "--catalogue", scratch.argument()]);
    assert_eq!((found.exit, found.out.as_str()), (Exit::Failed, ""), "{}", found.out);
}

/// Their folder stands beside those of the entries, and holds none.
#[test]
fn a_catalogue_may_hold_schemas() {
    let scratch = Scratch::copy_of(FIXTURE);
    scratch.write("schema/point.json", b"no JSON at all");
    scratch.write("schema/points/BL40.json", b"{}");
    assert_eq!(check_directory(scratch.path()).unwrap(), []);
}
