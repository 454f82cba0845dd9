//! How the program ends on a question that has no answer, and what to do about it.

use guide::query::QueryError;
use guide::shelf::CatalogueError;
use guide::text::{did_you_mean, printable, quoted};

use super::exit::Exit;

/// Where the ids stand that a check takes.
pub(super) const IDS: &str = "the ids: sciatica red-flags and sciatica precautions";

/// How the program ends on it.
pub(super) fn exit(error: &QueryError) -> Exit {
    match error {
        QueryError::NothingDeclared
        | QueryError::NoDeclaration { .. }
        | QueryError::NoAnswer { .. }
        | QueryError::NoSuchFilter { .. }
        | QueryError::Ambiguous { of_precaution: true, .. } => Exit::Usage,
        QueryError::NoEntry { .. }
        | QueryError::NoPage { .. }
        | QueryError::Ambiguous { of_precaution: false, .. }
        | QueryError::NoRoutine { .. }
        | QueryError::NothingFound { .. }
        | QueryError::Catalogue(_) => Exit::Failed,
    }
}

/// What to do about it, a line each: the nearest name first, then the command that helps.
pub(super) fn hints(error: &QueryError) -> Vec<String> {
    match error {
        QueryError::NoEntry { nearest, .. } => nearest_and(nearest, &["see: sciatica points"]),
        QueryError::NoPage { nearest, .. } => nearest_and(nearest, &["see: sciatica learn"]),
        QueryError::Ambiguous { ambiguity, of_precaution, .. } => {
            let command = if *of_precaution { "--with" } else { "sciatica show" };
            let choice = |(entry, when): &(String, String)| format!("{command} {entry}: {}", printable(when));
            let choices = ambiguity.choices.iter().map(choice);
            std::iter::once(printable(&ambiguity.explain)).chain(choices).collect()
        }
        QueryError::NothingDeclared => vec!["a list is typed without blanks: --with ID,ID".to_owned()],
        QueryError::NoDeclaration { held, .. } if !held.is_empty() => {
            let meant = format!("did you mean --with {}?", held.join(","));
            vec![meant, "see: sciatica precautions".to_owned()]
        }
        QueryError::NoDeclaration { name, nearest, spoken_of, .. } => no_declaration(name, nearest, spoken_of),
        QueryError::NoAnswer { nearest, .. } => nearest_and(nearest, &[IDS]),
        QueryError::NoSuchFilter { known, .. } => vec![format!("use one of: {}", known.join(", "))],
        QueryError::NoRoutine { nearest, known, .. } => {
            const WITHOUT: &str = "without a name it is put together for you: sciatica routine --minutes 10";
            nearest_and(nearest, &[&format!("the routines: {}", known.join(", ")), WITHOUT])
        }
        QueryError::NothingFound { nearest, .. } => {
            nearest_and(nearest, &["use fewer or other words, or see: sciatica learn"])
        }
        QueryError::Catalogue(error) => catalogue_hints(error),
    }
}

/// The same of a catalogue that cannot be used.
pub(super) fn catalogue_hints(error: &CatalogueError) -> Vec<String> {
    match error {
        CatalogueError::NoDirectory { .. } => vec!["name a directory that holds catalogue.json".to_owned()],
        CatalogueError::Invalid { problems, .. } => problems.iter().map(ToString::to_string).collect(),
        CatalogueError::Damaged { .. } => vec!["install it again".to_owned()],
    }
}

/// For a word that may be a circumstance of the reader, and that screening does not know.
fn no_declaration(name: &str, nearest: &[String], spoken_of: &[String]) -> Vec<String> {
    const ASK: &str = "ask your doctor or pharmacist, or leave it out to go on";
    let name = quoted(name);
    let mut hints = did_you_mean(nearest);
    hints.extend(spoken_of.iter().map(|id| format!("this guide speaks of it: sciatica show {id}")));
    hints.push(if spoken_of.is_empty() {
        format!("this guide has no rules about {name}: {ASK}")
    } else {
        format!("it is no precaution of its own here, so no rule is about {name}: {ASK}")
    });
    hints.push("see: sciatica precautions".to_owned());
    hints
}

fn nearest_and(nearest: &[String], more: &[&str]) -> Vec<String> {
    did_you_mean(nearest).into_iter().chain(more.iter().map(|&hint| hint.to_owned())).collect()
}
