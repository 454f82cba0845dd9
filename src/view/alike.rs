//! Other entries that a name might have meant.

use super::document::Card;
use super::role::Role;
use super::scope::Scope;
use super::words::command_to;
use guide::model::Target;

impl Card {
    /// Names what else goes by a name like the one that led here.
    pub fn name_alike(&mut self, scope: &Scope<'_>, alike: &[Target<'_>]) {
        let commands = alike.iter().map(|target| scope.with_declared(&command_to(target.id)).into());
        self.say(Role::Neutral, "Named like it", commands.collect());
    }
}
