//! The week of a pregnancy, as the reader tells it.

use std::fmt;
use std::str::FromStr;

use crate::model::Weeks;

/// A week of a pregnancy, counted as midwives count: 1 to 42.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Week(u8);

impl Week {
    pub(crate) const LAST: u8 = 42;
    /// Days of a week that may stand behind it: `20+6` is still week 20.
    const MOST_DAYS: u8 = 6;

    /// Whether it is one of these.
    pub(super) fn is_in(self, weeks: Weeks) -> bool {
        weeks.from.is_none_or(|from| from <= self.0) && weeks.to.is_none_or(|to| self.0 <= to)
    }
}

impl FromStr for Week {
    type Err = &'static str;

    /// Reads `20`, `20w` or `20+3`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "a week of pregnancy is 1 to 42: 20, 20w or 20+3";
        let text = text.trim();
        let number = |digits: &str| digits.parse::<u8>().ok().filter(|_| digits.bytes().all(|it| it.is_ascii_digit()));
        let week = match text.split_once('+') {
            Some((week, days)) => number(days).filter(|days| *days <= Self::MOST_DAYS).and_then(|_| number(week)),
            None => number(text.trim_end_matches(['w', 'W'])),
        };
        week.filter(|week| (1..=Self::LAST).contains(week)).map(Self).ok_or(FORM)
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}
