//! The reader: what they declared, with the rules that follow and the words of those rules.

use std::collections::BTreeSet;

use super::judge::{Facets, Finding, Rule, Verdict, judge};
use super::profile::Profile;
use crate::model::{Precaution, RuleText};

/// A profile together with its rules and their words.
#[derive(Debug)]
pub struct Reader<'c> {
    profile: Profile,
    rules: Vec<Rule<'c>>,
    precautions: Vec<Precaution>,
}

impl<'c> Reader<'c> {
    /// A reader of this profile, with the rules and the words of all precautions that it declares.
    pub(crate) fn new(profile: Profile, rules: Vec<Rule<'c>>, precautions: Vec<Precaution>) -> Self {
        Self { profile, rules, precautions }
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
        judge(entry, &self.rules, &|precaution| self.profile.is_cleared(precaution))
    }

    /// The precaution and the words of a finding.
    pub fn words_of(&self, finding: &Finding<'_>) -> Option<(&Precaution, &RuleText)> {
        let precaution = self.precautions.iter().find(|precaution| precaution.id == finding.rule.precaution)?;
        Some((precaution, precaution.rules.get(finding.rule.number)?))
    }

    /// What the findings of a verdict limit in words, each once.
    pub fn limits_in_words(&self, verdict: &Verdict<'_>) -> Vec<&str> {
        let rules = verdict.findings.iter().filter_map(|finding| self.words_of(finding));
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
