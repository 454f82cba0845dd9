//! The week of a pregnancy, as a reader tells it.

use guide::screening::Week;

#[test]
fn reads_the_week_as_midwives_write_it() {
    for (text, week) in [("20", 20), ("1", 1), ("42", 42), ("20w", 20), ("7W", 7), ("20+3", 20), (" 12 ", 12)] {
        assert_eq!(text.parse::<Week>().map(|week| week.to_string()), Ok(week.to_string()), "{text:?}");
    }
}

#[test]
fn refuses_what_is_no_week() {
    for text in ["", "0", "43", "w", "20+7", "20+", "+3", "-5", "20.5", "x", "300", "20ww+1", "1e1"] {
        assert!(text.parse::<Week>().is_err(), "{text:?}");
    }
}
