//! What the declared precautions change for this reader, grouped by how strongly, and what is open now.

use super::document::{Card, Role, Sentence};
use super::guidance::{own_sign_lines, red_flag_lines, telling};
use super::passage::{on_card, passage};
use super::precaution::{advice, limits};
use super::scope::Scope;
use super::words::{NO_WAY_LEFT, level_role, level_word, verdict_word};
use guide::index::{PointRow, PracticeRow};
use guide::model::{Kind, Level};
use guide::screening::{Passage, Verdict};

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

    /// Entries under one word that share their reasons, together.
    fn groups(&self, word: &str) -> Vec<(Vec<&str>, &Verdict<'c>)> {
        let mut groups: Vec<(Vec<&str>, &Verdict<'c>)> = Vec::new();
        for verdict in self.verdicts().filter(|verdict| verdict_word(verdict) == Some(word)) {
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
pub fn personal_card(scope: &Scope<'_>, personal: &Personal<'_>) -> Card {
    let declared = scope.reader.precautions();
    let mut card = Card { red_flags: red_flag_lines(scope, &["leg"]), ..Card::titled("For you", "") };
    card.red_flags.extend(own_sign_lines(scope));
    card.title.also = declared.iter().map(|precaution| scope.in_week(precaution, &precaution.title)).collect();
    let [avoid, ask, adapt] = [Level::Avoid, Level::Ask, Level::Adapt].map(level_word);
    for word in [avoid, ask, NO_WAY_LEFT, adapt] {
        let groups = personal.groups(word);
        if !groups.is_empty() {
            card.section(word, "");
        }
        for (entries, verdict) in groups {
            group(scope, &entries, verdict, &mut card);
        }
    }
    for precaution in declared {
        card.section(&format!("To know: {}", precaution.title), "");
        card.tell_all(scope.sentences(advice(scope, precaution)));
    }
    open_now(scope, personal, &mut card);
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
            for limit in rule.limit.iter().flat_map(|limit| limits(scope, limit)) {
                push_new(&mut held, limit);
            }
        }
        if let (Some(whom), Some(what), true) = (&rule.ask_whom, &rule.ask_what, verdict.asks(finding)) {
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
fn open_now(scope: &Scope<'_>, personal: &Personal<'_>, card: &mut Card) {
    card.section("Open now", "");
    card.say(Role::Neutral, "No rule here speaks against", personal.open(scope));
    for section in &scope.catalogue.manifest().open_to_everyone {
        let sentences = match passage(scope, section) {
            None => scope.sentences(&section.claims),
            Some((_, Passage::Told(claims))) => scope.sentences(claims),
            Some((target, Passage::OnCard)) => vec![on_card(scope, target)],
            Some((_, Passage::LeftOut)) => Vec::new(),
        };
        for sentence in sentences {
            card.tell(Sentence { text: format!("- {}", sentence.text), ..sentence });
        }
    }
}
