//! What all objects in the files of a catalogue have in common: a field that none of them knows is an error.

/// Objects of files. A `file` is one by itself: it may say where an editor finds what may stand in it.
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
