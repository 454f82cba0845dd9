//! What the declared precautions change for this reader, grouped by how strongly, and what is open now.

use super::Scope;
use super::document::{Block, Card, Role, Sentence, Title};
use super::guidance::{red_flag_lines, telling};
use super::precaution::limits;
use super::words::{level_role, level_word};
use crate::catalogue::{Claim, Kind, PointRow, PracticeRow};
use crate::screening::{Level, Verdict};

/// Points, stretches and techniques with their verdicts.
pub struct Personal<'c> {
    points: Vec<(PointRow<'c>, Verdict<'c>)>,
    practices: Vec<(PracticeRow<'c>, Verdict<'c>)>,
}

impl<'c> Personal<'c> {
    /// Judges every entry with how-to for this reader: points in the order of the body, then stretches, then techniques.
    pub fn new(scope: &Scope<'c>) -> Self {
        let index = scope.catalogue.index();
        let judged = |row: PointRow<'c>| (row, scope.reader.judge(&row.facets()));
        let mut points: Vec<_> = index.points().map(judged).collect();
        points.sort_by_key(|(row, _)| (row.rank, row.code));
        let practices = [Kind::Stretch, Kind::Technique].into_iter().flat_map(|kind| index.practices(kind));
        let practices = practices.map(|row| (row, scope.reader.judge(&row.facets()))).collect();
        Self { points, practices }
    }

    /// The points with their verdicts.
    pub fn points(&self) -> &[(PointRow<'c>, Verdict<'c>)] {
        &self.points
    }

    /// The stretches and techniques with their verdicts.
    pub fn practices(&self) -> &[(PracticeRow<'c>, Verdict<'c>)] {
        &self.practices
    }

    fn verdicts(&self) -> impl Iterator<Item = &Verdict<'c>> {
        self.points.iter().map(|(_, verdict)| verdict).chain(self.practices.iter().map(|(_, verdict)| verdict))
    }

    /// Entries of one level that share their reasons, together.
    fn groups(&self, level: Level) -> Vec<(Vec<&str>, &Verdict<'c>)> {
        let mut groups: Vec<(Vec<&str>, &Verdict<'c>)> = Vec::new();
        for verdict in self.verdicts().filter(|verdict| verdict.level == Some(level)) {
            match groups.iter_mut().find(|(_, known)| same_reasons(known, verdict)) {
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

fn same_reasons(one: &Verdict<'_>, other: &Verdict<'_>) -> bool {
    let keys = |verdict: &Verdict<'_>| -> Vec<(String, usize)> {
        telling(verdict).map(|finding| (finding.rule.precaution.to_owned(), finding.rule.number)).collect()
    };
    one.withheld == other.withheld && keys(one) == keys(other)
}

/// The personal page.
pub fn card(scope: &Scope<'_>, personal: &Personal<'_>, open_to_everyone: &[Claim]) -> Card {
    let declared = scope.reader.precautions();
    let titles = declared.iter().map(|precaution| precaution.title.clone()).collect();
    let mut card = Card {
        title: Title { name: "For you".to_owned(), also: titles, aside: String::new() },
        red_flags: red_flag_lines(scope, "leg"),
        ..Card::default()
    };
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
        card.body.extend(scope.sentences(&precaution.advice).into_iter().map(Block::Text));
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
    let open = personal.open(scope);
    if !open.is_empty() {
        card.say(Role::Neutral, "No rule here speaks against", open);
    }
    card.body.extend(scope.sentences(open_to_everyone).into_iter().map(|mut sentence| {
        sentence.text.insert_str(0, "- ");
        Block::Text(sentence)
    }));
}
