//! From a field to its line and column in JSON text, and from a place to the field that it belongs to.

use std::borrow::Cow;

/// A line and column, both from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

impl LineColumn {
    /// Where a text begins.
    pub(crate) const START: Self = Self { line: 1, column: 1 };

    /// The place behind the beginning of a text.
    pub(crate) fn behind(text: &str) -> Self {
        let last_line = text.rsplit('\n').next().unwrap_or_default();
        Self { line: text.matches('\n').count() + 1, column: last_line.chars().count() + 1 }
    }
}

/// One step into a JSON document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PathStep<'s> {
    /// Into an object.
    Key(Cow<'s, str>),
    /// Into an array.
    Item(usize),
}

impl<'s> From<&'s str> for PathStep<'s> {
    fn from(key: &'s str) -> Self {
        Self::Key(key.into())
    }
}

impl From<usize> for PathStep<'_> {
    fn from(number: usize) -> Self {
        Self::Item(number)
    }
}

/// The steps of a path such as `["ways", 0, "steps"]`.
macro_rules! steps {
    ($($step:expr),* $(,)?) => { [$($crate::check::locate::PathStep::from($step)),*] };
}
pub(super) use steps;

/// A path as a reader is told it: `ways[1].pressure`
pub(super) fn dotted(steps: &[PathStep<'_>]) -> String {
    let mut text = String::new();
    for step in steps {
        match step {
            PathStep::Key(key) if text.is_empty() => text.push_str(key),
            PathStep::Key(key) => {
                text.push('.');
                text.push_str(key);
            }
            PathStep::Item(number) => text.push_str(&format!("[{number}]")),
        }
    }
    text
}

/// The line and column where the value at the end of the path begins; as far along the path as the document goes.
pub(super) fn locate(text: &str, path: &[PathStep<'_>]) -> LineColumn {
    text.get(..offset_of(text, path)).map_or(LineColumn::START, LineColumn::behind)
}

/// The byte at which the value at the end of the path begins, in the same way.
pub(crate) fn offset_of(text: &str, path: &[PathStep<'_>]) -> usize {
    let mut scanner = Scanner { text, at: 0 };
    for step in path {
        let before = scanner.at;
        let found = match step {
            PathStep::Key(key) => scanner.enter_key(key),
            PathStep::Item(place) => scanner.enter_item(*place),
        };
        if found.is_none() {
            scanner.at = before;
            break;
        }
    }
    scanner.skip_space();
    scanner.at
}

/// The bytes of each item of the list that a text is; none of what is no list.
pub(crate) fn spans_of_items(text: &str) -> Vec<(usize, usize)> {
    let mut scanner = Scanner { text, at: 0 };
    let mut spans = Vec::new();
    let mut opened = scanner.take(b'[');
    while opened.is_some() && scanner.peek().is_some() {
        let begin = scanner.at;
        if scanner.skip_value().is_none() {
            break;
        }
        spans.push((begin, scanner.at));
        opened = scanner.take(b',');
    }
    spans
}

/// The field at which a parser stood when it had read up to a place: that of the value read last, or of the object closed
/// last.
pub(super) fn path_to(text: &str, place: LineColumn) -> Vec<PathStep<'static>> {
    let end = line_start(text, place.line) + place.column;
    let mut steps = Vec::new();
    let mut scanner = Scanner { text, at: 0 };
    let mut key_comes = false;
    while let Some(byte) = scanner.peek()
        && scanner.at < end
    {
        let start = scanner.at;
        scanner.at += 1;
        match byte {
            b'{' => {
                steps.push(PathStep::Key(Cow::default()));
                key_comes = true;
            }
            b'[' => steps.push(PathStep::Item(0)),
            b'}' | b']' => {
                steps.pop();
            }
            b':' => key_comes = false,
            b',' => match steps.last_mut() {
                Some(PathStep::Item(place)) => *place += 1,
                _ => key_comes = true,
            },
            b'"' => {
                scanner.at = start;
                if scanner.skip_string().is_none() {
                    break;
                }
                let key = text.get(start..scanner.at).and_then(|quoted| serde_json::from_str(quoted).ok());
                if let (true, Some(PathStep::Key(last)), Some(key)) = (key_comes, steps.last_mut(), key) {
                    *last = Cow::Owned(key);
                }
            }
            _ => {}
        }
    }
    steps.retain(|step| *step != PathStep::Key(Cow::default()));
    steps
}

/// The bytes before a line.
pub(super) fn line_start(text: &str, line: usize) -> usize {
    text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum()
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl Scanner<'_> {
    fn peek(&mut self) -> Option<u8> {
        self.skip_space();
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while self.text.as_bytes().get(self.at).is_some_and(u8::is_ascii_whitespace) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Moves to the value of a key of the object that begins here.
    fn enter_key(&mut self, wanted: &str) -> Option<()> {
        self.take(b'{')?;
        loop {
            let start = self.at;
            self.skip_string()?;
            let key: String = serde_json::from_str(self.text.get(start..self.at)?.trim()).ok()?;
            self.take(b':')?;
            if key == wanted {
                return Some(());
            }
            self.skip_value()?;
            self.take(b',')?;
        }
    }

    /// Moves to an item of the array that begins here.
    fn enter_item(&mut self, place: usize) -> Option<()> {
        self.take(b'[')?;
        for _ in 0..place {
            self.skip_value()?;
            self.take(b',')?;
        }
        Some(())
    }

    fn skip_string(&mut self) -> Option<()> {
        self.take(b'"')?;
        loop {
            match self.text.as_bytes().get(self.at)? {
                b'"' => break,
                b'\\' => self.at += 2,
                _ => self.at += 1,
            }
        }
        self.at += 1;
        Some(())
    }

    /// Skips a value; brackets inside it are counted, not followed, so that depth costs no stack.
    fn skip_value(&mut self) -> Option<()> {
        let mut depth = 0_usize;
        loop {
            match self.peek()? {
                b'"' => self.skip_string()?,
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                _ if depth == 0 => {
                    let rest = self.text.get(self.at..)?;
                    self.at += rest.find([',', '}', ']', '\n', ' ', '\r', '\t']).unwrap_or(rest.len());
                }
                _ => self.at += 1,
            }
            if depth == 0 {
                return Some(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "{\n  \"a\": [1, {\"b\": \"x, ]\"}],\n  \"c\": {\"d\": [true, null]}\n}";

    #[test]
    fn finds_a_field_behind_strings_that_hold_brackets() {
        let place = locate(TEXT, &[PathStep::Key("c".into()), PathStep::Key("d".into()), PathStep::Item(1)]);
        assert_eq!(place, LineColumn { line: 3, column: 21 });
    }

    #[test]
    fn tells_the_field_at_a_place() {
        let b = [PathStep::Key("a".into()), PathStep::Item(1), PathStep::Key("b".into())];
        assert_eq!(path_to(TEXT, LineColumn { line: 2, column: 23 }), b);
        let d = [PathStep::Key("c".into()), PathStep::Key("d".into()), PathStep::Item(1)];
        assert_eq!(path_to(TEXT, LineColumn { line: 3, column: 24 }), d);
        assert_eq!(path_to(TEXT, LineColumn { line: 3, column: 26 }), d[..1]);
    }

    #[test]
    fn spans_the_items_of_a_list() {
        let text = "[\n  {\"a\": \"], \"},\n  [1, 2] , \"x\"\n]";
        let items: Vec<&str> = spans_of_items(text).into_iter().map(|(begin, end)| &text[begin..end]).collect();
        assert_eq!(items, ["{\"a\": \"], \"}", "[1, 2]", "\"x\""]);
        assert!(spans_of_items("{}").is_empty() && spans_of_items("[]").is_empty());
    }

    #[test]
    fn stops_where_the_document_ends() {
        let place = locate(TEXT, &[PathStep::Key("c".into()), PathStep::Key("missing".into())]);
        assert_eq!(place, LineColumn { line: 3, column: 8 });
    }
}
