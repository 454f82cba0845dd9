//! `sciatica handout`: entries or a routine as a page to print.

use std::path::PathBuf;

use super::entry::Entry;
use super::routine::{Composed, WishArgs, reply as routine_reply};
use super::{Guide, OutputArgs, Reply, ScreeningArgs, words};
use crate::catalogue::{Kind, Target, printable};
use crate::error::{Error, Exit, PageError};
use crate::query;
use crate::render::{Format, Rendered, html};
use crate::terminal::World;
use crate::view::{Card, Extent, Handout, ReaderWords, YOUR_PROFILE, kept_words, routine_card};

const TITLE: &str = "Self-care for sciatica";
const ON_A_PAGE: &str = "point, stretch, technique or routine";

/// A page to print: what to do, with drawings
///
/// One HTML file for a printer, A4 or Letter: for whom, when to get help, each entry with its drawing, sources, room for
/// notes. It loads nothing. What you declare decides what is on it; exit 3 says that how to do something was withheld.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica handout GB30 BL40 cat-cow  > page.html\n  \
                        sciatica handout --routine desk --large  > page.html\n  \
                        sciatica handout walking --with pregnancy  > page.html")]
pub(super) struct Args {
    /// Points, stretches, techniques, routines
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// The same as the name of a routine
    #[arg(long, value_name = "NAME")]
    routine: Option<String>,
    /// Where to write it; in a pipe: standard output
    #[arg(long = "output", value_name = "FILE")]
    file: Option<PathBuf>,
    /// Write over a file that is there
    #[arg(long, requires = "file")]
    force: bool,
    /// Large print, 18 points
    #[arg(long)]
    large: bool,
    /// What stands at the top
    #[arg(long, value_name = "TITLE", default_value = TITLE)]
    title: String,
    #[command(flatten)]
    screening: ScreeningArgs,
    #[command(flatten)]
    output: OutputArgs,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let catalogue = args.output.open(world)?;
    let mut guide = Guide::for_reader(&catalogue, &args.output, &args.screening, world)?;
    // A name that a routine shares with a precaution is the routine where it stands alone.
    let declares = |name: &str| args.names.len() > 1 && query::declaration(&catalogue, name).is_ok();
    let is_routine = |name: &&String| query::routine(&catalogue, name).is_ok() && !declares(name);
    let (routines, names): (Vec<&String>, Vec<&String>) = args.names.iter().partition(is_routine);
    let names: Vec<String> = names.into_iter().cloned().collect();
    let routines: Vec<&str> = routines.into_iter().chain(&args.routine).map(String::as_str).collect();
    let found = words::entries(&catalogue, &names, &args.screening, !routines.is_empty())?;
    if let Some(reply) = guide.stop_at_most_urgent(words::signs(&found))? {
        return Ok(reply);
    }
    usable(args, world)?;
    let (targets, misses) = on_a_page(found);
    if !misses.is_empty() {
        // A page that lacks something would not say so.
        return Ok(Reply { misses, ..Reply::nothing() }.ending(Exit::Failed));
    }
    guide.scope.citations = true;
    guide.scope.on_paper = true;
    let compose = |name: &&str| WishArgs::of_name(name).compose(&guide);
    let composed: Vec<Composed> = routines.iter().map(compose).collect::<Result<_, _>>()?;
    if let Some(empty) = composed.iter().find(|composed| composed.routine.steps.is_empty()) {
        guide.scope.on_paper = false;
        return routine_reply(&guide, empty);
    }
    let mut tellings: Vec<Telling<'_>> = Vec::new();
    for telling in composed.iter().flat_map(of_routine) {
        if !tellings.contains(&telling) {
            tellings.push(telling);
        }
    }
    let alone = targets.into_iter().filter(|target| tellings.iter().all(|telling| telling.target != *target));
    tellings.extend(alone.map(|target| Telling { target, way: None }).collect::<Vec<_>>());
    let scope = &guide.scope;
    let mut cards: Vec<Card> = composed.iter().map(|it| routine_card(scope, &it.routine, &it.about, "")).collect();
    let mut withheld = Vec::new();
    for Telling { target, way } in tellings {
        let entry = Entry::open(scope, target, false)?;
        withheld.extend(entry.is_withheld().then(|| scope.name_of(target.id)));
        cards.push(entry.card(scope, Extent::Page(way), entry.drawings(&catalogue)?));
    }
    let exit = if withheld.is_empty() { Exit::Answered } else { Exit::Stopped };
    let words = ReaderWords { title: printable(&args.title), withheld };
    let page = html(&Handout::new(scope, words, cards), args.large)
        .map_err(|error| Error::Internal { cause: error.to_string() })?;
    let mut rendered = write(args, world, page)?;
    if let Some(words) = kept_words(scope) {
        // The page says for whom it is; whoever prints it for somebody else is to know that this came in.
        rendered.aside.push_str(&format!("{YOUR_PROFILE}: {words}\n"));
    }
    Ok(Reply { rendered, misses, exit })
}

/// Whether there can be a page at all.
fn usable(args: &Args, world: &World<'_>) -> Result<(), PageError> {
    if args.output.format != Format::Text {
        Err(PageError::OtherFormat)
    } else if args.names.is_empty() && args.routine.is_none() {
        Err(PageError::Empty)
    } else if args.file.is_none() && world.stdout_is_terminal {
        Err(PageError::OnTerminal)
    } else {
        Ok(())
    }
}

/// What was found and can stand on a page, each once.
fn on_a_page(found: Vec<Result<Target<'_>, Error>>) -> (Vec<Target<'_>>, Vec<Error>) {
    let (mut targets, mut misses) = (Vec::new(), Vec::new());
    for found in found {
        match found {
            Ok(target) if !matches!(target.kind, Kind::Point | Kind::Stretch | Kind::Technique) => {
                misses.push(Error::WrongKind { id: target.id.to_owned(), is: target.kind.id(), wanted: ON_A_PAGE });
            }
            Ok(target) if targets.contains(&target) => {}
            Ok(target) => targets.push(target),
            Err(miss) => misses.push(miss),
        }
    }
    (targets, misses)
}

/// An entry to tell, and by which of its ways.
#[derive(PartialEq)]
struct Telling<'t> {
    target: Target<'t>,
    /// `None` for the first.
    way: Option<&'t str>,
}

/// What a routine does, in its order.
fn of_routine(composed: &Composed) -> impl Iterator<Item = Telling<'_>> {
    composed.routine.steps.iter().filter_map(|step| {
        let entry = step.entry.as_ref()?;
        let way = (!step.way.is_empty()).then_some(step.way.as_str());
        Some(Telling { target: Target { kind: entry.kind, id: &entry.id }, way })
    })
}

fn write(args: &Args, world: &World<'_>, page: String) -> Result<Rendered, PageError> {
    let Some(path) = &args.file else { return Ok(Rendered { answer: page, aside: String::new() }) };
    (world.write_file)(path, &page, args.force).map_err(|cause| PageError::of_writing(path, cause))?;
    Ok(Rendered { answer: String::new(), aside: format!("Wrote {}\n", printable(&path.display().to_string())) })
}
