//! Which names fit which argument: what a shell offers where the program itself takes more spellings.

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, Command, ValueHint};

use crate::catalogue::{Catalogue, Kind, printable};
use crate::error::Error;
use crate::screening::NOTHING_APPLIES;

/// A name, and what it stands for.
type Name = (String, String);

/// The names of a catalogue, list by list.
pub(super) struct Names {
    points: Vec<Name>,
    stretches: Vec<Name>,
    techniques: Vec<Name>,
    precautions: Vec<Name>,
    nothing: Vec<Name>,
    red_flags: Vec<Name>,
    topics: Vec<Name>,
    sources: Vec<Name>,
    routines: Vec<Name>,
    regions: Vec<Name>,
    areas: Vec<Name>,
    meridians: Vec<Name>,
    places: Vec<Name>,
    commands: Vec<Name>,
}

impl Names {
    /// Reads them; of the command line, the names of its pages in the manual.
    pub(super) fn of(catalogue: &Catalogue, command: &Command) -> Result<Self, Error> {
        let index = catalogue.index();
        let practices = |kind| index.practices(kind).map(|row| name(row.id, row.title)).collect();
        let questions = catalogue.triage_questions()?;
        let flags = questions.flags().filter_map(|id| index.red_flag(id));
        let regions = &catalogue.manifest().regions;
        Ok(Self {
            points: index.points().map(|row| name(row.code, row.english)).collect(),
            stretches: practices(Kind::Stretch),
            techniques: practices(Kind::Technique),
            precautions: index.precautions().map(|row| name(row.id, row.title)).collect(),
            nothing: vec![name(NOTHING_APPLIES, "nothing applies")],
            red_flags: flags.map(|row| name(row.id, row.short)).collect(),
            topics: index.topics().map(|row| name(row.id, row.title)).collect(),
            sources: index.sources().map(|row| name(row.id, row.short)).collect(),
            routines: index.routines().map(|row| name(row.id, row.title)).collect(),
            regions: regions.iter().map(|region| name(&region.id, &region.title)).collect(),
            areas: regions.iter().flat_map(|region| &region.areas).map(|area| name(&area.id, &area.title)).collect(),
            meridians: catalogue.meridians()?.iter().map(|it| name(&it.id, &it.name)).collect(),
            places: catalogue.routine_frame()?.places.iter().map(|place| name(&place.id, &place.title)).collect(),
            commands: command.get_subcommands().flat_map(of_command).collect(),
        })
    }

    /// The command line with these names where it takes names. It is for a script alone: nobody's arguments are parsed
    /// by it.
    pub(super) fn laid_into(&self, command: Command) -> Command {
        let subcommand = command.get_name().to_owned();
        let command = command.mut_args(|argument| {
            let lists = self.lists_for(&subcommand, argument.get_id().as_str());
            if lists.is_empty() {
                let hint = hint(&argument);
                return argument.value_hint(hint);
            }
            let names = lists.into_iter().flatten().filter(|(name, _)| suits_a_shell(name));
            argument.value_parser(PossibleValuesParser::new(names.map(value)))
        });
        command.mut_subcommands(|subcommand| self.laid_into(subcommand))
    }

    /// What an argument of a subcommand takes; nothing where it takes no name of the catalogue.
    fn lists_for(&self, subcommand: &str, argument: &str) -> Vec<&Vec<Name>> {
        match (subcommand, argument) {
            // Sources have a card too, but by the hundred they would bury all else; `sources` offers them.
            ("show", "names") => {
                vec![&self.points, &self.stretches, &self.techniques, &self.precautions, &self.red_flags, &self.topics]
            }
            ("handout", "names") => vec![&self.points, &self.stretches, &self.techniques, &self.routines],
            ("precautions", "names") => vec![&self.precautions, &self.points, &self.stretches, &self.techniques],
            ("map", "points") => vec![&self.points],
            ("learn", "topic") => vec![&self.topics],
            ("sources", "id") => vec![&self.sources],
            ("routine" | "session", "name") | ("handout", "routine") => vec![&self.routines],
            ("check", "answers") => vec![&self.nothing, &self.red_flags, &self.precautions],
            (_, "with") | ("set", "words") => vec![&self.nothing, &self.precautions],
            (_, "cleared") => vec![&self.precautions],
            ("stretches", "region") => vec![&self.regions],
            (_, "region") => vec![&self.regions, &self.areas],
            (_, "meridian") => vec![&self.meridians],
            (_, "place") => vec![&self.places],
            ("man", "command") => vec![&self.commands],
            _ => Vec::new(),
        }
    }
}

fn name(name: &str, stands_for: &str) -> Name {
    (name.to_owned(), stands_for.to_owned())
}

/// A command and the commands below it, `catalogue` and `catalogue-check`.
fn of_command(command: &Command) -> Vec<Name> {
    let about = |command: &Command| command.get_about().map(ToString::to_string).unwrap_or_default();
    let own = name(command.get_name(), &about(command));
    let below = |it: &Command| name(&format!("{}-{}", command.get_name(), it.get_name()), &about(it));
    std::iter::once(own).chain(command.get_subcommands().map(below)).collect()
}

/// clap keeps names for ever unless a feature makes every start slower, so these are kept: for the one script of a run.
fn value((name, stands_for): &Name) -> PossibleValue {
    PossibleValue::new(&*name.clone().leak()).help(described(stands_for))
}

/// What a shell may offer by itself where there is no list: folders, files, or nothing.
fn hint(argument: &Arg) -> ValueHint {
    match argument.get_value_names().and_then(<[_]>::first).map(clap::builder::Str::as_str) {
        Some("DIR") => ValueHint::DirPath,
        Some("FILE") => ValueHint::FilePath,
        _ => ValueHint::Other,
    }
}

/// Whether a name is nothing but a word to every shell. A catalogue of somebody else's may hold anything.
fn suits_a_shell(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    !name.is_empty() && !name.starts_with('-') && name.chars().all(plain)
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
