//! What the declared precautions change for this reader, grouped by how strongly, and what is open now.

use super::document::{Card, Role, Sentence};
use super::guidance::{red_flag_lines, telling};
use super::precaution::limits;
use super::scope::Scope;
use super::words::{level_role, level_word};
use guide::index::{PointRow, PracticeRow};
use guide::model::{Claim, Kind, Level};
use guide::screening::Verdict;

/// Points, stretches and techniques with their verdicts.
pub struct Personal<'c> {
    /// The points, in the order of the body.
    pub points: Vec<(PointRow<'c>, Verdict<'c>)>,
    /// The stretches, then the techniques.
    pub practices: Vec<(PracticeRow<'c>, Verdict<'c>)>,
}

impl<'c> Personal<'c> {
    /// Judges every entry with how-to for this reader: points in the order of the body, then stretches, then techniques.
    pub fn new(scope: &Scope<'c>) -> Self {
        let index = scope.catalogue.index();
        let mut points: Vec<_> = index.points().map(|row| scope.judged(row)).collect();
        points.sort_by_key(|(row, _)| (row.rank, row.code));
        let practices = [Kind::Stretch, Kind::Technique].into_iter().flat_map(|kind| index.practices(kind));
        let practices = practices.map(|row| (scope.reader.judge(&row.facets()), row));
        Self { points, practices: practices.map(|(verdict, row)| (row, verdict)).collect() }
    }

    fn verdicts(&self) -> impl Iterator<Item = &Verdict<'c>> {
        self.points.iter().map(|(_, verdict)| verdict).chain(self.practices.iter().map(|(_, verdict)| verdict))
    }

    /// Entries of one level that share their reasons, together.
    fn groups(&self, level: Level) -> Vec<(Vec<&str>, &Verdict<'c>)> {
        let mut groups: Vec<(Vec<&str>, &Verdict<'c>)> = Vec::new();
        for verdict in self.verdicts().filter(|verdict| verdict.level == Some(level)) {
            match groups.iter_mut().find(|(_, known)| reasons(known) == reasons(verdict)) {
                Some((entries, _)) => entries.push(verdict.entry),
                None => groups.push((vec![verdict.entry], verdict)),
            }
        }
        groups
    }

    fn open(&self, scope: &Scope<'_>) -> Vec<Sentence> {
        let open = self.verdicts().filter(|verdict| verdict.level.is_none());
        open.map(|verdict| scope.catalogue.told(verdict.entry).into()).collect()
    }
}

/// What makes entries of one level alike: whether their how-to is withheld, and the rules that say so.
fn reasons<'c>(verdict: &Verdict<'c>) -> (bool, Vec<(&'c str, usize)>) {
    (verdict.withheld, telling(verdict).map(|finding| (finding.rule.precaution, finding.rule.number)).collect())
}

/// The personal page.
pub fn personal_card(scope: &Scope<'_>, personal: &Personal<'_>, open_to_everyone: &[Claim]) -> Card {
    let declared = scope.reader.precautions();
    let mut card = Card { red_flags: red_flag_lines(scope, &["leg"]), ..Card::titled("For you", "") };
    card.title.also = declared.iter().map(|precaution| precaution.title.clone()).collect();
    for level in [Level::Avoid, Level::Ask, Level::Adapt] {
        let groups = personal.groups(level);
        if !groups.is_empty() {
            card.section(level_word(level), "");
        }
        for (entries, verdict) in groups {
            group(scope, &entries, verdict, &mut card);
        }
    }
    for precaution in declared {
        card.section(&format!("To know: {}", precaution.title), "");
        card.tell_all(scope.sentences(&precaution.advice));
    }
    open_now(scope, personal, open_to_everyone, &mut card);
    card
}

fn group(scope: &Scope<'_>, entries: &[&str], verdict: &Verdict<'_>, card: &mut Card) {
    let mut reasons: Vec<Sentence> = Vec::new();
    let mut held: Vec<Sentence> = Vec::new();
    let mut asked: Vec<(String, Sentence)> = Vec::new();
    for finding in telling(verdict) {
        let Some((precaution, rule)) = scope.reader.words_of(finding) else { continue };
        push_new(&mut reasons, scope.sentence(&rule.because));
        if !verdict.withheld {
            for limit in limits(scope, finding.rule.limit, rule) {
                push_new(&mut held, limit);
            }
        }
        if let (Some(whom), Some(what), true) = (&rule.ask_whom, &rule.ask_what, finding.rule.level == Level::Ask) {
            let question = if finding.cleared {
                format!("they agreed, you said (--cleared {})", precaution.id)
            } else {
                format!("\"{what}\" (then add --cleared {})", precaution.id)
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

fn push_new(sentences: &mut Vec<Sentence>, sentence: Sentence) {
    if !sentences.contains(&sentence) {
        sentences.push(sentence);
    }
}

/// So that nobody leaves with an empty page.
fn open_now(scope: &Scope<'_>, personal: &Personal<'_>, open_to_everyone: &[Claim], card: &mut Card) {
    card.section("Open now", "");
    card.say(Role::Neutral, "No rule here speaks against", personal.open(scope));
    for sentence in scope.sentences(open_to_everyone) {
        card.tell(Sentence { text: format!("- {}", sentence.text), ..sentence });
    }
}
