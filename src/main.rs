//! The process: arguments, terminal, standard output, exit code.

mod device;
mod store;

use std::io::{self, IsTerminal};
use std::process::exit;
use std::time::UNIX_EPOCH;

use device::Patient;
use sciatica::world::World;

// musl's own allocator costs a third of a run.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

fn main() {
    let world = World {
        variable: &|name| std::env::var_os(name),
        since_1970: &|| UNIX_EPOCH.elapsed().unwrap_or_default(),
        stdout_is_terminal: io::stdout().is_terminal(),
        terminal_size: &device::terminal_size,
        links: &|| supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
        pager: &|words, text| device::page(words, text),
        color: &device::wants_color,
        dialogue: &device::dialogue,
        device: &|wishes| device::open(wishes),
        write_file: &store::write_file,
        write_page: &store::write_page,
        browse: &device::browse,
        profile: &store::OwnFile,
        write_folder: &store::write_folder,
    };
    let (mut out, mut err) = (Patient(io::stdout().lock()), Patient(io::stderr()));
    let exit_code = sciatica::run(std::env::args_os(), &world, &mut out, &mut err);
    // Leaving here skips the release of memory that the process gives back anyway.
    exit(exit_code as i32);
}
