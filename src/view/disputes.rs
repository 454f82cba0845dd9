//! Every dispute of the guide, and what its claims stand on.

use super::Scope;
use super::document::{Block, Card, Cell, List, Role, Sentence, Title};
use crate::catalogue::{Basis, ClaimCount, Dispute, Grade, Target};
use crate::error::counted;
use crate::screening::DisputeText;

/// A dispute with the entry to which it belongs.
pub type Disputed<'d> = (Target<'d>, &'d Dispute, Option<DisputeText<'d>>);

/// Disputes, a line for each voice. Those that tell how to press stay with the entry, which knows the reader's limits.
pub fn list(scope: &Scope<'_>, disputes: &[Disputed<'_>]) -> List {
    let mut list = List {
        columns: vec!["Entry", "They say", "This guide"],
        next: vec!["sciatica show ENTRY --full: the same with its reasons".to_owned()],
        ..List::default()
    };
    for (entry, dispute, text) in disputes {
        let about = dispute.about.word();
        let untold = || format!("about the {about}: told with the entry");
        let voices: Vec<(String, &str)> = match text {
            Some(text) => text.says.iter().map(|said| (scope.source_name(&said.source), said.text.as_str())).collect(),
            None => vec![(untold(), "")],
        };
        let shown = text.as_ref().map_or("", |text| text.shown);
        for (who, says) in voices {
            let said = if says.is_empty() { who.clone() } else { format!("{who}: {says}") };
            list.rows.push(vec![entry.id.into(), Cell { text: said, role: Role::Neutral }, shown.into()]);
            list.piped.push([entry.kind.id(), entry.id, about, &who, says, shown].map(str::to_owned).to_vec());
        }
    }
    list
}

/// How the claims are spread over bases and grades.
pub fn summary_card(counts: &[ClaimCount<'_>]) -> Card {
    let all: usize = counts.iter().map(|count| count.claims).sum();
    let mut card = Card {
        title: Title { name: "What the guide stands on".to_owned(), also: Vec::new(), aside: counted(all, "claim") },
        ..Card::default()
    };
    let share = |label: &str, words: &str, claims: usize| {
        let percent = (claims * 100 + all / 2).checked_div(all).unwrap_or_default();
        (label.to_owned(), vec![Sentence::from(format!("{claims} ({percent} %){words}"))])
    };
    let sum = |wanted: &dyn Fn(&ClaimCount<'_>) -> bool| {
        counts.iter().filter(|count| wanted(count)).map(|count| count.claims).sum::<usize>()
    };
    card.section("By the best grade of their sources", "");
    let grades = Grade::ALL
        .iter()
        .map(|grade| share(grade.id(), &format!(", {}", grade.words()), sum(&|count| count.grade == grade.id())));
    let ours = share("None", ", our judgement", sum(&|count| count.grade.is_empty()));
    card.body.push(Block::Facts(grades.chain([ours]).collect()));
    card.section("By their basis", "");
    let bases = Basis::ALL.iter().map(|basis| share(basis.words(), "", sum(&|count| count.basis == basis.id())));
    card.body.push(Block::Facts(bases.collect()));
    card
}
