//! The names by which entries are found, and where each stands in its file.

use super::claim::Dispute;
use super::not_covered::NotCovered;
use super::point::Point;
use super::precaution::Precaution;
use super::red_flag::RedFlag;
use super::source::Source;
use super::stretch::Stretch;
use super::technique::Technique;
use super::topic::Topic;
use super::year_month::YearMonth;

/// Keys, one below the other.
type Keys = &'static [&'static str];

/// A name by which an entry is found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct FoundBy<'e> {
    /// The keys that lead to it, or to the list that holds it.
    pub(crate) keys: Keys,
    /// Its place in that list.
    pub(crate) item: Option<usize>,
    /// The name.
    pub(crate) name: &'e str,
}

/// What is found by its names.
pub(crate) trait Named {
    /// Its id, or the code of a point.
    fn id(&self) -> &str;
    /// Every name that leads to it, the id first.
    fn names(&self) -> Vec<FoundBy<'_>>;
    /// Words in which readers ask for it.
    fn lay(&self) -> &[String] {
        &[]
    }
    /// Words beside those with which they ask for something else.
    fn lay_unless(&self) -> &[String] {
        &[]
    }
    /// When somebody last read it against its sources.
    fn reviewed(&self) -> Option<YearMonth>;
    /// Where sources disagree about it.
    fn disputes(&self) -> &[Dispute] {
        &[]
    }
}

/// The fields that hold one name each, the id first, those that hold a list of them, and those of everyday words and of the
/// disputes.
macro_rules! named {
    ($entry:ident: $id:ident $(, $($key:ident).+)*; $($($list:ident).+),* $(; $lay:ident $(unless $unless:ident)? $(; $disputes:ident)?)?) => {
        impl Named for $entry {
            fn id(&self) -> &str {
                &self.$id
            }

            fn names(&self) -> Vec<FoundBy<'_>> {
                let single: &[(Keys, &str)] =
                    &[(&[stringify!($id)], &self.$id) $(, (&[$(stringify!($key)),+], &self.$($key).+))*];
                let lists: &[(Keys, &[String])] = &[$((&[$(stringify!($list)),+], &self.$($list).+)),*];
                all(single, lists)
            }

            fn reviewed(&self) -> Option<YearMonth> {
                self.reviewed
            }

            $(fn lay(&self) -> &[String] {
                &self.$lay
            }

            $(fn lay_unless(&self) -> &[String] {
                &self.$unless
            })?

            $(fn disputes(&self) -> &[Dispute] {
                &self.$disputes
            })?)?
        }
    };
}

named!(Stretch: id, title; aliases; lay; disputes);
named!(Technique: id, title; aliases; lay; disputes);
named!(Precaution: id, title; aliases; lay);
// A sign is also found as a list names it, because readers copy that.
named!(RedFlag: id, title, short; aliases; lay unless lay_unless);
named!(Topic: id, title; aliases; lay; disputes);
named!(NotCovered: id, title; aliases; lay);
named!(Source: id;);

impl Named for Point {
    fn id(&self) -> &str {
        &self.code
    }

    fn names(&self) -> Vec<FoundBy<'_>> {
        let names = &self.names;
        let single: [(Keys, &str); 6] = [
            (&["code"], &self.code),
            (&["who_code"], &self.who_code),
            (&["names", "pinyin"], &names.pinyin),
            (&["names", "pinyin_plain"], &names.pinyin_plain),
            (&["names", "hanzi", "traditional"], &names.hanzi.traditional),
            (&["names", "hanzi", "simplified"], &names.hanzi.simplified),
        ];
        let mut found = all(&single, &[(&["names", "english"], &names.english), (&["aliases"], &self.aliases)]);
        for (item, elsewhere) in names.elsewhere.iter().enumerate() {
            let found_by = |name| FoundBy { keys: &["names", "elsewhere"], item: Some(item), name };
            found.extend(elsewhere.names.iter().map(|name| found_by(name)));
        }
        found
    }

    fn reviewed(&self) -> Option<YearMonth> {
        self.reviewed
    }

    fn lay(&self) -> &[String] {
        &self.lay
    }

    fn disputes(&self) -> &[Dispute] {
        &self.disputes
    }
}

fn all<'e>(single: &[(Keys, &'e str)], lists: &[(Keys, &'e [String])]) -> Vec<FoundBy<'e>> {
    let single = single.iter().map(|&(keys, name)| FoundBy { keys, item: None, name });
    let listed = lists.iter().flat_map(|&(keys, names)| {
        names.iter().enumerate().map(move |(item, name)| FoundBy { keys, item: Some(item), name })
    });
    single.chain(listed).collect()
}
