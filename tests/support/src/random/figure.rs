//! Any figure, and any path: drawn in dots and on paper, unchecked.

use std::sync::LazyLock;

use super::assert_clean;
use guide::model::{Figure, Stroke, StrokeRole};
use guide::screening::Profile;
use guide::shelf::Catalogue;
use sciatica::render::{Format, Terminal, html, render};
use sciatica::view::{Block, Card, Document, Drawing, Handout, Mark, MarkKind, PageHead, Piece, Scope, point_drawing};

static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| Catalogue::bundled(sciatica::bundle()).expect("our own catalogue"));

/// A path alone, with a mark in the middle.
fn of_path(path: &str, mirrored: bool) -> Drawing {
    let mark = |kind, name: &str, x| Mark { kind, at: [x, 50.0], name: name.to_owned(), level: "" };
    Drawing {
        title: "A path".to_owned(),
        alternative: String::new(),
        size: [100.0, 100.0],
        lines: vec![Stroke { id: "path".to_owned(), role: StrokeRole::Outline, path: path.to_owned(), mirrored }],
        layers: Vec::new(),
        marks: vec![mark(MarkKind::Point, "GB30", 50.0), mark(MarkKind::Landmark, "knob", 60.0)],
        is_mirrored: false,
        sides: ["L".to_owned(), "R".to_owned()],
    }
}

fn card(drawings: Vec<Drawing>) -> Card {
    Card { body: vec![Block::Drawings(drawings)], ..Card::default() }
}

/// Any figure, and any path: drawn in dots and on paper, unchecked.
pub fn figure(text: &str) {
    let drawings = match serde_json::from_str::<Figure>(text) {
        Ok(figure) => {
            let codes: Vec<&str> = figure.points.iter().map(|point| point.code.as_str()).take(3).collect();
            codes.into_iter().map(|code| point_drawing(&figure, code)).collect()
        }
        Err(_) => vec![of_path(text, text.len().is_multiple_of(2))],
    };
    for width in [20, 40, 80, 200] {
        let document = Document { parts: vec![Piece::Card(card(drawings.clone()))], ..Document::default() };
        let terminal =
            Terminal { tables: true, width, color: false, unicode: true, plain: false, links: false, drawings: true };
        let answer = render(&document, Format::Text, &terminal).answer;
        if drawings.iter().all(|drawing| !drawing.title.contains(guide::text::acts_on_a_terminal)) {
            assert!(answer.lines().count() < 10_000);
        }
    }
    let reader = CATALOGUE.reader(Profile::default()).expect("a reader");
    let scope = Scope { catalogue: &CATALOGUE, reader, citations: true, on_paper: true };
    let page =
        html(&Handout::new(&scope, PageHead::default(), Vec::new(), vec![card(drawings)]), false).expect("a page");
    assert!(!page.contains("<script"));
    if !text.contains(char::is_control) {
        assert_clean(&page.replace('\r', ""));
    }
}
