//! What every view needs to know.

use super::document::{Cited, Sentence};
use super::words::typed;
use guide::index::{PointRow, SourceRow, Touching};
use guide::model::{Basis, Claim, Grade, PREGNANCY, Precaution, Stated, Target};
use guide::screening::{Profile, Reader, Verdict};
use guide::shelf::{Catalogue, CatalogueError, Origin};

/// What every view needs to know.
pub struct Scope<'c> {
    /// The catalogue.
    pub catalogue: &'c Catalogue,
    /// The reader, whom screening knows.
    pub reader: Reader<'c>,
    /// Whether citations stand under each claim.
    pub citations: bool,
    /// Whether the answer is for paper, on which no command can be typed.
    pub on_paper: bool,
}

impl<'c> Scope<'c> {
    /// The same for a reader who declares this precaution besides.
    ///
    /// # Errors
    /// A damaged catalogue.
    pub fn and_declaring(&self, id: &str) -> Result<Self, CatalogueError> {
        let reader = self.catalogue.reader(self.reader.profile().and_declaring(id))?;
        Ok(Self { catalogue: self.catalogue, reader, ..*self })
    }

    /// What screening decides about an entry; `None` for one without how-to.
    pub fn judge(&self, entry: Target<'c>) -> Option<Verdict<'c>> {
        self.catalogue.index().facets(entry).map(|facets| self.reader.judge(&facets))
    }

    /// A point with what screening decides about it.
    pub fn judged(&self, point: PointRow<'c>) -> (PointRow<'c>, Verdict<'c>) {
        let verdict = self.reader.judge(&point.facets());
        (point, verdict)
    }

    /// The precautions that touch an entry.
    pub(super) fn touching(&self, id: &str) -> Touching<'_> {
        self.catalogue.index().touching(id)
    }

    /// Whether the reader declared anything, so that what tells how to press regardless of limits is not for them.
    pub(super) fn reader_has_limits(&self) -> bool {
        self.reader.profile().may_have_limits()
    }

    /// Whether one of the regions is where a clot shows.
    pub(super) fn is_on_the_leg(&self, regions: &[&str]) -> bool {
        self.catalogue.manifest().calf.regions.iter().any(|region| regions.contains(&region.as_str()))
    }

    /// A claim as a sentence, cited where that was asked for.
    pub(super) fn sentence(&self, claim: &impl Stated) -> Sentence {
        self.cited(claim.text(), claim.sources(), claim.basis(), claim.why())
    }

    /// Claims as sentences.
    pub(super) fn sentences<'s, S: Stated + 's>(&self, claims: impl IntoIterator<Item = &'s S>) -> Vec<Sentence> {
        claims.into_iter().map(|claim| self.sentence(claim)).collect()
    }

    pub(super) fn cited(&self, text: &str, sources: &[String], basis: Basis, why: Option<&str>) -> Sentence {
        let manifest = self.catalogue.manifest();
        let measured = manifest.with_centimetres(text);
        let mut cited = Vec::new();
        if self.citations {
            cited = self.citations_of(sources, basis, why);
            let table = manifest.centimetres.iter().filter(|_| measured.is_some());
            let rows = table.flat_map(|table| self.source_rows(&table.sources));
            cited.extend(rows.map(|row| self.cited_source(&row)));
        }
        Sentence { text: commands_whole(self.leading_on(measured.unwrap_or_else(|| text.to_owned()))), cited }
    }

    /// A text that ends in a command to another page: with what was declared, so that nothing of it is lost on the way.
    fn leading_on(&self, text: String) -> String {
        if !text.contains("sciatica ") || self.reader.profile().options().is_empty() {
            return text;
        }
        let commands = ["sciatica show ", "sciatica learn "].into_iter();
        let mut ends = commands.filter_map(|command| Some((text.rfind(command)?, command.len())));
        // What is nothing but a command has that already, where it is to have it.
        let is_id = |rest: &str| !rest.is_empty() && !rest.contains(' ');
        let closes = |(begin, length): &(usize, usize)| *begin > 0 && text.get(begin + length..).is_some_and(is_id);
        let closing = ends.rfind(closes);
        let (before, command) = closing.and_then(|(begin, _)| text.split_at_checked(begin)).unwrap_or((&text, ""));
        if command.is_empty() { text } else { format!("{before}{}", self.with_declared(command)) }
    }

    fn citations_of(&self, sources: &[String], basis: Basis, why: Option<&str>) -> Vec<Cited> {
        let rows = self.source_rows(sources);
        let weak = !rows.is_empty() && rows.iter().all(|row| row.grade == Grade::C);
        let weakly = if weak { ", weak sources only" } else { "" };
        let mut cited = vec![Cited::Basis(format!("{}{weakly}", basis.words()))];
        cited.extend(why.map(|why| Cited::Why(why.to_owned())));
        cited.extend(rows.iter().map(|row| self.cited_source(row)));
        cited
    }

    fn cited_source(&self, row: &SourceRow<'_>) -> Cited {
        let address = self.catalogue.source(row.id).map(|source| source.address).unwrap_or_default();
        let address = if address.starts_with("http") { address } else { String::new() };
        Cited::Source { text: citation(row), address }
    }

    /// A text that several claims make up, with the citations of all of them, each once.
    pub(super) fn joined(&self, text: &str, claims: &[Claim]) -> Sentence {
        let mut sentence = Sentence::from(text);
        for cited in claims.iter().flat_map(|claim| self.sentence(claim).cited) {
            if !sentence.cited.contains(&cited) {
                sentence.cited.push(cited);
            }
        }
        sentence
    }

    /// Sentences that belong together as one paragraph, but for whoever asked what each of them stands on.
    pub(super) fn paragraph(&self, sentences: impl Iterator<Item = Sentence>) -> Vec<Sentence> {
        if self.citations {
            return sentences.collect();
        }
        let texts: Vec<String> = sentences.map(|sentence| sentence.text).collect();
        if texts.is_empty() { Vec::new() } else { vec![texts.join(" ").into()] }
    }

    /// A reason as a sentence: its sources, where they were asked for.
    pub(super) fn reason(&self, text: &str, sources: &[String]) -> Sentence {
        let sources = if self.citations { self.source_rows(sources) } else { Vec::new() };
        Sentence { text: text.to_owned(), cited: sources.iter().map(|row| self.cited_source(row)).collect() }
    }

    /// The strongest grade among sources.
    pub(super) fn best_grade(&self, sources: &[String]) -> Option<Grade> {
        self.source_rows(sources).iter().map(|row| row.grade).min()
    }

    /// How a page names an entry: `GB30 Jumping Circle`, `Cat and cow`, `the page "Heat and cold"`.
    pub fn name_of(&self, id: &str) -> String {
        let index = self.catalogue.index();
        let point = index.point(id).map(|row| format!("{} {}", row.code, row.english));
        let practice = || index.practice(id).map(|row| row.title.to_owned());
        let topic = || index.topic(id).map(|row| format!("the page \"{}\" of this guide", row.title));
        point.or_else(practice).or_else(topic).unwrap_or_else(|| id.to_owned())
    }

    /// How a citation of a source reads.
    pub(super) fn source_name(&self, id: &str) -> String {
        self.catalogue.index().source(id).map_or(id, |row| row.short).to_owned()
    }

    /// The rule when to stop, whatever is done.
    pub(super) fn stop(&self) -> Sentence {
        self.sentence(&self.catalogue.manifest().stop)
    }

    /// How a card names a precaution in a list.
    pub(super) fn short_of<'s>(&'s self, id: &'s str) -> &'s str {
        self.catalogue.index().precaution(id).map_or(id, |row| row.short)
    }

    /// How a precaution is named, with the week where the reader told it: `pregnant (week 20)`.
    pub(super) fn in_week(&self, precaution: &Precaution, name: &str) -> String {
        let week = self.reader.profile().week().filter(|_| precaution.id == PREGNANCY);
        week.map_or_else(|| name.to_owned(), |week| format!("{name} (week {week})"))
    }

    /// A command with what was added, for a page that is the same for everybody.
    pub(super) fn with_added(&self, command: &str) -> String {
        typed(&self.with_options(command, &Profile::default()))
    }

    /// A command with what the reader declared, and with what was added, so that it answers as this answer does; on one line
    /// wherever it stands.
    pub fn with_declared(&self, command: &str) -> String {
        typed(&self.with_options(command, self.reader.profile()))
    }

    /// The same of somebody who declared this.
    pub fn with_options(&self, command: &str, profile: &Profile) -> String {
        let from = match self.catalogue.origin() {
            // Of what answers alone, the label says where it is from.
            Origin::Bundled | Origin::Directory(_) => None,
            Origin::BundledAnd { directory, .. } => Some(format!("--add-catalogue {}", shell_words::quote(directory))),
        };
        let words = std::iter::once(command.to_owned()).chain(profile.options()).chain(from);
        words.collect::<Vec<_>>().join(" ")
    }

    fn source_rows(&self, sources: &[String]) -> Vec<SourceRow<'_>> {
        sources.iter().filter_map(|id| self.catalogue.index().source(id)).collect()
    }
}

/// A text in which no line ends within a command or within an option and its value.
pub(super) fn commands_whole(text: String) -> String {
    const BEGINNINGS: [&str; 4] = ["sciatica show ", "sciatica learn ", "--with ", "--cleared "];
    if !text.contains("sciatica ") && !text.contains("--") {
        return text;
    }
    BEGINNINGS.iter().fold(text, |text, beginning| text.replace(beginning, &typed(beginning)))
}

/// `WHO 2008 (A)`
pub(super) fn citation(row: &SourceRow<'_>) -> String {
    format!("{} ({})", row.short, row.grade.id())
}
