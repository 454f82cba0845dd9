//! Which names fit which argument: what a shell offers where the program itself takes more spellings.

use guide::model::Kind;
use guide::query::names_beginning;
use guide::screening::NOTHING_APPLIES;
use guide::shelf::{Catalogue, CatalogueError};
use guide::text::printable;

use NameList::{Areas, Entries, Meridians, Nothing, Places, Regions, Routines};

/// A name, and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OfferedName {
    pub(super) name: String,
    pub(super) stands_for: String,
}

impl OfferedName {
    /// One that is nothing but a word to every shell: a catalogue of somebody else's may hold anything.
    pub(super) fn of(name: &str, stands_for: &str) -> Option<Self> {
        let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
        let suits_a_shell = !name.is_empty() && !name.starts_with('-') && name.chars().all(plain);
        let stands_for = printable(stands_for).split_whitespace().collect::<Vec<_>>().join(" ");
        suits_a_shell.then(|| Self { name: name.to_owned(), stands_for })
    }
}

/// A list of names in a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameList {
    Entries(Kind),
    Nothing,
    Routines,
    Regions,
    Areas,
    Meridians,
    Places,
}

const POINTS: NameList = Entries(Kind::Point);
const STRETCHES: NameList = Entries(Kind::Stretch);
const TECHNIQUES: NameList = Entries(Kind::Technique);
const PRECAUTIONS: NameList = Entries(Kind::Precaution);
const RED_FLAGS: NameList = Entries(Kind::RedFlag);
const TOPICS: NameList = Entries(Kind::Topic);
const SOURCES: NameList = Entries(Kind::Source);

/// The lists of names that an argument of a subcommand takes; none where it takes no name of the catalogue.
pub(super) fn lists_for(subcommand: &str, argument: &str) -> &'static [NameList] {
    match (subcommand, argument) {
        // Sources have a card too, but by the hundred they would bury all else; `sources` offers them.
        ("show", "names") => &[POINTS, STRETCHES, TECHNIQUES, PRECAUTIONS, RED_FLAGS, TOPICS],
        ("handout", "names") => &[POINTS, STRETCHES, TECHNIQUES, Routines],
        ("precautions", "names") => &[PRECAUTIONS, POINTS, STRETCHES, TECHNIQUES],
        ("map", "points") => &[POINTS],
        ("learn", "topic") => &[TOPICS],
        ("sources", "id") => &[SOURCES],
        ("routine" | "session", "name") | ("handout", "routine") => &[Routines],
        ("check", "answers") => &[Nothing, RED_FLAGS, PRECAUTIONS],
        (_, "with") | ("set", "words") => &[Nothing, PRECAUTIONS],
        (_, "cleared") => &[PRECAUTIONS],
        ("stretches", "region") => &[Regions],
        (_, "region") => &[Regions, Areas],
        (_, "meridian") => &[Meridians],
        (_, "place") => &[Places],
        _ => &[],
    }
}

/// The names on a list, each as the guide calls it first.
pub(super) fn names_on(list: NameList, catalogue: &Catalogue) -> Result<Vec<OfferedName>, CatalogueError> {
    let (index, manifest) = (catalogue.index(), catalogue.manifest());
    let practices = |kind| index.practices(kind).filter_map(|row| OfferedName::of(row.id, row.title)).collect();
    Ok(match list {
        Entries(Kind::Point) => {
            let mut rows: Vec<_> = index.points().collect();
            rows.sort_by_key(|row| (row.rank, row.code));
            rows.iter().filter_map(|row| OfferedName::of(row.code, row.english)).collect()
        }
        Entries(kind @ (Kind::Stretch | Kind::Technique)) => practices(kind),
        Entries(Kind::Precaution) => index.precautions().filter_map(|it| OfferedName::of(it.id, it.title)).collect(),
        Entries(Kind::RedFlag) => index.red_flags().filter_map(|it| OfferedName::of(it.id, it.short)).collect(),
        Entries(Kind::Topic) => index.topics().filter_map(|it| OfferedName::of(it.id, it.title)).collect(),
        Entries(Kind::Source) => index.sources().filter_map(|it| OfferedName::of(it.id, it.short)).collect(),
        Entries(Kind::NotCovered) => Vec::new(),
        Nothing => OfferedName::of(NOTHING_APPLIES, "nothing applies").into_iter().collect(),
        Routines => index.routines().filter_map(|it| OfferedName::of(it.id, it.title)).collect(),
        Regions => manifest.regions.iter().filter_map(|it| OfferedName::of(&it.id, &it.title)).collect(),
        Areas => {
            let areas = manifest.regions.iter().flat_map(|region| &region.areas);
            areas.filter_map(|it| OfferedName::of(&it.id, &it.title)).collect()
        }
        Meridians => catalogue.meridians()?.iter().filter_map(|it| OfferedName::of(&it.id, &it.name)).collect(),
        Places => {
            let places = &catalogue.routine_frame()?.places;
            places.iter().filter_map(|it| OfferedName::of(&it.id, &it.title)).collect()
        }
    })
}

/// The other names on a list that begin so: aliases, pinyin, everyday words.
pub(super) fn other_names_on(
    list: NameList,
    catalogue: &Catalogue,
    beginning: &str,
) -> Result<Vec<OfferedName>, CatalogueError> {
    let called = |id: &str, title: &str, names: &[String]| -> Vec<OfferedName> {
        let stands_for = if title == id { title.to_owned() } else { format!("{title} ({id})") };
        let words = names.iter().map(|name| name.split_whitespace().collect::<Vec<_>>().join("-"));
        words.filter_map(|word| OfferedName::of(&word, &stands_for)).collect()
    };
    let regions = &catalogue.manifest().regions;
    Ok(match list {
        Entries(kind) => {
            let titles = names_on(list, catalogue)?;
            let names = names_beginning(catalogue, beginning, &[kind]);
            let offered = names.iter().filter_map(|(word, target)| {
                let title = titles.iter().find(|it| it.name == target.id).map_or("", |it| it.stands_for.as_str());
                OfferedName::of(word, &format!("{title} ({})", target.id))
            });
            offered.collect()
        }
        Regions => regions.iter().flat_map(|it| called(&it.id, &it.title, &it.aliases)).collect(),
        Areas => {
            let areas = regions.iter().flat_map(|region| &region.areas);
            areas.flat_map(|it| called(&it.id, &it.title, &it.aliases)).collect()
        }
        Meridians => catalogue.meridians()?.iter().flat_map(|it| called(&it.id, &it.name, &it.prefixes)).collect(),
        Places => {
            let places = &catalogue.routine_frame()?.places;
            places.iter().flat_map(|it| called(&it.id, &it.title, &it.aliases)).collect()
        }
        Nothing | Routines => Vec::new(),
    })
}
