//! What every page to print has around what it tells to do: for whom, the signs to get help for, and where it all comes from.

use super::document::{Block, Sentence, all_labelled};
use super::guidance::{own_sign_lines, red_flag_lines};
use super::numbers::Numbers;
use super::role::Role;
use super::scope::Scope;
use guide::model::Precaution;

/// What stands at the head of a page to print: what nobody wrote there is a line to fill in.
#[derive(Debug, Default)]
pub struct PageHead {
    /// The title.
    pub title: String,
    /// For whom it is.
    pub reader: Option<String>,
    /// Who hands it out.
    pub clinic: Option<String>,
}

/// What every page to print has around what it tells to do.
#[derive(Debug, Default)]
pub struct PageFrame {
    /// What stands at its head.
    pub head: PageHead,
    /// For whom it is made, and what is left out or limited because of that.
    pub whom: Vec<Block>,
    /// The signs that come before everything.
    pub red_flags: Vec<Block>,
    /// What the numbers behind the sentences stand for, from 1.
    pub sources: Vec<String>,
    /// Which catalogue it comes from, and of when.
    pub origin: String,
    /// What every answer says of itself.
    pub notice: String,
    /// What else must be known of where it comes from.
    pub label: Option<String>,
}

impl PageFrame {
    /// Around entries of which those that are named are `withheld`: without how to do it. Its sources are still to be numbered.
    pub(super) fn new(scope: &Scope<'_>, head: PageHead, withheld: Vec<String>) -> Self {
        let manifest = scope.catalogue.manifest();
        let leg: Vec<&str> = manifest.calf.regions.iter().map(String::as_str).collect();
        Self {
            head,
            whom: whom(scope, withheld),
            red_flags: red_flag_lines(scope, &leg).into_iter().chain(own_sign_lines(scope)).collect(),
            sources: Vec::new(),
            origin: format!("Edition {} of the catalogue, reviewed on {}.", manifest.edition, manifest.reviewed),
            notice: manifest.notice.clone(),
            label: scope.catalogue.label(),
        }
    }

    /// Puts numbers in the place of its citations.
    pub(super) fn number(&mut self, numbers: &mut Numbers) {
        self.whom.iter_mut().chain(&mut self.red_flags).for_each(|block| numbers.put_into_block(block));
    }
}

/// For whom it is made: what they declared, or that they did not.
fn whom(scope: &Scope<'_>, withheld: Vec<String>) -> Vec<Block> {
    let (precautions, profile) = (scope.reader.precautions(), scope.reader.profile());
    let title = |it: &Precaution| Sentence::from(scope.in_week(it, &it.title));
    let nothing = if profile.was_asked() { NONE_APPLIES } else { UNDECLARED };
    let nothing = precautions.is_empty().then(|| Block::Text(nothing.into()));
    let cleared = precautions.iter().filter(|it| profile.is_cleared(&it.id));
    let lines = all_labelled([
        (Role::Adapt, "Made for somebody with", precautions.iter().map(title).collect()),
        (Role::Adapt, "Whoever they asked agreed, they say", cleared.map(title).collect()),
        (Role::Avoid, "How to do it is withheld", withheld.into_iter().map(Sentence::from).collect()),
    ]);
    nothing.into_iter().chain(lines).collect()
}

const NONE_APPLIES: &str = "Made for somebody who says that no precaution of this guide applies.";
const UNDECLARED: &str = "Nothing was declared: before you begin, read \"Avoid if\" and \"Ask first if\".";
