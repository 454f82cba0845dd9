//! The mark on everything that was added to a catalogue and is not its own.

use super::claim::Claim;
use super::figure::Figure;
use super::manifest::Meridian;
use super::point::Point;
use super::precaution::{MoreRules, Precaution};
use super::red_flag::RedFlag;
use super::routine::NamedRoutine;
use super::source::Source;
use super::stretch::Stretch;
use super::technique::Technique;
use super::topic::Topic;

/// Stands behind the name of everything that a directory adds and that is not ours.
pub const MARK: &str = "[added]";

/// What can be added to a catalogue.
pub(crate) trait Marked {
    /// The names by which it is known, so that no form of an answer can leave the mark out.
    fn names(&mut self) -> Vec<&mut String>;

    /// Puts the mark behind its names.
    fn mark(&mut self) {
        self.names().into_iter().for_each(|name| *name = marked(name));
    }
}

/// A text with the mark behind it.
pub(crate) fn marked(text: &str) -> String {
    format!("{text} {MARK}")
}

macro_rules! bear_marks {
    ($($type:ty: $($name:ident)+;)+) => {
        $(impl Marked for $type {
            fn names(&mut self) -> Vec<&mut String> {
                vec![$(&mut self.$name),+]
            }
        })+
    };
}

bear_marks! {
    Stretch: title;
    Technique: title;
    Precaution: title short question;
    RedFlag: title short question;
    Topic: title;
    Source: title short;
    NamedRoutine: title;
    Figure: title;
    Meridian: name;
}

impl Marked for Point {
    fn names(&mut self) -> Vec<&mut String> {
        let names = &mut self.names;
        names.english.iter_mut().take(1).chain([&mut names.pinyin, &mut names.pinyin_plain]).collect()
    }
}

impl Marked for MoreRules {
    fn names(&mut self) -> Vec<&mut String> {
        self.rules.iter_mut().map(|rule| &mut rule.because).map(|Claim { text, .. }| text).collect()
    }
}
