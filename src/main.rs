//! The process: arguments, terminal, standard output, exit code.

mod device;
mod kept_profile;
mod new_folder;
mod patient;
mod whole_file;

use std::io::{self, IsTerminal};
use std::process::exit;

use patient::Patient;
use sciatica::terminal::World;

// musl's own allocator costs a third of a run.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

fn main() {
    let world = World {
        variable: &|name| std::env::var_os(name),
        stdout_is_terminal: io::stdout().is_terminal(),
        terminal_width: &|| terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)),
        color: &|wish| {
            wish.write_global();
            anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
        },
        dialogue: &patient::dialogue,
        device: &|wishes| device::open(wishes),
        write_file: &whole_file::write,
        profile: &kept_profile::OwnFile,
        write_folder: &new_folder::write,
    };
    let (mut out, mut err) = (Patient(io::stdout().lock()), Patient(io::stderr()));
    let exit_code = sciatica::run(std::env::args_os(), &world, &mut out, &mut err);
    // Leaving here skips the release of memory that the process gives back anyway.
    exit(exit_code as i32);
}
