//! What the module promises, from outside its parts.

mod attribute;
mod class;
mod cursor;
mod escape;
mod json;
mod page;
mod spread;
mod style;
mod text;
mod url;

use super::{Buf, Cur};

/// What a piece of generated code prints.
fn printed(print: impl FnOnce(Cur<'_>) -> Cur<'_>) -> String {
    let mut out = Buf::new();
    print(out.cur()).commit();
    out.as_str().to_owned()
}

/// A type that is `Display` and nothing more.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Shown(&'static str);

impl std::fmt::Display for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }
}
