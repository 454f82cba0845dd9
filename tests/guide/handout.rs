//! Handouts: what is on the page that tells everything and on the short one, what is not, and how it is written.

use std::collections::BTreeSet;
use std::fs;

use sciatica::error::Exit;

use crate::process::{program, run};
use crate::support::{FIXTURE, Scratch, ask, folder, repository};

/// Every entry of the frozen catalogue that tells how to do something.
const ENTRIES: [&str; 8] =
    ["BL25", "GB30", "BL40", "LV3", "arch-and-round", "knee-rock", "ball-at-wall", "thumb-press"];

/// Its holds; they stand nowhere else.
const HOLDS: [&str; 28] = [
    "47", "59", "41", "53", "23", "29", "13", "19", "14", "17", "16", "18", "37", "43", "32", "35", "71", "73", "61",
    "67", "31", "34", "38", "39", "51", "57", "44", "46",
];

/// The page of these words that tells everything, from the bundled catalogue.
fn whole_page(words: &[&str]) -> String {
    page(&[words, &["--full"]].concat())
}

/// The short page of these words, from the bundled catalogue.
fn page(words: &[&str]) -> String {
    let ran = run(&[&["handout"], words].concat());
    assert_eq!((ran.exit, ran.err.as_str()), (0, ""), "{words:?}");
    ran.out
}

/// What a reader sees of a page: neither markup nor style.
fn read(page: &str) -> String {
    let (_, body) = page.split_once("<body>").expect("a body");
    let mut text = String::new();
    let mut in_markup = false;
    for character in body.chars() {
        match character {
            '<' => in_markup = true,
            '>' => {
                in_markup = false;
                text.push(' ');
            }
            _ if in_markup => {}
            other => text.push(other),
        }
    }
    for (code, character) in [("&#38;", "&"), ("&#34;", "\""), ("&#39;", "'"), ("&#60;", "<"), ("&#62;", ">")] {
        text = text.replace(code, character);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A page without the numbers behind its sentences and without what they stand for.
fn without_citations(page: &str) -> String {
    let (page, _) = page.split_once("<h2>Sources and reasons</h2>").expect("a list of sources");
    let mut parts = page.split("<small>");
    let first = parts.next().unwrap_or_default().to_owned();
    first + &parts.filter_map(|part| Some(part.split_once("</small>")?.1)).collect::<String>()
}

/// A short page without the numbers behind its sentences, without days to tick, and without what stands at its end.
fn without_numbers(page: &str) -> String {
    let parts = [("<sup>", "</sup>"), ("<td>", "</td>"), ("<section class=\"back\">", "</section>")];
    parts.iter().fold(page.to_owned(), |page, (begin, end)| {
        let mut parts = page.split(begin);
        let first = parts.next().unwrap_or_default().to_owned();
        first + &parts.filter_map(|part| Some(part.split_once(end)?.1)).collect::<String>()
    })
}

/// The markers of how-to in a text, in lower case.
fn markers(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| word.starts_with("howto")).collect()
}

fn holds(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| HOLDS.contains(word)).collect()
}

/// The places of texts in a page, each behind the one before.
fn assert_in_order(text: &str, wanted: &[&str]) {
    let mut from = 0;
    for each in wanted {
        let found = text[from..].find(each);
        from += found.unwrap_or_else(|| panic!("{each:?} is not on the page behind what should be before it: {text}"));
    }
}

/// Profiles of the frozen catalogue: nothing, that nothing applies, every precaution, every pair.
fn profiles() -> Vec<String> {
    let precautions = fs::read_dir(repository(FIXTURE).join("precautions")).unwrap();
    let mut ids: Vec<String> =
        precautions.map(|it| it.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    ids.sort();
    let pairs =
        ids.iter().flat_map(|one| ids.iter().filter(move |other| one < *other).map(move |it| format!("{one},{it}")));
    [String::new(), "none".to_owned()].into_iter().chain(pairs).chain(ids.iter().cloned()).collect()
}

#[test]
fn tells_what_the_cards_tell_and_withholds_what_they_withhold() {
    let catalogue = folder(FIXTURE);
    let mut withheld = 0;
    for profile in profiles() {
        let with: Vec<&str> = if profile.is_empty() { Vec::new() } else { vec!["--with", &profile] };
        let rest = [&["--catalogue", catalogue.as_str()][..], &with].concat();
        let cards = ask(&[&["show", "--sources"][..], &ENTRIES, &rest].concat());
        let everything = ask(&[&["show", "--full", "--sources"][..], &ENTRIES, &rest].concat());
        for form in [&["--full"][..], &["--full", "--large"], &[], &["--large"], &["--no-sources"]] {
            let is_whole = form.contains(&"--full");
            let page = ask(&[&["handout"][..], &ENTRIES, &rest, form].concat());
            assert_eq!(page.exit, cards.exit, "{profile}");
            if profile.contains("suspected-clot") {
                assert!(page.exit == Exit::Stopped && !page.out.contains("<html"), "{profile}: {}", page.out);
                assert_eq!(markers(&page.out), BTreeSet::new(), "{profile}");
                continue;
            }
            let whole = markers(&everything.out);
            assert!(markers(&page.out).is_subset(&whole), "{profile}: with its markup");
            let text = read(&if is_whole { without_citations(&page.out) } else { without_numbers(&page.out) });
            let told = markers(&text);
            assert!(told.is_subset(&whole), "{profile}: {text}");
            if is_whole {
                assert!(told.is_superset(&markers(&cards.out)), "{profile}: {text}");
                assert_eq!(holds(&text), holds(&cards.out), "{profile}");
            } else {
                // What is enough the first time stands on it once, for all pressing.
                assert!(holds(&text).is_subset(&holds(&cards.out)), "{profile}: {text}");
                assert_eq!(told.is_empty(), markers(&cards.out).is_empty(), "{profile}: {text}");
            }
            let is_withheld = page.exit == Exit::Stopped;
            assert_eq!(text.contains("How to do it is withheld:"), is_withheld, "{profile}: {text}");
            withheld += usize::from(is_withheld);
        }
    }
    assert!(withheld > 20, "only {withheld} pages withheld anything");
}

#[test]
fn a_withheld_entry_has_its_place_the_reason_and_no_drawing() {
    let ran = run(&["handout", "BL60", "--pregnant"]);
    assert_eq!(ran.exit, 3);
    let text = read(&ran.out);
    for said in [
        "Made for somebody with: Pregnancy",
        "AVOID (pregnant)",
        "Where it is",
        "is withheld for what you told us",
        "Instead:",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    for untold in ["<svg", "Find it", "Press it", "sciatica show", "--cleared"] {
        assert!(!ran.out.contains(untold), "{untold}: {text}");
    }
    let ask_first = run(&["handout", "GB30", "--pregnant"]);
    assert!(ask_first.exit == 3 && !ask_first.out.contains("<svg"), "{}", ask_first.out);
    let cleared = run(&["handout", "GB30", "--cleared", "pregnancy"]);
    assert_eq!(cleared.exit, 0);
    assert!(
        cleared.out.contains("<svg") && read(&cleared.out).contains("Whoever they asked agreed, they say: Pregnancy")
    );
}

#[test]
fn the_whole_page_has_everything_in_order() {
    let text = read(&whole_page(&["GB30", "cat-cow"]));
    let order = [
        "Self-care for sciatica",
        "For Date From",
        "For whom",
        "Nothing was declared",
        "When to get help",
        "Get help now if",
        "Get help today if",
        "GB30",
        "Avoid if",
        "Find it",
        "base of the spine",
        "Press it",
        "Stop if",
        "Evidence",
        "Cat and cow",
        "Do it",
        "Stop if",
        "Notes",
        "Sources",
        "WHO 2008 (A): WHO Standard",
        "About this page",
        "Edition 20",
        "reviewed on 20",
        "Self-care information, not a diagnosis",
    ];
    assert_in_order(&text, &order);
    let asked = read(&whole_page(&["cat-cow", "--with", "none", "--title", "For Ann & Bo"]));
    assert!(
        asked.starts_with("For Ann & Bo For Date From For whom Made for somebody who says that no precaution"),
        "{asked}"
    );
    // Each number behind a sentence is in the list.
    let (before, _) = text.split_once("Sources and reasons").unwrap();
    let cited = before.split('(').skip(1).filter_map(|it| it.split(')').next()).filter_map(|it| it.split_once(' '));
    let numbers = cited.map(|(_, it)| it.trim_start_matches(|letter: char| !letter.is_ascii_digit()));
    let numbers: BTreeSet<usize> = numbers.flat_map(|it| it.split(", ").filter_map(|it| it.parse().ok())).collect();
    let listed = whole_page(&["GB30", "cat-cow"]);
    let (_, sources) = listed.split_once("<h2>Sources and reasons</h2>").unwrap();
    let listed = sources.matches("<li>").count();
    assert!(numbers.len() > 10 && numbers.iter().all(|it| (1..=listed).contains(it)), "{listed}: {numbers:?}");
}

#[test]
fn every_point_has_its_drawings_with_an_alternative_and_both_sides() {
    let codes: Vec<String> = run(&["points", "--format", "json"])
        .data()
        .iter()
        .map(|point| point["code"].as_str().unwrap().to_owned())
        .collect();
    for code in codes {
        let page = page(&[&code]);
        let pictures: Vec<&str> = page.split("<svg ").skip(1).collect();
        assert!(!pictures.is_empty(), "{code} has no drawing");
        for picture in &pictures {
            let (picture, after) = picture.split_once("</svg>").unwrap();
            assert!(picture.starts_with("role=\"img\" aria-labelledby=\"picture-"), "{picture}");
            for part in ["<title id=\"picture-", "<desc id=\"picture-", "class=\"outline\"", "class=\"point-ring\""] {
                assert!(picture.contains(part), "{code} lacks {part}");
            }
            assert!(picture.contains(&format!(">{code}</tspan>")), "{code} is not named in its drawing");
            let (sides, _) = after.split_once("</p>").unwrap();
            assert!(sides.contains(">L<") || sides.contains('\u{2190}'), "{code}: {sides}");
        }
        assert!(page.contains("class=\"landmark\""), "{code}: no landmark is named");
    }
}

#[test]
fn the_page_loads_nothing_and_runs_nothing() {
    for words in [&["GB30", "cat-cow", "thumb"][..], &["--routine", "desk", "--large"]] {
        let page = page(words).to_lowercase();
        for word in [
            "<script", "src=", "href=", "url(", "@import", "<link", "<iframe", "<img", "<object", "onload",
            "javascript:",
        ] {
            assert!(!page.contains(word), "{words:?} holds {word}");
        }
        assert!(page.starts_with("<!doctype html>\n<html lang=\"en\""), "{}", &page[..60]);
        assert!(page.contains("default-src 'none'"));
    }
    assert!(page(&["GB30", "--large"]).contains("<html lang=\"en\" class=\"large"));
    assert!(whole_page(&["GB30", "--large"]).contains("<html lang=\"en\" class=\"large\">"));
}

#[test]
fn text_of_a_catalogue_and_of_the_command_line_is_no_markup() {
    let scratch = Scratch::copy_of(FIXTURE);
    let hostile = "Rock</h2><script>alert(1)</script><img src=x onerror='alert(2)'> & \"so\"";
    let path = scratch.path().join("stretches/knee-rock.json");
    let mut stretch: serde_json::Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    stretch["title"] = hostile.into();
    scratch.write("stretches/knee-rock.json", stretch.to_string().as_bytes());
    let title = "</title><script>alert(3)</script>";
    let answer = ask(&["handout", "knee-rock", "--catalogue", scratch.argument(), "--title", title]);
    assert_eq!(answer.exit, Exit::Answered, "{}", answer.err);
    assert!(!answer.out.contains("<script") && !answer.out.contains("<img"), "{}", answer.out);
    let text = read(&answer.out);
    assert!(text.contains(hostile) && text.starts_with(title), "{text}");
    assert!(text.contains("which is not the bundled guide"), "{text}");
}

#[test]
fn a_routine_stands_before_its_entries() {
    let text = read(&page(&["--routine", "desk"]));
    assert_in_order(
        &text,
        &["At the desk", "in all", "BL23 Kidney Transporter", "heels a small step away", "BL23 · Shènshū"],
    );
    let whole = read(&whole_page(&["--routine", "desk"]));
    assert_in_order(
        &whole,
        &["At the desk", "Do it", "in all", "BL23 Kidney Transporter", "Pelvic tilt pelvic-tilt", "BL23 Shènshū"],
    );
    assert!(!text.contains("sciatica session") && !text.contains("sciatica show"), "{text}");
    let both = page(&["pelvic-tilt", "pelvic-tilt", "--routine", "desk"]);
    assert_eq!(both.matches("<h2>Pelvic tilt</h2>").count(), 1);
    assert_eq!(page(&["desk"]), page(&["--routine", "desk"]));
    let none = run(&["handout", "--routine", "nothing"]);
    assert!(none.exit == 1 && none.err.contains("no routine is called"), "{none:?}");
}

#[test]
fn what_cannot_be_on_a_page_is_an_error_and_writes_nothing() {
    let scratch = Scratch::new();
    let file = scratch.path().join("page.html");
    let file = file.to_str().unwrap();
    let cases: [(&[&str], i32, &str); 7] = [
        (&[], 2, "or a routine: sciatica handout --routine desk"),
        (&["GB30", "--format", "json"], 2, "leave out --format"),
        (&["GB30", "xylophone"], 1, "no point, stretch or topic is called \"xylophone\""),
        (&["GB30", "pregnancy"], 2, "did you mean: sciatica handout GB30 --with pregnancy"),
        (&["juliao"], 1, "could mean more than one thing"),
        (&["GB30", "--with", "gluten"], 2, "no precaution is called"),
        (&["GB30", "--full", "--no-sources"], 2, "cannot both be so"),
    ];
    for (words, exit, said) in cases {
        let ran = run(&[&["handout", "--output", file], words].concat());
        assert_eq!((ran.exit, ran.out.as_str()), (exit, ""), "{words:?}");
        assert!(ran.err.contains(said), "{words:?}: {}", ran.err);
    }
    let stopped = run(&["handout", "GB30", "--with", "dvt", "--output", file]);
    assert!(stopped.exit == 3 && stopped.out.contains("GET HELP TODAY"), "{stopped:?}");
    assert_eq!(run(&["handout", "GB30", "--force"]).exit, 2, "--force without a file");
    assert_eq!(fs::read_dir(scratch.path()).unwrap().count(), 0);
}

#[test]
fn a_file_is_written_whole_and_never_over_another() {
    let scratch = Scratch::new();
    let at = |words: &[&str]| {
        let output = program().current_dir(scratch.path()).arg("handout").args(words).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    };
    let content = || fs::read_to_string(scratch.path().join("a page.html")).unwrap();
    let told = (0, String::new(), "Wrote a page.html\n".to_owned());
    assert_eq!(at(&["GB30", "--output", "a page.html"]), told);
    assert_eq!(content(), page(&["GB30"]));
    let (exit, out, err) = at(&["BL40", "--output", "a page.html"]);
    assert_eq!((exit, out.as_str()), (1, ""));
    assert!(err.starts_with("error: \"a page.html\" is there already\n") && err.contains("--force"), "{err}");
    assert_eq!(content(), page(&["GB30"]));
    assert_eq!(at(&["BL40", "--output", "a page.html", "--force"]), told);
    assert_eq!(content(), page(&["BL40"]));
    let (exit, _, err) = at(&["BL40", "--output", "no folder/page.html"]);
    assert!(
        exit == 1 && err.contains("cannot write \"no folder/page.html\"") && err.contains("is the folder there"),
        "{err}"
    );
    fs::create_dir(scratch.path().join("folder")).unwrap();
    let (exit, _, err) = at(&["BL40", "--output", "folder", "--force"]);
    assert!(exit == 1 && err.contains("it is no ordinary file"), "{err}");
    let (exit, _, err) = at(&["BL60", "--pregnant", "--output", "withheld.html"]);
    assert_eq!((exit, err.as_str()), (3, "Wrote withheld.html\n"));
    let mut left: Vec<_> = fs::read_dir(scratch.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["a page.html", "folder", "withheld.html"], "a draft is left behind");
}

#[cfg(unix)]
#[test]
fn a_link_keeps_leading_to_its_file() {
    let scratch = Scratch::new();
    scratch.write("real.html", b"old");
    std::os::unix::fs::symlink("real.html", scratch.path().join("link.html")).unwrap();
    let link = scratch.path().join("link.html");
    let ran = run(&["handout", "GB30", "--output", link.to_str().unwrap()]);
    assert_eq!(ran.exit, 1, "{ran:?}");
    let ran = run(&["handout", "GB30", "--force", "--output", link.to_str().unwrap()]);
    assert_eq!(ran.exit, 0, "{ran:?}");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(fs::read_to_string(scratch.path().join("real.html")).unwrap().starts_with("<!DOCTYPE html>"));
}
