//! The card of a point.

use super::Scope;
use super::document::{Block, Card, Role, Sentence, Title, labelled};
use super::words::{hold_words, level_role, level_word, per_day_words, pressure_words, span_words};
use crate::catalogue::{Manifest, Point, PointRow, RIGHT_NOW};
use crate::error::counted;
use crate::screening::{AllowedWay, Finding, Level, Limit, Permit, ScreenedPoint, Verdict};

/// The card of a point, with everything when `full`.
pub fn card(scope: &Scope<'_>, row: &PointRow<'_>, screened: &ScreenedPoint<'_>, full: bool) -> Card {
    let point = screened.point();
    let manifest = scope.catalogue.manifest();
    let mut card = Card {
        title: Title {
            name: point.code.clone(),
            also: vec![point.names.pinyin.clone(), point.names.english.first().cloned().unwrap_or_default()],
            aside: format!("{}, {}", manifest.area_title(&point.area), point.aspect.words()),
        },
        red_flags: red_flag_lines(scope, &point.region),
        level: level_lines(scope, screened),
        body: Vec::new(),
    };
    match screened.permit() {
        Some(permit) => {
            card.level.extend(touching_lines(row));
            find(scope, &permit, &mut card);
            press(scope, &permit, screened, full, &mut card);
        }
        None => withheld(scope, screened, &mut card),
    }
    evidence(scope, row, screened, full, &mut card);
    card
}

/// What comes before every how-to: the signs to get help for.
pub(super) fn red_flag_lines(scope: &Scope<'_>, region: &str) -> Vec<Block> {
    let manifest = scope.catalogue.manifest();
    let mut lines = vec![labelled(Role::RedFlag, "Get help now if", scope.sentences(&manifest.get_help))];
    if manifest.calf.regions.iter().any(|each| each == region) {
        lines.push(labelled(Role::RedFlag, "Get help today if", vec![scope.sentence(&manifest.calf.claim)]));
    }
    lines
}

fn level_lines(scope: &Scope<'_>, screened: &ScreenedPoint<'_>) -> Vec<Block> {
    let mut lines = Vec::new();
    for finding in telling(screened.verdict()) {
        let Some((precaution, rule)) = scope.reader.words_of(finding) else { continue };
        let label = format!("{} ({})", level_word(finding.level), precaution.short);
        lines.push(labelled(level_role(finding.level), &label, vec![scope.sentence(&rule.because)]));
        let asks = finding.rule.level == Level::Ask;
        if asks && !finding.cleared {
            let whom = rule.ask_whom.as_deref().unwrap_or("your doctor");
            let what = rule.ask_what.as_deref().unwrap_or("May I press here?");
            lines.push(labelled(Role::Ask, &format!("Ask {whom}"), vec![format!("\"{what}\"").into()]));
            lines.push(Block::Text(format!("Once they agree, add --cleared {}.", precaution.id).into()));
        } else if asks {
            lines.push(Block::Text(format!("They agreed, you said: --cleared {}.", precaution.id).into()));
        }
    }
    dedup(&mut lines);
    if lines.is_empty() {
        lines.push(Block::Text(no_finding(scope).into()));
    }
    lines
}

/// The findings that a reader needs. Where how-to is withheld, those that withhold it most strongly, since the rest says
/// what would hold if it were not. And where a precaution names the entry, not what it says of all entries besides.
pub(super) fn telling<'v, 'c>(verdict: &'v Verdict<'c>) -> impl Iterator<Item = &'v Finding<'c>> {
    let strong = verdict.findings.iter().filter(|it| !verdict.withheld || Some(it.level) == verdict.level);
    strong.filter(|finding| !verdict.findings.iter().any(|other| says_it_closer(other, finding)))
}

fn says_it_closer(other: &Finding<'_>, finding: &Finding<'_>) -> bool {
    let names_the_entry = |it: &Finding<'_>| !it.rule.select.entries.is_empty();
    other.rule.precaution == finding.rule.precaution
        && other.level >= finding.level
        && other.ways.is_none()
        && finding.ways.is_none()
        && names_the_entry(other)
        && !names_the_entry(finding)
}

fn dedup(lines: &mut Vec<Block>) {
    let mut seen: Vec<String> = Vec::new();
    lines.retain(|line| {
        let text = format!("{line:?}");
        let new = !seen.contains(&text);
        seen.push(text);
        new
    });
}

/// Missing knowledge is never shown as safety.
fn no_finding(scope: &Scope<'_>) -> &'static str {
    if scope.reader.profile().was_asked() {
        "No rule here speaks against it for what you told us."
    } else {
        "You have declared nothing: add --with, or see sciatica precautions."
    }
}

fn touching_lines(row: &PointRow<'_>) -> Vec<Block> {
    let shorts =
        |list: &mut dyn Iterator<Item = (&str, &str)>| list.map(|(_, short)| short.into()).collect::<Vec<Sentence>>();
    let lines = [
        (Role::Avoid, "Avoid if", shorts(&mut row.avoid_if())),
        (Role::Ask, "Ask first if", shorts(&mut row.ask_if())),
    ];
    let lines = lines.into_iter().filter(|(_, _, items)| !items.is_empty());
    lines.map(|(role, label, items)| labelled(role, label, items)).collect()
}

fn find(scope: &Scope<'_>, permit: &Permit<'_>, card: &mut Card) {
    card.section("Find it", "");
    let steps = permit.find.iter().map(|step| scope.cited(&step.text, &step.sources, step.basis, step.why.as_deref()));
    card.body.push(Block::Steps(steps.collect()));
    for off in scope.sentences(permit.off_if) {
        card.body.push(Block::Text(Sentence { text: format!("Off it if {}", uncapitalised(&off.text)), ..off }));
    }
}

fn press(scope: &Scope<'_>, permit: &Permit<'_>, screened: &ScreenedPoint<'_>, full: bool, card: &mut Card) {
    let manifest = scope.catalogue.manifest();
    let limits = limit_texts(scope, screened);
    let shown = if full { permit.ways.len() } else { 1 };
    for (place, way) in permit.ways.iter().take(shown).enumerate() {
        let dose = format!("{}, {}", pressure_words(manifest, way.dose.pressure), hold_words(&way.dose));
        card.section(if place == 0 { "Press it" } else { "Or" }, &dose);
        card.body.push(Block::Subsection(way.label.to_owned()));
        card.body.push(Block::Steps(scope.sentences(way.steps)));
        card.body.push(Block::Text(how_often(scope, way)));
        card.say(Role::Adapt, "Within your limits", limits.clone());
    }
    let others = permit.ways.iter().skip(shown).map(|way| Sentence::from(uncapitalised(way.label))).collect::<Vec<_>>();
    if !others.is_empty() {
        card.say(Role::Neutral, "Other ways (--full)", others);
    }
    let struck = permit.struck.iter().map(|label| Sentence::from(uncapitalised(label))).collect();
    card.say(Role::Avoid, "Not for you", struck);
    card.body.push(Block::Gap);
    card.body.push(Block::Text(scope.sentence(&manifest.stop)));
    for tissue in &screened.point().beneath {
        let text = format!("{} {}", tissue.text, tissue.limit);
        card.body.push(Block::Text(scope.cited(&text, &tissue.sources, tissue.basis, tissue.why.as_deref())));
    }
}

/// `Once or twice a day. The first time: light (2 of 5), 15 to 30 s.`
fn how_often(scope: &Scope<'_>, way: &AllowedWay<'_>) -> Sentence {
    let manifest = scope.catalogue.manifest();
    let mut text =
        format!("{}, at most {} a side in all.", capitalised(&per_day_words(way.dose.per_day)), most_a_side(manifest));
    let first = &manifest.first_time;
    let mut gentler = way.dose.within(Limit {
        pressure_at_most: Some(first.pressure_at_most),
        hold_seconds_at_most: Some(first.hold_seconds.max),
    });
    gentler.hold_seconds.min = gentler.hold_seconds.min.min(first.hold_seconds.min);
    if gentler != way.dose {
        let pressure = pressure_words(manifest, gentler.pressure);
        text.push_str(&format!(" The first time: {pressure}, {} s.", span_words(gentler.hold_seconds)));
    }
    match way.grounds {
        Some(grounds) => scope.cited(&text, &grounds.sources, grounds.basis, grounds.why.as_deref()),
        None => text.into(),
    }
}

/// In minutes where they are whole, else in seconds.
fn most_a_side(manifest: &Manifest) -> String {
    let seconds = manifest.session.seconds_a_side_at_most;
    if seconds.is_multiple_of(60) { format!("{} min", seconds / 60) } else { format!("{seconds} s") }
}

fn limit_texts(scope: &Scope<'_>, screened: &ScreenedPoint<'_>) -> Vec<Sentence> {
    let mut texts: Vec<Sentence> = Vec::new();
    for finding in &screened.verdict().findings {
        let limit = scope.reader.words_of(finding).and_then(|(_, rule)| rule.limit.as_ref());
        if let Some(text) = limit.and_then(|limit| limit.text.as_deref()) {
            let sentence = Sentence::from(text);
            if !texts.contains(&sentence) {
                texts.push(sentence);
            }
        }
    }
    texts
}

fn withheld(scope: &Scope<'_>, screened: &ScreenedPoint<'_>, card: &mut Card) {
    let point = screened.point();
    card.section("Where it is", "");
    card.body.push(Block::Text(scope.sentence(&point.location.standard)));
    card.body.push(Block::Text("How to press it is withheld for what you told us.".into()));
    let instead = instead(scope, &screened.verdict().findings).into_iter().map(|id| command_to(&id).into());
    let mut instead: Vec<Sentence> = instead.collect();
    if instead.is_empty() {
        instead.push(command_to(RIGHT_NOW).into());
    }
    card.say(Role::Neutral, "Instead", instead);
    card.body.push(Block::Gap);
    card.body.push(Block::Text(scope.sentence(&scope.catalogue.manifest().stop)));
}

/// The command that shows an entry.
fn command_to(id: &str) -> String {
    if id == RIGHT_NOW { "sciatica now".to_owned() } else { format!("sciatica show {id}") }
}

/// What to do instead, screened again: nothing that is itself withheld from this reader.
pub(super) fn instead(scope: &Scope<'_>, findings: &[Finding<'_>]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in findings.iter().filter_map(|finding| scope.reader.words_of(finding)).flat_map(|(_, rule)| &rule.instead) {
        let withheld = scope.catalogue.index().point(id).is_some_and(|row| scope.reader.judge(&row.facets()).withheld);
        if !withheld && !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids
}

fn evidence(scope: &Scope<'_>, row: &PointRow<'_>, screened: &ScreenedPoint<'_>, full: bool, card: &mut Card) {
    let point = screened.point();
    let place = &point.location.standard;
    let mut facts = vec![("Evidence".to_owned(), vec![scope.sentence(&point.evidence.line)])];
    let standard = place.sources.iter().filter_map(|id| scope.catalogue.index().source(id)).map(|row| row.short.into());
    facts.push(("Place by".to_owned(), standard.collect()));
    if !full {
        let disputes = counted(row.disputes, "dispute");
        facts.push(("Disputes".to_owned(), vec![format!("{disputes} between the sources (--full)").into()]));
    }
    facts.push(("Names".to_owned(), names(point)));
    card.body.push(Block::Gap);
    card.body.push(Block::Facts(facts));
    if full {
        super::at_length::add(scope, screened, card);
    }
}

fn names(point: &Point) -> Vec<Sentence> {
    let hanzi = &point.names.hanzi;
    let mut names =
        vec![format!("WHO {}", point.who_code), point.names.pinyin_plain.clone(), hanzi.traditional.clone()];
    if hanzi.simplified != hanzi.traditional {
        names.push(hanzi.simplified.clone());
    }
    names.into_iter().map(Sentence::from).collect()
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

fn uncapitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_lowercase().chain(characters).collect()).unwrap_or_default()
}
