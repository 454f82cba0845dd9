//! A citation: what was read, and how far it can be trusted.

use super::objects::objects;
use super::vocabulary::vocabulary;

objects! {
    /// A source, as its file in `sources/` tells it.
    file Source {
        /// Its id.
        pub id: String,
        /// How a citation reads.
        pub short: String,
        /// Its title.
        pub title: String,
        /// The kind of document.
        pub document: DocumentKind,
        /// How far it can be trusted.
        pub grade: Grade,
        /// Where it was found.
        pub address: String,
        /// How much of it was read.
        pub read: AmountRead,
        /// When it was read: year and month.
        pub read_on: String,
        /// What else a reader should know of it.
        pub note: Option<String>,
    }
}

vocabulary! {
    /// The kind of document.
    #[cfg_attr(test, schemars(rename = "Document"))]
    DocumentKind {
        Standard "standard" "standard",
        Guideline "guideline" "guideline",
        Trial "trial" "trial",
        Review "review" "review",
        CaseReport "case-report" "case report",
        Textbook "textbook" "textbook",
        HealthPage "health-page" "page of a health service",
        ProfessionalPage "professional-page" "page of a professional body or clinician",
        PracticePage "practice-page" "page of a practitioner",
        DataSet "data-set" "data set",
        Seed "seed" "web article from which this guide began",
        Other "other" "other",
    }

    /// How far a source can be trusted.
    Grade {
        A "A" "official, hospital, university or peer-reviewed",
        B "B" "professional reference",
        C "C" "weak: practitioner, consumer site or unknown",
    }

    /// How much of a source was read.
    #[cfg_attr(test, schemars(rename = "Extent"))]
    AmountRead {
        Whole "whole" "read whole",
        Excerpt "excerpt" "read in excerpt",
        SecondHand "second-hand" "read second-hand",
    }
}
