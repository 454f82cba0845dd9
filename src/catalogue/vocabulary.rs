//! Closed lists of words in the catalogue.

/// A closed list of words: the word in the catalogue, and how a sentence says it.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($variant:ident $id:literal $words:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        pub enum $name {
            $(#[doc = $words] #[serde(rename = $id)] $variant,)+
        }

        impl $name {
            /// Every word of the list.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word in the catalogue.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// How a sentence says it.
            pub fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)+ }
            }
        }
    };
}

pub(super) use vocabulary;
