//! Times and counts in words.

/// Seconds as `0:34`, `12:05`.
pub fn clock(seconds: impl Into<u64>) -> String {
    let seconds: u64 = seconds.into();
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// Seconds as `90 s`, or as `2:30 min` above two minutes.
pub fn clock_or_seconds(seconds: u32) -> String {
    if seconds > 120 { format!("{} min", clock(seconds)) } else { format!("{seconds} s") }
}

/// Seconds as `5 min` where the minutes are whole, else as `90 s`.
pub fn minutes_or_seconds(seconds: u32) -> String {
    if seconds.is_multiple_of(60) { format!("{} min", seconds / 60) } else { format!("{seconds} s") }
}

/// Seconds as they are said aloud: `30 seconds`, `2 minutes`, `1 minute 30`.
pub fn spoken_duration(seconds: u32) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} seconds"),
        (1, 0) => "1 minute".to_owned(),
        (minutes, 0) => format!("{minutes} minutes"),
        (1, rest) => format!("1 minute {rest}"),
        (minutes, rest) => format!("{minutes} minutes {rest}"),
    }
}

/// `1 problem`, `2 problems`
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
