//! What the program writes for its reader: the profile that they keep, the page that they open, whole files, new folders.

mod kept_profile;
mod new_folder;
mod opened_page;
mod whole_file;

pub(crate) use kept_profile::OwnFile;
pub(crate) use new_folder::write_folder;
pub(crate) use opened_page::write_page;
pub(crate) use whole_file::write_file;
