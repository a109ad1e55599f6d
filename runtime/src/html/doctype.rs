//! The doctype, of which a document has one.

use super::Cur;

impl Cur<'_> {
    /// Prints a doctype, unless the document begins with one already.
    pub fn doctype(self) -> Self {
        let out = self.commit();
        let has_one = out.starts_with_doctype();
        let c = out.cur();
        if has_one { c } else { c.raw("<!DOCTYPE html>") }
    }
}

impl super::Buf {
    /// Whether what is printed begins with a doctype, in any spelling.
    pub fn starts_with_doctype(&self) -> bool {
        let start = self.bytes.trim_ascii_start();
        start
            .get(..9)
            .is_some_and(|start| start.eq_ignore_ascii_case(b"<!doctype"))
    }
}
