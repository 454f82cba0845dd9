//! How a record is written down: each key once, with its type and with what it carries.

/// A record for JSON, its keys in the order of the answer, and `new`, which takes it from what it tells of. Field by field,
/// so that nothing sealed slips in.
macro_rules! record {
    (
        $(#[$doc:meta])*
        $vis:vis $name:ident $(<$life:lifetime>)? ($($from:ident: $of:ty),+ $(,)?)
        $(with ($($part:ident = $is:expr),+ $(,)?))?
        { $($(#[$attribute:meta])* $key:ident: $type:ty = $value:expr,)+ }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Serialize)]
        $vis struct $name $(<$life>)? { $($(#[$attribute])* $key: $type,)+ }

        impl $(<$life>)? $name $(<$life>)? {
            /// The record of these.
            $vis fn new($($from: $of),+) -> Self {
                $($(let $part = $is;)+)?
                Self { $($key: $value,)+ }
            }
        }
    };
}

pub(super) use record;
