//! Bounds within which every file has to stay, so that no check, and no drawing, takes long. All are far above ours.

use super::locate::PathStep;
use super::outline::{Field, Node};
use super::parse::CheckedFile;
use super::problem::Problem;
use crate::model::files::{FIGURES_FOLDER, folder};
use crate::screening::{Facets, Select};

/// Characters of a text, and of a name that stands in lists.
const LONGEST_TEXT: usize = 4_000;
const LONGEST_SHORT_NAME: usize = 100;
/// Bytes of all paths of a figure together, and of each.
const LONGEST_PATHS: usize = 32_000;
/// Items of a list.
const LONGEST_LIST: usize = 500;
/// Of one precaution; each is judged with every way of every entry.
const MOST_RULES: usize = 100;
/// Of one entry: each is judged by every rule, and shown with all its steps.
const MOST_WAYS: usize = 20;
/// Of a routine: more than two hours hold, with time to get ready for each.
const MOST_STEPS: usize = 200;
/// Of a closed list of words, of which none has as many.
const MOST_WORDS: usize = 30;
/// Points on one figure, and names by which a figure calls what a step names: each is measured, or compared.
const MOST_DRAWN: usize = 30;
/// Of all precautions together: who declares much is told each that holds. Ours are some 160.
const MOST_RULES_IN_ALL: usize = 1_000;
/// What the rules of a catalogue select by times what its entries offer to select by.
const MOST_COMPARISONS: usize = 40_000_000;
/// On one figure: each has a letter, and there are no more.
const MOST_LANDMARKS: usize = 26;
/// An hour, in seconds.
const LONGEST_HOLD: u64 = 3_600;
/// Of repetitions, sets, rounds and times a day.
const MOST_TIMES: u64 = 100;
/// What `--minutes` takes at the most.
const MOST_MINUTES: u64 = 120;

/// Finds the first thing in a file that is beyond its bounds.
pub(super) fn keep(file: &CheckedFile<'_>) -> Result<(), Problem> {
    let is_figure = folder(file.path) == FIGURES_FOLDER;
    let mut paths = 0;
    let mut fields = file.outline.fields();
    let found = fields.find_map(|field| Some((field, beyond(field, is_figure, &mut paths)?)));
    found.map_or(Ok(()), |(field, message)| Err(file.problem(&field.steps, &message, "keep it within that")))
}

/// What of a field is beyond its bounds. The paths of a figure are counted together.
fn beyond(field: &Field<'_>, is_figure: bool, paths: &mut usize) -> Option<String> {
    let key = field.last_key().unwrap_or_default();
    match &field.node {
        Node::Text(drawn) if is_figure && key == "path" => {
            *paths += drawn.len();
            (*paths > LONGEST_PATHS).then(|| format!("more than {LONGEST_PATHS} bytes of paths"))
        }
        Node::Text(text) => {
            let most = if key == "short" { LONGEST_SHORT_NAME } else { LONGEST_TEXT };
            is_longer(text, most).then(|| format!("a text of more than {most} characters"))
        }
        Node::List(length) => {
            let most = match key {
                "landmarks" => MOST_LANDMARKS,
                "rules" => MOST_RULES,
                "ways" => MOST_WAYS,
                "steps" => MOST_STEPS,
                "points" | "called" if is_figure => MOST_DRAWN,
                "find" | "kinds" | "tools" | "reach" | "positions" | "movements" | "at_hand" | "any_of" => MOST_WORDS,
                _ => LONGEST_LIST,
            };
            (*length > most).then(|| format!("more than {most} items"))
        }
        Node::Number(number) => {
            let most = most_of(key, &field.steps);
            (*number > most).then(|| format!("{number} is more than {most}"))
        }
        Node::Object | Node::Other => None,
    }
}

/// Each rule is compared with each way of each entry, word for word: that no catalogue makes a reader wait for, in which no
/// single file is large.
pub(super) fn keep_together(precautions: usize, selects: &[Select<'_>], entries: &[Facets<'_>]) -> Option<Problem> {
    /// What a precaution costs beside its rules: it stands in the row of each entry that it touches.
    const OF_A_PRECAUTION: usize = 20;
    let remedy = "take rules, precautions or entries out";
    if selects.len() > MOST_RULES_IN_ALL {
        let message = format!("more than {MOST_RULES_IN_ALL} rules in all");
        return Some(Problem::of_file(".", &message, remedy));
    }
    let asked = OF_A_PRECAUTION * precautions + selects.iter().map(words_asked).sum::<usize>();
    let held = entries.iter().map(words_held).sum::<usize>();
    let message = "its rules select by too much for so many entries: to judge each by each would take long";
    (asked.saturating_mul(held) > MOST_COMPARISONS).then(|| Problem::of_file(".", message, remedy))
}

/// The words by which a rule selects.
fn words_asked(select: &Select<'_>) -> usize {
    let of_entries = select.kinds.len() + select.entries.len() + select.regions.len() + select.areas.len();
    let of_ways = select.tools.len() + select.reach.len() + select.positions.len() + select.movements.len();
    1 + of_entries + of_ways
}

/// The words by which the ways of an entry can be selected.
fn words_held(entry: &Facets<'_>) -> usize {
    1 + entry.ways.iter().map(|way| 1 + way.positions.len() + way.movements.len()).sum::<usize>()
}

fn is_longer(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().count() > most
}

/// The most that a number may be: of a span, by the field whose span it is.
fn most_of(key: &str, steps: &[PathStep<'_>]) -> u64 {
    match key {
        "minutes" => MOST_MINUTES,
        "min" | "max" => match steps {
            [.., PathStep::Key(span), _] if span.contains("seconds") => LONGEST_HOLD,
            _ => MOST_TIMES,
        },
        _ => u64::MAX,
    }
}
