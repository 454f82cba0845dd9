//! A month of a year: when something was read, or last looked at.

use std::fmt;

use serde::de::{Error, Unexpected, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A month of a year, written `2026-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct YearMonth {
    year: u16,
    month: u8,
}

impl YearMonth {
    const FORM: &str = "a year and a month, such as 2026-11";

    /// The month in which lies a day, counted from the first of 1970; `None` after the year 9999.
    pub fn of_day(day: u64) -> Option<Self> {
        /// In 400 years of the Gregorian calendar.
        const DAYS: u64 = 146_097;
        /// From the first of March of the year 0, after which a leap day comes last.
        const BEFORE_1970: u64 = 719_468;
        let day = day.checked_add(BEFORE_1970)?;
        let (era, day) = (day / DAYS, day % DAYS);
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let (carried, month) = if month < 10 { (0, month + 3) } else { (1, month - 9) };
        let year = u16::try_from(400 * era + year + carried).ok().filter(|year| *year <= 9_999)?;
        Some(Self { year, month: u8::try_from(month).ok()? })
    }

    /// The same month so many years before.
    #[must_use]
    pub fn years_before(self, years: u16) -> Self {
        Self { year: self.year.saturating_sub(years), ..self }
    }

    fn parse(text: &str) -> Option<Self> {
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?;
        let (year, month) = text.split_once('-').filter(|(year, month)| (year.len(), month.len()) == (4, 2))?;
        let month = digits(month).filter(|month| (1..=12).contains(month))?;
        Some(Self { year: digits(year)?, month: u8::try_from(month).ok()? })
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// By a visitor, so that what is wrong with it is told at its place.
impl<'de> Deserialize<'de> for YearMonth {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;

        impl Visitor<'_> for Written {
            type Value = YearMonth;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(YearMonth::FORM)
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<YearMonth, E> {
                YearMonth::parse(text).ok_or_else(|| Error::invalid_value(Unexpected::Str(text), &self))
            }
        }

        deserializer.deserialize_str(Written)
    }
}

impl Serialize for YearMonth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for YearMonth {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "YearMonth".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": Self::FORM,
            "type": "string",
            "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_written_as_it_is_read() {
        assert_eq!(YearMonth::parse("2026-11").unwrap().to_string(), "2026-11");
        for other in ["2026", "2026-13", "2026-00", "26-11", "2026-1", "2026-+1", "2026-11-01", "November 2026"] {
            assert_eq!(YearMonth::parse(other), None, "{other}");
        }
    }

    #[test]
    fn a_day_lies_in_its_month() {
        let month = |day| YearMonth::of_day(day).unwrap().to_string();
        let days = [(0, "1970-01"), (30, "1970-01"), (31, "1970-02"), (364, "1970-12"), (365, "1971-01")];
        let days = days.into_iter().chain([(11_016, "2000-02"), (11_017, "2000-03"), (20_785, "2026-11")]);
        days.for_each(|(day, expected)| assert_eq!(month(day), expected, "day {day}"));
        assert_eq!(YearMonth::of_day(u64::MAX), None);
    }

    #[test]
    fn years_before_a_month_is_the_same_month() {
        let then = YearMonth::parse("2026-11").unwrap().years_before(2);
        assert_eq!(then.to_string(), "2024-11");
        assert!(YearMonth::parse("2024-10").unwrap() < then);
    }
}
