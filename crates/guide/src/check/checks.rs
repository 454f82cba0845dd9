//! The list of all checks, and what runs them.

use super::base::Base;
use super::inspection::Inspection;
use super::problem::Problem;
use super::{
    bones, bounds, claims, contact, doses, entries, figures, how_to, moving, names, poses, routines, rules, signs,
    triage, ways,
};

type Check = fn(&Inspection<'_>, &mut Vec<Problem>);

const CHECKS: [Check; 91] = [
    entries::files_are_named_after_what_they_hold,
    entries::ids_are_kebab_case,
    entries::short_names_fit_a_row,
    entries::nothing_is_empty,
    entries::text_has_no_control_characters,
    entries::text_has_no_invisible_characters,
    entries::entries_say_when_they_were_reviewed,
    entries::areas_belong_to_their_regions,
    entries::codes_carry_the_letters_of_their_meridian,
    entries::spans_run_upwards,
    entries::numbers_are_above_nothing,
    entries::right_now_is_there,
    entries::passages_name_what_exists,
    entries::added_pages_tell_no_commands,
    entries::regions_of_practices_exist,
    how_to::open_text_tells_no_how_to,
    ways::pressure_is_on_the_scale,
    ways::doses_fit_a_session,
    ways::limits_leave_time_to_press,
    ways::landmarks_stand_in_their_steps,
    ways::labels_of_ways_differ,
    ways::sentences_name_ways_that_exist,
    ways::every_way_finds_its_place,
    ways::steps_name_neither_pressure_nor_time,
    ways::steps_can_be_spoken,
    names::ids_and_names_are_unique,
    names::everyday_words_lead_to_one_entry,
    names::everyday_words_are_more_than_one_of_them,
    names::added_names_are_no_slips_of_ours,
    names::names_of_routines_are_unique,
    names::regions_and_areas_differ,
    names::homonyms_lead_to_entries,
    names::homonyms_leave_ids_alone,
    names::none_declares_nothing,
    names::prefixes_are_unique,
    names::meridians_differ,
    claims::claims_have_grounds,
    claims::sources_exist,
    claims::sources_are_cited,
    doses::pages_keep_within_doses,
    doses::disputes_show_the_dose,
    doses::questions_ask_for_their_limit,
    rules::rules_are_complete,
    rules::short_reasons_are_complete,
    rules::more_rules_have_their_precaution,
    rules::rules_name_what_exists,
    rules::rules_select_something,
    rules::red_flags_exist,
    rules::weeks_are_those_of_a_pregnancy,
    rules::precautions_lead_to_what_exists,
    routines::routines_name_what_exists,
    routines::steps_stand_in_order,
    routines::routines_hold_what_exists,
    routines::no_step_is_done_by_itself,
    routines::what_reaches_the_nerve_stands_by_itself,
    routines::the_calf_has_its_red_flag,
    figures::figures_have_a_measure,
    figures::nothing_is_drawn_twice,
    figures::sides_are_told,
    figures::areas_exist,
    figures::points_are_shown_once,
    figures::words_tell_of_their_own_point,
    figures::paths_can_be_drawn,
    figures::landmarks_lie_on_the_body,
    figures::points_lie_in_their_areas,
    figures::landmarks_of_steps_are_drawn,
    poses::poses_belong_to_an_entry,
    poses::drawn_ways_exist,
    poses::ways_have_the_poses_that_they_need,
    poses::captions_are_short,
    poses::nothing_leaves_the_frame,
    poses::arrows_are_few,
    poses::hands_are_whole,
    bones::poses_tell_what_they_have_to,
    bones::bones_keep_their_length,
    bones::joints_bend_as_joints_do,
    contact::bodies_rest_on_what_carries_them,
    contact::hands_hold_what_they_say,
    contact::nothing_sinks_into_the_ground,
    contact::positions_are_seen,
    moving::movements_are_seen,
    signs::signs_imply_what_can_be_declared,
    signs::precautions_lead_to_signs_that_stop,
    signs::signs_stand_for_what_exists,
    triage::every_red_flag_is_asked_once,
    triage::every_precaution_is_asked_once,
    triage::a_screen_asks_about_signs_or_precautions,
    triage::the_most_urgent_come_first,
    triage::few_are_asked_what_they_can_have,
    triage::a_check_has_at_most_nine_screens,
    triage::screens_fit_a_terminal,
];

/// The files of a catalogue, each parsed once, or every problem of it, sorted by file and place. It may add to another one,
/// which is known to be in order.
pub(crate) fn inspect<'t>(
    files: impl Iterator<Item = (&'t str, &'t str)>,
    unreadable: Vec<Problem>,
    base: Option<&'t dyn Base>,
) -> Result<Inspection<'t>, Vec<Problem>> {
    let mut inspection = Inspection::of_additions_to(base);
    inspection.present.extend(unreadable.iter().map(|problem| problem.file.clone()));
    let mut problems = unreadable;
    problems.extend(inspection.take_all(files));
    let (precautions, selects) = (inspection.count_precautions(), inspection.selects());
    if let Some(problem) = bounds::keep_together(precautions, &selects, &inspection.facets()) {
        problems.push(problem);
    } else {
        let mut found = Vec::new();
        for check in CHECKS {
            check(&inspection, &mut found);
        }
        problems.extend(found);
    }
    problems.sort_unstable();
    problems.dedup();
    if problems.is_empty() { Ok(inspection) } else { Err(problems) }
}

/// The files of a catalogue that is known to be in order, each parsed once.
pub(crate) fn parse_known<'t>(files: impl Iterator<Item = (&'t str, &'t str)>) -> Inspection<'t> {
    let mut inspection = Inspection::default();
    // What is in order has no problem.
    inspection.take_all(files);
    inspection
}
