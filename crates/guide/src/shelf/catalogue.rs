//! A catalogue that is open for questions: its index, and entries parsed by need.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use super::additions::{self, Additions, Enlarged};
use super::bundle::Bundle;
use super::error::CatalogueError;
use super::files::{Completeness, FileTexts, Files, given, read};
use super::load::{disputes, load, load_marked, load_marked_at};
use super::more_rules::MoreRulesByPrecaution;
use super::questions::ask_the_rest;
use crate::check::{Problem, inspect, parse_known};
use crate::index::{Index, NotCoveredRow, SearchIndex, write_index, write_search};
use crate::model::files::{
    FIGURES_FOLDER, HOMONYMS, MANIFEST, MERIDIANS, MERIDIANS_FOLDER, NOT_COVERED, POSES_FOLDER, ROUTINE_FRAME,
    ROUTINES_FOLDER, TRIAGE, path_of,
};
use crate::model::{
    Dispute, Figure, Homonym, Kind, MARK, Manifest, Marked, Meridian, NamedRoutine, NotCovered, Point, Poses,
    Precaution, RedFlag, RoutineFrame, Source, Stretch, Target, Technique, Topic, TriageQuestions, marked,
};
use crate::screening::{Profile, Reader, Rule};
use crate::text::printable;

/// A catalogue that is open for questions.
#[derive(Debug)]
pub struct Catalogue {
    pub(super) files: Files,
    index: Index,
    /// Written when something is searched for, where the program does not carry it.
    search: OnceLock<SearchIndex>,
    manifest: Manifest,
    /// Parsed when it is asked for.
    routine_frame: OnceLock<RoutineFrame>,
    more_rules: MoreRulesByPrecaution,
    origin: Origin,
}

/// Where a catalogue comes from.
#[derive(Debug, PartialEq, Eq)]
pub enum Origin {
    /// The program carries it.
    Bundled,
    /// It was read from a directory, and is all that there is.
    Directory(String),
    /// The program carries it, and a directory adds to it.
    BundledAnd {
        /// The directory.
        directory: String,
        /// Ids of what it adds, sorted.
        added: Vec<String>,
    },
}

/// Methods that parse one entry of a kind.
macro_rules! entries {
    ($($(#[$about:meta])* $name:ident: $kind:ident;)+) => {
        $($(#[$about])*
        ///
        /// # Errors
        /// Its file cannot be parsed.
        pub fn $name(&self, id: &str) -> Result<$kind, CatalogueError> {
            self.entry(Kind::$kind, id)
        })+
    };
}

impl Catalogue {
    /// The catalogue that the program carries.
    ///
    /// # Errors
    /// A damaged program.
    pub fn bundled(bundle: Bundle) -> Result<Self, CatalogueError> {
        let files = Files::Bundled(bundle);
        let search = OnceLock::from(SearchIndex::of(Cow::Borrowed(bundle.search)));
        Self::new(files, Index::of(Cow::Borrowed(bundle.index)), search, Origin::Bundled)
    }

    /// The catalogue in a directory, checked whole.
    ///
    /// # Errors
    /// The directory cannot be read, or the catalogue has problems: all of them at once.
    pub fn in_directory(path: &Path) -> Result<Self, CatalogueError> {
        let (texts, problems) = read(path, Completeness::Whole)?;
        Self::checked(&path.display().to_string(), texts, problems)
    }

    /// The catalogue that these files make, checked whole: path below its root → text. Its answers say that they are from
    /// `directory`.
    ///
    /// # Errors
    /// The catalogue has problems: all of them at once.
    pub fn of_files(directory: &str, files: FileTexts) -> Result<Self, CatalogueError> {
        let (texts, problems) =
            given(files).map_err(|problem| CatalogueError::of_problems(directory, vec![problem]))?;
        Self::checked(directory, texts, problems)
    }

    fn checked(directory: &str, texts: FileTexts, unreadable: Vec<Problem>) -> Result<Self, CatalogueError> {
        let files = Files::Read(texts);
        let inspection = inspect(files.all().into_iter(), unreadable, None)
            .map_err(|problems| CatalogueError::of_problems(directory, problems))?;
        let index = Index::of(write_index(&inspection)?.into());
        drop(inspection);
        Self::new(files, index, OnceLock::new(), Origin::Directory(printable(directory)))
    }

    /// The bundled catalogue with what a directory adds to it, which is checked. What is added bears a [`MARK`].
    ///
    /// # Errors
    /// The directory cannot be read, or what it adds has problems: all of them at once.
    pub fn with_additions(bundle: Bundle, path: &Path) -> Result<Self, CatalogueError> {
        let additions = Additions::read(bundle, path)?;
        let directory = path.display().to_string();
        let laid = additions.laid_over().map_err(|problems| CatalogueError::of_problems(&directory, problems))?;
        let Enlarged { index, added } = laid?;
        let origin = Origin::BundledAnd { directory: printable(&directory), added };
        Self::new(Files::BundledAnd(bundle, additions.texts), index, OnceLock::new(), origin)
    }

    fn new(files: Files, index: Index, search: OnceLock<SearchIndex>, origin: Origin) -> Result<Self, CatalogueError> {
        let manifest = load(&files, MANIFEST)?;
        let (routine_frame, more_rules) = (OnceLock::new(), MoreRulesByPrecaution::default());
        Ok(Self { files, index, search, manifest, routine_frame, more_rules, origin })
    }

    /// What all entries need: names, columns, rules.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// What a search looks through.
    pub(crate) fn search_index(&self) -> &SearchIndex {
        self.search.get_or_init(|| {
            let files = parse_known(self.files.all().into_iter());
            let written = write_search(&files, |path| self.files.is_added(path));
            written.map(|bytes| SearchIndex::of(bytes.into())).unwrap_or_default()
        })
    }

    /// The reader of a profile: with the rules that follow from it, and the words of those rules.
    ///
    /// # Errors
    /// A precaution's file cannot be parsed.
    pub fn reader(&self, profile: Profile) -> Result<Reader<'_>, CatalogueError> {
        self.reader_with(profile, &[])
    }

    /// The same, for whom the rules of some more precautions hold.
    ///
    /// # Errors
    /// The same.
    pub fn reader_with(&self, profile: Profile, more: &[String]) -> Result<Reader<'_>, CatalogueError> {
        let declared = profile.declared().iter().chain(more).flat_map(|id| self.index.declared_with(id));
        let declared: BTreeSet<&str> = declared.collect();
        let (mut rules, mut precautions) = (Vec::new(), Vec::new());
        for id in declared {
            rules.extend(self.index.rules_of(id)?);
            precautions.push(self.precaution(id)?);
        }
        Ok(Reader::new(profile, rules, precautions))
    }

    /// The rules of a precaution, and of those that it implies.
    ///
    /// # Errors
    /// A damaged index.
    pub fn rules_of(&self, precaution: &str) -> Result<Vec<Rule<'_>>, CatalogueError> {
        let mut rules = Vec::new();
        for id in self.index.declared_with(precaution) {
            rules.extend(self.index.rules_of(id)?);
        }
        Ok(rules)
    }

    /// What the catalogue says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Where it comes from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// An id as answers tell it: with the mark, where it was added.
    pub fn told<'i>(&self, id: &'i str) -> Cow<'i, str> {
        let by_id = |added: &String| added.as_str().cmp(id);
        let is_added =
            matches!(&self.origin, Origin::BundledAnd { added, .. } if added.binary_search_by(by_id).is_ok());
        if is_added { marked(id).into() } else { id.into() }
    }

    /// What a reader must know of where it comes from; nothing of the bundled one.
    pub fn label(&self) -> Option<String> {
        match &self.origin {
            Origin::Bundled => None,
            Origin::Directory(directory) => Some(format!("From {directory}, which is not the bundled guide.")),
            Origin::BundledAnd { directory, .. } => {
                Some(format!("With additions from {directory}: {MARK} marks what is not of the bundled guide."))
            }
        }
    }

    // Without their disputes, which `disputes` tells, and without the words in which readers ask for them.
    entries! {
        /// One point.
        point: Point;
        /// One stretch.
        stretch: Stretch;
        /// One technique.
        technique: Technique;
        /// One red flag.
        red_flag: RedFlag;
        /// One topic.
        topic: Topic;
    }

    /// One source.
    ///
    /// # Errors
    /// There is none of this id, or its file cannot be parsed.
    pub fn source(&self, id: &str) -> Result<Source, CatalogueError> {
        let row = self.index.source(id).ok_or_else(|| CatalogueError::missing(id))?;
        load_marked_at(&self.files, row.file, row.bytes)
    }

    /// Where sources disagree about an entry; nothing of what has no disputes.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn disputes(&self, entry: Target<'_>) -> Result<Vec<Dispute>, CatalogueError> {
        match entry.kind {
            Kind::Point | Kind::Stretch | Kind::Technique | Kind::Topic => {
                disputes(&self.files, &path_of(entry.kind, entry.id))
            }
            Kind::Precaution | Kind::RedFlag | Kind::NotCovered | Kind::Source => Ok(Vec::new()),
        }
    }

    /// One precaution.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn precaution(&self, id: &str) -> Result<Precaution, CatalogueError> {
        let mut precaution: Precaution = self.entry(Kind::Precaution, id)?;
        precaution.rules.extend(self.more_rules.of(&self.files, id)?);
        Ok(precaution)
    }

    /// What every routine is made of besides its entries, and its limits.
    ///
    /// # Errors
    /// The file cannot be parsed.
    pub fn routine_frame(&self) -> Result<&RoutineFrame, CatalogueError> {
        if let Some(frame) = self.routine_frame.get() {
            return Ok(frame);
        }
        let frame = load(&self.files, ROUTINE_FRAME)?;
        Ok(self.routine_frame.get_or_init(|| frame))
    }

    /// One routine that has a name.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn named_routine(&self, id: &str) -> Result<NamedRoutine, CatalogueError> {
        load_marked(&self.files, &format!("{ROUTINES_FOLDER}/{id}.json"))
    }

    /// One figure.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn figure(&self, id: &str) -> Result<Figure, CatalogueError> {
        let path = format!("{FIGURES_FOLDER}/{id}.json");
        let mut figure: Figure = load_marked(&self.files, &path)?;
        if !self.files.is_added(&path) {
            additions::undraw(&mut figure, &self.files);
        }
        Ok(figure)
    }

    /// How the ways of a stretch or technique look; `None` where nobody has drawn it.
    ///
    /// # Errors
    /// The file cannot be parsed.
    pub fn poses(&self, id: &str) -> Result<Option<Poses>, CatalogueError> {
        let path = format!("{POSES_FOLDER}/{id}.json");
        self.files.text(&path).map(|_| load_marked(&self.files, &path)).transpose()
    }

    /// The meridians.
    ///
    /// # Errors
    /// The file cannot be parsed.
    pub fn meridians(&self) -> Result<Vec<Meridian>, CatalogueError> {
        let mut meridians: Vec<Meridian> = load(&self.files, MERIDIANS)?;
        for path in self.files.in_folder(MERIDIANS_FOLDER) {
            meridians.push(load_marked(&self.files, path)?);
        }
        Ok(meridians)
    }

    /// The names with two meanings.
    ///
    /// # Errors
    /// The file cannot be parsed.
    pub fn homonyms(&self) -> Result<Vec<Homonym>, CatalogueError> {
        load(&self.files, HOMONYMS)
    }

    /// One thing that readers ask for and this guide does not hold.
    ///
    /// # Errors
    /// The file cannot be parsed.
    pub fn not_covered(&self, row: NotCoveredRow<'_>) -> Result<NotCovered, CatalogueError> {
        let all: Vec<NotCovered> = load(&self.files, NOT_COVERED)?;
        all.into_iter().nth(row.number).ok_or_else(|| CatalogueError::missing(row.id))
    }

    /// The questions of a check.
    ///
    /// # Errors
    /// The file cannot be parsed.
    pub fn triage_questions(&self) -> Result<TriageQuestions, CatalogueError> {
        let mut questions: TriageQuestions = load(&self.files, TRIAGE)?;
        if let Origin::BundledAnd { .. } = &self.origin {
            ask_the_rest(&mut questions, &self.index);
        }
        Ok(questions)
    }

    fn entry<T: DeserializeOwned + Marked>(&self, kind: Kind, id: &str) -> Result<T, CatalogueError> {
        load_marked(&self.files, &path_of(kind, id))
    }
}
