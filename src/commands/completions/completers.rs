//! What is offered in each place of the command line that takes a value.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::sync::Arc;

use clap::{Arg, Command, ValueHint};
use clap_complete::engine::{ArgValueCompleter, CompletionCandidate};

use super::names::{NameList, OfferedName, lists_for, names_on, other_names_on};
use crate::bundle::bundle;
use crate::commands::catalogue_wish::CatalogueWish;
use crate::view::HelpTopic;
use guide::query;
use guide::screening::NOTHING_APPLIES;
use guide::shelf::Catalogue;
use guide::text::fold;

/// What a command line asks for.
#[derive(Debug)]
pub(super) struct WishedNames {
    /// The catalogue whose names are offered.
    pub(super) catalogue: CatalogueWish,
    /// What stands already in the list that is being typed.
    pub(super) listed: Vec<String>,
}

/// What each argument of a command line offers.
pub(super) struct Completers {
    asked: Arc<WishedNames>,
    /// The pages of the manual.
    pages: Vec<OfferedName>,
    /// What there is help about besides.
    help: Vec<OfferedName>,
}

impl Completers {
    pub(super) fn new(asked: Arc<WishedNames>, command: &Command) -> Self {
        let help = HelpTopic::ALL.iter().filter_map(|topic| OfferedName::of(topic.id(), topic.title()));
        Self { asked, pages: command.get_subcommands().flat_map(of_command).collect(), help: help.collect() }
    }

    /// The command line, with what is offered for its arguments. It is for a shell alone: nobody's arguments are parsed by
    /// it.
    pub(super) fn laid_into(&self, command: Command) -> Command {
        let subcommand = command.get_name().to_owned();
        let command = command.mut_args(|argument| {
            if !argument.get_num_args().is_some_and(|count| count.takes_values()) {
                return argument;
            }
            let words = self.words_for(&subcommand, &argument);
            let lists = lists_for(&subcommand, argument.get_id().as_str());
            if words.is_empty() && lists.is_empty() {
                let hint = hint(&argument);
                return argument.value_hint(hint);
            }
            let asked = Arc::clone(&self.asked);
            let offered = move |typed: &OsStr| {
                let typed = typed.to_str().unwrap_or_default();
                if words.is_empty() { asked.names(lists, typed) } else { asked.among(words.clone(), typed) }
            };
            argument.add(ArgValueCompleter::new(offered))
        });
        command.mut_subcommands(|subcommand| self.laid_into(subcommand))
    }

    /// The words that an argument takes whatever the catalogue.
    fn words_for(&self, subcommand: &str, argument: &Arg) -> Vec<OfferedName> {
        match (subcommand, argument.get_id().as_str()) {
            ("man", "command") => self.pages.clone(),
            ("help", "about") => self.pages.iter().chain(&self.help).cloned().collect(),
            _ => {
                let values = argument.get_possible_values();
                let is = |help: Option<&clap::builder::StyledStr>| help.map(ToString::to_string).unwrap_or_default();
                let shown = values.iter().filter(|value| !value.is_hide_set());
                shown.filter_map(|value| OfferedName::of(value.get_name(), &is(value.get_help()))).collect()
            }
        }
    }
}

impl WishedNames {
    /// The names on these lists that begin so; where there are none, other names for the same.
    fn names(&self, lists: &[NameList], typed: &str) -> Vec<CompletionCandidate> {
        // The engine asks for names too where an option with its value is typed.
        if typed.starts_with('-') {
            return Vec::new();
        }
        let bundled = || Catalogue::bundled(bundle());
        let Ok(catalogue) = self.catalogue.open().or_else(|_| bundled()) else { return Vec::new() };
        let (ahead, typed) = typed.rfind(',').map_or(("", typed), |comma| typed.split_at(comma + 1));
        let says_none = |word: &String| fold(word) == NOTHING_APPLIES;
        if self.listed.iter().any(says_none) && lists.contains(&NameList::Nothing) {
            return Vec::new();
        }
        let is_alone = self.listed.is_empty();
        let lists = lists.iter().filter(|list| is_alone || **list != NameList::Nothing);
        let names: Vec<OfferedName> =
            lists.clone().flat_map(|list| names_on(*list, &catalogue).unwrap_or_default()).collect();
        let ids = self.listed.iter().filter_map(|word| Some(query::find(&catalogue, word).ok()?.id.to_owned()));
        let listed: BTreeSet<String> = ids.chain(self.listed.iter().cloned()).collect();
        let begun = |names: Vec<OfferedName>| beginning(names, typed, &listed);
        let mut offered = begun(names);
        if offered.is_empty() && !typed.is_empty() {
            let others = lists.flat_map(|list| other_names_on(*list, &catalogue, typed).unwrap_or_default());
            offered = begun(others.map(|it| spelled_like(it, typed)).collect());
        }
        offered.into_iter().map(|it| candidate(it).add_prefix(ahead)).collect()
    }

    /// Those of these words that begin so.
    fn among(&self, words: Vec<OfferedName>, typed: &str) -> Vec<CompletionCandidate> {
        let listed: BTreeSet<String> = self.listed.iter().cloned().collect();
        beginning(words, typed, &listed).into_iter().map(candidate).collect()
    }
}

/// Those names that begin so and are not listed yet: in whatever letters, unless capitals are typed with which some begin.
fn beginning(mut names: Vec<OfferedName>, typed: &str, listed: &BTreeSet<String>) -> Vec<OfferedName> {
    let small = typed.to_lowercase();
    names.retain(|it| it.name.to_lowercase().starts_with(&small) && !listed.contains(&it.name));
    if typed != small && names.iter().any(|it| it.name.starts_with(typed)) {
        names.retain(|it| it.name.starts_with(typed));
    }
    names
}

/// A name in small letters for somebody who types small letters.
fn spelled_like(offered: OfferedName, typed: &str) -> OfferedName {
    let is_small = typed == typed.to_lowercase();
    if is_small { OfferedName { name: offered.name.to_lowercase(), ..offered } } else { offered }
}

fn candidate(OfferedName { name, stands_for }: OfferedName) -> CompletionCandidate {
    CompletionCandidate::new(name).help((!stands_for.is_empty()).then(|| stands_for.into()))
}

/// A command and the commands below it, `catalogue` and `catalogue-check`.
fn of_command(command: &Command) -> Vec<OfferedName> {
    let about = |command: &Command| command.get_about().map(ToString::to_string).unwrap_or_default();
    let below = command.get_subcommands();
    let below = below.map(|below| (format!("{}-{}", command.get_name(), below.get_name()), about(below)));
    let all = std::iter::once((command.get_name().to_owned(), about(command))).chain(below);
    all.filter_map(|(name, about)| OfferedName::of(&name, &about)).collect()
}

/// What may stand where there is no list: folders, files, or anything.
fn hint(argument: &Arg) -> ValueHint {
    match argument.get_value_names().and_then(<[_]>::first).map(clap::builder::Str::as_str) {
        Some("DIR") => ValueHint::DirPath,
        Some("FILE") => ValueHint::FilePath,
        _ => ValueHint::Other,
    }
}
