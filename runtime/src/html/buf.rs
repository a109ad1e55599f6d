//! The buffer that a page is printed into.

use super::{Cur, Html};

/// What ends a page early, parked until the page is printed to its end.
pub(crate) type Parked = crate::response::Exit;

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
    exit: Option<Box<Parked>>,
}

impl Buf {
    /// An empty buffer, which allocates when the first byte comes.
    pub const fn new() -> Self {
        Self {
            bytes: Vec::new(),
            exit: None,
        }
    }

    /// An empty buffer with room for `capacity` bytes.
    pub fn with_capacity(capacity: usize) -> Self {
        Self {
            bytes: Vec::with_capacity(capacity),
            exit: None,
        }
    }

    /// Prints text, escaped.
    pub fn text(&mut self, text: &str) {
        self.cur().text(text).commit();
    }

    /// Prints markup that was printed before, and takes over the exit that it holds.
    pub fn put(&mut self, html: Html) {
        let (bytes, exit) = html.into_parts();
        self.bytes.extend_from_slice(&bytes);
        if let Some(exit) = exit {
            self.exit(exit);
        }
    }

    /// A cursor at the buffer's end.
    #[inline(always)]
    pub fn cur(&mut self) -> Cur<'_> {
        Cur::new(self)
    }

    /// Parks what the page shall answer instead of its markup; the first one wins.
    pub fn exit(&mut self, exit: impl Into<Box<Parked>>) {
        self.exit.get_or_insert_with(|| exit.into());
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
        std::str::from_utf8(&self.bytes).expect("only whole characters are printed")
    }

    /// The markup.
    pub fn finish(self) -> Html {
        Html::from_parts(self.bytes, self.exit)
    }
}
