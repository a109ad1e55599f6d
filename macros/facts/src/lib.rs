//! What both the compiler and the running server must know of HTML's names: which elements a browser rearranges, and
//! whose attributes' values it runs as code.
#![forbid(unsafe_code)]

mod nesting;
mod runs;
mod url;

pub use nesting::{allowed, ends_p, holds_no_text, is_heading, is_implied, is_special, required};
pub use runs::{Runs, runs};
pub use url::{is_fetched, is_url_anywhere};
