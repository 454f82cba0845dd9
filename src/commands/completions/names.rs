//! Which names fit which argument: what a shell offers where the program itself takes more spellings.

use std::collections::HashMap;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command, ValueHint};

use crate::error::Error;
use crate::view::HelpTopic;
use guide::model::Kind;
use guide::screening::NOTHING_APPLIES;
use guide::shelf::Catalogue;
use guide::text::printable;

/// The names of a catalogue, by the list on which they stand: what a shell offers, and what it stands for.
pub(super) struct CompletionNames(HashMap<&'static str, Vec<PossibleValue>>);

impl CompletionNames {
    /// Reads them; of the command line, the names of its pages in the manual.
    pub(super) fn of(catalogue: &Catalogue, command: &Command) -> Result<Self, Error> {
        let index = catalogue.index();
        let (regions, frame) = (&catalogue.manifest().regions, catalogue.routine_frame()?);
        let practices = |kind| index.practices(kind).map(|row| (row.id, row.title)).collect();
        let (questions, meridians) = (catalogue.triage_questions()?, catalogue.meridians()?);
        let flags = questions.flags().filter_map(|id| index.red_flag(id));
        let areas = regions.iter().flat_map(|region| &region.areas);
        let lists: [(&str, Vec<(&str, &str)>); 14] = [
            ("points", index.points().map(|row| (row.code, row.english)).collect()),
            ("stretches", practices(Kind::Stretch)),
            ("techniques", practices(Kind::Technique)),
            ("precautions", index.precautions().map(|row| (row.id, row.title)).collect()),
            ("nothing", vec![(NOTHING_APPLIES, "nothing applies")]),
            ("red flags", flags.map(|row| (row.id, row.short)).collect()),
            ("topics", index.topics().map(|row| (row.id, row.title)).collect()),
            ("sources", index.sources().map(|row| (row.id, row.short)).collect()),
            ("routines", index.routines().map(|row| (row.id, row.title)).collect()),
            ("regions", regions.iter().map(|region| (&*region.id, &*region.title)).collect()),
            ("areas", areas.map(|area| (&*area.id, &*area.title)).collect()),
            ("meridians", meridians.iter().map(|meridian| (&*meridian.id, &*meridian.name)).collect()),
            ("help topics", HelpTopic::ALL.map(|topic| (topic.id(), topic.title())).to_vec()),
            ("places", frame.places.iter().map(|place| (&*place.id, &*place.title)).collect()),
        ];
        let offered = lists.map(|(list, names)| (list, names.into_iter().filter_map(|(name, is)| value(name, is))));
        let mut names: HashMap<&str, Vec<PossibleValue>> =
            offered.into_iter().map(|(list, values)| (list, values.collect())).collect();
        names.insert("commands", command.get_subcommands().flat_map(of_command).collect());
        Ok(Self(names))
    }

    /// The command line with these names where it takes names. It is for a script alone: nobody's arguments are parsed
    /// by it.
    pub(super) fn laid_into(&self, command: Command) -> Command {
        let subcommand = command.get_name().to_owned();
        let command = command.mut_args(|argument| {
            let lists = lists_for(&subcommand, argument.get_id().as_str());
            if lists.is_empty() {
                let hint = hint(&argument);
                return argument.value_hint(hint);
            }
            let names = lists.iter().filter_map(|list| self.0.get(list)).flatten().cloned();
            argument.value_parser(PossibleValuesParser::new(names))
        });
        command.mut_subcommands(|subcommand| self.laid_into(subcommand))
    }
}

/// The lists of names that an argument of a subcommand takes; none where it takes no name of the catalogue.
fn lists_for(subcommand: &str, argument: &str) -> &'static [&'static str] {
    match (subcommand, argument) {
        // Sources have a card too, but by the hundred they would bury all else; `sources` offers them.
        ("show", "names") => &["points", "stretches", "techniques", "precautions", "red flags", "topics"],
        ("handout", "names") => &["points", "stretches", "techniques", "routines"],
        ("precautions", "names") => &["precautions", "points", "stretches", "techniques"],
        ("map", "points") => &["points"],
        ("learn", "topic") => &["topics"],
        ("sources", "id") => &["sources"],
        ("routine" | "session", "name") | ("handout", "routine") => &["routines"],
        ("check", "answers") => &["nothing", "red flags", "precautions"],
        (_, "with") | ("set", "words") => &["nothing", "precautions"],
        (_, "cleared") => &["precautions"],
        ("stretches", "region") => &["regions"],
        (_, "region") => &["regions", "areas"],
        (_, "meridian") => &["meridians"],
        (_, "place") => &["places"],
        ("man", "command") => &["commands"],
        ("help", "about") => &["commands", "help topics"],
        _ => &[],
    }
}

/// A command and the commands below it, `catalogue` and `catalogue-check`.
fn of_command(command: &Command) -> Vec<PossibleValue> {
    let about = |command: &Command| command.get_about().map(ToString::to_string).unwrap_or_default();
    let below = command.get_subcommands();
    let below = below.map(|below| (format!("{}-{}", command.get_name(), below.get_name()), about(below)));
    let all = std::iter::once((command.get_name().to_owned(), about(command))).chain(below);
    all.filter_map(|(name, about)| value(&name, &about)).collect()
}

/// A name that is nothing but a word to every shell: a catalogue of somebody else's may hold anything. clap keeps names for
/// ever unless a feature makes every start slower, so these are kept: for the one script of a run.
fn value(name: &str, stands_for: &str) -> Option<PossibleValue> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let suits_a_shell = !name.is_empty() && !name.starts_with('-') && name.chars().all(plain);
    suits_a_shell.then(|| PossibleValue::new(&*name.to_owned().leak()).help(described(stands_for)))
}

/// What a shell may offer by itself where there is no list: folders, files, or nothing.
fn hint(argument: &Arg) -> ValueHint {
    match argument.get_value_names().and_then(<[_]>::first).map(clap::builder::Str::as_str) {
        Some("DIR") => ValueHint::DirPath,
        Some("FILE") => ValueHint::FilePath,
        _ => ValueHint::Other,
    }
}

/// A description without any sign that a shell could act on, inside its quotes or out of them.
fn described(text: &str) -> String {
    let plain = |c: char| match c {
        '’' => '\'',
        '–' | '—' => '-',
        '[' => '(',
        ']' => ')',
        _ if c.is_alphanumeric() || " '-,.:;/%+&()".contains(c) => c,
        _ => ' ',
    };
    printable(text).chars().map(plain).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}
