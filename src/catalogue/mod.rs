//! The catalogue in memory: files, the index over them, and entries parsed by need.

mod additions;
mod check;
mod claim;
mod control;
mod figure;
mod files;
mod fold;
mod index;
mod index_rows;
mod index_writer;
mod kind;
mod listing;
mod load;
mod locate;
mod manifest;
mod originals;
mod point;
mod precaution;
mod red_flag;
mod routine;
mod rows;
mod schema;
mod sorted_lines;
mod source;
mod stretch;
mod strict;
mod technique;
mod topic;
mod triage;
mod vocabulary;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::OnceLock;

pub(crate) use check::MOST_PROBLEMS;
pub use check::{Problem, check, check_additions};
pub use claim::{Basis, Claim, Dispute, Disputes, Grounds, Said, Severity, Subject};
pub use control::{acts_on_a_terminal, first_unseen, printable};
pub use figure::{DrawnPoint, DrawnRegion, Figure, FigureAspect, Hand, Landmark, PointAt, Stroke, StrokeRole};
pub(crate) use fold::{fold, search_words};
pub use index::Index;
pub(crate) use index_rows::BETWEEN_NAMES;
pub use kind::Kind;
pub use manifest::{Advice, CalfSign, Choice, FirstTime, Homonym, Manifest, Meridian};
pub use originals::originals;
pub use point::{
    Aspect, Beneath, Evidence, FindStep, Hanzi, Location, Motion, Names, Point, Position, Reach, Span, Tool, Way,
};
pub use precaution::{InCheck, LimitText, MoreRules, Precaution, RuleText, Selection};
pub use red_flag::{RedFlag, Urgency};
pub use routine::{NamedRoutine, NamedStep, Pause, Place, RoutineFrame, Thing};
pub use rows::{
    ClaimCount, PointRow, PracticeRow, PrecautionRow, RedFlagRow, RoutineRow, SourceRow, Target, TopicRow, Touching,
};
pub use schema::{FILE_KINDS, FileKind};
pub use source::{Document, Extent, Grade, Source};
pub use stretch::{Dosage, Equipment, Movement, Part, Stretch, StretchWay};
pub use technique::Technique;
pub use topic::{Doing, Form, RIGHT_NOW, Section, Topic};
pub use triage::{Screen, TriageQuestions};

use crate::error::Error;
// The index is written and read with it, here and in `build.rs`.
use crate::screening::judge;
use additions::Overlay;
use files::{Completeness, FIGURES, Files, MERIDIANS, ROUTINES, RULES};
use index_writer::{Document as IndexedDocument, folder, stem};
use precaution::RuleFiles;

/// Stands behind the name of everything that a directory adds and that is not ours.
pub const MARK: &str = index_writer::MARK;

/// A catalogue that is open for questions.
#[derive(Debug)]
pub struct Catalogue {
    files: Files,
    index: Index,
    manifest: Manifest,
    /// Parsed when it is asked for.
    routine_frame: OnceLock<RoutineFrame>,
    more_rules: RuleFiles,
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

impl Catalogue {
    /// The catalogue that the program carries.
    ///
    /// # Errors
    /// A damaged program.
    pub fn bundled() -> Result<Self, Error> {
        let files = Files::Bundled;
        let manifest = load::parse(&files, "catalogue.json")?;
        Ok(Self::new(files, Index::bundled(), manifest, Origin::Bundled))
    }

    /// The catalogue in a directory, checked whole.
    ///
    /// # Errors
    /// The directory cannot be read, or the catalogue has problems: all of them at once.
    pub fn in_directory(path: &Path) -> Result<Self, Error> {
        let (texts, problems) = Files::read(path, Completeness::Whole)?;
        Self::checked(&path.display().to_string(), texts, problems)
    }

    /// The catalogue that these files make, checked whole: path below its root → text. Its answers say that they are from
    /// `directory`.
    ///
    /// # Errors
    /// The catalogue has problems: all of them at once.
    pub fn of_files(directory: &str, files: BTreeMap<String, String>) -> Result<Self, Error> {
        let (texts, problems) = Files::given(files).map_err(|problem| Error::catalogue(directory, vec![problem]))?;
        Self::checked(directory, texts, problems)
    }

    fn checked(directory: &str, texts: BTreeMap<String, String>, unreadable: Vec<Problem>) -> Result<Self, Error> {
        let files = Files::Read(texts);
        let documents =
            check::documents(&files, unreadable, BTreeSet::new()).map_err(|p| Error::catalogue(directory, p))?;
        Self::of_documents(files, documents, Origin::Directory(printable(directory)))
    }

    /// The bundled catalogue with what a directory adds to it, checked whole. What is added bears a [`MARK`].
    ///
    /// # Errors
    /// The directory cannot be read, or what it adds has problems: all of them at once.
    pub fn with_additions(path: &Path) -> Result<Self, Error> {
        let Overlay { texts, added, problems } = additions::lay_over(path)?;
        let directory = path.display().to_string();
        let files = Files::Read(texts);
        let mut documents =
            check::documents(&files, problems, added.clone()).map_err(|p| Error::catalogue(&directory, p))?;
        let Files::Read(mut texts) = files else { return Self::bundled() };
        for (path, document) in documents.iter_mut().filter(|(path, _)| added.contains(path)) {
            additions::mark(path, document);
            texts.insert(path.clone(), document.to_string());
        }
        let entries = added.iter().filter(|path| !matches!(folder(path), RULES | MERIDIANS));
        let mut ids: Vec<String> = entries.map(|path| stem(path).to_owned()).collect();
        ids.sort_unstable();
        let origin = Origin::BundledAnd { directory: printable(&directory), added: ids };
        Self::of_documents(Files::Read(texts), documents, origin)
    }

    fn of_documents(files: Files, documents: Vec<IndexedDocument>, origin: Origin) -> Result<Self, Error> {
        let tables = index_writer::write(&documents).map_err(|cause| Error::Internal { cause })?;
        let manifest = load::parse(&files, "catalogue.json")?;
        Ok(Self::new(files, Index::from_tables(tables, documents), manifest, origin))
    }

    fn new(files: Files, index: Index, manifest: Manifest, origin: Origin) -> Self {
        Self { files, index, manifest, routine_frame: OnceLock::new(), more_rules: RuleFiles::default(), origin }
    }

    /// What all entries need: names, columns, rules.
    pub fn index(&self) -> &Index {
        &self.index
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
        match &self.origin {
            Origin::BundledAnd { added, .. } if added.binary_search_by(|each| each.as_str().cmp(id)).is_ok() => {
                format!("{id} {MARK}").into()
            }
            _ => id.into(),
        }
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

    /// The rules for every stretch, and what every reader may do.
    ///
    /// # Errors
    /// The file cannot be parsed.
    pub fn advice(&self) -> Result<Advice, Error> {
        load::parse(&self.files, "catalogue.json")
    }

    /// One point.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn point(&self, code: &str) -> Result<Point, Error> {
        self.entry(Kind::Point, code)
    }

    /// One stretch.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn stretch(&self, id: &str) -> Result<Stretch, Error> {
        self.entry(Kind::Stretch, id)
    }

    /// One technique.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn technique(&self, id: &str) -> Result<Technique, Error> {
        self.entry(Kind::Technique, id)
    }

    /// Where sources disagree about an entry: a point, stretch, technique or topic.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn disputes(&self, entry: Target<'_>) -> Result<Disputes, Error> {
        self.entry(entry.kind, entry.id)
    }

    /// One precaution.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn precaution(&self, id: &str) -> Result<Precaution, Error> {
        let mut precaution: Precaution = self.entry(Kind::Precaution, id)?;
        precaution.rules.extend(self.more_rules.of(&self.files, id)?);
        Ok(precaution)
    }

    /// One red flag.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn red_flag(&self, id: &str) -> Result<RedFlag, Error> {
        self.entry(Kind::RedFlag, id)
    }

    /// One topic.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn topic(&self, id: &str) -> Result<Topic, Error> {
        self.entry(Kind::Topic, id)
    }

    /// What every routine is made of besides its entries, and its limits.
    ///
    /// # Errors
    /// The file cannot be parsed.
    pub fn routine_frame(&self) -> Result<&RoutineFrame, Error> {
        if let Some(frame) = self.routine_frame.get() {
            return Ok(frame);
        }
        let frame = load::parse(&self.files, "routine.json")?;
        Ok(self.routine_frame.get_or_init(|| frame))
    }

    /// One routine that has a name.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn named_routine(&self, id: &str) -> Result<NamedRoutine, Error> {
        load::parse(&self.files, &format!("{ROUTINES}/{id}.json"))
    }

    /// One figure.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn figure(&self, id: &str) -> Result<Figure, Error> {
        load::parse(&self.files, &format!("{FIGURES}/{id}.json"))
    }

    /// One source.
    ///
    /// # Errors
    /// Its file cannot be parsed.
    pub fn source(&self, id: &str) -> Result<Source, Error> {
        self.entry(Kind::Source, id)
    }

    /// The meridians.
    ///
    /// # Errors
    /// The file cannot be parsed.
    pub fn meridians(&self) -> Result<Vec<Meridian>, Error> {
        let mut meridians: Vec<Meridian> = load::parse(&self.files, "meridians.json")?;
        for path in self.files.in_folder(MERIDIANS) {
            meridians.push(load::parse(&self.files, path)?);
        }
        Ok(meridians)
    }

    /// The names with two meanings.
    ///
    /// # Errors
    /// The file cannot be parsed.
    pub fn homonyms(&self) -> Result<Vec<Homonym>, Error> {
        load::parse(&self.files, "homonyms.json")
    }

    /// The questions of a check.
    ///
    /// # Errors
    /// The file cannot be parsed.
    pub fn triage_questions(&self) -> Result<TriageQuestions, Error> {
        let mut questions: TriageQuestions = load::parse(&self.files, "triage.json")?;
        if let Origin::BundledAnd { .. } = &self.origin {
            questions.ask_the_rest(&self.index);
        }
        Ok(questions)
    }

    fn entry<T: serde::de::DeserializeOwned>(&self, kind: Kind, id: &str) -> Result<T, Error> {
        load::parse(&self.files, &format!("{}/{id}.json", kind.folder()))
    }
}
