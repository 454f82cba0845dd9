//! Whether a folder with the files of the program answers like the program.

use guide::shelf::Catalogue;

use crate::screening::Extent;
use crate::{Scratch, ask};

/// The lines of an answer without the one that says from which folder it comes, and the blank one after it.
fn without_label<'t>(text: &'t str, directory: &str) -> Vec<&'t str> {
    let is_label = |line: &str| line.contains(directory) || line.contains("\"catalogue_directory\"");
    let mut lines = text.lines().peekable();
    let mut kept = Vec::new();
    while let Some(line) = lines.next() {
        if is_label(line) {
            lines.next_if(|next| next.is_empty());
        } else {
            kept.push(line);
        }
    }
    kept
}

fn assert_same_lines(what: &str, one: &[&str], other: &[&str]) {
    for (place, (one, other)) in one.iter().zip(other).enumerate() {
        assert_eq!(one, other, "{what}, line {}", place + 1);
    }
    assert_eq!(one.len(), other.len(), "{what}");
}

/// A folder with our files answers with the bytes of the program.
pub fn assert_a_folder_answers_like_the_program(extent: Extent) {
    let scratch = Scratch::copy_of("data");
    let codes: Vec<String> =
        Catalogue::bundled(sciatica::bundle()).unwrap().index().points().map(|row| row.code.to_owned()).collect();
    let show: Vec<&str> = ["show"].into_iter().chain(codes.iter().map(String::as_str)).collect();
    let questions: [&[&str]; 30] = [
        &show,
        &[&show[..], &["--figure"]].concat(),
        &["map", "--figure", "--pregnant"],
        &[&show[..], &["--full", "--sources"]].concat(),
        &[&show[..], &["--with", "blood-thinners,osteoporosis"]].concat(),
        &["show", "pregnancy", "right-now", "suspected-clot-leg", "who-2008", "nothing", "B54"],
        &["points"],
        &["points", "--pregnant"],
        &["points", "--region", "leg", "--position", "sitting", "--alone"],
        &["precautions"],
        &["precautions", "GB30", "BL40"],
        &["precautions", "--with", "pregnancy,numb-skin"],
        &["precautions", "--with", "suspected-clot"],
        &["sources"],
        &["sources", "who-2008"],
        &["sources", "--disputes"],
        &["sources", "--summary"],
        &["stretches"],
        &["stretches", "--with", "spinal-stenosis", "--region", "back"],
        &["techniques", "--pregnant"],
        &["show", "cat-cow", "thumb", "heat-and-cold", "--full", "--sources", "--with", "osteoporosis"],
        &["red-flags"],
        &["learn"],
        &["learn", "evidence", "--full"],
        &["search", "golf", "ball", "--with", "blood-thinners"],
        &["check", "--answers", "not-better,aspirin"],
        &["routine", "evening", "--with", "warfarin"],
        &["routine", "--minutes", "20", "--sources"],
        &["session", "desk", "--plan"],
        &["now"],
    ];
    let forms: [&[&str]; 5] =
        [&[], &["--width", "100"], &["--format", "json"], &["--plain"], &["--format", "markdown"]];
    let every = if extent == Extent::Quick { 2 } else { 1 };
    for (place, question) in questions.into_iter().enumerate().step_by(every) {
        // The forms differ in look; once is enough for those that carry nothing of their own.
        let many = if place == 0 { 5 } else { 3 };
        for (other, form) in forms.into_iter().enumerate().take(many) {
            if extent == Extent::Quick && other != place % many {
                continue;
            }
            let bundled = ask(&[question, form].concat());
            let read = ask(&[question, form, &["--catalogue", scratch.argument()]].concat());
            let what = format!("{question:?} {form:?}");
            let lines = |text| without_label(text, scratch.argument());
            assert_same_lines(&what, &lines(&read.out), &lines(&bundled.out));
            assert_same_lines(&what, &lines(&read.err), &lines(&bundled.err));
            assert_eq!(read.exit, bundled.exit, "{what}");
            let labelled = format!("{}{}", read.out, read.err).contains(scratch.argument());
            assert!(labelled || bundled.out.is_empty(), "{what} does not say that it is not the bundled guide");
        }
    }
}
