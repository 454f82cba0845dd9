//! The personal page: what the declared precautions change for this reader.

use super::advice::{advice, limits};
use super::document::{Block, Card, Sentence};
use super::guidance::{own_sign_lines, red_flag_lines, telling};
use super::personal::Personal;
use super::role::Role;
use super::ruling::{push_new, rulings};
use super::scope::Scope;
use super::words::{NO_WAY_LEFT, capitalised, command_to, level_role, level_word, typed, verdict_word};
use guide::model::Level;
use guide::screening::Verdict;

/// The personal page: what this reader may do, what to watch for, and with `full` every rule that says so.
pub fn personal_card(scope: &Scope<'_>, personal: &Personal<'_>, full: bool) -> Card {
    let declared = scope.reader.precautions();
    let mut card = Card::titled("What you may do today", "");
    card.title.also =
        declared.iter().map(|precaution| scope.in_week(precaution, &capitalised(&precaution.short))).collect();
    if declared.is_empty() {
        card.title.also.push("nothing applies, you said".to_owned());
    }
    card.level.push(Block::Rulings(rulings(scope, personal)));
    card.red_flags.extend([Block::Gap, Block::Section { title: "What to watch for".to_owned(), aside: String::new() }]);
    card.red_flags.extend(red_flag_lines(scope, &["leg"]));
    card.red_flags.extend(own_sign_lines(scope));
    if full {
        every_rule(scope, personal, &mut card);
        return card;
    }
    let advice = declared.iter().map(|it| scope.with_added(&command_to(&it.id)).into()).collect();
    card.say(Role::Neutral, "What to know", advice);
    let rules = scope.with_declared(&typed("sciatica precautions --full")).into();
    card.say(Role::Neutral, "Each rule with its reason", vec![rules]);
    card
}

/// Each rule with its reason, grouped by how strongly, and all that there is to know.
fn every_rule(scope: &Scope<'_>, personal: &Personal<'_>, card: &mut Card) {
    let [avoid, ask, adapt] = [Level::Avoid, Level::Ask, Level::Adapt].map(level_word);
    for word in [avoid, ask, NO_WAY_LEFT, adapt] {
        let groups = groups(personal, word);
        if !groups.is_empty() {
            card.section(word, "");
        }
        for (entries, verdict) in groups {
            group(scope, &entries, verdict, card);
        }
    }
    for precaution in scope.reader.precautions() {
        card.section(&format!("To know: {}", precaution.title), "");
        card.tell_all(scope.sentences(advice(scope, precaution)));
    }
}

fn group(scope: &Scope<'_>, entries: &[&str], verdict: &Verdict<'_>, card: &mut Card) {
    let mut reasons: Vec<Sentence> = Vec::new();
    let mut held: Vec<Sentence> = Vec::new();
    let mut asked: Vec<(String, Sentence)> = Vec::new();
    for finding in telling(verdict) {
        let Some((precaution, rule)) = scope.reader.words_of(finding) else { continue };
        push_new(&mut reasons, scope.sentence(&rule.because));
        if !verdict.withheld {
            for limit in rule.limit.iter().flat_map(|limit| limits(scope, limit)) {
                push_new(&mut held, limit);
            }
        }
        if let (Some(whom), Some(what), true) = (&rule.ask_whom, &rule.ask_what, verdict.asks(finding)) {
            let question = if finding.cleared {
                format!("they agreed, you said ({})", typed(&format!("--cleared {}", precaution.id)))
            } else {
                format!("\"{what}\" (then add {})", typed(&format!("--cleared {}", precaution.id)))
            };
            if !asked.iter().any(|(_, known)| known.text == question) {
                asked.push((format!("Ask {whom}"), question.into()));
            }
        }
    }
    let entries: Vec<_> = entries.iter().map(|id| scope.catalogue.told(id)).collect();
    card.say(verdict.level.map_or(Role::Neutral, level_role), &entries.join(", "), reasons);
    for (whom, what) in asked {
        card.say(Role::Neutral, &whom, vec![what]);
    }
    card.say(Role::Neutral, "Limits", held);
}

/// Entries under one word that share their reasons, together.
fn groups<'p, 'c>(personal: &'p Personal<'c>, word: &str) -> Vec<(Vec<&'p str>, &'p Verdict<'c>)> {
    let mut groups: Vec<(Vec<&'p str>, &'p Verdict<'c>)> = Vec::new();
    for verdict in personal.verdicts().filter(|verdict| verdict_word(verdict) == Some(word)) {
        match groups.iter_mut().find(|(_, known)| reasons(known) == reasons(verdict)) {
            Some((entries, _)) => entries.push(verdict.entry),
            None => groups.push((vec![verdict.entry], verdict)),
        }
    }
    groups
}

/// What makes entries of one level alike: whether their how-to is withheld, and the rules that say so.
fn reasons<'c>(verdict: &Verdict<'c>) -> (bool, Vec<(&'c str, usize)>) {
    (verdict.withheld, telling(verdict).map(|finding| (finding.rule.precaution, finding.rule.number)).collect())
}
