//! Times and counts in words.

use guide::text::spoken_duration;

#[test]
fn says_minutes_as_minutes() {
    assert_eq!(spoken_duration(45), "45 seconds");
    assert_eq!(spoken_duration(120), "2 minutes");
    assert_eq!(spoken_duration(90), "1 minute 30");
}
