//! An answer as a page: opened in a browser, or written.

use crate::process::{Ran, run, run_in};
use crate::support::Scratch;

/// A page of this question on standard output.
fn page(question: &[&str]) -> Ran {
    run(&[question, &["--output", "-"]].concat())
}

#[test]
fn a_page_of_a_point_has_its_drawing_and_loads_nothing() {
    for question in [&["show", "GB30"][..], &["show", "cat-cow", "BL40"], &["map"], &["map", "--region", "foot"]] {
        let page = page(question);
        assert_eq!(page.exit, 0, "{question:?}: {}", page.err);
        assert!(page.out.starts_with("<!DOCTYPE html>") && page.out.contains("<svg"), "{question:?}");
        for loaded in ["<script", "<link", "src=", "@import", "url("] {
            assert!(!page.out.contains(loaded), "{question:?}: {loaded}");
        }
    }
}

#[test]
fn a_page_shows_nothing_of_how_to_do_what_is_withheld() {
    let page = page(&["show", "BL60", "--pregnant"]);
    assert_eq!(page.exit, 3, "{}", page.err);
    assert!(page.out.contains("AVOID") && !page.out.contains("<svg") && !page.out.contains("Find it"), "{}", page.out);
    let map = run(&["map", "--pregnant", "--output", "-"]);
    assert!(map.out.contains("BL60 AVOID") || map.out.contains(">AVOID<"), "{}", map.out);
}

#[test]
fn a_page_is_written_to_a_file_and_over_another_only_when_asked() {
    let folder = Scratch::new();
    let file = format!("{}/page.html", folder.argument());
    let write = |more: &[&str]| run(&[&["show", "GB30", "--output", &file], more].concat());
    let written = write(&[]);
    assert_eq!((written.exit, written.out.as_str()), (0, ""), "{}", written.err);
    assert!(written.err.starts_with("Wrote "), "{}", written.err);
    let again = write(&[]);
    assert!(again.exit == 1 && again.err.contains("there already"), "{}", again.err);
    assert_eq!(write(&["--force"]).exit, 0);
}

#[test]
fn a_page_is_no_json_and_is_opened_or_written_but_not_both() {
    for wrong in
        [&["--open", "--format", "json"][..], &["--output", "-", "--format", "markdown"], &["--open", "--output", "-"]]
    {
        let answer = run(&[&["show", "GB30"], wrong].concat());
        assert_eq!((answer.exit, answer.out.as_str()), (2, ""), "{wrong:?}: {}", answer.err);
    }
}

/// What a page tells of its reader is for them alone, and the next page takes its place.
#[cfg(unix)]
#[test]
fn the_opened_page_is_for_the_reader_alone_and_gives_way_to_the_next() {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;

    let folder = Scratch::new();
    fs::set_permissions(folder.argument(), fs::Permissions::from_mode(0o700)).unwrap();
    let open = |question: &[&str]| {
        let variables = [("XDG_RUNTIME_DIR", folder.argument()), ("BROWSER", "true"), ("PATH", "/usr/bin:/bin")];
        run_in(&variables, &[question, &["--open"]].concat())
    };
    let path = format!("{}/sciatica/page.html", folder.argument());
    for (question, title) in [(&["show", "GB30"][..], "GB30"), (&["show", "BL40", "--with", "blood-thinners"], "BL40")]
    {
        let opened = open(question);
        assert!([0, 3].contains(&opened.exit) && opened.out.is_empty(), "{question:?}: {}", opened.err);
        assert!(opened.err.contains(&path), "{}", opened.err);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.contains(&format!("<h2>{title}")) || text.contains(title), "{question:?}");
    }
    let left: Vec<_> = fs::read_dir(format!("{}/sciatica", folder.argument())).unwrap().collect();
    assert_eq!(left.len(), 1, "one page, and no draft: {left:?}");
    let none = run_in(
        &[("XDG_RUNTIME_DIR", folder.argument()), ("BROWSER", "/nowhere"), ("PATH", "/nowhere")],
        &["show", "GB30", "--open"],
    );
    assert!(none.exit == 1 && none.err.contains("no browser"), "{} {}", none.exit, none.err);
    fs::set_permissions(folder.argument(), fs::Permissions::from_mode(0o777)).unwrap();
    fs::remove_dir_all(format!("{}/sciatica", folder.argument())).unwrap();
    let unkept = open(&["show", "GB30"]);
    assert!(unkept.exit == 1 && unkept.err.contains("for you alone"), "{} {}", unkept.exit, unkept.err);
}
