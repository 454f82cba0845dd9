//! Lists: tables on a terminal, a line an entry in a pipe.

use super::Scope;
use super::document::{Cell, List, Role};
use super::words::{level_role, level_word};
use crate::catalogue::{PointRow, PracticeRow, PrecautionRow, RedFlagRow, SourceRow, TopicRow, Urgency};
use crate::query::{Found, Stance};
use crate::screening::{Level, Verdict};

/// Points as this reader may use them.
pub fn points(scope: &Scope<'_>, points: &[(PointRow<'_>, Verdict<'_>)]) -> List {
    let screened = scope.reader_has_limits();
    let manifest = scope.catalogue.manifest();
    let mut list = List {
        columns: if screened {
            vec!["For you", "Code", "Name", "Where", "Why"]
        } else {
            vec!["Code", "Name", "English", "Where"]
        },
        next: vec!["sciatica show CODE: where it is, how to press it, and who must not".to_owned()],
        ..List::default()
    };
    for (row, verdict) in points {
        let area = manifest.area_title(row.area);
        let reason = reason(scope, verdict);
        list.rows.push(if screened {
            let why = shorts(scope, verdict).join(", ");
            vec![level_cell(verdict.level), row.code.into(), row.pinyin.into(), area.into(), why.into()]
        } else {
            [row.code, row.pinyin, row.english, area].into_iter().map(Cell::from).collect()
        });
        let level = verdict.level.map_or("", Level::id);
        list.piped.push([level, row.code, row.pinyin, row.region, row.area, &reason].map(str::to_owned).to_vec());
    }
    list
}

/// Stretches or techniques as this reader may use them.
pub fn practices(scope: &Scope<'_>, practices: &[(PracticeRow<'_>, Verdict<'_>)]) -> List {
    let screened = scope.reader_has_limits();
    let mut list = List {
        columns: if screened { vec!["For you", "Id", "What it is", "Why"] } else { vec!["Id", "What it is", "Where"] },
        next: vec!["sciatica show ID: how to do it, how long, and who must not".to_owned()],
        ..List::default()
    };
    for (row, verdict) in practices {
        list.rows.push(if screened {
            let why = shorts(scope, verdict).join(", ");
            vec![level_cell(verdict.level), row.id.into(), row.title.into(), why.into()]
        } else {
            vec![row.id.into(), row.title.into(), row.regions.replace(',', ", ").into()]
        });
        let level = verdict.level.map_or("", Level::id);
        let reason = reason(scope, verdict);
        list.piped.push([level, row.id, row.title, row.regions, &reason].map(str::to_owned).to_vec());
    }
    list
}

/// Red flags, in the order given.
pub fn red_flags(rows: &[RedFlagRow<'_>]) -> List {
    let mut list = List {
        columns: vec!["How fast", "Id", "The sign"],
        next: vec![
            "sciatica check: the same as questions, in short groups".to_owned(),
            "sciatica show ID: what it may mean, and what to do".to_owned(),
        ],
        ..List::default()
    };
    for row in rows {
        let words = Urgency::parse(row.urgency).map(Urgency::words).unwrap_or_default().to_uppercase();
        list.rows.push(vec![Cell { text: words, role: Role::RedFlag }, row.id.into(), row.short.into()]);
        list.piped.push([row.urgency, row.id, row.short, row.question].map(str::to_owned).to_vec());
    }
    list
}

/// Topics.
pub fn topics(rows: &[TopicRow<'_>]) -> List {
    let mut list =
        List { columns: vec!["Id", "Page", "About"], next: vec!["sciatica learn ID".to_owned()], ..List::default() };
    for row in rows {
        list.rows.push(vec![row.id.into(), row.title.into(), row.about.into()]);
        list.piped.push([row.id, row.title, row.about].map(str::to_owned).to_vec());
    }
    list
}

/// What a search found, best first.
pub fn hits(found: &Found<'_>) -> List {
    let mut list = List { columns: vec!["Entry", "What it is", "Here", "The line"], ..List::default() };
    if !found.unknown.is_empty() {
        list.next.push(format!("Nowhere: {}", found.unknown.join(", ")));
    }
    if found.more > 0 {
        list.next.push(format!("{} more: add a word to narrow it down.", found.more));
    }
    list.next.push("sciatica show ENTRY".to_owned());
    for hit in &found.hits {
        let level = hit.verdict.as_ref().and_then(|verdict| verdict.level);
        let here = match (level, hit.stance) {
            (Some(level), _) => level_cell(Some(level)),
            (None, Stance::Disputed) => Cell { text: "NOT SHARED".to_owned(), role: Role::Adapt },
            (None, _) => hit.entry.kind.id().into(),
        };
        let line = match (&hit.line, hit.stance) {
            (Some(line), _) => line.as_ref(),
            (None, Stance::Disputed) => "others say how to; this guide says it otherwise",
            (None, _) => "told with the entry, within your limits",
        };
        list.rows.push(vec![hit.entry.id.into(), hit.title.into(), here, line.into()]);
        let level = level.map_or("", Level::id);
        let kind = hit.entry.kind.id();
        list.piped.push([level, kind, hit.entry.id, hit.title, hit.stance.id(), line].map(str::to_owned).to_vec());
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

fn level_cell(level: Option<Level>) -> Cell {
    match level {
        Some(level) => Cell { text: level_word(level).to_owned(), role: level_role(level) },
        None => Cell { text: "no rule".to_owned(), role: Role::Neutral },
    }
}

/// Why the strongest rule holds.
fn reason(scope: &Scope<'_>, verdict: &Verdict<'_>) -> String {
    let strongest = verdict.findings.first().and_then(|finding| scope.reader.words_of(finding));
    strongest.map(|(precaution, rule)| format!("{}: {}", precaution.short, rule.because.text)).unwrap_or_default()
}

/// Precautions, with how strongly each holds.
pub fn precautions(rows: &[(PrecautionRow<'_>, Option<Level>)]) -> List {
    let mut list = List {
        columns: vec!["Declare it", "Strongest", "What it is"],
        next: vec![
            "sciatica precautions ID: its question, advice and rules".to_owned(),
            "sciatica precautions --with ID,ID: what that changes for you".to_owned(),
        ],
        ..List::default()
    };
    for (row, level) in rows {
        let level_cell = match (row.red_flag, level) {
            (Some(_), _) => Cell { text: "GET HELP".to_owned(), role: Role::RedFlag },
            (None, Some(level)) => level_cell(Some(*level)),
            (None, None) => Cell { text: "advice".to_owned(), role: Role::Neutral },
        };
        list.rows.push(vec![row.id.into(), level_cell, row.title.into()]);
        let level = level.map_or("", Level::id);
        list.piped.push(
            [level, row.id, row.title, row.red_flag.unwrap_or_default(), row.aliases].map(str::to_owned).to_vec(),
        );
    }
    list
}

/// Sources, with what cites them.
pub fn sources(rows: &[SourceRow<'_>]) -> List {
    let mut list = List {
        columns: vec!["Grade", "Id", "What it is", "Cited by"],
        next: vec!["sciatica sources ID: what was read of it, and when".to_owned()],
        ..List::default()
    };
    for row in rows {
        let cited_by = row.cited_by.replace(',', ", ");
        list.rows.push(vec![row.grade.into(), row.id.into(), row.title.into(), cited_by.into()]);
        list.piped
            .push([row.grade, row.id, row.short, row.document, row.title, row.cited_by].map(str::to_owned).to_vec());
    }
    list
}
