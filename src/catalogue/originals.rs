//! The files of the bundled catalogue as they are written, for those who want to have them. No answer is made of these.

use super::sorted_lines::with_key;

/// All of them, end to end.
const TEXT: &str = include_str!(concat!(env!("OUT_DIR"), "/bundle/originals/text"));
/// Where in it each file stands: path, first byte, byte behind the last.
const PLACES: &str = include_str!(concat!(env!("OUT_DIR"), "/bundle/originals/places"));

/// Every file of the bundled catalogue, its licence and its schemas among them: path below its root, and text.
pub fn originals() -> impl Iterator<Item = (&'static str, &'static str)> {
    PLACES.lines().filter_map(|line| {
        let (path, place) = line.split_once('\t')?;
        Some((path, text_at(place)?))
    })
}

/// The text of one of them.
pub(super) fn original(path: &str) -> Option<&'static str> {
    text_at(with_key(PLACES, path).next()?.1)
}

fn text_at(place: &str) -> Option<&'static str> {
    let (start, end) = place.split_once('\t')?;
    TEXT.get(start.parse().ok()?..end.parse().ok()?)
}
