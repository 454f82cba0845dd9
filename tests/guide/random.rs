//! The seeds of `fuzz/`, replayed: what random input once found stays mended.

use std::fs;

use sciatica_testing::random;

use crate::support::repository;

/// Every seed of a target, by its name.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = fs::read_dir(repository("fuzz/corpus").join(target)).expect("seeds");
    let seeds = folder.map(|seed| {
        let path = seed.expect("a seed").path();
        (path.display().to_string(), fs::read(&path).expect("a seed"))
    });
    let seeds: Vec<_> = seeds.collect();
    assert!((12..=60).contains(&seeds.len()), "{target}: some dozen seeds, not {}", seeds.len());
    seeds
}

fn replay(target: &str, try_text: fn(&str)) {
    for (name, bytes) in seeds(target) {
        let text = String::from_utf8(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        try_text(&text);
    }
}

#[test]
fn any_command_line_is_answered_in_order() {
    for (_, bytes) in seeds("arguments") {
        random::arguments(&bytes);
    }
}

#[test]
fn any_catalogue_is_refused_with_what_to_do_or_answers() {
    replay("catalogue", random::catalogue);
}

#[test]
fn any_figure_is_drawn() {
    replay("figure", random::figure);
}

#[test]
fn any_name_and_question_is_looked_up() {
    replay("lookup", random::lookup);
}
