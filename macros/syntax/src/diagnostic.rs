//! What is wrong, where, and what to write instead.

use proc_macro2::Span;

/// One mistake in the source, worded for the person who made it.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// Where it begins.
    pub start: Span,
    /// Where it ends; the same as `start` for a mistake within one token.
    pub end: Span,
    /// What is wrong, in one plain sentence without a full stop.
    pub message: String,
    /// What to write instead.
    pub help: Option<String>,
}

impl Diagnostic {
    /// A mistake at one token.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self::between(span, span, message)
    }

    /// A mistake that two places show together, such as an opening tag and the tag that closes it wrongly.
    pub fn between(start: Span, end: Span, message: impl Into<String>) -> Self {
        Self {
            start,
            end,
            message: message.into(),
            help: None,
        }
    }

    /// Adds what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The text that the compiler shows: the message, then the help on a line of its own.
    pub fn text(&self) -> String {
        match &self.help {
            Some(help) => format!("{}\nhelp: {help}", self.message),
            None => self.message.clone(),
        }
    }
}
