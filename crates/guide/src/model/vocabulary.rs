//! Closed lists of words: those of the catalogue's files, and those in which answers are told.

/// Closed lists of words: the word in files and JSON, what it means, and behind `=>` how a sentence says it where that is
/// something else. What stands later is greater.
macro_rules! vocabulary {
    (@words $meaning:literal) => { $meaning };
    (@words $meaning:literal $words:literal) => { $words };
    ($($(#[$about:meta])* $name:ident { $($word:ident $id:literal $meaning:literal $(=> $words:literal)?,)+ })+) => { $(
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize, serde::Serialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        $(#[$about])*
        pub enum $name {
            $(#[doc = $meaning] #[serde(rename = $id)] $word,)+
        }

        impl $name {
            /// Every word of the list.
            pub const ALL: [Self; [$($id),+].len()] = [$(Self::$word,)+];

            /// The one with this word in files and JSON.
            pub fn parse(id: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|each| each.id() == id)
            }

            /// The word in files and JSON.
            pub fn id(self) -> &'static str {
                match self { $(Self::$word => $id,)+ }
            }

            /// How a sentence says it.
            pub fn words(self) -> &'static str {
                match self { $(Self::$word => vocabulary!(@words $meaning $($words)?),)+ }
            }
        }
    )+ };
}

pub(crate) use vocabulary;
