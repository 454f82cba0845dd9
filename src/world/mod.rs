//! What surrounds the program, read once: variables, the terminal, files, somebody who answers.

mod device;
mod dialogue;
mod files;
mod surroundings;

pub use device::{Clocks, Device, DeviceWishes, Happening, Key, Signal};
pub use dialogue::{Console, Dialogue};
pub use files::{Mendable, ProfileFile, Unwritten, WriteFolder};
pub use surroundings::World;
