//! Turns entries into documents and records. Knows words, not widths or colours.

mod at_length;
mod check;
mod disputes;
mod document;
mod figure;
mod guidance;
mod handout;
mod list;
mod map;
mod passage;
mod personal;
mod point;
mod precaution;
mod pressing;
mod profile;
mod record;
mod red_flag;
mod routine;
mod session;
mod source;
mod stretch;
mod technique;
mod topic;
mod words;

pub use check::{
    Asked, GoOn, OpenSign, Sign, asking_card, finished_card, questions_card, stopped_card, stopped_group_card,
};
pub use disputes::{Disputed, list as dispute_list, summary_card};
pub use document::{
    Block, Card, Cell, Cited, Document, Drawing, DrawnLine, LineRole, List, Mark, MarkKind, Part, Role, Sentence,
    Title, YOUR_PROFILE,
};
pub use figure::of_point as point_drawing;
pub use handout::{Handout, ReaderWords};
pub use list::{
    hits as hit_list, points as point_list, practices as practice_list, precautions as precaution_list,
    red_flags as red_flag_list, sources as source_list, topics as topic_list,
};
pub use map::card as map_card;
pub use personal::{Personal, card as personal_card};
pub use point::card as point_card;
pub use precaution::card as precaution_card;
pub use profile::{ProfileReport, card as profile_card, kept_words};
pub use record::{
    CheckRecord, ClaimRecord, DisputedRecord, FindingRecord, HitRecord, PersonalRecord, PhaseRecord, PointLine,
    PointRecord, PracticeLine, PrecautionLine, PrecautionRecord, ProfileRecord, RedFlagLine, RedFlagRecord,
    RoutineRecord, SessionRecord, SourceRecord, StretchRecord, SummaryRecord, TechniqueRecord, TopicLine, TopicRecord,
};
pub use red_flag::card as red_flag_card;
pub use routine::card as routine_card;
pub use session::{SessionReport, closing_card, opening_card, plan_card};
pub use source::card as source_card;
pub use stretch::card as stretch_card;
pub use technique::card as technique_card;
pub use topic::card as topic_card;

pub use words::clock_words;

use crate::catalogue::{Basis, Catalogue, Claim, Kind, RIGHT_NOW, SourceRow, Target, Touching};
use crate::routine::EntryName;
use crate::screening::{Reader, Verdict};

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

/// How much of an entry its card tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent<'w> {
    /// What fits a screen: one way, the first.
    Short,
    /// What fits a page: one way, the first or the one of this label, and what to take care of.
    Page(Option<&'w str>),
    /// Everything.
    Full,
}

impl Extent<'_> {
    /// Of a card on a screen.
    pub fn of_card(full: bool) -> Self {
        if full { Self::Full } else { Self::Short }
    }

    /// Whether a way is told whole, from its place among those that are left and its label.
    fn tells_way(self, place: usize, label: &str) -> bool {
        match self {
            Self::Full => true,
            Self::Page(Some(wanted)) => wanted == label,
            Self::Page(None) | Self::Short => place == 0,
        }
    }
}

impl<'c> Scope<'c> {
    /// What screening decides about an entry; `None` for one without how-to.
    pub fn judge(&self, entry: Target<'c>) -> Option<Verdict<'c>> {
        self.catalogue.index().facets(entry).map(|facets| self.reader.judge(&facets))
    }

    /// The precautions that touch an entry.
    pub(crate) fn touching(&self, entry: &EntryName) -> Option<Touching<'_>> {
        let index = self.catalogue.index();
        match entry.kind {
            Kind::Point => index.point(&entry.id).map(|row| row.touching),
            _ => index.practice(&entry.id).map(|row| row.touching),
        }
    }

    /// Whether the reader declared anything, so that what tells how to press regardless of limits is not for them.
    pub(crate) fn reader_has_limits(&self) -> bool {
        self.reader.profile().may_have_limits()
    }

    /// Whether one of the regions, between commas, is where a clot shows.
    pub(crate) fn is_on_the_leg(&self, regions: &str) -> bool {
        regions.split(',').any(|region| self.catalogue.manifest().calf.regions.iter().any(|each| each == region))
    }

    /// A claim as a sentence, cited where that was asked for.
    pub(crate) fn sentence(&self, claim: &Claim) -> Sentence {
        self.cited(&claim.text, &claim.sources, claim.basis, claim.why.as_deref())
    }

    /// Claims as sentences.
    pub(crate) fn sentences(&self, claims: &[Claim]) -> Vec<Sentence> {
        claims.iter().map(|claim| self.sentence(claim)).collect()
    }

    pub(crate) fn cited(&self, text: &str, sources: &[String], basis: Basis, why: Option<&str>) -> Sentence {
        let mut sentence = Sentence::from(text);
        if self.citations {
            sentence.cited = self.citations_of(sources, basis, why);
        }
        sentence
    }

    fn citations_of(&self, sources: &[String], basis: Basis, why: Option<&str>) -> Vec<Cited> {
        let rows = self.source_rows(sources);
        let weak = !rows.is_empty() && rows.iter().all(|row| row.grade == "C");
        let weakly = if weak { ", weak sources only" } else { "" };
        let mut cited = vec![Cited::Basis(format!("{}{weakly}", basis.words()))];
        cited.extend(why.map(|why| Cited::Why(why.to_owned())));
        cited.extend(rows.iter().map(|row| Cited::Source(citation(row))));
        cited
    }

    /// A text that several claims make up, with the citations of all of them, each once.
    pub(crate) fn joined(&self, text: &str, claims: &[Claim]) -> Sentence {
        let mut sentence = Sentence::from(text);
        for cited in claims.iter().flat_map(|claim| self.sentence(claim).cited) {
            if !sentence.cited.contains(&cited) {
                sentence.cited.push(cited);
            }
        }
        sentence
    }

    /// A reason as a sentence: its sources, where they were asked for.
    pub(crate) fn reason(&self, text: &str, sources: &[String]) -> Sentence {
        let mut sentence = Sentence::from(text);
        if self.citations {
            sentence.cited = self.source_rows(sources).iter().map(|row| Cited::Source(citation(row))).collect();
        }
        sentence
    }

    /// The strongest grade among sources.
    pub(crate) fn best_grade(&self, sources: &[String]) -> Option<&str> {
        self.source_rows(sources).iter().map(|row| row.grade).min()
    }

    /// How a page names an entry: `GB30 Jumping Circle`, `Cat and cow`, `the page "Heat and cold"`.
    pub(crate) fn name_of(&self, id: &str) -> String {
        let index = self.catalogue.index();
        let point = index.point(id).map(|row| format!("{} {}", row.code, row.english));
        let practice = || index.practice(id).map(|row| row.title.to_owned());
        let topic = || index.topic(id).map(|row| format!("the page \"{}\" of this guide", row.title));
        point.or_else(practice).or_else(topic).unwrap_or_else(|| id.to_owned())
    }

    /// How a citation of a source reads.
    pub(crate) fn source_name(&self, id: &str) -> String {
        self.catalogue.index().source(id).map_or(id, |row| row.short).to_owned()
    }

    fn source_rows(&self, sources: &[String]) -> Vec<SourceRow<'_>> {
        sources.iter().filter_map(|id| self.catalogue.index().source(id)).collect()
    }
}

/// The command that shows an entry.
pub(crate) fn command_to(id: &str) -> String {
    if id == RIGHT_NOW { "sciatica now".to_owned() } else { format!("sciatica show {id}") }
}

/// `WHO 2008 (A)`
fn citation(row: &SourceRow<'_>) -> String {
    format!("{} ({})", row.short, row.grade)
}
