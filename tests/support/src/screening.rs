//! Who may see what of the frozen catalogue, and whether an answer tells more.
//!
//! Every how-to text of the frozen catalogue carries a marker of its entry, `HOWTOGB30`; what belongs to one way carries
//! that way too, `HOWTOGB30WAY2`: its steps, how its place is found, easier versions, mistakes, when to stop. Disputes about
//! dose and pressure carry `HOWTOGB30SAID`. Its holds are numbers that stand nowhere else.

use std::collections::BTreeSet;

use guide::model::{Kind, PREGNANCY, Target};
use guide::screening::{Profile, Reader, Verdict};
use guide::shelf::Catalogue;

use crate::{Answer, FIXTURE, ask_in, folder, repository};

/// An entry of the frozen catalogue that tells how to do something, with the holds of each of its ways.
pub struct Planted {
    pub kind: Kind,
    pub id: &'static str,
    pub ways: &'static [[&'static str; 2]],
}

pub const ENTRIES: [Planted; 8] = [
    Planted { kind: Kind::Point, id: "BL25", ways: &[["47", "59"]] },
    Planted { kind: Kind::Point, id: "GB30", ways: &[["41", "53"], ["23", "29"], ["13", "19"]] },
    Planted { kind: Kind::Point, id: "BL40", ways: &[["14", "17"], ["16", "18"]] },
    Planted { kind: Kind::Point, id: "LV3", ways: &[["37", "43"], ["32", "35"]] },
    Planted { kind: Kind::Stretch, id: "arch-and-round", ways: &[["71", "73"], ["61", "67"]] },
    Planted { kind: Kind::Stretch, id: "knee-rock", ways: &[["31", "34"]] },
    Planted { kind: Kind::Technique, id: "ball-at-wall", ways: &[["38", "39"]] },
    Planted { kind: Kind::Technique, id: "thumb-press", ways: &[["51", "57"], ["44", "46"]] },
];

/// The page of the frozen catalogue with a dispute about dose, which is not for a reader who declared anything.
pub const PAGE: &str = "how-long";

/// Its precautions, with what each alone does to the entries: `-` nothing, `l` limits, `a` ask first, `x` avoid.
pub const PRECAUTIONS: [(&str, &str); 9] = [
    ("blood-thinners", "aaxa --xa"),
    ("frail", "llll llxl"),
    ("heart-condition", "al-l --al"),
    ("narrow-canal", "---- l---"),
    ("new-hip", "-x-l -xxx"),
    ("numb-skin", "--ll ---l"),
    ("pacemaker", "---- ----"),
    ("pregnancy", "xaax lxxa"),
    ("suspected-clot", "--xx ---x"),
];

pub const UTF_8: (&str, &str) = ("LANG", "C.UTF-8");

pub const ASCII: (&str, &str) = ("LANG", "C");

pub fn marker(id: &str) -> String {
    format!("howto{}", id.replace('-', "").to_lowercase())
}

pub fn planted_ids() -> Vec<&'static str> {
    ENTRIES.iter().map(|entry| entry.id).collect()
}

pub fn fixture() -> Catalogue {
    Catalogue::in_directory(&repository(FIXTURE)).expect("a catalogue without problems")
}

pub fn ids() -> Vec<&'static str> {
    PRECAUTIONS.iter().map(|(id, _)| *id).collect()
}

/// Nobody, and who declares one of these.
pub fn alone(ids: &[&str]) -> Vec<Vec<String>> {
    std::iter::once(Vec::new()).chain(ids.iter().map(|one| vec![(*one).to_owned()])).collect()
}

/// Nobody, who declares one of these, and who declares two of them.
pub fn everybody(ids: &[&str]) -> Vec<Vec<String>> {
    let mut profiles = alone(ids);
    for (place, one) in ids.iter().enumerate() {
        profiles.extend(ids.iter().skip(place + 1).map(|other| vec![(*one).to_owned(), (*other).to_owned()]));
    }
    profiles
}

/// Tells the week of a pregnancy, among the words that a reader declares.
const WEEK: &str = "--pregnant=";

/// The weeks on both sides of the bound that the frozen catalogue has.
const WEEKS: [&str; 4] = ["--pregnant=1", "--pregnant=20", "--pregnant=21", "--pregnant=42"];

/// How far a test goes that asks for readers in forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Each precaution alone, in the forms that tell most.
    Quick,
    /// Each pair of precautions too, in every form.
    Whole,
}

impl Extent {
    /// Who asks, of all who could declare these.
    pub fn readers(self, ids: &[&str]) -> Vec<Vec<String>> {
        match self {
            Self::Quick => alone(ids),
            Self::Whole => everybody(ids),
        }
    }

    /// The same of the frozen catalogue; and who tells the week of a pregnancy, on both sides of each bound.
    pub fn readers_of_fixture(self) -> Vec<Vec<String>> {
        let alone = WEEKS.iter().map(|week| vec![(*week).to_owned()]);
        let with_another =
            WEEKS.iter().flat_map(|week| ids().into_iter().map(|id| vec![id.to_owned(), (*week).to_owned()]));
        let with_another = with_another.filter(|_| self == Self::Whole);
        self.readers(&ids()).into_iter().chain(alone).chain(with_another).collect()
    }
}

/// The forms of an answer: format and shape, with and without citations, for cards also whole; and without UTF-8.
fn forms(cards: bool, extent: Extent) -> Vec<(Vec<&'static str>, (&'static str, &'static str))> {
    let shapes: [&[&str]; 6] =
        [&[], &["--width", "80"], &["--width", "40"], &["--plain"], &["--format", "json"], &["--format", "markdown"]];
    // A list cites nothing, and is always whole.
    let extents: &[&[&str]] =
        if cards { &[&["--full", "--sources"], &["--full"], &["--sources"], &[]] } else { &[&[]] };
    if extent == Extent::Quick {
        return shapes
            .iter()
            .filter(|shape| !matches!(shape, [] | ["--width", "40"]))
            .map(|shape| ([*shape, extents[0]].concat(), UTF_8))
            .collect();
    }
    let mut forms: Vec<_> =
        shapes.iter().flat_map(|shape| extents.iter().map(|extent| ([*shape, extent].concat(), UTF_8))).collect();
    forms.extend(shapes.iter().take(4).map(|shape| ([*shape, extents[0]].concat(), ASCII)));
    forms
}

/// Asks in every form; `question` is what stands before the options.
pub fn in_every_form(question: &[&str], profile: &[String], look: impl FnMut(&[String], &Answer)) {
    in_forms(Extent::Whole, question, profile, look);
}

/// Asks in forms; `question` is what stands before the options.
///
/// A pair is not asked without UTF-8: that only spells in ASCII what the other forms say.
pub fn in_forms(extent: Extent, question: &[&str], profile: &[String], mut look: impl FnMut(&[String], &Answer)) {
    let catalogue = folder(FIXTURE);
    let forms = forms(matches!(question[0], "show" | "learn"), extent).into_iter();
    for (form, locale) in forms.filter(|(_, locale)| profile.len() < 2 || *locale == UTF_8) {
        let mut arguments: Vec<String> = question.iter().chain(&form).map(|&it| it.to_owned()).collect();
        arguments.extend(["--catalogue".to_owned(), catalogue.clone()]);
        arguments.extend(declaring(profile));
        look(&arguments, &ask_in(&[locale], &arguments));
    }
}

/// The options that declare this.
pub fn declaring(profile: &[String]) -> Vec<String> {
    let (mut weeks, ids): (Vec<String>, Vec<String>) = profile.iter().cloned().partition(|word| word.starts_with(WEEK));
    if !ids.is_empty() {
        weeks.extend(["--with".to_owned(), ids.join(",")]);
    }
    weeks
}

pub fn target(catalogue: &Catalogue, id: &str) -> Target<'static> {
    let found = ENTRIES.iter().find(|entry| entry.id == id).expect("an entry of the table");
    assert!(catalogue.index().facets(Target { kind: found.kind, id: found.id }).is_some(), "{id} is not there");
    Target { kind: found.kind, id: found.id }
}

pub fn reader<'c>(catalogue: &'c Catalogue, declared: &[String]) -> Reader<'c> {
    let (weeks, ids): (Vec<String>, Vec<String>) = declared.iter().cloned().partition(|word| word.starts_with(WEEK));
    let week = weeks.first().map(|week| week.trim_start_matches(WEEK).parse().expect("a week"));
    let ids = ids.into_iter().chain(week.map(|_| PREGNANCY.to_owned())).collect();
    catalogue.reader(Profile::new(ids, Vec::new()).in_week(week)).expect("a reader")
}

pub fn verdict<'c>(catalogue: &'c Catalogue, reader: &Reader<'c>, entry: Target<'_>) -> Verdict<'c> {
    reader.judge(&catalogue.index().facets(entry).expect("an entry with how-to"))
}

/// What screening withholds from a reader whom no clinician has cleared.
#[derive(Default)]
pub struct Hidden {
    /// Entries whose how-to is withheld.
    pub entries: Vec<&'static str>,
    /// Texts that no answer may hold, in lower case.
    pub texts: Vec<String>,
    /// Numbers that no answer may hold as a word.
    pub numbers: Vec<&'static str>,
}

impl Hidden {
    pub fn everything() -> Self {
        let mut hidden = Self::default();
        for entry in &ENTRIES {
            hidden.hide(entry);
        }
        hidden.texts.push(marker(PAGE));
        hidden
    }

    pub fn from(catalogue: &Catalogue, profile: &[String]) -> Self {
        let reader = reader(catalogue, profile);
        if reader.red_flags().next().is_some() {
            return Self::everything();
        }
        let mut hidden = Self::default();
        for entry in &ENTRIES {
            let verdict = verdict(catalogue, &reader, target(catalogue, entry.id));
            if verdict.withheld {
                hidden.hide(entry);
                continue;
            }
            let open: Vec<usize> = verdict.open_ways().collect();
            for (place, numbers) in entry.ways.iter().enumerate().filter(|(place, _)| !open.contains(place)) {
                hidden.texts.push(format!("{}way{}", marker(entry.id), place + 1));
                hidden.numbers.extend(numbers);
            }
            if verdict.level.is_some() {
                hidden.texts.push(format!("{}said", marker(entry.id)));
            }
        }
        if !profile.is_empty() {
            hidden.texts.push(marker(PAGE));
        }
        hidden
    }

    fn hide(&mut self, entry: &Planted) {
        self.entries.push(entry.id);
        self.texts.push(marker(entry.id));
        self.numbers.extend(entry.ways.iter().flatten());
    }

    pub fn assert_texts_untold(&self, arguments: &[String], answer: &Answer) {
        let text = format!("{}\n{}", answer.out, answer.err).to_lowercase();
        for hidden in &self.texts {
            assert!(!text.contains(hidden), "{arguments:?} tells what is withheld, {hidden}:\n{text}");
        }
    }

    pub fn assert_untold(&self, arguments: &[String], answer: &Answer) {
        self.assert_texts_untold(arguments, answer);
        let text = format!("{}\n{}", answer.out, answer.err).to_lowercase();
        let words: BTreeSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
        for number in &self.numbers {
            assert!(!words.contains(number), "{arguments:?} tells a dose that is withheld, {number}:\n{text}");
        }
    }
}
