//! Which catalogue is to answer.

use std::path::{Path, PathBuf};

use crate::bundle::bundle;
use crate::error::{ADD_CATALOGUE, CATALOGUE};
use crate::world::World;
use guide::shelf::{Catalogue, CatalogueError};

/// Which catalogue is to answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CatalogueWish {
    /// The one that the program carries.
    Bundled,
    /// The one in a directory, alone.
    Alone(PathBuf),
    /// The one that the program carries, with the entries in a directory.
    Added(PathBuf),
}

impl CatalogueWish {
    /// What the options wish for.
    pub(super) fn by_options(catalogue: Option<&Path>, add_catalogue: Option<&Path>) -> Option<Self> {
        let alone = catalogue.map(|directory| Self::Alone(directory.to_owned()));
        alone.or_else(|| add_catalogue.map(|directory| Self::Added(directory.to_owned())))
    }

    /// What a variable wishes for, and its name.
    pub(super) fn by_variable(world: &World<'_>) -> Option<(&'static str, Self)> {
        let named_by = |name| (world.variable)(name).filter(|it| !it.is_empty()).map(PathBuf::from);
        let alone = named_by(CATALOGUE).map(|directory| (CATALOGUE, Self::Alone(directory)));
        alone.or_else(|| named_by(ADD_CATALOGUE).map(|directory| (ADD_CATALOGUE, Self::Added(directory))))
    }

    /// Opens it.
    ///
    /// # Errors
    /// See [`Catalogue::in_directory`] and [`Catalogue::with_additions`].
    pub(super) fn open(&self) -> Result<Catalogue, CatalogueError> {
        match self {
            Self::Bundled => Catalogue::bundled(bundle()),
            Self::Alone(directory) => Catalogue::in_directory(directory),
            Self::Added(directory) => Catalogue::with_additions(bundle(), directory),
        }
    }

    /// The directory, as it is named to a reader.
    pub(super) fn directory(&self) -> String {
        match self {
            Self::Bundled => String::new(),
            Self::Alone(directory) | Self::Added(directory) => directory.display().to_string(),
        }
    }
}
