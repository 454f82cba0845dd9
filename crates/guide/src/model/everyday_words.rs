//! The words in which people ask: `everyday-words.json`.

use super::objects::objects;

objects! {
    /// How a search understands the words of a question.
    file EverydayWords {
        /// Words that say nothing by themselves, question words among them.
        pub left_out: Vec<String>,
        /// Words that tell that something is asked, and not what.
        pub asking: Vec<String>,
        /// Words that deny what stands beside them, and say nothing else.
        pub denying: Vec<String>,
        /// What is said with such words, and means the same: it is looked for before they are left out.
        pub same_in_full: Vec<SameWords>,
        /// Words that mean the same in a question.
        pub same: Vec<SameWords>,
    }

    /// Words that mean the same in a question.
    part SameWords {
        /// The one for which they all count.
        pub means: String,
        /// The others, each of up to five words. Those that `left_out` names may be missing, or be more, in a question.
        pub said: Vec<String>,
    }
}
