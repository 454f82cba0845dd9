//! `sciatica routine`: an ordered, timed, screened list of steps.

use super::arguments::{ReaderArgs, minutes, word_parser};
use super::declaration::signs;
use super::guide::{Guide, Replied, Reply};
use super::words;
use crate::error::{DeclarationError, Error, Exit};
use crate::view::{RoutineRecord, routine_card};
use guide::model::{Claim, NamedRoutine, NamedStep, RoutineFrame, Thing};
use guide::query;
use guide::routine::{Repertoire, Request, Routine, Sides, compose};
use guide::shelf::Catalogue;
use guide::text::fold;

/// A timed list of what to do now
///
/// Without a name it is put together out of everything that fits and that you may do. It is never longer than you asked,
/// and it says what it left out. Breathing first, then a warm-up, points from back to foot, stretches, rest.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  sciatica routine desk\n  sciatica routine --minutes 10 --place bed --side left\n  \
                        sciatica routine evening --with pregnancy --gentle"
)]
pub(super) struct Args {
    #[command(flatten)]
    wish: WishArgs,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

/// Which side to work on, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
enum SideWish {
    /// The left one
    Left,
    /// The right one
    Right,
    /// Both, for the same time
    #[default]
    Both,
}

impl From<SideWish> for Sides {
    fn from(wish: SideWish) -> Self {
        match wish {
            SideWish::Left => Self::Left,
            SideWish::Right => Self::Right,
            SideWish::Both => Self::Both,
        }
    }
}

/// What a routine is to be like.
#[derive(Debug, Default, clap::Args)]
pub(super) struct WishArgs {
    /// One that has a name: desk, evening, morning, flare-up, ...
    #[arg(value_name = "NAME")]
    name: Vec<String>,
    /// How long it may be; 10, or its usual length
    #[arg(long, value_name = "N", value_parser = minutes)]
    minutes: Option<u16>,
    /// Where you are: desk, floor, bed, standing
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// Region or area: back, hip, leg, foot, knee, ...
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// The side to work on: left, right or both
    #[arg(long, value_enum, value_name = "SIDE", default_value = "both", hide_possible_values = true)]
    side: SideWish,
    /// At hand: ball, roller, chair, warm-pack, ...
    #[arg(long, value_name = "TOOL,TOOL", value_delimiter = ',', value_parser = word_parser(&Thing::ALL, Thing::id), hide_possible_values = true)]
    tools: Vec<Thing>,
    /// Somebody can help
    #[arg(long)]
    partner: bool,
    /// As little as counts: light, and short
    #[arg(long)]
    gentle: bool,
}

/// What was asked for, and the routine that comes of it.
pub(super) struct Composed {
    pub(super) routine: Routine,
    /// What it is for, where it has a name.
    pub(super) about: Vec<Claim>,
    /// The command that leads through it.
    pub(super) session: String,
}

pub(super) fn answer(args: &Args, guide: &Guide<'_>) -> Replied {
    match args.wish.sign_in_name(guide)? {
        Some(stop) => Ok(stop),
        None => routine_reply(guide, &args.wish.compose(guide)?),
    }
}

/// The routine as an answer.
pub(super) fn routine_reply(guide: &Guide<'_>, composed: &Composed) -> Replied {
    let Composed { routine, about, session } = composed;
    let card = || routine_card(&guide.scope, routine, about, session);
    let reply = guide.card("routine", card, || vec![RoutineRecord::new(&guide.scope, routine, about)])?;
    Ok(if routine.steps.is_empty() { reply.ending(Exit::Failed) } else { reply })
}

/// What a routine is for, and what is told of those of its steps that are in it.
fn about(named: NamedRoutine, routine: &Routine) -> Vec<Claim> {
    let is_in = |step: &NamedStep| {
        let mut entries = routine.steps.iter().filter_map(|step| step.entry.as_ref());
        entries.any(|entry| entry.id == step.entry)
    };
    let of_steps = named.steps.into_iter().filter(is_in).flat_map(|step| step.about);
    named.about.into_iter().chain(of_steps).collect()
}

impl WishArgs {
    /// A named routine, with its own place and length.
    pub(super) fn of_name(name: &str) -> Self {
        Self { name: vec![name.to_owned()], ..Self::default() }
    }

    /// The routine for this reader.
    ///
    /// # Errors
    /// A name, place or region that is not there.
    pub(super) fn compose(&self, guide: &Guide<'_>) -> Result<Composed, Error> {
        let catalogue = guide.scope.catalogue;
        let named = self.named(catalogue)?;
        let place = self.place.as_deref().or(named.as_ref().and_then(|named| named.place.as_deref()));
        let RoutineFrame { places, minutes, .. } = catalogue.routine_frame()?;
        let usual = named.as_ref().map_or(*minutes, |named| named.minutes);
        let taken_for_granted = named.iter().flat_map(|named| &named.at_hand);
        let request = Request {
            minutes: self.minutes.unwrap_or(usual),
            place: place
                .map(|name| query::one_of("place", name, places, |place| (&place.id, &place.aliases)))
                .transpose()?,
            region: self.region.as_deref().map(|name| query::region_or_area(catalogue, name)).transpose()?,
            sides: self.side.into(),
            at_hand: self.tools.iter().chain(taken_for_granted).copied().collect(),
            partner: self.partner,
            gentle: self.gentle,
        };
        let holding;
        let reader = match &named {
            Some(NamedRoutine { holds, .. }) if !holds.is_empty() => {
                holding = catalogue.reader_with(guide.scope.reader.profile().clone(), holds)?;
                &holding
            }
            _ => &guide.scope.reader,
        };
        let repertoire = match &named {
            Some(named) => Repertoire::of_routine(catalogue, reader, named)?,
            None => Repertoire::whole(catalogue, reader)?,
        };
        let routine = compose(&repertoire, &request, named.as_ref())?;
        let session = guide.scope.with_declared(&self.session(named.as_ref()));
        let about = named.map(|named| about(named, &routine)).unwrap_or_default();
        Ok(Composed { routine, about, session })
    }

    /// The card of a sign that stands in the name.
    ///
    /// # Errors
    /// A word that begins like an option, or a precaution that is not declared.
    pub(super) fn sign_in_name(&self, guide: &Guide<'_>) -> Result<Option<Reply>, Error> {
        let catalogue = guide.scope.catalogue;
        words::refuse_options(&self.name)?;
        if query::routine(catalogue, &self.name.join(" ")).is_ok() {
            return Ok(None);
        }
        let words: Vec<&str> = self.name.iter().map(String::as_str).collect();
        let declarations = query::declarations_in(catalogue, &words);
        let stop = guide.stop_at_most_urgent(signs(declarations.iter()))?;
        match declarations.first() {
            Some(precaution) if stop.is_none() => Err(DeclarationError::AmongNames(precaution.id.to_owned()).into()),
            _ => Ok(stop),
        }
    }

    fn named(&self, catalogue: &Catalogue) -> Result<Option<NamedRoutine>, Error> {
        if self.name.is_empty() {
            return Ok(None);
        }
        let id = query::routine(catalogue, &self.name.join(" "))?;
        Ok(Some(catalogue.named_routine(id)?))
    }

    /// The command that leads through the same routine.
    fn session(&self, named: Option<&NamedRoutine>) -> String {
        let mut words = vec!["sciatica session".to_owned()];
        words.extend(named.map(|named| named.id.clone()));
        words.extend(self.minutes.map(|minutes| format!("--minutes {minutes}")));
        words.extend(self.place.as_ref().map(|place| format!("--place {}", fold(place))));
        words.extend(self.region.as_ref().map(|region| format!("--region {}", region.to_lowercase())));
        words.extend(match self.side {
            SideWish::Left => Some("--side left".to_owned()),
            SideWish::Right => Some("--side right".to_owned()),
            SideWish::Both => None,
        });
        let tools: Vec<&str> = self.tools.iter().map(|thing| thing.id()).collect();
        words.extend((!tools.is_empty()).then(|| format!("--tools {}", tools.join(","))));
        words.extend(self.partner.then(|| "--partner".to_owned()));
        words.extend(self.gentle.then(|| "--gentle".to_owned()));
        words.join(" ")
    }
}
