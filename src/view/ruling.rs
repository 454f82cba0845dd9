//! What a reader may do at a glance: every entry by name under its level, and one reason a level.

use super::document::{Ruling, Sentence};
use super::passage::passage;
use super::personal::Personal;
use super::role::Role;
use super::scope::Scope;
use super::words::{NO_WAY_LEFT, OPEN, capitalised, level_role, level_word, typed, verdict_word};
use guide::model::{Claim, InShort, Level, Precaution};
use guide::screening::{Finding, Passage, Verdict};

/// The levels of all entries with how-to, what is open first.
pub(super) fn rulings(scope: &Scope<'_>, personal: &Personal<'_>) -> Vec<Ruling> {
    let open = Ruling {
        role: Role::Open,
        label: OPEN.to_owned(),
        entries: names(scope, personal, None).chain(open_to_everyone(scope)).collect(),
        reasons: Vec::new(),
    };
    let [avoid, ask, adapt] = [Level::Avoid, Level::Ask, Level::Adapt].map(level_word);
    // What is to be asked first asks its question before what has limits could.
    let mut asked = Vec::new();
    let mut of = |word| ruling(scope, personal, word, &mut asked);
    let [ask, adapt, avoid, out_of_reach] = [of(ask), of(adapt), of(avoid), of(NO_WAY_LEFT)];
    [open, adapt, ask, avoid, out_of_reach].into_iter().filter(|ruling| !ruling.entries.is_empty()).collect()
}

fn ruling(scope: &Scope<'_>, personal: &Personal<'_>, word: &str, asked: &mut Vec<Sentence>) -> Ruling {
    let verdicts: Vec<&Verdict<'_>> = personal.verdicts().filter(|it| verdict_word(it) == Some(word)).collect();
    let role = verdicts.first().and_then(|it| it.level).map_or(Role::Neutral, level_role);
    let entries = names(scope, personal, Some(word)).collect();
    Ruling { role, label: word.to_owned(), entries, reasons: reasons(scope, &verdicts, asked) }
}

/// The entries under one word: the codes of points behind the place where they are, then stretches and techniques.
fn names<'s>(
    scope: &'s Scope<'_>,
    personal: &'s Personal<'_>,
    word: Option<&'s str>,
) -> impl Iterator<Item = Sentence> + 's {
    let is_here = move |verdict: &Verdict<'_>| verdict_word(verdict) == word;
    let points: Vec<_> = personal.points.iter().filter(|(_, verdict)| is_here(verdict)).map(|(row, _)| row).collect();
    let places = points.chunk_by(|one, next| one.area == next.area).map(|points| {
        let area = points.first().map_or("", |row| scope.catalogue.manifest().area_title(row.area));
        let codes: Vec<_> = points.iter().map(|row| scope.catalogue.told(row.code)).collect();
        format!("{area} {}", codes.join(" ")).into()
    });
    let practices = personal.practices.iter().filter(move |(_, verdict)| is_here(verdict));
    places.collect::<Vec<_>>().into_iter().chain(practices.map(|(row, _)| without_aside(row.title).into()))
}

/// A title without what stands in brackets at its end. A mark of what was added stays.
fn without_aside(title: &str) -> String {
    match (title.find(" ("), title.find(')')) {
        (Some(start), Some(end)) if start < end => {
            format!("{}{}", title.get(..start).unwrap_or_default(), title.get(end + 1..).unwrap_or_default())
        }
        _ => title.to_owned(),
    }
}

/// What is open without being an entry by itself, as far as it is for this reader.
fn open_to_everyone(scope: &Scope<'_>) -> Vec<Sentence> {
    let sections = scope.catalogue.manifest().open_to_everyone.iter();
    let told = sections.flat_map(|section| match passage(scope, section) {
        None => scope.sentences(&section.claims),
        // What is open is named already, and so is what has limits.
        Some((target, _)) if scope.judge(target).is_some_and(|verdict| verdict.level.is_none()) => Vec::new(),
        Some((_, Passage::Told(claims))) => scope.sentences(claims),
        Some((_, Passage::OnCard | Passage::LeftOut)) => Vec::new(),
    });
    told.collect()
}

/// A sentence for each precaution that puts an entry here, and for all to be asked first one question: ours before what was
/// added.
fn reasons(scope: &Scope<'_>, verdicts: &[&Verdict<'_>], asked: &mut Vec<Sentence>) -> Vec<Sentence> {
    let mut told: Vec<Sentence> = Vec::new();
    let speaks = |precaution: &&Precaution| {
        verdicts.iter().flat_map(|it| speaking(it)).any(|finding| finding.rule.precaution == precaution.id)
    };
    let of_several = scope.reader.precautions().iter().filter(speaks).count() > 1;
    for added in [false, true] {
        for precaution in scope.reader.precautions() {
            let is_of = |it: &&Finding<'_>| it.rule.precaution == precaution.id && it.rule.added == added;
            let findings = verdicts.iter().flat_map(|it| speaking(it).filter(is_of).map(|finding| (*it, finding)));
            for (verdict, finding) in findings {
                if let Some(claim) = reason(scope, precaution, finding) {
                    let mut sentence = scope.sentence(claim);
                    if of_several {
                        sentence.text = format!("{}: {}", capitalised(&precaution.short), sentence.text);
                    }
                    push_new(&mut told, sentence);
                }
                if let Some(question) = question(scope, precaution, finding).filter(|_| verdict.asks(finding))
                    && !asked.contains(&question)
                {
                    asked.push(question.clone());
                    told.push(question);
                }
            }
        }
    }
    told
}

/// The findings that put an entry where it stands; and the strongest of ours, where something that was added is stronger.
fn speaking<'v, 'c>(verdict: &'v Verdict<'c>) -> impl Iterator<Item = &'v Finding<'c>> {
    let ours = verdict.findings.iter().filter(|it| !it.rule.added).map(|it| it.level).max();
    let speaks = move |it: &&Finding<'_>| Some(it.level) == verdict.level || (!it.rule.added && Some(it.level) == ours);
    verdict.findings.iter().filter(speaks)
}

/// What a precaution says in short, where the rule is its own; a rule that was added to one of ours speaks for itself.
fn in_short<'p>(scope: &Scope<'_>, precaution: &'p Precaution, finding: &Finding<'_>) -> Option<&'p InShort> {
    let is_added = scope.catalogue.told(&precaution.id) != precaution.id;
    precaution.in_short.as_ref().filter(|_| finding.rule.added == is_added)
}

fn reason<'p>(scope: &'p Scope<'_>, precaution: &'p Precaution, finding: &Finding<'_>) -> Option<&'p Claim> {
    let in_short = in_short(scope, precaution, finding).and_then(|it| it.reason(finding.level));
    in_short.or_else(|| scope.reader.words_of(finding).map(|(_, rule)| &rule.because))
}

/// What to ask, and of whom; or that they agreed.
fn question(scope: &Scope<'_>, precaution: &Precaution, finding: &Finding<'_>) -> Option<Sentence> {
    let declared = typed(&format!("--cleared {}", precaution.id));
    if finding.cleared {
        return Some(format!("They agreed, you said: {declared}").into());
    }
    let in_short = in_short(scope, precaution, finding).and_then(InShort::question);
    let rule = || scope.reader.words_of(finding).map(|(_, rule)| rule);
    let (whom, what) = in_short.or_else(|| rule().and_then(|it| it.ask_whom.as_deref().zip(it.ask_what.as_deref())))?;
    Some(format!("Ask {whom}: \"{what}\" Once they agree, add {declared}").into())
}

pub(super) fn push_new(sentences: &mut Vec<Sentence>, sentence: Sentence) {
    if !sentences.contains(&sentence) {
        sentences.push(sentence);
    }
}
