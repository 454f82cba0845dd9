//! What a command line offers in each of its places, read from the command line itself.

use clap::builder::PossibleValue;
use clap::{Arg, Command, ValueHint};

/// Every place that takes a value, and the different lists of values.
pub(super) struct Offered {
    pub(super) places: Vec<Place>,
    pub(super) lists: Vec<Vec<Value>>,
    /// The subcommands that have subcommands.
    pub(super) parents: Vec<String>,
    /// The subcommands behind which no file is named.
    pub(super) without_files: Vec<String>,
}

/// A place that takes a value: an option of a subcommand, or what stands behind the subcommand.
pub(super) struct Place {
    /// `show`, `profile set`
    pub(super) subcommand: String,
    /// `with`; `None` for what stands behind the subcommand.
    pub(super) option: Option<String>,
    /// Whether it takes several, between commas.
    pub(super) commas: bool,
    /// What it is for.
    pub(super) about: Text,
    /// Which list of values; `None` where any text will do.
    pub(super) list: Option<usize>,
}

/// A value, and what it stands for.
#[derive(PartialEq, Eq)]
pub(super) struct Value {
    pub(super) name: String,
    pub(super) is: Text,
}

/// A text for the inside of single quotes.
#[derive(PartialEq, Eq)]
pub(super) struct Text(String);

impl Offered {
    /// Reads the places of all subcommands.
    pub(super) fn by(command: &Command) -> Self {
        let subcommands = || command.get_subcommands();
        let mut offered = Self {
            places: Vec::new(),
            lists: Vec::new(),
            parents: names(subcommands().filter(|it| it.has_subcommands())),
            without_files: names(subcommands().filter(|it| !it.has_subcommands() && !names_a_file(it))),
        };
        for subcommand in subcommands() {
            offered.places_of(subcommand.get_name(), subcommand);
            for below in subcommand.get_subcommands() {
                offered.places_of(&format!("{} {}", subcommand.get_name(), below.get_name()), below);
            }
        }
        offered
    }

    fn places_of(&mut self, words: &str, subcommand: &Command) {
        for argument in subcommand.get_arguments().filter(|it| it.get_num_args().is_some_and(|n| n.takes_values())) {
            let place = Place {
                subcommand: words.to_owned(),
                option: argument.get_long().map(str::to_owned),
                commas: argument.get_value_delimiter().is_some(),
                about: Text(argument.get_help().map(ToString::to_string).unwrap_or_default()),
                list: self.list_of(argument),
            };
            self.places.push(place);
        }
    }

    /// The list of an argument; one that is known already is not kept twice.
    fn list_of(&mut self, argument: &Arg) -> Option<usize> {
        let is = |value: &PossibleValue| Text(value.get_help().map(ToString::to_string).unwrap_or_default());
        let values = argument.get_possible_values();
        let list: Vec<Value> =
            values.iter().map(|value| Value { name: value.get_name().to_owned(), is: is(value) }).collect();
        if list.is_empty() {
            return None;
        }
        let known = self.lists.iter().position(|known| *known == list);
        Some(known.unwrap_or_else(|| {
            self.lists.push(list);
            self.lists.len() - 1
        }))
    }

    /// The options that take several values between commas.
    pub(super) fn list_options(&self) -> Vec<&str> {
        self.options(|place| place.commas)
    }

    /// The options that take a value for which there is no list.
    pub(super) fn free_options(&self) -> Vec<&str> {
        self.options(|place| place.list.is_none())
    }

    fn options(&self, wanted: impl Fn(&Place) -> bool) -> Vec<&str> {
        let places = self.places.iter().filter(|place| wanted(place));
        let mut options: Vec<&str> = places.filter_map(|place| place.option.as_deref()).collect();
        options.sort_unstable();
        options.dedup();
        options
    }
}

impl Place {
    /// When fish is in this place.
    pub(super) fn condition(&self) -> String {
        let mut words = self.subcommand.split(' ');
        let first = words.next().map(|word| format!("__fish_sciatica_using_subcommand {word}"));
        let below = words.map(|word| format!("__fish_seen_subcommand_from {word}"));
        first.into_iter().chain(below).collect::<Vec<_>>().join("; and ")
    }
}

fn names<'c>(commands: impl Iterator<Item = &'c Command>) -> Vec<String> {
    commands.map(|command| command.get_name().to_owned()).collect()
}

fn names_a_file(command: &Command) -> bool {
    command.get_positionals().any(|it| matches!(it.get_value_hint(), ValueHint::DirPath | ValueHint::FilePath))
}

impl Text {
    /// As fish reads it.
    pub(super) fn escaped(&self) -> String {
        self.0.replace('\\', r"\\").replace('\'', r"\'")
    }

    /// As PowerShell and Elvish read it.
    pub(super) fn doubled(&self) -> String {
        self.0.replace('\'', "''")
    }
}
