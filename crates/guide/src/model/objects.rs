//! What all objects in the files of a catalogue have in common: a field that none of them knows is an error.

/// Objects of files. A `file` is one by itself: it may say where an editor finds what may stand in it. A `claim` is a sentence
/// with its grounds, and perhaps more.
macro_rules! objects {
    () => {};
    ($(#[$about:meta])* file $name:ident { $($fields:tt)* } $($more:tt)*) => {
        objects! {
            $(#[$about])*
            part $name {
                /// Where an editor finds what may stand in this file.
                #[serde(rename = "$schema", default)]
                #[cfg_attr(test, schemars(with = "String"))]
                _schema: Option<serde::de::IgnoredAny>,
                $($fields)*
            }
            $($more)*
        }
    };
    ($(#[$about:meta])* claim $name:ident { $($fields:tt)* } $($more:tt)*) => {
        objects! {
            $(#[$about])*
            part $name {
                /// The sentence.
                pub text: String,
                /// Ids of the sources that say so.
                #[serde(default)]
                pub sources: Vec<String>,
                /// On what kind of ground it stands.
                pub basis: crate::model::Basis,
                /// Why we say so, where the basis is editorial.
                pub why: Option<String>,
                $($fields)*
            }
            $($more)*
        }

        impl crate::model::Stated for $name {
            fn text(&self) -> &str {
                &self.text
            }

            fn sources(&self) -> &[String] {
                &self.sources
            }

            fn basis(&self) -> crate::model::Basis {
                self.basis
            }

            fn why(&self) -> Option<&str> {
                self.why.as_deref()
            }
        }
    };
    ($(#[$about:meta])* part $name:ident { $($fields:tt)* } $($more:tt)*) => {
        #[derive(Debug, serde::Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        $(#[$about])*
        pub struct $name { $($fields)* }

        objects! { $($more)* }
    };
}

pub(super) use objects;
