//! Which files a catalogue has, and in which folders.

use super::kind::Kind;

/// The file of what a catalogue says of itself.
pub(crate) const MANIFEST: &str = "catalogue.json";
/// The file of names with several meanings.
pub(crate) const HOMONYMS: &str = "homonyms.json";
/// The file of the meridians.
pub(crate) const MERIDIANS: &str = "meridians.json";
/// The file of everyday words, by which a search understands a question.
pub(crate) const EVERYDAY_WORDS: &str = "everyday-words.json";
/// The file of what this guide does not hold.
pub(crate) const NOT_COVERED: &str = "not-covered.json";
/// The file of what every routine is made of.
pub(crate) const ROUTINE_FRAME: &str = "routine.json";
/// The file of the questions of a check.
pub(crate) const TRIAGE: &str = "triage.json";

/// The files at the root of a catalogue.
pub(crate) const ROOT_FILES: [&str; 7] =
    [MANIFEST, EVERYDAY_WORDS, HOMONYMS, MERIDIANS, NOT_COVERED, ROUTINE_FRAME, TRIAGE];

/// The folder of the routines, whose names are a command's own and lead to no entry.
pub(crate) const ROUTINES_FOLDER: &str = "routines";
/// The folder of the figures, which no reader names.
pub(crate) const FIGURES_FOLDER: &str = "figures";
/// The folder of the poses, each file for the entry that bears its name.
pub(crate) const POSES_FOLDER: &str = "poses";
/// The folder of rules for precautions whose files lie elsewhere: a catalogue that adds to the bundled one has it.
pub(crate) const RULES_FOLDER: &str = "rules";
/// The folder of meridians beside those of the root, for the same.
pub(crate) const MERIDIANS_FOLDER: &str = "meridians";

/// The folders of a catalogue.
pub(crate) fn folders() -> impl Iterator<Item = &'static str> {
    Kind::ALL
        .into_iter()
        .filter_map(Kind::folder)
        .chain([ROUTINES_FOLDER, FIGURES_FOLDER, POSES_FOLDER, RULES_FOLDER, MERIDIANS_FOLDER])
}

/// The folder of a file, "" for those at the root.
pub(crate) fn folder(path: &str) -> &str {
    path.split_once('/').map_or("", |(folder, _)| folder)
}

/// The name of a file without folder and ending.
pub(crate) fn stem(path: &str) -> &str {
    path.rsplit('/').next().and_then(|name| name.strip_suffix(".json")).unwrap_or(path)
}

/// The file that holds an entry.
pub(crate) fn path_of(kind: Kind, id: &str) -> String {
    kind.folder().map_or_else(|| NOT_COVERED.to_owned(), |folder| format!("{folder}/{id}.json"))
}
