//! How large the text and the pictures of a short page are: settings from roomy to tight, of which the first is taken that
//! needs no more sheets than the last.

use super::svg::{Picture, Room};
use crate::view::Drawing;

/// Width of the text in millimetres, on Letter; A4 is a little narrower, and higher by more.
pub(super) const WIDTH: f64 = 197.0;
/// Height of a sheet in millimetres, on Letter; A4 is higher.
pub(super) const SHEET: f64 = 265.0;

/// A setting; letters in points, all else in millimetres.
#[derive(Debug)]
pub(super) struct Setting {
    /// What a sheet calls it.
    pub(super) class: &'static str,
    /// Letters of the text.
    pub(super) text: f64,
    /// Letters of when to stop.
    pub(super) stop: f64,
    /// Letters of what to take care of, and of who is to leave it out.
    pub(super) care: f64,
    /// Letters of captions and sources.
    pub(super) small: f64,
    /// Width and height of a picture that stands alone.
    place: [f64; 2],
    /// Width of the pictures of a movement side by side, and height of each.
    poses: [f64; 2],
    /// Height of a row to tick.
    pub(super) row: f64,
    /// Whether steps stand behind one another, as a paragraph.
    pub(super) is_tight: bool,
}

/// Normal print.
pub(super) const NORMAL: &[Setting] = &[
    Setting { place: [100.0, 84.0], poses: [186.0, 52.0], row: 8.0, ..WIDE },
    WIDE,
    Setting { place: [84.0, 62.0], poses: [122.0, 40.0], ..MIDDLE },
    MIDDLE,
    Setting { place: [80.0, 60.0], poses: [118.0, 44.0], ..NARROW },
    Setting { place: [72.0, 51.0], poses: [110.0, 36.0], ..NARROW },
    NARROW,
    Setting { place: [72.0, 51.0], poses: [110.0, 36.0], row: 5.5, ..TIGHT },
    TIGHT,
    Setting { place: [60.0, 51.0], poses: [100.0, 28.0], row: 4.2, ..TIGHT },
    Setting { place: [56.0, 51.0], poses: [96.0, 27.0], row: 4.2, ..TIGHT },
    Setting { place: [60.0, 40.0], poses: [100.0, 28.0], row: 4.2, ..TIGHT },
    Setting { text: 9.5, row: 4.2, place: [60.0, 40.0], poses: [100.0, 28.0], ..TIGHT },
    Setting { text: 9.0, care: 8.0, row: 4.2, place: [56.0, 36.0], poses: [96.0, 28.0], ..TIGHT },
    Setting { text: 9.0, care: 8.0, row: 4.2, place: [54.0, 34.0], poses: [96.0, 22.0], ..TIGHT },
];

/// Large print.
pub(super) const LARGE: &[Setting] = &[
    Setting { place: [120.0, 90.0], ..TALL },
    Setting { place: [110.0, 72.0], poses: [186.0, 38.0], ..TALL },
    Setting { place: [94.0, 56.0], poses: [186.0, 30.0], ..TALL },
    Setting { class: "tight", place: [94.0, 56.0], poses: [186.0, 30.0], is_tight: true, ..TALL },
];

/// The widest letters of normal print.
pub(super) const WIDE: Setting = Setting {
    class: "wide",
    text: 11.0,
    stop: 11.0,
    care: 10.0,
    small: 8.5,
    place: [92.0, 70.0],
    poses: [186.0, 40.0],
    row: 7.0,
    is_tight: false,
};

const MIDDLE: Setting = Setting {
    class: "middle",
    text: 10.5,
    stop: 10.5,
    care: 9.5,
    place: [80.0, 56.0],
    poses: [118.0, 34.0],
    row: 6.5,
    ..WIDE
};

const NARROW: Setting = Setting {
    class: "narrow",
    text: 10.0,
    stop: 9.5,
    care: 9.0,
    small: 8.0,
    place: [66.0, 51.0],
    poses: [104.0, 30.0],
    row: 5.0,
    ..WIDE
};

const TIGHT: Setting =
    Setting { class: "tight", stop: 9.0, care: 8.5, place: [64.0, 51.0], row: 4.6, is_tight: true, ..NARROW };

const TALL: Setting = Setting {
    class: "wide",
    text: 18.0,
    stop: 18.0,
    care: 18.0,
    small: 14.0,
    place: [120.0, 90.0],
    poses: [186.0, 50.0],
    row: 11.0,
    is_tight: false,
};

impl Setting {
    /// So much of a sheet is filled, in millimetres, since what is reckoned may come out a line too short.
    pub(super) fn filled(&self) -> f64 {
        SHEET - self.text * 0.45
    }

    /// The room of each drawing of an entry: several stand side by side, as large as one another.
    pub(super) fn rooms(&self, drawings: &[Drawing]) -> Vec<Room> {
        const APART: f64 = 4.0;
        /// What is narrow is drawn so high.
        const SMALLEST: f64 = 50.0;
        const POINT: f64 = 0.3528;
        let letters = self.small * POINT;
        if drawings.len() < 2 {
            let [width, height] = self.place;
            let room = Room { width, height, letters };
            let is_small = |drawing| size_in(drawing, room).into_iter().all(|length| length < SMALLEST);
            let height = if drawings.iter().any(is_small) { height.max(SMALLEST + 1.0) } else { height };
            return vec![Room { height, ..room }; drawings.len()];
        }
        let [width, height] = self.poses;
        let beside = u8::try_from(drawings.len()).map_or(1.0, f64::from);
        let width = (width + APART) / beside - APART;
        let across: f64 = drawings.iter().map(|drawing| height / drawing.size[1] * drawing.size[0] + APART).sum();
        let height = if across - APART < SMALLEST { SMALLEST } else { height };
        vec![Room { width, height, letters }; drawings.len()]
    }
}

/// The size of a drawing in its room; a pose has no labels that would have to be laid out to know it.
pub(super) fn size_in(drawing: &Drawing, room: Room) -> [f64; 2] {
    const EDGE: f64 = 1.2;
    if drawing.layers.is_empty() {
        return Picture::new(0, drawing, room).size;
    }
    let scale = (room.height / drawing.size[1]).min(room.width / drawing.size[0]);
    drawing.size.map(|length| length * scale + EDGE)
}
