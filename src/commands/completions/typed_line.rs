//! The command line on which Tab was pressed, as the engine reads one.

use std::ffi::OsString;
use std::path::PathBuf;

use clap_complete::Shell;

use crate::commands::words::{NOW, is_an_option_of_now};
use crate::world::World;

/// A command line, and the word in which Tab was pressed.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TypedLine {
    words: Vec<OsString>,
    index: usize,
}

impl TypedLine {
    /// Reads the words of a shell. Without an index, Tab was pressed in the last one. Beside it, how many bytes of that
    /// word the shell keeps whatever is offered, because to the shell it begins behind them.
    pub(super) fn of(shell: Shell, words: &[OsString], index: Option<usize>) -> (Self, usize) {
        let mut words = words.to_vec();
        let index = index.unwrap_or(words.len() - 1);
        if index >= words.len() {
            // An empty word at the end is left out by some.
            words.resize(index.min(words.len()) + 1, OsString::new());
        }
        let index = index.min(words.len() - 1);
        if matches!(shell, Shell::Bash | Shell::Zsh) {
            for (place, word) in words.iter_mut().enumerate() {
                if let Some(bare) = word.to_str().and_then(without_quotes).filter(|_| place != index) {
                    *word = bare.into();
                }
            }
        }
        let line = Self { words, index };
        if shell == Shell::Bash { line.rejoined() } else { (line, 0) }
    }

    /// The same where an option and its value are one word again, which bash takes apart at `=`.
    fn rejoined(self) -> (Self, usize) {
        let mut line = Self { words: Vec::new(), index: 0 };
        let mut kept = 0;
        let mut follows_sign = false;
        for (place, word) in self.words.into_iter().enumerate() {
            let is_sign = word == "=";
            match line.words.last_mut().filter(|last| last.as_encoded_bytes().starts_with(b"--")) {
                Some(option) if is_sign || follows_sign => {
                    if place == self.index {
                        kept = option.len() + usize::from(is_sign);
                    }
                    option.push(word);
                }
                _ => line.words.push(word),
            }
            follows_sign = is_sign;
            if place == self.index {
                line.index = line.words.len() - 1;
            }
        }
        (line, kept)
    }

    /// The word in which Tab was pressed.
    pub(super) fn word(&self) -> &str {
        self.words.get(self.index).and_then(|word| word.to_str()).unwrap_or_default()
    }

    /// What the list that is being typed holds already.
    pub(super) fn listed(&self) -> Vec<String> {
        let word = self.word();
        let list = word.strip_prefix("--").and_then(|option| option.split_once('=')).map_or(word, |(_, value)| value);
        let (before, _) = list.rsplit_once(',').unwrap_or_default();
        before.split(',').filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// The directory that an option names.
    pub(super) fn directory(&self, option: &str, world: &World<'_>) -> Option<PathBuf> {
        let words: Vec<&str> = self.words.iter().filter_map(|word| word.to_str()).collect();
        let apart =
            words.windows(2).filter_map(|pair| matches!(pair, [it, _] if *it == option).then(|| pair.get(1))?);
        let joined = words.iter().filter_map(|word| word.strip_prefix(option)?.strip_prefix('='));
        let directory = joined.chain(apart.copied()).find(|it| !it.is_empty())?;
        let home =
            directory.strip_prefix("~/").and_then(|below| Some(PathBuf::from((world.variable)("HOME")?).join(below)));
        Some(home.unwrap_or_else(|| PathBuf::from(directory)))
    }

    /// The words and the index, in each way in which the program may take them: options before any command are those of
    /// what the program does by itself.
    pub(super) fn readings(&self) -> Vec<(Vec<OsString>, usize)> {
        let is_now = self.words.get(1).and_then(|first| first.to_str()).is_some_and(is_an_option_of_now);
        let as_typed = (self.words.clone(), self.index);
        let mut words = self.words.clone();
        if !is_now || self.index == 0 {
            return vec![as_typed];
        }
        words.insert(1, NOW.into());
        let of_now = (words, self.index + 1);
        if self.index == 1 { vec![of_now, as_typed] } else { vec![of_now] }
    }
}

/// A word as a shell would hand it on; `None` where it is not closed, or more than one.
fn without_quotes(word: &str) -> Option<String> {
    let [bare] = <[String; 1]>::try_from(shell_words::split(word).ok()?).ok()?;
    Some(bare)
}
