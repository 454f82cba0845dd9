//! The card of a map: the body with points on it.

use super::document::{Block, Card, Sentence};
use super::figure::of_points;
use super::role::Role;
use super::routine::screened_lines;
use super::scope::Scope;
use super::words::{level_role, level_word};
use guide::index::PointRow;
use guide::model::{Figure, Level};
use guide::screening::Verdict;

/// The card of a map: the drawings, then each point with its name and place, those that are withheld by the word.
pub fn map_card(scope: &Scope<'_>, figures: &[Figure], points: &[(PointRow<'_>, Verdict<'_>)]) -> Card {
    let mut card = Card { level: screened_lines(scope), is_screened: true, ..Card::titled("Where the points are", "") };
    card.body.push(Block::Drawings(figures.iter().map(|figure| of_points(figure, points)).collect()));
    card.body.push(Block::Gap);
    let manifest = scope.catalogue.manifest();
    let of_level = |wanted: Option<Level>| {
        let here = points.iter().filter(move |(_, verdict)| verdict.level.filter(|_| verdict.withheld) == wanted);
        here.map(|(row, _)| (row.code.to_owned(), vec![row.english.into(), manifest.area_title(row.area).into()]))
    };
    let open: Vec<_> = of_level(None).collect();
    card.body.extend((!open.is_empty()).then_some(Block::Facts(open)));
    for level in [Level::Ask, Level::Avoid] {
        let codes: Vec<Sentence> = of_level(Some(level)).map(|(code, _)| scope.catalogue.told(&code).into()).collect();
        card.say(level_role(level), level_word(level), codes);
    }
    card.say(Role::Neutral, "Each by touch", vec!["sciatica show, with its code".into()]);
    card
}
