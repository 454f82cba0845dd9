//! An entry that a search found, and what of it is quoted to this reader.

use std::borrow::Cow;

use super::heard::Heard;
use super::named_in::NamedEntry;
use crate::index::{TextField, terms_held};
use crate::model::{Kind, RedFlag, Target, Urgency, vocabulary};
use crate::screening::{Quotable, Quote, Reader, Verdict};
use crate::shelf::{BETWEEN_NAMES, Catalogue};
use crate::text::stems_held;

/// An entry that a search found.
#[derive(Debug)]
pub struct Hit<'c> {
    /// The entry.
    pub entry: Target<'c>,
    /// Its title, or the names of a point.
    pub title: &'c str,
    /// What screening decides about it; `None` for an entry without how-to.
    pub verdict: Option<Verdict<'c>>,
    /// What the guide makes of the text that matches best.
    pub stance: Stance,
    /// Of a red flag: how fast to get help.
    pub urgency: Option<Urgency>,
    /// The name that matches, where the best text is that of its names.
    pub named_by: Option<String>,
    /// Whether that text tells nobody how to do anything.
    is_open: bool,
    /// That text, as far as this reader is told of it; of its names, those that match. Of a sign that the question names,
    /// what to do; of a precaution, what declares it.
    pub line: Option<Cow<'c, str>>,
}

vocabulary! {
    /// What the guide makes of a text.
    Stance {
        Shown "shown" "The guide says so.",
        Disputed "disputed" "Somebody else says so; the guide does not.",
        Withheld "withheld" "This reader is not told.",
    }
}

impl<'c> Hit<'c> {
    /// What a question names as a sign, told by its card, or as a precaution: what to do, or what declares it.
    pub(super) fn of_declared(catalogue: &'c Catalogue, entry: Target<'c>, signs: &[RedFlag]) -> Self {
        let sign = signs.iter().find(|flag| entry.kind == Kind::RedFlag && flag.id == entry.id);
        let line = match sign {
            Some(flag) => {
                let first = flag.what_to_do.first().map(|claim| claim.text.as_str()).unwrap_or_default();
                format!("{}: {first}", flag.urgency.words().to_uppercase())
            }
            None => format!("declare it: --with {}", entry.id),
        };
        Self::told(catalogue, entry, line)
    }

    /// What a question names: with why the name leads to it where it could lead to another, else as [`Hit::of_found`].
    pub(super) fn of_named(
        catalogue: &'c Catalogue,
        reader: &Reader<'c>,
        NamedEntry { entry, explained }: NamedEntry<'c>,
        heard: &Heard,
    ) -> Option<Self> {
        if let Some(line) = explained {
            return Some(Self::told(catalogue, entry, line));
        }
        let number = catalogue.search_index().number_of_entry(entry)?;
        Self::of_found(catalogue, reader, (number, entry), heard)
    }

    /// With a line that tells nobody how to do anything.
    fn told(catalogue: &'c Catalogue, entry: Target<'c>, line: String) -> Self {
        Self {
            entry,
            title: title(catalogue, entry),
            verdict: None,
            stance: Stance::Shown,
            urgency: urgency(catalogue, entry),
            named_by: None,
            is_open: true,
            line: Some(line.into()),
        }
    }

    /// With the text that says most of what was asked.
    pub(super) fn of_found(
        catalogue: &'c Catalogue,
        reader: &Reader<'c>,
        (number, entry): (usize, Target<'c>),
        heard: &Heard,
    ) -> Option<Self> {
        let verdict = catalogue.index().facets(entry).map(|facets| reader.judge(&facets));
        let Weighed { field, text: found, .. } = best_text(catalogue, (number, entry), heard)?;
        let holds_names = field == TextField::Names;
        let is_open = found.is_open();
        let (stance, line) = match found.quote(verdict.as_ref()) {
            Quote::Shown(line) => (Stance::Shown, Some(line)),
            Quote::Disputed(line) => (Stance::Disputed, Some(line)),
            Quote::DisputedUnquoted => (Stance::Disputed, None),
            Quote::Withheld => (Stance::Withheld, None),
        };
        let line =
            line.map(
                |line| if holds_names { matching_names(&line, &heard.quoted).into() } else { line.into_owned().into() },
            );
        let named_by: Option<&str> =
            line.as_ref().filter(|_| holds_names).and_then(|line: &Cow<'_, str>| line.split(BETWEEN_NAMES).next());
        let named_by = named_by.map(str::to_owned);
        let is_open = is_open || stance == Stance::Disputed;
        let (title, urgency) = (title(catalogue, entry), urgency(catalogue, entry));
        Some(Self { entry, title, verdict, stance, urgency, named_by, is_open, line })
    }

    /// The same without how-to.
    pub(super) fn without_how_to(self) -> Self {
        if self.is_open { self } else { Self { stance: Stance::Withheld, line: None, ..self } }
    }
}

/// What others say is quoted only where it holds so many more of the words that were asked than what the guide says itself:
/// where somebody asks for it nearly in its words.
const MORE_OF_A_DISPUTE: usize = 2;

/// A text of an entry, and how many of the asked stems it holds.
struct Weighed<'c> {
    field: TextField,
    text: Quotable<'c>,
    held: usize,
}

/// The text of an entry that holds most of what was asked: what it says first before its title, that before what it says
/// besides. Where nothing holds it as it was asked, what it says first.
fn best_text<'c>(catalogue: &'c Catalogue, (number, entry): (usize, Target<'c>), heard: &Heard) -> Option<Weighed<'c>> {
    let texts = catalogue.search_index().texts_of(number);
    // What stands in a field is known without reading it.
    let may_hold = |field: TextField| terms_held(&heard.asked, number, field);
    let read = |field: TextField| {
        let enough = may_hold(field).max(1);
        let mut best: Option<Weighed<'_>> = None;
        for text in catalogue.quotable(entry, texts.iter().filter(|row| row.0 == field)) {
            let held = text.stems_held(&heard.quoted);
            // Of equals, the first.
            if best.as_ref().is_none_or(|best| held > best.held) {
                best = Some(Weighed { field, text, held });
            }
            if held >= enough {
                break;
            }
        }
        best
    };
    // Why something is not held is all that there is to say of it.
    if entry.kind == Kind::NotCovered {
        return read(TextField::First);
    }
    let held = |text: &Option<Weighed<'_>>| text.as_ref().map_or(0, |text| text.held);
    let holding = |field: TextField, least: usize| {
        let read = if may_hold(field) >= least { read(field) } else { None };
        read.filter(|text| text.held >= least)
    };
    let mut own = read(TextField::First).or_else(|| read(TextField::Title));
    for field in [TextField::Title, TextField::Body] {
        own = holding(field, held(&own) + 1).or(own);
    }
    // Its names stand in many places of its file.
    if held(&own) == 0 {
        own = holding(TextField::Names, 1).or(own);
    }
    let least = if held(&own) == 0 && !heard.asked.is_empty() { 1 } else { held(&own) + MORE_OF_A_DISPUTE };
    holding(TextField::Dispute, least).or(own)
}

/// Of the names of an entry, those that hold some of what was asked; all where none does.
fn matching_names(names: &str, asked: &[String]) -> String {
    let matches = |name: &&str| stems_held(name, asked) > 0;
    let found: Vec<&str> = names.split(BETWEEN_NAMES).filter(matches).collect();
    if found.is_empty() { names.to_owned() } else { found.join(BETWEEN_NAMES) }
}

/// How fast to get help for a sign.
pub(super) fn urgency(catalogue: &Catalogue, entry: Target<'_>) -> Option<Urgency> {
    let is_sign = entry.kind == Kind::RedFlag;
    catalogue.index().red_flag(entry.id).filter(|_| is_sign).map(|row| row.urgency)
}

fn title<'c>(catalogue: &'c Catalogue, entry: Target<'c>) -> &'c str {
    let index = catalogue.index();
    let title = match entry.kind {
        Kind::Point => index.point(entry.id).map(|row| row.english),
        Kind::Stretch | Kind::Technique => index.practice(entry.id).map(|row| row.title),
        Kind::Precaution => index.precaution(entry.id).map(|row| row.title),
        Kind::RedFlag => index.red_flag(entry.id).map(|row| row.short),
        Kind::Topic => index.topic(entry.id).map(|row| row.title),
        Kind::NotCovered => index.not_covered(entry.id).map(|row| row.title),
        Kind::Source => index.source(entry.id).map(|row| row.title),
    };
    title.unwrap_or(entry.id)
}
