//! Indented lines.

/// Source code in the making.
#[derive(Debug, Default)]
pub struct Code {
    text: String,
    depth: usize,
    open: bool,
}

impl Code {
    /// A line of its own.
    pub fn line(&mut self, line: &str) {
        self.end();
        self.add(line);
        self.end();
    }

    /// More of the line that is under way.
    pub fn add(&mut self, piece: &str) {
        if !self.open && !piece.is_empty() {
            self.text.extend(std::iter::repeat_n("    ", self.depth));
            self.open = true;
        }
        self.text.push_str(piece);
        if piece.is_empty() && !self.open {
            self.text.push('\n');
        }
    }

    /// Ends the line that is under way.
    pub fn end(&mut self) {
        if self.open {
            self.text.push('\n');
            self.open = false;
        }
    }

    /// A line that opens a block, what is in it, and the line that closes it.
    pub fn block(&mut self, open: &str, close: &str, body: impl FnOnce(&mut Self)) {
        self.end();
        self.add(open);
        self.rest(close, body);
    }

    /// The same, where the opening line is under way.
    pub fn rest(&mut self, close: &str, body: impl FnOnce(&mut Self)) {
        self.end();
        self.depth += 1;
        body(self);
        self.end();
        self.depth -= 1;
        self.line(close);
    }

    /// The whole text.
    pub fn into_text(mut self) -> String {
        self.end();
        self.text
    }
}
