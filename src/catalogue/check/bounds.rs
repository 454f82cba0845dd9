//! Bounds within which every file has to stay, so that no check, and no drawing, takes long. All are far above ours.

use serde_json::Value;

use super::{Inspection, Place, Problem, Step, walk};
use crate::catalogue::Kind;
use crate::catalogue::files::{FIGURES, RULES};
use crate::catalogue::index_writer::folder;
use crate::catalogue::load::dotted;
use crate::catalogue::locate::locate;

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
pub(super) fn keep(path: &str, text: &str, value: &Value) -> Result<(), Problem> {
    let is_figure = folder(path) == FIGURES;
    let mut paths = 0;
    let mut found = None;
    walk(value, &mut Vec::new(), &mut |steps, value| {
        if found.is_some() {
            return;
        }
        let key = steps.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_ref()),
            Step::Item(_) => None,
        });
        let key = key.unwrap_or_default();
        let beyond = match value {
            Value::String(drawn) if is_figure && key == "path" => {
                paths += drawn.len();
                (paths > LONGEST_PATHS).then(|| format!("more than {LONGEST_PATHS} bytes of paths"))
            }
            Value::String(text) => {
                let most = if key == "short" { LONGEST_SHORT_NAME } else { LONGEST_TEXT };
                is_longer(text, most).then(|| format!("a text of more than {most} characters"))
            }
            Value::Array(items) => {
                let most = match key {
                    "landmarks" => MOST_LANDMARKS,
                    "rules" => MOST_RULES,
                    "ways" => MOST_WAYS,
                    "steps" => MOST_STEPS,
                    "points" | "called" if is_figure => MOST_DRAWN,
                    "find" | "kinds" | "tools" | "reach" | "positions" | "movements" | "at_hand" | "any_of" => {
                        MOST_WORDS
                    }
                    _ => LONGEST_LIST,
                };
                (items.len() > most).then(|| format!("more than {most} items"))
            }
            Value::Number(number) => {
                let most = most_of(key, steps);
                number.as_u64().filter(|number| *number > most).map(|number| format!("{number} is more than {most}"))
            }
            _ => None,
        };
        found = beyond.map(|message| (steps.to_vec(), message));
    });
    let Some((steps, message)) = found else { return Ok(()) };
    let place = locate(text, &steps).unwrap_or(Place { line: 1, column: 1 });
    Err(Problem::of_field(path, place, &dotted(&steps), &message, "keep it within that"))
}

/// Each rule is compared with each way of each entry, word for word: that no catalogue makes a reader wait for, in which no
/// single file is large.
pub(super) fn keep_together(inspection: &Inspection<'_>) -> Option<Problem> {
    /// What a precaution costs beside its rules: it stands in the row of each entry that it touches.
    const OF_A_PRECAUTION: usize = 20;
    let remedy = "take rules, precautions or entries out";
    let precautions = inspection.of(Kind::Precaution);
    let of_precautions = OF_A_PRECAUTION * precautions.clone().count();
    let rules = || precautions.clone().chain(inspection.below(RULES)).flat_map(|doc| doc.list("/rules"));
    if rules().count() > MOST_RULES_IN_ALL {
        let message = format!("more than {MOST_RULES_IN_ALL} rules in all");
        return Some(Problem::of_file(".", &message, remedy));
    }
    let asked = of_precautions + rules().map(|rule| rule.get("select").map_or(1, selected_by)).sum::<usize>();
    let entries = Kind::ALL.into_iter().filter(|kind| kind.tells_how_to()).flat_map(|kind| inspection.of(kind));
    let held = entries.map(|doc| 1 + doc.list("/ways").iter().map(selected_by).sum::<usize>()).sum::<usize>();
    let message = "its rules select by too much for so many entries: to judge each by each would take long";
    (asked.saturating_mul(held) > MOST_COMPARISONS).then(|| Problem::of_file(".", message, remedy))
}

/// The words of what a rule asks for, or a way has to be asked for by.
fn selected_by(value: &Value) -> usize {
    const LISTS: [&str; 8] = ["kinds", "entries", "regions", "areas", "tools", "reach", "positions", "movements"];
    let lists = LISTS.iter().filter_map(|key| value.get(key)?.as_array());
    1 + lists.map(Vec::len).sum::<usize>()
}

fn is_longer(text: &str, most: usize) -> bool {
    text.len() > most && text.chars().count() > most
}

/// The most that a number may be: of a span, by the field whose span it is.
fn most_of(key: &str, steps: &[Step<'_>]) -> u64 {
    match key {
        "minutes" => MOST_MINUTES,
        "min" | "max" => match steps {
            [.., Step::Key(span), _] if span.contains("seconds") => LONGEST_HOLD,
            _ => MOST_TIMES,
        },
        _ => u64::MAX,
    }
}
