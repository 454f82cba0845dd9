//! The short page to print: a sheet that a reader keeps at hand, with lines to fill in.

use crate::process::run;

fn page(words: &[&str]) -> String {
    let ran = run(&[&["handout"], words].concat());
    assert!(matches!(ran.exit, 0 | 3) && ran.err.is_empty(), "{words:?}: {ran:?}");
    ran.out
}

fn body(page: &str) -> &str {
    page.split_once("<body>").expect("a body").1
}

/// The part of a page from one text to the next.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("{from} is not in {page}"));
    rest.split_once(to).unwrap_or_else(|| panic!("{to} is not in {rest}")).0
}

/// The entries of a page.
fn articles(page: &str) -> Vec<&str> {
    page.split("<article>").skip(1).map(|it| it.split_once("</article>").expect("an end").0).collect()
}

#[test]
fn up_to_three_entries_take_one_sheet_and_a_routine_two() {
    for (words, at_most) in [
        (&["GB30"][..], 1),
        (&["GB30", "BL40", "cat-cow"], 1),
        (&["cat-cow", "knee-to-chest", "figure-four-seated"], 1),
        (&["desk"], 2),
        (&["evening"], 2),
        (&["back-and-leg"], 2),
    ] {
        for declared in [&[][..], &["--pregnant"]] {
            let sheets = page(&[words, declared].concat()).matches("<div class=\"sheet ").count();
            assert!((1..=at_most).contains(&sheets), "{words:?} {declared:?}: {sheets}");
        }
    }
}

#[test]
fn in_large_print_each_entry_has_a_sheet_of_its_own() {
    let page = page(&["GB30", "BL40", "cat-cow", "--large"]);
    let sheets: Vec<&str> = page.split("<div class=\"sheet ").skip(1).collect();
    let entries: Vec<usize> = sheets.iter().map(|sheet| articles(sheet).len()).collect();
    assert_eq!(entries, [0, 1, 1, 1]);
}

#[test]
fn each_entry_has_a_drawing_its_steps_its_dose_and_who_is_to_leave_it_out() {
    let page = page(&["GB30", "BL40", "cat-cow"]);
    let articles = articles(&page);
    assert_eq!(articles.len(), 3);
    for article in articles {
        for part in ["<svg ", "<ol>", "<strong>At most:</strong>", "<strong>Less, for you:</strong>", "Ask first if:"] {
            assert!(article.contains(part), "{part}: {article}");
        }
    }
    let shared = between(&page, "Avoid all of this if:</strong>", "</p>");
    assert!(shared.contains("fever") && !shared.contains("new hip"), "{shared}");
}

#[test]
fn what_is_not_written_at_the_head_is_a_line_to_fill_in() {
    let empty = page(&["cat-cow"]);
    let head = between(&empty, "<p class=\"fill\">", "</p>");
    assert_eq!((head.matches("<i").count(), head.matches("<b>").count()), (3, 0), "{head}");
    for form in [&[][..], &["--full"]] {
        let named =
            page(&[&["cat-cow", "--for", "Ann <b>\u{1b}[31m\u{202e}Lee", "--clinic", "Mill & Co"][..], form].concat());
        let head = between(&named, "<p class=\"fill\">", "</p>");
        assert!(head.contains("<b>Ann &#60;b&#62;[31mLee</b>") && head.contains("<b>Mill &#38; Co</b>"), "{head}");
        assert_eq!(head.matches("<i").count(), 1, "the date: {head}");
        assert!(!named.contains(['\u{1b}', '\u{202e}']));
    }
    let blank = page(&["cat-cow", "--for", "  "]);
    assert_eq!(between(&blank, "<p class=\"fill\">", "</p>"), head);
}

#[test]
fn leaves_the_sources_out_when_asked() {
    let (with, without) = (page(&["GB30"]), page(&["GB30", "--no-sources"]));
    assert!(body(&with).contains("<sup>") && body(&with).contains("<h2>Sources</h2>"));
    assert!(!body(&without).contains("<sup>") && !body(&without).contains("Sources"), "{without}");
}

#[test]
fn tells_once_what_stands_on_our_judgement() {
    for words in [&["cat-cow", "knee-to-chest", "figure-four-seated"][..], &["desk"], &["GB30", "--pregnant"]] {
        let page = page(words);
        let told = body(&page).matches("our own judgement").count();
        assert!(told <= 1 && !body(&page).contains("our judgement"), "{words:?}: {told}");
    }
}

#[test]
fn every_number_is_in_the_list_and_every_source_has_a_sentence() {
    for words in [&["GB30", "BL40", "cat-cow"][..], &["desk"], &["warm-pack", "--pregnant"]] {
        let page = page(words);
        let numbers = body(&page).split("<sup>").skip(1).map(|it| it.split_once("</sup>").unwrap().0.parse().unwrap());
        let numbers: std::collections::BTreeSet<usize> = numbers.collect();
        let listed = between(&page, "<h2>Sources</h2>", "</ol>").matches("<li>").count();
        assert_eq!(numbers, (1..=listed).collect(), "{words:?}");
    }
}

#[test]
fn there_are_fourteen_days_to_tick_for_each_entry_and_for_the_pain() {
    for (words, rows) in [(&["GB30", "cat-cow"][..], 3), (&["desk"], 2), (&["GB30", "cat-cow", "--pregnant"], 2)] {
        let page = page(words);
        let table = between(&page, "<table>", "</table>");
        assert_eq!((table.matches("<tr>").count(), table.matches("<td>").count()), (rows, rows * 14), "{words:?}");
    }
    assert!(!page(&["GB30", "--pregnant"]).contains("<table>"), "nothing is done, and nothing ticked");
}

#[test]
fn a_withheld_entry_has_no_drawing_no_dose_and_no_line_for_one() {
    let page = page(&["GB30", "cat-cow", "--pregnant"]);
    let articles = articles(&page);
    let [withheld, told] = articles.as_slice() else { panic!("{articles:?}") };
    for part in ["<svg", "<ol>", "At most:", "Less, for you:", "Avoid if:"] {
        assert!(!withheld.contains(part), "{part}: {withheld}");
    }
    assert!(
        withheld.contains("ASK FIRST (pregnant)") && withheld.contains("How to press it is withheld"),
        "{withheld}"
    );
    assert!(told.contains("<svg") && told.contains("At most:"), "{told}");
}
