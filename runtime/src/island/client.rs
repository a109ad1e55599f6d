//! The client script: one module that defines `<isle-island>`, the same for every site.

use super::file::File;

/// The script. A debug build's warns where an island's module changed the markup that the server had printed.
#[cfg(not(debug_assertions))]
pub(crate) static SCRIPT: &File = isle_macros::island_file!("src/island/client/isle.js");
#[cfg(debug_assertions)]
pub(crate) static SCRIPT: &File = isle_macros::island_file!("src/island/client/isle.debug.js");
