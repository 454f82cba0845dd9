//! The catalogue that the program carries, as the build wrote it.

use guide::shelf::Bundle;
use include_dir::{Dir, include_dir};

static BUNDLE: Dir<'static> = include_dir!("$OUT_DIR/bundle");

/// The bundled catalogue.
pub fn bundle() -> Bundle {
    Bundle::new(|part| BUNDLE.get_file(part).map(include_dir::File::contents))
}
