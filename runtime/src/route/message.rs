//! A message that is put together in a constant, where there is no `format!`.

use super::table::Info;
use super::text;

/// Text of limited length: what goes beyond is cut off.
pub(super) struct Message {
    bytes: [u8; 1024],
    length: usize,
}

impl Message {
    pub(super) const fn new(text: &str) -> Message {
        Message {
            bytes: [0; 1024],
            length: 0,
        }
        .text(text)
    }

    pub(super) const fn text(mut self, text: &str) -> Message {
        let room = self.bytes.len() - self.length;
        let mut fits = if text.len() < room { text.len() } else { room };
        while !text.is_char_boundary(fits) {
            fits -= 1;
        }
        let text = text.as_bytes();
        let mut at = 0;
        while at < fits {
            self.bytes[self.length] = text[at];
            self.length += 1;
            at += 1;
        }
        self
    }

    /// The page's name, without the crate where `beside` is in the same one.
    pub(super) const fn name(self, info: &Info, beside: &Info) -> Message {
        let end = crate_end(info.name);
        let (krate, name) = info.name.split_at(end);
        if text::starts_with(beside.name, krate) {
            self.text(name)
        } else {
            self.text(info.name)
        }
    }

    /// Two names: `a` and `b`.
    pub(super) const fn pair(self, one: &Info, other: &Info) -> Message {
        self.name(one, other).text("` and `").name(other, one)
    }

    pub(super) const fn as_str(&self) -> &str {
        let (text, _) = self.bytes.split_at(self.length);
        match std::str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "the message is not UTF-8",
        }
    }
}

/// Where the crate's name and the colons behind it end.
const fn crate_end(name: &str) -> usize {
    let mut at = 0;
    while at + 1 < name.len() {
        if text::holds_at(name, at, "::") {
            return at + 2;
        }
        at += 1;
    }
    0
}
