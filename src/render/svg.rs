//! A drawing as lines, marks and labels of an SVG picture. Labels stand in columns beside the drawing, so that none hides it.

use super::labels::{GAP, Labels, columns, width_of};
use super::leaders::{LabelStack, StackedLabel};
use crate::view::{Drawing, Layer, Mark, MarkKind, Tone};
use guide::model::StrokeRole;

/// How large a picture may be on paper and how large its letters are, in millimetres.
#[derive(Debug, Clone, Copy)]
pub(super) struct Room {
    /// Width of the picture with its labels.
    pub(super) width: f64,
    /// Height of the drawing.
    pub(super) height: f64,
    /// Size of the letters.
    pub(super) letters: f64,
}

/// A picture; all numbers are in drawing units, but for its width and height in millimetres.
#[derive(Debug)]
pub(super) struct Picture<'d> {
    /// Its number on the page.
    pub(super) number: usize,
    /// The drawing.
    pub(super) drawing: &'d Drawing,
    /// Width and height in millimetres.
    pub(super) size: [f64; 2],
    /// Width of what stands below it in millimetres: a caption of a pose may be wider than its picture.
    pub(super) column: f64,
    pub(super) view_box: String,
    pub(super) strokes: Vec<SvgStroke<'d>>,
    /// What is filled, a layer after the other.
    pub(super) layers: Vec<SvgLayer>,
    /// Width of the gap around a layer.
    pub(super) gap: String,
    pub(super) leaders: Vec<[String; 4]>,
    pub(super) landmarks: Vec<[String; 2]>,
    pub(super) points: Vec<[String; 2]>,
    /// Places to ask about first, and places that are not for this reader.
    pub(super) asked: Vec<[String; 2]>,
    pub(super) avoided: Vec<[String; 2]>,
    pub(super) labels: Vec<Label>,
    /// Widths of a thin line and of a ring, and size of the letters.
    pub(super) thin: String,
    pub(super) ring: String,
    pub(super) landmark_radius: String,
    pub(super) ring_radius: String,
    pub(super) dot_radius: String,
    pub(super) letters: String,
}

/// A line of the drawing.
#[derive(Debug)]
pub(super) struct SvgStroke<'d> {
    pub(super) class: &'static str,
    pub(super) width: String,
    pub(super) path: &'d str,
    /// How it is moved, where it is mirrored.
    pub(super) transform: String,
}

/// A layer of the drawing.
#[derive(Debug)]
pub(super) struct SvgLayer {
    /// The edges of what covers, for the gap around it; empty where nothing does.
    pub(super) edges: String,
    pub(super) shapes: Vec<SvgShape>,
}

/// A shape of a layer.
#[derive(Debug)]
pub(super) struct SvgShape {
    pub(super) class: &'static str,
    pub(super) corners: String,
}

/// The name of a mark, in lines.
#[derive(Debug)]
pub(super) struct Label {
    pub(super) class: &'static str,
    pub(super) anchor: &'static str,
    pub(super) lines: Vec<(String, String, String)>,
}

const LINE_HEIGHT: f64 = 1.15;
/// In millimetres.
const RING: f64 = 1.5;
const LANDMARK: f64 = 0.75;
const SMALLEST: f64 = 1.0;
/// In drawing units, so that a small body keeps its limbs.
const LAYER_GAP: f64 = 0.09;

/// A side of the drawing.
#[derive(Clone, Copy, PartialEq)]
enum LabelColumn {
    Left,
    Right,
}

/// A drawing being laid out, at so many millimetres a unit.
struct PictureLayout {
    scale: f64,
    size: [f64; 2],
    letters: f64,
    /// Left, top, right and bottom of everything.
    edges: [f64; 4],
}

impl<'d> Picture<'d> {
    /// Lays a drawing out.
    pub(super) fn new(number: usize, drawing: &'d Drawing, room: Room) -> Self {
        let size = drawing.size.map(|length| length.max(SMALLEST));
        let [width, height] = size;
        let labels = Labels::of(drawing, room.width, room.letters);
        let beside = labels.width(room.letters);
        let scale = (room.height / height).min((room.width - beside).max(SMALLEST) / width);
        let mut layout = PictureLayout { scale, size, letters: room.letters / scale, edges: [0.0, 0.0, width, height] };
        let mut picture = Self {
            number,
            drawing,
            size: [0.0; 2],
            column: 0.0,
            view_box: String::new(),
            strokes: strokes(drawing, &layout),
            layers: drawing.layers.iter().map(svg_layer).collect(),
            gap: number_of(LAYER_GAP),
            leaders: Vec::new(),
            landmarks: places(drawing, |kind| kind == MarkKind::Landmark),
            points: places(drawing, |kind| kind == MarkKind::Point),
            asked: places(drawing, |kind| kind == MarkKind::Ask),
            avoided: places(drawing, |kind| kind == MarkKind::Avoid),
            labels: Vec::new(),
            thin: layout.length(0.2),
            ring: layout.length(0.45),
            landmark_radius: layout.length(LANDMARK),
            ring_radius: layout.length(RING),
            dot_radius: layout.length(RING * 0.5),
            letters: number_of(layout.letters),
        };
        layout.column(LabelColumn::Left, labels.left, &mut picture);
        layout.column(LabelColumn::Right, labels.right, &mut picture);
        let margin = layout.units(0.6);
        let [left, top, right, bottom] = layout.edges;
        let (left, top) = (left - margin, top - margin);
        let all = [right + margin - left, bottom + margin - top];
        picture.view_box = [left, top, all[0], all[1]].map(number_of).join(" ");
        picture.size = all.map(|length| length * scale);
        picture.column = if drawing.layers.is_empty() { picture.size[0] } else { room.width };
        picture
    }

    /// The width of its column in millimetres, as text.
    pub(super) fn column_millimetres(&self) -> String {
        number_of(self.column)
    }

    /// Width and height in millimetres, as text.
    pub(super) fn millimetres(&self) -> [String; 2] {
        self.size.map(number_of)
    }
}

impl PictureLayout {
    fn units(&self, millimetres: f64) -> f64 {
        millimetres / self.scale
    }

    /// A length in millimetres, as text.
    fn length(&self, millimetres: f64) -> String {
        number_of(self.units(millimetres))
    }

    /// The labels of a column, with their leaders.
    fn column<'d>(&mut self, side: LabelColumn, named: Vec<&'d Mark>, picture: &mut Picture<'d>) {
        let gap = self.units(GAP);
        let (at, leaders_end) = match side {
            LabelColumn::Left => (-gap, -gap * 0.6),
            LabelColumn::Right => (self.size[0] + gap, self.size[0] + gap * 0.6),
        };
        let stack = LabelStack {
            line: self.letters * LINE_HEIGHT,
            between: self.letters * 0.4,
            bottom: self.size[1],
            leaders_end,
            clear: self.units(RING),
            marks: &picture.drawing.marks,
        };
        for label in stack.place(named) {
            let [x, y] = label.mark.at;
            picture.leaders.push([x, y, leaders_end, label.middle()].map(number_of));
            self.label(side, at, label, picture);
        }
    }

    fn label(&mut self, side: LabelColumn, at: f64, label: StackedLabel<'_>, picture: &mut Picture<'_>) {
        let StackedLabel { mark, lines, top, .. } = label;
        let line = self.letters * LINE_HEIGHT;
        let width = width_of(mark, &lines) * self.letters;
        let [left, upper, right, lower] = self.edges;
        let (from, to) = if side == LabelColumn::Left { (at - width, at) } else { (at, at + width) };
        self.edges = [left.min(from), upper.min(top), right.max(to), lower.max(top + columns(lines.len()) * line)];
        let foot = |place: usize| top + columns(place) * line + self.letters * 0.9;
        let lines = lines.into_iter().enumerate().map(|(place, text)| (number_of(at), number_of(foot(place)), text));
        picture.labels.push(Label {
            class: if mark.kind == MarkKind::Landmark { "landmark" } else { "code" },
            anchor: if side == LabelColumn::Left { "end" } else { "start" },
            lines: lines.collect(),
        });
    }
}

/// Outline first; a cord is a wide line with a white one on it.
fn strokes<'d>(drawing: &'d Drawing, layout: &PictureLayout) -> Vec<SvgStroke<'d>> {
    let mut lines: Vec<_> = drawing.lines.iter().collect();
    lines.sort_by_key(|line| line.role);
    let mut strokes = Vec::new();
    for line in lines {
        let widths: &[(&'static str, f64)] = match line.role {
            StrokeRole::Outline => &[("outline", 0.6)],
            StrokeRole::Bone => &[("bone", 0.4)],
            StrokeRole::Tendon => &[("cord", 0.9), ("inside", 0.45)],
            StrokeRole::Crease => &[("crease", 0.3)],
            StrokeRole::Detail => &[("detail", 0.25)],
        };
        let mirrored = format!("translate({} 0) scale(-1 1)", number_of(layout.size[0]));
        let twice = [Some(String::new()), line.mirrored.then_some(mirrored)];
        for transform in twice.into_iter().flatten() {
            strokes.extend(widths.iter().map(|(class, width)| SvgStroke {
                class,
                width: layout.length(*width),
                path: &line.path,
                transform: transform.clone(),
            }));
        }
    }
    strokes
}

fn svg_layer(layer: &Layer) -> SvgLayer {
    let corners =
        |edge: &[[f64; 2]]| edge.iter().map(|corner| corner.map(number_of).join(",")).collect::<Vec<_>>().join(" ");
    let covering = layer.shapes.iter().filter(|(tone, _)| tone.covers());
    let edges = covering.map(|(_, edge)| format!("M {} Z", corners(edge))).collect::<Vec<_>>().join(" ");
    let shapes = layer.joins.iter().chain(&layer.shapes).map(|(tone, edge)| {
        let class = match tone {
            Tone::Thing => "thing",
            Tone::Before => "before",
            Tone::Far => "far",
            Tone::FarMoving => "far moving",
            Tone::Near => "near",
            Tone::Moving | Tone::Arrow => "moving",
            Tone::Empty => "empty",
        };
        SvgShape { class, corners: corners(edge) }
    });
    SvgLayer { edges, shapes: shapes.collect() }
}

/// Where the marks of a kind lie.
fn places(drawing: &Drawing, is_one: impl Fn(MarkKind) -> bool) -> Vec<[String; 2]> {
    drawing.marks.iter().filter(|mark| is_one(mark.kind)).map(|mark| mark.at.map(number_of)).collect()
}

fn number_of(number: f64) -> String {
    let text = format!("{number:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
