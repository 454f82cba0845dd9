//! Checks on sentences and their sources.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{Inspection, Problem, Step, report, walk};
use crate::catalogue::Kind;

/// An editorial claim says why; every other claim names a source.
pub(super) fn claims_have_grounds(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in &inspection.docs {
        walk(&doc.value, &mut Vec::new(), &mut |steps, value| {
            let Some(basis) = value.get("basis").and_then(Value::as_str) else { return };
            let sourced = value.get("sources").and_then(Value::as_array).is_some_and(|sources| !sources.is_empty());
            let reasoned = value.get("why").and_then(Value::as_str).is_some_and(|why| !why.trim().is_empty());
            if basis == "editorial" && !reasoned {
                report(doc, steps, "an editorial claim without its `why`", "say why", problems);
            } else if basis != "editorial" && !sourced {
                report(doc, steps, "a claim without a source", "name at least one source", problems);
            } else if basis != "editorial" && reasoned {
                let message = "a `why` on a claim that is not editorial";
                report(doc, steps, message, "take the `why` out, or make the basis editorial", problems);
            }
        });
    }
}

/// Every source that is cited exists.
pub(super) fn sources_exist(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in &inspection.docs {
        for (steps, id) in citations(&doc.value) {
            if !inspection.has(Kind::Source, id) {
                let remedy = format!("add sources/{id}.json, or correct the id");
                report(doc, &steps, format!("no source is called {id:?}"), &remedy, problems);
            }
        }
    }
}

/// Every source is cited somewhere.
pub(super) fn sources_are_cited(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    let cited: BTreeSet<&str> =
        inspection.docs.iter().flat_map(|doc| citations(&doc.value)).map(|(_, id)| id).collect();
    let a_file_is_broken = inspection.docs.len() < inspection.present.len();
    for doc in inspection.of(Kind::Source) {
        if !cited.contains(doc.stem()) && !a_file_is_broken {
            let message = "nothing cites this source";
            report(doc, &super::steps!["id"], message, "cite it, or take the file out", problems);
        }
    }
}

fn citations(value: &Value) -> Vec<(Vec<Step<'_>>, &str)> {
    let mut found = Vec::new();
    walk(value, &mut Vec::new(), &mut |steps, value| {
        let in_sources = matches!(steps, [.., Step::Key(key), Step::Item(_)] if key == "sources");
        let is_source = matches!(steps.last(), Some(Step::Key(key)) if key == "source");
        if let (true, Some(id)) = (in_sources || is_source, value.as_str()) {
            found.push((steps.to_vec(), id));
        }
    });
    found
}
