//! The line break after `<pre>`, `<textarea>` and `<listing>`, which the HTML parser drops.

use super::Cur;

impl Cur<'_> {
    /// How many bytes the buffer holds, with what this cursor wrote.
    pub fn position(&self) -> usize {
        self.written()
    }

    /// Doubles the line break at `start`, if there is one, for the parser to drop the first.
    ///
    /// The parser reads a carriage return as a line break too.
    pub fn first_line(self, start: usize) -> Self {
        let out = self.commit();
        if let Some(b'\n' | b'\r') = out.bytes.get(start) {
            out.bytes.insert(start, b'\n');
        }
        out.cur()
    }
}
