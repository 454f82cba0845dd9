//! The names by which entries are found, and where each stands in its file.

use super::claim::Dispute;
use super::point::Point;
use super::precaution::Precaution;
use super::red_flag::RedFlag;
use super::source::Source;
use super::stretch::Stretch;
use super::technique::Technique;
use super::topic::Topic;

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
    /// Where sources disagree about it.
    fn disputes(&self) -> &[Dispute] {
        &[]
    }
}

/// The fields that hold one name each, the id first, those that hold a list of them, and the one of the disputes.
macro_rules! named {
    ($entry:ident: $id:ident $(, $($key:ident).+)*; $($($list:ident).+),* $(; $disputes:ident)?) => {
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

            $(fn disputes(&self) -> &[Dispute] {
                &self.$disputes
            })?
        }
    };
}

named!(Point: code, who_code, names.pinyin, names.pinyin_plain, names.hanzi.traditional, names.hanzi.simplified;
    names.english, aliases; disputes);
named!(Stretch: id, title; aliases; disputes);
named!(Technique: id, title; aliases; disputes);
named!(Precaution: id, title; aliases);
// A sign is also found as a list names it, because readers copy that.
named!(RedFlag: id, title, short; aliases);
named!(Topic: id, title; aliases; disputes);
named!(Source: id;);

fn all<'e>(single: &[(Keys, &'e str)], lists: &[(Keys, &'e [String])]) -> Vec<FoundBy<'e>> {
    let single = single.iter().map(|&(keys, name)| FoundBy { keys, item: None, name });
    let listed = lists.iter().flat_map(|&(keys, names)| {
        names.iter().enumerate().map(move |(item, name)| FoundBy { keys, item: Some(item), name })
    });
    single.chain(listed).collect()
}
