//! Turns entries into documents and records. Knows words, not widths or colours.

mod at_length;
mod document;
mod list;
mod personal;
mod point;
mod precaution;
mod record;
mod red_flag;
mod source;
mod topic;
mod words;

pub use document::{Block, Card, Cell, Document, List, Part, Role, Sentence, Title};
pub use list::{points as point_list, precautions as precaution_list, sources as source_list};
pub use personal::{Personal, card as personal_card};
pub use point::card as point_card;
pub use precaution::card as precaution_card;
pub use record::{
    ClaimRecord, FindingRecord, PersonalRecord, PointLine, PointRecord, PrecautionLine, PrecautionRecord,
    RedFlagRecord, SourceRecord, TopicRecord,
};
pub use red_flag::card as red_flag_card;
pub use source::card as source_card;
pub use topic::card as topic_card;

use crate::catalogue::{Basis, Catalogue, Claim, SourceRow};
use crate::screening::Reader;

/// What every view needs to know.
pub struct Scope<'c> {
    /// The catalogue.
    pub catalogue: &'c Catalogue,
    /// The reader, whom screening knows.
    pub reader: Reader<'c>,
    /// Whether citations stand under each claim.
    pub citations: bool,
}

impl Scope<'_> {
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

    fn citations_of(&self, sources: &[String], basis: Basis, why: Option<&str>) -> Vec<String> {
        let rows = self.source_rows(sources);
        let weak = !rows.is_empty() && rows.iter().all(|row| row.grade == "C");
        let mut cited = vec![match (basis, weak) {
            (_, true) => format!("{}, weak sources only", basis.word()),
            (_, false) => basis.word().to_owned(),
        }];
        cited.extend(why.map(str::to_owned));
        cited.extend(rows.iter().map(citation));
        cited
    }

    /// A reason as a sentence: its sources, where they were asked for.
    pub(crate) fn reason(&self, text: &str, sources: &[String]) -> Sentence {
        let mut sentence = Sentence::from(text);
        if self.citations {
            sentence.cited = self.source_rows(sources).iter().map(citation).collect();
        }
        sentence
    }

    /// The strongest grade among sources.
    pub(crate) fn best_grade(&self, sources: &[String]) -> Option<&str> {
        self.source_rows(sources).iter().map(|row| row.grade).min()
    }

    fn source_rows(&self, sources: &[String]) -> Vec<SourceRow<'_>> {
        sources.iter().filter_map(|id| self.catalogue.index().source(id)).collect()
    }
}

/// `WHO 2008 (A)`
fn citation(row: &SourceRow<'_>) -> String {
    format!("{} ({})", row.short, row.grade)
}
