//! The card of a precaution.

use super::advice::{advice, limits};
use super::document::{Block, Card, Sentence, labelled};
use super::personal::Personal;
use super::role::Role;
use super::ruling::rulings;
use super::scope::Scope;
use super::words::{LEFT_OUT, command_to, level_role, level_word, typed};
use guide::model::{Level, LimitText, Precaution, RuleText, Weeks};
use guide::screening::Select;

/// The card of a precaution: the question, what a reader may do who declares it besides all else (`declaring`), and the
/// advice. With `full`, every rule by itself.
pub fn precaution_card(scope: &Scope<'_>, precaution: &Precaution, declaring: &Scope<'_>, full: bool) -> Card {
    let mut card = Card::titled(&precaution.title, &precaution.id);
    if let Some(flag) = &precaution.red_flag {
        let text = "this is a sign to get help for, not to press through".into();
        card.red_flags.push(labelled(Role::RedFlag, "Red flag", vec![text]));
        card.red_flags.push(Block::Command(command_to(flag)));
    }
    card.tell(precaution.question.as_str());
    if !is_declared(scope, &precaution.id) {
        let declare = typed(&format!("--with {}", precaution.id));
        card.say(Role::Neutral, "If so, add", vec![declare.into()]);
    }
    let tells_rules = full || precaution.red_flag.is_some();
    if precaution.rules.is_empty() {
        card.section("What it changes", "");
        card.tell("It rules nothing out here. Read on all the same.");
    } else if !tells_rules {
        let of_several = declaring.reader.precautions().len() > 1;
        card.section(if of_several { "What you may do, with all of it" } else { "What it changes" }, "");
        card.body.push(Block::Rulings(rulings(declaring, &Personal::new(declaring))));
    }
    card.section("What to know", "");
    card.tell_all(scope.sentences(advice(scope, precaution)));
    if tells_rules {
        for rule in &precaution.rules {
            rule_lines(scope, &precaution.id, rule, &mut card);
        }
        card.body.push(Block::Gap);
        let words = precaution.aliases.iter().map(|alias| alias.as_str().into());
        card.say(Role::Neutral, "Other words for it", words.collect());
    } else if !precaution.rules.is_empty() {
        let rules = scope.with_declared(&format!("sciatica precautions {} --full", precaution.id));
        card.say(Role::Neutral, "Each rule with its reason", vec![rules.into()]);
    }
    card
}

/// Whether this reader declared a precaution.
pub(super) fn is_declared(scope: &Scope<'_>, id: &str) -> bool {
    scope.reader.profile().declared().iter().any(|declared| declared == id)
}

fn rule_lines(scope: &Scope<'_>, precaution: &str, rule: &RuleText, card: &mut Card) {
    card.body.push(Block::Gap);
    let select = Select::of(&rule.select);
    let mut entries: Vec<Sentence> = entries(scope, &select).iter().map(|id| scope.catalogue.told(id).into()).collect();
    if let (Some(first), true) = (entries.first_mut(), select.selects_ways()) {
        first.text.insert_str(0, "some ways of ");
    }
    let word = if rule.leaves_out { LEFT_OUT } else { level_word(rule.level) };
    card.say(level_role(rule.level), word, entries);
    card.tell(scope.sentence(&rule.because));
    if let (Some(whom), Some(what)) = (&rule.ask_whom, &rule.ask_what) {
        card.say(Role::Ask, &format!("Ask {whom}"), vec![format!("\"{what}\"").into()]);
    }
    if let Some(limit) = told_limit(scope, precaution, rule) {
        card.say(Role::Adapt, "Limits", limits(scope, limit));
    }
    if let Some(weeks) = rule.weeks {
        card.say(Role::Neutral, "Holds", vec![weeks_words(weeks).into()]);
    }
}

/// The limit of a rule as far as it is told: where a clinician is to be asked first, once they agreed.
pub(super) fn told_limit<'r>(scope: &Scope<'_>, precaution: &str, rule: &'r RuleText) -> Option<&'r LimitText> {
    let is_told = rule.level == Level::Adapt || scope.reader.profile().is_cleared(precaution);
    rule.limit.as_ref().filter(|_| is_told)
}

/// `from week 16 of a pregnancy, and where the week is not told`
fn weeks_words(Weeks { from, to }: Weeks) -> String {
    let weeks = match (from, to) {
        (Some(from), Some(to)) => format!("from week {from} to week {to}"),
        (Some(from), None) => format!("from week {from}"),
        (None, Some(to)) => format!("up to week {to}"),
        (None, None) => "in every week".to_owned(),
    };
    format!("{weeks} of a pregnancy, and where the week is not told")
}

/// The entries that a rule selects: points from the back to the foot, then stretches, then techniques.
pub(super) fn entries(scope: &Scope<'_>, select: &Select<'_>) -> Vec<String> {
    let selected = scope.catalogue.index().screened().filter(|entry| select.matches(entry));
    selected.map(|entry| entry.id.to_owned()).collect()
}
