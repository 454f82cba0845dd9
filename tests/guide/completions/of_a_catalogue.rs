//! Names of a catalogue of somebody's own, and of what they add to the guide.

use super::in_shells::make_hostile;
use super::{SHELLS, asked_by, names, offered};
use crate::support::additions::ADDITIONS;
use crate::support::{FIXTURE, Scratch, folder};
use sciatica::error::Exit;

#[test]
fn the_names_are_those_of_the_catalogue_on_the_line_or_of_a_variable() {
    for line in [format!("show --catalogue {FIXTURE} "), format!("show --catalogue={FIXTURE} ")] {
        let offered = names(&line);
        assert!(offered.contains(&"knee-rock".to_owned()) && !offered.contains(&"BL23".to_owned()), "{line}");
    }
    let additions = folder(ADDITIONS);
    assert_eq!(offered(&format!("show --add-catalogue {additions} gb39"))[0].1, "Suspended Bell [added]");
    assert!(names(&format!("points --add-catalogue {additions} --with new-t")).contains(&"new-tattoo".to_owned()));
    let variable = |name, value, word| asked_by("fish", &[(name, value)], &["show", word]).out;
    assert!(variable("SCIATICA_ADD_CATALOGUE", &additions, "heel-s").starts_with("heel-slide\tHeel slide [added]"));
    assert!(variable("SCIATICA_CATALOGUE", FIXTURE, "knee-r").starts_with("knee-rock\t"));
    // A shell hands some lines on with their quotes and signs.
    let quoted = format!("'{FIXTURE}'");
    for shell in ["bash", "zsh"] {
        let told = asked_by(shell, &[], &["show", "--catalogue", &quoted, "knee-r"]).out;
        assert!(told.starts_with("knee-rock"), "{shell}: {told}");
    }
    let home = folder("tests/fixtures");
    let told = asked_by("bash", &[("HOME", &home)], &["show", "--catalogue", "~/catalogue", "knee-r"]).out;
    assert_eq!(told, "knee-rock\n");
}

#[test]
fn a_catalogue_that_cannot_be_used_leaves_the_names_of_the_guide_and_no_error() {
    let broken = Scratch::new();
    broken.write("points/GB1.json", b"{");
    for option in ["--catalogue", "--add-catalogue"] {
        for directory in ["/nowhere", broken.argument(), "", "Cargo.toml"] {
            assert_eq!(names(&format!("show {option} {directory} BL2")), ["BL23", "BL25"], "{option} {directory}");
        }
    }
    for variable in ["SCIATICA_CATALOGUE", "SCIATICA_ADD_CATALOGUE"] {
        let answer = asked_by("bash", &[(variable, "/nowhere")], &["show", "BL2"]);
        assert_eq!((answer.exit, answer.out.as_str(), answer.err.as_str()), (Exit::Answered, "BL23\nBL25\n", ""));
    }
}

#[test]
fn no_name_of_a_catalogue_is_more_than_a_word() {
    let catalogue = Scratch::copy_of(FIXTURE);
    make_hostile(&catalogue);
    for shell in SHELLS {
        let told = asked_by(shell, &[], &["routine", "--catalogue", catalogue.argument(), "--place", ""]).out;
        assert!(!told.is_empty() && !told.contains("touch"), "{shell}: {told}");
        let told = asked_by(shell, &[], &["show", "--catalogue", catalogue.argument(), "knee"]).out;
        assert!(told.starts_with("knee-rock"), "{shell}: {told}");
        assert!(told.lines().count() == 1 && !told.contains('\u{1b}'), "{shell}: {told:?}");
    }
}
