//! The command line that was meant, where what was typed is none: options behind their command, dashes as they are typed,
//! a precaution behind `--with`. It is shown, never run.

use std::borrow::Cow;
use std::ffi::OsString;

use clap::{Arg, Command};

use super::cli::{parse, whole_command};
use super::words::{begins_an_option, unquoted};
use guide::model::Kind;
use guide::query;
use guide::screening::Week;
use guide::shelf::Catalogue;

/// Commands whose words are a question: a precaution among them is what is asked about.
const OF_WORDS: [&str; 3] = ["search", "precautions", "learn"];

/// The whole line; `None` where it is as it was typed, or would be wrong as well.
pub(super) fn line(arguments: &[OsString], catalogue: &Catalogue) -> Option<String> {
    let typed: Vec<&str> = arguments.iter().skip(1).map(|argument| argument.to_str()).collect::<Option<_>>()?;
    let root = whole_command();
    let mut meant = Meant::new(&root, &typed);
    meant.read(&typed, catalogue);
    if meant.is_lost {
        return None;
    }
    let words = meant.words(catalogue);
    let line: Vec<OsString> =
        std::iter::once("sciatica").chain(words.iter().map(String::as_str)).map(OsString::from).collect();
    let is_right = words != typed && parse(&line, None).is_ok();
    is_right.then(|| joined(words.iter().map(String::as_str)))
}

/// Words as they are typed at a shell; `None` where they are no text.
pub(super) fn as_typed(words: &[OsString]) -> Option<String> {
    let words: Vec<&str> = words.iter().skip(1).map(|word| word.to_str()).collect::<Option<_>>()?;
    Some(joined(words.into_iter()))
}

fn joined<'w>(words: impl Iterator<Item = &'w str>) -> String {
    words.map(typed_at_a_shell).fold("sciatica".to_owned(), |line, word| format!("{line} {word}"))
}

/// What a command line says, part by part.
struct Meant<'m> {
    command: &'m Command,
    path: Vec<String>,
    /// Words that are neither a command nor of an option.
    plain: Vec<String>,
    declared: Vec<String>,
    options: Vec<String>,
    /// A declaration says nothing, so there is no telling what was meant.
    is_lost: bool,
}

impl<'m> Meant<'m> {
    /// The command is the first word, or where options stand first, the first that is one; without one, what is shown first.
    fn new(root: &'m Command, typed: &[&str]) -> Self {
        let mut command = root;
        let mut path = Vec::new();
        let is_question = typed.first().is_some_and(|first| {
            let is_command = root.get_subcommands().any(|command| command.get_name() == *first);
            !is_command && !unquoted(first).starts_with(begins_an_option)
        });
        for word in typed.iter().filter(|_| !is_question) {
            if let Some(below) = command.get_subcommands().find(|below| below.get_name() == *word) {
                command = below;
                path.push((*word).to_owned());
            }
        }
        if path.is_empty() {
            command = root.find_subcommand("now").unwrap_or(root);
        }
        Self { command, path, plain: Vec::new(), declared: Vec::new(), options: Vec::new(), is_lost: false }
    }

    fn read(&mut self, typed: &[&str], catalogue: &Catalogue) {
        let mut rest = typed;
        let mut commands = self.path.clone().into_iter().peekable();
        while let [word, behind @ ..] = rest {
            rest = behind;
            let bare = unquoted(word);
            if commands.peek().is_some_and(|command| command == bare) {
                commands.next();
            } else if bare.starts_with(begins_an_option) || (bare == "with" && !rest.is_empty()) {
                rest = self.option(bare.trim_start_matches(begins_an_option), rest, catalogue);
            } else {
                self.plain.push(bare.to_owned());
            }
        }
    }

    /// Takes an option without its dashes; what is left behind it and its value.
    fn option<'t>(&mut self, bare: &'t str, rest: &'t [&'t str], catalogue: &Catalogue) -> &'t [&'t str] {
        let (bare, rest) = match (bare, rest) {
            ("", [next, behind @ ..]) => (unquoted(next), behind),
            _ => (bare, rest),
        };
        // What a dash alone was to say, nobody knows.
        self.is_lost |= bare.is_empty();
        let (name, value) = match bare.split_once(['=', ':']) {
            Some((name, value)) => (name.to_lowercase(), Some(value)),
            None => (bare.to_lowercase(), None),
        };
        let known = self.command.get_arguments().find(|it| it.get_long() == Some(name.as_str()));
        match known {
            Some(option) if takes_a_value(option) => self.valued(option, &name, value, rest),
            Some(_) => {
                let week = rest.first().copied().filter(|it| name == "pregnant" && it.parse::<Week>().is_ok());
                let told = value.or(week).map(|value| format!("--{name}={value}"));
                self.options.push(told.unwrap_or_else(|| format!("--{name}")));
                if value.is_none() && week.is_some() { rest.get(1..).unwrap_or_default() } else { rest }
            }
            None => {
                let is_a_precaution = query::declaration(catalogue, &name).is_ok();
                let is_short = name.chars().count() == 1;
                if is_a_precaution {
                    self.declared.push(name);
                } else if is_short {
                    self.options.push(format!("-{bare}"));
                } else if let Ok(found) = query::find(catalogue, bare) {
                    // A page may tell of a circumstance that was meant to be declared.
                    self.is_lost |= !found.kind.tells_how_to();
                    self.plain.push(bare.to_owned());
                } else if !bare.is_empty() {
                    self.options.push(format!("--{bare}"));
                }
                rest
            }
        }
    }

    /// Takes the value of an option: a list goes on behind a comma that ends it.
    fn valued<'t>(&mut self, option: &Arg, name: &str, value: Option<&str>, rest: &'t [&'t str]) -> &'t [&'t str] {
        // Whoever is said to agree with nothing is not said to agree with what comes next.
        let says_nothing = value.is_none() && rest.first().is_none_or(|it| unquoted(it).starts_with(begins_an_option));
        self.is_lost |= name == "cleared" && says_nothing;
        let (mut value, mut rest) = match (value, rest) {
            (None, [next, behind @ ..]) => ((*next).to_owned(), behind),
            (value, rest) => (value.unwrap_or_default().to_owned(), rest),
        };
        let is_list = option.get_value_delimiter().is_some();
        while let ([next, behind @ ..], true) = (rest, is_list && value.trim_end().ends_with(',')) {
            value.push_str(next);
            rest = behind;
        }
        let clean = |part: &str| unquoted(part).trim_start_matches(begins_an_option).to_owned();
        if is_list {
            let parts: Vec<String> = value.split(',').map(clean).filter(|part| !part.is_empty()).collect();
            self.is_lost |= parts.is_empty();
            if matches!(name, "with" | "answers") {
                self.declared.extend(parts);
            } else {
                self.options.push(format!("--{name}={}", parts.join(",")));
            }
        } else {
            self.options.extend([format!("--{name}"), value]);
        }
        rest
    }

    /// The words of the line that was meant.
    fn words(mut self, catalogue: &Catalogue) -> Vec<String> {
        let names = query::names_in(catalogue, &self.plain);
        let is_known = |name: &String| query::find(catalogue, name).is_ok();
        let asks = match self.path.first() {
            Some(command) => OF_WORDS.contains(&command.as_str()),
            None if self.plain.is_empty() => false,
            None => {
                let is_asked = !names.iter().all(is_known);
                self.path.push(if is_asked { "search" } else { "show" }.to_owned());
                is_asked
            }
        };
        let list = ["with", "answers"].into_iter().find(|name| self.takes(name));
        if let (false, Some(_)) = (asks, list) {
            let precaution = |name: &String| {
                query::find(catalogue, name).ok().filter(|it| it.kind == Kind::Precaution).map(|it| it.id.to_owned())
            };
            let plain: Vec<String> = names.iter().filter(|name| precaution(name).is_none()).cloned().collect();
            // A precaution alone is what is to be shown.
            if !plain.is_empty() || self.path.first().is_none_or(|command| command != "show") {
                self.declared.extend(names.iter().filter_map(precaution));
                self.plain = plain;
            }
        }
        let mut declared: Vec<String> = Vec::new();
        for word in self.declared {
            if !declared.contains(&word) {
                declared.push(word);
            }
        }
        let list = list.filter(|_| !declared.is_empty()).map(|name| [format!("--{name}"), declared.join(",")]);
        let words = self.path.into_iter().chain(self.plain).chain(list.into_iter().flatten());
        words.chain(self.options).collect()
    }

    fn takes(&self, long: &str) -> bool {
        self.command.get_arguments().any(|option| option.get_long() == Some(long))
    }
}

fn takes_a_value(option: &Arg) -> bool {
    option.get_num_args().is_some_and(|count| count.min_values() > 0)
}

/// As it is typed at a shell.
fn typed_at_a_shell(word: &str) -> Cow<'_, str> {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-=,.+:/_".contains(c);
    if word.starts_with("--") && word.chars().all(is_plain) { word.into() } else { shell_words::quote(word) }
}
