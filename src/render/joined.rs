//! Phrases and sentences as one text.

/// Joins the items of a label: phrases by a separator, sentences by a space.
pub(super) fn joined(items: impl IntoIterator<Item = impl AsRef<str>>, separator: &str) -> String {
    let mut joined = String::new();
    for item in items {
        if !joined.is_empty() {
            joined.push_str(between(&joined, separator));
        }
        joined.push_str(item.as_ref());
    }
    joined
}

/// What parts a text from the next.
pub(super) fn between<'s>(text: &str, separator: &'s str) -> &'s str {
    if text.ends_with(['.', '?', '!', '"']) { " " } else { separator }
}
