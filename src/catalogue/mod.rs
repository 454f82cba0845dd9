//! The catalogue in memory: files, the index over them, and entries parsed by need.

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
mod load;
mod locate;
mod manifest;
mod point;
mod precaution;
mod red_flag;
mod routine;
mod rows;
mod sorted_lines;
mod source;
mod stretch;
mod technique;
mod topic;
mod triage;
mod vocabulary;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

pub(crate) use check::MOST_PROBLEMS;
pub use check::{Problem, check};
pub use claim::{Basis, Claim, Dispute, Disputes, Grounds, Said, Severity, Subject};
pub use control::{acts_on_a_terminal, printable};
pub use figure::{
    DrawnPoint, DrawnRegion, Figure, FigureAspect, Hand, LabelSide, Landmark, PointAt, Stroke, StrokeRole,
};
pub(crate) use fold::{fold, search_words};
pub use index::Index;
pub(crate) use index_rows::BETWEEN_NAMES;
pub use kind::Kind;
pub use manifest::{Advice, CalfSign, Choice, FirstTime, Homonym, Manifest, Meridian};
pub use point::{
    Aspect, Beneath, Evidence, FindStep, Hanzi, Location, Motion, Names, Point, Position, Reach, Span, Tool, Way,
};
pub use precaution::{LimitText, Precaution, RuleText, Selection};
pub use red_flag::{RedFlag, Urgency};
pub use routine::{NamedRoutine, NamedStep, Pause, Place, RoutineFrame, Thing};
pub use rows::{
    ClaimCount, PointRow, PracticeRow, PrecautionRow, RedFlagRow, RoutineRow, SourceRow, Target, TopicRow, Touching,
};
pub use source::{Document, Extent, Grade, Source};
pub use stretch::{Dosage, Equipment, Movement, Part, Stretch, StretchWay};
pub use technique::Technique;
pub use topic::{Form, RIGHT_NOW, Section, Topic};
pub use triage::{PrecautionGroup, RedFlagGroup, TriageQuestions};

use crate::error::Error;
// The index is written and read with it, here and in `build.rs`.
use crate::screening::judge;
use files::{FIGURES, Files, ROUTINES};

/// A catalogue that is open for questions.
#[derive(Debug)]
pub struct Catalogue {
    files: Files,
    index: Index,
    manifest: Manifest,
    /// Parsed when it is asked for.
    routine_frame: OnceLock<RoutineFrame>,
    directory: Option<String>,
}

impl Catalogue {
    /// The catalogue that the program carries.
    ///
    /// # Errors
    /// A damaged program.
    pub fn bundled() -> Result<Self, Error> {
        let files = Files::Bundled;
        let manifest = load::parse(&files, "catalogue.json")?;
        Ok(Self { files, index: Index::bundled(), manifest, routine_frame: OnceLock::new(), directory: None })
    }

    /// The catalogue in a directory, checked whole.
    ///
    /// # Errors
    /// The directory cannot be read, or the catalogue has problems: all of them at once.
    pub fn in_directory(path: &Path) -> Result<Self, Error> {
        let (files, problems) = Files::read(path)?;
        Self::checked(&path.display().to_string(), files, problems)
    }

    /// The catalogue that these files make, checked whole: path below its root → text. Its answers say that they are from
    /// `directory`.
    ///
    /// # Errors
    /// The catalogue has problems: all of them at once.
    pub fn of_files(directory: &str, files: BTreeMap<String, String>) -> Result<Self, Error> {
        let (files, problems) = Files::given(files).map_err(|problem| Error::catalogue(directory, vec![problem]))?;
        Self::checked(directory, files, problems)
    }

    fn checked(directory: &str, files: Files, unreadable: Vec<Problem>) -> Result<Self, Error> {
        let documents = check::documents(&files, unreadable).map_err(|p| Error::catalogue(directory, p))?;
        let tables = index_writer::write(&documents)
            .map_err(|cause| Error::Internal { cause: format!("{directory}: {cause}") })?;
        let manifest = load::parse(&files, "catalogue.json")?;
        let directory = Some(printable(directory));
        Ok(Self { files, index: Index::from_tables(tables), manifest, routine_frame: OnceLock::new(), directory })
    }

    /// What all entries need: names, columns, rules.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// What the catalogue says of itself.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The directory from which it was read; `None` for the bundled one.
    pub fn directory(&self) -> Option<&str> {
        self.directory.as_deref()
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
        self.entry(Kind::Precaution, id)
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
        load::parse(&self.files, "meridians.json")
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
        load::parse(&self.files, "triage.json")
    }

    fn entry<T: serde::de::DeserializeOwned>(&self, kind: Kind, id: &str) -> Result<T, Error> {
        load::parse(&self.files, &format!("{}/{id}.json", kind.folder()))
    }
}
