//! Bounds within which every file has to stay, so that no check, and no drawing, takes long. All are far above ours.

use serde_json::Value;

use super::{Place, Problem, Step, walk};
use crate::catalogue::files::FIGURES;
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
