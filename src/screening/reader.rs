//! The reader: what they declared, with the rules that follow and the words of those rules.

use super::facets::Facets;
use super::profile::Profile;
use super::rule::{Level, Rule};
use super::verdict::{Finding, Verdict, judge};
use crate::catalogue::{Catalogue, Index, PrecautionRow, Precaution, RuleText};
use crate::error::Error;

/// A profile together with its rules and their words.
#[derive(Debug)]
pub struct Reader<'c> {
    profile: Profile,
    rules: Vec<Rule<'c>>,
    precautions: Vec<Precaution>,
}

impl<'c> Reader<'c> {
    /// Looks up the precautions of a profile.
    ///
    /// # Errors
    /// A precaution's file cannot be parsed.
    pub fn new(catalogue: &'c Catalogue, profile: Profile) -> Result<Self, Error> {
        let rules = profile.declared().iter().flat_map(|id| catalogue.index().rules_of(id)).collect();
        let precautions = profile.declared().iter().map(|id| catalogue.precaution(id)).collect::<Result<_, _>>()?;
        Ok(Self { profile, rules, precautions })
    }

    /// What they declared.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The precautions that they declared.
    pub fn precautions(&self) -> &[Precaution] {
        &self.precautions
    }

    /// What screening decides about an entry for this reader.
    pub fn judge(&self, entry: &Facets<'c>) -> Verdict<'c> {
        judge(entry, self.rules.iter().copied(), &self.profile)
    }

    /// The precaution and the words of a finding.
    pub fn words_of(&self, finding: &Finding<'_>) -> Option<(&Precaution, &RuleText)> {
        let precaution = self.precautions.iter().find(|precaution| precaution.id == finding.rule.precaution)?;
        Some((precaution, precaution.rules.get(finding.rule.number)?))
    }

    /// The red flag that the first of their precautions raises, if one does.
    pub fn red_flag(&self) -> Option<&str> {
        self.precautions.iter().find_map(|precaution| precaution.red_flag.as_deref())
    }
}

/// The precautions that touch an entry, and how strongly each would if it alone were declared. One that raises a red flag
/// ends everything, so it counts as [`Level::Avoid`].
pub fn touching<'c>(index: &'c Index, entry: &Facets<'c>) -> Vec<(PrecautionRow<'c>, Level)> {
    let nobody = Profile::default();
    let mut rules = index.rules().peekable();
    let mut touching = Vec::new();
    for precaution in index.precautions() {
        let mut own = Vec::new();
        while let Some(rule) = rules.next_if(|rule| rule.precaution <= precaution.id) {
            own.push(rule);
        }
        let level = match precaution.red_flag {
            Some(_) => Some(Level::Avoid),
            None => judge(entry, own, &nobody).level,
        };
        touching.extend(level.map(|level| (precaution, level)));
    }
    touching
}
