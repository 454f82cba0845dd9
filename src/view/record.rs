//! What `--format json` carries: the same facts, by key. Built field by field, so that nothing sealed slips in.

use serde::Serialize;

use super::point::instead;
use super::Scope;
use crate::catalogue::{
    Basis, Beneath, Claim, Dispute, Motion, Names, PointRow, Position, Precaution, PrecautionRow, Reach, RedFlag, Said,
    Severity, Source, SourceRow, Span, Subject, Tool, Topic, Urgency,
};
use crate::screening::{AllowedWay, DisputeText, Finding, Level, ScreenedPoint, Verdict};

/// A claim.
#[derive(Debug, Serialize)]
pub struct ClaimRecord<'a> {
    text: &'a str,
    sources: &'a [String],
    basis: Basis,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
    /// The strongest grade among the sources.
    grade: Option<&'a str>,
}

/// What a rule says of an entry.
#[derive(Debug, Serialize)]
pub struct FindingRecord<'a> {
    precaution: &'a str,
    level: Level,
    because: &'a str,
    limit: Option<LimitRecord<'a>>,
    ask_whom: Option<&'a str>,
    ask_what: Option<&'a str>,
    instead: Vec<String>,
    sources: &'a [String],
    cleared: bool,
    /// Whether it strikes some ways only.
    some_ways_only: bool,
}

#[derive(Debug, Serialize)]
struct LimitRecord<'a> {
    pressure_at_most: Option<u8>,
    hold_seconds_at_most: Option<u16>,
    text: Option<&'a str>,
}

/// What screening decided, on every entry.
#[derive(Debug, Serialize)]
struct Screening<'a> {
    level: Option<Level>,
    withheld: bool,
    findings: Vec<FindingRecord<'a>>,
    avoid_if: Vec<&'a str>,
    ask_if: Vec<&'a str>,
}

/// A point in a list.
#[derive(Debug, Serialize)]
pub struct PointLine<'a> {
    kind: &'static str,
    code: &'a str,
    who_code: &'a str,
    pinyin: &'a str,
    pinyin_plain: &'a str,
    english: &'a str,
    meridian: &'a str,
    region: &'a str,
    area: &'a str,
    #[serde(flatten)]
    screening: Screening<'a>,
}

/// A point, whole.
#[derive(Debug, Serialize)]
pub struct PointRecord<'a> {
    kind: &'static str,
    code: &'a str,
    who_code: &'a str,
    aliases: &'a [String],
    names: &'a Names,
    meridian: &'a str,
    region: &'a str,
    area: &'a str,
    aspect: &'static str,
    bilateral: bool,
    #[serde(flatten)]
    screening: Screening<'a>,
    get_help: Vec<ClaimRecord<'a>>,
    stop: ClaimRecord<'a>,
    place: ClaimRecord<'a>,
    find: Option<Vec<StepRecord<'a>>>,
    off_if: Option<Vec<ClaimRecord<'a>>>,
    ways: Option<Vec<WayRecord<'a>>>,
    struck_ways: Option<Vec<&'a str>>,
    beneath: &'a [Beneath],
    eases: Vec<ClaimRecord<'a>>,
    evidence: Vec<ClaimRecord<'a>>,
    disputes: Vec<DisputeRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct StepRecord<'a> {
    text: &'a str,
    landmark: &'a str,
    sources: &'a [String],
    basis: Basis,
}

#[derive(Debug, Serialize)]
struct WayRecord<'a> {
    label: &'a str,
    positions: &'a [Position],
    tool: Tool,
    reach: Reach,
    motion: Motion,
    pressure: u8,
    hold_seconds: Span,
    rounds: Span,
    per_day: Span,
    dose_sources: &'a [String],
    dose_basis: Option<Basis>,
    dose_why: Option<&'a str>,
    steps: Vec<ClaimRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct DisputeRecord<'a> {
    about: Subject,
    severity: Severity,
    says: Option<&'a [Said]>,
    shown: Option<&'a str>,
    why: Option<&'a str>,
    sources: &'a [String],
}

/// A precaution in a list.
#[derive(Debug, Serialize)]
pub struct PrecautionLine<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    aliases: Vec<&'a str>,
    red_flag: Option<&'a str>,
    /// How strongly it touches the entry that was asked about, or, without one, the strongest of its rules.
    level: Option<Level>,
    declared: bool,
}

/// A precaution, whole.
#[derive(Debug, Serialize)]
pub struct PrecautionRecord<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    aliases: &'a [String],
    question: &'a str,
    advice: Vec<ClaimRecord<'a>>,
    red_flag: Option<&'a str>,
    declared: bool,
    rules: Vec<RuleRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct RuleRecord<'a> {
    level: Level,
    entries: Vec<String>,
    some_ways_only: bool,
    because: ClaimRecord<'a>,
    limit: Option<LimitRecord<'a>>,
    ask_whom: Option<&'a str>,
    ask_what: Option<&'a str>,
    instead: &'a [String],
}

/// A red flag.
#[derive(Debug, Serialize)]
pub struct RedFlagRecord<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    urgency: Urgency,
    question: &'a str,
    may_mean: Vec<ClaimRecord<'a>>,
    #[serde(rename = "do")]
    what_to_do: Vec<ClaimRecord<'a>>,
    say: &'a str,
}

/// A topic.
#[derive(Debug, Serialize)]
pub struct TopicRecord<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    sections: Vec<SectionRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct SectionRecord<'a> {
    heading: Option<&'a str>,
    form: crate::catalogue::Form,
    claims: Vec<ClaimRecord<'a>>,
}

/// A source, and what cites it.
#[derive(Debug, Serialize)]
pub struct SourceRecord<'a> {
    kind: &'static str,
    id: &'a str,
    short: &'a str,
    title: &'a str,
    document: &'a str,
    grade: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<crate::catalogue::Extent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read_on: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    cited_by: Vec<&'a str>,
}

/// One line of the personal list: a declared precaution, or an entry as this reader may use it.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum PersonalRecord<'a> {
    /// What they declared.
    Precaution(PrecautionRecord<'a>),
    /// What follows for an entry.
    Entry(PointLine<'a>),
}

impl<'a> ClaimRecord<'a> {
    fn new(scope: &'a Scope<'_>, claim: &'a Claim) -> Self {
        Self {
            text: &claim.text,
            sources: &claim.sources,
            basis: claim.basis,
            why: claim.why.as_deref(),
            grade: scope.best_grade(&claim.sources),
        }
    }

    fn all(scope: &'a Scope<'_>, claims: &'a [Claim]) -> Vec<Self> {
        claims.iter().map(|claim| Self::new(scope, claim)).collect()
    }
}

impl<'a> Screening<'a> {
    fn new(scope: &'a Scope<'_>, row: &PointRow<'a>, verdict: &Verdict<'_>) -> Self {
        Self {
            level: verdict.level,
            withheld: verdict.withheld,
            findings: verdict.findings.iter().filter_map(|finding| FindingRecord::new(scope, finding)).collect(),
            avoid_if: row.avoid_if().map(|(id, _)| id).collect(),
            ask_if: row.ask_if().map(|(id, _)| id).collect(),
        }
    }
}

impl<'a> FindingRecord<'a> {
    fn new(scope: &'a Scope<'_>, finding: &Finding<'_>) -> Option<Self> {
        let (precaution, rule) = scope.reader.words_of(finding)?;
        Some(Self {
            precaution: &precaution.id,
            level: finding.level,
            because: &rule.because.text,
            limit: rule.limit.as_ref().map(LimitRecord::new),
            ask_whom: rule.ask_whom.as_deref(),
            ask_what: rule.ask_what.as_deref(),
            instead: instead(scope, std::slice::from_ref(finding)),
            sources: &rule.because.sources,
            cleared: finding.cleared,
            some_ways_only: finding.ways.is_some(),
        })
    }
}

impl<'a> LimitRecord<'a> {
    fn new(limit: &'a crate::catalogue::LimitText) -> Self {
        Self {
            pressure_at_most: limit.pressure_at_most,
            hold_seconds_at_most: limit.hold_seconds_at_most,
            text: limit.text.as_deref(),
        }
    }
}

impl<'a> PointLine<'a> {
    /// A point as this reader may use it.
    pub fn new(scope: &'a Scope<'_>, row: PointRow<'a>, verdict: &Verdict<'_>) -> Self {
        Self {
            kind: "point",
            code: row.code,
            who_code: row.who_code,
            pinyin: row.pinyin,
            pinyin_plain: row.pinyin_plain,
            english: row.english,
            meridian: row.meridian,
            region: row.region,
            area: row.area,
            screening: Screening::new(scope, &row, verdict),
        }
    }
}

impl<'a> PointRecord<'a> {
    /// A point with all that this reader may see of it.
    pub fn new(scope: &'a Scope<'_>, row: &PointRow<'a>, screened: &'a ScreenedPoint<'_>) -> Self {
        let point = screened.point();
        let manifest = scope.catalogue.manifest();
        let on_the_leg = manifest.calf.regions.contains(&point.region);
        let mut get_help = ClaimRecord::all(scope, &manifest.get_help);
        get_help.extend(on_the_leg.then(|| ClaimRecord::new(scope, &manifest.calf.claim)));
        let evidence = std::iter::once(&point.evidence.line).chain(&point.evidence.more);
        let permit = screened.permit();
        let permit = permit.as_ref();
        Self {
            kind: "point",
            code: &point.code,
            who_code: &point.who_code,
            aliases: &point.aliases,
            names: &point.names,
            meridian: &point.meridian,
            region: &point.region,
            area: &point.area,
            aspect: point.aspect.id(),
            bilateral: point.bilateral,
            screening: Screening::new(scope, row, screened.verdict()),
            get_help,
            stop: ClaimRecord::new(scope, &manifest.stop),
            place: ClaimRecord::new(scope, &point.location.standard),
            find: permit.map(|permit| permit.find.iter().map(StepRecord::new).collect()),
            off_if: permit.map(|permit| ClaimRecord::all(scope, permit.off_if)),
            ways: permit.map(|permit| permit.ways.iter().map(|way| WayRecord::new(scope, way)).collect()),
            struck_ways: permit.map(|permit| permit.struck.clone()),
            beneath: &point.beneath,
            eases: ClaimRecord::all(scope, &point.eases),
            evidence: evidence.map(|claim| ClaimRecord::new(scope, claim)).collect(),
            disputes: screened.disputes().map(|(dispute, text)| DisputeRecord::new(dispute, text)).collect(),
        }
    }
}

impl<'a> StepRecord<'a> {
    fn new(step: &'a crate::catalogue::FindStep) -> Self {
        Self { text: &step.text, landmark: &step.landmark, sources: &step.sources, basis: step.basis }
    }
}

impl<'a> WayRecord<'a> {
    fn new(scope: &'a Scope<'_>, way: &AllowedWay<'a>) -> Self {
        Self {
            label: way.label,
            positions: way.positions,
            tool: way.tool,
            reach: way.reach,
            motion: way.motion,
            pressure: way.dose.pressure,
            hold_seconds: way.dose.hold_seconds,
            rounds: way.dose.rounds,
            per_day: way.dose.per_day,
            dose_sources: way.grounds.map_or(&[], |grounds| &grounds.sources),
            dose_basis: way.grounds.map(|grounds| grounds.basis),
            dose_why: way.grounds.and_then(|grounds| grounds.why.as_deref()),
            steps: ClaimRecord::all(scope, way.steps),
        }
    }
}

impl<'a> DisputeRecord<'a> {
    fn new(dispute: &'a Dispute, text: Option<DisputeText<'a>>) -> Self {
        Self {
            about: dispute.about,
            severity: dispute.severity,
            says: text.as_ref().map(|text| text.says),
            shown: text.as_ref().map(|text| text.shown),
            why: text.as_ref().map(|text| text.why),
            sources: &dispute.sources,
        }
    }
}

impl<'a> PrecautionLine<'a> {
    /// A precaution in a list.
    pub fn new(scope: &Scope<'_>, row: PrecautionRow<'a>, level: Option<Level>) -> Self {
        Self {
            kind: "precaution",
            id: row.id,
            title: row.title,
            aliases: row.aliases.split(", ").filter(|alias| !alias.is_empty()).collect(),
            red_flag: row.red_flag,
            level,
            declared: is_declared(scope, row.id),
        }
    }
}

fn is_declared(scope: &Scope<'_>, id: &str) -> bool {
    scope.reader.profile().declared().iter().any(|declared| declared == id)
}

impl<'a> PrecautionRecord<'a> {
    /// A precaution, with the entries that its rules select.
    pub fn new(scope: &'a Scope<'_>, precaution: &'a Precaution) -> Self {
        let rules = scope.catalogue.index().rules_of(&precaution.id);
        let rules = rules.iter().zip(&precaution.rules).map(|(rule, text)| RuleRecord {
            level: text.level,
            entries: super::precaution::entries(scope, rule),
            some_ways_only: rule.select.selects_ways(),
            because: ClaimRecord::new(scope, &text.because),
            limit: text.limit.as_ref().map(LimitRecord::new),
            ask_whom: text.ask_whom.as_deref(),
            ask_what: text.ask_what.as_deref(),
            instead: &text.instead,
        });
        Self {
            kind: "precaution",
            id: &precaution.id,
            title: &precaution.title,
            aliases: &precaution.aliases,
            question: &precaution.question,
            advice: ClaimRecord::all(scope, &precaution.advice),
            red_flag: precaution.red_flag.as_deref(),
            declared: is_declared(scope, &precaution.id),
            rules: rules.collect(),
        }
    }
}

impl<'a> RedFlagRecord<'a> {
    /// A red flag, whole.
    pub fn new(scope: &'a Scope<'_>, flag: &'a RedFlag) -> Self {
        Self {
            kind: "red-flag",
            id: &flag.id,
            title: &flag.title,
            urgency: flag.urgency,
            question: &flag.question,
            may_mean: ClaimRecord::all(scope, &flag.may_mean),
            what_to_do: ClaimRecord::all(scope, &flag.what_to_do),
            say: &flag.say,
        }
    }
}

impl<'a> TopicRecord<'a> {
    /// A topic, whole.
    pub fn new(scope: &'a Scope<'_>, topic: &'a Topic) -> Self {
        let sections = topic.sections.iter().map(|section| SectionRecord {
            heading: section.heading.as_deref(),
            form: section.form,
            claims: ClaimRecord::all(scope, &section.claims),
        });
        Self { kind: "topic", id: &topic.id, title: &topic.title, sections: sections.collect() }
    }
}

impl<'a> SourceRecord<'a> {
    /// A source in a list.
    pub fn line(row: SourceRow<'a>) -> Self {
        Self {
            kind: "source",
            id: row.id,
            short: row.short,
            title: row.title,
            document: row.document,
            grade: row.grade,
            address: None,
            read: None,
            read_on: None,
            note: None,
            cited_by: row.cited_by.split(',').filter(|id| !id.is_empty()).collect(),
        }
    }

    /// A source, whole.
    pub fn whole(row: SourceRow<'a>, source: &'a Source) -> Self {
        Self {
            address: Some(&source.address),
            read: Some(source.read),
            read_on: Some(&source.read_on),
            note: source.note.as_deref(),
            ..Self::line(row)
        }
    }
}
