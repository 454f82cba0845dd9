//! Pages to read, and their sources.

use serde::Serialize;

use super::dispute::DisputeRecord;
use super::{ClaimRecord, Screening};
use crate::catalogue::{Dispute, Extent, Form, RedFlag, RedFlagRow, Source, SourceRow, Topic, TopicRow, Urgency};
use crate::screening::{Passage, dispute_texts};
use crate::view::Scope;
use crate::view::passage::passage;

/// A red flag in a list.
#[derive(Debug, Serialize)]
pub struct RedFlagLine<'a> {
    kind: &'static str,
    id: &'a str,
    urgency: &'a str,
    short: &'a str,
    question: &'a str,
    #[serde(flatten)]
    screening: Screening<'a>,
}

/// A topic in a list.
#[derive(Debug, Serialize)]
pub struct TopicLine<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    about: &'a str,
    #[serde(flatten)]
    screening: Screening<'a>,
}

/// A red flag.
#[derive(Debug, Serialize)]
pub struct RedFlagRecord<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    #[serde(flatten)]
    screening: Screening<'a>,
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
    about: &'a str,
    #[serde(flatten)]
    screening: Screening<'a>,
    sections: Vec<SectionRecord<'a>>,
    disputes: Vec<DisputeRecord<'a>>,
}

#[derive(Debug, Serialize)]
struct SectionRecord<'a> {
    heading: Option<&'a str>,
    form: Form,
    /// The entry that it tells how to do, and by which it is screened.
    #[serde(skip_serializing_if = "Option::is_none")]
    does: Option<&'a str>,
    /// `null` where a rule limits or withholds what it tells.
    claims: Option<Vec<ClaimRecord<'a>>>,
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
    read: Option<Extent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    read_on: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    cited_by: Vec<&'a str>,
}

impl<'a> From<RedFlagRow<'a>> for RedFlagLine<'a> {
    fn from(row: RedFlagRow<'a>) -> Self {
        let RedFlagRow { id, urgency, short, question } = row;
        Self { kind: "red-flag", id, urgency, short, question, screening: Screening::of_page() }
    }
}

impl<'a> From<TopicRow<'a>> for TopicLine<'a> {
    fn from(row: TopicRow<'a>) -> Self {
        let TopicRow { id, title, about } = row;
        Self { kind: "topic", id, title, about, screening: Screening::of_page() }
    }
}

impl<'a> RedFlagRecord<'a> {
    /// A red flag, whole.
    pub fn new(scope: &'a Scope<'_>, flag: &'a RedFlag) -> Self {
        Self {
            kind: "red-flag",
            id: &flag.id,
            title: &flag.title,
            screening: Screening::of_page(),
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
    pub fn new(scope: &'a Scope<'_>, topic: &'a Topic, disputes: &'a [Dispute]) -> Self {
        let disputes = dispute_texts(disputes, scope.reader_has_limits());
        let sections = topic.sections.iter().map(|section| {
            let passage = passage(scope, section);
            let is_told = passage.is_none_or(|(_, passage)| passage == Passage::Told);
            SectionRecord {
                heading: section.heading.as_deref(),
                form: section.form,
                does: passage.map(|(target, _)| target.id),
                claims: is_told.then(|| ClaimRecord::all(scope, &section.claims)),
            }
        });
        Self {
            kind: "topic",
            id: &topic.id,
            title: &topic.title,
            about: &topic.about,
            screening: Screening::of_page(),
            sections: sections.collect(),
            disputes: disputes.map(|(dispute, text)| DisputeRecord::new(dispute, text.as_ref())).collect(),
        }
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
