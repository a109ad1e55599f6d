//! The client script: one module that defines `<isle-island>`, the same for all pages of a site.

use super::file::File;

/// The script of a site. Where no island waits for anything, it knows no directives, and is as much smaller.
#[cfg(not(debug_assertions))]
pub(super) fn script(waits: bool) -> &'static File {
    match waits {
        true => isle_macros::island_file!("src/island/client/isle.js"),
        false => isle_macros::island_file!("src/island/client/isle.load.js"),
    }
}

/// A debug build's script, which warns where an island's module changed the markup that the server had printed.
#[cfg(debug_assertions)]
pub(super) fn script(_waits: bool) -> &'static File {
    isle_macros::island_file!("src/island/client/isle.debug.js")
}
