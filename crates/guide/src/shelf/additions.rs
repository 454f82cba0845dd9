//! A directory that adds to the bundled catalogue: what it may replace, and how it is laid over the bundled one.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::path::Path;
use std::rc::Rc;

use serde_json::Value;
use strsim::damerau_levenshtein;

use super::bundle::Bundle;
use super::error::CatalogueError;
use super::files::{Completeness, FileTexts, Files, pairs, read};
use super::load::load;
use super::replacing::refusal;
use crate::check::{Base, Inspection, Problem, inspect, parse_known};
use crate::index::{EntryRow, Index, SearchIndex, TextAt, first_string, write_additions};
use crate::model::files::{FIGURES_FOLDER, MANIFEST, ROUTINES_FOLDER, folder, path_of};
use crate::model::{Figure, Kind, Target};
use crate::screening::{Facets, Rule, TextClass};
use crate::text::{fold, search_words};

/// What a directory adds to the bundled catalogue.
pub(super) struct Additions {
    bundle: Bundle,
    /// Path → text.
    pub(super) texts: FileTexts,
    /// What cannot be read, or may not be replaced.
    problems: Vec<Problem>,
}

/// The bundled catalogue with what a directory adds.
pub(super) struct Enlarged {
    pub(super) index: Index,
    /// The ids of what was added, sorted.
    pub(super) added: Vec<String>,
}

/// Every problem of what a directory adds to the bundled catalogue, sorted by file and place.
///
/// # Errors
/// The directory cannot be read at all.
pub fn check_additions(bundle: Bundle, path: &Path) -> Result<Vec<Problem>, CatalogueError> {
    Ok(Additions::read(bundle, path)?.laid_over().err().unwrap_or_default())
}

impl Additions {
    /// Reads a directory.
    ///
    /// A file that says the same as ours is ours. Points and stretches may be replaced, where they lie as ours do, so that
    /// every rule of ours still finds them; nothing else may.
    ///
    /// # Errors
    /// The directory cannot be read.
    pub(super) fn read(bundle: Bundle, root: &Path) -> Result<Self, CatalogueError> {
        let (own, mut problems) = read(root, Completeness::Part)?;
        let is_empty = own.is_empty();
        let mut texts = FileTexts::new();
        for (path, text) in own {
            if let Some(ours) = bundle.text(&path) {
                let (theirs, ours) = (parsed(&text), parsed(ours));
                let refused = refusal(&path, &text, &theirs, &ours);
                if theirs == ours || refused.is_some() {
                    problems.extend(refused.filter(|_| theirs != ours));
                    continue;
                }
            }
            texts.insert(path, text);
        }
        if texts.is_empty() && problems.is_empty() {
            problems.push(adds_nothing(is_empty));
        }
        Ok(Self { bundle, texts, problems })
    }

    /// The bundled catalogue with these: only what is added is checked, the bundled catalogue was when it was
    /// built.
    ///
    /// # Errors
    /// Every problem of what is added; within, what cannot be written.
    pub(super) fn laid_over(&self) -> Result<Result<Enlarged, CatalogueError>, Vec<Problem>> {
        let ours = Index::of(Cow::Borrowed(self.bundle.index));
        let base = Ours {
            declared: OnceCell::new(),
            how_to: OnceCell::new(),
            bundle: self.bundle,
            index: &ours,
            own: &self.texts,
        };
        let mut added = inspect(pairs(&self.texts), self.problems.clone(), Some(&base))?;
        added.mark();
        Ok(self.merged(&ours, &added).map(|index| Enlarged { index, added: ids(&added) }))
    }

    fn merged(&self, ours: &Index, added: &Inspection<'_>) -> Result<Index, CatalogueError> {
        let replaced = self.texts.keys().filter_map(|path| Some((path.as_str(), self.bundle.text(path)?)));
        let manifest = load(&Files::Bundled(self.bundle), MANIFEST)?;
        Ok(Index::of(write_additions(ours, &manifest, added, &parse_known(replaced))?.into()))
    }
}

/// The ids of what is added, sorted.
fn ids(added: &Inspection<'_>) -> Vec<String> {
    let entries = Kind::ALL.into_iter().flat_map(|kind| added.entries(kind)).map(|listed| listed.entry.id());
    let routines = added.routines.iter().map(|it| it.content.id.as_str());
    let figures = added.figures.iter().map(|it| it.content.id.as_str());
    let mut ids: Vec<String> = entries.chain(routines).chain(figures).map(str::to_owned).collect();
    ids.sort_unstable();
    ids
}

/// The bundled catalogue, as far as it stays.
struct Ours<'o> {
    /// The folded names of what can be declared, read when the first is asked for.
    declared: OnceCell<Vec<Cow<'o, str>>>,
    /// What its how-to says in a row, read when the first is asked for.
    how_to: OnceCell<HashMap<String, Rc<str>>>,
    bundle: Bundle,
    index: &'o Index,
    own: &'o FileTexts,
}

impl Ours<'_> {
    /// All that our how-to says in so many words in a row, each with a file that says it.
    fn runs_of_how_to(&self, in_a_row: usize) -> HashMap<String, Rc<str>> {
        let search = SearchIndex::of(Cow::Borrowed(self.bundle.search));
        let mut runs = HashMap::new();
        for (number, EntryRow { kind, id, .. }) in search.entries().enumerate() {
            let path: Rc<str> = path_of(kind, id).into();
            for (_, class, says) in search.texts_of(number) {
                let begin = match (class, says) {
                    (TextClass::HowTo, TextAt::InFile(begin)) => begin,
                    (TextClass::DisputeAboutHowTo, TextAt::Disputed { says, .. }) => says,
                    _ => continue,
                };
                let said =
                    self.bundle.bytes(&path).and_then(|text| first_string(text.get(begin..)?)).unwrap_or_default();
                let words: Vec<String> = search_words(&said).collect();
                runs.extend(words.windows(in_a_row).map(|run| (run.join(" "), path.clone())));
            }
        }
        runs
    }

    fn stays(&self, kind: Kind, id: &str) -> bool {
        !self.own.contains_key(&path_of(kind, id))
    }
}

impl Base for Ours<'_> {
    fn text(&self, path: &str) -> Option<&str> {
        if self.own.contains_key(path) { None } else { self.bundle.text(path) }
    }

    fn has_source(&self, id: &str) -> bool {
        self.index.source(id).is_some()
    }

    fn owner_of(&self, name: &str) -> Option<String> {
        let holds = |owner: &Target<'_>| owner.kind != Kind::NotCovered && self.stays(owner.kind, owner.id);
        let owner = self.index.named(name).into_iter().find(holds)?;
        let source = self.index.source(owner.id).filter(|_| owner.kind == Kind::Source);
        Some(source.map_or_else(|| path_of(owner.kind, owner.id), |row| row.file.to_owned()))
    }

    fn nearly_declared(&self, name: &str) -> Option<String> {
        /// A shorter name is near to too many others.
        const SHORTEST: usize = 6;
        // What differs by one slip begins or ends alike, which is sooner seen than the distance.
        let alike = |known: &str| {
            let same = |(one, other): &(u8, u8)| one == other;
            let begin = known.bytes().zip(name.bytes()).take_while(same).count();
            begin + known.bytes().rev().zip(name.bytes().rev()).take_while(same).count()
        };
        let is_near = |known: &str| {
            let could_be = known.len() >= SHORTEST && known.len().abs_diff(name.len()) <= 1;
            could_be && alike(known) + 2 >= known.len() && damerau_levenshtein(known, name) == 1
        };
        let declared = || self.index.all_names().filter(|(_, target)| target.kind.can_be_declared());
        let names = self.declared.get_or_init(|| declared().map(|(name, _)| name).collect());
        names.iter().find(|known| is_near(known)).map(|known| known.clone().into_owned())
    }

    fn how_to_with(&self, words: &[String]) -> Option<String> {
        let runs = self.how_to.get_or_init(|| self.runs_of_how_to(words.len()));
        runs.get(&words.join(" ")).filter(|path| self.text(path).is_some()).map(ToString::to_string)
    }

    fn routine_called(&self, name: &str) -> Option<String> {
        let found = self.index.routines().find(|row| [row.id, row.title].iter().any(|known| fold(known) == name));
        found.map(|row| format!("{}/{}.json", ROUTINES_FOLDER, row.id))
    }

    fn routines_to_look_at(&self) -> Vec<(&str, &str)> {
        if !self.own.keys().any(|path| self.bundle.text(path).is_some()) {
            return Vec::new();
        }
        let routines = self.bundle.texts().filter(|(path, _)| folder(path) == ROUTINES_FOLDER);
        routines.filter(|(path, _)| !self.own.contains_key(*path)).collect()
    }

    fn is_homonym(&self, name: &str) -> bool {
        self.index.homonym(name).is_some()
    }

    fn figure_of(&self, code: &str, locator: bool) -> Option<String> {
        let figures = self.index.figures_of(code);
        let id = if locator { figures.locator } else { figures.place };
        id.filter(|_| self.stays(Kind::Point, code)).map(|id| format!("{FIGURES_FOLDER}/{id}.json"))
    }

    fn rules(&self) -> Vec<Rule<'_>> {
        self.index.rules().collect()
    }

    fn facets(&self) -> Vec<Facets<'_>> {
        self.index.screened().filter(|entry| self.stays(entry.kind, entry.id)).collect()
    }
}

/// Whoever names a directory relies on what it adds, and must hear that there is none of it.
fn adds_nothing(is_empty: bool) -> Problem {
    let message = if is_empty { "adds nothing: no file is in its folders" } else { "adds nothing: all of it is ours" };
    let remedy = "put files of your own into points/, rules/ or another of the folders, or leave the directory out";
    Problem::of_file(".", message, remedy)
}

/// `null` for what is no JSON. What an editor is told says nothing to a reader.
fn parsed(text: &str) -> Value {
    let mut document: Value = serde_json::from_str(text).unwrap_or_default();
    if let Some(fields) = document.as_object_mut() {
        fields.remove("$schema");
    }
    document
}

/// Our figures show where our points lie, not those that take their place.
pub(super) fn undraw(figure: &mut Figure, files: &Files) {
    figure.points.retain(|point| !files.is_added(&path_of(Kind::Point, &point.code)));
}
