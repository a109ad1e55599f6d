//! The pages, a file for each.

pub(crate) mod entry;
pub(crate) mod index;
pub(crate) mod layout;
pub(crate) mod staff;

isle::pages! { pub(crate) PAGES = [index::page, entry::page] }
isle::pages! { pub(crate) STAFF = [staff::page] }
