//! `sciatica routine`: an ordered, timed, screened list of steps.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{Guide, OutputArgs, Reply, ScreeningArgs, words};
use crate::catalogue::{Catalogue, Claim, Kind, NamedRoutine, Place, Thing, fold};
use crate::error::{DeclarationError, Error, Exit};
use crate::query;
use crate::routine::{Repertoire, Request, Routine, Sides, compose};
use crate::screening::Profile;
use crate::terminal::World;
use crate::view::{Part, RoutineRecord, routine_card};

/// A list of what to do now: how long, where, on which side
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
    screening: ScreeningArgs,
    #[command(flatten)]
    output: OutputArgs,
}

/// What a routine is to be like.
#[derive(Debug, clap::Args)]
pub(super) struct WishArgs {
    /// One that has a name: desk, evening, morning, flare-up, ...
    #[arg(value_name = "NAME")]
    name: Vec<String>,
    /// How long it may be; 10, or its usual length
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=120))]
    minutes: Option<u16>,
    /// Where you are: desk, floor, bed, standing
    #[arg(long, value_name = "PLACE")]
    place: Option<String>,
    /// Region or area: back, hip, leg, foot, knee, ...
    #[arg(long, value_name = "REGION")]
    region: Option<String>,
    /// The side to work on: left, right or both
    #[arg(long, value_enum, value_name = "SIDE", default_value = "both", hide_possible_values = true)]
    side: Sides,
    /// At hand: ball, roller, chair, warm-pack, ...
    #[arg(long, value_name = "TOOL,TOOL", value_delimiter = ',', value_parser = thing_parser(), hide_possible_values = true)]
    tools: Vec<Thing>,
    /// Somebody can help
    #[arg(long)]
    partner: bool,
    /// As little as counts: light, and short
    #[arg(long)]
    gentle: bool,
}

fn thing_parser() -> impl TypedValueParser<Value = Thing> {
    let things = PossibleValuesParser::new(Thing::ALL.iter().map(|thing| thing.id()));
    things.try_map(|id| Thing::ALL.iter().copied().find(|thing| thing.id() == id).ok_or("no such thing"))
}

/// What was asked for, and the routine that comes of it.
pub(super) struct Composed {
    pub(super) routine: Routine,
    /// What it is for, where it has a name.
    pub(super) about: Vec<Claim>,
    /// The command that leads through it.
    pub(super) session: String,
}

pub(super) fn answer(args: &Args, world: &World<'_>) -> Result<Reply, Error> {
    let catalogue = args.output.open(world)?;
    let guide = Guide::for_reader(&catalogue, &args.output, &args.screening, world)?;
    if let Some(reply) = guide.red_flag()? {
        return Ok(reply);
    }
    if let Some(reply) = args.wish.sign_in_name(&guide)? {
        return Ok(reply);
    }
    let composed = args.wish.compose(&guide)?;
    reply(&guide, &composed)
}

/// The routine as an answer.
pub(super) fn reply(guide: &Guide<'_>, composed: &Composed) -> Result<Reply, Error> {
    let Composed { routine, about, session } = composed;
    let reply = guide.reply(
        "routine",
        || vec![Part::Card(routine_card(&guide.scope, routine, about, session))],
        || vec![RoutineRecord::new(&guide.scope, routine, about)],
    )?;
    Ok(if routine.steps.is_empty() { reply.ending(Exit::Failed) } else { reply })
}

impl WishArgs {
    /// A named routine, with its own place and length.
    pub(super) fn of_name(name: &str) -> Self {
        Self {
            name: vec![name.to_owned()],
            minutes: None,
            place: None,
            region: None,
            side: Sides::Both,
            tools: Vec::new(),
            partner: false,
            gentle: false,
        }
    }

    /// The routine for this reader.
    ///
    /// # Errors
    /// A name, place or region that is not there.
    pub(super) fn compose(&self, guide: &Guide<'_>) -> Result<Composed, Error> {
        let catalogue = guide.scope.catalogue;
        let named = self.named(catalogue)?;
        let place = self.place.as_deref().or(named.as_ref().and_then(|named| named.place.as_deref()));
        let usual = named.as_ref().map_or(catalogue.routine_frame()?.minutes, |named| named.minutes);
        let taken_for_granted = named.iter().flat_map(|named| &named.at_hand);
        let request = Request {
            minutes: self.minutes.unwrap_or(usual),
            place: place.map(|name| find_place(catalogue, name)).transpose()?,
            region: self.region.as_deref().map(|name| query::region_or_area(catalogue, name)).transpose()?,
            sides: self.side,
            at_hand: self.tools.iter().chain(taken_for_granted).copied().collect(),
            partner: self.partner,
            gentle: self.gentle,
        };
        let reader = &guide.scope.reader;
        let repertoire = match &named {
            Some(named) => Repertoire::of_routine(catalogue, reader, named)?,
            None => Repertoire::whole(catalogue, reader)?,
        };
        let routine = compose(&repertoire, &request, named.as_ref())?;
        let session = self.session(named.as_ref(), guide.scope.reader.profile());
        Ok(Composed { routine, about: named.map(|named| named.about).unwrap_or_default(), session })
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
        let signs = declarations.iter().filter(|target| target.kind == Kind::RedFlag).map(|target| target.id);
        let sign = guide.stop_at_most_urgent(signs)?;
        match declarations.first() {
            Some(precaution) if sign.is_none() => {
                Err(DeclarationError::AmongNames { id: precaution.id.to_owned() }.into())
            }
            _ => Ok(sign),
        }
    }

    fn named(&self, catalogue: &Catalogue) -> Result<Option<NamedRoutine>, Error> {
        if self.name.is_empty() {
            return Ok(None);
        }
        let id = query::routine(catalogue, &self.name.join(" "))?;
        catalogue.named_routine(id).map(Some)
    }

    /// The command that leads through the same routine.
    fn session(&self, named: Option<&NamedRoutine>, profile: &Profile) -> String {
        let mut words = vec!["sciatica session".to_owned()];
        words.extend(named.map(|named| named.id.clone()));
        words.extend(self.minutes.map(|minutes| format!("--minutes {minutes}")));
        words.extend(self.place.as_ref().map(|place| format!("--place {}", fold(place))));
        words.extend(self.region.as_ref().map(|region| format!("--region {}", region.to_lowercase())));
        words.extend(match self.side {
            Sides::Both => None,
            Sides::Left => Some("--side left".to_owned()),
            Sides::Right => Some("--side right".to_owned()),
        });
        let tools: Vec<&str> = self.tools.iter().map(|thing| thing.id()).collect();
        words.extend((!tools.is_empty()).then(|| format!("--tools {}", tools.join(","))));
        words.extend(self.partner.then(|| "--partner".to_owned()));
        words.extend(self.gentle.then(|| "--gentle".to_owned()));
        words.extend(profile.options());
        words.join(" ")
    }
}

fn find_place<'c>(catalogue: &'c Catalogue, name: &str) -> Result<&'c Place, Error> {
    let places = &catalogue.routine_frame()?.places;
    places.iter().find(|place| fold(&place.id) == fold(name)).ok_or_else(|| Error::NoSuchFilter {
        what: "place",
        name: name.to_owned(),
        known: places.iter().map(|place| place.id.clone()).collect(),
    })
}
