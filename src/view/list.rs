//! Lists: tables on a terminal, a line an entry in a pipe.

use super::guidance::UNDECLARED;
use super::role::Role;
use super::scope::{Scope, commands_whole};
use super::table::{Cell, List};
use super::words::{OPEN, command_to, level_role, level_word, typed, urgency_role, urgency_word, verdict_word};
use guide::index::{PointRow, PracticeRow, PrecautionRow, RedFlagRow, SourceRow, TopicRow};
use guide::model::{Kind, Level, MARK, Position, Reach, Theme, Tool};
use guide::query::{Found, Hit, Stance};
use guide::screening::Verdict;
use guide::text::{NO_BREAK, put_in_order, stems_held};

/// Points as this reader may use them.
pub fn point_list(scope: &Scope<'_>, points: &[(PointRow<'_>, Verdict<'_>)]) -> List {
    let screened = scope.reader_has_limits();
    let columns: &[&str] =
        if screened { &["For you", "Code", "Name", "Where", "Why"] } else { &["Code", "Name", "English", "Where"] };
    let mut list = List::new(columns, "Code", &[]);
    list.next = next_of(scope, points.iter().map(|(row, _)| row.code), "where it is, how to press it, who must not");
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

/// Stretches or techniques: what this reader may do stands first; for somebody who declared nothing, by what they need.
pub fn practice_list(scope: &Scope<'_>, practices: &[(PracticeRow<'_>, Verdict<'_>)]) -> List {
    let screened = scope.reader_has_limits();
    let columns: &[&str] = if screened {
        &["For you", "What it is", "Id", "Why"]
    } else {
        &["What you need", "What it is", "Id", "Where"]
    };
    let mut list = List::new(columns, "Id", &[]).grouped();
    let mut in_order: Vec<&(PracticeRow<'_>, Verdict<'_>)> = practices.iter().collect();
    in_order.sort_by_key(|(row, verdict)| (screened.then_some((verdict.level, verdict.withheld)), need(row)));
    list.next = next_of(scope, in_order.iter().map(|(row, _)| row.id), "how to do it, how long, who must not");
    for (row, verdict) in in_order {
        let (group, beside) = if screened {
            (verdict_cell(verdict), why(scope, verdict))
        } else {
            (need(row).words().into(), row.regions.join(", ").into())
        };
        list.rows.push(vec![group, row.title.into(), row.id.into(), beside]);
    }
    list.piped.extend(practices.iter().map(|(row, verdict)| {
        let reason = reason(scope, verdict);
        [level_id(verdict.level), row.id, row.title, &row.regions.join(","), &reason].map(str::to_owned).into()
    }));
    list
}

/// The first entry that is ours: a command cannot bear the mark of what was added.
fn first_of_ours<'e>(scope: &Scope<'_>, mut ids: impl Iterator<Item = &'e str>) -> Option<&'e str> {
    ids.find(|id| scope.catalogue.told(id) == *id)
}

/// How a list of entries goes on: with one of them, and with what may apply to a reader of whom nothing is known.
fn next_of<'e>(scope: &Scope<'_>, ids: impl Iterator<Item = &'e str>, tells: &str) -> Vec<String> {
    let shown = first_of_ours(scope, ids).map(|id| format!("{}: {tells}", scope.with_declared(&command_to(id))));
    let undeclared = (!scope.reader.profile().was_asked()).then(|| UNDECLARED.to_owned());
    shown.into_iter().chain(undeclared).collect()
}

/// What is needed for a stretch or technique, by the easiest of its ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    Standing,
    Chair,
    Floor,
    Hands,
    Ball,
    Partner,
}

impl Need {
    fn words(self) -> &'static str {
        match self {
            Self::Standing => "Standing",
            Self::Chair => "A chair",
            Self::Floor => "A bed or mat",
            Self::Hands => "Your hands",
            Self::Ball => "A ball or roller",
            Self::Partner => "Somebody to help",
        }
    }
}

fn need(row: &PracticeRow<'_>) -> Need {
    let ways = row.facets().ways.into_iter().map(|way| match (way.reach, way.tool) {
        (Some(Reach::Partner), _) => Need::Partner,
        (_, Some(Tool::SoftBall | Tool::FootRoller)) => Need::Ball,
        (_, Some(_)) => Need::Hands,
        _ if way.positions.contains(&Position::Standing) => Need::Standing,
        _ if way.positions.contains(&Position::Sitting) => Need::Chair,
        _ => Need::Floor,
    });
    ways.min().unwrap_or(Need::Floor)
}

/// Red flags, in the order given, under how fast to get help.
pub fn red_flag_list(rows: &[RedFlagRow<'_>]) -> List {
    let questions = typed("sciatica check");
    let one = rows.first().map(|row| command_to(row.id)).unwrap_or_default();
    let next = [format!("{one}: what it may mean, and what to do"), format!("{questions}: the same as questions")];
    let mut list = List::new(&["How fast", "The sign", "Id"], "Id", &next.each_ref().map(String::as_str)).grouped();
    for row in rows {
        let urgency = Cell::of(urgency_role(row.urgency), urgency_word(row.urgency));
        list.add([urgency, row.short.into(), row.id.into()], &[row.urgency.id(), row.id, row.short, row.question]);
    }
    list
}

/// Topics, under what a reader wants of them.
pub fn topic_list(rows: &[TopicRow<'_>]) -> List {
    let mut list = List::new(&["What you want", "Id", "About"], "Id", &[]).grouped();
    let mut sorted: Vec<&TopicRow<'_>> = rows.iter().collect();
    put_in_order(&mut sorted, |row| (row.theme.map_or(u64::MAX, |theme| theme as u64), ""));
    list.next
        .extend(sorted.first().map(|row| format!("{}: to read one", typed(&format!("sciatica learn {}", row.id)))));
    for row in sorted {
        let theme = row.theme.map_or("More pages", Theme::words);
        list.rows.push(vec![theme.into(), row.id.into(), row.about.into()]);
    }
    list.piped.extend(rows.iter().map(|row| [row.id, row.title, row.about].map(str::to_owned).into()));
    list
}

/// Hits that fit a screen, with what stands beside them.
const SHORT_OF_HITS: usize = 6;

/// What a search found, best first; on a terminal the first few, unless `all` are asked for.
pub fn hit_list(scope: &Scope<'_>, found: &Found<'_>, all: bool) -> List {
    let mut list = List::new(&["Entry", "Kind", "What it says"], "Entry", &[]);
    list.marked.clone_from(&found.terms);
    let shown = if all { found.hits.len() } else { SHORT_OF_HITS };
    for (place, hit) in found.hits.iter().enumerate() {
        let level = hit.verdict.as_ref().and_then(|verdict| verdict.level);
        let kind = hit.entry.kind.id();
        if place < shown {
            list.rows.push(vec![hit.entry.id.into(), here(hit), what_it_says(hit, &found.terms).into()]);
        }
        let line = hit.line.as_deref().unwrap_or_else(|| untold(hit));
        let piped = [level_id(level), kind, hit.entry.id, hit.title, hit.stance.id(), line];
        list.piped.push(piped.map(str::to_owned).into());
    }
    list.before.extend(found.correction());
    if !found.unknown.is_empty() {
        list.next.push(format!("Nowhere: {}", found.unknown.join(", ")));
    }
    let more = found.more + found.hits.len().saturating_sub(shown);
    list.next.extend((more > 0).then(|| format!("{more} more: the same with --all")));
    list.next.extend(
        first_of_ours(scope, found.hits.iter().map(|hit| hit.entry.id))
            .map(|id| format!("To read one: {}", scope.with_declared(&command_to(id)))),
    );
    list
}

/// The level of an entry with limits, what the guide makes of what somebody else says, or the kind of entry.
fn here(hit: &Hit<'_>) -> Cell {
    match (hit.verdict.as_ref().filter(|verdict| verdict.level.is_some()), hit.urgency, hit.stance) {
        (Some(verdict), ..) => verdict_cell(verdict),
        (None, Some(urgency), _) => Cell::of(urgency_role(urgency), urgency_word(urgency)),
        (None, None, Stance::Disputed) => Cell::of(Role::Adapt, "NOT SHARED"),
        (None, None, _) if hit.entry.kind == Kind::Topic => "page".into(),
        (None, None, _) => hit.entry.kind.words().into(),
    }
}

/// The title, and the line where that says more than it.
fn what_it_says(hit: &Hit<'_>, terms: &[String]) -> String {
    // Of a sign the kind says how fast to get help, and its card what to do.
    if hit.urgency.is_some() {
        return hit.title.to_owned();
    }
    let Some(line) = hit.line.as_ref().map(|line| commands_whole(line.to_string())) else {
        return format!("{}: {}", hit.title, untold(hit));
    };
    if hit.entry.kind == Kind::NotCovered {
        return format!("{}: {line}", hit.title);
    }
    let speaks = |text: &str| stems_held(text, terms) > 0;
    match hit.named_by.as_deref() {
        // Of its names, the title is enough.
        Some(_) if speaks(hit.title) => hit.title.to_owned(),
        Some(name) => format!("{} ({})", hit.title, name.replace('-', " ")),
        None => match sentence_with(&line, speaks) {
            Some(sentence) if sentence != hit.title => format!("{}: {sentence}", hit.title),
            _ => hit.title.to_owned(),
        },
    }
}

/// The first sentence of a line that speaks of what was asked, or else the first. No command: it would be one to type,
/// without what was declared.
fn sentence_with(line: &str, speaks: impl Fn(&str) -> bool) -> Option<String> {
    let is_command = |sentence: &&str| sentence.replace(NO_BREAK, " ").contains("sciatica ");
    let told = || line.split_inclusive(". ").map(str::trim_end).filter(|it| !is_command(it));
    let sentence = told().find(|sentence| speaks(sentence)).or_else(|| told().next())?;
    let before = if line.starts_with(sentence) { "" } else { "… " };
    // The mark of what was added stands behind the last sentence.
    let mark = if line.ends_with(MARK) && !sentence.ends_with(MARK) { MARK } else { "" };
    Some(format!("{before}{sentence} {mark}").trim_end().to_owned())
}

fn untold(hit: &Hit<'_>) -> &'static str {
    match hit.stance {
        Stance::Disputed => "others say how to; this guide says it otherwise",
        _ if hit.verdict.as_ref().is_some_and(|it| it.withheld) => "withheld for what you told us",
        _ => "told there, as far as it is for you",
    }
}

/// Precautions, with how strongly each holds.
pub fn precaution_list(rows: &[(PrecautionRow<'_>, Option<Level>)]) -> List {
    let next = rows.iter().find(|(row, _)| row.red_flag.is_none()).map(|(row, _)| {
        let one = typed(&format!("sciatica precautions {}", row.id));
        let yours = typed(&format!("sciatica precautions --with {}", row.id));
        [format!("{yours}: what you may do today"), format!("{one}: what it changes, and what to know")]
    });
    let mut list = List::new(&["Declare it", "Strongest", "What it is"], "Declare it", &[]);
    list.next.extend(next.into_iter().flatten());
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
    let one = rows.first().map(|row| typed(&format!("sciatica sources {}", row.id)));
    let mut list = List::new(&["Grade", "Id", "What it is", "Cited by"], "Id", &[]);
    list.next.extend(one.map(|one| format!("{one}: what was read of it, and when")));
    for row in rows {
        let grade = row.grade.id();
        let piped = [grade, row.id, row.short, row.document.id(), row.title, &row.cited_by.join(",")];
        let cited_by = match row.cited_by.as_slice() {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first, ..] => format!("{first} and others"),
        };
        list.add([grade, row.id, row.title, &cited_by].map(Cell::from), &piped);
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
    level.map_or_else(|| Cell::of(Role::Open, OPEN), |level| Cell::of(level_role(level), level_word(level)))
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
