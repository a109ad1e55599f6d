//! The buffer that a page is printed into.

use super::aside::Aside;
use super::cursor::Brim;
use super::{Cur, Html};
use crate::island::Printed;
use crate::response::Exit;

/// Markup while it is being printed.
///
/// [`Render`](super::Render) implementations get one and write into it:
///
/// ```
/// use isle::html::Buf;
///
/// let mut out = Buf::new();
/// out.text("fish & chips");
/// assert_eq!(out.finish().as_str(), "fish &amp; chips");
/// ```
#[derive(Debug, Default)]
pub struct Buf {
    pub(super) bytes: Vec<u8>,
    pub(super) brim: Brim,
    aside: Aside,
}

impl Buf {
    /// An empty buffer, which allocates when the first byte comes.
    pub const fn new() -> Self {
        Self {
            bytes: Vec::new(),
            brim: Brim::UNKNOWN,
            aside: Aside::NONE,
        }
    }

    /// An empty buffer with room for `capacity` bytes.
    pub fn with_capacity(capacity: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(capacity),
            brim: Brim::UNKNOWN,
            aside: Aside::NONE,
        }
    }

    /// Prints text, escaped.
    pub fn text(&mut self, text: &str) {
        self.cur().escaped(text).commit();
    }

    /// Prints markup that was printed before; if it ended its page early, this page ends with the same answer.
    #[inline]
    pub fn put(&mut self, html: Html) {
        // What a component returns when it has printed itself: the compiler drops that.
        if !html.is_empty() || html.holds_more() {
            self.append(html);
        }
    }

    fn append(&mut self, html: Html) {
        self.adopt(&html);
        if self.bytes.is_empty() && self.bytes.capacity() <= html.len() {
            self.bytes = html.into_bytes();
        } else {
            self.bytes.extend_from_slice(html.as_bytes());
        }
    }

    /// Takes over what markup holds beside its text.
    pub(super) fn adopt(&mut self, html: &Html) {
        if html.holds_more() {
            self.aside.adopt(html.aside());
        }
    }

    /// The islands that are printed.
    pub(crate) fn islands(&mut self) -> &mut Printed {
        &mut self.aside.get_or_insert().islands
    }

    /// Prints JSON that is inert in an attribute, between what opens and closes the attribute.
    pub(crate) fn json_attribute(&mut self, open: &str, json: &[u8], close: &str) {
        for piece in [open.as_bytes(), json, close.as_bytes()] {
            self.bytes.extend_from_slice(piece);
        }
    }

    /// Prints text as markup.
    pub(crate) fn markup(&mut self, html: &str) {
        self.bytes.extend_from_slice(html.as_bytes());
    }

    /// What is printed by a function, apart from the rest; the islands and an exit in it are this buffer's.
    pub(crate) fn apart(&mut self, print: impl FnOnce(&mut Buf)) -> String {
        let start = self.bytes.len();
        print(self);
        let apart = text(&self.bytes[start..]).to_owned();
        self.bytes.truncate(start);
        apart
    }

    /// A cursor at the buffer's end.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn cur(&mut self) -> Cur<'_> {
        Cur::new(self)
    }

    /// Parks what the page shall answer in the place of its markup.
    ///
    /// What is being printed goes on to its end, and is thrown away then. If several exits are parked, the first wins.
    ///
    /// ```
    /// use isle::{html::Buf, response::Exit};
    ///
    /// let mut out = Buf::new();
    /// out.exit(Exit::not_found());
    /// out.text("nobody will see this");
    /// assert!(out.finish().into_page().is_err());
    /// ```
    #[cold]
    pub fn exit(&mut self, exit: Exit) {
        self.aside.get_or_insert().exit.park(exit);
    }

    /// How many bytes are printed.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Whether nothing is printed yet.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// What is printed so far.
    pub fn as_str(&self) -> &str {
        text(&self.bytes)
    }

    /// The markup.
    pub fn finish(self) -> Html {
        Html::from_parts(self.bytes, self.aside)
    }
}

/// Everything that prints takes text, so this never panics; checking it keeps UTF-8 out of the cursor's contract.
pub(super) fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("only whole characters are printed")
}
