//! One page of the manual: what clap knows of a command, and the sections that it knows nothing of.

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::Roff;

use super::sections::sections;
use crate::error::Error;
use guide::shelf::Catalogue;
use guide::text::ascii;

/// Every page is of this section.
const SECTION: &str = "1";
const MANUAL: &str = "Self-care for sciatica";

/// No hyphen and no wider space may come into a command that somebody copies.
const COMMANDS_STAY_WHOLE: &[u8] = b".nh\n.ad l\n";

/// The page of a command.
pub(super) struct ManPage<'c> {
    command: &'c Command,
    root: &'c Command,
}

impl<'c> ManPage<'c> {
    /// The pages of the program and of all of its commands.
    pub(super) fn all(root: &'c Command) -> Vec<Self> {
        let below = root.get_subcommands().flat_map(|it| std::iter::once(it).chain(it.get_subcommands()));
        std::iter::once(root).chain(below).map(|command| Self { command, root }).collect()
    }

    /// `sciatica-catalogue-check`
    pub(super) fn name(&self) -> &str {
        self.command.get_display_name().unwrap_or_else(|| self.command.get_name())
    }

    /// `sciatica-catalogue-check.1`
    pub(super) fn file_name(&self) -> String {
        format!("{}.{SECTION}", self.name())
    }

    /// `catalogue check`; nothing for the program itself.
    pub(super) fn words(&self) -> &str {
        let words = self.command.get_bin_name().unwrap_or_default();
        words.strip_prefix(self.root.get_name()).unwrap_or(words).trim_start()
    }

    /// Whether a reader means this page.
    pub(super) fn is_called(&self, name: &str) -> bool {
        name == self.words() || name == self.words().replace(' ', "-")
    }

    /// Whether another page is above this one, or below it: all are below that of the program.
    fn leads_to(&self, other: &str) -> bool {
        let is_below = |below: &str, above: &str| below.strip_prefix(above).is_some_and(|rest| rest.starts_with('-'));
        is_below(self.name(), other) || is_below(other, self.name())
    }

    /// The page in roff, in ASCII.
    pub(super) fn roff(&self, pages: &[Self], catalogue: &Catalogue) -> Result<String, Error> {
        let known = self.known(catalogue).map_err(Error::damaged)?;
        let mut others: Vec<&str> = pages.iter().map(ManPage::name).filter(|name| self.leads_to(name)).collect();
        others.sort_unstable();
        let ours = sections(self.command, self.words(), catalogue.manifest(), &others)?;
        // Each part of clap's begins with the same definition; one is enough.
        let definition = Roff::new().render();
        Ok(definition.clone() + &tidy(&(known.replace(&definition, "") + &ours)))
    }

    /// What clap knows. No font of a printed page has the Chinese names that its help gives as examples.
    fn known(&self, catalogue: &Catalogue) -> std::io::Result<String> {
        let version = self.root.get_version().unwrap_or_default();
        let reviewed = catalogue.manifest().reviewed.chars().filter(|c| c.is_ascii_digit() || *c == '-');
        // A page is help at length; and what stands behind the name need not be said again.
        let mut command = self.command.clone().mut_args(|argument| argument.hide_short_help(false));
        let told = command.get_long_about().map(ToString::to_string).unwrap_or_default();
        if let Some((_, more)) = told.split_once("\n\n") {
            command = command.long_about(more.to_owned());
        }
        // Its own would name every option, and not say which names may be several.
        let usage = command.render_usage().to_string();
        let man = Man::new(command.override_usage(usage.trim_start_matches("Usage: ").to_owned()))
            .title(self.name().to_uppercase())
            .section(SECTION)
            .date(reviewed.collect::<String>())
            .source(format!("{} {version}", self.root.get_name()))
            .manual(MANUAL);
        let mut text = Vec::new();
        man.render_title(&mut text)?;
        text.extend_from_slice(COMMANDS_STAY_WHOLE);
        man.render_name_section(&mut text)?;
        man.render_synopsis_section(&mut text)?;
        man.render_description_section(&mut text)?;
        man.render_options_section(&mut text)?;
        if self.command.has_subcommands() {
            man.render_subcommands_section(&mut text)?;
        }
        // A list of values stands so far in that a narrow page has no room for it.
        Ok(ascii(&String::from_utf8_lossy(&text)).replace(", ,", ",").replace(".RS 14\n", ".RS 4\n"))
    }
}

/// Without what formatters remark on: spaces that end a line, blank lines, and breaks where there is one already.
fn tidy(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end).filter(|line| !line.is_empty()) {
        let before = lines.last().copied().unwrap_or_default();
        let is_idle = (line == ".PP" && before.starts_with(".SH")) || (line == ".br" && before == ".br");
        if !is_idle {
            lines.push(line);
        }
    }
    lines.into_iter().flat_map(|line| [line, "\n"]).collect()
}
