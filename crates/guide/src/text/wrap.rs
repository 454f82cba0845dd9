//! Prose in lines.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;
use textwrap::{Options, WordSplitter, WrapAlgorithm};
use unicode_width::UnicodeWidthStr;

/// Stands between the words of what must be typed, so that a line never ends among them. An answer is written with spaces.
pub const NO_BREAK: &str = "\u{a0}";

/// Below this nothing has room, and words are broken.
const NARROWEST_WHOLE: usize = 40;

/// A text in lines of at most `width` columns, the first behind one indent, the others behind another. A word that is
/// wider, such as an address or a command, has a line of its own that is longer, so that it can be copied whole.
pub fn wrap(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    // No text is wider than its bytes are many, so most need no measuring.
    if first.len() + text.len() <= width {
        return vec![format!("{first}{text}")];
    }
    let words = words(text);
    let room = [first, rest].map(|indent| columns(width.saturating_sub(indent.width())));
    if width < NARROWEST_WHOLE {
        let widest = words.iter().map(|word| word.columns).fold(0.0, f64::max);
        if room.iter().any(|room| widest > *room) {
            return broken(text, width, first, rest);
        }
    }
    let lines = wrap_first_fit(&words, &room).into_iter().enumerate();
    let lines = lines.map(|(place, words)| {
        let span = words.first().map_or(0, |word| word.start)..words.last().map_or(0, |word| word.end);
        format!("{}{}", if place == 0 { first } else { rest }, text.get(span).unwrap_or_default())
    });
    lines.collect()
}

/// A text with a word that has no room in a line: broken within words.
fn broken(text: &str, width: usize, first: &str, rest: &str) -> Vec<String> {
    let options = Options::new(width)
        .initial_indent(first)
        .subsequent_indent(rest)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    // A command is no word by itself here.
    let text = text.replace(NO_BREAK, " ");
    textwrap::wrap(&text, options).into_iter().map(std::borrow::Cow::into_owned).collect()
}

/// A word by its place in the text. textwrap's own words measure themselves character by character, which takes longer
/// than all the rest of a card.
#[derive(Debug)]
struct Word {
    start: usize,
    end: usize,
    columns: f64,
}

impl Fragment for Word {
    fn width(&self) -> f64 {
        self.columns
    }

    fn whitespace_width(&self) -> f64 {
        1.0
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn words(text: &str) -> Vec<Word> {
    let mut start = 0;
    let words = text.split(' ').map(|word| {
        let end = start + word.len();
        let width = if word.is_ascii() { word.len() } else { word.width() };
        let word = Word { start, end, columns: columns(width) };
        start = end + 1;
        word
    });
    words.collect()
}

fn columns(width: usize) -> f64 {
    u32::try_from(width).map_or(f64::MAX, f64::from)
}
