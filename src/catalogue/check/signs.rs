//! Checks on what a sign tells of its reader, and on the signs to which a precaution leads.

use serde_json::Value;

use super::{Doc, Inspection, Problem, report, steps};
use crate::catalogue::Kind;

/// What a sign implies is there. What one implies after which a reader goes on raises no sign itself: the line at the end
/// would lead to a stop.
pub(super) fn signs_imply_what_can_be_declared(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.of(Kind::RedFlag) {
        for (number, id) in texts(doc, "/implies") {
            let steps = steps!["implies", number];
            if !inspection.has(Kind::Precaution, id) {
                let remedy = format!("add precautions/{id}.json, or correct the id");
                report(doc, &steps, format!("no precaution is called {id:?}"), &remedy, problems);
            }
            let precaution = inspection.of(Kind::Precaution).find(|precaution| precaution.stem() == id);
            let sign = precaution.map(|it| sign_of(it)).unwrap_or_default();
            if doc.text("/urgency") == "soon" && !sign.is_empty() {
                let message = format!("{id:?} raises {sign:?}, yet after this sign the reader goes on");
                report(doc, &steps, message, "name a precaution that raises no red flag", problems);
            }
        }
    }
}

/// The signs to which a precaution leads in a check are there, and each ends self-care: the others are asked about anyway.
pub(super) fn precautions_lead_to_signs_that_stop(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for doc in inspection.of(Kind::Precaution) {
        let sign = doc.text("/in_check/sign");
        let sign = (!sign.is_empty()).then(|| (steps!["in_check", "sign"].to_vec(), sign));
        let ask = texts(doc, "/in_check/ask").map(|(number, id)| (steps!["in_check", "ask", number].to_vec(), id));
        for (steps, id) in sign.into_iter().chain(ask) {
            if !inspection.has(Kind::RedFlag, id) {
                let remedy = format!("add red-flags/{id}.json, or correct the id");
                report(doc, &steps, format!("no red flag is called {id:?}"), &remedy, problems);
            }
            let flag = inspection.of(Kind::RedFlag).find(|flag| flag.stem() == id);
            if flag.is_some_and(|flag| flag.text("/urgency") == "soon") {
                let message = format!("{id:?} stops nobody");
                report(doc, &steps, message, "name an emergency, or a sign for the same day", problems);
            }
        }
    }
}

/// The sign that whoever declares a precaution has, in a check at the least.
fn sign_of<'d>(precaution: &'d Doc<'_>) -> &'d str {
    match precaution.text("/red_flag") {
        "" => precaution.text("/in_check/sign"),
        flag => flag,
    }
}

fn texts<'d>(doc: &'d Doc<'_>, pointer: &str) -> impl Iterator<Item = (usize, &'d str)> {
    doc.list(pointer).iter().enumerate().filter_map(|(number, id)| Value::as_str(id).map(|id| (number, id)))
}
