//! Lists: tables on a terminal, a line an entry in a pipe.

use super::document::{Cell, List, Role};
use super::scope::Scope;
use super::words::{level_role, level_word, urgency_word, verdict_word};
use guide::index::{PointRow, PracticeRow, PrecautionRow, RedFlagRow, SourceRow, TopicRow};
use guide::model::Level;
use guide::query::{Found, Stance};
use guide::screening::Verdict;

/// Points as this reader may use them.
pub fn point_list(scope: &Scope<'_>, points: &[(PointRow<'_>, Verdict<'_>)]) -> List {
    const NEXT: &str = "sciatica show CODE: where it is, how to press it, and who must not";
    let screened = scope.reader_has_limits();
    let mut list = if screened {
        List::new(&["For you", "Code", "Name", "Where", "Why"], &[NEXT])
    } else {
        List::new(&["Code", "Name", "English", "Where"], &[NEXT])
    };
    for (row, verdict) in points {
        let area = scope.catalogue.manifest().area_title(row.area);
        let cells = if screened {
            vec![verdict_cell(verdict), row.code.into(), row.pinyin.into(), area.into(), why(scope, verdict)]
        } else {
            [row.code, row.pinyin, row.english, area].map(Cell::from).into()
        };
        let reason = reason(scope, verdict);
        list.add(cells, &[level_id(verdict.level), row.code, row.pinyin, row.region, row.area, &reason]);
    }
    list
}

/// Stretches or techniques as this reader may use them.
pub fn practice_list(scope: &Scope<'_>, practices: &[(PracticeRow<'_>, Verdict<'_>)]) -> List {
    const NEXT: &str = "sciatica show ID: how to do it, how long, and who must not";
    let screened = scope.reader_has_limits();
    let mut list = if screened {
        List::new(&["For you", "Id", "What it is", "Why"], &[NEXT])
    } else {
        List::new(&["Id", "What it is", "Where"], &[NEXT])
    };
    for (row, verdict) in practices {
        let cells = if screened {
            vec![verdict_cell(verdict), row.id.into(), row.title.into(), why(scope, verdict)]
        } else {
            vec![row.id.into(), row.title.into(), row.regions.join(", ").into()]
        };
        let reason = reason(scope, verdict);
        list.add(cells, &[level_id(verdict.level), row.id, row.title, &row.regions.join(","), &reason]);
    }
    list
}

/// Red flags, in the order given.
pub fn red_flag_list(rows: &[RedFlagRow<'_>]) -> List {
    let questions = "sciatica check: the same as questions, in short groups";
    let next = [questions, "sciatica show ID: what it may mean, and what to do"];
    let mut list = List::new(&["How fast", "Id", "The sign"], &next);
    for row in rows {
        let urgency = Cell::of(Role::RedFlag, urgency_word(row.urgency));
        list.add([urgency, row.id.into(), row.short.into()], &[row.urgency.id(), row.id, row.short, row.question]);
    }
    list
}

/// Topics.
pub fn topic_list(rows: &[TopicRow<'_>]) -> List {
    let mut list = List::new(&["Id", "Page", "About"], &["sciatica learn ID"]);
    for row in rows {
        let columns = [row.id, row.title, row.about];
        list.add(columns.map(Cell::from), &columns);
    }
    list
}

/// What a search found, best first.
pub fn hit_list(found: &Found<'_>) -> List {
    let mut list = List::new(&["Entry", "What it is", "Here", "The line"], &[]);
    if !found.unknown.is_empty() {
        list.next.push(format!("Nowhere: {}", found.unknown.join(", ")));
    }
    if found.more > 0 {
        list.next.push(format!("{} more: add a word to narrow it down.", found.more));
    }
    list.next.push("sciatica show ENTRY".to_owned());
    for hit in &found.hits {
        let level = hit.verdict.as_ref().and_then(|verdict| verdict.level);
        let kind = hit.entry.kind.id();
        let here = match (hit.verdict.as_ref().filter(|verdict| verdict.level.is_some()), hit.stance) {
            (Some(verdict), _) => verdict_cell(verdict),
            (None, Stance::Disputed) => Cell::of(Role::Adapt, "NOT SHARED"),
            (None, _) => kind.into(),
        };
        let line = match (&hit.line, hit.stance) {
            (Some(line), _) => line.as_ref(),
            (None, Stance::Disputed) => "others say how to; this guide says it otherwise",
            (None, _) if hit.verdict.as_ref().is_some_and(|it| it.withheld) => "withheld for what you told us",
            (None, _) => "told there, as far as it is for you",
        };
        let cells = [hit.entry.id.into(), hit.title.into(), here, line.into()];
        list.add(cells, &[level_id(level), kind, hit.entry.id, hit.title, hit.stance.id(), line]);
    }
    list
}

/// Precautions, with how strongly each holds.
pub fn precaution_list(rows: &[(PrecautionRow<'_>, Option<Level>)]) -> List {
    let one = "sciatica precautions ID: its question, advice and rules";
    let next = [one, "sciatica precautions --with ID,ID: what that changes for you"];
    let mut list = List::new(&["Declare it", "Strongest", "What it is"], &next);
    for (row, level) in rows {
        let strongest = match (row.red_flag, level) {
            (Some(_), _) => Cell::of(Role::RedFlag, "GET HELP"),
            (None, Some(level)) => level_cell(Some(*level)),
            (None, None) => "advice".into(),
        };
        let red_flag = row.red_flag.unwrap_or_default();
        let piped = [level_id(*level), row.id, row.title, red_flag, &row.aliases.join(", ")];
        list.add([row.id.into(), strongest, row.title.into()], &piped);
    }
    list
}

/// Sources, with what cites them.
pub fn source_list(rows: &[SourceRow<'_>]) -> List {
    let next = ["sciatica sources ID: what was read of it, and when"];
    let mut list = List::new(&["Grade", "Id", "What it is", "Cited by"], &next);
    for row in rows {
        let grade = row.grade.id();
        let piped = [grade, row.id, row.short, row.document.id(), row.title, &row.cited_by.join(",")];
        list.add([grade, row.id, row.title, &row.cited_by.join(", ")].map(Cell::from), &piped);
    }
    list
}

/// The precautions that speak, the strongest first, each once.
pub(super) fn shorts<'s>(scope: &'s Scope<'_>, verdict: &Verdict<'_>) -> Vec<&'s str> {
    let mut shorts = Vec::new();
    for (precaution, _) in verdict.findings.iter().filter_map(|finding| scope.reader.words_of(finding)) {
        if !shorts.contains(&precaution.short.as_str()) {
            shorts.push(precaution.short.as_str());
        }
    }
    shorts
}

fn why(scope: &Scope<'_>, verdict: &Verdict<'_>) -> Cell {
    shorts(scope, verdict).join(", ").into()
}

fn verdict_cell(verdict: &Verdict<'_>) -> Cell {
    let role = verdict.level.map_or(Role::Neutral, level_role);
    verdict_word(verdict).map_or_else(|| level_cell(None), |word| Cell::of(role, word))
}

fn level_cell(level: Option<Level>) -> Cell {
    level.map_or_else(|| "no rule".into(), |level| Cell::of(level_role(level), level_word(level)))
}

fn level_id(level: Option<Level>) -> &'static str {
    level.map_or("", Level::id)
}

/// Why the strongest rule of ours holds, and behind it the strongest that was added.
fn reason(scope: &Scope<'_>, verdict: &Verdict<'_>) -> String {
    let strongest = [false, true].map(|added| verdict.findings.iter().find(|finding| finding.rule.added == added));
    let words = strongest.into_iter().flatten().filter_map(|finding| scope.reader.words_of(finding));
    let reasons: Vec<String> =
        words.map(|(precaution, rule)| format!("{}: {}", precaution.short, rule.because.text)).collect();
    reasons.join(" ")
}
