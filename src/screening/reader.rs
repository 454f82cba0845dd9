//! The reader: what they declared, with the rules that follow and the words of those rules.

use super::judge::{Facets, Finding, Rule, Verdict, judge};
use super::profile::Profile;
use crate::catalogue::{Catalogue, Precaution, RuleText};
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
        judge(entry, self.rules.iter().copied(), &|precaution| self.profile.is_cleared(precaution))
    }

    /// The precaution and the words of a finding.
    pub fn words_of(&self, finding: &Finding<'_>) -> Option<(&Precaution, &RuleText)> {
        let precaution = self.precautions.iter().find(|precaution| precaution.id == finding.rule.precaution)?;
        Some((precaution, precaution.rules.get(finding.rule.number)?))
    }

    /// What the findings of a verdict limit in words, each once.
    pub fn limits_in_words(&self, verdict: &Verdict<'_>) -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        for (_, rule) in verdict.findings.iter().filter_map(|finding| self.words_of(finding)) {
            if let Some(text) = rule.limit.as_ref().and_then(|limit| limit.text.as_deref())
                && !texts.contains(&text)
            {
                texts.push(text);
            }
        }
        texts
    }

    /// The red flags that their precautions raise.
    pub fn red_flags(&self) -> impl Iterator<Item = &str> {
        self.precautions.iter().filter_map(|precaution| precaution.red_flag.as_deref())
    }
}
