//! The catalogue under check: its files, each parsed once into its type, and what they lean on.

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;

use super::base::Base;
use super::bounds;
use super::listed::Listed;
use super::locate::{PathStep, locate, steps};
use super::outline::Field;
use super::parse::{CheckedFile, Parsed, parse};
use super::problem::Problem;
use super::strict::of_known;
use crate::model::files::{
    EVERYDAY_WORDS, FIGURES_FOLDER, HOMONYMS, MANIFEST, MERIDIANS, MERIDIANS_FOLDER, NOT_COVERED, POSES_FOLDER,
    ROUTINE_FRAME, ROUTINES_FOLDER, RULES_FOLDER, TRIAGE, folder, path_of,
};
use crate::model::{
    EverydayWords, FORMAT_VERSION, Figure, Homonym, Kind, Manifest, Marked, Meridian, MoreRules, Named, NamedRoutine,
    NotCovered, Point, Poses, Precaution, RedFlag, RoutineFrame, RuleText, Section, Sources, Stretch, Technique, Topic,
    TriageQuestions,
};
use crate::screening::{Facets, Select};

/// The files of a catalogue: those at its root by path, the others by folder, each with the field that takes them and the type
/// that parses them. Both stand in the order of a listing.
macro_rules! files_of_catalogue {
    (root { $($file:ident: $path:ident $of_file:ty,)+ } folders { $($list:ident: $folder:pat => $of_list:ty,)+ }) => {
        /// The catalogue under check.
        #[derive(Default)]
        pub(crate) struct Inspection<'t> {
            $(pub(crate) $file: Option<Parsed<'t, $of_file>>,)+
            $(pub(crate) $list: Vec<Parsed<'t, $of_list>>,)+
            /// Path of every file that is there, readable or not: a broken file still counts as present.
            pub(super) present: BTreeSet<String>,
            /// What it adds to, if it does.
            pub(super) base: Option<&'t dyn Base>,
            /// The routines of that, where an entry stands in the place of one of its own: they may name it.
            pub(super) routines_of_base: Vec<Parsed<'t, NamedRoutine>>,
            base_manifest: Option<Manifest>,
            pub(super) base_meridians: Vec<Meridian>,
        }

        impl<'t> Inspection<'t> {
            /// Takes a file in, if it has the form of its kind and keeps its bounds.
            fn take(&mut self, path: &'t str, text: &'t str) -> Result<(), Problem> {
                self.present.insert(path.to_owned());
                match (folder(path), path) {
                    $((_, $path) => self.$file = Some(kept(path, text)?),)+
                    $(($folder, _) => self.$list.push(kept(path, text)?),)+
                    _ => {}
                }
                Ok(())
            }

            /// Puts the mark of an addition behind every name.
            pub(crate) fn mark(&mut self) {
                $(self.$list.iter_mut().for_each(|parsed| parsed.content.mark());)+
            }

            /// Every file that could be parsed, sorted by folder and path.
            pub(crate) fn files(&self) -> impl Iterator<Item = &CheckedFile<'t>> {
                let files = [$(self.$file.as_ref().map(|parsed| &parsed.file),)+].into_iter().flatten();
                $(let files = files.chain(self.$list.iter().map(|parsed| &parsed.file));)+
                files
            }
        }
    };
}

files_of_catalogue! {
    root {
        manifest: MANIFEST Manifest,
        everyday_words: EVERYDAY_WORDS EverydayWords,
        homonyms: HOMONYMS Vec<Homonym>,
        meridians: MERIDIANS Vec<Meridian>,
        not_covered: NOT_COVERED Vec<NotCovered>,
        routine_frame: ROUTINE_FRAME RoutineFrame,
        triage: TRIAGE TriageQuestions,
    }
    folders {
        figures: FIGURES_FOLDER => Figure,
        more_meridians: MERIDIANS_FOLDER => Meridian,
        points: "points" => Point,
        poses: POSES_FOLDER => Poses,
        precautions: "precautions" => Precaution,
        red_flags: "red-flags" => RedFlag,
        routines: ROUTINES_FOLDER => NamedRoutine,
        more_rules: RULES_FOLDER => MoreRules,
        sources: "sources" => Sources,
        stretches: "stretches" => Stretch,
        techniques: "techniques" => Technique,
        topics: "topics" => Topic,
    }
}

impl<'t> Inspection<'t> {
    /// Of what adds to a catalogue, or of a whole one.
    pub(super) fn of_additions_to(base: Option<&'t dyn Base>) -> Self {
        let base_manifest = base.and_then(|base| of_known(base.text(MANIFEST)?, &[]).ok());
        let base_meridians = base.and_then(|base| of_known(base.text(MERIDIANS)?, &[]).ok());
        let routines = base.map(Base::routines_to_look_at).unwrap_or_default();
        Self {
            base,
            base_manifest,
            base_meridians: base_meridians.unwrap_or_default(),
            routines_of_base: routines.into_iter().filter_map(|(path, text)| parse(path, text).ok()).collect(),
            ..Self::default()
        }
    }

    /// Takes files in, and tells what is wrong with those that it does not take.
    pub(super) fn take_all(&mut self, files: impl Iterator<Item = (&'t str, &'t str)>) -> Vec<Problem> {
        let mut files: Vec<_> = files.collect();
        files.sort_unstable_by_key(|(path, _)| (folder(path), *path));
        files.into_iter().filter_map(|(path, text)| self.take(path, text).err()).collect()
    }

    /// The files of a kind of entry.
    pub(crate) fn of(&self, kind: Kind) -> impl Iterator<Item = &CheckedFile<'t>> {
        self.entries(kind).map(|listed| listed.file)
    }

    /// The entries of a kind, each with its file.
    pub(crate) fn entries(&self, kind: Kind) -> Box<dyn Iterator<Item = Listed<'_, 't>> + '_> {
        match kind {
            Kind::Point => entries(&self.points),
            Kind::Stretch => entries(&self.stretches),
            Kind::Technique => entries(&self.techniques),
            Kind::Precaution => entries(&self.precautions),
            Kind::RedFlag => entries(&self.red_flags),
            Kind::Topic => entries(&self.topics),
            Kind::NotCovered => Box::new(self.not_covered.iter().flat_map(|Parsed { file, content }| {
                let listed = content.iter().enumerate();
                listed.map(move |(number, entry)| Listed { file, entry, number: Some(number) })
            })),
            Kind::Source => Box::new(self.sources.iter().flat_map(|Parsed { file, content }| {
                let is_list = matches!(content, Sources::Several(_));
                let listed = content.all().iter().enumerate();
                listed.map(move |(number, entry)| Listed { file, entry, number: is_list.then_some(number) })
            })),
        }
    }

    /// Every place of every file.
    pub(super) fn fields(&self) -> impl Iterator<Item = (&CheckedFile<'t>, &Field<'t>)> {
        self.files().flat_map(|file| file.outline.fields().map(move |field| (file, field)))
    }

    /// Every rule, with its file and its place there.
    pub(super) fn rules(&self) -> impl Iterator<Item = (&CheckedFile<'t>, usize, &RuleText)> {
        let own = self.precautions.iter().map(|it| (&it.file, &it.content.rules));
        let more = self.more_rules.iter().map(|it| (&it.file, &it.content.rules));
        own.chain(more).flat_map(|(file, rules)| rules.iter().enumerate().map(move |(place, it)| (file, place, it)))
    }

    /// Every section of every page, and of what is open to everybody: with its file, the list in it, and its place there.
    pub(super) fn sections(&self) -> impl Iterator<Item = (&CheckedFile<'t>, &'static str, usize, &Section)> {
        let topics = self.topics.iter().map(|it| (&it.file, "sections", &it.content.sections));
        let open = self.manifest.iter().map(|it| (&it.file, "open_to_everyone", &it.content.open_to_everyone));
        topics.chain(open).flat_map(|(file, list, sections)| {
            sections.iter().enumerate().map(move |(place, section)| (file, list, place, section))
        })
    }

    /// Every meridian, with its file and the steps to it.
    pub(super) fn meridians(&self) -> impl Iterator<Item = (&CheckedFile<'t>, Vec<PathStep<'static>>, &Meridian)> {
        let at_root = self.meridians.iter().flat_map(|Parsed { file, content }| {
            content.iter().enumerate().map(move |(place, meridian)| (file, steps![place].to_vec(), meridian))
        });
        at_root.chain(self.more_meridians.iter().map(|it| (&it.file, Vec::new(), &it.content)))
    }

    /// The same, and those of the catalogue to which it adds, without their places.
    pub(super) fn known_meridians(&self) -> impl Iterator<Item = &Meridian> {
        self.base_meridians.iter().chain(self.meridians().map(|(.., meridian)| meridian))
    }

    /// Whether some file of it could not be parsed.
    pub(super) fn has_a_broken_file(&self) -> bool {
        self.files().count() < self.present.len()
    }

    /// The same for those that hold sources: which, nobody can tell.
    pub(super) fn has_a_broken_file_of_sources(&self) -> bool {
        let present = self.present.iter().filter(|path| Some(folder(path)) == Kind::Source.folder());
        self.sources.len() < present.count()
    }

    /// Whether an entry is there, in this catalogue or in that to which it adds.
    pub(super) fn has(&self, kind: Kind, id: &str) -> bool {
        if matches!(kind, Kind::NotCovered | Kind::Source) {
            let of_base = kind == Kind::Source && self.base.is_some_and(|base| base.has_source(id));
            return of_base || self.entries(kind).any(|listed| listed.entry.id() == id);
        }
        let path = path_of(kind, id);
        self.present.contains(&path) || self.base.is_some_and(|base| base.text(&path).is_some())
    }

    /// Whether an entry that tells how to do something is there.
    pub(super) fn has_how_to(&self, id: &str) -> bool {
        Kind::ALL.into_iter().any(|kind| kind.tells_how_to() && self.has(kind, id))
    }

    /// Reports an id under which no entry of its kind is there.
    pub(super) fn demand(
        &self,
        (kind, id): (Kind, &str),
        file: &CheckedFile<'_>,
        steps: &[PathStep<'_>],
        problems: &mut Vec<Problem>,
    ) {
        if !self.has(kind, id) {
            let remedy = format!("add {}, or correct the id", path_of(kind, id));
            let message = format!("no {} is called {id:?}", kind.words());
            file.report(steps, message, &remedy, problems);
        }
    }

    /// The ids of the regions; `None` where what the catalogue says of itself cannot be read.
    pub(super) fn regions(&self) -> Option<BTreeSet<&str>> {
        Some(self.manifest()?.regions.iter().map(|region| region.id.as_str()).collect())
    }

    /// The ids of their areas.
    pub(super) fn areas(&self) -> Option<BTreeSet<&str>> {
        Some(self.manifest()?.regions.iter().flat_map(|region| &region.areas).map(|area| area.id.as_str()).collect())
    }

    /// How many precautions there are that have a rule, or are its own.
    pub(super) fn count_precautions(&self) -> usize {
        let of_base = self.base.map(Base::rules).unwrap_or_default();
        let of_base: BTreeSet<&str> = of_base.iter().map(|rule| rule.head.precaution).collect();
        of_base.len() + self.precautions.len()
    }

    /// What rules select, in this catalogue and in that to which it adds.
    pub(super) fn selects(&self) -> Vec<Select<'_>> {
        let of_base = self.base.map(Base::rules).unwrap_or_default().into_iter().map(|rule| rule.select);
        self.rules().map(|(.., rule)| Select::of(&rule.select)).chain(of_base).collect()
    }

    /// What rules can select on, in this catalogue and in that to which it adds.
    pub(super) fn facets(&self) -> Vec<Facets<'_>> {
        let points = self.points.iter().map(|it| Facets::of_point(&it.content));
        let stretches = self.stretches.iter().map(|it| Facets::of_stretch(&it.content));
        let techniques = self.techniques.iter().map(|it| Facets::of_technique(&it.content));
        let of_base = self.base.map(Base::facets).unwrap_or_default().into_iter();
        let stays = |it: &Facets<'_>| !self.present.contains(&path_of(it.kind, it.id));
        points.chain(stretches).chain(techniques).chain(of_base.filter(stays)).collect()
    }

    /// What the catalogue says of itself.
    pub(super) fn manifest(&self) -> Option<&Manifest> {
        self.manifest.as_ref().map(|it| &it.content).or(self.base_manifest.as_ref())
    }

    /// Asks something of an entry of one kind, in this catalogue or in that to which it adds.
    fn ask<T: DeserializeOwned, R>(&self, own: &[Parsed<'t, T>], path: &str, ask: impl FnOnce(&T) -> R) -> Option<R> {
        let place = own.binary_search_by(|parsed| parsed.file.path.cmp(path));
        if let Some(parsed) = place.ok().and_then(|place| own.get(place)) {
            return Some(ask(&parsed.content));
        }
        let text = self.base?.text(path)?;
        of_known(text, &[]).ok().map(|content| ask(&content))
    }

    /// Asks something of a point.
    pub(super) fn ask_point<R>(&self, code: &str, ask: impl FnOnce(&Point) -> R) -> Option<R> {
        self.ask(&self.points, &path_of(Kind::Point, code), ask)
    }

    /// Asks something of a stretch.
    pub(super) fn ask_stretch<R>(&self, id: &str, ask: impl FnOnce(&Stretch) -> R) -> Option<R> {
        self.ask(&self.stretches, &path_of(Kind::Stretch, id), ask)
    }

    /// Asks something of a technique.
    pub(super) fn ask_technique<R>(&self, id: &str, ask: impl FnOnce(&Technique) -> R) -> Option<R> {
        self.ask(&self.techniques, &path_of(Kind::Technique, id), ask)
    }

    /// Asks something of a precaution.
    pub(super) fn ask_precaution<R>(&self, id: &str, ask: impl FnOnce(&Precaution) -> R) -> Option<R> {
        self.ask(&self.precautions, &path_of(Kind::Precaution, id), ask)
    }

    /// Asks something of a red flag.
    pub(super) fn ask_red_flag<R>(&self, id: &str, ask: impl FnOnce(&RedFlag) -> R) -> Option<R> {
        self.ask(&self.red_flags, &path_of(Kind::RedFlag, id), ask)
    }

    /// What routines are made of, in this catalogue or in that to which it adds.
    pub(super) fn ask_routine_frame<R>(&self, ask: impl FnOnce(&RoutineFrame) -> R) -> Option<R> {
        match &self.routine_frame {
            Some(parsed) => Some(ask(&parsed.content)),
            None => of_known(self.base?.text(ROUTINE_FRAME)?, &[]).ok().map(|frame| ask(&frame)),
        }
    }
}

fn entries<'i, 't, T: Named>(parsed: &'i [Parsed<'t, T>]) -> Box<dyn Iterator<Item = Listed<'i, 't>> + 'i> {
    Box::new(parsed.iter().map(|Parsed { file, content }| Listed { file, entry: content, number: None }))
}

fn kept<'t, T: DeserializeOwned>(path: &'t str, text: &'t str) -> Result<Parsed<'t, T>, Problem> {
    if path == MANIFEST {
        check_format_version(path, text)?;
    }
    let parsed = parse(path, text)?;
    bounds::keep(&parsed.file)?;
    Ok(parsed)
}

/// The version of the format decides whether the rest can be understood, so it comes first.
fn check_format_version(path: &str, text: &str) -> Result<(), Problem> {
    let Ok(value) = serde_json::from_str::<serde_json::Value>(text) else { return Ok(()) };
    match value.get("format_version").and_then(serde_json::Value::as_u64) {
        None | Some(FORMAT_VERSION) => Ok(()),
        Some(other) => {
            let place = locate(text, &steps!["format_version"]);
            let message = format!("format version {other}; this program reads version {FORMAT_VERSION}");
            Err(Problem::of_field(path, place, "format_version", &message, "use a program of the same age"))
        }
    }
}
