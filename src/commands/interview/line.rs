//! A line that a reader types.

/// What a line of the reader means.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// One of them applies; not said which.
    Yes,
    /// None applies.
    No,
    /// The reader cannot tell.
    Unsure,
    /// Tell more.
    Open,
    /// These, by their numbers from 1.
    Numbers(Vec<usize>),
    /// Signs or precautions in words, which are taken already.
    Said,
    /// Nothing that can be understood.
    Unclear,
}

impl Line {
    /// Reads it, where there are so many signs.
    pub(super) fn read(line: &str, signs: usize) -> Self {
        match line.trim().to_lowercase().as_str() {
            "y" | "yes" => Self::Yes,
            "n" | "no" | "none" => Self::No,
            "u" | "unsure" | "not sure" => Self::Unsure,
            "?" => Self::Open,
            "" => Self::Unclear,
            numbers => {
                let numbers = numbers.split([' ', ',']).filter(|word| !word.is_empty());
                let places: Option<Vec<usize>> = numbers
                    .map(|word| word.parse().ok().filter(|number| (1..=signs).contains(number)).map(|it: usize| it - 1))
                    .collect();
                places.filter(|places| !places.is_empty()).map_or(Self::Unclear, Self::Numbers)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_reader_types() {
        assert_eq!(Line::read(" Y\n", 3), Line::Yes);
        assert_eq!(Line::read("no\r\n", 3), Line::No);
        assert_eq!(Line::read("not sure\n", 3), Line::Unsure);
        assert_eq!(Line::read("?\n", 3), Line::Open);
        assert_eq!(Line::read("1, 3\n", 3), Line::Numbers(vec![0, 2]));
        for unclear in ["\n", ",\n", "4\n", "0\n", "maybe\n", "1 x\n"] {
            assert_eq!(Line::read(unclear, 3), Line::Unclear, "{unclear:?}");
        }
    }
}
