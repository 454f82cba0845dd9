//! How well a search understands the questions of readers: the right entry among the first, a sign above everything.

use guide::model::{Kind, Urgency};
use guide::query;
use guide::screening::Profile;
use guide::shelf::Catalogue;
use serde_json::Value;

/// A question, and what answers it.
pub struct Question {
    pub id: String,
    pub query: String,
    /// What sort of question it is.
    pub kind: String,
    /// The entries that answer it, as `topic:scans`; `not-covered` for whatever this guide does not hold.
    pub ideal: Vec<String>,
    /// How fast to get help, where a sign stands in it.
    pub urgency: Option<Urgency>,
}

/// A question, and what was found: the entries, the best first.
pub struct Asked<'q> {
    pub question: &'q Question,
    pub found: Vec<String>,
}

/// How many were asked, and how many of them went well.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    pub good: usize,
    pub all: usize,
}

impl Share {
    fn of<'q>(asked: &[Asked<'q>], counts: impl Fn(&Asked<'q>) -> bool, is_good: impl Fn(&Asked<'q>) -> bool) -> Self {
        let counted: Vec<&Asked<'q>> = asked.iter().filter(|it| counts(it)).collect();
        Self { good: counted.iter().filter(|it| is_good(it)).count(), all: counted.len() }
    }

    /// In percent, rounded down; 100 of none.
    pub fn percent(self) -> usize {
        (100 * self.good).checked_div(self.all).unwrap_or(100)
    }
}

/// The questions of a file with one in JSON a line.
pub fn questions(lines: &str) -> Vec<Question> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let question = |line: &str| {
        let value: Value = serde_json::from_str(line).expect("a question in JSON a line");
        Question {
            id: text(&value["id"]).unwrap_or_default(),
            query: text(&value["query"]).expect("a query"),
            kind: text(&value["kind"]).unwrap_or_default(),
            ideal: value["ideal"].as_array().into_iter().flatten().filter_map(text).collect(),
            urgency: value["urgency"].as_str().map(|id| Urgency::parse(id).expect("an urgency")),
        }
    };
    lines.lines().filter(|line| !line.trim().is_empty()).map(question).collect()
}

/// Asks each question of somebody who declared nothing.
pub fn ask_all<'q>(catalogue: &Catalogue, questions: &'q [Question]) -> Vec<Asked<'q>> {
    let reader = catalogue.reader(Profile::default()).expect("a reader");
    let ask = |question: &'q Question| {
        let found = query::search(catalogue, &reader, &question.query, query::MOST_HITS);
        let hits = found.map(|found| found.hits).unwrap_or_default();
        let found = hits.iter().map(|hit| format!("{}:{}", hit.entry.kind.id(), hit.entry.id)).collect();
        Asked { question, found }
    };
    questions.iter().map(ask).collect()
}

impl Asked<'_> {
    /// The place of the first right entry, from 1.
    pub fn place(&self) -> Option<usize> {
        let not_covered = format!("{}:", Kind::NotCovered.id());
        let is_right = |found: &String| {
            let of_kind = |ideal: &String| *ideal == Kind::NotCovered.id() && found.starts_with(&not_covered);
            self.question.ideal.iter().any(|ideal| ideal == found || of_kind(ideal))
        };
        self.found.iter().position(is_right).map(|place| place + 1)
    }

    fn begins_with_a_sign(&self) -> bool {
        self.found.first().is_some_and(|found| found.starts_with("red-flag:"))
    }

    /// Whether a sign that stands in the question is above everything.
    pub fn sign_is_first(&self) -> bool {
        self.begins_with_a_sign() && self.place() == Some(1)
    }

    /// Whether it begins with a sign that nobody meant.
    pub fn sign_is_false(&self) -> bool {
        self.question.urgency.is_none() && self.begins_with_a_sign() && self.place() != Some(1)
    }
}

/// Of the questions that something answers, those that find it among the first so many.
pub fn success_at(asked: &[Asked<'_>], most: usize) -> Share {
    let is_good = |it: &Asked<'_>| it.place().is_some_and(|place| place <= most);
    Share::of(asked, |it| !it.question.ideal.is_empty(), is_good)
}

/// Of the questions of a kind, those that find it among the first three.
pub fn success_of(asked: &[Asked<'_>], kind: &str) -> Share {
    let is_good = |it: &Asked<'_>| it.place().is_some_and(|place| place <= 3);
    Share::of(asked, |it| it.question.kind == kind && !it.question.ideal.is_empty(), is_good)
}

/// Of the questions in which a sign stands, those that have it above everything.
pub fn signs_first(asked: &[Asked<'_>]) -> Share {
    Share::of(asked, |it| it.question.urgency.is_some(), Asked::sign_is_first)
}

/// Of the questions in which none stands, those that begin with a sign.
pub fn false_signs(asked: &[Asked<'_>]) -> Share {
    Share::of(asked, |it| it.question.urgency.is_none(), Asked::sign_is_false)
}
