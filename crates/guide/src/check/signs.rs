//! Checks on what a sign tells of its reader, and on the signs to which a precaution leads.

use super::inspection::Inspection;
use super::locate::steps;
use super::parse::Parsed;
use super::problem::Problem;
use crate::model::{Kind, Urgency};

/// What a sign implies is there. What one implies after which a reader goes on raises no sign itself: the line at the end
/// would lead to a stop.
pub(super) fn signs_imply_what_can_be_declared(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: flag } in &inspection.red_flags {
        for (number, id) in flag.implies.iter().enumerate() {
            let steps = steps!["implies", number];
            inspection.demand((Kind::Precaution, id), file, &steps, problems);
            let sign = inspection.ask_precaution(id, |precaution| precaution.sign().cloned()).flatten();
            if let Some(sign) = sign.filter(|sign| flag.urgency == Urgency::Soon && !sign.is_empty()) {
                let message = format!("{id:?} raises {sign:?}, yet after this sign the reader goes on");
                file.report(&steps, message, "name a precaution that raises no red flag", problems);
            }
        }
    }
}

/// The signs to which a precaution leads in a check are there, and each ends self-care: the others are asked about anyway.
pub(super) fn precautions_lead_to_signs_that_stop(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: precaution } in &inspection.precautions {
        let Some(more) = &precaution.in_check else { continue };
        let sign = more.sign.iter().filter(|id| !id.is_empty()).map(|id| (steps!["in_check", "sign"].to_vec(), id));
        let ask = more.ask.iter().enumerate();
        let ask = ask.map(|(number, id)| (steps!["in_check", "ask", number].to_vec(), id));
        for (steps, id) in sign.chain(ask) {
            inspection.demand((Kind::RedFlag, id), file, &steps, problems);
            if inspection.ask_red_flag(id, |flag| flag.urgency) == Some(Urgency::Soon) {
                let remedy = "name an emergency, or a sign for the same day";
                file.report(&steps, format!("{id:?} stops nobody"), remedy, problems);
            }
        }
    }
}

/// The signs for which another counts, or a line of the manifest stands, are there.
pub(super) fn signs_stand_for_what_exists(inspection: &Inspection<'_>, problems: &mut Vec<Problem>) {
    for Parsed { file, content: flag } in &inspection.red_flags {
        for (number, id) in flag.stands_for.iter().enumerate() {
            inspection.demand((Kind::RedFlag, id), file, &steps!["stands_for", number], problems);
        }
    }
    if let Some(Parsed { file, content: manifest }) = &inspection.manifest {
        for (number, id) in manifest.get_help_for.iter().enumerate() {
            inspection.demand((Kind::RedFlag, id), file, &steps!["get_help_for", number], problems);
        }
    }
}
