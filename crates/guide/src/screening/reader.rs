//! The reader: what they declared, with the rules that follow and the words of those rules.

use std::collections::BTreeSet;

use super::facets::Facets;
use super::judge::{Finding, Verdict, judge};
use super::profile::Profile;
use super::rule::Rule;
use crate::model::{Precaution, RuleText};

/// A profile together with its rules and their words.
#[derive(Debug)]
pub struct Reader<'c> {
    profile: Profile,
    rules: Vec<Rule<'c>>,
    precautions: Vec<Precaution>,
}

impl<'c> Reader<'c> {
    /// A reader of this profile, with the rules and the words of all precautions that it declares. Rules of other weeks than
    /// the one that they told do not hold for them.
    pub(crate) fn new(profile: Profile, mut rules: Vec<Rule<'c>>, precautions: Vec<Precaution>) -> Self {
        rules.retain(|rule| rule.weeks.zip(profile.week()).is_none_or(|(weeks, week)| week.is_in(weeks)));
        Self { profile, rules, precautions }
    }

    /// What they declared.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The precautions that they declared, and those that these imply.
    pub fn precautions(&self) -> &[Precaution] {
        &self.precautions
    }

    /// What screening decides about an entry for this reader.
    pub fn judge(&self, entry: &Facets<'c>) -> Verdict<'c> {
        judge(entry, &self.rules, &|precaution| self.profile.is_cleared(precaution))
    }

    /// The precaution and the words of a finding.
    pub fn words_of(&self, finding: &Finding<'_>) -> Option<(&Precaution, &RuleText)> {
        let precaution = self.precautions.iter().find(|precaution| precaution.id == finding.rule.precaution)?;
        Some((precaution, precaution.rules.get(finding.rule.number)?))
    }

    /// What the findings on a way limit in words, each once.
    pub fn limits_in_words(&self, verdict: &Verdict<'_>, way: usize) -> Vec<&str> {
        let rules = verdict.limiting(way).filter_map(|finding| self.words_of(finding));
        let mut texts: Vec<&str> = rules.filter_map(|(_, rule)| rule.limit.as_ref()?.text.as_deref()).collect();
        let mut seen = BTreeSet::new();
        texts.retain(|text| seen.insert(*text));
        texts
    }

    /// The red flags that their precautions raise.
    pub fn red_flags(&self) -> impl Iterator<Item = &str> {
        self.precautions.iter().filter_map(|precaution| precaution.red_flag.as_deref())
    }
}
