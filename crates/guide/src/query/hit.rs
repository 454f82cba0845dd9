//! An entry that a search found, and what of it is quoted to this reader.

use std::borrow::Cow;

use crate::index::{TextField, TextRow};
use crate::model::{Kind, RedFlag, Target, Urgency, vocabulary};
use crate::screening::{Quotable, Quote, Reader, TextClass, Verdict};
use crate::shelf::{BETWEEN_NAMES, Catalogue};

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

    /// With a line that tells nobody how to do anything.
    pub(super) fn told(catalogue: &'c Catalogue, entry: Target<'c>, line: String) -> Self {
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
        asked: &[String],
    ) -> Option<Self> {
        let verdict = catalogue.index().facets(entry).map(|facets| reader.judge(&facets));
        let row = best_text(catalogue, (number, entry), asked)?;
        let holds_names = row.0 == TextField::Names;
        let found = catalogue.quotable(entry, [&row]).pop()?;
        let is_open = found.is_open();
        let (stance, line) = match found.quote(verdict.as_ref()) {
            Quote::Shown(line) => (Stance::Shown, Some(line)),
            Quote::Disputed(line) => (Stance::Disputed, Some(line)),
            Quote::DisputedUnquoted => (Stance::Disputed, None),
            Quote::Withheld => (Stance::Withheld, None),
        };
        let line =
            line.map(|line| if holds_names { matching_names(&line, asked).into() } else { line.into_owned().into() });
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

/// The text of an entry that holds most of what was asked, the first of them. Where nothing holds it as it was asked, what
/// the entry says first.
fn best_text<'c>(
    catalogue: &'c Catalogue,
    (number, entry): (usize, Target<'c>),
    asked: &[String],
) -> Option<TextRow<'c>> {
    let texts = catalogue.search_index().texts_of(number);
    // Why something is not held is all that there is to say of it.
    if entry.kind == Kind::NotCovered {
        return texts.into_iter().find(|row| row.0 == TextField::First);
    }
    // Its names stand in many places of its file: they are looked at where nothing else holds what was asked.
    let (names, texts): (Vec<TextRow<'c>>, Vec<TextRow<'c>>) =
        texts.into_iter().partition(|row| row.0 == TextField::Names);
    let weigh = |rows: Vec<TextRow<'c>>| {
        let says = catalogue.quotable(entry, &rows).into_iter().map(Quotable::into_weighed);
        let weighed = says.collect::<Vec<_>>().into_iter().zip(rows).map(|(says, row)| {
            let text = says.to_ascii_lowercase();
            let held = asked.iter().filter(|stem| holds(&text, stem)).count();
            ((held, row.0 == TextField::First), row)
        });
        weighed.collect::<Vec<_>>()
    };
    let weighed = weigh(texts).into_iter();
    let is_dispute = |row: &TextRow<'_>| matches!(row.1, TextClass::Dispute | TextClass::DisputeAboutHowTo);
    let (disputes, own): (Vec<_>, Vec<_>) = weighed.partition(|(_, row)| is_dispute(row));
    // Of equals, the first.
    let best = |texts: Vec<((usize, bool), TextRow<'c>)>| {
        texts.into_iter().reduce(|best, other| if other.0 > best.0 { other } else { best })
    };
    let (mut own, dispute) = (best(own), best(disputes));
    if own.as_ref().is_none_or(|(weight, _)| weight.0 == 0) {
        let of_names = best(weigh(names));
        own = of_names.filter(|(weight, _)| weight.0 > 0).or(own);
    }
    let held = |text: &Option<((usize, bool), TextRow<'c>)>| text.as_ref().map_or(0, |(weight, _)| weight.0);
    let least = if held(&own) == 0 { 1 } else { held(&own) + MORE_OF_A_DISPUTE };
    let told = if held(&dispute) >= least { dispute } else { own };
    told.map(|(_, row)| row)
}

/// Whether a word of a text, which is in small letters, begins like a stem.
fn holds(text: &str, stem: &str) -> bool {
    // "Happy" ends otherwise than its stem.
    let stem = stem.strip_suffix('i').unwrap_or(stem);
    let begins = |at: usize| text.get(..at).is_some_and(|before| !before.ends_with(char::is_alphanumeric));
    !stem.is_empty() && text.match_indices(stem).any(|(at, _)| begins(at))
}

/// Of the names of an entry, those that hold some of what was asked; all where none does.
fn matching_names(names: &str, asked: &[String]) -> String {
    let matches = |name: &&str| asked.iter().any(|stem| holds(&name.to_ascii_lowercase(), stem));
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
