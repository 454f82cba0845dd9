//! A line of a picture, with its look.

use anstyle::Style;
use unicode_width::UnicodeWidthChar;

/// A line, and how wide it is without what paints it.
#[derive(Debug, Default, Clone)]
pub(super) struct DotLine {
    text: String,
    width: usize,
    /// The style that is on at its end.
    style: Option<Style>,
}

impl DotLine {
    /// A line of words, in which some characters have a look.
    pub(super) fn of(words: &str, style: impl Fn(char) -> Option<Style>) -> Self {
        let mut line = Self::default();
        words.trim_end().chars().for_each(|character| line.push(character, style(character)));
        line
    }

    /// Adds a character in a style.
    pub(super) fn push(&mut self, character: char, style: Option<Style>) {
        if self.style != style {
            self.end_style();
            self.text.extend(style.map(|style| style.to_string()));
            self.style = style;
        }
        self.text.push(character);
        self.width += character.width().unwrap_or_default();
    }

    /// Adds blanks up to a column, then another line.
    pub(super) fn put_at(&mut self, column: usize, other: &Self) {
        if other.width > 0 {
            self.end_style();
            let blanks = column.saturating_sub(self.width);
            self.text.push_str(&" ".repeat(blanks));
            self.text.push_str(&other.text);
            self.style = other.style;
            self.width += blanks + other.width;
        }
    }

    fn end_style(&mut self) {
        if let Some(style) = self.style.take() {
            self.text.push_str(&format!("{style:#}"));
        }
    }

    /// The line as it is written.
    pub(super) fn written(mut self) -> String {
        self.end_style();
        self.text
    }
}
