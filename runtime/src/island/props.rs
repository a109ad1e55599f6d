//! Props as JSON, inert wherever it stands.

use std::fmt::{self, Arguments};
use std::io::Write;

use super::client_safe::ClientSafe;
use crate::html::string;

/// The largest integer up to which JavaScript's numbers hold every one
/// ([`Number.MAX_SAFE_INTEGER`](https://tc39.es/ecma262/#sec-number.max_safe_integer)).
const MAX_SAFE: u128 = (1 << 53) - 1;

/// Writes a value as JSON into an island's props.
///
/// In strings `&`, `<`, `>`, `'`, U+2028 and U+2029 are `\u0026` and so on: the JSON means nothing to HTML.
#[derive(Debug)]
pub struct PropsWriter<'o> {
    out: &'o mut Vec<u8>,
    /// The field that is being written, for messages.
    field: &'static str,
    refused: Option<Refused>,
}

/// A value that JSON, or JavaScript, can't hold. The value itself stays out of it: it is told to the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Refused {
    field: &'static str,
    reason: Reason,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    Large,
    NotFinite,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = self.field;
        match self.reason {
            Reason::Large => write!(
                f,
                "`{field}` is an integer beyond 2^53-1, which JavaScript would round: send it as text"
            ),
            Reason::NotFinite => write!(
                f,
                "`{field}` is NaN or infinite, which JSON does not have: send an `Option`"
            ),
        }
    }
}

impl<'o> PropsWriter<'o> {
    pub(crate) fn new(out: &'o mut Vec<u8>) -> Self {
        Self {
            out,
            field: "",
            refused: None,
        }
    }

    /// What could not be written, if there was such a value.
    pub(crate) fn refused(self) -> Option<Refused> {
        self.refused
    }

    pub(super) fn null(&mut self) {
        self.raw("null");
    }

    pub(super) fn bool(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    pub(super) fn text(&mut self, text: &str) {
        string(text, self.out);
    }

    /// An integer; none is one that is too large for any check.
    pub(super) fn integer(&mut self, value: Option<i128>) {
        match value.filter(|value| value.unsigned_abs() <= MAX_SAFE) {
            Some(value) => self.number(format_args!("{value}")),
            None => self.refuse(Reason::Large),
        }
    }

    pub(super) fn float(&mut self, finite: bool, number: Arguments<'_>) {
        if finite {
            self.number(number);
        } else {
            self.refuse(Reason::NotFinite);
        }
    }

    /// Begins an object.
    pub fn object(&mut self) -> Object<'_, 'o> {
        self.raw("{");
        Object {
            json: self,
            empty: true,
        }
    }

    /// Begins an array.
    pub fn array(&mut self) -> Array<'_, 'o> {
        self.raw("[");
        Array {
            json: self,
            empty: true,
        }
    }

    /// A variant that holds nothing.
    #[doc(hidden)]
    pub fn variant(&mut self, name: &'static str) {
        self.text(name);
    }

    fn refuse(&mut self, reason: Reason) {
        let field = self.field;
        self.refused.get_or_insert(Refused { field, reason });
        self.null();
    }

    fn raw(&mut self, json: &str) {
        self.out.extend_from_slice(json.as_bytes());
    }

    fn number(&mut self, number: Arguments<'_>) {
        let written = self.out.write_fmt(number);
        debug_assert!(written.is_ok(), "a vector takes everything");
    }
}

/// What is written by a function: the fields of a variant, within the object that names it.
pub struct Nested<F>(pub F);

#[diagnostic::do_not_recommend]
impl<F: Fn(&mut PropsWriter<'_>)> ClientSafe for Nested<F> {
    fn write(&self, json: &mut PropsWriter<'_>) {
        (self.0)(json);
    }
}

impl<F> fmt::Debug for Nested<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Nested")
    }
}

/// An object that is being written.
#[derive(Debug)]
#[must_use = "an object needs its `end`"]
pub struct Object<'w, 'o> {
    json: &'w mut PropsWriter<'o>,
    empty: bool,
}

impl Object<'_, '_> {
    /// Writes a field. No name may be written twice.
    pub fn field<T: ClientSafe + ?Sized>(&mut self, name: &'static str, value: &T) {
        let around = std::mem::replace(&mut self.json.field, name);
        self.entry(name, value);
        self.json.field = around;
    }

    pub(super) fn entry<T: ClientSafe + ?Sized>(&mut self, key: &str, value: &T) {
        if !std::mem::take(&mut self.empty) {
            self.json.raw(",");
        }
        self.json.text(key);
        self.json.raw(":");
        value.write(self.json);
    }

    /// Ends it.
    pub fn end(self) {
        self.json.raw("}");
    }
}

/// An array that is being written.
#[derive(Debug)]
#[must_use = "an array needs its `end`"]
pub struct Array<'w, 'o> {
    json: &'w mut PropsWriter<'o>,
    empty: bool,
}

impl Array<'_, '_> {
    /// Writes an item.
    pub fn item<T: ClientSafe + ?Sized>(&mut self, value: &T) {
        if !std::mem::take(&mut self.empty) {
            self.json.raw(",");
        }
        value.write(self.json);
    }

    /// Ends it.
    pub fn end(self) {
        self.json.raw("]");
    }
}
