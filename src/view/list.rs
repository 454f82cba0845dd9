//! Lists: tables on a terminal, a line an entry in a pipe.

use super::Scope;
use super::document::{Cell, List, Role};
use super::words::{level_role, level_word};
use crate::catalogue::{PointRow, PrecautionRow, SourceRow};
use crate::screening::{Level, Verdict};

/// Points as this reader may use them.
pub fn points(scope: &Scope<'_>, points: &[(PointRow<'_>, Verdict<'_>)]) -> List {
    let screened = !scope.reader.profile().declared().is_empty();
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

/// The precautions that speak, the strongest first, each once.
fn shorts<'s>(scope: &'s Scope<'_>, verdict: &Verdict<'_>) -> Vec<&'s str> {
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
