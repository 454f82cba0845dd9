//! What a command line offers in each of its places, read from the command line itself, and what a shell needs to offer it.

use askama::Template;
use clap::builder::{PossibleValue, StyledStr};
use clap::{Arg, Command, ValueHint};
use clap_complete::Shell;

/// Every place that takes a value, and the different lists of values, as a shell reads them.
#[derive(Template)]
#[template(path = "completions/names.txt", escape = "none")]
pub(super) struct Offered {
    shell: Shell,
    places: Vec<ValuePlace>,
    lists: Vec<Vec<PossibleValue>>,
    /// The subcommands that have subcommands.
    parents: Vec<String>,
    /// The subcommands behind which no file is named.
    without_files: Vec<String>,
}

/// A place that takes a value: an option of a subcommand, or what stands behind the subcommand.
struct ValuePlace {
    /// `show`, `profile set`
    subcommand: String,
    /// `with`; `None` for what stands behind the subcommand.
    option: Option<String>,
    /// Whether it takes several, between commas.
    commas: bool,
    /// What it is for.
    about: String,
    /// Which list of values; `None` where any text will do.
    list: Option<usize>,
}

impl Offered {
    /// Reads the places of all subcommands.
    pub(super) fn by(shell: Shell, command: &Command) -> Self {
        let subcommands = || command.get_subcommands();
        let mut offered = Self {
            shell,
            places: Vec::new(),
            lists: Vec::new(),
            parents: names(subcommands().filter(|it| it.has_subcommands())),
            without_files: names(subcommands().filter(|it| !it.has_subcommands() && !names_a_file(it))),
        };
        for subcommand in subcommands() {
            offered.read(subcommand.get_name(), subcommand);
            for below in subcommand.get_subcommands() {
                offered.read(&format!("{} {}", subcommand.get_name(), below.get_name()), below);
            }
        }
        offered
    }

    fn read(&mut self, words: &str, subcommand: &Command) {
        for argument in subcommand.get_arguments().filter(|it| it.get_num_args().is_some_and(|n| n.takes_values())) {
            let place = ValuePlace {
                subcommand: words.to_owned(),
                option: argument.get_long().map(str::to_owned),
                commas: argument.get_value_delimiter().is_some(),
                about: in_quotes(self.shell, argument.get_help()),
                list: self.list_of(argument),
            };
            self.places.push(place);
        }
    }

    /// The list of an argument; one that is known already is not kept twice.
    fn list_of(&mut self, argument: &Arg) -> Option<usize> {
        let list = argument.get_possible_values();
        if list.is_empty() {
            return None;
        }
        let known = self.lists.iter().position(|known| *known == list);
        Some(known.unwrap_or_else(|| {
            self.lists.push(list);
            self.lists.len() - 1
        }))
    }

    /// What a value stands for.
    fn is(&self, value: &PossibleValue) -> String {
        in_quotes(self.shell, value.get_help())
    }

    /// The options that take several values between commas.
    fn list_options(&self) -> Vec<&str> {
        self.options(|place| place.commas)
    }

    /// The options that take a value for which there is no list.
    fn free_options(&self) -> Vec<&str> {
        self.options(|place| place.list.is_none())
    }

    fn options(&self, wanted: impl Fn(&ValuePlace) -> bool) -> Vec<&str> {
        let places = self.places.iter().filter(|place| wanted(place));
        let mut options: Vec<&str> = places.filter_map(|place| place.option.as_deref()).collect();
        options.sort_unstable();
        options.dedup();
        options
    }
}

impl ValuePlace {
    /// When fish is in this place.
    fn condition(&self) -> String {
        let condition = self.subcommand.replacen(' ', "; and __fish_seen_subcommand_from ", 1);
        format!("__fish_sciatica_using_subcommand {condition}")
    }
}

fn names<'c>(commands: impl Iterator<Item = &'c Command>) -> Vec<String> {
    commands.map(|command| command.get_name().to_owned()).collect()
}

fn names_a_file(command: &Command) -> bool {
    command.get_positionals().any(|it| matches!(it.get_value_hint(), ValueHint::DirPath | ValueHint::FilePath))
}

/// A text for the inside of single quotes.
fn in_quotes(shell: Shell, text: Option<&StyledStr>) -> String {
    let text = text.map(ToString::to_string).unwrap_or_default();
    if shell == Shell::Fish { text.replace('\\', r"\\").replace('\'', r"\'") } else { text.replace('\'', "''") }
}
