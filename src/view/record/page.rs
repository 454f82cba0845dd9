//! Pages to read, and their sources.

use serde::Serialize;

use super::claim::ClaimRecord;
use super::dispute::DisputeRecord;
use super::keys::record;
use super::screening::Screening;
use crate::view::passage::passage;
use crate::view::scope::Scope;
use guide::index::{RedFlagRow, SourceRow, TopicRow};
use guide::model::{
    AmountRead, Dispute, DocumentKind, Form, Grade, NotCovered, RedFlag, Section, Source, Topic, Urgency, YearMonth,
};
use guide::screening::{Passage, dispute_texts};

record! {
    /// A red flag in a list.
    pub RedFlagLine<'a>(row: &RedFlagRow<'a>) {
        kind: &'static str = "red-flag",
        id: &'a str = row.id,
        urgency: Urgency = row.urgency,
        short: &'a str = row.short,
        question: &'a str = row.question,
        #[serde(flatten)]
        screening: Screening<'a> = Screening::default(),
    }
}

record! {
    /// A topic in a list.
    pub TopicLine<'a>(row: &TopicRow<'a>) {
        kind: &'static str = "topic",
        id: &'a str = row.id,
        title: &'a str = row.title,
        about: &'a str = row.about,
        #[serde(flatten)]
        screening: Screening<'a> = Screening::default(),
    }
}

record! {
    /// A red flag, whole.
    pub RedFlagRecord<'a>(scope: &Scope<'_>, flag: &'a RedFlag) {
        kind: &'static str = "red-flag",
        id: &'a str = &flag.id,
        title: &'a str = &flag.title,
        #[serde(flatten)]
        screening: Screening<'a> = Screening::default(),
        urgency: Urgency = flag.urgency,
        question: &'a str = &flag.question,
        may_mean: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, &flag.may_mean),
        #[serde(rename = "do")]
        what_to_do: Vec<ClaimRecord<'a>> = ClaimRecord::all(scope, &flag.what_to_do),
        say: &'a str = &flag.say,
        /// When somebody last read it against its sources; `null` where it does not say.
        reviewed: Option<YearMonth> = flag.reviewed,
    }
}

record! {
    /// Something that is asked for and not held.
    pub NotCoveredRecord<'a>(scope: &'a Scope<'_>, it: &'a NotCovered) {
        kind: &'static str = "not-covered",
        id: &'a str = &it.id,
        title: &'a str = &it.title,
        #[serde(flatten)]
        screening: Screening<'a> = Screening::default(),
        answer: ClaimRecord<'a> = ClaimRecord::new(scope, &it.answer),
        ask: Option<&'a str> = it.ask.as_deref(),
        see: &'a [String] = &it.see,
        /// When somebody last read it against its sources; `null` where it does not say.
        reviewed: Option<YearMonth> = it.reviewed,
    }
}

record! {
    /// A topic, whole.
    pub TopicRecord<'a>(scope: &'a Scope<'_>, topic: &'a Topic, disputes: &'a [Dispute]) {
        kind: &'static str = "topic",
        id: &'a str = &topic.id,
        title: &'a str = &topic.title,
        about: &'a str = &topic.about,
        #[serde(flatten)]
        screening: Screening<'a> = Screening::default(),
        sections: Vec<SectionRecord<'a>> =
            topic.sections.iter().map(|section| SectionRecord::new(scope, section)).collect(),
        disputes: Vec<DisputeRecord<'a>> = DisputeRecord::all(dispute_texts(disputes, scope.reader_has_limits())),
        /// When somebody last read it against its sources; `null` where it does not say.
        reviewed: Option<YearMonth> = topic.reviewed,
    }
}

record! {
    SectionRecord<'a>(scope: &'a Scope<'_>, section: &'a Section) with (passage = passage(scope, section)) {
        heading: Option<&'a str> = section.heading.as_deref(),
        form: Form = section.form,
        /// The entry that it tells how to do, and by which it is screened.
        #[serde(skip_serializing_if = "Option::is_none")]
        does: Option<&'a str> = passage.as_ref().map(|(target, _)| target.id),
        /// `null` where a rule limits or withholds what it tells.
        claims: Option<Vec<ClaimRecord<'a>>> = match passage {
            None => Some(ClaimRecord::all(scope, &section.claims)),
            Some((_, Passage::Told(claims))) => Some(ClaimRecord::all(scope, claims)),
            Some((_, Passage::OnCard | Passage::LeftOut)) => None,
        },
    }
}

record! {
    /// A source, and what cites it; in a list without what only its file tells.
    pub SourceRecord<'a>(row: &SourceRow<'a>, source: Option<&'a Source>) {
        kind: &'static str = "source",
        id: &'a str = row.id,
        short: &'a str = row.short,
        title: &'a str = row.title,
        document: DocumentKind = row.document,
        grade: Grade = row.grade,
        #[serde(skip_serializing_if = "Option::is_none")]
        address: Option<&'a str> = source.map(|source| source.address.as_str()),
        #[serde(skip_serializing_if = "Option::is_none")]
        read: Option<AmountRead> = source.map(|source| source.read),
        #[serde(skip_serializing_if = "Option::is_none")]
        read_on: Option<YearMonth> = source.map(|source| source.read_on),
        #[serde(skip_serializing_if = "Option::is_none")]
        reviewed: Option<YearMonth> = source.and_then(|source| source.reviewed),
        #[serde(skip_serializing_if = "Option::is_none")]
        note: Option<&'a str> = source.and_then(|source| source.note.as_deref()),
        cited_by: Vec<&'a str> = row.cited_by.clone(),
    }
}
