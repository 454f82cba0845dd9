//! The most memory that an answer holds.

use std::io::{self, Write};
use std::os::{fd::OwnedFd, unix::net::UnixStream};
use std::path::Path;
use std::process::Child;
use std::time::Duration;
use std::{fs, thread};

use crate::paired::{fixed, median};

const MEMORY_RUNS: usize = 15;

/// The median of the peak of `show GB30`, in megabytes.
pub(crate) fn of_show(binary: &Path) -> io::Result<f64> {
    let peaks: io::Result<Vec<f64>> = (0..MEMORY_RUNS).map(|_| peak_megabytes(binary)).collect();
    peaks.map(median)
}

/// The most memory that `show GB30` held.
///
/// Not `ru_maxrss`: it starts at what the parent held (14 MB under python, 0.5 under GNU time). Instead the program
/// writes to a socket that is full: it waits in its one write, the answer ready, while the kernel is asked.
fn peak_megabytes(binary: &Path) -> io::Result<f64> {
    let (_reader, mut writer) = UnixStream::pair()?;
    writer.set_nonblocking(true)?;
    while writer.write(&[0; 4096]).is_ok() {}
    writer.set_nonblocking(false)?;
    let mut child = fixed(binary).args(["show", "GB30"]).stdout(OwnedFd::from(writer)).spawn()?;
    let peak = peak_while_waiting(&child);
    child.kill()?;
    child.wait()?;
    peak
}

fn peak_while_waiting(child: &Child) -> io::Result<f64> {
    for _ in 0..5_000 {
        let status = fs::read_to_string(format!("/proc/{}/status", child.id()))?;
        let field = |name| status.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
        if field("State:").is_some_and(|state| state.starts_with('S')) {
            let kilobytes: Option<f64> = field("VmHWM:").and_then(|peak| peak.strip_suffix(" kB")?.parse().ok());
            return kilobytes.map(|peak| peak / 1e3).ok_or_else(|| io::Error::other("no VmHWM in /proc"));
        }
        thread::sleep(Duration::from_millis(1));
    }
    Err(io::Error::other("it never waited to write"))
}
