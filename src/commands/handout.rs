//! `sciatica handout`: entries or a routine as a page to print.

use super::arguments::{ReaderArgs, without_effect};
use super::browsing::{PageFileArgs, TITLE};
use super::declaration::signs;
use super::entry::Entry;
use super::guide::{Guide, Replied, Reply};
use super::routine::{Composed, WishArgs, routine_reply};
use super::words;
use crate::error::{Error, Exit, PageError};
use crate::render::{Format, html, leaflet};
use crate::view::{
    Card, CardExtent, Handout, Leaflet, PageHead, Scope, YOUR_PROFILE, kept_words, routine_card, routine_outline,
};
use crate::world::World;
use guide::model::{Kind, Target};
use guide::query;
use guide::text::printable;

const ON_A_PAGE: &str = "point, stretch, technique or routine";

/// A page to print: what to do, with drawings
///
/// One HTML file for a printer, A4 or Letter: a sheet for up to three entries, two for a routine. When to get help, each
/// entry with its drawing and its dose, room for a smaller one, 14 days to tick, sources. It loads nothing. What you
/// declare decides what is on it; exit 3 says that how to do something was withheld.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica handout GB30 BL40 cat-cow  > page.html\n  \
                        sciatica handout --routine desk --large  > page.html\n  \
                        sciatica handout walking --pregnant --for Ann  > page.html")]
#[command(mut_args(|argument| without_effect(argument, &["sources", "format", "no_pager"])))]
pub(super) struct Args {
    /// Points, stretches, techniques, routines
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// The same as the name of a routine
    #[arg(long, value_name = "NAME")]
    routine: Option<String>,
    #[command(flatten)]
    page: PageFileArgs,
    /// Large print, 18 points, one entry a sheet
    #[arg(long)]
    large: bool,
    /// What stands at the top
    #[arg(long, value_name = "TITLE", default_value = TITLE)]
    title: String,
    /// For whom it is; else a line to fill in
    #[arg(long = "for", value_name = "NAME")]
    reader_name: Option<String>,
    /// Who hands it out; else a line to fill in
    #[arg(long, value_name = "NAME")]
    clinic: Option<String>,
    /// Leave out the sources and their numbers
    #[arg(long, conflicts_with = "full")]
    no_sources: bool,
    /// Everything, on as many sheets as it takes
    #[arg(long)]
    full: bool,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

pub(super) fn answer(args: &Args, mut guide: Guide<'_>, world: &World<'_>) -> Replied {
    let catalogue = guide.scope.catalogue;
    // A name that a routine shares with a precaution is the routine where it stands alone.
    let declares = |name: &str| args.names.len() > 1 && query::declaration(catalogue, name).is_ok();
    let is_routine = |name: &String| query::routine(catalogue, name).is_ok() && !declares(name);
    let (mut routines, names): (Vec<String>, Vec<String>) = args.names.iter().cloned().partition(is_routine);
    routines.extend(args.routine.clone());
    let found = words::entries(catalogue, &names, &args.reader.screening, !routines.is_empty())?;
    if let Some(stop) = guide.stop_at_most_urgent(signs(found.iter().flatten()))? {
        return Ok(stop);
    }
    usable(args, world)?;
    let (targets, misses) = words::parted_by_kind(found, &[Kind::Point, Kind::Stretch, Kind::Technique], ON_A_PAGE);
    if !misses.is_empty() {
        // A page that lacks something would not say so.
        return Ok(Reply::nothing().missing(misses).ending(Exit::Failed));
    }
    guide.scope.citations = !args.no_sources;
    guide.scope.on_paper = true;
    let compose = |name: &String| WishArgs::of_name(name).compose(&guide);
    let composed: Vec<Composed> = routines.iter().map(compose).collect::<Result<_, _>>()?;
    if let Some(empty) = composed.iter().find(|composed| composed.routine.steps.is_empty()) {
        guide.scope.on_paper = false;
        return routine_reply(&guide, empty);
    }
    let scope = &guide.scope;
    let mut withheld = Vec::new();
    let mut entries: Vec<(Entry<'_>, Option<&str>)> = Vec::new();
    for (target, way) in tellings(&composed, targets) {
        let entry = Entry::open(scope, target, false)?;
        withheld.extend(entry.is_withheld().then(|| scope.name_of(target.id)));
        entries.push((entry, way));
    }
    let exit = if withheld.is_empty() { Exit::Answered } else { Exit::Stopped };
    let page = if args.full {
        whole_page(args, scope, withheld, &composed, &entries)?
    } else {
        short_page(args, scope, withheld, &composed, &entries)?
    };
    // The page says for whom it is; whoever prints it for somebody else is to know that this came in.
    let kept = kept_words(scope).map(|words| format!("{YOUR_PROFILE}: {words}\n"));
    Ok(args.page.write(page, world)?.adding(&kept.unwrap_or_default()).ending(exit))
}

/// The page that tells everything.
fn whole_page(
    args: &Args,
    scope: &Scope<'_>,
    withheld: Vec<String>,
    composed: &[Composed],
    entries: &[(Entry<'_>, Option<&str>)],
) -> Result<String, Error> {
    let mut cards: Vec<Card> = composed.iter().map(|it| routine_card(scope, &it.routine, &it.about, "")).collect();
    for (entry, way) in entries {
        cards.push(entry.card(scope, CardExtent::Page(*way), entry.drawings(scope.catalogue)?));
    }
    html(&Handout::new(scope, args.head(), withheld, cards), args.large).map_err(Error::damaged)
}

/// The page that tells what a reader keeps at hand.
fn short_page(
    args: &Args,
    scope: &Scope<'_>,
    withheld: Vec<String>,
    composed: &[Composed],
    entries: &[(Entry<'_>, Option<&str>)],
) -> Result<String, Error> {
    let routines = composed.iter().map(|it| routine_outline(scope, &it.routine, &it.about)).collect();
    let mut told = Vec::new();
    for (entry, way) in entries {
        told.extend(entry.leaflet(scope, *way, entry.drawings(scope.catalogue)?));
    }
    leaflet(&Leaflet::new(scope, args.head(), withheld, routines, told), args.large).map_err(Error::damaged)
}

impl Args {
    /// What stands at the head of the page.
    fn head(&self) -> PageHead {
        let written = |name: &Option<String>| name.as_deref().map(printable).filter(|name| !name.trim().is_empty());
        PageHead { title: printable(&self.title), reader: written(&self.reader_name), clinic: written(&self.clinic) }
    }
}

/// Whether there can be a page at all.
fn usable(args: &Args, world: &World<'_>) -> Result<(), PageError> {
    if args.reader.output.format != Format::Text {
        Err(PageError::OtherFormat)
    } else if args.names.is_empty() && args.routine.is_none() {
        Err(PageError::Empty)
    } else if args.page.file().is_none() && world.stdout_is_terminal {
        Err(PageError::OnTerminal)
    } else {
        Ok(())
    }
}

/// An entry to tell, and by which of its ways; `None` for the first.
type Telling<'t> = (Target<'t>, Option<&'t str>);

/// What routines do, in their order, and what else is named, each once.
fn tellings<'t>(composed: &'t [Composed], named: Vec<Target<'t>>) -> Vec<Telling<'t>> {
    let steps = composed.iter().flat_map(|composed| &composed.routine.steps);
    let of_steps = steps.filter_map(|step| {
        let entry = step.entry.as_ref()?;
        let way = (!step.way.is_empty()).then_some(step.way.as_str());
        Some((Target { kind: entry.kind, id: &entry.id }, way))
    });
    let mut tellings: Vec<Telling<'t>> = Vec::new();
    for telling in of_steps {
        if !tellings.contains(&telling) {
            tellings.push(telling);
        }
    }
    for target in named {
        if tellings.iter().all(|(told, _)| *told != target) {
            tellings.push((target, None));
        }
    }
    tellings
}
