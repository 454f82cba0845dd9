//! `sciatica handout`: entries or a routine as a page to print.

use std::path::PathBuf;

use super::entry::Entry;
use super::routine::{Composed, WishArgs, reply as routine_reply};
use super::{Guide, OutputArgs, Reply, ScreeningArgs};
use crate::catalogue::{Catalogue, Kind, Target, printable};
use crate::error::{Error, Exit, PageError};
use crate::query;
use crate::render::{Format, Rendered, html};
use crate::terminal::World;
use crate::view::{Card, Handout, ReaderWords, YOUR_PROFILE, kept_words, routine_card};

const TITLE: &str = "Self-care for sciatica";
const ON_A_PAGE: &str = "point, stretch or technique";

/// A page to print: what to do, with drawings
///
/// One HTML file for a printer, A4 or Letter: for whom, when to get help, each entry with its drawing, sources, room for
/// notes. It loads nothing. What you declare decides what is on it; exit 3 says that how to do something was withheld.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  sciatica handout GB30 BL40 cat-cow  > page.html\n  \
                        sciatica handout --routine desk --large  > page.html\n  \
                        sciatica handout walking --with pregnancy  > page.html")]
pub(super) struct Args {
    /// Points, stretches, techniques
    #[arg(value_name = "NAME")]
    names: Vec<String>,
    /// A routine that has a name, and what it is made of
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
    let catalogue = args.output.open()?;
    let mut guide = Guide::for_reader(&catalogue, &args.output, &args.screening, world)?;
    if let Some(reply) = guide.red_flag()? {
        return Ok(reply);
    }
    usable(args, world)?;
    let (mut targets, misses) = find(&catalogue, &args.names);
    if !misses.is_empty() {
        // A page that lacks something would not say so.
        return Ok(Reply { misses, ..Reply::nothing() }.ending(Exit::Failed));
    }
    guide.scope.citations = true;
    guide.scope.on_paper = true;
    let composed = args.routine.as_deref().map(|name| WishArgs::of_name(name).compose(&guide)).transpose()?;
    if let Some(composed) = composed.as_ref().filter(|composed| composed.routine.steps.is_empty()) {
        guide.scope.on_paper = false;
        return routine_reply(&guide, composed);
    }
    for target in composed.iter().flat_map(of_routine) {
        if !targets.contains(&target) {
            targets.push(target);
        }
    }
    let scope = &guide.scope;
    let mut cards: Vec<Card> = composed.iter().map(|it| routine_card(scope, &it.routine, &it.about, "")).collect();
    let mut withheld = Vec::new();
    for target in targets {
        let entry = Entry::open(scope, target, true)?;
        withheld.extend(entry.is_withheld().then(|| scope.name_of(target.id)));
        cards.push(entry.card(scope, true, entry.drawings(&catalogue)?));
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

/// The entries of these names, each once.
fn find<'c>(catalogue: &'c Catalogue, names: &[String]) -> (Vec<Target<'c>>, Vec<Error>) {
    let (mut targets, mut misses) = (Vec::new(), Vec::new());
    for found in query::find_all(catalogue, names) {
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

/// What a routine does, in its order.
fn of_routine(composed: &Composed) -> impl Iterator<Item = Target<'_>> {
    let entries = composed.routine.steps.iter().filter_map(|step| step.entry.as_ref());
    entries.map(|entry| Target { kind: entry.kind, id: &entry.id })
}

fn write(args: &Args, world: &World<'_>, page: String) -> Result<Rendered, PageError> {
    let Some(path) = &args.file else { return Ok(Rendered { answer: page, aside: String::new() }) };
    (world.write_file)(path, &page, args.force).map_err(|cause| PageError::of_writing(path, cause))?;
    Ok(Rendered { answer: String::new(), aside: format!("Wrote {}\n", printable(&path.display().to_string())) })
}
