//! The catalogue that a program carries.

use super::packing::unpack;
use crate::index::Table;

/// A catalogue in the program. Few files, because each is an address that the loader has to fill in.
#[derive(Debug, Clone, Copy)]
pub struct Bundle {
    /// Where each file stands, and all of them end to end.
    files: Table<'static>,
    pub(super) index: &'static [u8],
    pub(super) search: &'static [u8],
}

pub(super) const FILES: &str = "files";
pub(super) const INDEX: &str = "index";
pub(super) const SEARCH: &str = "search";

/// A file in the text of all: its path, its first byte, the byte behind its last, and whether it is packed.
pub(super) type FilePlace<'c> = (&'c str, usize, usize, bool);

impl Bundle {
    /// The bundle whose parts are found by name; a part that is missing is empty.
    pub fn new(part: impl Fn(&str) -> Option<&'static [u8]>) -> Self {
        let part = |name| part(name).unwrap_or_default();
        Self { files: Table::of(part(FILES)), index: part(INDEX), search: part(SEARCH) }
    }

    fn places(self) -> Table<'static> {
        self.files.bytes(0).map(Table::of).unwrap_or_default()
    }

    fn bytes_at(self, (_, start, end, _): FilePlace<'_>) -> Option<&'static [u8]> {
        self.files.bytes(1)?.get(start..end)
    }

    fn text_at(self, place: FilePlace<'_>) -> Option<&'static str> {
        std::str::from_utf8(self.bytes_at(place)?).ok()
    }

    /// The bytes of a file, as it is carried.
    pub(super) fn bytes(self, path: &str) -> Option<&'static [u8]> {
        self.bytes_at(self.places().get(path)?)
    }

    /// The text of a file, as it is carried.
    pub(super) fn text(self, path: &str) -> Option<&'static str> {
        self.text_at(self.places().get(path)?)
    }

    /// Every file as it is carried: path below the root, and text.
    pub(super) fn texts(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.places().rows().filter_map(move |place: FilePlace<'_>| Some((place.0, self.text_at(place)?)))
    }

    /// A file as it is written.
    pub(super) fn original(self, path: &str) -> Option<String> {
        let place: FilePlace<'_> = self.places().get(path)?;
        let text = self.text_at(place)?;
        Some(if place.3 { unpack(text) } else { text.to_owned() })
    }

    /// Every file as it is written, the licence and the schemas among them: path below the root, and text.
    pub fn originals(self) -> impl Iterator<Item = (&'static str, String)> {
        self.texts().filter_map(move |(path, _)| Some((path, self.original(path)?)))
    }
}
