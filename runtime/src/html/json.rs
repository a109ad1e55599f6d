//! JSON in a `<script>`, and in attributes.

use std::fmt;
use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

use super::Cur;
use crate::response::Exit;

/// A value as JSON, for `<script>`: the one way in which a value enters a script.
///
/// `&`, `<`, `>`, `'`, U+2028 and U+2029 are written as `\u0026` and so on, so no text in it can end the script or the
/// string that it stands in.
///
/// ```
/// use isle::html::{Buf, V, json};
///
/// let mut out = Buf::new();
/// V(json(&["</script>"])).json(out.cur(), "").commit();
/// assert_eq!(out.as_str(), r#"["\u003c/script\u003e"]"#);
/// ```
///
/// In an attribute it is JSON as well, where a script finds it: `data-points={json(&points)}`. It is the one value that may
/// stand where a framework in the browser evaluates an expression: `x-data={json(&state)}`, `:class={json(&classes)}`,
/// `hx-vals={json(&fields)}`.
///
/// A value that can't be JSON (a map whose keys are no text, an error of its `Serialize`) ends the page as a failure.
pub fn json<T: Serialize + ?Sized>(value: &T) -> Json<'_, T> {
    Json {
        value,
        write: |value, out| value.serialize(&mut Serializer::with_formatter(out, Inert)),
    }
}

/// What [`json`] gives.
// It knows how its value is written, so that a type which can't be is one mistake: where `json` is called.
#[derive(Debug)]
pub struct Json<'a, T: ?Sized> {
    value: &'a T,
    write: fn(&T, &mut Vec<u8>) -> serde_json::Result<()>,
}

/// What `{…}` takes within a `<script>`, and in an attribute that is evaluated: JSON.
#[diagnostic::on_unimplemented(
    message = "only JSON can enter a script",
    label = "not JSON",
    note = "write `{{json(&value)}}`"
)]
pub trait Script {
    #[doc(hidden)]
    fn script<'b>(&self, c: Cur<'b>) -> Cur<'b>;

    /// Prints the rest of an attribute, up to its closing quote.
    #[doc(hidden)]
    fn quoted<'b>(&self, c: Cur<'b>) -> Cur<'b>;
}

impl<T: ?Sized> fmt::Display for Json<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut json = Vec::new();
        (self.write)(self.value, &mut json).map_err(|_| fmt::Error)?;
        f.write_str(&String::from_utf8_lossy(&json))
    }
}

#[diagnostic::do_not_recommend]
impl<T: ?Sized> Script for Json<'_, T> {
    fn script<'b>(&self, c: Cur<'b>) -> Cur<'b> {
        let out = c.commit();
        let start = out.len();
        if let Err(error) = (self.write)(self.value, &mut out.bytes) {
            out.bytes.truncate(start);
            out.exit(Exit::from(error));
        }
        out.cur()
    }

    fn quoted<'b>(&self, c: Cur<'b>) -> Cur<'b> {
        let mut json = Vec::new();
        match (self.write)(self.value, &mut json) {
            Ok(()) => c.after("").quoted(&String::from_utf8_lossy(&json)),
            Err(error) => {
                let out = c.commit();
                out.exit(Exit::from(error));
                out.cur()
            }
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Script + ?Sized> Script for &T {
    fn script<'b>(&self, c: Cur<'b>) -> Cur<'b> {
        (**self).script(c)
    }

    fn quoted<'b>(&self, c: Cur<'b>) -> Cur<'b> {
        (**self).quoted(c)
    }
}

/// Writes text as a JSON string, as inert as [`json`] writes it.
pub(crate) fn string(text: &str, out: &mut Vec<u8>) {
    let written = text.serialize(&mut Serializer::with_formatter(out, Inert));
    debug_assert!(written.is_ok(), "a vector takes everything");
}

/// Compact JSON without a character that means something to HTML or ends a line in a script.
struct Inert;

impl Formatter for Inert {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        out: &mut W,
        text: &str,
    ) -> io::Result<()> {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '\'', '\u{2028}', '\u{2029}']) {
            let (clean, from) = rest.split_at(at);
            let found = from.chars().next().unwrap_or_default();
            write!(out, "{clean}\\u{:04x}", u32::from(found))?;
            rest = &from[found.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }

    fn write_raw_fragment<W: Write + ?Sized>(&mut self, out: &mut W, json: &str) -> io::Result<()> {
        // Only within strings do these characters stand in JSON.
        self.write_string_fragment(out, json)
    }
}
