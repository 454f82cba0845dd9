//! Every dispute of the guide, and what its claims stand on.

use super::document::{Block, Card, fact};
use super::scope::Scope;
use super::table::List;
use super::words::typed;
use guide::index::ClaimCount;
use guide::model::{Basis, Dispute, Grade, Target};
use guide::screening::DisputeText;
use guide::text::counted;

/// A dispute with the entry to which it belongs.
pub type Disputed<'d> = (Target<'d>, &'d Dispute, Option<DisputeText<'d>>);

/// Disputes, a line for each voice. Those that tell how to press stay with the entry, which knows the reader's limits.
pub fn dispute_list(scope: &Scope<'_>, disputes: &[Disputed<'_>]) -> List {
    let one = disputes.first().map(|(entry, ..)| typed(&format!("sciatica show {} --full", entry.id)));
    let mut list = List::new(&["Entry", "They say", "This guide"], "Entry", &[]);
    list.next.extend(one.map(|one| format!("{one}: the same with its reasons")));
    for (entry, dispute, text) in disputes {
        let about = dispute.about.words();
        let untold = || format!("about the {about}: told with the entry");
        let voices: Vec<(String, &str)> = match text {
            Some(text) => text.says.iter().map(|said| (scope.source_name(&said.source), said.text.as_str())).collect(),
            None => vec![(untold(), "")],
        };
        let shown = text.as_ref().map_or("", |text| text.shown);
        for (who, says) in voices {
            let said = if says.is_empty() { who.clone() } else { format!("{who}: {says}") };
            list.add(
                [entry.id.into(), said.into(), shown.into()],
                &[entry.kind.id(), entry.id, about, &who, says, shown],
            );
        }
    }
    list
}

/// How the claims are spread over bases and grades.
pub fn summary_card(counts: &[ClaimCount]) -> Card {
    let all: usize = counts.iter().map(|count| count.claims).sum();
    let mut card = Card::titled("What the guide stands on", &counted(all, "claim"));
    let share = |label: &str, words: &str, wanted: &dyn Fn(&ClaimCount) -> bool| {
        let claims: usize = counts.iter().filter(|count| wanted(count)).map(|count| count.claims).sum();
        let percent = (claims * 100 + all / 2).checked_div(all).unwrap_or_default();
        fact(label, format!("{claims} ({percent} %){words}"))
    };
    card.section("By the best grade of their sources", "");
    let of_grade =
        |grade: &Grade| share(grade.id(), &format!(", {}", grade.words()), &|count| count.grade == Some(*grade));
    let ours = share("None", ", our judgement", &|count| count.grade.is_none());
    card.body.push(Block::Facts(Grade::ALL.iter().map(of_grade).chain([ours]).collect()));
    card.section("By their basis", "");
    let bases = Basis::ALL.iter().map(|basis| share(basis.words(), "", &|count| count.basis == *basis));
    card.body.push(Block::Facts(bases.collect()));
    card
}
