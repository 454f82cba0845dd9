//! Rules for precautions whose own files lie elsewhere.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::error::CatalogueError;
use super::files::Files;
use super::load::load_marked;
use crate::model::files::RULES_FOLDER;
use crate::model::{MoreRules, RuleText};

/// Which files have more rules for which precaution: looked for once, when one is asked for.
#[derive(Debug, Default)]
pub(super) struct MoreRulesByPrecaution(OnceLock<BTreeMap<String, Vec<String>>>);

impl MoreRulesByPrecaution {
    /// The rules of all files for one precaution.
    pub(super) fn of(&self, files: &Files, precaution: &str) -> Result<Vec<RuleText>, CatalogueError> {
        let by_precaution = if let Some(known) = self.0.get() {
            known
        } else {
            let found = Self::find(files)?;
            self.0.get_or_init(|| found)
        };
        let mut rules = Vec::new();
        for path in by_precaution.get(precaution).into_iter().flatten() {
            rules.extend(load_marked::<MoreRules>(files, path)?.rules);
        }
        Ok(rules)
    }

    fn find(files: &Files) -> Result<BTreeMap<String, Vec<String>>, CatalogueError> {
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for path in files.in_folder(RULES_FOLDER) {
            let more: MoreRules = load_marked(files, path)?;
            found.entry(more.precaution).or_default().push(path.to_owned());
        }
        Ok(found)
    }
}
